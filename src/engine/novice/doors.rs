//! The one listener of this computer: open while an invitation waits, and a little longer, so that whoever comes too late
//! is told why; and while offers of help are taken. Whoever offers help calls this computer's own address: for that nothing is asked
//! of routers and relays.

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use tokio::{sync::watch, task::JoinSet};

use super::super::{
    SettingsView,
    view::{DirectWay, ListenView, WaysView},
};
use super::{NoviceSide, guests::GuestEntry};
use crate::{
    invitation::{EndpointKey, InvitationRecord, InvitationState, MeetingPoint},
    net::{
        Arrival, EndpointSetup, ListenError, Listener, Mapping, RelayServer, Ways, endpoint_id,
        is_on_the_internet, new_endpoint_key, reachable_addresses,
    },
    store::LogEvent,
};

/// So long a new invitation waits for the router's answer and for the relay, which it should name. What comes later stands in
/// it when it is saved or sent again.
const WAYS_TIME: Duration = Duration::from_secs(4);

/// The listener, while it is open.
#[derive(Debug, Default)]
pub(super) struct Doors {
    open: Option<Open>,
    /// Since when nobody is waited for any more who was invited.
    idle_since: Option<Instant>,
    /// The settings of the network have changed since they were opened.
    are_outdated: bool,
    /// Say goodbye to routers and relays.
    closing: JoinSet<()>,
}

#[derive(Debug)]
struct Open {
    listener: Listener,
    ways: watch::Receiver<Ways>,
    /// Where there is an endpoint: what it was opened with.
    endpoint: Option<EndpointSetup>,
    /// All the ways are open that the settings want, not the port alone.
    is_for_invitations: bool,
}

/// What there is at the doors.
#[derive(Debug)]
pub(super) enum AtTheDoors {
    /// Somebody.
    Came(Arrival),
    /// Another way is open, or closed.
    WaysChanged,
}

/// Where this computer can be reached, as far as is known, or will be in a moment.
#[derive(Clone, Debug)]
pub(super) struct Whereabouts {
    port: u16,
    ways: watch::Receiver<Ways>,
    endpoint: Option<EndpointSetup>,
}

impl Doors {
    /// Where this computer can be reached by TCP, while they are open.
    pub(super) fn addresses(&self) -> Option<Vec<SocketAddr>> {
        let (addresses, _) = self.open.as_ref()?.whereabouts().now();
        Some(addresses)
    }

    /// The next one who came, or news of the ways; never, while they are closed.
    pub(super) async fn next(&mut self) -> AtTheDoors {
        let Some(open) = &mut self.open else {
            return std::future::pending().await;
        };
        tokio::select! {
            came = open.listener.next() => AtTheDoors::Came(came),
            Ok(()) = open.ways.changed() => AtTheDoors::WaysChanged,
        }
    }

    /// Whether they are to be closed once nobody is in them.
    pub(super) fn wait_for_guests(&self) -> bool {
        self.open.is_some() && (self.are_outdated || self.idle_since.is_some())
    }

    /// The port, while they are open.
    pub(super) fn port(&self) -> Option<u16> {
        Some(self.open.as_ref()?.listener.port())
    }

    /// Says one more goodbye, which is waited for at the end.
    pub(super) fn say_goodbye(&mut self, goodbye: impl Future<Output = ()> + Send + 'static) {
        self.closing.spawn(goodbye);
    }

    /// Waits until everybody who opened something for us has closed it again.
    pub(super) async fn closed(&mut self) {
        while self.closing.join_next().await.is_some() {}
    }
}

impl Whereabouts {
    /// Waits until all is known, but not for long.
    pub(super) async fn settle(&mut self) {
        let known = self.ways.wait_for(Ways::are_settled);
        let _ = tokio::time::timeout(WAYS_TIME, known).await;
    }

    /// What an invitation says of it now.
    pub(super) fn now(&self) -> (Vec<SocketAddr>, Option<(MeetingPoint, EndpointKey)>) {
        let ways = self.ways.borrow();
        let mut addresses = reachable_addresses(self.port);
        if let Mapping::At(outside) = ways.mapping
            && !addresses.contains(&outside)
        {
            addresses.push(outside);
        }
        let meeting = self
            .endpoint
            .as_ref()
            .map(|EndpointSetup { key, relaying }| {
                let home = ways.home.as_deref();
                let is_home = |relay: &&RelayServer| home.is_some_and(|home| relay.is_at(home));
                let token = relaying.relays.iter().find(is_home);
                let point = MeetingPoint {
                    endpoint: endpoint_id(key),
                    relay: ways.home.clone(),
                    token: token.and_then(|relay| relay.token.clone()),
                    hints: ways.hints.clone(),
                };
                (point, key.clone())
            });
        (addresses, meeting)
    }
}

impl Open {
    fn whereabouts(&self) -> Whereabouts {
        Whereabouts {
            port: self.listener.port(),
            ways: self.ways.clone(),
            endpoint: self.endpoint.clone(),
        }
    }
}

impl NoviceSide {
    /// Opens all of the doors, if they are not; tells where this computer can be reached then.
    pub(super) fn open_doors(&mut self) -> Result<Whereabouts, ListenError> {
        let mut open = match self.doors.open.take() {
            Some(open) => open,
            None => self.open_port()?,
        };
        if !open.is_for_invitations {
            open = self.open_other_ways(open.listener);
        }
        let whereabouts = open.whereabouts();
        self.doors.open = Some(open);
        self.show_ways();
        Ok(whereabouts)
    }

    /// Opens the port alone, if it is not.
    fn open_for_offers(&mut self) {
        if self.doors.open.is_none() {
            // An error is shown in the view; the next look tries again.
            self.doors.open = self.open_port().ok();
            self.show_ways();
        }
    }

    fn open_port(&mut self) -> Result<Open, ListenError> {
        let opened = Listener::open(self.wanted_port(), &self.shared.identity);
        let listener = opened.inspect_err(|error| {
            tracing::warn!(%error, "nobody can reach this computer");
            let words = error.to_string();
            self.change_view(|view| view.listen = ListenView::Failed(words));
        })?;
        let port = listener.port();
        self.log(&LogEvent::Waiting { port });
        self.change_view(|view| view.listen = ListenView::On { port });
        Ok(Open {
            ways: listener.ways(),
            listener,
            endpoint: None,
            is_for_invitations: false,
        })
    }

    /// Asks the router and the relays, as the settings want it.
    fn open_other_ways(&self, mut listener: Listener) -> Open {
        if self.settings.network.map_port {
            listener = listener.with_mapping();
        }
        let relaying = SettingsView::of(&self.settings, &self.shared.policy()).relaying();
        let mut relaying = self.shared.past_the_proxy(relaying);
        let mut endpoint = None;
        if !relaying.relays.is_empty() {
            let (key, home) = self.wanted_endpoint();
            // What is on its way names the relay of then; this computer stays there, if the settings still allow it.
            let stay = |relay: &&RelayServer| home.as_deref().is_some_and(|home| relay.is_at(home));
            if let Some(relay) = relaying.relays.iter().find(stay).cloned() {
                relaying.relays = vec![relay];
            }
            let setup = EndpointSetup { key, relaying };
            listener = listener.with_endpoint(setup.clone());
            endpoint = Some(setup);
        }
        Open {
            ways: listener.ways(),
            listener,
            endpoint,
            is_for_invitations: true,
        }
    }

    /// Leaves the port alone open.
    fn close_other_ways(&mut self) {
        if let Some(open) = &mut self.doors.open {
            self.doors.closing.spawn(open.listener.close_other_ways());
            open.ways = open.listener.ways();
            open.endpoint = None;
            open.is_for_invitations = false;
        }
        self.show_ways();
    }

    /// The endpoint that the newest open invitation names, and its relay; else a new one, by which nobody knows this computer.
    fn wanted_endpoint(&self) -> (EndpointKey, Option<String>) {
        let records = self.shared.store.invitations();
        let records = self.check("invitations", records).unwrap_or_default();
        let waits = |r: &InvitationRecord| r.state == InvitationState::Open;
        let named = records.into_iter().filter(waits).find_map(|record| {
            let relay = record.invitation.meeting?.relay;
            Some((record.endpoint_key?, relay))
        });
        named.unwrap_or_else(|| (new_endpoint_key(), None))
    }

    /// Shows which ways are open.
    pub(super) fn show_ways(&mut self) {
        let Some(open) = &mut self.doors.open else {
            return;
        };
        let ways = open.ways.borrow_and_update().clone();
        let own = reachable_addresses(open.listener.port());
        let has_public = own.iter().any(|own| is_on_the_internet(own.ip()));
        let shown = WaysView {
            same_network: own.iter().any(|own| !own.ip().is_loopback()),
            directly: match ways.mapping {
                Mapping::At(outside) if is_on_the_internet(outside.ip()) => DirectWay::Open,
                _ if has_public => DirectWay::Perhaps,
                Mapping::Asked => DirectWay::Looking,
                // A router behind another one opens a port that leads only to that one.
                Mapping::At(_) | Mapping::Off | Mapping::Refused => DirectWay::Closed,
            },
            relay: ways.relay,
        };
        if self.shared.publisher.peek().novice.ways != shown {
            self.change_view(|view| view.ways = shown);
        }
    }

    /// Opens the doors anew, for the settings of the network have changed; once no helper is here, for one who came by the endpoint
    /// goes with it.
    pub(super) fn change_doors(&mut self) {
        self.doors.are_outdated = self.doors.open.is_some();
        self.show_invitations();
    }

    /// Opens or closes the doors, as the invitations need it.
    pub(super) fn keep_doors(&mut self, records: &[InvitationRecord]) {
        // Strangers at the door cannot put it off, only who speaks of an invitation: also whoever is still being told goodbye. An
        // invitation that is being made names these doors.
        let awaited = self.guests.values().any(GuestEntry::claims_any);
        if self.doors.are_outdated && !awaited && self.making == 0 {
            self.close_doors();
        }
        let waiting = |record: &&InvitationRecord| {
            matches!(record.state, InvitationState::Open | InvitationState::InUse)
        };
        let mut waiting = records.iter().filter(waiting);
        let is_invited = self.making > 0 || waiting.clone().any(|record| !record.is_of_offer());
        let is_offering = self.takes_offers() || waiting.any(InvitationRecord::is_of_offer);
        if is_invited {
            // An error is shown in the view; the next look tries again.
            let _ = self.open_doors();
            self.doors.idle_since = None;
            return;
        }
        let is_done = self.doors.open.as_ref().is_some_and(|open| {
            // Of the port alone, which is still needed, nothing is to be closed.
            !is_offering || open.is_for_invitations
        });
        if is_offering {
            self.open_for_offers();
        }
        if !is_done {
            self.doors.idle_since = None;
            return;
        }
        let idle_since = *self.doors.idle_since.get_or_insert_with(Instant::now);
        if idle_since.elapsed() >= self.shared.timing.farewell && self.guests.is_empty() {
            match is_offering {
                true => self.close_other_ways(),
                false => self.close_doors(),
            }
            self.doors.idle_since = None;
        }
    }

    /// Closes them.
    pub(super) fn close_doors(&mut self) {
        self.doors.idle_since = None;
        self.doors.are_outdated = false;
        while self.doors.closing.try_join_next().is_some() {}
        if let Some(open) = self.doors.open.take() {
            self.doors.closing.spawn(open.listener.close());
            self.log(&LogEvent::NotWaiting);
            self.change_view(|view| {
                view.listen = ListenView::Off;
                view.ways = WaysView::default();
            });
        }
    }

    /// The port that the newest open invitation names, for nobody rewrites what is on its way; else the setting's. What came of an
    /// offer names none.
    fn wanted_port(&self) -> u16 {
        let records = self.shared.store.invitations();
        let records = self.check("invitations", records).unwrap_or_default();
        let mut open = records.iter().filter(|r| r.state == InvitationState::Open);
        let open = open.find(|r| !r.is_of_offer());
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
