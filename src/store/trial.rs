//! Whether things can be kept here.

use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::OptionalExtension;

use super::{Store, StoreError, private};

/// What is in it: more than a disk keeps beside the file's name.
const TRIAL_BYTES: usize = 64 * 1024;

impl Store {
    /// Writes a file into the store's folder, reads it and removes it; tells how many bytes are free there, where the system
    /// tells that.
    ///
    /// # Errors
    /// If that does not work.
    pub fn try_disk(&self) -> Result<Option<u64>, StoreError> {
        // Another Hulp may try at once; and what a killed one leaves behind is tidied up by its name.
        let name = format!("{}trial-{}", private::UNFINISHED, std::process::id());
        let path = self.folder.join(&name);
        let bytes = vec![0x5a; TRIAL_BYTES];
        let tried = || {
            private::replace_file(&self.folder, &name, &bytes)?;
            let read = private::read_file(&path, TRIAL_BYTES)?;
            std::fs::remove_file(&path)?;
            Ok(read)
        };
        match tried().map_err(StoreError::io(&path))? {
            private::Found::Bytes(read) if read == bytes => Ok(free_bytes(&self.folder)),
            _ => Err(StoreError::Damaged("file")),
        }
    }

    /// When the newest line of the log was written, by the clock of then.
    ///
    /// # Errors
    /// If the log cannot be read.
    pub fn newest_log_time(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        let newest = "SELECT at_micros FROM log ORDER BY number DESC LIMIT 1";
        let at_micros = self.connection().query_row(newest, (), |row| row.get(0));
        let at_micros: Option<i64> = at_micros.optional()?;
        Ok(at_micros.and_then(DateTime::from_timestamp_micros))
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
fn free_bytes(folder: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    disk.f_bavail.checked_mul(disk.f_frsize)
}

#[cfg(any(not(unix), target_os = "macos"))]
fn free_bytes(_folder: &Path) -> Option<u64> {
    None
}
