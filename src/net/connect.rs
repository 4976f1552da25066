//! Finds the novice's computer: all addresses of the invitation, and its meeting point, are tried almost at once, and the
//! first that proves the pinned key wins (in the manner of RFC 8305, Happy Eyeballs, but a connection counts only once its key is proved).

use std::{
    collections::VecDeque,
    io,
    net::{IpAddr, Ipv4Addr, SocketAddr, SocketAddrV6},
    pin::{Pin, pin},
    sync::Arc,
    time::Duration,
};

use futures_util::stream::{FuturesUnordered, StreamExt};
use rustls::{ClientConfig, pki_types::ServerName};
use tokio::{
    net::TcpStream,
    time::{Instant, timeout},
};
use tokio_rustls::TlsConnector;

use super::{
    Identity, IdentityError, Link, Route,
    addresses::{is_link_local, link_local_scopes},
    carrier::Carrier,
    link::{MAX_TLS_BUFFER_BYTES, NotOurProtocol},
    quic::{Meeting, RelayFault, Relaying, call},
    tls::CERTIFICATE_NAME,
    tune::tune,
};
use crate::invitation::{Fingerprint, MeetingPoint};

/// The next address is tried after this long, or at once when one failed.
const STAGGER: Duration = Duration::from_millis(150);
/// So long one attempt may take.
const ATTEMPT_TIME: Duration = Duration::from_secs(8);
/// So long all of it may take.
const TOTAL_TIME: Duration = Duration::from_secs(20);
/// The meeting point has a little less, so that there is time to say why nobody was met.
const MEETING_TIME: Duration = Duration::from_secs(19);
/// A computer that took the connection and dropped it again may have been busy with strangers; it is tried again.
const RETRY_AFTER: Duration = Duration::from_millis(500);
/// So often.
const MAX_RETRIES: u32 = 12;

/// Why there is no connection.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// Nothing answered.
    #[error("none of the {tried} addresses answered")]
    NotReached {
        /// How many addresses were tried.
        tried: usize,
        /// Why there was no way through a relay either, where one was tried.
        relay: Option<RelayFault>,
    },
    /// Something answered that does not have the pinned key.
    #[error("another computer answered")]
    WrongComputer,
    /// This computer's own key cannot be used.
    #[error(transparent)]
    Key(#[from] IdentityError),
}

/// Where a novice's computer may be.
#[derive(Clone, Debug, Default)]
pub struct Places {
    addresses: Vec<SocketAddr>,
    meeting: Option<Meeting>,
}

impl Places {
    /// At these addresses.
    pub fn at(addresses: &[SocketAddr]) -> Self {
        Self {
            addresses: addresses.to_vec(),
            meeting: None,
        }
    }

    /// Or at this meeting point, by way of these relays; if it has any that may be used, or addresses to try.
    pub fn or_met_at(self, point: MeetingPoint, relaying: Relaying) -> Self {
        let leads_there = !(relaying.relays.is_empty() && point.hints.is_empty());
        Self {
            meeting: leads_there.then_some(Meeting { point, relaying }),
            ..self
        }
    }
}

/// Connects to whichever of `places` proves the key `pin` first. Dropping the future drops every attempt.
///
/// # Errors
/// When none does.
pub async fn connect(
    places: Places,
    pin: Fingerprint,
    identity: &Identity,
) -> Result<Link, ConnectError> {
    connect_to(places, Some(pin), identity).await
}

/// Connects to a computer that was never met: to whichever of `places` proves any key first. Whose it is, is for people to compare.
///
/// # Errors
/// When none does.
pub async fn meet_new(places: Places, identity: &Identity) -> Result<Link, ConnectError> {
    connect_to(places, None, identity).await
}

async fn connect_to(
    places: Places,
    pin: Option<Fingerprint>,
    identity: &Identity,
) -> Result<Link, ConnectError> {
    let tls = identity.client_config(pin).map_err(IdentityError::from)?;
    let mut waiting = in_order(&places.addresses, &link_local_scopes());
    let tried = waiting.len();
    let mut attempts = FuturesUnordered::new();
    let mut wrong_computer = false;
    let give_up = Instant::now() + TOTAL_TIME;
    let mut next_start = Instant::now();
    let unmet = Instant::now() + MEETING_TIME;
    let meeting = places.meeting.as_ref();
    let tries_relays = meeting.is_some_and(|at| !at.relaying.relays.is_empty());
    let mut meeting = pin!(meeting.map(|at| meet(at, tls.clone(), unmet)));
    let mut relay = None;
    while !(waiting.is_empty() && attempts.is_empty() && meeting.is_none()) {
        tokio::select! {
            () = tokio::time::sleep_until(give_up) => break,
            () = tokio::time::sleep_until(next_start), if !waiting.is_empty() => {
                if let Some(address) = waiting.pop_front() {
                    attempts.push(attempt(address, tls.clone()));
                }
                next_start = Instant::now() + STAGGER;
            }
            Some(done) = attempts.next() => match done {
                Ok(link) => return Ok(link),
                Err(failure) => {
                    wrong_computer |= failure == Failure::WrongComputer;
                    next_start = Instant::now();
                }
            },
            met = until_met(meeting.as_mut()) => {
                meeting.set(None);
                match met {
                    Ok(link) => return Ok(link),
                    Err(Unmet::WrongComputer) => wrong_computer = true,
                    Err(Unmet::NotReached(fault)) => relay = tries_relays.then_some(fault),
                }
            }
        }
    }
    if wrong_computer {
        Err(ConnectError::WrongComputer)
    } else {
        Err(ConnectError::NotReached { tried, relay })
    }
}

/// Why nobody was met.
#[derive(Debug)]
enum Unmet {
    NotReached(RelayFault),
    WrongComputer,
}

/// Calls the novice's endpoint, again and again if need be: it may be busy with strangers, as its port may be.
async fn meet(at: &Meeting, tls: Arc<ClientConfig>, give_up: Instant) -> Result<Link, Unmet> {
    loop {
        let mut stream = call(at, give_up).await.map_err(Unmet::NotReached)?;
        let route = Route::quic(stream.connection());
        let nowhere = SocketAddr::from((Ipv4Addr::UNSPECIFIED, 0));
        let carrier = Carrier::Quic(Box::new(stream));
        let met = timeout(
            ATTEMPT_TIME,
            shake_hands(carrier, nowhere, route, tls.clone()),
        )
        .await;
        match met.unwrap_or(Err(Failure::NotReached)) {
            Ok(link) => return Ok(link),
            Err(Failure::WrongComputer) => return Err(Unmet::WrongComputer),
            Err(_) => tokio::time::sleep(RETRY_AFTER).await,
        }
    }
}

async fn until_met<F: Future>(meeting: Pin<&mut Option<F>>) -> F::Output {
    match meeting.as_pin_mut() {
        Some(meeting) => meeting.await,
        None => std::future::pending().await,
    }
}

/// Why an attempt failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Failure {
    NotReached,
    DroppedUs,
    WrongComputer,
}

async fn attempt(address: SocketAddr, tls: Arc<ClientConfig>) -> Result<Link, Failure> {
    for _ in 0..=MAX_RETRIES {
        let once = timeout(ATTEMPT_TIME, attempt_once(address, tls.clone())).await;
        match once.unwrap_or(Err(Failure::NotReached)) {
            Err(Failure::DroppedUs) => tokio::time::sleep(RETRY_AFTER).await,
            done => return done,
        }
    }
    Err(Failure::DroppedUs)
}

async fn attempt_once(address: SocketAddr, tls: Arc<ClientConfig>) -> Result<Link, Failure> {
    let not_reached = |error: io::Error| {
        tracing::debug!(%address, %error, "not reached");
        Failure::NotReached
    };
    let stream = TcpStream::connect(address).await.map_err(not_reached)?;
    tune(&stream).map_err(not_reached)?;
    let route = Route::tcp(address.ip());
    shake_hands(Carrier::Tcp(stream), address, route, tls).await
}

async fn shake_hands(
    carrier: Carrier,
    address: SocketAddr,
    route: Route,
    tls: Arc<ClientConfig>,
) -> Result<Link, Failure> {
    let name = ServerName::try_from(CERTIFICATE_NAME).map_err(|_| Failure::NotReached)?;
    let limit =
        |tls: &mut rustls::ClientConnection| tls.set_buffer_limit(Some(MAX_TLS_BUFFER_BYTES));
    let stream = TlsConnector::from(tls)
        .connect_with(name, carrier, limit)
        .await;
    let link = stream.and_then(|stream| Link::new(stream, address, route));
    link.map_err(|error| {
        tracing::debug!(%address, %error, "no handshake");
        why(&error)
    })
}

/// A wrong key, or an answer that is no TLS of ours, is another computer's. A line that broke proves nothing.
fn why(error: &io::Error) -> Failure {
    let answered = |inner: &(dyn std::error::Error + Send + Sync + 'static)| {
        inner.is::<rustls::Error>() || inner.is::<NotOurProtocol>()
    };
    match error.get_ref() {
        Some(inner) if answered(inner) => Failure::WrongComputer,
        _ => Failure::DroppedUs,
    }
}

/// IPv6 and IPv4 in turn, those that only work on this cable last and over each interface that has such.
fn in_order(addresses: &[SocketAddr], scopes: &[u32]) -> VecDeque<SocketAddr> {
    let (near, wide): (Vec<_>, Vec<_>) = addresses
        .iter()
        .copied()
        .partition(|address| is_link_local(&address.ip()));
    let (mut v6, mut v4): (VecDeque<_>, VecDeque<_>) =
        wide.into_iter().partition(|address| address.is_ipv6());
    let mut order = VecDeque::new();
    while !(v6.is_empty() && v4.is_empty()) {
        order.extend(v6.pop_front());
        order.extend(v4.pop_front());
    }
    for address in near {
        match address.ip() {
            IpAddr::V4(_) => order.push_back(address),
            IpAddr::V6(ip) => order.extend(
                scopes
                    .iter()
                    .map(|scope| SocketAddr::V6(SocketAddrV6::new(ip, address.port(), 0, *scope))),
            ),
        }
    }
    order
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        net::TcpListener,
    };

    use super::{
        super::listen::{Arrival, Listener, here},
        *,
    };

    fn addresses(texts: &[&str]) -> Vec<SocketAddr> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    async fn arrival(listener: &mut Listener) -> Link {
        loop {
            if let Arrival::Link(link, _) = listener.next().await {
                return *link;
            }
        }
    }

    /// A port that answers with silence.
    async fn silent() -> (TcpListener, SocketAddr) {
        let socket = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let address = socket.local_addr().unwrap();
        (socket, address)
    }

    /// A port where nobody is.
    async fn nobody() -> SocketAddr {
        silent().await.1
    }

    #[tokio::test]
    async fn both_sides_prove_their_keys_and_have_the_same_secret() {
        let (novice, expert) = (Identity::generate().unwrap(), Identity::generate().unwrap());
        let mut listener = Listener::open(0, &novice).unwrap();
        let address = [here(&listener)];
        let (here, there) = tokio::join!(
            arrival(&mut listener),
            connect(Places::at(&address), novice.fingerprint(), &expert)
        );
        let there = there.unwrap();
        assert_eq!(there.peer_key(), novice.fingerprint());
        assert_eq!(here.peer_key(), expert.fingerprint());
        assert_eq!(here.exporter(), there.exporter());
        let ((mut reader, _), (_, mut writer)) = (here.split(), there.split());
        writer.write_all("é".as_bytes()).await.unwrap();
        writer.flush().await.unwrap();
        let mut came = [0; 2];
        reader.read_exact(&mut came).await.unwrap();
        assert_eq!(came, *"é".as_bytes());
    }

    #[tokio::test]
    async fn each_connection_has_another_secret() {
        let novice = Identity::generate().unwrap();
        let mut listener = Listener::open(0, &novice).unwrap();
        let address = [here(&listener)];
        let mut secrets = Vec::new();
        for _ in 0..2 {
            let (link, _there) = tokio::join!(
                arrival(&mut listener),
                connect(Places::at(&address), novice.fingerprint(), &novice)
            );
            secrets.push(link.exporter());
        }
        assert_ne!(secrets[0], secrets[1]);
    }

    #[tokio::test]
    async fn a_silent_address_delays_nobody() {
        let novice = Identity::generate().unwrap();
        let mut listener = Listener::open(0, &novice).unwrap();
        let (_silent, silent) = silent().await;
        let addresses = [silent, nobody().await, here(&listener)];
        let (_, there) = tokio::join!(
            arrival(&mut listener),
            timeout(
                ATTEMPT_TIME / 2,
                connect(Places::at(&addresses), novice.fingerprint(), &novice)
            )
        );
        assert_eq!(there.unwrap().unwrap().peer_address(), addresses[2]);
    }

    #[tokio::test]
    async fn another_key_is_the_wrong_computer_but_the_right_one_is_still_found() {
        let (novice, other) = (Identity::generate().unwrap(), Identity::generate().unwrap());
        let mut wrong = Listener::open(0, &other).unwrap();
        let mut right = Listener::open(0, &novice).unwrap();
        let addresses = [here(&wrong), here(&right)];
        tokio::select! {
            _ = arrival(&mut wrong) => panic!("the expert must not finish that handshake"),
            there = connect(Places::at(&addresses[..1]), novice.fingerprint(), &novice) => {
                assert!(matches!(there, Err(ConnectError::WrongComputer)));
            }
        }
        let there = tokio::select! {
            there = connect(Places::at(&addresses), novice.fingerprint(), &novice) => there,
            _ = async { loop { wrong.next().await; } } => unreachable!(),
            _ = async { arrival(&mut right).await; std::future::pending::<()>().await } => unreachable!(),
        };
        assert_eq!(there.unwrap().peer_address(), addresses[1]);
    }

    #[tokio::test]
    async fn nobody_there_is_said_with_the_number_of_addresses() {
        let novice = Identity::generate().unwrap();
        let addresses = [nobody().await, nobody().await];
        let there = connect(Places::at(&addresses), novice.fingerprint(), &novice).await;
        assert!(matches!(
            there,
            Err(ConnectError::NotReached { tried: 2, .. })
        ));
        let there = connect(Places::default(), novice.fingerprint(), &novice).await;
        assert!(matches!(
            there,
            Err(ConnectError::NotReached { tried: 0, .. })
        ));
    }

    #[tokio::test]
    async fn something_else_at_the_address_is_the_wrong_computer() {
        let novice = Identity::generate().unwrap();
        let (socket, address) = silent().await;
        let web_server = async {
            let (mut stream, _) = socket.accept().await.unwrap();
            stream
                .write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                .await
                .unwrap();
            stream.read_to_end(&mut Vec::new()).await.ok();
        };
        let address = [address];
        let (_, there) = tokio::join!(
            web_server,
            connect(Places::at(&address), novice.fingerprint(), &novice)
        );
        assert!(matches!(there, Err(ConnectError::WrongComputer)));
    }

    #[test]
    fn families_take_turns_and_near_ones_come_last() {
        let all = addresses(&[
            "192.168.1.7:1",
            "[fe80::7]:1",
            "10.0.0.7:1",
            "[2001:db8::7]:1",
            "169.254.1.7:1",
        ]);
        let order = in_order(&all, &[2, 5]);
        let expected = addresses(&[
            "[2001:db8::7]:1",
            "192.168.1.7:1",
            "10.0.0.7:1",
            "[fe80::7%2]:1",
            "[fe80::7%5]:1",
            "169.254.1.7:1",
        ]);
        assert_eq!(order, expected);
    }
}
