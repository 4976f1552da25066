//! When the line to the helper breaks, and when the helper's computer is back.

use std::time::Instant;

use super::{
    NoviceSide,
    guest::{GuestId, ToGuest},
    present::{Present, Stage},
};
use crate::{
    invitation::InvitationId,
    session::{Comeback, Refusal},
    store::LogEvent,
};

impl NoviceSide {
    /// A computer says that its session goes on. Only the helper's own, with the session's secret, is believed; whatever the session
    /// had for a line until now makes way for this one.
    pub(super) fn come_back(&mut self, id: GuestId, comeback: Comeback) {
        let Some(guest) = self.guests.get(&id) else {
            return;
        };
        let is_helper = |present: &Present| {
            let is_proved =
                matches!(&present.stage, Stage::Here(here) if here.secret.is_proved_by(&comeback));
            is_proved && present.helper_key == guest.key
        };
        let present = self.present.as_mut().filter(|present| is_helper(present));
        let heir = present.and_then(|present| {
            present.helper.address = guest.address;
            self.guests.get(&present.guest)
        });
        guest.tell(match heir {
            Some(heir) => ToGuest::HandOver(Box::new(comeback), heir.orders()),
            None => ToGuest::Refuse(Refusal::SessionOver),
        });
    }

    /// Whether a guest who claims this invitation is the very helper whose line with it is broken, on a Hulp that does not know the
    /// session any more: then nobody else is here, and the session of before ends once the guest has proved itself.
    pub(super) fn starts_afresh(&self, id: GuestId, invitation: InvitationId) -> bool {
        let (Some(guest), Some(present)) = (self.guests.get(&id), &self.present) else {
            return false;
        };
        let is_cut = matches!(&present.stage, Stage::Here(here) if here.cut_since.is_some());
        is_cut
            && present.guest != id
            && present.invitation == invitation
            && present.helper_key == guest.key
    }

    pub(super) fn interrupt(&mut self, until: Instant) {
        let now = Instant::now();
        let Some(here) = self.here() else { return };
        here.cut_since = Some(now);
        here.breaks += 1;
        here.set_watches(now);
        self.log_break(&LogEvent::LineBroke);
        self.change_session(|session| session.reconnecting = Some(until));
    }

    pub(super) fn go_on(&mut self) {
        let now = Instant::now();
        let Some(here) = self.here() else { return };
        let Some(since) = here.cut_since.take() else {
            return;
        };
        here.set_watches(now);
        if let Some(helper) = self.present.as_ref().map(|present| present.helper.clone()) {
            self.log_break(&LogEvent::SessionWentOn {
                helper,
                after_secs: now.saturating_duration_since(since).as_secs(),
            });
        }
        self.change_session(|session| session.reconnecting = None);
    }

    /// Tells the helper's side where this computer can be reached, should the line break, whenever that is no more what the
    /// invitation said. It is for the helper's computer to find this one; nobody has to look for the helper's.
    pub(super) fn tell_addresses(&mut self) {
        let Some(addresses) = self.doors.addresses() else {
            return;
        };
        let Some(here) = self.here() else { return };
        if here.told_addresses != addresses {
            here.told_addresses.clone_from(&addresses);
            self.tell_present(ToGuest::Addresses(addresses));
        }
    }

    /// Writes down a break, or its end; of a line that breaks all the time only so often in a minute.
    fn log_break(&mut self, event: &LogEvent) {
        let kind = match event {
            LogEvent::LineBroke => "broke",
            _ => "went on",
        };
        let ip = (self.present.as_ref()).map(|present| present.helper.address.ip());
        let told = ip.and_then(|ip| self.breaks.worth_telling(ip, kind, Instant::now()));
        if told.is_some() {
            self.log(event);
        }
    }
}
