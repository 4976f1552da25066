//! What an organisation takes back: the keys of computers whose cards hold no more.

use std::collections::BTreeSet;

use super::{
    CardError, OrganisationKey, OrganisationSecret, TakenBack, file,
    signed::{Fields, REVOKED_CONTEXT},
};
use crate::invitation::Fingerprint;

/// The most keys in a list.
pub const MAX_REVOKED: usize = 4096;
/// The most bytes of a list's file: each key takes 57 in it.
pub const MAX_REVOKED_BYTES: usize = 256 * 1024;

/// A signed list. Each has a higher number than the one that it was made after, and holds all of its keys. A list only adds to
/// what is known ([`Revoked::added_to`]): none brings a key back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revoked {
    /// Whose.
    pub organisation: OrganisationKey,
    /// Which one: the first is 1.
    pub number: u64,
    /// Computers whose cards hold no more.
    pub keys: BTreeSet<Fingerprint>,
    pub(super) signature: [u8; 64],
}

impl Revoked {
    /// Reads a list's file; the signature has to be right.
    ///
    /// # Errors
    /// [`CardError::TooLarge`], [`CardError::NewerVersion`], [`CardError::Wrong`], [`CardError::Signature`].
    pub fn read(bytes: &[u8]) -> Result<Self, CardError> {
        file::read_revoked(bytes)
    }

    /// The file's text.
    pub fn to_text(&self) -> String {
        file::write_revoked(self)
    }

    /// What is known to be taken back with this list too. Nothing that was known goes: two who look after one organisation may
    /// each have made a list after the same one.
    ///
    /// # Errors
    /// [`CardError::OlderList`], when it is no newer and says nothing new.
    pub fn added_to(&self, known: TakenBack) -> Result<TakenBack, CardError> {
        if self.number <= known.number && self.keys.is_subset(&known.keys) {
            return Err(CardError::OlderList {
                known: known.number,
                came: self.number,
            });
        }
        let mut all = known;
        all.number = all.number.max(self.number);
        all.keys.extend(&self.keys);
        Ok(all)
    }

    pub(super) fn after(
        known: Option<Self>,
        secret: &OrganisationSecret,
        key: Fingerprint,
    ) -> Result<Self, CardError> {
        let organisation = secret.key();
        let (number, mut keys) = match known {
            Some(known) if known.organisation != organisation => {
                return Err(CardError::OtherOrganisation);
            }
            Some(known) => (known.number, known.keys),
            None => (0, BTreeSet::new()),
        };
        keys.insert(key);
        let number = number.checked_add(1).ok_or(CardError::ListFull)?;
        if keys.len() > MAX_REVOKED {
            return Err(CardError::ListFull);
        }
        let mut list = Self {
            organisation,
            number,
            keys,
            signature: [0; 64],
        };
        list.signature = secret.sign(&list.signed_bytes());
        Ok(list)
    }

    /// What the signature covers.
    pub(super) fn signed_bytes(&self) -> Vec<u8> {
        let begin = Fields::begin(REVOKED_CONTEXT).add(&self.number.to_be_bytes());
        let keys = self.keys.iter();
        keys.fold(begin, |fields, key| fields.add(&key.0)).end()
    }
}
