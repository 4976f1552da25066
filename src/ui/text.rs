//! The sentences: what the typed reasons of the view mean, in plain words, and what to do next.
//!
//! They are in this one place so that they can be translated together. `name` is always the other side's name.

mod code;
pub mod contact;
mod invitation;
pub mod mail;
pub mod reach;
pub mod when;

use std::time::Instant;

use crate::{
    engine::{
        ConnectStep, ControlEnd, ControlRefusal, ControlView, End, ExpertEnd, HelperStanding,
        InviteFault, LeftOut, ListenView, NoviceSessionView, OpenFault, Refusal, RelayFault,
        Seeing,
    },
    invitation::{Grade, Strength, Weakness},
    ui::clock::Clock,
};
pub use code::{code_fault, code_used_up, digit_by_digit, fetch_fault};
pub use invitation::{how, invited, sent_to, state, state_means, went_out};
use when::{counted, how_long, moment};

/// What happened, and what to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What happened.
    pub what: String,
    /// What to do next; may be empty.
    pub next: String,
    /// Whether the same invitation may work at another try.
    pub again: bool,
}

impl Said {
    fn new(what: impl Into<String>, next: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            next: next.into(),
            again: false,
        }
    }

    fn try_again(mut self) -> Self {
        self.again = true;
        self
    }
}

/// The name, or what stands for one.
pub fn name_or<'a>(name: &'a str, otherwise: &'a str) -> &'a str {
    if name.trim().is_empty() {
        otherwise
    } else {
        name.trim()
    }
}

/// Who a helper is, as far as this computer can tell.
pub fn standing(clock: &Clock, helper: &HelperStanding, name: &str) -> String {
    match helper {
        HelperStanding::New => format!(
            "This computer has never seen this helper before. We cannot check this name: \
             anybody can call themselves {name}."
        ),
        HelperStanding::Known {
            sessions,
            last,
            name_then,
        } => {
            let times = counted(u64::from(*sessions), "time");
            let last = moment(clock, *last);
            if name_then == name {
                format!("Their computer helped you {times} before, last {last}.")
            } else {
                format!(
                    "Their computer helped you {times} before, last {last}, \
                     and was then called {name_then}."
                )
            }
        }
    }
}

/// Why an invitation was not made, and beside which field that is to be said.
pub fn invite_fault(fault: &InviteFault) -> String {
    match fault {
        InviteFault::NotAllowed => {
            "This computer does not allow invitations. You can allow them in Settings, under Receiving help.".into()
        }
        InviteFault::Lifetime { longest_secs } => format!(
            "An invitation can hold from 1 minute to {}. Please choose a time within that.",
            how_long(*longest_secs)
        ),
        InviteFault::Name => "Please write your name, so that your helper knows who asks. It can be up to about 40 letters long.".into(),
        InviteFault::Message => "This message is too long. Please make it shorter.".into(),
        InviteFault::PasswordTooShort(least) => {
            format!("This password is too short. Please use {least} characters or more.")
        }
        InviteFault::PasswordInWords => "The password stands in your name or your message, and would travel with the invitation. Please take it out there, and tell it by telephone.".into(),
        InviteFault::To => "Please write one e-mail address, such as anna@example.org.".into(),
        InviteFault::File(why) => {
            format!("The invitation could not be saved there: {why}. Please choose another place.")
        }
        InviteFault::Listen(why) => {
            format!("This computer could not open a door for your helper: {why}.")
        }
        InviteFault::Store(why) => format!("Hulp could not keep the invitation: {why}."),
        InviteFault::OwnedByAnother => {
            "Another Hulp window is already open for you. Please make the invitation there.".into()
        }
    }
}

/// How strong a password is, and what would make it stronger.
pub fn strength(strength: Strength) -> String {
    let grade = match strength.grade {
        Grade::Weak => "Weak",
        Grade::Fair => "Fair",
        Grade::Good => "Good",
        Grade::Strong => "Strong",
    };
    let why = match strength.weakness {
        None => return format!("{grade}."),
        Some(Weakness::TooShort) => "it is too short",
        Some(Weakness::Common) => "many people use this one",
        Some(Weakness::SingleWord) => "one word alone is easy to guess; add two more",
        Some(Weakness::Name) => "names are easy to guess; add two other words",
        Some(Weakness::Keyboard) => "keys side by side are easy to guess",
        Some(Weakness::Pattern) => "repeats and series are easy to guess",
        Some(Weakness::Date) => "dates and years are easy to guess",
        Some(Weakness::TooSimple) => "another word would make it stronger",
    };
    format!("{grade}: {why}.")
}

/// What keeps helpers from reaching this computer; nothing when they can.
pub fn listen_trouble(listen: &ListenView) -> Option<String> {
    match listen {
        ListenView::Off | ListenView::On { .. } => None,
        ListenView::Failed(why) => Some(format!(
            "Helpers cannot reach this computer now: it could not open a door for them ({why})."
        )),
        ListenView::OwnedByAnother => Some(
            "Another Hulp window is open and waits for your helpers. In this one you can only give help.".into(),
        ),
    }
}

/// What the novice's session window says first of all.
pub fn seen(name: &str, session: &NoviceSessionView) -> String {
    if session.reconnecting.is_some() {
        return format!("The connection to {name} broke. Reconnecting… {name} sees nothing now.");
    }
    let controlled = matches!(session.control, ControlView::Granted { .. });
    match (session.seeing, controlled) {
        (Seeing::Paused, _) => format!("Paused. {name} cannot see your screen."),
        (Seeing::Yes, false) => format!("{name} can see your screen."),
        (Seeing::Yes, true) => {
            format!("{name} can see your screen and use your mouse and keyboard.")
        }
    }
}

/// How much longer a broken connection is waited for.
pub fn reconnecting(clock: &Clock, until: Instant) -> String {
    let left = counted(clock.secs_until(until), "second");
    format!("reconnecting: {left} left")
}

/// What becomes of words while the connection is broken.
pub const WORDS_WAIT: &str = "What you write now arrives when the connection is back";

/// How control ended, to the novice.
pub fn control_ended_novice(end: ControlEnd, name: &str) -> String {
    match end {
        ControlEnd::Escape => {
            format!("You pressed Esc: {name} no longer controls your computer.")
        }
        ControlEnd::CtrlC => {
            format!("You pressed Ctrl+C: {name} no longer controls your computer.")
        }
        ControlEnd::StopButton => {
            format!("You stopped control: {name} no longer controls your computer.")
        }
        ControlEnd::Paused => format!("You paused: {name} no longer controls your computer."),
        ControlEnd::Released => format!("{name} gave control back to you."),
        ControlEnd::CannotInject => {
            format!("Control ended: your computer does not let {name} use mouse and keyboard.")
        }
    }
}

/// How control ended, to the expert.
pub fn control_ended_expert(end: ControlEnd, name: &str) -> String {
    match end {
        ControlEnd::Escape => format!("{name} pressed Esc and took control back."),
        ControlEnd::CtrlC => format!("{name} pressed Ctrl+C and took control back."),
        ControlEnd::StopButton => format!("{name} clicked Stop control."),
        ControlEnd::Paused => format!("{name} paused, and that ended control."),
        ControlEnd::Released => "You gave control back.".into(),
        ControlEnd::CannotInject => {
            format!("Control ended: {name}'s computer lets nobody else use its mouse and keyboard.")
        }
    }
}

/// Why the expert did not get control.
pub fn control_refused(refusal: ControlRefusal, name: &str) -> String {
    match refusal {
        ControlRefusal::Declined => format!("{name} said no to control. You can ask again."),
        ControlRefusal::NoAnswer => {
            format!("{name} did not answer. Talk to them first, then ask again.")
        }
        ControlRefusal::PolicyForbids => {
            format!(
                "{name}'s computer does not allow anybody to control it. You can still look and chat."
            )
        }
        ControlRefusal::Paused => {
            format!("{name} has paused the session. Ask again when they show their screen again.")
        }
        ControlRefusal::CannotInject => format!(
            "{name}'s computer lets nobody else use its mouse and keyboard. You can still look and chat."
        ),
    }
}

/// Why some of the expert's input was left out.
pub fn left_out(why: LeftOut, name: &str) -> String {
    match why {
        LeftOut::OwnWindow => {
            format!("{name}'s Hulp window is theirs alone: your mouse and keys do nothing there.")
        }
        LeftOut::CannotType => format!("{name}'s computer cannot type that sign."),
    }
}

/// A step on the way to a session.
pub fn step(step: ConnectStep, name: &str) -> String {
    match step {
        ConnectStep::Reaching => format!("Reaching {name}'s computer"),
        ConnectStep::Checking => "Checking the invitation".into(),
        ConnectStep::WaitingForAnswer { .. } => format!("Waiting for {name} to say yes"),
    }
}

/// Why a file is no usable invitation.
pub fn open_fault(clock: &Clock, fault: &OpenFault) -> Said {
    match fault {
        OpenFault::Unreadable(why) => Said::new(
            format!("This file cannot be read: {why}."),
            "Check where the invitation is saved, and open it from there.",
        ),
        OpenFault::TooLarge => Said::new(
            "This file is far too large to be an invitation.",
            "Choose the file whose name ends in .hulp.",
        ),
        OpenFault::NotAnInvitation(why) => Said::new(
            format!("This file is not a Hulp invitation, or it is damaged ({why})."),
            "Ask for the invitation once more, and save the file without opening it in another program.",
        ),
        OpenFault::NewerVersion(version) => Said::new(
            format!("This invitation was made by a newer Hulp (its format is version {version})."),
            "Get the newest Hulp, then open the invitation again.",
        ),
        OpenFault::WindowsRemoteAssistance { from, expires } => {
            let from = from
                .as_deref()
                .map_or_else(|| "This".to_owned(), |name| format!("This, from {name},"));
            let until = expires.map_or_else(String::new, |expires| {
                format!(" It held until {}.", moment(clock, expires))
            });
            Said::new(
                format!(
                    "{from} is an invitation of Windows Remote Assistance, not of Hulp.{until}"
                ),
                "Hulp does not answer these: their way of protecting a session is old and no longer safe. \
                 Ask the other person to install Hulp and to send you a Hulp invitation.",
            )
        }
    }
}

/// Why it did not come to a session, or why that ended, to the expert.
pub fn expert_end(clock: &Clock, end: &ExpertEnd, name: &str) -> Said {
    match end {
        ExpertEnd::NotReached { addresses, relay } => Said::new(
            format!(
                "{}{}",
                match addresses {
                    0 => format!("{name}'s computer was not reached."),
                    1 => format!("{name}'s computer did not answer at the address in the invitation."),
                    many => format!(
                        "{name}'s computer did not answer at any of the {many} addresses in the invitation."
                    ),
                },
                relay.as_ref().map_or_else(String::new, |fault| {
                    format!(" The way through a relay is closed: {}.", reach::relay_fault_to_helper(fault))
                })
            ),
            match relay {
                Some(RelayFault::Denied(_)) => format!(
                    "Ask {name} for a new invitation, which brings what the relay asks for. \
                     If it is your relay too, look at its token in Settings, under Network."
                ),
                Some(fault) if reach::is_in_settings(fault) => {
                    "Look at Settings on this computer, under Network. Then try again.".to_owned()
                }
                _ => format!(
                    "Ask {name} whether Hulp is open there, and the computer is on and connected. \
                     Then try again."
                ),
            },
        )
        .try_again(),
        ExpertEnd::WrongComputer => Said::new(
            "Another computer answered, not the one that made this invitation. Nothing was sent to it.",
            format!(
                "{name}'s network address may have changed hands. Ask {name} for a new invitation."
            ),
        )
        .try_again(),
        ExpertEnd::NoviceNotProved => Said::new(
            "The computer that answered does not know the password. It may be a trick. Hulp broke off.",
            format!("Call {name}, and ask for a new invitation."),
        ),
        ExpertEnd::PasswordMissing => Said::new(
            "This invitation needs a password.",
            format!("Ask {name} for it, best by telephone, and type it below."),
        )
        .try_again(),
        ExpertEnd::Refused(why) => refusal(clock, why, name),
        ExpertEnd::Ended(why) => expert_session_end(*why, name),
        ExpertEnd::Failed(why) => Said::new(
            format!("Something went wrong on this computer: {why}."),
            "You can try again.",
        )
        .try_again(),
    }
}

/// Why the novice's computer did not let the expert in.
fn refusal(clock: &Clock, why: &Refusal, name: &str) -> Said {
    match why {
        Refusal::Unknown => Said::new(
            format!("{name}'s computer does not know this invitation."),
            "It may have been deleted there. Ask for a new one.",
        ),
        Refusal::Expired(when) => Said::new(
            format!("This invitation expired {}.", moment(clock, *when)),
            format!("Ask {name} for a new one."),
        ),
        Refusal::Withdrawn => Said::new(
            format!("{name} has withdrawn this invitation."),
            "If that was not meant, ask for a new one.",
        ),
        Refusal::AlreadyInUse => Said::new(
            format!("Somebody else is with {name} with this same invitation."),
            format!("If {name} does not know of that, tell them to click Disconnect at once."),
        )
        .try_again(),
        Refusal::AlreadyUsed => Said::new(
            "This invitation was used already, and works only once.",
            format!("Ask {name} for a new one."),
        ),
        Refusal::WrongPassword { attempts_left } => Said::new(
            "This password is not right.",
            match attempts_left {
                0 => format!("There are no tries left. Ask {name} for a new invitation."),
                1 => format!("One try is left. Ask {name} for the password before you use it."),
                left => format!(
                    "{left} tries are left. Small and capital letters are different. \
                     Ask {name} if you are not sure."
                ),
            },
        )
        .try_again(),
        Refusal::Voided => Said::new(
            "This invitation cancelled itself, after too many wrong passwords or refusals.",
            format!("Ask {name} for a new one."),
        ),
        Refusal::PolicyForbids => Said::new(
            format!("{name}'s computer does not allow help by invitation."),
            format!("{name}, or who looks after that computer, can allow it in Settings."),
        ),
        Refusal::Busy => Said::new(
            format!("Another helper is with {name} just now."),
            "Try again later.",
        )
        .try_again(),
        Refusal::Declined => Said::new(
            format!("{name} said no."),
            format!("Talk to {name} first, then try again."),
        )
        .try_again(),
        Refusal::NoAnswer => Said::new(
            format!("{name} did not answer in time."),
            format!("Perhaps nobody sits at that computer. Call {name}, then try again."),
        )
        .try_again(),
        Refusal::Version { novice, expert } => Said::new(
            format!(
                "{name}'s Hulp and yours are too far apart in age to understand each other \
                 (theirs speaks version {novice}, yours {expert})."
            ),
            if novice > expert {
                "Get the newest Hulp for this computer.".to_owned()
            } else {
                format!("Ask {name} to get the newest Hulp.")
            },
        ),
        Refusal::CannotShare => Said::new(
            format!("{name}'s computer cannot show its screen."),
            format!("Ask {name} what their Hulp window says about it."),
        )
        .try_again(),
        Refusal::SessionOver => Said::new(
            format!("The connection broke, and {name}'s computer has ended the session meanwhile."),
            format!("You can try again: {name} will be asked again."),
        )
        .try_again(),
        Refusal::Protocol => Said::new(
            format!("{name}'s Hulp did not understand yours."),
            "Make sure that both have the newest Hulp, then try again.",
        )
        .try_again(),
    }
}

fn expert_session_end(end: End, name: &str) -> Said {
    match end {
        End::NoviceLeft => Said::new(format!("{name} ended the session."), ""),
        End::ExpertLeft => Said::new("You ended the session.", ""),
        End::NoviceClosed => Said::new(
            format!("{name} closed Hulp."),
            "If you are not done, ask them to open it again and to send a new invitation.",
        ),
        End::ExpertClosed => Said::new("Hulp was closed on this computer.", ""),
        End::Withdrawn => Said::new(
            format!("{name} withdrew the invitation, and that ended the session."),
            "",
        ),
        End::LineBroke => Said::new(
            format!("The connection to {name}'s computer broke."),
            format!("Nothing of yours stays pressed there. You can try again: {name} will be asked again."),
        )
        .try_again(),
        End::ScreenLost => Said::new(
            format!("{name}'s computer could not show its screen any longer."),
            "You can try again.",
        )
        .try_again(),
        End::Protocol => Said::new(
            format!("{name}'s Hulp said something that this one does not understand, so the session was ended."),
            "Make sure that both have the newest Hulp.",
        ),
    }
}

/// Why a session ended, to the novice.
pub fn novice_end(end: End, name: &str) -> String {
    match end {
        End::NoviceLeft => "You ended the session.".into(),
        End::ExpertLeft => format!("{name} ended the session."),
        End::NoviceClosed => "Hulp was closed on this computer.".into(),
        End::ExpertClosed => format!("{name} closed Hulp."),
        End::Withdrawn => "You withdrew the invitation, and that ended the session.".into(),
        End::LineBroke => {
            format!("The connection to {name} broke, and did not come back in time.")
        }
        End::ScreenLost => {
            "Your screen could not be shown any longer, and that ended the session.".into()
        }
        End::Protocol => {
            format!("{name}'s Hulp said something that it must not say, so the session was ended.")
        }
    }
}
