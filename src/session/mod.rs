//! The rules of one session, from either side: bytes, clock and the user's verbs in; bytes, events and deadlines out.
//! No IO, no clock, no thread, so that a whole session runs in virtual time.

mod events;

pub use crate::protocol::{
    ControlEnd, ControlRefusal, End, MAX_CHAT_BYTES, MAX_NAME_BYTES, Refusal,
};
pub use events::{ExpertEvent, ExpertSetup, Lookup, LookupFor, NoviceEvent, NoviceSetup, Phrase};
