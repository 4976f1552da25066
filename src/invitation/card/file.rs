//! The files: TOML in and out.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, SecondsFormat, Timelike, Utc};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::{
    CardError, HelperCard, MAX_CARD_BYTES, MAX_REVOKED, MAX_REVOKED_BYTES, Organisation,
    OrganisationKey, OrganisationSecret, Revoked, Signature, checked_name, key_words,
};
use crate::invitation::Fingerprint;

/// The version of each format that is written, and the only one that is read.
const VERSION: u32 = 1;
const COMPUTER_PREFIX: &str = "sha256:";
const ORGANISATION_PREFIX: &str = "ed25519:";

const CARD_COMMENT: &str = "\
# A helper's card, made by Hulp (remote assistance). It is no secret.
# Whoever puts it on the list under Settings, Receiving help, lets this helper ask to help at that computer:
# add it only if you know whose it is, and compare the words with the helper by telephone.
";
const ORGANISATION_COMMENT: &str = "\
# An organisation's key, made by Hulp (remote assistance). It is no secret.
# Whoever adds it under Settings, Receiving help, lets all of its helpers ask to help at that computer.
";
const SECRET_COMMENT: &str = "\
# SECRET: whoever has this file makes helpers of this organisation. Keep it where only you can read it.
";
const REVOKED_COMMENT: &str = "\
# The helpers' computers that an organisation has taken off its list, made by Hulp (remote assistance).
# Add it under Settings, Receiving help.
";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct CardFile {
    hulp_card: u32,
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    organisation: String,
    key: String,
    words: String,
    valid_from: String,
    valid_until: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    organisation_key: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    signature: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct OrganisationFile {
    hulp_organisation: u32,
    name: String,
    key: String,
}

#[derive(Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct SecretFile {
    hulp_organisation_secret: u32,
    name: String,
    secret: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RevokedFile {
    hulp_revoked: u32,
    organisation_key: String,
    number: u64,
    keys: Vec<String>,
    signature: String,
}

pub(super) fn read_card(bytes: &[u8]) -> Result<HelperCard, CardError> {
    let file: CardFile = parse(bytes, MAX_CARD_BYTES, "hulp-card")?;
    let key = computer_key(&file.key)?;
    let card = HelperCard::new(
        &file.name,
        &file.organisation,
        key,
        date(&file.valid_from)?,
        date(&file.valid_until)?,
    )?;
    // What was cleaned away would stand in the file and be covered by no signature.
    if card.name != file.name || card.organisation != file.organisation {
        return Err(CardError::Name);
    }
    if file.words != key_words(&key) {
        return Err(CardError::Words);
    }
    let signed = match (file.organisation_key, file.signature) {
        (None, None) => None,
        (Some(by), Some(signature)) => {
            let by = organisation_key(&by)?;
            let bytes = decode("signature", &signature)?;
            by.verify(&card.signed_bytes(), &bytes)?;
            Some(Signature { by, bytes })
        }
        _ => return Err(wrong("a signature needs the key that made it")),
    };
    Ok(HelperCard { signed, ..card })
}

pub(super) fn write_card(card: &HelperCard) -> String {
    let signed = card.signed.as_ref();
    let file = CardFile {
        hulp_card: VERSION,
        name: card.name.clone(),
        organisation: card.organisation.clone(),
        key: format!("{COMPUTER_PREFIX}{}", encode(&card.key.0)),
        words: key_words(&card.key),
        valid_from: date_text(card.valid_from),
        valid_until: date_text(card.valid_until),
        organisation_key: signed.map(|signed| organisation_key_text(signed.by)),
        signature: signed.map(|signed| encode(&signed.bytes)),
    };
    format!("{CARD_COMMENT}{}", text(&file))
}

pub(super) fn read_organisation(bytes: &[u8]) -> Result<Organisation, CardError> {
    let file: OrganisationFile = parse(bytes, MAX_CARD_BYTES, "hulp-organisation")?;
    Ok(Organisation {
        name: checked_name(&file.name)?,
        key: organisation_key(&file.key)?,
    })
}

pub(super) fn write_organisation(organisation: &Organisation) -> String {
    let file = OrganisationFile {
        hulp_organisation: VERSION,
        name: organisation.name.clone(),
        key: organisation_key_text(organisation.key),
    };
    format!("{ORGANISATION_COMMENT}{}", text(&file))
}

pub(super) fn read_secret(bytes: &[u8]) -> Result<OrganisationSecret, CardError> {
    let file: SecretFile = parse(bytes, MAX_CARD_BYTES, "hulp-organisation-secret")?;
    OrganisationSecret::from_seed(&file.name, Zeroizing::new(decode("secret", &file.secret)?))
}

pub(super) fn write_secret(name: &str, seed: &[u8; 32]) -> Zeroizing<String> {
    let file = SecretFile {
        hulp_organisation_secret: VERSION,
        name: name.to_owned(),
        secret: encode(seed),
    };
    let text = Zeroizing::new(text(&file));
    Zeroizing::new(format!("{SECRET_COMMENT}{}", *text))
}

pub(super) fn read_revoked(bytes: &[u8]) -> Result<Revoked, CardError> {
    let file: RevokedFile = parse(bytes, MAX_REVOKED_BYTES, "hulp-revoked")?;
    if file.keys.len() > MAX_REVOKED {
        return Err(CardError::ListFull);
    }
    let keys = file.keys.iter().map(|key| computer_key(key));
    let list = Revoked {
        organisation: organisation_key(&file.organisation_key)?,
        number: file.number,
        keys: keys.collect::<Result<_, _>>()?,
        signature: decode("signature", &file.signature)?,
    };
    let signed = list.signed_bytes();
    list.organisation.verify(&signed, &list.signature)?;
    Ok(list)
}

pub(super) fn write_revoked(list: &Revoked) -> String {
    let keys = list.keys.iter();
    let file = RevokedFile {
        hulp_revoked: VERSION,
        organisation_key: organisation_key_text(list.organisation),
        number: list.number,
        keys: keys
            .map(|key| format!("{COMPUTER_PREFIX}{}", encode(&key.0)))
            .collect(),
        signature: encode(&list.signature),
    };
    format!("{REVOKED_COMMENT}{}", text(&file))
}

/// The file as its kind has it: first the version, for a newer one may have anything in it.
fn parse<T: DeserializeOwned>(
    bytes: &[u8],
    max_bytes: usize,
    kind: &'static str,
) -> Result<T, CardError> {
    if bytes.len() > max_bytes {
        return Err(CardError::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| wrong("it is not written in UTF-8"))?;
    // What the parser says of a fault quotes the file, which may be a secret's.
    let table: toml::Table = toml::from_str(text).map_err(|_| wrong("it is no TOML"))?;
    match table.get(kind).and_then(toml::Value::as_integer) {
        Some(version) if version == i64::from(VERSION) => {}
        Some(newer @ 2..) => {
            return Err(CardError::NewerVersion(
                u32::try_from(newer).unwrap_or(u32::MAX),
            ));
        }
        _ => return Err(wrong(format!("it does not say {kind} = {VERSION}"))),
    }
    toml::from_str(text).map_err(|_| wrong("something in it is missing, or does not belong there"))
}

fn text(file: &impl Serialize) -> String {
    toml::to_string(file).expect("texts and numbers can be written as TOML")
}

fn computer_key(text: &str) -> Result<Fingerprint, CardError> {
    let key = text.strip_prefix(COMPUTER_PREFIX);
    let key = key.ok_or_else(|| wrong("a computer's key in it is of an unknown kind"))?;
    Ok(Fingerprint(decode("key", key)?))
}

fn organisation_key(text: &str) -> Result<OrganisationKey, CardError> {
    let key = text.strip_prefix(ORGANISATION_PREFIX);
    let key = key.ok_or_else(|| wrong("an organisation's key in it is of an unknown kind"))?;
    Ok(OrganisationKey(decode("organisation's key", key)?))
}

fn organisation_key_text(key: OrganisationKey) -> String {
    format!("{ORGANISATION_PREFIX}{}", encode(&key.0))
}

fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn decode<const N: usize>(what: &str, text: &str) -> Result<[u8; N], CardError> {
    let bytes = URL_SAFE_NO_PAD.decode(text).map(Zeroizing::new);
    bytes
        .ok()
        .and_then(|bytes| bytes.as_slice().try_into().ok())
        .ok_or_else(|| wrong(format!("the {what} in it is damaged")))
}

fn date(text: &str) -> Result<DateTime<Utc>, CardError> {
    DateTime::parse_from_rfc3339(text)
        .map(|at| at.to_utc())
        .ok()
        .filter(|at| at.nanosecond() == 0)
        .ok_or(CardError::Dates)
}

fn date_text(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn wrong(what: impl Into<String>) -> CardError {
    CardError::Wrong(what.into())
}
