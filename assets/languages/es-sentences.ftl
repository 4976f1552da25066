### What happened, and what to do next

## Quién es un ayudante

standing-new = { $who ->
    [0] Este ordenador no ha visto nunca a este ayudante, que no da ningún nombre.
   *[named] Este ordenador no ha visto nunca a este ayudante. No podemos comprobar el nombre: cualquiera puede llamarse { $who }.
}
standing-known = Ya recibió ayuda desde el ordenador de este ayudante { $count ->
        [one] { $count } vez
       *[other] { $count } veces
    }; la última, { $last }.
standing-known-then = Ya recibió ayuda desde el ordenador de este ayudante { $count ->
        [one] { $count } vez
       *[other] { $count } veces
    }; la última, { $last }, y entonces se llamaba { $then }.

## Por qué no se crea una invitación

invite-fault-not-allowed = Este ordenador no permite invitaciones. Puede permitirlas en Ajustes, en Recibir ayuda.
invite-fault-policy = Su administrador no permite invitaciones desde este ordenador.
invite-fault-way = Su administrador no permite enviar invitaciones de esta forma. Elija otra, por favor.
invite-fault-lifetime = Una invitación puede valer desde 1 minuto hasta { $longest }. Elija un tiempo dentro de ese margen, por favor.
invite-fault-name = Escriba su nombre, por favor, para que su ayudante sepa quién pide ayuda. Puede tener hasta unas 40 letras.
invite-fault-message = Este mensaje es demasiado largo. Acórtelo, por favor.
invite-fault-password-too-short = Esta contraseña es demasiado corta. Use { $least } caracteres o más, por favor.
invite-fault-password-in-words = La contraseña está en su nombre o en su mensaje y viajaría con la invitación. Quítela de ahí, por favor, y dígala por teléfono.
invite-fault-to = Escriba una sola dirección de correo electrónico, por ejemplo anna@example.org.
invite-fault-file = La invitación no se pudo guardar ahí (el sistema indica: { $why }). Elija otro lugar, por favor.
invite-fault-listen = Este ordenador no ha podido abrir una entrada para su ayudante (el sistema indica: { $why }).
invite-fault-store = Hulp no ha podido conservar la invitación (el sistema indica: { $why }).
invite-fault-owned-by-another = Ya tiene abierta otra ventana de Hulp. Cree la invitación en ella, por favor.

## La seguridad de una contraseña

strength-weak = Débil
strength-fair = Regular
strength-good = Buena
strength-strong = Fuerte
strength-no-weakness = { $grade }.
strength-too-short = { $grade }: es demasiado corta.
strength-common = { $grade }: mucha gente usa esta.
strength-single-word = { $grade }: una sola palabra es fácil de adivinar; añada otras dos.
strength-name = { $grade }: los nombres son fáciles de adivinar; añada otras dos palabras.
strength-keyboard = { $grade }: las teclas contiguas son fáciles de adivinar.
strength-pattern = { $grade }: las repeticiones y las series son fáciles de adivinar.
strength-date = { $grade }: las fechas y los años son fáciles de adivinar.
strength-too-simple = { $grade }: otra palabra la haría más fuerte.

## Qué impide llegar a los ayudantes

listen-trouble-failed = Los ayudantes no pueden llegar ahora a este ordenador: no ha podido abrirles una entrada (el sistema indica: { $why }).
listen-trouble-owned-by-another = Hay otra ventana de Hulp abierta que espera a sus ayudantes. En esta solo puede dar ayuda.

## Qué ve y qué hace el ayudante

seen-reconnecting = { $who ->
    [0] Se cortó la conexión con su ayudante. Reconectando… Su ayudante no ve nada ahora.
   *[named] Se cortó la conexión con { $who }. Reconectando… { $who } no ve nada ahora.
}
seen-paused = { $who ->
    [0] En pausa. Su ayudante no puede ver su pantalla.
   *[named] En pausa. { $who } no puede ver su pantalla.
}
seen-only = { $who ->
    [0] Su ayudante puede ver su pantalla.
   *[named] { $who } puede ver su pantalla.
}
seen-and-controlled = { $who ->
    [0] Su ayudante puede ver su pantalla y usar su ratón y su teclado.
   *[named] { $who } puede ver su pantalla y usar su ratón y su teclado.
}
reconnecting = Reconectando: { $count ->
        [one] queda { $count } segundo
       *[other] quedan { $count } segundos
    }
words-wait = Lo que escriba ahora llegará cuando vuelva la conexión

## Cómo terminó el control, para quien recibe ayuda

control-ended-you-escape = { $who ->
    [0] Ha pulsado Esc: su ayudante ya no controla su ordenador.
   *[named] Ha pulsado Esc: { $who } ya no controla su ordenador.
}
control-ended-you-ctrl-c = { $who ->
    [0] Ha pulsado Ctrl+C: su ayudante ya no controla su ordenador.
   *[named] Ha pulsado Ctrl+C: { $who } ya no controla su ordenador.
}
control-ended-you-stopped = { $who ->
    [0] Ha detenido el control: su ayudante ya no controla su ordenador.
   *[named] Ha detenido el control: { $who } ya no controla su ordenador.
}
control-ended-you-paused = { $who ->
    [0] Ha puesto la sesión en pausa: su ayudante ya no controla su ordenador.
   *[named] Ha puesto la sesión en pausa: { $who } ya no controla su ordenador.
}
control-ended-given-back = { $who ->
    [0] Su ayudante le ha devuelto el control.
   *[named] { $who } le ha devuelto el control.
}
control-ended-your-computer = { $who ->
    [0] El control ha terminado: su ordenador no deja que su ayudante use el ratón y el teclado.
   *[named] El control ha terminado: su ordenador no deja que { $who } use el ratón y el teclado.
}
control-ended-not-allowed = { $who ->
    [0] El control ha terminado: su ayudante ya no puede controlar este ordenador.
   *[named] El control ha terminado: { $who } ya no puede controlar este ordenador.
}

## Cómo terminó el control, para el ayudante

control-ended-they-escape = { $who ->
    [0] La otra persona ha pulsado Esc y ha recuperado el control.
   *[named] { $who } ha pulsado Esc y ha recuperado el control.
}
control-ended-they-ctrl-c = { $who ->
    [0] La otra persona ha pulsado Ctrl+C y ha recuperado el control.
   *[named] { $who } ha pulsado Ctrl+C y ha recuperado el control.
}
control-ended-they-stopped = { $who ->
    [0] La otra persona ha hecho clic en «Detener el control».
   *[named] { $who } ha hecho clic en «Detener el control».
}
control-ended-they-paused = { $who ->
    [0] La otra persona ha puesto la sesión en pausa, y con eso terminó el control.
   *[named] { $who } ha puesto la sesión en pausa, y con eso terminó el control.
}
control-ended-you-gave-back = Ha devuelto el control.
control-ended-their-computer = { $who ->
    [0] El control ha terminado: el ordenador de la otra persona no deja que nadie más use su ratón y su teclado.
   *[named] El control ha terminado: el ordenador de { $who } no deja que nadie más use su ratón y su teclado.
}
control-ended-their-policy = { $who ->
    [0] El control ha terminado: el ordenador de la otra persona ya no lo permite.
   *[named] El control ha terminado: el ordenador de { $who } ya no lo permite.
}

## Por qué el ayudante no obtuvo el control

control-refused-declined = { $who ->
    [0] La otra persona ha rechazado darle el control. Puede volver a pedirlo.
   *[named] { $who } ha rechazado darle el control. Puede volver a pedirlo.
}
control-refused-no-answer = { $who ->
    [0] La otra persona no ha respondido. Hablen primero y vuelva a pedirlo después.
   *[named] { $who } no ha respondido. Hablen primero y vuelva a pedirlo después.
}
control-refused-policy = { $who ->
    [0] El ordenador de la otra persona no permite que nadie lo controle. Puede seguir mirando y chateando.
   *[named] El ordenador de { $who } no permite que nadie lo controle. Puede seguir mirando y chateando.
}
control-refused-paused = { $who ->
    [0] La otra persona ha puesto la sesión en pausa. Vuelva a pedirlo cuando se vea la pantalla de nuevo.
   *[named] { $who } ha puesto la sesión en pausa. Vuelva a pedirlo cuando se vea la pantalla de nuevo.
}
control-refused-cannot = { $who ->
    [0] El ordenador de la otra persona no deja que nadie más use su ratón y su teclado. Puede seguir mirando y chateando.
   *[named] El ordenador de { $who } no deja que nadie más use su ratón y su teclado. Puede seguir mirando y chateando.
}
left-out-own-window = { $who ->
    [0] La ventana de Hulp de la otra persona no es para usted: su ratón y sus teclas no hacen nada en ella.
   *[named] La ventana de Hulp de { $who } no es para usted: su ratón y sus teclas no hacen nada en ella.
}
left-out-cannot-type = { $who ->
    [0] El ordenador de la otra persona no puede escribir ese signo.
   *[named] El ordenador de { $who } no puede escribir ese signo.
}

## Pasos hacia una sesión

connect-step-looking-up = { $who ->
    [0] Averiguando dónde está la otra persona
   *[named] Averiguando dónde está { $who }
}
connect-step-offering = Ofreciendo ayuda
connect-step-reaching = { $who ->
    [0] Conectando con el ordenador de la otra persona
   *[named] Conectando con el ordenador de { $who }
}
connect-step-checking = Comprobando la invitación
connect-step-waiting = { $who ->
    [0] Esperando a que la otra persona diga que sí
   *[named] Esperando a que { $who } diga que sí
}

## Un archivo que no es una invitación válida

open-fault-unreadable = Este archivo no se puede leer (el sistema indica: { $why }).
open-fault-unreadable-next = Compruebe dónde está guardada la invitación y ábrala desde allí.
open-fault-too-large = Este archivo es demasiado grande para ser una invitación.
open-fault-too-large-next = Elija el archivo cuyo nombre termina en .hulp.
open-fault-no-invitation = Este archivo no es una invitación de Hulp o está dañado (al leerlo resultó: { $why }).
open-fault-no-invitation-next = Pida la invitación otra vez y guarde el archivo sin abrirlo en otro programa.
open-fault-newer = Esta invitación se creó con una versión más reciente de Hulp (su formato es la versión { $version }).
open-fault-newer-next = Instale la versión más reciente de Hulp y abra otra vez la invitación.
open-fault-windows = Esta es una invitación de Asistencia remota de Windows, no de Hulp.
open-fault-windows-from = Esta es una invitación de { $name } hecha con Asistencia remota de Windows, no con Hulp.
open-fault-windows-until = Fue válida hasta { $until }.
open-fault-windows-next = Hulp no responde a estas: protegen la sesión de una forma antigua que ya no es segura. Pida a la otra persona que instale Hulp y le envíe una invitación de Hulp.

## Por qué no hubo sesión

try-again = Puede intentarlo de nuevo.
expert-end-not-reached = { $who ->
    [0] No se ha podido llegar al ordenador de la otra persona.
   *[named] No se ha podido llegar al ordenador de { $who }.
}
expert-end-no-answer = { $who ->
    [0] El ordenador de la otra persona no respondió en la dirección de la invitación.
   *[named] El ordenador de { $who } no respondió en la dirección de la invitación.
}
expert-end-no-answers = { $who ->
    [0] El ordenador de la otra persona no respondió en ninguna de las { $count } direcciones de la invitación.
   *[named] El ordenador de { $who } no respondió en ninguna de las { $count } direcciones de la invitación.
}
expert-end-relay = El camino a través de un relé está cerrado: { $why }.
expert-end-relay-denied-next = { $who ->
    [0] Pida a la otra persona una invitación nueva, que traerá lo que pide el relé. Si el relé también es suyo, revise su token en Ajustes, en Red.
   *[named] Pida a { $who } una invitación nueva, que traerá lo que pide el relé. Si el relé también es suyo, revise su token en Ajustes, en Red.
}
expert-end-relay-settings-next = Mire en este ordenador en Ajustes, en Red. Después inténtelo de nuevo.
expert-end-not-reached-next = { $who ->
    [0] Pregunte a la otra persona si Hulp está abierto allí y si el ordenador está encendido y conectado. Después inténtelo de nuevo.
   *[named] Pregunte a { $who } si Hulp está abierto allí y si el ordenador está encendido y conectado. Después inténtelo de nuevo.
}
expert-end-wrong-computer = Respondió otro ordenador, no el que creó esta invitación. No se le ha enviado nada.
expert-end-wrong-computer-next = { $who ->
    [0] Quizá la dirección de red de la otra persona la tenga ahora otro ordenador. Pida a la otra persona una invitación nueva.
   *[named] Quizá la dirección de red de { $who } la tenga ahora otro ordenador. Pida a { $who } una invitación nueva.
}
expert-end-not-proved = El ordenador que respondió no conoce la contraseña. Puede ser un engaño. Hulp ha cortado la conexión.
expert-end-not-proved-next = { $who ->
    [0] Llame a la otra persona y pida una invitación nueva.
   *[named] Llame a { $who } y pida una invitación nueva.
}
expert-end-password-missing = Esta invitación necesita una contraseña.
expert-end-password-missing-next = { $who ->
    [0] Pídasela a la otra persona, mejor por teléfono, y escríbala abajo.
   *[named] Pídasela a { $who }, mejor por teléfono, y escríbala abajo.
}
expert-end-failed = Algo ha fallado en este ordenador (el sistema indica: { $why }).

## Por qué el otro ordenador no dejó entrar al ayudante

refusal-ask-for-new = { $who ->
    [0] Pida una nueva a la otra persona.
   *[named] Pida una nueva a { $who }.
}
refusal-talk-first = { $who ->
    [0] Hable primero con la otra persona y después inténtelo de nuevo.
   *[named] Hable primero con { $who } y después inténtelo de nuevo.
}
refusal-unknown = { $who ->
    [0] El ordenador de la otra persona no conoce esta invitación.
   *[named] El ordenador de { $who } no conoce esta invitación.
}
refusal-unknown-next = Puede que se haya borrado allí. Pida una nueva.
refusal-expired = Esta invitación caducó { $when }.
refusal-withdrawn = { $who ->
    [0] La otra persona ha retirado esta invitación.
   *[named] { $who } ha retirado esta invitación.
}
refusal-withdrawn-next = Si no era esa la intención, pida una nueva.
refusal-in-use = { $who ->
    [0] Alguien más está ya con la otra persona con esta misma invitación.
   *[named] Alguien más está ya con { $who } con esta misma invitación.
}
refusal-in-use-next = { $who ->
    [0] Si la otra persona no lo sabe, dígale que haga clic enseguida en «Desconectar».
   *[named] Si { $who } no lo sabe, dígale que haga clic enseguida en «Desconectar».
}
refusal-used = Esta invitación ya se usó, y solo sirve una vez.
refusal-password = Esta contraseña no es correcta.
refusal-password-no-tries = { $who ->
    [0] No quedan intentos. Pida a la otra persona una invitación nueva.
   *[named] No quedan intentos. Pida a { $who } una invitación nueva.
}
refusal-password-last-try = { $who ->
    [0] Queda un intento. Antes de usarlo, pida la contraseña a la otra persona.
   *[named] Queda un intento. Antes de usarlo, pida la contraseña a { $who }.
}
refusal-password-tries = { $who ->
    [0] Quedan { $count } intentos. Las minúsculas y las mayúsculas son distintas. Pregunte a la otra persona si tiene dudas.
   *[named] Quedan { $count } intentos. Las minúsculas y las mayúsculas son distintas. Pregunte a { $who } si tiene dudas.
}
refusal-voided = Esta invitación se anuló sola, tras demasiadas contraseñas equivocadas o rechazos.
refusal-policy = { $who ->
    [0] El ordenador de la otra persona no permite recibir ayuda por invitación.
   *[named] El ordenador de { $who } no permite recibir ayuda por invitación.
}
refusal-policy-next = { $who ->
    [0] La otra persona, o quien se ocupe de ese ordenador, puede permitirlo en Ajustes.
   *[named] { $who }, o quien se ocupe de ese ordenador, puede permitirlo en Ajustes.
}
refusal-busy = { $who ->
    [0] Ahora mismo hay otro ayudante con la otra persona.
   *[named] Ahora mismo hay otro ayudante con { $who }.
}
refusal-busy-next = Inténtelo de nuevo más tarde.
refusal-declined = { $who ->
    [0] La otra persona dijo que no.
   *[named] { $who } dijo que no.
}
refusal-no-answer = { $who ->
    [0] La otra persona no respondió a tiempo.
   *[named] { $who } no respondió a tiempo.
}
refusal-no-answer-next = { $who ->
    [0] Quizá no haya nadie ante ese ordenador. Llame a la otra persona y después inténtelo de nuevo.
   *[named] Quizá no haya nadie ante ese ordenador. Llame a { $who } y después inténtelo de nuevo.
}
refusal-version = { $who ->
    [0] El Hulp de la otra persona y el suyo son de épocas demasiado distintas para entenderse (allí la versión { $theirs }, aquí la { $yours }).
   *[named] El Hulp de { $who } y el suyo son de épocas demasiado distintas para entenderse (allí la versión { $theirs }, aquí la { $yours }).
}
refusal-version-yours-next = Instale en este ordenador la versión más reciente de Hulp.
refusal-version-theirs-next = { $who ->
    [0] Pida a la otra persona que instale la versión más reciente de Hulp.
   *[named] Pida a { $who } que instale la versión más reciente de Hulp.
}
refusal-cannot-share = { $who ->
    [0] El ordenador de la otra persona no puede mostrar su pantalla.
   *[named] El ordenador de { $who } no puede mostrar su pantalla.
}
refusal-cannot-share-next = { $who ->
    [0] Pregunte a la otra persona qué dice sobre ello su ventana de Hulp.
   *[named] Pregunte a { $who } qué dice sobre ello su ventana de Hulp.
}
refusal-session-over = { $who ->
    [0] La conexión se cortó, y el ordenador de la otra persona ha terminado la sesión entretanto.
   *[named] La conexión se cortó, y el ordenador de { $who } ha terminado la sesión entretanto.
}
refusal-session-over-next = { $who ->
    [0] Puede intentarlo de nuevo: se le volverá a preguntar a la otra persona.
   *[named] Puede intentarlo de nuevo: se le volverá a preguntar a { $who }.
}
refusal-not-on-list = { $who ->
    [0] El ordenador de la otra persona no acepta ofrecimientos de ayuda suyos.
   *[named] El ordenador de { $who } no acepta ofrecimientos de ayuda suyos.
}
refusal-not-on-list-next = { $who ->
    [0] Pida una invitación a la otra persona.
   *[named] Pida una invitación a { $who }.
}
refusal-too-soon = { $who ->
    [0] La otra persona no aceptó su último ofrecimiento de ayuda y todavía no recibe otro.
   *[named] { $who } no aceptó su último ofrecimiento de ayuda y todavía no recibe otro.
}
refusal-protocol = { $who ->
    [0] El Hulp de la otra persona no entendió al suyo.
   *[named] El Hulp de { $who } no entendió al suyo.
}
refusal-protocol-next = Asegúrese de que ambos tienen la versión más reciente de Hulp y después inténtelo de nuevo.

## Por qué terminó una sesión

ended-by-other = { $who ->
    [0] La otra persona ha terminado la sesión.
   *[named] { $who } ha terminado la sesión.
}
ended-by-you = Usted ha terminado la sesión.
ended-other-closed = { $who ->
    [0] La otra persona ha cerrado Hulp.
   *[named] { $who } ha cerrado Hulp.
}
ended-other-closed-next = Si no han acabado, pida que lo abra otra vez y que envíe una invitación nueva.
ended-closed-here = Hulp se ha cerrado en este ordenador.
ended-they-withdrew = { $who ->
    [0] La otra persona ha retirado la invitación, y con eso terminó la sesión.
   *[named] { $who } ha retirado la invitación, y con eso terminó la sesión.
}
ended-you-withdrew = Ha retirado la invitación, y con eso terminó la sesión.
ended-line-broke = { $who ->
    [0] Se cortó la conexión con el ordenador de la otra persona.
   *[named] Se cortó la conexión con el ordenador de { $who }.
}
ended-line-broke-next = { $who ->
    [0] Ninguna de sus teclas queda pulsada allí. Puede intentarlo de nuevo: se le volverá a preguntar a la otra persona.
   *[named] Ninguna de sus teclas queda pulsada allí. Puede intentarlo de nuevo: se le volverá a preguntar a { $who }.
}
ended-line-stayed-broken = { $who ->
    [0] Se cortó la conexión con su ayudante y no volvió a tiempo.
   *[named] Se cortó la conexión con { $who } y no volvió a tiempo.
}
ended-their-screen = { $who ->
    [0] El ordenador de la otra persona ya no pudo mostrar su pantalla.
   *[named] El ordenador de { $who } ya no pudo mostrar su pantalla.
}
ended-your-screen = Ya no se pudo mostrar su pantalla, y con eso terminó la sesión.
ended-not-understood = { $who ->
    [0] El Hulp de la otra persona dijo algo que este no entiende; por eso se terminó la sesión.
   *[named] El Hulp de { $who } dijo algo que este no entiende; por eso se terminó la sesión.
}
ended-not-understood-next = Asegúrese de que ambos tienen la versión más reciente de Hulp.
ended-must-not-say = { $who ->
    [0] El Hulp de su ayudante dijo algo que no debe decir; por eso se terminó la sesión.
   *[named] El Hulp de { $who } dijo algo que no debe decir; por eso se terminó la sesión.
}
ended-their-policy = { $who ->
    [0] La organización de la otra persona ya no permite esta sesión; por eso se terminó.
   *[named] La organización de { $who } ya no permite esta sesión; por eso se terminó.
}
ended-their-policy-next = { $who ->
    [0] La otra persona puede preguntar a su administrador.
   *[named] { $who } puede preguntar a su administrador.
}
ended-your-policy = Su administrador ya no permite esta sesión; por eso se terminó.
ended-you-not-on-list = { $who ->
    [0] El ordenador de la otra persona ya no acepta ayuda suya; por eso se terminó la sesión.
   *[named] El ordenador de { $who } ya no acepta ayuda suya; por eso se terminó la sesión.
}
ended-you-not-on-list-next = Pregunte a quien se ocupe de ese ordenador por qué usted ya no está en su lista de ayudantes.
ended-they-not-on-list = { $who ->
    [0] Su ayudante ya no está en la lista de ayudantes; por eso se terminó la sesión.
   *[named] { $who } ya no está en la lista de ayudantes; por eso se terminó la sesión.
}

## Códigos

code-fault-wrong-codes = Se prueban códigos equivocados una y otra vez. Hulp ya no crea más por sí solo.
code-fault-wrong-codes-next = Cree un código nuevo mientras su ayudante está al teléfono, o guarde la invitación como archivo.
code-used-up-crowded = Otra persona llegó al número de su código. Ese código ya no sirve: aquí tiene uno nuevo.
code-used-up-silent = Alguien vino por su código y lo dejó a medias. Ese código ya no sirve: aquí tiene uno nuevo.
code-used-up-wrong = Alguien escribió un código equivocado. Su código ya no sirve: aquí tiene uno nuevo. Si su ayudante se equivocó al escribirlo, léale el nuevo.
fetch-fault-paper = Lo que llegó con este código no es una invitación que Hulp pueda usar.
fetch-fault-no-code = Esto no es un código.
fetch-fault-no-code-next = Un código es un número y seis cifras más, por ejemplo 5-001-997. Pídalo otra vez.
fetch-fault-nobody = Nadie espera con este código.
fetch-fault-nobody-next = Pregunte a la otra persona qué código ve ahora y si su página sigue abierta.
fetch-fault-wrong = Este código no es correcto y ya no sirve: cada código solo se puede probar una vez.
fetch-fault-wrong-next = La otra persona ve uno nuevo. Pídale que se lo lea.
fetch-fault-crowded = Otra persona ha usado el número de este código.
fetch-fault-crowded-next = Pida a la otra persona que cree un código nuevo.
fetch-fault-silent = El otro ordenador lo dejó a medias.
fetch-fault-silent-next = Pida un código nuevo a la otra persona.
fetch-fault-no-invitation = Lo que llegó con este código no es una invitación.
fetch-fault-no-invitation-next = Pida a la otra persona que cree un código en Hulp.
mailbox-address = La dirección del servidor de códigos no es correcta.
mailbox-address-next = Corríjala en Ajustes, en Red.
mailbox-not-reached = No se puede llegar al servidor de códigos (el sistema indica: { $why }).
mailbox-lost = Se cortó la conexión con el servidor de códigos.
mailbox-refused = El servidor de códigos se niega: «{ $words }».
mailbox-no-randomness = Este ordenador no ha podido crear un código en este momento.
mailbox-nonsense = Lo que responde ahí no es un servidor de códigos válido.
mailbox-next = Compruebe la conexión e inténtelo de nuevo, o use un archivo: eso funciona sin este servidor.

## Cómo está una invitación: en una palabra, y qué significa

invitation-open = Abierta
invitation-open-means = Espera a su ayudante.
invitation-in-use = En uso
invitation-in-use-means = Su ayudante está aquí con ella.
invitation-used = Usada
invitation-used-means = Ya se usó, y solo sirve una vez.
invitation-expired = Caducada
invitation-expired-means = Se acabó su tiempo.
invitation-withdrawn = Retirada
invitation-withdrawn-means = Usted la retiró.
invitation-voided = Anulada
invitation-voided-means = Se anuló sola: hubo demasiadas contraseñas equivocadas, o usted la rechazó demasiadas veces.

## Cómo salió una invitación

sent-how-file = Archivo
sent-how-code = Código
sent-how-email = Correo
sent-how-contact = Contacto
sent-how-offer = Ofrecimiento
sent-how-many = { $count } formas
sent-to-telephone = Por teléfono
sent-to-chosen-elsewhere = Elegido en el programa de correo
listed = { $first } y { $last }
file-in-folder = { $file } en la carpeta { $folder }
invited = Tiene la invitación que usted { $ways }.
invited-file = guardó como { $file }
invited-code = dio con un código
invited-email = envió por correo electrónico
invited-email-to = envió por correo electrónico a { $to }
invited-contact = envió a su contacto { $address }
invited-offer = dio a { $name }, que ofreció ayuda
went-out = Se { $ways }.
went-out-file = guardó como { $file }
went-out-code = dio con un código
went-out-email = envió por correo electrónico
went-out-email-to = envió por correo electrónico a { $to }
went-out-contact = envió a su contacto { $address }
went-out-offer = dio a { $name }, que ofreció ayuda

## Contactos

contact-line-signed-out = No ha iniciado sesión.
contact-line-looking = Buscando su contraseña en el llavero de este ordenador…
contact-line-needs-password = Escriba su contraseña, por favor: no está en el llavero de este ordenador.
contact-line-connecting = Iniciando sesión…
contact-line-online = Ha iniciado sesión: sus contactos ven que está ahí.
contact-line-lost = { $why } Hulp lo intenta otra vez por sí solo, enseguida.
contact-line-lost-pause = { $why } Hulp lo intentará otra vez por sí solo dentro de { $count } segundos.
contact-line-not-allowed = Su administrador no permite usar contactos en este ordenador.
contact-fault-no-address = Esta no es la dirección de un contacto. Una dirección así se parece a anna@example.org.
contact-fault-no-server = Esto no es un servidor. Un nombre así se parece a chat.example.org.
contact-fault-not-reached = No se ha podido llegar al servidor de contactos (el sistema indica: { $why }). Compruebe su conexión a internet y la dirección.
contact-fault-untrusted = El servidor de contactos mostró un certificado que no es de fiar (el sistema indica: { $why }). No se le ha dado su contraseña.
contact-fault-no-encryption = El servidor de contactos no ofrece una conexión segura; por eso no se le ha dado su contraseña.
contact-fault-password = El servidor de contactos no aceptó esta dirección y esta contraseña.
contact-fault-unproved = El servidor de contactos no pudo demostrar que conoce su cuenta; por eso Hulp lo dejó. Compruebe la dirección y pregunte a quien lleve el servidor.
contact-fault-no-way-in = El servidor de contactos no ofrece ninguna forma de iniciar sesión que Hulp conozca.
contact-fault-refused = El servidor de contactos se niega (el mensaje es: { $why }).
contact-fault-nonsense = Lo que responde ahí no es un servidor de contactos válido.
contact-fault-lost = Se cortó la conexión con el servidor de contactos.
contact-fault-not-connected = Ahora mismo no hay conexión con su servidor de contactos. Mire en Ajustes, en Contactos.
contact-fault-undelivered = No se ha podido llegar al contacto.
contact-fault-no-randomness = Este ordenador no da números aleatorios en este momento.
presence-can-help = En línea, con Hulp
presence-online = En línea, sin Hulp
presence-asked = Solicitud enviada; aún sin respuesta
presence-not-shown = No le muestra si está
presence-offline = Sin conexión
contact-request = { $contact } quiere ser su contacto. Puede responder en Ajustes, en Contactos.
ring-asks = { $who ->
    [0] Alguien le pide ayuda
   *[named] { $who } le pide ayuda
}
ring-offers = { $who ->
    [0] Alguien le ofrece ayuda
   *[named] { $who } le ofrece ayuda
}
call-rings = Hulp llama a { $name }, durante { $count } segundos…
call-invited = { $name } ha aceptado. Cuando se conecte, Hulp le preguntará.
call-connects = { $name } ha aceptado. Hulp se está conectando…
call-declined = { $name } lo ha rechazado.
call-no-answer = { $name } no ha respondido en { $count } segundos.
call-taken-back = Ha anulado su llamada a { $name }.

## Correo electrónico

mail-step-reaching = Conectando con el servidor de correo…
mail-step-securing = Asegurando la conexión con el servidor de correo…
mail-step-logging-in = Iniciando sesión en el servidor de correo…
mail-step-sending = Enviando el mensaje…
mail-ready = Su programa de correo tiene un mensaje listo: elija para quién es y pulse «Enviar» allí.
mail-ready-for = Su programa de correo tiene un mensaje listo para { $to }: pulse «Enviar» allí.
mail-closed = El mensaje para su ayudante se cerró y no se ha enviado.
mail-closed-to = El mensaje para { $to } se cerró y no se ha enviado.
mail-no-program = Hulp no ha encontrado ningún programa de correo en este ordenador. La invitación está guardada para que pueda enviarla usted.
mail-program-failed = Su programa de correo no se abrió (el sistema indica: { $why }). La invitación está guardada para que pueda enviarla usted.
password-in-keyring = La contraseña está en el llavero de este ordenador.
password-this-run-only = Este ordenador no tiene ningún llavero que pueda guardar la contraseña: Hulp la conoce hasta que usted lo cierre.
email-fault-nothing = No hay ninguna dirección de correo electrónico.
email-fault-no-address = «{ $typed }» no es una dirección de correo electrónico.
email-fault-no-address-next = Escriba una, por favor, por ejemplo anna@example.org.
email-fault-no-sender = Falta su propia dirección de correo electrónico.
email-fault-no-server = No hay ningún servidor de correo configurado.
email-fault-settings-next = Mire en Ajustes, en Correo electrónico, por favor.
email-fault-no-password = Hulp no conoce su contraseña para { $server }.
email-fault-no-password-next = Escríbala en Ajustes, en Correo electrónico, por favor.
email-fault-not-reached = No se ha podido llegar al servidor de correo { $server } en el puerto { $port } (el sistema indica: { $why }).
email-fault-not-reached-next = Compruebe su conexión a internet, y el nombre y el puerto del servidor en Ajustes.
email-fault-silent = El servidor de correo { $server } no respondió.
email-fault-silent-next = Compruebe el nombre, el puerto y la seguridad del servidor en Ajustes y después inténtelo de nuevo.
email-fault-silent-login = El servidor de correo { $server } no respondió al inicio de sesión.
email-fault-silent-login-next = Inténtelo de nuevo más tarde, por favor.
email-fault-silent-message = El servidor de correo { $server } no dijo si aceptó el mensaje.
email-fault-silent-message-next = Pregunte a su ayudante si ha llegado antes de enviarlo otra vez.
email-fault-not-secure = El servidor de correo { $server } no ofrece una conexión segura en este puerto; por eso no se ha enviado nada.
email-fault-not-secure-next = Pruebe TLS con el puerto 465 en Ajustes, o pregunte a su proveedor.
email-fault-unknown = El servidor de correo { $server } mostró un certificado que no es de fiar: nadie de quien se fíe este ordenador responde por él. No se le ha dado su contraseña.
email-fault-other-name = El servidor de correo { $server } mostró un certificado que no es de fiar: pertenece a un servidor con otro nombre. No se le ha dado su contraseña.
email-fault-expired = El servidor de correo { $server } mostró un certificado que no es de fiar: ha caducado, o el reloj de este ordenador va mal. No se le ha dado su contraseña.
email-fault-certificate = El servidor de correo { $server } mostró un certificado que no es de fiar: no es válido. No se le ha dado su contraseña.
email-fault-certificate-next = Compruebe el nombre del servidor en Ajustes, o pregunte a su proveedor.
email-fault-tls = No se ha podido establecer una conexión segura con el servidor de correo { $server } (el sistema indica: { $why }).
email-fault-tls-next = Compruebe el puerto y la seguridad en Ajustes: STARTTLS suele usar el puerto 587 y TLS el 465.
email-fault-no-login = El servidor de correo { $server } no ofrece ninguna forma de iniciar sesión que Hulp conozca.
email-fault-no-login-next = Use su propio programa de correo u otro servidor.
email-fault-login = El servidor de correo { $server } no aceptó su nombre de usuario y su contraseña. Dice: «{ $said }».
email-fault-login-next = Compruebe ambos en Ajustes. Algunos proveedores quieren una contraseña creada para un solo programa.
email-fault-sender = El servidor de correo { $server } no acepta correo de { $address }. Dice: «{ $said }».
email-fault-sender-next = Compruebe su dirección de correo electrónico en Ajustes.
email-fault-recipient = El servidor de correo { $server } no acepta correo para { $address }. Dice: «{ $said }».
email-fault-recipient-next = Compruebe la dirección.
email-fault-message = El servidor de correo { $server } rechazó el mensaje. Dice: «{ $said }».
email-fault-message-next = Puede enviar el archivo de otra forma.
email-fault-broken = Se cortó la conexión con el servidor de correo { $server } (el sistema indica: { $why }).
email-fault-broken-next = Inténtelo de nuevo, por favor.

## Cómo se encuentran dos ordenadores

way-near-open = Misma red: abierto
way-near-closed = Misma red: cerrado; este ordenador no está en ninguna red
way-directly-open = Directamente por internet: abierto
way-directly-perhaps = Directamente por internet: quizá; este ordenador tiene una dirección en internet
way-directly-looking = Directamente por internet: preguntando al router…
way-directly-later = Directamente por internet: cerrado; quizá se abra solo cuando su ayudante esté aquí
way-directly-off = Directamente por internet: cerrado; pedir un puerto al router está desactivado en Ajustes
way-directly-closed = Directamente por internet: cerrado; el router no ha abierto ningún puerto
way-relay-open = Por internet a través de un relé: abierto
way-relay-looking = Por internet a través de un relé: buscando uno…
way-relay-off = Por internet a través de un relé: desactivado en Ajustes
way-relay-closed = Por internet a través de un relé: cerrado; { $why }
ways-trouble-relay-off = Ahora solo puede llegar a este ordenador un ayudante de la misma red. Con un relé, en Ajustes, en Red, también pueden los demás.
ways-trouble = Ahora solo puede llegar a este ordenador un ayudante de la misma red. Hulp sigue probando los otros caminos.
relay-fault-no-relay = la dirección del relé en Ajustes, en Red, no es válida
relay-fault-no-proxy = el proxy no se puede usar: { $proxy } no es la dirección de un proxy HTTP, como http://proxy.example:3128
relay-fault-token = el relé no acepta el token de Ajustes, en Red (el mensaje es: { $why })
relay-fault-not-let-in = el relé no le deja entrar (el mensaje es: { $why })
relay-fault-proxy = el proxy { $proxy } no deja pasar a Hulp; vea Ajustes, en Red (el mensaje es: { $why })
relay-fault-not-reached = ningún relé responde; quizá no haya internet
relay-fault-nobody = el otro ordenador no está
relay-fault-unusable = este ordenador no puede usar ninguno (el sistema indica: { $why })
reached-same-network = misma red
reached-directly = directamente por internet
reached-through-relay = por internet a través de un relé
