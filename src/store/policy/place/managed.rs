//! `/Library/Managed Preferences/hulp.plist`, which macOS writes as a device's management (MDM) says. It counts only if it and
//! every folder above it belong to root and nobody else can write them.

use std::{
    fs::{self, File},
    io::{Cursor, ErrorKind, Read},
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
};

use plist::Value as Found;

use super::super::{
    MAX_POLICY_BYTES, PolicyError,
    entries::{Entry, Value},
};

const PATH: &str = "/Library/Managed Preferences/hulp.plist";
const ROOT: u32 = 0;
/// What group and others must not have.
const OTHERS_MAY_WRITE: u32 = 0o022;

/// Where the policy is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyPlace(PathBuf);

impl PolicyPlace {
    /// Where the management of this device puts it.
    pub fn of_system() -> Self {
        Self(PathBuf::from(PATH))
    }

    /// Its file.
    pub fn path(&self) -> &Path {
        &self.0
    }

    pub(in crate::store::policy) fn entries(&self) -> Result<Option<Vec<Entry>>, PolicyError> {
        let file = match File::open(&self.0) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(unreadable(&self.0, &error)),
        };
        for path in self.0.ancestors() {
            trust(path)?;
        }
        let mut bytes = Vec::new();
        let read = file
            .take(MAX_POLICY_BYTES as u64 + 1)
            .read_to_end(&mut bytes);
        read.map_err(|error| unreadable(&self.0, &error))?;
        if bytes.len() > MAX_POLICY_BYTES {
            return Err(PolicyError::TooLarge);
        }
        let list = Found::from_reader(Cursor::new(bytes))
            .map_err(|error| PolicyError::NotAList(error.to_string()))?;
        let Found::Dictionary(list) = list else {
            return Err(PolicyError::NotAList("it has no keys".to_owned()));
        };
        let entries = list.into_iter().map(|(key, found)| Entry {
            key,
            value: value(found),
            line: None,
        });
        Ok(Some(entries.collect()))
    }
}

fn trust(path: &Path) -> Result<(), PolicyError> {
    let about = fs::symlink_metadata(path).map_err(|error| unreadable(path, &error))?;
    let path = path.to_owned();
    if about.is_symlink() {
        Err(PolicyError::NotPlain { path })
    } else if about.uid() != ROOT {
        Err(PolicyError::Owner { path })
    } else if about.mode() & OTHERS_MAY_WRITE != 0 {
        Err(PolicyError::Writable { path })
    } else {
        Ok(())
    }
}

fn value(found: Found) -> Value {
    match found {
        Found::Boolean(on) => Value::Switch(on),
        Found::String(text) => Value::Text(text),
        Found::Array(list) => Value::List(list.into_iter().map(value).collect()),
        _ => Value::Other,
    }
}

fn unreadable(path: &Path, error: &std::io::Error) -> PolicyError {
    PolicyError::Unreadable {
        path: path.to_owned(),
        said: error.to_string(),
    }
}
