//! The expert's side: calls the endpoint that an invitation names.

use std::{io, time::Duration};

use futures_util::StreamExt;
use iroh::{
    EndpointAddr, PublicKey, SecretKey, TransportAddr, Watcher,
    endpoint::{Connection, PathEvent, QuicTransportConfig, VarInt},
};
use tokio::time::{Instant, sleep, timeout_at};

use super::{ALPN, QuicStream, RelayFault, Relaying, relays::Bound, stream::OwnEndpoint};
use crate::invitation::MeetingPoint;

/// So long a way from computer to computer is waited for after the one through the relay is there. It may come later too, and
/// is then taken by itself; this is so that a plain TCP connection has its chance before.
const DIRECT_WAIT: Duration = Duration::from_millis(500);
/// A call that failed is made again after this long: the relay may be on its way back.
const AGAIN_AFTER: Duration = Duration::from_secs(1);

/// An endpoint of the novice's, and how it may be reached from here.
#[derive(Clone, Debug)]
pub(in crate::net) struct Meeting {
    pub(in crate::net) point: MeetingPoint,
    pub(in crate::net) relaying: Relaying,
}

/// Whoever answers has proved nothing yet: they may open no streams, and of what they send on ours no more is kept than QUIC's usual window.
fn transport() -> QuicTransportConfig {
    QuicTransportConfig::builder()
        .max_concurrent_bidi_streams(VarInt::from_u32(0))
        .max_concurrent_uni_streams(VarInt::from_u32(0))
        .datagram_receive_buffer_size(None)
        .build()
}

/// Calls until somebody answers or it is time to give up. It may be another than the novice: TLS finds that out.
pub(in crate::net) async fn call(
    meeting: &Meeting,
    give_up: Instant,
) -> Result<QuicStream, RelayFault> {
    let address = address(meeting)?;
    let bound = meeting
        .relaying
        .bind(SecretKey::generate(), transport())
        .await?;
    let endpoint = OwnEndpoint(bound.endpoint.clone());
    if meeting.point.hints.is_empty()
        && let Some(fault) = bound.fault()
    {
        return Err(fault);
    }
    let calling = async {
        loop {
            match endpoint.0.connect(address.clone(), ALPN).await {
                Ok(connection) => return connection,
                Err(error) => tracing::debug!(%error, "the endpoint is not reached"),
            }
            sleep(AGAIN_AFTER).await;
        }
    };
    let connection = tokio::select! {
        called = timeout_at(give_up, calling) => called.map_err(|_| unreached(&bound, meeting))?,
        reason = denied(&bound), if meeting.point.hints.is_empty() => return Err(RelayFault::Denied(reason)),
    };
    let _ = timeout_at(Instant::now() + DIRECT_WAIT, direct(&connection)).await;
    let stream = QuicStream::open(connection, endpoint).await;
    stream.map_err(|error: io::Error| bound.not_reached(&error.to_string()))
}

fn address(meeting: &Meeting) -> Result<EndpointAddr, RelayFault> {
    let MeetingPoint {
        endpoint, hints, ..
    } = &meeting.point;
    let id = PublicKey::from_bytes(&endpoint.0);
    let id = id.map_err(|_| RelayFault::NobodyThere)?;
    let mut address = EndpointAddr::new(id);
    for relay in &meeting.relaying.relays {
        let url = relay.url.parse();
        let url = url.map_err(|_| RelayFault::NotARelay(relay.url.clone()))?;
        address = address.with_relay_url(url);
    }
    for hint in hints {
        address = address.with_ip_addr(*hint);
    }
    Ok(address)
}

fn unreached(bound: &Bound, meeting: &Meeting) -> RelayFault {
    let is_at_the_relay = meeting.relaying.relays.is_empty() || bound.is_online();
    bound.fault().unwrap_or_else(|| match is_at_the_relay {
        true => RelayFault::NobodyThere,
        false => bound.not_reached("there was no answer in time"),
    })
}

/// Ends when the relay said that it does not serve this computer.
async fn denied(bound: &Bound) -> String {
    let mut status = bound.endpoint.home_relay_status();
    loop {
        let homes = status.get();
        if let Some(reason) = homes.iter().find_map(|home| home.auth_denied_reason()) {
            return reason.to_owned();
        }
        if status.updated().await.is_err() {
            return std::future::pending().await;
        }
    }
}

/// Ends when the connection goes from computer to computer.
async fn direct(connection: &Connection) {
    let mut events = connection.path_events();
    let is_direct = |connection: &Connection| {
        let paths = connection.paths();
        paths.iter().any(|path| path.is_selected() && path.is_ip())
    };
    while !is_direct(connection) {
        match events.next().await {
            Some(PathEvent::Selected {
                remote_addr: TransportAddr::Ip(_),
                ..
            })
            | None => return,
            Some(_) => {}
        }
    }
}
