//! An invitation behind a short code, read out over the telephone: `5-001-997`.
//!
//! Both sides meet in a mailbox of a magic-wormhole server, by the public mailbox protocol, and prove to each other by
//! SPAKE2 that they know the code; only then does the invitation travel, sealed, as the text message of
//! `wormhole send --text`. So the Python client gives and takes invitations too. The server sees who connects and when,
//! and neither code nor invitation.
//!
//! A code stands one guess: whoever tries a wrong one has used it up, and both sides know. What the other side, the
//! server or whoever sits between sends is hostile until it is sealed with the right key, and small afterwards too.
//!
//! [`Dialogue`] is the protocol, without IO and clock; [`give`] and [`take`] carry it over a WebSocket.

mod dialogue;
mod error;
mod line;
mod mailbox;
mod number;
mod run;
mod seal;

#[cfg(test)]
mod tests;

pub use dialogue::{Dialogue, Output};
pub use error::CodeError;
pub use line::is_mailbox_address;
pub use number::Code;
pub use run::{give, greet, take};

/// The application's name in the mailbox server, and in the key: the one of `wormhole send`, so that it can be answered.
const APP_ID: &str = "lothar.com/wormhole/text-or-file-xfer";

/// The most bytes of one message of the server's. An invitation has 64 KiB at most, grows threefold in JSON that knows
/// ASCII only, and twofold in hexadecimal.
pub const MAX_MESSAGE_BYTES: usize = 512 * 1024;
/// The most messages of the server's for one code; a talk has about twenty.
pub const MAX_MESSAGES: usize = 500;
/// The most messages of the other side's that wait for their turn.
const MAX_HELD: usize = 4;
