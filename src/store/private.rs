//! Files and folders that only their owner may read, and files that are replaced whole or not at all.
//!
//! On Unix by their modes (0700 and 0600). Windows' application data folder is its user's own already.

use std::{
    fs::{self, File},
    io::{self, Read, Write},
    path::Path,
};

pub(super) use modes::{make_file, make_folder};

/// How the name of a file begins that is being written.
const UNFINISHED: &str = ".unfinished-";

/// Replaces a file whole; it is on the disk when this returns.
pub(super) fn replace_file(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let mut file = tempfile::Builder::new()
        .prefix(UNFINISHED)
        .tempfile_in(folder)?; // its mode is 0600
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(folder.join(name))
        .map_err(|error| error.error)?;
    flush_folder(folder);
    Ok(())
}

/// Removes what writers left behind that were killed; only while there can be no writer.
pub(super) fn remove_unfinished(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Reads a file of at most `max_bytes`; none is `None`.
pub(super) fn read_file(path: &Path, max_bytes: usize) -> io::Result<Option<Vec<u8>>> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut bytes = Vec::with_capacity(max_bytes + 1);
    file.take(max_bytes as u64 + 1).read_to_end(&mut bytes)?;
    match bytes.len() > max_bytes {
        true => Err(io::Error::new(
            io::ErrorKind::FileTooLarge,
            "the file is too large",
        )),
        false => Ok(Some(bytes)),
    }
}

/// Brings a new or moved name to the disk, where the system can do that for a folder.
pub(super) fn flush_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        folder.sync_all().ok();
    }
}

#[cfg(unix)]
mod modes {
    use std::{
        fs::{self, DirBuilder, OpenOptions, Permissions},
        io,
        os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt},
        path::Path,
    };

    pub(in crate::store) fn make_folder(path: &Path) -> io::Result<()> {
        DirBuilder::new().recursive(true).mode(0o700).create(path)?;
        tighten(path, 0o700)
    }

    pub(in crate::store) fn make_file(path: &Path) -> io::Result<fs::File> {
        let mut options = OpenOptions::new();
        let file = options
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .mode(0o600)
            .open(path)?;
        tighten(path, 0o600)?;
        Ok(file)
    }

    fn tighten(path: &Path, mode: u32) -> io::Result<()> {
        let now = fs::metadata(path)?.permissions().mode() & 0o777;
        match now & !mode {
            0 => Ok(()),
            _ => fs::set_permissions(path, Permissions::from_mode(mode)),
        }
    }
}

#[cfg(not(unix))]
mod modes {
    use std::{
        fs::{self, OpenOptions},
        io,
        path::Path,
    };

    pub(in crate::store) fn make_folder(path: &Path) -> io::Result<()> {
        fs::create_dir_all(path)
    }

    pub(in crate::store) fn make_file(path: &Path) -> io::Result<fs::File> {
        OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
    }
}
