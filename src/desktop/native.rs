//! Which desktop this computer has.

use std::{path::PathBuf, sync::Arc};

use super::{Desktop, DesktopError};

/// The argument that makes our program the guard of held keys: it then calls [`guard_held_keys`] and ends.
pub const GUARD_ARGUMENT: &str = system::GUARD_ARGUMENT;

/// What a guard does with its life: listens on its standard input to what goes down and up, and releases what is still down
/// when Hulp ends without a farewell.
///
/// # Errors
/// When there is something to release, and no display to do it on.
pub fn guard_held_keys() -> Result<(), DesktopError> {
    system::guard_held_keys()
}

/// This computer's desktop. What it cannot do shows when that part is opened. `guard` is our own program, where it can be
/// started again as the guard of held keys.
pub fn native(guard: Option<PathBuf>) -> Arc<dyn Desktop> {
    system::native(guard)
}

/// Whether there is a display that a window can open on.
///
/// # Errors
/// When there is none; the text says where it was looked for.
pub fn check_display() -> Result<(), DesktopError> {
    system::check_display()
}

/// The display where this program's windows open, by the name that its environment has for it; empty where a user has but one.
pub fn display_name() -> String {
    system::display_name()
}

/// Has what this process prints go to the console that it was started from, where the system gives a program with windows none.
pub fn use_parents_console() {
    #[cfg(windows)]
    system::use_parents_console();
}

#[cfg(all(unix, not(target_os = "macos")))]
mod system {
    use super::{Arc, Desktop, DesktopError, PathBuf};
    pub(super) use crate::desktop::inject::GUARD_ARGUMENT;
    use crate::desktop::{
        inject,
        portal::PortalDesktop,
        wayland::{Offer, WaylandDesktop},
        x11::{Display, X11Desktop},
    };

    pub(super) fn guard_held_keys() -> Result<(), DesktopError> {
        inject::guard_held_keys(std::io::stdin().lock())
    }

    pub(super) fn native(guard: Option<PathBuf>) -> Arc<dyn Desktop> {
        if is_wayland() {
            wayland()
        } else {
            Arc::new(X11Desktop::new(None).guarded_by(guard))
        }
    }

    /// By what the compositor offers, never by its name: itself, or else through the portal; and never what Xwayland has of its screen, which is black.
    fn wayland() -> Arc<dyn Desktop> {
        let desktop = WaylandDesktop::new(None);
        match desktop.offer() {
            Ok(Offer { sees: true, .. }) => Arc::new(desktop),
            Ok(Offer { sees: false, .. }) => Arc::new(PortalDesktop::new()),
            Err(error) => {
                tracing::warn!(%error, "what the Wayland desktop offers is not known");
                Arc::new(desktop) // which says the same whenever it is needed
            }
        }
    }

    pub(super) fn check_display() -> Result<(), DesktopError> {
        if is_wayland() {
            return Ok(());
        }
        if is_unset("DISPLAY") {
            let text = "neither DISPLAY nor WAYLAND_DISPLAY names one";
            return Err(DesktopError::NoDisplay(text.into()));
        }
        Display::open(None).map(drop)
    }

    pub(super) fn display_name() -> String {
        let named = |name| std::env::var(name).unwrap_or_default();
        if is_wayland() {
            return named("WAYLAND_DISPLAY");
        }
        let name = named("DISPLAY");
        // The screen's number is the display's last part, and most leave it out.
        name.strip_suffix(".0").unwrap_or(&name).to_owned()
    }

    fn is_wayland() -> bool {
        !is_unset("WAYLAND_DISPLAY")
    }

    fn is_unset(name: &str) -> bool {
        std::env::var_os(name).is_none_or(|value| value.is_empty())
    }
}

#[cfg(windows)]
mod system {
    use super::{Arc, Desktop, DesktopError, PathBuf};
    use crate::desktop::{inject, windows::WindowsDesktop};
    pub(super) use crate::desktop::{inject::GUARD_ARGUMENT, windows::use_parents_console};

    pub(super) fn guard_held_keys() -> Result<(), DesktopError> {
        inject::guard_held_keys(std::io::stdin().lock())
    }

    pub(super) fn native(guard: Option<PathBuf>) -> Arc<dyn Desktop> {
        Arc::new(WindowsDesktop::new(guard))
    }

    pub(super) fn check_display() -> Result<(), DesktopError> {
        Ok(())
    }

    pub(super) fn display_name() -> String {
        String::new()
    }
}

#[cfg(target_os = "macos")]
mod system {
    use super::{Arc, Desktop, DesktopError, PathBuf};
    pub(super) use crate::desktop::inject::GUARD_ARGUMENT;
    use crate::desktop::{inject, macos::MacDesktop};

    pub(super) fn guard_held_keys() -> Result<(), DesktopError> {
        inject::guard_held_keys(std::io::stdin().lock())
    }

    pub(super) fn native(guard: Option<PathBuf>) -> Arc<dyn Desktop> {
        Arc::new(MacDesktop::new(guard))
    }

    pub(super) fn check_display() -> Result<(), DesktopError> {
        Ok(())
    }

    pub(super) fn display_name() -> String {
        String::new()
    }
}
