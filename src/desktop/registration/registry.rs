//! Windows: the user's own classes, below `HKEY_CURRENT_USER\Software\Classes`. The administrator's stay as they are.
#![allow(unsafe_code)]

use std::{
    fmt::Display,
    fs, io,
    path::{Path, PathBuf},
    ptr,
};

use directories::BaseDirs;
use windows_registry::{CURRENT_USER, Key, Result as RegistryResult};
use windows_sys::Win32::UI::Shell::{SHCNE_ASSOCCHANGED, SHCNF_IDLIST, SHChangeNotify};

use super::{KIND, RegistrationError, Unregistered};

const CLASSES: &str = r"Software\Classes";
/// How a class of files is called that opens with Hulp.
const CLASS: &str = "Hulp.Invitation.1";
const CLASS_IN_WORDS: &str = "Invitation to help";
/// How an invitation's file ends.
const ENDING: &str = ".hulp";
const CANDIDATES: &str = r".hulp\OpenWithProgids";
/// The file's picture, which lies in a file of its own: the program may be moved.
const PICTURE: &[u8] = include_bytes!("../../../assets/windows/hulp.ico");
/// The value of a key that has no name.
const UNNAMED: &str = "";

/// Makes a double click on an invitation start the program at this path.
///
/// # Errors
/// [`RegistrationError`]; what was done until then, [`unregister`] takes back.
pub fn register(program: &Path) -> Result<(), RegistrationError> {
    let odd = || RegistrationError::OddPath(program.to_owned());
    let program = program.to_str().ok_or_else(odd)?;
    let picture = Picture::of_user()?;
    let picture_path = picture.write()?;
    let classes = CURRENT_USER.create(CLASSES).map_err(failed)?;
    let class = classes.create(CLASS).map_err(failed)?;
    set(&class, UNNAMED, CLASS_IN_WORDS)?;
    let of_class = |path: &str| class.create(path).map_err(failed);
    set(&of_class("DefaultIcon")?, UNNAMED, &picture_path)?;
    // No file's name has a quote in it, and no path of a program.
    let command = format!("\"{program}\" \"%1\"");
    set(&of_class(r"shell\open\command")?, UNNAMED, &command)?;
    let ending = classes.create(ENDING).map_err(failed)?;
    set(&ending, UNNAMED, CLASS)?;
    set(&ending, "Content Type", KIND)?;
    set(&classes.create(CANDIDATES).map_err(failed)?, CLASS, "")?;
    tell_explorer();
    Ok(())
}

/// Takes back what [`register`] wrote, and leaves what others did.
///
/// # Errors
/// [`RegistrationError`]; it can be tried again.
pub fn unregister() -> Result<Unregistered, RegistrationError> {
    let classes = CURRENT_USER.create(CLASSES).map_err(failed)?;
    if classes.open(CLASS).is_err() {
        return Ok(Unregistered::default());
    }
    if let Ok(candidates) = change(&classes, CANDIDATES) {
        let _ = candidates.remove_value(CLASS); // it may be gone
        remove_if_empty(&classes, CANDIDATES)?;
    }
    if let Ok(ending) = change(&classes, ENDING) {
        for (name, ours) in [(UNNAMED, CLASS), ("Content Type", KIND)] {
            if ending.get_string(name).is_ok_and(|value| value == ours) {
                ending.remove_value(name).map_err(failed)?;
            }
        }
        remove_if_empty(&classes, ENDING)?;
    }
    // Last: while it is there, this can be tried again.
    Picture::of_user()?.remove()?;
    classes.remove_tree(CLASS).map_err(failed)?;
    tell_explorer();
    Ok(Unregistered {
        was_registered: true,
        left: vec![],
    })
}

fn change(classes: &Key, path: &str) -> RegistryResult<Key> {
    classes.options().read().write().open(path)
}

fn set(key: &Key, name: &str, value: &str) -> Result<(), RegistrationError> {
    key.set_string(name, value).map_err(failed)
}

fn remove_if_empty(classes: &Key, path: &str) -> Result<(), RegistrationError> {
    let key = classes.open(path).map_err(failed)?;
    let has_keys = key.keys().map_err(failed)?.next().is_some();
    let has_values = key.values().map_err(failed)?.next().is_some();
    match has_keys || has_values {
        true => Ok(()),
        false => classes.remove_tree(path).map_err(failed),
    }
}

fn failed(error: impl Display) -> RegistrationError {
    RegistrationError::Registry(error.to_string())
}

/// Has the Explorer look again.
fn tell_explorer() {
    // SAFETY: this event takes no item, and with `SHCNF_IDLIST` null says so.
    unsafe {
        SHChangeNotify(
            SHCNE_ASSOCCHANGED as _,
            SHCNF_IDLIST,
            ptr::null(),
            ptr::null(),
        )
    };
}

/// The picture's file, in a folder of Hulp's among the user's data.
struct Picture(PathBuf);

impl Picture {
    fn of_user() -> Result<Self, RegistrationError> {
        let user = BaseDirs::new().ok_or(RegistrationError::NoHome)?;
        Ok(Self(user.data_local_dir().join(r"Hulp\hulp.ico")))
    }

    fn write(&self) -> Result<String, RegistrationError> {
        let path = self.0.to_str();
        let path = path.ok_or_else(|| RegistrationError::OddPath(self.0.clone()))?;
        let folder = self.0.parent().unwrap_or(&self.0);
        fs::create_dir_all(folder)
            .and_then(|()| {
                let mut file = tempfile::NamedTempFile::new_in(folder)?;
                io::Write::write_all(&mut file, PICTURE)?;
                file.persist(&self.0).map_err(|error| error.error)
            })
            .map_err(|error| self.failed(error))?;
        Ok(path.to_owned())
    }

    fn remove(&self) -> Result<(), RegistrationError> {
        match fs::remove_file(&self.0) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(self.failed(error)),
            _ => {
                // Others' files in that folder keep it.
                let _ = fs::remove_dir(self.0.parent().unwrap_or(&self.0));
                Ok(())
            }
        }
    }

    fn failed(&self, error: io::Error) -> RegistrationError {
        RegistrationError::Io {
            path: self.0.clone(),
            error,
        }
    }
}
