//! The pages of the one who gets help.

pub mod consent;
pub mod control;
pub mod ended;
pub mod guard;
pub mod invite;
pub mod mail;
pub mod session;
pub mod status;
pub mod waiting;
