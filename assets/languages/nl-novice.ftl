### The pages of who is helped, and those of both

## The first page

home-title = Hoe kan Hulp u helpen?
home-get-help = Hulp krijgen
home-get-help-means = Iemand die u vertrouwt, ziet uw scherm en gebruikt, als u ja zegt, uw muis en toetsenbord. U kunt het op elk moment stoppen.
home-invite = Iemand uitnodigen om te helpen
home-give-help = Hulp geven
home-give-help-means = Iemand stuurde u een uitnodiging (een bestand waarvan de naam eindigt op .hulp) of leest u een code voor.
home-open = Een uitnodiging openen
home-code = Een code invoeren
home-offer = Hulp aanbieden aan een computer
home-status = Uitnodigingsstatus bekijken
home-log = Logboek
home-check = Deze computer controleren
home-settings = Instellingen
home-invitations-wait = { $count ->
    [one] { $count } open uitnodiging wacht op een helper.
   *[other] { $count } open uitnodigingen wachten op een helper.
}

## On every page

back = Terug
opening-title = De uitnodiging wordt geopend…
browse = Bladeren…
browse-no-dialog = Deze computer heeft geen venster om een bestand mee te kiezen. Typ de plaats ervan.
browse-invitations = Hulp-uitnodiging

## The chat

chat-message = Chatbericht
chat-too-long = Te lang: stuur het in delen.
chat-send = Verzenden
chat-log = Chat
chat-empty = { $who ->
    [0] Wat u en de ander schrijven, verschijnt hier.
   *[named] Wat u en { $who } schrijven, verschijnt hier.
}
chat-said-by-me = U, { $time }
chat-said-by-other = { $who ->
    [0] De ander, { $time }
   *[named] { $who }, { $time }
}

## Check this computer

check-begins = Hulp probeert elk onderdeel van deze computer echt uit.
check-again = Opnieuw controleren
check-copy = Kopiëren als tekst
check-your-screen = Uw scherm
check-group-when-helped = Als iemand u helpt
check-group-reach = Hoe uw helper u bereikt
check-group-travel = Hoe uitnodigingen reizen, en de rest

## The window is closed while helpers are waited for

closing-title = Hulp sluiten?
closing-then-nobody = Als u Hulp sluit, kunnen helpers deze computer niet bereiken tot u Hulp weer start. Uw uitnodigingen blijven bewaard.
closing-keep-waiting = Blijven wachten
closing-close = Hulp sluiten

## Somebody calls

ring-address = Adres: { $address }
ring-contact = Een van uw contactpersonen; de contactserver staat in voor het adres.
ring-stranger = Dit is geen van uw contactpersonen. Oplichters bellen mensen die ze niet kennen.
ring-words = ‘{ $words }’
ring-next-help = Als u accepteert, maakt Hulp verbinding met de computer van de ander, en wordt daar gevraagd of u het scherm mag zien.
ring-next-helping = Als u accepteert, stuurt Hulp de ander een uitnodiging. Zodra er verbinding wordt gemaakt, vraagt Hulp het u eerst: niemand ziet iets voordat u ja zegt.
ring-accept = Accepteren
ring-decline = Weigeren

## May someone see your screen?

consent-title = Mag iemand uw scherm zien?
consent-wants-to-help = { $who ->
    [0] Iemand wil u helpen.
   *[named] { $who } wil u helpen.
}
consent-same-computer = Het is de computer waarop uw contactpersoon heeft geaccepteerd, zegt de contactserver.
consent-other-computer = Dit is een andere computer dan die waarop uw contactpersoon heeft geaccepteerd, zegt de contactserver. Als u het niet per telefoon kunt navragen, klik dan op ‘Weigeren’.
consent-compare = Vraag per telefoon welke woorden uw helper ziet. Dat moeten deze zijn:
consent-allow = Toestaan
consent-decline = Weigeren
consent-countdown = Zonder antwoord: nee over { $time }.
consent-countdown-begins = { $count ->
    [one] Zonder antwoord: nee binnen { $count } minuut.
   *[other] Zonder antwoord: nee binnen { $count } minuten.
}
consent-organisation = Van uw organisatie

## How did this begin?

who-called-title = Hoe is dit begonnen?
who-called-by-me = Ik heb zelf gebeld
who-called-by-them = Ik ben gebeld
who-called-by-nobody = We hebben elkaar niet gesproken
who-called-beware-of-offers = Stop en denk na. Hebt u om hulp gevraagd? Als dat niet zo is, of als u het niet zeker weet, klik dan op ‘Weigeren’ en bel degene die u gewoonlijk helpt.
who-called-beware-of-callers = Stop en denk na. Oplichters bellen mensen op en zeggen dat ze van de bank, de politie, Microsoft of een winkel zijn. Niemand die eerlijk is, belt u op om in uw computer te komen. Als u het niet zeker weet, klik dan op ‘Weigeren’, hang op en bel iemand die u kent.
who-called-know-them = Ik ken deze persoon en wil doorgaan
who-called-answer-first = Beantwoord eerst de vraag hierboven om het toe te staan.

## An offer of help

offer-question-compare = Als u elkaar per telefoon spreekt, vraag dan welke woorden uw helper ziet. Dat moeten deze zijn:
offer-question-not-expected = Als u nu geen hulp nodig hebt of niemand verwacht, klik dan op ‘Weigeren’.

## May someone take control?

control-question-title = { $who ->
    [0] Uw helper wil uw computer bedienen
   *[named] { $who } wil uw computer bedienen
}
control-question-means = { $who ->
    [0] Als u het toestaat, kan uw helper samen met u uw muis en toetsenbord gebruiken. Blijf kijken wat er gebeurt.
   *[named] Als u het toestaat, kan { $who } samen met u uw muis en toetsenbord gebruiken. Blijf kijken wat er gebeurt.
}
control-question-ways = U kunt het op elk moment stoppen, op drie manieren:
control-question-way-esc = Druk op de toets Esc.
control-question-way-ctrl-c = Druk op Ctrl+C: houd Ctrl ingedrukt en druk op C.
control-question-way-button = Klik op ‘Controle afbreken’, in dit venster.
control-question-keys-here-only = Op deze computer breken Esc en Ctrl+C de controle alleen af als dit venster vooraan staat. Klik op ‘Controle afbreken’, of klik eerst in dit venster.
control-question-keep-in-sight = Houd dit venster in het zicht: hier kunnen andere vensters ervoor komen. De muis en toetsen van uw helper worden niet tegengehouden terwijl u die van uzelf gebruikt.
control-question-shortcut = Uw bureaublad heeft nog een manier, welk venster er ook vooraan staat: { $keys }
control-question-allow = Controle toestaan

## The session

session-reconnecting = { $left }. { $words }.
session-stop-control = Controle afbreken
session-stop-keys = Of druk op Esc, of op Ctrl+C.
session-stop-shortcut = Of druk in dit venster op Esc of Ctrl+C, of waar u ook bent op de toetsen van uw bureaublad: { $keys }
stop-shortcut-description = Hulp: controle door de helper afbreken
session-stop-keys-here-only = Of druk in dit venster op Esc of Ctrl+C.
session-control-waits = { $who ->
    [0] Uw helper heeft nu geen controle. Zodra de verbinding terug is, geldt de controle weer, tenzij u die afbreekt.
   *[named] { $who } heeft nu geen controle. Zodra de verbinding terug is, geldt de controle weer, tenzij u die afbreekt.
}
session-held-back = { $who ->
    [0] U gebruikt de muis: de invoer van uw helper wordt tegengehouden.
   *[named] U gebruikt de muis: de invoer van { $who } wordt tegengehouden.
}
session-pause = Pauzeren
session-resume = Hervatten
session-disconnect = Verbinding verbreken
session-both-see = { $who ->
    [0] U en uw helper zien allebei: { $words }
   *[named] U en { $who } zien allebei: { $words }
}

## The session has ended

ended-title = De sessie is afgelopen
ended-invitation-holds = De uitnodiging geldt nog: uw helper kan ermee terugkomen, en u wordt dan opnieuw gevraagd.
ended-invitation-over = Niemand kan uw scherm nu zien, en de uitnodiging werkt niet meer.
ended-offer-over = Niemand kan uw scherm nu zien. Als uw helper opnieuw hulp aanbiedt, wordt u weer gevraagd.
ended-done = Klaar
ended-show-in-log = In het logboek tonen

## Invite someone to help

invite-how = Hoe uw helper de uitnodiging krijgt
invite-way-contact = Een contactpersoon
invite-way-code = Een code
invite-way-email = E-mail
invite-way-file = Opslaan als bestand
invite-act-contact = Om hulp vragen
invite-act-contact-named = { $name } om hulp vragen
invite-act-code = Een code maken
invite-act-email = Uitnodiging verzenden
invite-act-file = Uitnodiging opslaan
invite-password-and-contact = De uitnodiging gaat via uw contactservers naar deze contactpersoon; die servers zouden haar kunnen lezen. Hulp vraagt het u als er iemand mee komt.
invite-password-and-code = Een code die u per telefoon voorleest, is genoeg. Met een wachtwoord heeft uw helper beide nodig.
invite-password-and-email = Dan is de e-mail alleen niet genoeg. Zeg het wachtwoord per telefoon; het staat nooit in de e-mail.
invite-password-and-file = Dan is het bestand alleen niet genoeg. Zeg het wachtwoord per telefoon.
invite-code-means = U leest hem per telefoon voor, en uw helper typt hem in Hulp.
invite-your-name = Uw naam
invite-message = Bericht aan uw helper
invite-message-hint = Wat is het probleem? U mag dit leeg laten.
invite-expires-after = Vervalt na
invite-expires-after-unit = Eenheid van ‘Vervalt na’
invite-unit-minutes = Minuten
invite-unit-hours = Uren
invite-unit-days = Dagen
invite-require-password = Een wachtwoord vereisen
invite-password = Wachtwoord
invite-password-repeat = Herhaal het wachtwoord
invite-password-make = Er een maken dat makkelijk te zeggen is
invite-password-show = Wachtwoord tonen
invite-password-write-down = Schrijf het nu op: Hulp toont het niet nog eens.
invite-password-not-made = Deze computer kon nu geen wachtwoord maken.
invite-passwords-differ = De twee wachtwoorden zijn niet gelijk.
invite-choose-contact = Kies wie u moet helpen.
invite-choose-place = Geef aan waar de uitnodiging moet worden opgeslagen.
invite-save-to = Opslaan in
invite-contacts-in-settings = U meldt zich aan, en ziet uw contactpersonen, bij Instellingen, onder Contactpersonen.
invite-no-contact-there = Geen van uw contactpersonen is er nu met Hulp.
invite-add-contacts = U voegt contactpersonen toe bij Instellingen, onder Contactpersonen.

## An invitation by e-mail

mailing-to = Aan
mailing-by-program = Uw eigen e-mailprogramma gaat open met het bericht; daar kunt u ook het adres kiezen.
mailing-by-server = Hulp verstuurt het via { $server }.
mailing-your-server = uw mailserver
mailing-opening = Uw e-mailprogramma wordt geopend…
mailing-attachment-missing = Ontbreekt de bijlage? Hier is het bestand
mailing-here-is-file = Hier is het bestand
mailing-attach-file = Voeg dit bestand als bijlage toe
mailing-sent = Verzonden aan { $to }.
mailing-sent-unnamed = Verzonden aan uw helper.
mailing-server-possible = Hulp kan het ook zelf versturen, als u uw mailserver instelt bij Instellingen, onder E-mail.
mailing-not-saved = De uitnodiging kon niet worden verzonden (het systeem meldt: { $why }).
mailing-by-hand = Het bestand opslaan en het zelf schrijven
mailing-text = De tekst voor het bericht, als u het zelf schrijft:
mailing-text-name = Tekst om te plakken
mailing-text-copy = De tekst kopiëren
mailing-try-again = Opnieuw proberen
mailing-send-again = Opnieuw verzenden

## A contact who is called

calling-not-called = De uitnodiging wacht. Wie haar heeft, kan verbinding maken, en dan vraagt Hulp het u.
calling-stop = Stoppen met bellen
calling-again = { $name } opnieuw vragen

## Waiting for your helper

waiting-title = Wachten op uw helper
waiting-none = Er wacht geen uitnodiging
waiting-making = De uitnodiging wordt gemaakt…
waiting-not-made = Er is geen uitnodiging gemaakt
waiting-no-longer = Deze uitnodiging wacht niet meer
waiting-saved-as = De uitnodiging is opgeslagen als
waiting-invitation-holds-until = De uitnodiging is geldig tot { $moment }.
waiting-invitation-holds-until-yours-to-say = De uitnodiging is geldig tot { $moment }. Niemand ziet iets voordat u ja zegt.
waiting-advice = Wat u nu moet doen
waiting-give-file = Geef dit bestand aan uw helper: per e-mail, op een stick, of in een map die u deelt.
waiting-for-mail = Uw helper opent met Hulp het bestand dat als bijlage bij uw e-mail zit.
waiting-call-with-password = Bel uw helper en zeg het wachtwoord per telefoon. Stuur het niet met het bestand mee.
waiting-call = Bel uw helper. Wie dit bestand heeft, kan vragen om uw scherm te zien; geef het dus aan niemand anders.
waiting-leave-open = Laat Hulp open. Als uw helper komt, vraagt Hulp het u eerst: niemand ziet iets voordat u ja zegt.
waiting-ways = Hoe uw helper deze computer kan bereiken
waiting-withdraw = Uitnodiging intrekken
waiting-home = Startpagina
waiting-may-leave = U kunt deze pagina verlaten: de uitnodiging blijft wachten zolang Hulp open is.
waiting-leaving-ends-code = Als u deze pagina verlaat, vervalt de code. De uitnodiging blijft wachten zolang Hulp open is: onder ‘Uitnodigingsstatus bekijken’ maakt ‘Opnieuw versturen’ een nieuwe code.

## A code that waits

waiting-code-none = Er is nu geen code: hij verviel met zijn pagina.
waiting-code-making = Er wordt een code gemaakt…
waiting-code-given = Uw helper heeft de uitnodiging. Als hij of zij verbinding maakt, vraagt Hulp het u.
waiting-code-stolen = Als het niet uw helper was die de code typte, trek de uitnodiging dan in.
waiting-code-read = Lees deze code per telefoon voor aan uw helper:
waiting-code-copy = De code kopiëren
waiting-code-advice = Wat u per telefoon zegt
waiting-code-words = ‘Open Hulp, klik op “Een code invoeren” en typ { $digits }.’
waiting-code-password = Zeg daarna ook het wachtwoord.
waiting-code-beware = Lees hem alleen voor aan iemand die u zelf hebt gebeld. Hij kan één keer worden geprobeerd: na een verkeerde poging staat hier een nieuwe. Als uw helper komt, vraagt Hulp het u eerst.
waiting-code-new = Een nieuwe code maken

## Invitation status

status-none = U hebt nog niemand uitgenodigd.
status-table = Uitnodigingen
status-columns = Kolommen
status-sent-to = Verzonden aan
status-how = Hoe
status-made = Gemaakt
status-expires = Vervalt
status-state = Status
status-line = { $to }, { $how }, gemaakt { $made }, vervalt { $expires }, { $state }
status-details = Details
status-expire = Nu laten vervallen
status-resend = Opnieuw versturen
status-delete = Verwijderen
status-expiring-ends-session = Uw helper is hier met deze uitnodiging. Als zij nu vervalt, eindigt de sessie.
status-end-session = De sessie beëindigen
status-deleting-ends-session = Uw helper is hier met deze uitnodiging. Als u haar verwijdert, eindigt de sessie.
status-deleting-open = Deze uitnodiging wacht nog. Als u haar verwijdert, kan niemand haar meer gebruiken.
status-really-delete = Verwijderen
status-keep = Behouden
status-made-holds-until = Gemaakt { $made }, geldig tot { $expires }.
status-made-held-until = Gemaakt { $made }, was geldig tot { $expires }.
status-state-and-meaning = { $state }: { $meaning }
status-with-password = Er hoort een wachtwoord bij.
status-without-password = Er hoort geen wachtwoord bij.
status-your-message = Uw bericht: { $message }
status-addresses = Er staat in dat deze computer te vinden is op { $addresses }.

## An invitation goes out again

resend-title = Deze uitnodiging opnieuw versturen
resend-means = Het blijft dezelfde uitnodiging: de eerste helper die u toelaat, heeft haar.
resend-save = Opnieuw opslaan
resend-not-saved = Daar kon zij niet worden opgeslagen (het systeem meldt: { $why }).
resend-saved-as = Opgeslagen als { $place }.
resend-code-means = U leest hem per telefoon voor, en uw helper typt hem in Hulp. Een oudere code vervalt.
