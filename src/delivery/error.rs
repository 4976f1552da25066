//! Why an invitation could not be delivered or read.

use std::{io, path::PathBuf};

use thiserror::Error;

/// Why an invitation could not be delivered or read.
#[derive(Debug, Error)]
pub enum DeliveryError {
    /// No file was named.
    #[error("no file is named")]
    NoFileNamed,
    /// It is a folder.
    #[error("{} is a folder; name a file in it", .0.display())]
    IsFolder(PathBuf),
    /// It is a device or the like.
    #[error("{} is no ordinary file", .0.display())]
    NotAFile(PathBuf),
    /// The folder that it should be in is not there.
    #[error("there is no folder {}", .0.display())]
    NoFolder(PathBuf),
    /// There is no such file.
    #[error("there is no file {}", .0.display())]
    NoFile(PathBuf),
    /// It is larger than any invitation.
    #[error("{} is larger than any invitation", .0.display())]
    TooLarge(PathBuf),
    /// The system says no.
    #[error("{}: {error}", path.display())]
    Io {
        /// To this file.
        path: PathBuf,
        /// In these words.
        error: io::Error,
    },
}
