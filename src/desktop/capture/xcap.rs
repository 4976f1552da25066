//! The general way to see a screen, through xcap: whole pictures, no pointer, no word of what changed.

use std::{
    thread,
    time::{Duration, Instant},
};

use xcap::Monitor;

use crate::{
    desktop::{Capture, CaptureError, CursorChange, DesktopError},
    screen::{Damage, Framebuffer, Size},
};

/// The least time between two pictures. Each costs tens of milliseconds of a core, and nothing tells whether it is worth it.
const PACE: Duration = Duration::from_millis(50);

/// The primary screen, seen through xcap.
pub(in crate::desktop) struct XcapCapture {
    size: Size,
    last: Option<Instant>,
}

impl XcapCapture {
    /// Opens the primary screen, and takes one picture to see whether it can.
    pub(in crate::desktop) fn open() -> Result<Self, DesktopError> {
        let picture = primary()
            .and_then(|monitor| monitor.capture_image())
            .map_err(|error| DesktopError::Refused(error.to_string()))?;
        let size = Size::new(picture.width(), picture.height());
        if !size.is_sane() {
            let text = format!("a screen of {} x {} pixels", size.width, size.height);
            return Err(DesktopError::Unsupported(text));
        }
        Ok(Self { size, last: None })
    }
}

impl Capture for XcapCapture {
    fn size(&self) -> Size {
        self.size
    }

    fn wait(&mut self, patience: Duration) -> Result<bool, CaptureError> {
        let due = self.last.map_or(Duration::ZERO, |last| {
            (last + PACE).saturating_duration_since(Instant::now())
        });
        thread::sleep(due.min(patience));
        Ok(due <= patience)
    }

    fn grab(&mut self, frame: &mut Framebuffer) -> Result<Damage, CaptureError> {
        let picture = primary()
            .and_then(|monitor| monitor.capture_image())
            .map_err(|error| CaptureError(error.to_string()))?;
        self.last = Some(Instant::now());
        let size = Size::new(picture.width(), picture.height());
        if !size.is_sane() {
            let text = format!("it is {} x {} pixels now", size.width, size.height);
            return Err(CaptureError(text));
        }
        self.size = size;
        if frame.size() != size {
            frame.resize(size);
        }
        let pixels = picture.as_raw().chunks_exact(4);
        for (to, p) in frame.pixels_mut().iter_mut().zip(pixels) {
            *to = u32::from_be_bytes([0, p[0], p[1], p[2]]);
        }
        Ok(Damage::of(size.rect()))
    }

    fn cursor(&mut self) -> CursorChange {
        CursorChange::default()
    }
}

/// Asked for each time: monitors come and go, and on some systems xcap's handle must stay on its thread.
fn primary() -> Result<Monitor, xcap::XCapError> {
    let mut monitors = Monitor::all()?;
    let primary = monitors
        .iter()
        .position(|monitor| monitor.is_primary().unwrap_or(false));
    if monitors.is_empty() {
        return Err(xcap::XCapError::new("there is no monitor"));
    }
    Ok(monitors.swap_remove(primary.unwrap_or(0)))
}
