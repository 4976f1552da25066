//! The log on its way out of the store: for people to read, and for other computers to check.

use std::{
    fmt::Display,
    io::{self, Write},
    path::Path,
};

use chrono::{DateTime, SecondsFormat, TimeZone, Utc};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::{Store, StoreError, describe, describe_verdict};
use super::{EMPTY, LogEntry, LogFilter, LogLine, LogVerdict, hex, read::each_entry};
use crate::invitation::clean_name;

/// The version of the file with JSON Lines.
pub(super) const FORMAT: u32 = 1;

/// In which form the log goes out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LogForm {
    /// A line for each entry, for a terminal; then whether all is as it was written.
    #[default]
    Text,
    /// A page for a browser or a printer, in HTML.
    Report,
    /// JSON Lines: a first row about the rest, then a row for each entry, with number, time, event and hashes, which
    /// [`super::verify_log_file`] checks anywhere.
    JsonLines,
}

/// Why the log did not go out.
#[derive(Debug, thiserror::Error)]
pub enum LogExportError {
    /// It cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It cannot be written there.
    #[error("{0}")]
    Io(#[from] io::Error),
}

impl From<serde_json::Error> for LogExportError {
    fn from(error: serde_json::Error) -> Self {
        Self::Io(error.into())
    }
}

/// The first row of a file with JSON Lines.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FirstRow {
    /// [`FORMAT`].
    pub(super) hulp_log: u32,
    /// How many follow.
    pub(super) lines: u64,
    /// The number of the last one.
    pub(super) last_number: u64,
    /// Its hash.
    pub(super) last_hash: String,
    /// Whether others were left out.
    pub(super) is_selection: bool,
}

/// A row for an entry.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LineRow {
    pub(super) number: u64,
    pub(super) at: String,
    /// What happened, for whoever reads this; nothing where it is damaged.
    pub(super) event: Option<Value>,
    /// The same as the text that the hash is over, byte for byte. Programs that write JSON anew leave a text as it is.
    pub(super) written: String,
    pub(super) hash_before: String,
    pub(super) hash: String,
}

impl Store {
    /// Writes what the filter takes of the log to `out`, the oldest first, with times in `zone`, and returns whether the whole log is
    /// as it was written; of pictures only whether they are there.
    ///
    /// # Errors
    /// If the log cannot be read, or `out` takes no more.
    pub fn export_log<Z: TimeZone>(
        &self,
        filter: &LogFilter,
        form: LogForm,
        zone: &Z,
        out: &mut dyn Write,
    ) -> Result<LogVerdict, LogExportError>
    where
        Z::Offset: Display,
    {
        let connection = self.log_reader()?;
        let reading = (connection.unchecked_transaction()).map_err(StoreError::Database)?;
        let verdict = self.check_log(false)?; // there may be a lot of pictures
        let local = |at: DateTime<Utc>| at.with_timezone(zone).format("%Y-%m-%d %H:%M:%S %:z");
        match form {
            LogForm::Text => {
                each_entry(&reading, filter, |_, LogEntry { line, .. }| {
                    let (number, at) = (line.number, local(line.at));
                    Ok::<_, LogExportError>(writeln!(out, "{number:>5}  {at}  {}", describe(line))?)
                })?;
                write!(out, "\n{}", describe_verdict(&verdict))?;
            }
            LogForm::Report => {
                out.write_all(REPORT_BEGINS.as_bytes())?;
                each_entry(&reading, filter, |_, entry| {
                    Ok::<_, LogExportError>(report_row(out, entry, &local(entry.line.at))?)
                })?;
                let words = escaped(describe_verdict(&verdict).trim());
                let kind = if verdict.is_whole() {
                    "whole"
                } else {
                    "damaged"
                };
                write!(
                    out,
                    "</tbody>\n</table>\n<p class=\"{kind}\">{words}</p>\n</body>\n</html>\n"
                )?;
            }
            LogForm::JsonLines => json_lines(&reading, filter, out)?,
        }
        out.flush()?;
        Ok(verdict)
    }

    /// The same, to a file that only the user can read. An older one of that name stays until the new one is whole.
    ///
    /// # Errors
    /// As [`Store::export_log`].
    pub fn export_log_to_file<Z: TimeZone>(
        &self,
        filter: &LogFilter,
        form: LogForm,
        zone: &Z,
        path: &Path,
    ) -> Result<LogVerdict, LogExportError>
    where
        Z::Offset: Display,
    {
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let file = tempfile::NamedTempFile::new_in(folder)?; // its mode is 0600
        let mut out = io::BufWriter::new(file);
        let verdict = self.export_log(filter, form, zone, &mut out)?;
        let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.as_file().sync_all()?;
        file.persist(path).map_err(|error| error.error)?;
        Ok(verdict)
    }
}

fn json_lines(
    reading: &Connection,
    filter: &LogFilter,
    out: &mut dyn Write,
) -> Result<(), LogExportError> {
    let (mut lines, mut last) = (0, EMPTY);
    each_entry(reading, filter, |_, entry| {
        lines += 1;
        (last.number, last.hash) = (entry.line.number, entry.line.hash);
        Ok::<_, StoreError>(())
    })?;
    let first = FirstRow {
        hulp_log: FORMAT,
        lines,
        last_number: last.number,
        last_hash: hex(&last.hash),
        is_selection: !filter.is_all(),
    };
    serde_json::to_writer(&mut *out, &first)?;
    out.write_all(b"\n")?;
    each_entry(reading, filter, |before, entry| {
        json_line(out, &entry.line, before)
    })
}

fn json_line(out: &mut dyn Write, line: &LogLine, before: &[u8; 32]) -> Result<(), LogExportError> {
    let row = LineRow {
        number: line.number,
        at: line.at.to_rfc3339_opts(SecondsFormat::Micros, true),
        event: readable(&line.json),
        written: line.json.clone(),
        hash_before: hex(before),
        hash: hex(&line.hash),
    };
    let json = serde_json::to_string(&row)?;
    // What Hulp writes has no sign in it that does harm; what was written here by somebody else may.
    let json = match clean_name(&line.json) == line.json {
        true => json,
        false => in_ascii(&json),
    };
    out.write_all(json.as_bytes())?;
    out.write_all(b"\n")?;
    Ok(())
}

/// An event as it stands in a row beside its text.
pub(super) fn readable(written: &str) -> Option<Value> {
    let event = serde_json::from_str(written).ok();
    event.filter(Value::is_object)
}

/// JSON without a sign that is not ASCII, which says the same.
fn in_ascii(json: &str) -> String {
    let mut ascii = String::with_capacity(json.len());
    for sign in json.chars() {
        if sign.is_ascii() && sign != '\u{7f}' {
            ascii.push(sign);
        } else {
            let mut units = [0; 2];
            for unit in sign.encode_utf16(&mut units) {
                ascii.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    ascii
}

const REPORT_BEGINS: &str = r#"<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Log of Hulp</title>
<style>
body { font: 11pt/1.5 "Open Sans", sans-serif; color: #17202b; margin: 2em; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.3em 0.8em 0.3em 0; border-bottom: 1px solid #c3cbd5; }
td:nth-child(-n+2) { white-space: nowrap; }
.whole, .damaged { white-space: pre-wrap; overflow-wrap: anywhere; padding: 0.8em; }
.whole { background: #ddf3e4; }
.damaged { background: #fff1d0; }
</style>
</head>
<body>
<h1>Log of Hulp</h1>
<table>
<thead><tr><th>Line</th><th>When</th><th>Who</th><th>What</th></tr></thead>
<tbody>
"#;

fn report_row(out: &mut dyn Write, entry: &LogEntry, at: &dyn Display) -> io::Result<()> {
    let who = entry.who.as_ref().map_or("", |who| who.name.as_str());
    writeln!(
        out,
        "<tr><td>{}</td><td>{at}</td><td><bdi>{}</bdi></td><td><bdi>{}</bdi></td></tr>",
        entry.line.number,
        escaped(who),
        escaped(&describe(&entry.line)),
    )
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            sign => safe.push(sign),
        }
    }
    safe
}
