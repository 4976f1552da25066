//! Which desktop this computer has.

use std::sync::Arc;

use super::{Desktop, DesktopError, general::GeneralDesktop};

/// This computer's desktop. What it cannot do shows when that part is opened.
pub fn native() -> Arc<dyn Desktop> {
    system::native()
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
    use super::{Arc, Desktop, DesktopError, GeneralDesktop};
    use crate::desktop::x11::{Display, X11Desktop};

    pub(super) fn native() -> Arc<dyn Desktop> {
        if is_wayland() {
            Arc::new(GeneralDesktop::new(
                "a Wayland desktop does not let Hulp use mouse and keyboard yet; \
                 an X11 session (often called Xorg at log-in) does",
            ))
        } else {
            Arc::new(X11Desktop::new(None))
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
    use super::{Arc, Desktop, DesktopError, GeneralDesktop};

    pub(super) fn native() -> Arc<dyn Desktop> {
        Arc::new(GeneralDesktop::new(
            "on this system Hulp cannot tell your own Esc and Ctrl+C from the helper's yet, \
             so it lets nobody use mouse and keyboard",
        ))
    }

    pub(super) fn check_display() -> Result<(), DesktopError> {
        Ok(())
    }
}
