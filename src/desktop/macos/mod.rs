//! A Mac: ScreenCaptureKit shows its screen, and CoreGraphics' events are its mouse and keyboard. What is pure is built and tested on
//! every system; the rest was only ever type-checked, for want of a Mac.

#[cfg(target_os = "macos")]
mod awake;
#[cfg(test)]
mod bundle;
#[cfg(target_os = "macos")]
mod capture;
#[cfg(target_os = "macos")]
mod carbon;
mod clicks;
#[cfg(target_os = "macos")]
mod console;
#[cfg(target_os = "macos")]
mod cursor;
#[cfg(target_os = "macos")]
mod desktop;
#[cfg(target_os = "macos")]
mod display;
#[cfg(target_os = "macos")]
mod edge;
mod health;
#[cfg(target_os = "macos")]
mod injector;
mod judge;
mod keys;
#[cfg(target_os = "macos")]
mod layouts;
mod leave;
#[cfg(target_os = "macos")]
mod own_windows;
#[cfg(target_os = "macos")]
mod permission;
mod picture;
mod places;
#[cfg(target_os = "macos")]
mod poster;
#[cfg(target_os = "macos")]
mod release;
#[cfg(target_os = "macos")]
mod repeat;
mod stack;
#[cfg(target_os = "macos")]
mod stream;
#[cfg(target_os = "macos")]
mod tap;

#[cfg(target_os = "macos")]
pub(super) use awake::{Awake, awake_while};
#[cfg(target_os = "macos")]
pub(super) use desktop::MacDesktop;
#[cfg(target_os = "macos")]
pub(super) use release::release;
