### What happened, and what to do next

## Qui est un aidant

standing-new = { $who ->
    [0] Cet ordinateur n’a encore jamais vu cet aidant, qui ne donne pas de nom.
   *[named] Cet ordinateur n’a encore jamais vu cet aidant. Nous ne pouvons pas vérifier ce nom : n’importe qui peut se faire appeler { $who }.
}
standing-known = Vous avez déjà reçu de l’aide { $count } fois depuis l’ordinateur de cet aidant, la dernière fois { $last }.
standing-known-then = Vous avez déjà reçu de l’aide { $count } fois depuis l’ordinateur de cet aidant, la dernière fois { $last }, alors sous le nom de { $then }.

## Pourquoi une invitation n’est pas créée

invite-fault-not-allowed = Cet ordinateur n’autorise pas les invitations. Vous pouvez les autoriser dans Paramètres, sous Recevoir de l’aide.
invite-fault-policy = Votre administrateur n’autorise pas les invitations depuis cet ordinateur.
invite-fault-way = Votre administrateur n’autorise pas ce moyen d’envoyer les invitations. Veuillez en choisir un autre.
invite-fault-lifetime = Une invitation peut être valable de 1 minute à { $longest }. Veuillez choisir une durée entre les deux.
invite-fault-name = Veuillez écrire votre nom, pour que votre aidant sache qui demande de l’aide. Il peut compter jusqu’à 40 lettres environ.
invite-fault-message = Ce message est trop long. Veuillez le raccourcir.
invite-fault-password-too-short = Ce mot de passe est trop court. Veuillez utiliser au moins { $least } caractères.
invite-fault-password-in-words = Le mot de passe figure dans votre nom ou dans votre message et partirait avec l’invitation. Veuillez l’en retirer et le dire par téléphone.
invite-fault-to = Veuillez écrire une seule adresse e-mail, par exemple anna@example.org.
invite-fault-file = L’invitation n’a pas pu être enregistrée à cet endroit (le système indique : { $why }). Veuillez en choisir un autre.
invite-fault-listen = Cet ordinateur n’a pas pu ouvrir d’accès à votre aidant (le système indique : { $why }).
invite-fault-store = Hulp n’a pas pu conserver l’invitation (le système indique : { $why }).
invite-fault-owned-by-another = Une autre fenêtre de Hulp est déjà ouverte pour vous. Veuillez y créer l’invitation.

## La force d’un mot de passe

strength-weak = Faible
strength-fair = Moyen
strength-good = Bon
strength-strong = Fort
strength-no-weakness = { $grade }.
strength-too-short = { $grade }: il est trop court.
strength-common = { $grade }: beaucoup de gens utilisent celui-ci.
strength-single-word = { $grade }: un mot seul est facile à deviner ; ajoutez-en deux.
strength-name = { $grade }: les noms sont faciles à deviner ; ajoutez deux autres mots.
strength-keyboard = { $grade }: des touches voisines sont faciles à deviner.
strength-pattern = { $grade }: les répétitions et les suites sont faciles à deviner.
strength-date = { $grade }: les dates et les années sont faciles à deviner.
strength-too-simple = { $grade }: un mot de plus le rendrait plus fort.

## Ce qui empêche les aidants de venir

listen-trouble-failed = Les aidants ne peuvent pas joindre cet ordinateur en ce moment : il n’a pas pu leur ouvrir d’accès (le système indique : { $why }).
listen-trouble-owned-by-another = Une autre fenêtre de Hulp est ouverte et attend vos aidants. Dans celle-ci, vous pouvez seulement aider.

## Ce que l’aidant voit et fait

seen-reconnecting = { $who ->
    [0] La connexion avec votre aidant est coupée. Reconnexion… Votre aidant ne voit plus rien pour le moment.
   *[named] La connexion avec { $who } est coupée. Reconnexion… { $who } ne voit plus rien pour le moment.
}
seen-paused = { $who ->
    [0] En pause. Votre aidant ne peut pas voir votre écran.
   *[named] En pause. { $who } ne peut pas voir votre écran.
}
seen-only = { $who ->
    [0] Votre aidant peut voir votre écran.
   *[named] { $who } peut voir votre écran.
}
seen-and-controlled = { $who ->
    [0] Votre aidant peut voir votre écran et utiliser votre souris et votre clavier.
   *[named] { $who } peut voir votre écran et utiliser votre souris et votre clavier.
}
reconnecting = Reconnexion : encore { $count ->
        [one] { $count } seconde
       *[other] { $count } secondes
    }
words-wait = Ce que vous écrivez maintenant arrivera quand la connexion sera revenue

## Comment le contrôle a pris fin, pour la personne aidée

control-ended-you-escape = { $who ->
    [0] Vous avez appuyé sur Échap : votre aidant ne contrôle plus votre ordinateur.
   *[named] Vous avez appuyé sur Échap : { $who } ne contrôle plus votre ordinateur.
}
control-ended-you-ctrl-c = { $who ->
    [0] Vous avez appuyé sur Ctrl+C : votre aidant ne contrôle plus votre ordinateur.
   *[named] Vous avez appuyé sur Ctrl+C : { $who } ne contrôle plus votre ordinateur.
}
control-ended-you-stopped = { $who ->
    [0] Vous avez arrêté le contrôle : votre aidant ne contrôle plus votre ordinateur.
   *[named] Vous avez arrêté le contrôle : { $who } ne contrôle plus votre ordinateur.
}
control-ended-you-paused = { $who ->
    [0] Vous avez mis la session en pause : votre aidant ne contrôle plus votre ordinateur.
   *[named] Vous avez mis la session en pause : { $who } ne contrôle plus votre ordinateur.
}
control-ended-given-back = { $who ->
    [0] Votre aidant vous a rendu le contrôle.
   *[named] { $who } vous a rendu le contrôle.
}
control-ended-your-computer = { $who ->
    [0] Le contrôle a pris fin : votre ordinateur ne laisse pas votre aidant utiliser la souris et le clavier.
   *[named] Le contrôle a pris fin : votre ordinateur ne laisse pas { $who } utiliser la souris et le clavier.
}
control-ended-not-allowed = { $who ->
    [0] Le contrôle a pris fin : votre aidant n’a plus le droit de contrôler cet ordinateur.
   *[named] Le contrôle a pris fin : { $who } n’a plus le droit de contrôler cet ordinateur.
}

## Comment le contrôle a pris fin, pour l’aidant

control-ended-they-escape = { $who ->
    [0] L’autre personne a appuyé sur Échap et repris le contrôle.
   *[named] { $who } a appuyé sur Échap et repris le contrôle.
}
control-ended-they-ctrl-c = { $who ->
    [0] L’autre personne a appuyé sur Ctrl+C et repris le contrôle.
   *[named] { $who } a appuyé sur Ctrl+C et repris le contrôle.
}
control-ended-they-stopped = { $who ->
    [0] L’autre personne a cliqué sur « Arrêter le contrôle ».
   *[named] { $who } a cliqué sur « Arrêter le contrôle ».
}
control-ended-they-paused = { $who ->
    [0] L’autre personne a mis la session en pause, ce qui a mis fin au contrôle.
   *[named] { $who } a mis la session en pause, ce qui a mis fin au contrôle.
}
control-ended-you-gave-back = Vous avez rendu le contrôle.
control-ended-their-computer = { $who ->
    [0] Le contrôle a pris fin : l’ordinateur de l’autre personne ne laisse personne d’autre utiliser sa souris et son clavier.
   *[named] Le contrôle a pris fin : l’ordinateur de { $who } ne laisse personne d’autre utiliser sa souris et son clavier.
}
control-ended-their-policy = { $who ->
    [0] Le contrôle a pris fin : l’ordinateur de l’autre personne ne l’autorise plus.
   *[named] Le contrôle a pris fin : l’ordinateur de { $who } ne l’autorise plus.
}

## Pourquoi l’aidant n’a pas obtenu le contrôle

control-refused-declined = { $who ->
    [0] L’autre personne a refusé de donner le contrôle. Vous pouvez redemander.
   *[named] { $who } a refusé de donner le contrôle. Vous pouvez redemander.
}
control-refused-no-answer = { $who ->
    [0] L’autre personne n’a pas répondu. Parlez-vous d’abord, puis redemandez.
   *[named] { $who } n’a pas répondu. Parlez-vous d’abord, puis redemandez.
}
control-refused-policy = { $who ->
    [0] L’ordinateur de l’autre personne ne permet à personne de le contrôler. Vous pouvez encore regarder et discuter.
   *[named] L’ordinateur de { $who } ne permet à personne de le contrôler. Vous pouvez encore regarder et discuter.
}
control-refused-paused = { $who ->
    [0] L’autre personne a mis la session en pause. Redemandez quand vous verrez de nouveau l’écran.
   *[named] { $who } a mis la session en pause. Redemandez quand vous verrez de nouveau l’écran.
}
control-refused-cannot = { $who ->
    [0] L’ordinateur de l’autre personne ne laisse personne d’autre utiliser sa souris et son clavier. Vous pouvez encore regarder et discuter.
   *[named] L’ordinateur de { $who } ne laisse personne d’autre utiliser sa souris et son clavier. Vous pouvez encore regarder et discuter.
}
left-out-own-window = { $who ->
    [0] La fenêtre de Hulp de l’autre personne ne vous est pas accessible : votre souris et vos touches n’y font rien.
   *[named] La fenêtre de Hulp de { $who } ne vous est pas accessible : votre souris et vos touches n’y font rien.
}
left-out-cannot-type = { $who ->
    [0] L’ordinateur de l’autre personne ne peut pas taper ce signe.
   *[named] L’ordinateur de { $who } ne peut pas taper ce signe.
}

## Étapes avant une session

connect-step-looking-up = { $who ->
    [0] Recherche de l’endroit où se trouve l’autre personne
   *[named] Recherche de l’endroit où se trouve { $who }
}
connect-step-offering = Proposition d’aide
connect-step-reaching = { $who ->
    [0] Connexion à l’ordinateur de l’autre personne
   *[named] Connexion à l’ordinateur de { $who }
}
connect-step-checking = Vérification de l’invitation
connect-step-waiting = { $who ->
    [0] Attente de l’accord de l’autre personne
   *[named] Attente de l’accord de { $who }
}

## Un fichier qui n’est pas une invitation utilisable

open-fault-unreadable = Ce fichier ne peut pas être lu (le système indique : { $why }).
open-fault-unreadable-next = Vérifiez où l’invitation est enregistrée et ouvrez-la à partir de là.
open-fault-too-large = Ce fichier est bien trop gros pour être une invitation.
open-fault-too-large-next = Choisissez le fichier dont le nom se termine par .hulp.
open-fault-no-invitation = Ce fichier n’est pas une invitation de Hulp, ou il est endommagé (la lecture a donné : { $why }).
open-fault-no-invitation-next = Demandez encore une fois l’invitation et enregistrez le fichier sans l’ouvrir dans un autre programme.
open-fault-newer = Cette invitation a été créée par une version plus récente de Hulp (son format est en version { $version }).
open-fault-newer-next = Installez la dernière version de Hulp, puis ouvrez de nouveau l’invitation.
open-fault-windows = Ceci est une invitation de l’Assistance à distance Windows, pas de Hulp.
open-fault-windows-from = Ceci est une invitation de { $name } créée par l’Assistance à distance Windows, pas par Hulp.
open-fault-windows-until = Elle a expiré { $until }.
open-fault-windows-next = Hulp n’y répond pas : ces sessions sont protégées d’une manière ancienne, qui n’est plus sûre. Demandez à l’autre personne d’installer Hulp et de vous envoyer une invitation de Hulp.

## Pourquoi la session n’a pas eu lieu

try-again = Vous pouvez réessayer.
expert-end-not-reached = { $who ->
    [0] L’ordinateur de l’autre personne n’a pas pu être joint.
   *[named] L’ordinateur de { $who } n’a pas pu être joint.
}
expert-end-no-answer = { $who ->
    [0] L’ordinateur de l’autre personne n’a pas répondu à l’adresse indiquée dans l’invitation.
   *[named] L’ordinateur de { $who } n’a pas répondu à l’adresse indiquée dans l’invitation.
}
expert-end-no-answers = { $who ->
    [0] L’ordinateur de l’autre personne n’a répondu à aucune des { $count } adresses indiquées dans l’invitation.
   *[named] L’ordinateur de { $who } n’a répondu à aucune des { $count } adresses indiquées dans l’invitation.
}
expert-end-relay = La voie par un relais est fermée : { $why }.
expert-end-relay-denied-next = { $who ->
    [0] Demandez à l’autre personne une nouvelle invitation, qui apportera ce que le relais exige. Si ce relais est aussi le vôtre, vérifiez son jeton dans Paramètres, sous Réseau.
   *[named] Demandez à { $who } une nouvelle invitation, qui apportera ce que le relais exige. Si ce relais est aussi le vôtre, vérifiez son jeton dans Paramètres, sous Réseau.
}
expert-end-relay-settings-next = Regardez sur cet ordinateur dans Paramètres, sous Réseau. Puis réessayez.
expert-end-not-reached-next = { $who ->
    [0] Demandez à l’autre personne si Hulp y est ouvert et si l’ordinateur est allumé et connecté. Puis réessayez.
   *[named] Demandez à { $who } si Hulp y est ouvert et si l’ordinateur est allumé et connecté. Puis réessayez.
}
expert-end-wrong-computer = C’est un autre ordinateur qui a répondu, pas celui qui a créé cette invitation. Rien ne lui a été envoyé.
expert-end-wrong-computer-next = { $who ->
    [0] L’adresse réseau est peut-être passée à un autre ordinateur. Demandez à l’autre personne une nouvelle invitation.
   *[named] L’adresse réseau de { $who } est peut-être passée à un autre ordinateur. Demandez à { $who } une nouvelle invitation.
}
expert-end-not-proved = L’ordinateur qui a répondu ne connaît pas le mot de passe. C’est peut-être une ruse. Hulp a coupé la connexion.
expert-end-not-proved-next = { $who ->
    [0] Appelez l’autre personne et demandez une nouvelle invitation.
   *[named] Appelez { $who } et demandez une nouvelle invitation.
}
expert-end-password-missing = Cette invitation demande un mot de passe.
expert-end-password-missing-next = { $who ->
    [0] Demandez-le à l’autre personne, de préférence par téléphone, et tapez-le ci-dessous.
   *[named] Demandez-le à { $who }, de préférence par téléphone, et tapez-le ci-dessous.
}
expert-end-failed = Un problème est survenu sur cet ordinateur (le système indique : { $why }).

## Pourquoi l’autre ordinateur n’a pas laissé entrer l’aidant

refusal-ask-for-new = { $who ->
    [0] Demandez-en une nouvelle à l’autre personne.
   *[named] Demandez-en une nouvelle à { $who }.
}
refusal-talk-first = { $who ->
    [0] Parlez d’abord avec l’autre personne, puis réessayez.
   *[named] Parlez d’abord avec { $who }, puis réessayez.
}
refusal-unknown = { $who ->
    [0] L’ordinateur de l’autre personne ne connaît pas cette invitation.
   *[named] L’ordinateur de { $who } ne connaît pas cette invitation.
}
refusal-unknown-next = Elle y a peut-être été supprimée. Demandez-en une nouvelle.
refusal-expired = Cette invitation a expiré { $when }.
refusal-withdrawn = { $who ->
    [0] L’autre personne a retiré cette invitation.
   *[named] { $who } a retiré cette invitation.
}
refusal-withdrawn-next = Si ce n’était pas voulu, demandez-en une nouvelle.
refusal-in-use = { $who ->
    [0] Quelqu’un d’autre est déjà avec l’autre personne grâce à cette même invitation.
   *[named] Quelqu’un d’autre est déjà avec { $who } grâce à cette même invitation.
}
refusal-in-use-next = { $who ->
    [0] Si l’autre personne n’est pas au courant, dites-lui de cliquer tout de suite sur « Déconnecter ».
   *[named] Si { $who } n’est pas au courant, dites-lui de cliquer tout de suite sur « Déconnecter ».
}
refusal-used = Cette invitation a déjà servi et ne marche qu’une fois.
refusal-password = Ce mot de passe n’est pas le bon.
refusal-password-no-tries = { $who ->
    [0] Il ne reste plus d’essais. Demandez à l’autre personne une nouvelle invitation.
   *[named] Il ne reste plus d’essais. Demandez à { $who } une nouvelle invitation.
}
refusal-password-last-try = { $who ->
    [0] Il reste un essai. Demandez d’abord le mot de passe à l’autre personne.
   *[named] Il reste un essai. Demandez d’abord le mot de passe à { $who }.
}
refusal-password-tries = { $who ->
    [0] Il reste { $count } essais. Les minuscules et les majuscules sont différentes. Demandez à l’autre personne en cas de doute.
   *[named] Il reste { $count } essais. Les minuscules et les majuscules sont différentes. Demandez à { $who } en cas de doute.
}
refusal-voided = Cette invitation s’est annulée d’elle-même, après trop de mots de passe incorrects ou de refus.
refusal-policy = { $who ->
    [0] L’ordinateur de l’autre personne n’autorise pas l’aide sur invitation.
   *[named] L’ordinateur de { $who } n’autorise pas l’aide sur invitation.
}
refusal-policy-next = { $who ->
    [0] L’autre personne, ou la personne qui s’occupe de cet ordinateur, peut l’autoriser dans Paramètres.
   *[named] { $who }, ou la personne qui s’occupe de cet ordinateur, peut l’autoriser dans Paramètres.
}
refusal-busy = { $who ->
    [0] Un autre aidant est avec l’autre personne en ce moment.
   *[named] Un autre aidant est avec { $who } en ce moment.
}
refusal-busy-next = Réessayez plus tard.
refusal-declined = { $who ->
    [0] L’autre personne a dit non.
   *[named] { $who } a dit non.
}
refusal-no-answer = { $who ->
    [0] L’autre personne n’a pas répondu à temps.
   *[named] { $who } n’a pas répondu à temps.
}
refusal-no-answer-next = { $who ->
    [0] Il n’y a peut-être personne devant cet ordinateur. Appelez l’autre personne, puis réessayez.
   *[named] Il n’y a peut-être personne devant cet ordinateur. Appelez { $who }, puis réessayez.
}
refusal-version = { $who ->
    [0] Le Hulp de l’autre personne et le vôtre sont d’âges trop différents pour se comprendre (là-bas la version { $theirs }, ici la version { $yours }).
   *[named] Le Hulp de { $who } et le vôtre sont d’âges trop différents pour se comprendre (là-bas la version { $theirs }, ici la version { $yours }).
}
refusal-version-yours-next = Installez la dernière version de Hulp sur cet ordinateur.
refusal-version-theirs-next = { $who ->
    [0] Demandez à l’autre personne d’installer la dernière version de Hulp.
   *[named] Demandez à { $who } d’installer la dernière version de Hulp.
}
refusal-cannot-share = { $who ->
    [0] L’ordinateur de l’autre personne ne peut pas montrer son écran.
   *[named] L’ordinateur de { $who } ne peut pas montrer son écran.
}
refusal-cannot-share-next = { $who ->
    [0] Demandez à l’autre personne ce qu’en dit sa fenêtre de Hulp.
   *[named] Demandez à { $who } ce qu’en dit sa fenêtre de Hulp.
}
refusal-session-over = { $who ->
    [0] La connexion s’est coupée, et l’ordinateur de l’autre personne a mis fin à la session entre-temps.
   *[named] La connexion s’est coupée, et l’ordinateur de { $who } a mis fin à la session entre-temps.
}
refusal-session-over-next = { $who ->
    [0] Vous pouvez réessayer : la question sera de nouveau posée à l’autre personne.
   *[named] Vous pouvez réessayer : la question sera de nouveau posée à { $who }.
}
refusal-not-on-list = { $who ->
    [0] L’ordinateur de l’autre personne n’accepte pas de proposition d’aide de votre part.
   *[named] L’ordinateur de { $who } n’accepte pas de proposition d’aide de votre part.
}
refusal-not-on-list-next = { $who ->
    [0] Demandez une invitation à l’autre personne.
   *[named] Demandez une invitation à { $who }.
}
refusal-too-soon = { $who ->
    [0] L’autre personne n’a pas accepté votre dernière proposition d’aide et n’en reçoit pas encore d’autre.
   *[named] { $who } n’a pas accepté votre dernière proposition d’aide et n’en reçoit pas encore d’autre.
}
refusal-protocol = { $who ->
    [0] Le Hulp de l’autre personne n’a pas compris le vôtre.
   *[named] Le Hulp de { $who } n’a pas compris le vôtre.
}
refusal-protocol-next = Assurez-vous que vous avez tous deux la dernière version de Hulp, puis réessayez.

## Pourquoi une session a pris fin

ended-by-other = { $who ->
    [0] L’autre personne a mis fin à la session.
   *[named] { $who } a mis fin à la session.
}
ended-by-you = Vous avez mis fin à la session.
ended-other-closed = { $who ->
    [0] L’autre personne a fermé Hulp.
   *[named] { $who } a fermé Hulp.
}
ended-other-closed-next = Si vous n’avez pas fini, demandez-lui de le rouvrir et de vous envoyer une nouvelle invitation.
ended-closed-here = Hulp a été fermé sur cet ordinateur.
ended-they-withdrew = { $who ->
    [0] L’autre personne a retiré l’invitation, ce qui a mis fin à la session.
   *[named] { $who } a retiré l’invitation, ce qui a mis fin à la session.
}
ended-you-withdrew = Vous avez retiré l’invitation, ce qui a mis fin à la session.
ended-line-broke = { $who ->
    [0] La connexion avec l’ordinateur de l’autre personne s’est coupée.
   *[named] La connexion avec l’ordinateur de { $who } s’est coupée.
}
ended-line-broke-next = { $who ->
    [0] Aucune de vos touches n’y reste enfoncée. Vous pouvez réessayer : la question sera de nouveau posée à l’autre personne.
   *[named] Aucune de vos touches n’y reste enfoncée. Vous pouvez réessayer : la question sera de nouveau posée à { $who }.
}
ended-line-stayed-broken = { $who ->
    [0] La connexion avec votre aidant s’est coupée et n’est pas revenue à temps.
   *[named] La connexion avec { $who } s’est coupée et n’est pas revenue à temps.
}
ended-their-screen = { $who ->
    [0] L’ordinateur de l’autre personne ne pouvait plus montrer son écran.
   *[named] L’ordinateur de { $who } ne pouvait plus montrer son écran.
}
ended-your-screen = Votre écran ne pouvait plus être montré, ce qui a mis fin à la session.
ended-not-understood = { $who ->
    [0] Le Hulp de l’autre personne a dit quelque chose que celui-ci ne comprend pas ; la session a donc été arrêtée.
   *[named] Le Hulp de { $who } a dit quelque chose que celui-ci ne comprend pas ; la session a donc été arrêtée.
}
ended-not-understood-next = Assurez-vous que vous avez tous deux la dernière version de Hulp.
ended-must-not-say = { $who ->
    [0] Le Hulp de votre aidant a dit quelque chose qu’il ne doit pas dire ; la session a donc été arrêtée.
   *[named] Le Hulp de { $who } a dit quelque chose qu’il ne doit pas dire ; la session a donc été arrêtée.
}
ended-their-policy = { $who ->
    [0] L’organisation de l’autre personne n’autorise plus cette session, qui a donc été arrêtée.
   *[named] L’organisation de { $who } n’autorise plus cette session, qui a donc été arrêtée.
}
ended-their-policy-next = { $who ->
    [0] L’autre personne peut demander à son administrateur.
   *[named] { $who } peut demander à son administrateur.
}
ended-your-policy = Votre administrateur n’autorise plus cette session, qui a donc été arrêtée.
ended-you-not-on-list = { $who ->
    [0] L’ordinateur de l’autre personne n’accepte plus votre aide ; la session a donc été arrêtée.
   *[named] L’ordinateur de { $who } n’accepte plus votre aide ; la session a donc été arrêtée.
}
ended-you-not-on-list-next = Demandez à la personne qui s’occupe de cet ordinateur pourquoi vous n’êtes plus sur sa liste d’aidants.
ended-they-not-on-list = { $who ->
    [0] Votre aidant n’est plus sur la liste des aidants ; la session a donc été arrêtée.
   *[named] { $who } n’est plus sur la liste des aidants ; la session a donc été arrêtée.
}

## Codes

code-fault-wrong-codes = Des codes incorrects sont essayés sans arrêt. Hulp n’en crée plus de lui-même.
code-fault-wrong-codes-next = Créez un nouveau code pendant que votre aidant est au téléphone, ou enregistrez l’invitation dans un fichier.
code-used-up-crowded = Quelqu’un d’autre est venu au numéro de votre code. Ce code n’est plus valable : en voici un nouveau.
code-used-up-silent = Quelqu’un est venu pour votre code, puis a abandonné. Ce code n’est plus valable : en voici un nouveau.
code-used-up-wrong = Quelqu’un a tapé un code incorrect. Votre code n’est plus valable : en voici un nouveau. Si votre aidant s’est trompé, lisez-lui le nouveau.
fetch-fault-paper = Ce qui est arrivé pour ce code n’est pas une invitation que Hulp peut utiliser.
fetch-fault-no-code = Ceci n’est pas un code.
fetch-fault-no-code-next = Un code est un nombre suivi de six autres chiffres, par exemple 5-001-997. Demandez-le encore une fois.
fetch-fault-nobody = Personne n’attend avec ce code.
fetch-fault-nobody-next = Demandez à l’autre personne quel code elle voit maintenant et si sa page est encore ouverte.
fetch-fault-wrong = Ce code n’est pas le bon, et il n’est plus valable : chaque code ne peut être essayé qu’une fois.
fetch-fault-wrong-next = L’autre personne en voit un nouveau. Demandez-lui de vous le lire.
fetch-fault-crowded = Quelqu’un d’autre a utilisé le numéro de ce code.
fetch-fault-crowded-next = Demandez à l’autre personne de créer un nouveau code.
fetch-fault-silent = L’autre ordinateur a interrompu l’échange.
fetch-fault-silent-next = Demandez un nouveau code à l’autre personne.
fetch-fault-no-invitation = Ce qui est arrivé pour ce code n’est pas une invitation.
fetch-fault-no-invitation-next = Demandez à l’autre personne de créer un code dans Hulp.
mailbox-address = L’adresse du serveur des codes n’est pas la bonne.
mailbox-address-next = Corrigez-la dans Paramètres, sous Réseau.
mailbox-not-reached = Le serveur des codes ne peut pas être joint (le système indique : { $why }).
mailbox-lost = La connexion avec le serveur des codes s’est coupée.
mailbox-refused = Le serveur des codes refuse : « { $words } ».
mailbox-no-randomness = Cet ordinateur n’a pas pu créer de code à l’instant.
mailbox-nonsense = Ce qui répond là n’est pas un vrai serveur de codes.
mailbox-next = Vérifiez la connexion et réessayez, ou utilisez un fichier : cela marche sans ce serveur.

## Où en est une invitation : en un mot, et ce qu’il signifie

invitation-open = Ouverte
invitation-open-means = Elle attend votre aidant.
invitation-in-use = En cours
invitation-in-use-means = Votre aidant est ici grâce à elle.
invitation-used = Utilisée
invitation-used-means = Elle a servi et ne marche qu’une fois.
invitation-expired = Expirée
invitation-expired-means = Son délai est écoulé.
invitation-withdrawn = Retirée
invitation-withdrawn-means = Vous l’avez reprise.
invitation-voided = Annulée
invitation-voided-means = Elle s’est annulée d’elle-même : il y a eu trop de mots de passe incorrects, ou vous avez refusé trop souvent.

## Comment une invitation est partie

sent-how-file = Fichier
sent-how-code = Code
sent-how-email = E-mail
sent-how-contact = Contact
sent-how-offer = Proposition
sent-how-many = { $count } moyens
sent-to-telephone = Par téléphone
sent-to-chosen-elsewhere = Choisi dans le logiciel de messagerie
listed = { $first } et { $last }
file-in-folder = { $file } dans le dossier { $folder }
invited = Cette personne a l’invitation que vous avez { $ways }.
invited-file = enregistrée sous le nom { $file }
invited-code = donnée par un code
invited-email = envoyée par e-mail
invited-email-to = envoyée par e-mail à { $to }
invited-contact = envoyée à votre contact { $address }
invited-offer = donnée à { $name } à la suite d’une proposition d’aide
went-out = Elle a été { $ways }.
went-out-file = enregistrée sous le nom { $file }
went-out-code = donnée par un code
went-out-email = envoyée par e-mail
went-out-email-to = envoyée par e-mail à { $to }
went-out-contact = envoyée à votre contact { $address }
went-out-offer = donnée à { $name } à la suite d’une proposition d’aide

## Contacts

contact-line-signed-out = Vous n’êtes pas en ligne.
contact-line-looking = Recherche de votre mot de passe dans le trousseau de clés de cet ordinateur…
contact-line-needs-password = Veuillez taper votre mot de passe : il n’est pas dans le trousseau de clés de cet ordinateur.
contact-line-connecting = Connexion…
contact-line-online = Vous êtes en ligne : vos contacts voient que vous êtes là.
contact-line-lost = { $why } Hulp réessaie tout de suite de lui-même.
contact-line-lost-pause = { $why } Hulp réessaiera de lui-même dans { $count } secondes.
contact-line-not-allowed = Votre administrateur n’autorise pas l’utilisation de contacts sur cet ordinateur.
contact-fault-no-address = Ce n’est pas l’adresse d’un contact. Une telle adresse ressemble à anna@example.org.
contact-fault-no-server = Ce n’est pas un serveur. Un tel nom ressemble à chat.example.org.
contact-fault-not-reached = Le serveur de contacts n’a pas pu être joint (le système indique : { $why }). Vérifiez votre connexion internet et l’adresse.
contact-fault-untrusted = Le serveur de contacts a montré un certificat auquel on ne peut pas se fier (le système indique : { $why }). Votre mot de passe ne lui a pas été donné.
contact-fault-no-encryption = Le serveur de contacts n’offre pas de connexion sécurisée ; votre mot de passe ne lui a donc pas été donné.
contact-fault-password = Le serveur de contacts n’a pas accepté cette adresse et ce mot de passe.
contact-fault-unproved = Le serveur de contacts n’a pas pu montrer qu’il connaît votre compte ; Hulp l’a donc quitté. Vérifiez l’adresse et interrogez la personne qui gère le serveur.
contact-fault-no-way-in = Le serveur de contacts n’offre aucun moyen de connexion que Hulp connaisse.
contact-fault-refused = Le serveur de contacts refuse (le message est : { $why }).
contact-fault-nonsense = Ce qui répond là n’est pas un vrai serveur de contacts.
contact-fault-lost = La connexion avec le serveur de contacts s’est coupée.
contact-fault-not-connected = Il n’y a pas de connexion avec votre serveur de contacts en ce moment. Regardez dans Paramètres, sous Contacts.
contact-fault-undelivered = Le contact n’a pas pu être joint.
contact-fault-no-randomness = Cet ordinateur ne fournit pas de nombres aléatoires en ce moment.
presence-can-help = En ligne, avec Hulp
presence-online = En ligne, sans Hulp
presence-asked = Demande envoyée ; pas encore de réponse
presence-not-shown = Ne vous montre pas sa présence
presence-offline = Hors ligne
contact-request = { $contact } souhaite faire partie de vos contacts. Vous répondez dans Paramètres, sous Contacts.
ring-asks = { $who ->
    [0] Quelqu’un vous demande de l’aide
   *[named] { $who } vous demande de l’aide
}
ring-offers = { $who ->
    [0] Quelqu’un vous propose de l’aide
   *[named] { $who } vous propose de l’aide
}
call-rings = Hulp sonne chez { $name }, pendant { $count } secondes…
call-invited = { $name } a accepté. À sa connexion, Hulp vous posera la question.
call-connects = { $name } a accepté. Hulp établit la connexion…
call-declined = { $name } a refusé.
call-no-answer = { $name } n’a pas répondu pendant { $count } secondes.
call-taken-back = Vous avez annulé votre appel à { $name }.

## E-mail

mail-step-reaching = Connexion au serveur de messagerie…
mail-step-securing = Sécurisation de la connexion au serveur de messagerie…
mail-step-logging-in = Identification auprès du serveur de messagerie…
mail-step-sending = Envoi du message…
mail-ready = Un message est prêt dans votre logiciel de messagerie : choisissez le destinataire, puis cliquez-y sur « Envoyer ».
mail-ready-for = Un message pour { $to } est prêt dans votre logiciel de messagerie : cliquez-y sur « Envoyer ».
mail-closed = Le message à votre aidant a été fermé et n’est pas envoyé.
mail-closed-to = Le message à { $to } a été fermé et n’est pas envoyé.
mail-no-program = Hulp n’a pas trouvé de logiciel de messagerie sur cet ordinateur. L’invitation est enregistrée, pour que vous puissiez l’envoyer vous-même.
mail-program-failed = Votre logiciel de messagerie ne s’est pas ouvert (le système indique : { $why }). L’invitation est enregistrée, pour que vous puissiez l’envoyer vous-même.
password-in-keyring = Le mot de passe est dans le trousseau de clés de cet ordinateur.
password-this-run-only = Cet ordinateur n’a pas de trousseau de clés pour garder le mot de passe : Hulp le connaît jusqu’à sa fermeture.
email-fault-nothing = Aucune adresse e-mail n’est écrite.
email-fault-no-address = « { $typed } » n’est pas une adresse e-mail.
email-fault-no-address-next = Veuillez en écrire une, par exemple anna@example.org.
email-fault-no-sender = Votre propre adresse e-mail manque.
email-fault-no-server = Aucun serveur de messagerie n’est configuré.
email-fault-settings-next = Veuillez regarder dans Paramètres, sous E-mail.
email-fault-no-password = Hulp ne connaît pas votre mot de passe pour { $server }.
email-fault-no-password-next = Veuillez le taper dans Paramètres, sous E-mail.
email-fault-not-reached = Le serveur de messagerie { $server } n’a pas pu être joint au port { $port } (le système indique : { $why }).
email-fault-not-reached-next = Vérifiez votre connexion internet, ainsi que le nom et le port du serveur dans Paramètres.
email-fault-silent = Le serveur de messagerie { $server } n’a pas répondu.
email-fault-silent-next = Vérifiez le nom, le port et la sécurité du serveur dans Paramètres, puis réessayez.
email-fault-silent-login = Le serveur de messagerie { $server } n’a pas répondu à l’identification.
email-fault-silent-login-next = Veuillez réessayer plus tard.
email-fault-silent-message = Le serveur de messagerie { $server } n’a pas dit s’il a accepté le message.
email-fault-silent-message-next = Demandez à votre aidant s’il est arrivé avant de le renvoyer.
email-fault-not-secure = Le serveur de messagerie { $server } n’offre pas de connexion sécurisée à ce port ; rien n’a donc été envoyé.
email-fault-not-secure-next = Essayez TLS avec le port 465 dans Paramètres, ou demandez à votre fournisseur.
email-fault-unknown = Le serveur de messagerie { $server } a montré un certificat auquel on ne peut pas se fier : personne à qui cet ordinateur fait confiance ne s’en porte garant. Votre mot de passe ne lui a pas été donné.
email-fault-other-name = Le serveur de messagerie { $server } a montré un certificat auquel on ne peut pas se fier : il appartient à un serveur d’un autre nom. Votre mot de passe ne lui a pas été donné.
email-fault-expired = Le serveur de messagerie { $server } a montré un certificat auquel on ne peut pas se fier : il a expiré, ou l’horloge de cet ordinateur n’est pas à l’heure. Votre mot de passe ne lui a pas été donné.
email-fault-certificate = Le serveur de messagerie { $server } a montré un certificat auquel on ne peut pas se fier : il n’est pas valable. Votre mot de passe ne lui a pas été donné.
email-fault-certificate-next = Vérifiez le nom du serveur dans Paramètres, ou demandez à votre fournisseur.
email-fault-tls = Aucune connexion sécurisée avec le serveur de messagerie { $server } n’a pu être établie (le système indique : { $why }).
email-fault-tls-next = Vérifiez le port et la sécurité dans Paramètres : STARTTLS utilise le plus souvent le port 587, TLS le port 465.
email-fault-no-login = Le serveur de messagerie { $server } n’offre aucun moyen d’identification que Hulp connaisse.
email-fault-no-login-next = Utilisez votre propre logiciel de messagerie ou un autre serveur.
email-fault-login = Le serveur de messagerie { $server } n’a pas accepté votre nom d’utilisateur et votre mot de passe. Il dit : « { $said } ».
email-fault-login-next = Vérifiez les deux dans Paramètres. Certains fournisseurs veulent un mot de passe créé pour un seul programme.
email-fault-sender = Le serveur de messagerie { $server } n’accepte pas de courrier de { $address }. Il dit : « { $said } ».
email-fault-sender-next = Vérifiez votre adresse e-mail dans Paramètres.
email-fault-recipient = Le serveur de messagerie { $server } n’accepte pas de courrier pour { $address }. Il dit : « { $said } ».
email-fault-recipient-next = Vérifiez l’adresse.
email-fault-message = Le serveur de messagerie { $server } a refusé le message. Il dit : « { $said } ».
email-fault-message-next = Vous pouvez envoyer le fichier par un autre moyen.
email-fault-broken = La connexion avec le serveur de messagerie { $server } s’est coupée (le système indique : { $why }).
email-fault-broken-next = Veuillez réessayer.

## Comment deux ordinateurs se joignent

way-near-open = Même réseau : ouvert
way-near-closed = Même réseau : fermé ; cet ordinateur n’est dans aucun réseau
way-directly-open = Directement par internet : ouvert
way-directly-perhaps = Directement par internet : peut-être ; cet ordinateur a une adresse sur internet
way-directly-looking = Directement par internet : demande au routeur…
way-directly-later = Directement par internet : fermé ; s’ouvrira peut-être de lui-même quand votre aidant sera là
way-directly-off = Directement par internet : fermé ; demander un port au routeur est désactivé dans Paramètres
way-directly-closed = Directement par internet : fermé ; le routeur n’a pas ouvert de port
way-relay-open = Par internet avec un relais : ouvert
way-relay-looking = Par internet avec un relais : recherche d’un relais…
way-relay-off = Par internet avec un relais : désactivé dans Paramètres
way-relay-closed = Par internet avec un relais : fermé ; { $why }
ways-trouble-relay-off = Seul un aidant du même réseau peut joindre cet ordinateur en ce moment. Avec un relais, dans Paramètres sous Réseau, les autres le peuvent aussi.
ways-trouble = Seul un aidant du même réseau peut joindre cet ordinateur en ce moment. Hulp continue d’essayer les autres voies.
relay-fault-no-relay = l’adresse du relais dans Paramètres, sous Réseau, n’en est pas une
relay-fault-no-proxy = le proxy ne peut pas être utilisé : { $proxy } n’est pas l’adresse d’un proxy HTTP, comme http://proxy.example:3128
relay-fault-token = le relais n’accepte pas le jeton indiqué dans Paramètres, sous Réseau (le message est : { $why })
relay-fault-not-let-in = le relais ne vous laisse pas entrer (le message est : { $why })
relay-fault-proxy = le proxy { $proxy } ne laisse pas passer Hulp ; voyez Paramètres, sous Réseau (le message est : { $why })
relay-fault-not-reached = aucun relais ne répond ; la connexion internet manque peut-être
relay-fault-nobody = l’autre ordinateur n’est pas là
relay-fault-unusable = cet ordinateur ne peut pas en utiliser (le système indique : { $why })
reached-same-network = même réseau
reached-directly = directement par internet
reached-through-relay = par internet avec un relais
