//! The novice's log: lines that nobody can quietly rewrite.
//!
//! Each line is hashed with the hash of the line before it:
//! `hash = SHA-256("hulp log line v1" || hash before || number || time || event)`, number and time (microseconds since
//! 1970) as 64 bits little-endian, the event as the bytes of its JSON; before the first line stands [`GENESIS`]. The
//! number and hash of the last line are kept a second time, in the table `log_head`, and a third time in the file
//! `log.head` beside the database. When Hulp starts and these do not fit, it writes that into the log.
//!
//! So a line that is changed, taken out, put in or moved shows, and so does an end that was cut off. What this cannot
//! do: whoever owns the novice's account (or steals it) can write the whole log, its head and its file anew, or delete
//! all of it. `hulp log` therefore prints the last line's hash: written down elsewhere, it tells that too.

use std::sync::{MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row};
use sha2::{Digest, Sha256};

use super::{LogDamage, LogEvent, Store, StoreError, private};

/// What stands for the hash before the first line.
const GENESIS: [u8; 32] = *b"hulp: the log begins here, v1...";
const HEAD_FILE: &str = "log.head";
/// The most bytes of that file; it has under a hundred.
const MAX_HEAD_BYTES: usize = 4096;
/// The most faults that are listed; the first ones matter.
const MAX_FAULTS: usize = 32;

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// From 1.
    pub number: u64,
    /// When, by the clock of this computer.
    pub at: DateTime<Utc>,
    /// What; `None` if a newer Hulp wrote it, or it is damaged.
    pub event: Option<LogEvent>,
    /// The event as it was written.
    pub json: String,
    /// Its hash.
    pub hash: [u8; 32],
}

/// Whether the log is as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogVerdict {
    /// How many lines there are.
    pub lines: u64,
    /// The last line's hash.
    pub head: [u8; 32],
    /// What is wrong, the first 32; nothing in a log that is whole.
    pub faults: Vec<LogFault>,
}

impl LogVerdict {
    /// Whether nothing is wrong.
    pub fn is_whole(&self) -> bool {
        self.faults.is_empty()
    }
}

/// Something wrong with the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LogFault {
    /// This line was changed, or moved, or the line before it was.
    Changed {
        /// Its number.
        number: u64,
    },
    /// These lines are not there.
    Missing {
        /// The first of them.
        first: u64,
        /// The last.
        last: u64,
    },
    /// Lines at the end are not there.
    CutOff {
        /// How many lines there were.
        had: u64,
        /// How many there are.
        has: u64,
    },
    /// The lines fit each other, but the line of this number is not the one that was kept beside them.
    Rewritten {
        /// Its number.
        number: u64,
    },
    /// What was kept beside the lines about their end is missing or unreadable.
    HeadLost,
    /// Hulp noted in this line that something had been wrong when it started.
    Noted {
        /// Its number.
        number: u64,
        /// What.
        damage: LogDamage,
    },
}

/// The number and hash of the last line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Head {
    number: u64,
    hash: [u8; 32],
}

const EMPTY: Head = Head {
    number: 0,
    hash: GENESIS,
};

impl Store {
    /// Writes a line; it is on the disk when this returns.
    ///
    /// # Errors
    /// If the database or the disk fails.
    pub fn log(&self, event: &LogEvent, now: DateTime<Utc>) -> Result<(), StoreError> {
        let found = self.log_damage().take();
        if let Some(damage) = found {
            self.append(&LogEvent::LogDamaged { damage }, now)?;
        }
        self.append(event, now)
    }

    fn append(&self, event: &LogEvent, now: DateTime<Utc>) -> Result<(), StoreError> {
        let json = serde_json::to_string(event)
            .map_err(|error| StoreError::Unwritable(error.to_string()))?;
        let head = self.change(|transaction| {
            let before = head(transaction)?.unwrap_or(EMPTY);
            // The same number, unless somebody put lines in; then writing goes on, and the check tells.
            let number = 1 + before.number.max(last_number(transaction)?);
            let at_micros = now.timestamp_micros();
            let hash = hash_line(&before.hash, number, at_micros, &json);
            transaction.execute(
                "INSERT INTO log (number, at_micros, event, hash) VALUES (?1, ?2, ?3, ?4)",
                (number.cast_signed(), at_micros, &json, hash),
            )?;
            transaction.execute(
                "INSERT INTO log_head (only_row, number, hash) VALUES (1, ?1, ?2)
                 ON CONFLICT (only_row) DO UPDATE SET number = excluded.number, hash = excluded.hash",
                (number.cast_signed(), hash),
            )?;
            Ok(Head { number, hash })
        })?;
        self.write_head_file(head)
    }

    /// Every line, the oldest first.
    ///
    /// # Errors
    /// If the database fails.
    pub fn log_lines(&self) -> Result<Vec<LogLine>, StoreError> {
        let mut lines = Vec::new();
        each_line(&self.connection(), |line| lines.push(line))?;
        Ok(lines)
    }

    /// Checks every line and what was kept beside them.
    ///
    /// # Errors
    /// If the database fails. A damaged log is no error but a verdict.
    pub fn verify_log(&self) -> Result<LogVerdict, StoreError> {
        let remembered = self.read_head_file()?; // before the database: it may only be behind
        let connection = self.connection();
        let transaction = connection.unchecked_transaction()?; // one state of it, whoever writes meanwhile
        let heads = [head(&transaction)?, remembered];
        let mut faults = Vec::new();
        let mut last = EMPTY;
        let mut kept = [None; 2]; // the lines that the heads speak of
        each_line(&transaction, |line| {
            if line.number > last.number + 1 {
                let (first, last) = (last.number + 1, line.number - 1);
                faults.push(LogFault::Missing { first, last });
            } else if hash_line(
                &last.hash,
                line.number,
                line.at.timestamp_micros(),
                &line.json,
            ) != line.hash
            {
                faults.push(LogFault::Changed {
                    number: line.number,
                });
            }
            if let Some(LogEvent::LogDamaged { damage }) = line.event {
                faults.push(LogFault::Noted {
                    number: line.number,
                    damage,
                });
            }
            faults.truncate(MAX_FAULTS);
            last = Head {
                number: line.number,
                hash: line.hash,
            };
            for (kept, head) in kept.iter_mut().zip(heads) {
                if head.is_some_and(|head| head.number == line.number) {
                    *kept = Some(line.hash);
                }
            }
        })?;
        for (kept, head) in kept.into_iter().zip(heads) {
            let fault = match head {
                None if last == EMPTY => continue,
                None => LogFault::HeadLost,
                Some(head) if head == EMPTY || kept == Some(head.hash) => continue,
                Some(head) if head.number > last.number => LogFault::CutOff {
                    had: head.number,
                    has: last.number,
                },
                Some(head) => LogFault::Rewritten {
                    number: head.number,
                },
            };
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        }
        Ok(LogVerdict {
            lines: last.number,
            head: last.hash,
            faults,
        })
    }

    /// At start: compares the log's end with what was kept beside it. What does not fit is noted with the next line.
    pub(super) fn check_log_head(&self) -> Result<(), StoreError> {
        let remembered = self.read_head_file()?; // before the database: it may only be behind
        let (head, kept) = {
            let connection = self.connection();
            let number = remembered.map_or(0, |remembered| remembered.number);
            (
                head(&connection)?.unwrap_or(EMPTY),
                hash_at(&connection, number)?,
            )
        };
        let damage = match remembered {
            None if head == EMPTY => return self.write_head_file(EMPTY),
            None => LogDamage::HeadFileLost,
            Some(remembered) if remembered.number > head.number => LogDamage::CutOff {
                had: remembered.number,
                has: head.number,
            },
            Some(remembered) if kept != Some(remembered.hash) => LogDamage::Rewritten {
                number: remembered.number,
            },
            Some(remembered) if remembered == head => return Ok(()),
            Some(_) => return self.write_head_file(head), // Hulp died between a line and its file
        };
        *self.log_damage() = Some(damage);
        Ok(())
    }

    fn log_damage(&self) -> MutexGuard<'_, Option<LogDamage>> {
        self.log_damage
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn write_head_file(&self, head: Head) -> Result<(), StoreError> {
        let hash: String = head.hash.iter().map(|byte| format!("{byte:02x}")).collect();
        let text = format!("{} {hash}\n", head.number);
        private::replace_file(&self.folder, HEAD_FILE, text.as_bytes())
            .map_err(StoreError::io(self.folder.join(HEAD_FILE)))
    }

    /// `None` if it is missing or says nothing.
    fn read_head_file(&self) -> Result<Option<Head>, StoreError> {
        let path = self.folder.join(HEAD_FILE);
        let bytes = match private::read_file(&path, MAX_HEAD_BYTES) {
            Ok(bytes) => bytes.unwrap_or_default(),
            Err(error) if error.kind() == std::io::ErrorKind::FileTooLarge => return Ok(None),
            Err(error) => return Err(StoreError::Io { path, error }),
        };
        Ok(parse_head(&bytes))
    }
}

fn hash_line(before: &[u8; 32], number: u64, at_micros: i64, json: &str) -> [u8; 32] {
    Sha256::new()
        .chain_update(b"hulp log line v1")
        .chain_update(before)
        .chain_update(number.to_le_bytes())
        .chain_update(at_micros.to_le_bytes())
        .chain_update(json)
        .finalize()
        .into()
}

fn head(connection: &Connection) -> Result<Option<Head>, StoreError> {
    let head = connection.query_row("SELECT number, hash FROM log_head", (), |row| {
        Ok(Head {
            number: number(row.get("number")?),
            hash: row.get("hash")?,
        })
    });
    Ok(head.optional()?)
}

fn last_number(connection: &Connection) -> Result<u64, StoreError> {
    let last: Option<i64> =
        connection.query_row("SELECT max(number) FROM log", (), |row| row.get(0))?;
    Ok(last.map_or(0, number))
}

fn hash_at(connection: &Connection, number: u64) -> Result<Option<[u8; 32]>, StoreError> {
    if number == 0 {
        return Ok(Some(GENESIS));
    }
    let hash = connection.query_row(
        "SELECT hash FROM log WHERE number = ?1",
        [number.cast_signed()],
        |row| row.get(0),
    );
    Ok(hash.optional()?)
}

/// Reads without stopping at damage: what is no line becomes one whose hash is wrong.
fn each_line(connection: &Connection, mut with: impl FnMut(LogLine)) -> Result<(), StoreError> {
    let mut all =
        connection.prepare("SELECT number, at_micros, event, hash FROM log ORDER BY number")?;
    let mut rows = all.query(())?;
    while let Some(row) = rows.next()? {
        with(line(row)?);
    }
    Ok(())
}

fn line(row: &Row) -> Result<LogLine, StoreError> {
    let json: String = row.get("event").unwrap_or_default();
    Ok(LogLine {
        number: number(row.get("number")?),
        at: DateTime::from_timestamp_micros(row.get("at_micros")?).unwrap_or_default(),
        event: serde_json::from_str(&json).ok(),
        json,
        hash: row.get("hash").unwrap_or_default(),
    })
}

/// SQLite's numbers have a sign; a line's has none, and a negative one is wrong in any case.
fn number(signed: i64) -> u64 {
    u64::try_from(signed).unwrap_or(0)
}

/// `NUMBER HASH`, as [`Store::log`] leaves it.
fn parse_head(bytes: &[u8]) -> Option<Head> {
    let text = std::str::from_utf8(bytes).ok()?.trim();
    let (number, hex) = text.split_once(' ')?;
    let (digits, rest) = hex.as_bytes().as_chunks::<2>();
    let mut hash = [0; 32];
    let is_hex = hex.bytes().all(|digit| digit.is_ascii_hexdigit());
    if digits.len() != hash.len() || !rest.is_empty() || !is_hex {
        return None;
    }
    for (byte, digits) in hash.iter_mut().zip(digits) {
        *byte = u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
    }
    let number = u64::try_from(number.parse::<i64>().ok()?).ok()?;
    Some(Head { number, hash })
}
