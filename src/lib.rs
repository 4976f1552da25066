//! Hulp: remote assistance without an account.

pub mod delivery;
pub mod desktop;
pub mod engine;
pub mod input;
pub mod invitation;
pub mod net;
pub mod protocol;
pub mod screen;
pub mod session;
pub mod store;
pub mod ui;
