//! The novice's side: an endpoint that is met at its relay, for as long as invitations wait.

use std::{io, net::SocketAddr, pin::pin, sync::Arc, time::Duration};

use iroh::{
    EndpointAddr, RelayUrl, SecretKey, Watcher,
    endpoint::{
        Connection, ConnectionError, Incoming, IncomingAddr, QuicTransportConfig, VarInt,
        WeakConnectionHandle,
    },
};
use tokio::{
    sync::{mpsc, oneshot, watch},
    task::JoinHandle,
    time::{Instant, sleep, timeout},
};

use super::{
    super::ways::{RelayWay, Ways},
    DONE, QuicStream, RelayFault, RelayServer, Relaying, orchid,
    relays::Bound,
};
use crate::invitation::{EndpointKey, MAX_HINTS};

/// Callers who wait until they are looked at. More are turned away unseen.
const MAX_WAITING: usize = 32;
/// So long a relay may be looked for before it is said that none answers; it is looked for all the same.
const LOOK_TIME: Duration = Duration::from_secs(8);
/// So long the goodbye to the relay may take.
const GOODBYE_TIME: Duration = Duration::from_secs(2);
/// An endpoint whose relay is gone looks for it with pauses that grow to half a minute, longer than broken sessions can wait; so it
/// makes way for a new one after this time, unless somebody is connected to it.
const RENEW_AFTER: Duration = Duration::from_secs(5);
/// So often in a row: a little longer than sessions wait. Then the relay is left in peace.
const MAX_RENEWALS: u32 = 14;
/// The most bytes of a caller's that are kept until they are read: what a helper says is small, and strangers are many.
const RECEIVE_WINDOW: u32 = 256 * 1024;
/// The most bytes that wait for the network to take them, or for the other side to say that they came. It keeps the queue
/// short that no urgent message can pass; it also limits the speed of far lines.
const SEND_WINDOW: u64 = 256 * 1024;

/// What an endpoint is opened with.
#[derive(Clone, Debug)]
pub struct EndpointSetup {
    /// Its key.
    pub key: EndpointKey,
    /// Where it is to be met.
    pub relaying: Relaying,
}

/// The endpoint's task. Dropping it breaks the endpoint off; [`QuicDoor::close`] says goodbye before.
#[derive(Debug)]
pub(in crate::net) struct QuicDoor {
    callers: mpsc::Receiver<Caller>,
    /// Dropped to say that it is over.
    close: Option<oneshot::Sender<()>>,
    task: JoinHandle<()>,
}

/// Somebody who calls, and is not answered yet.
#[derive(Debug)]
pub(in crate::net) struct Caller {
    incoming: Incoming,
    from: SocketAddr,
    /// The relay, or an earlier answer that reached them, says that they are there.
    proved: bool,
    connected: Connected,
}

/// Held by everybody who is connected to an endpoint, and by the endpoint's keeper.
#[derive(Clone, Debug, Default)]
pub(super) struct Connected(Arc<()>);

impl Connected {
    fn is_nobody(&self) -> bool {
        Arc::strong_count(&self.0) == 1
    }
}

impl QuicDoor {
    /// Opens an endpoint, and says in `ways` how far it is.
    pub(in crate::net) fn open(setup: EndpointSetup, ways: watch::Sender<Ways>) -> Self {
        let (to, callers) = mpsc::channel(MAX_WAITING);
        let (close, closed) = oneshot::channel();
        ways.send_modify(|ways| {
            ways.relay = RelayWay::Looking;
            // There is no choice, so it is known before it is reached.
            if let [only] = setup.relaying.relays.as_slice() {
                ways.home = only.url.parse().ok().map(|url: RelayUrl| url.to_string());
            }
        });
        let task = tokio::spawn(async move {
            if let Err(fault) = keep_open(setup, &ways, &to, closed).await {
                tracing::warn!(%fault, "no way in through a relay");
                ways.send_modify(|ways| ways.relay = RelayWay::Closed(fault));
            }
        });
        Self {
            callers,
            close: Some(close),
            task,
        }
    }

    /// The next one who calls. Dropping the future loses nobody.
    pub(in crate::net) async fn next(&mut self) -> Caller {
        match self.callers.recv().await {
            Some(caller) => caller,
            None => std::future::pending().await,
        }
    }

    /// Says goodbye to the relay and to everybody who is connected.
    pub(in crate::net) async fn close(mut self) {
        drop(self.close.take());
        let _ = timeout(GOODBYE_TIME, &mut self.task).await;
    }
}

impl Drop for QuicDoor {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Caller {
    /// Where from, as far as that is known: through a relay it is the endpoint's ORCHID.
    pub(in crate::net) fn from(&self) -> SocketAddr {
        self.from
    }

    /// Whether they are known to be there, for an address of UDP's can be false.
    pub(in crate::net) fn is_where_it_says(&self) -> bool {
        self.proved
    }

    /// Lets them call again with what only reaches them there (RFC 9000, 8.1.2).
    pub(in crate::net) fn ask_again(self) {
        if let Err(proved) = self.incoming.retry() {
            proved.into_incoming().refuse();
        }
    }

    /// Lets them know that there is no room.
    pub(in crate::net) fn refuse(self) {
        self.incoming.refuse();
    }

    /// Answers. Nothing comes of it when the caller goes away before saying anything, which is what happens to the slower of
    /// two ways.
    pub(in crate::net) async fn answer(self) -> io::Result<Option<QuicStream>> {
        let connection: Connection = self.incoming.await.map_err(io::Error::other)?;
        let handle = connection.weak_handle();
        match QuicStream::accept(connection, self.connected).await {
            Ok(stream) => Ok(Some(stream)),
            Err(_) if is_taken_back(&handle) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// Whether the caller closed the connection in good order.
pub(in crate::net) fn is_taken_back(connection: &WeakConnectionHandle) -> bool {
    let reason = connection
        .upgrade()
        .and_then(|connection| connection.close_reason());
    matches!(reason, Some(ConnectionError::ApplicationClosed(close)) if close.error_code == DONE)
}

fn transport() -> QuicTransportConfig {
    QuicTransportConfig::builder()
        .max_concurrent_bidi_streams(VarInt::from_u32(1))
        .max_concurrent_uni_streams(VarInt::from_u32(0))
        .stream_receive_window(VarInt::from_u32(RECEIVE_WINDOW))
        .receive_window(VarInt::from_u32(RECEIVE_WINDOW))
        .send_window(SEND_WINDOW)
        .datagram_receive_buffer_size(None)
        .build()
}

/// Keeps an endpoint until it is to be closed: the same one, but for those that lost their relay.
async fn keep_open(
    mut setup: EndpointSetup,
    ways: &watch::Sender<Ways>,
    to: &mpsc::Sender<Caller>,
    mut closed: oneshot::Receiver<()>,
) -> Result<(), RelayFault> {
    let mut renewals = Renewals::default();
    loop {
        let key = SecretKey::from_bytes(&setup.key.0);
        let bound = setup.relaying.bind(key, transport()).await?;
        let endpoint = bound.endpoint.clone();
        let relays = &mut setup.relaying.relays;
        let outcome = keep(bound, relays, ways, to, &mut closed, &mut renewals).await;
        match outcome {
            Kept::Closed => {
                endpoint.close().await;
                return Ok(());
            }
            Kept::RelayLost => {
                tracing::debug!("the relay is lost; the endpoint is made anew");
                tokio::spawn(async move { endpoint.close().await });
            }
        }
    }
}

/// What became of an endpoint.
enum Kept {
    /// It is to be closed.
    Closed,
    /// Its relay is gone, and nobody is connected.
    RelayLost,
}

/// Whether another endpoint may look for the relay.
#[derive(Default)]
struct Renewals {
    /// Before, one was there.
    was_met: bool,
    /// So many looked since.
    count: u32,
}

impl Renewals {
    fn is_due(&self) -> bool {
        self.was_met && self.count < MAX_RENEWALS
    }
}

/// Keeps an endpoint. Invitations name the relay where this computer is met, so it stays at the first of `relays` that it finds.
async fn keep(
    bound: Bound,
    relays: &mut Vec<RelayServer>,
    ways: &watch::Sender<Ways>,
    to: &mpsc::Sender<Caller>,
    closed: &mut oneshot::Receiver<()>,
    renewals: &mut Renewals,
) -> Kept {
    let endpoint = &bound.endpoint;
    let connected = Connected::default();
    let (mut status, mut address) = (endpoint.home_relay_status(), endpoint.watch_addr());
    let mut patience = pin!(sleep(LOOK_TIME));
    let mut is_patient = true;
    let mut renewal = pin!(sleep(RENEW_AFTER));
    let mut is_met = false;
    loop {
        let home = tell(&bound, ways, is_patient);
        if let Some(home) = &home {
            *renewals = Renewals {
                was_met: true,
                count: 0,
            };
            for other in relays.extract_if(.., |relay| !relay.is_at(home.as_str())) {
                if let Ok(other) = other.url.parse() {
                    endpoint.remove_relay(&other).await;
                }
            }
        } else if is_met {
            renewal.as_mut().reset(Instant::now() + RENEW_AFTER);
        }
        is_met = home.is_some();
        tokio::select! {
            _ = &mut *closed => return Kept::Closed,
            incoming = endpoint.accept() => match incoming {
                Some(incoming) => take(incoming, to, &connected),
                None => return Kept::Closed,
            },
            _ = status.updated() => {}
            _ = address.updated() => {}
            () = &mut patience, if is_patient => is_patient = false,
            () = &mut renewal, if !is_met && renewals.is_due() => {
                if connected.is_nobody() {
                    renewals.count += 1;
                    return Kept::RelayLost;
                }
                renewal.as_mut().reset(Instant::now() + RENEW_AFTER);
            }
        }
    }
}

fn take(incoming: Incoming, to: &mpsc::Sender<Caller>, connected: &Connected) {
    let (from, proved) = match incoming.remote_addr() {
        IncomingAddr::Ip(address) => (
            SocketAddr::new(address.ip().to_canonical(), address.port()),
            incoming.remote_addr_validated(),
        ),
        IncomingAddr::Relay { endpoint_id, .. } => (SocketAddr::new(orchid(&endpoint_id), 0), true),
        _ => return incoming.ignore(),
    };
    let caller = Caller {
        incoming,
        from,
        proved,
        connected: connected.clone(),
    };
    if let Err(error) = to.try_send(caller) {
        error.into_inner().refuse();
    }
}

/// Says where the endpoint stands; tells the relay that it is connected to.
fn tell(bound: &Bound, ways: &watch::Sender<Ways>, is_patient: bool) -> Option<RelayUrl> {
    let endpoint = &bound.endpoint;
    let homes = endpoint.home_relay_status().get();
    let home = homes.iter().find(|home| home.is_connected());
    let relay = match (home, bound.fault()) {
        (Some(_), _) => RelayWay::Open,
        (None, Some(fault)) => RelayWay::Closed(fault),
        (None, None) if is_patient => RelayWay::Looking,
        (None, None) => RelayWay::Closed(bound.not_reached("there was no answer")),
    };
    let home = home.map(|home| home.url().clone());
    let hints = hints(&endpoint.addr());
    ways.send_if_modified(|ways| {
        let before = ways.clone();
        ways.relay = relay;
        ways.home = home.as_ref().map(ToString::to_string).or(ways.home.take());
        ways.hints = hints;
        *ways != before
    });
    home
}

fn hints(address: &EndpointAddr) -> Vec<SocketAddr> {
    address.ip_addrs().take(MAX_HINTS).copied().collect()
}
