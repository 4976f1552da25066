//! Where this computer can be reached, as far as it knows itself.

use std::net::{IpAddr, SocketAddr};

use if_addrs::{IfAddr, Interface};

/// Every address that an invitation should name, with `port`: those that others can use first; link-local ones and the
/// computer's own loopback only when there is nothing else.
pub fn reachable_addresses(port: u16) -> Vec<SocketAddr> {
    let found = if_addrs::get_if_addrs().unwrap_or_else(|error| {
        tracing::warn!(%error, "the network's interfaces cannot be listed");
        Vec::new()
    });
    let up = found.iter().filter(|interface| is_usable(interface));
    choose(up.map(Interface::ip).collect())
        .into_iter()
        .map(|ip| SocketAddr::new(ip, port))
        .collect()
}

/// The numbers of the interfaces over which IPv6 link-local addresses may be tried.
pub(super) fn link_local_scopes() -> Vec<u32> {
    let found = if_addrs::get_if_addrs().unwrap_or_default();
    let mut scopes: Vec<u32> = found
        .iter()
        .filter(|interface| matches!(interface.addr, IfAddr::V6(_)) && interface.is_link_local())
        .filter_map(|interface| interface.index)
        .collect();
    scopes.sort_unstable();
    scopes.dedup();
    scopes
}

/// Interfaces that are down keep their addresses; loopback has no state of its own on every system.
pub(super) fn is_usable(interface: &Interface) -> bool {
    interface.is_oper_up() || interface.is_loopback()
}

/// How far an address reaches; the farther the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reach {
    Wide,
    LinkLocal,
    Loopback,
}

fn reach(ip: &IpAddr) -> Option<Reach> {
    let (unusable, loopback, link_local) = match ip {
        IpAddr::V4(ip) => (
            ip.is_unspecified() || ip.is_multicast() || ip.is_broadcast(),
            ip.is_loopback(),
            ip.is_link_local(),
        ),
        IpAddr::V6(ip) => (
            ip.is_unspecified() || ip.is_multicast(),
            ip.is_loopback(),
            ip.is_unicast_link_local(),
        ),
    };
    match (unusable, loopback, link_local) {
        (true, _, _) => None,
        (_, true, _) => Some(Reach::Loopback),
        (_, _, true) => Some(Reach::LinkLocal),
        _ => Some(Reach::Wide),
    }
}

/// Those of the best reach there is, as they came, without doubles.
fn choose(ips: Vec<IpAddr>) -> Vec<IpAddr> {
    let best = ips.iter().filter_map(reach).min();
    let mut chosen = Vec::new();
    for ip in ips {
        if reach(&ip).is_some() && reach(&ip) == best && !chosen.contains(&ip) {
            chosen.push(ip);
        }
    }
    chosen
}

/// Whether an address only works on the same cable or radio.
pub(super) fn is_link_local(ip: &IpAddr) -> bool {
    reach(ip) == Some(Reach::LinkLocal)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn ips(texts: &[&str]) -> Vec<IpAddr> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    #[test]
    fn near_addresses_are_named_only_when_there_are_no_others() {
        let all = ips(&[
            "127.0.0.1",
            "fe80::1",
            "192.168.1.7",
            "2001:db8::7",
            "0.0.0.0",
        ]);
        assert_eq!(choose(all), ips(&["192.168.1.7", "2001:db8::7"]));
        let near = ips(&["127.0.0.1", "::1", "fe80::1", "169.254.3.4"]);
        assert_eq!(choose(near), ips(&["fe80::1", "169.254.3.4"]));
        assert_eq!(
            choose(ips(&["127.0.0.1", "::1"])),
            ips(&["127.0.0.1", "::1"])
        );
        assert_eq!(choose(ips(&["10.0.0.1", "10.0.0.1"])), ips(&["10.0.0.1"]));
    }

    #[test]
    fn this_computer_has_an_address() {
        let addresses = reachable_addresses(4857);
        assert!(!addresses.is_empty());
        assert!(addresses.iter().all(|address| address.port() == 4857));
    }
}
