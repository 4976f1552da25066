//! `/etc/hulp/policy.toml`. It counts only if it and every folder above it belong to root and nobody else can write them; each is
//! looked at as it is opened, so that nothing can be put in its place in between.

use std::{
    fs::File,
    io::Read,
    os::fd::OwnedFd,
    path::{Component, Path, PathBuf},
};

use rustix::{
    fs::{FileType, Mode, OFlags, fstat, open, openat},
    io::Errno,
};

use super::super::{
    MAX_POLICY_BYTES, PolicyError,
    entries::{self, Entry},
};

/// Where an administrator puts it.
const PATH: &str = "/etc/hulp/policy.toml";
const ROOT: u32 = 0;
/// What group and others must not have.
const OTHERS_MAY_WRITE: u32 = 0o022;

/// Where the policy is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyPlace {
    path: PathBuf,
    /// The first folder that is looked at.
    below: PathBuf,
    /// To whom all of it must belong.
    owner: u32,
}

impl PolicyPlace {
    /// Where an administrator of this system puts it: `/etc/hulp/policy.toml`, which belongs to root.
    pub fn of_system() -> Self {
        Self {
            path: PathBuf::from(PATH),
            below: PathBuf::from("/"),
            owner: ROOT,
        }
    }

    /// Another place and owner, for tests: this path below this folder, which is the first that is looked at.
    pub fn for_tests(below: &Path, path: &str, owner: u32) -> Self {
        Self {
            path: below.join(path),
            below: below.to_owned(),
            owner,
        }
    }

    /// Its file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    pub(in crate::store::policy) fn entries(&self) -> Result<Option<Vec<Entry>>, PolicyError> {
        let Some(bytes) = self.bytes()? else {
            return Ok(None);
        };
        let text = str::from_utf8(&bytes).map_err(|_| PolicyError::NotText)?;
        entries::of_text(text).map(Some)
    }

    /// What stands there, if it can be believed. Where there is nothing, it does not matter whose the folders are.
    fn bytes(&self) -> Result<Option<Vec<u8>>, PolicyError> {
        let folder = OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let mut at = self.below.clone();
        let opened = open(&at, folder | OFlags::RDONLY, Mode::empty());
        let Some(mut opened) = there(opened, &at)? else {
            return Ok(None);
        };
        let mut doubt = self.doubt(&opened, &at)?;
        let names = self.path.strip_prefix(&self.below).unwrap_or(&self.path);
        let mut names = names.components().peekable();
        while let Some(Component::Normal(name)) = names.next() {
            at.push(name);
            let flags = match names.peek() {
                Some(_) => folder,
                // Not to wait for whoever may write into a pipe.
                None => OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC,
            };
            let next = openat(&opened, name, flags | OFlags::RDONLY, Mode::empty());
            opened = match there(next, &at)? {
                Some(next) => next,
                None => return Ok(None),
            };
            doubt = doubt.or(self.doubt(&opened, &at)?);
        }
        match doubt {
            Some(doubt) => Err(doubt),
            None => read(opened, &at).map(Some),
        }
    }

    /// Why this one cannot be trusted, if it cannot.
    fn doubt(&self, opened: &OwnedFd, at: &Path) -> Result<Option<PolicyError>, PolicyError> {
        let about = fstat(opened).map_err(|error| unreadable(at, &error.into()))?;
        let path = at.to_owned();
        Ok(if about.st_uid != self.owner {
            Some(PolicyError::Owner { path })
        } else if about.st_mode & OTHERS_MAY_WRITE != 0 {
            Some(PolicyError::Writable { path })
        } else {
            None
        })
    }
}

/// What was opened, unless there is nothing.
fn there(opened: Result<OwnedFd, Errno>, at: &Path) -> Result<Option<OwnedFd>, PolicyError> {
    match opened {
        Ok(opened) => Ok(Some(opened)),
        Err(Errno::NOENT) => Ok(None),
        // A link where none may be, or a file where a folder should.
        Err(Errno::LOOP | Errno::NOTDIR) => Err(PolicyError::NotPlain {
            path: at.to_owned(),
        }),
        Err(error) => Err(unreadable(at, &error.into())),
    }
}

fn read(opened: OwnedFd, at: &Path) -> Result<Vec<u8>, PolicyError> {
    let about = fstat(&opened).map_err(|error| unreadable(at, &error.into()))?;
    if FileType::from_raw_mode(about.st_mode) != FileType::RegularFile {
        return Err(PolicyError::NotPlain {
            path: at.to_owned(),
        });
    }
    let mut bytes = Vec::new();
    let most = MAX_POLICY_BYTES as u64 + 1;
    let read = File::from(opened).take(most).read_to_end(&mut bytes);
    read.map_err(|error| unreadable(at, &error))?;
    match bytes.len() > MAX_POLICY_BYTES {
        true => Err(PolicyError::TooLarge),
        false => Ok(bytes),
    }
}

fn unreadable(path: &Path, error: &std::io::Error) -> PolicyError {
    PolicyError::Unreadable {
        path: path.to_owned(),
        said: error.to_string(),
    }
}
