//! The e-mail as it goes over the line: RFC 5322 with MIME, built by `lettre`, which writes every name as an encoded
//! word and so leaves no way into the headers.

use lettre::{
    Address, Message,
    message::{Attachment, Mailbox, MultiPart, SinglePart, header::ContentType},
};

use super::{EmailError, Letter};
use crate::{
    delivery::suggested_file_name,
    invitation::{InvitationId, MEDIA_TYPE, clean_name},
};

/// The longest address that mail servers take (RFC 5321).
const MAX_ADDRESS_BYTES: usize = 254;

/// An address as it goes on an envelope, from what a user typed.
///
/// # Errors
/// [`EmailError::NoAddress`].
pub fn check_address(typed: &str) -> Result<String, EmailError> {
    address(typed).map(|address| address.to_string())
}

/// An address, from what a user typed.
pub(super) fn address(typed: &str) -> Result<Address, EmailError> {
    let fault = || EmailError::NoAddress(clean_name(typed));
    let typed = typed.trim();
    // A quoted part before the @ may hold anything; no person has such an address.
    if typed.len() > MAX_ADDRESS_BYTES || typed.contains(['"', ' ', '\t', '\r', '\n']) {
        return Err(fault());
    }
    typed.parse().map_err(|_| fault())
}

/// What is attached.
pub(super) struct Paper<'a> {
    /// Who asks for help; the file is called after them.
    pub(super) from: &'a str,
    /// The invitation's own name, in the message's.
    pub(super) id: InvitationId,
    /// The file, byte for byte.
    pub(super) xml: &'a [u8],
}

/// Builds the message.
pub(super) fn build(
    (sender_name, sender): (&str, &Address),
    to: &Address,
    letter: &Letter,
    paper: Option<&Paper<'_>>,
) -> Result<Message, EmailError> {
    let name = clean_name(sender_name);
    let name = (!name.is_empty()).then_some(name);
    let builder = Message::builder()
        .from(Mailbox::new(name, sender.clone()))
        .to(Mailbox::new(None, to.clone()))
        .subject(clean_name(&letter.subject));
    let words = SinglePart::plain(letter.body.clone());
    let built = match paper {
        None => builder.message_id(None).singlepart(words),
        Some(paper) => {
            let kind = ContentType::parse(MEDIA_TYPE).map_err(|error| unbuilt(&error))?;
            let file = Attachment::new(suggested_file_name(paper.from));
            let id = format!("<{}.hulp@{}>", paper.id, sender.domain());
            builder.message_id(Some(id)).multipart(
                MultiPart::mixed()
                    .singlepart(words)
                    .singlepart(file.body(paper.xml.to_vec(), kind)),
            )
        }
    };
    built.map_err(|error| unbuilt(&error))
}

/// None of our own messages is such; an error all the same, and no panic.
fn unbuilt(error: &dyn std::fmt::Display) -> EmailError {
    EmailError::Broken {
        server: "this computer".into(),
        why: error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const XML: &[u8] = b"<?xml?>\r\n<a>  \r\n.\r\n\xc3\xab\n</a>";

    fn built(from: &str, body: &str) -> String {
        let letter = Letter {
            subject: format!("{from} asks"),
            body: body.into(),
        };
        let paper = Paper {
            from,
            id: InvitationId([7; 16]),
            xml: XML,
        };
        let (sender, to) = (address("zoe@x.nl").unwrap(), address("jo@y.nl").unwrap());
        let message = build((from, &sender), &to, &letter, Some(&paper)).unwrap();
        String::from_utf8(message.formatted()).unwrap()
    }

    /// The header lines, unfolded.
    fn headers(message: &str) -> Vec<String> {
        let (head, _) = message.split_once("\r\n\r\n").unwrap();
        let unfolded = head.replace("\r\n ", " ").replace("\r\n\t", " ");
        unfolded.lines().map(str::to_owned).collect()
    }

    #[test]
    fn what_people_wrote_adds_no_headers() {
        let usual = headers(&built("Zoe", "hello")).len();
        for hostile in [
            "Zoe\r\nBcc: evil@example.org",
            "Zoe\nBcc: evil@example.org\n\nbody",
            "Zoe\u{2028}Bcc: x@y.zz",
            "Zoe\u{85}Bcc: x@y.zz",
            "\"<evil@example.org>, \"Zoe",
            "=?utf-8?q?Zoe=0D=0ABcc:_x@y.zz?=",
        ] {
            let message = built(hostile, hostile);
            let lines = headers(&message);
            assert_eq!(lines.len(), usual, "{hostile:?}: {lines:#?}");
            assert!(
                lines.iter().all(|line| !line.starts_with("Bcc")),
                "{lines:#?}"
            );
            assert!(message.is_ascii());
        }
    }

    #[test]
    fn addresses_are_addresses() {
        assert_eq!(check_address("  o'brien@x.nl ").unwrap(), "o'brien@x.nl");
        for none in [
            "",
            "zoe",
            "zoe@",
            "a@b.nl, c@d.nl",
            "a@b.nl\r\nRCPT TO:<x@y.nl>",
            "a@b.nl> SIZE=1",
            "<a@b.nl>",
            "\"a b\"@c.nl",
        ] {
            assert!(check_address(none).is_err(), "{none:?}");
        }
        assert!(check_address(&format!("{}@x.nl", "a".repeat(400))).is_err());
    }
}
