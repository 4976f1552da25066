//! The remote screen in a window of the system's own inside Hulp's window: what changed is on the glass at once, with no
//! frame of the whole window in between, and the pointer goes to the novice the same short way back.
//!
//! Painting a change through a window toolkit without a graphics card costs 12 ms and more, whatever its size; a pane's
//! paint costs what changed. Where a system has no pane yet, [`crate::desktop::Desktop::open_pane`] says so, and the window
//! paints the picture itself.

#[cfg(all(unix, not(target_os = "macos")))]
mod canvas;
mod fake;
#[cfg(all(unix, not(target_os = "macos")))]
mod overlay;
#[cfg(all(unix, not(target_os = "macos")))]
mod pointer;
#[cfg(all(unix, not(target_os = "macos")))]
mod scale;
#[cfg(all(unix, not(target_os = "macos")))]
mod x11;
#[cfg(all(unix, not(target_os = "macos")))]
mod x11_cursor;

use std::sync::Arc;

use super::DesktopError;
use crate::{
    input::InputEvent,
    screen::{CursorShape, Damage, Framebuffer, Point, Rect, Size},
};

pub(super) use fake::FakePanes;
pub use fake::ShownPane;
#[cfg(all(unix, not(target_os = "macos")))]
pub(super) use x11::X11Pane;

/// A window as its own system names it: on X11 its XID.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NativeWindow(pub u64);

/// Where a pane lies, and how it shows the remote screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PanePlace {
    /// In physical pixels of the window that it is in.
    pub area: Rect,
    /// The size that the whole remote screen is shown at, in the same pixels; its own size is exact.
    pub picture: Size,
    /// The place of `area`'s top left in that picture: where it is scrolled to.
    pub offset: Point,
    /// So many rows at the area's top show the screen, but the pointer over them stays the window's.
    pub handle: u32,
}

/// What the user does over a pane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaneEvent {
    /// Mouse input in pixels of the remote screen; only while [`Pane::set_cursor`] said that it controls.
    Input(InputEvent),
    /// A button went down: the user wants the keyboard here.
    Pressed,
}

/// Takes what the user does; called from the pane's own thread, so it must not wait.
pub type PaneSink = Arc<dyn Fn(PaneEvent) + Send + Sync>;

/// The remote screen in a window of its own. Dropping it closes that; it also closes with the window that it is in, and
/// then takes everything in silence.
pub trait Pane: Send {
    /// Shows all of `frame` there; without a place shows nothing. Buttons that are held down when it goes are let go.
    ///
    /// # Errors
    /// When it cannot be shown: the window is gone, or there is no memory for it. It is hidden then.
    fn place(&mut self, place: Option<PanePlace>, frame: &Framebuffer) -> Result<(), DesktopError>;

    /// Shows what changed in `frame`, all at once.
    fn paint(&mut self, frame: &Framebuffer, damage: &Damage);

    /// Tells of the remote pointer. While `controlling` this pane takes the mouse, and its own pointer has the remote one's
    /// picture; else that is painted into the screen at its place, and the mouse is the window's.
    fn set_cursor(&mut self, shape: Option<Arc<CursorShape>>, at: Option<Point>, controlling: bool);
}
