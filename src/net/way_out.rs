//! Whether a way leads out of this computer: a connection to a server that the settings name, with nothing said over it.

use std::{
    io::{Error, ErrorKind},
    time::Duration,
};

use tokio::{net::TcpStream, time::timeout};
use url::Url;

use super::proxy::{Proxy, ask, proxy_for};

/// So long a server, and its name, may take to answer.
const TRY_TIME: Duration = Duration::from_secs(6);

/// A server that was tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayOut {
    /// The server, as `host:port`.
    pub server: String,
    /// The proxy on the way there, as `host:port`.
    pub proxy: Option<String>,
    /// What became of it.
    pub outcome: Result<(), WayOutFault>,
}

/// Why no way leads to a server.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WayOutFault {
    /// What should be its address, or the proxy's, is none.
    #[error("it has no usable address")]
    Address,
    /// Nobody knows its name: mostly there is no internet.
    #[error("its name is not found")]
    NoName,
    /// This computer is in no network that leads there.
    #[error("no network leads there")]
    NoNetwork,
    /// Its computer, or a firewall on the way, says no.
    #[error("the connection is refused")]
    Refused,
    /// Nothing came back.
    #[error("nothing answers")]
    Silent,
    /// The proxy does not let us through; its own words.
    #[error("the proxy says no: {0}")]
    Proxy(String),
    /// Anything else; the system's own words.
    #[error("{0}")]
    Other(String),
}

/// Tries the server of this URL; with `proxy` by way of the one that is set, or that the environment names.
pub async fn try_way_out(server: &str, proxy: Option<&Proxy>) -> WayOut {
    let mut tried = WayOut {
        server: server.to_owned(),
        proxy: None,
        outcome: Err(WayOutFault::Address),
    };
    let Some((url, place)) = parsed(server) else {
        return tried;
    };
    tried.server = place;
    let through = match proxy.map(|proxy| proxy_for(&url, proxy)).transpose() {
        Ok(through) => through.flatten(),
        Err(_) => return tried,
    };
    tried.proxy = through.as_ref().and_then(place_of);
    tried.outcome = match &through {
        Some(proxy) => ask(proxy, &url).await.map_err(WayOutFault::Proxy),
        None => connect(&tried.server).await,
    };
    tried
}

async fn connect(place: &str) -> Result<(), WayOutFault> {
    match timeout(TRY_TIME, TcpStream::connect(place)).await {
        Ok(Ok(_)) => Ok(()),
        Ok(Err(error)) => Err(fault(&error)),
        Err(_) => Err(WayOutFault::Silent),
    }
}

fn parsed(server: &str) -> Option<(Url, String)> {
    let url: Url = server.trim().parse().ok()?;
    let place = place_of(&url)?;
    Some((url, place))
}

fn place_of(url: &Url) -> Option<String> {
    Some(format!(
        "{}:{}",
        url.host_str()?,
        url.port_or_known_default()?
    ))
}

fn fault(error: &Error) -> WayOutFault {
    match error.kind() {
        ErrorKind::ConnectionRefused | ErrorKind::ConnectionReset | ErrorKind::PermissionDenied => {
            WayOutFault::Refused
        }
        ErrorKind::TimedOut => WayOutFault::Silent,
        ErrorKind::NetworkDown | ErrorKind::NetworkUnreachable | ErrorKind::HostUnreachable => {
            WayOutFault::NoNetwork
        }
        // A name that is not found is no system's error but the resolver's, which has no kind of its own.
        _ if error.raw_os_error().is_none() => WayOutFault::NoName,
        _ => WayOutFault::Other(error.to_string()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use tokio::net::TcpListener;

    use super::*;

    #[tokio::test]
    async fn each_fault_is_told_as_what_it_is() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let place = listener.local_addr().unwrap();
        let there = try_way_out(&format!("ws://{place}/v1"), None).await;
        assert_eq!(there.outcome, Ok(()));
        assert_eq!(there.server, place.to_string());
        drop(listener);
        let gone = try_way_out(&format!("https://{place}"), None).await;
        assert_eq!(gone.outcome, Err(WayOutFault::Refused));
        // By RFC 6761 nobody has a name below `invalid`.
        let unknown = try_way_out("https://nowhere.invalid", None).await;
        assert_eq!(unknown.outcome, Err(WayOutFault::NoName));
        assert_eq!(unknown.server, "nowhere.invalid:443");
        let nonsense = try_way_out("no address", None).await;
        assert_eq!(nonsense.outcome, Err(WayOutFault::Address));
    }

    #[tokio::test]
    async fn a_proxy_that_is_set_is_the_way() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let place = listener.local_addr().unwrap();
        drop(listener);
        let proxy = Proxy::at(&format!("http://{place}"));
        let tried = try_way_out("https://relay.example", Some(&proxy)).await;
        assert_eq!(tried.proxy, Some(place.to_string()));
        assert!(
            matches!(tried.outcome, Err(WayOutFault::Proxy(_))),
            "{tried:?}"
        );
    }
}
