//! Where an invitation stands, and how it went out.

use std::path::Path;

use crate::{
    invitation::{InvitationState, SentHow},
    language::say,
};

/// Where an invitation stands, in a word.
pub fn state(state: InvitationState) -> String {
    match state {
        InvitationState::Open => say!("invitation-open"),
        InvitationState::InUse => say!("invitation-in-use"),
        InvitationState::Used => say!("invitation-used"),
        InvitationState::Expired => say!("invitation-expired"),
        InvitationState::Withdrawn => say!("invitation-withdrawn"),
        InvitationState::Voided => say!("invitation-voided"),
    }
}

/// What that word means.
pub fn state_means(state: InvitationState) -> String {
    match state {
        InvitationState::Open => say!("invitation-open-means"),
        InvitationState::InUse => say!("invitation-in-use-means"),
        InvitationState::Used => say!("invitation-used-means"),
        InvitationState::Expired => say!("invitation-expired-means"),
        InvitationState::Withdrawn => say!("invitation-withdrawn-means"),
        InvitationState::Voided => say!("invitation-voided-means"),
    }
}

/// How an invitation went out, in a word.
pub fn how(sent: &[SentHow]) -> String {
    match sent {
        [SentHow::File(_)] => say!("sent-how-file"),
        [SentHow::Code] => say!("sent-how-code"),
        [SentHow::Email { .. }] => say!("sent-how-email"),
        [SentHow::Contact { .. }] => say!("sent-how-contact"),
        [SentHow::Offer { .. }] => say!("sent-how-offer"),
        ways => say!("sent-how-many", count = ways.len()),
    }
}

/// Where an invitation went.
pub fn sent_to(sent: &[SentHow]) -> String {
    let places = sent.iter().map(|way| match way {
        SentHow::File(path) => file_name(path),
        SentHow::Code => say!("sent-to-telephone"),
        SentHow::Email { to } if to.trim().is_empty() => say!("sent-to-chosen-elsewhere"),
        SentHow::Email { to } => to.trim().to_owned(),
        SentHow::Contact { address } => address.clone(),
        SentHow::Offer { to } => to.clone(),
    });
    places.collect::<Vec<_>>().join(", ")
}

/// How a helper was invited, as a sentence.
pub fn invited(sent: &[SentHow]) -> String {
    let ways = sent.iter().map(|way| match way {
        SentHow::File(path) => say!("invited-file", file = file_name(path)),
        SentHow::Code => say!("invited-code"),
        SentHow::Email { to } if to.is_empty() => say!("invited-email"),
        SentHow::Email { to } => say!("invited-email-to", to = to),
        SentHow::Contact { address } => say!("invited-contact", address = address),
        SentHow::Offer { to } => say!("invited-offer", name = to),
    });
    say!("invited", ways = listed(ways.collect()))
}

/// How an invitation went out, as a sentence with where to.
pub fn went_out(sent: &[SentHow]) -> String {
    let ways = sent.iter().map(|way| match way {
        SentHow::File(path) => say!("went-out-file", file = place(path)),
        SentHow::Code => say!("went-out-code"),
        SentHow::Email { to } if to.is_empty() => say!("went-out-email"),
        SentHow::Email { to } => say!("went-out-email-to", to = to),
        SentHow::Contact { address } => say!("went-out-contact", address = address),
        SentHow::Offer { to } => say!("went-out-offer", name = to),
    });
    say!("went-out", ways = listed(ways.collect()))
}

/// The whole of where an invitation was saved, a file to a line, for who looks closer.
pub fn places(sent: &[SentHow]) -> Option<String> {
    let places = sent.iter().filter_map(|way| match way {
        SentHow::File(path) => Some(path.display().to_string()),
        _ => None,
    });
    let places: Vec<_> = places.collect();
    (!places.is_empty()).then(|| places.join("\n"))
}

/// Where a file is, as people say it: its name, and that of its folder.
pub fn place(path: &Path) -> String {
    match path.parent().and_then(Path::file_name) {
        None => file_name(path),
        Some(folder) => say!(
            "file-in-folder",
            file = file_name(path),
            folder = folder.to_string_lossy().into_owned()
        ),
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    )
}

/// `one`, `one and another`, `one, another and a third`.
fn listed(mut ways: Vec<String>) -> String {
    match ways.pop() {
        Some(last) if !ways.is_empty() => say!("listed", first = ways.join(", "), last = last),
        only => only.unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn a_file_is_told_by_its_name_and_its_folder() {
        let place =
            |path: &str, language: Language| language.while_speaking(|| place(path.as_ref()));
        let path = "/home/anna/Documents/help.hulp";
        for (language, told) in [
            (Language::English, "help.hulp in the folder Documents"),
            (Language::Dutch, "help.hulp in de map Documents"),
        ] {
            assert_eq!(place(path, language), told);
        }
        assert_eq!(place("help.hulp", Language::English), "help.hulp");
        let sent = [SentHow::File(path.into()), SentHow::Code];
        assert_eq!(places(&sent).as_deref(), Some(path));
        assert_eq!(places(&sent[1..]), None);
    }

    #[test]
    fn the_ways_of_an_invitation_are_listed_in_each_language() {
        let sent = [
            SentHow::File("/home/anna/help.hulp".into()),
            SentHow::Code,
            SentHow::Email {
                to: "jan@example.org".into(),
            },
        ];
        for (language, one, all) in [
            (
                Language::English,
                "They have the invitation that you saved as help.hulp.",
                "They have the invitation that you saved as help.hulp, gave by a code and e-mailed to jan@example.org.",
            ),
            (
                Language::Dutch,
                "De helper heeft de uitnodiging die u hebt opgeslagen als help.hulp.",
                "De helper heeft de uitnodiging die u hebt opgeslagen als help.hulp, met een code hebt gegeven en per e-mail hebt verstuurd naar jan@example.org.",
            ),
            (
                Language::German,
                "Der Helfer hat die Einladung, die Sie als help.hulp gespeichert haben.",
                "Der Helfer hat die Einladung, die Sie als help.hulp gespeichert, mit einem Code gegeben und per E-Mail an jan@example.org geschickt haben.",
            ),
        ] {
            assert_eq!(language.while_speaking(|| invited(&sent[..1])), one);
            assert_eq!(language.while_speaking(|| invited(&sent)), all);
        }
    }
}
