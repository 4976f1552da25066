//! What is kept beside the lines about their end, so that an end that was cut off shows: a row in the table `log_head`, the file
//! `log.head`, and what this process itself wrote or found last.
//!
//! The row is written with its line, the file after it. So the file may be behind, when Hulp died in between, and is never ahead; and
//! it only ever goes forward, with the database locked, however many processes write. A file that does not fit stays as it is until
//! a line in the log tells of it.

use std::sync::{MutexGuard, PoisonError};

use rusqlite::{Connection, OptionalExtension, Transaction};

use super::super::{LogDamage, Store, StoreError, private};
use super::{EMPTY, GENESIS, Head, hex, number, parse_hex};

const FILE: &str = "log.head";
/// The most bytes of that file; it has under a hundred.
const MAX_BYTES: usize = 4096;

impl Store {
    /// At start: brings the file in line with the log. What does not fit is noted with the next line.
    pub(in crate::store) fn check_log_head(&self) -> Result<(), StoreError> {
        let mut known = self.known_head();
        let (row, file) = self.change(|transaction| {
            let (row, file) = (row(transaction)?, self.read_head_file()?);
            let damage = damage(transaction, row, file, None)?;
            let head = row.unwrap_or(EMPTY);
            match damage {
                Some(damage) => tracing::warn!(?damage, "the log is not as it was left"),
                None if file == Some(head) => {}
                None => self.write_head_file(head)?, // the first start, or Hulp died between a line and its file
            }
            Ok((row, file))
        })?;
        *known = file.max(row).or(Some(EMPTY));
        Ok(())
    }

    /// The last line that this process knows of. While it is held, no other thread writes a line.
    pub(super) fn known_head(&self) -> MutexGuard<'_, Option<Head>> {
        (self.known_head.lock()).unwrap_or_else(PoisonError::into_inner)
    }

    /// Brings the file forward after a line was written. If another file than the one that was `seen` before that line stands there, and
    /// does not fit, it stays, and so the next line tells of it.
    pub(super) fn bring_head_file(
        &self,
        seen: Option<Head>,
        known: Head,
    ) -> Result<(), StoreError> {
        self.change(|transaction| {
            let file = self.read_head_file()?;
            let may_go = file == seen || matches!(file, Some(file) if fits(transaction, file)?);
            let Some(row) = row(transaction)? else {
                return Ok(());
            };
            if may_go && file != Some(row) && row >= known && fits(transaction, row)? {
                self.write_head_file(row)?;
            }
            Ok(())
        })
    }

    fn write_head_file(&self, head: Head) -> Result<(), StoreError> {
        let text = format!("{} {}\n", head.number, hex(&head.hash));
        private::replace_file(&self.folder, FILE, text.as_bytes())
            .map_err(StoreError::io(self.folder.join(FILE)))
    }

    /// `None` if it is missing or says nothing.
    pub(super) fn read_head_file(&self) -> Result<Option<Head>, StoreError> {
        let path = self.folder.join(FILE);
        let found = private::read_file(&path, MAX_BYTES).map_err(StoreError::io(&path))?;
        Ok(match found {
            private::Found::Bytes(bytes) => parse(&bytes),
            private::Found::Nothing | private::Found::NoFile => None,
        })
    }
}

/// What is wrong with the end of the log, if it is not as it was left. Whoever calls this keeps others from writing.
pub(super) fn damage(
    connection: &Transaction,
    row: Option<Head>,
    file: Option<Head>,
    known: Option<Head>,
) -> Result<Option<LogDamage>, StoreError> {
    let has = last_number(connection)?;
    for head in [known, file, row].into_iter().flatten() {
        if !fits(connection, head)? {
            return Ok(Some(match head.number > has {
                true => LogDamage::CutOff {
                    had: head.number,
                    has,
                },
                false => LogDamage::Rewritten {
                    number: head.number,
                },
            }));
        }
    }
    let is_new = row.is_none() && has == 0;
    let is_kept = file.is_some() && row.is_some() && row >= file && row >= known;
    Ok((!is_new && !is_kept).then_some(LogDamage::HeadFileLost))
}

/// After which line the next one comes: the newest that something speaks of truly; where nothing does, what the row says, or the last
/// line that there is.
pub(super) fn end(
    connection: &Transaction,
    row: Option<Head>,
    file: Option<Head>,
    known: Option<Head>,
) -> Result<Head, StoreError> {
    let mut newest = None;
    for head in [row, file, known].into_iter().flatten() {
        if fits(connection, head)? {
            newest = newest.max(Some(head));
        }
    }
    match newest.filter(|head| *head != EMPTY).or(row) {
        Some(head) => Ok(head),
        None => last_line(connection),
    }
}

/// The next number that no line has: the one after the end, unless somebody put lines in; then writing goes on, and the check tells.
pub(super) fn free_number(connection: &Connection, end: Head) -> Result<u64, StoreError> {
    let next = end.number.saturating_add(1);
    if i64::try_from(next).is_ok() && hash_at(connection, next)?.is_none() {
        return Ok(next);
    }
    let mut free = connection.prepare(
        "SELECT number + 1 FROM log AS line WHERE number >= ?1 AND number < ?2
         AND NOT EXISTS (SELECT 1 FROM log WHERE number = line.number + 1)
         ORDER BY number LIMIT 1",
    )?;
    for from in [end.number, 1] {
        let from = i64::try_from(from).unwrap_or(i64::MAX);
        if let Some(found) = free
            .query_row((from, i64::MAX), |row| row.get(0))
            .optional()?
        {
            return Ok(number(found));
        }
    }
    Ok(1) // there is nothing but lines out of reach
}

/// The row; `None` if it is missing or unreadable.
pub(super) fn row(connection: &Connection) -> Result<Option<Head>, StoreError> {
    let head = connection.query_row("SELECT number, hash FROM log_head", (), |row| {
        Ok(Head {
            number: number(row.get("number")?),
            hash: row.get("hash")?,
        })
    });
    readable(head)
}

/// The hash of this line; `None` if there is none, or no hash.
fn hash_at(connection: &Connection, number: u64) -> Result<Option<[u8; 32]>, StoreError> {
    if number == 0 {
        return Ok(Some(GENESIS));
    }
    let hash = connection.query_row(
        "SELECT hash FROM log WHERE number = ?1",
        [number.cast_signed()],
        |row| row.get(0),
    );
    readable(hash)
}

fn fits(connection: &Connection, head: Head) -> Result<bool, StoreError> {
    Ok(hash_at(connection, head.number)? == Some(head.hash))
}

fn last_number(connection: &Connection) -> Result<u64, StoreError> {
    let last: Option<i64> =
        connection.query_row("SELECT max(number) FROM log", (), |row| row.get(0))?;
    Ok(last.map_or(0, number))
}

fn last_line(connection: &Connection) -> Result<Head, StoreError> {
    let last = connection.query_row(
        "SELECT number, hash FROM log WHERE number > 0 ORDER BY number DESC LIMIT 1",
        (),
        |row| {
            Ok(Head {
                number: number(row.get("number")?),
                hash: row.get("hash").unwrap_or_default(),
            })
        },
    );
    Ok(last.optional()?.unwrap_or(EMPTY))
}

/// A row of the database, unless it is none or somebody put in what cannot be read.
fn readable<T>(row: rusqlite::Result<T>) -> Result<Option<T>, StoreError> {
    use rusqlite::Error;
    match row {
        Ok(row) => Ok(Some(row)),
        Err(
            Error::QueryReturnedNoRows
            | Error::FromSqlConversionFailure(..)
            | Error::InvalidColumnType(..)
            | Error::IntegralValueOutOfRange(..),
        ) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// `NUMBER HASH`, as [`Store::log`] leaves it.
fn parse(bytes: &[u8]) -> Option<Head> {
    let text = std::str::from_utf8(bytes).ok()?.trim();
    let (number, hash) = text.split_once(' ')?;
    let number = u64::try_from(number.parse::<i64>().ok()?).ok()?;
    let hash = parse_hex(hash)?;
    Some(Head { number, hash })
}
