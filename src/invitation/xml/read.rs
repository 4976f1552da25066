//! Reading the file: a streaming reader that keeps what it knows and takes nothing on trust.

use std::net::{IpAddr, SocketAddr};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Datelike, Utc};
use quick_xml::{
    Reader, XmlVersion,
    events::{BytesDecl, BytesRef, BytesStart, Event},
};
use zeroize::Zeroizing;

use super::{KEY_PREFIX, MAX_ADDRESSES, MAX_HINTS, STRETCHING, portable, wrong};
use crate::invitation::{
    EndpointId, Fingerprint, Invitation, InvitationId, MAX_LIFETIME, MAX_MESSAGE_BYTES,
    MAX_NAME_BYTES, MAX_RELAY_BYTES, MAX_RELAY_TOKEN_BYTES, MeetingPoint, PaperError, PasswordSalt,
    RelayToken, TicketSecret, is_relay, is_relay_token,
    make::SANE_YEARS,
    words::{clean_message, clean_name},
};

/// The major version of the format that this Hulp reads.
const MAJOR: u32 = 1;

pub(super) fn read(text: &str) -> Result<Invitation, PaperError> {
    let mut form = Form::default();
    form.read(text)?;
    form.finish()
}

/// Where the reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Outside of the outermost element.
    Outside,
    /// Directly in it.
    Invitation,
    /// Directly in `computer`.
    Computer,
    /// Directly in `endpoint`.
    Endpoint,
    /// In an element that holds text.
    Text(TextOf),
}

/// The elements that hold text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TextOf {
    From,
    Message,
    Made,
    Expires,
    Ticket,
    Address,
    Relay,
    Token,
    Hint,
}

/// What was read so far.
#[derive(Default)]
struct Form {
    id: Option<InvitationId>,
    from: Option<String>,
    message: Option<String>,
    made: Option<DateTime<Utc>>,
    expires: Option<DateTime<Utc>>,
    novice_key: Option<Fingerprint>,
    /// Counts those that were skipped too.
    addresses_seen: usize,
    addresses: Vec<SocketAddr>,
    endpoint: Option<EndpointId>,
    relay: Option<String>,
    token: Option<RelayToken>,
    /// Counts those that were skipped too.
    hints_seen: usize,
    hints: Vec<SocketAddr>,
    ticket: Option<TicketSecret>,
    password: Option<PasswordSalt>,
}

impl Form {
    fn read(&mut self, text: &str) -> Result<(), PaperError> {
        let mut reader = Reader::from_str(text);
        let mut place = Place::Outside;
        let mut unknown_depth = 0_usize; // how many unknown elements the reader is in
        let mut content = Zeroizing::new(String::new());
        let mut ended = false;
        loop {
            let event = reader.read_event().map_err(|e| wrong(e.to_string()))?;
            let is_empty = matches!(event, Event::Empty(_));
            match event {
                Event::Decl(declaration) => check_encoding(&declaration)?,
                Event::DocType(_) => return Err(wrong("it has a document type (DTD)")),
                Event::Comment(_) | Event::PI(_) => {}
                Event::Start(_) | Event::Empty(_) if ended => {
                    return Err(wrong("something stands after its end"));
                }
                Event::Start(start) | Event::Empty(start) => {
                    let inner = if unknown_depth > 0 {
                        None
                    } else {
                        self.enter(place, &start)?
                    };
                    match inner {
                        Some(inner) => {
                            place = inner;
                            content.clear();
                            if is_empty {
                                place = self.leave(place, &content)?;
                            }
                        }
                        None if is_empty => {}
                        None => unknown_depth += 1,
                    }
                    ended = is_empty && place == Place::Outside && unknown_depth == 0;
                }
                Event::End(_) if unknown_depth > 0 => unknown_depth -= 1,
                Event::End(_) => {
                    place = self.leave(place, &content)?;
                    ended = place == Place::Outside;
                }
                Event::Text(text) => {
                    take(place, unknown_depth, &mut content, &text.xml10_content())?
                }
                Event::CData(text) => {
                    take(place, unknown_depth, &mut content, &text.xml10_content())?
                }
                Event::GeneralRef(reference) => {
                    let sign = resolve(&reference)?;
                    take(
                        place,
                        unknown_depth,
                        &mut content,
                        sign.encode_utf8(&mut [0; 4]),
                    )?;
                }
                Event::Eof if ended => return Ok(()),
                Event::Eof => return Err(wrong("it ends too early")),
            }
        }
    }

    /// The place inside of an element that starts, or `None` for one to ignore.
    fn enter(&mut self, place: Place, start: &BytesStart) -> Result<Option<Place>, PaperError> {
        let name = start.name();
        let inner = match (place, name.as_ref()) {
            (Place::Outside, "hulp-invitation") => {
                check_version(&attribute(start, "version")?)?;
                once(
                    &mut self.id,
                    "id",
                    InvitationId(decode("id", &attribute(start, "id")?)?),
                )?;
                Place::Invitation
            }
            (Place::Outside, other) => {
                let other: String = clean_name(other).chars().take(40).collect();
                return Err(wrong(format!(
                    "it is an XML file of another kind, <{other}>"
                )));
            }
            (Place::Invitation, "from") => Place::Text(TextOf::From),
            (Place::Invitation, "message") => Place::Text(TextOf::Message),
            (Place::Invitation, "made") => Place::Text(TextOf::Made),
            (Place::Invitation, "expires") => Place::Text(TextOf::Expires),
            (Place::Invitation, "ticket") => Place::Text(TextOf::Ticket),
            (Place::Computer, "address") => Place::Text(TextOf::Address),
            (Place::Invitation, "computer") => {
                let key = attribute(start, "key")?;
                let key = key
                    .strip_prefix(KEY_PREFIX)
                    .ok_or_else(|| wrong("its key is of an unknown kind"))?;
                once(
                    &mut self.novice_key,
                    "computer",
                    Fingerprint(decode("key", key)?),
                )?;
                Place::Computer
            }
            (Place::Computer, "endpoint") => {
                let id = EndpointId(decode("id", &attribute(start, "id")?)?);
                once(&mut self.endpoint, "endpoint", id)?;
                Place::Endpoint
            }
            (Place::Endpoint, "relay") => Place::Text(TextOf::Relay),
            (Place::Endpoint, "token") => Place::Text(TextOf::Token),
            (Place::Endpoint, "address") => Place::Text(TextOf::Hint),
            (Place::Invitation, "password") => {
                once(&mut self.password, "password", password_salt(start)?)?;
                return Ok(None); // whatever stands in it is of a later version
            }
            _ => return Ok(None),
        };
        Ok(Some(inner))
    }

    /// Keeps the text of an element that ends, and says where the reader is then.
    fn leave(&mut self, place: Place, text: &str) -> Result<Place, PaperError> {
        let what = match place {
            Place::Outside | Place::Invitation => return Ok(Place::Outside),
            Place::Computer => return Ok(Place::Invitation),
            Place::Endpoint => return Ok(Place::Computer),
            Place::Text(what) => what,
        };
        let trimmed = text.trim();
        match what {
            TextOf::From => once(&mut self.from, "from", clean_name(text))?,
            TextOf::Message => once(&mut self.message, "message", clean_message(text))?,
            TextOf::Made => once(&mut self.made, "made", read_date(trimmed)?)?,
            TextOf::Expires => once(&mut self.expires, "expires", read_date(trimmed)?)?,
            TextOf::Ticket => {
                once(
                    &mut self.ticket,
                    "ticket",
                    TicketSecret(decode("ticket", trimmed)?),
                )?;
            }
            TextOf::Address => {
                self.addresses_seen += 1;
                if self.addresses_seen > MAX_ADDRESSES {
                    return Err(wrong("it names more addresses than any computer has"));
                }
                add_address(&mut self.addresses, trimmed);
                return Ok(Place::Computer);
            }
            TextOf::Relay => {
                if trimmed.len() > MAX_RELAY_BYTES {
                    return Err(wrong("its relay has an endless address"));
                }
                once(&mut self.relay, "relay", trimmed.to_owned())?;
                return Ok(Place::Endpoint);
            }
            TextOf::Token => {
                if trimmed.len() > MAX_RELAY_TOKEN_BYTES {
                    return Err(wrong("what its relay asks for is endless"));
                }
                let token = RelayToken(Zeroizing::new(trimmed.to_owned()));
                once(&mut self.token, "token", token)?;
                return Ok(Place::Endpoint);
            }
            TextOf::Hint => {
                self.hints_seen += 1;
                if self.hints_seen > MAX_HINTS {
                    return Err(wrong("its endpoint names more addresses than it can have"));
                }
                add_address(&mut self.hints, trimmed);
                return Ok(Place::Endpoint);
            }
        }
        Ok(Place::Invitation)
    }

    fn finish(self) -> Result<Invitation, PaperError> {
        fn need<T>(part: Option<T>, name: &str) -> Result<T, PaperError> {
            part.ok_or_else(|| wrong(format!("<{name}> is missing")))
        }
        let from = need(self.from, "from")?;
        if from.is_empty() || from.len() > MAX_NAME_BYTES {
            return Err(wrong("the name is empty or too long"));
        }
        let message = self.message.unwrap_or_default();
        if message.len() > MAX_MESSAGE_BYTES {
            return Err(wrong("the message is too long"));
        }
        let (made, expires) = (need(self.made, "made")?, need(self.expires, "expires")?);
        let longest = chrono::Duration::seconds(MAX_LIFETIME.as_secs().cast_signed());
        if expires <= made || expires - made > longest {
            return Err(wrong("its dates make no sense"));
        }
        let (relay, hints) = (self.relay.filter(|relay| is_relay(relay)), self.hints);
        let token = (self.token).filter(|token| relay.is_some() && is_relay_token(&token.0));
        let meeting = self.endpoint.map(|endpoint| MeetingPoint {
            endpoint,
            relay,
            token,
            hints,
        });
        Ok(Invitation {
            id: need(self.id, "id")?,
            from,
            message,
            made,
            expires,
            addresses: self.addresses,
            meeting,
            novice_key: need(self.novice_key, "computer")?,
            ticket: need(self.ticket, "ticket")?,
            password: self.password,
        })
    }
}

fn once<T>(slot: &mut Option<T>, name: &str, value: T) -> Result<(), PaperError> {
    if slot.replace(value).is_some() {
        return Err(wrong(format!("<{name}> stands there twice")));
    }
    Ok(())
}

/// Text is kept where it belongs, and may stand between elements only if it is blank.
fn take(
    place: Place,
    unknown_depth: usize,
    content: &mut String,
    text: &str,
) -> Result<(), PaperError> {
    match place {
        _ if unknown_depth > 0 => Ok(()),
        Place::Text(_) => {
            content.push_str(text);
            Ok(())
        }
        _ if text.trim_matches(['\t', '\n', '\r', ' ']).is_empty() => Ok(()),
        _ => Err(wrong("text stands where none belongs")),
    }
}

fn check_encoding(declaration: &BytesDecl) -> Result<(), PaperError> {
    let encoding = declaration
        .encoding()
        .transpose()
        .map_err(|e| wrong(e.to_string()))?;
    match encoding.as_deref() {
        None => Ok(()),
        Some(name)
            if ["utf-8", "us-ascii"]
                .iter()
                .any(|known| known.eq_ignore_ascii_case(name)) =>
        {
            Ok(())
        }
        Some(_) => Err(wrong("it says that it is not written in UTF-8")),
    }
}

fn check_version(version: &str) -> Result<(), PaperError> {
    let (major, minor) = version.split_once('.').unwrap_or((version, "0"));
    let number = |text: &str| {
        text.parse::<u32>()
            .map_err(|_| wrong("its version is no version"))
    };
    match (number(major)?, number(minor)?) {
        (MAJOR, _) => Ok(()),
        (0, _) => Err(wrong("its version is no version")),
        (newer, _) => Err(PaperError::NewerVersion(newer)),
    }
}

fn attribute(start: &BytesStart, name: &str) -> Result<String, PaperError> {
    let mut found = None;
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|e| wrong(e.to_string()))?;
        if attribute.key.as_ref() == name {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            found = Some(value.map_err(|e| wrong(e.to_string()))?.into_owned());
        }
    }
    found.ok_or_else(|| wrong(format!("the attribute {name} is missing")))
}

fn password_salt(start: &BytesStart) -> Result<PasswordSalt, PaperError> {
    if attribute(start, "function")? != STRETCHING {
        return Err(wrong("its password is of an unknown kind"));
    }
    let number = |name| {
        let text = attribute(start, name)?;
        text.parse::<u32>()
            .map_err(|_| PaperError::Stretching("these are no numbers"))
    };
    let salt = PasswordSalt {
        salt: decode("salt", &attribute(start, "salt")?)?,
        memory_kib: number("memory-kib")?,
        passes: number("passes")?,
    };
    salt.check()?;
    Ok(salt)
}

fn resolve(reference: &BytesRef) -> Result<char, PaperError> {
    if let Some(sign) = reference
        .resolve_char_ref()
        .map_err(|e| wrong(e.to_string()))?
    {
        return Ok(sign);
    }
    match &*reference.xml10_content() {
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "amp" => Ok('&'),
        "apos" => Ok('\''),
        "quot" => Ok('"'),
        _ => Err(wrong("it uses an entity that XML does not have of itself")),
    }
}

fn decode<const N: usize>(what: &str, text: &str) -> Result<[u8; N], PaperError> {
    let url_safe = Zeroizing::new(text.replace('+', "-").replace('/', "_"));
    let bytes = URL_SAFE_NO_PAD
        .decode(url_safe.trim_end_matches('='))
        .map(Zeroizing::new);
    bytes
        .ok()
        .and_then(|bytes| bytes.as_slice().try_into().ok())
        .ok_or_else(|| wrong(format!("{what} is damaged")))
}

fn read_date(text: &str) -> Result<DateTime<Utc>, PaperError> {
    DateTime::parse_from_rfc3339(text)
        .map(|at| at.to_utc())
        .ok()
        .filter(|at| SANE_YEARS.contains(&at.year()))
        .ok_or_else(|| wrong("a date in it makes no sense"))
}

/// Keeps an address, unless it is of an unknown form, leads nowhere, or is there already.
fn add_address(addresses: &mut Vec<SocketAddr>, text: &str) {
    let address = text.parse().ok().filter(is_reachable).map(portable);
    addresses.extend(address.filter(|address| !addresses.contains(address)));
}

/// Whether one computer can be called there.
fn is_reachable(address: &SocketAddr) -> bool {
    let ip = address.ip();
    let is_broadcast = matches!(ip, IpAddr::V4(v4) if v4.is_broadcast());
    address.port() != 0 && !ip.is_unspecified() && !ip.is_multicast() && !is_broadcast
}
