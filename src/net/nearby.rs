//! Computers of the same network that take offers of help: this one says that it does (mDNS, RFC 6762 and 6763), and others are heard.
//!
//! What is heard proves nothing, for everybody on the network can say it: names are only shown, and an address is only a place to
//! call, where the computer proves its key like any other.

use std::{
    collections::BTreeMap,
    net::{IpAddr, SocketAddr},
    time::{Duration, Instant},
};

use mdns_sd::{Receiver, ResolvedService, ServiceDaemon, ServiceEvent, ServiceInfo};
use tokio::time::timeout;

use crate::invitation::clean_name;

/// The kind of service.
const SERVICE: &str = "_hulp._tcp.local.";
/// The most bytes of a name that is said: a label of DNS.
const MAX_LABEL_BYTES: usize = 63;
/// The most computers that are listed; others wait until one of them goes.
pub const MAX_NEARBY: usize = 64;
/// The most characters of a name that is shown.
const MAX_SHOWN_CHARS: usize = 60;
/// News within this time comes as one.
const NEWS_PAUSE: Duration = Duration::from_millis(300);
/// So long a goodbye may take.
const GOODBYE_TIME: Duration = Duration::from_secs(1);

/// The network cannot be listened at, or spoken to.
#[derive(Debug, thiserror::Error)]
#[error("computers nearby cannot be found: {0}")]
pub struct NearbyError(#[from] mdns_sd::Error);

impl NearbyError {
    /// Why, in the system's words.
    pub fn reason(&self) -> String {
        self.0.to_string()
    }
}

/// While this lives, others on the network see that this computer takes offers.
pub struct Announcement {
    daemon: ServiceDaemon,
    full_name: String,
    port: u16,
}

/// A computer nearby, as it says itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearbyComputer {
    /// Clean, and not empty.
    pub name: String,
    /// Where it can be called.
    pub address: SocketAddr,
}

/// Hears who is nearby, until it is dropped.
pub struct NearbySearch {
    daemon: ServiceDaemon,
    news: Receiver<ServiceEvent>,
    found: Found,
}

impl Announcement {
    /// Says that this computer takes offers at this port, by the name that it has on the network.
    ///
    /// # Errors
    /// When the system lets nobody speak to the network.
    pub fn start(port: u16) -> Result<Self, NearbyError> {
        let daemon = ServiceDaemon::new()?;
        let label = label(&gethostname::gethostname().to_string_lossy());
        // No host of the network's has this name, so that there is no quarrel about it.
        let host = format!("hulp-{port}-{}.local.", std::process::id());
        let properties: &[(&str, &str)] = &[];
        let info = ServiceInfo::new(SERVICE, &label, &host, "", port, properties)?;
        let info = info.enable_addr_auto();
        let full_name = info.get_fullname().to_owned();
        daemon.register(info)?;
        Ok(Self {
            daemon,
            full_name,
            port,
        })
    }

    /// At which port.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Says goodbye; takes a second at most.
    pub async fn end(self) {
        if let Ok(done) = self.daemon.unregister(&self.full_name) {
            let _ = timeout(GOODBYE_TIME, done.recv_async()).await; // whoever missed it forgets us by and by
        }
    }
}

impl std::fmt::Debug for Announcement {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Announcement({:?}, {})", self.full_name, self.port)
    }
}

impl Drop for Announcement {
    fn drop(&mut self) {
        let _ = self.daemon.shutdown(); // its thread may be gone already
    }
}

impl NearbySearch {
    /// Begins to listen, and asks who is there.
    ///
    /// # Errors
    /// When the system lets nobody listen to the network.
    pub fn start() -> Result<Self, NearbyError> {
        let daemon = ServiceDaemon::new()?;
        let news = daemon.browse(SERVICE)?;
        Ok(Self {
            daemon,
            news,
            found: Found::default(),
        })
    }

    /// Waits for news, and gives all who are there now, by name; `None` when there will be no more. Dropping the future loses no news.
    pub async fn next(&mut self) -> Option<Vec<NearbyComputer>> {
        loop {
            let mut changed = self.found.hear(self.news.recv_async().await.ok()?);
            // All is taken out at once, for a search whose queue is full is given up.
            let until = Instant::now() + NEWS_PAUSE;
            while let Some(left) = until.checked_duration_since(Instant::now()) {
                let Ok(event) = timeout(left, self.news.recv_async()).await else {
                    break;
                };
                changed |= self.found.hear(event.ok()?);
            }
            if changed {
                return Some(self.found.list());
            }
        }
    }
}

impl Drop for NearbySearch {
    fn drop(&mut self) {
        let _ = self.daemon.shutdown(); // its thread may be gone already
    }
}

/// Who is there, by the name that the network knows them by.
#[derive(Debug, Default)]
struct Found(BTreeMap<String, NearbyComputer>);

impl Found {
    /// Takes news; tells whether anything is different.
    fn hear(&mut self, event: ServiceEvent) -> bool {
        match event {
            ServiceEvent::ServiceResolved(service) => match computer(&service) {
                Some(computer) => self.add(service.get_fullname(), computer),
                None => false,
            },
            ServiceEvent::ServiceRemoved(_, full_name) => self.0.remove(&full_name).is_some(),
            _ => false,
        }
    }

    fn add(&mut self, full_name: &str, computer: NearbyComputer) -> bool {
        if !self.0.contains_key(full_name) && self.0.len() >= MAX_NEARBY {
            return false;
        }
        let before = self.0.insert(full_name.to_owned(), computer.clone());
        before.as_ref() != Some(&computer)
    }

    fn list(&self) -> Vec<NearbyComputer> {
        let mut list: Vec<_> = self.0.values().cloned().collect();
        list.sort_by(|one, other| {
            let key = |computer: &NearbyComputer| (computer.name.to_lowercase(), computer.address);
            key(one).cmp(&key(other))
        });
        list
    }
}

fn computer(service: &ResolvedService) -> Option<NearbyComputer> {
    let addresses = service
        .get_addresses()
        .iter()
        .map(mdns_sd::ScopedIp::to_ip_addr);
    of_parts(service.get_fullname(), addresses, service.get_port())
}

/// A computer that can be shown and called, of what was heard.
fn of_parts(
    full_name: &str,
    addresses: impl Iterator<Item = IpAddr>,
    port: u16,
) -> Option<NearbyComputer> {
    let own = full_name.strip_suffix(SERVICE)?.trim_end_matches('.');
    // As DNS writes dots and backslashes within a label.
    let name: String = clean_name(&own.replace('\\', ""))
        .chars()
        .take(MAX_SHOWN_CHARS)
        .collect();
    let name = name.trim_end().to_owned();
    let mut callable: Vec<IpAddr> = addresses.filter(is_callable).collect();
    callable.sort_unstable(); // IPv4 first: it is shorter to read
    let address = SocketAddr::new(*callable.first()?, port);
    (port != 0 && !name.is_empty()).then_some(NearbyComputer { name, address })
}

/// Whether another computer of the network can have this address, and it says which interface leads there.
fn is_callable(ip: &IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => {
            !(ip.is_loopback() || ip.is_unspecified() || ip.is_multicast() || ip.is_broadcast())
        }
        IpAddr::V6(ip) => {
            !(ip.is_loopback()
                || ip.is_unspecified()
                || ip.is_multicast()
                || ip.is_unicast_link_local())
        }
    }
}

/// A name as one label of DNS: its first part, where it has several.
fn label(name: &str) -> String {
    let name = clean_name(name.split('.').next().unwrap_or_default());
    let name = &name[..name.floor_char_boundary(MAX_LABEL_BYTES)];
    match name.trim() {
        "" => "Hulp".to_owned(),
        name => name.to_owned(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn ips(texts: &[&str]) -> impl Iterator<Item = IpAddr> {
        let ips: Vec<IpAddr> = texts.iter().map(|text| text.parse().unwrap()).collect();
        ips.into_iter()
    }

    fn full(name: &str) -> String {
        format!("{name}.{SERVICE}")
    }

    #[test]
    fn hostile_names_are_made_safe_to_show() {
        let name = |raw: &str| {
            let computer = of_parts(&full(raw), ips(&["192.168.1.7"]), 4857);
            computer.map(|computer| computer.name)
        };
        assert_eq!(name("PC of Zoë Müller").unwrap(), "PC of Zoë Müller");
        assert_eq!(name("pc\\.of\\\\anna").unwrap(), "pc.ofanna");
        assert_eq!(name("Bank\u{202e}\u{7}\n\u{1b}[31m").unwrap(), "Bank [31m");
        assert_eq!(name("\u{200b}\u{202e}"), None);
        assert_eq!(name(&"x".repeat(9999)).unwrap().len(), MAX_SHOWN_CHARS);
    }

    #[test]
    fn addresses_that_lead_nowhere_are_not_shown() {
        let at = |addresses: &[&str], port| {
            let computer = of_parts(&full("pc"), ips(addresses), port);
            computer.map(|computer| computer.address.to_string())
        };
        let near = ["fe80::1", "2001:db8::7", "192.168.1.7", "127.0.0.1"];
        assert_eq!(at(&near, 4857).unwrap(), "192.168.1.7:4857");
        assert_eq!(at(&["2001:db8::7"], 99).unwrap(), "[2001:db8::7]:99");
        assert_eq!(at(&near, 0), None);
        for nowhere in [
            "127.0.0.1",
            "::1",
            "0.0.0.0",
            "224.0.0.251",
            "255.255.255.255",
            "fe80::1",
        ] {
            assert_eq!(at(&[nowhere], 4857), None, "{nowhere}");
        }
        assert_eq!(
            of_parts("pc._http._tcp.local.", ips(&["10.0.0.1"]), 1),
            None
        );
    }

    #[test]
    fn the_list_stays_short_whoever_floods_it() {
        let mut found = Found::default();
        let computer = |number: usize| NearbyComputer {
            name: format!("pc {number}"),
            address: SocketAddr::from(([10, 0, 0, 1], 1000)),
        };
        for number in 0..10_000 {
            found.add(&full(&number.to_string()), computer(number));
        }
        assert_eq!(found.list().len(), MAX_NEARBY);
        assert!(!found.add(&full("3"), computer(3)), "no news");
        assert!(found.add(&full("3"), computer(4)));
        let gone = ServiceEvent::ServiceRemoved(SERVICE.to_owned(), full("3"));
        assert!(found.hear(gone));
        assert!(
            found.add(&full("20000"), computer(1)),
            "there is room again"
        );
    }

    #[test]
    fn ones_own_name_becomes_a_label() {
        assert_eq!(label("pc-of-anna.example.org"), "pc-of-anna");
        assert_eq!(label(""), "Hulp");
        assert_eq!(label("\u{202e}"), "Hulp");
        assert_eq!(label(&"é".repeat(99)).len(), 62);
    }
}
