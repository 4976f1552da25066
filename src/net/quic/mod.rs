//! QUIC that finds its way (iroh): through the routers of both sides where they let it, else through a relay.
//!
//! Only what carries a link is another: inside of the one stream there is the same TLS with the same pinned keys, so that a
//! relay sees nothing but ciphertext, and a false endpoint proves nothing. Nothing is published anywhere; the invitation alone
//! tells where the endpoint is met.

mod call;
mod door;
mod relays;
mod stream;

use std::net::{IpAddr, Ipv6Addr};

use iroh::{PublicKey, SecretKey, endpoint::VarInt};
use sha2::{Digest, Sha256};

pub(super) use call::{Meeting, call};
pub use door::EndpointSetup;
pub(super) use door::{Caller, QuicDoor, is_taken_back};
pub use relays::{RelayFault, RelayServer, Relaying, is_relay_address, public_relays};
pub use stream::QuicStream;

use crate::invitation::{EndpointId, EndpointKey};

/// What both endpoints must agree to speak (ALPN, RFC 7301), before TLS asks for the same once more.
const ALPN: &[u8] = b"hulp/1";
/// How a connection is closed that is not needed any more; QUIC wants a number.
const DONE: VarInt = VarInt::from_u32(0);

/// 2001:20::/28.
const ORCHID_PREFIX: u128 = 0x2001_0020 << 96;
const ORCHID_MASK: u128 = !(u128::MAX >> 28);

/// A new key for this computer's endpoint.
pub fn new_endpoint_key() -> EndpointKey {
    EndpointKey(SecretKey::generate().to_bytes())
}

/// How the endpoint with this key is known.
pub fn endpoint_id(key: &EndpointKey) -> EndpointId {
    EndpointId(*SecretKey::from_bytes(&key.0).public().as_bytes())
}

/// The address under which somebody is counted and written down who came through a relay, which hides the true one: made of
/// the endpoint's key, as RFC 7343 (ORCHID) provides. Nobody can choose it, and none such is ever routed.
fn orchid(endpoint: &PublicKey) -> IpAddr {
    let hash = Sha256::digest(endpoint.as_bytes());
    let hash = hash
        .iter()
        .take(16)
        .fold(0, |all, byte| (all << 8) | u128::from(*byte));
    Ipv6Addr::from_bits(ORCHID_PREFIX | (hash & !ORCHID_MASK)).into()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
