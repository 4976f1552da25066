//! The network: the port, the router, relays, the way out, and the server for codes.

use std::{
    net::{Ipv4Addr, SocketAddr},
    time::Duration,
};

use futures_util::future::join_all;
use tokio::{sync::watch, time::timeout};

use super::{Trial, not_allowed, too_late};
use crate::{
    delivery::code,
    engine::view::{CheckFact, CheckFault, CheckGap, CheckPart, CheckState},
    net::{
        EndpointSetup, Identity, Listener, Mapping, Places, RelayWay, Ways, connect,
        is_on_the_internet, new_endpoint_key, reachable_addresses, try_way_out,
    },
    store::InviteWay,
};

/// How long this computer may take to answer itself.
const PORT: Duration = Duration::from_secs(10);
/// How long the router may take: a little more than it is asked.
const ROUTER: Duration = Duration::from_secs(9);
/// How long a relay may take: a little more than it is looked for.
const RELAY: Duration = Duration::from_secs(12);
/// How long the servers may take that show a way out.
pub(super) const WAY_OUT: Duration = Duration::from_secs(10);
/// How long the server for codes may take to be reached and to say welcome.
pub(super) const CODES: Duration = Duration::from_secs(25);

impl Trial {
    /// A port of this computer's, one of the router's, and a meeting point at a relay.
    pub(super) async fn try_ways_in(&self) {
        let none = |state: CheckState| {
            for part in [CheckPart::Port, CheckPart::Router, CheckPart::Relay] {
                self.tell(part, state.clone());
            }
        };
        if !(self.settings.allow_invitations || self.settings.allow_offers) {
            return none(not_allowed()); // nobody can come in here
        }
        // A port that this process listens at already is not free.
        let wanted = self.listening.map_or(self.settings.port, |_| 0);
        let key = Identity::generate().map_err(|error| error.to_string());
        let opened = key.and_then(|key| {
            let listener = Listener::open(wanted, &key).map_err(|error| error.to_string())?;
            Ok((listener, key))
        });
        let (mut listener, key) = match opened {
            Ok(opened) => opened,
            Err(why) => return none(CheckState::Fails(CheckFault::Port(why))),
        };
        if self.settings.map_port {
            listener = listener.with_mapping();
        }
        let relaying = self.shared.past_the_proxy(self.settings.relaying());
        if !relaying.relays.is_empty() {
            let setup = EndpointSetup {
                key: new_endpoint_key(),
                relaying,
            };
            listener = listener.with_endpoint(setup);
        }
        let (port, ways) = (listener.port(), listener.ways());
        let known = async {
            tokio::join!(
                self.one(CheckPart::Port, PORT, self.answers(port, &key)),
                self.one(CheckPart::Router, ROUTER, router(ways.clone())),
                self.one(CheckPart::Relay, RELAY, relay(ways.clone())),
            )
        };
        let welcome = async {
            loop {
                listener.next().await; // whoever comes is let go of: nobody is awaited
            }
        };
        tokio::select! {
            _ = known => {}
            () = welcome => {}
        }
        listener.close().await;
    }

    /// Whether this computer proves the key of the check to itself there.
    async fn answers(&self, port: u16, key: &Identity) -> CheckState {
        let here = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        match connect(Places::at(&[here]), key.fingerprint(), key).await {
            Ok(_) => {
                let wanted = self.listening.unwrap_or(self.settings.port);
                let port = self.listening.unwrap_or(port);
                CheckState::Works(CheckFact::Listening {
                    port,
                    instead_of: (port != wanted).then_some(wanted),
                })
            }
            Err(error) => {
                tracing::warn!(%error, "this computer does not answer itself");
                CheckState::Fails(CheckFault::PortSilent(port))
            }
        }
    }

    /// The servers that the settings name, and no others.
    pub(super) async fn way_out(&self) -> CheckState {
        let relaying = self.shared.past_the_proxy(self.settings.relaying());
        let relays = relaying.relays.iter().map(|relay| relay.url.as_str());
        let mailbox = match self.policy().lets_travel(InviteWay::Code) {
            true => self.settings.mailbox.as_str(),
            false => "",
        };
        let tried = relays
            .map(|relay| try_way_out(relay, Some(&relaying.proxy)))
            .map(futures_util::future::Either::Left);
        let codes = (!mailbox.is_empty()).then(|| try_way_out(mailbox, None));
        let codes = codes.into_iter().map(futures_util::future::Either::Right);
        let tried = join_all(tried.chain(codes)).await;
        if tried.is_empty() {
            CheckState::NotSetUp(CheckGap::NoServer)
        } else if tried.iter().any(|way| way.outcome.is_ok()) {
            CheckState::Works(CheckFact::WaysOut(tried))
        } else {
            CheckState::Fails(CheckFault::WaysOut(tried))
        }
    }

    pub(super) async fn codes(&self) -> CheckState {
        if !self.policy().lets_travel(InviteWay::Code) {
            return not_allowed();
        }
        let server = &self.settings.mailbox;
        match code::greet(server).await {
            Ok(()) => CheckState::Works(CheckFact::CodesAnswered(server.clone())),
            Err(error) => CheckState::Fails(CheckFault::Codes(error)),
        }
    }
}

async fn router(mut ways: watch::Receiver<Ways>) -> CheckState {
    let known = ways.wait_for(|ways| ways.mapping != Mapping::Asked).await;
    let mapping = known.map_or(Mapping::Refused, |ways| ways.mapping);
    let has_public = || {
        let own = reachable_addresses(0);
        own.iter().any(|own| is_on_the_internet(own.ip()))
    };
    match mapping {
        Mapping::At(outside) if is_on_the_internet(outside.ip()) => {
            CheckState::Works(CheckFact::RouterOpened(outside))
        }
        _ if has_public() => CheckState::Works(CheckFact::OnTheInternet),
        Mapping::At(outside) => CheckState::NotSetUp(CheckGap::RouterBehindRouter(outside)),
        Mapping::Off => CheckState::NotSetUp(CheckGap::RouterNotAsked),
        Mapping::Refused | Mapping::Asked => CheckState::NotSetUp(CheckGap::RouterRefused),
    }
}

async fn relay(mut ways: watch::Receiver<Ways>) -> CheckState {
    let settled = |ways: &Ways| match &ways.relay {
        RelayWay::Off => Some(CheckState::NotSetUp(CheckGap::NoRelay)),
        RelayWay::Looking => None,
        RelayWay::Open => {
            let home = ways.home.clone().unwrap_or_default();
            Some(CheckState::Works(CheckFact::RelayFound(home)))
        }
        RelayWay::Closed(fault) => Some(CheckState::Fails(CheckFault::Relay(fault.clone()))),
    };
    let known = timeout(RELAY, ways.wait_for(|ways| settled(ways).is_some())).await;
    match known {
        Ok(Ok(ways)) => settled(&ways).unwrap_or_else(|| too_late(RELAY)),
        _ => too_late(RELAY),
    }
}
