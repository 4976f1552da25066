### The pages of who helps, the settings, and the page of the log

## Paramètres

settings-title = Paramètres
# What a screen reader calls the row of tabs.
settings-parts = Rubriques des paramètres
settings-general = Général
settings-receiving = Recevoir de l’aide
settings-contacts = Contacts
settings-email = E-mail
settings-network = Réseau
settings-privacy = Vie privée et journal
settings-save = Enregistrer les paramètres
settings-saved = Vos paramètres sont enregistrés.
# $tab is the name of one of the tabs above.
settings-not-right = Sous « { $tab } », quelque chose ne va pas encore.
settings-days-fault = Veuillez indiquer un nombre de jours de 1 à { $most }.
settings-port-fault = Veuillez indiquer un nombre de 1024 à 65535.
settings-mailbox-fault = Veuillez indiquer une adresse qui commence par ws:// ou wss://.
settings-relay-fault = Veuillez indiquer une adresse qui commence par https://.
settings-token-fault = Un jeton ne contient que des lettres de A à Z, des chiffres et des signes simples.
settings-proxy-password-fault = Veuillez écrire le mot de passe dans le champ prévu, ci-dessous.
settings-proxy-fault = Veuillez indiquer une adresse qui commence par http://, ou laissez le champ vide.
settings-password = Mot de passe
settings-password-hint = Il va dans le trousseau de clés de cet ordinateur, jamais dans un fichier.
settings-password-hint-kept = Il va dans le trousseau de clés de cet ordinateur, jamais dans un fichier. Laissez ce champ vide pour garder celui qui s’y trouve.
# The number of a network port.
settings-port = Port

## Paramètres : Général

settings-your-name = Votre nom
settings-your-name-hint = Les personnes que vous aidez, ou qui vous aident, le voient.
# In other languages with the English word behind it, for whoever cannot read the one that holds.
settings-language = Langue (Language)
# The language that the system's own programs speak.
settings-language-of-system = La langue du système
settings-start-with-desktop = Démarrer Hulp quand j’ouvre ma session
settings-start-with-desktop-hint = Hulp démarre sans fenêtre. La fenêtre apparaît quand un aidant demande quelque chose, ou quand vous démarrez Hulp.
settings-autostart-fault = Cela n’a pas marché (le système indique : { $why }).
settings-look = Apparence
settings-look-system = Comme le système
settings-look-light = Claire
settings-look-dark = Sombre
settings-text-size = Taille du texte
settings-text-smaller = Texte plus petit
settings-text-larger = Texte plus grand
settings-text-size-now = { $percent } %
settings-text-size-hint = Sur chaque page, Ctrl et + ou − font de même.

## Paramètres : Recevoir de l’aide

settings-allow-invitations = Autoriser les invitations depuis cet ordinateur
settings-allow-control = Autoriser le contrôle de cet ordinateur
settings-allow-offers = Autoriser les aidants à proposer de l’aide
settings-always-asked = On vous demande votre accord à chaque fois, quel que soit le choix fait ici.
settings-show-edge = Afficher un bord coloré autour de l’écran tant que quelqu’un le voit
settings-longest-lifetime = Durée de validité maximale
# $now is a length, such as 30 days.
settings-longest-lifetime-hint = Le plus grand nombre de jours de validité de vos invitations. Actuellement : { $now }.

## Paramètres : la liste des aidants

settings-helpers = Aidants
settings-helpers-none = Personne n’est sur la liste, donc personne ne peut proposer de l’aide.
settings-helpers-when = Ils peuvent proposer de l’aide tant que Hulp fonctionne ici et qu’ils atteignent l’adresse même de cet ordinateur : ni routeur ni relais ne sont sollicités pour cela.
# $words are words by which a computer is known, to be compared by telephone.
settings-helpers-own-words = Les mots de vérification de cet ordinateur, pour qui propose son aide ici pour la première fois : { $words }.
settings-helpers-card = Carte d’aidant
settings-helpers-card-hint = Le fichier qu’un aidant (.hulpcard) ou une organisation (.hulporg, .hulprevoked) vous a donné.
settings-helpers-read = Lire le fichier
# It speaks of the button Cancel below.
settings-helpers-add-warning = N’ajoutez que quelqu’un que vous connaissez et dont vous avez comparé les mots de vérification au téléphone. Quelqu’un qui vous a appelé vous l’a demandé ? Alors cliquez sur « Annuler ».
settings-helpers-may-ask = Peut demander à contrôler cet ordinateur
settings-helpers-add = Ajouter à la liste
settings-helpers-cancel = Annuler
# The words of a helper's card, or of an organisation.
settings-helpers-its-words = Les mots de vérification : { $words }.
# $name is an organisation.
settings-helpers-signed-by = Toutes les personnes dont { $name } a signé la carte
# An organisation without a name is known by the words of its key.
settings-helpers-signed-with-key = Toutes les personnes dont la carte a été signée avec la clé { $words }
settings-helpers-taken-back = { $count ->
    [one] { $count } carte révoquée.
   *[other] { $count } cartes révoquées.
}
# $name is a helper, an organisation, or an organisation's words.
settings-helpers-remove = Retirer { $name }
settings-helpers-may-control = Peut voir, et demander le contrôle.
settings-helpers-may-see = Voir seulement.
# $time is such as: tomorrow at 9:05.
settings-helpers-card-from = Début de validité de la carte : { $time }.
settings-helpers-card-until = Fin de validité de la carte : { $time }.
settings-helpers-card-expired = La carte a expiré : demandez-en une nouvelle.

## Paramètres : Contacts

settings-contacts-what-for = Avec une adresse sur un serveur de contacts (XMPP), vos contacts voient quand vous êtes là, et vous pouvez vous demander de l’aide d’un simple clic.
settings-contacts-address = Adresse de contact
settings-contacts-address-hint = La vôtre, par exemple anna@example.org.
settings-contacts-server = Serveur de contacts
settings-contacts-server-hint = Laissez ce champ vide : l’adresse dit où est son serveur. Sinon, un nom, suivi d’un deux-points et d’un port.
settings-contacts-strangers = Permettre aux personnes que je ne connais pas de me solliciter
# Off: while the box above is not ticked.
settings-contacts-strangers-hint = Si la case n’est pas cochée, seuls vos contacts peuvent appeler. Dans tous les cas, on vous demande votre accord à chaque fois.
settings-contacts-sign-in = Se connecter
settings-contacts-sign-out = Se déconnecter
settings-contacts-yours = Vos contacts
settings-contacts-stop-ringing = Arrêter de sonner
settings-contacts-none = Il n’y a encore personne sur votre liste.
settings-contacts-left-out = { $count ->
    [one] { $count } autre n’est pas affiché ici.
   *[other] { $count } autres ne sont pas affichés ici.
}
settings-contacts-new = Ajouter un contact
settings-contacts-new-hint = L’adresse de cette personne. On lui demande si vous pouvez voir quand elle est là.
settings-contacts-add = Ajouter
settings-contacts-new-name = Nouveau nom pour { $name }
settings-contacts-keep-name = Garder ce nom
settings-contacts-offer-help = Proposer de l’aide à { $name }
settings-contacts-ask-again = Demander encore une fois à { $name }
settings-contacts-rename = Renommer { $name }
settings-contacts-remove = Retirer { $name }
# $name is an address, such as anna@example.org.
settings-contacts-request = { $name } souhaite voir quand vous êtes là, et pouvoir vous appeler.
settings-contacts-accept = Accepter { $name }
settings-contacts-decline = Refuser { $name }

## Paramètres : E-mail

settings-email-way-program = Mon propre logiciel de messagerie
settings-email-way-program-hint = Il s’ouvre avec le message, et vous y cliquez sur « Envoyer ». S’il n’y en a pas, Hulp utilise le serveur de messagerie ci-dessous, s’il est configuré.
settings-email-way-server = Le serveur de messagerie ci-dessous
settings-email-way-server-hint = Hulp envoie lui-même vos invitations.
settings-email-address = Adresse e-mail
settings-email-address-hint = La vôtre : votre aidant voit qui a envoyé l’invitation.
settings-email-address-fault = Veuillez indiquer votre propre adresse e-mail.
settings-email-server = Serveur
settings-email-server-hint = Pour le courrier sortant. Deviné d’après votre adresse ; votre fournisseur vous l’indique.
settings-email-server-fault = Veuillez indiquer le nom du serveur.
settings-email-port-fault = Veuillez indiquer un nombre de 1 à 65535 ; c’est le plus souvent 587 ou 465.
settings-email-security = Sécurité
settings-email-user = Nom d’utilisateur
settings-email-user-hint = Le plus souvent votre adresse e-mail. Vide si le serveur n’en demande pas.
settings-email-test = Envoyer un message d’essai
# $to is an e-mail address.
settings-email-test-sent = Envoyé. Regardez s’il est arrivé à { $to }.

## Paramètres : Réseau

settings-network-port-hint = Les aidants joignent cet ordinateur par ce port TCP. S’il est pris, Hulp en utilise un autre, que l’invitation indique.
settings-network-map-port = Demander au routeur d’ouvrir un port
settings-network-map-port-hint = Ainsi, les aidants joignent directement cet ordinateur par internet. Hulp le demande tant qu’une invitation attend, puis referme le port.
# A server where two computers meet that cannot reach each other.
settings-network-relay = Relais
settings-network-relay-hint = Là où se rencontrent deux ordinateurs qui ne peuvent pas se joindre. Il voit qui est connecté à qui, et rien de ce que vous faites.
settings-network-relays-public = Relais publics
settings-network-relays-own = Votre propre relais
settings-network-relays-none = Aucun relais
settings-network-relay-address = Adresse du relais
settings-network-relay-address-hint = Par exemple https://relay.example.org
# A secret that the relay asks of its users.
settings-network-relay-token = Jeton du relais
settings-network-relay-token-hint = S’il en demande un. Les personnes que vous invitez le reçoivent avec l’invitation.
settings-network-proxy = Proxy vers le relais
# The word none is typed as it is, in every language.
settings-network-proxy-hint = Par exemple http://proxy.example.org:3128. Laissez vide pour utiliser celui de cet ordinateur, ou écrivez « none » pour aucun.
settings-network-proxy-password = Mot de passe du proxy
settings-network-mailbox = Serveur pour les codes
settings-network-mailbox-hint = Là où se rencontrent les deux côtés d’un code. Il ne voit ni le code ni l’invitation. Les deux côtés ont besoin du même.

## Paramètres : Vie privée et journal

settings-privacy-keep-pictures = Garder des images de l’écran quand quelqu’un prend le contrôle
settings-privacy-keep-pictures-hint = Une quand le contrôle commence et une quand il se termine. Elles restent sur cet ordinateur, et vous les trouvez dans le journal. Les plus anciennes disparaissent quand l’ensemble dépasse { $megabytes } Mo.
settings-privacy-open-log = Ouvrir le journal
settings-privacy-remove-all = Supprimer toutes les images
settings-privacy-remove-sure = Supprimer toutes les images de l’écran ? On ne pourra pas les récupérer. Le journal continuera d’indiquer qu’il y en a eu.
settings-privacy-remove = Les supprimer
settings-privacy-keep = Les garder
settings-privacy-removing = Suppression en cours…
settings-privacy-removed-none = Il n’y avait aucune image.
settings-privacy-removed = { $count ->
    [one] { $count } image supprimée.
   *[other] { $count } images supprimées.
}
settings-privacy-not-removed = Certaines images sont encore là (le système indique : { $why }).

## Qui aide : les pages avant une session

expert-cancel = Annuler
expert-settings = Paramètres
enter-code-title = Saisir un code
enter-code-code = Code
enter-code-hint = L’autre personne vous le lit, par exemple 5-001-997. Les espaces et les tirets n’ont pas d’importance.
enter-code-get = Obtenir l’invitation
enter-code-getting = Réception de l’invitation…
enter-code-getting-hint = Cela prend un moment. L’autre personne doit garder ouverte la page où se trouve le code.
open-title = Ouvrir une invitation
open-file = Fichier d’invitation
open-file-hint = Le fichier que l’autre personne vous a envoyé. Son nom se termine par .hulp.
open-file-was = Le fichier était { $place }.
open-button = Ouvrir
offer-to-title = Proposer de l’aide à un ordinateur
offer-to-for-whom = Pour les ordinateurs dont le propriétaire, ou l’administrateur, vous a mis sur la liste des aidants. La personne qui s’y trouve devra toujours donner son accord.
offer-to-computer = Ordinateur
offer-to-computer-hint = Son nom ou son adresse, par exemple pc-anna ou 192.0.2.7, suivi d’un deux-points et du port si ce n’est pas 4857.
offer-to-offer = Proposer de l’aide
# Above a list of computers on the same network.
offer-to-nearby = À proximité
offer-to-nearby-none = Aucun ordinateur de ce réseau n’annonce qu’il accepte les propositions d’aide.
offer-to-is-replaced = J’ai demandé : cet ordinateur a été remplacé ou réinstallé
offer-to-has-moved = J’ai demandé : l’ordinateur voulu a maintenant cette adresse
offer-to-forget = Oublier les anciens mots de vérification
paper-asks = { $who ->
    [0] Quelqu’un vous demande de l’aide
   *[named] { $who } vous demande de l’aide
}
paper-did-not-work = Cela n’a pas marché
paper-from = { $who ->
    [0] De : inconnu
   *[named] De : { $who }
}
# $made and $until are such as: today at 14:30.
paper-made-and-holds = Création : { $made }. Fin de validité : { $until }.
paper-made-and-held = Création : { $made }. Validité terminée : { $until }.
paper-expired = D’après l’horloge de cet ordinateur, cette invitation a expiré. Demandez-en une nouvelle si cela ne marche pas.
paper-your-name = Votre nom
paper-your-name-hint = L’autre personne le voit quand on lui demande son accord.
paper-password = Mot de passe
paper-password-hint = Demandez-le à l’autre personne, de préférence par téléphone.
paper-show-password = Afficher le mot de passe
paper-connect = Se connecter
paper-try-again = Réessayer
paper-close = Fermer l’invitation
paper-connecting = { $who ->
    [0] Connexion avec l’autre personne
   *[named] Connexion avec { $who }
}
# $step is a step of connecting, such as: Checking the password.
paper-step-done = { $step } : terminé
paper-step-under-way = { $step }…
paper-time-left = { $who ->
    [0] L’autre personne a encore { $time } pour répondre.
   *[named] { $who } a encore { $time } pour répondre.
}
# Words to be compared by telephone follow.
paper-words = { $who ->
    [0] Si l’autre personne vous demande au téléphone quels mots vous voyez, lisez-lui ceux-ci :
   *[named] Si { $who } vous demande au téléphone quels mots vous voyez, lisez-lui ceux-ci :
}
paper-ended = La session est terminée
paper-done = Terminé

## Qui aide : l’écran de l’autre personne

console-take-control = Prendre le contrôle
console-release-control = Rendre le contrôle
console-scale = Ajuster à la fenêtre
console-actual-size = Taille réelle
console-full-screen = Plein écran
console-leave-full-screen = Quitter le plein écran
# The chat: messages that both sides write to each other.
console-show-chat = Afficher la discussion
# So many messages were not read yet.
console-show-chat-new = { $count ->
    [one] Afficher la discussion ({ $count } nouveau)
   *[other] Afficher la discussion ({ $count } nouveaux)
}
console-hide-chat = Masquer la discussion
console-disconnect = Déconnecter
# What a screen reader calls the other person's screen.
console-screen-of = { $who ->
    [0] Écran de l’autre personne
   *[named] Écran de { $who }
}
# Ctrl, Alt and Home are keys.
console-way-out = Ctrl+Alt+Origine quitte l’écran distant
console-waiting = En attente de la première image…
console-reconnecting = Reconnexion… Vous voyez la dernière image.
console-paused = { $who ->
    [0] L’autre personne a mis la session en pause. Vous voyez la dernière image.
   *[named] { $who } a mis la session en pause. Vous voyez la dernière image.
}
# Words that both sides see, to be compared by telephone.
state-line-phrase = les deux côtés voient : { $words }
# How long it takes there and back, in milliseconds.
state-line-round-trip = aller-retour { $ms } ms
state-line-round-trip-short = aller-retour de moins de 1 ms
# Pictures a second.
state-line-frames = { $count } images/s
state-line-kilobytes = { $count } ko/s
state-line-exact = image exacte
state-line-refining = image en cours d’affinage
state-line-reconnecting = { $who ->
    [0] La connexion avec l’ordinateur de l’autre personne a été coupée. Reconnexion…
   *[named] La connexion avec l’ordinateur de { $who } a été coupée. Reconnexion…
}
state-line-held-back = { $who ->
    [0] L’autre personne utilise la souris : vos actions attendent.
   *[named] { $who } utilise la souris : vos actions attendent.
}
state-line-controlling = { $who ->
    [0] Vous et l’autre personne contrôlez cet ordinateur.
   *[named] Vous et { $who } contrôlez cet ordinateur.
}
state-line-asked = { $who ->
    [0] On demande le contrôle à l’autre personne…
   *[named] On demande le contrôle à { $who }…
}
state-line-looking = { $who ->
    [0] Vous pouvez regarder. L’autre personne contrôle cet ordinateur.
   *[named] Vous pouvez regarder. { $who } contrôle cet ordinateur.
}
state-line-looking-only = { $who ->
    [0] Vous pouvez regarder. L’ordinateur de l’autre personne n’autorise pas le contrôle.
   *[named] Vous pouvez regarder. L’ordinateur de { $who } n’autorise pas le contrôle.
}

## La page du journal

log-page-title = Journal
log-page-what-it-is = Ce que les aidants ont fait sur cet ordinateur, et ce que vous avez répondu. Il reste ici, sauf si vous l’exportez.
log-page-looking = Lecture du journal…
log-page-check = Vérifier le journal
log-page-checking = Vérification de chaque ligne et de chaque image…
log-page-not-checked = Le journal n’a pas pu être vérifié (le système indique : { $why }).
log-page-not-read = Le journal n’a pas pu être lu (le système indique : { $why }).
log-page-empty = Il ne s’est encore rien passé.
log-page-no-such-line = Il n’y a aucune ligne de ce genre.
log-page-newer = Lignes plus récentes
log-page-older = Lignes plus anciennes
# What a screen reader calls the table.
log-page-lines = Lignes du journal
# What a screen reader calls the row with the names of the columns.
log-page-columns = Colonnes
# A column's name, as Who and What.
log-page-when = Quand
log-page-who = Qui
log-page-what = Quoi
# What a screen reader reads of a line; $what is a sentence.
log-page-row = { $time }, ligne { $line } : { $what }
# A field: whose lines are looked for.
log-page-person = Personne
# A field: which words are looked for.
log-page-words = Mots
# A field: from which day on.
log-page-from = Du
# A field: until which day.
log-page-to = Au
log-page-time-fault = Veuillez indiquer un jour comme { $day }, ou un moment comme { $day } 14:30.
# What kind of lines: a list to choose from.
log-page-kind = Type
log-page-kind-of-lines = Type de lignes
log-page-show-these = Afficher ces lignes
log-page-show-all = Afficher toutes les lignes
log-page-details = Détails de la ligne { $line }
# $time is such as: today at 14:30.
log-page-line = Ligne { $line }, { $time }
# The fingerprint of a cryptographic key.
log-page-fingerprint = Empreinte de l’autre ordinateur : { $key }
# The line as it stands in the log's file.
log-page-written = Tel que c’est écrit : { $text }
# A cryptographic hash.
log-page-hash = Hachage : { $hash }
log-page-show-picture = Afficher l’image
log-page-picture-gone = Cette image n’est plus là : elle a fait place à de plus récentes, ou elle a été supprimée ou modifiée.
# What a screen reader calls the picture.
log-page-picture = Image de l’écran
log-page-export = Exporter
log-page-export-all = Tout le journal va dans le fichier.
log-page-export-part = Les lignes que vous cherchez vont dans le fichier.
log-page-as-report = Un rapport à lire ou à imprimer
log-page-as-report-hint = Une page pour un navigateur, avec les heures, les noms et ce qui s’est passé.
# The name of a file format.
log-page-as-json-lines = JSON Lines
# “hulp log verify FILE” is a command.
log-page-as-json-lines-hint = Pour d’autres programmes. hulp log verify FICHIER vérifie que les lignes se suivent bien ; si elles viennent de cet ordinateur, le hachage de la dernière le montre, que hulp log verify indique ici.
# The name of the file, without its ending; $day is such as 2026-11-26.
log-page-file-name = Journal de Hulp { $day }
log-page-save-to = Enregistrer sous
log-page-save = Enregistrer le journal
log-page-saving = Enregistrement…
log-page-saved = Enregistré sous { $place }.
log-page-not-saved = Le journal n’a pas pu y être enregistré (le système indique : { $why }). Veuillez choisir un autre endroit.
