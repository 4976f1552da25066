### The pages of who is helped, and those of both

## The first page

home-title = Wie kann Hulp Ihnen helfen?
home-get-help = Hilfe bekommen
home-get-help-means = Jemand, dem Sie vertrauen, sieht Ihren Bildschirm und benutzt, wenn Sie Ja sagen, Ihre Maus und Tastatur. Sie können das jederzeit beenden.
home-invite = Jemanden zum Helfen einladen
home-give-help = Hilfe geben
home-give-help-means = Jemand hat Ihnen eine Einladung geschickt (eine Datei, deren Name auf .hulp endet) oder liest Ihnen einen Code vor.
home-open = Eine Einladung öffnen
home-code = Einen Code eingeben
home-offer = Einem Computer Hilfe anbieten
home-status = Stand der Einladungen
home-log = Protokoll
home-check = Diesen Computer prüfen
home-settings = Einstellungen
home-invitations-wait = { $count ->
    [one] { $count } offene Einladung wartet auf einen Helfer.
   *[other] { $count } offene Einladungen warten auf einen Helfer.
}

## On every page

back = Zurück
opening-title = Die Einladung wird geöffnet…
browse = Durchsuchen…
browse-no-dialog = Dieser Computer hat kein Fenster, um eine Datei auszuwählen. Bitte geben Sie ihren Ort ein.
browse-invitations = Hulp-Einladung

## The chat

chat-message = Chatnachricht
chat-too-long = Zu lang: Bitte in Teilen senden.
chat-send = Senden
chat-log = Chat
chat-empty = { $who ->
    [0] Was Sie und die andere Person schreiben, erscheint hier.
   *[named] Was Sie und { $who } schreiben, erscheint hier.
}
chat-said-by-me = Sie, { $time }
chat-said-by-other = { $who ->
    [0] Die andere Person, { $time }
   *[named] { $who }, { $time }
}

## Check this computer

check-begins = Hulp probiert jeden Teil dieses Computers wirklich aus.
check-again = Erneut prüfen
check-copy = Als Text kopieren
check-your-screen = Ihr Bildschirm
check-group-when-helped = Wenn Ihnen jemand hilft
check-group-reach = Wie Ihr Helfer Sie erreicht
check-group-travel = Wie Einladungen ankommen, und das Übrige

## The window is closed while helpers are waited for

closing-title = Hulp schließen?
closing-then-nobody = Wenn Sie Hulp schließen, können Helfer diesen Computer nicht erreichen, bis Sie Hulp wieder starten. Ihre Einladungen bleiben erhalten.
closing-keep-waiting = Weiter warten
closing-close = Hulp schließen

## Somebody calls

ring-address = Adresse: { $address }
ring-contact = Einer Ihrer Kontakte; der Kontaktserver bürgt für die Adresse.
ring-stranger = Das ist keiner Ihrer Kontakte. Betrüger rufen Menschen an, die sie nicht kennen.
ring-words = „{ $words }“
ring-next-help = Wenn Sie annehmen, verbindet sich Hulp mit dem anderen Computer, und dort wird gefragt, ob Sie den Bildschirm sehen dürfen.
ring-next-helping = Wenn Sie annehmen, schickt Hulp eine Einladung dorthin. Wenn sich jemand verbindet, fragt Hulp zuerst Sie: Niemand sieht etwas, bevor Sie Ja sagen.
ring-accept = Annehmen
ring-decline = Ablehnen

## May someone see your screen?

consent-title = Darf jemand Ihren Bildschirm sehen?
consent-wants-to-help = { $who ->
    [0] Jemand möchte Ihnen helfen.
   *[named] { $who } möchte Ihnen helfen.
}
consent-same-computer = Es ist der Computer, auf dem Ihr Kontakt angenommen hat, sagt der Kontaktserver.
consent-other-computer = Das ist ein anderer Computer als der, auf dem Ihr Kontakt angenommen hat, sagt der Kontaktserver. Wenn Sie dort nicht telefonisch nachfragen können, klicken Sie auf „Ablehnen“.
consent-compare = Fragen Sie am Telefon, welche Wörter Ihr Helfer sieht. Es müssen diese sein:
consent-allow = Erlauben
consent-decline = Ablehnen
consent-countdown = Ohne Antwort: Nein in { $time }.
consent-countdown-begins = { $count ->
    [one] Ohne Antwort: Nein innerhalb von { $count } Minute.
   *[other] Ohne Antwort: Nein innerhalb von { $count } Minuten.
}
consent-organisation = Von Ihrer Organisation

## How did this begin?

who-called-title = Wie hat das angefangen?
who-called-by-me = Ich habe dort angerufen
who-called-by-them = Ich wurde angerufen
who-called-by-nobody = Wir haben nicht miteinander gesprochen
who-called-beware-of-offers = Halten Sie inne und denken Sie nach. Haben Sie um Hilfe gebeten? Wenn nicht, oder wenn Sie unsicher sind, klicken Sie auf „Ablehnen“ und rufen Sie die Person an, die Ihnen sonst hilft.
who-called-beware-of-callers = Halten Sie inne und denken Sie nach. Betrüger rufen Menschen an und sagen, sie seien von der Bank, der Polizei, von Microsoft oder einem Geschäft. Niemand Ehrliches ruft Sie an, um in Ihren Computer zu gelangen. Wenn Sie unsicher sind, klicken Sie auf „Ablehnen“, legen Sie auf und rufen Sie jemanden an, den Sie kennen.
who-called-know-them = Ich kenne diese Person und möchte fortfahren
who-called-answer-first = Um es zu erlauben, beantworten Sie zuerst die Frage oben.

## An offer of help

offer-question-compare = Wenn Sie telefonieren, fragen Sie, welche Wörter Ihr Helfer sieht. Es müssen diese sein:
offer-question-not-expected = Wenn Sie jetzt keine Hilfe brauchen oder niemanden erwarten, klicken Sie auf „Ablehnen“.

## May someone take control?

control-question-title = { $who ->
    [0] Ihr Helfer möchte Ihren Computer steuern
   *[named] { $who } möchte Ihren Computer steuern
}
control-question-means = { $who ->
    [0] Wenn Sie es erlauben, kann Ihr Helfer gemeinsam mit Ihnen Ihre Maus und Tastatur benutzen. Behalten Sie im Auge, was geschieht.
   *[named] Wenn Sie es erlauben, kann { $who } gemeinsam mit Ihnen Ihre Maus und Tastatur benutzen. Behalten Sie im Auge, was geschieht.
}
control-question-ways = Sie können es jederzeit beenden, auf drei Arten:
control-question-way-esc = Drücken Sie die Taste Esc.
control-question-way-ctrl-c = Drücken Sie Strg+C: Halten Sie Strg (Ctrl) gedrückt und drücken Sie C.
control-question-way-button = Klicken Sie auf „Steuerung beenden“, in diesem Fenster.
control-question-keys-here-only = Auf diesem Computer beenden Esc und Strg+C die Steuerung nur, solange dieses Fenster vorn ist. Klicken Sie auf „Steuerung beenden“, oder klicken Sie zuerst in dieses Fenster.
control-question-keep-in-sight = Behalten Sie dieses Fenster im Blick: Hier können andere Fenster es verdecken. Maus und Tasten Ihres Helfers werden nicht zurückgehalten, während Sie Ihre eigenen benutzen.
control-question-shortcut = Ihre Arbeitsumgebung hat noch einen Weg, gleich welches Fenster vorn ist: { $keys }
control-question-allow = Steuerung erlauben

## The session

session-reconnecting = { $left }. { $words }.
session-stop-control = Steuerung beenden
session-stop-keys = Oder drücken Sie Esc oder Strg+C.
session-stop-shortcut = Oder drücken Sie in diesem Fenster Esc oder Strg+C, oder überall die Tasten Ihrer Arbeitsumgebung: { $keys }
stop-shortcut-description = Hulp: Steuerung durch den Helfer beenden
session-stop-keys-here-only = Oder drücken Sie in diesem Fenster Esc oder Strg+C.
session-control-waits = { $who ->
    [0] Ihr Helfer steuert jetzt nicht. Sobald die Verbindung wieder da ist, gilt die Steuerung wieder, wenn Sie sie nicht vorher beenden.
   *[named] { $who } steuert jetzt nicht. Sobald die Verbindung wieder da ist, gilt die Steuerung wieder, wenn Sie sie nicht vorher beenden.
}
session-held-back = { $who ->
    [0] Sie benutzen die Maus: Eingaben Ihres Helfers werden zurückgehalten.
   *[named] Sie benutzen die Maus: Eingaben von { $who } werden zurückgehalten.
}
session-pause = Pause
session-resume = Fortsetzen
session-disconnect = Verbindung trennen
session-both-see = { $who ->
    [0] Sie und Ihr Helfer sehen beide: { $words }
   *[named] Sie und { $who } sehen beide: { $words }
}

## The session has ended

ended-title = Die Sitzung ist beendet
ended-invitation-holds = Die Einladung gilt noch: Ihr Helfer kann damit wiederkommen, und Sie werden erneut gefragt.
ended-invitation-over = Niemand kann jetzt Ihren Bildschirm sehen, und die Einladung gilt nicht mehr.
ended-offer-over = Niemand kann jetzt Ihren Bildschirm sehen. Wenn Ihr Helfer noch einmal Hilfe anbietet, werden Sie erneut gefragt.
ended-done = Fertig
ended-show-in-log = Im Protokoll zeigen

## Invite someone to help

invite-how = Wie Ihr Helfer die Einladung bekommt
invite-way-contact = Ein Kontakt
invite-way-code = Ein Code
invite-way-email = E-Mail
invite-way-file = Als Datei speichern
invite-act-contact = Um Hilfe bitten
invite-act-contact-named = { $name } um Hilfe bitten
invite-act-code = Einen Code erstellen
invite-act-email = Einladung senden
invite-act-file = Einladung speichern
invite-password-and-contact = Die Einladung geht über Ihre Kontaktserver an diesen Kontakt; die Server könnten sie lesen. Hulp fragt Sie, wenn jemand damit kommt.
invite-password-and-code = Ein Code, den Sie am Telefon vorlesen, genügt. Mit einem Passwort braucht Ihr Helfer beides.
invite-password-and-email = Dann genügt die E-Mail allein nicht. Nennen Sie das Passwort am Telefon; es steht nie in der E-Mail.
invite-password-and-file = Dann genügt die Datei allein nicht. Nennen Sie das Passwort am Telefon.
invite-code-means = Sie lesen ihn am Telefon vor, und Ihr Helfer gibt ihn in Hulp ein.
invite-your-name = Ihr Name
invite-message = Nachricht an Ihren Helfer
invite-message-hint = Worum geht es? Sie können das Feld leer lassen.
invite-expires-after = Läuft ab nach
invite-expires-after-unit = Einheit von „Läuft ab nach“
invite-unit-minutes = Minuten
invite-unit-hours = Stunden
invite-unit-days = Tage
invite-require-password = Ein Passwort verlangen
invite-password = Passwort
invite-password-repeat = Passwort wiederholen
invite-password-make = Eines erstellen, das leicht zu sagen ist
invite-password-show = Passwort zeigen
invite-password-write-down = Schreiben Sie es jetzt auf: Hulp zeigt es nicht noch einmal.
invite-password-not-made = Dieser Computer konnte gerade kein Passwort erstellen.
invite-passwords-differ = Die beiden Passwörter sind nicht gleich.
invite-choose-contact = Bitte wählen Sie, wer Ihnen helfen soll.
invite-choose-place = Bitte geben Sie an, wo die Einladung gespeichert werden soll.
invite-save-to = Speichern unter
invite-contacts-in-settings = Sie melden sich in den Einstellungen unter Kontakte an und sehen dort Ihre Kontakte.
invite-no-contact-there = Keiner Ihrer Kontakte ist gerade mit Hulp da.
invite-add-contacts = Kontakte fügen Sie in den Einstellungen unter Kontakte hinzu.

## An invitation by e-mail

mailing-to = An
mailing-by-program = Ihr eigenes E-Mail-Programm öffnet sich mit der Nachricht; dort können Sie auch die Adresse wählen.
mailing-by-server = Hulp sendet sie über { $server }.
mailing-your-server = Ihren Mailserver
mailing-opening = Ihr E-Mail-Programm wird geöffnet…
mailing-attachment-missing = Fehlt der Anhang? Hier ist die Datei
mailing-here-is-file = Hier ist die Datei
mailing-attach-file = Hängen Sie diese Datei an
mailing-sent = Gesendet an { $to }.
mailing-sent-unnamed = An Ihren Helfer gesendet.
mailing-server-possible = Hulp kann sie auch selbst senden, wenn Sie Ihren Mailserver in den Einstellungen unter E-Mail einrichten.
mailing-not-saved = Die Einladung konnte nicht gesendet werden (das System meldet: { $why }).
mailing-by-hand = Die Datei speichern und selbst schreiben
mailing-text = Der Text für die Nachricht, wenn Sie sie selbst schreiben:
mailing-text-name = Text zum Einfügen
mailing-text-copy = Den Text kopieren
mailing-try-again = Erneut versuchen
mailing-send-again = Erneut senden

## A contact who is called

calling-not-called = Die Einladung wartet. Wer sie hat, kann sich verbinden, und dann fragt Hulp Sie.
calling-stop = Nicht mehr anrufen
calling-again = { $name } erneut bitten

## Waiting for your helper

waiting-title = Warten auf Ihren Helfer
waiting-none = Keine Einladung wartet
waiting-making = Die Einladung wird erstellt…
waiting-not-made = Es wurde keine Einladung erstellt
waiting-no-longer = Diese Einladung wartet nicht mehr
waiting-saved-as = Die Einladung ist gespeichert als
waiting-invitation-holds-until = Die Einladung gilt bis { $moment }.
waiting-invitation-holds-until-yours-to-say = Die Einladung gilt bis { $moment }. Niemand sieht etwas, bevor Sie Ja sagen.
waiting-advice = Was jetzt zu tun ist
waiting-give-file = Geben Sie diese Datei Ihrem Helfer: per E-Mail, auf einem Stick oder in einem gemeinsamen Ordner.
waiting-for-mail = Ihr Helfer öffnet die Datei, die an Ihrer E-Mail hängt, mit Hulp.
waiting-call-with-password = Rufen Sie Ihren Helfer an und nennen Sie das Passwort am Telefon. Schicken Sie es nicht mit der Datei.
waiting-call = Rufen Sie Ihren Helfer an. Wer diese Datei hat, kann darum bitten, Ihren Bildschirm zu sehen; geben Sie sie also niemand anderem.
waiting-leave-open = Lassen Sie Hulp geöffnet. Wenn Ihr Helfer kommt, fragt Hulp zuerst Sie: Niemand sieht etwas, bevor Sie Ja sagen.
waiting-ways = Wie Ihr Helfer diesen Computer erreichen kann
waiting-withdraw = Einladung zurückziehen
waiting-home = Startseite
waiting-may-leave = Sie können diese Seite verlassen: Die Einladung wartet weiter, solange Hulp geöffnet ist.
waiting-leaving-ends-code = Wenn Sie diese Seite verlassen, läuft der Code ab. Die Einladung wartet weiter, solange Hulp geöffnet ist: Unter „Stand der Einladungen“ erstellt „Noch einmal senden“ einen neuen Code.

## A code that waits

waiting-code-none = Es gibt jetzt keinen Code: Er ist mit seiner Seite abgelaufen.
waiting-code-making = Ein Code wird erstellt…
waiting-code-given = Ihr Helfer hat die Einladung. Sobald die Verbindung kommt, fragt Hulp Sie.
waiting-code-stolen = Wenn nicht Ihr Helfer den Code eingegeben hat, ziehen Sie die Einladung zurück.
waiting-code-read = Lesen Sie Ihrem Helfer diesen Code am Telefon vor:
waiting-code-copy = Den Code kopieren
waiting-code-advice = Was Sie am Telefon sagen
waiting-code-words = „Öffnen Sie Hulp, klicken Sie auf ‚Einen Code eingeben‘ und geben Sie { $digits } ein.“
waiting-code-password = Nennen Sie dann auch das Passwort.
waiting-code-beware = Lesen Sie ihn nur jemandem vor, den Sie selbst angerufen haben. Er kann einmal versucht werden: Nach einem falschen Versuch steht hier ein neuer. Wenn Ihr Helfer kommt, fragt Hulp zuerst Sie.
waiting-code-new = Einen neuen Code erstellen

## Invitation status

status-none = Sie haben noch niemanden eingeladen.
status-table = Einladungen
status-columns = Spalten
status-sent-to = Gesendet an
status-how = Wie
status-made = Erstellt
status-expires = Läuft ab
status-state = Stand
status-line = { $to }, { $how }, erstellt { $made }, läuft ab { $expires }, { $state }
status-details = Einzelheiten
status-expire = Jetzt ablaufen lassen
status-resend = Noch einmal senden
status-delete = Löschen
status-expiring-ends-session = Ihr Helfer ist mit dieser Einladung hier. Wenn sie jetzt abläuft, endet die Sitzung.
status-end-session = Die Sitzung beenden
status-deleting-ends-session = Ihr Helfer ist mit dieser Einladung hier. Wenn Sie sie löschen, endet die Sitzung.
status-deleting-open = Diese Einladung wartet noch. Wenn Sie sie löschen, kann sie niemand mehr benutzen.
status-really-delete = Trotzdem löschen
status-keep = Behalten
status-made-holds-until = Erstellt { $made }, gilt bis { $expires }.
status-made-held-until = Erstellt { $made }, galt bis { $expires }.
status-state-and-meaning = { $state }: { $meaning }
status-with-password = Ein Passwort gehört dazu.
status-without-password = Ein Passwort ist nicht nötig.
status-your-message = Ihre Nachricht: { $message }
status-addresses = In ihr steht, dass dieser Computer unter { $addresses } zu finden ist.

## An invitation goes out again

resend-title = Diese Einladung noch einmal senden
resend-means = Es bleibt dieselbe Einladung: Der erste Helfer, den Sie einlassen, hat sie.
resend-save = Erneut speichern
resend-not-saved = Sie konnte dort nicht gespeichert werden (das System meldet: { $why }).
resend-saved-as = Gespeichert als { $place }.
resend-code-means = Sie lesen ihn am Telefon vor, und Ihr Helfer gibt ihn in Hulp ein. Ein älterer Code gilt dann nicht mehr.
