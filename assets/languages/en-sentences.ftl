### What happened, and what to do next

## Who a helper is

standing-new = { $who ->
    [0] This computer has never seen this helper before, and they give no name.
   *[named] This computer has never seen this helper before. We cannot check this name: anybody can call themselves { $who }.
}
# $last is a moment: today at 14:05
standing-known = Their computer helped you { $count ->
        [one] { $count } time
       *[other] { $count } times
    } before, last { $last }.
standing-known-then = Their computer helped you { $count ->
        [one] { $count } time
       *[other] { $count } times
    } before, last { $last }, and was then called { $then }.

## Why an invitation is not made; said beside its field

invite-fault-not-allowed = This computer does not allow invitations. You can allow them in Settings, under Receiving help.
invite-fault-policy = Your administrator does not allow invitations from this computer.
invite-fault-way = Your administrator does not let invitations travel this way. Please choose another one.
# $longest is a length: 30 days
invite-fault-lifetime = An invitation can hold from 1 minute to { $longest }. Please choose a time within that.
invite-fault-name = Please write your name, so that your helper knows who asks. It can be up to about 40 letters long.
invite-fault-message = This message is too long. Please make it shorter.
invite-fault-password-too-short = This password is too short. Please use { $least } characters or more.
invite-fault-password-in-words = The password stands in your name or your message, and would travel with the invitation. Please take it out there, and tell it by telephone.
invite-fault-to = Please write one e-mail address, such as anna@example.org.
# Here and below $why is the system's own reason, most often in English
invite-fault-file = The invitation could not be saved there: { $why }. Please choose another place.
invite-fault-listen = This computer could not open a door for your helper: { $why }.
invite-fault-store = Hulp could not keep the invitation: { $why }.
invite-fault-owned-by-another = Another Hulp window is already open for you. Please make the invitation there.

## How strong a password is

# Said of a password, before a colon or a full stop
strength-weak = Weak
strength-fair = Fair
strength-good = Good
strength-strong = Strong
strength-no-weakness = { $grade }.
strength-too-short = { $grade }: it is too short.
strength-common = { $grade }: many people use this one.
strength-single-word = { $grade }: one word alone is easy to guess; add two more.
strength-name = { $grade }: names are easy to guess; add two other words.
strength-keyboard = { $grade }: keys side by side are easy to guess.
strength-pattern = { $grade }: repeats and series are easy to guess.
strength-date = { $grade }: dates and years are easy to guess.
strength-too-simple = { $grade }: another word would make it stronger.

## What keeps helpers away

listen-trouble-failed = Helpers cannot reach this computer now: it could not open a door for them ({ $why }).
listen-trouble-owned-by-another = Another Hulp window is open and waits for your helpers. In this one you can only give help.

## What the helper sees and does

seen-reconnecting = { $who ->
    [0] The connection to your helper broke. Reconnecting… Your helper sees nothing now.
   *[named] The connection to { $who } broke. Reconnecting… { $who } sees nothing now.
}
seen-paused = { $who ->
    [0] Paused. Your helper cannot see your screen.
   *[named] Paused. { $who } cannot see your screen.
}
seen-only = { $who ->
    [0] Your helper can see your screen.
   *[named] { $who } can see your screen.
}
seen-and-controlled = { $who ->
    [0] Your helper can see your screen and use your mouse and keyboard.
   *[named] { $who } can see your screen and use your mouse and keyboard.
}
# How much longer Hulp tries
reconnecting = Reconnecting: { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    } left
# No full stop: others may stand behind it
words-wait = What you write now arrives when the connection is back

## How control ended, to the novice

control-ended-you-escape = { $who ->
    [0] You pressed Esc: your helper no longer controls your computer.
   *[named] You pressed Esc: { $who } no longer controls your computer.
}
control-ended-you-ctrl-c = { $who ->
    [0] You pressed Ctrl+C: your helper no longer controls your computer.
   *[named] You pressed Ctrl+C: { $who } no longer controls your computer.
}
control-ended-you-stopped = { $who ->
    [0] You stopped control: your helper no longer controls your computer.
   *[named] You stopped control: { $who } no longer controls your computer.
}
control-ended-you-paused = { $who ->
    [0] You paused: your helper no longer controls your computer.
   *[named] You paused: { $who } no longer controls your computer.
}
control-ended-given-back = { $who ->
    [0] Your helper gave control back to you.
   *[named] { $who } gave control back to you.
}
control-ended-your-computer = { $who ->
    [0] Control ended: your computer does not let your helper use mouse and keyboard.
   *[named] Control ended: your computer does not let { $who } use mouse and keyboard.
}
control-ended-not-allowed = { $who ->
    [0] Control ended: your helper may not control this computer any more.
   *[named] Control ended: { $who } may not control this computer any more.
}

## How control ended, to the helper

control-ended-they-escape = { $who ->
    [0] The other person pressed Esc and took control back.
   *[named] { $who } pressed Esc and took control back.
}
control-ended-they-ctrl-c = { $who ->
    [0] The other person pressed Ctrl+C and took control back.
   *[named] { $who } pressed Ctrl+C and took control back.
}
control-ended-they-stopped = { $who ->
    [0] The other person clicked Stop control.
   *[named] { $who } clicked Stop control.
}
control-ended-they-paused = { $who ->
    [0] The other person paused, and that ended control.
   *[named] { $who } paused, and that ended control.
}
control-ended-you-gave-back = You gave control back.
control-ended-their-computer = { $who ->
    [0] Control ended: the other person's computer lets nobody else use its mouse and keyboard.
   *[named] Control ended: { $who }'s computer lets nobody else use its mouse and keyboard.
}
control-ended-their-policy = { $who ->
    [0] Control ended: the other person's computer does not allow it any more.
   *[named] Control ended: { $who }'s computer does not allow it any more.
}

## Why the helper did not get control

control-refused-declined = { $who ->
    [0] The other person said no to control. You can ask again.
   *[named] { $who } said no to control. You can ask again.
}
control-refused-no-answer = { $who ->
    [0] The other person did not answer. Talk to them first, then ask again.
   *[named] { $who } did not answer. Talk to them first, then ask again.
}
control-refused-policy = { $who ->
    [0] The other person's computer does not allow anybody to control it. You can still look and chat.
   *[named] { $who }'s computer does not allow anybody to control it. You can still look and chat.
}
control-refused-paused = { $who ->
    [0] The other person has paused the session. Ask again when they show their screen again.
   *[named] { $who } has paused the session. Ask again when they show their screen again.
}
control-refused-cannot = { $who ->
    [0] The other person's computer lets nobody else use its mouse and keyboard. You can still look and chat.
   *[named] { $who }'s computer lets nobody else use its mouse and keyboard. You can still look and chat.
}
left-out-own-window = { $who ->
    [0] The other person's Hulp window is theirs alone: your mouse and keys do nothing there.
   *[named] { $who }'s Hulp window is theirs alone: your mouse and keys do nothing there.
}
left-out-cannot-type = { $who ->
    [0] The other person's computer cannot type that sign.
   *[named] { $who }'s computer cannot type that sign.
}

## Steps on the way to a session

connect-step-looking-up = { $who ->
    [0] Finding out where the other person is
   *[named] Finding out where { $who } is
}
connect-step-offering = Offering help
connect-step-reaching = { $who ->
    [0] Reaching the other person's computer
   *[named] Reaching { $who }'s computer
}
connect-step-checking = Checking the invitation
connect-step-waiting = { $who ->
    [0] Waiting for the other person to say yes
   *[named] Waiting for { $who } to say yes
}

## A file that is no usable invitation

open-fault-unreadable = This file cannot be read: { $why }.
open-fault-unreadable-next = Check where the invitation is saved, and open it from there.
open-fault-too-large = This file is far too large to be an invitation.
open-fault-too-large-next = Choose the file whose name ends in .hulp.
open-fault-no-invitation = This file is not a Hulp invitation, or it is damaged ({ $why }).
open-fault-no-invitation-next = Ask for the invitation once more, and save the file without opening it in another program.
open-fault-newer = This invitation was made by a newer Hulp (its format is version { $version }).
open-fault-newer-next = Get the newest Hulp, then open the invitation again.
open-fault-windows = This is an invitation of Windows Remote Assistance, not of Hulp.
open-fault-windows-from = This, from { $name }, is an invitation of Windows Remote Assistance, not of Hulp.
# Said of the invitation; $until is a moment: today at 14:05
open-fault-windows-until = It held until { $until }.
open-fault-windows-next = Hulp does not answer these: their way of protecting a session is old and no longer safe. Ask the other person to install Hulp and to send you a Hulp invitation.

## Why it did not come to a session

try-again = You can try again.
expert-end-not-reached = { $who ->
    [0] The other person's computer was not reached.
   *[named] { $who }'s computer was not reached.
}
expert-end-no-answer = { $who ->
    [0] The other person's computer did not answer at the address in the invitation.
   *[named] { $who }'s computer did not answer at the address in the invitation.
}
# $count is 2 or more
expert-end-no-answers = { $who ->
    [0] The other person's computer did not answer at any of the { $count } addresses in the invitation.
   *[named] { $who }'s computer did not answer at any of the { $count } addresses in the invitation.
}
# $why is one of the messages relay-fault-…, which begin in small letters
expert-end-relay = The way through a relay is closed: { $why }.
expert-end-relay-denied-next = { $who ->
    [0] Ask the other person for a new invitation, which brings what the relay asks for. If it is your relay too, look at its token in Settings, under Network.
   *[named] Ask { $who } for a new invitation, which brings what the relay asks for. If it is your relay too, look at its token in Settings, under Network.
}
expert-end-relay-settings-next = Look at Settings on this computer, under Network. Then try again.
expert-end-not-reached-next = { $who ->
    [0] Ask the other person whether Hulp is open there, and the computer is on and connected. Then try again.
   *[named] Ask { $who } whether Hulp is open there, and the computer is on and connected. Then try again.
}
expert-end-wrong-computer = Another computer answered, not the one that made this invitation. Nothing was sent to it.
expert-end-wrong-computer-next = { $who ->
    [0] The other person's network address may have changed hands. Ask the other person for a new invitation.
   *[named] { $who }'s network address may have changed hands. Ask { $who } for a new invitation.
}
expert-end-not-proved = The computer that answered does not know the password. It may be a trick. Hulp broke off.
expert-end-not-proved-next = { $who ->
    [0] Call the other person, and ask for a new invitation.
   *[named] Call { $who }, and ask for a new invitation.
}
expert-end-password-missing = This invitation needs a password.
expert-end-password-missing-next = { $who ->
    [0] Ask the other person for it, best by telephone, and type it below.
   *[named] Ask { $who } for it, best by telephone, and type it below.
}
expert-end-failed = Something went wrong on this computer: { $why }.

## Why the other computer did not let the helper in

# A new invitation
refusal-ask-for-new = { $who ->
    [0] Ask the other person for a new one.
   *[named] Ask { $who } for a new one.
}
refusal-talk-first = { $who ->
    [0] Talk to the other person first, then try again.
   *[named] Talk to { $who } first, then try again.
}
refusal-unknown = { $who ->
    [0] The other person's computer does not know this invitation.
   *[named] { $who }'s computer does not know this invitation.
}
refusal-unknown-next = It may have been deleted there. Ask for a new one.
# $when is a moment: today at 14:05
refusal-expired = This invitation expired { $when }.
refusal-withdrawn = { $who ->
    [0] The other person has withdrawn this invitation.
   *[named] { $who } has withdrawn this invitation.
}
refusal-withdrawn-next = If that was not meant, ask for a new one.
refusal-in-use = { $who ->
    [0] Somebody else is there already with this same invitation.
   *[named] Somebody else is with { $who } with this same invitation.
}
refusal-in-use-next = { $who ->
    [0] If the other person does not know of that, tell them to click Disconnect at once.
   *[named] If { $who } does not know of that, tell them to click Disconnect at once.
}
refusal-used = This invitation was used already, and works only once.
refusal-password = This password is not right.
refusal-password-no-tries = { $who ->
    [0] There are no tries left. Ask the other person for a new invitation.
   *[named] There are no tries left. Ask { $who } for a new invitation.
}
refusal-password-last-try = { $who ->
    [0] One try is left. Ask the other person for the password before you use it.
   *[named] One try is left. Ask { $who } for the password before you use it.
}
# $count is 2 or more
refusal-password-tries = { $who ->
    [0] { $count } tries are left. Small and capital letters are different. Ask the other person if you are not sure.
   *[named] { $count } tries are left. Small and capital letters are different. Ask { $who } if you are not sure.
}
refusal-voided = This invitation cancelled itself, after too many wrong passwords or refusals.
refusal-policy = { $who ->
    [0] The other person's computer does not allow help by invitation.
   *[named] { $who }'s computer does not allow help by invitation.
}
refusal-policy-next = { $who ->
    [0] The other person, or who looks after that computer, can allow it in Settings.
   *[named] { $who }, or who looks after that computer, can allow it in Settings.
}
refusal-busy = { $who ->
    [0] Another helper is with the other person just now.
   *[named] Another helper is with { $who } just now.
}
refusal-busy-next = Try again later.
refusal-declined = { $who ->
    [0] The other person said no.
   *[named] { $who } said no.
}
refusal-no-answer = { $who ->
    [0] The other person did not answer in time.
   *[named] { $who } did not answer in time.
}
refusal-no-answer-next = { $who ->
    [0] Perhaps nobody sits at that computer. Call the other person, then try again.
   *[named] Perhaps nobody sits at that computer. Call { $who }, then try again.
}
refusal-version = { $who ->
    [0] The other person's Hulp and yours are too far apart in age to understand each other (theirs speaks version { $theirs }, yours { $yours }).
   *[named] { $who }'s Hulp and yours are too far apart in age to understand each other (theirs speaks version { $theirs }, yours { $yours }).
}
refusal-version-yours-next = Get the newest Hulp for this computer.
refusal-version-theirs-next = { $who ->
    [0] Ask the other person to get the newest Hulp.
   *[named] Ask { $who } to get the newest Hulp.
}
refusal-cannot-share = { $who ->
    [0] The other person's computer cannot show its screen.
   *[named] { $who }'s computer cannot show its screen.
}
refusal-cannot-share-next = { $who ->
    [0] Ask the other person what their Hulp window says about it.
   *[named] Ask { $who } what their Hulp window says about it.
}
refusal-session-over = { $who ->
    [0] The connection broke, and the other person's computer has ended the session meanwhile.
   *[named] The connection broke, and { $who }'s computer has ended the session meanwhile.
}
refusal-session-over-next = { $who ->
    [0] You can try again: the other person will be asked again.
   *[named] You can try again: { $who } will be asked again.
}
refusal-not-on-list = { $who ->
    [0] The other person's computer takes no offers of help from you.
   *[named] { $who }'s computer takes no offers of help from you.
}
refusal-not-on-list-next = { $who ->
    [0] Ask the other person for an invitation.
   *[named] Ask { $who } for an invitation.
}
refusal-too-soon = { $who ->
    [0] The other person did not take your last offer of help, and does not hear another one yet.
   *[named] { $who } did not take your last offer of help, and does not hear another one yet.
}
refusal-protocol = { $who ->
    [0] The other person's Hulp did not understand yours.
   *[named] { $who }'s Hulp did not understand yours.
}
refusal-protocol-next = Make sure that both have the newest Hulp, then try again.

## Why a session ended

ended-by-other = { $who ->
    [0] The other person ended the session.
   *[named] { $who } ended the session.
}
ended-by-you = You ended the session.
ended-other-closed = { $who ->
    [0] The other person closed Hulp.
   *[named] { $who } closed Hulp.
}
ended-other-closed-next = If you are not done, ask them to open it again and to send a new invitation.
ended-closed-here = Hulp was closed on this computer.
ended-they-withdrew = { $who ->
    [0] The other person withdrew the invitation, and that ended the session.
   *[named] { $who } withdrew the invitation, and that ended the session.
}
ended-you-withdrew = You withdrew the invitation, and that ended the session.
ended-line-broke = { $who ->
    [0] The connection to the other person's computer broke.
   *[named] The connection to { $who }'s computer broke.
}
# Pressed: keys and mouse buttons
ended-line-broke-next = { $who ->
    [0] Nothing of yours stays pressed there. You can try again: the other person will be asked again.
   *[named] Nothing of yours stays pressed there. You can try again: { $who } will be asked again.
}
ended-line-stayed-broken = { $who ->
    [0] The connection to your helper broke, and did not come back in time.
   *[named] The connection to { $who } broke, and did not come back in time.
}
ended-their-screen = { $who ->
    [0] The other person's computer could not show its screen any longer.
   *[named] { $who }'s computer could not show its screen any longer.
}
ended-your-screen = Your screen could not be shown any longer, and that ended the session.
ended-not-understood = { $who ->
    [0] The other person's Hulp said something that this one does not understand, so the session was ended.
   *[named] { $who }'s Hulp said something that this one does not understand, so the session was ended.
}
ended-not-understood-next = Make sure that both have the newest Hulp.
ended-must-not-say = { $who ->
    [0] Your helper's Hulp said something that it must not say, so the session was ended.
   *[named] { $who }'s Hulp said something that it must not say, so the session was ended.
}
ended-their-policy = { $who ->
    [0] The other person's organisation does not allow this session any more, so it was ended.
   *[named] { $who }'s organisation does not allow this session any more, so it was ended.
}
ended-their-policy-next = { $who ->
    [0] The other person can ask their administrator.
   *[named] { $who } can ask their administrator.
}
ended-your-policy = Your administrator does not allow this session any more, so it was ended.
ended-you-not-on-list = { $who ->
    [0] The other person's computer takes no help from you any more, so the session was ended.
   *[named] { $who }'s computer takes no help from you any more, so the session was ended.
}
ended-you-not-on-list-next = Ask who looks after that computer why you are not on its list of helpers any more.
ended-they-not-on-list = { $who ->
    [0] Your helper is not on the list of helpers any more, so the session was ended.
   *[named] { $who } is not on the list of helpers any more, so the session was ended.
}

## Codes

code-fault-wrong-codes = Wrong codes are being tried again and again. Hulp makes no more of them by itself.
code-fault-wrong-codes-next = Make a new code while your helper is on the telephone, or save the invitation as a file.
code-used-up-crowded = Somebody else came to the number of your code. That code is used up: here is a new one.
code-used-up-silent = Somebody came for your code and broke off. That code is used up: here is a new one.
code-used-up-wrong = Somebody typed a wrong code. Your code is used up: here is a new one. If your helper mistyped, read the new one to them.
fetch-fault-paper = What came for this code is no invitation that Hulp can use.
fetch-fault-no-code = This is not a code.
fetch-fault-no-code-next = A code is a number and six more digits, such as 5-001-997. Ask for it once more.
fetch-fault-nobody = Nobody waits with this code.
fetch-fault-nobody-next = Ask the other person which code they see now, and whether its page is still open.
fetch-fault-wrong = This code is not right, and it is used up now: each code can be tried only once.
fetch-fault-wrong-next = The other person sees a new one. Ask them to read it to you.
fetch-fault-crowded = Somebody else has used the number of this code.
fetch-fault-crowded-next = Ask the other person to make a new code.
fetch-fault-silent = The other computer broke off.
fetch-fault-silent-next = Ask the other person for a new code.
fetch-fault-no-invitation = What came for this code is no invitation.
fetch-fault-no-invitation-next = Ask the other person to make a code in Hulp.
mailbox-address = The address of the server for codes is not right.
mailbox-address-next = Correct it in Settings, under Network.
mailbox-not-reached = The server for codes cannot be reached: { $why }.
mailbox-lost = The connection to the server for codes broke.
mailbox-refused = The server for codes refuses: “{ $words }”.
mailbox-no-randomness = This computer could not make a code just now.
mailbox-nonsense = What answers there is no proper server for codes.
mailbox-next = Check the connection and try again, or use a file: that works without this server.

## Where an invitation stands: in a word, and what it means

invitation-open = Open
invitation-open-means = It waits for your helper.
invitation-in-use = In use
invitation-in-use-means = Your helper is here with it.
invitation-used = Used
invitation-used-means = It was used, and works only once.
invitation-expired = Expired
invitation-expired-means = Its time ran out.
invitation-withdrawn = Withdrawn
invitation-withdrawn-means = You took it back.
invitation-voided = Cancelled
invitation-voided-means = It cancelled itself: there were too many wrong passwords, or you said no to it too often.

## How an invitation went out

# In the table of the invitations, under How
sent-how-file = File
sent-how-code = Code
sent-how-email = E-mail
sent-how-contact = Contact
sent-how-offer = Offer
# $count is 0, 2 or more
sent-how-many = { $count } ways
# In the table of the invitations, under Sent to
sent-to-telephone = By telephone
sent-to-chosen-elsewhere = Chosen in the e-mail program
# The last two of a list of such ways: saved as a.hulp, gave by a code and e-mailed to anna@example.org
listed = { $first } and { $last }
# A file with the folder that it is in; the folder as the user knows it
file-in-folder = { $file } in the folder { $folder }
# $ways is one of the messages invited-…, or a list of them
invited = They have the invitation that you { $ways }.
invited-file = saved as { $file }
invited-code = gave by a code
invited-email = sent by e-mail
invited-email-to = e-mailed to { $to }
invited-contact = sent to your contact { $address }
invited-offer = gave to { $name }, who offered help
# $ways is one of the messages went-out-…, or a list of them
went-out = It was { $ways }.
went-out-file = saved as { $file }
went-out-code = given by a code
went-out-email = sent by e-mail
went-out-email-to = sent by e-mail to { $to }
went-out-contact = sent to your contact { $address }
went-out-offer = given to { $name }, who offered help

## Contacts

contact-line-signed-out = You are not signed in.
contact-line-looking = Looking for your password in this computer's keyring…
contact-line-needs-password = Please type your password: this computer's keyring does not have it.
contact-line-connecting = Signing in…
contact-line-online = You are signed in: your contacts see that you are there.
# $why is a whole sentence, one of the messages contact-fault-…
contact-line-lost = { $why } Hulp tries again by itself, at once.
# $count is 2 or more
contact-line-lost-pause = { $why } Hulp tries again by itself, in { $count } seconds.
contact-line-not-allowed = Your administrator does not let contacts be used on this computer.
contact-fault-no-address = This is no address of a contact. It looks like anna@example.org.
contact-fault-no-server = This is no server. It looks like chat.example.org.
contact-fault-not-reached = The contact server was not reached: { $why }. Check your internet connection and the address.
contact-fault-untrusted = The contact server showed a certificate that cannot be trusted: { $why }. Your password was not given to it.
contact-fault-no-encryption = The contact server offers no secure line, so your password was not given to it.
contact-fault-password = The contact server did not accept this address and password.
contact-fault-unproved = The contact server could not show that it knows your account, so Hulp left it. Check the address, and ask who runs the server.
contact-fault-no-way-in = The contact server offers no way to sign in that Hulp knows.
contact-fault-refused = The contact server says no: { $why }.
contact-fault-nonsense = What answers there is no proper contact server.
contact-fault-lost = The line to the contact server broke.
contact-fault-not-connected = There is no line to your contact server just now. Look at Settings, under Contacts.
contact-fault-undelivered = The contact was not reached.
contact-fault-no-randomness = This computer gives no random numbers just now.
# Whether a contact is there: below the name
presence-can-help = There, with Hulp
presence-online = There, without Hulp
presence-asked = Asked; has not answered yet
presence-not-shown = Does not show you whether they are there
presence-offline = Not there
contact-request = { $contact } wants to be your contact. You answer in Settings, under Contacts.
ring-asks = { $who ->
    [0] Somebody asks for your help
   *[named] { $who } asks for your help
}
ring-offers = { $who ->
    [0] Somebody offers to help you
   *[named] { $who } offers to help you
}
call-rings = Hulp is ringing { $name }, for { $count } seconds…
call-invited = { $name } accepted. When they connect, Hulp asks you.
call-connects = { $name } accepted. Hulp connects…
call-declined = { $name } declined.
call-no-answer = { $name } did not answer for { $count } seconds.
call-taken-back = You took back your call to { $name }.

## E-mail

mail-step-reaching = Reaching the mail server…
mail-step-securing = Making the line to the mail server secure…
mail-step-logging-in = Logging in at the mail server…
mail-step-sending = Sending the message…
mail-ready = Your e-mail program has a message ready: choose to whom, and press Send there.
mail-ready-for = Your e-mail program has a message ready for { $to }: press Send there.
mail-closed = The message to your helper was closed, and is not sent.
mail-closed-to = The message to { $to } was closed, and is not sent.
mail-no-program = Hulp found no e-mail program on this computer. The invitation is saved, so that you can send it yourself.
mail-program-failed = Your e-mail program did not open ({ $why }). The invitation is saved, so that you can send it yourself.
password-in-keyring = The password is in this computer's keyring.
password-this-run-only = This computer has no keyring that could keep the password: Hulp knows it until you close Hulp.
# When nothing was typed
email-fault-nothing = “Nothing” is no e-mail address.
email-fault-no-address = “{ $typed }” is no e-mail address.
email-fault-no-address-next = Please write one, such as anna@example.org.
email-fault-no-sender = Your own e-mail address is missing.
email-fault-no-server = No mail server is set up.
email-fault-settings-next = Please look at Settings, under E-mail.
email-fault-no-password = Hulp does not know your password for { $server }.
email-fault-no-password-next = Please type it in Settings, under E-mail.
email-fault-not-reached = The mail server { $server } was not reached at port { $port }: { $why }.
email-fault-not-reached-next = Check your internet connection, and the server's name and port in Settings.
email-fault-silent = The mail server { $server } did not answer.
email-fault-silent-next = Check the server's name, port and security in Settings, then try again.
email-fault-silent-login = The mail server { $server } did not answer to the login.
email-fault-silent-login-next = Please try again later.
email-fault-silent-message = The mail server { $server } did not say whether it took the message.
email-fault-silent-message-next = Ask your helper whether it came before you send it again.
email-fault-not-secure = The mail server { $server } offers no secure line at this port, so nothing was sent.
email-fault-not-secure-next = Try TLS with port 465 in Settings, or ask your provider.
email-fault-unknown = The mail server { $server } showed a certificate that cannot be trusted: nobody whom this computer trusts vouches for it. Your password was not given to it.
email-fault-other-name = The mail server { $server } showed a certificate that cannot be trusted: it belongs to a server of another name. Your password was not given to it.
email-fault-expired = The mail server { $server } showed a certificate that cannot be trusted: its time is over, or this computer's clock is wrong. Your password was not given to it.
email-fault-certificate = The mail server { $server } showed a certificate that cannot be trusted: it does not hold. Your password was not given to it.
email-fault-certificate-next = Check the server's name in Settings, or ask your provider.
email-fault-tls = No secure line to the mail server { $server } came about: { $why }.
email-fault-tls-next = Check port and security in Settings: STARTTLS mostly has port 587, TLS 465.
email-fault-no-login = The mail server { $server } offers no way to log in that Hulp knows.
email-fault-no-login-next = Use your own e-mail program, or another server.
# Here and below $said are the server's own words
email-fault-login = The mail server { $server } did not accept your user name and password. It says: { $said }.
email-fault-login-next = Check both in Settings. Some providers want a password that is made for one program alone.
email-fault-sender = The mail server { $server } takes no mail from { $address }. It says: { $said }.
email-fault-sender-next = Check your e-mail address in Settings.
email-fault-recipient = The mail server { $server } takes no mail to { $address }. It says: { $said }.
email-fault-recipient-next = Check the address.
email-fault-message = The mail server { $server } refused the message. It says: { $said }.
email-fault-message-next = You can send the file another way.
email-fault-broken = The line to the mail server { $server } broke: { $why }.
email-fault-broken-next = Please try again.

## How two computers reach each other

# Three lines, one for each way, and whether it is open
way-near-open = Same network: open
way-near-closed = Same network: closed; this computer is in no network
way-directly-open = Internet directly: open
way-directly-perhaps = Internet directly: perhaps; this computer has an address on the internet
way-directly-looking = Internet directly: asking the router…
way-directly-later = Internet directly: closed; it may open by itself when your helper is here
way-directly-off = Internet directly: closed; asking the router for a port is switched off in Settings
way-directly-closed = Internet directly: closed; the router has opened no port
way-relay-open = Internet through a relay: open
way-relay-looking = Internet through a relay: looking for one…
way-relay-off = Internet through a relay: switched off in Settings
# $why is one of the messages relay-fault-…
way-relay-closed = Internet through a relay: closed; { $why }
ways-trouble-relay-off = Only a helper in the same network can reach this computer now. A relay, in Settings under Network, lets others reach it too.
ways-trouble = Only a helper in the same network can reach this computer now. Hulp goes on trying the other ways.
# The rest of a sentence that says that a way is closed; also said by itself, then with a capital letter and a full stop
relay-fault-no-relay = the address of the relay in Settings, under Network, is none
relay-fault-no-proxy = the proxy cannot be used: { $proxy } is no address of an HTTP proxy, such as http://proxy.example:3128
relay-fault-token = the relay does not accept the token in Settings, under Network ({ $why })
relay-fault-not-let-in = the relay does not let you in ({ $why })
relay-fault-proxy = the proxy { $proxy } does not let Hulp through; see Settings, under Network ({ $why })
relay-fault-not-reached = no relay answers; is there internet?
relay-fault-nobody = the other computer is not there
# One: a relay
relay-fault-unusable = this computer cannot use one ({ $why })
# Which way a connection goes, in the helper's line of figures
reached-same-network = same network
reached-directly = internet directly
reached-through-relay = internet through a relay
