//! Writing the file.

use std::io;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, SecondsFormat, Utc};
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event},
};
use zeroize::Zeroizing;

use super::{KEY_PREFIX, MAX_ADDRESSES, MAX_FILE_BYTES, MAX_HINTS, STRETCHING, portable};
use crate::invitation::{
    Invitation, MeetingPoint, is_relay, is_relay_token,
    words::{clean_message, clean_name},
};

const VERSION: &str = "1.0";
/// What a person sees who opens the file in a text editor.
const COMMENT: &str =
    " An invitation to help somebody at their computer, made by Hulp (remote assistance).
     Open it with Hulp, and only if you know who sent it. Give it to nobody else. ";

pub(super) fn write(paper: &Invitation) -> Zeroizing<String> {
    // Room for the longest there can be: nothing is moved, so that no copy of the ticket stays behind.
    let mut writer = Writer::new_with_indent(Vec::with_capacity(MAX_FILE_BYTES), b' ', 2);
    write_elements(paper, &mut writer).expect("memory can be written to");
    let mut text = String::from_utf8(writer.into_inner()).expect("UTF-8 was written");
    text.push('\n');
    Zeroizing::new(text)
}

fn write_elements(paper: &Invitation, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
    let text = |writer: &mut Writer<Vec<u8>>, name: &str, text: &str| {
        writer
            .create_element(name)
            .write_text_content(BytesText::new(text))
            .map(|_| ())
    };
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    writer.write_event(Event::Comment(BytesText::from_escaped(COMMENT)))?;
    let root = BytesStart::new("hulp-invitation")
        .with_attributes([("version", VERSION), ("id", &encode(&paper.id.0))]);
    writer.write_event(Event::Start(root))?;
    text(writer, "from", &clean_name(&paper.from))?;
    let message = clean_message(&paper.message);
    if !message.is_empty() {
        text(writer, "message", &message)?;
    }
    text(writer, "made", &date(paper.made))?;
    text(writer, "expires", &date(paper.expires))?;
    let key = format!("{KEY_PREFIX}{}", encode(&paper.novice_key.0));
    writer
        .create_element("computer")
        .with_attribute(("key", key.as_str()))
        .write_inner_content(|writer| {
            let mut addresses = paper.addresses.iter().take(MAX_ADDRESSES);
            addresses
                .try_for_each(|address| text(writer, "address", &portable(*address).to_string()))?;
            paper
                .meeting
                .as_ref()
                .map_or(Ok(()), |meeting| write_meeting(meeting, writer))
        })?;
    text(writer, "ticket", &Zeroizing::new(encode(&paper.ticket.0)))?;
    if let Some(password) = &paper.password {
        writer
            .create_element("password")
            .with_attributes([
                ("function", STRETCHING),
                ("salt", &encode(&password.salt)),
                ("memory-kib", &password.memory_kib.to_string()),
                ("passes", &password.passes.to_string()),
            ])
            .write_empty()?;
    }
    writer.write_event(Event::End(BytesEnd::new("hulp-invitation")))
}

fn write_meeting(meeting: &MeetingPoint, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
    let id = encode(&meeting.endpoint.0);
    let endpoint = writer
        .create_element("endpoint")
        .with_attribute(("id", id.as_str()));
    endpoint.write_inner_content(|writer| {
        if let Some(relay) = meeting.relay.as_deref().filter(|relay| is_relay(relay)) {
            let relay = BytesText::new(relay);
            writer.create_element("relay").write_text_content(relay)?;
            let token = meeting.token.as_ref().map(|token| token.0.as_str());
            if let Some(token) = token.filter(|token| is_relay_token(token)) {
                let token = BytesText::new(token);
                writer.create_element("token").write_text_content(token)?;
            }
        }
        for hint in meeting.hints.iter().take(MAX_HINTS) {
            let hint = portable(*hint).to_string();
            let hint = BytesText::new(&hint);
            writer.create_element("address").write_text_content(hint)?;
        }
        Ok(())
    })?;
    Ok(())
}

fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn date(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}
