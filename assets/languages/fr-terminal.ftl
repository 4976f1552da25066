### What is answered on the terminal, and what becomes of files that are read there

## A start of the program
terminal-open-already = Hulp est déjà ouvert : sa fenêtre passe au premier plan.
# A display: where windows open, such as that of another user of the same computer.
terminal-open-at-another-display = Hulp est déjà ouvert, sur un autre affichage. Utilisez-le là-bas, ou fermez-le d’abord là-bas.
terminal-open-at-display = Hulp est déjà ouvert, sur l’affichage { $display }. Utilisez-le là-bas, ou fermez-le d’abord là-bas.
terminal-open-and-busy = Hulp est déjà ouvert et crée justement une invitation. Réessayez dans un instant.
terminal-open-in-another-version = Hulp est déjà ouvert, dans une autre version. Fermez sa fenêtre, puis démarrez celle-ci.
terminal-saved = { $path } est enregistré. En attente de votre aidant.
terminal-not-made = l’invitation n’a pas pu être créée en { $secs } secondes
terminal-no-password = { $path } n’a pas de mot de passe à la première ligne
terminal-not-read = impossible de lire { $path }
terminal-too-many = cela fait { $count } invitations ; Hulp en ouvre { $most } à la fois

## Files that the command line names. These begin in small letters: “hulp:” stands before them, and mostly a reason behind them
terminal-not-written = impossible d’écrire { $path }
terminal-not-used = impossible d’utiliser { $path }
terminal-not-opened = impossible d’ouvrir { $path }
terminal-not-kept = impossible d’enregistrer { $path }
terminal-not-checked = impossible de vérifier { $path }
terminal-no-file = { $path } n’est pas un fichier
terminal-not-started = impossible de démarrer Hulp une fois de plus

## hulp identity
identity-key = Clé : { $key }
# The words of the key, to compare by telephone
identity-words = Mots de vérification : { $words }
# $until is a date: 2026-11-26
identity-card = Carte d’aidant : { $name } de { $organisation }, valable jusqu’au { $until }
# --name is typed as it is
identity-say-your-name = indiquez votre nom : --name "Jan Bakker"
identity-saved = { $path } est enregistré. Les mots de vérification : { $words }
identity-other-computer = cette carte est celle d’un autre ordinateur ; exportez-en une ici et faites-la signer
identity-not-signed = aucune organisation n’a signé cette carte
identity-kept = La carte est conservée. Jusqu’au { $until }, vous proposez de l’aide en tant que { $name } de { $organisation }.
identity-too-long-for-picture = trop long pour un code QR

## hulp organisation
# $ending: hulporg
organisation-secret-name = le secret doit avoir un nom qui ne finit pas par .{ $ending }
organisation-saved-secret = Le secret est enregistré sous { $path } : gardez-le là où vous seul pouvez le lire.
organisation-novices-add = Les personnes à aider ajoutent { $path }. Les mots de vérification : { $words }
# organisation_keys is typed as it is
organisation-in-policy = Une stratégie la nomme sous organisation_keys : { $key }
# $from and $until are dates: 2026-11-26
organisation-card = { $path } : { $name }, du { $from } au { $until }. Les mots de vérification : { $words }
organisation-other-list = cette liste est celle d’une autre organisation
organisation-taken-back = cette carte a été révoquée ; l’aidant a besoin d’une nouvelle clé
organisation-other-words = la carte a d’autres mots de vérification : quelqu’un l’a modifiée
# What is answered is typed: the first letter of yes in this language, or y
organisation-sign = Avez-vous comparé les mots avec l’aidant ? Signer pour { $name } ? [o/N]
# What is typed for yes there
organisation-yes = o
organisation-not-signed = non signé
organisation-signed = { $path } est signé pour { $name }.
organisation-saved-list = { $count ->
    [one] { $path } est enregistré : liste { $number } avec un ordinateur. Les personnes à aider l’ajoutent dans Paramètres, sous Recevoir de l’aide.
   *[other] { $path } est enregistré : liste { $number } avec { $count } ordinateurs. Les personnes à aider l’ajoutent dans Paramètres, sous Recevoir de l’aide.
}

## hulp register
register-no-program = impossible de savoir où se trouve Hulp
register-replaced = Hulp a été remplacé pendant qu’il fonctionnait : réessayez
register-not-tried = impossible de l’essayer
register-done = Un double-clic sur une invitation ouvre maintenant Hulp, et Hulp figure parmi vos programmes. `hulp register --remove` annule cela.
register-not-told = Hulp est enregistré comme le programme des invitations. Ce système ne dit pas s’il en a pris note.
# $name: a program
register-another = Hulp est enregistré, mais le bureau ouvre encore les invitations avec { $name } : choisissez-y Hulp par « Ouvrir avec »
register-nobody = Hulp est enregistré, mais le bureau ne connaît pas encore les invitations : il lui faut le paquet shared-mime-info ; lancez ensuite `hulp register` encore une fois
register-no-home = cet utilisateur n’a pas de dossier personnel ; il n’y a donc nulle part où l’écrire
register-odd-path = le bureau ne peut pas démarrer un programme par le chemin { $path } : déplacez Hulp dans un dossier dont le nom n’a que des lettres ordinaires, puis réessayez
register-not-ours = { $path } n’a pas été créé par Hulp : déplacez-le, puis réessayez
# $said: what the file's reader says, in English
register-list-unreadable = { $path } ne peut pas être lu (la lecture a donné : { $said }). Supprimez-le, puis lancez encore une fois `hulp register`
# $said: the system's own words
register-registry = le registre ne l’accepte pas (le système indique : { $said })
register-not-needed = sur ce système, c’est le dossier des applications qui compte : mettez-y Hulp, et les invitations s’ouvriront avec lui
# $said: the system's own words
register-failed = { $path } (le système indique : { $said })
register-left = Laissé en place, car quelqu’un l’a modifié : { $path }
register-removed = Hulp n’est plus enregistré.
register-was-not = Hulp n’était pas enregistré pour vous.

## A file that cannot be put on the list of helpers. Each is said behind “That did not work:”
card-fault-too-large = ce fichier est plus gros que ne le sont de tels fichiers
# $why: what was found in it, in English
card-fault-wrong = ce fichier ne peut pas être utilisé (la lecture a donné : { $why })
card-fault-newer = ce fichier a été créé par une version plus récente de Hulp (format { $version }) ; mettez Hulp à jour pour l’utiliser
card-fault-name = un nom qui y figure est vide ou trop long
card-fault-dates = ses dates n’ont pas de sens
card-fault-words = ses mots de vérification ne correspondent pas à sa clé ; demandez une nouvelle carte à l’aidant
card-fault-signature = sa signature n’est pas la bonne ; demandez un nouveau fichier à l’organisation
# $moment: 2026-11-26 12:00:00 UTC
card-fault-not-yet = cette carte n’est valable qu’à partir du { $moment }
card-fault-expired = cette carte était valable jusqu’au { $moment } ; demandez-en une nouvelle à l’aidant
card-fault-other-organisation = cette liste est celle d’une autre organisation
card-fault-older-list = cette liste porte le numéro { $came }, et le numéro { $known } est déjà connu ; demandez la plus récente
card-fault-list-full = la liste est pleine ; créez une nouvelle clé pour l’organisation
card-fault-no-randomness = le système d’exploitation n’a pas fourni de nombres aléatoires
list-not-yours = votre administrateur décide qui figure sur cette liste
list-of-nobody-here = cette liste est celle d’une organisation qui ne se porte garante de personne ici
list-nothing-read = aucun fichier n’a été lu
# $why: the system's own reason
list-system = le système indique : { $why }

## The administrator's policy: hulp policy check, and what the window says of it. Keys and values are quoted as they stand in the file
# Before what is wrong with a line
policy-check-wrong = FAUX : { $fault }
# $why: one of policy-error-…
policy-check-not-trusted = On ne peut pas s’y fier ; tout ce qu’une stratégie régit est donc fermé : { $why }.
policy-check-unreadable = Cette stratégie ne peut pas être lue : { $why }.
policy-check-closed = Tout ce qu’une stratégie régit est fermé d’ici là.
# $keys: some keys
policy-check-users = Au choix de l’utilisateur, car absent de cette stratégie : { $keys }.
policy-check-good = Cette stratégie ne contient aucune erreur.
policy-check-faults = { $count ->
    [one] Une clé est fausse.
   *[other] { $count } clés sont fausses.
}
# $wants: one of policy-wants-…
policy-fault-value = { $key } doit être { $wants } ; d’ici là, c’est fermé
policy-fault-key = { $key } n’est pas une clé que ce Hulp connaît ; tout est donc fermé
# $like: one key or several
policy-fault-key-like = { $key } n’est pas une clé que ce Hulp connaît ; cela ressemble à { $like }, qui est fermé
policy-wants-switch = true ou false
# $words: values in quotes, with commas between
policy-wants-word = l’un de { $words }
policy-wants-words = une liste de certains parmi { $words }
policy-wants-lifetime = une durée de "1m" à "366d", par exemple "8h"
policy-wants-message = un texte de 1 à { $most } caractères
policy-wants-relay = une adresse qui commence par https://
policy-wants-token = un jeton fait de lettres, de chiffres et de signes simples
policy-wants-mailbox = une adresse qui commence par ws:// ou wss://
policy-wants-server = le nom d’un serveur, par exemple "xmpp.example.org"
policy-wants-cards = une liste de { $most } cartes au plus, chacune étant le texte de son fichier .hulpcard
policy-wants-keys = une liste de { $most } clés au plus, de 64 chiffres hexadécimaux
policy-wants-revoked = une liste de { $most } textes au plus, chacun d’un fichier .hulprevoked
# $said: the system's own reason
policy-error-unreadable = { $path } (le système indique : { $said })
policy-error-owner = { $path } n’appartient pas à l’administrateur
policy-error-writable = d’autres que son propriétaire peuvent écrire dans { $path }
policy-error-not-plain = { $path } n’est pas un fichier ordinaire dans des dossiers ordinaires
policy-error-too-large = elle dépasse { $kib } Kio
policy-error-not-text = ce n’est pas un texte en UTF-8
# $said: what the file's reader says, in English
policy-error-syntax = ligne { $line } (la lecture a donné : { $said })
policy-error-not-a-list = ce n’est pas une property list (la lecture a donné : { $said })

## What each key of a policy comes to, to the administrator
policy-allow-invitations = On peut inviter quelqu’un à aider sur cet ordinateur.
policy-no-invitations = On ne peut inviter personne à aider sur cet ordinateur, et qui l’a été est refusé.
policy-control-allowed = Les aidants peuvent demander le contrôle ; l’accord de l’utilisateur est demandé à chaque fois.
policy-control-view-only = Les aidants voient l’écran et n’ont jamais la souris ni le clavier.
# $time is one of the three below
policy-longest-lifetime = Aucune invitation n’est valable plus de { $time }.
policy-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
policy-hours = { $count ->
    [one] 1 heure
   *[other] { $count } heures
}
policy-days = { $count ->
    [one] 1 jour
   *[other] { $count } jours
}
policy-no-ways = Une invitation ne peut être envoyée d’aucune façon.
# $ways: values of the key, such as: file, email
policy-ways = Les invitations ne sont envoyées que par : { $ways }.
policy-offers = Les aidants de la liste peuvent proposer de l’aide, et les contacts aussi ; l’accord de l’utilisateur est demandé à chaque fois.
policy-no-offers = Personne ne peut proposer de l’aide à cet ordinateur.
# control is a key
policy-offers-control = Les aidants de la liste qui proposent de l’aide peuvent recevoir le contrôle, si `control` l’autorise.
policy-offers-view-only = Les aidants de la liste qui proposent de l’aide peuvent seulement voir l’écran.
policy-no-helpers = Aucun aidant ne figure sur la liste.
policy-helpers = { $count ->
    [one] Un aidant figure sur la liste.
   *[other] { $count } aidants figurent sur la liste.
}
policy-no-organisations = Les aidants d’aucune organisation ne figurent sur la liste.
policy-organisations = { $count ->
    [one] Les aidants d’une organisation figurent sur la liste.
   *[other] Les aidants de { $count } organisations figurent sur la liste.
}
policy-no-signed-cards = Personne dont la carte est signée par une organisation ne figure sur la liste.
policy-taken-back = { $count ->
    [one] La carte d’un aidant a été révoquée.
   *[other] Les cartes de { $count } aidants ont été révoquées.
}
policy-relays-public = On utilise les relais que tout le monde peut utiliser.
policy-relays-own = Seul le relais de l’organisation est utilisé.
policy-relays-none = Aucun relais n’est utilisé.
policy-relay = Le relais de l’organisation est { $relay }.
policy-relay-token = Le relais de l’organisation reçoit ce jeton.
policy-mailbox = Les codes passent uniquement par { $mailbox }.
policy-no-codes = Aucun code n’est créé.
policy-contacts-server = On ne se connecte pour les contacts qu’à { $server }.
policy-no-contacts = Les contacts ne sont pas utilisés.
policy-log-not-required = Une session continue même si le journal ne peut pas être écrit.
policy-log-required = Si le journal ne peut pas être écrit, personne n’est admis, et une session se termine.
policy-log-pictures = Le journal garde des images de chaque période de contrôle.
policy-no-log-pictures = Le journal ne garde aucune image.
policy-consent-see = À côté de la question de savoir qui peut voir l’écran, l’utilisateur lit ceci.
policy-no-consent-see = On ne peut demander à personne qui peut voir l’écran ; personne ne le voit donc.
policy-consent-control = À côté de la demande de contrôle, l’utilisateur lit ceci.
policy-no-consent-control = On ne peut demander le contrôle à personne ; personne ne l’obtient donc.
policy-clipboard = Le presse-papiers peut être partagé, avec l’accord de l’utilisateur.
policy-no-clipboard = Le presse-papiers n’est jamais partagé.
policy-files = Des fichiers peuvent être envoyés, avec l’accord du destinataire.
policy-no-files = Aucun fichier n’est envoyé ni reçu.
policy-talking = Les deux peuvent se parler, si tous deux le veulent.
policy-no-talking = Rien n’est dit ni entendu par Hulp.
