//! Windows' desktop, and what its parts share.
#![allow(unsafe_code)]

use std::{io, mem, path::PathBuf, ptr};

use raw_window_handle::{HasWindowHandle, RawWindowHandle};
use windows_sys::Win32::{
    Foundation::POINT,
    Graphics::Gdi::{GetMonitorInfoW, MONITOR_DEFAULTTOPRIMARY, MONITORINFO, MonitorFromPoint},
    System::Console::{ATTACH_PARENT_PROCESS, AttachConsole, GetStdHandle, STD_OUTPUT_HANDLE},
    UI::{
        HiDpi::{DPI_AWARENESS_CONTEXT_PER_MONITOR_AWARE_V2, SetThreadDpiAwarenessContext},
        Input::KeyboardAndMouse::{INPUT, INPUT_MOUSE, SendInput},
        WindowsAndMessaging::{GetCursorPos, GetForegroundWindow, SetForegroundWindow},
    },
};

use super::{
    BringForward, Capture, CaptureError, Desktop, DesktopError, Edge, Injector, LocalInputSink,
    StopKeys, capture, edge::WindowsEdge, inject::WindowsInjector, monitor::Monitor,
};
use crate::screen::{Point, Rect};

/// The desktop of the user who is at this computer.
pub(super) struct WindowsDesktop {
    guard: Option<PathBuf>,
    edge: WindowsEdge,
}

impl WindowsDesktop {
    /// With our own program, where it can be started again as the guard of held keys.
    pub(super) fn new(guard: Option<PathBuf>) -> Self {
        Self {
            guard,
            edge: WindowsEdge::default(),
        }
    }
}

impl Desktop for WindowsDesktop {
    fn capture(&self) -> Result<Box<dyn Capture>, DesktopError> {
        capture::open()
    }

    fn injector(&self, sink: LocalInputSink) -> Result<Box<dyn Injector>, DesktopError> {
        Ok(Box::new(WindowsInjector::open(
            self.guard.as_deref(),
            sink,
        )?))
    }

    fn stop_keys(&self) -> StopKeys {
        StopKeys::Everywhere
    }

    fn brings_forward(&self) -> Option<BringForward> {
        Some(bring_forward)
    }

    fn show_edge(&self, edge: Edge) {
        self.edge.show(edge);
    }
}

/// The monitor that is shared: the primary one, whose top left is where Windows counts from.
pub(super) fn shared_monitor() -> Result<Monitor, DesktopError> {
    // SAFETY: `info` is a plain structure of numbers that says its own size, and outlives the call.
    let info = unsafe {
        let mut info: MONITORINFO = mem::zeroed();
        info.cbSize = size_of::<MONITORINFO>() as u32;
        let primary = MonitorFromPoint(POINT { x: 0, y: 0 }, MONITOR_DEFAULTTOPRIMARY);
        if GetMonitorInfoW(primary, &mut info) == 0 {
            return Err(DesktopError::NoDisplay(last_error().to_string()));
        }
        info
    };
    let sides = info.rcMonitor;
    let length = |from: i32, to: i32| u32::try_from(to - from).unwrap_or(0);
    let rect = Rect::new(
        0,
        0,
        length(sides.left, sides.right),
        length(sides.top, sides.bottom),
    );
    Ok(Monitor { rect })
}

/// Windows lets a program before the others if the last input came from it. So winit presses Alt, which opens the menu of whatever
/// program the user is in: their next click closes that, and does nothing else. A movement by nothing does as well, and nobody sees it.
fn bring_forward(window: &dyn HasWindowHandle) {
    let handle = window.window_handle().map(|handle| handle.as_raw());
    let Ok(RawWindowHandle::Win32(handle)) = handle else {
        return;
    };
    let window = ptr::without_provenance_mut(handle.hwnd.get().cast_unsigned());
    // SAFETY: `input` outlives the call and says its own size; the window lives as long as what lent its handle.
    unsafe {
        let mut input: INPUT = mem::zeroed();
        input.r#type = INPUT_MOUSE;
        if GetForegroundWindow() != window {
            SendInput(1, &input, size_of::<INPUT>() as i32);
            SetForegroundWindow(window); // Windows may have it blink in the task bar instead
        }
    }
}

/// Where the pointer is.
pub(super) fn pointer() -> Result<Point, DesktopError> {
    let mut at = POINT { x: 0, y: 0 };
    // SAFETY: `at` outlives the call.
    match unsafe { GetCursorPos(&mut at) } {
        0 => Err(refused()),
        _ => Ok(Point::new(at.x, at.y)),
    }
}

/// Places and sizes are pixels for the thread that calls, on every monitor. The program's manifest says so for all of them, but
/// whoever runs its parts, a test, has none.
pub(super) fn count_in_pixels() {
    // SAFETY: a constant; older systems than Windows 10's 1607 refuse it.
    unsafe { SetThreadDpiAwarenessContext(DPI_AWARENESS_CONTEXT_PER_MONITOR_AWARE_V2) };
}

/// Has what this process prints go to the console that it was started from. A program with windows has none by itself; where its
/// output goes into a file or to another program, that stays so.
pub(super) fn use_parents_console() {
    // SAFETY: constants; refused where there is no such console.
    unsafe {
        if GetStdHandle(STD_OUTPUT_HANDLE).is_null() {
            AttachConsole(ATTACH_PARENT_PROCESS);
        }
    }
}

/// What Windows said last to this thread.
pub(super) fn last_error() -> io::Error {
    io::Error::last_os_error()
}

/// The same as a refusal.
pub(super) fn refused() -> DesktopError {
    DesktopError::Refused(last_error().to_string())
}

/// A text as Windows takes it.
pub(super) fn wide(text: &str) -> Vec<u16> {
    text.encode_utf16().chain([0]).collect()
}

impl From<DesktopError> for CaptureError {
    fn from(error: DesktopError) -> Self {
        Self(error.to_string())
    }
}
