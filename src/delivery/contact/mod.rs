//! People who are reached through their contact server (XMPP, RFC 6120 and 6121): who is there, and asking them.
//!
//! A call is a Jingle message (XEP-0353) to all devices of a contact. Asking for help carries the invitation, the same XML as
//! in a file, in an element of our own; offering help carries none, and the one who accepts sends it back. Whoever answers
//! first has it, and the others stop ringing. Nothing rings from strangers unless the user lets it, and nobody is told that
//! this computer is here whom the user has not let see it.
//!
//! [`Talk`] is all of that without IO and clock; [`stay`] carries it over a line to the server, and finds the server again
//! when it is lost. Servers are known by certificates, from TLS 1.2 on, as mail servers are, and have to prove that they know
//! the password where they do not ask for the password itself; the session that comes of a call has
//! its own keys and needs none of this.

mod address;
mod bounds;
mod call;
mod calls;
mod error;
mod event;
mod line;
mod people;
mod place;
mod proof;
mod run;
mod talk;
mod tls;

#[cfg(test)]
mod tests;

pub use address::Address;
pub use bounds::{MAX_DEPTH, MAX_STANZA_BYTES};
pub use call::{AskedFor, CallId, RingId};
pub use calls::{MAX_RINGS, RING_SECS, RINGS_PER_CALLER};
pub use error::ContactError;
pub use event::{Answer, Event, Output, Ring, RingEnd};
pub use people::{Bond, MAX_DEVICES, MAX_PEOPLE, MAX_REQUESTS, People, Person, Presence};
pub use place::is_server;
pub use run::{Account, LineState, News, PEOPLE_EVERY, Trust, Wish, stay, try_account};
pub use talk::Talk;

/// The namespace of what is our own inside a call, and the feature by which programs find each other (XEP-0030).
pub const NAMESPACE: &str = "urn:x-hulp:assistance:1";
/// How this program is called in presence (XEP-0115).
const PROGRAM: &str = "https://hulp.invalid/";
