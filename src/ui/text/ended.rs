//! Why it did not come to a session, or why that ended.

use super::{Said, offer, one_after_another, reach, when::moment};
use crate::{
    engine::{End, ExpertEnd, Refusal, RelayFault},
    language::{Who, say},
    ui::clock::Clock,
};

/// Why it did not come to a session, or why that ended, to the expert.
pub fn expert_end(clock: &Clock, end: &ExpertEnd, name: &str) -> Said {
    match end {
        ExpertEnd::NotReached { addresses, relay } => Said::new(
            one_after_another(
                not_reached(*addresses, name),
                relay.as_ref().map(|fault| {
                    let why = reach::relay_fault_to_helper(fault);
                    say!("expert-end-relay", why = why)
                }),
            ),
            match relay {
                Some(RelayFault::Denied(_)) => {
                    say!("expert-end-relay-denied-next", who = Who(name))
                }
                Some(fault) if reach::is_in_settings(fault) => {
                    say!("expert-end-relay-settings-next")
                }
                _ => say!("expert-end-not-reached-next", who = Who(name)),
            },
        )
        .try_again(),
        ExpertEnd::WrongComputer => Said::new(
            say!("expert-end-wrong-computer"),
            say!("expert-end-wrong-computer-next", who = Who(name)),
        )
        .try_again(),
        // These three come of offers alone.
        ExpertEnd::NoPlace | ExpertEnd::NoSuchName(_) | ExpertEnd::KeyChanged { .. } => {
            offer::offer_end(clock, end, name)
        }
        ExpertEnd::NoviceNotProved => Said::new(
            say!("expert-end-not-proved"),
            say!("expert-end-not-proved-next", who = Who(name)),
        ),
        ExpertEnd::PasswordMissing => Said::new(
            say!("expert-end-password-missing"),
            say!("expert-end-password-missing-next", who = Who(name)),
        )
        .try_again(),
        ExpertEnd::Refused(why) => refusal(clock, why, name),
        ExpertEnd::Ended(why) => expert_session_end(*why, name),
        ExpertEnd::Failed(why) => {
            Said::new(say!("expert-end-failed", why = why), say!("try-again")).try_again()
        }
    }
}

fn not_reached(addresses: usize, name: &str) -> String {
    match addresses {
        0 => say!("expert-end-not-reached", who = Who(name)),
        1 => say!("expert-end-no-answer", who = Who(name)),
        many => say!("expert-end-no-answers", who = Who(name), count = many),
    }
}

/// Why the novice's computer did not let the expert in.
fn refusal(clock: &Clock, why: &Refusal, name: &str) -> Said {
    let ask_for_new = || say!("refusal-ask-for-new", who = Who(name));
    match why {
        Refusal::Unknown => Said::new(
            say!("refusal-unknown", who = Who(name)),
            say!("refusal-unknown-next"),
        ),
        Refusal::Expired(when) => Said::new(
            say!("refusal-expired", when = moment(clock, *when)),
            ask_for_new(),
        ),
        Refusal::Withdrawn => Said::new(
            say!("refusal-withdrawn", who = Who(name)),
            say!("refusal-withdrawn-next"),
        ),
        Refusal::AlreadyInUse => Said::new(
            say!("refusal-in-use", who = Who(name)),
            say!("refusal-in-use-next", who = Who(name)),
        )
        .try_again(),
        Refusal::AlreadyUsed => Said::new(say!("refusal-used"), ask_for_new()),
        Refusal::WrongPassword { attempts_left } => Said::new(
            say!("refusal-password"),
            match attempts_left {
                0 => say!("refusal-password-no-tries", who = Who(name)),
                1 => say!("refusal-password-last-try", who = Who(name)),
                left => say!("refusal-password-tries", count = *left, who = Who(name)),
            },
        )
        .try_again(),
        Refusal::Voided => Said::new(say!("refusal-voided"), ask_for_new()),
        Refusal::PolicyForbids => Said::new(
            say!("refusal-policy", who = Who(name)),
            say!("refusal-policy-next", who = Who(name)),
        ),
        Refusal::Busy => Said::new(
            say!("refusal-busy", who = Who(name)),
            say!("refusal-busy-next"),
        )
        .try_again(),
        Refusal::Declined => Said::new(
            say!("refusal-declined", who = Who(name)),
            say!("refusal-talk-first", who = Who(name)),
        )
        .try_again(),
        Refusal::NoAnswer => Said::new(
            say!("refusal-no-answer", who = Who(name)),
            say!("refusal-no-answer-next", who = Who(name)),
        )
        .try_again(),
        Refusal::Version { novice, expert } => Said::new(
            say!(
                "refusal-version",
                who = Who(name),
                theirs = *novice,
                yours = *expert
            ),
            if novice > expert {
                say!("refusal-version-yours-next")
            } else {
                say!("refusal-version-theirs-next", who = Who(name))
            },
        ),
        Refusal::CannotShare => Said::new(
            say!("refusal-cannot-share", who = Who(name)),
            say!("refusal-cannot-share-next", who = Who(name)),
        )
        .try_again(),
        Refusal::SessionOver => Said::new(
            say!("refusal-session-over", who = Who(name)),
            say!("refusal-session-over-next", who = Who(name)),
        )
        .try_again(),
        Refusal::NotOnList => Said::new(
            say!("refusal-not-on-list", who = Who(name)),
            say!("refusal-not-on-list-next", who = Who(name)),
        ),
        Refusal::TooSoon { .. } => Said::new(
            say!("refusal-too-soon", who = Who(name)),
            say!("refusal-talk-first", who = Who(name)),
        )
        .try_again(),
        Refusal::Protocol => Said::new(
            say!("refusal-protocol", who = Who(name)),
            say!("refusal-protocol-next"),
        )
        .try_again(),
    }
}

fn expert_session_end(end: End, name: &str) -> Said {
    match end {
        End::NoviceLeft => Said::new(say!("ended-by-other", who = Who(name)), ""),
        End::ExpertLeft => Said::new(say!("ended-by-you"), ""),
        End::NoviceClosed => Said::new(
            say!("ended-other-closed", who = Who(name)),
            say!("ended-other-closed-next"),
        ),
        End::ExpertClosed => Said::new(say!("ended-closed-here"), ""),
        End::Withdrawn => Said::new(say!("ended-they-withdrew", who = Who(name)), ""),
        End::LineBroke => Said::new(
            say!("ended-line-broke", who = Who(name)),
            say!("ended-line-broke-next", who = Who(name)),
        )
        .try_again(),
        End::ScreenLost => Said::new(
            say!("ended-their-screen", who = Who(name)),
            say!("try-again"),
        )
        .try_again(),
        End::Protocol => Said::new(
            say!("ended-not-understood", who = Who(name)),
            say!("ended-not-understood-next"),
        ),
        End::PolicyForbids => Said::new(
            say!("ended-their-policy", who = Who(name)),
            say!("ended-their-policy-next", who = Who(name)),
        ),
        End::NotOnList => Said::new(
            say!("ended-you-not-on-list", who = Who(name)),
            say!("ended-you-not-on-list-next"),
        ),
    }
}

/// Why a session ended, to the novice.
pub fn novice_end(end: End, name: &str) -> String {
    match end {
        End::NoviceLeft => say!("ended-by-you"),
        End::ExpertLeft => say!("ended-by-other", who = Who(name)),
        End::NoviceClosed => say!("ended-closed-here"),
        End::ExpertClosed => say!("ended-other-closed", who = Who(name)),
        End::Withdrawn => say!("ended-you-withdrew"),
        End::LineBroke => say!("ended-line-stayed-broken", who = Who(name)),
        End::ScreenLost => say!("ended-your-screen"),
        End::Protocol => say!("ended-must-not-say", who = Who(name)),
        End::PolicyForbids => say!("ended-your-policy"),
        End::NotOnList => say!("ended-they-not-on-list", who = Who(name)),
    }
}
