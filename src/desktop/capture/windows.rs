//! Which of Windows' two ways to see the screen this computer has.

use std::time::Duration;

use super::{duplication::Duplication, gdi::GdiCapture};
use crate::{
    desktop::{Capture, CaptureError, CursorChange, DesktopError},
    screen::{Damage, Framebuffer, Size},
};

/// Opens the shared monitor: duplicated where it can be, which a monitor that is turned, an old remote desktop session or Wine
/// cannot.
pub(in crate::desktop) fn open() -> Result<Box<dyn Capture>, DesktopError> {
    match Duplication::open() {
        Ok(duplication) => Ok(Box::new(WhileDuplicated(Box::new(duplication)))),
        Err(error) => {
            tracing::info!(%error, "the screen cannot be duplicated; it is copied instead");
            Ok(Box::new(GdiCapture::open()?))
        }
    }
}

/// A monitor that is duplicated until that stays away while it can be copied: it was turned, or is seen from afar now.
struct WhileDuplicated(Box<dyn Capture>);

impl WhileDuplicated {
    /// Where it cannot be copied either, it is asked for again: nobody is shown the desktop for passwords.
    fn or_copied(&mut self, error: &CaptureError) {
        if let Ok(copied) = GdiCapture::open() {
            tracing::info!(%error, "the screen is copied from now on");
            self.0 = Box::new(copied);
        }
    }
}

impl Capture for WhileDuplicated {
    fn size(&self) -> Size {
        self.0.size()
    }

    fn wait(&mut self, patience: Duration) -> Result<bool, CaptureError> {
        self.0.wait(patience).or_else(|error| {
            self.or_copied(&error);
            Ok(true)
        })
    }

    fn grab(&mut self, frame: &mut Framebuffer) -> Result<Damage, CaptureError> {
        self.0.grab(frame).or_else(|error| {
            self.or_copied(&error);
            self.0.grab(frame)
        })
    }

    fn cursor(&mut self) -> CursorChange {
        self.0.cursor()
    }
}
