### What happened, and what to do next

## Wer ein Helfer ist

standing-new = { $who ->
    [0] Dieser Computer hat diesen Helfer noch nie gesehen, und er nennt keinen Namen.
   *[named] Dieser Computer hat diesen Helfer noch nie gesehen. Wir können den Namen nicht prüfen: Jeder kann sich { $who } nennen.
}
standing-known = Vom Computer dieses Helfers aus wurde Ihnen schon { $count }-mal geholfen, zuletzt { $last }.
standing-known-then = Vom Computer dieses Helfers aus wurde Ihnen schon { $count }-mal geholfen, zuletzt { $last }, damals unter dem Namen { $then }.

## Warum eine Einladung nicht erstellt wird

invite-fault-not-allowed = Dieser Computer erlaubt keine Einladungen. Sie können sie in den Einstellungen unter Hilfe bekommen erlauben.
invite-fault-policy = Ihr Administrator erlaubt keine Einladungen von diesem Computer aus.
invite-fault-way = Ihr Administrator erlaubt diesen Weg für Einladungen nicht. Bitte wählen Sie einen anderen.
invite-fault-lifetime = Eine Einladung kann 1 Minute bis { $longest } lang gelten. Bitte wählen Sie eine Dauer dazwischen.
invite-fault-name = Bitte geben Sie Ihren Namen ein, damit Ihr Helfer weiß, wer fragt. Er kann bis zu etwa 40 Buchstaben lang sein.
invite-fault-message = Diese Nachricht ist zu lang. Bitte kürzen Sie sie.
invite-fault-password-too-short = Dieses Passwort ist zu kurz. Bitte verwenden Sie mindestens { $least } Zeichen.
invite-fault-password-in-words = Das Passwort steht in Ihrem Namen oder in Ihrer Nachricht und würde mit der Einladung mitgeschickt. Bitte nehmen Sie es dort heraus und sagen Sie es am Telefon.
invite-fault-to = Bitte geben Sie eine einzige E-Mail-Adresse ein, zum Beispiel anna@example.org.
invite-fault-file = Die Einladung konnte dort nicht gespeichert werden (das System meldet: { $why }). Bitte wählen Sie einen anderen Ort.
invite-fault-listen = Dieser Computer konnte keinen Zugang für Ihren Helfer öffnen (das System meldet: { $why }).
invite-fault-store = Hulp konnte die Einladung nicht aufbewahren (das System meldet: { $why }).
invite-fault-owned-by-another = Für Sie ist schon ein anderes Hulp-Fenster offen. Bitte erstellen Sie die Einladung dort.

## Wie stark ein Passwort ist

strength-weak = Schwach
strength-fair = Mäßig
strength-good = Gut
strength-strong = Stark
strength-no-weakness = { $grade }.
strength-too-short = { $grade }: Es ist zu kurz.
strength-common = { $grade }: Viele Menschen benutzen dieses.
strength-single-word = { $grade }: Ein einzelnes Wort ist leicht zu erraten; fügen Sie zwei hinzu.
strength-name = { $grade }: Namen sind leicht zu erraten; fügen Sie zwei andere Wörter hinzu.
strength-keyboard = { $grade }: Tasten nebeneinander sind leicht zu erraten.
strength-pattern = { $grade }: Wiederholungen und Reihen sind leicht zu erraten.
strength-date = { $grade }: Daten und Jahreszahlen sind leicht zu erraten.
strength-too-simple = { $grade }: Ein weiteres Wort würde es stärker machen.

## Was Helfer abhält

listen-trouble-failed = Helfer können diesen Computer jetzt nicht erreichen: Er konnte ihnen keinen Zugang öffnen (das System meldet: { $why }).
listen-trouble-owned-by-another = Ein anderes Hulp-Fenster ist offen und wartet auf Ihre Helfer. In diesem können Sie nur Hilfe geben.

## Was der Helfer sieht und tut

seen-reconnecting = { $who ->
    [0] Die Verbindung zu Ihrem Helfer ist abgebrochen. Sie wird wiederhergestellt… Ihr Helfer sieht jetzt nichts.
   *[named] Die Verbindung zu { $who } ist abgebrochen. Sie wird wiederhergestellt… { $who } sieht jetzt nichts.
}
seen-paused = { $who ->
    [0] Pause. Ihr Helfer kann Ihren Bildschirm nicht sehen.
   *[named] Pause. { $who } kann Ihren Bildschirm nicht sehen.
}
seen-only = { $who ->
    [0] Ihr Helfer kann Ihren Bildschirm sehen.
   *[named] { $who } kann Ihren Bildschirm sehen.
}
seen-and-controlled = { $who ->
    [0] Ihr Helfer kann Ihren Bildschirm sehen und Ihre Maus und Tastatur benutzen.
   *[named] { $who } kann Ihren Bildschirm sehen und Ihre Maus und Tastatur benutzen.
}
reconnecting = Verbindung wird wiederhergestellt: noch { $count ->
        [one] { $count } Sekunde
       *[other] { $count } Sekunden
    }
words-wait = Was Sie jetzt schreiben, kommt an, sobald die Verbindung wieder da ist

## Wie die Steuerung endete, für den, dem geholfen wird

control-ended-you-escape = { $who ->
    [0] Sie haben Esc gedrückt: Ihr Helfer steuert Ihren Computer nicht mehr.
   *[named] Sie haben Esc gedrückt: { $who } steuert Ihren Computer nicht mehr.
}
control-ended-you-ctrl-c = { $who ->
    [0] Sie haben Strg+C gedrückt: Ihr Helfer steuert Ihren Computer nicht mehr.
   *[named] Sie haben Strg+C gedrückt: { $who } steuert Ihren Computer nicht mehr.
}
control-ended-you-stopped = { $who ->
    [0] Sie haben die Steuerung beendet: Ihr Helfer steuert Ihren Computer nicht mehr.
   *[named] Sie haben die Steuerung beendet: { $who } steuert Ihren Computer nicht mehr.
}
control-ended-you-paused = { $who ->
    [0] Sie haben eine Pause eingelegt: Ihr Helfer steuert Ihren Computer nicht mehr.
   *[named] Sie haben eine Pause eingelegt: { $who } steuert Ihren Computer nicht mehr.
}
control-ended-given-back = { $who ->
    [0] Ihr Helfer hat Ihnen die Steuerung zurückgegeben.
   *[named] { $who } hat Ihnen die Steuerung zurückgegeben.
}
control-ended-your-computer = { $who ->
    [0] Die Steuerung ist beendet: Ihr Computer lässt Ihren Helfer Maus und Tastatur nicht benutzen.
   *[named] Die Steuerung ist beendet: Ihr Computer lässt { $who } Maus und Tastatur nicht benutzen.
}
control-ended-not-allowed = { $who ->
    [0] Die Steuerung ist beendet: Ihr Helfer darf diesen Computer nicht mehr steuern.
   *[named] Die Steuerung ist beendet: { $who } darf diesen Computer nicht mehr steuern.
}

## Wie die Steuerung endete, für den Helfer

control-ended-they-escape = { $who ->
    [0] Die andere Person hat Esc gedrückt und die Steuerung zurückgenommen.
   *[named] { $who } hat Esc gedrückt und die Steuerung zurückgenommen.
}
control-ended-they-ctrl-c = { $who ->
    [0] Die andere Person hat Strg+C gedrückt und die Steuerung zurückgenommen.
   *[named] { $who } hat Strg+C gedrückt und die Steuerung zurückgenommen.
}
control-ended-they-stopped = { $who ->
    [0] Die andere Person hat auf „Steuerung beenden“ geklickt.
   *[named] { $who } hat auf „Steuerung beenden“ geklickt.
}
control-ended-they-paused = { $who ->
    [0] Die andere Person hat eine Pause eingelegt, und damit endete die Steuerung.
   *[named] { $who } hat eine Pause eingelegt, und damit endete die Steuerung.
}
control-ended-you-gave-back = Sie haben die Steuerung zurückgegeben.
control-ended-their-computer = { $who ->
    [0] Die Steuerung ist beendet: Der Computer der anderen Person lässt niemand anderen Maus und Tastatur benutzen.
   *[named] Die Steuerung ist beendet: Der Computer von { $who } lässt niemand anderen Maus und Tastatur benutzen.
}
control-ended-their-policy = { $who ->
    [0] Die Steuerung ist beendet: Der Computer der anderen Person erlaubt sie nicht mehr.
   *[named] Die Steuerung ist beendet: Der Computer von { $who } erlaubt sie nicht mehr.
}

## Warum der Helfer die Steuerung nicht bekam

control-refused-declined = { $who ->
    [0] Die andere Person hat die Steuerung abgelehnt. Sie können noch einmal fragen.
   *[named] { $who } hat die Steuerung abgelehnt. Sie können noch einmal fragen.
}
control-refused-no-answer = { $who ->
    [0] Die andere Person hat nicht geantwortet. Sprechen Sie erst miteinander, und fragen Sie dann noch einmal.
   *[named] { $who } hat nicht geantwortet. Sprechen Sie erst miteinander, und fragen Sie dann noch einmal.
}
control-refused-policy = { $who ->
    [0] Der Computer der anderen Person erlaubt niemandem, ihn zu steuern. Sie können weiter zusehen und chatten.
   *[named] Der Computer von { $who } erlaubt niemandem, ihn zu steuern. Sie können weiter zusehen und chatten.
}
control-refused-paused = { $who ->
    [0] Die andere Person hat die Sitzung unterbrochen. Fragen Sie noch einmal, wenn Sie den Bildschirm wieder sehen.
   *[named] { $who } hat die Sitzung unterbrochen. Fragen Sie noch einmal, wenn Sie den Bildschirm wieder sehen.
}
control-refused-cannot = { $who ->
    [0] Der Computer der anderen Person lässt niemand anderen Maus und Tastatur benutzen. Sie können weiter zusehen und chatten.
   *[named] Der Computer von { $who } lässt niemand anderen Maus und Tastatur benutzen. Sie können weiter zusehen und chatten.
}
left-out-own-window = { $who ->
    [0] Das Hulp-Fenster der anderen Person können Sie nicht bedienen: Ihre Maus und Tasten bewirken dort nichts.
   *[named] Das Hulp-Fenster von { $who } können Sie nicht bedienen: Ihre Maus und Tasten bewirken dort nichts.
}
left-out-cannot-type = { $who ->
    [0] Der Computer der anderen Person kann dieses Zeichen nicht tippen.
   *[named] Der Computer von { $who } kann dieses Zeichen nicht tippen.
}

## Schritte auf dem Weg zu einer Sitzung

connect-step-looking-up = { $who ->
    [0] Herausfinden, wo die andere Person ist
   *[named] Herausfinden, wo { $who } ist
}
connect-step-offering = Hilfe anbieten
connect-step-reaching = { $who ->
    [0] Den Computer der anderen Person erreichen
   *[named] Den Computer von { $who } erreichen
}
connect-step-checking = Die Einladung prüfen
connect-step-waiting = { $who ->
    [0] Auf das Ja der anderen Person warten
   *[named] Auf das Ja von { $who } warten
}

## Eine Datei, die keine brauchbare Einladung ist

open-fault-unreadable = Diese Datei kann nicht gelesen werden (das System meldet: { $why }).
open-fault-unreadable-next = Sehen Sie nach, wo die Einladung gespeichert ist, und öffnen Sie sie von dort aus.
open-fault-too-large = Diese Datei ist viel zu groß für eine Einladung.
open-fault-too-large-next = Wählen Sie die Datei, deren Name auf .hulp endet.
open-fault-no-invitation = Diese Datei ist keine Einladung von Hulp, oder sie ist beschädigt (beim Lesen zeigte sich: { $why }).
open-fault-no-invitation-next = Bitten Sie noch einmal um die Einladung, und speichern Sie die Datei, ohne sie in einem anderen Programm zu öffnen.
open-fault-newer = Diese Einladung wurde mit einer neueren Version von Hulp erstellt (ihr Format hat die Version { $version }).
open-fault-newer-next = Installieren Sie die neueste Version von Hulp, und öffnen Sie die Einladung dann noch einmal.
open-fault-windows = Dies ist eine Einladung der Windows-Remoteunterstützung, nicht von Hulp.
open-fault-windows-from = Dies ist eine Einladung von { $name } aus der Windows-Remoteunterstützung, nicht aus Hulp.
open-fault-windows-until = Sie galt bis { $until }.
open-fault-windows-next = Hulp geht darauf nicht ein: Diese Sitzungen sind auf eine alte, nicht mehr sichere Weise geschützt. Bitten Sie die andere Person, Hulp zu installieren und Ihnen eine Einladung von Hulp zu schicken.

## Warum keine Sitzung zustande kam

try-again = Sie können es noch einmal versuchen.
expert-end-not-reached = { $who ->
    [0] Der Computer der anderen Person wurde nicht erreicht.
   *[named] Der Computer von { $who } wurde nicht erreicht.
}
expert-end-no-answer = { $who ->
    [0] Der Computer der anderen Person hat an der Adresse in der Einladung nicht geantwortet.
   *[named] Der Computer von { $who } hat an der Adresse in der Einladung nicht geantwortet.
}
expert-end-no-answers = { $who ->
    [0] Der Computer der anderen Person hat an keiner der { $count } Adressen in der Einladung geantwortet.
   *[named] Der Computer von { $who } hat an keiner der { $count } Adressen in der Einladung geantwortet.
}
expert-end-relay = Der Weg über ein Relay ist geschlossen – { $why }.
expert-end-relay-denied-next = { $who ->
    [0] Bitten Sie die andere Person um eine neue Einladung, die mitbringt, was das Relay verlangt. Wenn es auch Ihr Relay ist, sehen Sie nach seinem Token in den Einstellungen unter Netzwerk.
   *[named] Bitten Sie { $who } um eine neue Einladung, die mitbringt, was das Relay verlangt. Wenn es auch Ihr Relay ist, sehen Sie nach seinem Token in den Einstellungen unter Netzwerk.
}
expert-end-relay-settings-next = Sehen Sie auf diesem Computer in den Einstellungen unter Netzwerk nach. Versuchen Sie es dann noch einmal.
expert-end-not-reached-next = { $who ->
    [0] Fragen Sie die andere Person, ob Hulp dort geöffnet und der Computer eingeschaltet und verbunden ist. Versuchen Sie es dann noch einmal.
   *[named] Fragen Sie { $who }, ob Hulp dort geöffnet und der Computer eingeschaltet und verbunden ist. Versuchen Sie es dann noch einmal.
}
expert-end-wrong-computer = Es hat ein anderer Computer geantwortet, nicht der, auf dem diese Einladung erstellt wurde. Ihm wurde nichts geschickt.
expert-end-wrong-computer-next = { $who ->
    [0] Vielleicht hat die Netzwerkadresse der anderen Person jetzt ein anderer Computer. Bitten Sie die andere Person um eine neue Einladung.
   *[named] Vielleicht hat die Netzwerkadresse von { $who } jetzt ein anderer Computer. Bitten Sie { $who } um eine neue Einladung.
}
expert-end-not-proved = Der Computer, der geantwortet hat, kennt das Passwort nicht. Das kann ein Betrugsversuch sein. Hulp hat abgebrochen.
expert-end-not-proved-next = { $who ->
    [0] Rufen Sie die andere Person an, und bitten Sie um eine neue Einladung.
   *[named] Rufen Sie { $who } an, und bitten Sie um eine neue Einladung.
}
expert-end-password-missing = Diese Einladung verlangt ein Passwort.
expert-end-password-missing-next = { $who ->
    [0] Fragen Sie die andere Person danach, am besten am Telefon, und geben Sie es unten ein.
   *[named] Fragen Sie { $who } danach, am besten am Telefon, und geben Sie es unten ein.
}
expert-end-failed = Auf diesem Computer ist etwas schiefgegangen (das System meldet: { $why }).

## Warum der andere Computer den Helfer nicht einließ

refusal-ask-for-new = { $who ->
    [0] Bitten Sie die andere Person um eine neue.
   *[named] Bitten Sie { $who } um eine neue.
}
refusal-talk-first = { $who ->
    [0] Sprechen Sie erst mit der anderen Person, und versuchen Sie es dann noch einmal.
   *[named] Sprechen Sie erst mit { $who }, und versuchen Sie es dann noch einmal.
}
refusal-unknown = { $who ->
    [0] Der Computer der anderen Person kennt diese Einladung nicht.
   *[named] Der Computer von { $who } kennt diese Einladung nicht.
}
refusal-unknown-next = Vielleicht wurde sie dort gelöscht. Bitten Sie um eine neue.
refusal-expired = Diese Einladung galt bis { $when } und ist jetzt abgelaufen.
refusal-withdrawn = { $who ->
    [0] Die andere Person hat diese Einladung zurückgezogen.
   *[named] { $who } hat diese Einladung zurückgezogen.
}
refusal-withdrawn-next = Wenn das nicht beabsichtigt war, bitten Sie um eine neue.
refusal-in-use = { $who ->
    [0] Jemand anderes ist mit derselben Einladung schon bei der anderen Person.
   *[named] Jemand anderes ist mit derselben Einladung schon bei { $who }.
}
refusal-in-use-next = { $who ->
    [0] Wenn die andere Person davon nichts weiß, bitten Sie sie, sofort auf „Verbindung trennen“ zu klicken.
   *[named] Wenn { $who } davon nichts weiß, bitten Sie { $who }, sofort auf „Verbindung trennen“ zu klicken.
}
refusal-used = Diese Einladung wurde schon benutzt und funktioniert nur einmal.
refusal-password = Dieses Passwort ist nicht richtig.
refusal-password-no-tries = { $who ->
    [0] Es gibt keine weiteren Versuche. Bitten Sie die andere Person um eine neue Einladung.
   *[named] Es gibt keine weiteren Versuche. Bitten Sie { $who } um eine neue Einladung.
}
refusal-password-last-try = { $who ->
    [0] Ein Versuch bleibt noch. Fragen Sie die andere Person vorher nach dem Passwort.
   *[named] Ein Versuch bleibt noch. Fragen Sie { $who } vorher nach dem Passwort.
}
refusal-password-tries = { $who ->
    [0] Es bleiben noch { $count } Versuche. Kleine und große Buchstaben sind verschieden. Fragen Sie die andere Person, wenn Sie nicht sicher sind.
   *[named] Es bleiben noch { $count } Versuche. Kleine und große Buchstaben sind verschieden. Fragen Sie { $who }, wenn Sie nicht sicher sind.
}
refusal-voided = Diese Einladung ist von selbst ungültig geworden, nach zu vielen falschen Passwörtern oder Ablehnungen.
refusal-policy = { $who ->
    [0] Der Computer der anderen Person erlaubt keine Hilfe auf Einladung.
   *[named] Der Computer von { $who } erlaubt keine Hilfe auf Einladung.
}
refusal-policy-next = { $who ->
    [0] Die andere Person, oder wer diesen Computer betreut, kann es in den Einstellungen erlauben.
   *[named] { $who }, oder wer diesen Computer betreut, kann es in den Einstellungen erlauben.
}
refusal-busy = { $who ->
    [0] Bei der anderen Person ist gerade ein anderer Helfer.
   *[named] Bei { $who } ist gerade ein anderer Helfer.
}
refusal-busy-next = Versuchen Sie es später noch einmal.
refusal-declined = { $who ->
    [0] Die andere Person hat abgelehnt.
   *[named] { $who } hat abgelehnt.
}
refusal-no-answer = { $who ->
    [0] Die andere Person hat nicht rechtzeitig geantwortet.
   *[named] { $who } hat nicht rechtzeitig geantwortet.
}
refusal-no-answer-next = { $who ->
    [0] Vielleicht sitzt niemand an diesem Computer. Rufen Sie die andere Person an, und versuchen Sie es dann noch einmal.
   *[named] Vielleicht sitzt niemand an diesem Computer. Rufen Sie { $who } an, und versuchen Sie es dann noch einmal.
}
refusal-version = { $who ->
    [0] Das Hulp der anderen Person und Ihres passen nicht zusammen: Eines ist viel älter als das andere (dort Version { $theirs }, hier Version { $yours }).
   *[named] Das Hulp von { $who } und Ihres passen nicht zusammen: Eines ist viel älter als das andere (dort Version { $theirs }, hier Version { $yours }).
}
refusal-version-yours-next = Installieren Sie auf diesem Computer die neueste Version von Hulp.
refusal-version-theirs-next = { $who ->
    [0] Bitten Sie die andere Person, die neueste Version von Hulp zu installieren.
   *[named] Bitten Sie { $who }, die neueste Version von Hulp zu installieren.
}
refusal-cannot-share = { $who ->
    [0] Der Computer der anderen Person kann seinen Bildschirm nicht zeigen.
   *[named] Der Computer von { $who } kann seinen Bildschirm nicht zeigen.
}
refusal-cannot-share-next = { $who ->
    [0] Fragen Sie die andere Person, was dort im Hulp-Fenster dazu steht.
   *[named] Fragen Sie { $who }, was dort im Hulp-Fenster dazu steht.
}
refusal-session-over = { $who ->
    [0] Die Verbindung ist abgebrochen, und der Computer der anderen Person hat die Sitzung inzwischen beendet.
   *[named] Die Verbindung ist abgebrochen, und der Computer von { $who } hat die Sitzung inzwischen beendet.
}
refusal-session-over-next = { $who ->
    [0] Sie können es noch einmal versuchen: Die andere Person wird wieder gefragt.
   *[named] Sie können es noch einmal versuchen: { $who } wird wieder gefragt.
}
refusal-not-on-list = { $who ->
    [0] Der Computer der anderen Person nimmt keine Hilfsangebote von Ihnen an.
   *[named] Der Computer von { $who } nimmt keine Hilfsangebote von Ihnen an.
}
refusal-not-on-list-next = { $who ->
    [0] Bitten Sie die andere Person um eine Einladung.
   *[named] Bitten Sie { $who } um eine Einladung.
}
refusal-too-soon = { $who ->
    [0] Die andere Person hat Ihr letztes Hilfsangebot nicht angenommen und hört ein weiteres noch nicht.
   *[named] { $who } hat Ihr letztes Hilfsangebot nicht angenommen und hört ein weiteres noch nicht.
}
refusal-protocol = { $who ->
    [0] Das Hulp der anderen Person hat Ihres nicht verstanden.
   *[named] Das Hulp von { $who } hat Ihres nicht verstanden.
}
refusal-protocol-next = Sorgen Sie dafür, dass beide die neueste Version von Hulp haben, und versuchen Sie es dann noch einmal.

## Warum eine Sitzung endete

ended-by-other = { $who ->
    [0] Die andere Person hat die Sitzung beendet.
   *[named] { $who } hat die Sitzung beendet.
}
ended-by-you = Sie haben die Sitzung beendet.
ended-other-closed = { $who ->
    [0] Die andere Person hat Hulp geschlossen.
   *[named] { $who } hat Hulp geschlossen.
}
ended-other-closed-next = Wenn Sie noch nicht fertig sind, bitten Sie darum, Hulp wieder zu öffnen und eine neue Einladung zu schicken.
ended-closed-here = Hulp wurde auf diesem Computer geschlossen.
ended-they-withdrew = { $who ->
    [0] Die andere Person hat die Einladung zurückgezogen, und damit endete die Sitzung.
   *[named] { $who } hat die Einladung zurückgezogen, und damit endete die Sitzung.
}
ended-you-withdrew = Sie haben die Einladung zurückgezogen, und damit endete die Sitzung.
ended-line-broke = { $who ->
    [0] Die Verbindung zum Computer der anderen Person ist abgebrochen.
   *[named] Die Verbindung zum Computer von { $who } ist abgebrochen.
}
ended-line-broke-next = { $who ->
    [0] Dort bleibt nichts von Ihnen gedrückt. Sie können es noch einmal versuchen: Die andere Person wird wieder gefragt.
   *[named] Dort bleibt nichts von Ihnen gedrückt. Sie können es noch einmal versuchen: { $who } wird wieder gefragt.
}
ended-line-stayed-broken = { $who ->
    [0] Die Verbindung zu Ihrem Helfer ist abgebrochen und kam nicht rechtzeitig zurück.
   *[named] Die Verbindung zu { $who } ist abgebrochen und kam nicht rechtzeitig zurück.
}
ended-their-screen = { $who ->
    [0] Der Computer der anderen Person konnte seinen Bildschirm nicht mehr zeigen.
   *[named] Der Computer von { $who } konnte seinen Bildschirm nicht mehr zeigen.
}
ended-your-screen = Ihr Bildschirm konnte nicht mehr gezeigt werden, und damit endete die Sitzung.
ended-not-understood = { $who ->
    [0] Das Hulp der anderen Person hat etwas gesendet, das hier nicht verstanden wird. Deshalb wurde die Sitzung beendet.
   *[named] Das Hulp von { $who } hat etwas gesendet, das hier nicht verstanden wird. Deshalb wurde die Sitzung beendet.
}
ended-not-understood-next = Sorgen Sie dafür, dass beide die neueste Version von Hulp haben.
ended-must-not-say = { $who ->
    [0] Das Hulp Ihres Helfers hat etwas gesendet, was nicht erlaubt ist. Deshalb wurde die Sitzung beendet.
   *[named] Das Hulp von { $who } hat etwas gesendet, was nicht erlaubt ist. Deshalb wurde die Sitzung beendet.
}
ended-their-policy = { $who ->
    [0] Die Organisation der anderen Person erlaubt diese Sitzung nicht mehr. Deshalb wurde sie beendet.
   *[named] Die Organisation von { $who } erlaubt diese Sitzung nicht mehr. Deshalb wurde sie beendet.
}
ended-their-policy-next = { $who ->
    [0] Die andere Person kann beim zuständigen Administrator nachfragen.
   *[named] { $who } kann beim zuständigen Administrator nachfragen.
}
ended-your-policy = Ihr Administrator erlaubt diese Sitzung nicht mehr. Deshalb wurde sie beendet.
ended-you-not-on-list = { $who ->
    [0] Der Computer der anderen Person nimmt keine Hilfe von Ihnen mehr an. Deshalb wurde die Sitzung beendet.
   *[named] Der Computer von { $who } nimmt keine Hilfe von Ihnen mehr an. Deshalb wurde die Sitzung beendet.
}
ended-you-not-on-list-next = Fragen Sie die Person, die diesen Computer betreut, warum Sie nicht mehr auf seiner Liste der Helfer stehen.
ended-they-not-on-list = { $who ->
    [0] Ihr Helfer steht nicht mehr auf der Liste der Helfer. Deshalb wurde die Sitzung beendet.
   *[named] { $who } steht nicht mehr auf der Liste der Helfer. Deshalb wurde die Sitzung beendet.
}

## Codes

code-fault-wrong-codes = Es werden immer wieder falsche Codes versucht. Hulp erstellt von selbst keine weiteren mehr.
code-fault-wrong-codes-next = Erstellen Sie einen neuen Code, während Ihr Helfer am Telefon ist, oder speichern Sie die Einladung als Datei.
code-used-up-crowded = Jemand anderes kam an die Nummer Ihres Codes. Dieser Code ist verbraucht: Hier ist ein neuer.
code-used-up-silent = Jemand kam mit Ihrem Code und brach ab. Dieser Code ist verbraucht: Hier ist ein neuer.
code-used-up-wrong = Jemand hat einen falschen Code eingegeben. Ihr Code ist verbraucht: Hier ist ein neuer. Wenn sich Ihr Helfer vertippt hat, lesen Sie den neuen vor.
fetch-fault-paper = Was für diesen Code kam, ist keine Einladung, die Hulp gebrauchen kann.
fetch-fault-no-code = Das ist kein Code.
fetch-fault-no-code-next = Ein Code ist eine Zahl mit sechs weiteren Ziffern, zum Beispiel 5-001-997. Fragen Sie noch einmal danach.
fetch-fault-nobody = Niemand wartet mit diesem Code.
fetch-fault-nobody-next = Fragen Sie die andere Person, welchen Code sie jetzt sieht und ob die Seite noch offen ist.
fetch-fault-wrong = Dieser Code ist nicht richtig und nun verbraucht: Jeder Code kann nur einmal versucht werden.
fetch-fault-wrong-next = Die andere Person sieht einen neuen. Bitten Sie sie, ihn vorzulesen.
fetch-fault-crowded = Jemand anderes hat die Nummer dieses Codes benutzt.
fetch-fault-crowded-next = Bitten Sie die andere Person, einen neuen Code zu erstellen.
fetch-fault-silent = Der andere Computer hat abgebrochen.
fetch-fault-silent-next = Bitten Sie die andere Person um einen neuen Code.
fetch-fault-no-invitation = Was für diesen Code kam, ist keine Einladung.
fetch-fault-no-invitation-next = Bitten Sie die andere Person, in Hulp einen Code zu erstellen.
mailbox-address = Die Adresse des Servers für Codes ist nicht richtig.
mailbox-address-next = Berichtigen Sie sie in den Einstellungen unter Netzwerk.
mailbox-not-reached = Der Server für Codes ist nicht zu erreichen (das System meldet: { $why }).
mailbox-lost = Die Verbindung zum Server für Codes ist abgebrochen.
mailbox-refused = Der Server für Codes lehnt ab: „{ $words }“.
mailbox-no-randomness = Dieser Computer konnte gerade keinen Code erstellen.
mailbox-nonsense = Was dort antwortet, ist kein richtiger Server für Codes.
mailbox-next = Prüfen Sie die Verbindung, und versuchen Sie es noch einmal, oder nehmen Sie eine Datei: Das geht ohne diesen Server.

## Wie es um eine Einladung steht: in einem Wort, und was es bedeutet

invitation-open = Offen
invitation-open-means = Sie wartet auf Ihren Helfer.
invitation-in-use = In Benutzung
invitation-in-use-means = Ihr Helfer ist gerade damit hier.
invitation-used = Benutzt
invitation-used-means = Sie wurde benutzt und funktioniert nur einmal.
invitation-expired = Abgelaufen
invitation-expired-means = Ihre Zeit ist abgelaufen.
invitation-withdrawn = Zurückgezogen
invitation-withdrawn-means = Sie haben sie zurückgenommen.
invitation-voided = Ungültig
invitation-voided-means = Sie ist von selbst ungültig geworden: Es gab zu viele falsche Passwörter, oder Sie haben zu oft abgelehnt.

## Wie eine Einladung hinausging

sent-how-file = Datei
sent-how-code = Code
sent-how-email = E-Mail
sent-how-contact = Kontakt
sent-how-offer = Angebot
sent-how-many = { $count } Wege
sent-to-telephone = Am Telefon
sent-to-chosen-elsewhere = Im E-Mail-Programm gewählt
listed = { $first } und { $last }
file-in-folder = { $file } im Ordner { $folder }
invited = Der Helfer hat die Einladung, die Sie { $ways } haben.
invited-file = als { $file } gespeichert
invited-code = mit einem Code gegeben
invited-email = per E-Mail verschickt
invited-email-to = per E-Mail an { $to } geschickt
invited-contact = an Ihren Kontakt { $address } geschickt
invited-offer = auf das Hilfsangebot von { $name } hin gegeben
went-out = Sie wurde { $ways }.
went-out-file = als { $file } gespeichert
went-out-code = mit einem Code gegeben
went-out-email = per E-Mail verschickt
went-out-email-to = per E-Mail an { $to } geschickt
went-out-contact = an Ihren Kontakt { $address } geschickt
went-out-offer = auf das Hilfsangebot von { $name } hin gegeben

## Kontakte

contact-line-signed-out = Sie sind nicht angemeldet.
contact-line-looking = Ihr Passwort wird im Schlüsselbund dieses Computers gesucht…
contact-line-needs-password = Bitte geben Sie Ihr Passwort ein: Es ist nicht im Schlüsselbund dieses Computers.
contact-line-connecting = Anmeldung läuft…
contact-line-online = Sie sind angemeldet: Ihre Kontakte sehen, dass Sie da sind.
contact-line-lost = { $why } Hulp versucht es von selbst sofort noch einmal.
contact-line-lost-pause = { $why } Hulp versucht es von selbst noch einmal, in { $count } Sekunden.
contact-line-not-allowed = Ihr Administrator erlaubt auf diesem Computer keine Kontakte.
contact-fault-no-address = Das ist keine Adresse eines Kontakts. So eine Adresse sieht aus wie anna@example.org.
contact-fault-no-server = Das ist kein Server. So ein Name sieht aus wie chat.example.org.
contact-fault-not-reached = Der Kontaktserver wurde nicht erreicht (das System meldet: { $why }). Prüfen Sie Ihre Internetverbindung und die Adresse.
contact-fault-untrusted = Der Kontaktserver zeigte ein Zertifikat, dem nicht zu trauen ist (das System meldet: { $why }). Ihr Passwort wurde ihm nicht gegeben.
contact-fault-no-encryption = Der Kontaktserver bietet keine sichere Verbindung an. Deshalb wurde ihm Ihr Passwort nicht gegeben.
contact-fault-password = Der Kontaktserver hat diese Adresse und dieses Passwort nicht angenommen.
contact-fault-unproved = Der Kontaktserver konnte nicht zeigen, dass er Ihr Konto kennt. Deshalb hat Hulp die Verbindung getrennt. Prüfen Sie die Adresse, und fragen Sie den Betreiber des Servers.
contact-fault-no-way-in = Der Kontaktserver bietet keine Art der Anmeldung an, die Hulp kennt.
contact-fault-refused = Der Kontaktserver lehnt ab (die Meldung lautet: { $why }).
contact-fault-nonsense = Was dort antwortet, ist kein richtiger Kontaktserver.
contact-fault-lost = Die Verbindung zum Kontaktserver ist abgebrochen.
contact-fault-not-connected = Es gibt gerade keine Verbindung zu Ihrem Kontaktserver. Sehen Sie in den Einstellungen unter Kontakte nach.
contact-fault-undelivered = Der Kontakt wurde nicht erreicht.
contact-fault-no-randomness = Dieser Computer liefert gerade keine Zufallszahlen.
presence-can-help = Anwesend, mit Hulp
presence-online = Anwesend, ohne Hulp
presence-asked = Gefragt; noch keine Antwort
presence-not-shown = Zeigt Ihnen nicht, ob er oder sie anwesend ist
presence-offline = Nicht anwesend
contact-request = { $contact } möchte Ihr Kontakt werden. Sie antworten in den Einstellungen unter Kontakte.
ring-asks = { $who ->
    [0] Jemand bittet Sie um Hilfe
   *[named] { $who } bittet Sie um Hilfe
}
ring-offers = { $who ->
    [0] Jemand bietet Ihnen Hilfe an
   *[named] { $who } bietet Ihnen Hilfe an
}
call-rings = Hulp klingelt bei { $name }, { $count } Sekunden lang…
call-invited = { $name } hat angenommen. Sobald die Verbindung da ist, fragt Hulp Sie.
call-connects = { $name } hat angenommen. Hulp stellt die Verbindung her…
call-declined = { $name } hat abgelehnt.
call-no-answer = { $name } hat { $count } Sekunden lang nicht geantwortet.
call-taken-back = Sie haben Ihren Anruf bei { $name } abgebrochen.

## E-Mail

mail-step-reaching = Der Mailserver wird angesprochen…
mail-step-securing = Die Verbindung zum Mailserver wird gesichert…
mail-step-logging-in = Anmeldung beim Mailserver…
mail-step-sending = Die Nachricht wird gesendet…
mail-ready = In Ihrem E-Mail-Programm liegt eine Nachricht bereit: Wählen Sie, an wen sie geht, und klicken Sie dort auf „Senden“.
mail-ready-for = In Ihrem E-Mail-Programm liegt eine Nachricht an { $to } bereit: Klicken Sie dort auf „Senden“.
mail-closed = Die Nachricht an Ihren Helfer wurde geschlossen und nicht gesendet.
mail-closed-to = Die Nachricht an { $to } wurde geschlossen und nicht gesendet.
mail-no-program = Hulp hat auf diesem Computer kein E-Mail-Programm gefunden. Die Einladung ist gespeichert, damit Sie sie selbst verschicken können.
mail-program-failed = Ihr E-Mail-Programm hat sich nicht geöffnet (das System meldet: { $why }). Die Einladung ist gespeichert, damit Sie sie selbst verschicken können.
password-in-keyring = Das Passwort ist im Schlüsselbund dieses Computers.
password-this-run-only = Dieser Computer hat keinen Schlüsselbund, der das Passwort aufbewahren könnte: Hulp kennt es, bis Sie Hulp schließen.
email-fault-nothing = Es ist keine E-Mail-Adresse eingegeben.
email-fault-no-address = „{ $typed }“ ist keine E-Mail-Adresse.
email-fault-no-address-next = Bitte geben Sie eine ein, zum Beispiel anna@example.org.
email-fault-no-sender = Ihre eigene E-Mail-Adresse fehlt.
email-fault-no-server = Es ist kein Mailserver eingerichtet.
email-fault-settings-next = Bitte sehen Sie in den Einstellungen unter E-Mail nach.
email-fault-no-password = Hulp kennt Ihr Passwort für { $server } nicht.
email-fault-no-password-next = Bitte geben Sie es in den Einstellungen unter E-Mail ein.
email-fault-not-reached = Der Mailserver { $server } wurde an Port { $port } nicht erreicht (das System meldet: { $why }).
email-fault-not-reached-next = Prüfen Sie Ihre Internetverbindung sowie Name und Port des Servers in den Einstellungen.
email-fault-silent = Der Mailserver { $server } hat nicht geantwortet.
email-fault-silent-next = Prüfen Sie Name, Port und Sicherheit des Servers in den Einstellungen, und versuchen Sie es dann noch einmal.
email-fault-silent-login = Der Mailserver { $server } hat auf die Anmeldung nicht geantwortet.
email-fault-silent-login-next = Bitte versuchen Sie es später noch einmal.
email-fault-silent-message = Der Mailserver { $server } hat nicht gesagt, ob er die Nachricht angenommen hat.
email-fault-silent-message-next = Fragen Sie Ihren Helfer, ob sie angekommen ist, bevor Sie sie noch einmal senden.
email-fault-not-secure = Der Mailserver { $server } bietet an diesem Port keine sichere Verbindung an. Deshalb wurde nichts gesendet.
email-fault-not-secure-next = Versuchen Sie TLS mit Port 465 in den Einstellungen, oder fragen Sie Ihren Anbieter.
email-fault-unknown = Der Mailserver { $server } zeigte ein Zertifikat, dem nicht zu trauen ist: Niemand, dem dieser Computer vertraut, bürgt dafür. Ihr Passwort wurde ihm nicht gegeben.
email-fault-other-name = Der Mailserver { $server } zeigte ein Zertifikat, dem nicht zu trauen ist: Es gehört zu einem Server mit anderem Namen. Ihr Passwort wurde ihm nicht gegeben.
email-fault-expired = Der Mailserver { $server } zeigte ein Zertifikat, dem nicht zu trauen ist: Es ist abgelaufen, oder die Uhr dieses Computers geht falsch. Ihr Passwort wurde ihm nicht gegeben.
email-fault-certificate = Der Mailserver { $server } zeigte ein Zertifikat, dem nicht zu trauen ist: Es ist nicht gültig. Ihr Passwort wurde ihm nicht gegeben.
email-fault-certificate-next = Prüfen Sie den Namen des Servers in den Einstellungen, oder fragen Sie Ihren Anbieter.
email-fault-tls = Es kam keine sichere Verbindung zum Mailserver { $server } zustande (das System meldet: { $why }).
email-fault-tls-next = Prüfen Sie Port und Sicherheit in den Einstellungen: STARTTLS hat meist Port 587, TLS Port 465.
email-fault-no-login = Der Mailserver { $server } bietet keine Art der Anmeldung an, die Hulp kennt.
email-fault-no-login-next = Nehmen Sie Ihr eigenes E-Mail-Programm oder einen anderen Server.
email-fault-login = Der Mailserver { $server } hat Ihren Benutzernamen und Ihr Passwort nicht angenommen. Er sagt: „{ $said }“.
email-fault-login-next = Prüfen Sie beides in den Einstellungen. Manche Anbieter wollen ein Passwort, das eigens für ein Programm erstellt wurde.
email-fault-sender = Der Mailserver { $server } nimmt keine Mails von { $address } an. Er sagt: „{ $said }“.
email-fault-sender-next = Prüfen Sie Ihre E-Mail-Adresse in den Einstellungen.
email-fault-recipient = Der Mailserver { $server } nimmt keine Mails an { $address } an. Er sagt: „{ $said }“.
email-fault-recipient-next = Prüfen Sie die Adresse.
email-fault-message = Der Mailserver { $server } hat die Nachricht abgelehnt. Er sagt: „{ $said }“.
email-fault-message-next = Sie können die Datei auf anderem Weg schicken.
email-fault-broken = Die Verbindung zum Mailserver { $server } ist abgebrochen (das System meldet: { $why }).
email-fault-broken-next = Bitte versuchen Sie es noch einmal.

## Wie zwei Computer einander erreichen

way-near-open = Gleiches Netzwerk: offen
way-near-closed = Gleiches Netzwerk: geschlossen; dieser Computer ist in keinem Netzwerk
way-directly-open = Direkt über das Internet: offen
way-directly-perhaps = Direkt über das Internet: vielleicht; dieser Computer hat eine Adresse im Internet
way-directly-looking = Direkt über das Internet: der Router wird gefragt…
way-directly-later = Direkt über das Internet: geschlossen; öffnet sich vielleicht von selbst, wenn Ihr Helfer da ist
way-directly-off = Direkt über das Internet: geschlossen; in den Einstellungen ist ausgeschaltet, den Router um einen Port zu bitten
way-directly-closed = Direkt über das Internet: geschlossen; der Router hat keinen Port geöffnet
way-relay-open = Über das Internet mit einem Relay: offen
way-relay-looking = Über das Internet mit einem Relay: es wird eines gesucht…
way-relay-off = Über das Internet mit einem Relay: in den Einstellungen ausgeschaltet
way-relay-closed = Über das Internet mit einem Relay: geschlossen; { $why }
ways-trouble-relay-off = Nur ein Helfer im selben Netzwerk kann diesen Computer jetzt erreichen. Mit einem Relay, in den Einstellungen unter Netzwerk, können es auch andere.
ways-trouble = Nur ein Helfer im selben Netzwerk kann diesen Computer jetzt erreichen. Hulp versucht die anderen Wege weiter.
relay-fault-no-relay = die Adresse des Relays in den Einstellungen unter Netzwerk ist nicht richtig
relay-fault-no-proxy = der Proxy kann nicht benutzt werden: { $proxy } ist keine Adresse eines HTTP-Proxys wie http://proxy.example:3128
relay-fault-token = das Relay nimmt das Token in den Einstellungen unter Netzwerk nicht an (die Meldung lautet: { $why })
relay-fault-not-let-in = das Relay lässt Sie nicht ein (die Meldung lautet: { $why })
relay-fault-proxy = der Proxy { $proxy } lässt Hulp nicht durch; siehe Einstellungen unter Netzwerk (die Meldung lautet: { $why })
relay-fault-not-reached = kein Relay antwortet; vielleicht gibt es kein Internet
relay-fault-nobody = der andere Computer ist nicht da
relay-fault-unusable = dieser Computer kann keines benutzen (das System meldet: { $why })
reached-same-network = gleiches Netzwerk
reached-directly = direkt über das Internet
reached-through-relay = über das Internet mit einem Relay
