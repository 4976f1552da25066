//! Who is on the user's list, who of them is there, and who wants to be let see (RFC 6121). Pure.

use std::collections::{BTreeMap, BTreeSet};

use tokio_xmpp::{
    jid::{BareJid, Jid},
    minidom::Element,
    parsers::{
        ns,
        presence::{Presence as PresenceStanza, Type},
        roster::{Ask, Item, Subscription},
    },
};

use super::{Address, PROGRAM};
use crate::invitation::clean_name;

/// The most people that are kept; a list that is longer is shown in part.
pub const MAX_PEOPLE: usize = 1000;
/// The most devices of one of them that are told apart.
pub const MAX_DEVICES: usize = 16;
/// The most requests that wait for an answer.
pub const MAX_REQUESTS: usize = 50;
/// The most characters of a name.
const MAX_NAME_CHARS: usize = 64;

/// Somebody on the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their address.
    pub address: Address,
    /// How the user calls them; their address's first part where they have no name.
    pub name: String,
    /// Who may see whom.
    pub bond: Bond,
    /// Whether they are there.
    pub presence: Presence,
}

/// Who of the two may see whether the other is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bond {
    /// Both.
    Both,
    /// They were asked and did not answer yet.
    Asked,
    /// They did not let the user see them, or took it back.
    NotSeen,
    /// They let the user see them and may not see the user.
    OneWay,
}

/// Whether somebody is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Presence {
    /// With a program that can ask and give help.
    CanHelp,
    /// With other programs only.
    Online,
    /// No.
    Offline,
}

/// All of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// The list: who can help first, then who is there, then by name.
    pub people: Vec<Person>,
    /// Who wants to see whether the user is there.
    pub requests: Vec<Address>,
    /// How many more the list has than are kept.
    pub left_out: usize,
}

/// What is known of all of them.
#[derive(Debug, Default)]
pub(super) struct Known {
    contacts: BTreeMap<BareJid, Contact>,
    requests: BTreeSet<BareJid>,
    left_out: usize,
}

#[derive(Debug, Default)]
struct Contact {
    name: Option<String>,
    subscription: Subscribed,
    asked: bool,
    /// Their devices, and whether Hulp is on it.
    devices: BTreeMap<String, bool>,
}

/// As [`Subscription`], which has one more that is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Subscribed {
    #[default]
    None,
    To,
    From,
    Both,
}

impl Known {
    /// The whole list, as the server tells it after signing in.
    pub(super) fn list(&mut self, items: Vec<Item>) {
        let mut before = std::mem::take(&mut self.contacts);
        self.left_out = 0;
        for item in items {
            let devices = before
                .remove(&item.jid)
                .map(|contact| contact.devices)
                .unwrap_or_default();
            let jid = item.jid.clone();
            self.item(item);
            if let Some(contact) = self.contacts.get_mut(&jid) {
                contact.devices = devices;
            }
        }
    }

    /// One of the list, new or changed or gone.
    pub(super) fn item(&mut self, item: Item) {
        if item.subscription == Subscription::Remove {
            self.contacts.remove(&item.jid);
            return;
        }
        let subscription = match item.subscription {
            Subscription::Both => Subscribed::Both,
            Subscription::To => Subscribed::To,
            Subscription::From => Subscribed::From,
            _ => Subscribed::None,
        };
        let asked = item.ask == Ask::Subscribe;
        if !self.contacts.contains_key(&item.jid) {
            if Address::of(item.jid.clone()).is_none()
                || (subscription == Subscribed::None && !asked && item.name.is_none())
            {
                return; // a service, or a request that the server notes down in the list
            }
            if self.contacts.len() >= MAX_PEOPLE {
                self.left_out += 1;
                return;
            }
        }
        let contact = self.contacts.entry(item.jid).or_default();
        contact.name = item
            .name
            .as_deref()
            .map(short)
            .filter(|name| !name.is_empty());
        contact.subscription = subscription;
        contact.asked = asked;
        if !matches!(subscription, Subscribed::To | Subscribed::Both) {
            contact.devices.clear();
        }
    }

    /// Whether something is there, or not. Of others than the listed ones it is nobody's.
    pub(super) fn presence(&mut self, from: &Jid, stanza: &PresenceStanza) {
        let device = from.resource().map_or("", |device| device.as_str());
        let Some(contact) = self.contacts.get_mut(&from.to_bare()) else {
            return;
        };
        match stanza.type_ {
            Type::None => {
                let known = contact.devices.contains_key(device);
                if known || contact.devices.len() < MAX_DEVICES {
                    let can_help = stanza.payloads.iter().any(is_hulp);
                    contact.devices.insert(device.to_owned(), can_help);
                }
            }
            Type::Unavailable | Type::Error if device.is_empty() => contact.devices.clear(),
            Type::Unavailable | Type::Error => {
                contact.devices.remove(device);
            }
            _ => {}
        }
    }

    /// Somebody wants to see whether the user is there. False when there are too many already.
    pub(super) fn request(&mut self, from: BareJid) -> bool {
        let room = self.requests.len() < MAX_REQUESTS || self.requests.contains(&from);
        if room {
            self.requests.insert(from);
        }
        room
    }

    /// Takes a request away; whether there was one.
    pub(super) fn take_request(&mut self, from: &BareJid) -> bool {
        self.requests.remove(from)
    }

    /// The server is gone: nobody is known to be there.
    pub(super) fn lost(&mut self) {
        self.contacts
            .values_mut()
            .for_each(|contact| contact.devices.clear());
    }

    /// Whether each may see the other.
    pub(super) fn is_mutual(&self, who: &BareJid) -> bool {
        self.contacts
            .get(who)
            .is_some_and(|contact| contact.subscription == Subscribed::Both)
    }

    /// Whether the user lets them see: nothing is told to others.
    pub(super) fn may_see(&self, who: &BareJid) -> bool {
        self.contacts.get(who).is_some_and(|contact| {
            matches!(contact.subscription, Subscribed::From | Subscribed::Both)
        })
    }

    /// Whether the user asked to see them, or does see them.
    pub(super) fn was_added(&self, who: &BareJid) -> bool {
        self.contacts.get(who).is_some_and(|contact| {
            contact.asked || matches!(contact.subscription, Subscribed::To | Subscribed::Both)
        })
    }

    /// How the user calls them.
    pub(super) fn name(&self, who: &Address) -> String {
        self.contacts
            .get(who.jid())
            .and_then(|contact| contact.name.clone())
            .unwrap_or_else(|| short(who.user()))
    }

    /// All of them, in order.
    pub(super) fn now(&self) -> People {
        let mut people: Vec<_> = self
            .contacts
            .iter()
            .filter_map(|(jid, contact)| {
                let address = Address::of(jid.clone())?;
                Some(Person {
                    name: self.name(&address),
                    address,
                    bond: contact.bond(),
                    presence: contact.presence(),
                })
            })
            .collect();
        people.sort_by_cached_key(|person| (person.presence, person.name.to_lowercase()));
        People {
            people,
            requests: self
                .requests
                .iter()
                .filter_map(|jid| Address::of(jid.clone()))
                .collect(),
            left_out: self.left_out,
        }
    }
}

impl Contact {
    fn bond(&self) -> Bond {
        match (self.subscription, self.asked) {
            (Subscribed::Both, _) => Bond::Both,
            (Subscribed::To, _) => Bond::OneWay,
            (_, true) => Bond::Asked,
            (_, false) => Bond::NotSeen,
        }
    }

    fn presence(&self) -> Presence {
        match self.devices.values().max() {
            Some(true) => Presence::CanHelp,
            Some(false) => Presence::Online,
            None => Presence::Offline,
        }
    }
}

/// The programs' own word for what they are (XEP-0115). It is not asked about any further: a lie would only make a call that
/// nobody answers, and thousands of contacts cannot make this side ask thousands of questions.
fn is_hulp(payload: &Element) -> bool {
    payload.is("c", ns::CAPS) && payload.attr("node") == Some(PROGRAM)
}

/// A name of which nothing can be hidden in a line, nor the line be made long.
pub(super) fn short(name: &str) -> String {
    let start: String = name.chars().take(MAX_NAME_CHARS).collect();
    clean_name(&start)
}
