//! What is said to a mailbox server, and what it says: JSON, a message a WebSocket text.

use serde::{Deserialize, Serialize};

use super::CodeError;
use crate::invitation::clean_name;

/// The most characters of the server's own words that are shown.
const MAX_WORDS_CHARS: usize = 200;
/// The most characters of a mailbox's, a side's and a phase's name.
const MAX_NAME_CHARS: usize = 128;

/// What this side says.
#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub(super) enum Say<'a> {
    Bind { appid: &'a str, side: &'a str },
    Allocate,
    Claim { nameplate: &'a str },
    Open { mailbox: &'a str },
    Add { phase: &'a str, body: String },
    Release { nameplate: &'a str },
    Close { mailbox: &'a str, mood: &'a str },
}

impl Say<'_> {
    pub(super) fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default() // strings alone: it cannot fail
    }
}

/// What the server says, as far as it matters.
#[derive(Debug)]
pub(super) enum Heard {
    Welcome,
    Allocated(String),
    Claimed(String),
    Message {
        side: String,
        phase: String,
        body: Vec<u8>,
    },
    Closed,
    Error(String),
    /// Something that the protocol lets pass.
    Other,
}

#[derive(Deserialize)]
struct Raw {
    r#type: String,
    welcome: Option<RawWelcome>,
    nameplate: Option<String>,
    mailbox: Option<String>,
    side: Option<String>,
    phase: Option<String>,
    body: Option<String>,
    error: Option<String>,
}

#[derive(Deserialize)]
struct RawWelcome {
    error: Option<String>,
}

impl Heard {
    pub(super) fn read(text: &str) -> Result<Self, CodeError> {
        let raw: Raw = serde_json::from_str(text).map_err(|_| CodeError::Nonsense)?;
        Ok(match raw.r#type.as_str() {
            "welcome" => match raw.welcome.and_then(|welcome| welcome.error) {
                Some(words) => Self::Error(plain(&words)),
                None => Self::Welcome,
            },
            "allocated" => Self::Allocated(name(raw.nameplate)?),
            "claimed" => Self::Claimed(name(raw.mailbox)?),
            "message" => Self::Message {
                side: name(raw.side)?,
                phase: name(raw.phase)?,
                body: from_hex(&raw.body.ok_or(CodeError::Nonsense)?)?,
            },
            "closed" => Self::Closed,
            "error" => Self::Error(plain(&raw.error.unwrap_or_default())),
            _ => Self::Other,
        })
    }
}

fn name(given: Option<String>) -> Result<String, CodeError> {
    given
        .filter(|name| !name.is_empty() && name.len() <= MAX_NAME_CHARS)
        .ok_or(CodeError::Nonsense)
}

/// A stranger's words in one short line.
fn plain(words: &str) -> String {
    let start: String = words.chars().take(MAX_WORDS_CHARS).collect();
    clean_name(&start)
}

pub(super) fn to_hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |value: u8| char::from(DIGITS[usize::from(value)]);
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

pub(super) fn from_hex(text: &str) -> Result<Vec<u8>, CodeError> {
    let digit = |byte: u8| {
        char::from(byte)
            .to_digit(16)
            .and_then(|value| u8::try_from(value).ok())
    };
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if !rest.is_empty() {
        return Err(CodeError::Nonsense);
    }
    pairs
        .iter()
        .map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?))
        .collect::<Option<_>>()
        .ok_or(CodeError::Nonsense)
}
