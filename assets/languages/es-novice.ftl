### The pages of who is helped, and those of both

## The first page

home-title = ¿En qué puede ayudarle Hulp?
home-get-help = Recibir ayuda
home-get-help-means = Alguien de confianza ve su pantalla y, si usted dice que sí, usa su ratón y su teclado. Puede detenerlo en cualquier momento.
home-invite = Invitar a alguien a ayudar
home-give-help = Dar ayuda
home-give-help-means = Alguien le ha enviado una invitación (un archivo cuyo nombre termina en .hulp) o le lee un código.
home-open = Abrir una invitación
home-code = Introducir un código
home-offer = Ofrecer ayuda a un ordenador
home-status = Estado de las invitaciones
home-log = Registro
home-check = Comprobar este ordenador
home-settings = Ajustes
home-invitations-wait = { $count ->
    [one] { $count } invitación abierta espera a un ayudante.
   *[other] { $count } invitaciones abiertas esperan a un ayudante.
}

## On every page

back = Atrás
opening-title = Abriendo la invitación…
browse = Examinar…
browse-no-dialog = Este ordenador no tiene ninguna ventana para elegir un archivo. Por favor, escriba su ubicación.
browse-invitations = Invitación de Hulp

## The chat

chat-message = Mensaje de chat
chat-too-long = Demasiado largo: envíelo en partes.
chat-send = Enviar
chat-log = Chat
chat-empty = { $who ->
    [0] Lo que escriban usted y la otra persona aparece aquí.
   *[named] Lo que escriban usted y { $who } aparece aquí.
}
chat-said-by-me = Usted, { $time }
chat-said-by-other = { $who ->
    [0] La otra persona, { $time }
   *[named] { $who }, { $time }
}

## Check this computer

check-begins = Hulp prueba de verdad cada parte de este ordenador.
check-again = Comprobar de nuevo
check-copy = Copiar como texto
check-your-screen = Su pantalla
check-group-when-helped = Cuando alguien le ayuda
check-group-reach = Cómo llega su ayudante hasta usted
check-group-travel = Cómo viajan las invitaciones, y lo demás

## The window is closed while helpers are waited for

closing-title = ¿Cerrar Hulp?
closing-then-nobody = Si cierra Hulp, los ayudantes no podrán llegar a este ordenador hasta que usted vuelva a iniciar Hulp. Sus invitaciones se conservan.
closing-keep-waiting = Seguir esperando
closing-close = Cerrar Hulp

## Somebody calls

ring-address = Dirección: { $address }
ring-contact = Uno de sus contactos; el servidor de contactos responde de la dirección.
ring-stranger = Esta persona no está entre sus contactos. Los estafadores llaman a personas que no conocen.
ring-words = «{ $words }»
ring-next-help = Si acepta, Hulp se conecta a su ordenador y se le pregunta a esa persona si usted puede ver su pantalla.
ring-next-helping = Si acepta, Hulp le envía una invitación a esa persona. Cuando se conecte, Hulp le preguntará a usted primero: nadie ve nada antes de que diga que sí.
ring-accept = Aceptar
ring-decline = Rechazar

## May someone see your screen?

consent-title = ¿Puede alguien ver su pantalla?
consent-wants-to-help = { $who ->
    [0] Alguien quiere ayudarle.
   *[named] { $who } quiere ayudarle.
}
consent-same-computer = Es el ordenador en el que su contacto aceptó, según el servidor de contactos.
consent-other-computer = Es un ordenador distinto de aquel en el que su contacto aceptó, según el servidor de contactos. Si no puede preguntárselo por teléfono, haga clic en «Rechazar».
consent-compare = Pregunte por teléfono qué palabras ve su ayudante. Deben ser estas:
consent-allow = Permitir
consent-decline = Rechazar
consent-countdown = Sin respuesta: no en { $time }.
consent-countdown-begins = { $count ->
    [one] Sin respuesta: no en { $count } minuto como máximo.
   *[other] Sin respuesta: no en { $count } minutos como máximo.
}
consent-organisation = De su organización

## How did this begin?

who-called-title = ¿Cómo ha empezado esto?
who-called-by-me = He llamado yo
who-called-by-them = Me han llamado a mí
who-called-by-nobody = No hemos hablado
who-called-beware-of-offers = Deténgase y piense. ¿Ha pedido usted ayuda? Si no la ha pedido o no está seguro, haga clic en «Rechazar» y llame a quien suele ayudarle.
who-called-beware-of-callers = Deténgase y piense. Hay estafadores que llaman y dicen que son del banco, de la policía, de Microsoft o de una tienda. Nadie honrado le llama para entrar en su ordenador. Si no está seguro, haga clic en «Rechazar», cuelgue y llame a alguien que conozca.
who-called-know-them = Conozco a esta persona y quiero continuar
who-called-answer-first = Para permitirlo, responda primero a la pregunta de arriba.

## An offer of help

offer-question-compare = Si hablan por teléfono, pregunte qué palabras ve su ayudante. Deben ser estas:
offer-question-not-expected = Si ahora no necesita ayuda o no espera a nadie, haga clic en «Rechazar».

## May someone take control?

control-question-title = { $who ->
    [0] Su ayudante quiere controlar su ordenador
   *[named] { $who } quiere controlar su ordenador
}
control-question-means = { $who ->
    [0] Si lo permite, su ayudante podrá usar su ratón y su teclado al mismo tiempo que usted. Siga mirando lo que ocurre.
   *[named] Si lo permite, { $who } podrá usar su ratón y su teclado al mismo tiempo que usted. Siga mirando lo que ocurre.
}
control-question-ways = Puede detenerlo en cualquier momento, de tres maneras:
control-question-way-esc = Pulse la tecla Esc.
control-question-way-ctrl-c = Pulse Ctrl+C: mantenga pulsada Ctrl y pulse C.
control-question-way-button = Haga clic en «Detener el control», en esta ventana.
control-question-keys-here-only = En este ordenador, Esc y Ctrl+C solo detienen el control mientras esta ventana está delante. Haga clic en «Detener el control», o haga clic primero en esta ventana.
control-question-keep-in-sight = Tenga esta ventana a la vista: aquí otras ventanas pueden taparla. El ratón y las teclas de su ayudante no se retienen mientras usted usa los suyos.
control-question-shortcut = Su escritorio ofrece una manera más, sea cual sea la ventana que esté delante: { $keys }
control-question-allow = Permitir el control

## The session

session-reconnecting = { $left }. { $words }.
session-stop-control = Detener el control
session-stop-keys = O pulse Esc, o Ctrl+C.
session-stop-shortcut = O pulse Esc o Ctrl+C en esta ventana o, en cualquier lugar, las teclas de su escritorio: { $keys }
stop-shortcut-description = Hulp: detener el control del ayudante
session-stop-keys-here-only = O pulse Esc o Ctrl+C en esta ventana.
session-control-waits = { $who ->
    [0] Su ayudante no tiene el control ahora. Lo recuperará cuando vuelva la conexión, a menos que usted lo detenga.
   *[named] { $who } no tiene el control ahora. Lo recuperará cuando vuelva la conexión, a menos que usted lo detenga.
}
session-held-back = { $who ->
    [0] Está usando el ratón: su ayudante no puede escribir ni mover nada mientras tanto.
   *[named] Está usando el ratón: { $who } no puede escribir ni mover nada mientras tanto.
}
session-pause = Pausar
session-resume = Reanudar
session-disconnect = Desconectar
session-both-see = { $who ->
    [0] Usted y su ayudante ven lo mismo: { $words }
   *[named] Usted y { $who } ven lo mismo: { $words }
}

## The session has ended

ended-title = La sesión ha terminado
ended-invitation-holds = La invitación sigue siendo válida: su ayudante puede volver con ella, y se le preguntará de nuevo.
ended-invitation-over = Nadie puede ver ahora su pantalla, y la invitación ya no sirve.
ended-offer-over = Nadie puede ver ahora su pantalla. Si su ayudante vuelve a ofrecer ayuda, se le preguntará de nuevo.
ended-done = Listo
ended-show-in-log = Ver en el registro

## Invite someone to help

invite-how = Cómo la recibe su ayudante
invite-way-contact = Un contacto
invite-way-code = Un código
invite-way-email = Correo electrónico
invite-way-file = Guardar como archivo
invite-act-contact = Pedir ayuda
invite-act-contact-named = Pedir ayuda a { $name }
invite-act-code = Crear un código
invite-act-email = Enviar la invitación
invite-act-file = Guardar la invitación
invite-password-and-contact = La invitación llega a este contacto a través de sus servidores de contactos, que podrían leerla. Hulp le pregunta cuando alguien viene con ella.
invite-password-and-code = Basta con un código que usted lea por teléfono. Con una contraseña, su ayudante necesita ambas cosas.
invite-password-and-email = Así el correo solo no basta. Diga la contraseña por teléfono; nunca está en el correo.
invite-password-and-file = Así el archivo solo no basta. Diga la contraseña por teléfono.
invite-code-means = Usted lo lee por teléfono, y su ayudante lo escribe en Hulp.
invite-your-name = Su nombre
invite-message = Mensaje para su ayudante
invite-message-hint = ¿Cuál es el problema? Puede dejarlo vacío.
invite-expires-after = Caduca después de
invite-expires-after-unit = Unidad de «Caduca después de»
invite-unit-minutes = Minutos
invite-unit-hours = Horas
invite-unit-days = Días
invite-require-password = Exigir una contraseña
invite-password = Contraseña
invite-password-repeat = Repetir la contraseña
invite-password-make = Crear una fácil de decir
invite-password-show = Mostrar la contraseña
invite-password-write-down = Anótela ahora: Hulp no volverá a mostrarla.
invite-password-not-made = Este ordenador no ha podido crear una contraseña en este momento.
invite-passwords-differ = Las dos contraseñas no son iguales.
invite-choose-contact = Por favor, elija quién debe ayudarle.
invite-choose-place = Por favor, indique dónde guardar la invitación.
invite-save-to = Guardar en
invite-contacts-in-settings = En Ajustes, en Contactos, puede iniciar sesión y ver sus contactos.
invite-no-contact-there = Ninguno de sus contactos está con Hulp en este momento.
invite-add-contacts = Puede añadir contactos en Ajustes, en Contactos.

## An invitation by e-mail

mailing-to = Para
mailing-by-program = Su propio programa de correo se abre con el mensaje; allí también puede elegir la dirección.
mailing-by-server = Hulp la envía a través de { $server }.
mailing-your-server = su servidor de correo
mailing-opening = Abriendo su programa de correo…
mailing-attachment-missing = ¿Falta el archivo adjunto? Aquí está
mailing-here-is-file = Aquí está el archivo
mailing-attach-file = Adjunte este archivo
mailing-sent = Enviado a { $to }.
mailing-sent-unnamed = Enviado a su ayudante.
mailing-server-possible = Hulp también puede enviarla por sí mismo, si configura su servidor de correo en Ajustes, en Correo electrónico.
mailing-not-saved = No se ha podido enviar la invitación (el sistema indica: { $why }).
mailing-by-hand = Guardar el archivo y escribir yo mismo
mailing-text = El texto del mensaje, si lo escribe usted mismo:
mailing-text-name = Texto para pegar
mailing-text-copy = Copiar el texto
mailing-try-again = Volver a intentarlo
mailing-send-again = Enviar de nuevo

## A contact who is called

calling-not-called = La invitación espera. Quien la tenga puede conectarse, y entonces Hulp le pregunta a usted.
calling-stop = Dejar de llamar
calling-again = Volver a pedírselo a { $name }

## Waiting for your helper

waiting-title = Esperando a su ayudante
waiting-none = No hay ninguna invitación en espera
waiting-making = Creando la invitación…
waiting-not-made = No se ha creado ninguna invitación
waiting-no-longer = Esta invitación ya no espera
waiting-saved-as = La invitación está guardada como
waiting-invitation-holds-until = La invitación es válida hasta { $moment }.
waiting-invitation-holds-until-yours-to-say = La invitación es válida hasta { $moment }. Nadie ve nada antes de que usted diga que sí.
waiting-advice = Qué hacer ahora
waiting-give-file = Entregue este archivo a su ayudante: por correo, en una memoria USB o en una carpeta compartida.
waiting-for-mail = Su ayudante abre con Hulp el archivo adjunto a su correo.
waiting-call-with-password = Llame a su ayudante y dígale la contraseña por teléfono. No la envíe junto con el archivo.
waiting-call = Llame a su ayudante. Quien tenga este archivo puede pedir ver su pantalla; no se lo dé a nadie más.
waiting-leave-open = Deje Hulp abierto. Cuando llegue su ayudante, Hulp le pregunta primero: nadie ve nada antes de que usted diga que sí.
waiting-ways = Cómo puede llegar su ayudante a este ordenador
waiting-withdraw = Retirar la invitación
waiting-home = Inicio
waiting-may-leave = Puede salir de esta página: la invitación sigue esperando mientras Hulp esté abierto.
waiting-leaving-ends-code = Cuando salga de esta página, el código terminará. La invitación sigue esperando mientras Hulp esté abierto: en «Estado de las invitaciones», «Reenviar» crea un código nuevo.

## A code that waits

waiting-code-none = Ahora no hay ningún código: terminó con su página.
waiting-code-making = Creando un código…
waiting-code-given = Su ayudante tiene la invitación. Cuando se conecte, Hulp le preguntará a usted.
waiting-code-stolen = Si no fue su ayudante quien escribió el código, retire la invitación.
waiting-code-read = Lea este código a su ayudante por teléfono:
waiting-code-copy = Copiar el código
waiting-code-advice = Qué decir por teléfono
waiting-code-words = «Abra Hulp, haga clic en “Introducir un código” y escriba { $digits }.»
waiting-code-password = Después diga también la contraseña.
waiting-code-beware = Léaselo solo a alguien a quien usted mismo haya llamado. Se puede probar una vez: tras un intento fallido, aquí aparece uno nuevo. Cuando llegue su ayudante, Hulp le preguntará primero.
waiting-code-new = Crear un código nuevo

## Invitation status

status-none = Todavía no ha invitado a nadie.
status-table = Invitaciones
status-columns = Columnas
status-sent-to = Enviada a
status-how = Cómo
status-made = Creada
status-expires = Caduca
status-state = Estado
status-line = { $to }, { $how }, creada { $made }, caduca { $expires }, { $state }
status-details = Detalles
status-expire = Hacer que caduque
status-resend = Reenviar
status-delete = Eliminar
status-expiring-ends-session = Su ayudante está aquí con esta invitación. Si caduca ahora, la sesión termina.
status-end-session = Terminar la sesión
status-deleting-ends-session = Su ayudante está aquí con esta invitación. Si la elimina, la sesión termina.
status-deleting-open = Esta invitación todavía espera. Si la elimina, nadie podrá usarla.
status-really-delete = Eliminarla
status-keep = Conservarla
status-made-holds-until = Creada { $made }, válida hasta { $expires }.
status-made-held-until = Creada { $made }, era válida hasta { $expires }.
status-state-and-meaning = { $state }: { $meaning }
status-with-password = Hace falta una contraseña con ella.
status-without-password = No hace falta contraseña con ella.
status-your-message = Su mensaje: { $message }
status-addresses = Dice que este ordenador está en { $addresses }.

## An invitation goes out again

resend-title = Reenviar esta invitación
resend-means = Sigue siendo la misma invitación: es del primer ayudante al que usted deje entrar.
resend-save = Guardar de nuevo
resend-not-saved = No se ha podido guardar ahí (el sistema indica: { $why }).
resend-saved-as = Guardada como { $place }.
resend-code-means = Usted lo lee por teléfono, y su ayudante lo escribe en Hulp. Un código anterior termina.
