### The lines of the log, the check, offers, and what is printed

## The tray, notices, and a window that is closed while helpers are waited for

tray-open = Abrir Hulp
tray-stop-control = Detener el control
tray-disconnect = Desconectar
tray-quit = Salir de Hulp
tray-takes-offers = Hulp recibe ofrecimientos de ayuda.
tray-waits = { $count ->
    [one] Hulp espera a su ayudante: { $count } invitación abierta.
   *[other] Hulp espera a su ayudante: { $count } invitaciones abiertas.
}
tray-waits-and-takes-offers = { $count ->
    [one] Hulp espera a su ayudante: { $count } invitación abierta. También recibe ofrecimientos de ayuda.
   *[other] Hulp espera a su ayudante: { $count } invitaciones abiertas. También recibe ofrecimientos de ayuda.
}
somebody-wants-to-help = { $who ->
    [0] Alguien quiere ayudarle
   *[named] { $who } quiere ayudarle
}
notice-may-see = Hulp pregunta si esa persona puede ver su pantalla. Si no responde, es que no.
notice-may-control = Hulp pregunta si lo permite. Si no responde, es que no.
notice-ring = Hulp pregunta si acepta.
closing-offers = Este ordenador recibe ofrecimientos de ayuda.
closing-waits = { $count ->
    [one] { $count } invitación suya espera todavía a un ayudante.
   *[other] { $count } invitaciones suyas esperan todavía a un ayudante.
}
closing-waits-and-offers = { $count ->
    [one] { $count } invitación suya espera todavía a un ayudante, y este ordenador recibe ofrecimientos de ayuda.
   *[other] { $count } invitaciones suyas esperan todavía a un ayudante, y este ordenador recibe ofrecimientos de ayuda.
}
closing-back-by-tray = Hulp puede seguir esperando sin ventana: lo encontrará en la bandeja, junto al reloj.
closing-back-by-start = Hulp puede seguir esperando sin ventana. Este escritorio no tiene sitio para su icono: abra Hulp otra vez para volver a él.
closing-back-by-task-bar = Hulp puede seguir esperando sin que su ventana estorbe.
# what goes on, how one gets back to the window, and this
closing-goes-on = { $what } { $how } Cuando llegue un ayudante, Hulp le preguntará.
closing-ends-session = La sesión en la que usted ayuda termina de todos modos.
closing-ends-connecting = La conexión en curso se detiene de todos modos.

## The administrator's policy, and settings that could not be read

set-by-your-administrator = Fijado por su administrador
policy-log-fails = No se puede escribir el registro, y su administrador lo exige. Hasta entonces no se deja entrar a nadie: mire si el disco está lleno.
policy-unreadable = No se puede leer la directiva de su administrador, así que en este ordenador no se puede invitar ni ayudar a nadie: { $error }. Avise a su administrador.
# one of several faults in a list
policy-fault-in-line = línea { $line }: { $fault }
policy-faulty = Algo no está bien en la directiva de su administrador: { $faults }. Avise a su administrador.
settings-unreadable-usual-hold = No se pudieron leer sus ajustes, así que Hulp empieza con los predeterminados y no permite nada. Revíselos, permita lo que quiera y guárdelos. El archivo se conserva como { $place }.
settings-unreadable-others-hold = Su archivo de ajustes fue cambiado y ya no se puede leer; siguen valiendo los ajustes anteriores. El archivo se conserva como { $place }.
settings-gone-usual-hold = Su archivo de ajustes había desaparecido, así que Hulp empieza con los ajustes predeterminados y no permite nada. Revíselos, permita lo que quiera y guárdelos.
settings-gone-others-hold = Su archivo de ajustes había desaparecido; siguen valiendo los ajustes anteriores y se han guardado de nuevo.

## What a session came to, and the log's kinds of lines

log-kind-everything = Todo
log-kind-invitations = Invitaciones
log-kind-visits = Quién vino, sus respuestas
log-kind-sessions = Sesiones
log-kind-control = Control
log-kind-refusals = Lo que se rechazó
log-kind-contacts = Contactos
log-kind-settings = Ajustes
log-kind-computer = Este ordenador
log-empty = El registro está vacío.
log-whole = { $lines ->
    [one] El registro está íntegro: su única línea está como Hulp la escribió.
   *[other] El registro está íntegro: sus { $lines } líneas están como Hulp las escribió.
}
log-not-whole = El registro no está como Hulp lo escribió. Alguien o algo lo ha cambiado: { $faults }.
ended-saw = { $who ->
    [0] Su ayudante vio su pantalla durante { $seen } y nunca usó su ratón ni su teclado.
   *[named] { $who } vio su pantalla durante { $seen } y nunca usó su ratón ni su teclado.
}
ended-saw-and-used = { $who ->
    [0] Su ayudante vio su pantalla durante { $seen } y usó su ratón y su teclado durante { $used }.
   *[named] { $who } vio su pantalla durante { $seen } y usó su ratón y su teclado durante { $used }.
}
once = una vez
twice = dos veces
# three times and more
many-times = { $count } veces
# $often: once, twice, 3 times
ended-control-refused = Se pidió el control y no se dio { $often }.
ended-paused = Usted hizo una pausa { $often }.
ended-broke = La conexión se cortó { $often }.
messages-counted = { $count ->
    [one] { $count } mensaje
   *[other] { $count } mensajes
}
# $yours and $theirs: 1 message, 2 messages
ended-wrote = { $who ->
    [0] Usted escribió { $yours }, y su ayudante, { $theirs }.
   *[named] Usted escribió { $yours }, y { $who }, { $theirs }.
}

## Offers of help

offers-to-help = { $name } se ofrece a ayudarle
offers-to-help-of = { $name } ({ $organisation }) se ofrece a ayudarle
vouched-by-an-organisation = Una organización de la lista de quienes pueden ofrecer ayuda en este ordenador dice que se trata de { $name }.
vouched-by-the-list = { $name } está en la lista de quienes pueden ofrecer ayuda en este ordenador.
vouched-by = { $organisation }, que está en la lista de quienes pueden ofrecer ayuda en este ordenador, dice que se trata de { $name }.
vouched-by-the-list-says-of = { $name } está en la lista de quienes pueden ofrecer ayuda en este ordenador. Que pertenezca a { $organisation } lo dice esa misma persona.
offer-allows-control = Si lo permite, esa persona ve su pantalla. Para usar su ratón y su teclado tiene que preguntarle otra vez.
offer-allows-sight = Si lo permite, esa persona ve su pantalla. No puede usar su ratón ni su teclado.
offerer-new = Es el ordenador de { $name }, que nunca había estado aquí.
# $last: today at 14:30
offerer-known = Es el ordenador de { $name }, que estuvo aquí por última vez { $last }.
reaching-name = Buscando { $name }
waiting-for-who-sits-at = Esperando a que quien está ante { $name } diga que sí
computer-new = Es la primera vez que este ordenador se encuentra con ese. Sus palabras de comprobación están abajo: quien está allí encuentra las mismas en Ajustes, Recibir ayuda. Hulp las recuerda.
computer-known = Es el mismo ordenador que antes. Sus palabras de comprobación son:
offer-no-place = Esto no es el nombre ni la dirección de un ordenador.
offer-no-place-next = Es algo como pc-de-ana, 192.0.2.7 o pc.example.org:4857.
offer-no-such-name = No se encontró ningún ordenador llamado { $name } (el sistema indica: { $why }).
offer-no-such-name-next = Compruebe cómo se escribe el nombre o use la dirección.
offer-not-reached = { $name } no respondió.
offer-not-reached-next = Allí Hulp debe estar abierto y aceptar ofrecimientos de ayuda: Ajustes, Recibir ayuda. También puede haber un cortafuegos de por medio.
offer-key-changed = ALTO: { $name } no es el ordenador que era antes. Hulp no le ha dicho nada. Las palabras de comprobación del ordenador que usted conoce son: { $words }.
offer-key-changed-next = Puede que alguien intente hacerse pasar por ese ordenador. Llame a quien lo cuida: solo si fue sustituido, o si allí se configuró Hulp de nuevo, debe tratarlo como uno nuevo.
# $name: an address with its port; $words: of the key that is known
offer-key-changed-there = En { $name } hay ahora un ordenador distinto del que Hulp encontró allí antes. Hulp no le ha dicho nada. Las palabras de comprobación del ordenador que usted conoce son: { $words }.
offer-key-changed-there-next = Con el tiempo, las redes dan una dirección a otro ordenador, así que este puede ser simplemente el de otra persona. También puede ser uno que intenta hacerse pasar por el que usted conoce. Pregunte a quien está ante el ordenador que usted busca qué dirección tiene: solo si es esta debe tratarlo como uno nuevo. Compare entonces las palabras de comprobación.
offer-not-hulp = Lo que respondió en { $name } no es Hulp.
offer-not-hulp-next = Compruebe el nombre y el puerto.
offer-not-on-list = { $name } no acepta ofrecimientos de ayuda de usted.
# hulp identity export is a command to type
offer-not-on-list-next = Dé su tarjeta a quien cuida de ese ordenador: hulp identity export la escribe. Si una organización firmó su tarjeta, puede que haya caducado.
offer-too-soon = { $name } no aceptó su último ofrecimiento y todavía no escucha otro.
# $wait: 40 seconds
offer-too-soon-next = Podrá ofrecer ayuda de nuevo dentro de { $wait }. Lo mejor es llamar antes.
# $why: what the system says, in English
nearby-unheard = No se pueden encontrar los ordenadores cercanos (el sistema indica: { $why }). Todavía puede escribir arriba el nombre o la dirección de un ordenador.
card-of = La tarjeta de { $name }
card-signed = La tarjeta de { $name } ({ $organisation }, que la firmó)
card-says-of = La tarjeta de { $name }, que dice ser de { $organisation }
organisation-key-of = La clave de { $name }: todos aquellos cuya tarjeta haya firmado podrían ofrecer ayuda
taken-back-list = { $helpers ->
    [one] Una lista de { $organisation }: { $helpers } de sus ayudantes ya no puede ofrecer ayuda
   *[other] Una lista de { $organisation }: { $helpers } de sus ayudantes ya no pueden ofrecer ayuda
}
# stands where an organisation's name would
an-organisation-on-your-list = una organización de su lista
# stands where an organisation's name would
that-organisation = esa organización
list-added = { $name } está ahora en la lista. Las palabras de comprobación son: { $words }.
list-removed = { $name } ya no está en la lista.
list-taken-back = { $helpers ->
    [one] Un ayudante de { $organisation } ya no puede ofrecer ayuda aquí.
   *[other] { $helpers } ayudantes de { $organisation } ya no pueden ofrecer ayuda aquí.
}
list-failed = Eso no funcionó: { $why }.

## Check this computer

check-part-screen = Ver la pantalla
check-part-input = Ratón y teclado
check-part-stop-keys = Esc y Ctrl+C
check-part-port = Esperar a los ayudantes
check-part-way-out = El camino a internet
check-part-router = El router
check-part-relay = El relé
check-part-codes = El servidor de códigos
check-part-email = Correo electrónico
check-part-contacts = Contactos
check-part-drawing = Dibujo
check-part-keyring = Guardar contraseñas
check-part-files = Abrir invitaciones
check-part-disk = Guardar los datos de Hulp
check-part-clock = El reloj
check-trying = Probando…
check-works = Funciona
check-not-set-up = Sin configurar
check-does-not-work = No funciona
check-try-esc = Pruébelo si quiere: pulse Esc ahora.
check-going-on = Hulp prueba de verdad cada parte de este ordenador. Tarda medio minuto como mucho.
check-all-works = Todo lo que está configurado funciona.
check-some-fail = { $count ->
    [one] Una parte no funciona. Al lado se dice qué hacer.
   *[other] { $count } partes no funcionan. Al lado de cada una se dice qué hacer.
}
# a part, whether it works, and then what stands under it
check-report-line = { $part }: { $standing }
check-screen = Esto es lo que vería un ayudante ({ $width } por { $height } píxeles).
check-screen-blank = Llegó una imagen ({ $width } por { $height } píxeles), pero de un solo color.
check-screen-blank-next = Si su pantalla no está vacía, mire en los ajustes del sistema si Hulp puede grabar la pantalla.
check-pointer-moved = El puntero se movió un poco y volvió. Con su sí, un ayudante podría usar el ratón y el teclado.
check-pointer-taken = El escritorio aceptó un pequeño movimiento del puntero de ida y vuelta, pero no dice a ningún programa dónde está. Con su sí, un ayudante podría usar el ratón y el teclado.
check-stop-keys-in-window = En este escritorio, Esc y Ctrl+C detienen a un ayudante solo si la ventana de Hulp está delante: ningún programa oye lo que se escribe en otro.
check-stop-keys-in-window-next = Mientras alguien le ayude, tenga a la vista la ventana de Hulp. «Detener el control» está siempre en ella.
check-watching = Hulp oye ambas, sea cual sea el programa que esté delante.
check-stop-shortcut = Esc y Ctrl+C detienen a un ayudante si la ventana de Hulp está delante; sea cual sea la ventana que esté delante, lo hacen las teclas de su escritorio: { $keys }
check-heard-shortcut = Hulp ha oído las teclas que le dio su escritorio. Detienen a un ayudante al instante.
check-asking = Su escritorio le preguntará enseguida por esto, en una ventana propia.
check-asking-next = Responda que sí. Solo lo usa esta comprobación, nadie más ve ni hace nada, y termina con ella.
check-heard-esc = Hulp ha oído Esc. Eso detiene a un ayudante al instante.
check-heard-ctrl-c = Hulp ha oído Ctrl+C. Eso detiene a un ayudante al instante.
# $port is a text: ports have no dots
check-port = Un ayudante de la misma red puede llegar a este ordenador por el puerto { $port }.
check-other-port = El puerto { $wanted } está ocupado, quizá por otro Hulp; Hulp puede usar otro, como el { $port }.
check-other-port-next = La invitación indica el puerto por sí misma. Solo si un cortafuegos deja pasar únicamente el puerto { $wanted }, elija otro puerto en Ajustes, en Red.
check-enough-ways-out = Basta con eso si funciona la parte de abajo que lo necesita.
check-router-opened = Abrió una entrada en { $address } y la volvió a cerrar: los ayudantes en internet pueden llegar directamente a este ordenador.
check-on-the-internet = Este ordenador tiene su propia dirección en internet; no hace falta router.
check-relay-found = Los ayudantes pueden llegar a este ordenador desde cualquier lugar a través de { $server }.
check-server-answers = { $server } responde.
check-mail-program = Se puede pedir a su propio programa de correo que envíe una invitación.
check-mail-server = El servidor de correo { $server } dejó entrar a Hulp. No se envió nada.
check-contact-server = El servidor de contactos dejó entrar a { $address }.
check-drawn = Las ventanas se dibujan con { $through }, mediante { $device }.
check-drawn-in-software = Las ventanas se dibujan con { $through }, por software, mediante { $device }. Hulp no necesita tarjeta gráfica.
check-not-drawn = Aquí no se puede dibujar ninguna ventana.
check-how-to-draw = Instale el paquete libgl1-mesa-dri o mesa-vulkan-drivers: cualquiera de los dos dibuja sin tarjeta gráfica.
check-how-to-draw-windows = Instale el controlador de la tarjeta gráfica o pregunte a quien cuida de este ordenador.
check-keyring = El llavero de este ordenador guarda contraseñas para Hulp.
check-opens-hulp = Un doble clic en una invitación abre Hulp.
check-written = Hulp puede escribir.
# $free: 53 MB
check-written-free = Hulp puede escribir; quedan { $free } libres.
check-clock = Coincide con lo que Hulp sabe. Las invitaciones caducan según él.
check-not-allowed = Su administrador o los ajustes no permiten aquello para lo que sirve, así que no se ha tocado.
check-nothing-to-stop = Aquí nadie puede usar el ratón y el teclado, así que no hay nada que detener.
check-router-not-asked = Según los ajustes, Hulp no toca el router.
check-router-not-asked-next = Si funciona un relé, no se pierde nada. Si no, permita en Ajustes, en Red, que se pida al router abrir un puerto.
check-router-refused = No abre ninguna entrada, o no hay router.
check-router-refused-next = Si funciona un relé, no se pierde nada. Si no, busque UPnP en los ajustes del router o pregunte a quien lo cuida.
check-router-behind-router = Abrió una entrada, pero está a su vez detrás de otro router ({ $address }).
check-router-behind-router-next = Los ayudantes en internet necesitan un relé para llegar a este ordenador.
check-no-server = Los ajustes no indican ningún relé ni servidor de códigos.
check-no-relay = Según los ajustes, no se usa ningún relé.
check-no-relay-next = Con uno, en Ajustes, en Red, los ayudantes pueden llegar a este ordenador desde cualquier lugar.
check-no-mail = Hulp no encontró ningún programa de correo, y no hay ningún servidor de correo configurado.
check-no-mail-next = Configure uno en Ajustes, en Correo electrónico, o guarde las invitaciones como archivos.
check-no-contacts = No tiene cuenta en un servidor de contactos.
check-no-contacts-next = Si quiere pedir ayuda a personas que están allí, inicie sesión en Ajustes, en Contactos.
check-no-contacts-password = Hulp no conoce la contraseña de su cuenta.
check-no-contacts-password-next = Inicie sesión en Ajustes, en Contactos.
# $name: a program
check-opens-another = Un doble clic en una invitación abre { $name }.
check-opens-nothing = Un doble clic en una invitación no abre nada.
check-opens-another-next = Elija allí Hulp con «Abrir con», o use «Abrir una invitación» en Hulp.
check-opener-not-told = Este sistema no dice qué abre un doble clic en una invitación.
check-opener-not-told-next = «Abrir una invitación» en Hulp funciona siempre.
check-screen-fails = Nadie podría ver esta pantalla (el sistema indica: { $why }).
check-screen-fails-next = Aun así puede ayudar a otras personas.
check-input-fails = Un ayudante podría ver, pero no usar el ratón y el teclado (el sistema indica: { $why }).
check-input-fails-next = El ayudante aún puede decirle qué hacer.
check-pointer-stays = El puntero no fue adonde se le envió.
check-pointer-stays-next = Deje quieto el ratón un momento y compruebe otra vez. Un programa a pantalla completa puede retener el puntero.
check-no-port = No se puede abrir ningún puerto (el sistema indica: { $why }).
check-no-port-next = Pregunte a quien cuida de este ordenador si los programas pueden abrir puertos.
check-port-silent = El puerto { $port } está abierto, pero lo que se envía allí no entra.
check-port-silent-next = Puede que un cortafuegos de este ordenador lo retenga. Deje pasar a Hulp allí.
check-relay-fails-next = Sin relé solo pueden llegar a este ordenador los ayudantes de la misma red o a través del router. Mire en Ajustes, en Red.
check-contacts-fail-next = La cuenta está en Ajustes, en Contactos.
check-keyring-fails = El llavero de este ordenador no funciona para Hulp (el sistema indica: { $why }).
check-no-keyring = Aquí no hay llavero.
check-keyring-next = Hulp conoce entonces las contraseñas hasta que se cierra, y vuelve a preguntarlas. GNOME Keyring y KWallet son llaveros.
check-disk-fails = Hulp no puede guardar sus datos (el sistema indica: { $why }).
check-disk-fails-next = Haga sitio en el disco o pregunte a quien cuida de este ordenador.
check-disk-full = Solo quedan { $free } libres en el disco.
check-disk-full-next = Haga sitio: Hulp guarda allí sus invitaciones y su registro.
# $moment: Friday 7 August at 18:00
check-clock-behind = Va atrasado: ya fue más tarde que ahora, a saber, { $moment }.
check-clock-behind-next = Ponga en hora el reloj del ordenador. Las invitaciones caducan según él, y los servidores no se fían de un reloj equivocado.
check-timed-out = No salió nada en { $count } segundos.
check-timed-out-next = Compruebe otra vez. Si sigue igual, dígaselo a quien cuida de este ordenador.
check-keyring-timed-out-next = Si el sistema le pide desbloquear el llavero, hágalo y compruebe otra vez.
check-broken = Algo falló en Hulp al hacer la prueba.
check-broken-next = Por favor, comuníquelo; abra Hulp en una terminal para ver más.
way-answers = { $server } responde.
way-answers-through = { $server } responde a través de { $proxy }.
way-fails = { $server }: { $fault }.
way-fails-through = { $server } a través de { $proxy }: { $fault }.
way-no-address = esto no es una dirección
way-no-name = no se encontró el nombre
way-no-network = ningún camino lleva allí
way-refused = no acepta conexiones
way-silent = no responde
way-proxy = el proxy no deja pasar a Hulp (el mensaje es: { $why })
no-way-out-offline = ¿Está este ordenador conectado a internet? Abra una página en su navegador para comprobarlo.
no-way-out-proxy = Mire el proxy en Ajustes, en Red, o pregunte a quien lo cuida.
no-way-out-firewall = Puede haber un cortafuegos de por medio o hacer falta un proxy: vea Ajustes, en Red.

## The log, a line for each entry. $helper is Anna (computer 3f2a, at 192.0.2.7); $invitation is a short number

log-foreign = (desconocido para este Hulp) { $json }
log-damaged-line = DAÑADO: { $fault }
log-part-whole = Parte de un registro: { $lines } líneas, cada una conforme con su hash. Otras se omitieron.
log-whole-with-hash = El registro está íntegro: { $lines } líneas. El hash de la última es
log-keep-the-hash = Guardado en otro lugar, este hash mostrará si estas líneas se reescribieron alguna vez.
log-is-not-whole = El registro no está como Hulp lo escribió.
log-waiting = Esperando a ayudantes en el puerto { $port }.
log-not-waiting = Ya no espera a ayudantes.
log-invitation-made = { $password ->
    [yes] Invitación { $invitation } creada, con contraseña, hasta { $until }.
   *[no] Invitación { $invitation } creada, sin contraseña, hasta { $until }.
}
log-invitation-made-as = { $password ->
    [yes] Invitación { $invitation } creada, con contraseña, hasta { $until }, guardada como { $place }.
   *[no] Invitación { $invitation } creada, sin contraseña, hasta { $until }, guardada como { $place }.
}
log-invitation-saved-again = Invitación { $invitation } guardada de nuevo como { $place }.
log-code-made = Se creó un código para la invitación { $invitation }.
log-code-used-up = El código de la invitación { $invitation } está gastado: { $why }.
log-code-given = alguien lo sabía y tiene la invitación
log-code-wrong-guess = alguien probó uno equivocado
log-code-crowded = una tercera persona llegó al mismo número
log-code-silent = alguien empezó y no dijo nada más
# $to: an address; there may be none
log-invitation-for-email = { $password ->
    [yes] Invitación { $invitation } creada, con contraseña, hasta { $until }, para un correo.
   *[no] Invitación { $invitation } creada, sin contraseña, hasta { $until }, para un correo.
}
log-invitation-for-email-to = { $password ->
    [yes] Invitación { $invitation } creada, con contraseña, hasta { $until }, para un correo a { $to }.
   *[no] Invitación { $invitation } creada, sin contraseña, hasta { $until }, para un correo a { $to }.
}
log-invitation-mailed = { $way ->
    [program] Invitación { $invitation }: el correo se entregó al programa de correo.
   *[server] Invitación { $invitation }: el correo se entregó al servidor de correo, que lo aceptó.
}
log-invitation-mailed-to = { $way ->
    [program] Invitación { $invitation }: el correo a { $to } se entregó al programa de correo.
   *[server] Invitación { $invitation }: el correo a { $to } se entregó al servidor de correo, que lo aceptó.
}
log-invitation-for-contact = { $password ->
    [yes] Invitación { $invitation } creada, con contraseña, hasta { $until }, para el contacto { $to }.
   *[no] Invitación { $invitation } creada, sin contraseña, hasta { $until }, para el contacto { $to }.
}
# $phrase: the comparison words
log-offer-asked = { $control ->
    [yes] Se preguntó por el ofrecimiento de ayuda de { $helper }, con control si se permite después; palabras: { $phrase }.
   *[no] Se preguntó por el ofrecimiento de ayuda de { $helper }, solo para ver; palabras: { $phrase }.
}
log-offer-asked-of = { $control ->
    [yes] Se preguntó por el ofrecimiento de ayuda de { $helper } (de { $organisation }), con control si se permite después; palabras: { $phrase }.
   *[no] Se preguntó por el ofrecimiento de ayuda de { $helper } (de { $organisation }), solo para ver; palabras: { $phrase }.
}
log-offer-taken = El ofrecimiento de { $helper } fue aceptado.
log-offer-declined = El ofrecimiento de { $helper } fue rechazado.
log-offer-not-answered = El ofrecimiento de { $helper } no fue respondido a tiempo.
log-offer-asked-no-more = Ya no se preguntó por el ofrecimiento de { $helper }.
log-name-with-key = { $name } (clave { $key })
log-helper-added = Se puso a { $name } en la lista de ayudantes.
log-helper-added-may = { $control ->
    [yes] Se puso a { $name } en la lista de ayudantes, y puede pedir el control.
   *[no] Se puso a { $name } en la lista de ayudantes, y solo puede ver.
}
log-helper-removed = Se quitó a { $name } de la lista de ayudantes.
log-organisation-added = Se puso a todos los ayudantes de { $name } en la lista de ayudantes.
log-organisation-added-may = { $control ->
    [yes] Se puso a todos los ayudantes de { $name } en la lista de ayudantes, y pueden pedir el control.
   *[no] Se puso a todos los ayudantes de { $name } en la lista de ayudantes, y solo pueden ver.
}
log-organisation-removed = Se quitó a todos los ayudantes de { $name } de la lista de ayudantes.
log-cards-taken-back = { $many ->
    [one] Se anotó una lista de { $many } ayudante cuya tarjeta retiró { $name }.
   *[other] Se anotó una lista de { $many } ayudantes cuyas tarjetas retiró { $name }.
}
log-cards-taken-back-some = Se anotó una nueva lista de los ayudantes cuyas tarjetas retiró { $name }.
log-invitation-ended = La invitación { $invitation } terminó: { $why }.
log-invitation-used = hubo una sesión, que terminó
log-invitation-expired = se le acabó el tiempo
log-invitation-withdrawn = retirada
log-invitation-too-many-passwords = demasiadas contraseñas equivocadas
log-invitation-too-often-declined = rechazada demasiadas veces
log-invitation-deleted = Invitación { $invitation } borrada de la lista.
log-helper-proved = { $helper } vino con la invitación { $invitation } y lo demostró.
log-helper-refused = Se rechazó a { $helper }: { $why }.
log-helper-refused-with = Se rechazó a { $helper }, con la invitación { $invitation }: { $why }.
log-helper-gone = { $helper } se fue antes de que empezara una sesión.
log-helper-gone-with = { $helper } se fue antes de que empezara una sesión, con la invitación { $invitation }.
log-consent-asked = { $known ->
    [yes] Se preguntó si { $helper } (ya estuvo aquí) puede ver la pantalla; palabras de comprobación: { $phrase }.
   *[no] Se preguntó si { $helper } (nunca estuvo aquí) puede ver la pantalla; palabras de comprobación: { $phrase }.
}
log-consent-yes = Respuesta sí: { $helper } puede ver la pantalla.
log-consent-no = Respuesta no: { $helper } no puede ver la pantalla.
log-consent-none = Sin respuesta a tiempo: { $helper } no puede ver la pantalla.
log-consent-asked-no-more = Ya no se preguntó: { $helper } no puede ver la pantalla.
log-session-began = Sesión empezada: { $helper } ve la pantalla, con la invitación { $invitation }.
log-control-asked = El ayudante pidió el control.
log-control-granted = Se dio el control al ayudante.
log-control-refused = No se dio el control: { $why }.
# $lasted: 2 min 5 s
log-control-ended = El control terminó después de { $lasted }: { $how }.
log-paused = En pausa: el ayudante no ve la pantalla.
log-resumed = Reanudado: el ayudante vuelve a ver la pantalla.
log-line-broke = La conexión se cortó: el ayudante no ve nada ni hace nada. Esperando al ordenador del ayudante.
log-session-went-on = La sesión continúa: { $helper } ha vuelto después de { $after } y ve la pantalla, salvo que esté en pausa.
log-session-ended = Sesión con { $helper } terminada: { $why }. La pantalla se vio durante { $seen } y se controló durante { $controlled }; mensajes: { $sent } enviados, { $received } recibidos.
log-bad-connection = Una conexión desde { $place } no era de un ayudante: { $what }.
# twice and more
log-bad-connections = Una conexión desde { $place } no era de un ayudante ({ $times } veces): { $what }.
log-settings-changed = Ajustes cambiados: { $changes }.
log-settings-broken = No se pudieron leer los ajustes y se movieron a { $place }; valen los predeterminados, y no se permite nada.
log-log-damaged = Este registro no estaba como Hulp lo había dejado: { $damage }.
log-settings-taken-over = Ajustes cambiados en su archivo, o por otro Hulp: { $changes }.
log-settings-spoilt = El archivo de ajustes, que ya no se podía leer, se movió a { $place }; valen los ajustes anteriores.
log-settings-gone = El archivo de ajustes había desaparecido; valen los ajustes anteriores y se guardaron de nuevo.
# one of several in a list
log-setting-change = { $setting } de «{ $old }» a «{ $new }»
log-policy = La directiva del administrador: { $keys }.
# after the policy
log-policy-fault = Mal: { $fault }.
# after the policy
log-policy-left-out = { $count ->
    [one] Y { $count } clave o fallo más.
   *[other] Y { $count } claves y fallos más.
}
log-policy-unreadable = No se puede leer la directiva del administrador, y todo lo que rige está cerrado: { $why }.
log-policy-gone = Ya no hay directiva de un administrador.
log-picture-kept-began = Se guardó una imagen de la pantalla cuando { $helper } recibió el control: { $picture }.
log-picture-kept-ended = Se guardó una imagen de la pantalla cuando { $helper } ya no tenía el control: { $picture }.
log-picture-removed-by-you = La imagen { $picture } fue eliminada, porque usted eliminó todas las imágenes.
log-picture-removed-for-room = La imagen { $picture } fue eliminada para hacer sitio a otras más nuevas.
# stands where a name would
log-somebody = Alguien
log-who = { $name } (ordenador { $key }, en { $place })
# where somebody is
log-behind-relay = un lugar detrás de un relé [{ $address }]
log-contact-signed-in = Sesión de contactos iniciada como { $contact }.
log-contact-signed-out = Sesión de contactos cerrada como { $contact }.
log-contact-added = Contacto { $contact } añadido a la lista.
log-contact-removed = Contacto { $contact } quitado de la lista.
log-contact-let-see = El contacto { $contact } puede ver cuándo está este usuario.
log-contact-not-let-see = { $contact } no puede ver cuándo está este usuario.
log-contact-asked-for-help = { $contact } pide ayuda.
log-contact-offered-help = { $contact } ofrece ayuda.
log-contact-was-accepted = El usuario acepta la llamada de { $contact }.
log-contact-was-forbidden = La directiva no deja que nadie ofrezca ayuda: la llamada de { $contact } se rechaza.
log-contact-was-declined = El usuario rechaza la llamada de { $contact }.
log-contact-missed = La llamada de { $contact } no fue respondida aquí.
log-contact-was-asked = Se pide ayuda al contacto { $contact }.
log-contact-was-offered = Se ofrece ayuda al contacto { $contact }.
log-contact-accepted = El contacto { $contact } acepta.
log-contact-declined = El contacto { $contact } rechaza.
log-contact-did-not-answer = El contacto { $contact } no responde.
log-contact-was-not-reached = No se pudo llegar al contacto { $contact }.
log-contact-is-asked-no-more = La llamada a { $contact } fue retirada.
log-refused-password = { $count ->
    [one] contraseña equivocada, queda { $count } intento
   *[other] contraseña equivocada, quedan { $count } intentos
}
log-refused-version = el Hulp del otro lado habla la versión { $version } del protocolo
log-refused-unknown = aquí no se creó tal invitación, o no es la verdadera
log-refused-expired = a la invitación se le había acabado el tiempo
log-refused-withdrawn = la invitación había sido retirada
log-refused-in-use = otra persona estaba aquí con esa invitación
log-refused-used = la invitación había sido usada
log-refused-voided = la invitación había terminado por sí misma
log-settings-or-policy-forbid = los ajustes o la directiva lo prohíben
log-refused-busy = había otro ayudante aquí
log-declined = rechazado
log-not-answered-in-time = sin respuesta a tiempo
log-refused-cannot-share = este ordenador no puede mostrar su pantalla
log-refused-protocol = el otro lado incumplió las reglas del protocolo
log-refused-session-over = la sesión que debía continuar había terminado
log-refused-not-on-list = no está en la lista de ayudantes
log-refused-too-soon = demasiado pronto tras el ofrecimiento anterior
log-session-was-paused = la sesión estaba en pausa
log-control-cannot-inject = este ordenador no deja que nadie mueva su ratón
log-control-taken-back = el ayudante retiró la pregunta
log-control-esc = se pulsó Esc
log-control-ctrl-c = se pulsó Ctrl+C
log-control-stop-button = se hizo clic en Detener el control
log-control-released = el ayudante lo devolvió
log-control-could-not-inject = no se pudieron usar el ratón y el teclado
log-control-session-ended = la sesión terminó
log-control-policy-forbids = los ajustes o la directiva lo prohíben ahora
log-session-novice-left = desconectado aquí
log-session-helper-left = el ayudante se desconectó
log-session-novice-closed = Hulp se cerró aquí
log-session-helper-closed = el ayudante cerró Hulp
log-session-withdrawn = la invitación fue retirada
log-session-line-broke = la conexión se cortó
log-session-screen-lost = ya no se podía mostrar la pantalla
log-session-protocol = el lado del ayudante incumplió las reglas del protocolo
log-session-policy-forbids = la directiva lo prohíbe ahora
log-session-not-on-list = el ayudante ya no está en la lista de ayudantes
log-damage-cut-off = tenía { $had } líneas y tiene { $has }
log-line-rewritten = la línea { $number } no es la que se escribió
log-damage-head-lost = se ha perdido lo que recuerda su final
log-fault-changed = la línea { $number } fue cambiada
log-fault-misplaced = la línea { $number } está en el lugar equivocado
log-fault-moved = la línea { $number } está en el lugar equivocado: era la línea { $was }
log-fault-missing = falta la línea { $number }
log-fault-missing-lines = faltan las líneas { $first } a { $last }
log-fault-cut-off = había { $had } líneas y hay { $has }
log-fault-head-lost = se ha perdido lo que recuerda el final del registro
log-fault-no-line = la fila { $row } del archivo no es una línea de un registro
log-fault-other-picture = la imagen de la línea { $number } no es la que se guardó
log-fault-no-picture = falta la imagen de la línea { $number }
log-fault-noted = anotado en la línea { $number } al arrancar Hulp: { $damage }
log-lasted-seconds = { $secs } s
log-lasted-minutes = { $minutes } min { $secs } s
log-lasted-hours = { $hours } h { $minutes } min

## The e-mail that an invitation travels in: who reads it is the helper. $from is the novice's name

letter-subject = { $from } le pide ayuda: invitación para Hulp
letter-asks = { $from } le pide ayuda con su ordenador y le envía esta invitación con el programa Hulp.
letter-take-care = 1. Acéptela solo si conoce a { $from } y la espera. En caso de duda, llame antes a { $from }, a un número que ya tenga.
letter-save = 2. Guarde el archivo adjunto, cuyo nombre termina en .hulp, y ábralo con Hulp.
letter-password = 3. Hulp pide una contraseña. { $from } se la dirá, mejor por teléfono; no está en ningún correo.
# $moment: 27 November 2026, 14:05 (UTC+01:00)
letter-until = La invitación vale hasta el { $moment }. Antes de que usted vea nada, se le pregunta a { $from }.
letter-pass-on-to-nobody = Quien tenga el archivo puede pedir ver la pantalla de { $from }, así que no se lo pase a nadie.
# a date and a time with the time zone
letter-moment = { $day } de { $month } de { $year }, { $time } (UTC{ $zone })
letter-test-subject = Mensaje de prueba de Hulp
letter-test-asked = Este es el mensaje de prueba que pidió en los ajustes de Hulp.
letter-test-works = Su cuenta de correo funciona: Hulp puede enviar sus invitaciones con ella.
# a file's name, without its ending
file-invitation = Invitación
file-invitation-from = Invitación de { $name }
