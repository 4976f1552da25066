//! What is kept: invitations, people, the log, settings.
//!
//! All of it lies in one folder that only its owner may read: `hulp.sqlite` (SQLite with a write-ahead log and a flush
//! for every change, so that what was acknowledged survives a crash and a power cut), `log.head`, `settings.toml`,
//! `settings.last.toml`, `novice.lock`, `store.lock`, the secrets' files and the folder `pictures`. Several processes may have it open at once. The
//! administrator's policy lies where only an administrator can write it. The passwords
//! of mail and contact servers and of a proxy alone lie elsewhere: in the system's keyring.

mod computers;
mod error;
mod helpers;
mod invitations;
mod log;
mod log_event;
mod log_text;
mod ownership;
mod passwords;
mod people;
mod pictures;
mod policy;
mod private;
mod schema;
mod settings;
mod trial;

use std::{
    fs::File,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use directories::ProjectDirs;
use rusqlite::{Connection, ErrorCode, Transaction, TransactionBehavior};
use zeroize::Zeroizing;

pub use computers::MAX_KNOWN_COMPUTERS;
pub use error::StoreError;
pub use invitations::MAX_WAYS_KEPT;
pub use log::{
    LogEntry, LogExportError, LogFault, LogFileError, LogFilter, LogForm, LogKind, LogLine,
    LogPage, LogPerson, LogVerdict, MAX_LOG_ROW_BYTES, parse_log_time, verify_log_file,
};
pub use log_event::{
    Answer, CodeUse, ContactDid, ControlEndedHow, ControlRefusedWhy, Helper, HelpersDid,
    InvitationEnd, LogDamage, LogEvent, LogText, LoggedId, MailedWay, PictureMoment, PolicyEntry,
    RefusedWhy, SessionEndedWhy, SettingChange,
};
pub use log_text::{describe, describe_fault, describe_verdict};
pub use ownership::Ownership;
pub use passwords::{PasswordFor, PasswordKept, Passwords};
pub use people::KnownHelper;
pub use policy::{
    ControlPolicy, ExplainedLine, FixedSetting, InviteWay, LoadedPolicy, MAX_POLICY_BYTES, Policy,
    PolicyError, PolicyExplained, PolicyFault, PolicyFound, PolicyKey, PolicyPlace, Wants, Ways,
    WrongEntry, explain_policy, policy_keys,
};
pub use settings::{
    ContactSettings, EmailSecurity, EmailSettings, EmailWay, LoadedSettings, MendedSettings,
    NetworkSettings, PUBLIC_MAILBOX, Relays, Settings, SettingsFound, SettingsSeen, TEXT_SIZES,
    WindowLook, chosen_language,
};

/// The database's file.
const DATABASE: &str = "hulp.sqlite";
/// How long to wait for another process of Hulp's to finish writing.
const BUSY_PATIENCE: Duration = Duration::from_secs(5);
/// How long to wait between two tries at what SQLite does not wait for by itself.
const BUSY_PAUSE: Duration = Duration::from_millis(5);
/// The most bytes of a secret's file; a key has under a thousand.
const MAX_SECRET_BYTES: usize = 64 * 1024;

/// What is kept. Shared between threads; each method blocks for as long as the disk takes.
pub struct Store {
    folder: PathBuf,
    connection: Mutex<Connection>,
    /// The last line of the log that this process knows of.
    known_head: Mutex<Option<log::Head>>,
    at_pictures: Mutex<()>,
    _present: File,
}

impl Store {
    /// Opens the store in `folder`, making both as needed.
    ///
    /// # Errors
    /// If the folder or the database cannot be used, or a newer Hulp wrote it.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        private::make_folder(folder).map_err(StoreError::io(folder))?;
        let present = ownership::be_present(folder)?;
        let database = folder.join(DATABASE);
        private::make_file(&database).map_err(StoreError::io(&database))?;
        let mut connection = Connection::open(&database)?;
        connection.busy_timeout(BUSY_PATIENCE)?;
        keep_a_write_ahead_log(&connection)?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "trusted_schema", "OFF")?;
        // What was deleted is overwritten: tickets and passwords' keys do not linger in free pages.
        connection.pragma_update_and_check(None, "secure_delete", "ON", |_| Ok(()))?;
        schema::bring_up_to_date(&mut connection)?;
        let store = Self {
            folder: folder.to_owned(),
            connection: Mutex::new(connection),
            known_head: Mutex::default(),
            at_pictures: Mutex::default(),
            _present: present,
        };
        store.check_log_head()?;
        Ok(store)
    }

    /// Where the platform keeps a user's data of programs, below it Hulp's own (`~/.local/share/hulp` on Linux).
    ///
    /// # Errors
    /// [`StoreError::NoHome`].
    pub fn default_folder() -> Result<PathBuf, StoreError> {
        ProjectDirs::from("", "", "Hulp")
            .map(|project| project.data_local_dir().to_owned())
            .ok_or(StoreError::NoHome)
    }

    /// Where it lies.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// A secret of this computer's, kept under a plain file name by [`Store::keep_secret_text`].
    ///
    /// # Errors
    /// If the file is there and cannot be read.
    pub fn secret_text(&self, name: &str) -> Result<Option<Zeroizing<String>>, StoreError> {
        let path = self.folder.join(name);
        let found = private::read_file(&path, MAX_SECRET_BYTES).map_err(StoreError::io(&path))?;
        match found {
            private::Found::Nothing => Ok(None),
            private::Found::NoFile => Err(StoreError::Damaged("secret")),
            private::Found::Bytes(bytes) => {
                let text = String::from_utf8(bytes).map_err(|_| StoreError::Damaged("secret"))?;
                Ok(Some(text.into()))
            }
        }
    }

    /// Keeps a secret in a file of its own that only its owner may read, whole or not at all.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn keep_secret_text(&self, name: &str, text: &str) -> Result<(), StoreError> {
        private::replace_file(&self.folder, name, text.as_bytes())
            .map_err(StoreError::io(self.folder.join(name)))
    }

    /// Keeps a secret in the same way if there is none of that name yet, and tells whether there was none.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn keep_first_secret_text(&self, name: &str, text: &str) -> Result<bool, StoreError> {
        private::make_new_file(&self.folder, name, text.as_bytes())
            .map_err(StoreError::io(self.folder.join(name)))
    }

    /// A number that is another one whenever something else than this store has written into the database, another process of
    /// Hulp's perhaps.
    ///
    /// # Errors
    /// If the database fails.
    pub fn others_wrote(&self) -> Result<i64, StoreError> {
        let connection = self.connection();
        Ok(connection.pragma_query_value(None, "data_version", |row| row.get(0))?)
    }

    fn connection(&self) -> MutexGuard<'_, Connection> {
        // A panic elsewhere has rolled its transaction back; the connection itself is fine.
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs `work` in one transaction that nobody else writes into; kept only if it succeeds.
    fn change<T>(
        &self,
        work: impl FnOnce(&Transaction) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut connection = self.connection();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let outcome = work(&transaction)?;
        transaction.commit()?;
        Ok(outcome)
    }
}

/// Has the database keep a write-ahead log. SQLite's own patience does not cover the first change to it: of two processes that read
/// the database and then both want to change its mode, one is told at once that it is busy, lest they wait for each other.
fn keep_a_write_ahead_log(connection: &Connection) -> Result<(), StoreError> {
    let patience = Instant::now() + BUSY_PATIENCE;
    loop {
        let outcome = connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()));
        match outcome {
            Err(error)
                if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
                    && Instant::now() < patience =>
            {
                thread::sleep(BUSY_PAUSE);
            }
            outcome => return Ok(outcome?),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// What a power cut would show, and kill -9 does not.
    #[test]
    fn every_change_is_flushed_to_the_disk() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let connection = store.connection();
        let pragma = |name: &str| {
            let value = connection.pragma_query_value(None, name, |row| row.get(0));
            value.unwrap()
        };
        let full: rusqlite::types::Value = pragma("synchronous");
        assert_eq!(full, rusqlite::types::Value::Integer(2), "FULL");
        assert_eq!(
            pragma("journal_mode"),
            rusqlite::types::Value::Text("wal".into())
        );
    }

    #[test]
    fn the_store_is_shared_between_threads() {
        fn is_shared<T: Send + Sync>() {}
        is_shared::<Store>();
    }
}
