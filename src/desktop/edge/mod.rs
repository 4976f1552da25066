//! The coloured edge around the shared screen, so that the novice never forgets that somebody sees it.

mod sides;
#[cfg(windows)]
mod windows;
#[cfg(all(unix, not(target_os = "macos")))]
mod x11;

#[cfg(windows)]
pub(super) use windows::WindowsEdge;
#[cfg(all(unix, not(target_os = "macos")))]
pub(super) use x11::X11Edge;
