//! The rules of one session, from either side: bytes, clock and the user's verbs in; bytes, events and deadlines out.
//! No IO, no clock, no thread, so that a whole session runs in virtual time.
//!
//! # How to drive one
//! [`Novice`] and [`Expert`] are driven alike. After every call drain both queues:
//! ```text
//! on bytes from the line        side.handle_bytes(now, bytes)
//! when the line is closed       side.handle_closed(now)
//! at side.poll_timeout()        side.handle_timeout(now)
//! on a word of the user's       side.accept(now), side.chat(now, text), ..
//!
//! then    while let Some(event) = side.poll_event() { .. }
//!         while the line takes more, and let Some(bytes) = side.poll_transmit() { write them }
//!         if side.is_closed() { write what is left, close the line }
//! ```
//! Hand over bytes that are there before calling `handle_timeout`: a computer that was busy for long is not a line that broke.
//! Take from `poll_transmit` only what the line takes at once: what lies in a buffer below can no longer be passed by a stop.
//!
//! # What always holds
//! - Before consent nothing of the other side's is read but the few messages of the handshake, of at most 4 KiB.
//! - No answer is no: to consent, and to control.
//! - Nothing that the other side sends panics, blocks or takes more than a bounded amount of memory; what is against the rules ends the
//!   connection, and an event says what it was.
//! - A stop takes effect in the call that makes it: input that was read and not yet given out is dropped.
//! - An update of the screen is sent whole and in order or the session is over; while paused, none of it leaves.

mod admission;
mod alive;
mod chat;
mod control;
mod error;
mod events;
mod expert;
mod flow;
mod handshake;
mod line;
mod name;
mod novice;
mod pace;
mod phrase;

pub use crate::protocol::{
    ControlEnd, ControlRefusal, End, MAX_CHAT_BYTES, MAX_NAME_BYTES, Refusal,
};
pub use control::{CONTROL_PATIENCE, QUESTION_PAUSE, QUESTION_PEACE};
pub use error::{Breach, ChatError, NotDue};
pub use events::{ExpertEvent, ExpertSetup, Lookup, LookupFor, NoviceEvent, NoviceSetup, Phrase};
pub use expert::Expert;
pub use novice::{CONSENT_PATIENCE, HANDSHAKE_PATIENCE, Novice, WRONG_PASSWORD_PAUSE};
