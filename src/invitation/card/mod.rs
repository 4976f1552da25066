//! Who may offer help: a helper's card, the organisation that signs for it, and what the organisation takes back.
//!
//! A card tells how a helper's computer is known: by the fingerprint of the key that it proves in TLS. So a card that somebody
//! copied is of no use to them. The owner of a computer puts a card on the list, or the key of an organisation, and then
//! everybody is on it who has a card that the organisation signed and did not take back.
//!
//! All are short files of TOML that a person can read. Each begins with its kind and the version of its format; whatever is
//! unknown in them is refused, for a reader must not miss what a signature covers.
//!
//! | file | key of its version | what it says | limits |
//! |---|---|---|---|
//! | `.hulpcard` | `hulp-card` | `name`, `organisation` (may be absent), `key`, `words` (those of the key), `valid-from`, `valid-until`, and where it is signed `organisation-key` and `signature` | [`MAX_CARD_BYTES`] |
//! | `.hulporg` | `hulp-organisation` | `name` and `key` of an organisation, for its members' novices | [`MAX_CARD_BYTES`] |
//! | `.hulporg-secret` | `hulp-organisation-secret` | `name` and `secret`: whoever has it signs for the organisation | [`MAX_CARD_BYTES`] |
//! | `.hulprevoked` | `hulp-revoked` | `organisation-key`, `number` (only grows), `keys` of the computers that may not offer help any more, `signature` | [`MAX_REVOKED`] keys |
//!
//! Keys of computers are written as in an invitation (`sha256:` and base64), those of organisations as `ed25519:` and base64.
//! Dates are RFC 3339 in whole seconds. A signature is Ed25519 (RFC 8032) over the fields as bytes, each with its length before it.

mod error;
mod file;
mod list;
mod organisation;
mod revoked;
mod signed;
mod words;

use chrono::{DateTime, Datelike, SubsecRound, Utc};

pub use error::CardError;
pub use list::{
    HelperList, ListedHelper, ListedOrganisation, MAX_LISTED_HELPERS, MAX_LISTED_ORGANISATIONS,
    NotListed, Offerer, TakenBack,
};
pub use organisation::{Organisation, OrganisationKey, OrganisationSecret};
pub use revoked::{MAX_REVOKED, MAX_REVOKED_BYTES, Revoked};
pub use words::key_words;

use super::{
    Fingerprint, MAX_NAME_BYTES, clean_name,
    make::{MAX_LIFETIME, SANE_YEARS},
};
use signed::{CARD_CONTEXT, Fields};

/// The extension of a card's file, without the dot.
pub const CARD_EXTENSION: &str = "hulpcard";
/// The most bytes of a card. One has about 500; it goes over the wire before anybody is let in.
pub const MAX_CARD_BYTES: usize = 2048;
/// So many years a card may hold at most, so that a forgotten one does not serve for ever.
pub const MAX_CARD_YEARS: u32 = 10;

/// How a helper's computer is known to those who may be helped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelperCard {
    /// Who: 1 to [`MAX_NAME_BYTES`] bytes, clean.
    pub name: String,
    /// Of which organisation, as the helper says; may be empty. Clean, at most [`MAX_NAME_BYTES`] bytes.
    pub organisation: String,
    /// The key of the helper's computer.
    pub key: Fingerprint,
    /// It does not hold before.
    pub valid_from: DateTime<Utc>,
    /// It does not hold from then on.
    pub valid_until: DateTime<Utc>,
    /// Which organisation stands for it, if one does. That the signature is right was checked when the card was read.
    signed: Option<Signature>,
}

/// Whose signature, and the signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Signature {
    by: OrganisationKey,
    bytes: [u8; 64],
}

impl HelperCard {
    /// A card that nobody has signed yet. Fractions of seconds are cut off.
    ///
    /// # Errors
    /// [`CardError::Name`], [`CardError::Dates`].
    pub fn new(
        name: &str,
        organisation: &str,
        key: Fingerprint,
        valid_from: DateTime<Utc>,
        valid_until: DateTime<Utc>,
    ) -> Result<Self, CardError> {
        let name = checked_name(name)?;
        let organisation = clean_name(organisation);
        if organisation.len() > MAX_NAME_BYTES {
            return Err(CardError::Name);
        }
        let (valid_from, valid_until) = (valid_from.trunc_subsecs(0), valid_until.trunc_subsecs(0));
        let is_sane = |date: DateTime<Utc>| SANE_YEARS.contains(&date.year());
        let longest = MAX_LIFETIME * MAX_CARD_YEARS;
        let lifetime = (valid_until - valid_from).to_std();
        if !is_sane(valid_from)
            || !is_sane(valid_until)
            || valid_from == valid_until
            || lifetime.is_ok_and(|lifetime| lifetime > longest)
            || lifetime.is_err()
        {
            return Err(CardError::Dates);
        }
        Ok(Self {
            name,
            organisation,
            key,
            valid_from,
            valid_until,
            signed: None,
        })
    }

    /// Reads a card's file; a signature in it has to be right.
    ///
    /// # Errors
    /// Those of [`HelperCard::new`], [`CardError::TooLarge`], [`CardError::NewerVersion`], [`CardError::Wrong`],
    /// [`CardError::Words`], [`CardError::Signature`].
    pub fn read(bytes: &[u8]) -> Result<Self, CardError> {
        file::read_card(bytes)
    }

    /// The file's text, with a word to whoever opens it in an editor.
    pub fn to_text(&self) -> String {
        file::write_card(self)
    }

    /// Which organisation signed it.
    pub fn signed_by(&self) -> Option<OrganisationKey> {
        self.signed.map(|signature| signature.by)
    }

    /// Whether it holds now.
    ///
    /// # Errors
    /// [`CardError::NotYet`], [`CardError::Expired`].
    pub fn check_time(&self, now: DateTime<Utc>) -> Result<(), CardError> {
        if now < self.valid_from {
            return Err(CardError::NotYet(self.valid_from));
        }
        if now >= self.valid_until {
            return Err(CardError::Expired(self.valid_until));
        }
        Ok(())
    }

    /// What a signature covers.
    fn signed_bytes(&self) -> Vec<u8> {
        Fields::begin(CARD_CONTEXT)
            .add(self.name.as_bytes())
            .add(self.organisation.as_bytes())
            .add(&self.key.0)
            .add(&self.valid_from.timestamp().to_be_bytes())
            .add(&self.valid_until.timestamp().to_be_bytes())
            .end()
    }
}

/// A clean name that is one.
fn checked_name(name: &str) -> Result<String, CardError> {
    let name = clean_name(name);
    if name.is_empty() || name.len() > MAX_NAME_BYTES {
        return Err(CardError::Name);
    }
    Ok(name)
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
