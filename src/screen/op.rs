//! What an update tells the decoder to do, and the bytes of it.
//!
//! An update is a [`Header`], a piece of the main stream and, if it has photos, a piece of the photos' stream. The main piece,
//! unpacked, is the number of operations, the operations, and the pixels of [`Op::Pixels`] in their order; the other one is
//! those of [`Op::Photo`], behind them the sheets with all [`Op::Lossy`] but those within the video's area, and the video's frame.
//!
//! Whatever the order in which they are written, operations are done in four rounds: all that is saved is saved from the old
//! picture; all that moves is taken from the old picture; it is put down; and the rest is done, in its order.

use serde::{Deserialize, Serialize};

use super::{Rect, Size, video::VideoHeader};

/// How an update begins, outside the stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Header {
    /// Counts the updates, so that a missing one is noticed.
    pub(super) turn: u8,
    /// A new picture of this size, black, a new stream and an empty memory.
    pub(super) fresh: Option<Size>,
    /// The bytes of its piece of the main stream, once unpacked.
    pub(super) plain_bytes: u32,
    /// If it has photos: after so many bytes of the main stream comes its piece of the photos' stream.
    pub(super) photos_at: Option<u32>,
    /// Of that piece, unpacked, so many bytes are the sheets with [`Op::Lossy`].
    pub(super) lossy_bytes: u32,
    /// Those at its end are a picture of this video.
    pub(super) video: Option<VideoHeader>,
    /// With this update all of the picture is the novice's to the last bit.
    pub(super) is_exact: bool,
}

/// The most bytes of a header.
pub(super) const MAX_HEADER_BYTES: usize = 64;

/// One operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Op {
    /// The tile's look before this update is remembered in this way.
    Save { tile: u32, way: u8 },
    /// The rectangle takes the pixels that were so far to the left and above before this update.
    Move { to: Rect, x: i32, y: i32 },
    /// The tile takes the look that was remembered in this way; or a part of it does.
    Restore {
        tile: u32,
        way: u8,
        part: Option<Rect>,
    },
    /// The rectangle takes one colour.
    Fill { rect: Rect, colour: u32 },
    /// The rectangle takes the next of the pixels that are written as they are.
    Pixels { rect: Rect },
    /// The rectangle takes the next of the pixels that are written as those of photos.
    Photo { rect: Rect },
    /// The rectangle, no larger than a tile, takes what the video's picture has there if it lies in the video's area, and
    /// otherwise the next cell of the lossy sheets.
    Lossy { rect: Rect },
}

/// The most operations for a tile: it is saved, covered by rectangles that gain 24 pixels each, and rows are sent.
pub(super) const MAX_TILE_OPS: usize = 256;

/// The operations of an update change at most so many times the pixels of the screen: an encoder may cover what changed with
/// rectangles that overlap, but each tile no more than this.
pub(super) const MAX_OVERLAP: usize = 3;

/// The most bytes of an update once unpacked: every pixel in full, and the operations of tiles in many small pieces.
pub(super) fn max_plain_bytes(size: Size, tiles: u32) -> usize {
    size.pixels() * 4 + tiles as usize * 2048 + 1024
}

/// Writes a value of the update's format (postcard: small numbers take one byte) behind `out`.
pub(super) fn write<T: Serialize>(value: &T, out: &mut Vec<u8>) {
    *out = postcard::to_extend(value, std::mem::take(out))
        .expect("plain numbers, and a Vec takes any number of bytes");
}

/// Reads a value from the beginning of `bytes` and moves them past it.
pub(super) fn read<'a, T: Deserialize<'a>>(bytes: &mut &'a [u8]) -> postcard::Result<T> {
    let (value, rest) = postcard::take_from_bytes(bytes)?;
    *bytes = rest;
    Ok(value)
}
