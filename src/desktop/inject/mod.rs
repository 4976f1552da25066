//! The expert's hands on this computer's mouse and keyboard.

mod down;
mod guard;
mod hands;
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
#[cfg(all(unix, not(target_os = "macos")))]
mod x11_hand;

#[cfg(unix)]
pub(super) use down::Down;
pub(super) use guard::GUARD_ARGUMENT;
pub use guard::guard_held_keys;
#[cfg(target_os = "macos")]
pub(super) use guard::{Guard, Held, guarded};
#[cfg(unix)]
pub(super) use hands::Hands;
#[cfg(windows)]
pub(super) use windows::WindowsInjector;
#[cfg(all(unix, not(target_os = "macos")))]
pub(super) use x11::X11Injector;
