//! The window, driven by the names of its controls: clicks give commands, and every page looks as it did.
#![allow(clippy::unwrap_used)]

#[path = "ui/contacts.rs"]
mod contacts;
#[path = "ui/expert.rs"]
mod expert;
#[path = "ui/mail.rs"]
mod mail;
#[path = "ui/novice.rs"]
mod novice;
#[path = "ui/pages.rs"]
mod pages;
#[path = "ui/painter.rs"]
mod painter;
#[path = "ui/pictures.rs"]
mod pictures;
#[path = "ui/reach.rs"]
mod reach;
