//! Servers that PyPI has: a Python environment below `target` with exactly these packages, made once.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// The folder with the programs of an environment of this name.
///
/// # Errors
/// Why it cannot be had here, in a line.
pub fn programs(name: &str, packages: &[&str]) -> Result<PathBuf, String> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let folder = target.parent().unwrap_or(target).join("python").join(name);
    let programs = folder.join("bin");
    let installed = folder.join("installed");
    let wanted = packages.join("\n");
    if fs::read_to_string(&installed).is_ok_and(|found| found == wanted) {
        return Ok(programs);
    }
    run(Command::new("python3")
        .args(["-m", "venv", "--clear"])
        .arg(&folder))?;
    let pip = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ];
    run(Command::new(programs.join("python"))
        .args(pip)
        .args(packages))?;
    fs::write(installed, wanted).map_err(|error| error.to_string())?;
    Ok(programs)
}

fn run(command: &mut Command) -> Result<(), String> {
    let ran = command.stdin(Stdio::null()).output();
    let ran = ran.map_err(|error| format!("{}: {error}", command.get_program().display()))?;
    let said = String::from_utf8_lossy(&ran.stderr);
    match ran.status.success() {
        true => Ok(()),
        false => Err(said.lines().last().unwrap_or("it failed").to_owned()),
    }
}
