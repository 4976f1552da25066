//! Invitations for contacts: one that is called with it, and one that called and offered help.

use std::time::Duration;

use super::super::{
    command::{InviteHow, InviteRequest},
    contacts::Order,
    view::{ExpectedKey, InviteView},
};
use super::{Caller, NoviceSide};
use crate::{
    delivery::contact::Address,
    invitation::{Fingerprint, InvitationId, InvitationRecord, SentHow},
    store::InviteWay,
};

/// How long an invitation holds that answers an offer: the one who offered is there.
const FOR_AN_OFFER: Duration = Duration::from_secs(60 * 60);

impl NoviceSide {
    /// Makes an invitation for a contact who offered help and whom the user said yes to.
    pub(super) fn invite_for(&mut self, caller: Caller, who: Address) {
        let longest = Duration::from_secs(self.settings.longest_lifetime_secs);
        let request = InviteRequest {
            name: self.settings.name.clone(),
            message: String::new(),
            lifetime: FOR_AN_OFFER.min(longest),
            password: None,
            how: InviteHow::Contact(who),
        };
        self.invite_in(Some(caller), request);
    }

    /// `Resend` to a contact.
    pub(super) fn ask_again(&mut self, id: InvitationId, to: Address) {
        let Ok(record) = self.open_record_for(id, InviteWay::Contact) else {
            return; // the row says that it is not open any more, and the window that contacts are not called
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
        &mut self,
        record: &InvitationRecord,
        to: Address,
        caller: Option<Caller>,
    ) {
        let invitation = &record.invitation;
        let (id, expires) = (invitation.id, invitation.expires);
        let paper = invitation.to_xml();
        if let Some(key) = caller.and_then(|caller| caller.key) {
            self.expected.insert(id, key);
        }
        self.tell_contacts(match caller {
            Some(caller) => Order::Answer(caller.ring, Some((id, paper))),
            None => Order::Ask(id, to, paper),
        });
        self.change_view(|view| view.invite = InviteView::Called { id, expires });
    }

    /// A contact accepted on the computer with this key, which may have come before these news, and be asked about by now.
    pub(super) fn expect(&mut self, id: InvitationId, key: Fingerprint) {
        self.expected.insert(id, key);
        let asked = self.present.as_ref().filter(|p| p.invitation == id);
        if let Some(expected_key) = asked.map(|p| self.is_expected(id, &p.helper_key)) {
            self.change_view(|view| {
                if let Some(consent) = &mut view.consent {
                    consent.expected_key = expected_key;
                }
            });
        }
    }

    /// Whether the computer with this key is the one on which a contact accepted, where one did.
    pub(super) fn is_expected(&self, id: InvitationId, key: &Fingerprint) -> ExpectedKey {
        match self.expected.get(&id) {
            None => ExpectedKey::None,
            Some(expected) if expected == key => ExpectedKey::Same,
            Some(_) => ExpectedKey::Other,
        }
    }

    /// There is no invitation for the one who called.
    pub(super) fn decline_ring(&self, caller: Option<Caller>) {
        if let Some(caller) = caller {
            self.tell_contacts(Order::Answer(caller.ring, None));
        }
    }

    /// An invitation that has ended rings nowhere.
    pub(super) fn no_more_calls_with(&mut self, id: InvitationId) {
        self.expected.remove(&id);
        self.tell_contacts(Order::Ended(id));
    }

    /// Nobody hears it while Hulp closes.
    fn tell_contacts(&self, order: Order) {
        let _ = self.to_contacts.send(order);
    }
}
