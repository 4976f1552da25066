//! Both sides over a relay of the tests' own, on loopback.

mod retry;

use std::{
    net::{Ipv4Addr, SocketAddr},
    time::Duration,
};

use iroh::{Endpoint, EndpointAddr, PublicKey, RelayMode, endpoint::presets};
use iroh_relay::server;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
    sync::watch,
    time::timeout,
};

use super::*;
use crate::{
    invitation::{MeetingPoint, RelayToken},
    net::{
        Arrival, ConnectError, Identity, Link, Listener, Places, Proxy, Reached, RelayWay, Ways,
        connect,
    },
};

/// How long anything may take before a test fails.
const PATIENCE: Duration = Duration::from_secs(15);

/// A relay without TLS, and so without address discovery.
async fn relay(access: Option<&str>) -> (server::Server, String) {
    let mut relay = server::RelayConfig::new((Ipv4Addr::LOCALHOST, 0));
    if let Some(token) = access {
        relay.access = std::sync::Arc::new(Token(token.to_owned()));
    }
    let mut config = server::ServerConfig::default();
    config.relay = Some(relay);
    let server = server::Server::spawn(config).await.unwrap();
    let url = format!("http://{}/", server.http_addr().unwrap());
    (server, url)
}

/// Asks for a token.
#[derive(Debug)]
struct Token(String);

impl server::AccessControl for Token {
    async fn on_connect(&self, request: &server::ClientRequest) -> server::Access {
        match request.auth_token() {
            Some(token) if token == self.0 => server::Access::Allow,
            _ => server::Access::Deny {
                reason: Some("no such token".into()),
            },
        }
    }
}

fn by(url: &str, token: Option<&str>) -> Relaying {
    Relaying {
        relays: vec![RelayServer {
            url: url.to_owned(),
            token: token.map(|token| RelayToken(token.to_owned().into())),
        }],
        proxy: Proxy::at("none"),
    }
}

/// A novice who is met at this relay.
struct Novice {
    identity: Identity,
    listener: Listener,
    ways: watch::Receiver<Ways>,
    point: MeetingPoint,
}

impl Novice {
    fn at(relaying: Relaying) -> Self {
        let identity = Identity::generate().unwrap();
        let key = new_endpoint_key();
        let point = MeetingPoint {
            endpoint: endpoint_id(&key),
            relay: relaying.relays.first().map(|relay| relay.url.clone()),
            token: None,
            hints: vec![],
        };
        let listener = Listener::open(0, &identity).unwrap();
        let listener = listener.with_endpoint(EndpointSetup { key, relaying });
        Self {
            ways: listener.ways(),
            identity,
            listener,
            point,
        }
    }

    /// Waits until what is known of the ways is so.
    async fn knows(&mut self, wanted: impl FnMut(&Ways) -> bool) -> Ways {
        let known = timeout(PATIENCE, self.ways.wait_for(wanted)).await;
        known.expect("news of the ways").unwrap().clone()
    }

    async fn online(&mut self) {
        self.knows(|ways| ways.relay == RelayWay::Open).await;
    }

    fn places(&self, relaying: Relaying) -> Places {
        Places::default().or_met_at(self.point.clone(), relaying)
    }

    async fn arrival(&mut self) -> Link {
        loop {
            if let Arrival::Link(link, _) = self.listener.next().await {
                return *link;
            }
        }
    }
}

/// Both sides of a link through whatever leads there.
async fn meet(novice: &mut Novice, relaying: Relaying) -> (Link, Link) {
    let places = novice.places(relaying);
    let pin = novice.identity.fingerprint();
    let expert = Identity::generate().unwrap();
    let both = async { tokio::join!(novice.arrival(), connect(places, pin, &expert)) };
    let (here, there) = timeout(PATIENCE, both).await.expect("both sides");
    (here, there.unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn two_computers_meet_at_a_relay_and_prove_their_keys() {
    let (_relay, url) = relay(None).await;
    let mut novice = Novice::at(by(&url, None));
    novice.online().await;
    let (here, there) = meet(&mut novice, by(&url, None)).await;
    assert_eq!(there.peer_key(), novice.identity.fingerprint());
    assert_eq!(here.exporter(), there.exporter());
    let places = [here.route().now(), there.route().now()];
    assert!(places.iter().all(Option::is_some), "{places:?}");
    let (mut reader, mut novice_writer) = here.split();
    let (mut expert_reader, mut writer) = there.split();
    let text = vec![7; 3_000_000];
    let sent = async {
        writer.write_all(&text).await.unwrap();
        writer.shutdown().await.unwrap();
        // The last words arrive, although everything is dropped at once.
        drop((writer, expert_reader.read(&mut [0; 1]).await));
        drop(expert_reader);
    };
    let came = async {
        let mut came = Vec::new();
        reader.read_to_end(&mut came).await.unwrap();
        novice_writer.shutdown().await.unwrap();
        came
    };
    let (_, came) = timeout(PATIENCE, async { tokio::join!(sent, came) })
        .await
        .unwrap();
    assert_eq!(came.len(), text.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_computer_of_the_same_network_is_found_directly_in_the_end() {
    let (_relay, url) = relay(None).await;
    let mut novice = Novice::at(by(&url, None));
    novice.online().await;
    let (_here, there) = meet(&mut novice, by(&url, None)).await;
    let direct = async {
        while there.route().now() != Some(Reached::SameNetwork) {
            tokio::task::yield_now().await;
        }
    };
    timeout(PATIENCE, direct).await.expect("the shorter way");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_key_that_was_kept_is_met_again_after_a_restart() {
    let (_relay, url) = relay(None).await;
    let mut novice = Novice::at(by(&url, None));
    novice.online().await;
    let key = new_endpoint_key();
    assert_ne!(endpoint_id(&key), novice.point.endpoint);
    let setup = EndpointSetup {
        key: key.clone(),
        relaying: by(&url, None),
    };
    novice.point.endpoint = endpoint_id(&key);
    for _ in 0..2 {
        let listener = Listener::open(0, &novice.identity).unwrap();
        let old = std::mem::replace(&mut novice.listener, listener.with_endpoint(setup.clone()));
        old.close().await;
        novice.ways = novice.listener.ways();
        novice.online().await;
        meet(&mut novice, by(&url, None)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_computer_at_the_endpoint_is_the_wrong_one() {
    let (_relay, url) = relay(None).await;
    let mut novice = Novice::at(by(&url, None));
    novice.online().await;
    let (places, expert) = (novice.places(by(&url, None)), Identity::generate().unwrap());
    let other = Identity::generate().unwrap().fingerprint();
    let met = tokio::select! {
        met = connect(places, other, &expert) => met,
        _ = novice.arrival() => panic!("the expert must not finish that handshake"),
    };
    assert!(matches!(met, Err(ConnectError::WrongComputer)), "{met:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_is_asked_for_and_its_lack_is_said_on_both_sides() {
    let (_relay, url) = relay(Some("secret")).await;
    let mut novice = Novice::at(by(&url, Some("wrong")));
    let ways = novice
        .knows(|ways| matches!(ways.relay, RelayWay::Closed(_)))
        .await;
    let denied = RelayFault::Denied("no such token".into());
    assert_eq!(ways.relay, RelayWay::Closed(denied.clone()));
    let places = novice.places(by(&url, None));
    let pin = novice.identity.fingerprint();
    let met = connect(places, pin, &Identity::generate().unwrap()).await;
    let Err(ConnectError::NotReached { relay, .. }) = met else {
        panic!("{met:?}");
    };
    assert_eq!(relay, Some(denied));
    let mut novice = Novice::at(by(&url, Some("secret")));
    novice.online().await;
    meet(&mut novice, by(&url, Some("secret"))).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_that_does_not_let_us_through_is_named() {
    let (_relay, url) = relay(None).await;
    let proxy = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = proxy.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = proxy.accept().await {
            let _ = stream.read(&mut [0; 1024]).await;
            let _ = stream.write_all(b"HTTP/1.1 407 Who are you?\r\n\r\n").await;
        }
    });
    let relaying = Relaying {
        proxy: Proxy::at(&format!("http://{address}")),
        ..by(&url, None)
    };
    let mut novice = Novice::at(relaying);
    let ways = novice
        .knows(|ways| matches!(ways.relay, RelayWay::Closed(_)))
        .await;
    let RelayWay::Closed(RelayFault::Proxy { proxy, error }) = ways.relay else {
        panic!("{ways:?}");
    };
    assert_eq!(proxy, address.to_string());
    assert!(error.contains("407"), "{error}");
    let mut novice = Novice::at(Relaying {
        proxy: Proxy::at("socks5://proxy:1080"),
        ..by(&url, None)
    });
    let ways = novice
        .knows(|ways| matches!(ways.relay, RelayWay::Closed(_)))
        .await;
    assert!(matches!(
        ways.relay,
        RelayWay::Closed(RelayFault::NotAProxy(_))
    ));
}

/// A server at a relay's address that says something else, and goes on saying it.
async fn liar(words: &'static [u8]) -> SocketAddr {
    let socket = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = socket.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = socket.accept().await {
            tokio::spawn(async move {
                let _ = stream.read(&mut [0; 1024]).await;
                while stream.write_all(words).await.is_ok() {}
            });
        }
    });
    address
}

/// A computer that is to be met at such a server, and found all the same.
async fn lied_to(words: &'static [u8]) {
    let url = format!("http://{}", liar(words).await);
    let mut novice = Novice::at(by(&url, None));
    let ways = novice
        .knows(|ways| matches!(ways.relay, RelayWay::Closed(_)))
        .await;
    let is_said = matches!(ways.relay, RelayWay::Closed(RelayFault::NotReached(_)));
    assert!(is_said, "{ways:?}");
    let here = SocketAddr::from((Ipv4Addr::LOCALHOST, novice.listener.port()));
    let places = Places::at(&[here]).or_met_at(novice.point.clone(), by(&url, None));
    let (pin, expert) = (novice.identity.fingerprint(), Identity::generate().unwrap());
    let both = async { tokio::join!(novice.arrival(), connect(places, pin, &expert)) };
    let (_, there) = timeout(PATIENCE, both).await.unwrap();
    assert_eq!(there.unwrap().route().now(), Some(Reached::SameNetwork));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_relay_that_lies_is_a_closed_way_and_the_port_stays_open() {
    const SWITCHED: &[u8] = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
        Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n\xff\xff\xff\xff\xff\xff\xff\xff\xff";
    tokio::join!(
        lied_to(b"\0\x01\x02garbage\xff"),
        lied_to(SWITCHED),
        lied_to(b"HTTP/1.1 200 OK\r\n\r\n"),
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_endpoint_or_no_relay_is_not_reached_at_once() {
    let identity = Identity::generate().unwrap();
    let point = |endpoint, relay: Option<&str>| MeetingPoint {
        endpoint,
        relay: relay.map(str::to_owned),
        token: None,
        hints: vec![],
    };
    let no_point_of_the_curve = EndpointId([0x02; 32]);
    assert!(PublicKey::from_bytes(&no_point_of_the_curve.0).is_err());
    let endpoint = endpoint_id(&new_endpoint_key());
    let nothing = Places::default().or_met_at(point(endpoint, None), Relaying::default());
    let met = connect(nothing, identity.fingerprint(), &identity).await;
    let untried = matches!(
        met,
        Err(ConnectError::NotReached {
            tried: 0,
            relay: None
        })
    );
    assert!(untried, "{met:?}");
    // Where the settings allow no relay, none is blamed.
    let directly = MeetingPoint {
        hints: vec![(Ipv4Addr::LOCALHOST, 9).into()],
        ..point(no_point_of_the_curve, Some("https://relay.example"))
    };
    let directly = Places::default().or_met_at(directly, Relaying::default());
    let met = connect(directly, identity.fingerprint(), &identity).await;
    let blames_none = matches!(met, Err(ConnectError::NotReached { relay: None, .. }));
    assert!(blames_none, "{met:?}");
    for (point, relaying) in [
        (
            point(no_point_of_the_curve, None),
            by("https://relay.example", None),
        ),
        (point(endpoint, None), by("https://[broken", None)),
        (point(endpoint, None), by("ftp://relay.example", None)),
    ] {
        let places = Places::default().or_met_at(point, relaying);
        let met = timeout(PATIENCE, connect(places, identity.fingerprint(), &identity)).await;
        let met = met.expect("an answer at once");
        assert!(
            matches!(met, Err(ConnectError::NotReached { relay: Some(_), .. })),
            "{met:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_that_is_taken_back_is_nobodys() {
    let (_relay, url) = relay(None).await;
    let mut novice = Novice::at(by(&url, None));
    novice.online().await;
    let relay = RelayMode::custom([url.parse().unwrap()]);
    let caller = Endpoint::builder(presets::Minimal).relay_mode(relay);
    let caller = caller.clear_address_lookup().bind().await.unwrap();
    let id = PublicKey::from_bytes(&novice.point.endpoint.0).unwrap();
    let address = EndpointAddr::new(id).with_relay_url(url.parse().unwrap());
    let calls = async {
        let connection = caller.connect(address, ALPN).await.unwrap();
        connection.close(DONE, b"");
        caller.close().await;
    };
    let called = tokio::select! {
        arrival = novice.listener.next() => panic!("{arrival:?}"),
        called = timeout(PATIENCE, calls) => called,
    };
    called.unwrap();
    let places = novice.places(by(&url, None));
    let (pin, expert) = (novice.identity.fingerprint(), Identity::generate().unwrap());
    let both = async { tokio::join!(novice.listener.next(), connect(places, pin, &expert)) };
    let (arrival, _link) = timeout(PATIENCE, both).await.unwrap();
    assert!(matches!(arrival, Arrival::Link(..)), "{arrival:?}");
}

/// Callers who take a seat each and say nothing.
async fn flood(point: MeetingPoint, url: String) {
    loop {
        let relay = RelayMode::custom([url.parse().unwrap()]);
        let caller = Endpoint::builder(presets::Minimal).relay_mode(relay);
        let caller = caller.clear_address_lookup().bind().await.unwrap();
        let id = PublicKey::from_bytes(&point.endpoint.0).unwrap();
        let address = EndpointAddr::new(id).with_relay_url(url.parse().unwrap());
        for _ in 0..8 {
            if let Ok(connection) = caller.connect(address.clone(), ALPN).await {
                let _ = timeout(Duration::from_millis(200), connection.closed()).await;
            }
        }
        caller.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flood_through_the_relay_keeps_nobody_out() {
    let (_relay, url) = relay(None).await;
    let mut novice = Novice::at(by(&url, None));
    novice.online().await;
    let mut callers = tokio::task::JoinSet::new();
    for _ in 0..12 {
        callers.spawn(flood(novice.point.clone(), url.clone()));
    }
    let told = async {
        loop {
            if let Arrival::Knock(_) = novice.listener.next().await {
                return;
            }
        }
    };
    timeout(PATIENCE, told).await.expect("they are told of");
    meet(&mut novice, by(&url, None)).await;
}

#[test]
fn each_endpoint_is_a_place_of_its_own() {
    let of = || orchid(&SecretKey::generate().public());
    let (one, other) = (of(), of());
    assert_ne!(one, other);
    for ip in [one, other] {
        assert!(ip.to_string().starts_with("2001:2"), "{ip}");
        assert!(matches!(ip, IpAddr::V6(ip) if ip.to_bits() & ORCHID_MASK == ORCHID_PREFIX));
    }
}

/// They are only named here; no test calls them.
#[test]
fn the_public_relays_can_stand_in_an_invitation() {
    let relays = public_relays();
    assert!(!relays.is_empty());
    for relay in relays {
        assert!(
            is_relay_address(&relay.url) && relay.token.is_none(),
            "{relay:?}"
        );
        assert!(relay.url.starts_with("https://"), "{relay:?}");
    }
}
