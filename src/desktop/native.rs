//! Which desktop this computer has.

use std::{path::PathBuf, sync::Arc};

use super::{Desktop, DesktopError, general::GeneralDesktop};

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

#[cfg(all(unix, not(target_os = "macos")))]
mod system {
    use super::{Arc, Desktop, DesktopError, GeneralDesktop, PathBuf};
    pub(super) use crate::desktop::inject::GUARD_ARGUMENT;
    use crate::desktop::{
        inject,
        x11::{Display, X11Desktop},
    };

    pub(super) fn guard_held_keys() -> Result<(), DesktopError> {
        inject::guard_held_keys(std::io::stdin().lock())
    }

    pub(super) fn native(guard: Option<PathBuf>) -> Arc<dyn Desktop> {
        if is_wayland() {
            Arc::new(GeneralDesktop::new(
                "a Wayland desktop does not let Hulp use mouse and keyboard yet; \
                 an X11 session (often called Xorg at log-in) does",
            ))
        } else {
            Arc::new(X11Desktop::new(None).guarded_by(guard))
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

    fn is_wayland() -> bool {
        !is_unset("WAYLAND_DISPLAY")
    }

    fn is_unset(name: &str) -> bool {
        std::env::var_os(name).is_none_or(|value| value.is_empty())
    }
}

#[cfg(any(not(unix), target_os = "macos"))]
mod system {
    use super::{Arc, Desktop, DesktopError, GeneralDesktop, PathBuf};

    /// There is no control to guard.
    pub(super) const GUARD_ARGUMENT: &str = "release-held-keys";

    pub(super) fn guard_held_keys() -> Result<(), DesktopError> {
        Ok(())
    }

    pub(super) fn native(_guard: Option<PathBuf>) -> Arc<dyn Desktop> {
        Arc::new(GeneralDesktop::new(
            "on this system Hulp cannot tell your own Esc and Ctrl+C from the helper's yet, \
             so it lets nobody use mouse and keyboard",
        ))
    }

    pub(super) fn check_display() -> Result<(), DesktopError> {
        Ok(())
    }
}
