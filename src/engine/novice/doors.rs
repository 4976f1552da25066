//! The one listener of this computer: open while an invitation waits, and a little longer, so that whoever comes too late
//! is told why.

use std::time::Instant;

use super::super::view::ListenView;
use super::{NoviceSide, guests::GuestEntry};
use crate::{
    invitation::{InvitationRecord, InvitationState},
    net::{Arrival, ListenError, Listener},
    store::LogEvent,
};

/// The listener, while it is open.
#[derive(Debug, Default)]
pub(super) struct Doors {
    listener: Option<Listener>,
    /// Since when nobody is waited for any more.
    idle_since: Option<Instant>,
}

impl Doors {
    /// The port, while they are open.
    pub(super) fn port(&self) -> Option<u16> {
        self.listener.as_ref().map(Listener::port)
    }

    /// The next one who came; never, while they are closed.
    pub(super) async fn next(&mut self) -> Arrival {
        match &mut self.listener {
            Some(listener) => listener.next().await,
            None => std::future::pending().await,
        }
    }
}

impl NoviceSide {
    /// Opens the doors, if they are not; tells the port.
    pub(super) fn open_doors(&mut self) -> Result<u16, ListenError> {
        if let Some(port) = self.doors.port() {
            return Ok(port);
        }
        let wanted = self.wanted_port();
        match Listener::open(wanted, &self.shared.identity) {
            Ok(listener) => {
                let port = listener.port();
                self.doors.listener = Some(listener);
                self.log(&LogEvent::Waiting { port });
                self.change_view(|view| view.listen = ListenView::On { port });
                Ok(port)
            }
            Err(error) => {
                tracing::warn!(%error, "nobody can reach this computer");
                let words = error.to_string();
                self.change_view(|view| view.listen = ListenView::Failed(words));
                Err(error)
            }
        }
    }

    /// Opens or closes the doors, as the invitations need it.
    pub(super) fn keep_doors(&mut self, records: &[InvitationRecord]) {
        let waiting = |record: &InvitationRecord| {
            matches!(record.state, InvitationState::Open | InvitationState::InUse)
        };
        if self.making > 0 || records.iter().any(waiting) {
            // An error is shown in the view; the next look tries again.
            let _ = self.open_doors();
            self.doors.idle_since = None;
        } else if self.doors.port().is_some() {
            let idle_since = *self.doors.idle_since.get_or_insert_with(Instant::now);
            if idle_since.elapsed() >= self.shared.timing.farewell {
                self.close_doors();
                self.change_view(|view| view.listen = ListenView::Off);
            }
        }
    }

    /// Closes them.
    pub(super) fn close_doors(&mut self) {
        self.doors.idle_since = None;
        if self.doors.listener.take().is_some() {
            self.log(&LogEvent::NotWaiting);
        }
    }

    /// The port that the newest open invitation names, for nobody rewrites what is on its way; else the setting's.
    fn wanted_port(&self) -> u16 {
        let records = self.shared.store.invitations();
        let records = self.check("invitations", records).unwrap_or_default();
        let open = records.iter().find(|r| r.state == InvitationState::Open);
        open.and_then(|record| record.invitation.addresses.first())
            .map_or(self.settings.port, |address| address.port())
    }

    /// Lets in whoever came with a proved key; the rest is written down.
    pub(super) fn receive(&mut self, arrival: Arrival) {
        match arrival {
            Arrival::Link(link, seat) => {
                let id = self.next_guest();
                let entry = GuestEntry::start(id, *link, seat, self);
                self.guests.insert(id, entry);
            }
            Arrival::Knock(knock) => self.log_knock(&knock),
        }
    }
}
