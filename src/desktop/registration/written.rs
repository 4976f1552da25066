//! What `register` wrote, so that exactly that can be taken away: a list that is on the disk before anything of it is done.

use std::{
    collections::BTreeMap,
    fs, io,
    io::Write,
    path::{Path, PathBuf},
};

use base64::{Engine, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::RegistrationError;

const COMMENT: &str = "\
# What `hulp register` wrote, with the SHA-256 of each file. `hulp register --remove` takes away what is still so.
";

/// A file that is to be there.
pub(super) struct Wanted {
    /// Where.
    pub(super) path: PathBuf,
    /// What it holds.
    pub(super) bytes: Vec<u8>,
}

/// The list, and what it lists.
pub(super) struct Written {
    place: PathBuf,
    list: List,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct List {
    /// Folders that were made, each after the one that it is in.
    folders: Vec<PathBuf>,
    /// Files, and what each may hold: two things while one is replaced by the other.
    files: BTreeMap<String, Vec<String>>,
}

impl Written {
    /// The list at `place`, which is empty where there is none.
    pub(super) fn open(place: PathBuf) -> Result<Self, RegistrationError> {
        let list = match fs::read_to_string(&place) {
            Ok(text) => toml::from_str(&text).map_err(|error| RegistrationError::Ledger {
                said: error.message().to_owned(),
                path: place.clone(),
            })?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => List::default(),
            Err(error) => return Err(failed(&place)(error)),
        };
        Ok(Self { place, list })
    }

    /// Whether nothing is on it.
    pub(super) fn is_empty(&self) -> bool {
        self.list.files.is_empty()
    }

    /// Whether this folder was made for it.
    pub(super) fn made(&self, folder: &Path) -> bool {
        self.list.folders.iter().any(|made| made == folder)
    }

    /// Writes these files where they are not there yet, and takes away what an earlier version wrote and this one does not.
    /// The folder of `beside` is made too. Nothing is done when something of somebody else's is in the way.
    pub(super) fn write(
        &mut self,
        wanted: &[Wanted],
        beside: &Path,
    ) -> Result<(), RegistrationError> {
        for Wanted { path, bytes } in wanted {
            self.holds_ours(path, Some(bytes))?
                .ok_or_else(|| RegistrationError::NotOurs(path.clone()))?;
        }
        let mut now = BTreeMap::new();
        for Wanted { path, bytes } in wanted {
            let path = path.to_str();
            let path = path.ok_or_else(|| RegistrationError::OddPath(self.place.clone()))?;
            let known = self.list.files.entry(path.to_owned()).or_default();
            known.push(digest(bytes));
            now.insert(path.to_owned(), vec![digest(bytes)]);
        }
        let places = wanted.iter().map(|wanted| wanted.path.as_path());
        for place in places.chain([beside, &self.place.clone()]) {
            self.list_missing_folders(place);
        }
        self.save()?;
        for folder in &self.list.folders {
            fs::create_dir_all(folder).map_err(failed(folder))?;
        }
        for Wanted { path, bytes } in wanted {
            if contents(path)?.as_ref() != Some(bytes) {
                replace(path, bytes)?;
            }
        }
        let listed = self.list.files.keys();
        let outdated: Vec<PathBuf> = listed
            .filter(|path| !now.contains_key(*path))
            .map(PathBuf::from)
            .collect();
        for path in outdated {
            self.remove(&path)?;
        }
        self.list.files = now;
        self.save()
    }

    /// Takes away the files that are as they were written. The others it gives back: somebody has changed them.
    pub(super) fn remove_files(&self) -> Result<Vec<PathBuf>, RegistrationError> {
        let mut left = vec![];
        for path in self.list.files.keys().map(PathBuf::from) {
            if !self.remove(&path)? {
                left.push(path);
            }
        }
        Ok(left)
    }

    /// Takes away the list itself, and of the folders that were made those that nobody uses.
    pub(super) fn remove_folders(self) -> Result<(), RegistrationError> {
        remove_file(&self.place)?;
        for folder in self.list.folders.iter().rev() {
            match fs::remove_dir(folder).map_err(|error| (error.kind(), error)) {
                Ok(()) | Err((io::ErrorKind::NotFound | io::ErrorKind::DirectoryNotEmpty, _)) => {}
                Err((_, error)) => return Err(failed(folder)(error)),
            }
        }
        Ok(())
    }

    /// Takes a file away that is still as it was written; whether it is away.
    fn remove(&self, path: &Path) -> Result<bool, RegistrationError> {
        match self.holds_ours(path, None)? {
            None => Ok(false),
            Some(()) => remove_file(path).map(|()| true),
        }
    }

    /// `Some` where the place holds nothing, or what was written there, or `as_well`.
    fn holds_ours(
        &self,
        path: &Path,
        as_well: Option<&Vec<u8>>,
    ) -> Result<Option<()>, RegistrationError> {
        let is_file = match fs::symlink_metadata(path) {
            Ok(about) => about.is_file(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Some(())),
            Err(error) => return Err(failed(path)(error)),
        };
        if !is_file {
            return Ok(None);
        }
        let Some(held) = contents(path)? else {
            return Ok(Some(()));
        };
        let listed = path.to_str().and_then(|path| self.list.files.get(path));
        let is_listed = listed.is_some_and(|known| known.contains(&digest(&held)));
        Ok((is_listed || as_well == Some(&held)).then_some(()))
    }

    fn list_missing_folders(&mut self, place: &Path) {
        let above: Vec<&Path> = place.ancestors().skip(1).collect();
        for folder in above.into_iter().rev() {
            if !folder.exists() && !self.made(folder) {
                self.list.folders.push(folder.to_owned());
            }
        }
    }

    fn save(&self) -> Result<(), RegistrationError> {
        let text = toml::to_string(&self.list).map_err(|error| RegistrationError::Ledger {
            path: self.place.clone(),
            said: error.to_string(),
        })?;
        if let Some(folder) = self.place.parent() {
            fs::create_dir_all(folder).map_err(failed(folder))?;
        }
        replace(&self.place, format!("{COMMENT}{text}").as_bytes())
    }
}

/// Replaces a file whole, with the modes of any document; it is on the disk when this returns.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<(), RegistrationError> {
    use std::os::unix::fs::PermissionsExt;
    let folder = path.parent().unwrap_or(Path::new("/"));
    let write = || {
        let mut file = tempfile::Builder::new()
            .prefix(".hulp-")
            .permissions(fs::Permissions::from_mode(0o666)) // the umask decides
            .tempfile_in(folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        if let Ok(about) = fs::metadata(path) {
            file.as_file().set_permissions(about.permissions())?;
        }
        file.persist(path).map_err(|error| error.error)
    };
    write().map(drop).map_err(failed(path))
}

/// What a file holds, if it is there.
pub(super) fn contents(path: &Path) -> Result<Option<Vec<u8>>, RegistrationError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failed(path)(error)),
    }
}

/// Removes a file, if it is there.
pub(super) fn remove_file(path: &Path) -> Result<(), RegistrationError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failed(path)(error)),
        _ => Ok(()),
    }
}

pub(super) fn failed(path: &Path) -> impl FnOnce(io::Error) -> RegistrationError {
    move |error| RegistrationError::Io {
        path: path.to_owned(),
        error,
    }
}

fn digest(bytes: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(bytes))
}
