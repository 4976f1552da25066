//! `HKEY_LOCAL_MACHINE\Software\Policies\Hulp`, which Windows lets only administrators write, and group policies with them. A value
//! for each key: `REG_DWORD` 0 or 1 for false and true, `REG_SZ` for texts, `REG_MULTI_SZ` for lists.

use std::{
    fmt::Display,
    path::{Path, PathBuf},
};

use windows_registry::{LOCAL_MACHINE, Type, Value as Found};

use super::super::{
    MAX_POLICY_BYTES, PolicyError,
    entries::{Entry, Value},
};

const KEY: &str = r"Software\Policies\Hulp";
/// `HRESULT_FROM_WIN32(ERROR_FILE_NOT_FOUND)`.
const NOT_FOUND: u32 = 0x8007_0002;

/// Where the policy is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyPlace(PathBuf);

impl PolicyPlace {
    /// Where an administrator of this system puts it.
    pub fn of_system() -> Self {
        Self(PathBuf::from(KEY))
    }

    /// The key of the registry.
    pub fn path(&self) -> &Path {
        &self.0
    }

    pub(in crate::store::policy) fn entries(&self) -> Result<Option<Vec<Entry>>, PolicyError> {
        let key = match LOCAL_MACHINE.open(KEY) {
            Ok(key) => key,
            Err(error) if error.code().0.cast_unsigned() == NOT_FOUND => return Ok(None),
            Err(error) => return Err(self.unreadable(&error)),
        };
        let (mut entries, mut bytes) = (vec![], 0);
        for (name, found) in key.values().map_err(|error| self.unreadable(&error))? {
            bytes += name.len() + found.len();
            if bytes > MAX_POLICY_BYTES {
                return Err(PolicyError::TooLarge);
            }
            entries.push(Entry {
                key: name,
                value: value(found),
                line: None,
            });
        }
        Ok(Some(entries))
    }

    fn unreadable(&self, error: &dyn Display) -> PolicyError {
        PolicyError::Unreadable {
            path: self.0.clone(),
            said: error.to_string(),
        }
    }
}

fn value(found: Found) -> Value {
    let value = match found.ty() {
        Type::U32 => match u32::try_from(found) {
            Ok(0) => Some(Value::Switch(false)),
            Ok(1) => Some(Value::Switch(true)),
            _ => None,
        },
        Type::String => String::try_from(found).ok().map(Value::Text),
        Type::MultiString => Vec::<String>::try_from(found)
            .ok()
            .map(|texts| Value::List(texts.into_iter().map(Value::Text).collect())),
        _ => None,
    };
    value.unwrap_or(Value::Other)
}
