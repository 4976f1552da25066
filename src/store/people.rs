//! Helpers who were here before, known by their computer's key.

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::OptionalExtension;

use super::{Store, StoreError};
use crate::invitation::Fingerprint;

/// A helper who was here before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownHelper {
    /// The name given the last time.
    pub name: String,
    /// How often they were let in.
    pub sessions: u32,
    /// When last.
    pub last: DateTime<Utc>,
}

impl Store {
    /// The helper with this key, if they were ever let in.
    ///
    /// # Errors
    /// If the database fails.
    pub fn helper(&self, key: &Fingerprint) -> Result<Option<KnownHelper>, StoreError> {
        let connection = self.connection();
        let helper = connection
            .query_row(
                "SELECT name, sessions, last FROM helpers WHERE key = ?1",
                [key.0],
                |row| Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?)),
            )
            .optional()?;
        helper
            .map(|(name, sessions, last)| {
                let last = DateTime::parse_from_rfc3339(&last)
                    .map_err(|_| StoreError::Damaged("helper"))?
                    .to_utc();
                Ok(KnownHelper {
                    name,
                    sessions,
                    last,
                })
            })
            .transpose()
    }

    /// Counts one more session of this helper's, who gave this name.
    ///
    /// # Errors
    /// If the database fails.
    pub fn remember_helper(
        &self,
        key: &Fingerprint,
        name: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.connection().execute(
            "INSERT INTO helpers (key, name, sessions, last) VALUES (?1, ?2, 1, ?3)
             ON CONFLICT (key) DO UPDATE SET
                name = excluded.name, last = excluded.last,
                sessions = min(sessions + 1, 4294967295)",
            (key.0, name, now.to_rfc3339_opts(SecondsFormat::Secs, true)),
        )?;
        Ok(())
    }
}
