//! What can be wrong with a card, or with what an organisation signed.

use chrono::{DateTime, Utc};
use thiserror::Error;

/// What can be wrong with a card, or with what an organisation signed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CardError {
    /// It is larger than any file of its kind.
    #[error("this file is larger than any of its kind")]
    TooLarge,
    /// It is no such file; what is wrong with it.
    #[error("this file cannot be used: {0}")]
    Wrong(String),
    /// A newer Hulp made it, in this version of the format.
    #[error("this file was made by a newer Hulp (format {0}); update Hulp to use it")]
    NewerVersion(u32),
    /// A name in it is empty or over [`crate::invitation::MAX_NAME_BYTES`].
    #[error("a name in it is empty or too long")]
    Name,
    /// Its dates make no sense, or lie further apart than [`super::MAX_CARD_YEARS`].
    #[error("its dates make no sense")]
    Dates,
    /// Its words are not those of its key: it was changed, or copied badly.
    #[error("its words do not fit its key; ask the helper for a new card")]
    Words,
    /// The signature is not right: it was changed, or another key made it.
    #[error("its signature is not right; ask the organisation for a new file")]
    Signature,
    /// The card does not hold yet, only from then on.
    #[error("this card holds only from {0} on")]
    NotYet(DateTime<Utc>),
    /// The card does not hold any more, since then.
    #[error("this card held until {0}; ask the helper for a new one")]
    Expired(DateTime<Utc>),
    /// The list of what was taken back is of another organisation.
    #[error("this list is of another organisation")]
    OtherOrganisation,
    /// A newer list than this one is known.
    #[error(
        "this list has number {came}, and number {known} is known already; ask for the newest one"
    )]
    OlderList {
        /// The number of the list that is known.
        known: u64,
        /// The number of this one.
        came: u64,
    },
    /// There is no room for more keys in a list.
    #[error("the list is full; make the organisation a new key")]
    ListFull,
    /// The operating system gave no randomness.
    #[error("the operating system gave no randomness")]
    NoRandomness,
}
