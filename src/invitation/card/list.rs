//! The list of those who may offer help, as a computer's owner or administrator made it. It alone decides.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use thiserror::Error;

use super::{HelperCard, Organisation, OrganisationKey};
use crate::invitation::Fingerprint;

/// The most helpers on a list.
pub const MAX_LISTED_HELPERS: usize = 256;
/// The most organisations on it.
pub const MAX_LISTED_ORGANISATIONS: usize = 32;

/// Who may offer help.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HelperList {
    /// Those who are named.
    pub helpers: Vec<ListedHelper>,
    /// Those whose signed cards count.
    pub organisations: Vec<ListedOrganisation>,
    /// What organisations took back, also those that are not on the list now: a card of theirs may be, or they come back.
    pub taken_back: BTreeMap<OrganisationKey, TakenBack>,
    /// It is not known what was taken back: no card counts that an organisation signed.
    pub no_signed_cards: bool,
}

/// What an organisation took back, as far as is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakenBack {
    /// The number of its newest list.
    pub number: u64,
    /// The keys in all of its lists.
    pub keys: BTreeSet<Fingerprint>,
}

/// A helper who is named on the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedHelper {
    /// Their card, as it was put there.
    pub card: HelperCard,
    /// Whether they may ask for control; else they only see.
    pub may_control: bool,
}

/// An organisation whose helpers may all offer help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedOrganisation {
    /// Which.
    pub organisation: Organisation,
    /// Whether its helpers may ask for control; else they only see.
    pub may_control: bool,
}

/// A helper who may offer help now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offerer {
    /// Their name, from the card on the list or from the organisation's signed one.
    pub name: String,
    /// Their organisation; may be empty.
    pub organisation: String,
    /// An organisation on the list says so. Otherwise the list has their name, and their organisation is what they say themselves.
    pub is_vouched_for: bool,
    /// Whether they may ask for control; else they only see.
    pub may_control: bool,
}

/// Why somebody may not offer help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NotListed {
    /// Neither their key nor an organisation that stands for them is on the list.
    #[error("not on the list of helpers")]
    Unknown,
    /// The card that they showed is of another computer.
    #[error("with the card of another computer")]
    CardOfAnother,
    /// Their card does not hold yet.
    #[error("with a card that does not hold yet")]
    NotYet,
    /// Their card holds no more.
    #[error("with a card that has expired")]
    Expired,
    /// The organisation took it back, or nobody knows whether it did.
    #[error("with a card that the organisation has taken back")]
    Revoked,
}

impl HelperList {
    /// The card by which this computer is known here: the one on the list, or else the one that it showed.
    pub fn card_of<'a>(
        &'a self,
        key: &Fingerprint,
        shown: Option<&'a HelperCard>,
    ) -> Option<&'a HelperCard> {
        let mut all = self.helpers.iter().map(|named| &named.card);
        all.find(|card| card.key == *key).or(shown)
    }

    /// Whether the computer that proved this key, and showed this card, may offer help now. A name on the list goes before a card.
    ///
    /// # Errors
    /// [`NotListed`], which is for the log: whoever is not on the list learns nothing of it.
    pub fn find(
        &self,
        key: &Fingerprint,
        shown: Option<&HelperCard>,
        now: DateTime<Utc>,
    ) -> Result<Offerer, NotListed> {
        let named = self.helpers.iter().find(|named| named.card.key == *key);
        if let Some(ListedHelper { card, may_control }) = named {
            self.check(card, now)?;
            let by = card.signed_by().and_then(|by| self.organisation(by));
            return Ok(Offerer {
                name: card.name.clone(),
                organisation: card.organisation.clone(),
                is_vouched_for: by.is_some(),
                may_control: *may_control,
            });
        }
        let card = shown.ok_or(NotListed::Unknown)?;
        if card.key != *key {
            return Err(NotListed::CardOfAnother);
        }
        let by = card.signed_by().and_then(|by| self.organisation(by));
        let by = by.ok_or(NotListed::Unknown)?;
        self.check(card, now)?;
        Ok(Offerer {
            name: card.name.clone(),
            organisation: match by.organisation.name.as_str() {
                "" => card.organisation.clone(), // which the organisation signed
                name => name.to_owned(),
            },
            is_vouched_for: true,
            may_control: by.may_control,
        })
    }

    /// The name of an organisation whose signature counts on this list: one that is on it, or that signed the card of somebody who is.
    pub fn name_of(&self, key: OrganisationKey) -> Option<String> {
        let signed = || {
            let mut named = self.helpers.iter().map(|named| &named.card);
            let card = named.find(|card| card.signed_by() == Some(key))?;
            Some(card.organisation.clone())
        };
        match self.organisation(key) {
            Some(of) => Some(of.organisation.name.clone()),
            None => signed(),
        }
    }

    /// Whether a card holds now, and was not taken back: by the organisation that signed it, or by any if none did.
    fn check(&self, card: &HelperCard, now: DateTime<Utc>) -> Result<(), NotListed> {
        if now < card.valid_from {
            return Err(NotListed::NotYet);
        }
        if now >= card.valid_until {
            return Err(NotListed::Expired);
        }
        let takes_back = |taken: &TakenBack| taken.keys.contains(&card.key);
        let is_taken_back = match card.signed_by() {
            Some(by) => self.no_signed_cards || self.taken_back.get(&by).is_some_and(takes_back),
            None => self.taken_back.values().any(takes_back),
        };
        match is_taken_back {
            true => Err(NotListed::Revoked),
            false => Ok(()),
        }
    }

    fn organisation(&self, key: OrganisationKey) -> Option<&ListedOrganisation> {
        let mut all = self.organisations.iter();
        all.find(|listed| listed.organisation.key == key)
    }
}
