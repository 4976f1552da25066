//! What the e-mail says.

use chrono::{DateTime, FixedOffset};

use crate::invitation::{Invitation, clean_message, clean_name};

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
        let words = match clean_message(&invitation.message) {
            words if words.is_empty() => String::new(),
            words => format!("{words}\n\n"),
        };
        let password = if invitation.password.is_some() {
            format!(
                "3. Hulp asks for a password. {from} tells it to you, best by telephone; it is in no e-mail.\n"
            )
        } else {
            String::new()
        };
        Self {
            subject: format!("{from} asks for your help: invitation for Hulp"),
            body: format!(
                "{words}\
                 {from} asks you to help with their computer, and sends you this invitation with the program Hulp.\n\
                 \n\
                 1. Accept it only if you know {from} and expect this. If in doubt, call {from} first, \
                 at a number that you already have.\n\
                 2. Save the attached file, whose name ends in .hulp, and open it with Hulp.\n\
                 {password}\
                 \n\
                 The invitation holds until {}. {from} is asked before you see anything.\n\
                 Whoever has the file can ask to see {from}'s screen, so please pass it on to nobody.\n",
                expires.format("%-d %B %Y, %H:%M (UTC%:z)"),
            ),
        }
    }

    /// The letter that shows whether a mail account works.
    pub fn test() -> Self {
        Self {
            subject: "Test message from Hulp".into(),
            body: "This is the test message that you asked for in Hulp's settings.\n\
                   Your mail account works: Hulp can send your invitations with it.\n"
                .into(),
        }
    }

    /// As text to be pasted into a message by hand.
    pub fn to_paste(&self) -> String {
        format!("{}\n\n{}", self.subject, self.body)
    }
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
