//! The administrator's policy and the settings' file as they lie on the disk: read at the start, and looked at again and again while
//! Hulp runs, for others change them.

use std::{path::PathBuf, time::Duration};

use chrono::Utc;

use super::BrokenSettings;
use crate::store::{
    LoadedPolicy, LoadedSettings, Ownership, PolicyPlace, Settings, SettingsFound, SettingsSeen,
    Store, StoreError,
};

/// Between two looks.
pub(super) const LOOK_AT_FILES_EVERY: Duration = Duration::from_secs(1);

/// Policy and settings on the disk.
pub(super) struct Files {
    place: PolicyPlace,
    policy: Steady<LoadedPolicy>,
    settings: Steady<SettingsSeen>,
    loaded: LoadedSettings,
    /// The last look at the settings failed, and that was written down.
    look_failed: bool,
}

/// What is new on the disk.
#[derive(Default)]
pub(super) struct FilesNews {
    pub(super) policy: Option<LoadedPolicy>,
    pub(super) settings: Option<SettingsNews>,
}

/// What became of the settings' file.
pub(super) enum SettingsNews {
    /// It holds these now.
    Changed(Box<Settings>),
    /// It is gone, or was none and was moved here.
    Lost(Option<PathBuf>),
}

/// Whether this process mends the settings' file: who owns the novice's side does, and if nobody does, whoever finds it.
enum Mending {
    Owner,
    /// Nobody else, for as long as this lives.
    InPlaceOfOwner(#[expect(dead_code, reason = "held, not read")] Ownership),
    NotHere,
}

impl Mending {
    fn of(store: &Store, owns: bool) -> Result<Self, StoreError> {
        if owns {
            return Ok(Self::Owner);
        }
        let free = store.own_novice_side()?;
        Ok(free.map_or(Self::NotHere, Self::InPlaceOfOwner))
    }

    fn is_here(&self) -> bool {
        !matches!(self, Self::NotHere)
    }
}

/// Something on the disk. What is new there counts when two looks in a row found the same: an editor may be in the middle of it.
struct Steady<T> {
    holds: T,
    last: T,
    /// Something else may hold by now, and whatever is found is new.
    is_open: bool,
}

impl<T: Clone + PartialEq> Steady<T> {
    fn begin(found: T) -> Self {
        Self {
            last: found.clone(),
            holds: found,
            is_open: false,
        }
    }

    /// This Hulp writes there itself, or somebody will: whatever is found next is new.
    fn open(&mut self) {
        self.is_open = true;
    }

    /// Whether something new holds from now on.
    fn look(&mut self, found: T) -> bool {
        let is_new = found == self.last && (self.is_open || found != self.holds);
        if is_new {
            self.is_open = false;
            self.holds = found.clone();
        }
        self.last = found;
        is_new
    }
}

impl Files {
    /// Reads both at the start, in a process that `owns` the novice's side already or does not.
    ///
    /// # Errors
    /// If the settings are there and cannot be read or moved.
    pub(super) fn read_first(
        store: &Store,
        place: PolicyPlace,
        owns: bool,
    ) -> Result<Self, StoreError> {
        let seen = store.settings_seen()?; // first: what is written between the two is news
        let mending = Mending::of(store, owns)?;
        let loaded = store.settings_at_start(mending.is_here(), Utc::now())?;
        if let Some(mended) = &loaded.mended {
            tracing::warn!(?mended, "the settings could not be read");
        }
        Ok(Self {
            policy: Steady::begin(place.load()),
            place,
            settings: Steady::begin(seen),
            loaded,
            look_failed: false,
        })
    }

    /// The policy that holds.
    pub(super) fn policy(&self) -> &LoadedPolicy {
        &self.policy.holds
    }

    /// The user's settings at the start.
    pub(super) fn settings(&self) -> &Settings {
        &self.loaded.settings
    }

    /// What was wrong with them then.
    pub(super) fn broken_settings(&self) -> Option<BrokenSettings> {
        let mended = self.loaded.mended.clone()?;
        Some(BrokenSettings {
            kept_as: mended.kept_as,
            defaults_hold: mended.defaults_hold,
        })
    }

    /// Whether the settings' file is as it was last taken over or written here, so that writing it anew loses nothing of others'.
    pub(super) fn are_settled(&self, store: &Store) -> bool {
        (store.settings_seen()).is_ok_and(|seen| seen == self.settings.holds)
    }

    /// Looks at both, in a process that `owns` the novice's side or does not. A settings' file that is none is moved aside.
    pub(super) fn look(&mut self, store: &Store, owns: bool) -> FilesNews {
        let policy = self.policy.look(self.place.load());
        let settings = self.look_at_settings(store, owns);
        let failed = settings.is_err();
        let settings = settings.unwrap_or_else(|error| {
            if !self.look_failed {
                tracing::error!(%error, "the settings' file was not looked at");
            }
            None
        });
        self.look_failed = failed;
        FilesNews {
            policy: policy.then(|| self.policy.holds.clone()),
            settings,
        }
    }

    /// This Hulp wrote the settings: they are to be there from now on, however soon they are lost.
    pub(super) fn settings_were_kept(&mut self) {
        self.settings.open();
    }

    fn look_at_settings(
        &mut self,
        store: &Store,
        owns: bool,
    ) -> Result<Option<SettingsNews>, StoreError> {
        if !self.settings.look(store.settings_seen()?) {
            return Ok(None);
        }
        let found = store.settings()?;
        if let SettingsFound::Kept(settings) = found {
            return Ok(Some(SettingsNews::Changed(settings)));
        }
        self.settings.open(); // it is written anew, and if it is lost again, that is new again
        if !Mending::of(store, owns)?.is_here() {
            return Ok(None); // the owner mends it, or this process when the owner is gone
        }
        let aside = (found == SettingsFound::Broken).then(|| store.set_settings_aside(Utc::now()));
        Ok(Some(SettingsNews::Lost(aside.transpose()?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_new_counts_when_it_was_seen_twice() {
        let mut steady = Steady::begin(1);
        assert!(!steady.look(1));
        assert!(!steady.look(2), "somebody may be writing");
        assert!(!steady.look(3));
        assert!(steady.look(3));
        assert!(!steady.look(3), "old by now");
        assert!(!steady.look(4) && !steady.look(3), "and back again");
        assert!(!steady.look(4) && steady.look(4));
        steady.open();
        assert!(steady.look(4) && !steady.look(4), "new again, once");
    }
}
