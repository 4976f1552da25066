//! The one listener of this computer: open while an invitation waits, and a little longer, so that whoever comes too late
//! is told why.

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
    /// Since when nobody is waited for any more.
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
    /// Opens the doors, if they are not; tells where this computer can be reached then.
    pub(super) fn open_doors(&mut self) -> Result<Whereabouts, ListenError> {
        if let Some(open) = &self.doors.open {
            return Ok(open.whereabouts());
        }
        match Listener::open(self.wanted_port(), &self.shared.identity) {
            Ok(listener) => {
                let port = listener.port();
                let open = self.open_other_ways(listener);
                let whereabouts = open.whereabouts();
                self.doors.open = Some(open);
                self.log(&LogEvent::Waiting { port });
                self.change_view(|view| view.listen = ListenView::On { port });
                self.show_ways();
                Ok(whereabouts)
            }
            Err(error) => {
                tracing::warn!(%error, "nobody can reach this computer");
                let words = error.to_string();
                self.change_view(|view| view.listen = ListenView::Failed(words));
                Err(error)
            }
        }
    }

    /// Asks the router and the relays, as the settings want it.
    fn open_other_ways(&self, mut listener: Listener) -> Open {
        if self.settings.network.map_port {
            listener = listener.with_mapping();
        }
        let relaying = SettingsView::of(&self.settings).relaying();
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
        }
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
        let waiting = |record: &InvitationRecord| {
            matches!(record.state, InvitationState::Open | InvitationState::InUse)
        };
        if self.making > 0 || records.iter().any(waiting) {
            // An error is shown in the view; the next look tries again.
            let _ = self.open_doors();
            self.doors.idle_since = None;
        } else if self.doors.open.is_some() {
            let idle_since = *self.doors.idle_since.get_or_insert_with(Instant::now);
            if idle_since.elapsed() >= self.shared.timing.farewell && self.guests.is_empty() {
                self.close_doors();
            }
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
