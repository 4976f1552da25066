//! Which ways into this computer are open, as far as is known now.

use std::net::SocketAddr;

use super::quic::RelayFault;

/// The ways into this computer besides its own addresses, as far as is known now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    /// The way through the router.
    pub mapping: Mapping,
    /// The way through a relay.
    pub relay: RelayWay,
    /// The relay that this computer is to be found at, once one is chosen.
    pub home: Option<String>,
    /// Addresses (UDP) that a QUIC connection may be tried at.
    pub hints: Vec<SocketAddr>,
}

/// The way through the router: a port of its outer address that leads here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mapping {
    /// It is not asked for.
    #[default]
    Off,
    /// It is asked for.
    Asked,
    /// The router opened it, at this address of its own.
    At(SocketAddr),
    /// The router opens none; it is asked again now and then.
    Refused,
}

/// The way through a relay.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum RelayWay {
    /// None is to be used.
    #[default]
    Off,
    /// One is being looked for.
    Looking,
    /// It is open.
    Open,
    /// None is reached; it is tried again and again.
    Closed(RelayFault),
}

impl Ways {
    /// Whether what an invitation says of them will not change in a moment.
    pub fn are_settled(&self) -> bool {
        self.mapping != Mapping::Asked && (self.home.is_some() || self.relay != RelayWay::Looking)
    }
}
