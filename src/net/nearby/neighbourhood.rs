//! The networks that this computer is on, and the one place on each where everybody hears what is said (the groups of mDNS).

use std::{
    collections::{BTreeMap, BTreeSet},
    future::pending,
    io,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV6},
    time::Duration,
};

use socket2::{Domain, Protocol, SockRef, Socket, Type};
use tokio::net::UdpSocket;

use super::message::is_callable;
use crate::net::addresses::is_usable;

/// Where mDNS is spoken, and from where.
const PORT: u16 = 5353;
const GROUP_V4: Ipv4Addr = Ipv4Addr::new(224, 0, 0, 251);
const GROUP_V6: Ipv6Addr = Ipv6Addr::new(0xff02, 0, 0, 0, 0, 0, 0, 0xfb);
/// Steps that a message may go: RFC 6762 asks for this, and a group of a link goes one anyway.
const HOPS: u32 = 255;
/// The largest that UDP carries, so that a message is never cut, which some systems call an error.
const BUFFER_BYTES: usize = 1 << 16;
/// When the system does not let us hear, trying at once again would only burn the processor.
const PAUSE_WHEN_DEAF: Duration = Duration::from_millis(100);
/// The most addresses of a network that are told there.
const MAX_TOLD: usize = 8;

/// The computer's networks, to hear and to speak on.
#[derive(Debug)]
pub(super) struct Neighbourhood {
    v4: Option<Ear>,
    v6: Option<Ear>,
    streets: BTreeMap<u32, Street>,
}

/// One of them, by its number at the system.
#[derive(Debug, Default, PartialEq, Eq)]
struct Street {
    /// By this address IPv4 is spoken on it.
    v4: Option<Ipv4Addr>,
    /// Whether IPv6 is.
    has_v6: bool,
    /// Where others on it can call this computer.
    addresses: Vec<IpAddr>,
}

/// Hears all streets, in one of IP's versions.
#[derive(Debug)]
struct Ear {
    socket: UdpSocket,
    /// On which streets.
    joined: BTreeSet<u32>,
    buffer: Vec<u8>,
}

impl Neighbourhood {
    /// Begins to listen. Needs a runtime.
    ///
    /// # Errors
    /// When the system allows it in neither version of IP.
    pub(super) fn enter() -> io::Result<Self> {
        let (v4, v6) = (Ear::open(Domain::IPV4), Ear::open(Domain::IPV6));
        let (v4, v6) = match (v4, v6) {
            (Err(error), Err(_)) => return Err(error),
            (v4, v6) => (v4.ok(), v6.ok()),
        };
        let streets = BTreeMap::new();
        let mut neighbourhood = Self { v4, v6, streets };
        neighbourhood.look_around();
        Ok(neighbourhood)
    }

    /// Looks which networks there are now, and listens on new ones too. Tells whether anything is different.
    pub(super) fn look_around(&mut self) -> bool {
        let streets = match streets() {
            Ok(streets) => streets,
            Err(error) => {
                tracing::debug!(%error, "the network's interfaces cannot be listed");
                return false;
            }
        };
        if let Some(ear) = &mut self.v4 {
            let on = |street: &Street| street.v4;
            ear.listen_on(&streets, on, |socket, ip, _| {
                socket.join_multicast_v4(&GROUP_V4, &ip)
            });
        }
        if let Some(ear) = &mut self.v6 {
            let on = |street: &Street| street.has_v6.then_some(());
            ear.listen_on(&streets, on, |socket, (), index| {
                socket.join_multicast_v6(&GROUP_V6, index)
            });
        }
        let is_other = self.streets != streets;
        self.streets = streets;
        is_other
    }

    /// The next message and its sender; `None` for one that nobody may send so. Dropping the future loses none.
    pub(super) async fn hear(&mut self) -> Option<(&[u8], IpAddr)> {
        tokio::select! {
            heard = hear(&mut self.v4) => heard,
            heard = hear(&mut self.v6) => heard,
        }
    }

    /// Says on each street what there is to say there, by the addresses that this computer has on it.
    pub(super) async fn say(&self, words: impl Fn(&[IpAddr]) -> Option<Vec<u8>>) {
        for (&index, street) in &self.streets {
            let Some(words) = words(&street.addresses) else {
                continue;
            };
            if let (Some(ear), Some(ip)) = (&self.v4, street.v4) {
                let turned = SockRef::from(&ear.socket).set_multicast_if_v4(&ip);
                ear.say(turned, &words, (GROUP_V4, PORT).into()).await;
            }
            if let (Some(ear), true) = (&self.v6, street.has_v6) {
                let turned = SockRef::from(&ear.socket).set_multicast_if_v6(index);
                let everybody = SocketAddrV6::new(GROUP_V6, PORT, 0, index);
                ear.say(turned, &words, everybody.into()).await;
            }
        }
    }
}

impl Ear {
    fn open(domain: Domain) -> io::Result<Self> {
        let socket = Socket::new(domain, Type::DGRAM, Some(Protocol::UDP))?;
        system::share(&socket)?;
        socket.set_nonblocking(true)?;
        let everywhere: IpAddr = match domain {
            Domain::IPV6 => {
                socket.set_only_v6(true)?;
                socket.set_multicast_hops_v6(HOPS)?;
                Ipv6Addr::UNSPECIFIED.into()
            }
            _ => {
                socket.set_multicast_ttl_v4(HOPS)?;
                Ipv4Addr::UNSPECIFIED.into()
            }
        };
        socket.bind(&SocketAddr::new(everywhere, PORT).into())?;
        Ok(Self {
            socket: UdpSocket::from_std(socket.into())?,
            joined: BTreeSet::new(),
            buffer: vec![0; BUFFER_BYTES],
        })
    }

    /// Joins the group on the streets that are new; the system leaves it on those that are gone.
    fn listen_on<T>(
        &mut self,
        streets: &BTreeMap<u32, Street>,
        on: impl Fn(&Street) -> Option<T>,
        join: impl Fn(&SockRef<'_>, T, u32) -> io::Result<()>,
    ) {
        let has_street = |index: &u32| {
            streets
                .get(index)
                .is_some_and(|street| on(street).is_some())
        };
        self.joined.retain(has_street);
        let socket = SockRef::from(&self.socket);
        for (&index, street) in streets {
            let Some(how) = on(street).filter(|_| !self.joined.contains(&index)) else {
                continue;
            };
            match join(&socket, how, index) {
                // It was joined before, by another address.
                Err(error) if error.kind() != io::ErrorKind::AddrInUse => {
                    tracing::debug!(%error, index, "a network's group is not joined");
                }
                _ => {
                    self.joined.insert(index);
                }
            }
        }
    }

    /// Once the socket is turned to a street.
    async fn say(&self, turned: io::Result<()>, words: &[u8], to: SocketAddr) {
        let said = match turned {
            Ok(()) => self.socket.send_to(words, to).await.map(drop),
            Err(error) => Err(error),
        };
        if let Err(error) = said {
            tracing::debug!(%error, %to, "computers nearby are not spoken to");
        }
    }
}

async fn hear(ear: &mut Option<Ear>) -> Option<(&[u8], IpAddr)> {
    let Some(ear) = ear else {
        return pending().await;
    };
    match ear.socket.recv_from(&mut ear.buffer).await {
        Ok((size, from)) if from.port() == PORT => Some((&ear.buffer[..size], from.ip())),
        Ok(_) => None,
        Err(error) => {
            tracing::debug!(%error, "computers nearby are not heard");
            tokio::time::sleep(PAUSE_WHEN_DEAF).await;
            None
        }
    }
}

/// The networks, but for the computer's own within itself.
fn streets() -> io::Result<BTreeMap<u32, Street>> {
    let mut streets = BTreeMap::<u32, Street>::new();
    for interface in if_addrs::get_if_addrs()? {
        let Some(index) = interface.index else {
            continue;
        };
        if interface.is_loopback() || !is_usable(&interface) {
            continue;
        }
        let street = streets.entry(index).or_default();
        let ip = interface.ip();
        match ip {
            IpAddr::V4(ip) => street.v4 = street.v4.or(Some(ip)),
            IpAddr::V6(_) => street.has_v6 = true,
        }
        if is_callable(&ip) && street.addresses.len() < MAX_TOLD {
            street.addresses.push(ip);
        }
    }
    Ok(streets)
}

#[cfg(unix)]
mod system {
    use std::io;

    use socket2::Socket;

    /// Other programs of this computer listen too.
    pub(super) fn share(socket: &Socket) -> io::Result<()> {
        socket.set_reuse_address(true)?;
        socket.set_reuse_port(true)
    }
}

#[cfg(not(unix))]
mod system {
    use std::io;

    use socket2::Socket;

    /// Other programs of this computer listen too.
    pub(super) fn share(socket: &Socket) -> io::Result<()> {
        socket.set_reuse_address(true)
    }
}
