//! A notice of the desktop's: something asks for the user while another program is in front.

#[cfg(target_os = "macos")]
mod user_notifications;
#[cfg(windows)]
mod windows;
#[cfg(all(unix, not(target_os = "macos")))]
mod xdg;

use std::sync::Arc;

#[cfg(target_os = "macos")]
pub(super) use user_notifications::open;
#[cfg(windows)]
pub(super) use windows::open;
#[cfg(all(unix, not(target_os = "macos")))]
pub(super) use xdg::open;

/// The desktop's notices. What was shown goes when this is dropped.
pub trait Notices: Send {
    /// Shows this one, in place of the last. May wait for the desktop: not for a thread that must answer.
    fn show(&mut self, notice: &Notice);

    /// Takes it away.
    fn withdraw(&mut self);
}

/// What a notice says; others' names are in it, and are cleaned. Plain text: no server gets to read markup in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// One line.
    pub title: String,
    /// A sentence or two.
    pub text: String,
    /// What a click does.
    pub open: String,
}

/// Called when the user clicks it, from a thread of its own; must not wait.
pub type NoticeClicked = Arc<dyn Fn() + Send + Sync>;
