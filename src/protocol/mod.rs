//! The wire: what the two computers say to each other, as bytes. Pure.
//!
//! # Frames
//! Inside TLS 1.3, each way, a stream of frames:
//!
//! | bytes | what |
//! |---|---|
//! | 1 | kind: 1 a message, 2 a chunk of a screen update, 3 the last chunk of one |
//! | 3 | length of the body, big endian |
//! | length | the body |
//!
//! A **message** is one [`ToNovice`] or [`ToExpert`] in [postcard](https://postcard.jamesmunns.com/wire-format)'s form, with nothing
//! after it, at most [`MAX_MESSAGE_BYTES`]; before consent at most [`MAX_HANDSHAKE_BYTES`]. A **screen update** goes as chunks of at
//! most [`CHUNK_BYTES`], one update after the other; only the last chunk of an update may be empty. Messages stand between the
//! chunks wherever they like, so that chat, input and a stop never wait for a picture.
//!
//! # Order
//! ```text
//!  expert                                                        novice
//!    Hello (version, name, invitation, proof of the ticket)  ->
//!                                                            <-  PasswordNeeded (SPAKE2)         with a password
//!    PasswordProof (SPAKE2, confirmation)                    ->
//!                                                            <-  Waiting (confirmation)          all is proved
//!                                                            <-  Accepted (name)                 the novice said yes
//!    Shown, Chat, AskControl, ReleaseControl, Input          <>  updates, cursor, Chat, ControlGranted ..
//!    Bye                                                     <>  Bye
//! ```
//! Whoever offers help without an invitation asks for one first, on the connection that it is for:
//! ```text
//!    Offer (version, name, card)                             ->
//!                                                            <-  Waiting                         on the list; the novice is asked
//!                                                            <-  Invited (invitation, ticket)    the novice said yes
//!    Hello, and on as above; the novice is not asked again   ->
//! ```
//! When the connection broke, and was not ended by a `Bye`, the session goes on over the next one:
//! ```text
//!    Resume (session, proof of its secret, count)            ->
//!                                                            <-  Resumed (proof, count)          or Refused
//!    what had not come, then as before                       <>  what had not come, a whole new picture, then as before
//! ```
//! Chat, everything about control, pauses and addresses are *kept* ([`Message::is_kept`]) until the other side said `Got`: both count
//! them, in the manner of XEP-0198, so that none is lost or comes twice. Input is never sent again.
//!
//! At any moment before `Accepted` the novice may answer `Refused` and close. `Ping` is answered with `Pong` at all times. The expert
//! pings from the first moment, or from `Resumed` on, the novice from the session's beginning. At most [`MAX_UNACKNOWLEDGED`] updates are sent beyond the last `Shown`.
//!
//! # Versions
//! [`VERSION`] is said in `Hello` and in `Offer` (since 2.1), which have the same form in every version. Another major version is refused. A higher minor version may
//! only use what the other side's minor version knows.
//!
//! # Limits
//! [`FrameReader`] checks kind and length as soon as a header is there, before it keeps a byte of the body, and every field after decoding.
//! It keeps at most one message and one update. [`FrameWriter`] keeps at most [`MAX_WAITING_BYTES`] of messages and one update.

mod checks;
mod cursor_bytes;
mod error;
mod frame;
mod message;
mod reader;
mod reasons;
mod writer;

pub use crate::invitation::MAX_NAME_BYTES;
pub use checks::Message;
pub use error::{QueueFull, WireError};
pub use frame::{
    CHUNK_BYTES, MAX_HANDSHAKE_BYTES, MAX_KEPT_BYTES, MAX_MESSAGE_BYTES, MAX_UNACKNOWLEDGED,
    MAX_WAITING_BYTES, VERSION,
};
pub use message::{
    ChatText, MAX_ADDRESSES, MAX_CHAT_BYTES, MAX_INPUT_EVENTS, PakeMessage, Ticket, ToExpert,
    ToNovice,
};
pub use reader::{Frame, FrameReader, Limits};
pub use reasons::{ControlEnd, ControlRefusal, End, Refusal};
pub use writer::FrameWriter;
