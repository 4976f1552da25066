//! One listener for all invitations of this computer, on a port that the whole internet may knock at, and at an endpoint that
//! whoever knows it may call.
//!
//! Whoever comes has a few seconds to finish TLS. Random bytes, silence and floods cost little, never keep an honest helper
//! out for long, and are reported, a few lines a minute.

use std::{
    io,
    mem::{Discriminant, discriminant},
    net::{Ipv4Addr, Ipv6Addr, SocketAddr},
    num::NonZeroU16,
    sync::Arc,
    time::{Duration, Instant},
};

use rustls::ServerConfig;
use socket2::{Domain, Protocol, Socket, Type};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::watch,
    task::JoinSet,
};
use tokio_rustls::TlsAcceptor;

use super::{
    Identity, IdentityError, Link, Route, Ways,
    carrier::Carrier,
    leavers::Leavers,
    link::MAX_TLS_BUFFER_BYTES,
    pace::Pace,
    portmap::PortMap,
    quic::{Caller, EndpointSetup, QuicDoor, is_taken_back},
    reports::Reports,
    seats::{Seat, Seats},
    tune::tune,
};

/// So long a TLS handshake may take: three round trips on the worst of lines.
const HANDSHAKE_TIME: Duration = Duration::from_secs(10);
/// Connections that the system keeps for us until we look.
const BACKLOG: i32 = 128;
/// When the system has no file descriptors left, trying at once again would only burn the processor.
const PAUSE_WHEN_EXHAUSTED: Duration = Duration::from_millis(100);
/// The first bytes of a stranger that are reported.
const FIRST_BYTES: usize = 16;

/// A port that is listened at, and the other ways in. Dropping it closes the port and every handshake under way;
/// [`Listener::close`] also closes what was opened elsewhere.
#[derive(Debug)]
pub struct Listener {
    socket: TcpListener,
    port: u16,
    map: Option<PortMap>,
    door: Option<QuicDoor>,
    ways: watch::Sender<Ways>,
    tls: Arc<ServerConfig>,
    seats: Seats,
    /// Who calls the endpoint has a hall apart: a key is cheaper than an address, and one of UDP's can be false.
    callers_seats: Seats,
    handshakes: JoinSet<Result<Option<(Link, Seat)>, Left>>,
    leavers: Leavers,
    pace: Pace,
    callers_pace: Pace,
    reports: Reports<Discriminant<Fault>>,
}

/// Where strangers sit.
#[derive(Clone, Copy, Debug)]
enum Hall {
    Tcp,
    Callers,
}

/// A handshake that came to nothing.
#[derive(Debug)]
struct Left {
    knock: Knock,
    /// When it began.
    since: Instant,
}

/// Someone came.
#[derive(Debug)]
pub enum Arrival {
    /// With a key that is proved. The seat is to be dropped once the ticket is proved too, and the link when the seat is lost.
    Link(Box<Link>, Seat),
    /// To no good.
    Knock(Knock),
}

/// A connection that came to nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Knock {
    /// From where.
    pub from: SocketAddr,
    /// What was wrong.
    pub fault: Fault,
    /// How often since the last report.
    pub times: u32,
}

/// What was wrong with a connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It did not finish the handshake in time.
    TooSlow,
    /// Too many strangers at once, or too quickly.
    TooMany,
    /// It went away without a word.
    Silent,
    /// It went away in the middle of its handshake.
    BrokeOff,
    /// It was no handshake of ours: the error, and the first bytes that came.
    NotHulp {
        /// TLS's error.
        error: String,
        /// As text, the unprintable ones escaped.
        first_bytes: String,
    },
}

/// The port could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum ListenError {
    /// Not even any other port.
    #[error("no port can be opened: {0}")]
    Port(#[from] io::Error),
    /// The key cannot be used.
    #[error(transparent)]
    Key(#[from] IdentityError),
}

impl Listener {
    /// Opens `wanted_port` for IPv4 and IPv6, or any free one when it is taken. Call it within a runtime.
    ///
    /// # Errors
    /// When no port can be opened.
    pub fn open(wanted_port: u16, identity: &Identity) -> Result<Self, ListenError> {
        let tls = identity.server_config().map_err(IdentityError::from)?;
        let socket = match bind(wanted_port) {
            Err(error) if wanted_port != 0 => {
                tracing::info!(wanted_port, %error, "taking another port");
                bind(0)?
            }
            bound => bound?,
        };
        let port = socket.local_addr()?.port();
        Ok(Self {
            socket,
            port,
            map: None,
            door: None,
            ways: watch::Sender::default(),
            tls,
            seats: Seats::default(),
            callers_seats: Seats::default(),
            handshakes: JoinSet::new(),
            leavers: Leavers::default(),
            pace: Pace::default(),
            callers_pace: Pace::default(),
            reports: Reports::new(1),
        })
    }

    /// Asks the router for a way in too.
    pub fn with_mapping(mut self) -> Self {
        self.map = NonZeroU16::new(self.port).map(|port| PortMap::open(port, self.ways.clone()));
        self
    }

    /// Opens an endpoint too, which is met at a relay.
    pub fn with_endpoint(mut self, setup: EndpointSetup) -> Self {
        self.door = Some(QuicDoor::open(setup, self.ways.clone()));
        self
    }

    /// Closes all ways in but the port, as [`Listener::close`] does. What comes of the closing is no news of [`Listener::ways`].
    pub fn close_other_ways(&mut self) -> impl Future<Output = ()> + Send + use<> {
        self.ways = watch::Sender::default();
        closing(self.map.take(), self.door.take())
    }

    /// The port that was opened.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// How far the other ways in are.
    pub fn ways(&self) -> watch::Receiver<Ways> {
        self.ways.subscribe()
    }

    /// Closes everything, also at the router and at the relay; takes a few seconds at most.
    pub fn close(self) -> impl Future<Output = ()> + Send + use<> {
        // The port is free at once.
        let Self { map, door, .. } = self;
        closing(map, door)
    }

    /// Waits for the next one who came. Dropping the future loses nobody.
    pub async fn next(&mut self) -> Arrival {
        loop {
            tokio::select! {
                Some(done) = self.handshakes.join_next() => match done {
                    Ok(Ok(Some((link, seat)))) => {
                        self.leavers.arrived(Instant::now());
                        return Arrival::Link(Box::new(link), seat);
                    }
                    Ok(Ok(None)) => {}
                    Ok(Err(left)) => if let Some(knock) = self.worth_telling_now(left) {
                        return Arrival::Knock(knock);
                    },
                    Err(error) => tracing::error!(%error, "a handshake broke off"),
                },
                () = until(self.leavers.due()) => {
                    let now = Instant::now();
                    let due = self.leavers.take_due(now);
                    if let Some(knock) = due.and_then(|knock| self.worth_telling(knock, now)) {
                        return Arrival::Knock(knock);
                    }
                }
                came = self.socket.accept() => match came {
                    Ok((stream, from)) => {
                        let from = SocketAddr::new(from.ip().to_canonical(), from.port());
                        match self.seat(from, Hall::Tcp) {
                            Ok(seat) => {
                                let tls = self.tls.clone();
                                let link = async move { shake_hands(stream, from, tls).await.map(Some) };
                                self.wait_for(from, seat, link);
                            }
                            Err(Some(knock)) => return Arrival::Knock(knock),
                            Err(None) => {}
                        }
                    }
                    Err(error) => {
                        tracing::warn!(%error, "a connection could not be taken");
                        tokio::time::sleep(PAUSE_WHEN_EXHAUSTED).await;
                    }
                },
                caller = next_caller(&mut self.door) => {
                    if self.callers_seats.are_scarce() && !caller.is_where_it_says() {
                        caller.ask_again();
                        continue;
                    }
                    let from = caller.from();
                    match self.seat(from, Hall::Callers) {
                        Ok(seat) => {
                            let link = answer(caller, from, self.tls.clone());
                            self.wait_for(from, seat, link);
                        }
                        Err(knock) => {
                            caller.refuse();
                            if let Some(knock) = knock {
                                return Arrival::Knock(knock);
                            }
                        }
                    }
                }
            }
        }
    }

    /// A seat for somebody, or what is to be told of there being none.
    fn seat(&mut self, from: SocketAddr, hall: Hall) -> Result<Seat, Option<Knock>> {
        let now = Instant::now();
        let (hall, pace) = match hall {
            Hall::Tcp => (&self.seats, &mut self.pace),
            Hall::Callers => (&self.callers_seats, &mut self.callers_pace),
        };
        let allowed = pace.allows(from.ip(), now);
        let seat = allowed.then(|| hall.take(from.ip(), now)).flatten();
        seat.ok_or_else(|| self.worth_telling(Knock::new(from, Fault::TooMany), now))
    }

    /// Sees what comes of a handshake, for as long as it may take.
    fn wait_for(
        &mut self,
        from: SocketAddr,
        seat: Seat,
        link: impl Future<Output = Result<Option<Link>, Fault>> + Send + 'static,
    ) {
        let since = Instant::now();
        let left = move |fault| Left {
            knock: Knock::new(from, fault),
            since,
        };
        self.handshakes.spawn(async move {
            tokio::select! {
                done = tokio::time::timeout(HANDSHAKE_TIME, link) => match done {
                    Ok(Ok(link)) => Ok(link.map(|link| (link, seat))),
                    Ok(Err(fault)) => Err(left(fault)),
                    Err(_) => Err(left(Fault::TooSlow)),
                },
                () = seat.lost() => Err(left(Fault::TooSlow)),
            }
        });
    }

    /// What is to be told at once of a handshake that came to nothing, if anything: it may be a helper's other way.
    fn worth_telling_now(&mut self, Left { knock, since }: Left) -> Option<Knock> {
        let now = Instant::now();
        let knock = match knock.fault {
            Fault::Silent | Fault::BrokeOff | Fault::TooSlow => {
                self.leavers.left(knock, since, now)?
            }
            Fault::NotHulp { .. } | Fault::TooMany => knock,
        };
        self.worth_telling(knock, now)
    }

    fn worth_telling(&mut self, knock: Knock, now: Instant) -> Option<Knock> {
        let kind = discriminant(&knock.fault);
        let times = self.reports.worth_telling(knock.from.ip(), kind, now)?;
        Some(Knock { times, ..knock })
    }
}

/// Closes what was opened at the router and at the relay.
async fn closing(map: Option<PortMap>, door: Option<QuicDoor>) {
    let map = async {
        if let Some(map) = map {
            map.close().await;
        }
    };
    let door = async {
        if let Some(door) = door {
            door.close().await;
        }
    };
    tokio::join!(map, door);
}

impl Knock {
    pub(super) fn new(from: SocketAddr, fault: Fault) -> Self {
        Self {
            from,
            fault,
            times: 1,
        }
    }
}

impl Fault {
    /// Why a handshake failed that began with these bytes.
    fn of(error: &io::Error, first: &[u8]) -> Self {
        match error.kind() {
            io::ErrorKind::UnexpectedEof
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::BrokenPipe
            | io::ErrorKind::NotConnected => Self::BrokeOff,
            _ => Self::NotHulp {
                error: error.to_string(),
                first_bytes: first.escape_ascii().to_string(),
            },
        }
    }
}

/// One socket for both families, where the system has both.
fn bind(port: u16) -> io::Result<TcpListener> {
    let both = (|| {
        let socket = Socket::new(Domain::IPV6, Type::STREAM, Some(Protocol::TCP))?;
        socket.set_only_v6(false)?;
        open(socket, (Ipv6Addr::UNSPECIFIED, port).into())
    })();
    both.or_else(|error| {
        if error.kind() == io::ErrorKind::AddrInUse {
            return Err(error);
        }
        let socket = Socket::new(Domain::IPV4, Type::STREAM, Some(Protocol::TCP))?;
        open(socket, (Ipv4Addr::UNSPECIFIED, port).into())
    })
}

fn open(socket: Socket, address: SocketAddr) -> io::Result<TcpListener> {
    system::let_reopen(&socket)?;
    socket.set_nonblocking(true)?;
    socket.bind(&address.into())?;
    socket.listen(BACKLOG)?;
    TcpListener::from_std(socket.into())
}

#[cfg(unix)]
mod system {
    use std::io;

    use socket2::Socket;

    /// The port can be opened again at once after Hulp was closed; a port that another program listens at stays taken.
    pub(super) fn let_reopen(socket: &Socket) -> io::Result<()> {
        socket.set_reuse_address(true)
    }
}

#[cfg(not(unix))]
mod system {
    use std::io;

    use socket2::Socket;

    /// Windows does that by itself; its option of that name would let other programs take the port over.
    pub(super) fn let_reopen(_: &Socket) -> io::Result<()> {
        Ok(())
    }
}

async fn shake_hands(
    stream: TcpStream,
    from: SocketAddr,
    tls: Arc<ServerConfig>,
) -> Result<Link, Fault> {
    let mut first = [0; FIRST_BYTES];
    let peeked = stream.peek(&mut first).await.unwrap_or(0);
    if peeked == 0 {
        return Err(Fault::Silent);
    }
    let not_hulp = |error: io::Error| Fault::of(&error, &first[..peeked]);
    tune(&stream).map_err(not_hulp)?;
    let limit =
        |tls: &mut rustls::ServerConnection| tls.set_buffer_limit(Some(MAX_TLS_BUFFER_BYTES));
    let carrier = Carrier::Tcp(stream);
    let stream = TlsAcceptor::from(tls).accept_with(carrier, limit).await;
    let route = Route::tcp(from.ip());
    Link::new(stream.map_err(not_hulp)?, from, route).map_err(not_hulp)
}

/// The same for who calls the endpoint. Nothing comes of a call that is taken back, for the caller found another way.
async fn answer(
    caller: Caller,
    from: SocketAddr,
    tls: Arc<ServerConfig>,
) -> Result<Option<Link>, Fault> {
    let mut stream = match caller.answer().await {
        Ok(Some(stream)) => stream,
        Ok(None) => return Ok(None),
        Err(_) => return Err(Fault::Silent),
    };
    let connection = stream.connection();
    let limit =
        |tls: &mut rustls::ServerConnection| tls.set_buffer_limit(Some(MAX_TLS_BUFFER_BYTES));
    let carrier = Carrier::Quic(Box::new(stream));
    let link = TlsAcceptor::from(tls)
        .accept_with(carrier, limit)
        .await
        .and_then(|stream| Link::new(stream, from, Route::quic(connection.clone())));
    match link {
        Ok(link) => Ok(Some(link)),
        Err(_) if is_taken_back(&connection) => Ok(None),
        Err(error) => Err(Fault::of(&error, &[])),
    }
}

async fn until(time: Option<Instant>) {
    match time {
        Some(time) => tokio::time::sleep_until(time.into()).await,
        None => std::future::pending().await,
    }
}

async fn next_caller(door: &mut Option<QuicDoor>) -> Caller {
    match door {
        Some(door) => door.next().await,
        None => std::future::pending().await,
    }
}

/// Only for the tests of this folder: where to connect to.
#[cfg(test)]
pub(super) fn here(listener: &Listener) -> SocketAddr {
    (Ipv4Addr::LOCALHOST, listener.port()).into()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use tokio::io::AsyncWriteExt;

    use super::*;

    #[tokio::test]
    async fn another_port_is_taken_when_the_wanted_one_is_in_use() {
        let identity = Identity::generate().unwrap();
        let first = Listener::open(0, &identity).unwrap();
        let second = Listener::open(first.port(), &identity).unwrap();
        assert_ne!(first.port(), second.port());
        let port = first.port();
        drop(first);
        assert_eq!(Listener::open(port, &identity).unwrap().port(), port);
    }

    #[tokio::test]
    async fn both_families_can_come() {
        let listener = Listener::open(0, &Identity::generate().unwrap()).unwrap();
        let v4 = TcpStream::connect((Ipv4Addr::LOCALHOST, listener.port())).await;
        assert!(v4.is_ok());
        if TcpListener::bind((Ipv6Addr::LOCALHOST, 0)).await.is_ok() {
            let v6 = TcpStream::connect((Ipv6Addr::LOCALHOST, listener.port())).await;
            assert!(v6.is_ok());
        }
    }

    #[tokio::test]
    async fn it_is_said_what_came() {
        let mut listener = Listener::open(0, &Identity::generate().unwrap()).unwrap();
        let mut stranger = TcpStream::connect(here(&listener)).await.unwrap();
        stranger.write_all(b"GET / HTTP/1.1\r\n\r\n").await.unwrap();
        let Arrival::Knock(knock) = listener.next().await else {
            panic!("a web browser is no helper");
        };
        let Fault::NotHulp { first_bytes, .. } = &knock.fault else {
            panic!("{knock:?}");
        };
        assert_eq!(first_bytes, "GET / HTTP/1.1\\r\\n");
        assert!(knock.from.ip().is_ipv4(), "not as a mapped address");
    }

    #[tokio::test]
    async fn the_slower_ways_of_somebody_who_came_are_no_strangers() {
        use super::super::{Places, connect};
        let novice = Identity::generate().unwrap();
        let mut listener = Listener::open(0, &novice).unwrap();
        let slower = async |bytes: &[u8]| {
            let mut way = TcpStream::connect(here(&listener)).await.unwrap();
            way.write_all(bytes).await.unwrap();
        };
        // The beginning of a handshake, and nothing at all.
        slower(b"\x16\x03\x01\x01\x00").await;
        slower(b"").await;
        let address = [here(&listener)];
        let arrivals = async {
            let Arrival::Link(..) = listener.next().await else {
                panic!("they are nobody's")
            };
            let told =
                tokio::time::timeout(3 * super::super::leavers::WAIT / 2, listener.next()).await;
            assert!(told.is_err(), "{told:?}");
        };
        let (_, there) = tokio::join!(
            arrivals,
            connect(Places::at(&address), novice.fingerprint(), &novice)
        );
        drop(there);
    }

    #[tokio::test]
    async fn who_left_is_told_of_when_nobody_came() {
        let mut listener = Listener::open(0, &Identity::generate().unwrap()).unwrap();
        let mut stranger = TcpStream::connect(here(&listener)).await.unwrap();
        stranger.write_all(b"\x16\x03\x01\x01\x00").await.unwrap();
        drop(stranger);
        let Arrival::Knock(knock) = listener.next().await else {
            panic!("no key was proved");
        };
        assert_eq!(knock.fault, Fault::BrokeOff);
    }
}
