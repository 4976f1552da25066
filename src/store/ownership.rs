//! Which processes of a user's have the store open, and which one of them waits for helpers; the others just give help.

use std::{
    fs::{File, TryLockError},
    path::Path,
};

use super::{Store, StoreError, private};

const LOCK: &str = "novice.lock";
const PRESENCE: &str = "store.lock";

/// While this lives, no other process owns the novice's side. The system lets go of it when the process dies.
#[derive(Debug)]
pub struct Ownership {
    locked: File,
}

impl Drop for Ownership {
    fn drop(&mut self) {
        // Closing would do, if no process that is just being started had a copy of the file still.
        self.locked.unlock().ok();
    }
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
            Ok(()) => Ok(Some(Ownership { locked: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(StoreError::Io { path, error }),
        }
    }
}

/// Marks the store as open for as long as the file lives. Whoever finds nobody else there tidies up first: a process
/// that was killed may have left half a file, of a secret perhaps.
pub(super) fn be_present(folder: &Path) -> Result<File, StoreError> {
    let path = folder.join(PRESENCE);
    let open = || private::make_file(&path).map_err(StoreError::io(&path));
    let mut file = open()?;
    match file.try_lock() {
        Ok(()) => {
            private::remove_unfinished(folder).map_err(StoreError::io(folder))?;
            file.unlock().ok(); // Wine does it and calls it a fault; closing it does it anyway
            file = open()?;
        }
        Err(TryLockError::WouldBlock) => {}
        Err(TryLockError::Error(error)) => return Err(StoreError::Io { path, error }),
    }
    file.lock_shared().map_err(StoreError::io(&path))?; // another may be tidying up for a moment
    Ok(file)
}
