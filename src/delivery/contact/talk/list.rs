//! The list: what the server says of it, who wants to be let see, and what this program tells others of itself.

use std::collections::BTreeMap;

use tokio_xmpp::{
    jid::Jid,
    minidom::Element,
    parsers::{
        caps::{Caps, compute_disco, hash_caps},
        disco::{DiscoInfoQuery, DiscoInfoResult, Identity},
        hashes::Algo,
        iq::Iq,
        ns,
        presence::{Presence, Type},
        roster::{Ask, Item, Roster, Subscription},
        stanza_error::{DefinedCondition, ErrorType, StanzaError},
    },
};

use super::{
    super::{Address, ContactError, Event, NAMESPACE, Output, PROGRAM},
    Question, Talk,
};

/// The most questions to the server that wait for an answer.
const MAX_QUESTIONS: usize = 64;

impl Talk {
    pub(super) fn hear_presence(&mut self, presence: &Presence) {
        let Some(from) = &presence.from else { return };
        let who = from.to_bare();
        match presence.type_ {
            // The user's own wish to see them says that they may see the user; nobody else is answered by itself.
            Type::Subscribe if self.people.was_added(&who) => {
                self.say(Presence::subscribed().with_to(who));
            }
            Type::Subscribe => {
                if Address::of(who.clone()).is_some() && who != self.own {
                    self.people_changed |= self.people.request(who);
                }
            }
            Type::Unsubscribe => self.people_changed |= self.people.take_request(&who),
            _ => {
                self.people.presence(from, presence);
                self.people_changed = true;
            }
        }
    }

    pub(super) fn let_see(&mut self, who: &Address, yes: bool) {
        self.people_changed |= self.people.take_request(who.jid());
        if yes {
            self.say(Presence::subscribed().with_to(who.jid().clone()));
            if !self.people.was_added(who.jid()) {
                self.say(Presence::subscribe().with_to(who.jid().clone()));
            }
        } else {
            self.say(Presence::new(Type::Unsubscribed).with_to(who.jid().clone()));
        }
    }

    pub(super) fn change(
        &mut self,
        who: &Address,
        name: Option<String>,
        subscription: Subscription,
    ) {
        let list = Roster {
            ver: None,
            items: vec![Item {
                jid: who.jid().clone(),
                name,
                subscription,
                ask: Ask::None,
                groups: vec![],
                approved: None,
            }],
        };
        self.ask(Question::Change, true, list.into());
    }

    pub(super) fn hear_question(&mut self, iq: Iq) {
        match iq {
            Iq::Result {
                from, id, payload, ..
            } if self.is_from_server(from.as_ref()) => {
                if self.questions.remove(&id) == Some(Question::List) {
                    self.hear_list(payload);
                }
            }
            Iq::Error {
                from, id, error, ..
            } if self.is_from_server(from.as_ref()) => match self.questions.remove(&id) {
                Some(Question::List) => {
                    let error = ContactError::Refused(words(&error));
                    self.outputs.push_back(Output::GiveUp(error));
                }
                Some(Question::Change) => {
                    self.tell(Event::Trouble(ContactError::Refused(words(&error))));
                }
                Some(Question::Favour) | None => {}
            },
            Iq::Result { .. } | Iq::Error { .. } => {}
            Iq::Set {
                from, id, payload, ..
            } if self.is_from_server(from.as_ref()) && payload.is("query", ns::ROSTER) => {
                if let Ok(list) = Roster::try_from(payload) {
                    list.items
                        .into_iter()
                        .for_each(|item| self.people.item(item));
                    self.people_changed = true;
                }
                self.reply(from, id, None);
            }
            Iq::Get {
                from, id, payload, ..
            } => {
                let may_know = self.is_from_server(from.as_ref())
                    || from.as_ref().is_some_and(|from| {
                        let who = from.to_bare();
                        who == self.own || self.people.may_see(&who)
                    });
                if may_know && payload.is("query", ns::DISCO_INFO) {
                    let mut about = about_this_program();
                    about.node = DiscoInfoQuery::try_from(payload).ok().and_then(|q| q.node);
                    self.reply(from, id, Some(about.into()));
                } else if may_know && payload.is("ping", ns::PING) {
                    self.reply(from, id, None);
                } else {
                    self.refuse(from, id);
                }
            }
            Iq::Set { from, id, .. } => self.refuse(from, id),
        }
    }

    /// The list is there: now this device shows itself.
    fn hear_list(&mut self, payload: Option<Element>) {
        self.list_secs_left = None;
        match payload.map(Roster::try_from) {
            Some(Ok(list)) => self.people.list(list.items),
            _ => {
                return self
                    .outputs
                    .push_back(Output::GiveUp(ContactError::Nonsense));
            }
        }
        self.people_changed = true;
        let mut here = Presence::available();
        let about = compute_disco(&about_this_program());
        if let Ok(hash) = hash_caps(&about, Algo::Sha_1) {
            here.add_payload(Caps::new(PROGRAM, hash));
        }
        self.say(here);
    }

    /// What the server says for the account has no sender, or the account as one.
    fn is_from_server(&self, from: Option<&Jid>) -> bool {
        from.is_none_or(|from| *from == self.own || from.as_str() == self.own.domain().as_str())
    }

    pub(super) fn ask(&mut self, question: Question, set: bool, payload: Element) {
        if self.questions.len() >= MAX_QUESTIONS {
            self.questions.pop_first();
        }
        self.next_question += 1;
        let id = format!("q{}", self.next_question);
        self.questions.insert(id.clone(), question);
        let (from, to) = (None, None);
        self.say(match set {
            true => Iq::Set {
                from,
                to,
                id,
                payload,
            },
            false => Iq::Get {
                from,
                to,
                id,
                payload,
            },
        });
    }

    fn reply(&mut self, to: Option<Jid>, id: String, payload: Option<Element>) {
        self.say(Iq::Result {
            from: None,
            to,
            id,
            payload,
        });
    }

    fn refuse(&mut self, to: Option<Jid>, id: String) {
        let error = StanzaError {
            type_: ErrorType::Cancel,
            by: None,
            defined_condition: DefinedCondition::ServiceUnavailable,
            texts: BTreeMap::new(),
            other: None,
        };
        self.say(Iq::Error {
            from: None,
            to,
            id,
            error,
            payload: None,
        });
    }
}

/// What this program is and can do (XEP-0030).
fn about_this_program() -> DiscoInfoResult {
    DiscoInfoResult {
        node: None,
        identities: vec![Identity::new("client", "pc", "en", "Hulp")],
        features: [
            ns::CAPS,
            ns::DISCO_INFO,
            ns::JINGLE_MESSAGE,
            ns::PING,
            NAMESPACE,
        ]
        .map(str::to_owned)
        .into(),
        extensions: vec![],
    }
}

/// A server's reason.
fn words(error: &StanzaError) -> String {
    match &error.defined_condition {
        DefinedCondition::ItemNotFound | DefinedCondition::RemoteServerNotFound => {
            "there is no such contact".to_owned()
        }
        other => format!("{other:?}"),
    }
}
