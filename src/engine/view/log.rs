//! What the user can see of the log: a page at a time, never all of it.

use std::{path::PathBuf, sync::Arc};

use chrono::{DateTime, Utc};

use crate::{
    screen::Framebuffer,
    store::{LogFilter, LogVerdict, LoggedId},
};

/// What the user can see of the log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogView {
    /// What the last [`crate::engine::LogCommand::Read`] brought.
    pub page: Option<LogPageView>,
    /// Whether the log is as it was written, once that was asked.
    pub check: LogCheck,
    /// What became of the last export.
    pub export: LogExport,
    /// The picture that was asked for last.
    pub picture: Option<LogPicture>,
    /// What became of the pictures that were to be removed.
    pub removal: Option<PicturesRemoval>,
}

/// Which page of the log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogQuery {
    /// Which lines.
    pub filter: LogFilter,
    /// Only those with a number below this one; without, the newest.
    pub before: Option<u64>,
}

/// A page of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogPageView {
    /// Which one.
    pub asked: LogQuery,
    /// Its lines, the newest first; or why there are none, in the system's words.
    pub rows: Result<Vec<LogRow>, String>,
    /// Whether there are older ones.
    pub has_older: bool,
}

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogRow {
    /// Its number.
    pub number: u64,
    /// When.
    pub at: DateTime<Utc>,
    /// The name or address of whoever it is about; may be empty.
    pub who: String,
    /// The fingerprint of their computer's key.
    pub key: Option<String>,
    /// What happened, in a sentence.
    pub what: String,
    /// The event as it was written, without signs that do harm.
    pub written: String,
    /// The line's hash, in hexadecimal digits.
    pub hash: String,
    /// The picture of the screen that it speaks of.
    pub picture: Option<LoggedId>,
}

/// Whether the log is as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum LogCheck {
    /// Nobody asked.
    #[default]
    NotAsked,
    /// It is being looked at.
    Working,
    /// This was found.
    Done(LogVerdict),
    /// It cannot be looked at; the system's own words.
    Failed(String),
}

/// What became of an export.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum LogExport {
    /// None was asked for.
    #[default]
    Nothing,
    /// It is being written.
    Working,
    /// It is here.
    Saved(PathBuf),
    /// It is not; the system's own words.
    Failed(String),
}

/// A picture of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogPicture {
    /// Which.
    pub name: LoggedId,
    /// It, unless it is gone or another one is in its place.
    pub picture: Option<Arc<Framebuffer>>,
}

/// What became of all pictures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PicturesRemoval {
    /// So many were removed.
    Done(usize),
    /// Some are still there; the system's own words.
    Failed(String),
}
