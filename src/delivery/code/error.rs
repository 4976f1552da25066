//! Why a code did not bring an invitation across.

use thiserror::Error;

/// Why a code did not bring an invitation across.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CodeError {
    /// What was typed is no code.
    #[error("this is no code")]
    NotACode,
    /// The setting names no mailbox server.
    #[error("the address of the mailbox server is not one")]
    Address,
    /// The mailbox server was not reached; the system's own words.
    #[error("the mailbox server was not reached: {0}")]
    NotReached(String),
    /// The connection to the mailbox server broke, or it fell silent.
    #[error("the connection to the mailbox server broke")]
    Lost,
    /// The mailbox server says no, in these words.
    #[error("the mailbox server refuses: {0}")]
    Refused(String),
    /// What the mailbox server says makes no sense, or is too much.
    #[error("what answers is no proper mailbox server")]
    Nonsense,
    /// Nobody waits with this code.
    #[error("nobody waits with this code")]
    NobodyThere,
    /// The other side used another code: somebody guessed, or mistyped.
    #[error("the codes of the two sides differ")]
    WrongCode,
    /// A third one uses the same number.
    #[error("somebody else uses the same number")]
    Crowded,
    /// The other side began, and then said no more.
    #[error("the other side fell silent")]
    Silent,
    /// The other side took or gave no invitation, but something else.
    #[error("the other side does not exchange an invitation")]
    NotAnInvitation,
    /// This side left.
    #[error("given up")]
    Left,
    /// The system gives no randomness.
    #[error("the system gives no randomness")]
    NoRandomness,
}

impl CodeError {
    /// Whether the code was used up by somebody at the other side, so that another one is in order.
    pub fn is_used_up(&self) -> bool {
        matches!(self, Self::WrongCode | Self::Crowded | Self::Silent)
    }
}
