//! Free desktops: an entry among the programs, a kind of file, pictures, and the default program for that kind, all below the
//! user's own folders.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use directories::BaseDirs;

use super::{
    KIND, RegistrationError, Unregistered, defaults,
    entry::entry,
    written::{Wanted, Written, contents, failed, remove_file, replace},
};
use crate::desktop::question::ask;

/// How Hulp's entry is called, here as in a package.
const ENTRY: &str = "hulp.desktop";
/// The kind of file.
const TYPE: &[u8] = include_bytes!("../../../assets/linux/hulp.xml");
/// The index that `update-desktop-database` makes of the entries.
const ENTRIES_INDEX: &str = "mimeinfo.cache";

macro_rules! picture {
    ($name:literal) => {
        include_bytes!(concat!("../../../assets/icons/", $name))
    };
}

/// The pictures, and where each is below `icons/hicolor`.
const PICTURES: &[(&str, &[u8])] = &[
    ("16x16/apps/hulp.png", picture!("hulp-16.png")),
    ("24x24/apps/hulp.png", picture!("hulp-24.png")),
    ("32x32/apps/hulp.png", picture!("hulp-32.png")),
    ("48x48/apps/hulp.png", picture!("hulp-48.png")),
    ("64x64/apps/hulp.png", picture!("hulp-64.png")),
    ("128x128/apps/hulp.png", picture!("hulp-128.png")),
    ("256x256/apps/hulp.png", picture!("hulp-256.png")),
    ("scalable/apps/hulp.svg", picture!("hulp.svg")),
    (
        "symbolic/apps/hulp-symbolic.svg",
        picture!("hulp-symbolic.svg"),
    ),
    (
        "scalable/mimetypes/application-vnd.hulp.invitation+xml.svg",
        picture!("hulp-invitation.svg"),
    ),
];

/// Makes a double click on an invitation start the program at this path, and puts it into the desktop's menu.
///
/// # Errors
/// [`RegistrationError`]; what was done until then, [`unregister`] takes back.
pub fn register(program: &Path) -> Result<(), RegistrationError> {
    let places = Places::of_user()?;
    let mut wanted = vec![
        Wanted {
            path: places.entries.join(ENTRY),
            bytes: entry(program)?.into_bytes(),
        },
        Wanted {
            path: places.types.join("packages/hulp.xml"),
            bytes: TYPE.to_vec(),
        },
    ];
    wanted.extend(PICTURES.iter().map(|(name, bytes)| Wanted {
        path: places.pictures.join(name),
        bytes: bytes.to_vec(),
    }));
    let mut written = Written::open(places.list.clone())?;
    written.write(&wanted, &places.defaults)?;
    change_defaults(&places.defaults, |list| defaults::with(list, KIND, ENTRY))?;
    places.refresh();
    Ok(())
}

/// Takes back what [`register`] wrote, and leaves what others did.
///
/// # Errors
/// [`RegistrationError`]; it can be tried again.
pub fn unregister() -> Result<Unregistered, RegistrationError> {
    let places = Places::of_user()?;
    let written = Written::open(places.list.clone())?;
    if written.is_empty() {
        return Ok(Unregistered::default());
    }
    change_defaults(&places.defaults, |list| {
        defaults::without(list, KIND, ENTRY)
    })?;
    let left = written.remove_files()?;
    places.refresh();
    places.remove_indexes(&written)?;
    written.remove_folders()?;
    Ok(Unregistered {
        was_registered: true,
        left,
    })
}

/// Where a user's own things are.
struct Places {
    /// The desktop entries.
    entries: PathBuf,
    /// The kinds of files.
    types: PathBuf,
    /// The pictures that every theme falls back to.
    pictures: PathBuf,
    /// The list of default programs.
    defaults: PathBuf,
    /// The list of what was written.
    list: PathBuf,
}

impl Places {
    fn of_user() -> Result<Self, RegistrationError> {
        let user = BaseDirs::new().ok_or(RegistrationError::NoHome)?;
        let data = user.data_dir();
        let state = user.state_dir().unwrap_or(data);
        Ok(Self {
            entries: data.join("applications"),
            types: data.join("mime"),
            pictures: data.join("icons/hicolor"),
            defaults: user.config_dir().join("mimeapps.list"),
            list: state.join("hulp/registered.toml"),
        })
    }

    /// Has the desktop's own tools, where they are, read anew what there is.
    fn refresh(&self) {
        let run = |tool, arguments: &[&str], folder: &Path| {
            let folder = folder.to_string_lossy();
            let arguments: Vec<&str> = arguments.iter().copied().chain([&*folder]).collect();
            if ask(tool, &arguments).is_none() {
                tracing::debug!(tool, "did not run");
            }
        };
        if self.types.is_dir() {
            run("update-mime-database", &[], &self.types);
        }
        if self.entries.is_dir() {
            run("update-desktop-database", &["-q"], &self.entries);
        }
        if self.pictures.join("icon-theme.cache").is_file() {
            run("gtk-update-icon-cache", &["-qtf"], &self.pictures);
        }
    }

    /// Takes away what the tools made in folders that were not there before, and that hold nothing else.
    fn remove_indexes(&self, written: &Written) -> Result<(), RegistrationError> {
        // All that is not in `packages` is made of what is in there.
        if written.made(&self.types) && names(&self.types.join("packages"))?.is_empty() {
            match fs::remove_dir_all(&self.types) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    return Err(failed(&self.types)(error));
                }
                _ => {}
            }
        }
        if written.made(&self.entries) && names(&self.entries)? == [ENTRIES_INDEX] {
            remove_file(&self.entries.join(ENTRIES_INDEX))?;
        }
        Ok(())
    }
}

/// Changes the list of default programs. It is no list any more when nothing is on it.
fn change_defaults(
    place: &Path,
    change: impl FnOnce(&str) -> String,
) -> Result<(), RegistrationError> {
    // Some keep it elsewhere, with a link to it.
    let place = place.canonicalize().unwrap_or_else(|_| place.to_owned());
    let before = contents(&place)?.unwrap_or_default();
    let before = String::from_utf8(before)
        .map_err(|error| failed(&place)(io::Error::new(io::ErrorKind::InvalidData, error)))?;
    let after = change(&before);
    match after.is_empty() {
        _ if before == after => Ok(()),
        true => remove_file(&place),
        false => replace(&place, after.as_bytes()),
    }
}

/// The names in a folder; none where there is no folder.
fn names(folder: &Path) -> Result<Vec<String>, RegistrationError> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(vec![]),
        entries => entries.map_err(failed(folder))?,
    };
    entries
        .map(|entry| {
            let entry = entry.map_err(failed(folder))?;
            Ok(entry.file_name().to_string_lossy().into_owned())
        })
        .collect()
}
