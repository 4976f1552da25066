//! The display that is shared, and the pointer on it.

use objc2_core_foundation::CGPoint;
use objc2_core_graphics::{
    CGDirectDisplayID, CGDisplayBounds, CGDisplayCopyDisplayMode, CGDisplayIsAsleep, CGDisplayMode,
    CGEvent, CGMainDisplayID,
};

use super::places::{Area, Screen, Spot};
use crate::desktop::DesktopError;

/// The main display, the one with the menu bar: which it is, and what it is like now.
pub(super) fn main_display() -> Result<(CGDirectDisplayID, Screen), DesktopError> {
    let id = CGMainDisplayID();
    let no_display = || DesktopError::NoDisplay("macOS names no main one".into());
    let mode = CGDisplayCopyDisplayMode(id).ok_or_else(no_display)?;
    let bounds = CGDisplayBounds(id);
    let area = Area {
        left: bounds.origin.x,
        top: bounds.origin.y,
        width: bounds.size.width,
        height: bounds.size.height,
    };
    let (pixels, points) = (
        CGDisplayMode::pixel_width(Some(&mode)),
        CGDisplayMode::width(Some(&mode)),
    );
    let screen = Screen::new(area, pixels, points);
    if !screen.size.is_sane() {
        let (width, height) = (screen.size.width, screen.size.height);
        let text = format!("a screen of {width} x {height} pixels");
        return Err(DesktopError::Unsupported(text));
    }
    Ok((id, screen))
}

/// Whether a display is dark.
pub(super) fn is_asleep(display: CGDirectDisplayID) -> bool {
    CGDisplayIsAsleep(display)
}

/// Where the pointer is.
pub(super) fn pointer() -> Option<Spot> {
    let now = CGEvent::new(None)?;
    let CGPoint { x, y } = CGEvent::location(Some(&now));
    Some(Spot { x, y })
}
