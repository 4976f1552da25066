//! `hulp check`: tries every part of this computer and says what works, as `Check this computer` does in the window.

use std::{process::ExitCode, sync::Arc};

use chrono::{SecondsFormat, Utc};
use hulp::{
    desktop,
    engine::{CheckPart, CheckState, CheckView, EngineConfig, check_computer},
    language::Language,
    store::Store,
    ui::{self, Clock, Said, check_line, check_said, check_summary},
};
use serde_json::{Value, json};

use super::print_line;

/// Tries everything. The exit code says whether something does not work; what is not set up is no fault.
pub fn run(as_json: bool) -> anyhow::Result<ExitCode> {
    let drawing = ui::try_drawing().inspect_err(|error| tracing::info!(%error, "nothing draws"));
    let config = EngineConfig {
        drawing: drawing.ok(),
        ..EngineConfig::new(
            Store::default_folder()?,
            desktop::native(std::env::current_exe().ok()),
            Arc::new(|| ()),
        )
    };
    let clock = Clock::system();
    let found = check_computer(config, |part, state| {
        if !as_json {
            let _ = print_line(check_line(&clock, part, state).trim_end()); // the last word tells when nothing can be said
        }
    })?;
    if as_json {
        let report = Language::English.while_speaking(|| report(&clock, &found));
        print_line(format_args!("{report:#}"))?;
    } else {
        print_line(check_summary(found.failing(), true))?;
    }
    Ok(match found.failing() {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    })
}

/// For programs: the keys, and the values of `part` and `state`, stay the same; the words may change, and are English on every computer.
fn report(clock: &Clock, found: &CheckView) -> Value {
    let parts = found.parts.iter();
    let parts: Vec<Value> = parts
        .map(|(part, state)| one(clock, *part, state))
        .collect();
    json!({
        "hulp": env!("CARGO_PKG_VERSION"),
        "system": std::env::consts::OS,
        "checked": Utc::now().to_rfc3339_opts(SecondsFormat::Secs, true),
        "works": found.failing() == 0,
        "parts": parts,
    })
}

fn one(clock: &Clock, part: CheckPart, state: &CheckState) -> Value {
    let Said { what, next, .. } = check_said(clock, part, state);
    json!({
        "part": part.key(),
        "state": state.key(),
        "what": what,
        "next": next,
    })
}
