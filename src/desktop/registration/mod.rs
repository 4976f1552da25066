//! Makes a double click on an invitation open this very program, for one user, and takes that back: what a package or an
//! installer does for all users.

#[cfg(all(unix, not(target_os = "macos")))]
mod defaults;
#[cfg(all(unix, not(target_os = "macos")))]
mod entry;
#[cfg(any(target_os = "macos", not(any(unix, windows))))]
mod none;
#[cfg(windows)]
mod registry;
#[cfg(all(unix, not(target_os = "macos")))]
mod written;
#[cfg(all(unix, not(target_os = "macos")))]
mod xdg;

use std::{io, path::PathBuf};

#[cfg(all(unix, not(target_os = "macos")))]
pub(super) use entry::Program;
#[cfg(any(target_os = "macos", not(any(unix, windows))))]
pub use none::{register, unregister};
#[cfg(windows)]
pub use registry::{register, unregister};
#[cfg(all(unix, not(target_os = "macos")))]
pub use xdg::{register, unregister};

/// The kind of file that an invitation is, as [`MEDIA_TYPE`](crate::invitation::MEDIA_TYPE) says.
#[cfg(any(windows, all(unix, not(target_os = "macos"))))]
const KIND: &str = "application/vnd.hulp.invitation+xml";

/// What was taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unregistered {
    /// Whether there was anything.
    pub was_registered: bool,
    /// What somebody has changed since, and what was therefore left.
    pub left: Vec<PathBuf>,
}

/// Why it was not done.
#[derive(Debug, thiserror::Error)]
pub enum RegistrationError {
    /// The user has no home.
    #[error("this user has no home folder, so there is nowhere to write it")]
    NoHome,
    /// No desktop entry can name such a program, or such a folder.
    #[error(
        "the desktop cannot start a program by the path {0:?}: move Hulp to a folder whose name is of ordinary letters, then try again"
    )]
    OddPath(PathBuf),
    /// Something that Hulp has not written is where it would have to write.
    #[error("{} is not of Hulp's making: move it away, then try again", .0.display())]
    NotOurs(PathBuf),
    /// The system failed.
    #[error("{}: {error}", path.display())]
    Io {
        /// At what.
        path: PathBuf,
        /// How.
        error: io::Error,
    },
    /// The list of what was written cannot be read.
    #[error("{} cannot be read: {said}. Delete it, then run `hulp register` once more", path.display())]
    Ledger {
        /// Where it is.
        path: PathBuf,
        /// The reader's words.
        said: String,
    },
    /// The registry failed; its own words.
    #[error("the registry does not take it: {0}")]
    Registry(String),
    /// This system finds it out by itself.
    #[error(
        "on this system the programs' folder is what counts: put Hulp there, and invitations open with it"
    )]
    NotNeeded,
}
