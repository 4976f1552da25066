//! Windows' oldest way to see its screen, which works everywhere: a copy of all of it, and nobody tells when something changed.
#![allow(unsafe_code)]

use std::{
    mem,
    ptr::{self, NonNull},
    slice, thread,
    time::{Duration, Instant},
};

use windows_sys::Win32::Graphics::Gdi::{
    BI_RGB, BITMAPINFO, BitBlt, CAPTUREBLT, CreateCompatibleDC, CreateDIBSection, DIB_RGB_COLORS,
    DeleteDC, DeleteObject, GdiFlush, GetDC, HBITMAP, HDC, ReleaseDC, SRCCOPY, SelectObject,
};

use super::{rows::take_over, windows_cursor::WindowsCursor};
use crate::{
    desktop::{
        Capture, CaptureError, CursorChange, DesktopError,
        monitor::Monitor,
        windows::{count_in_pixels, refused, shared_monitor},
    },
    screen::{Damage, Framebuffer, Size},
};

/// The least time between two pictures. Each costs milliseconds of a core, and nothing tells whether it is worth it.
const PACE: Duration = Duration::from_millis(50);
/// What is shown while the system shows nobody its screen: where it asks for a password, or for an administrator's yes.
pub(super) const UNSEEN: u32 = 0x008a_8f94;

/// The shared monitor, seen through GDI.
pub(super) struct GdiCapture {
    monitor: Monitor,
    canvas: Canvas,
    last: Option<Instant>,
    /// All of the next picture is new.
    whole: bool,
    cursor: WindowsCursor,
}

impl GdiCapture {
    /// Opens the shared monitor, and takes one picture to see whether it can.
    pub(super) fn open() -> Result<Self, DesktopError> {
        count_in_pixels();
        let monitor = shared_monitor()?;
        if !monitor.size().is_sane() {
            let Size { width, height } = monitor.size();
            let text = format!("a screen of {width} x {height} pixels");
            return Err(DesktopError::Unsupported(text));
        }
        let mut canvas = Canvas::new(monitor.size())?;
        canvas.copy_screen()?;
        Ok(Self {
            monitor,
            canvas,
            last: None,
            whole: true,
            cursor: WindowsCursor::default(),
        })
    }

    fn look_at_monitor(&mut self) -> Result<(), CaptureError> {
        let monitor = shared_monitor()?;
        if monitor == self.monitor {
            return Ok(());
        }
        let size = monitor.size();
        if !size.is_sane() {
            let text = format!("it is {} x {} pixels now", size.width, size.height);
            return Err(CaptureError(text));
        }
        self.canvas = Canvas::new(size)?;
        self.monitor = monitor;
        self.whole = true;
        Ok(())
    }
}

impl Capture for GdiCapture {
    fn size(&self) -> Size {
        self.monitor.size()
    }

    fn wait(&mut self, patience: Duration) -> Result<bool, CaptureError> {
        let due = self.last.map_or(Duration::ZERO, |last| {
            (last + PACE).saturating_duration_since(Instant::now())
        });
        thread::sleep(due.min(patience));
        Ok(due <= patience)
    }

    fn grab(&mut self, frame: &mut Framebuffer) -> Result<Damage, CaptureError> {
        self.look_at_monitor()?;
        if frame.size() != self.monitor.size() {
            frame.resize(self.monitor.size());
            self.whole = true;
        }
        let seen = self.canvas.copy_screen();
        self.last = Some(Instant::now());
        if seen.is_err() {
            self.canvas.pixels_mut().fill(UNSEEN);
        }
        let whole = mem::take(&mut self.whole);
        let changed = take_over(frame, self.canvas.pixels());
        Ok(match whole {
            true => Damage::of(frame.size().rect()),
            false => changed,
        })
    }

    fn cursor(&mut self) -> CursorChange {
        self.cursor.change(self.monitor)
    }
}

/// A picture in memory that Windows can draw into.
struct Canvas {
    canvas: HDC,
    bitmap: HBITMAP,
    pixels: NonNull<u32>,
    size: Size,
}

// SAFETY: it is used by one thread at a time, and none of it belongs to the thread that made it.
unsafe impl Send for Canvas {}

impl Canvas {
    fn new(size: Size) -> Result<Self, DesktopError> {
        // SAFETY: a plain structure of numbers, and a pointer that is written; both outlive the call. What is made belongs to the
        // canvas, which destroys it.
        unsafe {
            let mut info: BITMAPINFO = mem::zeroed();
            info.bmiHeader.biSize = size_of_val(&info.bmiHeader) as u32;
            info.bmiHeader.biWidth = size.width as i32;
            info.bmiHeader.biHeight = -(size.height as i32); // from the top
            info.bmiHeader.biPlanes = 1;
            info.bmiHeader.biBitCount = 32;
            info.bmiHeader.biCompression = BI_RGB;
            let canvas = CreateCompatibleDC(ptr::null_mut());
            let mut pixels = ptr::null_mut();
            let bitmap = CreateDIBSection(
                canvas,
                &info,
                DIB_RGB_COLORS,
                &mut pixels,
                ptr::null_mut(),
                0,
            );
            let Some(pixels) = NonNull::new(pixels.cast()).filter(|_| !bitmap.is_null()) else {
                let error = refused();
                DeleteDC(canvas);
                return Err(error);
            };
            SelectObject(canvas, bitmap);
            Ok(Self {
                canvas,
                bitmap,
                pixels,
                size,
            })
        }
    }

    /// Copies the part of the screen that is as large as this, from where Windows counts.
    fn copy_screen(&mut self) -> Result<(), DesktopError> {
        // SAFETY: numbers and canvases that exist; the screen's is given back by the thread that got it. GDI may draw later than
        // it says; `GdiFlush` waits for it.
        unsafe {
            let screen = GetDC(ptr::null_mut());
            let (width, height) = (self.size.width as i32, self.size.height as i32);
            let how = SRCCOPY | CAPTUREBLT; // windows with alpha too
            let copied = BitBlt(self.canvas, 0, 0, width, height, screen, 0, 0, how);
            let outcome = match copied {
                0 => Err(refused()),
                _ => Ok(()),
            };
            ReleaseDC(ptr::null_mut(), screen);
            GdiFlush();
            outcome
        }
    }

    fn pixels(&self) -> &[u32] {
        // SAFETY: as many as the bitmap was made with, and nobody draws there while it is borrowed.
        unsafe { slice::from_raw_parts(self.pixels.as_ptr(), self.size.pixels()) }
    }

    fn pixels_mut(&mut self) -> &mut [u32] {
        // SAFETY: as above, and borrowed by us alone.
        unsafe { slice::from_raw_parts_mut(self.pixels.as_ptr(), self.size.pixels()) }
    }
}

impl Drop for Canvas {
    fn drop(&mut self) {
        // SAFETY: both are ours alone. A bitmap is destroyed after the canvas that it was put on.
        unsafe {
            DeleteDC(self.canvas);
            DeleteObject(self.bitmap);
        }
    }
}
