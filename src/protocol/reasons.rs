//! Why something was refused or ended: each its own value on the wire, so that each gets its own sentence.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Why the novice's computer did not let the expert in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// No such invitation was made here, or the ticket is not its own (never told apart).
    Unknown,
    /// Its time ran out, then.
    Expired(DateTime<Utc>),
    /// The novice took it back.
    Withdrawn,
    /// Somebody else came with it and is here.
    AlreadyInUse,
    /// A session came of it and was ended; it serves once.
    AlreadyUsed,
    /// The password is wrong; so many tries are left.
    WrongPassword {
        /// Tries left.
        attempts_left: u8,
    },
    /// Too many wrong passwords, or too often declined: it ended itself.
    Voided,
    /// The novice's settings, or the administrator's, do not allow it.
    PolicyForbids,
    /// Another helper is with the novice.
    Busy,
    /// The novice said no.
    Declined,
    /// The novice did not answer in time.
    NoAnswer,
    /// The novice's Hulp speaks another major version of this protocol.
    Version {
        /// The novice's.
        novice: u16,
        /// The expert's, as the novice heard it.
        expert: u16,
    },
    /// The novice's computer cannot show its screen.
    CannotShare,
    /// The expert's side broke the rules of this protocol.
    Protocol,
    /// The session that was to go on is over, or never was.
    SessionOver,
    /// The novice's computer takes no offers of help, or none of this helper's (never told apart).
    NotOnList,
    /// The novice said no to this helper's offer not long ago.
    TooSoon {
        /// So long it takes until another offer of theirs is heard.
        wait_secs: u32,
    },
}

/// Why a session ended that had begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum End {
    /// The novice clicked Disconnect.
    NoviceLeft,
    /// The expert clicked Disconnect.
    ExpertLeft,
    /// The novice's Hulp was closed.
    NoviceClosed,
    /// The expert's Hulp was closed.
    ExpertClosed,
    /// The novice let the invitation expire.
    Withdrawn,
    /// The line broke, or the other side fell silent.
    LineBroke,
    /// The novice's screen could not be captured any more.
    ScreenLost,
    /// The other side broke the rules of this protocol.
    Protocol,
    /// The novice's administrator does not allow it any more.
    PolicyForbids,
    /// The expert offered help, and is not on the list of helpers any more.
    NotOnList,
}

/// Why the expert's control ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ControlEnd {
    /// The novice pressed Escape.
    Escape,
    /// The novice pressed Ctrl+C.
    CtrlC,
    /// The novice clicked Stop control.
    StopButton,
    /// The novice paused the session.
    Paused,
    /// The expert clicked Release control.
    Released,
    /// The novice's computer could not inject input.
    CannotInject,
    /// The novice's settings, or the administrator's, do not allow it any more.
    PolicyForbids,
}

/// Why the expert did not get control.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ControlRefusal {
    /// The novice said no.
    Declined,
    /// The novice did not answer in time.
    NoAnswer,
    /// The novice's settings, or the administrator's, do not allow it.
    PolicyForbids,
    /// The session is paused.
    Paused,
    /// This system lets nobody move its mouse.
    CannotInject,
}
