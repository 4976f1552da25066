//! The only form in which pixels cross the house and the wire.

use super::MAX_PIXELS;

/// The largest update that a decoder accepts, in bytes. An encoder stays below it even when every pixel of the
/// largest screen is noise: three bytes a pixel, and an eighth of that for the operations and the stream's own frames.
pub const MAX_UPDATE_BYTES: usize = MAX_PIXELS * 27 / 8;

/// What the encoder made of one look at the screen, for the decoder on the other side. Each update builds on all
/// before it, so none may be left out, and each is shown whole or not at all. Its bytes mean nothing outside this folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScreenUpdate(pub Vec<u8>);
