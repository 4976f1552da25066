//! Invitations for contacts: one that is called with it, and one that called and offered help.

use std::time::Duration;

use super::super::{
    command::{InviteHow, InviteRequest},
    contacts::Order,
    view::InviteView,
};
use super::NoviceSide;
use crate::{
    delivery::contact::{Address, RingId},
    invitation::{InvitationId, InvitationRecord, SentHow},
};

/// How long an invitation holds that answers an offer: the one who offered is there.
const FOR_AN_OFFER: Duration = Duration::from_secs(60 * 60);

impl NoviceSide {
    /// Makes an invitation for a contact who offered help and whom the user said yes to.
    pub(super) fn invite_for(&mut self, ring: RingId, who: Address) {
        let longest = Duration::from_secs(self.settings.longest_lifetime_secs);
        let request = InviteRequest {
            name: self.settings.name.clone(),
            message: String::new(),
            lifetime: FOR_AN_OFFER.min(longest),
            password: None,
            how: InviteHow::Contact(who),
        };
        self.invite_in(Some(ring), request);
    }

    /// `Resend` to a contact.
    pub(super) fn ask_again(&mut self, id: InvitationId, to: Address) {
        let Some(record) = self.open_record(id) else {
            return; // the row says that it is not open any more
        };
        let sent = SentHow::Contact {
            address: to.to_string(),
        };
        self.check("sent", self.shared.store.add_sent(id, &sent));
        self.hand_to_contact(&record, to, None);
        self.show_invitations();
    }

    /// Hands an invitation over to call with, or to answer with.
    pub(super) fn hand_to_contact(
        &self,
        record: &InvitationRecord,
        to: Address,
        ring: Option<RingId>,
    ) {
        let invitation = &record.invitation;
        let (id, expires) = (invitation.id, invitation.expires);
        let paper = invitation.to_xml();
        self.tell_contacts(match ring {
            Some(ring) => Order::Answer(ring, Some(paper)),
            None => Order::Ask(id, to, paper),
        });
        self.change_view(|view| view.invite = InviteView::Called { id, expires });
    }

    /// There is no invitation for the one who called.
    pub(super) fn decline_ring(&self, ring: Option<RingId>) {
        if let Some(ring) = ring {
            self.tell_contacts(Order::Answer(ring, None));
        }
    }

    /// An invitation that has ended rings nowhere.
    pub(super) fn no_more_calls_with(&self, id: InvitationId) {
        self.tell_contacts(Order::Ended(id));
    }

    /// Nobody hears it while Hulp closes.
    fn tell_contacts(&self, order: Order) {
        let _ = self.to_contacts.send(order);
    }
}
