### What is answered on the terminal, and what becomes of files that are read there

## A start of the program
terminal-open-already = Hulp ya está abierto: su ventana pasa al frente.
# A display: where windows open, such as that of another user of the same computer.
terminal-open-at-another-display = Hulp ya está abierto, en otra pantalla. Úselo allí o ciérrelo allí primero.
terminal-open-at-display = Hulp ya está abierto, en la pantalla { $display }. Úselo allí o ciérrelo allí primero.
terminal-open-and-busy = Hulp ya está abierto y está haciendo una invitación. Inténtelo de nuevo dentro de un momento.
terminal-open-in-another-version = Hulp ya está abierto, en otra versión. Cierre su ventana y después inicie esta.
terminal-saved = Se ha guardado { $path }. Esperando a su ayudante.
terminal-not-made = no se ha podido hacer la invitación en { $secs } segundos
terminal-no-password = { $path } no tiene ninguna contraseña en la primera línea
terminal-not-read = no se puede leer { $path }
terminal-too-many = son { $count } invitaciones; Hulp abre { $most } a la vez

## Files that the command line names. These begin in small letters: “hulp:” stands before them, and mostly a reason behind them
terminal-not-written = no se puede escribir { $path }
terminal-not-used = no se puede usar { $path }
terminal-not-opened = no se puede abrir { $path }
terminal-not-kept = no se puede guardar { $path }
terminal-not-checked = no se puede comprobar { $path }
terminal-no-file = { $path } no es un archivo
terminal-not-started = no se puede iniciar Hulp otra vez

## hulp identity
identity-key = Clave: { $key }
# The words of the key, to compare by telephone
identity-words = Palabras de comprobación: { $words }
# $until is a date: 2026-11-26
identity-card = Tarjeta: { $name } de { $organisation }, válida hasta el { $until }
# --name is typed as it is
identity-say-your-name = indique su nombre: --name "Jan Bakker"
identity-saved = Se ha guardado { $path }. Las palabras de comprobación: { $words }
identity-other-computer = esta tarjeta es de otro ordenador; exporte una aquí y haga que se la firmen
identity-not-signed = ninguna organización ha firmado esta tarjeta
identity-kept = La tarjeta está guardada. Hasta el { $until } ofrece ayuda como { $name } de { $organisation }.
identity-too-long-for-picture = demasiado largo para un código QR

## hulp organisation
# $ending: hulporg
organisation-secret-name = el secreto necesita un nombre que no termine en .{ $ending }
organisation-saved-secret = El secreto se ha guardado como { $path }: guárdelo donde solo usted pueda leerlo.
organisation-novices-add = Quienes piden ayuda añaden { $path }. Las palabras de comprobación: { $words }
# organisation_keys is typed as it is
organisation-in-policy = Una directiva la nombra en organisation_keys: { $key }
# $from and $until are dates: 2026-11-26
organisation-card = { $path }: { $name }, del { $from } al { $until }. Las palabras de comprobación: { $words }
organisation-other-list = esa lista es de otra organización
organisation-taken-back = esta tarjeta se retiró; el ayudante necesita una clave nueva
organisation-other-words = la tarjeta tiene otras palabras de comprobación: alguien la ha cambiado
# What is answered is typed: the first letter of yes in this language, or y
organisation-sign = ¿Ha comparado las palabras con el ayudante? ¿Firmar por { $name }? [s/N]
# What is typed for yes there
organisation-yes = s
organisation-not-signed = no se ha firmado
organisation-signed = Se ha firmado { $path } por { $name }.
organisation-saved-list = { $count ->
    [one] Se ha guardado { $path }: lista { $number } con un ordenador. Quienes piden ayuda la añaden en Ajustes, en Recibir ayuda.
   *[other] Se ha guardado { $path }: lista { $number } con { $count } ordenadores. Quienes piden ayuda la añaden en Ajustes, en Recibir ayuda.
}

## hulp register
register-no-program = no se puede saber dónde está Hulp
register-replaced = Hulp se sustituyó mientras estaba en marcha: inténtelo de nuevo
register-not-tried = no se puede probar
register-done = Un doble clic en una invitación abre ahora Hulp, y Hulp está entre sus programas. `hulp register --remove` lo deshace.
register-not-told = Hulp está registrado como el programa para las invitaciones. Este sistema no dice si se ha enterado.
# $name: a program
register-another = Hulp está registrado, pero el escritorio sigue abriendo las invitaciones con { $name }: elija allí Hulp con «Abrir con»
register-nobody = Hulp está registrado, pero el escritorio aún no conoce las invitaciones: necesita el paquete shared-mime-info; con él, ejecute `hulp register` otra vez
register-no-home = este usuario no tiene carpeta personal, así que no hay dónde escribirlo
register-odd-path = el escritorio no puede iniciar un programa con la ruta { $path }: mueva Hulp a una carpeta cuyo nombre tenga letras corrientes e inténtelo de nuevo
register-not-ours = { $path } no lo hizo Hulp: muévalo e inténtelo de nuevo
# $said: what the file's reader says, in English
register-list-unreadable = no se puede leer { $path } (al leerlo resultó: { $said }). Bórrelo y ejecute `hulp register` otra vez
# $said: the system's own words
register-registry = el registro de Windows no lo acepta (el sistema indica: { $said })
register-not-needed = en este sistema cuenta la carpeta de las aplicaciones: ponga Hulp allí, y las invitaciones se abrirán con él
# $said: the system's own words
register-failed = { $path } (el sistema indica: { $said })
register-left = Se deja, porque alguien lo ha cambiado: { $path }
register-removed = Hulp ya no está registrado.
register-was-not = Hulp no estaba registrado para usted.

## A file that cannot be put on the list of helpers. Each is said behind “That did not work:”
card-fault-too-large = este archivo es mayor de lo que son los de su clase
# $why: what was found in it, in English
card-fault-wrong = este archivo no se puede usar (al leerlo resultó: { $why })
card-fault-newer = este archivo se creó con una versión más reciente de Hulp (formato { $version }); actualice Hulp para usarlo
card-fault-name = contiene un nombre vacío o demasiado largo
card-fault-dates = sus fechas no tienen sentido
card-fault-words = sus palabras de comprobación no corresponden a su clave; pida una tarjeta nueva al ayudante
card-fault-signature = su firma no es correcta; pida un archivo nuevo a la organización
# $moment: 2026-11-26 12:00:00 UTC
card-fault-not-yet = esta tarjeta solo vale a partir del { $moment }
card-fault-expired = esta tarjeta valía hasta el { $moment }; pida una nueva al ayudante
card-fault-other-organisation = esta lista es de otra organización
card-fault-older-list = esta lista tiene el número { $came }, y ya se conoce el número { $known }; pida la más reciente
card-fault-list-full = la lista está llena; cree una clave nueva para la organización
card-fault-no-randomness = el sistema operativo no dio números aleatorios
list-not-yours = su administrador decide quién está en esta lista
list-of-nobody-here = esta lista es de una organización que aquí no responde por nadie
list-nothing-read = no se ha leído ningún archivo
# $why: the system's own reason
list-system = el sistema indica: { $why }

## The administrator's policy: hulp policy check, and what the window says of it. Keys and values are quoted as they stand in the file
# Before what is wrong with a line
policy-check-wrong = MAL: { $fault }
# $why: one of policy-error-…
policy-check-not-trusted = No es de fiar, así que todo lo que rige una directiva está cerrado: { $why }.
policy-check-unreadable = No se puede leer esta directiva: { $why }.
policy-check-closed = Hasta que se pueda, está cerrado todo lo que rige una directiva.
# $keys: some keys
policy-check-users = A elección del usuario, porque no está en esta directiva: { $keys }.
policy-check-good = No hay nada mal en esta directiva.
policy-check-faults = { $count ->
    [one] Una clave está mal.
   *[other] { $count } claves están mal.
}
# $wants: one of policy-wants-…
policy-fault-value = { $key } debe ser { $wants }; hasta entonces está cerrado
policy-fault-key = { $key } no es una clave que este Hulp conozca, así que todo está cerrado
# $like: one key or several
policy-fault-key-like = { $key } no es una clave que este Hulp conozca; se parece a { $like }, que está cerrado
policy-wants-switch = true o false
# $words: values in quotes, with commas between
policy-wants-word = uno de { $words }
policy-wants-words = una lista de algunos de { $words }
policy-wants-lifetime = un tiempo de "1m" a "366d", por ejemplo "8h"
policy-wants-message = un texto de 1 a { $most } caracteres
policy-wants-relay = una dirección que empiece por https://
policy-wants-token = un token de letras, cifras y signos corrientes
policy-wants-mailbox = una dirección que empiece por ws:// o wss://
policy-wants-server = el nombre de un servidor, por ejemplo "xmpp.example.org"
policy-wants-cards = una lista de { $most } tarjetas como máximo, cada una como el texto de su archivo .hulpcard
policy-wants-keys = una lista de { $most } claves como máximo, de 64 cifras hexadecimales
policy-wants-revoked = una lista de { $most } textos como máximo, cada uno de un archivo .hulprevoked
# $said: the system's own reason
policy-error-unreadable = { $path } (el sistema indica: { $said })
policy-error-owner = { $path } no pertenece al administrador
policy-error-writable = otros además de su dueño pueden escribir en { $path }
policy-error-not-plain = { $path } no es un archivo normal en carpetas normales
policy-error-too-large = ocupa más de { $kib } KiB
policy-error-not-text = no es un texto en UTF-8
# $said: what the file's reader says, in English
policy-error-syntax = línea { $line } (al leerla resultó: { $said })
policy-error-not-a-list = no es una property list (al leerla resultó: { $said })

## What each key of a policy comes to, to the administrator
policy-allow-invitations = Se puede invitar a alguien a ayudar en este ordenador.
policy-no-invitations = No se puede invitar a nadie a ayudar en este ordenador, y se rechaza a quien ya lo estaba.
policy-control-allowed = Los ayudantes pueden pedir el control; se pregunta al usuario cada vez.
policy-control-view-only = Los ayudantes ven la pantalla y nunca obtienen el ratón ni el teclado.
# $time is one of the three below
policy-longest-lifetime = Ninguna invitación vale más de { $time }.
policy-minutes = { $count ->
    [one] un minuto
   *[other] { $count } minutos
}
policy-hours = { $count ->
    [one] una hora
   *[other] { $count } horas
}
policy-days = { $count ->
    [one] un día
   *[other] { $count } días
}
policy-no-ways = Una invitación no se puede enviar de ninguna forma.
# $ways: values of the key, such as: file, email
policy-ways = Las invitaciones solo se envían por: { $ways }.
policy-offers = Los ayudantes de la lista pueden ofrecer ayuda, y los contactos también; se pregunta al usuario cada vez.
policy-no-offers = Nadie puede ofrecer ayuda a este ordenador.
# control is a key
policy-offers-control = Los ayudantes de la lista que ofrecen ayuda pueden recibir el control, si `control` lo permite.
policy-offers-view-only = Los ayudantes de la lista que ofrecen ayuda solo pueden ver la pantalla.
policy-no-helpers = No hay ningún ayudante en la lista.
policy-helpers = { $count ->
    [one] Hay un ayudante en la lista.
   *[other] Hay { $count } ayudantes en la lista.
}
policy-no-organisations = No hay en la lista ayudantes de ninguna organización.
policy-organisations = { $count ->
    [one] Están en la lista los ayudantes de una organización.
   *[other] Están en la lista los ayudantes de { $count } organizaciones.
}
policy-no-signed-cards = No está en la lista nadie cuya tarjeta haya firmado una organización.
policy-taken-back = { $count ->
    [one] Se retiró la tarjeta de un ayudante.
   *[other] Se retiraron las tarjetas de { $count } ayudantes.
}
policy-relays-public = Se usan los relés que puede usar cualquiera.
policy-relays-own = Solo se usa el relé propio de la organización.
policy-relays-none = No se usa ningún relé.
policy-relay = El relé propio de la organización es { $relay }.
policy-relay-token = El relé propio de la organización recibe este token.
policy-mailbox = Los códigos van solo por { $mailbox }.
policy-no-codes = No se crean códigos.
policy-contacts-server = Para los contactos solo se inicia sesión en { $server }.
policy-no-contacts = No se usan contactos.
policy-log-not-required = Una sesión continúa aunque no se pueda escribir el registro.
policy-log-required = Si no se puede escribir el registro, no se deja entrar a nadie y la sesión termina.
policy-log-pictures = El registro guarda imágenes de cada periodo de control.
policy-no-log-pictures = El registro no guarda imágenes.
policy-consent-see = Junto a la pregunta de quién puede ver la pantalla, el usuario lee esto.
policy-no-consent-see = No se puede preguntar a nadie quién puede ver la pantalla, así que nadie la ve.
policy-consent-control = Junto a la pregunta del control, el usuario lee esto.
policy-no-consent-control = No se puede pedir el control a nadie, así que nadie lo obtiene.
policy-clipboard = El portapapeles se puede compartir, con el consentimiento del usuario.
policy-no-clipboard = El portapapeles no se comparte nunca.
policy-files = Se pueden enviar archivos, con el consentimiento de quien los recibe.
policy-no-files = No se envían ni se reciben archivos.
policy-talking = Los dos pueden hablar, si ambos quieren.
policy-no-talking = No se dice ni se oye nada a través de Hulp.
