//! Help is offered without an invitation: one is asked for, and then it is as with every other.

use std::time::Instant;

use super::{Expert, GRACE, State};
use crate::{
    invitation::{TicketSecret, ticket_proof},
    protocol::{Ticket, ToNovice, VERSION},
    session::{HANDSHAKE_PATIENCE, OfferSetup, SessionSecret, name},
};

impl Expert {
    /// A connection whose TLS handshake is done, to a computer that takes offers perhaps. Offers help.
    pub fn offering(now: Instant, setup: OfferSetup) -> Self {
        let name = name::cut(&setup.name).to_owned();
        let offer = ToNovice::Offer {
            version: VERSION,
            name: name.clone(),
            card: setup.card.map(|card| card.to_text()),
        };
        let deadline = now + HANDSHAKE_PATIENCE + GRACE;
        Self::begin(
            now,
            setup.exporter,
            State::Offering { name, deadline },
            offer,
        )
    }

    pub(super) fn wait_for_invitation(
        &mut self,
        now: Instant,
        name: String,
        answer_within_secs: u16,
    ) {
        let deadline = self.tell_waiting(now, answer_within_secs);
        self.state = State::OfferAsked { name, deadline };
    }

    /// Goes on like whoever came with an invitation.
    pub(super) fn greet_as_invited(
        &mut self,
        now: Instant,
        name: &str,
        invitation: [u8; 16],
        ticket: &Ticket,
    ) {
        let ticket = TicketSecret(ticket.0);
        self.secret = SessionSecret::new(&self.exporter, &ticket);
        self.state = State::Greeting {
            password_key: None,
            deadline: now + HANDSHAKE_PATIENCE + GRACE,
        };
        self.say(ToNovice::Hello {
            version: VERSION,
            name: name.to_owned(),
            invitation,
            ticket_proof: ticket_proof(&ticket, &self.exporter),
        });
    }
}
