//! What an invitation says.

use std::{fmt, net::SocketAddr};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop};

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
    /// The novice's computer proves that it has this key.
    pub novice_key: Fingerprint,
    /// The expert proves to hold this.
    pub ticket: TicketSecret,
    /// Present when a password is needed.
    pub password: Option<PasswordSalt>,
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

impl fmt::Debug for TicketSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TicketSecret(..)")
    }
}
