### The lines of the log, the check, offers, and what is printed

## The tray, notices, and a window that is closed while helpers are waited for

tray-open = Hulp openen
tray-stop-control = Controle afbreken
tray-disconnect = Verbinding verbreken
tray-quit = Hulp afsluiten
tray-takes-offers = U kunt hulp aangeboden krijgen via Hulp.
tray-waits = { $count ->
    [one] Hulp wacht op uw helper: { $count } openstaande uitnodiging.
   *[other] Hulp wacht op uw helper: { $count } openstaande uitnodigingen.
}
tray-waits-and-takes-offers = { $count ->
    [one] Hulp wacht op uw helper: { $count } openstaande uitnodiging. U kunt ook hulp aangeboden krijgen.
   *[other] Hulp wacht op uw helper: { $count } openstaande uitnodigingen. U kunt ook hulp aangeboden krijgen.
}
somebody-wants-to-help = { $who ->
    [0] Iemand wil u helpen
   *[named] { $who } wil u helpen
}
notice-may-see = Hulp vraagt of die persoon uw scherm mag zien. Geen antwoord is nee.
notice-may-control = Hulp vraagt of dat mag. Geen antwoord is nee.
notice-ring = Hulp vraagt of u dat accepteert.
closing-offers = Op deze computer kan hulp worden aangeboden.
closing-waits = { $count ->
    [one] { $count } uitnodiging van u wacht nog op een helper.
   *[other] { $count } uitnodigingen van u wachten nog op een helper.
}
closing-waits-and-offers = { $count ->
    [one] { $count } uitnodiging van u wacht nog op een helper, en op deze computer kan hulp worden aangeboden.
   *[other] { $count } uitnodigingen van u wachten nog op een helper, en op deze computer kan hulp worden aangeboden.
}
closing-back-by-tray = Hulp kan zonder venster blijven wachten: u vindt het in het systeemvak, naast de klok.
closing-back-by-start = Hulp kan zonder venster blijven wachten. Dit bureaublad heeft geen plaats voor het pictogram: start Hulp opnieuw om ernaar terug te gaan.
closing-back-by-task-bar = Hulp kan blijven wachten zonder dat het venster in de weg zit.
# what goes on, how one gets back to the window, and this
closing-goes-on = { $what } { $how } Als er een helper komt, vraagt Hulp u om toestemming.
closing-ends-session = De sessie waarin u hulp geeft, eindigt hoe dan ook.
closing-ends-connecting = Het verbinden stopt hoe dan ook.

## The administrator's policy, and settings that could not be read

set-by-your-administrator = Ingesteld door uw beheerder
policy-log-fails = Het logboek kan niet worden geschreven en uw beheerder eist dat wel. Tot die tijd wordt niemand binnengelaten: kijk of de schijf vol is.
policy-unreadable = Het beleid van uw beheerder kan niet worden gelezen. Daarom kan niemand worden uitgenodigd of geholpen op deze computer: { $error }. Vertel het uw beheerder.
# one of several faults in a list
policy-fault-in-line = regel { $line }: { $fault }
policy-faulty = Er klopt iets niet in het beleid van uw beheerder: { $faults }. Vertel het uw beheerder.
settings-unreadable-usual-hold = Uw instellingen konden niet worden gelezen. Hulp begint daarom met de standaardinstellingen en staat niets toe. Kijk ze na, sta toe wat u wilt en sla ze op. Het bestand is bewaard als { $place }.
settings-unreadable-others-hold = Uw instellingenbestand is veranderd en niet meer leesbaar. De instellingen van ervoor blijven gelden. Het bestand is bewaard als { $place }.
settings-gone-usual-hold = Uw instellingenbestand was weg. Hulp begint daarom met de standaardinstellingen en staat niets toe. Kijk ze na, sta toe wat u wilt en sla ze op.
settings-gone-others-hold = Uw instellingenbestand was weg. De instellingen van ervoor blijven gelden en zijn opnieuw opgeslagen.

## What a session came to, and the log's kinds of lines

log-kind-everything = Alles
log-kind-invitations = Uitnodigingen
log-kind-visits = Wie kwam, uw antwoorden
log-kind-sessions = Sessies
log-kind-control = Controle
log-kind-refusals = Wat geweigerd werd
log-kind-contacts = Contactpersonen
log-kind-settings = Instellingen
log-kind-computer = Deze computer
log-empty = Het logboek is leeg.
log-whole = { $lines ->
    [one] Het logboek is intact: de ene regel is zoals Hulp die schreef.
   *[other] Het logboek is intact: alle { $lines } regels zijn zoals Hulp ze schreef.
}
log-not-whole = Het logboek is niet zoals Hulp het schreef. Iemand of iets heeft het veranderd: { $faults }.
ended-saw = { $who ->
    [0] Uw helper heeft uw scherm { $seen } gezien en uw muis en toetsenbord nooit gebruikt.
   *[named] { $who } heeft uw scherm { $seen } gezien en uw muis en toetsenbord nooit gebruikt.
}
ended-saw-and-used = { $who ->
    [0] Uw helper heeft uw scherm { $seen } gezien en uw muis en toetsenbord { $used } gebruikt.
   *[named] { $who } heeft uw scherm { $seen } gezien en uw muis en toetsenbord { $used } gebruikt.
}
once = één keer
twice = twee keer
# three times and more
many-times = { $count } keer
# $often: once, twice, 3 times
ended-control-refused = Om controle is { $often } gevraagd zonder dat u die gaf.
ended-paused = U hebt { $often } gepauzeerd.
ended-broke = De verbinding viel { $often } weg.
messages-counted = { $count ->
    [one] { $count } bericht
   *[other] { $count } berichten
}
# $yours and $theirs: 1 message, 2 messages
ended-wrote = { $who ->
    [0] U hebt { $yours } geschreven, en uw helper { $theirs }.
   *[named] U hebt { $yours } geschreven, en { $who } { $theirs }.
}

## Offers of help

offers-to-help = { $name } biedt aan u te helpen
offers-to-help-of = { $name } ({ $organisation }) biedt aan u te helpen
vouched-by-an-organisation = Een organisatie op de lijst van wie op deze computer hulp mag aanbieden, zegt dat dit { $name } is.
vouched-by-the-list = { $name } staat op de lijst van wie op deze computer hulp mag aanbieden.
vouched-by = { $organisation }, op de lijst van wie op deze computer hulp mag aanbieden, zegt dat dit { $name } is.
vouched-by-the-list-says-of = { $name } staat op de lijst van wie op deze computer hulp mag aanbieden. Naar eigen zeggen hoort deze helper bij { $organisation }.
offer-allows-control = Als u het toestaat, ziet die persoon uw scherm. Voor uw muis en toetsenbord moet opnieuw toestemming worden gevraagd.
offer-allows-sight = Als u het toestaat, ziet die persoon uw scherm. Uw muis en toetsenbord kan die persoon niet gebruiken.
offerer-new = Het is de computer van { $name }, die hier nooit eerder was.
# $last: today at 14:30
offerer-known = Het is de computer van { $name }, die hier voor het laatst was: { $last }.
reaching-name = { $name } bereiken
waiting-for-who-sits-at = Wachten tot wie bij { $name } zit ja zegt
computer-new = Deze computer ontmoet die computer voor het eerst. De controlewoorden staan hieronder: wie daar zit, vindt dezelfde woorden bij Instellingen, Hulp krijgen. Hulp onthoudt ze.
computer-known = Het is dezelfde computer als eerder. De controlewoorden zijn:
offer-no-place = Dit is geen naam of adres van een computer.
offer-no-place-next = Zo ziet het eruit: pc-van-anna, 192.0.2.7 of pc.example.org:4857.
offer-no-such-name = Er is geen computer gevonden met de naam { $name } (het systeem meldt: { $why }).
offer-no-such-name-next = Controleer hoe de naam wordt geschreven, of gebruik het adres.
offer-not-reached = { $name } gaf geen antwoord.
offer-not-reached-next = Daar moet Hulp openstaan en moet hulp mogen worden aangeboden: Instellingen, Hulp krijgen. Er kan ook een firewall in de weg zitten.
offer-key-changed = STOP: { $name } is niet de computer van eerder. Hulp heeft er niets tegen gezegd. De controlewoorden van de computer die u kent, zijn: { $words }.
offer-key-changed-next = Misschien doet iemand zich voor als die computer. Bel wie hem beheert: alleen als hij vervangen is, of Hulp er opnieuw is ingesteld, mag u hem als een nieuwe ontmoeten.
# $name: an address with its port; $words: of the key that is known
offer-key-changed-there = Op { $name } zit nu een andere computer dan die Hulp daar eerder ontmoette. Hulp heeft er niets tegen gezegd. De controlewoorden van de computer die u kent, zijn: { $words }.
offer-key-changed-there-next = Netwerken geven een adres na een tijd aan een andere computer; dit kan dus gewoon die van iemand anders zijn. Het kan ook een computer zijn die zich voordoet als de computer die u kent. Vraag wie aan de bedoelde computer zit welk adres die heeft: alleen als het dit adres is, mag u hem als een nieuwe ontmoeten. Vergelijk dan de controlewoorden.
offer-not-hulp = Wat bij { $name } antwoordde, is niet Hulp.
offer-not-hulp-next = Controleer de naam en de poort.
offer-not-on-list = { $name } neemt geen aanbod van hulp van u aan.
# hulp identity export is a command to type
offer-not-on-list-next = Geef uw helperskaart aan wie die computer beheert: hulp identity export schrijft haar weg. Als een organisatie uw kaart heeft ondertekend, is ze misschien verlopen.
offer-too-soon = { $name } nam uw vorige aanbod niet aan, en hoort nog geen nieuw.
# $wait: 40 seconds
offer-too-soon-next = Over { $wait } kunt u opnieuw hulp aanbieden. U kunt beter eerst bellen.
# $why: what the system says, in English
nearby-unheard = Computers in de buurt zijn niet te vinden (het systeem meldt: { $why }). U kunt hierboven nog steeds de naam of het adres van een computer invullen.
card-of = De helperskaart van { $name }
card-signed = De helperskaart van { $name } ({ $organisation }, die haar ondertekende)
card-says-of = De helperskaart van { $name }, naar eigen zeggen van { $organisation }
organisation-key-of = De sleutel van { $name }: iedereen met een kaart die daarmee is ondertekend, kan hulp aanbieden
taken-back-list = { $helpers ->
    [one] Een lijst van { $organisation }: { $helpers } helper mag geen hulp meer aanbieden
   *[other] Een lijst van { $organisation }: { $helpers } helpers mogen geen hulp meer aanbieden
}
# stands where an organisation's name would
an-organisation-on-your-list = een organisatie op uw lijst
# stands where an organisation's name would
that-organisation = die organisatie
list-added = { $name } staat nu op de lijst. De controlewoorden zijn: { $words }.
list-removed = { $name } staat niet meer op de lijst.
list-taken-back = { $helpers ->
    [one] Eén helper van { $organisation } mag hier geen hulp meer aanbieden.
   *[other] { $helpers } helpers van { $organisation } mogen hier geen hulp meer aanbieden.
}
list-failed = Dat is niet gelukt: { $why }.

## Check this computer

check-part-screen = Het scherm zien
check-part-input = Muis en toetsenbord
check-part-stop-keys = Esc en Ctrl+C
check-part-port = Op helpers wachten
check-part-way-out = De weg naar het internet
check-part-router = De router
check-part-relay = Het relay
check-part-codes = De server voor codes
check-part-email = E-mail
check-part-contacts = Contactpersonen
check-part-drawing = Tekenen
check-part-keyring = Wachtwoorden bewaren
check-part-files = Uitnodigingen openen
check-part-disk = De gegevens van Hulp bewaren
check-part-clock = De klok
check-trying = Bezig…
check-works = Werkt
check-not-set-up = Niet ingesteld
check-does-not-work = Werkt niet
check-try-esc = Probeer het als u wilt: druk nu op Esc.
check-going-on = Hulp probeert elk onderdeel van deze computer echt uit. Dat duurt hoogstens een halve minuut.
check-all-works = Alles wat is ingesteld, werkt.
check-some-fail = { $count ->
    [one] Eén onderdeel werkt niet. Wat u kunt doen, staat erbij.
   *[other] { $count } onderdelen werken niet. Wat u kunt doen, staat er telkens bij.
}
# a part, whether it works, and then what stands under it
check-report-line = { $part }: { $standing }
check-screen = Dit zou een helper zien ({ $width } bij { $height } pixels).
check-screen-blank = Er kwam een beeld ({ $width } bij { $height } pixels), maar het heeft maar één kleur.
check-screen-blank-next = Als uw scherm niet leeg is, kijk dan in de systeeminstellingen of Hulp het scherm mag opnemen.
check-pointer-moved = De muisaanwijzer is een klein stukje heen en weer bewogen. Met uw ja zou een helper muis en toetsenbord kunnen gebruiken.
check-pointer-taken = Het bureaublad nam een kleine beweging van de muisaanwijzer heen en terug aan, maar vertelt geen programma waar de aanwijzer is. Met uw ja zou een helper muis en toetsenbord kunnen gebruiken.
check-stop-keys-in-window = Op dit bureaublad stoppen Esc en Ctrl+C een helper alleen als het venster van Hulp vooraan staat: geen programma hoort wat in een ander wordt getypt.
check-stop-keys-in-window-next = Houd het venster van Hulp in het zicht zolang iemand helpt. ‘Controle afbreken’ staat er altijd in.
check-watching = Hulp hoort beide, welk programma er ook vooraan staat.
check-stop-shortcut = Esc en Ctrl+C houden een helper tegen als het venster van Hulp vooraan staat; welk venster er ook vooraan staat, doen de toetsen van uw bureaublad dat: { $keys }
check-heard-shortcut = Hulp hoorde de toetsen die uw bureaublad het gaf. Die houden een helper meteen tegen.
check-asking = Uw bureaublad gaat u dit zo vragen, in een venster van zichzelf.
check-asking-next = Zeg daar ja. Alleen deze controle gebruikt het, niemand anders ziet of doet iets, en het eindigt met de controle.
check-heard-esc = Hulp hoorde Esc. Dat stopt een helper meteen.
check-heard-ctrl-c = Hulp hoorde Ctrl+C. Dat stopt een helper meteen.
# $port is a text: ports have no dots
check-port = Een helper in hetzelfde netwerk kan deze computer bereiken op poort { $port }.
check-other-port = Poort { $wanted } is in gebruik, misschien door een andere Hulp; Hulp kan een andere gebruiken, zoals { $port }.
check-other-port-next = Een uitnodiging noemt zelf de poort. Alleen als een firewall uitsluitend poort { $wanted } doorlaat, kiest u een andere poort bij Instellingen, onder Netwerk.
check-enough-ways-out = Dat is genoeg als het onderdeel hieronder dat het nodig heeft, werkt.
check-router-opened = De router opende een ingang op { $address } en sloot die weer: helpers op het internet kunnen deze computer rechtstreeks bereiken.
check-on-the-internet = Deze computer heeft zelf een adres op het internet; een router is niet nodig.
check-relay-found = Helpers overal kunnen deze computer bereiken via { $server }.
check-server-answers = { $server } antwoordt.
check-mail-program = Uw eigen e-mailprogramma kan worden gevraagd een uitnodiging te versturen.
check-mail-server = De mailserver { $server } liet Hulp binnen. Er is niets verstuurd.
check-contact-server = De contactserver liet { $address } binnen.
check-drawn = Vensters worden getekend via { $through }, door { $device }.
check-drawn-in-software = Vensters worden getekend via { $through }, in software, door { $device }. Hulp heeft geen videokaart nodig.
check-not-drawn = Hier kan geen venster worden getekend.
check-how-to-draw = Installeer het pakket libgl1-mesa-dri of mesa-vulkan-drivers: elk van beide tekent zonder videokaart.
check-how-to-draw-windows = Installeer het stuurprogramma van de videokaart, of vraag het aan wie deze computer beheert.
check-keyring = De sleutelbos van deze computer bewaart wachtwoorden voor Hulp.
check-opens-hulp = Dubbelklikken op een uitnodiging opent Hulp.
check-written = Hulp kan schrijven.
# $free: 53 MB
check-written-free = Hulp kan schrijven; er is { $free } vrij.
check-clock = Die klopt met wat Hulp weet. Uitnodigingen vervallen volgens deze klok.
check-not-allowed = Uw beheerder of de instellingen staan niet toe waar dit voor is; het is daarom overgeslagen.
check-nothing-to-stop = Niemand kan hier muis en toetsenbord gebruiken, dus er is niets te stoppen.
check-router-not-asked = Volgens de instellingen laat Hulp de router met rust.
check-router-not-asked-next = Als een relay werkt, is dat geen gemis. Zo niet, vink dan bij Instellingen, onder Netwerk, aan dat de router een poort mag openen.
check-router-refused = De router opent geen ingang, of er is geen router.
check-router-refused-next = Als een relay werkt, is dat geen gemis. Zo niet, zoek dan in de instellingen van de router naar UPnP, of vraag het aan wie hem beheert.
check-router-behind-router = De router opende een ingang, maar zit zelf achter een andere router ({ $address }).
check-router-behind-router-next = Helpers op het internet hebben een relay nodig om deze computer te bereiken.
check-no-server = De instellingen noemen geen relay en geen server voor codes.
check-no-relay = Volgens de instellingen wordt geen relay gebruikt.
check-no-relay-next = Met een relay, bij Instellingen onder Netwerk, kunnen helpers deze computer overal vandaan bereiken.
check-no-mail = Hulp vond geen e-mailprogramma, en er is geen mailserver ingesteld.
check-no-mail-next = Stel er een in bij Instellingen, onder E-mail, of sla uitnodigingen op als bestand.
check-no-contacts = U hebt geen account bij een contactserver.
check-no-contacts-next = Wilt u mensen vragen die daar zijn, meld u dan aan bij Instellingen, onder Contactpersonen.
check-no-contacts-password = Hulp kent het wachtwoord van uw account niet.
check-no-contacts-password-next = Meld u aan bij Instellingen, onder Contactpersonen.
# $name: a program
check-opens-another = Dubbelklikken op een uitnodiging opent { $name }.
check-opens-nothing = Dubbelklikken op een uitnodiging opent niets.
check-opens-another-next = Kies daar Hulp via ‘Openen met’, of gebruik ‘Een uitnodiging openen’ in Hulp.
check-opener-not-told = Dit systeem vertelt niet wat dubbelklikken op een uitnodiging opent.
check-opener-not-told-next = ‘Een uitnodiging openen’ in Hulp werkt altijd.
check-screen-fails = Niemand zou dit scherm kunnen zien (het systeem meldt: { $why }).
check-screen-fails-next = U kunt nog wel hulp geven aan anderen.
check-input-fails = Een helper zou kunnen kijken, maar muis en toetsenbord niet kunnen gebruiken (het systeem meldt: { $why }).
check-input-fails-next = De helper kan u nog wel vertellen wat u moet doen.
check-pointer-stays = De muisaanwijzer ging niet waarheen hij gestuurd werd.
check-pointer-stays-next = Laat de muis even met rust en controleer opnieuw. Een programma op het volledige scherm kan de aanwijzer vasthouden.
check-no-port = Er kan geen poort worden geopend (het systeem meldt: { $why }).
check-no-port-next = Vraag aan wie deze computer beheert of programma’s poorten mogen openen.
check-port-silent = Poort { $port } staat open, maar wat erheen wordt gestuurd, komt niet binnen.
check-port-silent-next = Misschien houdt een firewall op deze computer het tegen. Laat Hulp daar door.
check-relay-fails-next = Zonder relay kunnen alleen helpers in hetzelfde netwerk, of via de router, deze computer bereiken. Kijk bij Instellingen, onder Netwerk.
check-contacts-fail-next = Het account staat bij Instellingen, onder Contactpersonen.
check-keyring-fails = De sleutelbos van deze computer werkt niet voor Hulp (het systeem meldt: { $why }).
check-no-keyring = Hier is geen sleutelbos.
check-keyring-next = Hulp kent wachtwoorden dan totdat het wordt gesloten, en vraagt ze daarna opnieuw. GNOME Sleutelbos en KWallet zijn sleutelbossen.
check-disk-fails = Hulp kan zijn gegevens niet bewaren (het systeem meldt: { $why }).
check-disk-fails-next = Maak ruimte op de schijf, of vraag het aan wie deze computer beheert.
check-disk-full = Er is nog maar { $free } vrij op de schijf.
check-disk-full-next = Maak ruimte: Hulp bewaart daar zijn uitnodigingen en zijn logboek.
# $moment: Friday 7 August at 18:00
check-clock-behind = De klok loopt achter: het was al later dan nu, namelijk { $moment }.
check-clock-behind-next = Zet de klok van de computer gelijk. Uitnodigingen vervallen volgens die klok, en servers vertrouwen een verkeerde klok niet.
check-timed-out = Er kwam niets van binnen { $count } seconden.
check-timed-out-next = Controleer opnieuw. Blijft het zo, zeg het dan tegen degene die deze computer beheert.
check-keyring-timed-out-next = Als het systeem vraagt de sleutelbos te ontgrendelen, doe dat en controleer opnieuw.
check-broken = Tijdens het controleren ging er in Hulp iets mis.
check-broken-next = Meld dit alstublieft; start Hulp in een terminal om meer te zien.
way-answers = { $server } antwoordt.
way-answers-through = { $server } antwoordt via { $proxy }.
way-fails = { $server }: { $fault }.
way-fails-through = { $server } via { $proxy }: { $fault }.
way-no-address = dit is geen adres
way-no-name = de naam is niet gevonden
way-no-network = er leidt geen weg naartoe
way-refused = neemt geen verbindingen aan
way-silent = geeft geen antwoord
way-proxy = de proxy laat Hulp niet door (de melding is: { $why })
no-way-out-offline = Is deze computer verbonden met het internet? Open een pagina in uw browser om het te zien.
no-way-out-proxy = Kijk naar de proxy bij Instellingen, onder Netwerk, of vraag het aan wie hem beheert.
no-way-out-firewall = Misschien zit er een firewall in de weg of is er een proxy nodig: zie Instellingen, onder Netwerk.

## The log, a line for each entry. $helper is Anna (computer 3f2a, at 192.0.2.7); $invitation is a short number

log-foreign = (niet bekend bij deze Hulp) { $json }
log-damaged-line = BESCHADIGD: { $fault }
log-part-whole = Deel van een logboek: { $lines } regels, die elk bij hun hash passen. Andere zijn weggelaten.
log-whole-with-hash = Het logboek is intact: { $lines } regels. De hash van de laatste is
log-keep-the-hash = Als u deze hash elders bewaart, is te zien of deze regels ooit zijn herschreven.
log-is-not-whole = Het logboek is niet zoals Hulp het schreef.
log-waiting = Wacht op helpers op poort { $port }.
log-not-waiting = Wacht niet meer op helpers.
log-invitation-made = { $password ->
    [yes] Uitnodiging { $invitation } gemaakt, met wachtwoord, tot { $until }.
   *[no] Uitnodiging { $invitation } gemaakt, zonder wachtwoord, tot { $until }.
}
log-invitation-made-as = { $password ->
    [yes] Uitnodiging { $invitation } gemaakt, met wachtwoord, tot { $until }, opgeslagen als { $place }.
   *[no] Uitnodiging { $invitation } gemaakt, zonder wachtwoord, tot { $until }, opgeslagen als { $place }.
}
log-invitation-saved-again = Uitnodiging { $invitation } opnieuw opgeslagen als { $place }.
log-code-made = Er is een code gemaakt voor uitnodiging { $invitation }.
log-code-used-up = De code van uitnodiging { $invitation } is verbruikt: { $why }.
log-code-given = iemand kende hem en heeft de uitnodiging
log-code-wrong-guess = iemand probeerde een verkeerde
log-code-crowded = er kwam een derde op hetzelfde nummer
log-code-silent = iemand begon en zei niets meer
# $to: an address; there may be none
log-invitation-for-email = { $password ->
    [yes] Uitnodiging { $invitation } gemaakt, met wachtwoord, tot { $until }, voor een e-mail.
   *[no] Uitnodiging { $invitation } gemaakt, zonder wachtwoord, tot { $until }, voor een e-mail.
}
log-invitation-for-email-to = { $password ->
    [yes] Uitnodiging { $invitation } gemaakt, met wachtwoord, tot { $until }, voor een e-mail aan { $to }.
   *[no] Uitnodiging { $invitation } gemaakt, zonder wachtwoord, tot { $until }, voor een e-mail aan { $to }.
}
log-invitation-mailed = { $way ->
    [program] Uitnodiging { $invitation }: de e-mail is aan het e-mailprogramma gegeven.
   *[server] Uitnodiging { $invitation }: de e-mail is aan de mailserver gegeven, die hem aannam.
}
log-invitation-mailed-to = { $way ->
    [program] Uitnodiging { $invitation }: de e-mail aan { $to } is aan het e-mailprogramma gegeven.
   *[server] Uitnodiging { $invitation }: de e-mail aan { $to } is aan de mailserver gegeven, die hem aannam.
}
log-invitation-for-contact = { $password ->
    [yes] Uitnodiging { $invitation } gemaakt, met wachtwoord, tot { $until }, voor contactpersoon { $to }.
   *[no] Uitnodiging { $invitation } gemaakt, zonder wachtwoord, tot { $until }, voor contactpersoon { $to }.
}
# $phrase: the comparison words
log-offer-asked = { $control ->
    [yes] Gevraagd naar het aanbod van { $helper } om te helpen, met controle als dat later mag; controlewoorden: { $phrase }.
   *[no] Gevraagd naar het aanbod van { $helper } om te helpen, alleen kijken; controlewoorden: { $phrase }.
}
log-offer-asked-of = { $control ->
    [yes] Gevraagd naar het aanbod van { $helper } (van { $organisation }) om te helpen, met controle als dat later mag; controlewoorden: { $phrase }.
   *[no] Gevraagd naar het aanbod van { $helper } (van { $organisation }) om te helpen, alleen kijken; controlewoorden: { $phrase }.
}
log-offer-taken = Het aanbod van { $helper } is aangenomen.
log-offer-declined = Het aanbod van { $helper } is geweigerd.
log-offer-not-answered = Het aanbod van { $helper } is niet op tijd beantwoord.
log-offer-asked-no-more = Naar het aanbod van { $helper } is niet meer gevraagd.
log-name-with-key = { $name } (sleutel { $key })
log-helper-added = { $name } is op de lijst van helpers gezet.
log-helper-added-may = { $control ->
    [yes] { $name } is op de lijst van helpers gezet, en mag om controle vragen.
   *[no] { $name } is op de lijst van helpers gezet, en mag alleen kijken.
}
log-helper-removed = { $name } is van de lijst van helpers gehaald.
log-organisation-added = Alle helpers van { $name } zijn op de lijst van helpers gezet.
log-organisation-added-may = { $control ->
    [yes] Alle helpers van { $name } zijn op de lijst van helpers gezet, en mogen om controle vragen.
   *[no] Alle helpers van { $name } zijn op de lijst van helpers gezet, en mogen alleen kijken.
}
log-organisation-removed = Alle helpers van { $name } zijn van de lijst van helpers gehaald.
log-cards-taken-back = { $many ->
    [one] Een lijst met { $many } helper van wie { $name } de kaart heeft ingetrokken, is genoteerd.
   *[other] Een lijst met { $many } helpers van wie { $name } de kaart heeft ingetrokken, is genoteerd.
}
log-cards-taken-back-some = Een nieuwe lijst van helpers van wie { $name } de kaart heeft ingetrokken, is genoteerd.
log-invitation-ended = Uitnodiging { $invitation } is beëindigd: { $why }.
log-invitation-used = er kwam een sessie van, die is beëindigd
log-invitation-expired = de tijd was om
log-invitation-withdrawn = ingetrokken
log-invitation-too-many-passwords = te veel verkeerde wachtwoorden
log-invitation-too-often-declined = te vaak geweigerd
log-invitation-deleted = Uitnodiging { $invitation } uit de lijst verwijderd.
log-helper-proved = { $helper } kwam met uitnodiging { $invitation } en bewees die.
log-helper-refused = { $helper } is geweigerd: { $why }.
log-helper-refused-with = { $helper } is geweigerd, met uitnodiging { $invitation }: { $why }.
log-helper-gone = { $helper } ging weg voordat er een sessie begon.
log-helper-gone-with = { $helper } ging weg voordat er een sessie begon, met uitnodiging { $invitation }.
log-consent-asked = { $known ->
    [yes] Gevraagd of { $helper } (hier eerder geweest) het scherm mag zien; controlewoorden: { $phrase }.
   *[no] Gevraagd of { $helper } (hier nooit eerder geweest) het scherm mag zien; controlewoorden: { $phrase }.
}
log-consent-yes = Antwoord ja: { $helper } mag het scherm zien.
log-consent-no = Antwoord nee: { $helper } mag het scherm niet zien.
log-consent-none = Niet op tijd beantwoord: { $helper } mag het scherm niet zien.
log-consent-asked-no-more = Niet meer gevraagd: { $helper } mag het scherm niet zien.
log-session-began = Sessie begonnen: { $helper } ziet het scherm, met uitnodiging { $invitation }.
log-control-asked = De helper vroeg om controle.
log-control-granted = De helper kreeg de controle.
log-control-refused = De controle is niet gegeven: { $why }.
# $lasted: 2 min 5 s
log-control-ended = De controle eindigde na { $lasted }: { $how }.
log-paused = Gepauzeerd: de helper ziet het scherm niet.
log-resumed = Hervat: de helper ziet het scherm weer.
log-line-broke = De verbinding viel weg: de helper ziet niets en doet niets. Wacht op de computer van de helper.
log-session-went-on = De sessie gaat verder: { $helper } is terug na { $after }, en ziet het scherm tenzij het gepauzeerd is.
log-session-ended = Sessie met { $helper } beëindigd: { $why }. Het scherm is { $seen } gezien en { $controlled } bediend; chatberichten: { $sent } verstuurd, { $received } ontvangen.
log-bad-connection = Een verbinding van { $place } was niet van een helper: { $what }.
# twice and more
log-bad-connections = Een verbinding van { $place } was niet van een helper ({ $times } keer): { $what }.
log-settings-changed = Instellingen veranderd: { $changes }.
log-settings-broken = De instellingen konden niet worden gelezen en zijn verplaatst naar { $place }; de standaardinstellingen gelden, en er is niets toegestaan.
log-log-damaged = Dit logboek was niet zoals Hulp het had achtergelaten: { $damage }.
log-settings-taken-over = Instellingen veranderd in hun bestand, of door een andere Hulp: { $changes }.
log-settings-spoilt = Het instellingenbestand is veranderd en onleesbaar geworden, en is verplaatst naar { $place }; de instellingen van ervoor gelden.
log-settings-gone = Het instellingenbestand was weg; de instellingen van ervoor gelden en zijn opnieuw opgeslagen.
# one of several in a list
log-setting-change = { $setting } van ‘{ $old }’ in ‘{ $new }’
log-policy = Het beleid van de beheerder: { $keys }.
# after the policy
log-policy-fault = Fout: { $fault }.
# after the policy
log-policy-left-out = { $count ->
    [one] En nog { $count } sleutel of fout.
   *[other] En nog { $count } sleutels en fouten.
}
log-policy-unreadable = Het beleid van de beheerder kan niet worden gelezen, en alles waarover het gaat is dicht: { $why }.
log-policy-gone = Er is geen beleid van een beheerder meer.
log-picture-kept-began = Er is een afbeelding van het scherm bewaard toen { $helper } de controle kreeg: { $picture }.
log-picture-kept-ended = Er is een afbeelding van het scherm bewaard toen { $helper } de controle niet meer had: { $picture }.
log-picture-removed-by-you = Afbeelding { $picture } is verwijderd, omdat u alle afbeeldingen verwijderde.
log-picture-removed-for-room = Afbeelding { $picture } is verwijderd, om plaats te maken voor nieuwere.
# stands where a name would
log-somebody = Iemand
log-who = { $name } (computer { $key }, op { $place })
# where somebody is
log-behind-relay = een plek achter een relay [{ $address }]
log-contact-signed-in = Aangemeld voor contactpersonen als { $contact }.
log-contact-signed-out = Afgemeld voor contactpersonen als { $contact }.
log-contact-added = Contactpersoon { $contact } aan de lijst toegevoegd.
log-contact-removed = Contactpersoon { $contact } van de lijst gehaald.
log-contact-let-see = Contactpersoon { $contact } mag zien wanneer deze gebruiker er is.
log-contact-not-let-see = { $contact } mag niet zien wanneer deze gebruiker er is.
log-contact-asked-for-help = { $contact } vraagt om hulp.
log-contact-offered-help = { $contact } biedt hulp aan.
log-contact-was-accepted = De gebruiker accepteert de oproep van { $contact }.
log-contact-was-forbidden = Het beleid laat niemand hulp aanbieden: de oproep van { $contact } is geweigerd.
log-contact-was-declined = De gebruiker weigert de oproep van { $contact }.
log-contact-missed = De oproep van { $contact } is hier niet beantwoord.
log-contact-was-asked = Contactpersoon { $contact } wordt om hulp gevraagd.
log-contact-was-offered = Contactpersoon { $contact } krijgt hulp aangeboden.
log-contact-accepted = Contactpersoon { $contact } accepteert.
log-contact-declined = Contactpersoon { $contact } weigert.
log-contact-did-not-answer = Contactpersoon { $contact } antwoordt niet.
log-contact-was-not-reached = Contactpersoon { $contact } is niet bereikt.
log-contact-is-asked-no-more = De oproep aan { $contact } is ingetrokken.
log-refused-password = { $count ->
    [one] verkeerd wachtwoord, nog { $count } poging
   *[other] verkeerd wachtwoord, nog { $count } pogingen
}
log-refused-version = de Hulp aan de andere kant spreekt versie { $version } van het protocol
log-refused-unknown = zo’n uitnodiging is hier niet gemaakt, of het is niet de echte
log-refused-expired = de tijd van de uitnodiging was om
log-refused-withdrawn = de uitnodiging was ingetrokken
log-refused-in-use = iemand anders was hier met die uitnodiging
log-refused-used = de uitnodiging was gebruikt
log-refused-voided = de uitnodiging had zichzelf beëindigd
log-settings-or-policy-forbid = instellingen of beleid verbieden het
log-refused-busy = er was een andere helper
log-declined = geweigerd
log-not-answered-in-time = niet op tijd beantwoord
log-refused-cannot-share = deze computer kan zijn scherm niet tonen
log-refused-protocol = de andere kant hield zich niet aan de regels van het protocol
log-refused-session-over = de sessie die verder zou gaan, was voorbij
log-refused-not-on-list = niet op de lijst van helpers
log-refused-too-soon = te snel na het vorige aanbod
log-session-was-paused = de sessie was gepauzeerd
log-control-cannot-inject = deze computer laat niemand de muis bewegen
log-control-taken-back = de helper trok de vraag in
log-control-esc = er werd op Esc gedrukt
log-control-ctrl-c = er werd op Ctrl+C gedrukt
log-control-stop-button = er werd op ‘Controle afbreken’ geklikt
log-control-released = de helper gaf de controle terug
log-control-could-not-inject = muis en toetsenbord konden niet worden gebruikt
log-control-session-ended = de sessie eindigde
log-control-policy-forbids = instellingen of beleid verbieden het nu
log-session-novice-left = de verbinding is hier verbroken
log-session-helper-left = de helper verbrak de verbinding
log-session-novice-closed = Hulp is hier gesloten
log-session-helper-closed = de helper sloot Hulp
log-session-withdrawn = de uitnodiging is ingetrokken
log-session-line-broke = de verbinding viel weg
log-session-screen-lost = het scherm kon niet meer worden getoond
log-session-protocol = de kant van de helper hield zich niet aan de regels van het protocol
log-session-policy-forbids = het beleid verbiedt het nu
log-session-not-on-list = de helper staat niet meer op de lijst van helpers
log-damage-cut-off = het had { $had } regels en heeft er { $has }
log-line-rewritten = regel { $number } is niet de regel die is geschreven
log-damage-head-lost = wat het einde onthoudt, is weg
log-fault-changed = regel { $number } is veranderd
log-fault-misplaced = regel { $number } staat op de verkeerde plaats
log-fault-moved = regel { $number } staat op de verkeerde plaats: het was regel { $was }
log-fault-missing = regel { $number } ontbreekt
log-fault-missing-lines = regels { $first } tot en met { $last } ontbreken
log-fault-cut-off = er waren { $had } regels en er zijn er { $has }
log-fault-head-lost = wat het einde van het logboek onthoudt, is weg
log-fault-no-line = rij { $row } van het bestand is geen regel van een logboek
log-fault-other-picture = de afbeelding van regel { $number } is niet de afbeelding die is bewaard
log-fault-no-picture = de afbeelding van regel { $number } ontbreekt
log-fault-noted = genoteerd in regel { $number } toen Hulp startte: { $damage }
log-lasted-seconds = { $secs } s
log-lasted-minutes = { $minutes } min { $secs } s
log-lasted-hours = { $hours } u { $minutes } min

## The e-mail that an invitation travels in: who reads it is the helper. $from is the novice's name

letter-subject = { $from } vraagt om uw hulp: uitnodiging voor Hulp
letter-asks = { $from } vraagt u te helpen met de computer, en stuurt u deze uitnodiging met het programma Hulp.
letter-take-care = 1. Neem deze alleen aan als u { $from } kent en dit verwacht. Bel bij twijfel eerst { $from }, op een nummer dat u al hebt.
letter-save = 2. Sla het bijgevoegde bestand op, waarvan de naam eindigt op .hulp, en open het met Hulp.
letter-password = 3. Hulp vraagt om een wachtwoord. { $from } vertelt het u, het liefst per telefoon; het staat nooit in een e-mail.
# $moment: 27 November 2026, 14:05 (UTC+01:00)
letter-until = De uitnodiging geldt tot { $moment }. { $from } krijgt eerst een vraag voordat u iets ziet.
letter-pass-on-to-nobody = Wie het bestand heeft, kan vragen het scherm van { $from } te zien. Geef het dus aan niemand door.
# a date and a time with the time zone
letter-moment = { $day } { $month } { $year }, { $time } (UTC{ $zone })
letter-test-subject = Testbericht van Hulp
letter-test-asked = Dit is het testbericht dat u in de instellingen van Hulp hebt gevraagd.
letter-test-works = Uw mailaccount werkt: Hulp kan er uw uitnodigingen mee versturen.
# a file's name, without its ending
file-invitation = Uitnodiging
file-invitation-from = Uitnodiging van { $name }
