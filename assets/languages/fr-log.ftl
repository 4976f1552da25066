### The lines of the log, the check, offers, and what is printed

## The tray, notices, and a window that is closed while helpers are waited for

tray-open = Ouvrir Hulp
tray-stop-control = Arrêter le contrôle
tray-disconnect = Déconnecter
tray-quit = Quitter Hulp
tray-takes-offers = Hulp reçoit les propositions d’aide.
tray-waits = { $count ->
    [one] Hulp attend votre aidant : { $count } invitation en cours.
   *[other] Hulp attend votre aidant : { $count } invitations en cours.
}
tray-waits-and-takes-offers = { $count ->
    [one] Hulp attend votre aidant : { $count } invitation en cours. Il reçoit aussi les propositions d’aide.
   *[other] Hulp attend votre aidant : { $count } invitations en cours. Il reçoit aussi les propositions d’aide.
}
somebody-wants-to-help = { $who ->
    [0] Quelqu’un souhaite vous aider
   *[named] { $who } souhaite vous aider
}
notice-may-see = Hulp demande si cette personne peut voir votre écran. Sans réponse, c’est non.
notice-may-control = Hulp demande si vous l’autorisez. Sans réponse, c’est non.
notice-ring = Hulp demande si vous acceptez.
closing-offers = Cet ordinateur reçoit les propositions d’aide.
closing-waits = { $count ->
    [one] { $count } invitation de votre part attend encore un aidant.
   *[other] { $count } invitations de votre part attendent encore un aidant.
}
closing-waits-and-offers = { $count ->
    [one] { $count } invitation de votre part attend encore un aidant, et cet ordinateur reçoit les propositions d’aide.
   *[other] { $count } invitations de votre part attendent encore un aidant, et cet ordinateur reçoit les propositions d’aide.
}
closing-back-by-tray = Hulp peut continuer à attendre sans fenêtre : vous le trouverez dans la zone de notification, à côté de l’horloge.
closing-back-by-start = Hulp peut continuer à attendre sans fenêtre. Ce bureau n’a pas de place pour son icône : lancez Hulp à nouveau pour y revenir.
closing-back-by-task-bar = Hulp peut continuer à attendre sans que sa fenêtre vous gêne.
# what goes on, how one gets back to the window, and this
closing-goes-on = { $what } { $how } Quand un aidant arrivera, Hulp vous demandera votre accord.
closing-ends-session = La session dans laquelle vous aidez se termine dans tous les cas.
closing-ends-connecting = La connexion en cours s’arrête dans tous les cas.

## The administrator's policy, and settings that could not be read

set-by-your-administrator = Défini par votre administrateur
policy-log-fails = Le journal ne peut pas être écrit, et votre administrateur l’exige. D’ici là, personne n’est admis : vérifiez si le disque est plein.
policy-unreadable = La stratégie de votre administrateur ne peut pas être lue ; personne ne peut donc être invité ni aidé sur cet ordinateur : { $error }. Prévenez votre administrateur.
# one of several faults in a list
policy-fault-in-line = ligne { $line } : { $fault }
policy-faulty = Quelque chose ne va pas dans la stratégie de votre administrateur : { $faults }. Prévenez votre administrateur.
settings-unreadable-usual-hold = Vos paramètres n’ont pas pu être lus ; Hulp commence donc avec les paramètres par défaut et n’autorise rien. Parcourez-les, autorisez ce que vous voulez et enregistrez-les. Le fichier est conservé sous { $place }.
settings-unreadable-others-hold = Votre fichier de paramètres a été modifié et n’est plus lisible ; les paramètres précédents restent valables. Le fichier est conservé sous { $place }.
settings-gone-usual-hold = Votre fichier de paramètres avait disparu ; Hulp commence donc avec les paramètres par défaut et n’autorise rien. Parcourez-les, autorisez ce que vous voulez et enregistrez-les.
settings-gone-others-hold = Votre fichier de paramètres avait disparu ; les paramètres précédents restent valables et ont été enregistrés à nouveau.

## What a session came to, and the log's kinds of lines

log-kind-everything = Tout
log-kind-invitations = Invitations
log-kind-visits = Qui est venu, vos réponses
log-kind-sessions = Sessions
log-kind-control = Contrôle
log-kind-refusals = Ce qui a été refusé
log-kind-contacts = Contacts
log-kind-settings = Paramètres
log-kind-computer = Cet ordinateur
log-empty = Le journal est vide.
log-whole = { $lines ->
    [one] Le journal est intact : son unique ligne est telle que Hulp l’a écrite.
   *[other] Le journal est intact : ses { $lines } lignes sont telles que Hulp les a écrites.
}
log-not-whole = Le journal n’est pas tel que Hulp l’a écrit. Quelqu’un ou quelque chose l’a modifié : { $faults }.
ended-saw = { $who ->
    [0] Votre aidant a vu votre écran pendant { $seen } et n’a jamais utilisé votre souris ni votre clavier.
   *[named] { $who } a vu votre écran pendant { $seen } et n’a jamais utilisé votre souris ni votre clavier.
}
ended-saw-and-used = { $who ->
    [0] Votre aidant a vu votre écran pendant { $seen } et utilisé votre souris et votre clavier pendant { $used }.
   *[named] { $who } a vu votre écran pendant { $seen } et utilisé votre souris et votre clavier pendant { $used }.
}
once = une fois
twice = deux fois
# three times and more
many-times = { $count } fois
# $often: once, twice, 3 times
ended-control-refused = Le contrôle a été demandé et non accordé { $often }.
ended-paused = Vous avez mis en pause { $often }.
ended-broke = La connexion a été coupée { $often }.
messages-counted = { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
# $yours and $theirs: 1 message, 2 messages
ended-wrote = { $who ->
    [0] Vous avez écrit { $yours }, et votre aidant { $theirs }.
   *[named] Vous avez écrit { $yours }, et { $who } { $theirs }.
}

## Offers of help

offers-to-help = { $name } propose de vous aider
offers-to-help-of = { $name } ({ $organisation }) propose de vous aider
vouched-by-an-organisation = Une organisation de la liste de ceux qui peuvent proposer de l’aide sur cet ordinateur dit qu’il s’agit de { $name }.
vouched-by-the-list = { $name } figure sur la liste de ceux qui peuvent proposer de l’aide sur cet ordinateur.
vouched-by = { $organisation }, qui figure sur la liste de ceux qui peuvent proposer de l’aide sur cet ordinateur, dit qu’il s’agit de { $name }.
vouched-by-the-list-says-of = { $name } figure sur la liste de ceux qui peuvent proposer de l’aide sur cet ordinateur. L’appartenance à { $organisation } est sa propre affirmation.
offer-allows-control = Si vous l’autorisez, cette personne voit votre écran. Pour utiliser votre souris et votre clavier, elle devra vous le demander encore une fois.
offer-allows-sight = Si vous l’autorisez, cette personne voit votre écran. Elle ne peut pas utiliser votre souris ni votre clavier.
offerer-new = C’est l’ordinateur de { $name }, qui n’est encore jamais venu ici.
# $last: today at 14:30
offerer-known = C’est l’ordinateur de { $name }, venu ici pour la dernière fois { $last }.
reaching-name = Recherche de { $name }
waiting-for-who-sits-at = En attente de l’accord de la personne devant { $name }
computer-new = C’est la première fois que cet ordinateur rencontre l’autre. Ses mots de vérification figurent ci-dessous : la personne qui s’y trouve voit les mêmes dans Paramètres, Recevoir de l’aide. Hulp les retient.
computer-known = C’est le même ordinateur qu’avant. Ses mots de vérification sont :
offer-no-place = Ce n’est ni le nom ni l’adresse d’un ordinateur.
offer-no-place-next = Cela ressemble à pc-d-anna, 192.0.2.7 ou pc.example.org:4857.
offer-no-such-name = Aucun ordinateur nommé { $name } n’a été trouvé (le système indique : { $why }).
offer-no-such-name-next = Vérifiez l’orthographe du nom, ou utilisez l’adresse.
offer-not-reached = { $name } n’a pas répondu.
offer-not-reached-next = Hulp doit y être ouvert et accepter les propositions d’aide : Paramètres, Recevoir de l’aide. Un pare-feu peut aussi gêner.
offer-key-changed = STOP : { $name } n’est pas le même ordinateur qu’avant. Hulp ne lui a rien dit. Les mots de vérification de l’ordinateur que vous connaissez sont : { $words }.
offer-key-changed-next = Quelqu’un essaie peut-être de se faire passer pour cet ordinateur. Appelez la personne qui s’en occupe : ne l’acceptez comme nouveau que s’il a été remplacé ou si Hulp y a été réinstallé.
# $name: an address with its port; $words: of the key that is known
offer-key-changed-there = À l’adresse { $name } se trouve maintenant un autre ordinateur que celui que Hulp y avait rencontré. Hulp ne lui a rien dit. Les mots de vérification de l’ordinateur que vous connaissez sont : { $words }.
offer-key-changed-there-next = Avec le temps, les réseaux donnent une adresse à un autre ordinateur : il peut donc s’agir simplement de celui d’une autre personne. Il peut aussi s’agir d’un ordinateur qui essaie de se faire passer pour celui que vous connaissez. Demandez à la personne installée devant l’ordinateur voulu quelle adresse il a : ne l’acceptez comme nouveau que si c’est celle-ci, et comparez alors les mots de vérification.
offer-not-hulp = Ce qui a répondu à { $name } n’est pas Hulp.
offer-not-hulp-next = Vérifiez le nom et le port.
offer-not-on-list = { $name } n’accepte pas de proposition d’aide de votre part.
# hulp identity export is a command to type
offer-not-on-list-next = Donnez votre carte d’aidant à la personne qui s’occupe de cet ordinateur : hulp identity export l’écrit. Si une organisation a signé votre carte, elle a peut-être expiré.
offer-too-soon = { $name } n’a pas accepté votre dernière proposition et n’en écoute pas encore d’autre.
# $wait: 40 seconds
offer-too-soon-next = Vous pourrez proposer de nouveau votre aide dans { $wait }. Mieux vaut appeler d’abord.
# $why: what the system says, in English
nearby-unheard = Les ordinateurs à proximité ne peuvent pas être trouvés (le système indique : { $why }). Vous pouvez toujours saisir ci-dessus le nom ou l’adresse d’un ordinateur.
card-of = La carte d’aidant de { $name }
card-signed = La carte d’aidant de { $name } ({ $organisation }, qui l’a signée)
card-says-of = La carte d’aidant de { $name }, qui dit être de { $organisation }
organisation-key-of = La clé de { $name } : toute personne dont la carte est signée par elle pourrait proposer de l’aide
taken-back-list = { $helpers ->
    [one] Une liste de { $organisation } : { $helpers } de ses aidants ne peut plus proposer d’aide
   *[other] Une liste de { $organisation } : { $helpers } de ses aidants ne peuvent plus proposer d’aide
}
# stands where an organisation's name would
an-organisation-on-your-list = une organisation de votre liste
# stands where an organisation's name would
that-organisation = cette organisation
list-added = { $name } figure maintenant sur la liste. Les mots de vérification sont : { $words }.
list-removed = { $name } ne figure plus sur la liste.
list-taken-back = { $helpers ->
    [one] Un aidant de { $organisation } ne peut plus proposer d’aide ici.
   *[other] { $helpers } aidants de { $organisation } ne peuvent plus proposer d’aide ici.
}
list-failed = Cela n’a pas fonctionné : { $why }.

## Check this computer

check-part-screen = Voir l’écran
check-part-input = Souris et clavier
check-part-stop-keys = Échap et Ctrl+C
check-part-port = Attendre les aidants
check-part-way-out = L’accès à internet
check-part-router = Le routeur
check-part-relay = Le relais
check-part-codes = Le serveur des codes
check-part-email = E-mail
check-part-contacts = Contacts
check-part-drawing = Affichage
check-part-keyring = Garder les mots de passe
check-part-files = Ouvrir les invitations
check-part-disk = Garder les données de Hulp
check-part-clock = L’horloge
check-trying = Essai en cours…
check-works = Fonctionne
check-not-set-up = Non configuré
check-does-not-work = Ne fonctionne pas
check-try-esc = Essayez si vous voulez : appuyez maintenant sur Échap.
check-going-on = Hulp essaie pour de vrai chaque partie de cet ordinateur. Cela prend une demi-minute au plus.
check-all-works = Tout ce qui est configuré fonctionne.
check-some-fail = { $count ->
    [one] Une partie ne fonctionne pas. Ce qu’il faut faire est indiqué à côté.
   *[other] { $count } parties ne fonctionnent pas. Ce qu’il faut faire est indiqué pour chacune.
}
# a part, whether it works, and then what stands under it
check-report-line = { $part } : { $standing }
check-screen = Voici ce que verrait un aidant ({ $width } sur { $height } pixels).
check-screen-blank = Une image est arrivée ({ $width } sur { $height } pixels), mais elle n’a qu’une seule couleur.
check-screen-blank-next = Si votre écran n’est pas vide, vérifiez dans les réglages du système si Hulp peut enregistrer l’écran.
check-pointer-moved = Le pointeur a été déplacé un peu, puis remis en place. Avec votre accord, un aidant pourrait utiliser la souris et le clavier.
check-pointer-taken = Le bureau a accepté un petit aller-retour du pointeur, mais ne dit à aucun programme où il se trouve. Avec votre accord, un aidant pourrait utiliser la souris et le clavier.
check-stop-keys-in-window = Sur ce bureau, Échap et Ctrl+C n’arrêtent un aidant que si la fenêtre de Hulp est au premier plan : aucun programme n’entend ce qui est tapé dans un autre.
check-stop-keys-in-window-next = Tant que quelqu’un vous aide, gardez la fenêtre de Hulp en vue. « Arrêter le contrôle » s’y trouve toujours.
check-watching = Hulp les entend toutes les deux, quel que soit le programme au premier plan.
check-stop-shortcut = Échap et Ctrl+C arrêtent un aidant si la fenêtre de Hulp est au premier plan ; quelle que soit la fenêtre au premier plan, les touches de votre bureau le font : { $keys }
check-heard-shortcut = Hulp a entendu les touches que votre bureau lui a données. Elles arrêtent un aidant immédiatement.
check-asking = Votre bureau va vous poser une question à ce sujet, dans sa propre fenêtre.
check-asking-next = Répondez oui. Seule cette vérification s’en sert, personne d’autre ne voit ni ne fait quoi que ce soit, et cela se termine avec elle.
check-heard-esc = Hulp a entendu Échap. Cela arrête un aidant immédiatement.
check-heard-ctrl-c = Hulp a entendu Ctrl+C. Cela arrête un aidant immédiatement.
# $port is a text: ports have no dots
check-port = Un aidant du même réseau peut joindre cet ordinateur au port { $port }.
check-other-port = Le port { $wanted } est occupé, peut-être par un autre Hulp ; Hulp peut en utiliser un autre, par exemple { $port }.
check-other-port-next = Une invitation indique elle-même le port. Seulement si un pare-feu ne laisse passer que le port { $wanted }, choisissez un autre port dans Paramètres, sous Réseau.
check-enough-ways-out = C’est suffisant si la partie ci-dessous qui en a besoin fonctionne.
check-router-opened = Il a ouvert un accès à { $address } puis l’a refermé : les aidants sur internet peuvent joindre cet ordinateur directement.
check-on-the-internet = Cet ordinateur a lui-même une adresse sur internet ; aucun routeur n’est nécessaire.
check-relay-found = Les aidants peuvent joindre cet ordinateur de partout par { $server }.
check-server-answers = { $server } répond.
check-mail-program = Votre propre logiciel de messagerie peut être chargé d’envoyer une invitation.
check-mail-server = Le serveur de messagerie { $server } a laissé entrer Hulp. Rien n’a été envoyé.
check-contact-server = Le serveur de contacts a laissé entrer { $address }.
check-drawn = Les fenêtres sont dessinées par { $through }, avec { $device }.
check-drawn-in-software = Les fenêtres sont dessinées par { $through }, en logiciel, avec { $device }. Hulp n’a pas besoin de carte graphique.
check-not-drawn = Aucune fenêtre ne peut être dessinée ici.
check-how-to-draw = Installez le paquet libgl1-mesa-dri ou mesa-vulkan-drivers : l’un comme l’autre dessine sans carte graphique.
check-how-to-draw-windows = Installez le pilote de la carte graphique, ou demandez à la personne qui s’occupe de cet ordinateur.
check-keyring = Le trousseau de clés de cet ordinateur garde des mots de passe pour Hulp.
check-opens-hulp = Un double-clic sur une invitation ouvre Hulp.
check-written = Hulp peut écrire.
# $free: 53 MB
check-written-free = Hulp peut écrire ; { $free } sont libres.
check-clock = Elle concorde avec ce que Hulp sait. Les invitations expirent d’après elle.
check-not-allowed = Votre administrateur ou les paramètres n’autorisent pas ce à quoi cela sert ; rien n’a donc été essayé.
check-nothing-to-stop = Personne ne peut utiliser la souris et le clavier ici ; il n’y a donc rien à arrêter.
check-router-not-asked = D’après les paramètres, Hulp ne touche pas au routeur.
check-router-not-asked-next = Si un relais fonctionne, ce n’est pas une perte. Sinon, dans Paramètres, sous Réseau, permettez de demander un port au routeur.
check-router-refused = Il n’ouvre aucun accès, ou il n’y en a pas.
check-router-refused-next = Si un relais fonctionne, ce n’est pas une perte. Sinon, cherchez UPnP dans les réglages du routeur, ou demandez à la personne qui s’en occupe.
check-router-behind-router = Il a ouvert un accès, mais se trouve lui-même derrière un autre routeur ({ $address }).
check-router-behind-router-next = Sur internet, les aidants ont besoin d’un relais pour joindre cet ordinateur.
check-no-server = Les paramètres n’indiquent ni relais ni serveur de codes.
check-no-relay = D’après les paramètres, aucun relais n’est utilisé.
check-no-relay-next = Avec un relais, dans Paramètres sous Réseau, les aidants peuvent joindre cet ordinateur de partout.
check-no-mail = Hulp n’a trouvé aucun logiciel de messagerie, et aucun serveur de messagerie n’est configuré.
check-no-mail-next = Configurez-en un dans Paramètres, sous E-mail, ou enregistrez les invitations dans des fichiers.
check-no-contacts = Vous n’avez pas de compte sur un serveur de contacts.
check-no-contacts-next = Si vous voulez demander à des personnes qui s’y trouvent, connectez-vous dans Paramètres, sous Contacts.
check-no-contacts-password = Hulp ne connaît pas le mot de passe de votre compte.
check-no-contacts-password-next = Connectez-vous dans Paramètres, sous Contacts.
# $name: a program
check-opens-another = Un double-clic sur une invitation ouvre { $name }.
check-opens-nothing = Un double-clic sur une invitation n’ouvre rien.
check-opens-another-next = Choisissez-y Hulp par « Ouvrir avec », ou utilisez « Ouvrir une invitation » dans Hulp.
check-opener-not-told = Ce système ne dit pas ce qu’ouvre un double-clic sur une invitation.
check-opener-not-told-next = « Ouvrir une invitation » dans Hulp fonctionne toujours.
check-screen-fails = Personne ne pourrait voir cet écran (le système indique : { $why }).
check-screen-fails-next = Vous pouvez tout de même aider d’autres personnes.
check-input-fails = Un aidant pourrait voir, mais pas utiliser la souris et le clavier (le système indique : { $why }).
check-input-fails-next = L’aidant peut tout de même vous dire quoi faire.
check-pointer-stays = Le pointeur n’est pas allé là où on l’envoyait.
check-pointer-stays-next = Laissez la souris tranquille un instant et vérifiez à nouveau. Un programme en plein écran retient peut-être le pointeur.
check-no-port = Aucun port ne peut être ouvert (le système indique : { $why }).
check-no-port-next = Demandez à la personne qui s’occupe de cet ordinateur si les programmes peuvent ouvrir des ports.
check-port-silent = Le port { $port } est ouvert, mais ce qui y est envoyé n’arrive pas.
check-port-silent-next = Un pare-feu de cet ordinateur le retient peut-être. Laissez-y passer Hulp.
check-relay-fails-next = Sans relais, seuls les aidants du même réseau, ou passant par le routeur, peuvent joindre cet ordinateur. Voyez dans Paramètres, sous Réseau.
check-contacts-fail-next = Le compte se trouve dans Paramètres, sous Contacts.
check-keyring-fails = Le trousseau de clés de cet ordinateur ne fonctionne pas pour Hulp (le système indique : { $why }).
check-no-keyring = Il n’y a pas de trousseau de clés ici.
check-keyring-next = Hulp connaît alors les mots de passe jusqu’à sa fermeture, puis les redemande. GNOME Keyring et KWallet sont des trousseaux.
check-disk-fails = Hulp ne peut pas garder ses données (le système indique : { $why }).
check-disk-fails-next = Libérez de la place sur le disque, ou demandez à la personne qui s’occupe de cet ordinateur.
check-disk-full = Il ne reste que { $free } sur le disque.
check-disk-full-next = Libérez de la place : Hulp y garde ses invitations et son journal.
# $moment: Friday 7 August at 18:00
check-clock-behind = Elle retarde : il a déjà été plus tard que cela, à savoir { $moment }.
check-clock-behind-next = Réglez l’horloge de l’ordinateur. Les invitations expirent d’après elle, et les serveurs ne font pas confiance à une horloge fausse.
check-timed-out = Rien n’est venu en { $count } secondes.
check-timed-out-next = Vérifiez à nouveau. Si cela persiste, prévenez la personne qui s’occupe de cet ordinateur.
check-keyring-timed-out-next = Si le système vous demande de déverrouiller le trousseau, faites-le et vérifiez à nouveau.
check-broken = Une erreur s’est produite dans Hulp pendant l’essai.
check-broken-next = Merci de le signaler ; lancez Hulp dans un terminal pour en savoir plus.
way-answers = { $server } répond.
way-answers-through = { $server } répond par { $proxy }.
way-fails = { $server } : { $fault }.
way-fails-through = { $server } par { $proxy } : { $fault }.
way-no-address = ce n’est pas une adresse
way-no-name = le nom est introuvable
way-no-network = aucun chemin n’y mène
way-refused = n’accepte pas de connexion
way-silent = ne répond pas
way-proxy = le proxy ne laisse pas passer Hulp (le message est : { $why })
no-way-out-offline = Cet ordinateur est-il connecté à internet ? Ouvrez une page dans votre navigateur pour le savoir.
no-way-out-proxy = Vérifiez le proxy dans Paramètres, sous Réseau, ou demandez à la personne qui s’en occupe.
no-way-out-firewall = Un pare-feu gêne peut-être, ou il faut un proxy : voyez Paramètres, sous Réseau.

## The log, a line for each entry. $helper is Anna (computer 3f2a, at 192.0.2.7); $invitation is a short number

log-foreign = (inconnu de ce Hulp) { $json }
log-damaged-line = ENDOMMAGÉ : { $fault }
log-part-whole = Partie d’un journal : { $lines } lignes, chacune conforme à son empreinte. D’autres ont été omises.
log-whole-with-hash = Le journal est intact : { $lines } lignes. L’empreinte de la dernière est
log-keep-the-hash = Conservée ailleurs, cette empreinte montrera si ces lignes ont été réécrites.
log-is-not-whole = Le journal n’est pas tel que Hulp l’a écrit.
log-waiting = En attente d’aidants sur le port { $port }.
log-not-waiting = N’attend plus d’aidants.
log-invitation-made = { $password ->
    [yes] Invitation { $invitation } créée, avec mot de passe, jusqu’au { $until }.
   *[no] Invitation { $invitation } créée, sans mot de passe, jusqu’au { $until }.
}
log-invitation-made-as = { $password ->
    [yes] Invitation { $invitation } créée, avec mot de passe, jusqu’au { $until }, enregistrée sous { $place }.
   *[no] Invitation { $invitation } créée, sans mot de passe, jusqu’au { $until }, enregistrée sous { $place }.
}
log-invitation-saved-again = Invitation { $invitation } enregistrée à nouveau sous { $place }.
log-code-made = Un code a été créé pour l’invitation { $invitation }.
log-code-used-up = Le code de l’invitation { $invitation } est épuisé : { $why }.
log-code-given = quelqu’un le connaissait et a l’invitation
log-code-wrong-guess = quelqu’un en a essayé un faux
log-code-crowded = une troisième personne est venue au même numéro
log-code-silent = quelqu’un a commencé puis n’a plus rien dit
# $to: an address; there may be none
log-invitation-for-email = { $password ->
    [yes] Invitation { $invitation } créée, avec mot de passe, jusqu’au { $until }, pour un e-mail.
   *[no] Invitation { $invitation } créée, sans mot de passe, jusqu’au { $until }, pour un e-mail.
}
log-invitation-for-email-to = { $password ->
    [yes] Invitation { $invitation } créée, avec mot de passe, jusqu’au { $until }, pour un e-mail à { $to }.
   *[no] Invitation { $invitation } créée, sans mot de passe, jusqu’au { $until }, pour un e-mail à { $to }.
}
log-invitation-mailed = { $way ->
    [program] Invitation { $invitation } : l’e-mail a été remis au logiciel de messagerie.
   *[server] Invitation { $invitation } : l’e-mail a été remis au serveur de messagerie, qui l’a accepté.
}
log-invitation-mailed-to = { $way ->
    [program] Invitation { $invitation } : l’e-mail à { $to } a été remis au logiciel de messagerie.
   *[server] Invitation { $invitation } : l’e-mail à { $to } a été remis au serveur de messagerie, qui l’a accepté.
}
log-invitation-for-contact = { $password ->
    [yes] Invitation { $invitation } créée, avec mot de passe, jusqu’au { $until }, pour le contact { $to }.
   *[no] Invitation { $invitation } créée, sans mot de passe, jusqu’au { $until }, pour le contact { $to }.
}
# $phrase: the comparison words
log-offer-asked = { $control ->
    [yes] Question posée sur la proposition d’aide de { $helper }, avec contrôle s’il est autorisé plus tard ; mots : { $phrase }.
   *[no] Question posée sur la proposition d’aide de { $helper }, pour voir seulement ; mots : { $phrase }.
}
log-offer-asked-of = { $control ->
    [yes] Question posée sur la proposition d’aide de { $helper } (de { $organisation }), avec contrôle s’il est autorisé plus tard ; mots : { $phrase }.
   *[no] Question posée sur la proposition d’aide de { $helper } (de { $organisation }), pour voir seulement ; mots : { $phrase }.
}
log-offer-taken = La proposition de { $helper } a été acceptée.
log-offer-declined = La proposition de { $helper } a été refusée.
log-offer-not-answered = La proposition de { $helper } n’a pas reçu de réponse à temps.
log-offer-asked-no-more = La question sur la proposition de { $helper } n’a plus été posée.
log-name-with-key = { $name } (clé { $key })
log-helper-added = Ajout à la liste des aidants : { $name }.
log-helper-added-may = { $control ->
    [yes] Ajout à la liste des aidants : { $name }, qui peut demander le contrôle.
   *[no] Ajout à la liste des aidants : { $name }, qui peut seulement voir.
}
log-helper-removed = Retrait de la liste des aidants : { $name }.
log-organisation-added = Tous les aidants de { $name } ont été mis sur la liste des aidants.
log-organisation-added-may = { $control ->
    [yes] Tous les aidants de { $name } ont été mis sur la liste des aidants, et peuvent demander le contrôle.
   *[no] Tous les aidants de { $name } ont été mis sur la liste des aidants, et peuvent seulement voir.
}
log-organisation-removed = Tous les aidants de { $name } ont été retirés de la liste des aidants.
log-cards-taken-back = { $many ->
    [one] Une liste de { $many } aidant dont { $name } a révoqué la carte a été notée.
   *[other] Une liste de { $many } aidants dont { $name } a révoqué les cartes a été notée.
}
log-cards-taken-back-some = Une nouvelle liste des aidants dont { $name } a révoqué les cartes a été notée.
log-invitation-ended = L’invitation { $invitation } a pris fin : { $why }.
log-invitation-used = une session en est née et s’est terminée
log-invitation-expired = son délai est écoulé
log-invitation-withdrawn = retirée
log-invitation-too-many-passwords = trop de mauvais mots de passe
log-invitation-too-often-declined = trop souvent refusée
log-invitation-deleted = Invitation { $invitation } supprimée de la liste.
log-helper-proved = { $helper } est venu avec l’invitation { $invitation } et l’a prouvée.
log-helper-refused = { $helper } a été refusé : { $why }.
log-helper-refused-with = { $helper } a été refusé, avec l’invitation { $invitation } : { $why }.
log-helper-gone = { $helper } est parti avant le début d’une session.
log-helper-gone-with = { $helper } est parti avant le début d’une session, avec l’invitation { $invitation }.
log-consent-asked = { $known ->
    [yes] Demandé si { $helper } (déjà venu) peut voir l’écran ; mots de vérification : { $phrase }.
   *[no] Demandé si { $helper } (jamais venu) peut voir l’écran ; mots de vérification : { $phrase }.
}
log-consent-yes = Réponse oui : { $helper } peut voir l’écran.
log-consent-no = Réponse non : { $helper } ne peut pas voir l’écran.
log-consent-none = Pas de réponse à temps : { $helper } ne peut pas voir l’écran.
log-consent-asked-no-more = Question retirée : { $helper } ne peut pas voir l’écran.
log-session-began = Session commencée : { $helper } voit l’écran, avec l’invitation { $invitation }.
log-control-asked = L’aidant a demandé le contrôle.
log-control-granted = Le contrôle a été donné à l’aidant.
log-control-refused = Le contrôle n’a pas été donné : { $why }.
# $lasted: 2 min 5 s
log-control-ended = Le contrôle a pris fin après { $lasted } : { $how }.
log-paused = En pause : l’aidant ne voit pas l’écran.
log-resumed = Reprise : l’aidant voit de nouveau l’écran.
log-line-broke = La connexion s’est coupée : l’aidant ne voit rien et ne fait rien. En attente de l’ordinateur de l’aidant.
log-session-went-on = La session continue : { $helper } est de retour après { $after } et voit l’écran, sauf en cas de pause.
log-session-ended = Session avec { $helper } terminée : { $why }. L’écran a été vu pendant { $seen }, contrôlé pendant { $controlled } ; messages : { $sent } envoyés, { $received } reçus.
log-bad-connection = Une connexion de { $place } n’était pas celle d’un aidant : { $what }.
# twice and more
log-bad-connections = Une connexion de { $place } n’était pas celle d’un aidant ({ $times } fois) : { $what }.
log-settings-changed = Paramètres modifiés : { $changes }.
log-settings-broken = Les paramètres n’ont pas pu être lus et ont été déplacés vers { $place } ; les paramètres par défaut s’appliquent, et rien n’est autorisé.
log-log-damaged = Ce journal n’était pas tel que Hulp l’avait laissé : { $damage }.
log-settings-taken-over = Paramètres modifiés dans leur fichier, ou par un autre Hulp : { $changes }.
log-settings-spoilt = Le fichier des paramètres, devenu illisible, a été déplacé vers { $place } ; les paramètres précédents restent valables.
log-settings-gone = Le fichier des paramètres avait disparu ; les paramètres précédents restent valables et ont été enregistrés à nouveau.
# one of several in a list
log-setting-change = { $setting } de « { $old } » à « { $new } »
log-policy = La stratégie de l’administrateur : { $keys }.
# after the policy
log-policy-fault = Faux : { $fault }.
# after the policy
log-policy-left-out = { $count ->
    [one] Et { $count } clé ou faute de plus.
   *[other] Et { $count } clés et fautes de plus.
}
log-policy-unreadable = La stratégie de l’administrateur ne peut pas être lue, et tout ce qu’elle régit est fermé : { $why }.
log-policy-gone = Il n’y a plus de stratégie d’un administrateur.
log-picture-kept-began = Une image de l’écran a été gardée quand { $helper } a reçu le contrôle : { $picture }.
log-picture-kept-ended = Une image de l’écran a été gardée quand { $helper } n’avait plus le contrôle : { $picture }.
log-picture-removed-by-you = L’image { $picture } a été supprimée, car vous avez supprimé toutes les images.
log-picture-removed-for-room = L’image { $picture } a été supprimée pour faire place à de plus récentes.
# stands where a name would
log-somebody = Quelqu’un
log-who = { $name } (ordinateur { $key }, à { $place })
# where somebody is
log-behind-relay = un endroit derrière un relais [{ $address }]
log-contact-signed-in = Connecté pour les contacts en tant que { $contact }.
log-contact-signed-out = Déconnecté pour les contacts en tant que { $contact }.
log-contact-added = Contact { $contact } ajouté à la liste.
log-contact-removed = Contact { $contact } retiré de la liste.
log-contact-let-see = Le contact { $contact } peut voir quand cet utilisateur est là.
log-contact-not-let-see = { $contact } ne peut pas voir quand cet utilisateur est là.
log-contact-asked-for-help = { $contact } demande de l’aide.
log-contact-offered-help = { $contact } propose son aide.
log-contact-was-accepted = L’utilisateur accepte l’appel de { $contact }.
log-contact-was-forbidden = La stratégie ne laisse personne proposer de l’aide : l’appel de { $contact } est refusé.
log-contact-was-declined = L’utilisateur refuse l’appel de { $contact }.
log-contact-missed = L’appel de { $contact } n’a pas reçu de réponse ici.
log-contact-was-asked = De l’aide est demandée au contact { $contact }.
log-contact-was-offered = De l’aide est proposée au contact { $contact }.
log-contact-accepted = Le contact { $contact } accepte.
log-contact-declined = Le contact { $contact } refuse.
log-contact-did-not-answer = Le contact { $contact } ne répond pas.
log-contact-was-not-reached = Le contact { $contact } n’a pas été joint.
log-contact-is-asked-no-more = L’appel à { $contact } a été retiré.
log-refused-password = { $count ->
    [one] mauvais mot de passe, encore { $count } essai
   *[other] mauvais mot de passe, encore { $count } essais
}
log-refused-version = le Hulp de l’autre côté parle la version { $version } du protocole
log-refused-unknown = aucune invitation pareille n’a été créée ici, ou ce n’est pas la vraie
log-refused-expired = le délai de l’invitation était écoulé
log-refused-withdrawn = l’invitation avait été retirée
log-refused-in-use = quelqu’un d’autre était ici avec cette invitation
log-refused-used = l’invitation avait été utilisée
log-refused-voided = l’invitation avait pris fin d’elle-même
log-settings-or-policy-forbid = les paramètres ou la stratégie l’interdisent
log-refused-busy = un autre aidant était ici
log-declined = refus
log-not-answered-in-time = pas de réponse à temps
log-refused-cannot-share = cet ordinateur ne peut pas montrer son écran
log-refused-protocol = l’autre côté a enfreint les règles du protocole
log-refused-session-over = la session à poursuivre était terminée
log-refused-not-on-list = pas sur la liste des aidants
log-refused-too-soon = trop tôt après la proposition précédente
log-session-was-paused = la session était en pause
log-control-cannot-inject = cet ordinateur ne laisse personne déplacer sa souris
log-control-taken-back = l’aidant a retiré sa demande
log-control-esc = on a appuyé sur Échap
log-control-ctrl-c = on a appuyé sur Ctrl+C
log-control-stop-button = on a cliqué sur « Arrêter le contrôle »
log-control-released = l’aidant l’a rendu
log-control-could-not-inject = la souris et le clavier n’ont pas pu être utilisés
log-control-session-ended = la session s’est terminée
log-control-policy-forbids = les paramètres ou la stratégie l’interdisent désormais
log-session-novice-left = déconnexion ici
log-session-helper-left = l’aidant s’est déconnecté
log-session-novice-closed = Hulp a été fermé ici
log-session-helper-closed = l’aidant a fermé Hulp
log-session-withdrawn = l’invitation a été retirée
log-session-line-broke = la connexion s’est coupée
log-session-screen-lost = l’écran ne pouvait plus être montré
log-session-protocol = le côté de l’aidant a enfreint les règles du protocole
log-session-policy-forbids = la stratégie l’interdit désormais
log-session-not-on-list = l’aidant n’est plus sur la liste des aidants
log-damage-cut-off = il avait { $had } lignes et en a { $has }
log-line-rewritten = la ligne { $number } n’est pas celle qui a été écrite
log-damage-head-lost = ce qui retient sa fin est perdu
log-fault-changed = la ligne { $number } a été modifiée
log-fault-misplaced = la ligne { $number } est au mauvais endroit
log-fault-moved = la ligne { $number } est au mauvais endroit : c’était la ligne { $was }
log-fault-missing = la ligne { $number } manque
log-fault-missing-lines = les lignes { $first } à { $last } manquent
log-fault-cut-off = il y avait { $had } lignes et il y en a { $has }
log-fault-head-lost = ce qui retient la fin du journal est perdu
log-fault-no-line = la rangée { $row } du fichier n’est pas une ligne de journal
log-fault-other-picture = l’image de la ligne { $number } n’est pas celle qui a été gardée
log-fault-no-picture = l’image de la ligne { $number } manque
log-fault-noted = noté à la ligne { $number } au démarrage de Hulp : { $damage }
log-lasted-seconds = { $secs } s
log-lasted-minutes = { $minutes } min { $secs } s
log-lasted-hours = { $hours } h { $minutes } min

## The e-mail that an invitation travels in: who reads it is the helper. $from is the novice's name

letter-subject = { $from } demande votre aide : invitation pour Hulp
letter-asks = { $from } vous demande de l’aide sur son ordinateur et vous envoie cette invitation avec le programme Hulp.
letter-take-care = 1. Ne l’acceptez que si vous connaissez { $from } et que vous vous y attendez. En cas de doute, appelez d’abord { $from }, à un numéro que vous avez déjà.
letter-save = 2. Enregistrez le fichier joint, dont le nom se termine par .hulp, et ouvrez-le avec Hulp.
letter-password = 3. Hulp demande un mot de passe. { $from } vous le dira, de préférence par téléphone ; il n’est dans aucun e-mail.
# $moment: 27 November 2026, 14:05 (UTC+01:00)
letter-until = L’invitation est valable jusqu’au { $moment }. { $from } doit donner son accord avant que vous ne voyiez quoi que ce soit.
letter-pass-on-to-nobody = Quiconque possède le fichier peut demander à voir l’écran de { $from } : ne le transmettez donc à personne.
# a date and a time with the time zone
letter-moment = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year } à { $time } (UTC{ $zone })
letter-test-subject = Message d’essai de Hulp
letter-test-asked = Voici le message d’essai que vous avez demandé dans les paramètres de Hulp.
letter-test-works = Votre compte de messagerie fonctionne : Hulp peut envoyer vos invitations avec lui.
# a file's name, without its ending
file-invitation = Invitation
file-invitation-from = Invitation de { $name }
