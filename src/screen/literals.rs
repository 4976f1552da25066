//! Pixels as bytes for the stream, and back.

use super::{Framebuffer, Rect, tiles::COLOUR};

/// The bytes that the pixels of `rect` take.
pub(super) fn bytes(rect: Rect) -> usize {
    rect.pixels() * 3
}

/// Appends the pixels of `rect`, three bytes each.
pub(super) fn put(frame: &Framebuffer, rect: Rect, out: &mut Vec<u8>) {
    out.reserve(rect.pixels() * 3);
    for y in rect.y..rect.bottom() {
        for pixel in frame.row(rect, y) {
            let [blue, green, red, _] = pixel.to_le_bytes();
            out.extend_from_slice(&[blue, green, red]);
        }
    }
}

/// Fills `rect` from exactly its own number of bytes.
pub(super) fn take(bytes: &[u8], rect: Rect, frame: &mut Framebuffer) {
    let rows = bytes.chunks_exact(rect.width as usize * 3);
    for (y, row) in (rect.y..rect.bottom()).zip(rows) {
        for (pixel, bytes) in frame.row_mut(rect, y).iter_mut().zip(row.chunks_exact(3)) {
            *pixel = u32::from_le_bytes([bytes[0], bytes[1], bytes[2], 0]);
        }
    }
}

/// The one colour of `rect`, if it has but one.
pub(super) fn single_colour(frame: &Framebuffer, rect: Rect) -> Option<u32> {
    let colour = frame.row(rect, rect.y)[0] & COLOUR;
    let same = |y| {
        frame
            .row(rect, y)
            .iter()
            .all(|pixel| pixel & COLOUR == colour)
    };
    (rect.y..rect.bottom()).all(same).then_some(colour)
}
