//! What another start of the program wants of this one's window.

use serde::{Deserialize, Serialize};

/// What another start of the program wants of this one's window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SummonsView {
    /// Grows with each: then the window comes to the front.
    pub number: u64,
    /// At this page, where one is named.
    pub page: Option<StartPage>,
}

/// A page that a start of the program wants, of its own window or of the one that is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StartPage {
    /// The two choices.
    #[default]
    Home,
    /// `Invite someone to help`.
    Invite,
    /// `Open an invitation`.
    Open,
    /// `Enter a code`.
    Code,
    /// `Waiting for your helper`: an invitation has been asked for.
    Waiting,
    /// `Invitation status`.
    Status,
    /// `Offer help to a computer`.
    Offer,
    /// `Log`.
    Log,
    /// `Settings`.
    Settings,
    /// `Check this computer`, which begins at once.
    Check,
    /// The expert's page, where a file is being opened: in a window of its own, so that nobody asks it of another.
    #[serde(skip)]
    Expert,
}
