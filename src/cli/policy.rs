//! `hulp policy`: for administrators, who want to know what their policy comes to before they roll it out.

use std::{fs::File, io::Read, path::PathBuf, process::ExitCode};

use anyhow::Context;
use clap::Subcommand;
use hulp::{
    language::say,
    store::{MAX_POLICY_BYTES, PolicyFound, PolicyPlace, explain_policy},
};

use super::print_line;

#[derive(Subcommand)]
pub enum PolicyAction {
    /// Explain every line of a policy's file, and say what is wrong in it
    Check {
        /// The policy, such as /etc/hulp/policy.toml
        file: PathBuf,
    },
}

/// Does it. A policy with a fault ends in failure.
pub fn run(action: PolicyAction) -> anyhow::Result<ExitCode> {
    let PolicyAction::Check { file } = action;
    let mut bytes = Vec::new();
    File::open(&file)
        .and_then(|opened| {
            opened
                .take(MAX_POLICY_BYTES as u64 + 1)
                .read_to_end(&mut bytes)
        })
        .with_context(|| {
            let path = file.display().to_string();
            say!("terminal-not-read", path = path)
        })?;
    let explained = explain_policy(&bytes);
    print_line(explained.to_string().trim_end())?;
    let mut is_good = explained.is_good();
    let place = PolicyPlace::of_system();
    let is_in_place = std::path::absolute(&file).is_ok_and(|path| path == place.path());
    // Somewhere else it may belong to anybody.
    if is_in_place && let PolicyFound::Unreadable(error) = place.load().found {
        if explained.unreadable.is_none() {
            let why = error.in_words();
            print_line(say!("policy-check-not-trusted", why = why))?;
        }
        is_good = false;
    }
    Ok(if is_good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
