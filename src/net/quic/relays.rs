//! Relays: which there are, how they are reached, and an endpoint that uses them.

use std::sync::Arc;

use iroh::{
    Endpoint, RelayConfig, RelayMap, RelayMode, RelayUrl, SecretKey, Watcher,
    defaults::prod::default_relay_map,
    endpoint::{QuicTransportConfig, presets},
    tls::CaTlsConfig,
};

use super::super::proxy::{NotAProxy, Proxy, ask, proxy_for};
use crate::invitation::{RelayToken, is_relay};

/// A relay.
#[derive(Clone, PartialEq, Eq)]
pub struct RelayServer {
    /// Its address, an `https` URL.
    pub url: String,
    /// What it asks of its users, if anything.
    pub token: Option<RelayToken>,
}

/// The relays that may be used, and how they are reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Relaying {
    /// Any of these; without any there is no way through a relay.
    pub relays: Vec<RelayServer>,
    /// The HTTP proxy on the way there.
    pub proxy: Proxy,
}

/// Why no relay is reached.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RelayFault {
    /// What should be its address is none.
    #[error("{0} is no address of a relay")]
    NotARelay(String),
    /// What should be the proxy's address is none.
    #[error(transparent)]
    NotAProxy(#[from] NotAProxy),
    /// It wants a token, or another one; its own words.
    #[error("the relay refuses this computer: {0}")]
    Denied(String),
    /// The proxy on the way did not answer, or did not let us through.
    #[error("the proxy {proxy} does not let us through: {error}")]
    Proxy {
        /// Host and port.
        proxy: String,
        /// What went wrong, in technical words.
        error: String,
    },
    /// It did not answer; what went wrong, in technical words.
    #[error("no relay answers: {0}")]
    NotReached(String),
    /// The relay is reached, but the other computer is not found there.
    #[error("the other computer is not found at the relay")]
    NobodyThere,
    /// This computer has no socket for it; the system's own words.
    #[error("this computer cannot use a relay: {0}")]
    Unusable(String),
}

/// The relays that everybody may use, run by iroh's makers. They see who is connected to whom, and how much; nothing of what.
pub fn public_relays() -> Vec<RelayServer> {
    let urls: Vec<RelayUrl> = default_relay_map().urls();
    let servers = urls.into_iter().map(|url| RelayServer {
        url: url.to_string(),
        token: None,
    });
    servers.collect()
}

/// Whether this can be the address of a relay.
pub fn is_relay_address(text: &str) -> bool {
    is_relay(text) && text.parse::<RelayUrl>().is_ok()
}

impl std::fmt::Debug for RelayServer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RelayServer({})", self.url)
    }
}

/// An endpoint and the proxy that it uses.
pub(super) struct Bound {
    pub(super) endpoint: Endpoint,
    /// Host and port.
    proxy: Option<String>,
    /// What the proxy said that does not let us through, when it was asked.
    proxy_said: Option<String>,
}

impl Relaying {
    /// An endpoint that uses these relays; it looks for them by itself from now on.
    pub(super) async fn bind(
        &self,
        key: SecretKey,
        transport: QuicTransportConfig,
    ) -> Result<Bound, RelayFault> {
        let relays = self.relays.iter().map(RelayServer::config);
        let relays = relays.collect::<Result<Vec<_>, _>>()?;
        let first = relays.first().map(|relay| relay.url.clone());
        let proxy = match &first {
            Some(relay) => proxy_for(relay, &self.proxy)?,
            None => None,
        };
        let mut builder = Endpoint::builder(presets::Minimal)
            .clear_address_lookup()
            .alpns(vec![super::ALPN.to_vec()])
            .secret_key(key)
            .transport_config(transport)
            .ca_tls_config(trusted().await);
        builder = if relays.is_empty() {
            builder.relay_mode(RelayMode::Disabled)
        } else {
            let relays = relays.into_iter().map(Arc::new);
            builder.relay_mode(RelayMode::Custom(relays.collect::<RelayMap>()))
        };
        let shown = proxy.as_ref().map(|proxy| {
            let host = proxy.host_str().unwrap_or_default();
            let port = proxy.port_or_known_default().unwrap_or_default();
            format!("{host}:{port}")
        });
        let mut proxy_said = None;
        if let Some((proxy, relay)) = proxy.zip(first) {
            proxy_said = ask(&proxy, &relay).await.err();
            builder = builder.proxy_url(proxy);
        }
        let endpoint = builder.bind().await;
        let endpoint = endpoint.map_err(|error| RelayFault::Unusable(error.to_string()))?;
        Ok(Bound {
            endpoint,
            proxy: shown,
            proxy_said,
        })
    }
}

impl RelayServer {
    /// Whether this is its address too, written differently perhaps.
    pub fn is_at(&self, url: &str) -> bool {
        let parsed = |url: &str| url.parse::<RelayUrl>().ok();
        parsed(&self.url).is_some_and(|own| parsed(url) == Some(own))
    }

    fn config(&self) -> Result<RelayConfig, RelayFault> {
        let url = Some(&self.url).filter(|url| is_relay(url));
        let url = url.and_then(|url| url.parse::<RelayUrl>().ok());
        let config = url.map(RelayConfig::from);
        let config = config.ok_or_else(|| RelayFault::NotARelay(self.url.clone()))?;
        Ok(match &self.token {
            Some(token) => config.with_auth_token(token.0.as_str()),
            None => config,
        })
    }
}

impl Bound {
    /// Whether a relay is reached.
    pub(super) fn is_online(&self) -> bool {
        let homes = self.endpoint.home_relay_status().get();
        homes.iter().any(|home| home.is_connected())
    }

    /// Why the relay is not reached, as far as is known by now.
    pub(super) fn fault(&self) -> Option<RelayFault> {
        if self.is_online() {
            return None;
        }
        if let Some(said) = &self.proxy_said {
            return Some(self.not_reached(said));
        }
        let homes = self.endpoint.home_relay_status().get();
        let home = homes.first()?;
        if let Some(reason) = home.auth_denied_reason() {
            return Some(RelayFault::Denied(reason.to_owned()));
        }
        home.last_error()
            .map(|error| self.not_reached(&format!("{error:#}")))
    }

    /// That it is not reached, for this reason.
    pub(super) fn not_reached(&self, error: &str) -> RelayFault {
        // A chain of errors, some of them over several lines; what matters stands at its end.
        let error = error.split_whitespace().collect::<Vec<_>>().join(" ");
        match &self.proxy {
            Some(proxy) => RelayFault::Proxy {
                proxy: proxy.clone(),
                error,
            },
            None => RelayFault::NotReached(error),
        }
    }
}

/// The authorities that a relay's certificate may be of: those of the web, and those that this computer trusts besides, for an
/// organisation may have its own.
async fn trusted() -> CaTlsConfig {
    let own = tokio::task::spawn_blocking(|| rustls_native_certs::load_native_certs().certs);
    CaTlsConfig::embedded().with_extra_roots(own.await.unwrap_or_default())
}
