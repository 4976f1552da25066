//! Four thin windows that stay on top and let every click through, in a thread of their own.
#![allow(unsafe_code)]

use std::{
    ptr,
    sync::{Mutex, Once, PoisonError},
};

use windows_sys::{
    Win32::{
        Foundation::{COLORREF, HWND},
        Graphics::Gdi::{CreateSolidBrush, DeleteObject, FillRect, GetDC, ReleaseDC},
        System::LibraryLoader::GetModuleHandleW,
        UI::WindowsAndMessaging::{
            CreateWindowExW, DefWindowProcW, DestroyWindow, GetClientRect, HWND_TOPMOST, LWA_ALPHA,
            RegisterClassW, SW_SHOWNOACTIVATE, SWP_NOACTIVATE, SWP_NOSENDCHANGING,
            SetLayeredWindowAttributes, SetTimer, SetWindowPos, ShowWindow, WM_APP, WM_TIMER,
            WNDCLASSW, WS_EX_LAYERED, WS_EX_NOACTIVATE, WS_EX_TOOLWINDOW, WS_EX_TOPMOST,
            WS_EX_TRANSPARENT, WS_POPUP,
        },
    },
    core::w,
};

use super::sides::{colour, sides};
use crate::{
    desktop::{
        DesktopError, Edge,
        monitor::Monitor,
        windows::{count_in_pixels, refused, shared_monitor},
        windows_thread::{MessageThread, Posted},
    },
    screen::Rect,
};

/// The message whose number is the new colour.
const PAINT: u32 = WM_APP;
/// How often, in milliseconds, it is put on top again, where the monitor is by then: others may want the same for themselves.
const RAISED_EVERY_MS: u32 = 500;
/// It hides what is below.
const OPAQUE: u8 = 255;

/// The edge of the shared monitor.
#[derive(Default)]
pub(in crate::desktop) struct WindowsEdge {
    shown: Mutex<Option<MessageThread>>,
}

impl WindowsEdge {
    /// Shows, changes or removes it.
    pub(in crate::desktop) fn show(&self, edge: Edge) {
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        match (colour(edge), &*shown) {
            (None, _) => *shown = None,
            (Some(colour), Some(running)) => running.post(PAINT, colour as usize),
            (Some(colour), None) => {
                let started =
                    MessageThread::start("hulp-edge", move || Windows::make(colour), Windows::tend);
                // The windows of Hulp say the same, so a session goes on without an edge.
                *shown = started
                    .inspect_err(
                        |error| tracing::warn!(%error, "the edge around the screen cannot be shown"),
                    )
                    .ok();
            }
        }
    }
}

struct Windows {
    monitor: Monitor,
    sides: Vec<Side>,
    colour: u32,
}

impl Windows {
    fn make(colour: u32) -> Result<Self, DesktopError> {
        count_in_pixels();
        let monitor = shared_monitor()?;
        let sides = sides(monitor.rect).map(Side::make);
        let windows = Self {
            monitor,
            sides: sides.into_iter().collect::<Result<_, _>>()?,
            colour,
        };
        windows.raise();
        // SAFETY: a timer of this thread's, which ends with it.
        match unsafe { SetTimer(ptr::null_mut(), 0, RAISED_EVERY_MS, None) } {
            0 => Err(refused()),
            _ => Ok(windows),
        }
    }

    fn tend(&mut self, posted: Posted) {
        match posted.message {
            PAINT => self.colour = posted.wparam as u32,
            // While a mode is being changed there may be no monitor.
            WM_TIMER => self.monitor = shared_monitor().unwrap_or(self.monitor),
            _ => return,
        }
        self.raise();
    }

    /// Each of them on top, in its place, and painted: what passed over it may have left its traces.
    fn raise(&self) {
        for (side, place) in self.sides.iter().zip(sides(self.monitor.rect)) {
            side.put(place);
            side.paint(self.colour);
        }
    }
}

struct Side(HWND);

impl Side {
    fn make(place: Rect) -> Result<Self, DesktopError> {
        let style = WS_EX_LAYERED
            | WS_EX_TRANSPARENT // for the mouse, in a layered window
            | WS_EX_TOPMOST
            | WS_EX_TOOLWINDOW // in no list of windows
            | WS_EX_NOACTIVATE;
        register_class();
        // SAFETY: the class is registered; the texts are constants; the rest is numbers, or nothing.
        let window = unsafe {
            CreateWindowExW(
                style,
                CLASS,
                w!("Hulp"),
                WS_POPUP,
                place.x as i32,
                place.y as i32,
                place.width as i32,
                place.height as i32,
                ptr::null_mut(),
                ptr::null_mut(),
                GetModuleHandleW(ptr::null()),
                ptr::null(),
            )
        };
        if window.is_null() {
            return Err(refused());
        }
        let side = Self(window);
        // SAFETY: our own window.
        unsafe {
            if SetLayeredWindowAttributes(side.0, 0, OPAQUE, LWA_ALPHA) == 0 {
                return Err(refused());
            }
            ShowWindow(side.0, SW_SHOWNOACTIVATE);
        }
        Ok(side)
    }

    fn put(&self, place: Rect) {
        // SAFETY: our own window.
        unsafe {
            SetWindowPos(
                self.0,
                HWND_TOPMOST,
                place.x as i32,
                place.y as i32,
                place.width as i32,
                place.height as i32,
                SWP_NOACTIVATE | SWP_NOSENDCHANGING,
            )
        };
    }

    fn paint(&self, colour: u32) {
        let [_, red, green, blue] = colour.to_be_bytes();
        let colour = COLORREF::from_be_bytes([0, blue, green, red]);
        // SAFETY: our own window; what is got is given back; what cannot be got is null, and then nothing is painted.
        unsafe {
            let mut all = std::mem::zeroed();
            let (canvas, brush) = (GetDC(self.0), CreateSolidBrush(colour));
            GetClientRect(self.0, &mut all);
            FillRect(canvas, &all, brush);
            DeleteObject(brush);
            ReleaseDC(self.0, canvas);
        }
    }
}

impl Drop for Side {
    fn drop(&mut self) {
        // SAFETY: our own window, in the thread that made it.
        unsafe { DestroyWindow(self.0) };
    }
}

const CLASS: windows_sys::core::PCWSTR = w!("HulpEdge");

fn register_class() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: a plain structure of numbers and pointers; the procedure and the text are constants.
        unsafe {
            let mut class: WNDCLASSW = std::mem::zeroed();
            class.lpfnWndProc = Some(DefWindowProcW);
            class.hInstance = GetModuleHandleW(ptr::null());
            class.lpszClassName = CLASS;
            RegisterClassW(&class);
        }
    });
}
