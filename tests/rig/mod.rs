//! The rig: people at displays of their own, who use the real program as people do. What they see is what a screen reader
//! speaks and what stands on the display; what they do is press, write, type and click.

#![allow(dead_code, reason = "each test takes what it needs")]

pub mod accessibility;
pub mod cable;
pub mod certificates;
pub mod clean_root;
pub mod display;
pub mod helping;
pub mod hulp;
pub mod mailbox;
pub mod person;
pub mod picture;
pub mod ports;
pub mod process;
pub mod prosody;
pub mod python;
pub mod shell;
pub mod terminal;
pub mod wayland;
pub mod wine;

use std::{
    io::Write,
    path::Path,
    sync::{Mutex, MutexGuard, PoisonError},
};

use process::is_installed;

/// What the rig cannot do without and this computer lacks; empty where it can run.
pub fn missing() -> Vec<&'static str> {
    let programs = ["Xvfb", "openbox", "xterm", "dbus-daemon", "setpriv"];
    let mut missing: Vec<&str> = programs
        .into_iter()
        .filter(|program| !is_installed(program))
        .collect();
    if accessibility::launcher().is_none() {
        missing.push("at-spi2-core");
    }
    missing
}

/// Whether displays can be had here. Where not, says so even though the test harness keeps tests quiet; where every check
/// has to run (`CI` is set), that is a fault.
pub fn can_run(test: &str) -> bool {
    is_complete(test, &missing())
}

/// The same, and these programs too.
pub fn can_use(test: &str, programs: &[&'static str]) -> bool {
    let mut missing = missing();
    missing.extend(programs.iter().filter(|program| !is_installed(program)));
    is_complete(test, &missing)
}

/// Whether a tool of the checks' own is built.
pub fn is_built(test: &str, tool: &Path) -> bool {
    let name = tool.file_name().and_then(|name| name.to_str());
    match tool.is_file() {
        true => true,
        false => is_complete(test, &[name.unwrap_or("a tool")]),
    }
}

fn is_complete(test: &str, missing: &[&str]) -> bool {
    if missing.is_empty() {
        return true;
    }
    let why = format!("{} not installed; `make deps` does it", missing.join(", "));
    assert!(std::env::var_os("CI").is_none(), "{test} cannot run: {why}");
    // The harness catches what `eprintln!` says, but not this.
    let _ = writeln!(std::io::stderr(), "SKIPPED: {test}: {why}");
    false
}

/// One at a time: two pairs of displays at once would only make each other slow.
pub fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}
