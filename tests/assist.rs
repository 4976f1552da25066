//! Two engines over loopback TLS, on stand-in desktops: everything that two people can do with each other, short of the windows.
#![allow(clippy::unwrap_used)]

#[path = "assist/background.rs"]
mod background;
#[path = "rig/cable.rs"]
mod cable;
#[path = "rig/certificates.rs"]
mod certificates;
#[path = "assist/checking.rs"]
mod checking;
#[path = "assist/comeback.rs"]
mod comeback;
#[path = "assist/helping.rs"]
mod helping;
#[path = "assist/letting_in.rs"]
mod letting_in;
#[path = "assist/log.rs"]
mod log;
#[path = "assist/mail.rs"]
mod mail;
#[path = "mail/server.rs"]
mod mail_server;
#[path = "assist/offers.rs"]
mod offers;
#[path = "assist/offers_list.rs"]
mod offers_list;
#[path = "assist/offers_policy.rs"]
mod offers_policy;
#[path = "assist/pane.rs"]
mod pane;
#[path = "hostile/peer.rs"]
mod peer;
#[path = "assist/people.rs"]
mod people;
#[path = "assist/policy.rs"]
mod policy;
#[path = "rig/ports.rs"]
mod ports;
#[path = "assist/proxy.rs"]
mod proxy;
#[path = "rig/python.rs"]
mod python;
#[path = "assist/relay.rs"]
mod relay;
#[path = "assist/starts.rs"]
mod starts;
