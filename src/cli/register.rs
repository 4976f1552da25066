//! `hulp register`: for a copy of the program that no package installed.

use std::{path::PathBuf, process::ExitCode};

use anyhow::{Context, anyhow, bail};
use hulp::{
    delivery,
    desktop::{self, Opener, RegistrationError},
    language::say,
};

/// Makes this program the one that opens invitations, and asks the desktop whether it is.
pub fn register() -> anyhow::Result<ExitCode> {
    let program = std::env::current_exe().with_context(|| say!("register-no-program"))?;
    if !program.is_file() {
        bail!("{}", say!("register-replaced"));
    }
    desktop::register(&program).map_err(told)?;
    // As `Check this computer` does.
    let folder = tempfile::tempdir().with_context(|| say!("register-not-tried"))?;
    let file = folder.path().join(delivery::suggested_file_name(""));
    std::fs::write(&file, "\n").with_context(|| say!("register-not-tried"))?;
    match desktop::native(None).opener_of(&file) {
        Opener::Hulp => println!("{}", say!("register-done")),
        Opener::Unknown => println!("{}", say!("register-not-told")),
        Opener::Another(name) => bail!("{}", say!("register-another", name = name)),
        Opener::Nobody => bail!("{}", say!("register-nobody")),
    }
    Ok(ExitCode::SUCCESS)
}

/// Takes that back.
pub fn remove() -> anyhow::Result<ExitCode> {
    let done = desktop::unregister().map_err(told)?;
    for path in &done.left {
        let path = path.display().to_string();
        println!("{}", say!("register-left", path = path));
    }
    println!(
        "{}",
        match done.was_registered {
            true => say!("register-removed"),
            false => say!("register-was-not"),
        }
    );
    Ok(ExitCode::SUCCESS)
}

fn told(error: RegistrationError) -> anyhow::Error {
    use RegistrationError as E;
    let shown = |path: PathBuf| path.display().to_string();
    let words = match error {
        E::NoHome => say!("register-no-home"),
        E::OddPath(path) => say!("register-odd-path", path = format!("{path:?}")),
        E::NotOurs(path) => say!("register-not-ours", path = shown(path)),
        E::Io { path, error } => {
            let said = error.to_string();
            say!("register-failed", path = shown(path), said = said)
        }
        E::Ledger { path, said } => {
            say!("register-list-unreadable", path = shown(path), said = said)
        }
        E::Registry(said) => say!("register-registry", said = said),
        E::NotNeeded => say!("register-not-needed"),
    };
    anyhow!(words)
}
