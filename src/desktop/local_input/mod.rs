//! The novice's own mouse and keys, told apart from what Hulp injects: that is what stops control.

#[cfg_attr(windows, allow(dead_code, reason = "X11 has to claim what is ours"))]
mod judge;
#[cfg_attr(windows, allow(dead_code, reason = "X11 has to claim what is ours"))]
mod ledger;
#[cfg(windows)]
mod windows;
#[cfg(all(unix, not(target_os = "macos")))]
mod x11;

#[cfg(all(unix, not(target_os = "macos")))]
pub(super) use ledger::Act;
pub(super) use ledger::Ledger;
#[cfg(windows)]
pub(super) use windows::Watcher;
#[cfg(all(unix, not(target_os = "macos")))]
pub(super) use x11::Watcher;
