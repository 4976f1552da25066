//! The pictures of this computer's screen: X11's own way with another behind it, and Windows' two.

#[cfg(any(windows, test))]
mod cursor_masks;
#[cfg(windows)]
mod duplication;
#[cfg(windows)]
mod gdi;
#[cfg(all(unix, not(target_os = "macos")))]
mod parts;
#[cfg(any(windows, test))]
mod rows;
#[cfg(windows)]
mod windows;
#[cfg(windows)]
mod windows_cursor;
#[cfg(all(unix, not(target_os = "macos")))]
mod x11;
#[cfg(all(unix, not(target_os = "macos")))]
mod x11_cursor;
#[cfg(all(unix, not(target_os = "macos")))]
mod xcap;

#[cfg(windows)]
pub(super) use windows::open;
#[cfg(all(unix, not(target_os = "macos")))]
pub(super) use x11::X11Capture;
#[cfg(all(unix, not(target_os = "macos")))]
pub(super) use xcap::XcapCapture;
