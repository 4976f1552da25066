//! What the user can see of giving help.

use std::{path::PathBuf, time::Instant};

use chrono::{DateTime, Utc};

use super::{ChatLine, ComputerView, ControlView, Seeing};
use crate::{
    delivery::code::CodeError,
    engine::RemoteScreen,
    net::{Reached, RelayFault},
    session::{ControlEnd, ControlRefusal, End, Refusal},
};

/// This window as the one that gives help.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ExpertView {
    /// No invitation is open.
    #[default]
    Nothing,
    /// A file was opened that is no usable invitation.
    CannotOpen {
        /// Which file.
        path: PathBuf,
        /// Why not.
        fault: OpenFault,
    },
    /// The invitation behind a code is being got.
    Fetching,
    /// There came none.
    NotFetched(FetchFault),
    /// The invitation's page.
    Opened(PaperView),
    /// Connecting with it.
    Connecting {
        /// The invitation.
        paper: PaperView,
        /// A line for each step so far, the last one perhaps under way.
        steps: Vec<(ConnectStep, StepState)>,
        /// The comparison phrase, once there is a connection.
        phrase: Option<String>,
    },
    /// It did not come to a session.
    Failed {
        /// The invitation; one can try again.
        paper: PaperView,
        /// Why.
        why: ExpertEnd,
    },
    /// The console.
    Session(ExpertSessionView),
    /// It was a session, and ended.
    Ended {
        /// The invitation.
        paper: PaperView,
        /// Why.
        why: ExpertEnd,
    },
}

/// Why a code brought no invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FetchFault {
    /// Nothing came.
    Code(CodeError),
    /// What came is no usable invitation.
    Paper(OpenFault),
}

/// Why a file is no usable invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenFault {
    /// It cannot be read; the system's own words.
    Unreadable(String),
    /// It is larger than any invitation.
    TooLarge,
    /// It is no invitation of Hulp's; what is wrong with it.
    NotAnInvitation(String),
    /// It was made by a newer Hulp, of this major version.
    NewerVersion(u32),
    /// It is an invitation of Windows Remote Assistance, which nobody should answer today.
    WindowsRemoteAssistance {
        /// Who asked.
        from: Option<String>,
        /// Until when it held.
        expires: Option<DateTime<Utc>>,
    },
}

/// What the invitation says to its reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperView {
    /// The file that it was read from; a code leaves none.
    pub path: Option<PathBuf>,
    /// Who asks for help.
    pub from: String,
    /// Their words.
    pub message: String,
    /// When it was made.
    pub made: DateTime<Utc>,
    /// Until when it says it holds.
    pub expires: DateTime<Utc>,
    /// Whether a password is needed.
    pub needs_password: bool,
    /// Where there is no invitation, but help is offered to this computer: the rest is empty but for `from`, which is its place or
    /// its user.
    pub computer: Option<ComputerView>,
}

/// A step on the way to a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConnectStep {
    /// Finding out where the computer of this name is.
    LookingUp,
    /// Finding the novice's computer and proving its key.
    Reaching,
    /// Proving ticket and password.
    Checking,
    /// Offering help, to a computer that may take no offers.
    Offering,
    /// The novice is being asked.
    WaitingForAnswer {
        /// The novice's last moment.
        deadline: Instant,
    },
}

/// Where a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Now.
    UnderWay,
    /// Done.
    Done,
}

/// Why it did not come to a session, or why that ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExpertEnd {
    /// None of the addresses answered; how many were tried.
    NotReached {
        /// How many.
        addresses: usize,
        /// Why the way through a relay is closed too, where one was tried.
        relay: Option<RelayFault>,
    },
    /// What was typed is no computer's name or address.
    NoPlace,
    /// No computer has this name; the system's own words.
    NoSuchName(String),
    /// The computer that was met there before had another key, of these words. Nothing was said to it.
    KeyChanged {
        /// The words of the key that is known.
        words: String,
        /// Whether it was met by an address, which a network gives to another computer in time, and not by a name.
        by_address: bool,
    },
    /// Something answered there, but it is not the computer that made the invitation.
    WrongComputer,
    /// The computer there knew the ticket but could not prove the password: not the novice's, or a trick.
    NoviceNotProved,
    /// A password is needed.
    PasswordMissing,
    /// The novice's computer said no.
    Refused(Refusal),
    /// The session ended, or the connection before it.
    Ended(End),
    /// Something of this computer's own failed; its own words.
    Failed(String),
}

/// The console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpertSessionView {
    /// The novice's name.
    pub novice_name: String,
    /// The comparison phrase.
    pub phrase: String,
    /// Their screen.
    pub screen: RemoteScreen,
    /// Whether a pane shows it, so that the window need not.
    pub in_pane: bool,
    /// How often a button went down over the pane while that was watched; with each, the user wants the keyboard there.
    pub pane_pressed: u64,
    /// Whether the novice's computer allows control at all.
    pub control_possible: bool,
    /// The connection broke, and what is shown is old until there is another; then all is over.
    pub reconnecting: Option<Instant>,
    /// Who uses mouse and keyboard; suspended while reconnecting.
    pub control: ControlView,
    /// Why the last question for control was refused, until the next.
    pub control_refused: Option<ControlRefusal>,
    /// How control last ended, until it is granted again.
    pub last_control_end: Option<ControlEnd>,
    /// Something of the input was left out a moment ago.
    pub left_out: Option<LeftOut>,
    /// Whether the novice shows the screen.
    pub seeing: Seeing,
    /// What was said.
    pub chat: Vec<ChatLine>,
    /// The figures.
    pub state: StateLine,
    /// When it began.
    pub since: DateTime<Utc>,
}

impl ExpertSessionView {
    /// Whether the expert's mouse and keyboard reach the novice's computer now.
    pub fn has_control(&self) -> bool {
        matches!(self.control, ControlView::Granted { .. }) && self.reconnecting.is_none()
    }
}

/// Why some input was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// It would have met a window of Hulp's own.
    OwnWindow,
    /// The novice's computer cannot type that sign.
    CannotType,
}

/// The figures of the console's state line, as they are read: whole numbers, which are new only when there is news.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StateLine {
    /// There and back, in milliseconds; held while it only trembles.
    pub round_trip_ms: Option<u32>,
    /// Updates shown in the last second; held while it only trembles.
    pub frames_per_sec: u32,
    /// Thousands of bytes that came in the last second, per second; held while it only trembles.
    pub kb_per_sec: u32,
    /// Whether the picture is the novice's screen to the last bit.
    pub exact: bool,
    /// Which way the connection goes.
    pub reached: Option<Reached>,
}
