//! Which program a double click on an invitation starts.

#[cfg(any(not(unix), target_os = "macos"))]
mod unknown;
#[cfg(all(unix, not(target_os = "macos")))]
mod xdg;

#[cfg(any(not(unix), target_os = "macos"))]
pub(super) use unknown::opener_of;
#[cfg(all(unix, not(target_os = "macos")))]
pub(super) use xdg::opener_of;

/// The program that opens a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opener {
    /// Hulp.
    Hulp,
    /// Another one, as the system calls it.
    Another(String),
    /// None.
    Nobody,
    /// The system does not tell.
    Unknown,
}
