//! What is said with a contact server, and with contacts through it: stanzas in, stanzas and events out. No IO and no clock.

mod calling;
mod list;

use std::collections::{BTreeMap, VecDeque};

use tokio_xmpp::{
    Stanza,
    jid::{BareJid, FullJid},
    parsers::{
        carbons,
        ping::Ping,
        presence::Presence,
        roster::{Roster, Subscription},
    },
};

use super::{
    Address, Answer, ContactError, Event, Output, People, RingEnd, RingId, Wish,
    call::Step,
    calls::Calls,
    people::{Known, short},
};
use crate::invitation::Fingerprint;

/// How long the server may take to tell who is on the list, in seconds.
const LIST_PATIENCE_SECS: u32 = 30;

/// Something asked of the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Question {
    /// Who is on the list.
    List,
    /// A change of it.
    Change,
    /// Something that does without an answer.
    Favour,
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
    /// What rings is numbered after `rings_after`.
    pub fn new(
        own: &Address,
        strangers_may_ring: bool,
        key: Fingerprint,
        rings_after: RingId,
    ) -> Self {
        Self {
            own: own.jid().clone(),
            key,
            me: None,
            people: Known::default(),
            people_changed: false,
            calls: Calls::after(rings_after),
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
        self.ask(Question::Favour, true, carbons::Enable.into());
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
        self.ask(Question::Favour, false, Ping.into());
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
