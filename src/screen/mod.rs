//! Pixels: what a screen looks like, what changed on it, and how that crosses the wire. Pure.

mod cursor;
mod damage;
mod framebuffer;
mod geometry;
mod update;

pub use cursor::{CursorError, CursorShape, MAX_CURSOR_SIDE};
pub use damage::Damage;
pub use framebuffer::Framebuffer;
pub use geometry::{MAX_PIXELS, MAX_SIDE, Point, Rect, Size};
pub use update::ScreenUpdate;
