//! What an update tells the decoder to do, and the bytes of it.

use serde::{Deserialize, Serialize};

use super::{DecodeError, Rect, Size};

/// How an update begins, outside the stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Header {
    /// A new picture of this size, black, and a new stream.
    pub(super) fresh: Option<Size>,
    /// What the rest of the update is worth once unpacked.
    pub(super) plain_bytes: u32,
}

/// One operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Op {
    /// The rectangle takes one colour.
    Fill { rect: Rect, colour: u32 },
    /// The rectangle takes the next pixels of the literals.
    Pixels { rect: Rect },
}

impl Op {
    /// Writes it behind `out`.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        write(self, out);
    }

    /// The rectangle that it changes.
    pub(super) fn rect(&self) -> Rect {
        match *self {
            Op::Fill { rect, .. } | Op::Pixels { rect } => rect,
        }
    }

    /// The bytes of literals that it takes.
    pub(super) fn literal_bytes(&self) -> usize {
        match self {
            Op::Fill { .. } => 0,
            Op::Pixels { rect } => rect.pixels() * 3,
        }
    }

    /// Whether a picture of `size` can take it.
    pub(super) fn check(&self, size: Size) -> Result<(), DecodeError> {
        let rect = self.rect();
        if rect.is_empty() || !size.rect().contains(rect) {
            return Err(DecodeError::Outside { rect, size });
        }
        Ok(())
    }
}

/// Writes a value of the update's format (postcard: small numbers take one byte) behind `out`.
pub(super) fn write<T: Serialize>(value: &T, out: &mut Vec<u8>) {
    *out = postcard::to_extend(value, std::mem::take(out))
        .expect("plain numbers, and a Vec takes any number of bytes");
}

/// Reads a value from the beginning of `bytes` and moves them past it.
pub(super) fn read<'a, T: Deserialize<'a>>(bytes: &mut &'a [u8]) -> Result<T, DecodeError> {
    let (value, rest) = postcard::take_from_bytes(bytes).map_err(|_| DecodeError::Malformed)?;
    *bytes = rest;
    Ok(value)
}
