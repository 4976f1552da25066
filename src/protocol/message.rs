//! The messages, each way.
//!
//! Before consent an expert may say only [`ToNovice::Hello`], [`ToNovice::PasswordProof`], [`ToNovice::Ping`] and
//! [`ToNovice::Bye`]; anything else ends the connection.

use serde::{Deserialize, Serialize};

use super::{ControlEnd, ControlRefusal, End, Refusal};
use crate::{
    input::InputEvent,
    screen::{CursorShape, Point},
};

/// The most bytes of a name.
pub const MAX_NAME_BYTES: usize = 128;
/// The most bytes of one chat message.
pub const MAX_CHAT_BYTES: usize = 4096;

/// A chat message: at most [`MAX_CHAT_BYTES`] of any Unicode.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChatText(pub String);

/// What the expert says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ToNovice {
    /// The first words: which invitation, and the proof of its ticket.
    Hello {
        /// The protocol's version, major and minor.
        version: (u16, u16),
        /// The expert's name as they gave it; no proof of anything.
        name: String,
        /// [`crate::invitation::InvitationId`].
        invitation: [u8; 16],
        /// HMAC-SHA-256 of the ticket over the TLS exporter.
        ticket_proof: [u8; 32],
    },
    /// SPAKE2's second half and the confirmation of its key over the TLS exporter.
    PasswordProof {
        /// SPAKE2's message, 33 bytes.
        pake: Vec<u8>,
        /// HMAC-SHA-256.
        confirmation: [u8; 32],
    },
    /// This many updates of the screen have been shown: the count of all up to now.
    Shown(u32),
    /// Words.
    Chat(ChatText),
    /// May I take control?
    AskControl,
    /// I give control back, or take my question back.
    ReleaseControl,
    /// Mouse and keyboard, under the grant with this number; under an older one it is dropped.
    Input {
        /// From [`ToExpert::ControlGranted`].
        grant: u32,
        /// In order.
        events: Vec<InputEvent>,
    },
    /// Answer with [`ToExpert::Pong`].
    Ping(u32),
    /// The answer to [`ToExpert::Ping`].
    Pong(u32),
    /// The last words.
    Bye(End),
}

/// What the novice's computer says. The screen's pixels travel beside these, as [`crate::screen::ScreenUpdate`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ToExpert {
    /// The ticket is right; prove the password: SPAKE2's first half.
    PasswordNeeded {
        /// SPAKE2's message, 33 bytes.
        pake: Vec<u8>,
    },
    /// All is proved; the novice is being asked, and has so long to answer.
    Waiting {
        /// Seconds.
        answer_within_secs: u16,
        /// The novice's confirmation of the password's key, when there was one: HMAC-SHA-256.
        confirmation: Option<[u8; 32]>,
    },
    /// No, and why.
    Refused(Refusal),
    /// Yes: the session begins.
    Accepted {
        /// The novice's name.
        name: String,
        /// Whether this computer allows control at all.
        control_possible: bool,
    },
    /// Words.
    Chat(ChatText),
    /// The pointer's picture, drawn by the expert's side.
    CursorShape(CursorShape),
    /// The pointer is here.
    CursorAt(Point),
    /// Control, yes: input under this number will be done.
    ControlGranted {
        /// Counts the grants of a session from 1.
        grant: u32,
    },
    /// Control, no.
    ControlRefused(ControlRefusal),
    /// Control is over.
    ControlEnded(ControlEnd),
    /// The novice uses mouse or keyboard: the expert's input is held back (true), or no longer (false).
    HeldBack(bool),
    /// One of the events could not be done: over Hulp's own window, or a sign that cannot be typed.
    InputLeftOut {
        /// True when it met a window of Hulp's own.
        own_window: bool,
    },
    /// The picture is paused (true) or goes on (false).
    Paused(bool),
    /// Answer with [`ToNovice::Pong`].
    Ping(u32),
    /// The answer to [`ToNovice::Ping`].
    Pong(u32),
    /// The last words.
    Bye(End),
}
