//! Why something could not be kept or found again.

use std::{io, path::PathBuf};

use thiserror::Error;

/// Why something could not be kept or found again.
#[derive(Debug, Error)]
pub enum StoreError {
    /// This user has no home, so nothing can be kept.
    #[error("this user has no home folder to keep anything in")]
    NoHome,
    /// The system says no.
    #[error("{}: {error}", path.display())]
    Io {
        /// To this file or folder.
        path: PathBuf,
        /// In these words.
        error: io::Error,
    },
    /// The database says no.
    #[error("the database of Hulp: {0}")]
    Database(#[from] rusqlite::Error),
    /// A list has as many lines as it can have.
    #[error("the list is full; take somebody off it first")]
    ListFull,
    /// A newer Hulp wrote the database, in this version.
    #[error("a newer Hulp keeps its things here (version {0}); use that one")]
    Newer(u32),
    /// Something in the database makes no sense.
    #[error("the database of Hulp holds a damaged {0}")]
    Damaged(&'static str),
    /// A picture takes more room than all pictures may.
    #[error("the picture of the screen is too large to be kept")]
    PictureTooLarge,
    /// Something cannot be written as text.
    #[error("this cannot be written: {0}")]
    Unwritable(String),
}

impl StoreError {
    /// For `map_err` after work on a file.
    pub(super) fn io(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        |error| Self::Io { path, error }
    }
}
