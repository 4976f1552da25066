//! What becomes of codes.

use super::{Said, open_fault};
use crate::{
    engine::{CodeError, FetchFault},
    ui::clock::Clock,
};

/// Why there is no code, to the one who wants to read it out.
pub fn code_fault(fault: &CodeError) -> Said {
    let (what, next) = match fault {
        CodeError::WrongCode | CodeError::Crowded | CodeError::Silent => (
            "Wrong codes are being tried again and again. Hulp makes no more of them by itself.",
            "Make a new code while your helper is on the telephone, or save the invitation as a file.",
        ),
        other => return mailbox_fault(other),
    };
    Said::new(what, next)
}

/// Why the code before is used up, to the one who read it out.
pub fn code_used_up(why: &CodeError) -> &'static str {
    match why {
        CodeError::Crowded => {
            "Somebody else came to the number of your code. That code is used up: here is a new one."
        }
        CodeError::Silent => {
            "Somebody came for your code and broke off. That code is used up: here is a new one."
        }
        _ => {
            "Somebody typed a wrong code. Your code is used up: here is a new one. \
             If your helper mistyped, read the new one to them."
        }
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
            return Said::new(
                "What came for this code is no invitation that Hulp can use.",
                said.next,
            );
        }
        FetchFault::Code(error) => error,
    };
    let (what, next) = match error {
        CodeError::NotACode => (
            "This is not a code.",
            "A code is a number and six more digits, such as 5-001-997. Ask for it once more.",
        ),
        CodeError::NobodyThere => (
            "Nobody waits with this code.",
            "Ask the other person which code they see now, and whether its page is still open.",
        ),
        CodeError::WrongCode => (
            "This code is not right, and it is used up now: each code can be tried only once.",
            "The other person sees a new one. Ask them to read it to you.",
        ),
        CodeError::Crowded => (
            "Somebody else has used the number of this code.",
            "Ask the other person to make a new code.",
        ),
        CodeError::Silent => (
            "The other computer broke off.",
            "Ask the other person for a new code.",
        ),
        CodeError::NotAnInvitation => (
            "What came for this code is no invitation.",
            "Ask the other person to make a code in Hulp.",
        ),
        other => return mailbox_fault(other),
    };
    Said::new(what, next)
}

/// What is wrong with the server, or with the way to it.
fn mailbox_fault(fault: &CodeError) -> Said {
    let what = match fault {
        CodeError::Address => {
            return Said::new(
                "The address of the server for codes is not right.",
                "Correct it in Settings, under Network.",
            );
        }
        CodeError::NotReached(why) => format!("The server for codes cannot be reached: {why}."),
        CodeError::Lost => "The connection to the server for codes broke.".into(),
        CodeError::Refused(words) => format!("The server for codes refuses: “{words}”."),
        CodeError::NoRandomness => "This computer could not make a code just now.".into(),
        _ => "What answers there is no proper server for codes.".into(),
    };
    Said::new(
        what,
        "Check the connection and try again, or use a file: that works without this server.",
    )
}
