//! The user's own e-mail program: asked to open a message with a file attached, which the user looks over and sends.

#[cfg(windows)]
mod mapi;
#[cfg(not(any(unix, windows)))]
mod none;
#[cfg(all(unix, not(target_os = "macos")))]
mod portal;
#[cfg(target_os = "macos")]
mod sharing;
#[cfg(all(unix, not(target_os = "macos")))]
mod xdg;

use std::path::PathBuf;

#[cfg(windows)]
pub(super) use mapi::{compose, has_program};
#[cfg(not(any(unix, windows)))]
pub(super) use none::{compose, has_program};
#[cfg(target_os = "macos")]
pub(super) use sharing::{compose, has_program};
#[cfg(all(unix, not(target_os = "macos")))]
pub(super) use xdg::{compose, has_program};

/// A message to be opened in the user's e-mail program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// To whom; empty where the user chooses that in the program.
    pub to: String,
    /// One line.
    pub subject: String,
    /// Several lines, ended by `\n`.
    pub body: String,
    /// The file to attach; its path is plain ASCII, for some programs take no other.
    pub attachment: PathBuf,
}

/// Why no message was opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// There is no e-mail program, or none that can be asked.
    #[error("there is no e-mail program")]
    NoProgram,
    /// The user closed the message, or said no to opening it.
    #[error("the message was closed")]
    Cancelled,
    /// The program, or the way to it, failed; its own words.
    #[error("the e-mail program did not open: {0}")]
    Failed(String),
}
