//! The messages, each way.
//!
//! Before consent an expert may say only [`ToNovice::Hello`], [`ToNovice::Offer`], [`ToNovice::Resume`],
//! [`ToNovice::PasswordProof`], [`ToNovice::Ping`] and [`ToNovice::Bye`]; anything else ends the connection.
//!
//! Every question for control has a number of its own, and a grant bears the number of its question. So whatever
//! crosses on the line (a grant and a change of mind, a stop and the last strokes) is known by its number and harmless.

use core::net::SocketAddr; // an address is data; sockets are not for here
use std::{fmt, sync::Arc};

use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::{ControlEnd, ControlRefusal, End, Refusal};
use crate::{
    input::InputEvent,
    screen::{CursorShape, Point},
};

/// The most bytes of one chat message.
pub const MAX_CHAT_BYTES: usize = 4096;

/// The most events in one [`ToNovice::Input`].
pub const MAX_INPUT_EVENTS: usize = 256;

/// The most addresses in one [`ToExpert::Addresses`].
pub const MAX_ADDRESSES: usize = 16;

/// A chat message: not empty, at most [`MAX_CHAT_BYTES`] of any Unicode.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChatText(pub String);

/// One half of SPAKE2's exchange, as the `spake2` crate writes it: 33 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PakeMessage {
    side: u8,
    element: [u8; 32],
}

/// The ticket of an invitation, for the one who may have it. Silent in logs, wiped from memory.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
pub struct Ticket(pub [u8; 32]);

impl fmt::Debug for Ticket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ticket(..)")
    }
}

impl PakeMessage {
    /// From SPAKE2's own bytes; `None` when they are not 33.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (side, element) = bytes.split_first()?;
        Some(Self {
            side: *side,
            element: element.try_into().ok()?,
        })
    }

    /// SPAKE2's own bytes.
    pub fn to_bytes(self) -> [u8; 33] {
        let mut bytes = [self.side; 33];
        bytes[1..].copy_from_slice(&self.element);
        bytes
    }
}

/// What the expert says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ToNovice {
    /// The first words: which invitation, and the proof of its ticket. The one message that has this form in every version
    /// of the protocol, so that a version can always be told.
    Hello {
        /// The protocol's version, major and minor: [`super::VERSION`].
        version: (u16, u16),
        /// The expert's name as they gave it; no proof of anything. At most [`super::MAX_NAME_BYTES`].
        name: String,
        /// [`crate::invitation::InvitationId`].
        invitation: [u8; 16],
        /// HMAC-SHA-256 of the ticket over the TLS exporter.
        ticket_proof: [u8; 32],
    },
    /// SPAKE2's second half and the confirmation of its key over the TLS exporter.
    PasswordProof {
        /// SPAKE2's message.
        pake: PakeMessage,
        /// HMAC-SHA-256 of SPAKE2's key over the expert's role and the TLS exporter.
        confirmation: [u8; 32],
    },
    /// This many updates of the screen have been shown: the count of all up to now.
    Shown(u32),
    /// Words.
    Chat(ChatText),
    /// May I take control? Only when no question is open and no grant holds.
    AskControl {
        /// Higher than that of every question before; the first is 1.
        question: u32,
    },
    /// I take my question back, or give back the control that it brought.
    ReleaseControl {
        /// Which.
        question: u32,
    },
    /// Mouse and keyboard, under the grant with this number; under an older one it is dropped.
    Input {
        /// From [`ToExpert::ControlGranted`].
        grant: u32,
        /// In order; 1 to [`MAX_INPUT_EVENTS`].
        events: Vec<InputEvent>,
    },
    /// Answer with [`ToExpert::Pong`].
    Ping(u32),
    /// The answer to [`ToExpert::Ping`].
    Pong(u32),
    /// The last words.
    Bye(End),
    /// The first words on a new connection of a session whose connection broke.
    Resume {
        /// Which session: both derived its name in the first handshake.
        session: [u8; 16],
        /// HMAC-SHA-256 of the session's secret over the expert's role and this connection's TLS exporter.
        proof: [u8; 32],
        /// So many of the kept messages have come: the novice sends those that follow.
        received: u64,
    },
    /// So many of the kept messages have come: the count of all up to now.
    Got(u64),
    /// The first words of whoever offers help without an invitation: a request for one.
    Offer {
        /// As in [`ToNovice::Hello`].
        version: (u16, u16),
        /// The expert's name as they gave it; no proof of anything, and not shown.
        name: String,
        /// A card that an organisation signed ([`crate::invitation::HelperCard::read`]), where the expert has one. At most
        /// [`crate::invitation::MAX_CARD_BYTES`].
        card: Option<String>,
    },
}

/// What the novice's computer says. The screen's pixels travel beside these, as [`crate::screen::ScreenUpdate`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ToExpert {
    /// The ticket is right; prove the password: SPAKE2's first half.
    PasswordNeeded {
        /// SPAKE2's message.
        pake: PakeMessage,
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
    CursorShape(#[serde(with = "super::cursor_bytes")] Arc<CursorShape>),
    /// The pointer is here.
    CursorAt(Point),
    /// Control, yes: input under this number will be done.
    ControlGranted {
        /// The number of the question.
        grant: u32,
    },
    /// Control, no.
    ControlRefused {
        /// The number of the question.
        question: u32,
        /// Why.
        why: ControlRefusal,
    },
    /// Control is over.
    ControlEnded {
        /// Which grant.
        grant: u32,
        /// Why.
        why: ControlEnd,
    },
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
    /// The session goes on: the answer to [`ToNovice::Resume`].
    Resumed {
        /// HMAC-SHA-256 of the session's secret over the novice's role and this connection's TLS exporter.
        proof: [u8; 32],
        /// So many of the kept messages have come: the expert sends those that follow.
        received: u64,
    },
    /// So many of the kept messages have come: the count of all up to now.
    Got(u64),
    /// Should the connection break, this computer can be reached here: at most [`MAX_ADDRESSES`], in place of those before.
    Addresses(Vec<SocketAddr>),
    /// The novice said yes to an offer: an invitation for this connection alone. It is answered with [`ToNovice::Hello`].
    Invited {
        /// [`crate::invitation::InvitationId`].
        invitation: [u8; 16],
        /// Its ticket.
        ticket: Ticket,
    },
}
