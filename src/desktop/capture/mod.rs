//! The pictures of this computer's screen: X11's own way, and one for every system.

#[cfg(all(unix, not(target_os = "macos")))]
mod parts;
#[cfg(all(unix, not(target_os = "macos")))]
mod x11;
#[cfg(all(unix, not(target_os = "macos")))]
mod x11_cursor;
mod xcap;

#[cfg(all(unix, not(target_os = "macos")))]
pub(super) use x11::X11Capture;
pub(super) use xcap::XcapCapture;
