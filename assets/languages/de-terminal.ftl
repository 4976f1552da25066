### What is answered on the terminal, and what becomes of files that are read there

## A start of the program
terminal-open-already = Hulp ist schon geöffnet: Das Fenster kommt nach vorn.
# A display: where windows open, such as that of another user of the same computer.
terminal-open-at-another-display = Hulp ist schon geöffnet, auf einer anderen Anzeige. Benutzen Sie es dort, oder schließen Sie es dort zuerst.
terminal-open-at-display = Hulp ist schon geöffnet, auf der Anzeige { $display }. Benutzen Sie es dort, oder schließen Sie es dort zuerst.
terminal-open-and-busy = Hulp ist schon geöffnet und erstellt gerade eine Einladung. Versuchen Sie es gleich noch einmal.
terminal-open-in-another-version = Hulp ist schon geöffnet, in einer anderen Version. Schließen Sie deren Fenster und starten Sie dann diese.
terminal-saved = { $path } ist gespeichert. Hulp wartet auf Ihren Helfer.
terminal-not-made = die Einladung konnte nicht innerhalb von { $secs } Sekunden erstellt werden
terminal-no-password = { $path } hat kein Passwort in der ersten Zeile
terminal-not-read = { $path } kann nicht gelesen werden
terminal-too-many = das sind { $count } Einladungen; Hulp öffnet { $most } auf einmal

## Files that the command line names. These begin in small letters: “hulp:” stands before them, and mostly a reason behind them
terminal-not-written = { $path } kann nicht geschrieben werden
terminal-not-used = { $path } kann nicht benutzt werden
terminal-not-opened = { $path } kann nicht geöffnet werden
terminal-not-kept = { $path } kann nicht gespeichert werden
terminal-not-checked = { $path } kann nicht geprüft werden
terminal-no-file = { $path } ist keine Datei
terminal-not-started = Hulp kann nicht noch einmal gestartet werden

## hulp identity
identity-key = Schlüssel: { $key }
# The words of the key, to compare by telephone
identity-words = Vergleichswörter: { $words }
# $until is a date: 2026-11-26
identity-card = Helferkarte: { $name }, { $organisation }, gültig bis { $until }
# --name is typed as it is
identity-say-your-name = geben Sie Ihren Namen an: --name "Jan Bakker"
identity-saved = { $path } ist gespeichert. Die Vergleichswörter: { $words }
identity-other-computer = diese Karte gehört zu einem anderen Computer; exportieren Sie hier eine und lassen Sie sie unterschreiben
identity-not-signed = keine Organisation hat diese Karte unterschrieben
identity-kept = Die Karte ist aufbewahrt. Sie bieten bis { $until } Hilfe an als { $name }, { $organisation }.
identity-too-long-for-picture = zu lang für einen QR-Code

## hulp organisation
# $ending: hulporg
organisation-secret-name = das Geheimnis braucht einen Namen, der nicht auf .{ $ending } endet
organisation-saved-secret = Das Geheimnis ist als { $path } gespeichert: Bewahren Sie es dort auf, wo nur Sie es lesen können.
organisation-novices-add = Wer Hilfe sucht, fügt { $path } hinzu. Die Vergleichswörter: { $words }
# organisation_keys is typed as it is
organisation-in-policy = In einer Richtlinie steht sie unter organisation_keys: { $key }
# $from and $until are dates: 2026-11-26
organisation-card = { $path }: { $name }, von { $from } bis { $until }. Die Vergleichswörter: { $words }
organisation-other-list = diese Liste gehört zu einer anderen Organisation
organisation-taken-back = diese Karte wurde zurückgezogen; der Helfer braucht einen neuen Schlüssel
organisation-other-words = die Karte hat andere Vergleichswörter: jemand hat sie verändert
# What is answered is typed: the first letter of yes in this language, or y
organisation-sign = Haben Sie die Wörter mit dem Helfer verglichen? Für { $name } unterschreiben? [j/N]
# What is typed for yes there
organisation-yes = j
organisation-not-signed = nicht unterschrieben
organisation-signed = { $path } ist für { $name } unterschrieben.
organisation-saved-list = { $count ->
    [one] { $path } ist gespeichert: Liste { $number } mit einem Computer. Wer Hilfe sucht, fügt sie in den Einstellungen unter Hilfe bekommen hinzu.
   *[other] { $path } ist gespeichert: Liste { $number } mit { $count } Computern. Wer Hilfe sucht, fügt sie in den Einstellungen unter Hilfe bekommen hinzu.
}

## hulp register
register-no-program = es lässt sich nicht feststellen, wo Hulp liegt
register-replaced = Hulp wurde ersetzt, während es lief: Versuchen Sie es noch einmal
register-not-tried = es lässt sich nicht ausprobieren
register-done = Ein Doppelklick auf eine Einladung öffnet jetzt Hulp, und Hulp steht bei Ihren Programmen. `hulp register --remove` macht das rückgängig.
register-not-told = Hulp ist als Programm für Einladungen registriert. Dieses System verrät nicht, ob es das bemerkt hat.
# $name: a program
register-another = Hulp ist registriert, aber die Arbeitsumgebung öffnet Einladungen noch mit { $name }: Wählen Sie dort Hulp über „Öffnen mit“
register-nobody = Hulp ist registriert, aber die Arbeitsumgebung kennt Einladungen noch nicht: Dafür ist das Paket shared-mime-info nötig; führen Sie danach noch einmal `hulp register` aus
register-no-home = dieser Benutzer hat keinen persönlichen Ordner; deshalb gibt es keinen Ort dafür
register-odd-path = die Arbeitsumgebung kann kein Programm über den Pfad { $path } starten: Verschieben Sie Hulp in einen Ordner, dessen Name aus gewöhnlichen Buchstaben besteht, und versuchen Sie es noch einmal
register-not-ours = { $path } stammt nicht von Hulp: Verschieben Sie es, und versuchen Sie es noch einmal
# $said: what the file's reader says, in English
register-list-unreadable = { $path } kann nicht gelesen werden (beim Lesen zeigte sich: { $said }). Löschen Sie es, und führen Sie noch einmal `hulp register` aus
# $said: the system's own words
register-registry = die Registrierung nimmt es nicht an (das System meldet: { $said })
register-not-needed = auf diesem System zählt der Ordner der Programme: Legen Sie Hulp dorthin, dann öffnen sich Einladungen damit
# $said: the system's own words
register-failed = { $path } (das System meldet: { $said })
register-left = Bleibt, denn jemand hat es verändert: { $path }
register-removed = Hulp ist nicht mehr registriert.
register-was-not = Hulp war für Sie nicht registriert.

## A file that cannot be put on the list of helpers. Each is said behind “That did not work:”
card-fault-too-large = diese Datei ist größer, als solche Dateien je sind
# $why: what was found in it, in English
card-fault-wrong = diese Datei kann nicht benutzt werden (beim Lesen zeigte sich: { $why })
card-fault-newer = diese Datei wurde mit einer neueren Version von Hulp erstellt (Format { $version }); aktualisieren Sie Hulp, um sie zu benutzen
card-fault-name = ein Name darin ist leer oder zu lang
card-fault-dates = die Daten darin ergeben keinen Sinn
card-fault-words = die Vergleichswörter passen nicht zum Schlüssel; bitten Sie den Helfer um eine neue Karte
card-fault-signature = die Unterschrift ist nicht richtig; bitten Sie die Organisation um eine neue Datei
# $moment: 2026-11-26 12:00:00 UTC
card-fault-not-yet = diese Karte gilt erst ab { $moment }
card-fault-expired = diese Karte galt bis { $moment }; bitten Sie den Helfer um eine neue
card-fault-other-organisation = diese Liste gehört zu einer anderen Organisation
card-fault-older-list = diese Liste hat die Nummer { $came }, und die Nummer { $known } ist schon bekannt; bitten Sie um die neueste
card-fault-list-full = die Liste ist voll; erstellen Sie für die Organisation einen neuen Schlüssel
card-fault-no-randomness = das Betriebssystem lieferte keine Zufallszahlen
list-not-yours = Ihr Administrator bestimmt, wer auf dieser Liste steht
list-of-nobody-here = diese Liste gehört zu einer Organisation, die hier für niemanden bürgt
list-nothing-read = es wurde keine Datei gelesen
# $why: the system's own reason
list-system = das System meldet: { $why }

## The administrator's policy: hulp policy check, and what the window says of it. Keys and values are quoted as they stand in the file
# Before what is wrong with a line
policy-check-wrong = FALSCH: { $fault }
# $why: one of policy-error-…
policy-check-not-trusted = Dieser Richtlinie ist nicht zu trauen. Deshalb ist alles geschlossen, was eine Richtlinie regelt: { $why }.
policy-check-unreadable = Diese Richtlinie kann nicht gelesen werden: { $why }.
policy-check-closed = Alles, was eine Richtlinie regelt, ist geschlossen, bis das möglich ist.
# $keys: some keys
policy-check-users = Sache des Benutzers, weil es nicht in dieser Richtlinie steht: { $keys }.
policy-check-good = An dieser Richtlinie ist nichts falsch.
policy-check-faults = { $count ->
    [one] Ein Schlüssel ist falsch.
   *[other] { $count } Schlüssel sind falsch.
}
# $wants: one of policy-wants-…
policy-fault-value = { $key } muss sein: { $wants }; bis dahin ist es geschlossen
policy-fault-key = { $key } ist kein Schlüssel, den dieses Hulp kennt; deshalb ist alles geschlossen
# $like: one key or several
policy-fault-key-like = { $key } ist kein Schlüssel, den dieses Hulp kennt; er ähnelt { $like }, und das ist geschlossen
policy-wants-switch = true oder false
# $words: values in quotes, with commas between
policy-wants-word = eines von { $words }
policy-wants-words = eine Liste mit einigen von { $words }
policy-wants-lifetime = eine Zeit von "1m" bis "366d", zum Beispiel "8h"
policy-wants-message = ein Text von 1 bis { $most } Zeichen
policy-wants-relay = eine Adresse, die mit https:// beginnt
policy-wants-token = ein Token aus einfachen Buchstaben, Ziffern und Zeichen
policy-wants-mailbox = eine Adresse, die mit ws:// oder wss:// beginnt
policy-wants-server = der Name eines Servers, zum Beispiel "xmpp.example.org"
policy-wants-cards = eine Liste von höchstens { $most } Karten, jede als Text ihrer .hulpcard-Datei
policy-wants-keys = eine Liste von höchstens { $most } Schlüsseln aus 64 hexadezimalen Ziffern
policy-wants-revoked = eine Liste von höchstens { $most } Texten, jeder aus einer .hulprevoked-Datei
# $said: the system's own reason
policy-error-unreadable = { $path } (das System meldet: { $said })
policy-error-owner = { $path } gehört nicht dem Administrator
policy-error-writable = { $path } kann auch von anderen als dem Besitzer beschrieben werden
policy-error-not-plain = { $path } ist keine gewöhnliche Datei in gewöhnlichen Ordnern
policy-error-too-large = sie ist länger als { $kib } KiB
policy-error-not-text = sie ist kein Text in UTF-8
# $said: what the file's reader says, in English
policy-error-syntax = Zeile { $line } (beim Lesen zeigte sich: { $said })
policy-error-not-a-list = sie ist keine Property List (beim Lesen zeigte sich: { $said })

## What each key of a policy comes to, to the administrator
policy-allow-invitations = Auf diesem Computer kann jemand zum Helfen eingeladen werden.
policy-no-invitations = Auf diesem Computer kann niemand zum Helfen eingeladen werden, und wer es schon war, wird abgewiesen.
policy-control-allowed = Helfer können um die Steuerung bitten; der Benutzer wird jedes Mal gefragt.
policy-control-view-only = Helfer sehen den Bildschirm und bekommen nie Maus und Tastatur.
# $time is one of the three below
policy-longest-lifetime = Keine Einladung gilt länger als { $time }.
policy-minutes = { $count ->
    [one] eine Minute
   *[other] { $count } Minuten
}
policy-hours = { $count ->
    [one] eine Stunde
   *[other] { $count } Stunden
}
policy-days = { $count ->
    [one] einen Tag
   *[other] { $count } Tage
}
policy-no-ways = Eine Einladung kann auf keinem Weg verschickt werden.
# $ways: values of the key, such as: file, email
policy-ways = Einladungen werden nur so verschickt: { $ways }.
policy-offers = Helfer auf der Liste können Hilfe anbieten, und Kontakte auch; der Benutzer wird jedes Mal gefragt.
policy-no-offers = Niemand kann diesem Computer Hilfe anbieten.
# control is a key
policy-offers-control = Helfer auf der Liste, die Hilfe anbieten, können die Steuerung bekommen, wenn `control` es erlaubt.
policy-offers-view-only = Helfer auf der Liste, die Hilfe anbieten, können nur den Bildschirm sehen.
policy-no-helpers = Auf der Liste steht kein Helfer.
policy-helpers = { $count ->
    [one] Auf der Liste steht ein Helfer.
   *[other] Auf der Liste stehen { $count } Helfer.
}
policy-no-organisations = Auf der Liste stehen keine Helfer einer Organisation.
policy-organisations = { $count ->
    [one] Auf der Liste stehen die Helfer einer Organisation.
   *[other] Auf der Liste stehen die Helfer von { $count } Organisationen.
}
policy-no-signed-cards = Niemand, dessen Karte eine Organisation unterschrieben hat, steht auf der Liste.
policy-taken-back = { $count ->
    [one] Die Karte eines Helfers wurde zurückgezogen.
   *[other] Die Karten von { $count } Helfern wurden zurückgezogen.
}
policy-relays-public = Es werden die Relays benutzt, die jeder benutzen darf.
policy-relays-own = Nur das eigene Relay der Organisation wird benutzt.
policy-relays-none = Es wird kein Relay benutzt.
policy-relay = Das eigene Relay der Organisation ist { $relay }.
policy-relay-token = Das eigene Relay der Organisation bekommt dieses Token.
policy-mailbox = Codes laufen nur über { $mailbox }.
policy-no-codes = Es werden keine Codes erstellt.
policy-contacts-server = Für Kontakte meldet man sich nur bei { $server } an.
policy-no-contacts = Kontakte werden nicht benutzt.
policy-log-not-required = Eine Sitzung geht auch weiter, wenn das Protokoll nicht geschrieben werden kann.
policy-log-required = Wenn das Protokoll nicht geschrieben werden kann, wird niemand eingelassen, und eine Sitzung endet.
policy-log-pictures = Das Protokoll bewahrt Bilder von jeder Zeit der Steuerung auf.
policy-no-log-pictures = Das Protokoll bewahrt keine Bilder auf.
policy-consent-see = Neben der Frage, wer den Bildschirm sehen darf, liest der Benutzer dies.
policy-no-consent-see = Niemand kann gefragt werden, wer den Bildschirm sehen darf; deshalb sieht ihn niemand.
policy-consent-control = Neben der Frage nach der Steuerung liest der Benutzer dies.
policy-no-consent-control = Niemand kann um die Steuerung gebeten werden; deshalb bekommt sie niemand.
policy-clipboard = Die Zwischenablage darf geteilt werden, mit Zustimmung des Benutzers.
policy-no-clipboard = Die Zwischenablage wird nie geteilt.
policy-files = Dateien dürfen gesendet werden, mit Zustimmung des Empfängers.
policy-no-files = Es werden keine Dateien gesendet oder empfangen.
policy-talking = Die beiden dürfen miteinander sprechen, wenn beide es wollen.
policy-no-talking = Über Hulp wird nichts gesagt oder gehört.
