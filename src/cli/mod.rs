//! What `hulp` does on the terminal, a file for each word after it. `main.rs` reads the arguments and puts things together.

pub mod check;
#[cfg(test)]
mod documents;
mod files;
pub mod handing_over;
pub mod identity;
pub mod log;
pub mod organisation;
pub mod policy;
mod qr;
pub mod register;

use std::{
    fmt::Display,
    io::{ErrorKind, Write as _},
    process::ExitCode,
};

use anyhow::{Context as _, anyhow};
use chrono::{DateTime, Utc};
use hulp::{invitation::CardError, language::say, store::Store, ui};

/// What a command ends with that was to look at something and could not: not what it looked for is wrong.
const COULD_NOT_LOOK: u8 = 2;

/// Prints a line for whoever reads. They may have seen enough, as `head` has; that is no fault.
fn print_line(line: impl Display) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    match writeln!(out, "{line}").and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        said => Ok(said?),
    }
}

/// The end of a command that looks at something.
pub fn looked(found: anyhow::Result<ExitCode>) -> ExitCode {
    found.unwrap_or_else(|error| {
        eprintln!("hulp: {error:#}");
        ExitCode::from(COULD_NOT_LOOK)
    })
}

/// The user's own store.
fn open_store() -> anyhow::Result<Store> {
    let folder = Store::default_folder()?;
    Store::open(&folder).with_context(|| {
        let path = folder.display().to_string();
        say!("terminal-not-opened", path = path)
    })
}

/// A card, or another file of an organisation's, that cannot be used.
fn unusable(error: CardError) -> anyhow::Error {
    anyhow!("{}", ui::card_fault(&error))
}

/// A day as cards have it, in every language: 2026-11-26.
fn day(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%d").to_string()
}
