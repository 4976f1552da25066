### What is answered on the terminal, and what becomes of files that are read there

## A start of the program
terminal-open-already = Hulp is open already: its window comes to the front.
# A display: where windows open, such as that of another user of the same computer.
terminal-open-at-another-display = Hulp is open already, at another display. Use it there, or close it there first.
terminal-open-at-display = Hulp is open already, at the display { $display }. Use it there, or close it there first.
terminal-open-and-busy = Hulp is open already and makes an invitation just now. Try again in a moment.
terminal-open-in-another-version = Hulp is open already, in another version. Close its window, then start this one.
terminal-saved = Saved { $path }. Waiting for your helper.
terminal-not-made = the invitation could not be made within { $secs } seconds
terminal-no-password = { $path } has no password in its first line
terminal-not-read = cannot read { $path }
terminal-too-many = these are { $count } invitations; Hulp opens { $most } at once

## Files that the command line names. These begin in small letters: “hulp:” stands before them, and mostly a reason behind them
terminal-not-written = cannot write { $path }
terminal-not-used = cannot use { $path }
terminal-not-opened = cannot open { $path }
terminal-not-kept = cannot save { $path }
terminal-not-checked = cannot check { $path }
terminal-no-file = { $path } is no file
terminal-not-started = cannot start Hulp once more

## hulp identity
identity-key = Key:   { $key }
# The words of the key, to compare by telephone
identity-words = Words: { $words }
# $until is a date: 2026-11-26
identity-card = Card:  { $name } of { $organisation }, until { $until }
# --name is typed as it is
identity-say-your-name = say your name: --name "Jan Bakker"
identity-saved = Saved { $path }. Its words: { $words }
identity-other-computer = this card is of another computer; export one here and have it signed
identity-not-signed = no organisation has signed this card
identity-kept = Kept. You offer help as { $name } of { $organisation } until { $until }.
identity-too-long-for-picture = too long for a QR picture

## hulp organisation
# $ending: hulporg
organisation-secret-name = the secret needs a name that does not end in .{ $ending }
organisation-saved-secret = Saved the secret as { $path }: keep it where only you can read it.
organisation-novices-add = Novices add { $path }. Its words: { $words }
# organisation_keys is typed as it is
organisation-in-policy = A policy names it under organisation_keys: { $key }
# $from and $until are dates: 2026-11-26
organisation-card = { $path }: { $name }, from { $from } until { $until }. Its words: { $words }
organisation-other-list = that list is of another organisation
organisation-taken-back = this card was taken back; the helper needs a new key
organisation-other-words = the card has other words: somebody changed it
# What is answered is typed: the first letter of yes in this language, or y
organisation-sign = Have you compared the words with the helper? Sign for { $name }? [y/N]
# What is typed for yes there
organisation-yes = y
organisation-not-signed = not signed
organisation-signed = Signed { $path } for { $name }.
organisation-saved-list = { $count ->
    [one] Saved { $path }: list { $number } with one computer. Novices add it under Settings, Receiving help.
   *[other] Saved { $path }: list { $number } with { $count } computers. Novices add it under Settings, Receiving help.
}

## hulp register
register-no-program = cannot tell where Hulp is
register-replaced = Hulp was replaced while it ran: try again
register-not-tried = cannot try it out
register-done = A double click on an invitation opens Hulp now, and Hulp is among your programs. `hulp register --remove` takes that back.
register-not-told = Hulp is registered as the program for invitations. This system does not tell whether it heard of it.
# $name: a program
register-another = Hulp is registered, but the desktop still opens invitations with { $name }: choose Hulp there with Open with
register-nobody = Hulp is registered, but the desktop does not know invitations yet: it needs the package shared-mime-info; with it, run `hulp register` once more
register-no-home = this user has no home folder, so there is nowhere to write it
register-odd-path = the desktop cannot start a program by the path { $path }: move Hulp to a folder whose name is of ordinary letters, then try again
register-not-ours = { $path } is not of Hulp's making: move it away, then try again
# $said: what the file's reader says, in English
register-list-unreadable = { $path } cannot be read: { $said }. Delete it, then run `hulp register` once more
# $said: the system's own words
register-registry = the registry does not take it: { $said }
register-not-needed = on this system the programs' folder is what counts: put Hulp there, and invitations open with it
# $said: the system's own words
register-failed = { $path }: { $said }
register-left = Left, for somebody has changed it: { $path }
register-removed = Hulp is not registered any more.
register-was-not = Hulp was not registered for you.

## A file that cannot be put on the list of helpers. Each is said behind “That did not work:”
card-fault-too-large = this file is larger than any of its kind
# $why: what was found in it, in English
card-fault-wrong = this file cannot be used: { $why }
card-fault-newer = this file was made by a newer Hulp (format { $version }); update Hulp to use it
card-fault-name = a name in it is empty or too long
card-fault-dates = its dates make no sense
card-fault-words = its words do not fit its key; ask the helper for a new card
card-fault-signature = its signature is not right; ask the organisation for a new file
# $moment: 2026-11-26 12:00:00 UTC
card-fault-not-yet = this card holds only from { $moment } on
card-fault-expired = this card held until { $moment }; ask the helper for a new one
card-fault-other-organisation = this list is of another organisation
card-fault-older-list = this list has number { $came }, and number { $known } is known already; ask for the newest one
card-fault-list-full = the list is full; make the organisation a new key
card-fault-no-randomness = the operating system gave no randomness
list-not-yours = your administrator decides who is on this list
list-of-nobody-here = this list is of an organisation that stands for nobody here
list-nothing-read = no file was read
# $why: the system's own reason
list-system = { $why }

## The administrator's policy: hulp policy check, and what the window says of it. Keys and values are quoted as they stand in the file
# Before what is wrong with a line
policy-check-wrong = WRONG: { $fault }
# $why: one of policy-error-…
policy-check-not-trusted = It cannot be trusted, and so everything that a policy governs is closed: { $why }.
policy-check-unreadable = This policy cannot be read: { $why }.
policy-check-closed = Everything that a policy governs is closed until it can.
# $keys: some keys
policy-check-users = The user's own, because it is not in this policy: { $keys }.
policy-check-good = Nothing is wrong with this policy.
policy-check-faults = { $count ->
    [one] One key is wrong.
   *[other] { $count } keys are wrong.
}
# $wants: one of policy-wants-…
policy-fault-value = { $key } must be { $wants }; until then it is closed
policy-fault-key = { $key } is no key that this Hulp knows, and so everything is closed
# $like: one key or several
policy-fault-key-like = { $key } is no key that this Hulp knows; it resembles { $like }, which is closed
policy-wants-switch = true or false
# $words: values in quotes, with commas between
policy-wants-word = one of { $words }
policy-wants-words = a list of some of { $words }
policy-wants-lifetime = a time from "1m" to "366d", such as "8h"
policy-wants-message = a text of 1 to { $most } characters
policy-wants-relay = an address that begins with https://
policy-wants-token = a token of plain letters, digits and signs
policy-wants-mailbox = an address that begins with ws:// or wss://
policy-wants-server = a server's name, such as "xmpp.example.org"
policy-wants-cards = a list of at most { $most } cards, each as the text of its .hulpcard file
policy-wants-keys = a list of at most { $most } keys of 64 hexadecimal digits
policy-wants-revoked = a list of at most { $most } texts, each of a .hulprevoked file
# $said: the system's own reason
policy-error-unreadable = { $path }: { $said }
policy-error-owner = { $path } does not belong to the administrator
policy-error-writable = { $path } can be written by others than its owner
policy-error-not-plain = { $path } is no plain file in plain folders
policy-error-too-large = it is longer than { $kib } KiB
policy-error-not-text = it is no text in UTF-8
# $said: what the file's reader says, in English
policy-error-syntax = line { $line }: { $said }
policy-error-not-a-list = it is no property list: { $said }

## What each key of a policy comes to, to the administrator
policy-allow-invitations = People can be invited to help on this computer.
policy-no-invitations = Nobody can be invited to help on this computer, and whoever was is refused.
policy-control-allowed = Helpers can ask for control; the user is asked each time.
policy-control-view-only = Helpers see the screen and never get mouse and keyboard.
# $time is one of the three below
policy-longest-lifetime = No invitation holds for longer than { $time }.
policy-minutes = { $count ->
    [one] one minute
   *[other] { $count } minutes
}
policy-hours = { $count ->
    [one] one hour
   *[other] { $count } hours
}
policy-days = { $count ->
    [one] one day
   *[other] { $count } days
}
policy-no-ways = There is no way for an invitation to travel.
# $ways: values of the key, such as: file, email
policy-ways = Invitations travel by { $ways } alone.
policy-offers = Helpers on the list can offer help, and so can contacts; the user is asked each time.
policy-no-offers = Nobody can offer help to this computer.
# control is a key
policy-offers-control = Helpers on the list who offer help can be given control, where `control` allows it.
policy-offers-view-only = Helpers on the list who offer help can see the screen only.
policy-no-helpers = No helper is on the list.
policy-helpers = { $count ->
    [one] One helper is on the list.
   *[other] { $count } helpers are on the list.
}
policy-no-organisations = No organisation's helpers are on the list.
policy-organisations = { $count ->
    [one] The helpers of one organisation are on the list.
   *[other] The helpers of { $count } organisations are on the list.
}
policy-no-signed-cards = Nobody whose card an organisation signed is on the list.
policy-taken-back = { $count ->
    [one] One helper's card was taken back.
   *[other] { $count } helpers' cards were taken back.
}
policy-relays-public = The relays are used that everybody may use.
policy-relays-own = The organisation's own relay alone is used.
policy-relays-none = No relay is used.
policy-relay = The organisation's own relay is { $relay }.
policy-relay-token = The organisation's own relay gets this token.
policy-mailbox = Codes go by { $mailbox } alone.
policy-no-codes = No codes are made.
policy-contacts-server = Contacts are signed in for at { $server } alone.
policy-no-contacts = Contacts are not used.
policy-log-not-required = A session goes on also when the log cannot be written.
policy-log-required = Nobody is let in, and a session ends, when the log cannot be written.
policy-log-pictures = The log keeps pictures of each control period.
policy-no-log-pictures = The log keeps no pictures.
policy-consent-see = Beside the question who may see the screen the user reads this.
policy-no-consent-see = Nobody can be asked who may see the screen, and so nobody sees it.
policy-consent-control = Beside the question for control the user reads this.
policy-no-consent-control = Nobody can be asked for control, and so nobody gets it.
policy-clipboard = The clipboard may be shared, with the user's consent.
policy-no-clipboard = The clipboard is never shared.
policy-files = Files may be sent, with the receiver's consent.
policy-no-files = No files are sent or received.
policy-talking = The two may talk, when both want to.
policy-no-talking = Nothing is said or heard through Hulp.
