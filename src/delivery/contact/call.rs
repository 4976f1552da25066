//! A call on the wire: Jingle messages (XEP-0353) and what is our own in them.
//!
//! Read by hand and not by a derived type, so that what a later version of the standard adds does no harm.

use tokio_xmpp::{
    jid::Jid,
    minidom::{Element, rxml::xml_ncname},
    parsers::{
        message::{Lang, Message, MessageType},
        ns,
    },
};
use zeroize::Zeroizing;

use super::{super::hex::from_hex, NAMESPACE};
use crate::invitation::{Fingerprint, MAX_FILE_BYTES};

/// The most bytes of a call's name.
const MAX_NAME_BYTES: usize = 128;
/// Tells servers to keep a message for those who are away (XEP-0334).
const HINTS: &str = "urn:xmpp:hints";

/// A call that this side makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CallId(pub u64);

/// A call that rings here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RingId(pub u64);

/// What a caller wants.
#[derive(Clone, PartialEq, Eq)]
pub enum AskedFor {
    /// Help, with this invitation: the XML of the file, as it came.
    Help(Zeroizing<String>),
    /// To help the one who is called.
    Helping,
}

impl std::fmt::Debug for AskedFor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Help(_) => "Help(..)",
            Self::Helping => "Helping",
        })
    }
}

/// One message of a call.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct CallMessage {
    /// The call's name, chosen by the caller.
    pub(super) name: String,
    pub(super) what: Step,
    /// The key with which the sender's computer connects, or is reached.
    pub(super) key: Option<Fingerprint>,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    Propose(AskedFor),
    Retract,
    /// On another device of the one who is called: taken there.
    TakenElsewhere,
    /// Accepted; to an offer, with the invitation.
    Proceed(Option<Zeroizing<String>>),
    Reject,
}

impl CallMessage {
    /// The call in a message, if it holds one that means something here.
    pub(super) fn read(payloads: &[Element]) -> Option<Self> {
        let element = payloads
            .iter()
            .find(|element| element.has_ns(ns::JINGLE_MESSAGE))?;
        let name = element
            .attr("id")
            .filter(|name| !name.is_empty() && name.len() <= MAX_NAME_BYTES)?;
        let what = match element.name() {
            "propose" => Step::Propose(asked_for(element)?),
            "retract" => Step::Retract,
            "accept" => Step::TakenElsewhere,
            "proceed" => Step::Proceed(payloads.iter().find_map(paper)),
            "reject" => Step::Reject,
            _ => return None,
        };
        Some(Self {
            name: name.to_owned(),
            what,
            key: payloads.iter().find_map(key),
        })
    }

    /// The message that says it. `words` are for ordinary clients, which know nothing of calls for help.
    pub(super) fn to_message(&self, to: impl Into<Jid>, words: Option<&str>) -> Message {
        let mut message = Message::new_with_type(MessageType::Chat, Some(to.into()));
        let (name, child) = match &self.what {
            Step::Propose(asked_for) => ("propose", Some(description(asked_for))),
            Step::Retract => ("retract", None),
            Step::TakenElsewhere => ("accept", None),
            Step::Proceed(_) => ("proceed", None),
            Step::Reject => ("reject", None),
        };
        let element = Element::builder(name, ns::JINGLE_MESSAGE)
            .attr(xml_ncname!("id").to_owned(), self.name.as_str())
            .append_all(child)
            .build();
        message.payloads.push(element);
        if let Step::Proceed(Some(paper)) = &self.what {
            message.payloads.push(invitation(paper));
        }
        if let Some(key) = &self.key {
            let key = Element::builder("key", NAMESPACE).append(key.to_string());
            message.payloads.push(key.build());
        }
        message.payloads.push(Element::bare("store", HINTS));
        if let Some(words) = words {
            message
                .bodies
                .insert(Lang("en".to_owned()), words.to_owned());
        }
        message
    }
}

fn description(asked_for: &AskedFor) -> Element {
    let description = Element::builder("description", NAMESPACE);
    match asked_for {
        AskedFor::Help(paper) => description.append(invitation(paper)),
        AskedFor::Helping => description.append(Element::bare("offer", NAMESPACE)),
    }
    .build()
}

fn invitation(paper: &str) -> Element {
    Element::builder("invitation", NAMESPACE)
        .append(paper)
        .build()
}

fn asked_for(propose: &Element) -> Option<AskedFor> {
    let description = propose.get_child("description", NAMESPACE)?;
    if description.has_child("offer", NAMESPACE) {
        return Some(AskedFor::Helping);
    }
    description.children().find_map(paper).map(AskedFor::Help)
}

fn paper(element: &Element) -> Option<Zeroizing<String>> {
    let text = element
        .is("invitation", NAMESPACE)
        .then(|| Zeroizing::new(element.text()))?;
    (!text.is_empty() && text.len() <= MAX_FILE_BYTES).then_some(text)
}

/// A fingerprint in hexadecimal digits.
fn key(element: &Element) -> Option<Fingerprint> {
    let text = element.is("key", NAMESPACE).then(|| element.text())?;
    from_hex(&text)?.try_into().ok().map(Fingerprint)
}
