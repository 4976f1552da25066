//! The expert's hands on this computer's mouse and keyboard.

mod guard;
mod hand;
mod own_windows;
mod spare_keys;
mod x11;

pub(super) use guard::GUARD_ARGUMENT;
pub use guard::guard_held_keys;
pub(super) use x11::X11Injector;
