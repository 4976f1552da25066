### The pages of who helps, the settings, and the page of the log

## Settings

settings-title = Settings
# What a screen reader calls the row of tabs.
settings-parts = Parts of the settings
settings-general = General
settings-receiving = Receiving help
settings-contacts = Contacts
settings-email = E-mail
settings-network = Network
settings-privacy = Privacy and log
settings-save = Save settings
settings-saved = Your settings are saved.
# $tab is the name of one of the tabs above.
settings-not-right = Something under { $tab } is not right yet.
settings-days-fault = Please write a number of days from 1 to { $most }.
settings-port-fault = Please write a number from 1024 to 65535.
settings-mailbox-fault = Please write an address that begins with ws:// or wss://.
settings-relay-fault = Please write an address that begins with https://.
settings-token-fault = A token has only letters from A to Z, digits and plain signs.
settings-proxy-password-fault = Please write the password into its own field, below.
settings-proxy-fault = Please write an address that begins with http://, or leave it empty.
settings-password = Password
settings-password-hint = It goes into this computer's keyring, never into a file.
settings-password-hint-kept = It goes into this computer's keyring, never into a file. Leave this empty to keep the one that is there.
# The number of a network port.
settings-port = Port

## Settings: General

settings-your-name = Your name
settings-your-name-hint = The people you help, or who help you, see it.
# In other languages with the English word behind it, for whoever cannot read the one that holds.
settings-language = Language
# The language that the system's own programs speak.
settings-language-of-system = The system's language
settings-start-with-desktop = Start Hulp when I log in
settings-start-with-desktop-hint = It starts without a window. It comes up when a helper asks something, or when you start Hulp.
settings-autostart-fault = That did not work: { $why }.
settings-look = Look
settings-look-system = As the system is
settings-look-light = Light
settings-look-dark = Dark
settings-text-size = Text size
settings-text-smaller = Smaller text
settings-text-larger = Larger text
settings-text-size-now = { $percent } %
settings-text-size-hint = On every page, Ctrl and + or − do the same.

## Settings: Receiving help

settings-allow-invitations = Allow invitations from this computer
settings-allow-control = Allow this computer to be controlled
settings-allow-offers = Allow helpers to offer help
settings-always-asked = You are asked each time, whatever is set here.
settings-show-edge = Show a coloured edge around the screen while it is seen
settings-longest-lifetime = Longest lifetime
# $now is a length, such as 30 days.
settings-longest-lifetime-hint = The most days that an invitation of yours can hold. Now: { $now }.

## Settings: the list of helpers

settings-helpers = Helpers
settings-helpers-none = Nobody is on the list, so nobody can offer help.
settings-helpers-when = They can offer help while Hulp runs here and they reach this computer's own address: no router and no relay is asked for that.
# $words are words by which a computer is known, to be compared by telephone.
settings-helpers-own-words = The words of this computer, for whoever offers help here for the first time: { $words }.
settings-helpers-card = Helper's card
settings-helpers-card-hint = The file that a helper (.hulpcard) or an organisation (.hulporg, .hulprevoked) gave you.
settings-helpers-read = Read the file
# It speaks of the button Cancel below.
settings-helpers-add-warning = Add only whom you know, and whose words you have compared by telephone. Did somebody who called you ask for this? Then click Cancel.
settings-helpers-may-ask = May ask to control this computer
settings-helpers-add = Add to the list
settings-helpers-cancel = Cancel
# The words of a helper's card, or of an organisation.
settings-helpers-its-words = Its words: { $words }.
# $name is an organisation.
settings-helpers-signed-by = Everybody whose card { $name } has signed
# An organisation without a name is known by the words of its key.
settings-helpers-signed-with-key = Everybody whose card was signed with the key { $words }
settings-helpers-taken-back = { $count ->
    [one] 1 card taken back.
   *[other] { $count } cards taken back.
}
# $name is a helper, an organisation, or an organisation's words.
settings-helpers-remove = Remove { $name }
settings-helpers-may-control = May see, and ask for control.
settings-helpers-may-see = View only.
# $time is such as: tomorrow at 9:05.
settings-helpers-card-from = The card holds from { $time } on.
settings-helpers-card-until = The card holds until { $time }.
settings-helpers-card-expired = The card has expired: ask for a new one.

## Settings: Contacts

settings-contacts-what-for = With an address at a contact server (XMPP) your contacts see when you are there, and you can ask each other for help with a click.
settings-contacts-address = Contact address
settings-contacts-address-hint = Yours, such as anna@example.org.
settings-contacts-server = Contact server
settings-contacts-server-hint = Leave this empty: the address says where its server is. Else a name, and a port behind a colon.
settings-contacts-strangers = Let people I do not know ask me
# Off: while the box above is not ticked.
settings-contacts-strangers-hint = Off, only your contacts can call. You are asked each time either way.
settings-contacts-sign-in = Sign in
settings-contacts-sign-out = Sign out
settings-contacts-yours = Your contacts
settings-contacts-stop-ringing = Stop ringing
settings-contacts-none = Nobody is on your list yet.
settings-contacts-left-out = { $count ->
    [one] 1 more is not shown here.
   *[other] { $count } more are not shown here.
}
settings-contacts-new = Add a contact
settings-contacts-new-hint = Their address. They are asked whether you may see when they are there.
settings-contacts-add = Add
settings-contacts-new-name = New name for { $name }
settings-contacts-keep-name = Keep this name
settings-contacts-offer-help = Offer help to { $name }
settings-contacts-ask-again = Ask { $name } once more
settings-contacts-rename = Rename { $name }
settings-contacts-remove = Remove { $name }
# $name is an address, such as anna@example.org.
settings-contacts-request = { $name } wants to see when you are there, and to call you.
settings-contacts-accept = Accept { $name }
settings-contacts-decline = Decline { $name }

## Settings: E-mail

settings-email-way-program = My own e-mail program
settings-email-way-program-hint = It opens with the message, and you press Send there. Without one Hulp uses the mail server below, if it is set up.
settings-email-way-server = The mail server below
settings-email-way-server-hint = Hulp sends your invitations itself.
settings-email-address = E-mail address
settings-email-address-hint = Yours: your helper sees who sent the invitation.
settings-email-address-fault = Please write your own e-mail address.
settings-email-server = Server
settings-email-server-hint = For outgoing mail. Guessed from your address; your provider tells it.
settings-email-server-fault = Please write the server's name.
settings-email-port-fault = Please write a number from 1 to 65535; mostly it is 587 or 465.
settings-email-security = Security
settings-email-user = User name
settings-email-user-hint = Mostly your e-mail address. Empty where the server asks for none.
settings-email-test = Send a test message
# $to is an e-mail address.
settings-email-test-sent = Sent. Look whether it came in at { $to }.

## Settings: Network

settings-network-port-hint = Helpers reach this computer at this TCP port. Where it is taken, Hulp uses another one, which the invitation names.
settings-network-map-port = Ask the router to open a port
settings-network-map-port-hint = So that helpers on the internet reach this computer directly. Hulp asks while an invitation waits, and closes the port again.
# A server where two computers meet that cannot reach each other.
settings-network-relay = Relay
settings-network-relay-hint = Where two computers meet that cannot reach each other. It sees who is connected to whom, and nothing of what you do.
settings-network-relays-public = Public relays
settings-network-relays-own = A relay of your own
settings-network-relays-none = No relay
settings-network-relay-address = Address of the relay
settings-network-relay-address-hint = Such as https://relay.example.org
# A secret that the relay asks of its users.
settings-network-relay-token = Token of the relay
settings-network-relay-token-hint = Where it asks for one. People you invite get it with the invitation.
settings-network-proxy = Proxy to the relay
# The word none is typed as it is, in every language.
settings-network-proxy-hint = Such as http://proxy.example.org:3128. Leave it empty to use this computer's own, or write “none”.
settings-network-proxy-password = Password of the proxy
settings-network-mailbox = Server for codes
settings-network-mailbox-hint = Where the two sides of a code meet. It sees neither the code nor the invitation. Both sides need the same one.

## Settings: Privacy and log

settings-privacy-keep-pictures = Keep pictures of the screen when someone takes control
settings-privacy-keep-pictures-hint = One when control begins and one when it ends. They stay on this computer, and you find them in the log. The oldest go when they take more than { $megabytes } MB.
settings-privacy-open-log = Open the log
settings-privacy-remove-all = Remove all pictures
settings-privacy-remove-sure = Remove all pictures of the screen? They cannot be brought back. The log goes on telling that there were some.
settings-privacy-remove = Remove them
settings-privacy-keep = Keep them
settings-privacy-removing = Removing…
settings-privacy-removed-none = There was no picture.
settings-privacy-removed = { $count ->
    [one] Removed: 1 picture.
   *[other] Removed: { $count } pictures.
}
settings-privacy-not-removed = Some pictures are still there: { $why }.

## Who helps: the pages before a session

expert-cancel = Cancel
expert-settings = Settings
enter-code-title = Enter a code
enter-code-code = Code
enter-code-hint = The other person reads it to you, such as 5-001-997. Spaces and dashes do not matter.
enter-code-get = Get the invitation
enter-code-getting = Getting the invitation…
enter-code-getting-hint = This takes a moment. The other person must have the page with the code open.
open-title = Open an invitation
open-file = Invitation file
open-file-hint = The file that the other person sent you. Its name ends in .hulp.
open-file-was = The file was { $place }.
open-button = Open
offer-to-title = Offer help to a computer
offer-to-for-whom = For computers whose owner, or administrator, has put you on the list of helpers. Who sits there is still asked.
offer-to-computer = Computer
offer-to-computer-hint = Its name or address, such as pc-of-anna or 192.0.2.7, with a port after a colon where it has another than 4857.
offer-to-offer = Offer help
# Above a list of computers on the same network.
offer-to-nearby = Nearby
offer-to-nearby-none = No computer on this network says that it takes offers of help.
offer-to-is-replaced = I have asked: that computer was replaced or set up anew
offer-to-has-moved = I have asked: the computer that I mean has this address now
offer-to-forget = Forget the old words
paper-asks = { $who ->
    [0] Somebody asks for your help
   *[named] { $who } asks for your help
}
paper-did-not-work = It did not work
paper-from = { $who ->
    [0] From somebody
   *[named] From { $who }
}
# $made and $until are such as: today at 14:30.
paper-made-and-holds = Made { $made }. It holds until { $until }.
paper-made-and-held = Made { $made }. It held until { $until }.
paper-expired = By this computer's clock, this invitation has expired. Ask for a new one if it does not work.
paper-your-name = Your name
paper-your-name-hint = The other person sees it when they are asked.
paper-password = Password
paper-password-hint = Ask the other person for it, best by telephone.
paper-show-password = Show password
paper-connect = Connect
paper-try-again = Try again
paper-close = Close invitation
paper-connecting = { $who ->
    [0] Connecting to the other person
   *[named] Connecting to { $who }
}
# $step is a step of connecting, such as: Checking the password.
paper-step-done = { $step }: done
paper-step-under-way = { $step }…
paper-time-left = { $who ->
    [0] The other person has { $time } left to answer.
   *[named] { $who } has { $time } left to answer.
}
# Words to be compared by telephone follow.
paper-words = { $who ->
    [0] If the other person asks on the telephone which words you see, read them these:
   *[named] If { $who } asks on the telephone which words you see, read them these:
}
paper-ended = The session has ended
paper-done = Done

## Who helps: the console

console-take-control = Take control
console-release-control = Release control
console-scale = Scale to window
console-actual-size = Actual size
console-full-screen = Full screen
console-leave-full-screen = Leave full screen
# The chat: messages that both sides write to each other.
console-show-chat = Show chat
# So many messages were not read yet.
console-show-chat-new = { $count ->
    [one] Show chat (1 new)
   *[other] Show chat ({ $count } new)
}
console-hide-chat = Hide chat
console-disconnect = Disconnect
# What a screen reader calls the other person's screen.
console-screen-of = { $who ->
    [0] Screen of the other person
   *[named] Screen of { $who }
}
# Ctrl, Alt and Home are keys.
console-way-out = Ctrl+Alt+Home leaves the remote screen
console-waiting = Waiting for the first picture…
console-reconnecting = Reconnecting… You see the last picture.
console-paused = { $who ->
    [0] The other person has paused. You see the last picture.
   *[named] { $who } has paused. You see the last picture.
}
# Words that both sides see, to be compared by telephone.
state-line-phrase = both sides see: { $words }
# How long it takes there and back, in milliseconds.
state-line-round-trip = round trip { $ms } ms
state-line-round-trip-short = round trip under 1 ms
# Pictures a second.
state-line-frames = { $count } frames/s
state-line-kilobytes = { $count } kB/s
state-line-exact = exact picture
state-line-refining = picture being refined
state-line-reconnecting = { $who ->
    [0] The connection to the other person's computer broke. Reconnecting…
   *[named] The connection to { $who }'s computer broke. Reconnecting…
}
state-line-held-back = { $who ->
    [0] The other person is using the mouse: your input waits.
   *[named] { $who } is using the mouse: your input waits.
}
state-line-controlling = { $who ->
    [0] You and the other person control this computer.
   *[named] You and { $who } control this computer.
}
state-line-asked = { $who ->
    [0] The other person is being asked for control…
   *[named] { $who } is being asked for control…
}
state-line-looking = { $who ->
    [0] You can look. The other person controls this computer.
   *[named] You can look. { $who } controls this computer.
}
state-line-looking-only = { $who ->
    [0] You can look. The other person's computer does not allow control.
   *[named] You can look. { $who }'s computer does not allow control.
}

## The page of the log

log-page-title = Log
log-page-what-it-is = What helpers did on this computer, and what you answered. It stays here unless you export it.
log-page-looking = Looking into the log…
log-page-check = Check the log
log-page-checking = Checking every line and every picture…
log-page-not-checked = The log could not be checked: { $why }.
log-page-not-read = The log could not be read: { $why }.
log-page-empty = Nothing has happened yet.
log-page-no-such-line = There is no such line.
log-page-newer = Newer lines
log-page-older = Older lines
# What a screen reader calls the table.
log-page-lines = Lines of the log
# What a screen reader calls the row with the names of the columns.
log-page-columns = Columns
# A column's name, as Who and What.
log-page-when = When
log-page-who = Who
log-page-what = What
# What a screen reader reads of a line; $what is a sentence.
log-page-row = { $time }, line { $line }: { $what }
# A field: whose lines are looked for.
log-page-person = Person
# A field: which words are looked for.
log-page-words = Words
# A field: from which day on.
log-page-from = From
# A field: until which day.
log-page-to = To
log-page-time-fault = Please write a day such as { $day }, or a moment such as { $day } 14:30.
# What kind of lines: a list to choose from.
log-page-kind = Kind
log-page-kind-of-lines = Kind of lines
log-page-show-these = Show these lines
log-page-show-all = Show all lines
log-page-details = Details of line { $line }
# $time is such as: today at 14:30.
log-page-line = Line { $line }, { $time }
# The fingerprint of a cryptographic key.
log-page-fingerprint = Fingerprint of their computer: { $key }
# The line as it stands in the log's file.
log-page-written = As it was written: { $text }
# A cryptographic hash.
log-page-hash = Hash: { $hash }
log-page-show-picture = Show the picture
log-page-picture-gone = This picture is gone: it made room for newer ones, or it was removed or changed.
# What a screen reader calls the picture.
log-page-picture = Picture of the screen
log-page-export = Export
log-page-export-all = The whole log goes into the file.
log-page-export-part = The lines that you are looking for go into the file.
log-page-as-report = A report to read or print
log-page-as-report-hint = A page for a browser, with times, names and what happened.
# The name of a file format.
log-page-as-json-lines = JSON Lines
# “hulp log verify FILE” is a command.
log-page-as-json-lines-hint = For other programs. hulp log verify FILE checks that its lines fit together; whether they are this computer's shows by the last one's hash, which hulp log verify tells here.
# The name of the file, without its ending; $day is such as 2026-11-26.
log-page-file-name = Log of Hulp { $day }
log-page-save-to = Save to
log-page-save = Save the log
log-page-saving = Saving…
log-page-saved = Saved as { $place }.
log-page-not-saved = The log could not be saved there: { $why }. Please choose another place.
