//! Windows: a value of the user's `Run` key, which the settings and the task manager show, and can turn off.

use std::path::Path;

use windows_registry::CURRENT_USER;

use super::{AutostartError, BACKGROUND_ARGUMENT};

const RUN: &str = r"Software\Microsoft\Windows\CurrentVersion\Run";
/// Where Windows notes what the user turned off there: an odd first byte.
const APPROVED: &str = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run";
const VALUE: &str = "Hulp";
/// `HRESULT_FROM_WIN32(ERROR_FILE_NOT_FOUND)`.
const NOT_FOUND: u32 = 0x8007_0002;

pub(super) fn is_on() -> bool {
    let runs = CURRENT_USER
        .open(RUN)
        .and_then(|key| key.get_string(VALUE))
        .is_ok();
    let turned_off = CURRENT_USER
        .open(APPROVED)
        .and_then(|key| key.get_value(VALUE))
        .is_ok_and(|noted| noted.first().is_some_and(|first| first % 2 == 1));
    runs && !turned_off
}

pub(super) fn turn_on(program: &Path) -> Result<(), AutostartError> {
    let program = program.to_str().ok_or(AutostartError::Path)?;
    // No path of Windows' has a quotation mark in it.
    let command = format!("\"{program}\" {BACKGROUND_ARGUMENT}");
    remove(APPROVED)?;
    CURRENT_USER
        .create(RUN)
        .and_then(|key| key.set_string(VALUE, command))
        .map_err(|error| failed(RUN, &error))
}

pub(super) fn turn_off() -> Result<(), AutostartError> {
    remove(RUN)?;
    remove(APPROVED)
}

fn remove(path: &str) -> Result<(), AutostartError> {
    let key = CURRENT_USER.options().read().write().open(path);
    match key.and_then(|key| key.remove_value(VALUE)) {
        Err(error) if error.code().0.cast_unsigned() != NOT_FOUND => Err(failed(path, &error)),
        _ => Ok(()),
    }
}

fn failed(path: &str, error: &dyn std::fmt::Display) -> AutostartError {
    AutostartError::Write {
        place: format!(r"HKEY_CURRENT_USER\{path}"),
        said: error.to_string(),
    }
}
