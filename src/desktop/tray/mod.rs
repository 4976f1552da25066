//! Hulp's icon in the desktop's tray: what it says, what can be picked there, and the systems that have one.

pub(super) mod icon;
#[cfg(all(unix, not(target_os = "macos")))]
mod item;
#[cfg(target_os = "macos")]
mod status_item;
#[cfg(windows)]
mod windows;

use std::sync::Arc;

#[cfg(all(unix, not(target_os = "macos")))]
pub(super) use item::open;
#[cfg(target_os = "macos")]
pub(super) use status_item::open;
#[cfg(windows)]
pub(super) use windows::open;

/// An icon in the tray. Whoever drops it takes it away.
pub trait Tray: Send {
    /// Shows this from now on. May wait for the desktop: not for a thread that must answer.
    fn show(&mut self, look: &TrayLook);
}

/// What the icon says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrayLook {
    /// What is so.
    pub state: TrayState,
    /// The same in a sentence; names others who see the screen.
    pub tooltip: String,
    /// The menu: what each entry does, and what it is called.
    pub menu: Vec<(TrayPick, String)>,
}

/// What is so, as the icon shows it: by a sign on it, not by its colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TrayState {
    /// Nobody is waited for.
    Idle,
    /// Helpers can come.
    Waiting,
    /// Somebody sees the screen.
    Seen,
    /// Somebody uses mouse and keyboard.
    Controlled,
}

/// What the user picks there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrayPick {
    /// Hulp's window.
    Open,
    /// The end of control.
    StopControl,
    /// The end of the session.
    Disconnect,
    /// The end of Hulp.
    Quit,
}

/// What comes from the icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrayEvent {
    /// The desktop shows it, or has no place for it.
    Shown(bool),
    /// The user picked this.
    Picked(TrayPick),
}

/// Takes what comes from the icon; called from a thread of its own, and must not wait.
pub type TraySink = Arc<dyn Fn(TrayEvent) + Send + Sync>;
