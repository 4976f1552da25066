//! Computers that help was offered to, known by their keys.

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::OptionalExtension;

use super::{Store, StoreError};
use crate::invitation::Fingerprint;

/// The most computers that are known; the one that was met longest ago goes first.
pub const MAX_KNOWN_COMPUTERS: usize = 1024;

impl Store {
    /// The key of the computer that was met at this place (a name or address with its port), if one was.
    ///
    /// # Errors
    /// If the database fails.
    pub fn known_computer(&self, place: &str) -> Result<Option<Fingerprint>, StoreError> {
        let find = "SELECT key FROM computers WHERE place = ?1";
        let key = self.connection().query_row(find, [place], |row| row.get(0));
        Ok(key.optional()?.map(Fingerprint))
    }

    /// Remembers the key of the computer at a place. One that is known is never replaced: see [`Store::forget_computer`].
    ///
    /// # Errors
    /// If the database fails.
    pub fn remember_computer(
        &self,
        place: &str,
        key: &Fingerprint,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let now = now.to_rfc3339_opts(SecondsFormat::Secs, true);
        self.change(|transaction| {
            transaction.execute(
                "INSERT INTO computers (place, key, last) VALUES (?1, ?2, ?3)
                 ON CONFLICT (place) DO UPDATE SET last = excluded.last
                    WHERE computers.key = excluded.key",
                (place, key.0, now),
            )?;
            transaction.execute(
                "DELETE FROM computers WHERE rowid NOT IN
                    (SELECT rowid FROM computers ORDER BY last DESC, rowid DESC LIMIT ?1)",
                [MAX_KNOWN_COMPUTERS as i64],
            )?;
            Ok(())
        })
    }

    /// Forgets the computer at a place, so that another one may be met there.
    ///
    /// # Errors
    /// If the database fails.
    pub fn forget_computer(&self, place: &str) -> Result<(), StoreError> {
        let forget = "DELETE FROM computers WHERE place = ?1";
        self.connection().execute(forget, [place])?;
        Ok(())
    }
}
