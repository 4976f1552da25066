//! Calls: what contacts and the user's other devices say of them, and what this side says.

use tokio_xmpp::{
    jid::{BareJid, Jid},
    parsers::{
        carbons,
        message::{Id, Message, MessageType},
        ns,
    },
};

use super::{
    super::{
        Address, Answer, AskedFor, CallId, ContactError, Event, Ring, RingEnd, RingId,
        call::{CallMessage, Step},
        calls::{Incoming, Proposed},
    },
    Talk,
};

/// How many ended calls are remembered, so that what arrives late does not ring again.
const MAX_ENDED: usize = 64;

impl Talk {
    pub(super) fn hear_message(&mut self, message: Message) {
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

    pub(super) fn tell_ring(&mut self, id: RingId) {
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

    pub(super) fn end_ring(&mut self, id: RingId, end: RingEnd) {
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
    pub(super) fn answer(&mut self, id: RingId, what: Step) {
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

    pub(super) fn call(&mut self, id: CallId, to: Address, name: String, asked_for: AskedFor) {
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

    pub(super) fn propose(&mut self, id: CallId) {
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

    pub(super) fn retract(&mut self, id: CallId) {
        if let Some(call) = self.calls.outgoing.remove(&id) {
            let message = CallMessage {
                name: call.name,
                what: Step::Retract,
                key: None,
            };
            self.say(message.to_message(call.to.jid().clone(), None));
        }
    }
}
