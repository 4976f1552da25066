//! What the system hands to a program that runs, where elsewhere it would start one more: on a Mac a double click on a file gives its name
//! to the program by an event and not as an argument, and so does a second start.

#[cfg(target_os = "macos")]
mod apple_event;
#[cfg(not(target_os = "macos"))]
mod none;

use std::path::PathBuf;

#[cfg(target_os = "macos")]
pub use apple_event::OpenEvents;
#[cfg(not(target_os = "macos"))]
pub use none::OpenEvents;

/// What was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenEvent {
    /// These files.
    Files(Vec<PathBuf>),
    /// The program once more.
    Again,
}
