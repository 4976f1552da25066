//! The invitation's file: XML that a person can read, in UTF-8.
//!
//! Type `application/vnd.hulp.invitation+xml`, extension `.hulp`, at most 64 KiB. Format 1.0:
//!
//! ```xml
//! <?xml version="1.0" encoding="UTF-8"?>
//! <!-- An invitation to help Anna … -->
//! <hulp-invitation version="1.0" id="6n6DWpEIzN3cmTMqIwZ6fQ">
//!   <from>Anna Bakker</from>
//!   <message>The printer does nothing.</message>
//!   <made>2026-11-23T09:00:00Z</made>
//!   <expires>2026-11-23T15:00:00Z</expires>
//!   <computer key="sha256:OEmnTnUnQLnNQdhQ0UKwHyZGGBXVUxqgYmTHHXu0Wx0">
//!     <address>192.0.2.7:4857</address>
//!     <address>[2001:db8::7]:4857</address>
//!     <endpoint id="Z1sWnD5Zl4wPOTZ1cUBOL0mNjF2yPnZ0qYcXK3y7bGc">
//!       <relay>https://relay.example.org/</relay>
//!       <token>a long secret word</token>
//!       <address>192.0.2.7:51820</address>
//!     </endpoint>
//!   </computer>
//!   <ticket>p0DvJq4vIhM2mKxCQ5E0n5zXm2gU1bA8wqvZ3J8n2nQ</ticket>
//!   <password function="argon2id" salt="m1y3uWmF2rM5yQm0v0bXOg" memory-kib="65536" passes="3"/>
//! </hulp-invitation>
//! ```
//!
//! | element | what | limits |
//! |---|---|---|
//! | `hulp-invitation` | `version`: major.minor of the format; `id`: 16 bytes | another major version is refused |
//! | `from` | who asks for help | 1 to 128 bytes, one line |
//! | `message` | the novice's words; may be absent | 4 KiB |
//! | `made`, `expires` | RFC 3339; written in UTC | years 2020 to 2199, `expires` after `made` by a year at most |
//! | `computer` | `key`: SHA-256 of the novice's certificate (DER) | |
//! | `address` in `computer` | IP address and TCP port; an IPv6 address in brackets | at most 64, else refused |
//! | `endpoint` in `computer` | `id`: the public key of a QUIC endpoint (iroh), 32 bytes; may be absent | |
//! | `relay` in `endpoint` | the relay where it is met; may be absent | an `https` or `http` URL of 256 bytes at most |
//! | `token` in `endpoint` | what that relay asks of its users, a secret; may be absent | 1024 bytes of printable ASCII |
//! | `address` in `endpoint` | IP address and UDP port | at most 16, else refused |
//! | `ticket` | 32 secret bytes | |
//! | `password` | present when one is needed: `function` (argon2id version 1.3, one lane), `salt` of 16 bytes, `memory-kib`, `passes` | 64 to 256 MiB, 3 to 10 passes |
//!
//! Bytes are base64; URL-safe without padding is written, the standard alphabet and padding are read too. Text may use
//! the five entities of XML and references to characters. Elements and attributes that are not in the table are ignored,
//! so that later versions can add them; those that are may stand there only once, `address` excepted.
//! A document type (DTD), other entities, another encoding, or anything after the end is refused. An address, a relay or a
//! token of a form that is not known, or that no computer can be reached with, is skipped.

mod read;
mod write;

use std::net::{SocketAddr, SocketAddrV6};

use zeroize::Zeroizing;

use super::{Invitation, PaperError};

/// The type of the file.
pub const MEDIA_TYPE: &str = "application/vnd.hulp.invitation+xml";
/// Its extension, without the dot.
pub const EXTENSION: &str = "hulp";
/// The most bytes of a file: an invitation has about a thousand, so this leaves room for all that may be added.
pub const MAX_FILE_BYTES: usize = 64 * 1024;
/// The most addresses: they are all tried, and an invitation should not make its reader call half the internet.
pub const MAX_ADDRESSES: usize = 64;
/// The most addresses of an endpoint.
pub const MAX_HINTS: usize = 16;
/// How the name of a key begins: which hash it is.
const KEY_PREFIX: &str = "sha256:";
/// The only function for passwords.
const STRETCHING: &str = "argon2id";

impl Invitation {
    /// The file's text. Names and messages are cleaned and addresses beyond [`MAX_ADDRESSES`] left out, so that what is
    /// written can be read.
    pub fn to_xml(&self) -> Zeroizing<String> {
        write::write(self)
    }

    /// Reads the file. Never panics, and takes no more memory than a few times [`MAX_FILE_BYTES`].
    ///
    /// # Errors
    /// [`PaperError::TooLarge`], [`PaperError::NewerVersion`], [`PaperError::Stretching`], and
    /// [`PaperError::NotAnInvitation`] with what is wrong.
    pub fn from_xml(bytes: &[u8]) -> Result<Self, PaperError> {
        if bytes.len() > MAX_FILE_BYTES {
            return Err(PaperError::TooLarge);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| wrong("it is not written in UTF-8"))?;
        read::read(text.strip_prefix('\u{feff}').unwrap_or(text))
    }
}

fn wrong(what: impl Into<String>) -> PaperError {
    PaperError::NotAnInvitation(what.into())
}

/// Without scope and flow, which mean something on the novice's own computer alone.
fn portable(address: SocketAddr) -> SocketAddr {
    match address {
        SocketAddr::V6(v6) => SocketAddrV6::new(*v6.ip(), v6.port(), 0, 0).into(),
        v4 => v4,
    }
}
