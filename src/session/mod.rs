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
//! # When the connection breaks
//! A session outlives its connection: both sides tell `Interrupted`, and wait for [`RESUME_TIME`]. The expert's engine connects
//! again and again while [`Expert::needs_connection`], and gives each connection to [`Expert::reconnected`]. On the novice's side every
//! connection is a [`Novice`] of its own; one that tells [`NoviceEvent::ComesBack`] is given to the session's [`Novice::come_back`],
//! which looks at the proof, and takes the place of whatever connection the session had. Only a connection is replaced in this way:
//! what either side ended on purpose is over.
//!
//! Words, answers and stops that were on the way are sent again, and come once. Control stands still, and everything pressed is
//! released. It goes on with the session if neither side ended it meanwhile, as the novice can in each of the three ways: the novice's
//! yes was for this helper and this session, and a Wi-Fi that drops for seconds is no reason to ask again. Keys that were down before
//! are up then. What the novice paused stays paused.
//!
//! [`RESUME_TIME`] counts by the clock that is handed in. Where that stands still while a computer sleeps, so does the waiting; where it
//! leaps, the time is over.
//!
//! # What always holds
//! - Before consent nothing of the other side's is read but the few messages of the handshake, of at most 4 KiB.
//! - No answer is no: to consent, and to control.
//! - Nothing that the other side sends panics, blocks or takes more than a bounded amount of memory; what is against the rules ends the
//!   connection, and an event says what it was.
//! - A stop takes effect in the call that makes it: input that was read and not yet given out is dropped.
//! - An update of the screen is sent whole and in order or its connection is over; while paused, none of it leaves.
//! - Without a connection nothing is seen and no input is done.

mod admission;
mod alive;
mod chat;
mod control;
mod error;
mod events;
mod expert;
mod flow;
mod handshake;
mod kept;
mod line;
mod name;
mod novice;
mod pace;
mod phrase;
mod resume;

pub use crate::protocol::{
    ControlEnd, ControlRefusal, End, MAX_CHAT_BYTES, MAX_NAME_BYTES, Refusal,
};
pub use control::{CONTROL_PATIENCE, QUESTION_PAUSE, QUESTION_PEACE};
pub use error::{Breach, ChatError, NotDue};
pub use events::{
    ExpertEvent, ExpertSetup, Lookup, LookupFor, NoviceEvent, NoviceSetup, OfferSetup, Phrase,
};
pub use expert::Expert;
pub use novice::{CONSENT_PATIENCE, HANDSHAKE_PATIENCE, Novice, WRONG_PASSWORD_PAUSE};
pub use resume::{Comeback, RESUME_TIME, SessionSecret};
