//! The window, driven by the names of its controls: clicks give commands, and every page looks as it did.
#![allow(clippy::unwrap_used)]

#[path = "ui/accessibility.rs"]
mod accessibility;
#[path = "ui/background.rs"]
mod background;
#[path = "ui/checking.rs"]
mod checking;
#[path = "ui/colours.rs"]
mod colours;
#[path = "ui/contacts.rs"]
mod contacts;
#[path = "ui/expert.rs"]
mod expert;
#[path = "ui/language.rs"]
mod language;
#[path = "ui/languages.rs"]
mod languages;
#[path = "ui/log.rs"]
mod log;
#[path = "ui/looks.rs"]
mod looks;
#[path = "ui/mail.rs"]
mod mail;
#[path = "ui/novice.rs"]
mod novice;
#[path = "ui/offers.rs"]
mod offers;
#[path = "ui/pages.rs"]
mod pages;
#[path = "ui/painter.rs"]
mod painter;
#[path = "ui/pictures.rs"]
mod pictures;
#[path = "ui/policy.rs"]
mod policy;
#[path = "ui/reach.rs"]
mod reach;
