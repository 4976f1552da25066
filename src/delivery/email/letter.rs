//! What the e-mail says.

use chrono::{DateTime, Datelike, FixedOffset};

use crate::{
    invitation::{Invitation, clean_message, clean_name},
    language::say,
};

/// The words around the invitation, for a mail program, a server, or to be pasted by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// One line.
    pub subject: String,
    /// Several lines, ended by `\n`.
    pub body: String,
}

impl Letter {
    /// The letter that goes with this invitation, whose end is told in the novice's own time.
    pub fn with(invitation: &Invitation, expires: DateTime<FixedOffset>) -> Self {
        let from = clean_name(&invitation.from);
        let mut lines = vec![];
        match clean_message(&invitation.message) {
            words if words.is_empty() => {}
            words => lines.extend([words, String::new()]),
        }
        lines.extend([
            say!("letter-asks", from = from),
            String::new(),
            say!("letter-take-care", from = from),
            say!("letter-save"),
        ]);
        if invitation.password.is_some() {
            lines.push(say!("letter-password", from = from));
        }
        lines.extend([
            String::new(),
            say!("letter-until", moment = moment(expires), from = from),
            say!("letter-pass-on-to-nobody", from = from),
        ]);
        Self {
            subject: say!("letter-subject", from = from),
            body: lines.join("\n") + "\n",
        }
    }

    /// The letter that shows whether a mail account works.
    pub fn test() -> Self {
        Self {
            subject: say!("letter-test-subject"),
            body: format!(
                "{}\n{}\n",
                say!("letter-test-asked"),
                say!("letter-test-works")
            ),
        }
    }

    /// As text to be pasted into a message by hand.
    pub fn to_paste(&self) -> String {
        format!("{}\n\n{}", self.subject, self.body)
    }
}

fn moment(at: DateTime<FixedOffset>) -> String {
    say!(
        "letter-moment",
        day = at.day(),
        month = say!("month", month = at.month()),
        year = at.year(),
        time = at.format("%H:%M").to_string(),
        zone = at.format("%:z").to_string()
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::time::Duration;

    use chrono::Utc;
    use zeroize::Zeroizing;

    use super::*;
    use crate::invitation::{Fingerprint, NewInvitation, SentHow};

    fn letter(name: &str, message: &str, password: Option<&str>) -> Letter {
        let new = NewInvitation {
            name: name.into(),
            message: message.into(),
            lifetime: Duration::from_secs(3600),
            addresses: vec![],
            meeting: None,
            novice_key: Fingerprint([0; 32]),
            password: password.map(|word| Zeroizing::new(word.to_owned())),
            sent: SentHow::Email { to: String::new() },
        };
        let invitation = new.make(Utc::now()).unwrap().invitation.clone();
        let expires = "2026-11-27T14:05:00+01:00".parse().unwrap();
        Letter::with(&invitation, expires)
    }

    #[test]
    fn says_who_how_until_when_and_to_take_care() {
        let letter = letter("Zoë Müller", "Mijn printer doet niets.", None);
        assert_eq!(
            letter.subject,
            "Zoë Müller asks for your help: invitation for Hulp"
        );
        assert!(letter.body.starts_with("Mijn printer doet niets.\n\n"));
        for part in [
            "Accept it only if you know Zoë Müller",
            "open it with Hulp",
            "27 November 2026, 14:05 (UTC+01:00)",
        ] {
            assert!(letter.body.contains(part), "{part}: {}", letter.body);
        }
        assert!(!letter.body.contains("password"));
    }

    #[test]
    fn tells_of_a_password_and_never_tells_it() {
        let letter = letter("Anna", "", Some("correct horse"));
        assert!(letter.body.contains("Hulp asks for a password"));
        assert!(!letter.to_paste().contains("correct horse"));
    }

    #[test]
    fn a_name_stays_on_one_line() {
        let letter = letter("Zoë\r\nBcc: evil@example.org", "", None);
        assert!(!letter.subject.contains(['\r', '\n']));
    }
}
