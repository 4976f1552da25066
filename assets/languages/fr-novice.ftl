### The pages of who is helped, and those of both

## The first page

home-title = Comment Hulp peut-il vous aider ?
home-get-help = Recevoir de l’aide
home-get-help-means = Une personne de confiance voit votre écran et, si vous dites oui, utilise votre souris et votre clavier. Vous pouvez l’arrêter à tout moment.
home-invite = Inviter quelqu’un à vous aider
home-give-help = Donner de l’aide
home-give-help-means = Quelqu’un vous a envoyé une invitation (un fichier dont le nom finit par .hulp) ou vous lit un code.
home-open = Ouvrir une invitation
home-code = Saisir un code
home-offer = Proposer de l’aide à un ordinateur
home-status = État des invitations
home-log = Journal
home-check = Vérifier cet ordinateur
home-settings = Paramètres
home-invitations-wait = { $count ->
    [one] { $count } invitation ouverte attend un aidant.
   *[other] { $count } invitations ouvertes attendent un aidant.
}

## On every page

back = Retour
opening-title = Ouverture de l’invitation…
browse = Parcourir…
browse-no-dialog = Cet ordinateur n’a pas de fenêtre pour choisir un fichier. Veuillez saisir son emplacement.
browse-invitations = Invitation Hulp

## The chat

chat-message = Message de discussion
chat-too-long = Trop long : envoyez-le en plusieurs parties.
chat-send = Envoyer
chat-log = Discussion
chat-empty = { $who ->
    [0] Ce que vous et l’autre personne écrivez apparaît ici.
   *[named] Ce que vous et { $who } écrivez apparaît ici.
}
chat-said-by-me = Vous, { $time }
chat-said-by-other = { $who ->
    [0] L’autre personne, { $time }
   *[named] { $who }, { $time }
}

## Check this computer

check-begins = Hulp essaie réellement chaque partie de cet ordinateur.
check-again = Vérifier à nouveau
check-copy = Copier comme texte
check-your-screen = Votre écran
check-group-when-helped = Quand quelqu’un vous aide
check-group-reach = Comment votre aidant vous joint
check-group-travel = Comment voyagent les invitations, et le reste

## The window is closed while helpers are waited for

closing-title = Fermer Hulp ?
closing-then-nobody = Si vous fermez Hulp, les aidants ne peuvent plus joindre cet ordinateur jusqu’à ce que vous relanciez Hulp. Vos invitations sont conservées.
closing-keep-waiting = Continuer d’attendre
closing-close = Fermer Hulp

## Somebody calls

ring-address = Adresse : { $address }
ring-contact = Un de vos contacts ; le serveur de contacts garantit l’adresse.
ring-stranger = Cette personne n’est pas parmi vos contacts. Les escrocs appellent des gens qu’ils ne connaissent pas.
ring-words = « { $words } »
ring-next-help = Si vous acceptez, Hulp se connecte à l’ordinateur de cette personne, et on lui demande si vous pouvez voir son écran.
ring-next-helping = Si vous acceptez, Hulp lui envoie une invitation. À sa connexion, Hulp vous demande d’abord votre accord : personne ne voit rien avant que vous disiez oui.
ring-accept = Accepter
ring-decline = Refuser

## May someone see your screen?

consent-title = Quelqu’un peut-il voir votre écran ?
consent-wants-to-help = { $who ->
    [0] Quelqu’un veut vous aider.
   *[named] { $who } veut vous aider.
}
consent-same-computer = C’est l’ordinateur sur lequel votre contact a accepté, d’après le serveur de contacts.
consent-other-computer = C’est un autre ordinateur que celui sur lequel votre contact a accepté, d’après le serveur de contacts. Si vous ne pouvez pas le lui demander par téléphone, cliquez sur « Refuser ».
consent-compare = Demandez par téléphone quels mots votre aidant voit. Ce doivent être :
consent-allow = Autoriser
consent-decline = Refuser
consent-countdown = Sans réponse : non dans { $time }.
consent-countdown-begins = { $count ->
    [one] Sans réponse : non dans { $count } minute au plus.
   *[other] Sans réponse : non dans { $count } minutes au plus.
}
consent-organisation = De votre organisation

## How did this begin?

who-called-title = Comment cela a-t-il commencé ?
who-called-by-me = C’est moi qui ai appelé
who-called-by-them = C’est l’autre personne qui a appelé
who-called-by-nobody = Nous ne nous sommes pas parlé
who-called-beware-of-offers = Arrêtez-vous et réfléchissez. Avez-vous demandé de l’aide ? Si ce n’est pas le cas, ou si vous avez un doute, cliquez sur « Refuser » et appelez la personne qui vous aide d’habitude.
who-called-beware-of-callers = Arrêtez-vous et réfléchissez. Des escrocs appellent les gens en se disant de la banque, de la police, de Microsoft ou d’un magasin. Personne d’honnête ne vous appelle pour entrer dans votre ordinateur. Si vous avez un doute, cliquez sur « Refuser », raccrochez et appelez quelqu’un que vous connaissez.
who-called-know-them = Je connais cette personne et je veux continuer
who-called-answer-first = Pour autoriser, répondez d’abord à la question ci-dessus.

## An offer of help

offer-question-compare = Si vous vous parlez par téléphone, demandez quels mots votre aidant voit. Ce doivent être :
offer-question-not-expected = Si vous n’avez pas besoin d’aide maintenant, ou n’attendez personne, cliquez sur « Refuser ».

## May someone take control?

control-question-title = { $who ->
    [0] Votre aidant veut prendre le contrôle de votre ordinateur
   *[named] { $who } veut prendre le contrôle de votre ordinateur
}
control-question-means = { $who ->
    [0] Si vous l’autorisez, votre aidant peut utiliser votre souris et votre clavier en même temps que vous. Continuez à regarder ce qui se passe.
   *[named] Si vous l’autorisez, { $who } peut utiliser votre souris et votre clavier en même temps que vous. Continuez à regarder ce qui se passe.
}
control-question-ways = Vous pouvez l’arrêter à tout moment, de trois façons :
control-question-way-esc = Appuyez sur la touche Échap (Esc).
control-question-way-ctrl-c = Appuyez sur Ctrl+C : maintenez Ctrl enfoncée et appuyez sur C.
control-question-shortcut = Votre bureau offre un moyen de plus, quelle que soit la fenêtre au premier plan : { $keys }
control-question-way-button = Cliquez sur « Arrêter le contrôle », dans cette fenêtre.
control-question-keys-here-only = Sur cet ordinateur, Échap et Ctrl+C n’arrêtent le contrôle que si cette fenêtre est au premier plan. Cliquez sur « Arrêter le contrôle », ou cliquez d’abord sur cette fenêtre.
control-question-keep-in-sight = Gardez cette fenêtre en vue : ici, d’autres fenêtres peuvent la recouvrir. La souris et les touches de votre aidant ne sont pas retenues pendant que vous utilisez les vôtres.
control-question-allow = Autoriser le contrôle

## The session

session-reconnecting = { $left }. { $words }.
session-stop-control = Arrêter le contrôle
session-stop-keys = Ou appuyez sur Échap ou sur Ctrl+C.
session-stop-shortcut = Ou appuyez sur Échap ou Ctrl+C dans cette fenêtre, ou n’importe où sur les touches de votre bureau : { $keys }
stop-shortcut-description = Hulp : arrêter le contrôle par l’aidant
session-stop-keys-here-only = Ou appuyez sur Échap ou Ctrl+C dans cette fenêtre.
session-control-waits = { $who ->
    [0] Votre aidant n’a pas le contrôle pour l’instant. Le contrôle reprendra avec la connexion, sauf si vous l’arrêtez.
   *[named] { $who } n’a pas le contrôle pour l’instant. Le contrôle reprendra avec la connexion, sauf si vous l’arrêtez.
}
session-held-back = { $who ->
    [0] Vous utilisez la souris : votre aidant ne peut rien saisir pour l’instant.
   *[named] Vous utilisez la souris : { $who } ne peut rien saisir pour l’instant.
}
session-pause = Pause
session-resume = Reprendre
session-disconnect = Déconnecter
session-both-see = { $who ->
    [0] Vous et votre aidant voyez tous deux : { $words }
   *[named] Vous et { $who } voyez tous deux : { $words }
}

## The session has ended

ended-title = La session est terminée
ended-invitation-holds = L’invitation reste valable : votre aidant peut revenir avec elle, et la question vous sera posée à nouveau.
ended-invitation-over = Plus personne ne peut voir votre écran, et l’invitation ne fonctionne plus.
ended-offer-over = Plus personne ne peut voir votre écran. Si votre aidant propose de nouveau son aide, la question vous sera posée.
ended-done = Terminé
ended-show-in-log = Montrer dans le journal

## Invite someone to help

invite-how = Comment votre aidant la reçoit
invite-way-contact = Un contact
invite-way-code = Un code
invite-way-email = E-mail
invite-way-file = Enregistrer un fichier
invite-act-contact = Demander de l’aide
invite-act-contact-named = Demander de l’aide à { $name }
invite-act-code = Créer un code
invite-act-email = Envoyer l’invitation
invite-act-file = Enregistrer l’invitation
invite-password-and-contact = L’invitation va à ce contact par vos serveurs de contacts, qui pourraient la lire. Hulp vous demande votre accord quand quelqu’un vient avec elle.
invite-password-and-code = Un code que vous lisez par téléphone suffit. Avec un mot de passe, votre aidant a besoin des deux.
invite-password-and-email = Alors l’e-mail seul ne suffit pas. Donnez le mot de passe par téléphone ; il n’est jamais dans l’e-mail.
invite-password-and-file = Alors le fichier seul ne suffit pas. Donnez le mot de passe par téléphone.
invite-code-means = Vous le lisez par téléphone, et votre aidant le saisit dans Hulp.
invite-your-name = Votre nom
invite-message = Message à votre aidant
invite-message-hint = Quel est le problème ? Vous pouvez laisser ce champ vide.
invite-expires-after = Expire après
invite-expires-after-unit = Unité de « Expire après »
invite-unit-minutes = Minutes
invite-unit-hours = Heures
invite-unit-days = Jours
invite-require-password = Exiger un mot de passe
invite-password = Mot de passe
invite-password-repeat = Répéter le mot de passe
invite-password-make = En créer un facile à dire
invite-password-show = Afficher le mot de passe
invite-password-write-down = Notez-le maintenant : Hulp ne l’affichera plus.
invite-password-not-made = Cet ordinateur n’a pas pu créer de mot de passe pour l’instant.
invite-passwords-differ = Les deux mots de passe ne sont pas identiques.
invite-choose-contact = Veuillez choisir qui doit vous aider.
invite-choose-place = Veuillez indiquer où enregistrer l’invitation.
invite-save-to = Enregistrer dans
invite-contacts-in-settings = Vous vous connectez, et voyez vos contacts, dans Paramètres, sous Contacts.
invite-no-contact-there = Aucun de vos contacts n’est là avec Hulp en ce moment.
invite-add-contacts = Vous ajoutez des contacts dans Paramètres, sous Contacts.

## An invitation by e-mail

mailing-to = À
mailing-by-program = Votre propre logiciel de messagerie s’ouvre avec le message ; vous pouvez aussi y choisir l’adresse.
mailing-by-server = Hulp l’envoie par { $server }.
mailing-your-server = votre serveur de messagerie
mailing-opening = Ouverture de votre logiciel de messagerie…
mailing-attachment-missing = Pièce jointe manquante ? Voici le fichier
mailing-here-is-file = Voici le fichier
mailing-attach-file = Joignez ce fichier
mailing-sent = Envoyé à { $to }.
mailing-sent-unnamed = Envoyé à votre aidant.
mailing-server-possible = Hulp peut aussi l’envoyer lui-même, si vous configurez votre serveur de messagerie dans Paramètres, sous E-mail.
mailing-not-saved = L’invitation n’a pas pu être envoyée (le système indique : { $why }).
mailing-by-hand = Enregistrer le fichier et écrire moi-même
mailing-text = Le texte du message, si vous l’écrivez vous-même :
mailing-text-name = Texte à coller
mailing-text-copy = Copier le texte
mailing-try-again = Réessayer
mailing-send-again = Envoyer à nouveau

## A contact who is called

calling-not-called = L’invitation attend. Qui l’a peut se connecter, et Hulp vous demande alors votre accord.
calling-stop = Arrêter l’appel
calling-again = Demander à nouveau à { $name }

## Waiting for your helper

waiting-title = En attente de votre aidant
waiting-none = Aucune invitation n’attend
waiting-making = Création de l’invitation…
waiting-not-made = Aucune invitation n’a été créée
waiting-no-longer = Cette invitation n’attend plus
waiting-saved-as = L’invitation est enregistrée sous
waiting-invitation-holds-until = L’invitation expire { $moment }.
waiting-invitation-holds-until-yours-to-say = L’invitation expire { $moment }. Personne ne voit rien avant que vous disiez oui.
waiting-advice = Ce qu’il faut faire maintenant
waiting-give-file = Donnez ce fichier à votre aidant : par e-mail, sur une clé USB, ou dans un dossier partagé.
waiting-for-mail = Votre aidant ouvre avec Hulp le fichier joint à votre e-mail.
waiting-call-with-password = Appelez votre aidant et donnez-lui le mot de passe par téléphone. Ne l’envoyez pas avec le fichier.
waiting-call = Appelez votre aidant. Qui a ce fichier peut demander à voir votre écran : ne le donnez donc à personne d’autre.
waiting-leave-open = Laissez Hulp ouvert. Quand votre aidant vient, Hulp vous demande d’abord votre accord : personne ne voit rien avant que vous disiez oui.
waiting-ways = Comment votre aidant peut joindre cet ordinateur
waiting-withdraw = Retirer l’invitation
waiting-home = Accueil
waiting-may-leave = Vous pouvez quitter cette page : l’invitation continue d’attendre tant que Hulp est ouvert.
waiting-leaving-ends-code = Quand vous quittez cette page, le code prend fin. L’invitation continue d’attendre tant que Hulp est ouvert : sous « État des invitations », « Renvoyer » crée un nouveau code.

## A code that waits

waiting-code-none = Il n’y a pas de code maintenant : il a pris fin avec sa page.
waiting-code-making = Création d’un code…
waiting-code-given = Votre aidant a l’invitation. À sa connexion, Hulp vous demande votre accord.
waiting-code-stolen = Si ce n’est pas votre aidant qui a saisi le code, retirez l’invitation.
waiting-code-read = Lisez ce code à votre aidant par téléphone :
waiting-code-copy = Copier le code
waiting-code-advice = Que dire par téléphone
waiting-code-words = « Ouvrez Hulp, cliquez sur “Saisir un code” et tapez { $digits }. »
waiting-code-password = Donnez ensuite aussi le mot de passe.
waiting-code-beware = Ne le lisez qu’à quelqu’un que vous avez appelé vous-même. Il ne peut être essayé qu’une fois : après un essai manqué, un nouveau apparaît ici. Quand votre aidant vient, Hulp vous demande d’abord votre accord.
waiting-code-new = Créer un nouveau code

## Invitation status

status-none = Vous n’avez encore invité personne.
status-table = Invitations
status-columns = Colonnes
status-sent-to = Envoyée à
status-how = Comment
status-made = Créée
status-expires = Expire
status-state = État
status-line = { $to }, { $how }, créée { $made }, expire { $expires }, { $state }
status-details = Détails
status-expire = Faire expirer
status-resend = Renvoyer
status-delete = Supprimer
status-expiring-ends-session = Votre aidant est là avec cette invitation. Si elle expire maintenant, la session se termine.
status-end-session = Terminer la session
status-deleting-ends-session = Votre aidant est là avec cette invitation. Si vous la supprimez, la session se termine.
status-deleting-open = Cette invitation attend encore. Si vous la supprimez, plus personne ne peut l’utiliser.
status-really-delete = La supprimer
status-keep = La garder
status-made-holds-until = Créée { $made }, expire { $expires }.
status-made-held-until = Créée { $made }, expirée { $expires }.
status-state-and-meaning = { $state } : { $meaning }
status-with-password = Un mot de passe est nécessaire avec elle.
status-without-password = Aucun mot de passe n’est nécessaire avec elle.
status-your-message = Votre message : { $message }
status-addresses = Elle dit que cet ordinateur se trouve à { $addresses }.

## An invitation goes out again

resend-title = Renvoyer cette invitation
resend-means = C’est toujours la même invitation : le premier aidant que vous laissez entrer l’a.
resend-save = Enregistrer à nouveau
resend-not-saved = Elle n’a pas pu y être enregistrée (le système indique : { $why }).
resend-saved-as = Enregistrée sous { $place }.
resend-code-means = Vous le lisez par téléphone, et votre aidant le saisit dans Hulp. Un code plus ancien prend fin.
