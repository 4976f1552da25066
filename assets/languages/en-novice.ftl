### The pages of who is helped, and those of both

## The first page

home-title = How can Hulp help you?
home-get-help = Get help
home-get-help-means = Someone you trust sees your screen and, if you say yes, uses your mouse and keyboard. You can stop it at any moment.
home-invite = Invite someone to help
home-give-help = Give help
home-give-help-means = Someone sent you an invitation (a file whose name ends in .hulp), or reads a code to you.
home-open = Open an invitation
home-code = Enter a code
home-offer = Offer help to a computer
# The button that leads to the list of invitations, on several pages
home-status = Invitation status
home-log = Log
home-check = Check this computer
home-settings = Settings
home-invitations-wait = { $count ->
    [one] { $count } open invitation waits for a helper.
   *[other] { $count } open invitations wait for a helper.
}

## On every page

back = Back
opening-title = Opening the invitation…
browse = Browse…
browse-no-dialog = This desktop has no window to choose a file with. Please type its place.
# The kind of files, in the window where one is chosen
browse-invitations = Hulp invitation

## The chat

chat-message = Chat message
chat-too-long = Too long: send it in parts.
chat-send = Send
# The name of what was said, for screen readers
chat-log = Chat
chat-empty = { $who ->
    [0] What you and the other person write appears here.
   *[named] What you and { $who } write appears here.
}
# Above a message: who wrote it, and when
chat-said-by-me = You, { $time }
chat-said-by-other = { $who ->
    [0] The other person, { $time }
   *[named] { $who }, { $time }
}

## Check this computer

check-begins = Hulp tries each part of this computer for real.
check-again = Check again
check-copy = Copy as text
# What the small picture shows
check-your-screen = Your screen
check-group-when-helped = When somebody helps you
check-group-reach = How your helper reaches you
check-group-travel = How invitations travel, and the rest

## The window is closed while helpers are waited for

closing-title = Close Hulp?
closing-then-nobody = When you close Hulp, helpers cannot reach this computer until you start Hulp again. Your invitations are kept.
closing-keep-waiting = Keep waiting
closing-close = Close Hulp

## Somebody calls

ring-address = Address: { $address }
ring-contact = One of your contacts; the contact server vouches for the address.
ring-stranger = This person is not one of your contacts. Swindlers call people whom they do not know.
# What the caller wrote
ring-words = “{ $words }”
ring-next-help = If you accept, Hulp connects to their computer, and they are asked whether you may see their screen.
ring-next-helping = If you accept, Hulp sends them an invitation. When they connect, Hulp asks you first: nobody sees anything before you say yes.
ring-accept = Accept
ring-decline = Decline

## May someone see your screen?

consent-title = May someone see your screen?
consent-wants-to-help = { $who ->
    [0] Someone wants to help you.
   *[named] { $who } wants to help you.
}
consent-same-computer = It is the computer on which your contact accepted, as the contact server says.
consent-other-computer = This is another computer than the one on which your contact accepted, as the contact server says. If you cannot ask them by telephone, click Decline.
# The comparison words stand below
consent-compare = Ask them by telephone which words they see. They must be:
consent-allow = Allow
consent-decline = Decline
# $time is such as: 45 seconds
consent-countdown = Answers no by itself in { $time }.
# spoken when the question appears
consent-countdown-begins = { $count ->
    [one] Answers no by itself within { $count } minute.
   *[other] Answers no by itself within { $count } minutes.
}
# Above words of the organisation's own
consent-organisation = From your organisation

## How did this begin?

who-called-title = How did this begin?
who-called-by-me = I called them
who-called-by-them = They called me
who-called-by-nobody = We have not spoken
who-called-beware-of-offers = Stop and think. Did you ask for help? If you did not, or are not sure, click Decline, and call whoever usually helps you.
who-called-beware-of-callers = Stop and think. Swindlers call people and say that they are from the bank, the police, Microsoft or a shop. Nobody honest calls you to get into your computer. If you are not sure, click Decline, hang up, and call somebody you know.
who-called-know-them = I know this person and want to go on
who-called-answer-first = To allow it, first answer the question above.

## An offer of help

# The comparison words stand below
offer-question-compare = If you speak by telephone, ask which words they see. They must be:
offer-question-not-expected = If you do not need help now, or do not expect anybody, click Decline.

## May someone take control?

control-question-title = { $who ->
    [0] Your helper wants to control your computer
   *[named] { $who } wants to control your computer
}
control-question-means = { $who ->
    [0] If you allow it, your helper can use your mouse and keyboard together with you. Keep watching what happens.
   *[named] If you allow it, { $who } can use your mouse and keyboard together with you. Keep watching what happens.
}
control-question-ways = You can stop it at any moment, in three ways:
control-question-way-esc = Press the Esc key.
control-question-way-ctrl-c = Press Ctrl+C: hold down Ctrl and press C.
control-question-way-button = Click Stop control, in this window.
control-question-keys-here-only = On this computer, Esc and Ctrl+C stop control only while this window is in front. Click Stop control, or click this window first.
control-question-keep-in-sight = Keep this window in sight: other windows can cover it here. Your helper's mouse and keys are not held back while you use your own.
# $keys: what the desktop calls the keys, such as "Ctrl+Alt+H" or "Press Ctrl+Alt+H"
control-question-shortcut = Your desktop has one more way, whichever window is in front: { $keys }
control-question-allow = Allow control

## The session

# $left: reconnecting: 20 seconds left. $words: what becomes of words meanwhile
session-reconnecting = { $left }. { $words }.
session-stop-control = Stop control
# Below the button Stop control
session-stop-keys = Or press Esc, or Ctrl+C.
# $keys: what the desktop calls the keys, such as "Ctrl+Alt+H" or "Press Ctrl+Alt+H"
session-stop-shortcut = Or press Esc or Ctrl+C in this window, or anywhere the keys of your desktop: { $keys }
# What the desktop's own question calls the keys
stop-shortcut-description = Hulp: stop control by the helper
session-stop-keys-here-only = Or press Esc or Ctrl+C in this window.
session-control-waits = { $who ->
    [0] Your helper has no control now. It goes on with the connection, unless you stop it.
   *[named] { $who } has no control now. It goes on with the connection, unless you stop it.
}
session-held-back = { $who ->
    [0] You are using the mouse: your helper's input is held back.
   *[named] You are using the mouse: { $who }'s input is held back.
}
session-pause = Pause
session-resume = Resume
session-disconnect = Disconnect
# $words: the comparison words
session-both-see = { $who ->
    [0] You and your helper both see: { $words }
   *[named] You and { $who } both see: { $words }
}

## The session has ended

ended-title = The session has ended
ended-invitation-holds = The invitation still holds: your helper can come back with it, and you will be asked again.
ended-invitation-over = Nobody can see your screen now, and the invitation works no more.
ended-offer-over = Nobody can see your screen now. If your helper offers help once more, you will be asked again.
ended-done = Done
ended-show-in-log = Show it in the log

## Invite someone to help

invite-how = How your helper gets it
invite-way-contact = A contact
invite-way-code = A code
invite-way-email = E-mail
invite-way-file = Save as a file
invite-act-contact = Ask for help
invite-act-contact-named = Ask { $name } for help
invite-act-code = Make a code
invite-act-email = Send invitation
invite-act-file = Save invitation
invite-password-and-contact = The invitation goes to this contact through your contact servers, which could read it. Hulp asks you when somebody comes with it.
invite-password-and-code = A code that you read out by telephone is enough. With a password, your helper needs both.
invite-password-and-email = Then the e-mail alone is not enough. Tell the password by telephone; it is never in the e-mail.
invite-password-and-file = Then the file alone is not enough. Tell the password by telephone.
invite-code-means = You read it out by telephone, and your helper types it in Hulp.
invite-your-name = Your name
invite-message = Message to your helper
invite-message-hint = What is the trouble? You may leave this empty.
# A field with a number, and beside it a unit
invite-expires-after = Expires after
# The name of that unit, for screen readers
invite-expires-after-unit = Unit of Expires after
invite-unit-minutes = Minutes
invite-unit-hours = Hours
invite-unit-days = Days
invite-require-password = Require a password
invite-password = Password
invite-password-repeat = Repeat password
invite-password-make = Make one that is easy to say
invite-password-show = Show password
invite-password-write-down = Write it down now: Hulp does not show it again.
invite-password-not-made = This computer could not make a password just now.
invite-passwords-differ = The two passwords are not the same.
invite-choose-contact = Please choose who should help you.
invite-choose-place = Please say where to save the invitation.
invite-save-to = Save to
invite-contacts-in-settings = You sign in, and see your contacts, in Settings under Contacts.
invite-no-contact-there = None of your contacts is there with Hulp just now.
invite-add-contacts = You add contacts in Settings under Contacts.

## An invitation by e-mail

# The field for the address
mailing-to = To
mailing-by-program = Your own e-mail program opens with the message; there you can also choose the address.
mailing-by-server = Hulp sends it through { $server }.
# Stands for the name of the server where there is none
mailing-your-server = your mail server
mailing-opening = Opening your e-mail program…
mailing-attachment-missing = Attachment missing? Here is the file
mailing-here-is-file = Here is the file
mailing-attach-file = Attach this file
mailing-sent = Sent to { $to }.
mailing-sent-unnamed = Sent to your helper.
mailing-server-possible = Hulp can also send it itself, if you set up your mail server in Settings, under E-mail.
mailing-not-saved = The invitation could not be sent: { $why }.
mailing-by-hand = Save the file and write it myself
mailing-text = The text for the message, if you write it yourself:
# The name of that text, for screen readers
mailing-text-name = Text to paste
mailing-text-copy = Copy the text
mailing-try-again = Try again
mailing-send-again = Send again

## A contact who is called

calling-not-called = The invitation waits. Whoever has it can connect, and then Hulp asks you.
calling-stop = Stop ringing
calling-again = Ask { $name } again

## Waiting for your helper

waiting-title = Waiting for your helper
waiting-none = No invitation waits
waiting-making = Making the invitation…
waiting-not-made = No invitation was made
waiting-no-longer = This invitation waits no longer
# The place of the file stands below
waiting-saved-as = The invitation is saved as
waiting-invitation-holds-until = The invitation holds until { $moment }.
waiting-invitation-holds-until-yours-to-say = The invitation holds until { $moment }. Nobody sees anything before you say yes.
waiting-advice = What to do now
waiting-give-file = Give this file to your helper: by e-mail, on a stick, or in a folder that you share.
waiting-for-mail = Your helper opens the file that is attached to your e-mail, with Hulp.
waiting-call-with-password = Call them, and tell them the password by telephone. Do not send it along with the file.
waiting-call = Call them. Whoever has this file can ask to see your screen, so give it to nobody else.
waiting-leave-open = Leave Hulp open. When they come, Hulp asks you first: nobody sees anything before you say yes.
waiting-ways = How your helper can reach this computer
waiting-withdraw = Withdraw invitation
# The button that leads to the first page
waiting-home = Home
waiting-may-leave = You can leave this page: the invitation goes on waiting as long as Hulp is open.
waiting-leaving-ends-code = When you leave this page, the code ends. The invitation goes on waiting as long as Hulp is open: under Invitation status, Resend makes a new code.

## A code that waits

waiting-code-none = There is no code now: it ended with its page.
waiting-code-making = Making a code…
waiting-code-given = Your helper has the invitation. When they connect, Hulp asks you.
waiting-code-stolen = If it was not your helper who typed the code, withdraw the invitation.
waiting-code-read = Read this code to your helper by telephone:
waiting-code-copy = Copy the code
waiting-code-advice = What to say by telephone
# $digits: the code, digit by digit
waiting-code-words = “Open Hulp, click Enter a code, and type { $digits }.”
waiting-code-password = Then tell them the password too.
waiting-code-beware = Read it only to somebody whom you called yourself. It can be tried once: after a wrong try, a new one stands here. When they come, Hulp asks you first.
waiting-code-new = Make a new code

## Invitation status

status-none = You have not invited anybody yet.
# The name of the table, for screen readers
status-table = Invitations
# The name of the table's first line, for screen readers
status-columns = Columns
status-sent-to = Sent to
status-how = How
status-made = Made
status-expires = Expires
status-state = State
# A line of the table, for screen readers
status-line = { $to }, { $how }, made { $made }, expires { $expires }, { $state }
status-details = Details
status-expire = Expire now
status-resend = Resend
status-delete = Delete
status-expiring-ends-session = Your helper is here with this invitation. If it expires now, the session ends.
status-end-session = End the session
status-deleting-ends-session = Your helper is here with this invitation. If you delete it, the session ends.
status-deleting-open = This invitation still waits. If you delete it, nobody can use it any longer.
status-really-delete = Delete it
status-keep = Keep it
status-made-holds-until = Made { $made }, holds until { $expires }.
status-made-held-until = Made { $made }, held until { $expires }.
status-state-and-meaning = { $state }: { $meaning }
status-with-password = A password is needed with it.
status-without-password = No password is needed with it.
status-your-message = Your message: { $message }
# $addresses: one or more, with commas between
status-addresses = It says that this computer is at { $addresses }.

## An invitation goes out again

resend-title = Send this invitation again
resend-means = It stays the same invitation: the first helper whom you let in has it.
resend-save = Save again
resend-not-saved = It could not be saved there: { $why }.
resend-saved-as = Saved as { $place }.
resend-code-means = You read it out by telephone, and your helper types it in Hulp. An older code ends.
