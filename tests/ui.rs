//! The window, driven by the names of its controls: clicks give commands, and every page looks as it did.
#![allow(clippy::unwrap_used)]

#[path = "ui/pages.rs"]
mod pages;
#[path = "ui/painter.rs"]
mod painter;
#[path = "ui/pictures.rs"]
mod pictures;
