//! What is said with a contact server, and with contacts through it: stanzas in, stanzas and events out. No IO and no clock.

use std::collections::{BTreeMap, VecDeque};

use tokio_xmpp::{
    Stanza,
    jid::{BareJid, FullJid, Jid},
    minidom::Element,
    parsers::{
        caps::{Caps, compute_disco, hash_caps},
        carbons,
        disco::{DiscoInfoQuery, DiscoInfoResult, Identity},
        hashes::Algo,
        iq::Iq,
        message::{Id, Message, MessageType},
        ns,
        ping::Ping,
        presence::{Presence, Type},
        roster::{Item, Roster, Subscription},
        stanza_error::{DefinedCondition, ErrorType, StanzaError},
    },
};

use zeroize::Zeroizing;

use super::{
    Address, AskedFor, CallId, ContactError, NAMESPACE, PROGRAM, People, RingId, Wish,
    call::{CallMessage, Step},
    calls::{Calls, Incoming, Proposed},
    people::{Known, short},
};
use crate::invitation::Fingerprint;

/// How long the server may take to tell who is on the list, in seconds.
const LIST_PATIENCE_SECS: u32 = 30;
/// The most questions to the server that wait for an answer.
const MAX_QUESTIONS: usize = 64;
/// How many ended calls are remembered, so that what arrives late does not ring again.
const MAX_ENDED: usize = 64;

/// What a [`Talk`] wants done.
#[derive(Debug)]
pub enum Output {
    /// This said to the server.
    Say(Box<Stanza>),
    /// The user told.
    Tell(Event),
    /// The line given up: what is on it is no use.
    GiveUp(ContactError),
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Somebody calls.
    Ring(Ring),
    /// And no longer.
    RingEnded(RingId, RingEnd),
    /// A call of the user's has its answer.
    Answered(CallId, Answer),
    /// A change of the list was refused.
    Trouble(ContactError),
}

/// Somebody calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ring {
    /// Which call.
    pub id: RingId,
    /// Whose server vouches for whom.
    pub from: Address,
    /// How the user calls them, or a stranger's address's first part.
    pub name: String,
    /// Whether it is a contact; else a stranger.
    pub is_contact: bool,
    /// What they want.
    pub asked_for: AskedFor,
    /// The key of the computer that they call from, if they told it.
    pub key: Option<Fingerprint>,
}

/// Why it rings no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RingEnd {
    /// Another device of the user's took it.
    TakenElsewhere,
    /// Another device of the user's declined it.
    DeclinedElsewhere,
    /// The caller took it back.
    Withdrawn,
    /// It rang long enough.
    Missed,
}

/// What became of a call of the user's.
#[derive(Clone, PartialEq, Eq)]
pub enum Answer {
    /// Yes; to an offer with the invitation, the file's XML as it came. And the key of the computer that says so, if it told it.
    Accepted(Option<Zeroizing<String>>, Option<Fingerprint>),
    /// No.
    Declined,
    /// None, for as long as it rings.
    Nothing,
    /// It did not get there.
    Failed(ContactError),
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Accepted(..) => f.write_str("Accepted(..)"),
            Self::Declined => f.write_str("Declined"),
            Self::Nothing => f.write_str("Nothing"),
            Self::Failed(error) => write!(f, "Failed({error})"),
        }
    }
}

/// Something asked of the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Question {
    List,
    Change,
    Copies,
}

/// All that is known of the user's contacts and calls; it outlives the lines that carry it.
#[derive(Debug)]
pub struct Talk {
    own: BareJid,
    key: Fingerprint,
    me: Option<FullJid>,
    people: Known,
    people_changed: bool,
    calls: Calls,
    ended: VecDeque<(BareJid, String)>,
    strangers_may_ring: bool,
    questions: BTreeMap<String, Question>,
    next_question: u64,
    list_secs_left: Option<u32>,
    outputs: VecDeque<Output>,
}

impl Talk {
    /// Of this account's; `strangers_may_ring` as [`Wish::LetStrangersRing`]. `key` is this computer's, which contacts are told.
    pub fn new(own: &Address, strangers_may_ring: bool, key: Fingerprint) -> Self {
        Self {
            own: own.jid().clone(),
            key,
            me: None,
            people: Known::default(),
            people_changed: false,
            calls: Calls::default(),
            ended: VecDeque::new(),
            strangers_may_ring,
            questions: BTreeMap::new(),
            next_question: 0,
            list_secs_left: None,
            outputs: VecDeque::new(),
        }
    }

    /// What is to be done next; none when all is.
    pub fn poll(&mut self) -> Option<Output> {
        self.outputs.pop_front()
    }

    /// All people, when something about them changed since this was asked.
    pub fn take_people(&mut self) -> Option<People> {
        std::mem::take(&mut self.people_changed).then(|| self.people.now())
    }

    /// Whether something about them changed.
    pub fn have_people_changed(&self) -> bool {
        self.people_changed
    }

    /// Whether [`Talk::second`] matters just now.
    pub fn counts_time(&self) -> bool {
        self.list_secs_left.is_some() || self.calls.count_time()
    }

    /// A line is there, and this device is called `me` on it. The list is asked for before this device shows itself, so that
    /// who is there is known to be on it; and what rings still is said again, for it may have been lost with the line before.
    pub fn online(&mut self, me: FullJid) {
        self.me = Some(me);
        self.questions.clear();
        self.list_secs_left = Some(LIST_PATIENCE_SECS);
        let list = Roster {
            ver: None,
            items: vec![],
        };
        self.ask(Question::List, false, list.into());
        self.ask(Question::Copies, true, carbons::Enable.into());
        let calls: Vec<_> = self.calls.outgoing.keys().copied().collect();
        calls.into_iter().for_each(|id| self.propose(id));
    }

    /// The line is gone.
    pub fn lost(&mut self) {
        self.me = None;
        self.list_secs_left = None;
        self.questions.clear();
        self.outputs
            .retain(|output| matches!(output, Output::Tell(_)));
        self.people.lost();
        self.people_changed = true;
    }

    /// The server is silent: asks it for a sign of life.
    pub fn silence(&mut self) {
        self.ask(Question::Copies, false, Ping.into());
    }

    /// A second went by.
    pub fn second(&mut self) {
        let (unanswered, missed) = self.calls.second();
        for id in unanswered {
            self.retract(id);
            self.tell(Event::Answered(id, Answer::Nothing));
        }
        for id in missed {
            self.end_ring(id, RingEnd::Missed);
        }
        while let Some(id) = self.calls.announce() {
            self.tell_ring(id);
        }
        if let Some(left) = &mut self.list_secs_left {
            *left -= 1;
            if *left == 0 {
                self.list_secs_left = None;
                self.outputs.push_back(Output::GiveUp(ContactError::Lost));
            }
        }
    }

    /// Does what the user wants.
    pub fn wish(&mut self, wish: Wish) {
        match wish {
            Wish::Add(who) => {
                self.change(&who, None, Subscription::None);
                self.say(Presence::subscribe().with_to(who.jid().clone()));
            }
            Wish::Rename(who, name) => {
                let name = short(&name); // what is no XML would end the line
                self.change(&who, Some(name), Subscription::None);
            }
            Wish::Remove(who) => {
                self.people.take_request(who.jid());
                self.change(&who, None, Subscription::Remove);
            }
            Wish::LetSee(who, yes) => self.let_see(&who, yes),
            Wish::Call {
                id,
                to,
                name,
                asked_for,
            } => self.call(id, to, name, asked_for),
            Wish::Withdraw(id) => self.retract(id),
            Wish::Accept(id, paper) => self.answer(id, Step::Proceed(paper)),
            Wish::Decline(id) => self.answer(id, Step::Reject),
            Wish::LetStrangersRing(yes) => self.strangers_may_ring = yes,
        }
    }

    /// Hears what came over the line, from whomever.
    pub fn hear(&mut self, stanza: Stanza) {
        match stanza {
            Stanza::Presence(presence) => self.hear_presence(&presence),
            Stanza::Message(message) => self.hear_message(message),
            Stanza::Iq(iq) => self.hear_question(iq),
        }
    }

    fn hear_presence(&mut self, presence: &Presence) {
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

    fn hear_message(&mut self, message: Message) {
        let Some(from) = message.from.clone() else {
            return;
        };
        if from.to_bare() == self.own {
            return self.hear_own(message);
        }
        if message.type_ == MessageType::Error {
            return self.hear_undelivered(&from.to_bare(), &message);
        }
        self.hear_contact(from, &message);
    }

    /// A copy that the server makes of what other devices of the user's send and receive (XEP-0280), or what one of them says
    /// to all of them. Nobody else can send in the user's own name.
    fn hear_own(&mut self, message: Message) {
        let is_from_account = message.from.as_ref().is_some_and(Jid::is_bare);
        for payload in &message.payloads {
            if !is_from_account || !payload.has_ns(ns::CARBONS) {
                continue;
            }
            if let Ok(received) = carbons::Received::try_from(payload.clone()) {
                let inner = received.forwarded.message;
                if let Some(from) = inner.from.clone().filter(|from| from.to_bare() != self.own) {
                    self.hear_contact(from, &inner);
                }
            } else if let Ok(sent) = carbons::Sent::try_from(payload.clone()) {
                self.hear_other_device(&sent.forwarded.message);
            }
        }
        let me = self.me.clone().map(Jid::from);
        if message.from != me {
            self.hear_other_device(&message);
        }
    }

    fn hear_other_device(&mut self, message: &Message) {
        let Some(call) = CallMessage::read(&message.payloads) else {
            return;
        };
        let end = match call.what {
            Step::Proceed(_) | Step::TakenElsewhere => RingEnd::TakenElsewhere,
            Step::Reject => RingEnd::DeclinedElsewhere,
            Step::Propose(_) | Step::Retract => return,
        };
        let ringing = self
            .calls
            .incoming
            .iter()
            .find(|(_, ring)| ring.name == call.name);
        if let Some((&id, _)) = ringing {
            self.end_ring(id, end);
        }
    }

    fn hear_undelivered(&mut self, who: &BareJid, message: &Message) {
        let name = message.id.as_ref().map(|id| id.0.as_str());
        if let Some(id) = name.and_then(|name| self.calls.called(who, name)) {
            self.calls.outgoing.remove(&id);
            self.tell(Event::Answered(
                id,
                Answer::Failed(ContactError::Undelivered),
            ));
        }
    }

    fn hear_contact(&mut self, from: Jid, message: &Message) {
        if !matches!(message.type_, MessageType::Chat | MessageType::Normal) {
            return;
        }
        let Some(call) = CallMessage::read(&message.payloads) else {
            return;
        };
        let who = from.to_bare();
        match call.what {
            Step::Propose(asked_for) => {
                let is_late = message.payloads.iter().any(|p| p.is("delay", ns::DELAY));
                let call = Proposed {
                    name: call.name,
                    asked_for,
                    key: call.key,
                };
                self.ring(from, call, is_late);
            }
            Step::Retract => {
                self.remember_ended(who.clone(), call.name.clone());
                if let Some(id) = self.calls.ringing(&who, Some(&call.name)) {
                    self.end_ring(id, RingEnd::Withdrawn);
                }
            }
            Step::Proceed(paper) => {
                let answer = Answer::Accepted(paper, call.key);
                self.answered(&who, &call.name, answer);
            }
            Step::Reject => self.answered(&who, &call.name, Answer::Declined),
            Step::TakenElsewhere => {}
        }
    }

    fn ring(&mut self, from: Jid, call: Proposed, is_late: bool) {
        let who = from.to_bare();
        let is_contact = self.people.is_mutual(&who);
        let Some(address) = Address::of(who.clone()) else {
            return;
        };
        let is_old = self.ended.contains(&(who.clone(), call.name.clone()))
            || self.calls.ringing(&who, Some(&call.name)).is_some();
        if !from.is_full() || is_old || !(is_contact || self.strangers_may_ring) {
            return;
        }
        if let Some(before) = self.calls.ringing(&who, None) {
            self.end_ring(before, RingEnd::Withdrawn); // one of a contact at a time: the newest
        }
        let caller = is_contact.then_some(who);
        let ringing = self.calls.ring(from, address, caller, call);
        if ringing.is_some() && !is_late {
            while let Some(id) = self.calls.announce() {
                self.tell_ring(id);
            }
        }
    }

    fn tell_ring(&mut self, id: RingId) {
        let Some(ring) = self.calls.incoming.get(&id) else {
            return;
        };
        let ring = Ring {
            id,
            from: ring.caller.clone(),
            name: self.people.name(&ring.caller),
            is_contact: self.people.is_mutual(ring.caller.jid()),
            asked_for: ring.asked_for.clone(),
            key: ring.key,
        };
        self.tell(Event::Ring(ring));
    }

    fn end_ring(&mut self, id: RingId, end: RingEnd) {
        if let Some(ring) = self.end_incoming(id)
            && ring.announced
        {
            self.tell(Event::RingEnded(id, end));
        }
    }

    fn end_incoming(&mut self, id: RingId) -> Option<Incoming> {
        let ring = self.calls.incoming.remove(&id)?;
        self.remember_ended(ring.caller.jid().clone(), ring.name.clone());
        Some(ring)
    }

    fn remember_ended(&mut self, who: BareJid, name: String) {
        if self.ended.len() >= MAX_ENDED {
            self.ended.pop_front();
        }
        self.ended.push_back((who, name));
    }

    fn answered(&mut self, who: &BareJid, name: &str, answer: Answer) {
        if let Some(id) = self.calls.called(who, name) {
            self.calls.outgoing.remove(&id);
            self.tell(Event::Answered(id, answer));
        }
    }

    /// The answer goes to the caller's device, and to the user's other ones, so that they stop ringing.
    fn answer(&mut self, id: RingId, what: Step) {
        let Some(ring) = self.end_incoming(id) else {
            return;
        };
        let to_own_devices = match &what {
            Step::Reject => Step::Reject,
            _ => Step::TakenElsewhere,
        };
        let key = Some(self.key);
        let say = |what, to: Jid| {
            let name = ring.name.clone();
            CallMessage { name, what, key }.to_message(to, None)
        };
        let own = Jid::from(self.own.clone());
        self.say(say(what, ring.from.clone()));
        self.say(say(to_own_devices, own));
    }

    fn call(&mut self, id: CallId, to: Address, name: String, asked_for: AskedFor) {
        let fault = if self.me.is_none() {
            Some(ContactError::NotConnected)
        } else if !self.calls.call(id, to, name, asked_for) {
            Some(ContactError::Undelivered)
        } else {
            None
        };
        match fault {
            Some(error) => self.tell(Event::Answered(id, Answer::Failed(error))),
            None => self.propose(id),
        }
    }

    fn propose(&mut self, id: CallId) {
        let Some(call) = self.calls.outgoing.get(&id) else {
            return;
        };
        let words = match call.asked_for {
            AskedFor::Help(_) => format!("{} asks for your help. Open Hulp to answer.", self.own),
            AskedFor::Helping => format!("{} offers to help you. Open Hulp to answer.", self.own),
        };
        let message = CallMessage {
            name: call.name.clone(),
            what: Step::Propose(call.asked_for.clone()),
            key: Some(self.key),
        };
        let mut message = message.to_message(call.to.jid().clone(), Some(&words));
        message.id = Some(Id(call.name.clone())); // by which an error finds its call
        self.say(message);
    }

    fn retract(&mut self, id: CallId) {
        if let Some(call) = self.calls.outgoing.remove(&id) {
            let message = CallMessage {
                name: call.name,
                what: Step::Retract,
                key: None,
            };
            self.say(message.to_message(call.to.jid().clone(), None));
        }
    }

    fn let_see(&mut self, who: &Address, yes: bool) {
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

    fn change(&mut self, who: &Address, name: Option<String>, subscription: Subscription) {
        let list = Roster {
            ver: None,
            items: vec![Item {
                jid: who.jid().clone(),
                name,
                subscription,
                ask: tokio_xmpp::parsers::roster::Ask::None,
                groups: vec![],
                approved: None,
            }],
        };
        self.ask(Question::Change, true, list.into());
    }

    fn hear_question(&mut self, iq: Iq) {
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
                Some(Question::Copies) | None => {}
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

    fn ask(&mut self, question: Question, set: bool, payload: Element) {
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

    /// Without a line there is nobody to say it to.
    fn say(&mut self, stanza: impl Into<Stanza>) {
        if self.me.is_some() {
            let stanza = Box::new(stanza.into());
            self.outputs.push_back(Output::Say(stanza));
        }
    }

    fn tell(&mut self, event: Event) {
        self.outputs.push_back(Output::Tell(event));
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
