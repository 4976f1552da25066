//! The expert's hands on this computer's mouse and keyboard.

mod guard;
#[cfg(all(unix, not(target_os = "macos")))]
mod hand;
#[cfg(all(unix, not(target_os = "macos")))]
mod own_windows;
#[cfg(windows)]
mod repeat;
#[cfg(all(unix, not(target_os = "macos")))]
mod spare_keys;
#[cfg(not(target_os = "macos"))]
mod trial;
#[cfg(windows)]
mod windows;
#[cfg(windows)]
mod windows_hand;
#[cfg(windows)]
mod windows_keys;
#[cfg(windows)]
mod windows_own;
#[cfg(all(unix, not(target_os = "macos")))]
mod x11;

pub(super) use guard::GUARD_ARGUMENT;
pub use guard::guard_held_keys;
#[cfg(target_os = "macos")]
pub(super) use guard::{Guard, Held};
#[cfg(windows)]
pub(super) use windows::WindowsInjector;
#[cfg(all(unix, not(target_os = "macos")))]
pub(super) use x11::X11Injector;
