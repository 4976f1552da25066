### The lines of the log, the check, offers, and what is printed

## The tray, notices, and a window that is closed while helpers are waited for

tray-open = Hulp öffnen
tray-stop-control = Steuerung beenden
tray-disconnect = Verbindung trennen
tray-quit = Hulp beenden
tray-takes-offers = Hulp nimmt Hilfsangebote entgegen.
tray-waits = { $count ->
    [one] Hulp wartet auf Ihren Helfer: { $count } offene Einladung.
   *[other] Hulp wartet auf Ihren Helfer: { $count } offene Einladungen.
}
tray-waits-and-takes-offers = { $count ->
    [one] Hulp wartet auf Ihren Helfer: { $count } offene Einladung. Auch Hilfsangebote werden entgegengenommen.
   *[other] Hulp wartet auf Ihren Helfer: { $count } offene Einladungen. Auch Hilfsangebote werden entgegengenommen.
}
somebody-wants-to-help = { $who ->
    [0] Jemand möchte Ihnen helfen
   *[named] { $who } möchte Ihnen helfen
}
notice-may-see = Hulp fragt, ob diese Person Ihren Bildschirm sehen darf. Keine Antwort heißt nein.
notice-may-control = Hulp fragt, ob das erlaubt ist. Keine Antwort heißt nein.
notice-ring = Hulp fragt, ob Sie annehmen.
closing-offers = Dieser Computer nimmt Hilfsangebote entgegen.
closing-waits = { $count ->
    [one] { $count } Einladung von Ihnen wartet noch auf einen Helfer.
   *[other] { $count } Einladungen von Ihnen warten noch auf einen Helfer.
}
closing-waits-and-offers = { $count ->
    [one] { $count } Einladung von Ihnen wartet noch auf einen Helfer, und dieser Computer nimmt Hilfsangebote entgegen.
   *[other] { $count } Einladungen von Ihnen warten noch auf einen Helfer, und dieser Computer nimmt Hilfsangebote entgegen.
}
closing-back-by-tray = Hulp kann ohne Fenster weiter warten: Sie finden es im Infobereich neben der Uhr.
closing-back-by-start = Hulp kann ohne Fenster weiter warten. Diese Arbeitsumgebung hat keinen Platz für sein Symbol: Starten Sie Hulp noch einmal, um dorthin zurückzukehren.
closing-back-by-task-bar = Hulp kann weiter warten, ohne dass das Fenster im Weg ist.
# what goes on, how one gets back to the window, and this
closing-goes-on = { $what } { $how } Wenn ein Helfer kommt, werden Sie gefragt.
closing-ends-session = Die Sitzung, in der Sie helfen, endet in jedem Fall.
closing-ends-connecting = Das Verbinden wird in jedem Fall beendet.

## The administrator's policy, and settings that could not be read

set-by-your-administrator = Von Ihrem Administrator festgelegt
policy-log-fails = Das Protokoll kann nicht geschrieben werden, und Ihr Administrator verlangt es. Bis dahin wird niemand eingelassen: Sehen Sie nach, ob die Festplatte voll ist.
policy-unreadable = Die Richtlinie Ihres Administrators kann nicht gelesen werden. Deshalb kann auf diesem Computer niemand eingeladen oder unterstützt werden: { $error }. Bitte sagen Sie es Ihrem Administrator.
# one of several faults in a list
policy-fault-in-line = Zeile { $line }: { $fault }
policy-faulty = In der Richtlinie Ihres Administrators stimmt etwas nicht: { $faults }. Bitte sagen Sie es Ihrem Administrator.
settings-unreadable-usual-hold = Ihre Einstellungen konnten nicht gelesen werden. Hulp beginnt deshalb mit den Standardeinstellungen und erlaubt nichts. Sehen Sie sie durch, erlauben Sie, was Sie möchten, und speichern Sie sie. Die Datei wurde als { $place } aufgehoben.
settings-unreadable-others-hold = Ihre Einstellungsdatei wurde so verändert, dass sie nicht mehr lesbar ist. Die bisherigen Einstellungen gelten weiter. Die Datei wurde als { $place } aufgehoben.
settings-gone-usual-hold = Ihre Einstellungsdatei war verschwunden. Hulp beginnt deshalb mit den Standardeinstellungen und erlaubt nichts. Sehen Sie sie durch, erlauben Sie, was Sie möchten, und speichern Sie sie.
settings-gone-others-hold = Ihre Einstellungsdatei war verschwunden. Die bisherigen Einstellungen gelten weiter und wurden neu gespeichert.

## What a session came to, and the log's kinds of lines

log-kind-everything = Alles
log-kind-invitations = Einladungen
log-kind-visits = Wer kam, Ihre Antworten
log-kind-sessions = Sitzungen
log-kind-control = Steuerung
log-kind-refusals = Was abgelehnt wurde
log-kind-contacts = Kontakte
log-kind-settings = Einstellungen
log-kind-computer = Dieser Computer
log-empty = Das Protokoll ist leer.
log-whole = { $lines ->
    [one] Das Protokoll ist vollständig: Die eine Zeile ist so, wie Hulp sie geschrieben hat.
   *[other] Das Protokoll ist vollständig: Alle { $lines } Zeilen sind so, wie Hulp sie geschrieben hat.
}
log-not-whole = Das Protokoll ist nicht so, wie Hulp es geschrieben hat. Jemand oder etwas hat es verändert: { $faults }.
ended-saw = { $who ->
    [0] Ihr Helfer hat Ihren Bildschirm { $seen } lang gesehen und Ihre Maus und Tastatur nie benutzt.
   *[named] { $who } hat Ihren Bildschirm { $seen } lang gesehen und Ihre Maus und Tastatur nie benutzt.
}
ended-saw-and-used = { $who ->
    [0] Ihr Helfer hat Ihren Bildschirm { $seen } lang gesehen und Ihre Maus und Tastatur { $used } lang benutzt.
   *[named] { $who } hat Ihren Bildschirm { $seen } lang gesehen und Ihre Maus und Tastatur { $used } lang benutzt.
}
once = einmal
twice = zweimal
# three times and more
many-times = { $count }-mal
# $often: once, twice, 3 times
ended-control-refused = Um die Steuerung wurde { $often } gebeten, ohne dass Sie sie gaben.
ended-paused = Sie haben { $often } pausiert.
ended-broke = Die Verbindung brach { $often } ab.
messages-counted = { $count ->
    [one] { $count } Nachricht
   *[other] { $count } Nachrichten
}
# $yours and $theirs: 1 message, 2 messages
ended-wrote = { $who ->
    [0] Sie haben { $yours } geschrieben, Ihr Helfer { $theirs }.
   *[named] Sie haben { $yours } geschrieben, { $who } { $theirs }.
}

## Offers of help

offers-to-help = { $name } bietet Ihnen Hilfe an
offers-to-help-of = { $name } ({ $organisation }) bietet Ihnen Hilfe an
vouched-by-an-organisation = Eine Organisation auf der Liste derer, die an diesem Computer Hilfe anbieten dürfen, sagt, dass das { $name } ist.
vouched-by-the-list = { $name } steht auf der Liste derer, die an diesem Computer Hilfe anbieten dürfen.
vouched-by = { $organisation }, auf der Liste derer, die an diesem Computer Hilfe anbieten dürfen, sagt, dass das { $name } ist.
vouched-by-the-list-says-of = { $name } steht auf der Liste derer, die an diesem Computer Hilfe anbieten dürfen. Die Zugehörigkeit zu { $organisation } ist eine eigene Angabe.
offer-allows-control = Wenn Sie es erlauben, sieht diese Person Ihren Bildschirm. Für Maus und Tastatur muss sie Sie noch einmal fragen.
offer-allows-sight = Wenn Sie es erlauben, sieht diese Person Ihren Bildschirm. Ihre Maus und Tastatur kann sie nicht benutzen.
offerer-new = Es ist der Computer von { $name }, der noch nie hier war.
# $last: today at 14:30
offerer-known = Es ist der Computer von { $name }; zuletzt war er hier: { $last }.
reaching-name = { $name } suchen
waiting-for-who-sits-at = Warten, bis jemand an { $name } zustimmt
computer-new = Dieser Computer begegnet jenem zum ersten Mal. Seine Vergleichswörter stehen unten: Wer dort sitzt, findet dieselben unter Einstellungen, Hilfe bekommen. Hulp merkt sie sich.
computer-known = Es ist derselbe Computer wie zuvor. Seine Vergleichswörter sind:
offer-no-place = Das ist weder Name noch Adresse eines Computers.
offer-no-place-next = So sieht das aus: pc-von-anna, 192.0.2.7 oder pc.example.org:4857.
offer-no-such-name = Es wurde kein Computer mit dem Namen { $name } gefunden (das System meldet: { $why }).
offer-no-such-name-next = Prüfen Sie, wie der Name geschrieben wird, oder nehmen Sie die Adresse.
offer-not-reached = { $name } hat nicht geantwortet.
offer-not-reached-next = Dort muss Hulp geöffnet sein und Hilfsangebote annehmen: Einstellungen, Hilfe bekommen. Auch eine Firewall kann im Weg sein.
offer-key-changed = STOPP: { $name } ist nicht der Computer von früher. Hulp hat ihm nichts gesagt. Die Vergleichswörter des Computers, den Sie kennen, sind: { $words }.
offer-key-changed-next = Vielleicht gibt sich jemand für diesen Computer aus. Rufen Sie die Person an, die ihn betreut: Nur wenn er ersetzt oder Hulp dort neu eingerichtet wurde, sollten Sie ihn als neuen kennenlernen.
# $name: an address with its port; $words: of the key that is known
offer-key-changed-there = Unter { $name } ist jetzt ein anderer Computer als der, dem Hulp dort früher begegnet ist. Hulp hat ihm nichts gesagt. Die Vergleichswörter des Computers, den Sie kennen, sind: { $words }.
offer-key-changed-there-next = Netzwerke geben eine Adresse mit der Zeit einem anderen Computer; dieser kann also einfach jemand anderem gehören. Es kann aber auch einer sein, der sich für den Computer ausgibt, den Sie kennen. Fragen Sie die Person an dem Computer, den Sie meinen, welche Adresse er hat: Nur wenn es diese ist, sollten Sie ihn als neuen kennenlernen. Vergleichen Sie dann die Vergleichswörter.
offer-not-hulp = Was bei { $name } geantwortet hat, ist nicht Hulp.
offer-not-hulp-next = Prüfen Sie Namen und Port.
offer-not-on-list = { $name } nimmt von Ihnen keine Hilfsangebote an.
# hulp identity export is a command to type
offer-not-on-list-next = Geben Sie Ihre Helferkarte der Person, die diesen Computer betreut: hulp identity export schreibt sie. Hat eine Organisation Ihre Karte unterschrieben, ist sie vielleicht abgelaufen.
offer-too-soon = { $name } hat Ihr letztes Angebot nicht angenommen und hört noch kein neues.
# $wait: 40 seconds
offer-too-soon-next = Sie können erneut Hilfe anbieten; Wartezeit: { $wait }. Rufen Sie am besten vorher an.
# $why: what the system says, in English
nearby-unheard = Computer in der Nähe lassen sich nicht finden (das System meldet: { $why }). Sie können oben trotzdem Namen oder Adresse eines Computers eingeben.
card-of = Die Helferkarte von { $name }
card-signed = Die Helferkarte von { $name } ({ $organisation }, von ihr unterschrieben)
card-says-of = Die Helferkarte von { $name }, nach eigener Angabe von { $organisation }
organisation-key-of = Der Schlüssel von { $name }: Alle, deren Karte damit unterschrieben ist, könnten Hilfe anbieten
taken-back-list = { $helpers ->
    [one] Eine Liste von { $organisation }: { $helpers } Helfer darf keine Hilfe mehr anbieten
   *[other] Eine Liste von { $organisation }: { $helpers } Helfer dürfen keine Hilfe mehr anbieten
}
# stands where an organisation's name would
an-organisation-on-your-list = einer Organisation auf Ihrer Liste
# stands where an organisation's name would
that-organisation = dieser Organisation
list-added = { $name } steht jetzt auf der Liste. Die Vergleichswörter sind: { $words }.
list-removed = { $name } steht nicht mehr auf der Liste.
list-taken-back = { $helpers ->
    [one] Ein Helfer von { $organisation } darf hier keine Hilfe mehr anbieten.
   *[other] { $helpers } Helfer von { $organisation } dürfen hier keine Hilfe mehr anbieten.
}
list-failed = Das hat nicht geklappt: { $why }.

## Check this computer

check-part-screen = Den Bildschirm sehen
check-part-input = Maus und Tastatur
check-part-stop-keys = Esc und Strg+C
check-part-port = Auf Helfer warten
check-part-way-out = Der Weg ins Internet
check-part-router = Der Router
check-part-relay = Das Relay
check-part-codes = Der Server für Codes
check-part-email = E-Mail
check-part-contacts = Kontakte
check-part-drawing = Zeichnen
check-part-keyring = Passwörter aufbewahren
check-part-files = Einladungen öffnen
check-part-disk = Daten von Hulp aufbewahren
check-part-clock = Die Uhr
check-trying = Wird geprüft…
check-works = Funktioniert
check-not-set-up = Nicht eingerichtet
check-does-not-work = Funktioniert nicht
check-try-esc = Probieren Sie es aus, wenn Sie möchten: Drücken Sie jetzt Esc.
check-going-on = Hulp probiert jeden Teil dieses Computers wirklich aus. Das dauert höchstens eine halbe Minute.
check-all-works = Alles, was eingerichtet ist, funktioniert.
check-some-fail = { $count ->
    [one] Ein Teil funktioniert nicht. Was zu tun ist, steht dabei.
   *[other] { $count } Teile funktionieren nicht. Was zu tun ist, steht jeweils dabei.
}
# a part, whether it works, and then what stands under it
check-report-line = { $part }: { $standing }
check-screen = Das würde ein Helfer sehen ({ $width } mal { $height } Pixel).
check-screen-blank = Es kam ein Bild ({ $width } mal { $height } Pixel), aber es hat nur eine Farbe.
check-screen-blank-next = Wenn Ihr Bildschirm nicht leer ist, sehen Sie in den Systemeinstellungen nach, ob Hulp den Bildschirm aufnehmen darf.
check-pointer-moved = Der Mauszeiger wurde ein wenig hin- und zurückbewegt. Mit Ihrem Ja könnte ein Helfer Maus und Tastatur benutzen.
check-pointer-taken = Die Arbeitsumgebung hat eine kleine Bewegung des Mauszeigers hin und zurück angenommen, sagt aber keinem Programm, wo er ist. Mit Ihrem Ja könnte ein Helfer Maus und Tastatur benutzen.
check-stop-keys-in-window = In dieser Arbeitsumgebung halten Esc und Strg+C einen Helfer nur auf, wenn das Fenster von Hulp vorne ist: Kein Programm hört, was in ein anderes getippt wird.
check-stop-keys-in-window-next = Behalten Sie das Fenster von Hulp im Blick, solange jemand hilft. „Steuerung beenden“ ist immer darin.
check-watching = Hulp hört beide, ganz gleich, welches Programm vorne ist.
check-stop-shortcut = Esc und Strg+C halten einen Helfer auf, solange das Fenster von Hulp vorne ist; gleich welches Fenster vorne ist, tun es die Tasten Ihrer Arbeitsumgebung: { $keys }
check-heard-shortcut = Hulp hat die Tasten gehört, die Ihre Arbeitsumgebung ihm gegeben hat. Sie halten einen Helfer sofort auf.
check-asking = Ihre Arbeitsumgebung fragt Sie gleich danach, in einem eigenen Fenster.
check-asking-next = Sagen Sie dort Ja. Nur diese Prüfung benutzt es, niemand sonst sieht oder tut etwas, und es endet mit der Prüfung.
check-heard-esc = Hulp hat Esc gehört. Das hält einen Helfer sofort auf.
check-heard-ctrl-c = Hulp hat Strg+C gehört. Das hält einen Helfer sofort auf.
# $port is a text: ports have no dots
check-port = Ein Helfer im selben Netzwerk kann diesen Computer an Port { $port } erreichen.
check-other-port = Port { $wanted } ist belegt, vielleicht von einem anderen Hulp; Hulp kann einen anderen verwenden, etwa { $port }.
check-other-port-next = Eine Einladung nennt den Port von selbst. Nur wenn eine Firewall allein Port { $wanted } durchlässt, wählen Sie in den Einstellungen unter Netzwerk einen anderen Port.
check-enough-ways-out = Das genügt, wenn der Teil unten, der es braucht, funktioniert.
check-router-opened = Er hat bei { $address } einen Zugang geöffnet und wieder geschlossen: Helfer im Internet können diesen Computer direkt erreichen.
check-on-the-internet = Dieser Computer hat selbst eine Adresse im Internet; ein Router ist nicht nötig.
check-relay-found = Helfer überall können diesen Computer über { $server } erreichen.
check-server-answers = { $server } antwortet.
check-mail-program = Ihr eigenes E-Mail-Programm kann gebeten werden, eine Einladung zu senden.
check-mail-server = Der Mailserver { $server } hat Hulp eingelassen. Es wurde nichts gesendet.
check-contact-server = Der Kontaktserver hat { $address } eingelassen.
check-drawn = Fenster werden über { $through } gezeichnet, von { $device }.
check-drawn-in-software = Fenster werden über { $through } gezeichnet, in Software, von { $device }. Hulp braucht keine Grafikkarte.
check-not-drawn = Hier kann kein Fenster gezeichnet werden.
check-how-to-draw = Installieren Sie das Paket libgl1-mesa-dri oder mesa-vulkan-drivers: Jedes von beiden zeichnet ohne Grafikkarte.
check-how-to-draw-windows = Installieren Sie den Treiber der Grafikkarte, oder fragen Sie die Person, die diesen Computer betreut.
check-keyring = Der Schlüsselbund dieses Computers bewahrt Passwörter für Hulp auf.
check-opens-hulp = Ein Doppelklick auf eine Einladung öffnet Hulp.
check-written = Hulp kann schreiben.
# $free: 53 MB
check-written-free = Hulp kann schreiben; { $free } sind frei.
check-clock = Sie stimmt mit dem überein, was Hulp weiß. Einladungen laufen nach ihr ab.
check-not-allowed = Ihr Administrator oder die Einstellungen erlauben nicht, wofür das da ist; deshalb blieb es unberührt.
check-nothing-to-stop = Hier kann niemand Maus und Tastatur benutzen, also gibt es nichts aufzuhalten.
check-router-not-asked = Laut Einstellungen lässt Hulp den Router in Ruhe.
check-router-not-asked-next = Wo ein Relay funktioniert, fehlt nichts. Sonst erlauben Sie in den Einstellungen unter Netzwerk, den Router um einen Port zu bitten.
check-router-refused = Er öffnet keinen Zugang, oder es gibt keinen.
check-router-refused-next = Wo ein Relay funktioniert, fehlt nichts. Sonst suchen Sie in den Einstellungen des Routers nach UPnP, oder fragen Sie die Person, die ihn betreut.
check-router-behind-router = Er hat einen Zugang geöffnet, liegt aber selbst hinter einem anderen Router ({ $address }).
check-router-behind-router-next = Helfer im Internet brauchen ein Relay, um diesen Computer zu erreichen.
check-no-server = Die Einstellungen nennen weder ein Relay noch einen Server für Codes.
check-no-relay = Laut Einstellungen wird kein Relay verwendet.
check-no-relay-next = Mit einem, in den Einstellungen unter Netzwerk, können Helfer diesen Computer von überall erreichen.
check-no-mail = Hulp hat kein E-Mail-Programm gefunden, und es ist kein Mailserver eingerichtet.
check-no-mail-next = Richten Sie in den Einstellungen unter E-Mail einen ein, oder speichern Sie Einladungen als Dateien.
check-no-contacts = Sie haben kein Konto bei einem Kontaktserver.
check-no-contacts-next = Wenn Sie Menschen dort fragen möchten, melden Sie sich in den Einstellungen unter Kontakte an.
check-no-contacts-password = Hulp kennt das Passwort Ihres Kontos nicht.
check-no-contacts-password-next = Melden Sie sich in den Einstellungen unter Kontakte an.
# $name: a program
check-opens-another = Ein Doppelklick auf eine Einladung öffnet { $name }.
check-opens-nothing = Ein Doppelklick auf eine Einladung öffnet nichts.
check-opens-another-next = Wählen Sie dort Hulp über „Öffnen mit“, oder nehmen Sie in Hulp „Eine Einladung öffnen“.
check-opener-not-told = Dieses System verrät nicht, was ein Doppelklick auf eine Einladung öffnet.
check-opener-not-told-next = „Eine Einladung öffnen“ in Hulp geht immer.
check-screen-fails = Niemand könnte diesen Bildschirm sehen (das System meldet: { $why }).
check-screen-fails-next = Sie können trotzdem anderen helfen.
check-input-fails = Ein Helfer könnte sehen, aber Maus und Tastatur nicht benutzen (das System meldet: { $why }).
check-input-fails-next = Der Helfer kann Ihnen trotzdem sagen, was zu tun ist.
check-pointer-stays = Der Mauszeiger ging nicht dorthin, wohin er geschickt wurde.
check-pointer-stays-next = Lassen Sie die Maus einen Moment in Ruhe und prüfen Sie noch einmal. Ein Programm im Vollbild kann den Zeiger festhalten.
check-no-port = Es lässt sich kein Port öffnen (das System meldet: { $why }).
check-no-port-next = Fragen Sie die Person, die diesen Computer betreut, ob Programme Ports öffnen dürfen.
check-port-silent = Port { $port } ist offen, aber was dorthin gesendet wird, kommt nicht an.
check-port-silent-next = Vielleicht hält eine Firewall auf diesem Computer es zurück. Lassen Sie Hulp dort durch.
check-relay-fails-next = Ohne Relay können nur Helfer im selben Netzwerk oder über den Router diesen Computer erreichen. Sehen Sie in den Einstellungen unter Netzwerk nach.
check-contacts-fail-next = Das Konto steht in den Einstellungen unter Kontakte.
check-keyring-fails = Der Schlüsselbund dieses Computers funktioniert nicht für Hulp (das System meldet: { $why }).
check-no-keyring = Hier gibt es keinen Schlüsselbund.
check-keyring-next = Hulp kennt Passwörter dann, bis es geschlossen wird, und fragt danach wieder. GNOME-Schlüsselbund und KWallet sind Schlüsselbunde.
check-disk-fails = Hulp kann seine Daten nicht aufbewahren (das System meldet: { $why }).
check-disk-fails-next = Schaffen Sie Platz auf der Festplatte, oder fragen Sie die Person, die diesen Computer betreut.
check-disk-full = Auf der Festplatte sind nur noch { $free } frei.
check-disk-full-next = Schaffen Sie Platz: Hulp bewahrt dort seine Einladungen und sein Protokoll auf.
# $moment: Friday 7 August at 18:00
check-clock-behind = Sie geht nach: Es war schon später als jetzt, nämlich { $moment }.
check-clock-behind-next = Stellen Sie die Uhr des Computers. Einladungen laufen nach ihr ab, und Server trauen einer falschen nicht.
check-timed-out = Innerhalb von { $count } Sekunden kam nichts dabei heraus.
check-timed-out-next = Prüfen Sie noch einmal. Bleibt es so, sagen Sie es der Person, die diesen Computer betreut.
check-keyring-timed-out-next = Wenn das System Sie bittet, den Schlüsselbund zu entsperren, tun Sie das und prüfen Sie noch einmal.
check-broken = Beim Prüfen ist in Hulp ein Fehler aufgetreten.
check-broken-next = Bitte melden Sie das; starten Sie Hulp in einem Terminal, um mehr zu sehen.
way-answers = { $server } antwortet.
way-answers-through = { $server } antwortet über { $proxy }.
way-fails = { $server }: { $fault }.
way-fails-through = { $server } über { $proxy }: { $fault }.
way-no-address = das ist keine Adresse
way-no-name = der Name wurde nicht gefunden
way-no-network = es führt kein Weg dorthin
way-refused = nimmt keine Verbindungen an
way-silent = antwortet nicht
way-proxy = der Proxy lässt Hulp nicht durch (die Meldung lautet: { $why })
no-way-out-offline = Ist dieser Computer mit dem Internet verbunden? Öffnen Sie eine Seite in Ihrem Browser, um es zu sehen.
no-way-out-proxy = Sehen Sie sich den Proxy in den Einstellungen unter Netzwerk an, oder fragen Sie die Person, die ihn betreut.
no-way-out-firewall = Vielleicht ist eine Firewall im Weg oder ein Proxy nötig: siehe Einstellungen, Netzwerk.

## The log, a line for each entry. $helper is Anna (computer 3f2a, at 192.0.2.7); $invitation is a short number

log-foreign = (diesem Hulp nicht bekannt) { $json }
log-damaged-line = BESCHÄDIGT: { $fault }
log-part-whole = Teil eines Protokolls: { $lines } Zeilen, deren jede zu ihrem Hash passt. Andere wurden weggelassen.
log-whole-with-hash = Das Protokoll ist vollständig: { $lines } Zeilen. Der Hash der letzten ist
log-keep-the-hash = Anderswo aufbewahrt zeigt dieser Hash, ob diese Zeilen je umgeschrieben wurden.
log-is-not-whole = Das Protokoll ist nicht so, wie Hulp es geschrieben hat.
log-waiting = Wartet auf Helfer an Port { $port }.
log-not-waiting = Wartet nicht mehr auf Helfer.
log-invitation-made = { $password ->
    [yes] Einladung { $invitation } erstellt, mit Passwort, bis { $until }.
   *[no] Einladung { $invitation } erstellt, ohne Passwort, bis { $until }.
}
log-invitation-made-as = { $password ->
    [yes] Einladung { $invitation } erstellt, mit Passwort, bis { $until }, gespeichert als { $place }.
   *[no] Einladung { $invitation } erstellt, ohne Passwort, bis { $until }, gespeichert als { $place }.
}
log-invitation-saved-again = Einladung { $invitation } erneut gespeichert als { $place }.
log-code-made = Für Einladung { $invitation } wurde ein Code erstellt.
log-code-used-up = Der Code der Einladung { $invitation } ist verbraucht: { $why }.
log-code-given = jemand kannte ihn und hat die Einladung
log-code-wrong-guess = jemand hat einen falschen versucht
log-code-crowded = eine dritte Person kam zur selben Nummer
log-code-silent = jemand begann und sagte nichts mehr
# $to: an address; there may be none
log-invitation-for-email = { $password ->
    [yes] Einladung { $invitation } erstellt, mit Passwort, bis { $until }, für eine E-Mail.
   *[no] Einladung { $invitation } erstellt, ohne Passwort, bis { $until }, für eine E-Mail.
}
log-invitation-for-email-to = { $password ->
    [yes] Einladung { $invitation } erstellt, mit Passwort, bis { $until }, für eine E-Mail an { $to }.
   *[no] Einladung { $invitation } erstellt, ohne Passwort, bis { $until }, für eine E-Mail an { $to }.
}
log-invitation-mailed = { $way ->
    [program] Einladung { $invitation }: Die E-Mail wurde dem E-Mail-Programm übergeben.
   *[server] Einladung { $invitation }: Die E-Mail wurde dem Mailserver übergeben, der sie annahm.
}
log-invitation-mailed-to = { $way ->
    [program] Einladung { $invitation }: Die E-Mail an { $to } wurde dem E-Mail-Programm übergeben.
   *[server] Einladung { $invitation }: Die E-Mail an { $to } wurde dem Mailserver übergeben, der sie annahm.
}
log-invitation-for-contact = { $password ->
    [yes] Einladung { $invitation } erstellt, mit Passwort, bis { $until }, für den Kontakt { $to }.
   *[no] Einladung { $invitation } erstellt, ohne Passwort, bis { $until }, für den Kontakt { $to }.
}
# $phrase: the comparison words
log-offer-asked = { $control ->
    [yes] Nach dem Hilfsangebot von { $helper } gefragt, mit Steuerung, falls später erlaubt; Vergleichswörter: { $phrase }.
   *[no] Nach dem Hilfsangebot von { $helper } gefragt, nur zum Sehen; Vergleichswörter: { $phrase }.
}
log-offer-asked-of = { $control ->
    [yes] Nach dem Hilfsangebot von { $helper } (von { $organisation }) gefragt, mit Steuerung, falls später erlaubt; Vergleichswörter: { $phrase }.
   *[no] Nach dem Hilfsangebot von { $helper } (von { $organisation }) gefragt, nur zum Sehen; Vergleichswörter: { $phrase }.
}
log-offer-taken = Das Angebot von { $helper } wurde angenommen.
log-offer-declined = Das Angebot von { $helper } wurde abgelehnt.
log-offer-not-answered = Das Angebot von { $helper } wurde nicht rechtzeitig beantwortet.
log-offer-asked-no-more = Nach dem Angebot von { $helper } wurde nicht mehr gefragt.
log-name-with-key = { $name } (Schlüssel { $key })
log-helper-added = { $name } wurde auf die Liste der Helfer gesetzt.
log-helper-added-may = { $control ->
    [yes] { $name } wurde auf die Liste der Helfer gesetzt und darf um Steuerung bitten.
   *[no] { $name } wurde auf die Liste der Helfer gesetzt und darf nur sehen.
}
log-helper-removed = { $name } wurde von der Liste der Helfer genommen.
log-organisation-added = Alle Helfer von { $name } wurden auf die Liste der Helfer gesetzt.
log-organisation-added-may = { $control ->
    [yes] Alle Helfer von { $name } wurden auf die Liste der Helfer gesetzt und dürfen um Steuerung bitten.
   *[no] Alle Helfer von { $name } wurden auf die Liste der Helfer gesetzt und dürfen nur sehen.
}
log-organisation-removed = Alle Helfer von { $name } wurden von der Liste der Helfer genommen.
log-cards-taken-back = { $many ->
    [one] Eine Liste mit { $many } Helfer, dessen Karte { $name } zurückgezogen hat, wurde vermerkt.
   *[other] Eine Liste mit { $many } Helfern, deren Karten { $name } zurückgezogen hat, wurde vermerkt.
}
log-cards-taken-back-some = Eine neue Liste der Helfer, deren Karten { $name } zurückgezogen hat, wurde vermerkt.
log-invitation-ended = Einladung { $invitation } ist beendet: { $why }.
log-invitation-used = es wurde eine Sitzung daraus, und die ist beendet
log-invitation-expired = ihre Zeit ist abgelaufen
log-invitation-withdrawn = zurückgezogen
log-invitation-too-many-passwords = zu viele falsche Passwörter
log-invitation-too-often-declined = zu oft abgelehnt
log-invitation-deleted = Einladung { $invitation } aus der Liste gelöscht.
log-helper-proved = { $helper } kam mit Einladung { $invitation } und hat sie nachgewiesen.
log-helper-refused = { $helper } wurde abgewiesen: { $why }.
log-helper-refused-with = { $helper } wurde abgewiesen, mit Einladung { $invitation }: { $why }.
log-helper-gone = { $helper } ging weg, bevor eine Sitzung begann.
log-helper-gone-with = { $helper } ging weg, bevor eine Sitzung begann, mit Einladung { $invitation }.
log-consent-asked = { $known ->
    [yes] Gefragt, ob { $helper } (war schon hier) den Bildschirm sehen darf; Vergleichswörter: { $phrase }.
   *[no] Gefragt, ob { $helper } (war noch nie hier) den Bildschirm sehen darf; Vergleichswörter: { $phrase }.
}
log-consent-yes = Antwort ja: { $helper } darf den Bildschirm sehen.
log-consent-no = Antwort nein: { $helper } darf den Bildschirm nicht sehen.
log-consent-none = Nicht rechtzeitig beantwortet: { $helper } darf den Bildschirm nicht sehen.
log-consent-asked-no-more = Nicht mehr gefragt: { $helper } darf den Bildschirm nicht sehen.
log-session-began = Sitzung begonnen: { $helper } sieht den Bildschirm, mit Einladung { $invitation }.
log-control-asked = Der Helfer hat um die Steuerung gebeten.
log-control-granted = Der Helfer hat die Steuerung bekommen.
log-control-refused = Die Steuerung wurde nicht gegeben: { $why }.
# $lasted: 2 min 5 s
log-control-ended = Die Steuerung endete nach { $lasted }: { $how }.
log-paused = Pausiert: Der Helfer sieht den Bildschirm nicht.
log-resumed = Fortgesetzt: Der Helfer sieht den Bildschirm wieder.
log-line-broke = Die Verbindung brach ab: Der Helfer sieht nichts und tut nichts. Wartet auf den Computer des Helfers.
log-session-went-on = Die Sitzung geht weiter: { $helper } ist nach { $after } zurück und sieht den Bildschirm, sofern nicht pausiert ist.
log-session-ended = Sitzung mit { $helper } beendet: { $why }. Der Bildschirm wurde { $seen } lang gesehen und { $controlled } lang gesteuert; Chatnachrichten: { $sent } gesendet, { $received } empfangen.
log-bad-connection = Eine Verbindung von { $place } kam von keinem Helfer: { $what }.
# twice and more
log-bad-connections = Eine Verbindung von { $place } kam von keinem Helfer ({ $times }-mal): { $what }.
log-settings-changed = Einstellungen geändert: { $changes }.
log-settings-broken = Die Einstellungen konnten nicht gelesen werden und wurden nach { $place } verschoben; die Standardeinstellungen gelten, und nichts ist erlaubt.
log-log-damaged = Dieses Protokoll war nicht so, wie Hulp es hinterlassen hatte: { $damage }.
log-settings-taken-over = Einstellungen in ihrer Datei oder durch ein anderes Hulp geändert: { $changes }.
log-settings-spoilt = Die Einstellungsdatei wurde unlesbar gemacht und nach { $place } verschoben; die bisherigen Einstellungen gelten.
log-settings-gone = Die Einstellungsdatei war verschwunden; die bisherigen Einstellungen gelten und wurden neu gespeichert.
# one of several in a list
log-setting-change = { $setting } von „{ $old }“ in „{ $new }“
log-policy = Die Richtlinie des Administrators: { $keys }.
# after the policy
log-policy-fault = Falsch: { $fault }.
# after the policy
log-policy-left-out = { $count ->
    [one] Und { $count } weiterer Schlüssel oder Fehler.
   *[other] Und { $count } weitere Schlüssel und Fehler.
}
log-policy-unreadable = Die Richtlinie des Administrators kann nicht gelesen werden, und alles, was sie regelt, ist geschlossen: { $why }.
log-policy-gone = Es gibt keine Richtlinie eines Administrators mehr.
log-picture-kept-began = Ein Bild des Bildschirms wurde aufbewahrt, als { $helper } die Steuerung bekam: { $picture }.
log-picture-kept-ended = Ein Bild des Bildschirms wurde aufbewahrt, als { $helper } die Steuerung nicht mehr hatte: { $picture }.
log-picture-removed-by-you = Bild { $picture } wurde entfernt, weil Sie alle Bilder entfernt haben.
log-picture-removed-for-room = Bild { $picture } wurde entfernt, um Platz für neuere zu schaffen.
# stands where a name would
log-somebody = Jemand
log-who = { $name } (Computer { $key }, bei { $place })
# where somebody is
log-behind-relay = einem Ort hinter einem Relay [{ $address }]
log-contact-signed-in = Für Kontakte angemeldet als { $contact }.
log-contact-signed-out = Für Kontakte abgemeldet als { $contact }.
log-contact-added = Kontakt { $contact } zur Liste hinzugefügt.
log-contact-removed = Kontakt { $contact } von der Liste genommen.
log-contact-let-see = Kontakt { $contact } darf sehen, wann dieser Benutzer da ist.
log-contact-not-let-see = { $contact } darf nicht sehen, wann dieser Benutzer da ist.
log-contact-asked-for-help = { $contact } bittet um Hilfe.
log-contact-offered-help = { $contact } bietet Hilfe an.
log-contact-was-accepted = Der Benutzer nimmt den Anruf von { $contact } an.
log-contact-was-forbidden = Die Richtlinie lässt niemanden Hilfe anbieten: Der Anruf von { $contact } ist abgelehnt.
log-contact-was-declined = Der Benutzer lehnt den Anruf von { $contact } ab.
log-contact-missed = Der Anruf von { $contact } wurde hier nicht beantwortet.
log-contact-was-asked = Kontakt { $contact } wird um Hilfe gebeten.
log-contact-was-offered = Kontakt { $contact } wird Hilfe angeboten.
log-contact-accepted = Kontakt { $contact } nimmt an.
log-contact-declined = Kontakt { $contact } lehnt ab.
log-contact-did-not-answer = Kontakt { $contact } antwortet nicht.
log-contact-was-not-reached = Kontakt { $contact } wurde nicht erreicht.
log-contact-is-asked-no-more = Der Anruf an { $contact } wurde zurückgenommen.
log-refused-password = { $count ->
    [one] falsches Passwort, noch { $count } Versuch
   *[other] falsches Passwort, noch { $count } Versuche
}
log-refused-version = das Hulp der Gegenseite spricht Version { $version } des Protokolls
log-refused-unknown = eine solche Einladung wurde hier nicht erstellt, oder es ist nicht die echte
log-refused-expired = die Zeit der Einladung war abgelaufen
log-refused-withdrawn = die Einladung war zurückgezogen
log-refused-in-use = jemand anders war mit dieser Einladung hier
log-refused-used = die Einladung war benutzt
log-refused-voided = die Einladung hatte sich selbst beendet
log-settings-or-policy-forbid = Einstellungen oder Richtlinie verbieten es
log-refused-busy = ein anderer Helfer war hier
log-declined = abgelehnt
log-not-answered-in-time = nicht rechtzeitig beantwortet
log-refused-cannot-share = dieser Computer kann seinen Bildschirm nicht zeigen
log-refused-protocol = die Gegenseite hat die Regeln des Protokolls verletzt
log-refused-session-over = die Sitzung, die weitergehen sollte, war vorbei
log-refused-not-on-list = nicht auf der Liste der Helfer
log-refused-too-soon = zu bald nach dem letzten Angebot
log-session-was-paused = die Sitzung war pausiert
log-control-cannot-inject = dieser Computer lässt niemanden seine Maus bewegen
log-control-taken-back = der Helfer hat die Frage zurückgenommen
log-control-esc = Esc wurde gedrückt
log-control-ctrl-c = Strg+C wurde gedrückt
log-control-stop-button = auf „Steuerung beenden“ wurde geklickt
log-control-released = der Helfer hat sie zurückgegeben
log-control-could-not-inject = Maus und Tastatur ließen sich nicht benutzen
log-control-session-ended = die Sitzung endete
log-control-policy-forbids = Einstellungen oder Richtlinie verbieten es jetzt
log-session-novice-left = die Verbindung wurde hier getrennt
log-session-helper-left = der Helfer hat die Verbindung getrennt
log-session-novice-closed = Hulp wurde hier geschlossen
log-session-helper-closed = der Helfer hat Hulp geschlossen
log-session-withdrawn = die Einladung wurde zurückgezogen
log-session-line-broke = die Verbindung brach ab
log-session-screen-lost = der Bildschirm konnte nicht mehr gezeigt werden
log-session-protocol = die Seite des Helfers hat die Regeln des Protokolls verletzt
log-session-policy-forbids = die Richtlinie verbietet es jetzt
log-session-not-on-list = der Helfer steht nicht mehr auf der Liste der Helfer
log-damage-cut-off = es hatte { $had } Zeilen und hat { $has }
log-line-rewritten = Zeile { $number } ist nicht die, die geschrieben wurde
log-damage-head-lost = was sich sein Ende merkt, ist verloren
log-fault-changed = Zeile { $number } wurde geändert
log-fault-misplaced = Zeile { $number } steht an der falschen Stelle
log-fault-moved = Zeile { $number } steht an der falschen Stelle: Sie war Zeile { $was }
log-fault-missing = Zeile { $number } fehlt
log-fault-missing-lines = die Zeilen { $first } bis { $last } fehlen
log-fault-cut-off = es waren { $had } Zeilen und es sind { $has }
log-fault-head-lost = was sich das Ende des Protokolls merkt, ist verloren
log-fault-no-line = Reihe { $row } der Datei ist keine Zeile eines Protokolls
log-fault-other-picture = das Bild der Zeile { $number } ist nicht das, das aufbewahrt wurde
log-fault-no-picture = das Bild der Zeile { $number } fehlt
log-fault-noted = in Zeile { $number } vermerkt, als Hulp startete: { $damage }
log-lasted-seconds = { $secs } s
log-lasted-minutes = { $minutes } min { $secs } s
log-lasted-hours = { $hours } Std. { $minutes } min

## The e-mail that an invitation travels in: who reads it is the helper. $from is the novice's name

letter-subject = { $from } bittet um Ihre Hilfe: Einladung für Hulp
letter-asks = { $from } bittet Sie um Hilfe am Computer und sendet Ihnen diese Einladung mit dem Programm Hulp.
letter-take-care = 1. Nehmen Sie sie nur an, wenn Sie { $from } kennen und das erwarten. Rufen Sie { $from } im Zweifel zuerst an, unter einer Nummer, die Sie schon haben.
letter-save = 2. Speichern Sie die angehängte Datei, deren Name auf .hulp endet, und öffnen Sie sie mit Hulp.
letter-password = 3. Hulp fragt nach einem Passwort. { $from } sagt es Ihnen, am besten am Telefon; es steht in keiner E-Mail.
# $moment: 27 November 2026, 14:05 (UTC+01:00)
letter-until = Die Einladung gilt bis { $moment }. Bevor Sie etwas sehen, wird { $from } gefragt.
letter-pass-on-to-nobody = Wer die Datei hat, kann darum bitten, den Bildschirm von { $from } zu sehen. Geben Sie sie deshalb an niemanden weiter.
# a date and a time with the time zone
letter-moment = { $day }. { $month } { $year }, { $time } Uhr (UTC{ $zone })
letter-test-subject = Testnachricht von Hulp
letter-test-asked = Das ist die Testnachricht, die Sie in den Einstellungen von Hulp angefordert haben.
letter-test-works = Ihr E-Mail-Konto funktioniert: Hulp kann Ihre Einladungen damit senden.
# a file's name, without its ending
file-invitation = Einladung
file-invitation-from = Einladung von { $name }
