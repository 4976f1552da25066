### The pages of who helps, the settings, and the page of the log

## Instellingen

settings-title = Instellingen
# What a screen reader calls the row of tabs.
settings-parts = Onderdelen van de instellingen
settings-general = Algemeen
settings-receiving = Hulp krijgen
settings-contacts = Contactpersonen
settings-email = E-mail
settings-network = Netwerk
settings-privacy = Privacy en logboek
settings-save = Instellingen opslaan
settings-saved = Uw instellingen zijn opgeslagen.
# $tab is the name of one of the tabs above.
settings-not-right = Onder ‘{ $tab }’ klopt nog iets niet.
settings-days-fault = Vul een aantal dagen van 1 tot en met { $most } in.
settings-port-fault = Vul een getal van 1024 tot en met 65535 in.
settings-mailbox-fault = Vul een adres in dat met ws:// of wss:// begint.
settings-relay-fault = Vul een adres in dat met https:// begint.
settings-token-fault = Een token bestaat alleen uit letters van A tot Z, cijfers en gewone tekens.
settings-proxy-password-fault = Vul het wachtwoord in het eigen veld hieronder in.
settings-proxy-fault = Vul een adres in dat met http:// begint, of laat het leeg.
settings-password = Wachtwoord
settings-password-hint = Het gaat in de sleutelbos van deze computer, nooit in een bestand.
settings-password-hint-kept = Het gaat in de sleutelbos van deze computer, nooit in een bestand. Laat dit leeg om het wachtwoord te houden dat er al is.
# The number of a network port.
settings-port = Poort

## Instellingen: Algemeen

settings-your-name = Uw naam
settings-your-name-hint = De mensen die u helpen, of die u zelf helpt, zien deze naam.
# In other languages with the English word behind it, for whoever cannot read the one that holds.
settings-language = Taal (Language)
# The language that the system's own programs speak.
settings-language-of-system = De taal van het systeem
settings-start-with-desktop = Hulp starten als ik me aanmeld
settings-start-with-desktop-hint = Hulp start zonder venster. Het venster verschijnt als een helper iets vraagt, of als u Hulp start.
settings-autostart-fault = Dat is niet gelukt (het systeem meldt: { $why }).
settings-look = Uiterlijk
settings-look-system = Zoals het systeem
settings-look-light = Licht
settings-look-dark = Donker
settings-text-size = Tekstgrootte
settings-text-smaller = Kleinere tekst
settings-text-larger = Grotere tekst
settings-text-size-now = { $percent } %
settings-text-size-hint = Op elke pagina doen Ctrl en + of − hetzelfde.

## Instellingen: Hulp krijgen

settings-allow-invitations = Uitnodigingen vanaf deze computer toestaan
settings-allow-control = Toestaan dat iemand de controle over deze computer overneemt
settings-allow-offers = Toestaan dat helpers hulp aanbieden
settings-always-asked = Het wordt u elke keer gevraagd, wat hier ook is ingesteld.
settings-show-edge = Een gekleurde rand om het scherm tonen zolang iemand meekijkt
settings-longest-lifetime = Langste geldigheid
# $now is a length, such as 30 days.
settings-longest-lifetime-hint = Het hoogste aantal dagen dat een uitnodiging van u geldig kan zijn. Nu: { $now }.

## Instellingen: de lijst van helpers

settings-helpers = Helpers
settings-helpers-none = Er staat niemand op de lijst, dus niemand kan hulp aanbieden.
settings-helpers-when = Zij kunnen hulp aanbieden zolang Hulp hier draait en zij het eigen adres van deze computer kunnen bereiken: daarvoor wordt geen router en geen relay gebruikt.
# $words are words by which a computer is known, to be compared by telephone.
settings-helpers-own-words = De controlewoorden van deze computer, voor wie hier voor het eerst hulp aanbiedt: { $words }.
settings-helpers-card = Helperskaart
settings-helpers-card-hint = Het bestand dat u van een helper (.hulpcard) of een organisatie (.hulporg, .hulprevoked) hebt gekregen.
settings-helpers-read = Bestand lezen
# It speaks of the button Cancel below.
settings-helpers-add-warning = Voeg alleen iemand toe die u kent en met wie u de controlewoorden aan de telefoon hebt vergeleken. Heeft iemand die u belde hierom gevraagd? Klik dan op ‘Annuleren’.
settings-helpers-may-ask = Mag vragen om de controle over deze computer over te nemen
settings-helpers-add = Aan de lijst toevoegen
settings-helpers-cancel = Annuleren
# The words of a helper's card, or of an organisation.
settings-helpers-its-words = De controlewoorden: { $words }.
# $name is an organisation.
settings-helpers-signed-by = Iedereen wiens kaart door { $name } is ondertekend
# An organisation without a name is known by the words of its key.
settings-helpers-signed-with-key = Iedereen wiens kaart met de sleutel { $words } is ondertekend
settings-helpers-taken-back = { $count ->
    [one] 1 kaart ingetrokken.
   *[other] { $count } kaarten ingetrokken.
}
# $name is a helper, an organisation, or an organisation's words.
settings-helpers-remove = { $name } verwijderen
settings-helpers-may-control = Mag meekijken en om controle vragen.
settings-helpers-may-see = Alleen meekijken.
# $time is such as: tomorrow at 9:05.
settings-helpers-card-from = De kaart is geldig vanaf: { $time }.
settings-helpers-card-until = De kaart is geldig tot: { $time }.
settings-helpers-card-expired = De kaart is verlopen: vraag een nieuwe.

## Instellingen: Contactpersonen

settings-contacts-what-for = Met een adres bij een contactserver (XMPP) zien uw contactpersonen wanneer u er bent, en kunt u elkaar met één klik om hulp vragen.
settings-contacts-address = Contactadres
settings-contacts-address-hint = Die van u, zoals anna@example.org.
settings-contacts-server = Contactserver
settings-contacts-server-hint = Laat dit leeg: het adres zegt zelf waar de server is. Anders een naam, met een poort na een dubbele punt.
settings-contacts-strangers = Ook mensen die ik niet ken mogen mij iets vragen
# Off: while the box above is not ticked.
settings-contacts-strangers-hint = Staat dit uit, dan kunnen alleen uw contactpersonen bellen. Het wordt u hoe dan ook elke keer gevraagd.
settings-contacts-sign-in = Aanmelden
settings-contacts-sign-out = Afmelden
settings-contacts-yours = Uw contactpersonen
settings-contacts-stop-ringing = Stoppen met bellen
settings-contacts-none = Er staat nog niemand op uw lijst.
settings-contacts-left-out = { $count ->
    [one] Er is er nog 1 die hier niet wordt getoond.
   *[other] Er zijn er nog { $count } die hier niet worden getoond.
}
settings-contacts-new = Contactpersoon toevoegen
settings-contacts-new-hint = Het adres van deze persoon. Er wordt gevraagd of u mag zien wanneer hij of zij er is.
settings-contacts-add = Toevoegen
settings-contacts-new-name = Nieuwe naam voor { $name }
settings-contacts-keep-name = Deze naam bewaren
settings-contacts-offer-help = Hulp aanbieden aan { $name }
settings-contacts-ask-again = { $name } nog een keer vragen
settings-contacts-rename = { $name } een andere naam geven
settings-contacts-remove = { $name } verwijderen
# $name is an address, such as anna@example.org.
settings-contacts-request = { $name } wil zien wanneer u er bent, en u kunnen bellen.
settings-contacts-accept = { $name } accepteren
settings-contacts-decline = { $name } weigeren

## Instellingen: E-mail

settings-email-way-program = Mijn eigen e-mailprogramma
settings-email-way-program-hint = Het gaat open met het bericht, en u drukt daar op ‘Verzenden’. Is er geen, dan gebruikt Hulp de mailserver hieronder, als die is ingesteld.
settings-email-way-server = De mailserver hieronder
settings-email-way-server-hint = Hulp verstuurt uw uitnodigingen zelf.
settings-email-address = E-mailadres
settings-email-address-hint = Dat van u: uw helper ziet van wie de uitnodiging komt.
settings-email-address-fault = Vul uw eigen e-mailadres in.
settings-email-server = Server
settings-email-server-hint = Voor uitgaande e-mail. Geraden uit uw adres; uw provider weet welke het is.
settings-email-server-fault = Vul de naam van de server in.
settings-email-port-fault = Vul een getal van 1 tot en met 65535 in; meestal is het 587 of 465.
settings-email-security = Beveiliging
settings-email-user = Gebruikersnaam
settings-email-user-hint = Meestal uw e-mailadres. Leeg als de server er niet om vraagt.
settings-email-test = Een testbericht sturen
# $to is an e-mail address.
settings-email-test-sent = Verzonden. Kijk of het bij { $to } is aangekomen.

## Instellingen: Netwerk

settings-network-port-hint = Helpers bereiken deze computer via deze TCP-poort. Is die bezet, dan gebruikt Hulp een andere, die in de uitnodiging staat.
settings-network-map-port = De router vragen een poort te openen
settings-network-map-port-hint = Zo bereiken helpers op het internet deze computer rechtstreeks. Hulp vraagt dit zolang een uitnodiging openstaat, en sluit de poort daarna weer.
# A server where two computers meet that cannot reach each other.
settings-network-relay = Relay
settings-network-relay-hint = Hier ontmoeten twee computers elkaar die elkaar niet kunnen bereiken. Het ziet wie met wie verbonden is, en niets van wat u doet.
settings-network-relays-public = Openbare relays
settings-network-relays-own = Een eigen relay
settings-network-relays-none = Geen relay
settings-network-relay-address = Adres van het relay
settings-network-relay-address-hint = Zoals https://relay.example.org
# A secret that the relay asks of its users.
settings-network-relay-token = Token van het relay
settings-network-relay-token-hint = Als het erom vraagt. Mensen die u uitnodigt, krijgen het met de uitnodiging.
settings-network-proxy = Proxy naar het relay
# The word none is typed as it is, in every language.
settings-network-proxy-hint = Zoals http://proxy.example.org:3128. Laat het leeg om die van deze computer te gebruiken, of vul ‘none’ in voor geen.
settings-network-proxy-password = Wachtwoord van de proxy
settings-network-mailbox = Server voor codes
settings-network-mailbox-hint = Hier vinden de twee kanten van een code elkaar. De server ziet de code niet en de uitnodiging ook niet. Beide kanten hebben dezelfde nodig.

## Instellingen: Privacy en logboek

settings-privacy-keep-pictures = Afbeeldingen van het scherm bewaren als iemand de controle overneemt
settings-privacy-keep-pictures-hint = Eén als de controle begint en één als die eindigt. Ze blijven op deze computer, en u vindt ze in het logboek. De oudste verdwijnen als ze samen meer dan { $megabytes } MB innemen.
settings-privacy-open-log = Logboek openen
settings-privacy-remove-all = Alle afbeeldingen verwijderen
settings-privacy-remove-sure = Alle afbeeldingen van het scherm verwijderen? Ze kunnen niet worden teruggehaald. In het logboek blijft staan dat ze er waren.
settings-privacy-remove = Verwijderen
settings-privacy-keep = Bewaren
settings-privacy-removing = Bezig met verwijderen…
settings-privacy-removed-none = Er was geen afbeelding.
settings-privacy-removed = { $count ->
    [one] Verwijderd: 1 afbeelding.
   *[other] Verwijderd: { $count } afbeeldingen.
}
settings-privacy-not-removed = Sommige afbeeldingen zijn er nog (het systeem meldt: { $why }).

## Wie helpt: de pagina’s voor een sessie

expert-cancel = Annuleren
expert-settings = Instellingen
enter-code-title = Een code invoeren
enter-code-code = Code
enter-code-hint = De andere persoon leest die aan u voor, bijvoorbeeld 5-001-997. Spaties en streepjes maken niet uit.
enter-code-get = Uitnodiging ophalen
enter-code-getting = De uitnodiging wordt opgehaald…
enter-code-getting-hint = Dit duurt even. De andere persoon moet de pagina met de code open hebben staan.
open-title = Een uitnodiging openen
open-file = Uitnodigingsbestand
open-file-hint = Het bestand dat de andere persoon u heeft gestuurd. De naam eindigt op .hulp.
open-file-was = Het bestand was { $place }.
open-button = Openen
offer-to-title = Hulp aanbieden aan een computer
offer-to-for-whom = Voor computers waarvan de eigenaar of beheerder u op de lijst van helpers heeft gezet. Wie daar zit, wordt nog steeds om toestemming gevraagd.
offer-to-computer = Computer
offer-to-computer-hint = De naam of het adres, zoals pc-van-anna of 192.0.2.7, met een poort na een dubbele punt als die anders is dan 4857.
offer-to-offer = Hulp aanbieden
# Above a list of computers on the same network.
offer-to-nearby = In de buurt
offer-to-nearby-none = Geen computer op dit netwerk laat weten dat hulp er welkom is.
offer-to-is-replaced = Ik heb het gevraagd: die computer is vervangen of opnieuw ingericht
offer-to-has-moved = Ik heb het gevraagd: de computer die ik bedoel, heeft nu dit adres
offer-to-forget = De oude controlewoorden vergeten
paper-asks = { $who ->
    [0] Iemand vraagt om uw hulp
   *[named] { $who } vraagt om uw hulp
}
paper-did-not-work = Het is niet gelukt
paper-from = { $who ->
    [0] Van: onbekend
   *[named] Van: { $who }
}
# $made and $until are such as: today at 14:30.
paper-made-and-holds = Gemaakt: { $made }. Geldig tot: { $until }.
paper-made-and-held = Gemaakt: { $made }. Was geldig tot: { $until }.
paper-expired = Volgens de klok van deze computer is deze uitnodiging vervallen. Vraag een nieuwe als het niet lukt.
paper-your-name = Uw naam
paper-your-name-hint = De andere persoon ziet die bij de vraag om toestemming.
paper-password = Wachtwoord
paper-password-hint = Vraag het aan de andere persoon, het liefst per telefoon.
paper-show-password = Wachtwoord tonen
paper-connect = Verbinden
paper-try-again = Opnieuw proberen
paper-close = Uitnodiging sluiten
paper-connecting = { $who ->
    [0] Verbinding maken met de ander
   *[named] Verbinding maken met { $who }
}
# $step is a step of connecting, such as: Checking the password.
paper-step-done = { $step }: klaar
paper-step-under-way = { $step }…
paper-time-left = { $who ->
    [0] De ander heeft nog { $time } om te antwoorden.
   *[named] { $who } heeft nog { $time } om te antwoorden.
}
# Words to be compared by telephone follow.
paper-words = { $who ->
    [0] Als de ander aan de telefoon vraagt welke woorden u ziet, lees dan deze voor:
   *[named] Als { $who } aan de telefoon vraagt welke woorden u ziet, lees dan deze voor:
}
paper-ended = De sessie is afgelopen
paper-done = Klaar

## Wie helpt: het scherm van de ander

console-take-control = Controle overnemen
console-release-control = Controle teruggeven
console-scale = Aan venster aanpassen
console-actual-size = Ware grootte
console-full-screen = Volledig scherm
console-leave-full-screen = Volledig scherm verlaten
# The chat: messages that both sides write to each other.
console-show-chat = Chat tonen
# So many messages were not read yet.
console-show-chat-new = { $count ->
    [one] Chat tonen (1 nieuw)
   *[other] Chat tonen ({ $count } nieuw)
}
console-hide-chat = Chat verbergen
console-disconnect = Verbinding verbreken
# What a screen reader calls the other person's screen.
console-screen-of = { $who ->
    [0] Scherm van de ander
   *[named] Scherm van { $who }
}
# Ctrl, Alt and Home are keys.
console-way-out = Met Ctrl+Alt+Home verlaat u het scherm van de ander
console-waiting = Wachten op het eerste beeld…
console-reconnecting = Opnieuw verbinden… U ziet het laatste beeld.
console-paused = { $who ->
    [0] De ander heeft de sessie gepauzeerd. U ziet het laatste beeld.
   *[named] { $who } heeft de sessie gepauzeerd. U ziet het laatste beeld.
}
# Words that both sides see, to be compared by telephone.
state-line-phrase = beide kanten zien: { $words }
# How long it takes there and back, in milliseconds.
state-line-round-trip = heen en terug { $ms } ms
state-line-round-trip-short = heen en terug minder dan 1 ms
# Pictures a second.
state-line-frames = { $count } beelden/s
state-line-kilobytes = { $count } kB/s
state-line-exact = exact beeld
state-line-refining = beeld wordt verfijnd
state-line-reconnecting = { $who ->
    [0] De verbinding met de computer van de ander is weggevallen. Opnieuw verbinden…
   *[named] De verbinding met de computer van { $who } is weggevallen. Opnieuw verbinden…
}
state-line-held-back = { $who ->
    [0] De ander gebruikt de muis: uw invoer wacht.
   *[named] { $who } gebruikt de muis: uw invoer wacht.
}
state-line-controlling = { $who ->
    [0] U en de ander bedienen deze computer.
   *[named] U en { $who } bedienen deze computer.
}
state-line-asked = { $who ->
    [0] De ander krijgt de vraag of u de controle mag overnemen…
   *[named] { $who } krijgt de vraag of u de controle mag overnemen…
}
state-line-looking = { $who ->
    [0] U kunt meekijken. De ander bedient deze computer.
   *[named] U kunt meekijken. { $who } bedient deze computer.
}
state-line-looking-only = { $who ->
    [0] U kunt meekijken. De computer van de ander staat geen controle toe.
   *[named] U kunt meekijken. De computer van { $who } staat geen controle toe.
}

## De pagina van het logboek

log-page-title = Logboek
log-page-what-it-is = Wat helpers op deze computer hebben gedaan, en wat u hebt geantwoord. Het blijft hier, tenzij u het exporteert.
log-page-looking = Het logboek wordt gelezen…
log-page-check = Logboek controleren
log-page-checking = Elke regel en elke afbeelding wordt gecontroleerd…
log-page-not-checked = Het logboek kon niet worden gecontroleerd (het systeem meldt: { $why }).
log-page-not-read = Het logboek kon niet worden gelezen (het systeem meldt: { $why }).
log-page-empty = Er is nog niets gebeurd.
log-page-no-such-line = Zo’n regel is er niet.
log-page-newer = Nieuwere regels
log-page-older = Oudere regels
# What a screen reader calls the table.
log-page-lines = Regels van het logboek
# What a screen reader calls the row with the names of the columns.
log-page-columns = Kolommen
# A column's name, as Who and What.
log-page-when = Wanneer
log-page-who = Wie
log-page-what = Wat
# What a screen reader reads of a line; $what is a sentence.
log-page-row = { $time }, regel { $line }: { $what }
# A field: whose lines are looked for.
log-page-person = Persoon
# A field: which words are looked for.
log-page-words = Woorden
# A field: from which day on.
log-page-from = Vanaf
# A field: until which day.
log-page-to = Tot en met
log-page-time-fault = Vul een dag in zoals { $day }, of een tijdstip zoals { $day } 14:30.
# What kind of lines: a list to choose from.
log-page-kind = Soort
log-page-kind-of-lines = Soort regels
log-page-show-these = Deze regels tonen
log-page-show-all = Alle regels tonen
log-page-details = Details van regel { $line }
# $time is such as: today at 14:30.
log-page-line = Regel { $line }, { $time }
# The fingerprint of a cryptographic key.
log-page-fingerprint = Vingerafdruk van de computer van de ander: { $key }
# The line as it stands in the log's file.
log-page-written = Zoals het is opgeschreven: { $text }
# A cryptographic hash.
log-page-hash = Hash: { $hash }
log-page-show-picture = Afbeelding tonen
log-page-picture-gone = Deze afbeelding is er niet meer: zij heeft plaatsgemaakt voor nieuwere, of is verwijderd of veranderd.
# What a screen reader calls the picture.
log-page-picture = Afbeelding van het scherm
log-page-export = Exporteren
log-page-export-all = Het hele logboek komt in het bestand.
log-page-export-part = De regels die u zoekt, komen in het bestand.
log-page-as-report = Een verslag om te lezen of af te drukken
log-page-as-report-hint = Een pagina voor een browser, met tijden, namen en wat er is gebeurd.
# The name of a file format.
log-page-as-json-lines = JSON Lines
# “hulp log verify FILE” is a command.
log-page-as-json-lines-hint = Voor andere programma’s. hulp log verify BESTAND controleert of de regels bij elkaar passen; of ze van deze computer zijn, blijkt uit de hash van de laatste, die hulp log verify hier vertelt.
# The name of the file, without its ending; $day is such as 2026-11-26.
log-page-file-name = Logboek van Hulp { $day }
log-page-save-to = Opslaan als
log-page-save = Logboek opslaan
log-page-saving = Bezig met opslaan…
log-page-saved = Opgeslagen als { $place }.
log-page-not-saved = Het logboek kon daar niet worden opgeslagen (het systeem meldt: { $why }). Kies een andere plaats.
