//! `hulp log`: prints the log, exports it, and checks it.

use std::{
    fs::File,
    io::{self, BufReader, BufWriter, ErrorKind},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Context;
use chrono::{DateTime, Local, Utc};
use clap::{Args, Subcommand, builder::PossibleValuesParser};
use hulp::{
    language::say,
    store::{
        LogExportError, LogFilter, LogForm, LogKind, LogVerdict, describe_verdict, parse_log_time,
        verify_log_file,
    },
};

use super::{open_store, print_line};

#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Arguments {
    #[command(subcommand)]
    action: Option<Action>,
    /// Only lines about whoever has this in their name or address, or whose computer's fingerprint begins so
    #[arg(long, value_name = "NAME", default_value = "")]
    who: String,
    /// Only lines of this kind
    #[arg(long, value_parser = PossibleValuesParser::new(LogKind::ALL.map(|(_, word)| word)))]
    kind: Option<String>,
    /// Only from this day or moment on: 2026-11-26, or "2026-11-26 14:30"
    #[arg(long, value_name = "WHEN", value_parser = |text: &str| parse_time(text, false))]
    from: Option<DateTime<Utc>>,
    /// Only up to this day or minute, which counts too
    #[arg(long, value_name = "WHEN", value_parser = |text: &str| parse_time(text, true))]
    to: Option<DateTime<Utc>>,
    /// Only lines with these words
    #[arg(long, value_name = "WORDS", default_value = "")]
    text: String,
    /// Print JSON Lines with numbers, times and hashes, which `hulp log verify FILE` checks on any computer
    #[arg(long, conflicts_with = "report")]
    json: bool,
    /// Save a page to read or to print (HTML) as this file
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Action {
    /// Check that no line was changed, moved or taken out, and that the pictures are the same. Fails when something is wrong
    Verify {
        /// A log that was exported as JSON Lines; without, this computer's
        file: Option<PathBuf>,
    },
}

/// Does it; fails when the log is damaged.
pub fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    if let Some(Action::Verify { file }) = arguments.action {
        let verdict = match file {
            Some(file) => verify_file(&file)?,
            None => open_store()?.verify_log()?,
        };
        print_line(describe_verdict(&verdict).trim_end())?;
        return Ok(exit_code(&verdict));
    }
    let kind = arguments.kind.as_deref().and_then(|asked| {
        let mut kinds = LogKind::ALL.into_iter();
        kinds.find_map(|(kind, word)| (word == asked).then_some(kind))
    });
    let filter = LogFilter {
        who: arguments.who,
        kind,
        from: arguments.from,
        to: arguments.to,
        text: arguments.text,
        from_line: None,
    };
    let store = open_store()?;
    let tells_itself = arguments.report.is_none() && !arguments.json;
    let verdict = if let Some(path) = arguments.report {
        let saved = store.export_log_to_file(&filter, LogForm::Report, &Local, &path);
        let path = path.display().to_string();
        saved.with_context(|| say!("terminal-not-kept", path = path))?
    } else {
        let form = match arguments.json {
            true => LogForm::JsonLines,
            false => LogForm::Text,
        };
        let mut out = BufWriter::new(io::stdout().lock());
        match store.export_log(&filter, form, &Local, &mut out) {
            // Whoever reads has seen enough, as `head` has.
            Err(LogExportError::Io(error)) if error.kind() == ErrorKind::BrokenPipe => {
                return Ok(ExitCode::SUCCESS);
            }
            exported => exported?,
        }
    };
    if !verdict.is_whole() && !tells_itself {
        eprint!("{}", describe_verdict(&verdict));
    }
    Ok(exit_code(&verdict))
}

fn verify_file(path: &Path) -> anyhow::Result<LogVerdict> {
    let shown = path.display().to_string();
    let file = File::open(path).with_context(|| say!("terminal-not-read", path = shown))?;
    verify_log_file(BufReader::new(file))
        .with_context(|| say!("terminal-not-checked", path = shown))
}

fn exit_code(verdict: &LogVerdict) -> ExitCode {
    match verdict.is_whole() {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    }
}

fn parse_time(text: &str, is_end: bool) -> Result<DateTime<Utc>, String> {
    parse_log_time(text, &Local, is_end)
        .ok_or_else(|| "say it as 2026-11-26 or as \"2026-11-26 14:30\"".to_owned())
}
