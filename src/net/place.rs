//! Where somebody says that a computer is: a name or an address, with or without a port.

use std::{
    fmt, io,
    net::{IpAddr, Ipv6Addr, SocketAddr},
    time::Duration,
};

use tokio::{net::lookup_host, time::timeout};

/// The port that a computer listens at where nobody says another.
pub const DEFAULT_PORT: u16 = 4857;
/// The longest name (RFC 1035).
const MAX_NAME_BYTES: usize = 253;
/// So many addresses of a name are tried at most.
const MAX_FOUND: usize = 16;
/// So long a name server may take.
const LOOKUP_TIME: Duration = Duration::from_secs(10);

/// Where a computer is. Written in one way only, whatever was typed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    host: Host,
    port: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Host {
    Address(IpAddr),
    Name(String),
}

/// There is no such place.
#[derive(Debug, thiserror::Error)]
pub enum NoPlace {
    /// It is neither a name nor an address.
    #[error("this is no computer's name or address")]
    Nonsense,
    /// No computer has this name, as far as can be found out.
    #[error("no computer has this name: {0}")]
    Unknown(io::Error),
}

impl Place {
    /// Reads `name`, `name:port`, `192.0.2.7`, `192.0.2.7:4857`, `2001:db8::7` or `[2001:db8::7]:4857`.
    ///
    /// # Errors
    /// [`NoPlace::Nonsense`].
    pub fn read(typed: &str) -> Result<Self, NoPlace> {
        let typed = typed.trim();
        if let Ok(ip) = typed.parse::<IpAddr>() {
            return Ok(Self::at(ip, DEFAULT_PORT));
        }
        if let Ok(address) = typed.parse::<SocketAddr>() {
            return match address.port() {
                0 => Err(NoPlace::Nonsense),
                port => Ok(Self::at(address.ip(), port)),
            };
        }
        let bracketed = typed
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'));
        if let Some(ip) = bracketed.and_then(|ip| ip.parse::<Ipv6Addr>().ok()) {
            return Ok(Self::at(ip.into(), DEFAULT_PORT));
        }
        let (name, port) = match typed.split_once(':') {
            None => (typed, DEFAULT_PORT),
            Some((name, port)) => match port.parse() {
                Ok(port @ 1..) if port_is_plain(typed) => (name, port),
                _ => return Err(NoPlace::Nonsense),
            },
        };
        let name = name.strip_suffix('.').unwrap_or(name);
        if !is_host_name(name) {
            return Err(NoPlace::Nonsense);
        }
        let host = Host::Name(name.to_ascii_lowercase());
        Ok(Self { host, port })
    }

    /// Every address that it has now, a few at most.
    ///
    /// # Errors
    /// [`NoPlace::Unknown`].
    pub async fn addresses(&self) -> Result<Vec<SocketAddr>, NoPlace> {
        match &self.host {
            Host::Address(ip) => Ok(vec![SocketAddr::new(*ip, self.port)]),
            Host::Name(name) => {
                let found = timeout(LOOKUP_TIME, lookup_host((name.as_str(), self.port))).await;
                let found = found.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()));
                Ok(found.map_err(NoPlace::Unknown)?.take(MAX_FOUND).collect())
            }
        }
    }

    /// Whether it is an address, and not a name.
    pub fn is_address(&self) -> bool {
        matches!(self.host, Host::Address(_))
    }

    fn at(ip: IpAddr, port: u16) -> Self {
        let host = Host::Address(ip.to_canonical());
        Self { host, port }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.host {
            Host::Address(ip) => write!(f, "{}", SocketAddr::new(*ip, self.port)),
            Host::Name(name) => write!(f, "{name}:{}", self.port),
        }
    }
}

/// Digits alone: a plus sign before them is none of a port's.
fn port_is_plain(typed: &str) -> bool {
    let port = typed.rsplit(':').next().unwrap_or_default();
    port.bytes().all(|byte| byte.is_ascii_digit())
}

/// Labels of letters, digits, hyphens and, as Windows has them, underscores.
fn is_host_name(name: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && (label.bytes()).all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
    };
    // An address with a fault in it is not to be looked up as a name.
    let is_number = |label: &str| label.bytes().all(|byte| byte.is_ascii_digit());
    name.len() <= MAX_NAME_BYTES
        && name.split('.').all(is_label)
        && !name.rsplit('.').next().is_some_and(is_number)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_people_write_it() {
        for (typed, place) in [
            ("PC-of-Anna", "pc-of-anna:4857"),
            (" pc.example.org. ", "pc.example.org:4857"),
            ("pc.example.org:5000", "pc.example.org:5000"),
            ("192.0.2.7", "192.0.2.7:4857"),
            ("192.0.2.7:80", "192.0.2.7:80"),
            ("2001:db8::7", "[2001:db8::7]:4857"),
            ("[2001:db8::7]", "[2001:db8::7]:4857"),
            ("[2001:DB8::7]:99", "[2001:db8::7]:99"),
            ("::ffff:192.0.2.7", "192.0.2.7:4857"),
            ("my_pc", "my_pc:4857"),
        ] {
            assert_eq!(Place::read(typed).unwrap().to_string(), place, "{typed}");
        }
    }

    #[test]
    fn nonsense_is_looked_up_nowhere() {
        let long = "a.".repeat(200);
        for typed in [
            "",
            " ",
            ":",
            ":80",
            "pc:",
            "pc:0",
            "pc:+80",
            "pc:65536",
            "pc:80:90",
            "192.0.2.7:0",
            "192.0.2.777",
            "-pc",
            "p c",
            "pc/../x",
            "user@pc",
            "http://pc",
            "pc\0",
            "pç",
            "a..b",
            "[::1",
            &long,
        ] {
            assert!(Place::read(typed).is_err(), "{typed}");
        }
    }

    #[tokio::test]
    async fn an_address_needs_no_name_server() {
        let place = Place::read("[::1]:5000").unwrap();
        assert_eq!(
            place.addresses().await.unwrap(),
            ["[::1]:5000".parse().unwrap()]
        );
        let own = Place::read("localhost:5000").unwrap();
        let found = own.addresses().await.unwrap();
        assert!(found.iter().all(|address| address.ip().is_loopback()));
    }
}
