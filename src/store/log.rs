//! The novice's log: lines that nobody can quietly rewrite.
//!
//! Each line is hashed with the hash of the line before it:
//! `hash = SHA-256("hulp log line v1" || hash before || number || time || event)`, number and time (microseconds since
//! 1970) as 64 bits little-endian, the event as the bytes of its JSON; before the first line stands [`GENESIS`]. The
//! number and hash of the last line are kept a second time, in the table `log_head`, a third time in the file
//! `log.head` beside the database, and each process remembers the last line that it wrote. Before each line these are compared with
//! the lines; when they do not fit, Hulp writes that into the log first.
//!
//! So a line that is changed, taken out, put in or moved shows, and so does an end that was cut off, while Hulp runs as well. What
//! this cannot do: whoever owns the novice's account (or steals it) can end Hulp and write the whole log, its head and its file anew,
//! or delete all of it. `hulp log` therefore prints the last line's hash: written down elsewhere, it tells that too.
//!
//! `chain` checks how lines hang together, wherever they come from; `head` is what is kept beside them; `read` and `filter` find them again; `export` takes them
//! elsewhere and `import` checks them there.

mod chain;
mod export;
mod filter;
mod head;
mod import;
mod read;

use chrono::{DateTime, Utc};
use rusqlite::{Row, Transaction};

pub use export::{LogExportError, LogForm};
pub use filter::{LogEntry, LogFilter, LogKind, LogPerson, parse_log_time};
pub use import::{LogFileError, MAX_LOG_ROW_BYTES, verify_log_file};
pub use read::LogPage;

use super::{LogDamage, LogEvent, Store, StoreError, pictures::KeptPictures};
use chain::{Chain, Link, hash_line};
use read::each_line;

/// What stands for the hash before the first line.
const GENESIS: [u8; 32] = *b"hulp: the log begins here, v1...";
/// The most bytes of an event; as a row of an exported file, with all that is escaped there, it has to stay below [`MAX_LOG_ROW_BYTES`].
const MAX_EVENT_BYTES: usize = 64 * 1024;
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
    /// Whether they are a part of a log, and others were left out of it.
    pub is_part: bool,
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
    /// This line is not as it was written.
    Changed {
        /// Its number.
        number: u64,
    },
    /// This line is as it was written, and stands in another place.
    Moved {
        /// The number that it has now.
        number: u64,
        /// The number that it had.
        was: u64,
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
    /// This row of an exported file is no line of a log.
    NoLine {
        /// Counted from 1, with the file's first row.
        row: u64,
    },
    /// The picture that this line speaks of is gone, or is another one.
    Picture {
        /// The line's number.
        number: u64,
        /// Whether there is one.
        is_there: bool,
    },
    /// Hulp noted in this line that something had been wrong when it started.
    Noted {
        /// Its number.
        number: u64,
        /// What.
        damage: LogDamage,
    },
}

/// The number and hash of the last line; the newer, the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Head {
    number: u64,
    hash: [u8; 32],
}

const EMPTY: Head = Head {
    number: 0,
    hash: GENESIS,
};

impl Store {
    /// Writes a line, and returns its number; it is on the disk then. When the log's end is not as it was left, a line before it tells
    /// of that.
    ///
    /// # Errors
    /// If the database or the disk fails, or the line would be larger than any that Hulp has reason to write.
    pub fn log(&self, event: &LogEvent, now: DateTime<Utc>) -> Result<u64, StoreError> {
        let json = json(event)?;
        let mut known = self.known_head();
        let (seen, head) = self.change(|transaction| {
            let (row, seen) = (head::row(transaction)?, self.read_head_file()?);
            let mut end = head::end(transaction, row, seen, *known)?;
            if let Some(damage) = head::damage(transaction, row, seen, *known)? {
                let damaged = LogEvent::LogDamaged { damage };
                end = append(transaction, end, now, &self::json(&damaged)?)?;
            }
            Ok((seen, append(transaction, end, now, &json)?))
        })?;
        *known = Some(head);
        self.bring_head_file(seen, head)?;
        Ok(head.number)
    }

    /// Checks every line, what was kept beside them, and the pictures.
    ///
    /// # Errors
    /// If the database fails. A damaged log is no error but a verdict.
    pub fn verify_log(&self) -> Result<LogVerdict, StoreError> {
        self.check_log(true)
    }

    /// The same; of pictures only whether they are there, unless they are to be `read`.
    fn check_log(&self, reads_pictures: bool) -> Result<LogVerdict, StoreError> {
        // Before the database: they may only be behind.
        let (remembered, known) = (self.read_head_file()?, *self.known_head());
        let connection = self.log_reader()?;
        let transaction = connection.unchecked_transaction()?; // one state of it, whoever writes meanwhile
        let heads = [head::row(&transaction)?, remembered, known.or(Some(EMPTY))];
        let mut chain = Chain::new(false);
        let mut noted = Vec::new();
        let mut pictures = KeptPictures::default();
        let mut last = EMPTY;
        let mut kept = [None; 3]; // the lines that the heads speak of
        each_line(&transaction, |line| {
            let number = line.number;
            match &line.event {
                Some(LogEvent::LogDamaged { damage }) if noted.len() < MAX_FAULTS => {
                    let damage = *damage;
                    noted.push(LogFault::Noted { number, damage });
                }
                Some(event) => pictures.see(number, event),
                None => {}
            }
            last = Head {
                number,
                hash: line.hash,
            };
            for (kept, head) in kept.iter_mut().zip(heads) {
                if head.is_some_and(|head| head.number == number) {
                    *kept = Some(line.hash);
                }
            }
            chain.push(Link::of(line));
            Ok::<_, StoreError>(())
        })?;
        let mut faults = chain.finish();
        faults.extend(noted);
        for (kept, head) in kept.into_iter().zip(heads) {
            let fault = match head {
                None if last == EMPTY => continue,
                None => LogFault::HeadLost,
                Some(head) => match fault_at_end(head, kept, last) {
                    Some(fault) => fault,
                    None => continue,
                },
            };
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        }
        self.check_pictures(&pictures, reads_pictures, &mut faults)?;
        faults.truncate(MAX_FAULTS);
        Ok(LogVerdict {
            lines: last.number,
            is_part: false,
            head: last.hash,
            faults,
        })
    }
}

/// Writes a line after this one.
fn append(
    transaction: &Transaction,
    end: Head,
    now: DateTime<Utc>,
    json: &str,
) -> Result<Head, StoreError> {
    let number = head::free_number(transaction, end)?;
    let at_micros = now.timestamp_micros();
    let hash = hash_line(&end.hash, number, at_micros, json);
    transaction.execute(
        "INSERT INTO log (number, at_micros, event, hash) VALUES (?1, ?2, ?3, ?4)",
        (number.cast_signed(), at_micros, json, hash),
    )?;
    transaction.execute(
        "INSERT INTO log_head (only_row, number, hash) VALUES (1, ?1, ?2)
         ON CONFLICT (only_row) DO UPDATE SET number = excluded.number, hash = excluded.hash",
        (number.cast_signed(), hash),
    )?;
    Ok(Head { number, hash })
}

/// An event as it is written.
fn json(event: &LogEvent) -> Result<String, StoreError> {
    let json =
        serde_json::to_string(event).map_err(|error| StoreError::Unwritable(error.to_string()))?;
    match json.len() > MAX_EVENT_BYTES {
        true => Err(StoreError::Unwritable("the log's line is too long".into())),
        false => Ok(json),
    }
}

/// What is wrong with the end, which was `head` and is `last`; `kept` is the line that has its number now.
fn fault_at_end(head: Head, kept: Option<[u8; 32]>, last: Head) -> Option<LogFault> {
    if head == EMPTY || kept == Some(head.hash) {
        None
    } else if head.number > last.number {
        Some(LogFault::CutOff {
            had: head.number,
            has: last.number,
        })
    } else {
        Some(LogFault::Rewritten {
            number: head.number,
        })
    }
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

fn hex(hash: &[u8; 32]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn parse_hex(text: &str) -> Option<[u8; 32]> {
    let (digits, rest) = text.as_bytes().as_chunks::<2>();
    let mut hash = [0; 32];
    let is_hex = text.bytes().all(|digit| digit.is_ascii_hexdigit());
    if digits.len() != hash.len() || !rest.is_empty() || !is_hex {
        return None;
    }
    for (byte, digits) in hash.iter_mut().zip(digits) {
        *byte = u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
    }
    Some(hash)
}
