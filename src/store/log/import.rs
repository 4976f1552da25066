//! Checking a log that was exported as JSON Lines, anywhere: the file carries all that it takes.
//!
//! It may hold anything. It is read a row at a time, and no more of a row than a line of the log can have.

use std::io::{self, BufRead, Read};

use chrono::DateTime;

use super::{
    EMPTY, Head, LogFault, LogVerdict, MAX_FAULTS,
    chain::{Chain, Link},
    export::{FORMAT, FirstRow, LineRow, readable},
    fault_at_end, parse_hex,
};

/// The most bytes of a row.
pub const MAX_LOG_ROW_BYTES: usize = 256 * 1024;

/// Why a file could not be checked.
#[derive(Debug, thiserror::Error)]
pub enum LogFileError {
    /// It cannot be read.
    #[error("it cannot be read: {0}")]
    Io(#[from] io::Error),
    /// Its first row is not that of an exported log.
    #[error("this is no log that Hulp exported as JSON Lines, or its first row is gone")]
    NoLog,
    /// A newer Hulp exported it, in this version.
    #[error("a newer Hulp exported this log (version {0}); check it with that one")]
    Newer(u32),
}

/// Checks an exported log. Of a part of a log, every line that is there.
///
/// # Errors
/// If the file cannot be read, or is none. A damaged log is no error but a verdict.
pub fn verify_log_file(file: impl BufRead) -> Result<LogVerdict, LogFileError> {
    let mut rows = Rows {
        file,
        row: Vec::new(),
    };
    let first = rows.next()?.ok_or(LogFileError::NoLog)?;
    let first: FirstRow = serde_json::from_slice(first).map_err(|_| LogFileError::NoLog)?;
    if first.hulp_log != FORMAT {
        return Err(LogFileError::Newer(first.hulp_log));
    }
    let head = Head {
        number: first.last_number,
        hash: parse_hex(&first.last_hash).ok_or(LogFileError::NoLog)?,
    };
    let mut chain = Chain::new(first.is_selection);
    let (mut last, mut lines, mut kept) = (EMPTY, 0, None);
    let mut no_lines = Vec::new();
    let mut row = 1;
    while let Some(bytes) = rows.next()? {
        row += 1;
        let Some(link) = link(bytes) else {
            no_lines.push(LogFault::NoLine { row });
            if no_lines.len() == MAX_FAULTS {
                break; // not a log, whatever it is
            }
            continue;
        };
        lines += 1;
        last = Head {
            number: link.number.max(last.number),
            hash: link.hash,
        };
        if link.number == head.number {
            kept = Some(link.hash);
        }
        chain.push(link);
    }
    let mut faults = chain.finish();
    faults.extend(no_lines);
    faults.extend(fault_at_end(head, kept, last));
    if faults.is_empty() && lines != first.lines {
        faults.push(LogFault::CutOff {
            had: first.lines,
            has: lines,
        });
    }
    faults.truncate(MAX_FAULTS);
    Ok(LogVerdict {
        lines,
        is_part: first.is_selection,
        head: last.hash,
        faults,
    })
}

/// The rows of a file.
struct Rows<R> {
    file: R,
    row: Vec<u8>,
}

impl<R: BufRead> Rows<R> {
    /// The next one, without its end. One that is too long comes in pieces, none of which is a line.
    fn next(&mut self) -> io::Result<Option<&[u8]>> {
        self.row.clear();
        let mut piece = (&mut self.file).take(MAX_LOG_ROW_BYTES as u64);
        let read = piece.read_until(b'\n', &mut self.row)?;
        Ok((read > 0).then(|| self.row.trim_ascii_end()))
    }
}

fn link(row: &[u8]) -> Option<Link> {
    let row: LineRow = serde_json::from_slice(row).ok()?;
    // What people read must be what the hash is over.
    if readable(&row.written) != row.event {
        return None;
    }
    Some(Link {
        // No line of a log has a greater number: the database's have a sign.
        number: i64::try_from(row.number).ok()?.cast_unsigned(),
        at_micros: DateTime::parse_from_rfc3339(&row.at)
            .ok()?
            .timestamp_micros(),
        json: row.written,
        hash: parse_hex(&row.hash)?,
        before: Some(parse_hex(&row.hash_before)?),
    })
}
