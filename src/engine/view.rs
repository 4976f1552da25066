//! All that a user can see: plain data, made by the engine, painted by the window. Sentences are the window's.

mod contacts;
mod mail;

use std::{net::SocketAddr, path::PathBuf, time::Instant};

use chrono::{DateTime, Utc};

pub use contacts::{CallState, CallView, ContactLine, ContactsView, RingView, RingWants};
pub use mail::{MailState, MailTest, MailView};

use super::{RemoteScreen, Secret};
use crate::{
    delivery::code::CodeError,
    desktop::StopKeys,
    invitation::{InvitationId, InvitationState, SentHow},
    net::{Reached, RelayFault, RelayWay},
    session::{ControlEnd, ControlRefusal, End, Refusal},
    store::{ContactSettings, EmailSettings, PasswordKept, Relays},
};

/// All of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// This computer as the one that gets help.
    pub novice: NoviceView,
    /// This window as the one that gives help.
    pub expert: ExpertView,
    /// The user's contacts.
    pub contacts: ContactsView,
    /// The user's settings.
    pub settings: SettingsView,
}

impl View {
    /// Whether at most the figures of the expert's session have changed since.
    pub fn differs_in_figures_only(&self, before: &Self) -> bool {
        if std::ptr::eq(self, before) {
            return true;
        }
        let mut now = self.clone();
        if let (ExpertView::Session(now), ExpertView::Session(before)) =
            (&mut now.expert, &before.expert)
        {
            now.state = before.state;
        }
        now == *before
    }
}

/// This computer as the one that gets help.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoviceView {
    /// Whether helpers can reach it.
    pub listen: ListenView,
    /// Which ways lead to it, while it listens.
    pub ways: WaysView,
    /// Every invitation, newest first.
    pub invitations: Vec<InvitationRow>,
    /// What became of the last [`super::Command::Invite`].
    pub invite: InviteView,
    /// The code that stands for an invitation now.
    pub code: Option<CodeView>,
    /// What became of the last [`super::Command::SaveAgain`]: the invitation, and the error's text if it failed.
    pub saved_again: Option<(InvitationId, Result<PathBuf, String>)>,
    /// What became of the last e-mail with an invitation.
    pub mail: Option<MailView>,
    /// What became of the last test message.
    pub mail_test: MailTest,
    /// Where the last password for a mail server was kept.
    pub mail_password: Option<PasswordKept>,
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
    /// It waits behind a code: [`NoviceView::code`].
    Coded {
        /// Which.
        id: InvitationId,
        /// Until when.
        expires: DateTime<Utc>,
    },
    /// It is made, and goes out by e-mail: [`NoviceView::mail`] tells how.
    Mailed {
        /// Which.
        id: InvitationId,
        /// Until when.
        expires: DateTime<Utc>,
    },
    /// It is made, and a contact is called with it: [`ContactsView::call`] tells how.
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InviteFault {
    /// Settings or policy forbid invitations.
    NotAllowed,
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

/// `May someone see your screen?`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsentView {
    /// This question's number.
    pub question: u64,
    /// The helper's name as given.
    pub helper_name: String,
    /// Whether the helper's computer was here before.
    pub standing: HelperStanding,
    /// How they were invited: one of these ways.
    pub sent: Vec<SentHow>,
    /// Whether it is the computer on which a contact accepted.
    pub expected_key: ExpectedKey,
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
}

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
}

/// A step on the way to a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConnectStep {
    /// Finding the novice's computer and proving its key.
    Reaching,
    /// Proving ticket and password.
    Checking,
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

/// The user's settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsView {
    /// The name that others see.
    pub name: String,
    /// `Allow invitations from this computer`.
    pub allow_invitations: bool,
    /// `Allow this computer to be controlled`.
    pub allow_control: bool,
    /// `Show a coloured edge around the screen while it is seen`.
    pub show_edge: bool,
    /// `Longest lifetime` of an invitation, in seconds.
    pub longest_lifetime_secs: u64,
    /// The TCP port to listen on, where it is free.
    pub port: u16,
    /// `Server for codes`: the address of a mailbox server.
    pub mailbox: String,
    /// How invitations go out by e-mail.
    pub email: EmailSettings,
    /// `Ask the router to open a port`.
    pub map_port: bool,
    /// `Relay`: which ones are used.
    pub relays: Relays,
    /// The address of one's own relay.
    pub relay: String,
    /// Its token; empty where it asks for none.
    pub relay_token: Secret,
    /// The HTTP proxy that leads to the relay; empty for the environment's, `none` for none.
    pub proxy: String,
    /// The account at a contact server.
    pub contacts: ContactSettings,
}

impl Default for SettingsView {
    fn default() -> Self {
        Self {
            name: String::new(),
            allow_invitations: true,
            allow_control: true,
            show_edge: true,
            longest_lifetime_secs: 30 * 24 * 60 * 60,
            port: 4857,
            mailbox: crate::store::PUBLIC_MAILBOX.to_owned(),
            email: EmailSettings::default(),
            map_port: true,
            relays: Relays::default(),
            relay: String::new(),
            relay_token: Secret::default(),
            proxy: String::new(),
            contacts: ContactSettings::default(),
        }
    }
}
