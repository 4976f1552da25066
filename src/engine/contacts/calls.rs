//! Calls: which belongs to which invitation, and what comes of them.

use zeroize::Zeroizing;

use super::{
    super::{
        Command, expert, novice,
        view::{CallState, CallView, RingView, RingWants},
    },
    Called, ContactsSide,
};
use crate::{
    delivery::contact::{
        Address, Answer, AskedFor, CallId, ContactError, Event, Ring, RingEnd, RingId, Wish,
    },
    invitation::{InvitationId, open_paper},
    store::ContactDid,
};

impl ContactsSide {
    pub(super) fn hear(&mut self, event: Event) {
        match event {
            Event::Ring(ring) if !self.lets_ring(&ring) => {
                self.log(&ring.from, ContactDid::OfferedHelp);
                self.refuse(&ring);
            }
            Event::Ring(ring) => {
                self.log(
                    &ring.from,
                    match ring.asked_for {
                        AskedFor::Help(_) => ContactDid::AskedForHelp,
                        AskedFor::Helping => ContactDid::OfferedHelp,
                    },
                );
                self.rings.push(ring);
                self.show_rings();
            }
            Event::RingEnded(id, end) => {
                if let Some(ring) = self.take_ring(id)
                    && end == RingEnd::Missed
                {
                    self.log(&ring.from, ContactDid::Missed);
                }
                // It ended before the answer was on its way.
                if let Some(Some(invitation)) = self.accepted.remove(&id) {
                    self.withdraw(invitation);
                }
            }
            Event::Answered(call, answer) => self.answered(call, answer),
            Event::Trouble(error) => self.show(|view| view.trouble = Some(error)),
        }
    }

    /// Whether the policy lets the user be asked about a call: nobody offers help where it lets nobody.
    fn lets_ring(&self, ring: &Ring) -> bool {
        ring.asked_for != AskedFor::Helping || self.shared.policy().offers != Some(false)
    }

    fn refuse(&self, ring: &Ring) {
        self.log(&ring.from, ContactDid::WasForbidden);
        self.wish(Wish::Decline(ring.id));
    }

    /// Refuses who rings now and may not any more.
    pub(super) fn keep_rings_to_policy(&mut self) {
        let rings = std::mem::take(&mut self.rings);
        let (stay, go): (Vec<_>, Vec<_>) = rings.into_iter().partition(|ring| self.lets_ring(ring));
        self.rings = stay;
        if !go.is_empty() {
            go.iter().for_each(|ring| self.refuse(ring));
            self.show_rings();
        }
    }

    pub(super) fn call(
        &mut self,
        invitation: Option<InvitationId>,
        to: Address,
        asked_for: AskedFor,
    ) {
        self.take_back(|_| true);
        self.last_call += 1;
        let id = CallId(self.last_call);
        let people = self.peek().people.clone();
        let known = people.people.iter().find(|person| person.address == to);
        let name = known.map_or_else(|| to.user().to_owned(), |person| person.name.clone());
        let call = CallView {
            invitation,
            to: to.clone(),
            name,
            state: CallState::Ringing,
        };
        self.show(|view| view.call = Some(call));
        self.log(
            &to,
            match invitation {
                Some(_) => ContactDid::WasAsked,
                None => ContactDid::WasOffered,
            },
        );
        self.calls.insert(
            id,
            Called {
                invitation,
                to: to.clone(),
            },
        );
        let called = random_name().is_some_and(|name| {
            self.try_wish(Wish::Call {
                id,
                to,
                name,
                asked_for,
            })
        });
        if !called {
            self.answered(id, Answer::Failed(ContactError::NotConnected));
        }
    }

    fn answered(&mut self, id: CallId, answer: Answer) {
        let Some(called) = self.calls.remove(&id) else {
            return;
        };
        let (state, did) = match &answer {
            Answer::Accepted(..) => (CallState::Accepted, ContactDid::Accepted),
            Answer::Declined => (CallState::Declined, ContactDid::Declined),
            Answer::Nothing => (CallState::NoAnswer, ContactDid::DidNotAnswer),
            Answer::Failed(error) => (CallState::Failed(error.clone()), ContactDid::WasNotReached),
        };
        self.log(&called.to, did);
        self.show_call(state);
        match (answer, called.invitation) {
            (Answer::Accepted(Some(paper), _), None) => {
                let _ = self.to_expert.send(expert::Order::PaperForOffer(paper));
            }
            (Answer::Accepted(_, Some(key)), Some(invitation)) => {
                let order = novice::Order::Expect(invitation, key);
                let _ = self.to_novice.send(order);
            }
            _ => {}
        }
    }

    pub(super) fn take_back(&mut self, which: impl Fn(&Called) -> bool) {
        let ids: Vec<_> = self
            .calls
            .iter()
            .filter(|(_, called)| which(called))
            .map(|(&id, _)| id)
            .collect();
        for id in ids {
            if let Some(called) = self.calls.remove(&id) {
                self.log(&called.to, ContactDid::IsAskedNoMore);
                self.wish(Wish::Withdraw(id));
                self.show_call(CallState::TakenBack);
            }
        }
    }

    pub(super) fn answer(&mut self, id: RingId, accept: bool) {
        let Some(ring) = self.take_ring(id) else {
            return; // it has ended, or was answered already
        };
        let did = match accept {
            true => ContactDid::WasAccepted,
            false => ContactDid::WasDeclined,
        };
        self.log(&ring.from, did);
        match (accept, ring.asked_for) {
            (false, _) => self.wish(Wish::Decline(id)),
            (true, AskedFor::Help(paper)) => {
                self.wish(Wish::Accept(id, None));
                let _ = self.to_expert.send(expert::Order::Paper(paper));
            }
            (true, AskedFor::Helping) => {
                self.accepted.insert(id, None);
                let caller = novice::Caller {
                    ring: id,
                    key: ring.key,
                };
                let order = novice::Order::InviteFor(caller, ring.from);
                let _ = self.to_novice.send(order);
            }
        }
    }

    /// Somebody who offers help gets the invitation, or a no where none could be made. An invitation that cannot go to them any
    /// more waits for nobody.
    pub(super) fn answer_offer(
        &mut self,
        id: RingId,
        made: Option<(InvitationId, Zeroizing<String>)>,
    ) {
        let is_there = self.accepted.remove(&id).is_some();
        match made {
            Some((invitation, paper)) => {
                if is_there && self.try_wish(Wish::Accept(id, Some(paper))) {
                    self.accepted.insert(id, Some(invitation));
                } else {
                    self.withdraw(invitation);
                }
            }
            None if is_there => self.wish(Wish::Decline(id)),
            None => {}
        }
    }

    fn withdraw(&self, invitation: InvitationId) {
        let order = novice::Order::Command(Box::new(Command::Withdraw(invitation)));
        let _ = self.to_novice.send(order);
    }

    /// There will be no line any more: whoever was called was not reached, and nobody calls.
    pub(super) fn calls_failed(&mut self, why: &ContactError) {
        let called: Vec<_> = self.calls.keys().copied().collect();
        for id in called {
            self.answered(id, Answer::Failed(why.clone()));
        }
        self.forget_calls();
        self.show_rings();
    }

    fn take_ring(&mut self, id: RingId) -> Option<Ring> {
        let at = self.rings.iter().position(|ring| ring.id == id)?;
        let ring = self.rings.remove(at);
        self.show_rings();
        Some(ring)
    }

    fn show_rings(&self) {
        let rings = self.rings.iter().map(ring_view).collect();
        self.show(|view| view.rings = rings);
    }

    fn show_call(&self, state: CallState) {
        self.show(|view| {
            if let Some(call) = &mut view.call {
                call.state = state;
            }
        });
    }
}

fn ring_view(ring: &Ring) -> RingView {
    let wants = match &ring.asked_for {
        AskedFor::Help(paper) => {
            let words = open_paper(paper.as_bytes()).map(|invitation| invitation.message);
            RingWants::Help(words.unwrap_or_default())
        }
        AskedFor::Helping => RingWants::Helping,
    };
    RingView {
        id: ring.id,
        name: ring.name.clone(),
        address: ring.from.clone(),
        is_contact: ring.is_contact,
        wants,
    }
}

/// What both sides call a call.
fn random_name() -> Option<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).ok()?;
    Some(format!("{:032x}", u128::from_be_bytes(bytes)))
}
