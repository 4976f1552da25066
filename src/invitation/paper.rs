//! What an invitation says.

use std::{fmt, net::SocketAddr};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// The most bytes of a relay's address.
pub const MAX_RELAY_BYTES: usize = 256;
/// The most bytes of what a relay asks of its users.
pub const MAX_RELAY_TOKEN_BYTES: usize = 1024;

/// The random name of an invitation: 128 bits, no secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct InvitationId(pub [u8; 16]);

/// SHA-256 of a computer's certificate (DER): how computers know each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Fingerprint(pub [u8; 32]);

/// The secret that proves that one holds the invitation: 256 bits. Never logged, wiped from memory.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct TicketSecret(pub [u8; 32]);

/// How the password is stretched before it is proved; the password itself never travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PasswordSalt {
    /// Random.
    pub salt: [u8; 16],
    /// Memory that argon2id takes, in KiB.
    pub memory_kib: u32,
    /// Passes that argon2id makes over it.
    pub passes: u32,
}

/// The public key (Ed25519) by which a QUIC endpoint (iroh) is known. Whether it is one is for whoever connects to find out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EndpointId(pub [u8; 32]);

/// What a relay asks of its users: a secret of the relay's, and not of the invitation's. Never logged, wiped from memory.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct RelayToken(pub Zeroizing<String>);

/// Where the novice's computer can be met when none of its addresses leads there: at a relay that both can reach, and from
/// there perhaps directly, through a hole that each makes in its own router.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingPoint {
    /// The novice's endpoint.
    pub endpoint: EndpointId,
    /// The relay's address, an `https` URL (`http` for one without TLS), as [`is_relay`] allows it.
    pub relay: Option<String>,
    /// What that relay asks of its users, if anything, as [`is_relay_token`] allows it.
    pub token: Option<RelayToken>,
    /// Addresses (UDP) that can be tried at once.
    pub hints: Vec<SocketAddr>,
}

/// All that an invitation says to its reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Its name.
    pub id: InvitationId,
    /// Who asks for help.
    pub from: String,
    /// The novice's words; may be empty.
    pub message: String,
    /// When it was made.
    pub made: DateTime<Utc>,
    /// When it ends. The novice's own record decides; this is for the reader.
    pub expires: DateTime<Utc>,
    /// Where the novice's computer may be reached.
    pub addresses: Vec<SocketAddr>,
    /// Where it can be met otherwise.
    pub meeting: Option<MeetingPoint>,
    /// The novice's computer proves that it has this key.
    pub novice_key: Fingerprint,
    /// The expert proves to hold this.
    pub ticket: TicketSecret,
    /// Present when a password is needed.
    pub password: Option<PasswordSalt>,
}

/// Whether an invitation may name this as a relay's address: a plain URL of a server, without user, query or fragment.
pub fn is_relay(url: &str) -> bool {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    let host = rest.map(|rest| rest.split('/').next().unwrap_or_default());
    url.len() <= MAX_RELAY_BYTES
        && url.bytes().all(|byte| byte.is_ascii_graphic())
        && !url.contains(['@', '?', '#', '\\', '"', '<', '>'])
        && host.is_some_and(|host| !host.is_empty())
}

/// Whether this can be what a relay asks of its users: it goes over the wire in a line of HTTP (RFC 6750).
pub fn is_relay_token(token: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_graphic() || byte == b' ';
    (1..=MAX_RELAY_TOKEN_BYTES).contains(&token.len())
        && token.bytes().all(is_plain)
        && token.trim() == token
}

impl fmt::Display for InvitationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for RelayToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RelayToken(..)")
    }
}

impl fmt::Debug for TicketSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TicketSecret(..)")
    }
}
