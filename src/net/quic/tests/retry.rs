//! Who calls from an address that may be false.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use iroh::endpoint::Connection;
use tokio::{net::UdpSocket, task::JoinSet};

use super::*;

/// So many sit still: half of the seats and a few more.
const SITTERS: usize = 20;

/// A line of UDP's to a computer, which counts how often that one sent a caller back.
struct Path {
    address: SocketAddr,
    retries: Arc<AtomicUsize>,
    _carrying: JoinSet<()>,
}

impl Path {
    async fn to(there: SocketAddr) -> Self {
        let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let address = socket.local_addr().unwrap();
        let retries = Arc::new(AtomicUsize::new(0));
        let counted = retries.clone();
        let mut carrying = JoinSet::new();
        carrying.spawn(async move {
            let mut caller = None;
            let mut packet = [0; 2048];
            loop {
                let Ok((length, from)) = socket.recv_from(&mut packet).await else {
                    continue;
                };
                let to = match from == there {
                    true => caller,
                    false => {
                        caller = Some(from);
                        Some(there)
                    }
                };
                if from == there && is_retry(&packet[..length]) {
                    counted.fetch_add(1, Ordering::Relaxed);
                }
                if let Some(to) = to {
                    let _ = socket.send_to(&packet[..length], to).await;
                }
            }
        });
        Self {
            address,
            retries,
            _carrying: carrying,
        }
    }

    fn retries(&self) -> usize {
        self.retries.load(Ordering::Relaxed)
    }
}

/// A Retry packet of QUIC's version 1 (RFC 9000, 17.2.5).
fn is_retry(packet: &[u8]) -> bool {
    matches!(packet, [first, 0, 0, 0, 1, ..] if first & 0xb0 == 0xb0)
}

/// Sits in a seat and says nothing; takes another when that is lost.
async fn sit(point: MeetingPoint, url: String, sitting: Arc<AtomicUsize>) {
    let relay = RelayMode::custom([url.parse().unwrap()]);
    let caller = Endpoint::builder(presets::Minimal).relay_mode(relay);
    let caller = caller.clear_address_lookup().bind().await.unwrap();
    let id = PublicKey::from_bytes(&point.endpoint.0).unwrap();
    let address = EndpointAddr::new(id).with_relay_url(url.parse().unwrap());
    loop {
        let connected: Result<Connection, _> = caller.connect(address.clone(), ALPN).await;
        if let Ok(connection) = connected {
            sitting.fetch_add(1, Ordering::Relaxed);
            connection.closed().await;
            sitting.fetch_sub(1, Ordering::Relaxed);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_calls_from_an_unproved_address_is_asked_again_only_while_seats_are_scarce() {
    let (_relay, url) = relay(None).await;
    let mut novice = Novice::at(by(&url, None));
    novice.online().await;
    let ways = novice
        .knows(|ways| ways.hints.iter().any(SocketAddr::is_ipv4))
        .await;
    let port = ways
        .hints
        .iter()
        .find(|hint| hint.is_ipv4())
        .unwrap()
        .port();
    let path = Path::to((Ipv4Addr::LOCALHOST, port).into()).await;
    let met = novice.point.clone();
    novice.point.hints = vec![path.address];
    let directly = Relaying {
        relays: vec![],
        ..by(&url, None)
    };
    meet(&mut novice, directly.clone()).await;
    assert_eq!(path.retries(), 0, "there is room enough");
    let sitting = Arc::new(AtomicUsize::new(0));
    let mut sitters = JoinSet::new();
    for _ in 0..SITTERS {
        sitters.spawn(sit(met.clone(), url.clone(), sitting.clone()));
    }
    let seated = async {
        while sitting.load(Ordering::Relaxed) < SITTERS {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::select! {
        seated = timeout(PATIENCE, seated) => seated.expect("they sit"),
        never = async { loop { novice.listener.next().await; } } => never,
    }
    meet(&mut novice, directly).await;
    assert!(
        path.retries() > 0,
        "nobody asked whether the caller is there"
    );
}
