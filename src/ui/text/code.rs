//! What becomes of codes.

use super::{Said, open_fault};
use crate::{
    engine::{CodeError, FetchFault},
    language::say,
    ui::clock::Clock,
};

/// Why there is no code, to the one who wants to read it out.
pub fn code_fault(fault: &CodeError) -> Said {
    match fault {
        CodeError::WrongCode | CodeError::Crowded | CodeError::Silent => Said::new(
            say!("code-fault-wrong-codes"),
            say!("code-fault-wrong-codes-next"),
        ),
        other => mailbox_fault(other),
    }
}

/// Why the code before is used up, to the one who read it out.
pub fn code_used_up(why: &CodeError) -> String {
    match why {
        CodeError::Crowded => say!("code-used-up-crowded"),
        CodeError::Silent => say!("code-used-up-silent"),
        _ => say!("code-used-up-wrong"),
    }
}

/// A code as one says it: `5, 0 0 1, 9 9 7`.
pub fn digit_by_digit(code: &str) -> String {
    let group = |group: &str| {
        let digits: Vec<String> = group.chars().map(String::from).collect();
        digits.join(" ")
    };
    code.split('-').map(group).collect::<Vec<_>>().join(", ")
}

/// Why a code brought no invitation, to the one who typed it.
pub fn fetch_fault(clock: &Clock, fault: &FetchFault) -> Said {
    let error = match fault {
        FetchFault::Paper(fault) => {
            let said = open_fault(clock, fault);
            return Said::new(say!("fetch-fault-paper"), said.next);
        }
        FetchFault::Code(error) => error,
    };
    let (what, next) = match error {
        CodeError::NotACode => (
            say!("fetch-fault-no-code"),
            say!("fetch-fault-no-code-next"),
        ),
        CodeError::NobodyThere => (say!("fetch-fault-nobody"), say!("fetch-fault-nobody-next")),
        CodeError::WrongCode => (say!("fetch-fault-wrong"), say!("fetch-fault-wrong-next")),
        CodeError::Crowded => (
            say!("fetch-fault-crowded"),
            say!("fetch-fault-crowded-next"),
        ),
        CodeError::Silent => (say!("fetch-fault-silent"), say!("fetch-fault-silent-next")),
        CodeError::NotAnInvitation => (
            say!("fetch-fault-no-invitation"),
            say!("fetch-fault-no-invitation-next"),
        ),
        other => return mailbox_fault(other),
    };
    Said::new(what, next)
}

/// What is wrong with the server, or with the way to it.
fn mailbox_fault(fault: &CodeError) -> Said {
    let what = match fault {
        CodeError::Address => {
            return Said::new(say!("mailbox-address"), say!("mailbox-address-next"));
        }
        CodeError::NotReached(why) => say!("mailbox-not-reached", why = why),
        CodeError::Lost => say!("mailbox-lost"),
        CodeError::Refused(words) => say!("mailbox-refused", words = words),
        CodeError::NoRandomness => say!("mailbox-no-randomness"),
        _ => say!("mailbox-nonsense"),
    };
    Said::new(what, say!("mailbox-next"))
}
