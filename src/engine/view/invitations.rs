//! What the user can see of their invitations.

use std::{net::SocketAddr, path::PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    delivery::code::CodeError,
    engine::Secret,
    invitation::{InvitationId, InvitationState, SentHow},
};

/// A row of `Invitation status`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitationRow {
    /// Which.
    pub id: InvitationId,
    /// How it went out, and where to: at least one way, the latest last.
    pub sent: Vec<SentHow>,
    /// When it was made.
    pub made: DateTime<Utc>,
    /// When it ends.
    pub expires: DateTime<Utc>,
    /// Where it stands.
    pub state: InvitationState,
    /// The novice's words.
    pub message: String,
    /// Whether it has a password.
    pub has_password: bool,
    /// Where it said that this computer can be reached.
    pub addresses: Vec<SocketAddr>,
}

/// What became of the last request to make an invitation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum InviteView {
    /// None was made.
    #[default]
    Nothing,
    /// It is being made.
    Working,
    /// It is saved, and waits.
    Saved {
        /// Which.
        id: InvitationId,
        /// Where.
        path: PathBuf,
        /// Until when.
        expires: DateTime<Utc>,
    },
    /// It waits behind a code: [`super::NoviceView::code`].
    Coded {
        /// Which.
        id: InvitationId,
        /// Until when.
        expires: DateTime<Utc>,
    },
    /// It is made, and goes out by e-mail: [`super::NoviceView::mail`] tells how.
    Mailed {
        /// Which.
        id: InvitationId,
        /// Until when.
        expires: DateTime<Utc>,
    },
    /// It is made, and a contact is called with it: [`super::ContactsView::call`] tells how.
    Called {
        /// Which.
        id: InvitationId,
        /// Until when.
        expires: DateTime<Utc>,
    },
    /// It was not made.
    Failed(InviteFault),
}

impl InviteView {
    /// Whether an invitation came of it, that waits.
    pub fn waits(&self) -> bool {
        matches!(
            self,
            Self::Saved { .. } | Self::Coded { .. } | Self::Mailed { .. } | Self::Called { .. }
        )
    }
}

/// A code that stands for an invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeView {
    /// Which.
    pub invitation: InvitationId,
    /// Where it stands.
    pub state: CodeState,
}

/// Where a code stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodeState {
    /// The mailbox server is asked.
    Making {
        /// Why the one before is used up, where there was one.
        why: Option<CodeError>,
    },
    /// It can be read out.
    Ready {
        /// Grouped as it is read: `5-001-997`.
        code: Secret,
        /// Why the one before is used up, where there was one.
        why: Option<CodeError>,
    },
    /// The helper has the invitation, and the code is used up.
    Given,
    /// There is none; the invitation waits nevertheless.
    Failed(CodeError),
}

/// Why an invitation was not made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum InviteFault {
    /// The user's settings do not allow invitations.
    NotAllowed,
    /// The administrator's policy does not allow invitations.
    PolicyForbids,
    /// It does not let them travel this way.
    WayForbidden,
    /// The lifetime is nothing, or over the longest allowed.
    Lifetime {
        /// The longest allowed, in seconds.
        longest_secs: u64,
    },
    /// The name is empty or too long.
    Name,
    /// The message is too long.
    Message,
    /// The password is too short; it needs so many characters.
    PasswordTooShort(usize),
    /// The password stands in the name or the message, and would travel with the invitation.
    PasswordInWords,
    /// The e-mail address is none.
    To,
    /// The file could not be written; the system's own words.
    File(String),
    /// No port could be opened; the system's own words.
    Listen(String),
    /// The store could not keep it; the system's own words.
    Store(String),
    /// Another Hulp of this user owns the novice's side.
    OwnedByAnother,
}
