//! Hulp's own windows, which the expert's hands must not reach: the expert would answer the novice's questions.
#![allow(unsafe_code)]

use windows_sys::Win32::{
    Foundation::{HWND, POINT},
    UI::WindowsAndMessaging::{GetForegroundWindow, GetWindowThreadProcessId, WindowFromPoint},
};

use crate::screen::Point;

/// Whether this place on the desktop shows one of ours. Windows that let clicks through are none.
pub(super) fn are_at(at: Point) -> bool {
    // SAFETY: numbers alone.
    is_own(unsafe { WindowFromPoint(POINT { x: at.x, y: at.y }) })
}

/// Whether one of ours gets what is typed.
pub(super) fn have_focus() -> bool {
    // SAFETY: it takes nothing.
    is_own(unsafe { GetForegroundWindow() })
}

/// The thread that owns the window which gets what is typed; 0 where there is none.
pub(super) fn thread_in_front() -> u32 {
    // SAFETY: a window that is none, or gone, gives 0; who owns it is not asked for.
    unsafe { GetWindowThreadProcessId(GetForegroundWindow(), std::ptr::null_mut()) }
}

fn is_own(window: HWND) -> bool {
    let mut process = 0;
    // SAFETY: a window that is none, or gone, leaves `process` as it is; that outlives the call.
    unsafe { GetWindowThreadProcessId(window, &mut process) };
    process == std::process::id()
}
