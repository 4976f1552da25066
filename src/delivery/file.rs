//! An invitation as a file: on a disk, a share or a stick.
//!
//! A file is written beside its place and moved there whole, so that nobody finds half an invitation, and an old one
//! stays until the new one is safe. Its permissions are those of any document that the user saves (the umask decides),
//! for the helper on the other side of a share must be able to read it: who may read the folder may read the
//! invitation, and that is what its password is for.

use std::{
    ffi::OsStr,
    fs::{self, File},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use directories::UserDirs;
use zeroize::Zeroizing;

use super::DeliveryError;
use crate::{
    invitation::{EXTENSION, MAX_FILE_BYTES, clean_name},
    language::say,
};

/// The most characters of the novice's name in a suggested file name; some systems take 255 bytes in all.
const MAX_NAME_CHARS: usize = 40;

/// Where an invitation is saved: the full path of what a user typed, which may be relative, begin with `~/`, and lack the
/// extension.
///
/// # Errors
/// [`DeliveryError::NoFileNamed`] for nothing, [`DeliveryError::Io`] if there is no working folder.
pub fn place_to_save(typed: &Path) -> Result<PathBuf, DeliveryError> {
    full_path(typed).map(with_extension)
}

/// Writes an invitation's text, replacing a file of that name, and returns its [`place_to_save`]. All or nothing: the file is on the disk when this returns.
///
/// # Errors
/// [`DeliveryError`], in words for the novice.
pub fn save(path: &Path, xml: &str) -> Result<PathBuf, DeliveryError> {
    write(path, xml, false)
}

/// The same, for an e-mail: nobody but the user can read the file, for it may lie where every program may write.
///
/// # Errors
/// As [`save`].
pub fn save_for_mail(path: &Path, xml: &str) -> Result<PathBuf, DeliveryError> {
    write(path, xml, true)
}

fn write(path: &Path, xml: &str, private: bool) -> Result<PathBuf, DeliveryError> {
    let path = place_to_save(path)?;
    if path.is_dir() {
        return Err(DeliveryError::IsFolder(path));
    }
    let folder = path.parent().ok_or(DeliveryError::NoFileNamed)?;
    if !folder.is_dir() {
        return Err(DeliveryError::NoFolder(folder.to_owned()));
    }
    replace(folder, &path, xml.as_bytes(), private).map_err(|error| DeliveryError::Io {
        path: path.clone(),
        error,
    })?;
    Ok(path)
}

/// Reads a file that may be an invitation, and never more of it than an invitation can have.
///
/// # Errors
/// [`DeliveryError`], in words for the expert.
pub fn read(path: &Path) -> Result<Zeroizing<Vec<u8>>, DeliveryError> {
    read_at_most(path, MAX_FILE_BYTES)
}

/// The same of another kind of file, which has so many bytes at most.
///
/// # Errors
/// [`DeliveryError`], in words for the user.
pub fn read_at_most(path: &Path, max_bytes: usize) -> Result<Zeroizing<Vec<u8>>, DeliveryError> {
    let path = full_path(path)?;
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => DeliveryError::NoFile(path.clone()),
        _ => DeliveryError::Io {
            path: path.clone(),
            error,
        },
    };
    let about = fs::metadata(&path).map_err(failed)?;
    if about.is_dir() {
        return Err(DeliveryError::IsFolder(path));
    }
    if !about.is_file() {
        return Err(DeliveryError::NotAFile(path)); // a pipe would keep us waiting
    }
    let mut bytes = Zeroizing::new(Vec::with_capacity(max_bytes + 1)); // never moved, so wiped whole
    let file = File::open(&path).map_err(failed)?;
    file.take(max_bytes as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    if bytes.len() > max_bytes {
        return Err(DeliveryError::TooLarge(path));
    }
    Ok(bytes)
}

/// The full path of what a user typed: `~/` is the home folder, and a relative path starts in the working folder.
///
/// # Errors
/// [`DeliveryError::NoFileNamed`] for nothing, [`DeliveryError::Io`] if there is no working folder.
pub fn full_path(typed: &Path) -> Result<PathBuf, DeliveryError> {
    let home = |rest| UserDirs::new().map(|user| user.home_dir().join(rest));
    let path = typed.strip_prefix("~").ok().and_then(home);
    let path = path.unwrap_or_else(|| typed.to_owned());
    if path.as_os_str().is_empty() {
        return Err(DeliveryError::NoFileNamed);
    }
    std::path::absolute(&path).map_err(|error| DeliveryError::Io { path, error })
}

/// `Invitation from NAME.hulp`, without signs that some system does not take in a file name.
pub fn suggested_file_name(from: &str) -> String {
    let name: String = clean_name(from)
        .chars()
        .map(|sign| {
            if r#"/\:*?"<>|"#.contains(sign) {
                ' '
            } else {
                sign
            }
        })
        .take(MAX_NAME_CHARS)
        .collect();
    let name = clean_name(name.trim_matches(['.', ' ']));
    match name.is_empty() {
        true => format!("{}.{EXTENSION}", say!("file-invitation")),
        false => format!("{}.{EXTENSION}", say!("file-invitation-from", name = name)),
    }
}

/// Where to suggest saving: the desktop, where it is found again, else the documents, else the home folder.
pub fn default_folder() -> PathBuf {
    let user = UserDirs::new();
    let candidates = user.iter().flat_map(|user| {
        let known = [user.desktop_dir(), user.document_dir()];
        known.into_iter().flatten().chain([user.home_dir()])
    });
    candidates
        .filter(|folder| folder.is_dir())
        .map(Path::to_owned)
        .next()
        .unwrap_or_default()
}

/// A name without the extension gets it; one that has another keeps both.
fn with_extension(path: PathBuf) -> PathBuf {
    let has_it = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case(EXTENSION));
    match path.file_name() {
        Some(name) if !has_it && !path.is_dir() => {
            let mut name = name.to_owned();
            name.push(OsStr::new("."));
            name.push(EXTENSION);
            path.with_file_name(name)
        }
        _ => path,
    }
}

fn replace(folder: &Path, path: &Path, bytes: &[u8], private: bool) -> io::Result<()> {
    let mut beside = tempfile::Builder::new();
    beside.prefix(".invitation-");
    let mut file = match private {
        true => beside.tempfile_in(folder)?,
        false => beside.make_in(folder, |path| File::create_new(path))?,
    };
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    // The new name is on the disk too; not every system lets a folder be opened or flushed, and the file is there anyway.
    if let Ok(folder) = File::open(folder) {
        folder.sync_all().ok();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_suggested_name_is_a_file_name_everywhere() {
        assert_eq!(
            suggested_file_name("Zoë Müller"),
            "Invitation from Zoë Müller.hulp"
        );
        assert_eq!(
            suggested_file_name("../../etc/a:b*?\"<c>|\\."),
            "Invitation from etc a b c.hulp"
        );
        assert_eq!(suggested_file_name(" ... "), "Invitation.hulp");
        assert!(suggested_file_name(&"é".repeat(500)).len() < 150);
    }

    #[test]
    fn saves_whole_and_reads_back() {
        let folder = tempfile::tempdir().unwrap();
        let saved = save(&folder.path().join("for Kees"), "one").unwrap();
        assert_eq!(saved, folder.path().join("for Kees.hulp"));
        assert_eq!(save(&saved, "two").unwrap(), saved);
        assert_eq!(read(&saved).unwrap().as_slice(), b"two");
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            1,
            "nothing is left beside it"
        );
    }

    #[cfg(unix)]
    #[test]
    fn replaces_a_file_whole_and_with_the_modes_of_any_document() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let saved = save(&folder.path().join("a"), "old").unwrap();
        let held = File::open(&saved).unwrap();
        save(&saved, "new").unwrap();
        assert_eq!(
            io::read_to_string(held).unwrap(),
            "old",
            "a reader of the old one reads on in it"
        );
        let document = folder.path().join("document");
        fs::write(&document, "").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(&saved), mode(&document));
    }

    #[test]
    fn another_extension_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let saved = save(&folder.path().join("v1.2"), "x").unwrap();
        assert_eq!(saved.file_name().unwrap(), "v1.2.hulp");
        let saved = save(&folder.path().join("A.HULP"), "x").unwrap();
        assert_eq!(saved.file_name().unwrap(), "A.HULP");
    }

    #[test]
    fn says_what_is_wrong() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        assert!(matches!(
            save(folder.path(), "x"),
            Err(DeliveryError::IsFolder(_))
        ));
        assert!(matches!(
            save(&at("no/where"), "x"),
            Err(DeliveryError::NoFolder(_))
        ));
        assert!(matches!(
            save(Path::new(""), "x"),
            Err(DeliveryError::NoFileNamed)
        ));
        assert!(matches!(
            read(&at("none.hulp")),
            Err(DeliveryError::NoFile(_))
        ));
        assert!(matches!(
            read(folder.path()),
            Err(DeliveryError::IsFolder(_))
        ));
        fs::write(at("big.hulp"), vec![b' '; MAX_FILE_BYTES + 1]).unwrap();
        assert!(matches!(
            read(&at("big.hulp")),
            Err(DeliveryError::TooLarge(_))
        ));
    }

    #[test]
    fn a_failed_save_keeps_the_old_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.hulp");
        fs::create_dir(&path).unwrap();
        fs::write(path.join("inside"), "old").unwrap();
        assert!(matches!(
            save(&path, "new"),
            Err(DeliveryError::IsFolder(_))
        ));
        assert!(path.join("inside").exists());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_tilde_is_the_home_folder() {
        let home = UserDirs::new().unwrap().home_dir().to_owned();
        assert_eq!(
            full_path(Path::new("~/x.hulp")).unwrap(),
            home.join("x.hulp")
        );
        assert!(full_path(Path::new("x.hulp")).unwrap().is_absolute());
    }
}
