//! An offer of help is a request for an invitation, and the novice's yes makes one: so there is one way into a session.

use std::time::Instant;

use super::{HANDSHAKE_PATIENCE, Novice, State};
use crate::{
    invitation::{HelperCard, InvitationId, TicketSecret, clean_name},
    protocol::{Ticket, ToExpert, VERSION},
    session::{NoviceEvent, Refusal, phrase::phrase},
};

impl Novice {
    /// Asks the novice about the helper of [`NoviceEvent::Offered`], who is on the list; otherwise [`Novice::refuse`] is the answer.
    pub fn ask_about_offer(&mut self, now: Instant) {
        self.handle_timeout(now);
        let State::Offering { version } = self.state else {
            return;
        };
        if version.0 != VERSION.0 {
            return self.end_in_refusal(Refusal::Version {
                novice: VERSION.0,
                expert: version.0,
            });
        }
        let deadline = now + self.patience.0;
        self.state = State::OfferAsked { deadline };
        self.say(ToExpert::Waiting {
            answer_within_secs: u16::try_from(self.patience.0.as_secs()).unwrap_or(u16::MAX),
            confirmation: None,
        });
        self.events.push_back(NoviceEvent::AskOffer {
            phrase: phrase(&self.setup.exporter),
            deadline,
        });
    }

    /// The novice takes the offer: with this invitation, which nobody else may come with, and control only if the list allows it too.
    pub fn invite(
        &mut self,
        now: Instant,
        invitation: InvitationId,
        ticket: &TicketSecret,
        may_control: bool,
    ) {
        self.handle_timeout(now);
        if !matches!(self.state, State::OfferAsked { .. }) {
            return;
        }
        self.only_sight = !may_control;
        self.setup.control_allowed &= may_control;
        self.handshake_deadline = now + HANDSHAKE_PATIENCE;
        self.state = State::Invited(invitation);
        self.say(ToExpert::Invited {
            invitation: invitation.0,
            ticket: Ticket(ticket.0),
        });
    }

    pub(super) fn hear_offer(&mut self, version: (u16, u16), name: &str, card: Option<String>) {
        self.helper_name = clean_name(name);
        self.state = State::Offering { version };
        // A card that cannot be used is as good as none.
        let card = card.and_then(|card| HelperCard::read(card.as_bytes()).ok());
        self.events.push_back(NoviceEvent::Offered {
            helper_name: self.helper_name.clone(),
            card: card.map(Box::new),
        });
    }
}
