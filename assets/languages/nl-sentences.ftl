### What happened, and what to do next

## Wie een helper is

standing-new = { $who ->
    [0] Deze computer heeft deze helper nog nooit gezien, en de helper noemt geen naam.
   *[named] Deze computer heeft deze helper nog nooit gezien. We kunnen de naam niet controleren: iedereen kan zich { $who } noemen.
}
standing-known = De computer van deze helper heeft u al { $count } keer geholpen, voor het laatst { $last }.
standing-known-then = De computer van deze helper heeft u al { $count } keer geholpen, voor het laatst { $last }, en heette toen { $then }.

## Waarom een uitnodiging niet wordt gemaakt

invite-fault-not-allowed = Deze computer staat geen uitnodigingen toe. U kunt ze toestaan bij Instellingen, onder Hulp krijgen.
invite-fault-policy = Uw beheerder staat geen uitnodigingen vanaf deze computer toe.
invite-fault-way = Uw beheerder staat niet toe dat uitnodigingen op deze manier worden verstuurd. Kies een andere manier.
invite-fault-lifetime = Een uitnodiging kan 1 minuut tot { $longest } geldig zijn. Kies een tijd daartussen.
invite-fault-name = Vul uw naam in, zodat uw helper weet wie om hulp vraagt. De naam kan tot ongeveer 40 letters lang zijn.
invite-fault-message = Dit bericht is te lang. Maak het korter.
invite-fault-password-too-short = Dit wachtwoord is te kort. Gebruik { $least } tekens of meer.
invite-fault-password-in-words = Het wachtwoord staat in uw naam of in uw bericht en zou met de uitnodiging meegaan. Haal het daar weg en geef het door per telefoon.
invite-fault-to = Vul één e-mailadres in, zoals anna@example.org.
invite-fault-file = De uitnodiging kon daar niet worden opgeslagen (het systeem meldt: { $why }). Kies een andere plaats.
invite-fault-listen = Deze computer kon geen toegang voor uw helper openen (het systeem meldt: { $why }).
invite-fault-store = Hulp kon de uitnodiging niet bewaren (het systeem meldt: { $why }).
invite-fault-owned-by-another = Er staat al een ander venster van Hulp voor u open. Maak de uitnodiging daar.

## Hoe sterk een wachtwoord is

strength-weak = Zwak
strength-fair = Matig
strength-good = Goed
strength-strong = Sterk
strength-no-weakness = { $grade }.
strength-too-short = { $grade }: het is te kort.
strength-common = { $grade }: veel mensen gebruiken dit wachtwoord.
strength-single-word = { $grade }: één woord is makkelijk te raden; voeg er twee toe.
strength-name = { $grade }: namen zijn makkelijk te raden; voeg twee andere woorden toe.
strength-keyboard = { $grade }: toetsen naast elkaar zijn makkelijk te raden.
strength-pattern = { $grade }: herhalingen en reeksen zijn makkelijk te raden.
strength-date = { $grade }: datums en jaartallen zijn makkelijk te raden.
strength-too-simple = { $grade }: met nog een woord wordt het sterker.

## Wat helpers tegenhoudt

listen-trouble-failed = Helpers kunnen deze computer nu niet bereiken: hij kon geen toegang voor hen openen (het systeem meldt: { $why }).
listen-trouble-owned-by-another = Een ander venster van Hulp staat open en wacht op uw helpers. In dit venster kunt u alleen hulp geven.

## Wat de helper ziet en doet

seen-reconnecting = { $who ->
    [0] De verbinding met uw helper is weggevallen. Er wordt opnieuw verbinding gemaakt… Uw helper ziet nu niets.
   *[named] De verbinding met { $who } is weggevallen. Er wordt opnieuw verbinding gemaakt… { $who } ziet nu niets.
}
seen-paused = { $who ->
    [0] Gepauzeerd. Uw helper kan uw scherm niet zien.
   *[named] Gepauzeerd. { $who } kan uw scherm niet zien.
}
seen-only = { $who ->
    [0] Uw helper kan uw scherm zien.
   *[named] { $who } kan uw scherm zien.
}
seen-and-controlled = { $who ->
    [0] Uw helper kan uw scherm zien en uw muis en toetsenbord gebruiken.
   *[named] { $who } kan uw scherm zien en uw muis en toetsenbord gebruiken.
}
reconnecting = Opnieuw verbinden: nog { $count ->
        [one] { $count } seconde
       *[other] { $count } seconden
    }
words-wait = Wat u nu schrijft, komt aan zodra de verbinding er weer is

## Hoe de controle eindigde, voor wie hulp krijgt

control-ended-you-escape = { $who ->
    [0] U drukte op Esc: uw helper bedient uw computer niet meer.
   *[named] U drukte op Esc: { $who } bedient uw computer niet meer.
}
control-ended-you-ctrl-c = { $who ->
    [0] U drukte op Ctrl+C: uw helper bedient uw computer niet meer.
   *[named] U drukte op Ctrl+C: { $who } bedient uw computer niet meer.
}
control-ended-you-stopped = { $who ->
    [0] U hebt de controle afgebroken: uw helper bedient uw computer niet meer.
   *[named] U hebt de controle afgebroken: { $who } bedient uw computer niet meer.
}
control-ended-you-paused = { $who ->
    [0] U hebt gepauzeerd: uw helper bedient uw computer niet meer.
   *[named] U hebt gepauzeerd: { $who } bedient uw computer niet meer.
}
control-ended-given-back = { $who ->
    [0] Uw helper heeft u de controle teruggegeven.
   *[named] { $who } heeft u de controle teruggegeven.
}
control-ended-your-computer = { $who ->
    [0] De controle is geëindigd: uw computer laat uw helper de muis en het toetsenbord niet gebruiken.
   *[named] De controle is geëindigd: uw computer laat { $who } de muis en het toetsenbord niet gebruiken.
}
control-ended-not-allowed = { $who ->
    [0] De controle is geëindigd: uw helper mag deze computer niet meer bedienen.
   *[named] De controle is geëindigd: { $who } mag deze computer niet meer bedienen.
}

## Hoe de controle eindigde, voor de helper

control-ended-they-escape = { $who ->
    [0] De ander drukte op Esc en nam de controle terug.
   *[named] { $who } drukte op Esc en nam de controle terug.
}
control-ended-they-ctrl-c = { $who ->
    [0] De ander drukte op Ctrl+C en nam de controle terug.
   *[named] { $who } drukte op Ctrl+C en nam de controle terug.
}
control-ended-they-stopped = { $who ->
    [0] De ander klikte op ‘Controle afbreken’.
   *[named] { $who } klikte op ‘Controle afbreken’.
}
control-ended-they-paused = { $who ->
    [0] De ander heeft gepauzeerd, en daarmee eindigde de controle.
   *[named] { $who } heeft gepauzeerd, en daarmee eindigde de controle.
}
control-ended-you-gave-back = U hebt de controle teruggegeven.
control-ended-their-computer = { $who ->
    [0] De controle is geëindigd: de computer van de ander laat niemand anders de muis en het toetsenbord gebruiken.
   *[named] De controle is geëindigd: de computer van { $who } laat niemand anders de muis en het toetsenbord gebruiken.
}
control-ended-their-policy = { $who ->
    [0] De controle is geëindigd: de computer van de ander staat die niet meer toe.
   *[named] De controle is geëindigd: de computer van { $who } staat die niet meer toe.
}

## Waarom de helper geen controle kreeg

control-refused-declined = { $who ->
    [0] De ander wil u de controle niet geven. U kunt het opnieuw vragen.
   *[named] { $who } wil u de controle niet geven. U kunt het opnieuw vragen.
}
control-refused-no-answer = { $who ->
    [0] De ander heeft niet geantwoord. Overleg eerst met elkaar en vraag het dan opnieuw.
   *[named] { $who } heeft niet geantwoord. Overleg eerst met elkaar en vraag het dan opnieuw.
}
control-refused-policy = { $who ->
    [0] De computer van de ander mag door niemand worden bediend. U kunt wel meekijken en chatten.
   *[named] De computer van { $who } mag door niemand worden bediend. U kunt wel meekijken en chatten.
}
control-refused-paused = { $who ->
    [0] De ander heeft de sessie gepauzeerd. Vraag het opnieuw als u het scherm weer ziet.
   *[named] { $who } heeft de sessie gepauzeerd. Vraag het opnieuw als u het scherm weer ziet.
}
control-refused-cannot = { $who ->
    [0] De computer van de ander laat niemand anders de muis en het toetsenbord gebruiken. U kunt wel meekijken en chatten.
   *[named] De computer van { $who } laat niemand anders de muis en het toetsenbord gebruiken. U kunt wel meekijken en chatten.
}
left-out-own-window = { $who ->
    [0] Het Hulp-venster van de ander kunt u niet bedienen: uw muis en toetsen doen daar niets.
   *[named] Het Hulp-venster van { $who } kunt u niet bedienen: uw muis en toetsen doen daar niets.
}
left-out-cannot-type = { $who ->
    [0] De computer van de ander kan dat teken niet typen.
   *[named] De computer van { $who } kan dat teken niet typen.
}

## Stappen op weg naar een sessie

connect-step-looking-up = { $who ->
    [0] Uitzoeken waar de ander is
   *[named] Uitzoeken waar { $who } is
}
connect-step-offering = Hulp aanbieden
connect-step-reaching = { $who ->
    [0] Verbinding maken met de computer van de ander
   *[named] Verbinding maken met de computer van { $who }
}
connect-step-checking = De uitnodiging controleren
connect-step-waiting = { $who ->
    [0] Wachten tot de ander ja zegt
   *[named] Wachten tot { $who } ja zegt
}

## Een bestand dat geen bruikbare uitnodiging is

open-fault-unreadable = Dit bestand kan niet worden gelezen (het systeem meldt: { $why }).
open-fault-unreadable-next = Kijk waar de uitnodiging is opgeslagen en open het bestand daarvandaan.
open-fault-too-large = Dit bestand is veel te groot voor een uitnodiging.
open-fault-too-large-next = Kies het bestand waarvan de naam op .hulp eindigt.
open-fault-no-invitation = Dit bestand is geen uitnodiging van Hulp, of het is beschadigd (bij het lezen bleek: { $why }).
open-fault-no-invitation-next = Vraag nog eens om de uitnodiging en sla het bestand op zonder het in een ander programma te openen.
open-fault-newer = Deze uitnodiging is gemaakt met een nieuwere versie van Hulp (versie { $version } van het formaat).
open-fault-newer-next = Installeer de nieuwste versie van Hulp en open de uitnodiging opnieuw.
open-fault-windows = Dit is een uitnodiging van Windows Hulp op afstand, niet van Hulp.
open-fault-windows-from = Dit is een uitnodiging van { $name } voor Windows Hulp op afstand, niet voor Hulp.
open-fault-windows-until = De uitnodiging was geldig tot { $until }.
open-fault-windows-next = Hulp gaat daar niet op in: de beveiliging van zo’n sessie is oud en niet meer veilig. Vraag de ander om Hulp te installeren en u een uitnodiging van Hulp te sturen.

## Waarom het niet tot een sessie kwam

try-again = U kunt het opnieuw proberen.
expert-end-not-reached = { $who ->
    [0] De computer van de ander is niet bereikt.
   *[named] De computer van { $who } is niet bereikt.
}
expert-end-no-answer = { $who ->
    [0] De computer van de ander antwoordde niet op het adres in de uitnodiging.
   *[named] De computer van { $who } antwoordde niet op het adres in de uitnodiging.
}
expert-end-no-answers = { $who ->
    [0] De computer van de ander antwoordde op geen van de { $count } adressen in de uitnodiging.
   *[named] De computer van { $who } antwoordde op geen van de { $count } adressen in de uitnodiging.
}
expert-end-relay = De weg via een relay is gesloten: { $why }.
expert-end-relay-denied-next = { $who ->
    [0] Vraag de ander om een nieuwe uitnodiging, die meebrengt wat het relay wil zien. Als het ook uw relay is, kijk dan naar het token bij Instellingen, onder Netwerk.
   *[named] Vraag { $who } om een nieuwe uitnodiging, die meebrengt wat het relay wil zien. Als het ook uw relay is, kijk dan naar het token bij Instellingen, onder Netwerk.
}
expert-end-relay-settings-next = Kijk op deze computer bij Instellingen, onder Netwerk. Probeer het daarna opnieuw.
expert-end-not-reached-next = { $who ->
    [0] Vraag de ander of Hulp daar openstaat en of de computer aanstaat en verbonden is. Probeer het daarna opnieuw.
   *[named] Vraag { $who } of Hulp daar openstaat en of de computer aanstaat en verbonden is. Probeer het daarna opnieuw.
}
expert-end-wrong-computer = Er antwoordde een andere computer, niet die waarop deze uitnodiging is gemaakt. Er is niets naartoe gestuurd.
expert-end-wrong-computer-next = { $who ->
    [0] Misschien heeft nu een andere computer dat netwerkadres. Vraag de ander om een nieuwe uitnodiging.
   *[named] Misschien heeft een andere computer nu het netwerkadres van { $who }. Vraag { $who } om een nieuwe uitnodiging.
}
expert-end-not-proved = De computer die antwoordde, kent het wachtwoord niet. Het kan een truc zijn. Hulp heeft de verbinding verbroken.
expert-end-not-proved-next = { $who ->
    [0] Bel de ander en vraag om een nieuwe uitnodiging.
   *[named] Bel { $who } en vraag om een nieuwe uitnodiging.
}
expert-end-password-missing = Voor deze uitnodiging is een wachtwoord nodig.
expert-end-password-missing-next = { $who ->
    [0] Vraag de ander ernaar, het liefst per telefoon, en typ het hieronder.
   *[named] Vraag { $who } ernaar, het liefst per telefoon, en typ het hieronder.
}
expert-end-failed = Er ging iets mis op deze computer (het systeem meldt: { $why }).

## Waarom de andere computer de helper niet binnenliet

refusal-ask-for-new = { $who ->
    [0] Vraag de ander om een nieuwe.
   *[named] Vraag { $who } om een nieuwe.
}
refusal-talk-first = { $who ->
    [0] Praat eerst met de ander en probeer het dan opnieuw.
   *[named] Praat eerst met { $who } en probeer het dan opnieuw.
}
refusal-unknown = { $who ->
    [0] De computer van de ander kent deze uitnodiging niet.
   *[named] De computer van { $who } kent deze uitnodiging niet.
}
refusal-unknown-next = Misschien is de uitnodiging daar verwijderd. Vraag om een nieuwe.
refusal-expired = Deze uitnodiging was geldig tot { $when } en is nu vervallen.
refusal-withdrawn = { $who ->
    [0] De ander heeft deze uitnodiging ingetrokken.
   *[named] { $who } heeft deze uitnodiging ingetrokken.
}
refusal-withdrawn-next = Als dat niet de bedoeling was, vraag dan om een nieuwe.
refusal-in-use = { $who ->
    [0] Iemand anders is met dezelfde uitnodiging al bij de ander.
   *[named] Iemand anders is met dezelfde uitnodiging al bij { $who }.
}
refusal-in-use-next = { $who ->
    [0] Als de ander daar niets van weet, zeg dan dat hij of zij meteen op ‘Verbinding verbreken’ moet klikken.
   *[named] Als { $who } daar niets van weet, zeg dan dat hij of zij meteen op ‘Verbinding verbreken’ moet klikken.
}
refusal-used = Deze uitnodiging is al gebruikt en werkt maar één keer.
refusal-password = Dit wachtwoord klopt niet.
refusal-password-no-tries = { $who ->
    [0] U kunt het niet nog eens proberen. Vraag de ander om een nieuwe uitnodiging.
   *[named] U kunt het niet nog eens proberen. Vraag { $who } om een nieuwe uitnodiging.
}
refusal-password-last-try = { $who ->
    [0] U kunt het nog één keer proberen. Vraag de ander eerst naar het wachtwoord.
   *[named] U kunt het nog één keer proberen. Vraag { $who } eerst naar het wachtwoord.
}
refusal-password-tries = { $who ->
    [0] U kunt het nog { $count } keer proberen. Kleine letters en hoofdletters zijn verschillend. Vraag het de ander als u het niet zeker weet.
   *[named] U kunt het nog { $count } keer proberen. Kleine letters en hoofdletters zijn verschillend. Vraag het { $who } als u het niet zeker weet.
}
refusal-voided = Deze uitnodiging is vanzelf ongeldig geworden, na te veel verkeerde wachtwoorden of weigeringen.
refusal-policy = { $who ->
    [0] De computer van de ander staat geen hulp op uitnodiging toe.
   *[named] De computer van { $who } staat geen hulp op uitnodiging toe.
}
refusal-policy-next = { $who ->
    [0] De ander, of wie die computer beheert, kan het bij Instellingen toestaan.
   *[named] { $who }, of wie die computer beheert, kan het bij Instellingen toestaan.
}
refusal-busy = { $who ->
    [0] De ander wordt op dit moment door een andere helper geholpen.
   *[named] { $who } wordt op dit moment door een andere helper geholpen.
}
refusal-busy-next = Probeer het later opnieuw.
refusal-declined = { $who ->
    [0] De ander zei nee.
   *[named] { $who } zei nee.
}
refusal-no-answer = { $who ->
    [0] De ander heeft niet op tijd geantwoord.
   *[named] { $who } heeft niet op tijd geantwoord.
}
refusal-no-answer-next = { $who ->
    [0] Misschien zit er niemand achter die computer. Bel de ander en probeer het dan opnieuw.
   *[named] Misschien zit er niemand achter die computer. Bel { $who } en probeer het dan opnieuw.
}
refusal-version = { $who ->
    [0] De Hulp van de ander en die van u begrijpen elkaar niet: de ene is veel ouder dan de andere (die daar spreekt versie { $theirs }, die van u versie { $yours }).
   *[named] De Hulp van { $who } en die van u begrijpen elkaar niet: de ene is veel ouder dan de andere (die daar spreekt versie { $theirs }, die van u versie { $yours }).
}
refusal-version-yours-next = Installeer op deze computer de nieuwste versie van Hulp.
refusal-version-theirs-next = { $who ->
    [0] Vraag de ander de nieuwste versie van Hulp te installeren.
   *[named] Vraag { $who } de nieuwste versie van Hulp te installeren.
}
refusal-cannot-share = { $who ->
    [0] De computer van de ander kan zijn scherm niet laten zien.
   *[named] De computer van { $who } kan zijn scherm niet laten zien.
}
refusal-cannot-share-next = { $who ->
    [0] Vraag de ander wat het Hulp-venster daar erover zegt.
   *[named] Vraag { $who } wat het Hulp-venster daar erover zegt.
}
refusal-session-over = { $who ->
    [0] De verbinding is weggevallen, en de computer van de ander heeft de sessie intussen beëindigd.
   *[named] De verbinding is weggevallen, en de computer van { $who } heeft de sessie intussen beëindigd.
}
refusal-session-over-next = { $who ->
    [0] U kunt het opnieuw proberen: de ander krijgt de vraag dan opnieuw.
   *[named] U kunt het opnieuw proberen: { $who } krijgt de vraag dan opnieuw.
}
refusal-not-on-list = { $who ->
    [0] De computer van de ander neemt geen hulpaanbod van u aan.
   *[named] De computer van { $who } neemt geen hulpaanbod van u aan.
}
refusal-not-on-list-next = { $who ->
    [0] Vraag de ander om een uitnodiging.
   *[named] Vraag { $who } om een uitnodiging.
}
refusal-too-soon = { $who ->
    [0] De ander heeft uw vorige hulpaanbod niet aangenomen en hoort een nieuw aanbod nog niet.
   *[named] { $who } heeft uw vorige hulpaanbod niet aangenomen en hoort een nieuw aanbod nog niet.
}
refusal-protocol = { $who ->
    [0] De Hulp van de ander begreep die van u niet.
   *[named] De Hulp van { $who } begreep die van u niet.
}
refusal-protocol-next = Zorg dat u allebei de nieuwste versie van Hulp hebt en probeer het dan opnieuw.

## Waarom een sessie eindigde

ended-by-other = { $who ->
    [0] De ander heeft de sessie beëindigd.
   *[named] { $who } heeft de sessie beëindigd.
}
ended-by-you = U hebt de sessie beëindigd.
ended-other-closed = { $who ->
    [0] De ander heeft Hulp gesloten.
   *[named] { $who } heeft Hulp gesloten.
}
ended-other-closed-next = Als u nog niet klaar bent, vraag dan om Hulp weer te openen en een nieuwe uitnodiging te sturen.
ended-closed-here = Hulp is op deze computer gesloten.
ended-they-withdrew = { $who ->
    [0] De ander heeft de uitnodiging ingetrokken, en daarmee eindigde de sessie.
   *[named] { $who } heeft de uitnodiging ingetrokken, en daarmee eindigde de sessie.
}
ended-you-withdrew = U hebt de uitnodiging ingetrokken, en daarmee eindigde de sessie.
ended-line-broke = { $who ->
    [0] De verbinding met de computer van de ander is weggevallen.
   *[named] De verbinding met de computer van { $who } is weggevallen.
}
ended-line-broke-next = { $who ->
    [0] Daar blijft niets van u ingedrukt. U kunt het opnieuw proberen: de ander krijgt de vraag dan opnieuw.
   *[named] Daar blijft niets van u ingedrukt. U kunt het opnieuw proberen: { $who } krijgt de vraag dan opnieuw.
}
ended-line-stayed-broken = { $who ->
    [0] De verbinding met uw helper is weggevallen en kwam niet op tijd terug.
   *[named] De verbinding met { $who } is weggevallen en kwam niet op tijd terug.
}
ended-their-screen = { $who ->
    [0] De computer van de ander kon zijn scherm niet langer laten zien.
   *[named] De computer van { $who } kon zijn scherm niet langer laten zien.
}
ended-your-screen = Uw scherm kon niet langer worden getoond, en daarmee eindigde de sessie.
ended-not-understood = { $who ->
    [0] De Hulp van de ander zei iets wat deze niet begrijpt, daarom is de sessie beëindigd.
   *[named] De Hulp van { $who } zei iets wat deze niet begrijpt, daarom is de sessie beëindigd.
}
ended-not-understood-next = Zorg dat u allebei de nieuwste versie van Hulp hebt.
ended-must-not-say = { $who ->
    [0] De Hulp van uw helper zei iets wat niet mag, daarom is de sessie beëindigd.
   *[named] De Hulp van { $who } zei iets wat niet mag, daarom is de sessie beëindigd.
}
ended-their-policy = { $who ->
    [0] De organisatie van de ander staat deze sessie niet meer toe, daarom is die beëindigd.
   *[named] De organisatie van { $who } staat deze sessie niet meer toe, daarom is die beëindigd.
}
ended-their-policy-next = { $who ->
    [0] De ander kan het aan de beheerder vragen.
   *[named] { $who } kan het aan de beheerder vragen.
}
ended-your-policy = Uw beheerder staat deze sessie niet meer toe, daarom is die beëindigd.
ended-you-not-on-list = { $who ->
    [0] De computer van de ander neemt geen hulp van u meer aan, daarom is de sessie beëindigd.
   *[named] De computer van { $who } neemt geen hulp van u meer aan, daarom is de sessie beëindigd.
}
ended-you-not-on-list-next = Vraag aan wie die computer beheert, waarom u niet meer op de lijst van helpers staat.
ended-they-not-on-list = { $who ->
    [0] Uw helper staat niet meer op de lijst van helpers, daarom is de sessie beëindigd.
   *[named] { $who } staat niet meer op de lijst van helpers, daarom is de sessie beëindigd.
}

## Codes

code-fault-wrong-codes = Er worden steeds weer verkeerde codes geprobeerd. Hulp maakt vanzelf geen nieuwe meer.
code-fault-wrong-codes-next = Maak een nieuwe code terwijl uw helper aan de telefoon is, of sla de uitnodiging op als bestand.
code-used-up-crowded = Iemand anders kwam op het nummer van uw code. Die code is nu op: hier is een nieuwe.
code-used-up-silent = Iemand kwam voor uw code en brak af. Die code is nu op: hier is een nieuwe.
code-used-up-wrong = Iemand heeft een verkeerde code getypt. Uw code is nu op: hier is een nieuwe. Als uw helper zich vertypte, lees dan de nieuwe voor.
fetch-fault-paper = Wat er voor deze code kwam, is geen uitnodiging waar Hulp iets mee kan.
fetch-fault-no-code = Dit is geen code.
fetch-fault-no-code-next = Een code is een nummer met nog zes cijfers, zoals 5-001-997. Vraag er nog eens om.
fetch-fault-nobody = Niemand wacht met deze code.
fetch-fault-nobody-next = Vraag de ander welke code daar nu te zien is en of die pagina nog openstaat.
fetch-fault-wrong = Deze code klopt niet en is nu op: elke code kan maar één keer worden geprobeerd.
fetch-fault-wrong-next = De ander ziet nu een nieuwe. Vraag om die voor te lezen.
fetch-fault-crowded = Iemand anders heeft het nummer van deze code gebruikt.
fetch-fault-crowded-next = Vraag de ander om een nieuwe code te maken.
fetch-fault-silent = De andere computer brak af.
fetch-fault-silent-next = Vraag de ander om een nieuwe code.
fetch-fault-no-invitation = Wat er voor deze code kwam, is geen uitnodiging.
fetch-fault-no-invitation-next = Vraag de ander om een code te maken in Hulp.
mailbox-address = Het adres van de server voor codes klopt niet.
mailbox-address-next = Verbeter het bij Instellingen, onder Netwerk.
mailbox-not-reached = De server voor codes is niet te bereiken (het systeem meldt: { $why }).
mailbox-lost = De verbinding met de server voor codes is weggevallen.
mailbox-refused = De server voor codes weigert: ‘{ $words }’.
mailbox-no-randomness = Deze computer kon nu geen code maken.
mailbox-nonsense = Wat daar antwoordt, is geen goede server voor codes.
mailbox-next = Controleer de verbinding en probeer het opnieuw, of gebruik een bestand: dat werkt zonder deze server.

## Hoe het met een uitnodiging staat: in een woord, en wat dat betekent

invitation-open = Open
invitation-open-means = De uitnodiging wacht op uw helper.
invitation-in-use = In gebruik
invitation-in-use-means = Uw helper is er nu mee bezig.
invitation-used = Gebruikt
invitation-used-means = De uitnodiging is gebruikt en werkt maar één keer.
invitation-expired = Vervallen
invitation-expired-means = De uitnodiging is niet meer geldig.
invitation-withdrawn = Ingetrokken
invitation-withdrawn-means = U hebt de uitnodiging teruggenomen.
invitation-voided = Ongeldig
invitation-voided-means = De uitnodiging is vanzelf ongeldig geworden: er waren te veel verkeerde wachtwoorden, of u hebt te vaak nee gezegd.

## Hoe een uitnodiging is verstuurd

sent-how-file = Bestand
sent-how-code = Code
sent-how-email = E-mail
sent-how-contact = Contactpersoon
sent-how-offer = Aanbod
sent-how-many = { $count } manieren
sent-to-telephone = Per telefoon
sent-to-chosen-elsewhere = Gekozen in het e-mailprogramma
listed = { $first } en { $last }
file-in-folder = { $file } in de map { $folder }
invited = De helper heeft de uitnodiging die u { $ways }.
invited-file = hebt opgeslagen als { $file }
invited-code = met een code hebt gegeven
invited-email = per e-mail hebt verstuurd
invited-email-to = per e-mail hebt verstuurd naar { $to }
invited-contact = hebt gestuurd naar uw contactpersoon { $address }
invited-offer = hebt gegeven aan { $name }, die hulp aanbood
went-out = De uitnodiging is { $ways }.
went-out-file = opgeslagen als { $file }
went-out-code = gegeven met een code
went-out-email = verstuurd per e-mail
went-out-email-to = verstuurd per e-mail naar { $to }
went-out-contact = gestuurd naar uw contactpersoon { $address }
went-out-offer = gegeven aan { $name }, die hulp aanbood

## Contactpersonen

contact-line-signed-out = U bent niet aangemeld.
contact-line-looking = Uw wachtwoord wordt gezocht in de sleutelbos van deze computer…
contact-line-needs-password = Typ uw wachtwoord: het staat niet in de sleutelbos van deze computer.
contact-line-connecting = Bezig met aanmelden…
contact-line-online = U bent aangemeld: uw contactpersonen zien dat u er bent.
contact-line-lost = { $why } Hulp probeert het vanzelf meteen opnieuw.
contact-line-lost-pause = { $why } Hulp probeert het vanzelf opnieuw over { $count } seconden.
contact-line-not-allowed = Uw beheerder staat niet toe dat op deze computer contactpersonen worden gebruikt.
contact-fault-no-address = Dit is geen adres van een contactpersoon. Zo’n adres ziet eruit als anna@example.org.
contact-fault-no-server = Dit is geen server. Zo’n naam ziet eruit als chat.example.org.
contact-fault-not-reached = De contactserver is niet bereikt (het systeem meldt: { $why }). Controleer uw internetverbinding en het adres.
contact-fault-untrusted = De contactserver toonde een certificaat dat niet te vertrouwen is (het systeem meldt: { $why }). Uw wachtwoord is er niet aan gegeven.
contact-fault-no-encryption = De contactserver biedt geen beveiligde verbinding, daarom is uw wachtwoord er niet aan gegeven.
contact-fault-password = De contactserver accepteerde dit adres en wachtwoord niet.
contact-fault-unproved = De contactserver kon niet laten zien dat hij uw account kent, daarom heeft Hulp de verbinding verbroken. Controleer het adres en vraag het aan wie de server beheert.
contact-fault-no-way-in = De contactserver biedt geen manier van aanmelden die Hulp kent.
contact-fault-refused = De contactserver weigert (de melding is: { $why }).
contact-fault-nonsense = Wat daar antwoordt, is geen goede contactserver.
contact-fault-lost = De verbinding met de contactserver is weggevallen.
contact-fault-not-connected = Er is nu geen verbinding met uw contactserver. Kijk bij Instellingen, onder Contactpersonen.
contact-fault-undelivered = De contactpersoon is niet bereikt.
contact-fault-no-randomness = Deze computer geeft nu geen willekeurige getallen.
presence-can-help = Aanwezig, met Hulp
presence-online = Aanwezig, zonder Hulp
presence-asked = Gevraagd; nog geen antwoord
presence-not-shown = Laat u niet zien of hij of zij er is
presence-offline = Niet aanwezig
contact-request = { $contact } wil uw contactpersoon worden. U antwoordt bij Instellingen, onder Contactpersonen.
ring-asks = { $who ->
    [0] Iemand vraagt om uw hulp
   *[named] { $who } vraagt om uw hulp
}
ring-offers = { $who ->
    [0] Iemand biedt aan u te helpen
   *[named] { $who } biedt aan u te helpen
}
call-rings = Hulp laat het bij { $name } rinkelen, { $count } seconden lang…
call-invited = { $name } heeft geaccepteerd. Zodra er verbinding is, vraagt Hulp het u.
call-connects = { $name } heeft geaccepteerd. Hulp maakt verbinding…
call-declined = { $name } heeft geweigerd.
call-no-answer = { $name } heeft { $count } seconden niet geantwoord.
call-taken-back = U hebt uw oproep aan { $name } ingetrokken.

## E-mail

mail-step-reaching = De mailserver wordt bereikt…
mail-step-securing = De verbinding met de mailserver wordt beveiligd…
mail-step-logging-in = Aanmelden bij de mailserver…
mail-step-sending = Het bericht wordt verzonden…
mail-ready = In uw e-mailprogramma staat een bericht klaar: kies voor wie het is en klik daar op ‘Verzenden’.
mail-ready-for = In uw e-mailprogramma staat een bericht klaar voor { $to }: klik daar op ‘Verzenden’.
mail-closed = Het bericht aan uw helper is gesloten en niet verzonden.
mail-closed-to = Het bericht aan { $to } is gesloten en niet verzonden.
mail-no-program = Hulp heeft op deze computer geen e-mailprogramma gevonden. De uitnodiging is opgeslagen, zodat u die zelf kunt versturen.
mail-program-failed = Uw e-mailprogramma ging niet open (het systeem meldt: { $why }). De uitnodiging is opgeslagen, zodat u die zelf kunt versturen.
password-in-keyring = Het wachtwoord staat in de sleutelbos van deze computer.
password-this-run-only = Deze computer heeft geen sleutelbos die het wachtwoord kan bewaren: Hulp kent het totdat u Hulp sluit.
email-fault-nothing = Er is geen e-mailadres ingevuld.
email-fault-no-address = ‘{ $typed }’ is geen e-mailadres.
email-fault-no-address-next = Vul er een in, zoals anna@example.org.
email-fault-no-sender = Uw eigen e-mailadres ontbreekt.
email-fault-no-server = Er is geen mailserver ingesteld.
email-fault-settings-next = Kijk bij Instellingen, onder E-mail.
email-fault-no-password = Hulp kent uw wachtwoord voor { $server } niet.
email-fault-no-password-next = Typ het bij Instellingen, onder E-mail.
email-fault-not-reached = De mailserver { $server } is niet bereikt op poort { $port } (het systeem meldt: { $why }).
email-fault-not-reached-next = Controleer uw internetverbinding, en de naam en poort van de server bij Instellingen.
email-fault-silent = De mailserver { $server } antwoordde niet.
email-fault-silent-next = Controleer de naam, poort en beveiliging van de server bij Instellingen en probeer het dan opnieuw.
email-fault-silent-login = De mailserver { $server } antwoordde niet op het aanmelden.
email-fault-silent-login-next = Probeer het later opnieuw.
email-fault-silent-message = De mailserver { $server } zei niet of het bericht is aangenomen.
email-fault-silent-message-next = Vraag uw helper of het is aangekomen voordat u het opnieuw verzendt.
email-fault-not-secure = De mailserver { $server } biedt op deze poort geen beveiligde verbinding, daarom is er niets verzonden.
email-fault-not-secure-next = Probeer TLS met poort 465 bij Instellingen, of vraag het uw provider.
email-fault-unknown = De mailserver { $server } toonde een certificaat dat niet te vertrouwen is: niemand die deze computer vertrouwt, staat ervoor in. Uw wachtwoord is er niet aan gegeven.
email-fault-other-name = De mailserver { $server } toonde een certificaat dat niet te vertrouwen is: het hoort bij een server met een andere naam. Uw wachtwoord is er niet aan gegeven.
email-fault-expired = De mailserver { $server } toonde een certificaat dat niet te vertrouwen is: het is verlopen, of de klok van deze computer loopt verkeerd. Uw wachtwoord is er niet aan gegeven.
email-fault-certificate = De mailserver { $server } toonde een certificaat dat niet te vertrouwen is: het is niet geldig. Uw wachtwoord is er niet aan gegeven.
email-fault-certificate-next = Controleer de naam van de server bij Instellingen, of vraag het uw provider.
email-fault-tls = Er kwam geen beveiligde verbinding met de mailserver { $server } tot stand (het systeem meldt: { $why }).
email-fault-tls-next = Controleer de poort en beveiliging bij Instellingen: STARTTLS gebruikt meestal poort 587, TLS poort 465.
email-fault-no-login = De mailserver { $server } biedt geen manier van aanmelden die Hulp kent.
email-fault-no-login-next = Gebruik uw eigen e-mailprogramma, of een andere server.
email-fault-login = De mailserver { $server } accepteerde uw gebruikersnaam en wachtwoord niet. De server zegt: ‘{ $said }’.
email-fault-login-next = Controleer beide bij Instellingen. Sommige providers willen een wachtwoord dat speciaal voor één programma is gemaakt.
email-fault-sender = De mailserver { $server } neemt geen mail aan van { $address }. De server zegt: ‘{ $said }’.
email-fault-sender-next = Controleer uw e-mailadres bij Instellingen.
email-fault-recipient = De mailserver { $server } neemt geen mail aan voor { $address }. De server zegt: ‘{ $said }’.
email-fault-recipient-next = Controleer het adres.
email-fault-message = De mailserver { $server } heeft het bericht geweigerd. De server zegt: ‘{ $said }’.
email-fault-message-next = U kunt het bestand op een andere manier versturen.
email-fault-broken = De verbinding met de mailserver { $server } is weggevallen (het systeem meldt: { $why }).
email-fault-broken-next = Probeer het opnieuw.

## Hoe twee computers elkaar bereiken

way-near-open = Zelfde netwerk: open
way-near-closed = Zelfde netwerk: gesloten; deze computer zit in geen netwerk
way-directly-open = Rechtstreeks via internet: open
way-directly-perhaps = Rechtstreeks via internet: misschien; deze computer heeft een adres op het internet
way-directly-looking = Rechtstreeks via internet: het wordt de router gevraagd…
way-directly-later = Rechtstreeks via internet: gesloten; gaat misschien vanzelf open als uw helper er is
way-directly-off = Rechtstreeks via internet: gesloten; de router om een poort vragen is uitgeschakeld bij Instellingen
way-directly-closed = Rechtstreeks via internet: gesloten; de router heeft geen poort geopend
way-relay-open = Via internet met een relay: open
way-relay-looking = Via internet met een relay: er wordt een relay gezocht…
way-relay-off = Via internet met een relay: uitgeschakeld bij Instellingen
way-relay-closed = Via internet met een relay: gesloten; { $why }
ways-trouble-relay-off = Alleen een helper in hetzelfde netwerk kan deze computer nu bereiken. Met een relay, bij Instellingen onder Netwerk, kunnen anderen dat ook.
ways-trouble = Alleen een helper in hetzelfde netwerk kan deze computer nu bereiken. Hulp blijft de andere wegen proberen.
relay-fault-no-relay = het adres van het relay bij Instellingen, onder Netwerk, is geen goed adres
relay-fault-no-proxy = de proxy kan niet worden gebruikt: { $proxy } is geen adres van een HTTP-proxy, zoals http://proxy.example:3128
relay-fault-token = het relay accepteert het token bij Instellingen, onder Netwerk, niet (de melding is: { $why })
relay-fault-not-let-in = het relay laat u niet binnen (de melding is: { $why })
relay-fault-proxy = de proxy { $proxy } laat Hulp niet door; zie Instellingen, onder Netwerk (de melding is: { $why })
relay-fault-not-reached = geen enkel relay antwoordt; misschien is er geen internet
relay-fault-nobody = de andere computer is er niet
relay-fault-unusable = deze computer kan er geen gebruiken (het systeem meldt: { $why })
reached-same-network = zelfde netwerk
reached-directly = rechtstreeks via internet
reached-through-relay = via internet met een relay
