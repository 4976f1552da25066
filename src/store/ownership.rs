//! Only one process of a user's waits for helpers; others just give help.

use std::fs::{File, TryLockError};

use super::{Store, StoreError, private};

const LOCK: &str = "novice.lock";

/// While this lives, no other process owns the novice's side. The system lets go of it when the process dies.
#[derive(Debug)]
pub struct Ownership {
    _locked: File,
}

impl Store {
    /// Takes the novice's side for this process; `None` while another has it.
    ///
    /// # Errors
    /// If the lock's file cannot be made or locked at all.
    pub fn own_novice_side(&self) -> Result<Option<Ownership>, StoreError> {
        let path = self.folder.join(LOCK);
        let file = private::make_file(&path).map_err(StoreError::io(&path))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Ownership { _locked: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(StoreError::Io { path, error }),
        }
    }
}
