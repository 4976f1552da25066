//! A file that is there or not, whole or not at all.

use std::{
    fs,
    io::{self, ErrorKind, Write},
    path::Path,
};

use super::AutostartError;

/// Writes it, in place of another.
pub(super) fn replace(place: &Path, text: &[u8]) -> Result<(), AutostartError> {
    write(place, text).map_err(|error| failed(place, &error))
}

/// Removes it, if it is there.
pub(super) fn remove(place: &Path) -> Result<(), AutostartError> {
    match fs::remove_file(place) {
        Err(error) if !is_missing(&error) => Err(failed(place, &error)),
        _ => Ok(()),
    }
}

fn write(place: &Path, text: &[u8]) -> io::Result<()> {
    let folder = place.parent().unwrap_or(place);
    fs::create_dir_all(folder)?;
    let mut file = tempfile::Builder::new()
        .prefix(".hulp-")
        .tempfile_in(folder)?;
    file.write_all(text)?;
    file.as_file().sync_all()?;
    file.persist(place).map_err(|error| error.error)?;
    Ok(())
}

/// Where its folder is none, there is no file either.
fn is_missing(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

fn failed(place: &Path, error: &io::Error) -> AutostartError {
    let said = match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            "nobody lets Hulp write there".to_owned()
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "there is no room left".to_owned(),
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory | ErrorKind::IsADirectory => {
            "something else is in its place".to_owned()
        }
        _ => error.to_string(),
    };
    AutostartError::Write {
        place: place.display().to_string(),
        said,
    }
}
