//! A real X server, real programs on it, and what Hulp sees and does there.
#![allow(clippy::unwrap_used)]
#![cfg(all(unix, not(target_os = "macos")))]

mod capture;
mod edge;
mod pane;
mod pointer;
mod stop;
mod typing;
mod xserver;
