//! Reading the log: all of it, or a page at a time.
//!
//! On a connection of its own each time, so that whoever writes meanwhile does not wait for somebody who reads a long log.

use rusqlite::{Connection, OpenFlags, OptionalExtension, Row};

use super::super::{BUSY_PATIENCE, DATABASE, LogEvent, Store, StoreError};
use super::{GENESIS, LogEntry, LogFilter, LogLine, LogPerson, line};

/// So many lines are looked at in one go for a page.
const CHUNK: usize = 1000;

/// A page of the log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogPage {
    /// The newest first.
    pub entries: Vec<LogEntry>,
    /// Whether there are older ones that the filter takes.
    pub has_older: bool,
}

/// Who is here, line after line.
#[derive(Clone, Default)]
struct Here(Option<LogPerson>);

impl Here {
    fn see(&mut self, line: LogLine) -> LogEntry {
        let mut who = None;
        if let Some(event) = &line.event {
            who = event.who();
            match event {
                LogEvent::SessionBegan { .. } => self.0.clone_from(&who),
                event if event.is_of_session() => who.clone_from(&self.0),
                LogEvent::SessionEnded { .. } => self.0 = None,
                _ => {}
            }
        }
        LogEntry { line, who }
    }
}

impl Store {
    /// The newest lines that the filter takes, `most` of them, and only such with a number below `before` where one is given.
    ///
    /// # Errors
    /// If the database fails.
    pub fn log_page(
        &self,
        filter: &LogFilter,
        before: Option<u64>,
        most: usize,
    ) -> Result<LogPage, StoreError> {
        let connection = self.log_reader()?;
        let reading = connection.unchecked_transaction()?; // one state of it, whoever writes meanwhile
        let mut below = before.map_or(i64::MAX, |before| i64::try_from(before).unwrap_or(i64::MAX));
        let mut page = LogPage::default();
        let mut known = None; // who was here after the last line below that says it
        while !page.has_older {
            let Some((lowest, lines)) = chunk_below(&reading, below)? else {
                break;
            };
            below = lowest;
            let (_, here) = match known.take() {
                Some((at, here)) if at < lowest => known.insert((at, here)),
                _ => known.insert(here_before(&reading, lowest)?),
            };
            let mut here = here.clone();
            let entries = lines.into_iter().rev().map(|line| here.see(line));
            let taken: Vec<_> = entries.filter(|entry| filter.takes(entry)).collect();
            page.entries.extend(taken.into_iter().rev());
            page.has_older = page.entries.len() > most;
            if filter
                .from_line
                .is_some_and(|first| lowest <= first.cast_signed())
            {
                break;
            }
        }
        page.entries.truncate(most);
        Ok(page)
    }

    pub(in crate::store) fn log_reader(&self) -> Result<Connection, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(self.folder.join(DATABASE), flags)?;
        connection.busy_timeout(BUSY_PATIENCE)?;
        connection.pragma_update(None, "trusted_schema", "OFF")?;
        Ok(connection)
    }
}

/// Every line that the filter takes, the oldest first, each after the hash of the line before it in the log.
pub(super) fn each_entry<E: From<StoreError>>(
    connection: &Connection,
    filter: &LogFilter,
    mut with: impl FnMut(&[u8; 32], &LogEntry) -> Result<(), E>,
) -> Result<(), E> {
    let mut here = Here::default();
    let mut before = GENESIS;
    each_line(connection, |line| {
        let entry = here.see(line);
        if filter.takes(&entry) {
            with(&before, &entry)?;
        }
        before = entry.line.hash;
        Ok(())
    })
}

/// Every line. Reads without stopping at damage: what is no line becomes one whose hash is wrong.
pub(super) fn each_line<E: From<StoreError>>(
    connection: &Connection,
    mut with: impl FnMut(LogLine) -> Result<(), E>,
) -> Result<(), E> {
    let failed = |error| E::from(StoreError::Database(error));
    let mut all = connection
        .prepare("SELECT number, at_micros, event, hash FROM log ORDER BY number")
        .map_err(failed)?;
    let mut rows = all.query(()).map_err(failed)?;
    while let Some(row) = rows.next().map_err(failed)? {
        with(line(row)?)?;
    }
    Ok(())
}

/// The next lines below a number, the newest first, and the lowest number of theirs as it is in the database.
fn chunk_below(
    connection: &Connection,
    below: i64,
) -> Result<Option<(i64, Vec<LogLine>)>, StoreError> {
    let mut chunk = connection.prepare(
        "SELECT number, at_micros, event, hash FROM log WHERE number < ?1 ORDER BY number DESC LIMIT ?2",
    )?;
    let of_row = |row: &Row| Ok((row.get("number")?, line(row)));
    let rows = chunk.query_map((below, CHUNK as i64), of_row)?;
    let (mut lowest, mut lines) = (None, Vec::new());
    for row in rows {
        let (number, line): (i64, _) = row?;
        lowest = Some(number);
        lines.push(line?);
    }
    Ok(lowest.map(|lowest| (lowest, lines)))
}

/// Who was here when the line of this number was written, and the number of the line that says it.
fn here_before(connection: &Connection, number: i64) -> Result<(i64, Here), StoreError> {
    let mut last = connection.prepare(
        // The latest of each, for then the index has it at hand.
        r#"SELECT number, at_micros, event, hash FROM log WHERE number = (SELECT max(
             (SELECT coalesce(max(number), 0) FROM log WHERE substr(event, 1, 24) = '{"event":"session_began"' AND number < ?1),
             (SELECT coalesce(max(number), 0) FROM log WHERE substr(event, 1, 24) = '{"event":"session_ended"' AND number < ?1)))"#,
    )?;
    let of_row = |row: &Row| Ok((row.get("number")?, line(row)));
    let mut here = Here::default();
    let Some((at, last)) = last.query_row([number], of_row).optional()? else {
        return Ok((i64::MIN, here));
    };
    here.see(last?);
    Ok((at, here))
}
