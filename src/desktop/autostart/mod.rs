//! Whether Hulp starts, without a window, when its user logs in. The system keeps that, and the user may change it there too: what it
//! has is what is so.

#[cfg(target_os = "macos")]
mod agent;
#[cfg(all(unix, not(target_os = "macos")))]
mod entry;
#[cfg(unix)]
mod file;
#[cfg(windows)]
mod run_key;

use std::path::PathBuf;

#[cfg(target_os = "macos")]
use agent as system;
#[cfg(all(unix, not(target_os = "macos")))]
use entry as system;
#[cfg(windows)]
use run_key as system;

/// The argument that makes our program start without a window.
const BACKGROUND_ARGUMENT: &str = "--background";

/// Why it could not be set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AutostartError {
    /// The system does not tell where the program is, or where such things are kept.
    #[error("this system does not tell {0}")]
    Unknown(&'static str),
    /// The program's own path cannot be written down there.
    #[error(
        "the folder that Hulp is in has a name that cannot be written there; move Hulp to another one"
    )]
    Path,
    /// It could not be written or removed; the system's own words.
    #[error("{place} could not be changed: {said}")]
    Write {
        /// Where.
        place: String,
        /// The system's words.
        said: String,
    },
}

/// Whether it does.
pub(super) fn is_on() -> bool {
    system::is_on()
}

/// Makes it so, or no longer.
///
/// # Errors
/// When the system refuses, or cannot start a program that lies where this one does.
pub(super) fn set(on: bool) -> Result<(), AutostartError> {
    if on {
        system::turn_on(&program()?)
    } else {
        system::turn_off()
    }
}

/// Where our own program is.
fn program() -> Result<PathBuf, AutostartError> {
    let program = std::env::current_exe().map_err(|_| AutostartError::Unknown("where Hulp is"))?;
    if program.exists() {
        return Ok(program);
    }
    // Linux says so of a program that an update has replaced while it runs.
    let text = program.to_str().ok_or(AutostartError::Path)?;
    Ok(PathBuf::from(
        text.strip_suffix(" (deleted)").unwrap_or(text),
    ))
}
