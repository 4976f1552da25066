//! An organisation: the key that stands for its helpers, and the secret that signs their cards.

use std::fmt;

use ring::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use zeroize::Zeroizing;

use super::{CardError, HelperCard, Revoked, Signature, checked_name, file};
use crate::invitation::{Fingerprint, password::random};

/// An organisation's public key (Ed25519).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OrganisationKey(pub [u8; 32]);

/// An organisation as a novice's computer knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its name: clean, 1 to [`crate::invitation::MAX_NAME_BYTES`] bytes.
    pub name: String,
    /// Its key.
    pub key: OrganisationKey,
}

/// What signs for an organisation. Never logged, wiped from memory.
pub struct OrganisationSecret {
    name: String,
    seed: Zeroizing<[u8; 32]>,
    pair: Ed25519KeyPair,
}

impl OrganisationKey {
    pub(super) fn verify(&self, signed: &[u8], signature: &[u8; 64]) -> Result<(), CardError> {
        UnparsedPublicKey::new(&ED25519, self.0)
            .verify(signed, signature)
            .map_err(|_| CardError::Signature)
    }
}

impl fmt::Display for OrganisationKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl Organisation {
    /// Reads an organisation's file.
    ///
    /// # Errors
    /// [`CardError::TooLarge`], [`CardError::NewerVersion`], [`CardError::Wrong`], [`CardError::Name`].
    pub fn read(bytes: &[u8]) -> Result<Self, CardError> {
        file::read_organisation(bytes)
    }

    /// The file's text.
    pub fn to_text(&self) -> String {
        file::write_organisation(self)
    }

    /// The words of its key, to compare by telephone.
    pub fn words(&self) -> String {
        super::key_words(&Fingerprint(self.key.0))
    }
}

impl OrganisationSecret {
    /// A new one for an organisation of this name.
    ///
    /// # Errors
    /// [`CardError::Name`], [`CardError::NoRandomness`].
    pub fn generate(name: &str) -> Result<Self, CardError> {
        let seed = Zeroizing::new(random().map_err(|_| CardError::NoRandomness)?);
        Self::from_seed(name, seed)
    }

    pub(super) fn from_seed(name: &str, seed: Zeroizing<[u8; 32]>) -> Result<Self, CardError> {
        let pair = Ed25519KeyPair::from_seed_unchecked(&*seed)
            .map_err(|_| CardError::Wrong("its secret is damaged".to_owned()))?;
        Ok(Self {
            name: checked_name(name)?,
            seed,
            pair,
        })
    }

    /// Reads the file that [`OrganisationSecret::to_text`] wrote.
    ///
    /// # Errors
    /// [`CardError::TooLarge`], [`CardError::NewerVersion`], [`CardError::Wrong`], [`CardError::Name`].
    pub fn read(bytes: &[u8]) -> Result<Self, CardError> {
        file::read_secret(bytes)
    }

    /// The text of a file that only its owner may read. Whoever has it signs for the organisation.
    pub fn to_text(&self) -> Zeroizing<String> {
        file::write_secret(&self.name, &self.seed)
    }

    /// What everybody may know of it.
    pub fn organisation(&self) -> Organisation {
        Organisation {
            name: self.name.clone(),
            key: self.key(),
        }
    }

    /// The same card with the organisation's name and signature, in place of others.
    pub fn sign_card(&self, card: HelperCard) -> HelperCard {
        let card = HelperCard {
            organisation: self.name.clone(),
            ..card
        };
        let bytes = self.sign(&card.signed_bytes());
        let signed = Some(Signature {
            by: self.key(),
            bytes,
        });
        HelperCard { signed, ..card }
    }

    /// The list after `known` (the first one, where there is none) with one more key in it.
    ///
    /// # Errors
    /// [`CardError::OtherOrganisation`], [`CardError::ListFull`].
    pub fn revoke(&self, known: Option<Revoked>, key: Fingerprint) -> Result<Revoked, CardError> {
        Revoked::after(known, self, key)
    }

    pub(super) fn key(&self) -> OrganisationKey {
        let key = self.pair.public_key().as_ref();
        OrganisationKey(key.try_into().expect("a key of Ed25519 has 32 bytes"))
    }

    pub(super) fn sign(&self, bytes: &[u8]) -> [u8; 64] {
        let signature = self.pair.sign(bytes);
        let signature = signature.as_ref().try_into();
        signature.expect("a signature of Ed25519 has 64 bytes")
    }
}

impl fmt::Debug for OrganisationSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OrganisationSecret({:?}, ..)", self.name)
    }
}
