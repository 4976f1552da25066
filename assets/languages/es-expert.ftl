### The pages of who helps, the settings, and the page of the log

## Ajustes

settings-title = Ajustes
# What a screen reader calls the row of tabs.
settings-parts = Apartados de los ajustes
settings-general = General
settings-receiving = Recibir ayuda
settings-contacts = Contactos
settings-email = Correo electrónico
settings-network = Red
settings-privacy = Privacidad y registro
settings-save = Guardar los ajustes
settings-saved = Sus ajustes se han guardado.
# $tab is the name of one of the tabs above.
settings-not-right = Todavía hay algo que corregir en «{ $tab }».
settings-days-fault = Escriba un número de días del 1 al { $most }.
settings-port-fault = Escriba un número del 1024 al 65535.
settings-mailbox-fault = Escriba una dirección que empiece por ws:// o wss://.
settings-relay-fault = Escriba una dirección que empiece por https://.
settings-token-fault = Un token solo tiene letras de la A a la Z, cifras y signos corrientes.
settings-proxy-password-fault = Escriba la contraseña en su propio campo, más abajo.
settings-proxy-fault = Escriba una dirección que empiece por http:// o deje el campo vacío.
settings-password = Contraseña
settings-password-hint = Se guarda en el llavero de este ordenador, nunca en un archivo.
settings-password-hint-kept = Se guarda en el llavero de este ordenador, nunca en un archivo. Déjelo vacío para conservar la que ya hay.
# The number of a network port.
settings-port = Puerto

## Ajustes: General

settings-your-name = Su nombre
settings-your-name-hint = Lo ven las personas a las que ayuda o que le ayudan.
# In other languages with the English word behind it, for whoever cannot read the one that holds.
settings-language = Idioma (Language)
# The language that the system's own programs speak.
settings-language-of-system = El idioma del sistema
settings-start-with-desktop = Iniciar Hulp cuando inicio sesión
settings-start-with-desktop-hint = Hulp se inicia sin ventana. La ventana aparece cuando un ayudante pregunta algo o cuando usted abre Hulp.
settings-autostart-fault = No ha funcionado (el sistema indica: { $why }).
settings-look = Aspecto
settings-look-system = Como el sistema
settings-look-light = Claro
settings-look-dark = Oscuro
settings-text-size = Tamaño del texto
settings-text-smaller = Texto más pequeño
settings-text-larger = Texto más grande
settings-text-size-now = { $percent } %
settings-text-size-hint = En todas las páginas, Ctrl y + o − hacen lo mismo.

## Ajustes: Recibir ayuda

settings-allow-invitations = Permitir invitaciones desde este ordenador
settings-allow-control = Permitir el control de este ordenador
settings-allow-offers = Permitir que los ayudantes ofrezcan ayuda
settings-always-asked = Se le pregunta cada vez, elija lo que elija aquí.
settings-show-edge = Mostrar un borde de color alrededor de la pantalla mientras alguien la ve
settings-longest-lifetime = Validez máxima
# $now is a length, such as 30 days.
settings-longest-lifetime-hint = El mayor número de días que puede valer una invitación suya. Ahora: { $now }.

## Ajustes: la lista de ayudantes

settings-helpers = Ayudantes
settings-helpers-none = No hay nadie en la lista, así que nadie puede ofrecer ayuda.
settings-helpers-when = Pueden ofrecer ayuda mientras Hulp está en marcha aquí y ellos llegan a la dirección propia de este ordenador: para eso no se recurre a ningún router ni a ningún relé.
# $words are words by which a computer is known, to be compared by telephone.
settings-helpers-own-words = Las palabras de comprobación de este ordenador, para quien ofrezca ayuda aquí por primera vez: { $words }.
settings-helpers-card = Tarjeta de ayudante
settings-helpers-card-hint = El archivo que le ha dado un ayudante (.hulpcard) o una organización (.hulporg, .hulprevoked).
settings-helpers-read = Leer el archivo
# It speaks of the button Cancel below.
settings-helpers-add-warning = Añada solo a quien conozca y cuyas palabras de comprobación haya comparado por teléfono. ¿Se lo ha pedido alguien que le ha llamado? Entonces haga clic en «Cancelar».
settings-helpers-may-ask = Puede pedir el control de este ordenador
settings-helpers-add = Añadir a la lista
settings-helpers-cancel = Cancelar
# The words of a helper's card, or of an organisation.
settings-helpers-its-words = Las palabras de comprobación: { $words }.
# $name is an organisation.
settings-helpers-signed-by = Todas las personas cuya tarjeta ha firmado { $name }
# An organisation without a name is known by the words of its key.
settings-helpers-signed-with-key = Todas las personas cuya tarjeta se ha firmado con la clave { $words }
settings-helpers-taken-back = { $count ->
    [one] 1 tarjeta retirada.
   *[other] { $count } tarjetas retiradas.
}
# $name is a helper, an organisation, or an organisation's words.
settings-helpers-remove = Quitar a { $name }
settings-helpers-may-control = Puede ver y pedir el control.
settings-helpers-may-see = Solo ver.
# $time is such as: tomorrow at 9:05.
settings-helpers-card-from = La tarjeta vale a partir de: { $time }.
settings-helpers-card-until = La tarjeta vale hasta: { $time }.
settings-helpers-card-expired = La tarjeta ha caducado: pida una nueva.

## Ajustes: Contactos

settings-contacts-what-for = Con una dirección en un servidor de contactos (XMPP), sus contactos ven cuándo está usted y pueden pedirse ayuda mutuamente con un clic.
settings-contacts-address = Dirección de contacto
settings-contacts-address-hint = La suya, por ejemplo anna@example.org.
settings-contacts-server = Servidor de contactos
settings-contacts-server-hint = Déjelo vacío: la dirección indica dónde está su servidor. Si no, un nombre y un puerto tras dos puntos.
settings-contacts-strangers = Dejar que me pregunten personas que no conozco
# Off: while the box above is not ticked.
settings-contacts-strangers-hint = Si no está marcado, solo pueden llamar sus contactos. En cualquier caso se le pregunta cada vez.
settings-contacts-sign-in = Iniciar sesión
settings-contacts-sign-out = Cerrar sesión
settings-contacts-yours = Sus contactos
settings-contacts-stop-ringing = Dejar de llamar
settings-contacts-none = Todavía no hay nadie en su lista.
settings-contacts-left-out = { $count ->
    [one] Hay 1 más que no se muestra aquí.
   *[other] Hay { $count } más que no se muestran aquí.
}
settings-contacts-new = Añadir un contacto
settings-contacts-new-hint = La dirección de esa persona. Se le pregunta si usted puede ver cuándo está.
settings-contacts-add = Añadir
settings-contacts-new-name = Nuevo nombre para { $name }
settings-contacts-keep-name = Guardar este nombre
settings-contacts-offer-help = Ofrecer ayuda a { $name }
settings-contacts-ask-again = Preguntar otra vez a { $name }
settings-contacts-rename = Cambiar el nombre de { $name }
settings-contacts-remove = Quitar a { $name }
# $name is an address, such as anna@example.org.
settings-contacts-request = { $name } quiere ver cuándo está usted y poder llamarle.
settings-contacts-accept = Aceptar a { $name }
settings-contacts-decline = Rechazar a { $name }

## Ajustes: Correo electrónico

settings-email-way-program = Mi propio programa de correo
settings-email-way-program-hint = Se abre con el mensaje, y usted pulsa «Enviar» allí. Si no hay ninguno, Hulp usa el servidor de correo de abajo, si está configurado.
settings-email-way-server = El servidor de correo de abajo
settings-email-way-server-hint = Hulp envía directamente sus invitaciones.
settings-email-address = Dirección de correo electrónico
settings-email-address-hint = La suya: su ayudante ve quién ha enviado la invitación.
settings-email-address-fault = Escriba su propia dirección de correo electrónico.
settings-email-server = Servidor
settings-email-server-hint = Para el correo saliente. Deducido de su dirección; su proveedor se lo indica.
settings-email-server-fault = Escriba el nombre del servidor.
settings-email-port-fault = Escriba un número del 1 al 65535; casi siempre es 587 o 465.
settings-email-security = Seguridad
settings-email-user = Nombre de usuario
settings-email-user-hint = Casi siempre su dirección de correo. Vacío si el servidor no lo pide.
settings-email-test = Enviar un mensaje de prueba
# $to is an e-mail address.
settings-email-test-sent = Enviado. Mire si ha llegado a { $to }.

## Ajustes: Red

settings-network-port-hint = Los ayudantes llegan a este ordenador por este puerto TCP. Si está ocupado, Hulp usa otro, que figura en la invitación.
settings-network-map-port = Pedir al router que abra un puerto
settings-network-map-port-hint = Así los ayudantes llegan directamente a este ordenador por internet. Hulp lo pide mientras espera una invitación, y después cierra el puerto.
# A server where two computers meet that cannot reach each other.
settings-network-relay = Relé
settings-network-relay-hint = Donde se encuentran dos ordenadores que no pueden llegar el uno al otro. Ve quién está conectado con quién, y nada de lo que usted hace.
settings-network-relays-public = Relés públicos
settings-network-relays-own = Un relé propio
settings-network-relays-none = Ningún relé
settings-network-relay-address = Dirección del relé
settings-network-relay-address-hint = Por ejemplo https://relay.example.org
# A secret that the relay asks of its users.
settings-network-relay-token = Token del relé
settings-network-relay-token-hint = Si lo pide. Las personas a las que invita lo reciben con la invitación.
settings-network-proxy = Proxy hacia el relé
# The word none is typed as it is, in every language.
settings-network-proxy-hint = Por ejemplo http://proxy.example.org:3128. Déjelo vacío para usar el de este ordenador, o escriba «none» para ninguno.
settings-network-proxy-password = Contraseña del proxy
settings-network-mailbox = Servidor para códigos
settings-network-mailbox-hint = Donde se encuentran los dos lados de un código. No ve ni el código ni la invitación. Los dos lados necesitan el mismo.

## Ajustes: Privacidad y registro

settings-privacy-keep-pictures = Guardar imágenes de la pantalla cuando alguien toma el control
settings-privacy-keep-pictures-hint = Una cuando empieza el control y otra cuando termina. Se quedan en este ordenador, y las encuentra en el registro. Las más antiguas desaparecen cuando ocupan más de { $megabytes } MB.
settings-privacy-open-log = Abrir el registro
settings-privacy-remove-all = Eliminar todas las imágenes
settings-privacy-remove-sure = ¿Eliminar todas las imágenes de la pantalla? No se podrán recuperar. En el registro seguirá constando que las hubo.
settings-privacy-remove = Eliminarlas
settings-privacy-keep = Conservarlas
settings-privacy-removing = Eliminando…
settings-privacy-removed-none = No había ninguna imagen.
settings-privacy-removed = { $count ->
    [one] Se ha eliminado 1 imagen.
   *[other] Se han eliminado { $count } imágenes.
}
settings-privacy-not-removed = Algunas imágenes siguen ahí (el sistema indica: { $why }).

## Quien ayuda: las páginas antes de una sesión

expert-cancel = Cancelar
expert-settings = Ajustes
enter-code-title = Introducir un código
enter-code-code = Código
enter-code-hint = La otra persona se lo lee, por ejemplo 5-001-997. Los espacios y los guiones no importan.
enter-code-get = Obtener la invitación
enter-code-getting = Obteniendo la invitación…
enter-code-getting-hint = Tarda un momento. La otra persona debe tener abierta la página con el código.
open-title = Abrir una invitación
open-file = Archivo de invitación
open-file-hint = El archivo que le ha enviado la otra persona. Su nombre termina en .hulp.
open-file-was = El archivo era { $place }.
open-button = Abrir
offer-to-title = Ofrecer ayuda a un ordenador
offer-to-for-whom = Para ordenadores cuyo dueño o administrador le ha puesto en la lista de ayudantes. A quien esté delante se le pregunta de todos modos.
offer-to-computer = Ordenador
offer-to-computer-hint = Su nombre o dirección, por ejemplo pc-de-anna o 192.0.2.7, con un puerto tras dos puntos si no es el 4857.
offer-to-offer = Ofrecer ayuda
# Above a list of computers on the same network.
offer-to-nearby = Cerca
offer-to-nearby-none = Ningún ordenador de esta red anuncia que acepta ofrecimientos de ayuda.
offer-to-is-replaced = Lo he preguntado: ese ordenador se ha sustituido o se ha instalado de nuevo
offer-to-has-moved = Lo he preguntado: el ordenador que busco tiene ahora esta dirección
offer-to-forget = Olvidar las palabras antiguas
paper-asks = { $who ->
    [0] Alguien le pide ayuda
   *[named] { $who } le pide ayuda
}
paper-did-not-work = No ha funcionado
paper-from = { $who ->
    [0] De: desconocido
   *[named] De: { $who }
}
# $made and $until are such as: today at 14:30.
paper-made-and-holds = Creada: { $made }. Vale hasta: { $until }.
paper-made-and-held = Creada: { $made }. Valía hasta: { $until }.
paper-expired = Según el reloj de este ordenador, esta invitación ha caducado. Pida una nueva si no funciona.
paper-your-name = Su nombre
paper-your-name-hint = La otra persona lo ve cuando se le pregunta.
paper-password = Contraseña
paper-password-hint = Pídasela a la otra persona, mejor por teléfono.
paper-show-password = Mostrar la contraseña
paper-connect = Conectar
paper-try-again = Intentarlo de nuevo
paper-close = Cerrar la invitación
paper-connecting = { $who ->
    [0] Conectando con la otra persona
   *[named] Conectando con { $who }
}
# $step is a step of connecting, such as: Checking the password.
paper-step-done = { $step }: hecho
paper-step-under-way = { $step }…
paper-time-left = { $who ->
    [0] La otra persona tiene aún { $time } para responder.
   *[named] { $who } tiene aún { $time } para responder.
}
# Words to be compared by telephone follow.
paper-words = { $who ->
    [0] Si la otra persona le pregunta por teléfono qué palabras ve, léale estas:
   *[named] Si { $who } le pregunta por teléfono qué palabras ve, léale estas:
}
paper-ended = La sesión ha terminado
paper-done = Listo

## Quien ayuda: la pantalla de la otra persona

console-take-control = Tomar el control
console-release-control = Devolver el control
console-scale = Ajustar a la ventana
console-actual-size = Tamaño real
console-full-screen = Pantalla completa
console-leave-full-screen = Salir de pantalla completa
# The chat: messages that both sides write to each other.
console-show-chat = Mostrar el chat
# So many messages were not read yet.
console-show-chat-new = { $count ->
    [one] Mostrar el chat (1 nuevo)
   *[other] Mostrar el chat ({ $count } nuevos)
}
console-hide-chat = Ocultar el chat
console-disconnect = Desconectar
# What a screen reader calls the other person's screen.
console-screen-of = { $who ->
    [0] Pantalla de la otra persona
   *[named] Pantalla de { $who }
}
# Ctrl, Alt and Home are keys.
console-way-out = Con Ctrl+Alt+Inicio sale de la pantalla remota
console-waiting = Esperando la primera imagen…
console-reconnecting = Reconectando… Ve la última imagen.
console-paused = { $who ->
    [0] La otra persona ha puesto la sesión en pausa. Ve la última imagen.
   *[named] { $who } ha puesto la sesión en pausa. Ve la última imagen.
}
# Words that both sides see, to be compared by telephone.
state-line-phrase = los dos lados ven: { $words }
# How long it takes there and back, in milliseconds.
state-line-round-trip = ida y vuelta { $ms } ms
state-line-round-trip-short = ida y vuelta en menos de 1 ms
# Pictures a second.
state-line-frames = { $count } imágenes/s
state-line-kilobytes = { $count } kB/s
state-line-exact = imagen exacta
state-line-refining = afinando la imagen
state-line-reconnecting = { $who ->
    [0] Se ha cortado la conexión con el ordenador de la otra persona. Reconectando…
   *[named] Se ha cortado la conexión con el ordenador de { $who }. Reconectando…
}
state-line-held-back = { $who ->
    [0] La otra persona está usando el ratón: sus acciones esperan.
   *[named] { $who } está usando el ratón: sus acciones esperan.
}
state-line-controlling = { $who ->
    [0] Usted y la otra persona controlan este ordenador.
   *[named] Usted y { $who } controlan este ordenador.
}
state-line-asked = { $who ->
    [0] Se está pidiendo el control a la otra persona…
   *[named] Se está pidiendo el control a { $who }…
}
state-line-looking = { $who ->
    [0] Usted puede mirar. La otra persona controla este ordenador.
   *[named] Usted puede mirar. { $who } controla este ordenador.
}
state-line-looking-only = { $who ->
    [0] Usted puede mirar. El ordenador de la otra persona no permite el control.
   *[named] Usted puede mirar. El ordenador de { $who } no permite el control.
}

## La página del registro

log-page-title = Registro
log-page-what-it-is = Lo que los ayudantes han hecho en este ordenador y lo que usted ha respondido. Se queda aquí, a no ser que lo exporte.
log-page-looking = Leyendo el registro…
log-page-check = Comprobar el registro
log-page-checking = Comprobando cada línea y cada imagen…
log-page-not-checked = No se ha podido comprobar el registro (el sistema indica: { $why }).
log-page-not-read = No se ha podido leer el registro (el sistema indica: { $why }).
log-page-empty = Todavía no ha pasado nada.
log-page-no-such-line = No hay ninguna línea así.
log-page-newer = Líneas más recientes
log-page-older = Líneas más antiguas
# What a screen reader calls the table.
log-page-lines = Líneas del registro
# What a screen reader calls the row with the names of the columns.
log-page-columns = Columnas
# A column's name, as Who and What.
log-page-when = Cuándo
log-page-who = Quién
log-page-what = Qué
# What a screen reader reads of a line; $what is a sentence.
log-page-row = { $time }, línea { $line }: { $what }
# A field: whose lines are looked for.
log-page-person = Persona
# A field: which words are looked for.
log-page-words = Palabras
# A field: from which day on.
log-page-from = Desde
# A field: until which day.
log-page-to = Hasta
log-page-time-fault = Escriba un día como { $day } o un momento como { $day } 14:30.
# What kind of lines: a list to choose from.
log-page-kind = Tipo
log-page-kind-of-lines = Tipo de líneas
log-page-show-these = Mostrar estas líneas
log-page-show-all = Mostrar todas las líneas
log-page-details = Detalles de la línea { $line }
# $time is such as: today at 14:30.
log-page-line = Línea { $line }, { $time }
# The fingerprint of a cryptographic key.
log-page-fingerprint = Huella del otro ordenador: { $key }
# The line as it stands in the log's file.
log-page-written = Tal como se escribió: { $text }
# A cryptographic hash.
log-page-hash = Hash: { $hash }
log-page-show-picture = Mostrar la imagen
log-page-picture-gone = Esta imagen ya no está: ha dejado sitio a otras más recientes, o se ha eliminado o cambiado.
# What a screen reader calls the picture.
log-page-picture = Imagen de la pantalla
log-page-export = Exportar
log-page-export-all = Todo el registro va al archivo.
log-page-export-part = Las líneas que busca van al archivo.
log-page-as-report = Un informe para leer o imprimir
log-page-as-report-hint = Una página para un navegador, con las horas, los nombres y lo que pasó.
# The name of a file format.
log-page-as-json-lines = JSON Lines
# “hulp log verify FILE” is a command.
log-page-as-json-lines-hint = Para otros programas. hulp log verify ARCHIVO comprueba que sus líneas encajan; si son de este ordenador se ve por el hash de la última, que hulp log verify indica aquí.
# The name of the file, without its ending; $day is such as 2026-11-26.
log-page-file-name = Registro de Hulp { $day }
log-page-save-to = Guardar como
log-page-save = Guardar el registro
log-page-saving = Guardando…
log-page-saved = Guardado como { $place }.
log-page-not-saved = No se ha podido guardar el registro ahí (el sistema indica: { $why }). Elija otro lugar.
