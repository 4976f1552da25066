//! Bytes between two computers: who listens, who connects, and how each proves its key. Nothing here knows what a session is.

mod addresses;
mod connect;
mod link;
mod listen;
mod pace;
mod reports;
mod seats;
mod tls;
mod tune;

pub use addresses::reachable_addresses;
pub use connect::{ConnectError, connect};
pub use link::{Link, LinkReader, LinkWriter};
pub use listen::{Arrival, Fault, Knock, ListenError, Listener};
pub use reports::Reports;
pub use seats::Seat;
pub use tls::{Identity, IdentityError};
