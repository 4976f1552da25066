### The pages of who helps, the settings, and the page of the log

## Einstellungen

settings-title = Einstellungen
# What a screen reader calls the row of tabs.
settings-parts = Bereiche der Einstellungen
settings-general = Allgemein
settings-receiving = Hilfe bekommen
settings-contacts = Kontakte
settings-email = E-Mail
settings-network = Netzwerk
settings-privacy = Datenschutz und Protokoll
settings-save = Einstellungen speichern
settings-saved = Ihre Einstellungen sind gespeichert.
# $tab is the name of one of the tabs above.
settings-not-right = Unter „{ $tab }“ stimmt noch etwas nicht.
settings-days-fault = Bitte geben Sie eine Anzahl von Tagen von 1 bis { $most } ein.
settings-port-fault = Bitte geben Sie eine Zahl von 1024 bis 65535 ein.
settings-mailbox-fault = Bitte geben Sie eine Adresse ein, die mit ws:// oder wss:// beginnt.
settings-relay-fault = Bitte geben Sie eine Adresse ein, die mit https:// beginnt.
settings-token-fault = Ein Token besteht nur aus Buchstaben von A bis Z, Ziffern und einfachen Zeichen.
settings-proxy-password-fault = Bitte geben Sie das Passwort unten in das eigene Feld ein.
settings-proxy-fault = Bitte geben Sie eine Adresse ein, die mit http:// beginnt, oder lassen Sie das Feld leer.
settings-password = Passwort
settings-password-hint = Es kommt in den Schlüsselbund dieses Computers, niemals in eine Datei.
settings-password-hint-kept = Es kommt in den Schlüsselbund dieses Computers, niemals in eine Datei. Lassen Sie das Feld leer, um das vorhandene zu behalten.
# The number of a network port.
settings-port = Port

## Einstellungen: Allgemein

settings-your-name = Ihr Name
settings-your-name-hint = Die Menschen, denen Sie helfen oder die Ihnen helfen, sehen ihn.
# In other languages with the English word behind it, for whoever cannot read the one that holds.
settings-language = Sprache (Language)
# The language that the system's own programs speak.
settings-language-of-system = Die Sprache des Systems
settings-start-with-desktop = Hulp starten, wenn ich mich anmelde
settings-start-with-desktop-hint = Hulp startet ohne Fenster. Das Fenster erscheint, wenn ein Helfer etwas fragt oder wenn Sie Hulp starten.
settings-autostart-fault = Das hat nicht funktioniert (das System meldet: { $why }).
settings-look = Aussehen
settings-look-system = Wie das System
settings-look-light = Hell
settings-look-dark = Dunkel
settings-text-size = Textgröße
settings-text-smaller = Kleinerer Text
settings-text-larger = Größerer Text
settings-text-size-now = { $percent } %
settings-text-size-hint = Auf jeder Seite bewirken Strg und + oder − dasselbe.

## Einstellungen: Hilfe bekommen

settings-allow-invitations = Einladungen von diesem Computer aus erlauben
settings-allow-control = Erlauben, dass jemand diesen Computer steuert
settings-allow-offers = Erlauben, dass Helfer Hilfe anbieten
settings-always-asked = Sie werden jedes Mal gefragt, was auch immer hier eingestellt ist.
settings-show-edge = Einen farbigen Rand um den Bildschirm zeigen, solange jemand ihn sieht
settings-longest-lifetime = Längste Gültigkeit
# $now is a length, such as 30 days.
settings-longest-lifetime-hint = So viele Tage kann eine Einladung von Ihnen höchstens gültig sein. Jetzt: { $now }.

## Einstellungen: die Liste der Helfer

settings-helpers = Helfer
settings-helpers-none = Niemand steht auf der Liste, also kann niemand Hilfe anbieten.
settings-helpers-when = Sie können Hilfe anbieten, solange Hulp hier läuft und sie die eigene Adresse dieses Computers erreichen: Dafür wird weder ein Router noch ein Relay benutzt.
# $words are words by which a computer is known, to be compared by telephone.
settings-helpers-own-words = Die Vergleichswörter dieses Computers, für alle, die hier zum ersten Mal Hilfe anbieten: { $words }.
settings-helpers-card = Helferkarte
settings-helpers-card-hint = Die Datei, die Sie von einem Helfer (.hulpcard) oder einer Organisation (.hulporg, .hulprevoked) bekommen haben.
settings-helpers-read = Datei lesen
# It speaks of the button Cancel below.
settings-helpers-add-warning = Fügen Sie nur jemanden hinzu, den Sie kennen und mit dem Sie die Vergleichswörter am Telefon verglichen haben. Hat Sie jemand angerufen und darum gebeten? Dann klicken Sie auf „Abbrechen“.
settings-helpers-may-ask = Darf darum bitten, diesen Computer zu steuern
settings-helpers-add = Zur Liste hinzufügen
settings-helpers-cancel = Abbrechen
# The words of a helper's card, or of an organisation.
settings-helpers-its-words = Die Vergleichswörter: { $words }.
# $name is an organisation.
settings-helpers-signed-by = Alle, deren Karte { $name } unterschrieben hat
# An organisation without a name is known by the words of its key.
settings-helpers-signed-with-key = Alle, deren Karte mit dem Schlüssel { $words } unterschrieben wurde
settings-helpers-taken-back = { $count ->
    [one] 1 Karte zurückgezogen.
   *[other] { $count } Karten zurückgezogen.
}
# $name is a helper, an organisation, or an organisation's words.
settings-helpers-remove = { $name } entfernen
settings-helpers-may-control = Darf zusehen und um die Steuerung bitten.
settings-helpers-may-see = Nur zusehen.
# $time is such as: tomorrow at 9:05.
settings-helpers-card-from = Die Karte ist gültig ab: { $time }.
settings-helpers-card-until = Die Karte ist gültig bis: { $time }.
settings-helpers-card-expired = Die Karte ist abgelaufen: Bitten Sie um eine neue.

## Einstellungen: Kontakte

settings-contacts-what-for = Mit einer Adresse bei einem Kontaktserver (XMPP) sehen Ihre Kontakte, wann Sie da sind, und Sie können einander mit einem Klick um Hilfe bitten.
settings-contacts-address = Kontaktadresse
settings-contacts-address-hint = Ihre eigene, zum Beispiel anna@example.org.
settings-contacts-server = Kontaktserver
settings-contacts-server-hint = Lassen Sie das Feld leer: Die Adresse sagt, wo ihr Server ist. Sonst ein Name, und ein Port nach einem Doppelpunkt.
settings-contacts-strangers = Auch Unbekannte dürfen bei mir anfragen
# Off: while the box above is not ticked.
settings-contacts-strangers-hint = Ausgeschaltet können nur Ihre Kontakte anrufen. Gefragt werden Sie in jedem Fall jedes Mal.
settings-contacts-sign-in = Anmelden
settings-contacts-sign-out = Abmelden
settings-contacts-yours = Ihre Kontakte
settings-contacts-stop-ringing = Nicht mehr anrufen
settings-contacts-none = Noch steht niemand auf Ihrer Liste.
settings-contacts-left-out = { $count ->
    [one] 1 weiterer wird hier nicht gezeigt.
   *[other] { $count } weitere werden hier nicht gezeigt.
}
settings-contacts-new = Kontakt hinzufügen
settings-contacts-new-hint = Die Adresse dieser Person. Sie wird gefragt, ob Sie sehen dürfen, wann sie da ist.
settings-contacts-add = Hinzufügen
settings-contacts-new-name = Neuer Name für { $name }
settings-contacts-keep-name = Diesen Namen behalten
settings-contacts-offer-help = { $name } Hilfe anbieten
settings-contacts-ask-again = { $name } noch einmal fragen
settings-contacts-rename = { $name } umbenennen
settings-contacts-remove = { $name } entfernen
# $name is an address, such as anna@example.org.
settings-contacts-request = { $name } möchte sehen, wann Sie da sind, und Sie anrufen können.
settings-contacts-accept = { $name } annehmen
settings-contacts-decline = { $name } ablehnen

## Einstellungen: E-Mail

settings-email-way-program = Mein eigenes E-Mail-Programm
settings-email-way-program-hint = Es öffnet sich mit der Nachricht, und Sie klicken dort auf „Senden“. Gibt es keines, benutzt Hulp den Mailserver unten, wenn er eingerichtet ist.
settings-email-way-server = Der Mailserver unten
settings-email-way-server-hint = Hulp verschickt Ihre Einladungen selbst.
settings-email-address = E-Mail-Adresse
settings-email-address-hint = Ihre eigene: Ihr Helfer sieht, von wem die Einladung kommt.
settings-email-address-fault = Bitte geben Sie Ihre eigene E-Mail-Adresse ein.
settings-email-server = Server
settings-email-server-hint = Für ausgehende E-Mails. Aus Ihrer Adresse geraten; Ihr Anbieter nennt ihn Ihnen.
settings-email-server-fault = Bitte geben Sie den Namen des Servers ein.
settings-email-port-fault = Bitte geben Sie eine Zahl von 1 bis 65535 ein; meistens ist es 587 oder 465.
settings-email-security = Sicherheit
settings-email-user = Benutzername
settings-email-user-hint = Meistens Ihre E-Mail-Adresse. Leer, wenn der Server keinen verlangt.
settings-email-test = Eine Testnachricht senden
# $to is an e-mail address.
settings-email-test-sent = Gesendet. Sehen Sie nach, ob sie bei { $to } angekommen ist.

## Einstellungen: Netzwerk

settings-network-port-hint = Über diesen TCP-Port erreichen Helfer diesen Computer. Ist er belegt, benutzt Hulp einen anderen, der in der Einladung steht.
settings-network-map-port = Den Router bitten, einen Port zu öffnen
settings-network-map-port-hint = So erreichen Helfer im Internet diesen Computer direkt. Hulp bittet darum, solange eine Einladung wartet, und schließt den Port danach wieder.
# A server where two computers meet that cannot reach each other.
settings-network-relay = Relay
settings-network-relay-hint = Hier treffen sich zwei Computer, die einander nicht erreichen können. Es sieht, wer mit wem verbunden ist, und nichts von dem, was Sie tun.
settings-network-relays-public = Öffentliche Relays
settings-network-relays-own = Ein eigenes Relay
settings-network-relays-none = Kein Relay
settings-network-relay-address = Adresse des Relays
settings-network-relay-address-hint = Zum Beispiel https://relay.example.org
# A secret that the relay asks of its users.
settings-network-relay-token = Token des Relays
settings-network-relay-token-hint = Falls es eines verlangt. Wen Sie einladen, der bekommt es mit der Einladung.
settings-network-proxy = Proxy zum Relay
# The word none is typed as it is, in every language.
settings-network-proxy-hint = Zum Beispiel http://proxy.example.org:3128. Lassen Sie das Feld leer, um den dieses Computers zu benutzen, oder schreiben Sie „none“ für keinen.
settings-network-proxy-password = Passwort des Proxys
settings-network-mailbox = Server für Codes
settings-network-mailbox-hint = Hier finden die zwei Seiten eines Codes zueinander. Er sieht weder den Code noch die Einladung. Beide Seiten brauchen denselben.

## Einstellungen: Datenschutz und Protokoll

settings-privacy-keep-pictures = Bilder vom Bildschirm behalten, wenn jemand die Steuerung übernimmt
settings-privacy-keep-pictures-hint = Eines, wenn die Steuerung beginnt, und eines, wenn sie endet. Sie bleiben auf diesem Computer, und Sie finden sie im Protokoll. Die ältesten verschwinden, wenn sie mehr als { $megabytes } MB belegen.
settings-privacy-open-log = Protokoll öffnen
settings-privacy-remove-all = Alle Bilder entfernen
settings-privacy-remove-sure = Alle Bilder vom Bildschirm entfernen? Sie können nicht zurückgeholt werden. Im Protokoll steht weiterhin, dass es welche gab.
settings-privacy-remove = Entfernen
settings-privacy-keep = Behalten
settings-privacy-removing = Wird entfernt…
settings-privacy-removed-none = Es gab kein Bild.
settings-privacy-removed = { $count ->
    [one] Entfernt: 1 Bild.
   *[other] Entfernt: { $count } Bilder.
}
settings-privacy-not-removed = Einige Bilder sind noch da (das System meldet: { $why }).

## Wer hilft: die Seiten vor einer Sitzung

expert-cancel = Abbrechen
expert-settings = Einstellungen
enter-code-title = Einen Code eingeben
enter-code-code = Code
enter-code-hint = Die andere Person liest ihn Ihnen vor, zum Beispiel 5-001-997. Leerzeichen und Striche spielen keine Rolle.
enter-code-get = Einladung holen
enter-code-getting = Die Einladung wird geholt…
enter-code-getting-hint = Das dauert einen Moment. Die andere Person muss die Seite mit dem Code geöffnet haben.
open-title = Eine Einladung öffnen
open-file = Einladungsdatei
open-file-hint = Die Datei, die die andere Person Ihnen geschickt hat. Ihr Name endet auf .hulp.
open-file-was = Die Datei war { $place }.
open-button = Öffnen
offer-to-title = Einem Computer Hilfe anbieten
offer-to-for-whom = Für Computer, deren Besitzer oder Administrator Sie auf die Liste der Helfer gesetzt hat. Wer dort sitzt, wird trotzdem gefragt.
offer-to-computer = Computer
offer-to-computer-hint = Sein Name oder seine Adresse, zum Beispiel pc-von-anna oder 192.0.2.7, mit einem Port nach einem Doppelpunkt, wenn es nicht 4857 ist.
offer-to-offer = Hilfe anbieten
# Above a list of computers on the same network.
offer-to-nearby = In der Nähe
offer-to-nearby-none = Kein Computer in diesem Netzwerk meldet, dass er Hilfsangebote annimmt.
offer-to-is-replaced = Ich habe nachgefragt: Dieser Computer wurde ersetzt oder neu eingerichtet
offer-to-has-moved = Ich habe nachgefragt: Der Computer, den ich meine, hat jetzt diese Adresse
offer-to-forget = Die alten Vergleichswörter vergessen
paper-asks = { $who ->
    [0] Jemand bittet um Ihre Hilfe
   *[named] { $who } bittet um Ihre Hilfe
}
paper-did-not-work = Es hat nicht funktioniert
paper-from = { $who ->
    [0] Von: unbekannt
   *[named] Von: { $who }
}
# $made and $until are such as: today at 14:30.
paper-made-and-holds = Erstellt: { $made }. Gültig bis: { $until }.
paper-made-and-held = Erstellt: { $made }. War gültig bis: { $until }.
paper-expired = Nach der Uhr dieses Computers ist diese Einladung abgelaufen. Bitten Sie um eine neue, wenn es nicht klappt.
paper-your-name = Ihr Name
paper-your-name-hint = Die andere Person sieht ihn, wenn sie gefragt wird.
paper-password = Passwort
paper-password-hint = Fragen Sie die andere Person danach, am besten am Telefon.
paper-show-password = Passwort anzeigen
paper-connect = Verbinden
paper-try-again = Noch einmal versuchen
paper-close = Einladung schließen
paper-connecting = { $who ->
    [0] Verbindung mit der anderen Person wird hergestellt
   *[named] Verbindung mit { $who } wird hergestellt
}
# $step is a step of connecting, such as: Checking the password.
paper-step-done = { $step }: erledigt
paper-step-under-way = { $step }…
paper-time-left = { $who ->
    [0] Die andere Person hat noch { $time } Zeit zu antworten.
   *[named] { $who } hat noch { $time } Zeit zu antworten.
}
# Words to be compared by telephone follow.
paper-words = { $who ->
    [0] Wenn die andere Person am Telefon fragt, welche Wörter Sie sehen, lesen Sie diese vor:
   *[named] Wenn { $who } am Telefon fragt, welche Wörter Sie sehen, lesen Sie diese vor:
}
paper-ended = Die Sitzung ist beendet
paper-done = Fertig

## Wer hilft: der Bildschirm der anderen Person

console-take-control = Steuerung übernehmen
console-release-control = Steuerung zurückgeben
console-scale = An Fenster anpassen
console-actual-size = Originalgröße
console-full-screen = Vollbild
console-leave-full-screen = Vollbild verlassen
# The chat: messages that both sides write to each other.
console-show-chat = Chat anzeigen
# So many messages were not read yet.
console-show-chat-new = { $count ->
    [one] Chat anzeigen (1 neue)
   *[other] Chat anzeigen ({ $count } neue)
}
console-hide-chat = Chat ausblenden
console-disconnect = Verbindung trennen
# What a screen reader calls the other person's screen.
console-screen-of = { $who ->
    [0] Bildschirm der anderen Person
   *[named] Bildschirm von { $who }
}
# Ctrl, Alt and Home are keys.
console-way-out = Mit Strg+Alt+Pos1 verlassen Sie den anderen Bildschirm
console-waiting = Warten auf das erste Bild…
console-reconnecting = Verbindung wird wiederhergestellt… Sie sehen das letzte Bild.
console-paused = { $who ->
    [0] Die andere Person hat die Sitzung angehalten. Sie sehen das letzte Bild.
   *[named] { $who } hat die Sitzung angehalten. Sie sehen das letzte Bild.
}
# Words that both sides see, to be compared by telephone.
state-line-phrase = beide Seiten sehen: { $words }
# How long it takes there and back, in milliseconds.
state-line-round-trip = hin und zurück { $ms } ms
state-line-round-trip-short = hin und zurück unter 1 ms
# Pictures a second.
state-line-frames = { $count } Bilder/s
state-line-kilobytes = { $count } kB/s
state-line-exact = exaktes Bild
state-line-refining = Bild wird verfeinert
state-line-reconnecting = { $who ->
    [0] Die Verbindung zum anderen Computer ist abgebrochen. Sie wird wiederhergestellt…
   *[named] Die Verbindung zum Computer von { $who } ist abgebrochen. Sie wird wiederhergestellt…
}
state-line-held-back = { $who ->
    [0] Die andere Person benutzt die Maus: Ihre Eingaben warten.
   *[named] { $who } benutzt die Maus: Ihre Eingaben warten.
}
state-line-controlling = { $who ->
    [0] Sie und die andere Person steuern diesen Computer.
   *[named] Sie und { $who } steuern diesen Computer.
}
state-line-asked = { $who ->
    [0] Die andere Person wird um die Steuerung gebeten…
   *[named] { $who } wird um die Steuerung gebeten…
}
state-line-looking = { $who ->
    [0] Sie können zusehen. Die andere Person steuert diesen Computer.
   *[named] Sie können zusehen. { $who } steuert diesen Computer.
}
state-line-looking-only = { $who ->
    [0] Sie können zusehen. Der andere Computer erlaubt keine Steuerung.
   *[named] Sie können zusehen. Der Computer von { $who } erlaubt keine Steuerung.
}

## Die Seite des Protokolls

log-page-title = Protokoll
log-page-what-it-is = Was Helfer an diesem Computer getan haben, und was Sie geantwortet haben. Es bleibt hier, außer wenn Sie es exportieren.
log-page-looking = Das Protokoll wird gelesen…
log-page-check = Protokoll prüfen
log-page-checking = Jede Zeile und jedes Bild wird geprüft…
log-page-not-checked = Das Protokoll konnte nicht geprüft werden (das System meldet: { $why }).
log-page-not-read = Das Protokoll konnte nicht gelesen werden (das System meldet: { $why }).
log-page-empty = Es ist noch nichts geschehen.
log-page-no-such-line = Eine solche Zeile gibt es nicht.
log-page-newer = Neuere Zeilen
log-page-older = Ältere Zeilen
# What a screen reader calls the table.
log-page-lines = Zeilen des Protokolls
# What a screen reader calls the row with the names of the columns.
log-page-columns = Spalten
# A column's name, as Who and What.
log-page-when = Wann
log-page-who = Wer
log-page-what = Was
# What a screen reader reads of a line; $what is a sentence.
log-page-row = { $time }, Zeile { $line }: { $what }
# A field: whose lines are looked for.
log-page-person = Person
# A field: which words are looked for.
log-page-words = Wörter
# A field: from which day on.
log-page-from = Von
# A field: until which day.
log-page-to = Bis
log-page-time-fault = Bitte geben Sie einen Tag wie { $day } oder einen Zeitpunkt wie { $day } 14:30 ein.
# What kind of lines: a list to choose from.
log-page-kind = Art
log-page-kind-of-lines = Art der Zeilen
log-page-show-these = Diese Zeilen anzeigen
log-page-show-all = Alle Zeilen anzeigen
log-page-details = Einzelheiten zu Zeile { $line }
# $time is such as: today at 14:30.
log-page-line = Zeile { $line }, { $time }
# The fingerprint of a cryptographic key.
log-page-fingerprint = Fingerabdruck des anderen Computers: { $key }
# The line as it stands in the log's file.
log-page-written = So wurde es geschrieben: { $text }
# A cryptographic hash.
log-page-hash = Hash: { $hash }
log-page-show-picture = Bild anzeigen
log-page-picture-gone = Dieses Bild ist nicht mehr da: Es hat Platz für neuere gemacht, oder es wurde entfernt oder verändert.
# What a screen reader calls the picture.
log-page-picture = Bild vom Bildschirm
log-page-export = Exportieren
log-page-export-all = Das ganze Protokoll kommt in die Datei.
log-page-export-part = Die Zeilen, nach denen Sie suchen, kommen in die Datei.
log-page-as-report = Ein Bericht zum Lesen oder Drucken
log-page-as-report-hint = Eine Seite für einen Browser, mit Zeiten, Namen und dem, was geschehen ist.
# The name of a file format.
log-page-as-json-lines = JSON Lines
# “hulp log verify FILE” is a command.
log-page-as-json-lines-hint = Für andere Programme. hulp log verify DATEI prüft, ob die Zeilen zusammenpassen; ob sie von diesem Computer sind, zeigt der Hash der letzten, den hulp log verify hier nennt.
# The name of the file, without its ending; $day is such as 2026-11-26.
log-page-file-name = Protokoll von Hulp { $day }
log-page-save-to = Speichern unter
log-page-save = Protokoll speichern
log-page-saving = Wird gespeichert…
log-page-saved = Gespeichert als { $place }.
log-page-not-saved = Das Protokoll konnte dort nicht gespeichert werden (das System meldet: { $why }). Bitte wählen Sie einen anderen Ort.
