//! What is wrong with a policy.

use std::{
    fmt,
    path::{Path, PathBuf},
};

use super::{MAX_POLICY_BYTES, entries::Entry, keys::Wants};
use crate::{
    invitation::clean_name,
    language::{Language, say},
};

/// The most characters that are said of a key that is none.
const MAX_KEY_CHARS: usize = 60;

/// Why a policy that is there cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PolicyError {
    /// The system says no; in its own words.
    Unreadable {
        /// To this file, folder or key of the registry.
        path: PathBuf,
        /// In these words.
        said: String,
    },
    /// Somebody else than the administrator owns it or a folder above it, and could have written it.
    Owner {
        /// What.
        path: PathBuf,
    },
    /// Others than its owner may write there.
    Writable {
        /// Where.
        path: PathBuf,
    },
    /// It is a link, a folder, a device: anything but a plain file in plain folders.
    NotPlain {
        /// What.
        path: PathBuf,
    },
    /// It is longer than any policy.
    TooLarge,
    /// It is no text.
    NotText,
    /// It is no TOML.
    Syntax {
        /// From 1.
        line: usize,
        /// What the parser says.
        said: String,
    },
    /// It is no property list.
    NotAList(String),
}

impl PolicyError {
    /// What is wrong, in the user's language; the rest of a sentence.
    pub fn in_words(&self) -> String {
        let shown = |path: &Path| path.display().to_string();
        match self {
            Self::Unreadable { path, said } => {
                say!("policy-error-unreadable", path = shown(path), said = said)
            }
            Self::Owner { path } => say!("policy-error-owner", path = shown(path)),
            Self::Writable { path } => say!("policy-error-writable", path = shown(path)),
            Self::NotPlain { path } => say!("policy-error-not-plain", path = shown(path)),
            Self::TooLarge => say!("policy-error-too-large", kib = MAX_POLICY_BYTES / 1024),
            Self::NotText => say!("policy-error-not-text"),
            Self::Syntax { line, said } => {
                say!("policy-error-syntax", line = *line, said = said)
            }
            Self::NotAList(said) => say!("policy-error-not-a-list", said = said),
        }
    }
}

/// In English, for logs.
impl fmt::Display for PolicyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Language::English.while_speaking(|| self.in_words()))
    }
}

impl std::error::Error for PolicyError {}

/// Something wrong in a policy that can be read otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyFault {
    /// In this line, where it is a file.
    pub line: Option<usize>,
    /// The key, made safe to show.
    pub key: String,
    /// What is wrong with it.
    pub wrong: WrongEntry,
}

/// What is wrong with an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WrongEntry {
    /// There is no such key; it resembles these, which are closed. When it resembles none, everything is.
    Key {
        /// Their names.
        like: Vec<&'static str>,
    },
    /// The value is none of those that are wanted; the key's subject is closed.
    Value(Wants),
}

impl PolicyFault {
    pub(super) fn new(entry: &Entry, wrong: WrongEntry) -> Self {
        let key: String = clean_name(&entry.key).chars().take(MAX_KEY_CHARS).collect();
        Self {
            line: entry.line,
            key,
            wrong,
        }
    }

    /// What is wrong, and what is closed until it is mended, in the user's language; a sentence without its end.
    pub fn in_words(&self) -> String {
        let key = &self.key;
        match &self.wrong {
            WrongEntry::Value(wants) => {
                say!("policy-fault-value", key = key, wants = wants.in_words())
            }
            WrongEntry::Key { like } if like.is_empty() => say!("policy-fault-key", key = key),
            WrongEntry::Key { like } => {
                say!("policy-fault-key-like", key = key, like = like.join(", "))
            }
        }
    }
}

/// In English, for logs.
impl fmt::Display for PolicyFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Language::English.while_speaking(|| self.in_words()))
    }
}
