//! The pages of the one who gets help.

pub mod code;
pub mod consent;
mod contact;
pub mod control;
pub mod ended;
pub mod guard;
pub mod invite;
pub mod mail;
pub mod offer;
mod organisation;
mod resend;
pub mod session;
pub mod status;
pub mod waiting;
mod way;
mod who_called;
