//! What can be wrong with bytes.

/// Bytes of the other side's that this protocol does not allow. The connection is of no more use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WireError {
    /// No frame begins like this.
    #[error("a frame of unknown kind {0}")]
    UnknownKind(u8),
    /// The message is longer than it may be now.
    #[error("a message of {bytes} bytes, where {limit} are allowed")]
    MessageTooLong {
        /// Its length.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// The chunk is longer than any may be.
    #[error("a screen chunk of {0} bytes")]
    ChunkTooLong(usize),
    /// A chunk without bytes which is not the last.
    #[error("an empty screen chunk")]
    ChunkEmpty,
    /// The update is longer than any may be.
    #[error("a screen update of more than {0} bytes")]
    UpdateTooLong(usize),
    /// A screen update that may not come now.
    #[error("a screen update that was not asked for")]
    UpdateNotDue,
    /// The body is no message.
    #[error("a message that cannot be read")]
    Malformed,
    /// Something follows the message in its frame.
    #[error("{0} bytes after a message")]
    Trailing(usize),
    /// A field of the message is over its limit.
    #[error("{what} of {size}, where {limit} are allowed")]
    FieldTooLong {
        /// Which field.
        what: &'static str,
        /// Its size.
        size: usize,
        /// The limit.
        limit: usize,
    },
    /// A field that may not be empty is.
    #[error("an empty {0}")]
    FieldEmpty(&'static str),
}

/// More messages wait than [`super::MAX_WAITING_BYTES`]: the other side does not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the other side does not read")]
pub struct QueueFull;
