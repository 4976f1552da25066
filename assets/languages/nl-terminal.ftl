### What is answered on the terminal, and what becomes of files that are read there

## A start of the program
terminal-open-already = Hulp is al open: het venster komt naar voren.
# A display: where windows open, such as that of another user of the same computer.
terminal-open-at-another-display = Hulp is al open, op een ander beeldscherm. Gebruik het daar, of sluit het daar eerst.
terminal-open-at-display = Hulp is al open, op het beeldscherm { $display }. Gebruik het daar, of sluit het daar eerst.
terminal-open-and-busy = Hulp is al open en maakt net een uitnodiging. Probeer het zo meteen opnieuw.
terminal-open-in-another-version = Hulp is al open, in een andere versie. Sluit dat venster en start dan deze.
terminal-saved = { $path } is opgeslagen. Er wordt op uw helper gewacht.
terminal-not-made = de uitnodiging kon niet binnen { $secs } seconden worden gemaakt
terminal-no-password = { $path } heeft geen wachtwoord op de eerste regel
terminal-not-read = { $path } kan niet worden gelezen
terminal-too-many = dit zijn { $count } uitnodigingen; Hulp opent er { $most } tegelijk

## Files that the command line names. These begin in small letters: “hulp:” stands before them, and mostly a reason behind them
terminal-not-written = { $path } kan niet worden geschreven
terminal-not-used = { $path } kan niet worden gebruikt
terminal-not-opened = { $path } kan niet worden geopend
terminal-not-kept = { $path } kan niet worden opgeslagen
terminal-not-checked = { $path } kan niet worden gecontroleerd
terminal-no-file = { $path } is geen bestand
terminal-not-started = Hulp kan niet nog een keer worden gestart

## hulp identity
identity-key = Sleutel: { $key }
# The words of the key, to compare by telephone
identity-words = Controlewoorden: { $words }
# $until is a date: 2026-11-26
identity-card = Helperskaart: { $name } van { $organisation }, geldig tot { $until }
# --name is typed as it is
identity-say-your-name = geef uw naam op: --name "Jan Bakker"
identity-saved = { $path } is opgeslagen. De controlewoorden: { $words }
identity-other-computer = deze kaart is van een andere computer; exporteer er hier een en laat die ondertekenen
identity-not-signed = geen organisatie heeft deze kaart ondertekend
identity-kept = De kaart is bewaard. U biedt tot { $until } hulp aan als { $name } van { $organisation }.
identity-too-long-for-picture = te lang voor een QR-code

## hulp organisation
# $ending: hulporg
organisation-secret-name = het geheim heeft een naam nodig die niet op .{ $ending } eindigt
organisation-saved-secret = Het geheim is opgeslagen als { $path }: bewaar het waar alleen u het kunt lezen.
organisation-novices-add = Wie hulp vraagt, voegt { $path } toe. De controlewoorden: { $words }
# organisation_keys is typed as it is
organisation-in-policy = In een beleid staat zij onder organisation_keys: { $key }
# $from and $until are dates: 2026-11-26
organisation-card = { $path }: { $name }, van { $from } tot { $until }. De controlewoorden: { $words }
organisation-other-list = die lijst is van een andere organisatie
organisation-taken-back = deze kaart is ingetrokken; de helper heeft een nieuwe sleutel nodig
organisation-other-words = de kaart heeft andere controlewoorden: iemand heeft haar veranderd
# What is answered is typed: the first letter of yes in this language, or y
organisation-sign = Hebt u de woorden met de helper vergeleken? Ondertekenen namens { $name }? [j/N]
# What is typed for yes there
organisation-yes = j
organisation-not-signed = niet ondertekend
organisation-signed = { $path } is ondertekend namens { $name }.
organisation-saved-list = { $count ->
    [one] { $path } is opgeslagen: lijst { $number } met één computer. Wie hulp vraagt, voegt die toe bij Instellingen, onder Hulp krijgen.
   *[other] { $path } is opgeslagen: lijst { $number } met { $count } computers. Wie hulp vraagt, voegt die toe bij Instellingen, onder Hulp krijgen.
}

## hulp register
register-no-program = niet te achterhalen waar Hulp staat
register-replaced = Hulp is vervangen terwijl het draaide: probeer het opnieuw
register-not-tried = het kan niet worden uitgeprobeerd
register-done = Dubbelklikken op een uitnodiging opent nu Hulp, en Hulp staat bij uw programma’s. `hulp register --remove` maakt dat ongedaan.
register-not-told = Hulp is geregistreerd als het programma voor uitnodigingen. Dit systeem vertelt niet of het dat heeft gemerkt.
# $name: a program
register-another = Hulp is geregistreerd, maar het bureaublad opent uitnodigingen nog met { $name }: kies daar Hulp via ‘Openen met’
register-nobody = Hulp is geregistreerd, maar het bureaublad kent uitnodigingen nog niet: daarvoor is het pakket shared-mime-info nodig; voer daarna nog eens `hulp register` uit
register-no-home = deze gebruiker heeft geen persoonlijke map, dus er is geen plaats om het op te slaan
register-odd-path = het bureaublad kan geen programma starten via het pad { $path }: verplaats Hulp naar een map met gewone letters in de naam en probeer het opnieuw
register-not-ours = { $path } is niet door Hulp gemaakt: verplaats het en probeer het opnieuw
# $said: what the file's reader says, in English
register-list-unreadable = { $path } kan niet worden gelezen (bij het lezen bleek: { $said }). Verwijder het en voer nog eens `hulp register` uit
# $said: the system's own words
register-registry = het register neemt het niet aan (het systeem meldt: { $said })
register-not-needed = op dit systeem telt de map met programma’s: zet Hulp daarin, dan openen uitnodigingen ermee
# $said: the system's own words
register-failed = { $path } (het systeem meldt: { $said })
register-left = Blijft staan, want iemand heeft het veranderd: { $path }
register-removed = Hulp is niet meer geregistreerd.
register-was-not = Hulp was voor u niet geregistreerd.

## A file that cannot be put on the list of helpers. Each is said behind “That did not work:”
card-fault-too-large = dit bestand is groter dan zulke bestanden ooit zijn
# $why: what was found in it, in English
card-fault-wrong = dit bestand kan niet worden gebruikt (bij het lezen bleek: { $why })
card-fault-newer = dit bestand is gemaakt met een nieuwere versie van Hulp (formaat { $version }); werk Hulp bij om het te gebruiken
card-fault-name = er staat een lege of te lange naam in
card-fault-dates = de datums erin kloppen niet
card-fault-words = de controlewoorden passen niet bij de sleutel; vraag de helper om een nieuwe kaart
card-fault-signature = de handtekening klopt niet; vraag de organisatie om een nieuw bestand
# $moment: 2026-11-26 12:00:00 UTC
card-fault-not-yet = deze kaart is pas geldig vanaf { $moment }
card-fault-expired = deze kaart was geldig tot { $moment }; vraag de helper om een nieuwe
card-fault-other-organisation = deze lijst is van een andere organisatie
card-fault-older-list = deze lijst heeft nummer { $came }, en nummer { $known } is al bekend; vraag om de nieuwste
card-fault-list-full = de lijst is vol; maak voor de organisatie een nieuwe sleutel
card-fault-no-randomness = het besturingssysteem gaf geen willekeurige getallen
list-not-yours = uw beheerder bepaalt wie er op deze lijst staat
list-of-nobody-here = deze lijst is van een organisatie die hier voor niemand instaat
list-nothing-read = er is geen bestand gelezen
# $why: the system's own reason
list-system = het systeem meldt: { $why }

## The administrator's policy: hulp policy check, and what the window says of it. Keys and values are quoted as they stand in the file
# Before what is wrong with a line
policy-check-wrong = FOUT: { $fault }
# $why: one of policy-error-…
policy-check-not-trusted = Dit beleid is niet te vertrouwen, en daarom is alles gesloten waarover een beleid gaat: { $why }.
policy-check-unreadable = Dit beleid kan niet worden gelezen: { $why }.
policy-check-closed = Alles waarover een beleid gaat, is gesloten totdat dat wel kan.
# $keys: some keys
policy-check-users = Aan de gebruiker zelf, omdat het niet in dit beleid staat: { $keys }.
policy-check-good = Er is niets mis met dit beleid.
policy-check-faults = { $count ->
    [one] Eén sleutel klopt niet.
   *[other] { $count } sleutels kloppen niet.
}
# $wants: one of policy-wants-…
policy-fault-value = { $key } moet zijn: { $wants }; tot die tijd is het gesloten
policy-fault-key = { $key } is geen sleutel die deze Hulp kent, en daarom is alles gesloten
# $like: one key or several
policy-fault-key-like = { $key } is geen sleutel die deze Hulp kent; het lijkt op { $like }, en dat is gesloten
policy-wants-switch = true of false
# $words: values in quotes, with commas between
policy-wants-word = een van { $words }
policy-wants-words = een lijst met enkele van { $words }
policy-wants-lifetime = een tijd van "1m" tot "366d", zoals "8h"
policy-wants-message = een tekst van 1 tot { $most } tekens
policy-wants-relay = een adres dat met https:// begint
policy-wants-token = een token van gewone letters, cijfers en tekens
policy-wants-mailbox = een adres dat met ws:// of wss:// begint
policy-wants-server = de naam van een server, zoals "xmpp.example.org"
policy-wants-cards = een lijst van hoogstens { $most } kaarten, elk als de tekst van het .hulpcard-bestand
policy-wants-keys = een lijst van hoogstens { $most } sleutels van 64 hexadecimale cijfers
policy-wants-revoked = een lijst van hoogstens { $most } teksten, elk van een .hulprevoked-bestand
# $said: the system's own reason
policy-error-unreadable = { $path } (het systeem meldt: { $said })
policy-error-owner = { $path } is niet van de beheerder
policy-error-writable = ook anderen dan de eigenaar kunnen { $path } beschrijven
policy-error-not-plain = { $path } is geen gewoon bestand in gewone mappen
policy-error-too-large = het is langer dan { $kib } KiB
policy-error-not-text = het is geen tekst in UTF-8
# $said: what the file's reader says, in English
policy-error-syntax = regel { $line } (bij het lezen bleek: { $said })
policy-error-not-a-list = het is geen property list (bij het lezen bleek: { $said })

## What each key of a policy comes to, to the administrator
policy-allow-invitations = Op deze computer kan iemand worden uitgenodigd om te helpen.
policy-no-invitations = Op deze computer kan niemand worden uitgenodigd om te helpen, en wie al uitgenodigd was, wordt geweigerd.
policy-control-allowed = Helpers kunnen om controle vragen; de gebruiker wordt elke keer om toestemming gevraagd.
policy-control-view-only = Helpers zien het scherm en krijgen nooit muis en toetsenbord.
# $time is one of the three below
policy-longest-lifetime = Geen uitnodiging is langer geldig dan { $time }.
policy-minutes = { $count ->
    [one] één minuut
   *[other] { $count } minuten
}
policy-hours = { $count ->
    [one] één uur
   *[other] { $count } uur
}
policy-days = { $count ->
    [one] één dag
   *[other] { $count } dagen
}
policy-no-ways = Een uitnodiging kan op geen enkele manier worden verstuurd.
# $ways: values of the key, such as: file, email
policy-ways = Uitnodigingen worden alleen zo verstuurd: { $ways }.
policy-offers = Helpers op de lijst kunnen hulp aanbieden, en contactpersonen ook; de gebruiker wordt elke keer om toestemming gevraagd.
policy-no-offers = Niemand kan deze computer hulp aanbieden.
# control is a key
policy-offers-control = Helpers op de lijst die hulp aanbieden, kunnen de controle krijgen als `control` dat toestaat.
policy-offers-view-only = Helpers op de lijst die hulp aanbieden, kunnen alleen het scherm zien.
policy-no-helpers = Er staat geen helper op de lijst.
policy-helpers = { $count ->
    [one] Er staat één helper op de lijst.
   *[other] Er staan { $count } helpers op de lijst.
}
policy-no-organisations = Er staan van geen enkele organisatie helpers op de lijst.
policy-organisations = { $count ->
    [one] De helpers van één organisatie staan op de lijst.
   *[other] De helpers van { $count } organisaties staan op de lijst.
}
policy-no-signed-cards = Niemand met een kaart die door een organisatie is ondertekend, staat op de lijst.
policy-taken-back = { $count ->
    [one] Van één helper is de kaart ingetrokken.
   *[other] Van { $count } helpers is de kaart ingetrokken.
}
policy-relays-public = De relays worden gebruikt die iedereen mag gebruiken.
policy-relays-own = Alleen het eigen relay van de organisatie wordt gebruikt.
policy-relays-none = Er wordt geen relay gebruikt.
policy-relay = Het eigen relay van de organisatie is { $relay }.
policy-relay-token = Het eigen relay van de organisatie krijgt dit token.
policy-mailbox = Codes gaan alleen via { $mailbox }.
policy-no-codes = Er worden geen codes gemaakt.
policy-contacts-server = Voor contactpersonen wordt alleen bij { $server } aangemeld.
policy-no-contacts = Contactpersonen worden niet gebruikt.
policy-log-not-required = Een sessie gaat ook door als het logboek niet kan worden geschreven.
policy-log-required = Als het logboek niet kan worden geschreven, wordt niemand binnengelaten en eindigt een sessie.
policy-log-pictures = Het logboek bewaart afbeeldingen van elke periode van controle.
policy-no-log-pictures = Het logboek bewaart geen afbeeldingen.
policy-consent-see = Naast de vraag wie het scherm mag zien, leest de gebruiker dit.
policy-no-consent-see = Er kan niemand worden gevraagd wie het scherm mag zien, en daarom ziet niemand het.
policy-consent-control = Naast de vraag om controle leest de gebruiker dit.
policy-no-consent-control = Er kan niemand om controle worden gevraagd, en daarom krijgt niemand die.
policy-clipboard = Het klembord mag worden gedeeld, met toestemming van de gebruiker.
policy-no-clipboard = Het klembord wordt nooit gedeeld.
policy-files = Bestanden mogen worden verstuurd, met toestemming van de ontvanger.
policy-no-files = Er worden geen bestanden verstuurd of ontvangen.
policy-talking = De twee mogen met elkaar praten, als beiden dat willen.
policy-no-talking = Via Hulp wordt niets gezegd of gehoord.
