//! What is said to a mailbox server, and what it says: JSON, a message a WebSocket text.

use serde::{Deserialize, Serialize};

use super::{
    super::{hex::from_hex, words::plain},
    CodeError,
};

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
                body: raw
                    .body
                    .as_deref()
                    .and_then(from_hex)
                    .ok_or(CodeError::Nonsense)?,
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
