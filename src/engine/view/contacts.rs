//! The user's contacts, and the calls that go out and come in.

use std::{sync::Arc, time::Duration};

use crate::{
    delivery::contact::{Address, ContactError, People, RingId},
    invitation::InvitationId,
    store::PasswordKept,
};

/// The user's contacts, and the calls that go out and come in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContactsView {
    /// How the line to the contact server is.
    pub line: ContactLine,
    /// Who is there.
    pub people: Arc<People>,
    /// Who calls, oldest first; the first goes before every page but consent.
    pub rings: Vec<RingView>,
    /// The last call of the user's.
    pub call: Option<CallView>,
    /// The last change of the list that did not work.
    pub trouble: Option<ContactError>,
    /// Where the password was kept, once it was proved right.
    pub password: Option<PasswordKept>,
}

/// How the line to the contact server is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ContactLine {
    /// Nobody is signed in.
    #[default]
    SignedOut,
    /// The password is looked for where the system keeps it, and was not found yet.
    LookingForPassword,
    /// It was not found: the user has to type it.
    NeedsPassword,
    /// On the way.
    Connecting,
    /// Signed in.
    Online,
    /// Lost, or not found; it is tried again by itself after this time.
    Lost(ContactError, Duration),
    /// Given up until the user changes something.
    Refused(ContactError),
    /// The administrator's policy does not let contacts be used.
    NotAllowed,
}

/// Somebody calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RingView {
    /// Which call.
    pub id: RingId,
    /// How the user calls them.
    pub name: String,
    /// Their address, for which their server vouches.
    pub address: Address,
    /// Whether it is a contact; else a stranger.
    pub is_contact: bool,
    /// What they want.
    pub wants: RingWants,
}

/// What a caller wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RingWants {
    /// Help; and the words with it, which may be empty.
    Help(String),
    /// To help the user.
    Helping,
}

/// A call of the user's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallView {
    /// With which invitation; none when help is offered.
    pub invitation: Option<InvitationId>,
    /// Whom.
    pub to: Address,
    /// How the user calls them.
    pub name: String,
    /// Where it stands.
    pub state: CallState,
}

/// Where a call stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CallState {
    /// It rings there.
    Ringing,
    /// Yes.
    Accepted,
    /// No.
    Declined,
    /// Nobody answered, for [`crate::delivery::contact::RING_SECS`] seconds.
    NoAnswer,
    /// It did not get there.
    Failed(ContactError),
    /// The user took it back.
    TakenBack,
}
