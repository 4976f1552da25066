//! The form of a frame, and the numbers that bound the wire.

use super::WireError;

/// This protocol, major and minor.
pub const VERSION: (u16, u16) = (2, 1);
/// The most bytes of a message: the largest pointer's picture (256 x 256 x 4), or a full [`super::ToNovice::Input`] of text, and its frame.
pub const MAX_MESSAGE_BYTES: usize = 288 * 1024;
/// The most bytes of a message before consent: what a stranger can make us keep. A `Hello` takes about 200.
pub const MAX_HANDSHAKE_BYTES: usize = 4 * 1024;
/// The most bytes of one chunk of a screen update: what an urgent message may have to wait for. 65 ms at 2 Mbit/s.
pub const CHUNK_BYTES: usize = 16 * 1024;
/// The most updates that are under way or not yet shown. How many of them there should be is the line's affair: on a long way
/// several small ones follow each other, on a slow line the next one waits.
pub const MAX_UNACKNOWLEDGED: u32 = 16;
/// The most bytes of messages that wait for a peer which does not read.
pub const MAX_WAITING_BYTES: usize = 1024 * 1024;

/// The most bytes of messages that are kept for a peer which never says that it has them: fewer, so that they always find room when
/// they are sent again.
pub const MAX_KEPT_BYTES: usize = MAX_WAITING_BYTES / 2;

/// The bytes of a header.
pub(super) const HEADER_BYTES: usize = 4;

/// What a frame holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Message,
    Chunk,
    LastChunk,
}

impl Kind {
    fn to_byte(self) -> u8 {
        match self {
            Kind::Message => 1,
            Kind::Chunk => 2,
            Kind::LastChunk => 3,
        }
    }

    fn from_byte(byte: u8) -> Result<Self, WireError> {
        match byte {
            1 => Ok(Kind::Message),
            2 => Ok(Kind::Chunk),
            3 => Ok(Kind::LastChunk),
            other => Err(WireError::UnknownKind(other)),
        }
    }
}

/// The header of a body of `length` bytes.
pub(super) fn header(kind: Kind, length: usize) -> [u8; HEADER_BYTES] {
    let [_, high, middle, low] = (length as u32).to_be_bytes();
    [kind.to_byte(), high, middle, low]
}

/// What a header says.
pub(super) fn parse_header(
    [kind, high, middle, low]: [u8; HEADER_BYTES],
) -> Result<(Kind, usize), WireError> {
    let length = u32::from_be_bytes([0, high, middle, low]);
    Ok((Kind::from_byte(kind)?, length as usize))
}
