//! The expert's hands on this computer's mouse and keyboard.

mod hand;
mod own_windows;
mod spare_keys;
mod x11;

pub(super) use x11::X11Injector;
