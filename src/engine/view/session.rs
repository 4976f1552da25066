//! What either side can see of a session.

use std::time::Instant;

use chrono::{DateTime, Utc};

/// Whether the screen is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seeing {
    /// Now.
    Yes,
    /// Not while it is paused.
    Paused,
}

/// Who uses mouse and keyboard, on either side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ControlView {
    /// The novice alone.
    #[default]
    None,
    /// The expert asked.
    Asked {
        /// This question's number.
        question: u64,
        /// Then the answer is no.
        deadline: Instant,
    },
    /// Both.
    Granted {
        /// Whether the expert's input is held back because the novice moves.
        held_back: HeldBack,
    },
}

/// Whether the expert's input is held back because the novice uses mouse or keyboard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HeldBack {
    /// It is.
    Yes,
    /// It is not.
    #[default]
    No,
}

/// A line of the chat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChatLine {
    /// Whose words.
    pub from: FromWhom,
    /// Any Unicode, over several lines perhaps.
    pub text: String,
    /// When it was said or came.
    pub at: DateTime<Utc>,
}

/// Whose words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FromWhom {
    /// This side's user.
    Me,
    /// The other side's.
    Other,
}
