//! The list of those who may offer help, as the user changes it.

use std::{path::Path, sync::Arc};

use super::super::{
    HelpersCommand,
    view::{HelpersChange, HelpersFault, HelpersPaper},
};
use super::NoviceSide;
use crate::{
    delivery,
    invitation::{
        CardError, Fingerprint, HelperCard, MAX_REVOKED_BYTES, Organisation, OrganisationKey,
        Revoked, key_words,
    },
    store::{HelpersDid, LogEvent, LogText},
};

/// A file that the list can take.
#[derive(Debug)]
pub(super) enum Paper {
    Card(Box<HelperCard>),
    Organisation(Organisation),
    Revoked(Box<Revoked>),
}

impl NoviceSide {
    /// Reads the list again if another process of Hulp's may have changed it.
    pub(super) fn look_at_helpers(&mut self) {
        let wrote = self.check("helpers", self.shared.store.others_wrote());
        if wrote.is_none() || wrote != self.offers.read_at {
            self.load_helpers();
            self.show_invitations(); // the doors open or close with it
        }
    }

    /// Reads the list as it is kept.
    pub(super) fn load_helpers(&mut self) {
        // Before the list: what is written in between is read twice, and not missed.
        self.offers.read_at = self.check("helpers", self.shared.store.others_wrote());
        // A list that cannot be read is none: nobody is let in by half of one.
        let list = self.check("helpers", self.shared.store.helper_list());
        self.offers.kept = list.unwrap_or_default();
        self.show_helpers();
    }

    /// Makes this side go by the list, as it is under the policy of now.
    pub(super) fn show_helpers(&mut self) {
        let list = self.shared.policy().over_helpers(&self.offers.kept);
        if *self.offers.list != list {
            self.offers.list = Arc::new(list);
            let list = self.offers.list.clone();
            self.change_view(|view| view.helpers.list = list);
        }
        self.keep_to_list();
    }

    pub(super) fn change_helpers(&mut self, command: HelpersCommand) {
        let changed = match command {
            HelpersCommand::Read(path) => self.read_paper(&path),
            HelpersCommand::Add { may_control } => self.add_paper(may_control),
            HelpersCommand::RemoveHelper(key) => self.remove_helper(key),
            HelpersCommand::RemoveOrganisation(key) => self.remove_organisation(key),
            HelpersCommand::Seen => {
                self.offers.read = None;
                return self.change_view(|view| view.helpers.change = None);
            }
        };
        let change = changed.unwrap_or_else(HelpersChange::Failed);
        self.change_view(|view| view.helpers.change = Some(change));
        self.load_helpers();
        self.show_invitations(); // the doors open or close with it
    }

    /// Reads a file that may be added: the user looks at it first.
    fn read_paper(&mut self, path: &Path) -> Result<HelpersChange, HelpersFault> {
        self.offers.read = None;
        let policy = self.shared.policy();
        let paper = read(path)?;
        let shown = match &paper {
            Paper::Card(_) if policy.helpers.is_some() => return Err(HelpersFault::NotYours),
            Paper::Organisation(_) if policy.organisation_keys.is_some() => {
                return Err(HelpersFault::NotYours);
            }
            Paper::Card(card) => HelpersPaper::Card(card.clone()),
            Paper::Organisation(organisation) => HelpersPaper::Organisation(organisation.clone()),
            // It only closes, so that it may be of the policy's organisations too.
            Paper::Revoked(list) => HelpersPaper::TakenBack {
                organisation: (self.offers.list.name_of(list.organisation))
                    .ok_or(HelpersFault::OfNobodyHere)?,
                helpers: list.keys.len(),
            },
        };
        self.offers.read = Some(paper);
        Ok(HelpersChange::Read(shown))
    }

    fn add_paper(&mut self, may_control: bool) -> Result<HelpersChange, HelpersFault> {
        let store = &self.shared.store;
        let policy = self.shared.policy();
        match self.offers.read.take().ok_or(HelpersFault::NothingRead)? {
            // The policy may have come since it was read.
            Paper::Card(_) if policy.helpers.is_some() => Err(HelpersFault::NotYours),
            Paper::Organisation(_) if policy.organisation_keys.is_some() => {
                Err(HelpersFault::NotYours)
            }
            Paper::Card(card) => {
                store.list_helper(&card, may_control)?;
                let may = Some(may_control);
                self.log_helpers(HelpersDid::HelperAdded, &card.name, card.key, may);
                Ok(HelpersChange::Added {
                    words: key_words(&card.key),
                    name: card.name,
                })
            }
            Paper::Organisation(organisation) => {
                (store.list_organisation(&organisation, may_control))?;
                let (name, key) = (&organisation.name, Fingerprint(organisation.key.0));
                self.log_helpers(HelpersDid::OrganisationAdded, name, key, Some(may_control));
                Ok(HelpersChange::Added {
                    words: organisation.words(),
                    name: organisation.name,
                })
            }
            Paper::Revoked(list) => {
                let name = self.offers.list.name_of(list.organisation);
                let name = name.ok_or(HelpersFault::OfNobodyHere)?;
                let noted = store.note_revoked(&list)?;
                noted?;
                self.log(&LogEvent::Helpers {
                    did: HelpersDid::CardsTakenBack,
                    name: LogText::from(name.as_str()),
                    key: Some(Fingerprint(list.organisation.0).into()),
                    may_control: None,
                    taken_back: Some(list.keys.len()),
                });
                Ok(HelpersChange::TakenBack {
                    organisation: name,
                    helpers: list.keys.len(),
                })
            }
        }
    }

    fn remove_helper(&self, key: Fingerprint) -> Result<HelpersChange, HelpersFault> {
        if self.shared.policy().helpers.is_some() {
            return Err(HelpersFault::NotYours);
        }
        let mut all = self.offers.kept.helpers.iter();
        let named = all.find(|named| named.card.key == key);
        let name = named.map_or(String::new(), |named| named.card.name.clone());
        self.shared.store.unlist_helper(&key)?;
        self.log_helpers(HelpersDid::HelperRemoved, &name, key, None);
        Ok(HelpersChange::Removed(name))
    }

    fn remove_organisation(&self, key: OrganisationKey) -> Result<HelpersChange, HelpersFault> {
        if self.shared.policy().organisation_keys.is_some() {
            return Err(HelpersFault::NotYours);
        }
        let mut all = self.offers.kept.organisations.iter();
        let listed = all.find(|listed| listed.organisation.key == key);
        let name = listed.map_or(String::new(), |listed| listed.organisation.name.clone());
        (self.shared.store.unlist_organisation(&key))?;
        let key = Fingerprint(key.0);
        self.log_helpers(HelpersDid::OrganisationRemoved, &name, key, None);
        Ok(HelpersChange::Removed(name))
    }

    fn log_helpers(
        &self,
        did: HelpersDid,
        name: &str,
        key: Fingerprint,
        may_control: Option<bool>,
    ) {
        self.log(&LogEvent::Helpers {
            did,
            name: LogText::from(name),
            key: Some(key.into()),
            may_control,
            taken_back: None,
        });
    }
}

/// Whatever the file is of what the list can take.
fn read(path: &Path) -> Result<Paper, HelpersFault> {
    let bytes = delivery::read_at_most(path, MAX_REVOKED_BYTES)
        .map_err(|error| HelpersFault::System(error.to_string()))?;
    let card = HelperCard::read(&bytes).map(|card| Paper::Card(Box::new(card)));
    let paper = match card {
        Err(CardError::Wrong(_) | CardError::TooLarge) => {
            Organisation::read(&bytes).map(Paper::Organisation)
        }
        read => read,
    };
    let paper = match paper {
        Err(CardError::Wrong(_) | CardError::TooLarge) => {
            Revoked::read(&bytes).map(|list| Paper::Revoked(Box::new(list)))
        }
        read => read,
    };
    Ok(paper?)
}
