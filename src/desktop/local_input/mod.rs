//! The novice's own mouse and keys, told apart from what Hulp injects: that is what stops control.

mod judge;
mod ledger;
mod x11;

pub(super) use ledger::{Act, Ledger};
pub(super) use x11::Watcher;
