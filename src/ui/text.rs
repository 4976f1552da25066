//! The sentences: what the typed reasons of the view mean, in plain words, and what to do next.
//!
//! Which message says what is decided in this one place; their words are in `assets/languages`. `name` is always the other side's
//! name; where it is empty, the messages speak of whoever that is.

pub mod background;
pub mod check;
mod code;
pub mod contact;
mod ended;
mod invitation;
pub mod log;
pub mod mail;
pub mod offer;
pub mod policy;
pub mod reach;
pub mod when;

use crate::{
    engine::{
        ConnectStep, ControlEnd, ControlRefusal, ControlView, HelperStanding, InviteFault, LeftOut,
        ListenView, NoviceSessionView, OpenFault, Seeing,
    },
    invitation::{Grade, Strength, Weakness},
    language::{Who, say},
    ui::clock::Clock,
};
pub use check::report as check_report;
pub use code::{code_fault, code_used_up, digit_by_digit, fetch_fault};
pub use ended::{expert_end, novice_end};
pub use invitation::{how, invited, place, places, sent_to, state, state_means, went_out};
use when::{how_long, moment};

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
        HelperStanding::New => say!("standing-new", who = Who(name)),
        HelperStanding::Known {
            sessions,
            last,
            name_then,
        } => {
            let last = moment(clock, *last);
            if name_then == name || name_then.is_empty() {
                say!("standing-known", count = *sessions, last = last)
            } else {
                say!(
                    "standing-known-then",
                    count = *sessions,
                    last = last,
                    then = name_then
                )
            }
        }
    }
}

/// Why an invitation was not made, and beside which field that is to be said.
pub fn invite_fault(fault: &InviteFault) -> String {
    match fault {
        InviteFault::NotAllowed => say!("invite-fault-not-allowed"),
        InviteFault::PolicyForbids => say!("invite-fault-policy"),
        InviteFault::WayForbidden => say!("invite-fault-way"),
        InviteFault::Lifetime { longest_secs } => {
            say!("invite-fault-lifetime", longest = how_long(*longest_secs))
        }
        InviteFault::Name => say!("invite-fault-name"),
        InviteFault::Message => say!("invite-fault-message"),
        InviteFault::PasswordTooShort(least) => {
            say!("invite-fault-password-too-short", least = *least)
        }
        InviteFault::PasswordInWords => say!("invite-fault-password-in-words"),
        InviteFault::To => say!("invite-fault-to"),
        InviteFault::File(why) => say!("invite-fault-file", why = why),
        InviteFault::Listen(why) => say!("invite-fault-listen", why = why),
        InviteFault::Store(why) => say!("invite-fault-store", why = why),
        InviteFault::OwnedByAnother => say!("invite-fault-owned-by-another"),
    }
}

/// How strong a password is, and what would make it stronger.
pub fn strength(strength: Strength) -> String {
    let grade = match strength.grade {
        Grade::Weak => say!("strength-weak"),
        Grade::Fair => say!("strength-fair"),
        Grade::Good => say!("strength-good"),
        Grade::Strong => say!("strength-strong"),
    };
    match strength.weakness {
        None => say!("strength-no-weakness", grade = grade),
        Some(Weakness::TooShort) => say!("strength-too-short", grade = grade),
        Some(Weakness::Common) => say!("strength-common", grade = grade),
        Some(Weakness::SingleWord) => say!("strength-single-word", grade = grade),
        Some(Weakness::Name) => say!("strength-name", grade = grade),
        Some(Weakness::Keyboard) => say!("strength-keyboard", grade = grade),
        Some(Weakness::Pattern) => say!("strength-pattern", grade = grade),
        Some(Weakness::Date) => say!("strength-date", grade = grade),
        Some(Weakness::TooSimple) => say!("strength-too-simple", grade = grade),
    }
}

/// What keeps helpers from reaching this computer; nothing when they can.
pub fn listen_trouble(listen: &ListenView) -> Option<String> {
    match listen {
        ListenView::Off | ListenView::On { .. } => None,
        ListenView::Failed(why) => Some(say!("listen-trouble-failed", why = why)),
        ListenView::OwnedByAnother => Some(say!("listen-trouble-owned-by-another")),
    }
}

/// What the novice's session window says first of all.
pub fn seen(name: &str, session: &NoviceSessionView) -> String {
    if session.reconnecting.is_some() {
        return say!("seen-reconnecting", who = Who(name));
    }
    let controlled = matches!(session.control, ControlView::Granted { .. });
    match (session.seeing, controlled) {
        (Seeing::Paused, _) => say!("seen-paused", who = Who(name)),
        (Seeing::Yes, false) => say!("seen-only", who = Who(name)),
        (Seeing::Yes, true) => say!("seen-and-controlled", who = Who(name)),
    }
}

/// So much longer a broken connection is waited for.
pub fn reconnecting(secs: u64) -> String {
    say!("reconnecting", count = secs)
}

/// What becomes of words while the connection is broken.
pub fn words_wait() -> String {
    say!("words-wait")
}

/// How control ended, to the novice.
pub fn control_ended_novice(end: ControlEnd, name: &str) -> String {
    match end {
        ControlEnd::Escape => say!("control-ended-you-escape", who = Who(name)),
        ControlEnd::CtrlC => say!("control-ended-you-ctrl-c", who = Who(name)),
        ControlEnd::StopButton => say!("control-ended-you-stopped", who = Who(name)),
        ControlEnd::Paused => say!("control-ended-you-paused", who = Who(name)),
        ControlEnd::Released => say!("control-ended-given-back", who = Who(name)),
        ControlEnd::CannotInject => say!("control-ended-your-computer", who = Who(name)),
        ControlEnd::PolicyForbids => say!("control-ended-not-allowed", who = Who(name)),
    }
}

/// How control ended, to the expert.
pub fn control_ended_expert(end: ControlEnd, name: &str) -> String {
    match end {
        ControlEnd::Escape => say!("control-ended-they-escape", who = Who(name)),
        ControlEnd::CtrlC => say!("control-ended-they-ctrl-c", who = Who(name)),
        ControlEnd::StopButton => say!("control-ended-they-stopped", who = Who(name)),
        ControlEnd::Paused => say!("control-ended-they-paused", who = Who(name)),
        ControlEnd::Released => say!("control-ended-you-gave-back"),
        ControlEnd::CannotInject => say!("control-ended-their-computer", who = Who(name)),
        ControlEnd::PolicyForbids => say!("control-ended-their-policy", who = Who(name)),
    }
}

/// Why the expert did not get control.
pub fn control_refused(refusal: ControlRefusal, name: &str) -> String {
    match refusal {
        ControlRefusal::Declined => say!("control-refused-declined", who = Who(name)),
        ControlRefusal::NoAnswer => say!("control-refused-no-answer", who = Who(name)),
        ControlRefusal::PolicyForbids => say!("control-refused-policy", who = Who(name)),
        ControlRefusal::Paused => say!("control-refused-paused", who = Who(name)),
        ControlRefusal::CannotInject => say!("control-refused-cannot", who = Who(name)),
    }
}

/// Why some of the expert's input was left out.
pub fn left_out(why: LeftOut, name: &str) -> String {
    match why {
        LeftOut::OwnWindow => say!("left-out-own-window", who = Who(name)),
        LeftOut::CannotType => say!("left-out-cannot-type", who = Who(name)),
    }
}

/// A step on the way to a session.
pub fn step(step: ConnectStep, name: &str) -> String {
    match step {
        ConnectStep::LookingUp => say!("connect-step-looking-up", who = Who(name)),
        ConnectStep::Offering => say!("connect-step-offering"),
        ConnectStep::Reaching => say!("connect-step-reaching", who = Who(name)),
        ConnectStep::Checking => say!("connect-step-checking"),
        ConnectStep::WaitingForAnswer { .. } => say!("connect-step-waiting", who = Who(name)),
    }
}

/// Why a file is no usable invitation.
pub fn open_fault(clock: &Clock, fault: &OpenFault) -> Said {
    match fault {
        OpenFault::Unreadable(why) => Said::new(
            say!("open-fault-unreadable", why = why),
            say!("open-fault-unreadable-next"),
        ),
        OpenFault::TooLarge => Said::new(
            say!("open-fault-too-large"),
            say!("open-fault-too-large-next"),
        ),
        OpenFault::NotAnInvitation(why) => Said::new(
            say!("open-fault-no-invitation", why = why),
            say!("open-fault-no-invitation-next"),
        ),
        OpenFault::NewerVersion(version) => Said::new(
            say!("open-fault-newer", version = *version),
            say!("open-fault-newer-next"),
        ),
        OpenFault::WindowsRemoteAssistance { from, expires } => {
            let what = match from {
                Some(name) => say!("open-fault-windows-from", name = name),
                None => say!("open-fault-windows"),
            };
            let until = expires.map(|expires| {
                let until = moment(clock, expires);
                say!("open-fault-windows-until", until = until)
            });
            Said::new(
                one_after_another(what, until),
                say!("open-fault-windows-next"),
            )
        }
    }
}

/// A sentence, and perhaps another one.
fn one_after_another(first: String, second: Option<String>) -> String {
    match second {
        Some(second) => format!("{first} {second}"),
        None => first,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::time::Instant;

    use super::*;
    use crate::language::Language;

    fn clock() -> Clock {
        Clock::standing(Instant::now(), "2026-08-04T12:00:00Z".parse().unwrap())
    }

    /// In English, Dutch and German.
    fn in_three(said: impl Fn() -> String) -> [String; 3] {
        [Language::English, Language::Dutch, Language::German]
            .map(|language| language.while_speaking(&said))
    }

    #[test]
    fn how_often_a_helper_came_has_a_plural_and_a_moment() {
        let clock = clock();
        let standing = |sessions, name_then: &str| {
            let known = HelperStanding::Known {
                sessions,
                last: "2026-08-03T18:00:00Z".parse().unwrap(),
                name_then: name_then.into(),
            };
            in_three(|| standing(&clock, &known, "Anna"))
        };
        assert_eq!(
            standing(1, "Anna"),
            [
                "Their computer helped you 1 time before, last yesterday at 18:00.",
                "De computer van deze helper heeft u al 1 keer geholpen, voor het laatst gisteren om 18:00.",
                "Vom Computer dieses Helfers aus wurde Ihnen schon 1-mal geholfen, zuletzt gestern um 18:00 Uhr.",
            ]
        );
        assert_eq!(
            standing(12, "Hanna"),
            [
                "Their computer helped you 12 times before, last yesterday at 18:00, and was then called Hanna.",
                "De computer van deze helper heeft u al 12 keer geholpen, voor het laatst gisteren om 18:00, en heette toen Hanna.",
                "Vom Computer dieses Helfers aus wurde Ihnen schon 12-mal geholfen, zuletzt gestern um 18:00 Uhr, damals unter dem Namen Hanna.",
            ]
        );
    }

    #[test]
    fn the_seconds_until_a_connection_is_given_up_have_a_plural() {
        let left = |secs| in_three(|| reconnecting(secs));
        assert_eq!(
            left(1),
            [
                "Reconnecting: 1 second left",
                "Opnieuw verbinden: nog 1 seconde",
                "Verbindung wird wiederhergestellt: noch 1 Sekunde",
            ]
        );
        assert_eq!(
            left(40),
            [
                "Reconnecting: 40 seconds left",
                "Opnieuw verbinden: nog 40 seconden",
                "Verbindung wird wiederhergestellt: noch 40 Sekunden",
            ]
        );
    }
}
