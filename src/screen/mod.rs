//! Pixels: what a screen looks like, what changed on it, and how that crosses the wire. Pure.

mod check;
mod cover;
mod cursor;
mod damage;
mod decoder;
mod encoder;
mod framebuffer;
mod geometry;
mod literals;
mod memory;
mod motion;
mod op;
mod photo;
mod plan;
mod recall;
mod stream;
mod tiles;
mod update;

pub use cursor::{CursorError, CursorShape, MAX_CURSOR_SIDE};
pub use damage::Damage;
pub use decoder::{DecodeError, Decoder};
pub use encoder::Encoder;
pub use framebuffer::Framebuffer;
pub use geometry::{MAX_PIXELS, MAX_SIDE, Point, Rect, Size};
pub use update::{MAX_UPDATE_BYTES, ScreenUpdate};
