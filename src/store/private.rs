//! Files and folders that only their owner may read, and files that are replaced whole or not at all.
//!
//! On Unix by their modes (0700 and 0600). Windows' application data folder is its user's own already.

use std::{
    fs::{self, File},
    io::{self, Read, Write},
    path::Path,
};

use tempfile::NamedTempFile;

use modes::open_to_read;
pub(super) use modes::{make_file, make_folder};

/// How the name of a file begins that is being written.
pub(super) const UNFINISHED: &str = ".unfinished-";

/// Replaces a file whole; it is on the disk when this returns. A folder in its place is moved aside.
pub(super) fn replace_file(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let file = unfinished(folder, bytes)?;
    let persisted = match file.persist(folder.join(name)) {
        Err(error) if error.error.kind() == io::ErrorKind::IsADirectory => {
            move_aside(folder, name)?;
            error.file.persist(folder.join(name))
        }
        persisted => persisted,
    };
    persisted.map_err(|error| error.error)?;
    flush_folder(folder);
    Ok(())
}

/// The same where nothing has that name yet; tells whether that was so.
pub(super) fn make_new_file(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<bool> {
    let file = unfinished(folder, bytes)?;
    match file.persist_noclobber(folder.join(name)) {
        Ok(_) => {
            flush_folder(folder);
            Ok(true)
        }
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error.error),
    }
}

fn unfinished(folder: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut file = tempfile::Builder::new()
        .prefix(UNFINISHED)
        .tempfile_in(folder)?; // its mode is 0600
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
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

/// What stands in a file's place.
pub(super) enum Found {
    Nothing,
    /// Something else, as a folder or a pipe, or a file that is too large.
    NoFile,
    Bytes(Vec<u8>),
}

/// Reads a file of at most `max_bytes`. Never waits for what is none.
pub(super) fn read_file(path: &Path, max_bytes: usize) -> io::Result<Found> {
    let opened = match fs::metadata(path) {
        Ok(about) if !about.is_file() => return Ok(Found::NoFile),
        Ok(_) => open_to_read(path),
        Err(error) => Err(error),
    };
    let file = match opened {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Found::Nothing),
        Err(error) => return Err(error),
    };
    let about = file.metadata()?; // it may be another by now
    if !about.is_file() || about.len() > max_bytes as u64 {
        return Ok(Found::NoFile);
    }
    // No more than once: it may be a secret, which growing would leave in memory.
    let mut bytes = Vec::with_capacity(about.len() as usize + 1);
    file.take(max_bytes as u64 + 1).read_to_end(&mut bytes)?;
    Ok(match bytes.len() > max_bytes {
        true => Found::NoFile,
        false => Found::Bytes(bytes),
    })
}

fn move_aside(folder: &Path, name: &str) -> io::Result<()> {
    let aside = (1_u32..)
        .map(|number| folder.join(format!("{name}.aside-{number}")))
        .find(|aside| aside.symlink_metadata().is_err())
        .ok_or(io::ErrorKind::AlreadyExists)?;
    fs::rename(folder.join(name), aside)
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

    /// Does not wait for whoever may write into a pipe.
    pub(super) fn open_to_read(path: &Path) -> io::Result<fs::File> {
        let mut options = OpenOptions::new();
        #[cfg(not(target_os = "macos"))]
        options.custom_flags(rustix::fs::OFlags::NONBLOCK.bits().cast_signed());
        options.read(true).open(path)
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

    pub(super) fn open_to_read(path: &Path) -> io::Result<fs::File> {
        fs::File::open(path)
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
