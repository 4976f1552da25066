//! Pictures of the screen from the beginning and the end of control. They lie in a folder of their own and never leave it; the log
//! says which ones there are, and by their hashes that they are the same.

use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
    sync::{MutexGuard, PoisonError},
};

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use super::{Helper, LogEvent, LogFault, LoggedId, PictureMoment, Store, StoreError, private};

const FOLDER: &str = "pictures";
const ENDING: &str = ".png";
/// The most bytes of a picture's file.
const MAX_PICTURE_BYTES: usize = 256 * 1024 * 1024;
/// The most faults that are looked for; the first ones matter.
const MAX_FAULTS: usize = 32;

/// The pictures that must be there, by what the log says, each with the last line that speaks of it.
#[derive(Debug, Default)]
pub(super) struct KeptPictures(HashMap<String, u64>);

impl KeptPictures {
    /// The next line of the log.
    pub(super) fn see(&mut self, number: u64, event: &LogEvent) {
        match event {
            LogEvent::PictureKept { picture, .. } => {
                self.0.insert(picture.as_str().to_owned(), number);
            }
            LogEvent::PictureRemoved { picture, .. } => {
                self.0.remove(picture.as_str());
            }
            _ => {}
        }
    }
}

/// A picture's file.
struct Kept {
    name: String,
    bytes: u64,
}

impl Store {
    /// Keeps a picture (a PNG file) and writes that into the log. All pictures together take at most `room` bytes: the oldest make
    /// room for it, which the log says too. One that takes more alone is not kept.
    ///
    /// # Errors
    /// If the disk or the database fails, or the picture is too large.
    pub fn keep_picture(
        &self,
        png: &[u8],
        moment: PictureMoment,
        helper: &Helper,
        room: u64,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let bytes = png.len() as u64;
        if bytes > room || png.len() > MAX_PICTURE_BYTES {
            return Err(StoreError::PictureTooLarge);
        }
        let _alone = self.at_pictures();
        let folder = self.folder.join(FOLDER);
        private::make_folder(&folder).map_err(StoreError::io(&folder))?;
        self.make_room(&folder, room - bytes, now)?;
        let name = sha256(png);
        let file = format!("{name}{ENDING}");
        private::replace_file(&folder, &file, png).map_err(StoreError::io(folder.join(&file)))?;
        let kept = LogEvent::PictureKept {
            picture: LoggedId::of_picture(&name),
            bytes,
            moment,
            helper: helper.clone(),
        };
        self.log(&kept, now)?;
        Ok(())
    }

    /// A picture's file, if it is there and still the same.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn picture(&self, picture: &LoggedId) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(path) = self.picture_path(picture.as_str()) else {
            return Ok(None);
        };
        let found = private::read_file(&path, MAX_PICTURE_BYTES).map_err(StoreError::io(&path))?;
        let png = match found {
            private::Found::Bytes(png) => Some(png),
            private::Found::Nothing | private::Found::NoFile => None,
        };
        Ok(png.filter(|png| sha256(png) == picture.as_str()))
    }

    /// Removes what a process left that was killed while it kept a picture: half a file, or a picture that the log does not know. To be
    /// called by who owns the novice's side, before anything is kept.
    ///
    /// # Errors
    /// If the disk or the database fails.
    pub fn tidy_pictures(&self) -> Result<(), StoreError> {
        let _alone = self.at_pictures();
        let folder = self.folder.join(FOLDER);
        if !folder.is_dir() {
            return Ok(());
        }
        private::remove_unfinished(&folder).map_err(StoreError::io(&folder))?;
        let logged = self.kept_pictures()?;
        for picture in pictures_in(&folder).map_err(StoreError::io(&folder))? {
            if !logged.contains_key(&picture.name) {
                self.remove_file(&picture.name)?;
            }
        }
        Ok(())
    }

    /// Removes all pictures that the log knows, which it then says, and tells how many there were.
    ///
    /// # Errors
    /// If the disk or the database fails.
    pub fn remove_pictures(&self, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let _alone = self.at_pictures();
        let folder = self.folder.join(FOLDER);
        if !folder.is_dir() {
            return Ok(0);
        }
        let logged = self.kept_pictures()?;
        let mut removed = 0;
        for picture in pictures_in(&folder).map_err(StoreError::io(&folder))? {
            if logged.contains_key(&picture.name) {
                self.remove(&picture, true, now)?;
                removed += 1;
            }
        }
        Ok(removed)
    }

    /// Adds what is wrong with the pictures that the log speaks of; whether each is the same as it was only if they are `read`.
    pub(super) fn check_pictures(
        &self,
        kept: &KeptPictures,
        read: bool,
        faults: &mut Vec<LogFault>,
    ) -> Result<(), StoreError> {
        let mut kept: Vec<_> = kept
            .0
            .iter()
            .map(|(name, number)| (*number, name))
            .collect();
        kept.sort_unstable();
        for (number, name) in kept {
            if faults.len() >= MAX_FAULTS {
                break;
            }
            let is_there = self.picture_path(name).is_some_and(|path| path.exists());
            let is_same = |name| {
                let png = self.picture(&LoggedId::of_picture(name));
                png.is_ok_and(|png| png.is_some())
            };
            if !is_there || (read && !is_same(name)) {
                faults.push(LogFault::Picture { number, is_there });
            }
        }
        Ok(())
    }

    /// Removes the oldest pictures until the rest takes at most `room` bytes.
    fn make_room(&self, folder: &Path, room: u64, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut kept = pictures_in(folder).map_err(StoreError::io(folder))?;
        // By the log: the clock may have been changed. What it does not know was cut short by a crash.
        let numbers = self.kept_pictures()?;
        kept.sort_by_key(|kept| numbers.get(&kept.name).copied());
        let mut taken: u64 = kept.iter().map(|kept| kept.bytes).sum();
        for oldest in kept {
            if taken <= room {
                break;
            }
            self.remove(&oldest, false, now)?;
            taken -= oldest.bytes;
        }
        Ok(())
    }

    fn remove(
        &self,
        picture: &Kept,
        by_novice: bool,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        // First the line: should Hulp die in between, a picture too many is there, and none is missed.
        let removed = LogEvent::PictureRemoved {
            picture: LoggedId::of_picture(&picture.name),
            bytes: picture.bytes,
            by_novice,
        };
        self.log(&removed, now)?;
        self.remove_file(&picture.name)
    }

    fn remove_file(&self, name: &str) -> Result<(), StoreError> {
        let path = self.folder.join(FOLDER).join(format!("{name}{ENDING}"));
        fs::remove_file(&path).map_err(StoreError::io(path))
    }

    /// While this is held, no other thread of this process keeps or removes pictures.
    fn at_pictures(&self) -> MutexGuard<'_, ()> {
        (self.at_pictures.lock()).unwrap_or_else(PoisonError::into_inner)
    }

    /// Each picture that was kept and not removed, by what the log says, with the last line that says that it was kept.
    fn kept_pictures(&self) -> Result<HashMap<String, u64>, StoreError> {
        let connection = self.log_reader()?;
        let mut kept = connection.prepare(
            r#"SELECT number, event FROM log
               WHERE substr(event, 1, 24) IN ('{"event":"picture_kept",', '{"event":"picture_remove')
               ORDER BY number"#,
        )?;
        let mut pictures = KeptPictures::default();
        let mut rows = kept.query(())?;
        while let Some(row) = rows.next()? {
            let (number, json): (i64, String) = (row.get(0)?, row.get(1)?);
            if let Ok(event) = serde_json::from_str(&json) {
                pictures.see(number.try_into().unwrap_or(0), &event);
            }
        }
        Ok(pictures.0)
    }

    /// Where a picture lies. What is no name of one leads nowhere: the log may have been tampered with.
    fn picture_path(&self, name: &str) -> Option<PathBuf> {
        let file = format!("{name}{ENDING}");
        is_name(name).then(|| self.folder.join(FOLDER).join(file))
    }
}

fn pictures_in(folder: &Path) -> io::Result<Vec<Kept>> {
    let mut kept = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let file = entry.file_name();
        let name = file.to_str().and_then(|file| file.strip_suffix(ENDING));
        if let Some(name) = name.filter(|name| is_name(name)) {
            let bytes = entry.metadata()?.len();
            kept.push(Kept {
                name: name.to_owned(),
                bytes,
            });
        }
    }
    Ok(kept)
}

fn sha256(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn is_name(name: &str) -> bool {
    let is_digit = |digit: u8| digit.is_ascii_digit() || (b'a'..=b'f').contains(&digit);
    name.len() == 64 && name.bytes().all(is_digit)
}
