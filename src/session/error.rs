//! What can go wrong in a session by somebody's doing.

use crate::protocol::{MAX_CHAT_BYTES, WireError};

/// Why a chat message was not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChatError {
    /// There are no words in it.
    #[error("there is nothing to send")]
    Empty,
    /// It is longer than [`MAX_CHAT_BYTES`].
    #[error("{0} bytes are too many for one message; {MAX_CHAT_BYTES} fit")]
    TooLong(usize),
    /// More, faster, than a person reads.
    #[error("too many messages at once; wait a moment")]
    TooFast,
    /// There is no session.
    #[error("there is nobody to talk to")]
    NoSession,
}

/// A screen update that was not due: `Novice::wants_frame` was not asked, or the session is over. It was not sent, so the next one
/// would not fit: the encoder has to begin anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a screen update that was not due")]
pub struct NotDue;

/// How the other side broke the rules of the protocol: for the log. Holds nothing of the other side's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Breach {
    /// Bytes that are no message, or a message over its limits.
    #[error("it sent {0}")]
    Bytes(#[from] WireError),
    /// A message that may not come now.
    #[error("it said {said} {when}")]
    OutOfTurn {
        /// The message's name.
        said: &'static str,
        /// What was going on.
        when: &'static str,
    },
    /// Input under a grant that was never given.
    #[error("it sent input under grant {0}, which it never had")]
    NeverGranted(u32),
    /// A question or grant with a number that cannot be.
    #[error("it said {said} with the number {number}, which cannot be")]
    WrongNumber {
        /// The message's name.
        said: &'static str,
        /// The number.
        number: u32,
    },
    /// Acknowledgements for more updates than were sent, or for fewer than before.
    #[error("it acknowledged {shown} screen updates of {sent}")]
    WrongCount {
        /// As it said.
        shown: u32,
        /// As it was.
        sent: u32,
    },
    /// A count of kept messages that cannot be.
    #[error("it said {said} for {count} messages, which cannot be")]
    WrongTally {
        /// The message's name.
        said: &'static str,
        /// The count.
        count: u64,
    },
    /// More chat than a person writes.
    #[error("it flooded the chat")]
    ChatFlood,
}
