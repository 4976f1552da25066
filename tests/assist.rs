//! Two engines over loopback TLS, on stand-in desktops: everything that two people can do with each other, short of the windows.
#![allow(clippy::unwrap_used)]

#[path = "rig/cable.rs"]
mod cable;
#[path = "rig/certificates.rs"]
mod certificates;
#[path = "assist/comeback.rs"]
mod comeback;
#[path = "assist/helping.rs"]
mod helping;
#[path = "assist/letting_in.rs"]
mod letting_in;
#[path = "assist/mail.rs"]
mod mail;
#[path = "mail/server.rs"]
mod mail_server;
#[path = "assist/pane.rs"]
mod pane;
#[path = "assist/people.rs"]
mod people;
#[path = "assist/proxy.rs"]
mod proxy;
#[path = "rig/python.rs"]
mod python;
#[path = "assist/relay.rs"]
mod relay;
