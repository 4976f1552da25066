//! Which way a link goes now.

use std::net::IpAddr;

use iroh::{TransportAddr, endpoint::WeakConnectionHandle};

/// Which way a link goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    /// Within one network.
    SameNetwork,
    /// Over the internet, from computer to computer.
    Directly,
    /// Over the internet, through a relay.
    ThroughRelay,
}

/// Tells which way a link goes. A QUIC connection may find a better one while it stands.
#[derive(Clone, Debug)]
pub struct Route(Kind);

#[derive(Clone, Debug)]
enum Kind {
    Tcp(IpAddr),
    Quic(WeakConnectionHandle),
}

impl Route {
    pub(super) fn tcp(peer: IpAddr) -> Self {
        Self(Kind::Tcp(peer.to_canonical()))
    }

    pub(super) fn quic(connection: WeakConnectionHandle) -> Self {
        Self(Kind::Quic(connection))
    }

    /// The way of this moment; nothing when the link is closed.
    pub fn now(&self) -> Option<Reached> {
        match &self.0 {
            Kind::Tcp(peer) => Some(by_address(*peer)),
            Kind::Quic(connection) => {
                let connection = connection.upgrade()?;
                let paths = connection.paths();
                let chosen = paths.iter().find(|path| path.is_selected())?;
                Some(match chosen.remote_addr() {
                    TransportAddr::Ip(address) => by_address(address.ip().to_canonical()),
                    _ => Reached::ThroughRelay,
                })
            }
        }
    }
}

fn by_address(peer: IpAddr) -> Reached {
    if is_on_the_internet(peer) {
        Reached::Directly
    } else {
        Reached::SameNetwork
    }
}

/// Whether an address is the internet's, and not a network's own or this computer's.
pub fn is_on_the_internet(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => {
            // 100.64.0.0/10 lies behind an operator's router (RFC 6598), or in a private network that is built upon it.
            let shared = ip.octets()[0] == 100 && (64..128).contains(&ip.octets()[1]);
            !(ip.is_private()
                || ip.is_loopback()
                || ip.is_link_local()
                || ip.is_unspecified()
                || ip.is_multicast()
                || ip.is_broadcast()
                || ip.is_documentation()
                || shared)
        }
        IpAddr::V6(ip) => {
            let documentation = ip.segments()[0] == 0x2001 && ip.segments()[1] == 0x0db8;
            !(ip.is_unique_local()
                || documentation
                || ip.is_loopback()
                || ip.is_unicast_link_local()
                || ip.is_unspecified()
                || ip.is_multicast())
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn an_address_tells_how_near_it_is() {
        for near in [
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.7",
            "127.0.0.1",
            "169.254.9.9",
            "100.64.0.1",
            "192.0.2.7",
            "fd00::1",
            "fe80::1",
            "::1",
        ] {
            assert!(!is_on_the_internet(near.parse().unwrap()), "{near}");
        }
        for far in ["45.33.7.1", "172.32.0.1", "100.128.0.1", "2a00:1450::1"] {
            assert!(is_on_the_internet(far.parse().unwrap()), "{far}");
        }
    }
}
