//! What a talk wants done, and what happens in it.

use tokio_xmpp::Stanza;
use zeroize::Zeroizing;

use super::{Address, AskedFor, CallId, ContactError, RingId};
use crate::invitation::Fingerprint;

/// What a [`super::Talk`] wants done.
#[derive(Debug)]
pub enum Output {
    /// This said to the server.
    Say(Box<Stanza>),
    /// The user told.
    Tell(Event),
    /// The line given up: what is on it is no use.
    GiveUp(ContactError),
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Somebody calls.
    Ring(Ring),
    /// And no longer.
    RingEnded(RingId, RingEnd),
    /// A call of the user's has its answer.
    Answered(CallId, Answer),
    /// A change of the list was refused.
    Trouble(ContactError),
}

/// Somebody calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ring {
    /// Which call.
    pub id: RingId,
    /// Whose server vouches for whom.
    pub from: Address,
    /// How the user calls them, or a stranger's address's first part.
    pub name: String,
    /// Whether it is a contact; else a stranger.
    pub is_contact: bool,
    /// What they want.
    pub asked_for: AskedFor,
    /// The key of the computer that they call from, if they told it.
    pub key: Option<Fingerprint>,
}

/// Why it rings no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RingEnd {
    /// Another device of the user's took it.
    TakenElsewhere,
    /// Another device of the user's declined it.
    DeclinedElsewhere,
    /// The caller took it back.
    Withdrawn,
    /// It rang long enough.
    Missed,
}

/// What became of a call of the user's.
#[derive(Clone, PartialEq, Eq)]
pub enum Answer {
    /// Yes; to an offer with the invitation, the file's XML as it came. And the key of the computer that says so, if it told it.
    Accepted(Option<Zeroizing<String>>, Option<Fingerprint>),
    /// No.
    Declined,
    /// None, for as long as it rings.
    Nothing,
    /// It did not get there.
    Failed(ContactError),
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Accepted(..) => f.write_str("Accepted(..)"),
            Self::Declined => f.write_str("Declined"),
            Self::Nothing => f.write_str("Nothing"),
            Self::Failed(error) => write!(f, "Failed({error})"),
        }
    }
}
