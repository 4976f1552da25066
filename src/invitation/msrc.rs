//! Invitations of Windows Remote Assistance (`.msrcIncident`): recognised and explained, never answered.
//!
//! Two kinds of file have the outermost element `UPLOADINFO` (Windows XP's, and Vista's and later) and say who asks, when
//! it was made and for how many minutes it holds; the third is a bare connection string with neither. Their proofs rest
//! on MD5 and RC4 of a password and on keys that nobody checks, so Hulp computes none of them.
//!
//! Real files are UTF-16 with a byte order mark, and some lack the white space between attributes that XML demands, so
//! this looks for attributes in the text rather than parse it.

use chrono::{DateTime, Utc};
use quick_xml::escape::unescape;

use super::{MAX_NAME_BYTES, PaperError, words::clean_name};

/// The error that explains such an invitation, if `bytes` are one.
pub(super) fn recognise(bytes: &[u8]) -> Option<PaperError> {
    let text = decode(bytes)?;
    let text = text.trim_start();
    if !text.starts_with('<') {
        return None;
    }
    if let Some((_, data)) = text
        .split_once("<UPLOADINFO")
        .and_then(|(_, info)| info.split_once("<UPLOADDATA"))
    {
        return Some(PaperError::WindowsRemoteAssistance {
            from: attribute(data, "USERNAME").and_then(name),
            expires: expires(data),
        });
    }
    // <E><A KH=".." KH2=".." ID=".."/><C>..: the bare connection string.
    let start = text.strip_prefix("<E>")?.trim_start().strip_prefix("<A ")?;
    attribute(start, "KH").map(|_| PaperError::WindowsRemoteAssistance {
        from: None,
        expires: None,
    })
}

/// The text, whichever of its encodings Windows wrote.
fn decode(bytes: &[u8]) -> Option<String> {
    let units = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = bytes.as_chunks().0.iter().map(|pair| unit(*pair));
        char::decode_utf16(units)
            .map(|sign| sign.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect()
    };
    match bytes {
        [0xff, 0xfe, text @ ..] | text @ [b'<', 0, ..] => Some(units(text, u16::from_le_bytes)),
        [0xfe, 0xff, text @ ..] | text @ [0, b'<', ..] => Some(units(text, u16::from_be_bytes)),
        [0xef, 0xbb, 0xbf, text @ ..] | text => Some(String::from_utf8_lossy(text).into_owned()),
    }
}

/// The raw value of an attribute, up to its closing quote.
fn attribute<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let tag = text.split_once('>').map_or(text, |(tag, _)| tag);
    tag.match_indices(name).find_map(|(at, _)| {
        let is_whole = !tag[..at].ends_with(|before: char| before.is_alphanumeric());
        let value = tag[at + name.len()..]
            .trim_start()
            .strip_prefix('=')?
            .trim_start();
        let quote = value
            .chars()
            .next()
            .filter(|sign| matches!(sign, '"' | '\''))?;
        let end = value[1..].find(quote)?;
        is_whole.then(|| &value[1..1 + end])
    })
}

fn name(raw: &str) -> Option<String> {
    let name = clean_name(&unescape(raw).unwrap_or(raw.into()));
    (!name.is_empty() && name.len() <= MAX_NAME_BYTES).then_some(name)
}

/// `DtStart` in seconds since 1970, and `DtLength` minutes more.
fn expires(data: &str) -> Option<DateTime<Utc>> {
    let start: i64 = attribute(data, "DtStart")?.trim().parse().ok()?;
    let minutes: i64 = attribute(data, "DtLength")?.trim().parse().ok()?;
    DateTime::from_timestamp(start.checked_add(minutes.checked_mul(60)?)?, 0)
}
