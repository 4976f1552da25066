//! What the novice's computer remembers of an invitation; it alone decides who may come in.

use std::path::PathBuf;

use zeroize::{Zeroize, ZeroizeOnDrop};

use super::{Invitation, PasswordSalt};

/// Where an invitation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InvitationState {
    /// It waits for its helper.
    Open,
    /// Its helper is here: asked about, or in a session.
    InUse,
    /// A session came of it and was ended by one of the two.
    Used,
    /// Its time ran out.
    Expired,
    /// The novice took it back.
    Withdrawn,
    /// Too many wrong passwords, or too often declined: it ended itself.
    Voided,
}

/// How an invitation went out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SentHow {
    /// Saved as this file.
    File(PathBuf),
    /// Behind a short code, read out by telephone.
    Code,
    /// By e-mail.
    Email {
        /// To this address; empty where the novice chose it in the mail program.
        to: String,
    },
    /// A contact was called with it.
    Contact {
        /// Their address.
        address: String,
    },
    /// To a helper who offered help, over the connection on which they did.
    Offer {
        /// Their name, as on the list of helpers.
        to: String,
    },
}

impl InvitationRecord {
    /// Whether an offer of help was answered with it: then it is of use on the connection alone on which help was offered.
    pub fn is_of_offer(&self) -> bool {
        (self.sent.iter()).any(|way| matches!(way, SentHow::Offer { .. }))
    }
}

/// What proves a password: `argon2id(password, salt)`, and how it was made. Not the password, and no use elsewhere,
/// for every invitation has its own salt.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct PasswordVerifier {
    /// How it was stretched.
    #[zeroize(skip)]
    pub salt: PasswordSalt,
    /// The stretched password.
    pub key: [u8; 32],
}

impl std::fmt::Debug for PasswordVerifier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PasswordVerifier {{ salt: {:?}, .. }}", self.salt)
    }
}

/// The private key of the endpoint that an invitation names: kept with it, so that the endpoint is the same after a restart.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct EndpointKey(pub [u8; 32]);

impl std::fmt::Debug for EndpointKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("EndpointKey(..)")
    }
}

/// The novice's own record of an invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitationRecord {
    /// What the paper says.
    pub invitation: Invitation,
    /// Where it stands.
    pub state: InvitationState,
    /// How it went out: at least one way, the latest last.
    pub sent: Vec<SentHow>,
    /// Present when the novice set a password.
    pub verifier: Option<PasswordVerifier>,
    /// Present when the paper names a meeting point.
    pub endpoint_key: Option<EndpointKey>,
    /// Wrong passwords that are left before it voids itself.
    pub attempts_left: u8,
    /// Times that the novice said no, or nothing, to a helper who came with it.
    pub declined: u8,
}
