//! The monitor that is shared, and where its pixels are on the whole desktop.

use crate::screen::{Point, Rect, Size};

/// The shared part of a desktop that may have more monitors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Monitor {
    /// In pixels of the whole desktop.
    pub(super) rect: Rect,
}

impl Monitor {
    pub(super) fn size(self) -> Size {
        Size::new(self.rect.width, self.rect.height)
    }

    /// A place on the desktop, from the monitor's top left.
    pub(super) fn place_of(self, at: Point) -> Point {
        // Both fit: a desktop is at most 32767 pixels wide.
        Point::new(at.x - self.rect.x as i32, at.y - self.rect.y as i32)
    }

    /// A place on the monitor, moved to its nearest pixel, on the desktop.
    pub(super) fn on_desktop(self, at: Point) -> Point {
        let within = |value: i32, start: u32, length: u32| {
            value.clamp(0, length.saturating_sub(1) as i32) + start as i32
        };
        Point::new(
            within(at.x, self.rect.x, self.rect.width),
            within(at.y, self.rect.y, self.rect.height),
        )
    }
}
