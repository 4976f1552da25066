//! The wire: what the two computers say to each other, as bytes. Pure.

mod message;
mod reasons;

pub use message::{ChatText, MAX_CHAT_BYTES, MAX_NAME_BYTES, ToExpert, ToNovice};
pub use reasons::{ControlEnd, ControlRefusal, End, Refusal};
