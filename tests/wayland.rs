//! A real Wayland compositor, and what Hulp sees and does there.
#![allow(clippy::unwrap_used)]
#![cfg(all(unix, not(target_os = "macos")))]

mod rig;

#[path = "wayland/between.rs"]
mod between;
#[path = "wayland/capture.rs"]
mod capture;
#[path = "wayland/hands.rs"]
mod hands;
#[path = "wayland/input_method.rs"]
mod input_method;
#[allow(dead_code, reason = "each test takes what it needs")]
#[path = "rig/own_window.rs"]
mod own_window;
#[path = "wayland/session.rs"]
mod session;
#[path = "wayland/sessions.rs"]
mod sessions;
#[path = "wayland/shield.rs"]
mod shield;
