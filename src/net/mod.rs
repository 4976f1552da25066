//! Bytes between two computers: who listens, who connects, and how each proves its key. Nothing here knows what a session is.
//!
//! Whatever way leads there, [`connect`] and [`Listener`] are the two ends, and a [`Link`] comes of it: TLS 1.3 with pinned keys,
//! over TCP or over a QUIC stream (`quic`) that goes through both routers or through a relay. `portmap` asks the router for a way in.

mod addresses;
mod carrier;
mod connect;
mod leavers;
mod link;
mod listen;
mod nearby;
mod pace;
mod place;
mod portmap;
mod proxy;
mod quic;
mod reports;
mod route;
mod seats;
mod tls;
mod tune;
mod way_out;
mod ways;

pub use addresses::reachable_addresses;
pub use carrier::Carrier;
pub use connect::{ConnectError, Places, connect, meet_new};
pub use link::{Link, LinkReader, LinkWriter};
pub use listen::{Arrival, Fault, Knock, ListenError, Listener};
pub use nearby::{Announcement, MAX_NEARBY, NearbyComputer, NearbyError, NearbySearch};
pub use place::{DEFAULT_PORT, NoPlace, Place};
pub use proxy::{NotAProxy, Proxy, is_proxy_setting, proxy_account, without_password};
pub use quic::{
    EndpointSetup, QuicStream, RelayFault, RelayServer, Relaying, endpoint_id, is_relay_address,
    new_endpoint_key, public_relays,
};
pub use reports::Reports;
pub use route::{Reached, Route, is_on_the_internet};
pub use seats::Seat;
pub use tls::{Identity, IdentityError};
pub use way_out::{WayOut, WayOutFault, try_way_out};
pub use ways::{Mapping, RelayWay, Ways};
