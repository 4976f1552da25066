//! Peers who mean harm, or are broken: at the door, in the handshake, and in a session. A good helper still gets in, nothing is
//! seen or pressed, memory stays bounded, and the log says what came.
#![allow(clippy::unwrap_used, dead_code)]

#[path = "hostile/comeback.rs"]
mod comeback;
#[path = "hostile/door.rs"]
mod door;
#[path = "hostile/keys.rs"]
mod keys;
#[path = "hostile/offers.rs"]
mod offers;
#[path = "hostile/peer.rs"]
mod peer;
#[path = "assist/people.rs"]
mod people;
#[path = "rig/ports.rs"]
mod ports;
#[path = "hostile/talk.rs"]
mod talk;
