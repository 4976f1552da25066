//! Somebody's address at a contact server: `anna@example.org`.

use std::{fmt, str::FromStr};

use tokio_xmpp::jid::BareJid;

use super::ContactError;

/// The most bytes of an address; RFC 7622 allows thrice as many, and nobody has them.
const MAX_ADDRESS_BYTES: usize = 255;

/// Somebody's address at a contact server, without a device (a bare JID, RFC 7622), in its normal form.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(BareJid);

impl Address {
    /// The address of a person; a server's own address is none.
    pub(super) fn of(jid: BareJid) -> Option<Self> {
        (jid.node().is_some() && jid.as_str().len() <= MAX_ADDRESS_BYTES).then_some(Self(jid))
    }

    pub(super) fn jid(&self) -> &BareJid {
        &self.0
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The part before the sign `@`: what to call somebody of whom nothing else is known.
    pub fn user(&self) -> &str {
        self.0.node().map_or("", |node| node.as_str())
    }

    /// The part after it: whose server it is.
    pub fn domain(&self) -> &str {
        self.0.domain().as_str()
    }
}

impl FromStr for Address {
    type Err = ContactError;

    fn from_str(text: &str) -> Result<Self, ContactError> {
        let text = text.trim();
        let text = text.strip_prefix("xmpp:").unwrap_or(text);
        if text.len() > MAX_ADDRESS_BYTES {
            return Err(ContactError::NotAnAddress);
        }
        BareJid::new(text)
            .ok()
            .and_then(Self::of)
            .ok_or(ContactError::NotAnAddress)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Address({self})")
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_what_is_none() {
        for (typed, read) in [
            (" Anna@Example.org ", "anna@example.org"),
            ("xmpp:zoë@voorbeeld.nl", "zoë@voorbeeld.nl"),
        ] {
            assert_eq!(typed.parse::<Address>().unwrap().as_str(), read);
        }
        for bad in [
            "",
            "anna",
            "example.org",
            "@example.org",
            "anna@",
            "a b@example.org",
            "anna@example.org/phone",
            "an\u{202e}na@example.org",
            &format!("{}@example.org", "a".repeat(300)),
        ] {
            assert!(bad.parse::<Address>().is_err(), "{bad}");
        }
    }
}
