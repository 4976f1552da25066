//! Where an invitation stands, and how it went out.

use std::path::Path;

use super::name_or;
use crate::invitation::{InvitationState, SentHow};

/// Where an invitation stands, in a word.
pub fn state(state: InvitationState) -> &'static str {
    match state {
        InvitationState::Open => "Open",
        InvitationState::InUse => "In use",
        InvitationState::Used => "Used",
        InvitationState::Expired => "Expired",
        InvitationState::Withdrawn => "Withdrawn",
        InvitationState::Voided => "Cancelled",
    }
}

/// What that word means.
pub fn state_means(state: InvitationState) -> &'static str {
    match state {
        InvitationState::Open => "It waits for your helper.",
        InvitationState::InUse => "Your helper is here with it.",
        InvitationState::Used => "It was used, and works only once.",
        InvitationState::Expired => "Its time ran out.",
        InvitationState::Withdrawn => "You took it back.",
        InvitationState::Voided => {
            "It cancelled itself: there were too many wrong passwords, or you said no to it too often."
        }
    }
}

/// How an invitation went out, in a word.
pub fn how(sent: &[SentHow]) -> String {
    match sent {
        [SentHow::File(_)] => "File".into(),
        [SentHow::Code] => "Code".into(),
        [SentHow::Email { .. }] => "E-mail".into(),
        [SentHow::Contact { .. }] => "Contact".into(),
        ways => format!("{} ways", ways.len()),
    }
}

/// Where an invitation went.
pub fn sent_to(sent: &[SentHow]) -> String {
    let places = sent.iter().map(|way| match way {
        SentHow::File(path) => file_name(path),
        SentHow::Code => "By telephone".into(),
        SentHow::Email { to } => name_or(to, "Chosen in the e-mail program").to_owned(),
        SentHow::Contact { address } => address.clone(),
    });
    places.collect::<Vec<_>>().join(", ")
}

/// How a helper was invited, as a sentence.
pub fn invited(sent: &[SentHow]) -> String {
    let ways = sent.iter().map(|way| match way {
        SentHow::File(path) => format!("saved as {}", file_name(path)),
        SentHow::Code => "gave by a code".into(),
        SentHow::Email { to } if to.is_empty() => "sent by e-mail".into(),
        SentHow::Email { to } => format!("e-mailed to {to}"),
        SentHow::Contact { address } => format!("sent to your contact {address}"),
    });
    let ways: Vec<_> = ways.collect();
    format!("They have the invitation that you {}.", and(&ways))
}

/// How an invitation went out, as a sentence with the whole of where to.
pub fn went_out(sent: &[SentHow]) -> String {
    let ways = sent.iter().map(|way| match way {
        SentHow::File(path) => format!("saved as {}", path.display()),
        SentHow::Code => "given by a code".into(),
        SentHow::Email { to } if to.is_empty() => "sent by e-mail".into(),
        SentHow::Email { to } => format!("sent by e-mail to {to}"),
        SentHow::Contact { address } => format!("sent to your contact {address}"),
    });
    let ways: Vec<_> = ways.collect();
    format!("It was {}.", and(&ways))
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    )
}

fn and(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
