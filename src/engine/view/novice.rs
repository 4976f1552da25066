//! What the user can see of getting help.

use std::{path::PathBuf, time::Instant};

use chrono::{DateTime, Utc};

use super::{
    ChatLine, CodeView, ControlView, HelpersView, InvitationRow, InviteView, MailTest, MailView,
    OfferedView, Seeing,
};
use crate::{
    desktop::StopKeys,
    invitation::{InvitationId, SentHow},
    net::RelayWay,
    session::{ControlEnd, End},
    store::PasswordKept,
};

/// This computer as the one that gets help.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoviceView {
    /// Whether helpers can reach it.
    pub listen: ListenView,
    /// Which ways lead to it, while it listens.
    pub ways: WaysView,
    /// Every invitation, newest first.
    pub invitations: Vec<InvitationRow>,
    /// What became of the last [`crate::engine::Command::Invite`].
    pub invite: InviteView,
    /// The code that stands for an invitation now.
    pub code: Option<CodeView>,
    /// What became of the last [`crate::engine::Command::SaveAgain`]: the invitation, and the error's text if it failed.
    pub saved_again: Option<(InvitationId, Result<PathBuf, String>)>,
    /// What became of the last e-mail with an invitation.
    pub mail: Option<MailView>,
    /// What became of the last test message.
    pub mail_test: MailTest,
    /// Where the last password for a mail server was kept.
    pub mail_password: Option<PasswordKept>,
    /// Where the last password for a proxy was kept.
    pub proxy_password: Option<PasswordKept>,
    /// Who may offer help.
    pub helpers: HelpersView,
    /// Offers of help are heard here: in this process, from whoever is on the list.
    pub takes_offers: bool,
    /// A helper who wants to come in; goes before every other page.
    pub consent: Option<ConsentView>,
    /// A helper who is here.
    pub session: Option<NoviceSessionView>,
    /// How the last session ended, until it was read.
    pub ended: Option<NoviceEnd>,
}

/// Whether helpers can reach this computer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ListenView {
    /// No invitation is open, so nothing listens.
    #[default]
    Off,
    /// It listens on this TCP port.
    On {
        /// The port.
        port: u16,
    },
    /// It cannot listen; the system's own words.
    Failed(String),
    /// Another Hulp of this user owns the novice's side; this one only gives help.
    OwnedByAnother,
}

/// Which ways lead to this computer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WaysView {
    /// `same network`: it has an address there.
    pub same_network: bool,
    /// `internet directly`.
    pub directly: DirectWay,
    /// `internet through a relay`.
    pub relay: RelayWay,
}

/// Whether helpers on the internet reach this computer directly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DirectWay {
    /// They do not.
    #[default]
    Closed,
    /// The router is asked.
    Looking,
    /// This computer has an address on the internet; whether something between here and there lets them through, nobody knows.
    Perhaps,
    /// They do, through a port that the router opened.
    Open,
}

/// `May someone see your screen?`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsentView {
    /// This question's number.
    pub question: u64,
    /// The helper's name as given.
    pub helper_name: String,
    /// Whether the helper's computer was here before.
    pub standing: HelperStanding,
    /// How they were invited: one of these ways; none where they offer help.
    pub sent: Vec<SentHow>,
    /// Whether it is the computer on which a contact accepted.
    pub expected_key: ExpectedKey,
    /// Where the helper was not invited, but offers help.
    pub offered: Option<OfferedView>,
    /// The comparison phrase.
    pub phrase: String,
    /// Then the answer is no.
    pub deadline: Instant,
}

/// Whether a helper's computer is the one on which a contact accepted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ExpectedKey {
    /// No contact did.
    #[default]
    None,
    /// It has the key that the contact's Hulp told.
    Same,
    /// It has another one.
    Other,
}

/// Whether a helper's computer was here before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelperStanding {
    /// Never.
    New,
    /// So often, last then, under this name.
    Known {
        /// Sessions so far.
        sessions: u32,
        /// The last one.
        last: DateTime<Utc>,
        /// The name it gave then.
        name_then: String,
    },
}

/// A helper who is here, as the novice sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoviceSessionView {
    /// The helper's name.
    pub helper_name: String,
    /// The comparison phrase.
    pub phrase: String,
    /// Whether the screen is seen.
    pub seeing: Seeing,
    /// The connection broke; nothing is seen or done until there is another, and then all is over.
    pub reconnecting: Option<Instant>,
    /// Who uses mouse and keyboard; suspended while reconnecting.
    pub control: ControlView,
    /// How control last ended, until it is granted again.
    pub last_control_end: Option<ControlEnd>,
    /// Where Escape and Ctrl+C work.
    pub stop_keys: StopKeys,
    /// What was said.
    pub chat: Vec<ChatLine>,
    /// When it began.
    pub since: DateTime<Utc>,
}

/// How a session ended for the novice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoviceEnd {
    /// The helper's name.
    pub helper_name: String,
    /// Why.
    pub end: End,
    /// How long the screen was seen, in seconds.
    pub seen_secs: u64,
    /// How long of that the helper had control, in seconds.
    pub controlled_secs: u64,
    /// So often the helper asked for control and did not get it.
    pub control_refused: u32,
    /// So often the novice paused.
    pub pauses: u32,
    /// So often the connection broke.
    pub breaks: u32,
    /// Chat messages of the novice's.
    pub novice_messages: u32,
    /// Chat messages of the helper's.
    pub helper_messages: u32,
    /// The log's first line about this visit.
    pub first_line: Option<u64>,
    /// The helper had offered help, and no invitation is left.
    pub by_offer: bool,
}
