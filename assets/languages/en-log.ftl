### The lines of the log, the check, offers, and what is printed

## The tray, notices, and a window that is closed while helpers are waited for

tray-open = Open Hulp
tray-stop-control = Stop control
tray-disconnect = Disconnect
tray-quit = Quit Hulp
tray-takes-offers = Hulp takes offers of help.
tray-waits = { $count ->
    [one] Hulp waits for your helper: { $count } open invitation.
   *[other] Hulp waits for your helper: { $count } open invitations.
}
tray-waits-and-takes-offers = { $count ->
    [one] Hulp waits for your helper: { $count } open invitation. It takes offers of help too.
   *[other] Hulp waits for your helper: { $count } open invitations. It takes offers of help too.
}
somebody-wants-to-help = { $who ->
    [0] Someone wants to help you
   *[named] { $who } wants to help you
}
notice-may-see = Hulp asks whether they may see your screen. No answer is no.
notice-may-control = Hulp asks whether they may. No answer is no.
notice-ring = Hulp asks whether you accept.
closing-offers = This computer takes offers of help.
closing-waits = { $count ->
    [one] { $count } invitation of yours still waits for a helper.
   *[other] { $count } invitations of yours still wait for a helper.
}
closing-waits-and-offers = { $count ->
    [one] { $count } invitation of yours still waits for a helper, and this computer takes offers of help.
   *[other] { $count } invitations of yours still wait for a helper, and this computer takes offers of help.
}
closing-back-by-tray = Hulp can keep waiting without a window: you find it in the tray, beside the clock.
closing-back-by-start = Hulp can keep waiting without a window. This desktop has no place for its icon: start Hulp again to get back to it.
closing-back-by-task-bar = Hulp can keep waiting with its window out of your way.
# what goes on, how one gets back to the window, and this
closing-goes-on = { $what } { $how } When a helper comes, it asks you.
closing-ends-session = The session in which you give help ends either way.
closing-ends-connecting = Hulp stops connecting either way.

## The administrator's policy, and settings that could not be read

set-by-your-administrator = Set by your administrator
policy-log-fails = The log cannot be written, and your administrator requires it. Nobody is let in until it can be: look whether the disk is full.
policy-unreadable = Your administrator's policy cannot be read, so nobody can be invited or helped on this computer: { $error }. Please tell your administrator.
# one of several faults in a list
policy-fault-in-line = line { $line }: { $fault }
policy-faulty = Something is wrong in your administrator's policy: { $faults }. Please tell your administrator.
settings-unreadable-usual-hold = Your settings could not be read, so Hulp begins with its usual ones, and allows nothing. Look through them, allow what you want, and save them. The file is kept as { $place }.
settings-unreadable-others-hold = Your settings' file was changed into one that cannot be read, so the settings of before go on. The file is kept as { $place }.
settings-gone-usual-hold = Your settings' file was gone, so Hulp begins with its usual settings, and allows nothing. Look through them, allow what you want, and save them.
settings-gone-others-hold = Your settings' file was gone, so the settings of before go on, and were written anew.

## What a session came to, and the log's kinds of lines

log-kind-everything = Everything
log-kind-invitations = Invitations
log-kind-visits = Who came, your answers
log-kind-sessions = Sessions
log-kind-control = Control
log-kind-refusals = What was refused
log-kind-contacts = Contacts
log-kind-settings = Settings
log-kind-computer = This computer
log-empty = The log is empty.
log-whole = { $lines ->
    [one] The log is whole: its one line is as Hulp wrote it.
   *[other] The log is whole: all { $lines } lines are as Hulp wrote them.
}
log-not-whole = The log is not as Hulp wrote it. Somebody or something changed it: { $faults }.
ended-saw = { $who ->
    [0] Your helper saw your screen for { $seen }, and never used your mouse or keyboard.
   *[named] { $who } saw your screen for { $seen }, and never used your mouse or keyboard.
}
ended-saw-and-used = { $who ->
    [0] Your helper saw your screen for { $seen } and used your mouse and keyboard for { $used }.
   *[named] { $who } saw your screen for { $seen } and used your mouse and keyboard for { $used }.
}
once = once
twice = twice
# three times and more
many-times = { $count } times
# $often: once, twice, 3 times
ended-control-refused = Control was asked for and not given { $often }.
ended-paused = You paused { $often }.
ended-broke = The connection broke { $often }.
messages-counted = { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
# $yours and $theirs: 1 message, 2 messages
ended-wrote = { $who ->
    [0] You wrote { $yours }, and your helper wrote { $theirs }.
   *[named] You wrote { $yours }, and { $who } wrote { $theirs }.
}

## Offers of help

offers-to-help = { $name } offers to help you
offers-to-help-of = { $name } ({ $organisation }) offers to help you
vouched-by-an-organisation = An organisation on the list of those who may offer help at this computer says that this is { $name }.
vouched-by-the-list = { $name } is on the list of those who may offer help at this computer.
vouched-by = { $organisation }, which is on the list of those who may offer help at this computer, says that this is { $name }.
vouched-by-the-list-says-of = { $name } is on the list of those who may offer help at this computer. They say themselves that they are of { $organisation }.
offer-allows-control = If you allow it, they see your screen. To use your mouse and keyboard they must ask you once more.
offer-allows-sight = If you allow it, they see your screen. They cannot use your mouse and keyboard.
offerer-new = It is { $name }'s computer, which was never here before.
# $last: today at 14:30
offerer-known = It is { $name }'s computer, which was last here { $last }.
reaching-name = Reaching { $name }
waiting-for-who-sits-at = Waiting for whoever sits at { $name } to say yes
computer-new = This is the first time that this computer meets that one. Its words are below: who sits there finds the same ones under Settings, Receiving help. Hulp remembers them.
computer-known = It is the same computer as before. Its words are:
offer-no-place = This is no computer's name or address.
offer-no-place-next = It looks like pc-of-anna, 192.0.2.7, or pc.example.org:4857.
offer-no-such-name = No computer called { $name } was found ({ $why }).
offer-no-such-name-next = Check how its name is written, or use its address.
offer-not-reached = { $name } did not answer.
offer-not-reached-next = Hulp must be open there, and take offers of help: Settings, Receiving help. A firewall may be in the way too.
offer-key-changed = STOP: { $name } is not the computer that it was before. Hulp said nothing to it. The words of the computer that you know are: { $words }.
offer-key-changed-next = Somebody may be trying to pass for that computer. Call who looks after it: only if it was replaced, or Hulp was set up anew there, is it to be met as a new one.
# $name: an address with its port; $words: of the key that is known
offer-key-changed-there = Another computer is at { $name } now than the one that Hulp met there before. Hulp said nothing to it. The words of the computer that you know are: { $words }.
offer-key-changed-there-next = Networks give addresses to other computers in time, so this may simply be somebody else's. It may also be one that tries to pass for the computer that you know. Ask who sits at the computer that you mean which address it has: only if it is this one, meet it as a new computer, and compare the words.
offer-not-hulp = What answered at { $name } is not Hulp.
offer-not-hulp-next = Check the name and the port.
offer-not-on-list = { $name } takes no offers of help from you.
# hulp identity export is a command to type
offer-not-on-list-next = Give your card to who looks after that computer: hulp identity export writes it. If an organisation signed your card, it may have expired.
offer-too-soon = { $name } did not take your last offer, and does not hear another one yet.
# $wait: 40 seconds
offer-too-soon-next = You can offer help again in { $wait }. Best call first.
# $why: what the system says, in English
nearby-unheard = Computers nearby cannot be found ({ $why }). You can still write a computer's name or address above.
card-of = The card of { $name }
card-signed = The card of { $name } ({ $organisation }, which signed it)
card-says-of = The card of { $name }, who says that they are of { $organisation }
organisation-key-of = The key of { $name }: everybody whose card it has signed could offer help
taken-back-list = { $helpers ->
    [one] A list of { $organisation }: { $helpers } of its helpers may not offer help any more
   *[other] A list of { $organisation }: { $helpers } of its helpers may not offer help any more
}
# stands where an organisation's name would
an-organisation-on-your-list = an organisation on your list
# stands where an organisation's name would
that-organisation = that organisation
list-added = { $name } is on the list now. The words are: { $words }.
list-removed = { $name } is not on the list any more.
list-taken-back = { $helpers ->
    [one] One helper of { $organisation } may not offer help here any more.
   *[other] { $helpers } helpers of { $organisation } may not offer help here any more.
}
list-failed = That did not work: { $why }.

## Check this computer

check-part-screen = Seeing the screen
check-part-input = Mouse and keyboard
check-part-stop-keys = Esc and Ctrl+C
check-part-port = Waiting for helpers
check-part-way-out = The way to the internet
check-part-router = The router
check-part-relay = The relay
check-part-codes = The server for codes
check-part-email = E-mail
check-part-contacts = Contacts
check-part-drawing = Drawing
check-part-keyring = Keeping passwords
check-part-files = Opening invitations
check-part-disk = Keeping Hulp's things
check-part-clock = The clock
check-trying = Trying…
check-works = Works
check-not-set-up = Not set up
check-does-not-work = Does not work
check-try-esc = Try it if you like: press Esc now.
check-going-on = Hulp tries each part of this computer for real. That takes half a minute at most.
check-all-works = Everything that is set up works.
check-some-fail = { $count ->
    [one] One part does not work. What to do stands with it.
   *[other] { $count } parts do not work. What to do stands with each.
}
# a part, whether it works, and then what stands under it
check-report-line = { $part }: { $standing }
check-screen = This is what a helper would see ({ $width } by { $height } pixels).
check-screen-blank = A picture came ({ $width } by { $height } pixels), but it has one colour only.
check-screen-blank-next = If your screen is not empty, look in the system's settings whether Hulp may record the screen.
check-pointer-moved = The pointer was moved a little and back. With your yes, a helper could use mouse and keyboard.
check-pointer-taken = The desktop took a small move of the pointer and back, but tells no program where the pointer is. With your yes, a helper could use mouse and keyboard.
check-stop-keys-in-window = On this desktop Esc and Ctrl+C stop a helper only while Hulp's window is in front: no program hears what is typed into another.
check-stop-keys-in-window-next = While somebody helps, keep Hulp's window in sight. Stop control is always in it.
check-watching = Hulp hears both, whatever program is in front.
# $keys: what the desktop calls the keys, such as "Ctrl+Alt+H" or "Press Ctrl+Alt+H"
check-stop-shortcut = Esc and Ctrl+C stop a helper while Hulp's window is in front; whichever window is in front, your desktop's own keys do: { $keys }
check-heard-shortcut = Hulp heard the keys that your desktop gave it. They stop a helper at once.
check-asking = Your desktop is about to ask you about this in a window of its own.
check-asking-next = Say yes there. Only this check uses it, nobody else sees or does anything, and it ends with the check.
check-heard-esc = Hulp heard Esc. That stops a helper at once.
check-heard-ctrl-c = Hulp heard Ctrl+C. That stops a helper at once.
# $port is a text: ports have no dots
check-port = A helper in the same network can reach this computer at port { $port }.
check-other-port = Port { $wanted } is in use, perhaps by another Hulp; Hulp can use another one, such as { $port }.
check-other-port-next = An invitation names the port by itself. Only where a firewall lets port { $wanted } alone through, choose another port in Settings, under Network.
check-enough-ways-out = That is enough where the part below that needs it works.
check-router-opened = It opened a way in at { $address } and closed it again: helpers on the internet can reach this computer directly.
check-on-the-internet = This computer has an address on the internet itself; no router is needed.
check-relay-found = Helpers anywhere can reach this computer through { $server }.
check-server-answers = { $server } answers.
check-mail-program = Your own e-mail program can be asked to send an invitation.
check-mail-server = The mail server { $server } let Hulp in. Nothing was sent.
check-contact-server = The contact server let { $address } in.
# $through is OpenGL 4.5, Vulkan or the like, and $device what it draws with.
check-drawn = Windows are drawn through { $through }, by { $device }.
check-drawn-in-software = Windows are drawn through { $through }, in software, by { $device }. Hulp needs no graphics card.
check-not-drawn = No window can be drawn here.
check-how-to-draw = Install the package libgl1-mesa-dri or mesa-vulkan-drivers: either of them draws without a graphics card.
check-how-to-draw-windows = Install the graphics card's driver, or ask who looks after this computer.
check-keyring = This computer's keyring keeps passwords for Hulp.
check-opens-hulp = A double click on an invitation opens Hulp.
check-written = Hulp can write.
# $free: 53 MB
check-written-free = Hulp can write; { $free } are free.
check-clock = It agrees with what Hulp knows. Invitations expire by it.
check-not-allowed = Your administrator or Settings do not allow what this is for, so it was left alone.
check-nothing-to-stop = Nobody can use mouse and keyboard here, so there is nothing to stop.
check-router-not-asked = Settings say that Hulp leaves the router alone.
check-router-not-asked-next = Where a relay works, that is no loss. Else tick Ask the router to open a port in Settings, under Network.
check-router-refused = It opens no way in, or there is none.
check-router-refused-next = Where a relay works, that is no loss. Else look in the router's settings for UPnP, or ask who looks after it.
check-router-behind-router = It opened a way in, but is itself behind another router ({ $address }).
check-router-behind-router-next = Helpers on the internet need a relay to reach this computer.
check-no-server = Settings name no relay and no server for codes.
check-no-relay = Settings say that no relay is used.
check-no-relay-next = With one, in Settings under Network, helpers can reach this computer from anywhere.
check-no-mail = Hulp found no e-mail program, and no mail server is set up.
check-no-mail-next = Set one up in Settings, under E-mail, or save invitations as files.
check-no-contacts = You have no account at a contact server.
check-no-contacts-next = If you want to ask people who are there, sign in in Settings, under Contacts.
check-no-contacts-password = Hulp does not know the password of your account.
check-no-contacts-password-next = Sign in in Settings, under Contacts.
# $name: a program
check-opens-another = A double click on an invitation opens { $name }.
check-opens-nothing = A double click on an invitation opens nothing.
check-opens-another-next = Choose Hulp there with Open with, or use Open an invitation in Hulp.
check-opener-not-told = This system does not tell what a double click on an invitation opens.
check-opener-not-told-next = Open an invitation in Hulp always works.
check-screen-fails = Nobody could see this screen: { $why }.
check-screen-fails-next = You can still give help to others.
check-input-fails = A helper could see, but not use mouse and keyboard: { $why }.
check-input-fails-next = The helper can still tell you what to do.
check-pointer-stays = The pointer did not go where it was sent.
check-pointer-stays-next = Leave the mouse alone for a moment and check again. A program in full screen may hold the pointer.
check-no-port = No port can be opened: { $why }.
check-no-port-next = Ask who looks after this computer whether programs may open ports.
check-port-silent = Port { $port } is open, but what is sent there does not come in.
check-port-silent-next = A firewall on this computer may keep it. Let Hulp through there.
check-relay-fails-next = Without it only helpers in the same network, or through the router, can reach this computer. Look at Settings, under Network.
check-contacts-fail-next = The account is in Settings, under Contacts.
check-keyring-fails = This computer's keyring does not work for Hulp ({ $why }).
check-no-keyring = There is no keyring here.
check-keyring-next = Hulp then knows passwords until it is closed, and asks again. GNOME Keyring and KWallet are keyrings.
check-disk-fails = Hulp cannot keep its things: { $why }.
check-disk-fails-next = Make room on the disk, or ask who looks after this computer.
check-disk-full = Only { $free } are free on the disk.
check-disk-full-next = Make room: Hulp keeps its invitations and its log there.
# $moment: Friday 7 August at 18:00
check-clock-behind = It is behind: it was later than that already, on { $moment }.
check-clock-behind-next = Set the computer's clock. Invitations expire by it, and servers do not trust a wrong one.
check-timed-out = Nothing came of it within { $count } seconds.
check-timed-out-next = Check again. If it stays so, tell whoever looks after this computer.
check-keyring-timed-out-next = If the system asks you to unlock the keyring, do, and check again.
check-broken = Something in Hulp broke while it was tried.
check-broken-next = Please report this; start Hulp in a terminal to see more.
way-answers = { $server } answers.
way-answers-through = { $server } answers through { $proxy }.
way-fails = { $server }: { $fault }.
way-fails-through = { $server } through { $proxy }: { $fault }.
way-no-address = this is no address
way-no-name = its name was not found
way-no-network = no way leads there
way-refused = it does not take connections
way-silent = it does not answer
way-proxy = the proxy does not let Hulp through, { $why }
no-way-out-offline = Is this computer connected to the internet? Open a page in your browser to see.
no-way-out-proxy = Look at the proxy in Settings, under Network, or ask who looks after it.
no-way-out-firewall = A firewall may be in the way, or a proxy be needed: see Settings, under Network.

## The log, a line for each entry. $helper is Anna (computer 3f2a, at 192.0.2.7); $invitation is a short number

log-foreign = (not known to this Hulp) { $json }
log-damaged-line = DAMAGED: { $fault }
log-part-whole = Part of a log: { $lines } lines, each of which fits its hash. Others were left out.
log-whole-with-hash = The log is whole: { $lines } lines. The last one's hash is
log-keep-the-hash = Kept elsewhere, this hash will show whether these lines were ever rewritten.
log-is-not-whole = The log is not as Hulp wrote it.
log-waiting = Waiting for helpers on port { $port }.
log-not-waiting = Not waiting for helpers any more.
log-invitation-made = { $password ->
    [yes] Invitation { $invitation } made, with a password, until { $until }.
   *[no] Invitation { $invitation } made, without a password, until { $until }.
}
log-invitation-made-as = { $password ->
    [yes] Invitation { $invitation } made, with a password, until { $until }, saved as { $place }.
   *[no] Invitation { $invitation } made, without a password, until { $until }, saved as { $place }.
}
log-invitation-saved-again = Invitation { $invitation } saved again as { $place }.
log-code-made = A code was made for invitation { $invitation }.
log-code-used-up = The code of invitation { $invitation } is used up: { $why }.
log-code-given = somebody knew it and has the invitation
log-code-wrong-guess = somebody tried a wrong one
log-code-crowded = a third one came to the same number
log-code-silent = somebody began and said no more
# $to: an address; there may be none
log-invitation-for-email = { $password ->
    [yes] Invitation { $invitation } made, with a password, until { $until }, for an e-mail.
   *[no] Invitation { $invitation } made, without a password, until { $until }, for an e-mail.
}
log-invitation-for-email-to = { $password ->
    [yes] Invitation { $invitation } made, with a password, until { $until }, for an e-mail to { $to }.
   *[no] Invitation { $invitation } made, without a password, until { $until }, for an e-mail to { $to }.
}
log-invitation-mailed = { $way ->
    [program] Invitation { $invitation }: the e-mail was handed to the e-mail program.
   *[server] Invitation { $invitation }: the e-mail was handed to the mail server, which took it.
}
log-invitation-mailed-to = { $way ->
    [program] Invitation { $invitation }: the e-mail to { $to } was handed to the e-mail program.
   *[server] Invitation { $invitation }: the e-mail to { $to } was handed to the mail server, which took it.
}
log-invitation-for-contact = { $password ->
    [yes] Invitation { $invitation } made, with a password, until { $until }, for the contact { $to }.
   *[no] Invitation { $invitation } made, without a password, until { $until }, for the contact { $to }.
}
# $phrase: the comparison words
log-offer-asked = { $control ->
    [yes] Asked about the offer of { $helper } to help, with control if allowed later; words: { $phrase }.
   *[no] Asked about the offer of { $helper } to help, to see only; words: { $phrase }.
}
log-offer-asked-of = { $control ->
    [yes] Asked about the offer of { $helper } (of { $organisation }) to help, with control if allowed later; words: { $phrase }.
   *[no] Asked about the offer of { $helper } (of { $organisation }) to help, to see only; words: { $phrase }.
}
log-offer-taken = The offer of { $helper } was taken.
log-offer-declined = The offer of { $helper } was declined.
log-offer-not-answered = The offer of { $helper } was not answered in time.
log-offer-asked-no-more = The offer of { $helper } was not asked about any more.
log-name-with-key = { $name } (key { $key })
log-helper-added = { $name } was put on the list of helpers.
log-helper-added-may = { $control ->
    [yes] { $name } was put on the list of helpers, and may ask for control.
   *[no] { $name } was put on the list of helpers, and may only see.
}
log-helper-removed = { $name } was taken off the list of helpers.
log-organisation-added = All helpers of { $name } were put on the list of helpers.
log-organisation-added-may = { $control ->
    [yes] All helpers of { $name } were put on the list of helpers, and may ask for control.
   *[no] All helpers of { $name } were put on the list of helpers, and may only see.
}
log-organisation-removed = All helpers of { $name } were taken off the list of helpers.
log-cards-taken-back = { $many ->
    [one] A list of { $many } helpers that { $name } took back was noted.
   *[other] A list of { $many } helpers that { $name } took back was noted.
}
log-cards-taken-back-some = A new list of the helpers that { $name } took back was noted.
log-invitation-ended = Invitation { $invitation } ended: { $why }.
log-invitation-used = a session came of it and was ended
log-invitation-expired = its time ran out
log-invitation-withdrawn = taken back
log-invitation-too-many-passwords = too many wrong passwords
log-invitation-too-often-declined = too often declined
log-invitation-deleted = Invitation { $invitation } deleted from the list.
log-helper-proved = { $helper } came with invitation { $invitation } and proved it.
log-helper-refused = { $helper } was refused: { $why }.
log-helper-refused-with = { $helper } was refused, with invitation { $invitation }: { $why }.
log-helper-gone = { $helper } went away before a session began.
log-helper-gone-with = { $helper } went away before a session began, with invitation { $invitation }.
log-consent-asked = { $known ->
    [yes] Asked whether { $helper } (here before) may see the screen; comparison phrase: { $phrase }.
   *[no] Asked whether { $helper } (never here before) may see the screen; comparison phrase: { $phrase }.
}
log-consent-yes = Answered yes: { $helper } may see the screen.
log-consent-no = Answered no: { $helper } may not see the screen.
log-consent-none = Not answered in time: { $helper } may not see the screen.
log-consent-asked-no-more = Not asked about any more: { $helper } may not see the screen.
log-session-began = Session began: { $helper } sees the screen, with invitation { $invitation }.
log-control-asked = The helper asked for control.
log-control-granted = Control was given to the helper.
log-control-refused = Control was not given: { $why }.
# $lasted: 2 min 5 s
log-control-ended = Control ended after { $lasted }: { $how }.
log-paused = Paused: the helper does not see the screen.
log-resumed = Resumed: the helper sees the screen again.
log-line-broke = The line broke: the helper sees nothing and does nothing. Waiting for the helper's computer.
log-session-went-on = The session goes on: { $helper } is back after { $after }, and sees the screen unless it is paused.
log-session-ended = Session with { $helper } ended: { $why }. The screen was seen for { $seen }, controlled for { $controlled }; chat messages: { $sent } sent, { $received } received.
log-bad-connection = A connection from { $place } was no helper's: { $what }.
# twice and more
log-bad-connections = A connection from { $place } was no helper's ({ $times } times): { $what }.
log-settings-changed = Settings changed: { $changes }.
log-settings-broken = The settings could not be read and were moved to { $place }; the usual ones hold, with nothing allowed.
log-log-damaged = This log was not as Hulp had left it: { $damage }.
log-settings-taken-over = Settings changed in their file, or by another Hulp: { $changes }.
log-settings-spoilt = The settings' file was changed into one that cannot be read and was moved to { $place }; the settings of before hold.
log-settings-gone = The settings' file was gone; the settings of before hold and were written anew.
# one of several in a list
log-setting-change = { $setting } from "{ $old }" to "{ $new }"
log-policy = The administrator's policy: { $keys }.
# after the policy
log-policy-fault = Wrong: { $fault }.
# after the policy
log-policy-left-out = { $count ->
    [one] And { $count } more keys and faults.
   *[other] And { $count } more keys and faults.
}
log-policy-unreadable = The administrator's policy cannot be read, and everything that it governs is closed: { $why }.
log-policy-gone = There is no policy of an administrator's any more.
log-picture-kept-began = A picture of the screen was kept when { $helper } was given control: { $picture }.
log-picture-kept-ended = A picture of the screen was kept when { $helper } no longer had control: { $picture }.
log-picture-removed-by-you = Picture { $picture } was removed, as you removed all pictures.
log-picture-removed-for-room = Picture { $picture } was removed, to make room for newer ones.
# stands where a name would
log-somebody = Somebody
log-who = { $name } (computer { $key }, at { $place })
# where somebody is
log-behind-relay = a place behind a relay [{ $address }]
log-contact-signed-in = Signed in for contacts as { $contact }.
log-contact-signed-out = Signed out for contacts as { $contact }.
log-contact-added = Contact { $contact } added to the list.
log-contact-removed = Contact { $contact } taken off the list.
log-contact-let-see = Contact { $contact } may see when this user is there.
log-contact-not-let-see = { $contact } may not see when this user is there.
log-contact-asked-for-help = { $contact } asks for help.
log-contact-offered-help = { $contact } offers to help.
log-contact-was-accepted = The user accepts the call of { $contact }.
log-contact-was-forbidden = The policy lets nobody offer help: the call of { $contact } is declined.
log-contact-was-declined = The user declines the call of { $contact }.
log-contact-missed = The call of { $contact } was not answered here.
log-contact-was-asked = Contact { $contact } is asked for help.
log-contact-was-offered = Contact { $contact } is offered help.
log-contact-accepted = Contact { $contact } accepts.
log-contact-declined = Contact { $contact } declines.
log-contact-did-not-answer = Contact { $contact } does not answer.
log-contact-was-not-reached = Contact { $contact } was not reached.
log-contact-is-asked-no-more = The call to { $contact } was taken back.
log-refused-password = { $count ->
    [one] wrong password, { $count } tries left
   *[other] wrong password, { $count } tries left
}
log-refused-version = their Hulp speaks version { $version } of the protocol
log-refused-unknown = no such invitation was made here, or it is not the real one
log-refused-expired = the invitation's time had run out
log-refused-withdrawn = the invitation had been taken back
log-refused-in-use = somebody else was here with that invitation
log-refused-used = the invitation had been used
log-refused-voided = the invitation had ended itself
log-settings-or-policy-forbid = settings or policy forbid it
log-refused-busy = another helper was here
log-declined = declined
log-not-answered-in-time = not answered in time
log-refused-cannot-share = this computer cannot show its screen
log-refused-protocol = their side broke the rules of the protocol
log-refused-session-over = the session that was to go on was over
log-refused-not-on-list = not on the list of helpers
log-refused-too-soon = too soon after their last offer
log-session-was-paused = the session was paused
log-control-cannot-inject = this computer lets nobody move its mouse
log-control-taken-back = the helper took the question back
log-control-esc = Esc was pressed
log-control-ctrl-c = Ctrl+C was pressed
log-control-stop-button = Stop control was clicked
log-control-released = the helper gave it back
log-control-could-not-inject = mouse and keyboard could not be used
log-control-session-ended = the session ended
log-control-policy-forbids = settings or policy forbid it now
log-session-novice-left = disconnected here
log-session-helper-left = the helper disconnected
log-session-novice-closed = Hulp was closed here
log-session-helper-closed = the helper closed Hulp
log-session-withdrawn = the invitation was taken back
log-session-line-broke = the line broke
log-session-screen-lost = the screen could not be shown any more
log-session-protocol = the helper's side broke the rules of the protocol
log-session-policy-forbids = the policy forbids it now
log-session-not-on-list = the helper is not on the list of helpers any more
log-damage-cut-off = it had { $had } lines and has { $has }
log-line-rewritten = line { $number } is not the one that was written
log-damage-head-lost = what remembers its end is lost
log-fault-changed = line { $number } was changed
log-fault-misplaced = line { $number } stands in the wrong place
log-fault-moved = line { $number } stands in the wrong place: it was line { $was }
log-fault-missing = line { $number } is missing
log-fault-missing-lines = lines { $first } to { $last } are missing
log-fault-cut-off = there were { $had } lines and there are { $has }
log-fault-head-lost = what remembers the end of the log is lost
log-fault-no-line = row { $row } of the file is no line of a log
log-fault-other-picture = the picture of line { $number } is not the one that was kept
log-fault-no-picture = the picture of line { $number } is missing
log-fault-noted = noted in line { $number } when Hulp started: { $damage }
log-lasted-seconds = { $secs } s
log-lasted-minutes = { $minutes } min { $secs } s
log-lasted-hours = { $hours } h { $minutes } min

## The e-mail that an invitation travels in: who reads it is the helper. $from is the novice's name

letter-subject = { $from } asks for your help: invitation for Hulp
letter-asks = { $from } asks you to help with their computer, and sends you this invitation with the program Hulp.
letter-take-care = 1. Accept it only if you know { $from } and expect this. If in doubt, call { $from } first, at a number that you already have.
letter-save = 2. Save the attached file, whose name ends in .hulp, and open it with Hulp.
letter-password = 3. Hulp asks for a password. { $from } tells it to you, best by telephone; it is in no e-mail.
# $moment: 27 November 2026, 14:05 (UTC+01:00)
letter-until = The invitation holds until { $moment }. { $from } is asked before you see anything.
letter-pass-on-to-nobody = Whoever has the file can ask to see { $from }'s screen, so please pass it on to nobody.
# a date and a time with the time zone
letter-moment = { $day } { $month } { $year }, { $time } (UTC{ $zone })
letter-test-subject = Test message from Hulp
letter-test-asked = This is the test message that you asked for in Hulp's settings.
letter-test-works = Your mail account works: Hulp can send your invitations with it.
# a file's name, without its ending
file-invitation = Invitation
file-invitation-from = Invitation from { $name }
