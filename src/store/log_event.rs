//! What the log can say. A lasting record: these names stay readable when the wire's own change.

use core::net::SocketAddr; // an address is data; sockets are not for here

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::invitation::{Fingerprint, InvitationId, clean_name};

/// The most bytes of a text in the log.
const MAX_TEXT_BYTES: usize = 512;

/// Text for the log, from wherever it came: one line of at most 512 bytes, without unsafe signs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String")]
pub struct LogText(String);

impl LogText {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for LogText {
    fn from(text: &str) -> Self {
        // Cut before cleaning, so that a text of any length costs little; cleaning makes none longer.
        let cut = |text: &str| text[..text.floor_char_boundary(MAX_TEXT_BYTES)].to_owned();
        Self(clean_name(&cut(text)))
    }
}

impl From<String> for LogText {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

/// The name of an invitation or a picture, or the fingerprint of a computer, as hexadecimal text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoggedId(LogText);

impl LoggedId {
    /// All of it.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The name of a picture whose file has this SHA-256.
    pub(super) fn of_picture(sha256: &str) -> Self {
        Self(sha256.into())
    }

    /// Enough of it for a person to tell two apart.
    pub fn short(&self) -> &str {
        let text = self.0.as_str();
        &text[..text.floor_char_boundary(8)]
    }
}

impl From<InvitationId> for LoggedId {
    fn from(id: InvitationId) -> Self {
        Self(id.to_string().into())
    }
}

impl From<Fingerprint> for LoggedId {
    fn from(key: Fingerprint) -> Self {
        Self(key.to_string().into())
    }
}

/// A helper at the other end of a connection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Helper {
    /// The name given; no proof of anything.
    pub name: LogText,
    /// The fingerprint of the key that their computer proved.
    pub key: LoggedId,
    /// Where the connection came from.
    pub address: SocketAddr,
}

/// Something that happened on the novice's side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum LogEvent {
    /// Hulp waits for helpers on this port.
    Waiting {
        /// TCP.
        port: u16,
    },
    /// Hulp waits no more.
    NotWaiting,
    /// An invitation was made.
    InvitationMade {
        /// Which.
        invitation: LoggedId,
        /// Where it was saved; empty where it was not.
        sent_to: LogText,
        /// Until when it holds.
        expires: DateTime<Utc>,
        /// Whether it needs a password.
        has_password: bool,
    },
    /// An invitation was saved again.
    InvitationSavedAgain {
        /// Which.
        invitation: LoggedId,
        /// Where.
        sent_to: LogText,
    },
    /// A code was made for an invitation; which one is nobody's business.
    CodeMade {
        /// Which invitation.
        invitation: LoggedId,
    },
    /// A code was used up.
    CodeUsedUp {
        /// Which invitation it stood for.
        invitation: LoggedId,
        /// By what.
        by: CodeUse,
    },
    /// An invitation was made, to go out by e-mail.
    InvitationMadeForEmail {
        /// Which.
        invitation: LoggedId,
        /// To whom; empty where the novice chose that in the mail program.
        to: LogText,
        /// Until when it holds.
        expires: DateTime<Utc>,
        /// Whether it needs a password.
        has_password: bool,
    },
    /// An invitation's e-mail was handed over.
    InvitationMailed {
        /// Which.
        invitation: LoggedId,
        /// To whom; empty where the novice chose that in the mail program.
        to: LogText,
        /// To what.
        way: MailedWay,
    },
    /// An invitation was made, and a contact is called with it.
    InvitationMadeForContact {
        /// Which.
        invitation: LoggedId,
        /// Their address.
        to: LogText,
        /// Until when it holds.
        expires: DateTime<Utc>,
        /// Whether it needs a password.
        has_password: bool,
    },
    /// Something between this user and a contact, or a contact server.
    Contact {
        /// The contact's address; signing in and out, the user's own.
        contact: LogText,
        /// What.
        did: ContactDid,
    },
    /// An invitation ended.
    InvitationEnded {
        /// Which.
        invitation: LoggedId,
        /// How.
        how: InvitationEnd,
    },
    /// The novice deleted an invitation from the list.
    InvitationDeleted {
        /// Which.
        invitation: LoggedId,
    },
    /// A helper proved to hold an invitation and to know its password, where it has one.
    HelperProved {
        /// Which.
        invitation: LoggedId,
        /// Who.
        helper: Helper,
    },
    /// A helper was refused.
    HelperRefused {
        /// Which invitation, where it came so far.
        invitation: Option<LoggedId>,
        /// Who.
        helper: Helper,
        /// Why.
        why: RefusedWhy,
    },
    /// A helper went away before the session began.
    HelperGone {
        /// Which invitation, where it came so far.
        invitation: Option<LoggedId>,
        /// Who.
        helper: Helper,
    },
    /// The novice was asked whether a helper may see the screen.
    ConsentAsked {
        /// Which invitation.
        invitation: LoggedId,
        /// Who.
        helper: Helper,
        /// Whether they were let in before.
        known: bool,
        /// The comparison phrase.
        phrase: LogText,
    },
    /// The novice answered that, or did not.
    ConsentAnswered {
        /// Which invitation.
        invitation: LoggedId,
        /// Who asked.
        helper: Helper,
        /// What.
        answer: Answer,
    },
    /// A session began: the helper sees the screen.
    SessionBegan {
        /// Which invitation.
        invitation: LoggedId,
        /// Who.
        helper: Helper,
    },
    /// The helper asked for control.
    ControlAsked,
    /// The novice gave control.
    ControlGranted,
    /// The helper did not get control.
    ControlRefused {
        /// Why.
        why: ControlRefusedWhy,
    },
    /// The helper's control ended.
    ControlEnded {
        /// How.
        how: ControlEndedHow,
        /// How long it lasted, in seconds.
        lasted_secs: u64,
    },
    /// The novice stopped showing the screen for a while.
    Paused,
    /// The novice shows the screen again.
    Resumed,
    /// The line to the helper broke: the screen is not seen, and control stands still. The session waits for another line.
    LineBroke,
    /// The session went on over another line, which the helper's computer proved to be its own.
    SessionWentOn {
        /// Who, and from where now.
        helper: Helper,
        /// How long the line was broken, in seconds.
        after_secs: u64,
    },
    /// The session ended.
    SessionEnded {
        /// Which invitation.
        invitation: LoggedId,
        /// Who was here.
        helper: Helper,
        /// Why.
        why: SessionEndedWhy,
        /// How long the screen was seen, in seconds.
        seen_secs: u64,
        /// How long of that the helper had control, in seconds.
        controlled_secs: u64,
        /// Chat messages of the novice's.
        novice_messages: u32,
        /// Chat messages of the helper's.
        helper_messages: u32,
    },
    /// Something connected that did not behave as a helper's Hulp does.
    BadConnection {
        /// Where from.
        address: SocketAddr,
        /// What came.
        what: LogText,
        /// How often, where several of the kind are told in one line.
        times: u32,
    },
    /// The settings were changed.
    SettingsChanged {
        /// What was different.
        changes: Vec<SettingChange>,
    },
    /// The settings' file was none, and there were no last good ones; the defaults hold, with nothing allowed.
    SettingsBroken {
        /// Where it was moved.
        kept_as: LogText,
    },
    /// Hulp found before it wrote on that the log was not as it had left it.
    LogDamaged {
        /// What was found.
        damage: LogDamage,
    },
    /// The settings' file was changed while Hulp ran, by hand or by another Hulp, and what it says now holds.
    SettingsTakenOver {
        /// What was different.
        changes: Vec<SettingChange>,
    },
    /// The settings' file was made into none; the settings of before hold.
    SettingsSpoilt {
        /// Where it was moved.
        kept_as: LogText,
    },
    /// The settings' file was gone; the settings of before hold.
    SettingsGone,
    /// The administrator's policy, as it holds from now on.
    PolicyHolds {
        /// Its keys.
        keys: Vec<PolicyEntry>,
        /// What is wrong in it, and closed.
        faults: Vec<LogText>,
        /// How many more keys and faults it had than are told.
        #[serde(default)]
        left_out: u64,
    },
    /// There is a policy that cannot be read: everything that a policy governs is closed.
    PolicyUnreadable {
        /// Why.
        why: LogText,
    },
    /// There is no policy any more.
    PolicyGone,
    /// A picture of the screen was kept.
    PictureKept {
        /// Which: its name is the SHA-256 of its file.
        picture: LoggedId,
        /// How large that is.
        bytes: u64,
        /// At which moment.
        moment: PictureMoment,
        /// Who had control.
        helper: Helper,
    },
    /// A picture was removed.
    PictureRemoved {
        /// Which.
        picture: LoggedId,
        /// How large it was.
        bytes: u64,
        /// The novice removed all of them; otherwise it made room for newer ones.
        #[serde(default)]
        by_novice: bool,
    },
    /// The novice was asked whether to take a helper's offer.
    OfferAsked {
        /// Who; with the name that the list has.
        helper: Helper,
        /// The organisation that stands for them; may be empty.
        organisation: LogText,
        /// Whether the list lets them ask for control.
        may_control: bool,
        /// The comparison phrase.
        phrase: LogText,
    },
    /// The novice answered that, or did not.
    OfferAnswered {
        /// Who offered.
        helper: Helper,
        /// What.
        answer: Answer,
    },
    /// The list of helpers was changed.
    Helpers {
        /// How.
        did: HelpersDid,
        /// The helper's or the organisation's name.
        name: LogText,
        /// The fingerprint of the helper's computer, or the organisation's key.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        key: Option<LoggedId>,
        /// Whether they may ask for control, where they were put on it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        may_control: Option<bool>,
        /// So many were taken back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        taken_back: Option<usize>,
    },
}

/// Of which moment a picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PictureMoment {
    /// Control began.
    ControlBegan,
    /// Control ended.
    ControlEnded,
}

/// How the list of helpers was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HelpersDid {
    /// A helper was put on it.
    HelperAdded,
    /// A helper was taken off it.
    HelperRemoved,
    /// An organisation was put on it.
    OrganisationAdded,
    /// An organisation was taken off it.
    OrganisationRemoved,
    /// An organisation took cards back.
    CardsTakenBack,
}

/// What used up a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CodeUse {
    /// Somebody knew it, and has the invitation.
    Given,
    /// Somebody tried a wrong one.
    WrongGuess,
    /// A third one came to the same number.
    Crowded,
    /// Somebody began, and said no more.
    Silent,
}

/// How an invitation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InvitationEnd {
    /// A session came of it and was ended.
    Used,
    /// Its time ran out.
    Expired,
    /// The novice took it back.
    Withdrawn,
    /// Too many wrong passwords.
    TooManyPasswords,
    /// The novice said no too often.
    TooOftenDeclined,
}

/// The novice's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
    /// None in time, which is no.
    None,
    /// None any more: the question was taken away.
    AskedNoMore,
}

/// Why a helper was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RefusedWhy {
    /// No such invitation, or not its ticket.
    Unknown,
    /// Its time had run out.
    Expired,
    /// It was taken back.
    Withdrawn,
    /// Somebody else was here with it.
    InUse,
    /// It had been used.
    Used,
    /// The password was wrong.
    WrongPassword {
        /// Tries left.
        attempts_left: u8,
    },
    /// It had ended itself.
    Voided,
    /// Settings or policy forbid it.
    PolicyForbids,
    /// Another helper was here.
    Busy,
    /// The novice said no.
    Declined,
    /// The novice did not answer.
    NoAnswer,
    /// The helper's Hulp speaks another version.
    Version {
        /// The helper's.
        helper: u16,
    },
    /// The screen cannot be shown.
    CannotShare,
    /// The helper's side broke the rules.
    Protocol,
    /// The session that was to go on was over, or never was.
    SessionOver,
    /// They are not on the list of helpers, or offers are not taken.
    NotOnList,
    /// They offered help again too soon.
    TooSoon,
}

/// What happened between this user and a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactDid {
    /// The user signed in.
    SignedIn,
    /// The user signed out.
    SignedOut,
    /// The user put them on the list.
    Added,
    /// The user took them off it.
    Removed,
    /// The user lets them see when they are there.
    LetSee,
    /// The user does not.
    NotLetSee,
    /// They asked for help.
    AskedForHelp,
    /// They offered help.
    OfferedHelp,
    /// The user said yes to that.
    WasAccepted,
    /// The user said no to that.
    WasDeclined,
    /// The policy lets nobody offer help, so the user was not asked.
    WasForbidden,
    /// The user did not answer that.
    Missed,
    /// The user asked them for help.
    WasAsked,
    /// The user offered them help.
    WasOffered,
    /// They said yes to that.
    Accepted,
    /// They said no to that.
    Declined,
    /// They did not answer that.
    DidNotAnswer,
    /// It did not get there.
    WasNotReached,
    /// The user took it back.
    IsAskedNoMore,
}

/// What an e-mail was handed over to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailedWay {
    /// The novice's e-mail program, which may have sent it or not.
    Program,
    /// The novice's mail server, which took it.
    Server,
}

/// Why a helper did not get control.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ControlRefusedWhy {
    /// The novice said no.
    Declined,
    /// The novice did not answer.
    NoAnswer,
    /// Settings or policy forbid it.
    PolicyForbids,
    /// The session was paused.
    Paused,
    /// This system lets nobody move its mouse.
    CannotInject,
    /// The helper took the question back.
    TakenBack,
}

/// How control ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ControlEndedHow {
    /// The novice pressed Escape.
    Escape,
    /// The novice pressed Ctrl+C.
    CtrlC,
    /// The novice clicked Stop control.
    StopButton,
    /// The novice paused the session.
    Paused,
    /// The helper gave it back.
    Released,
    /// Input could not be done.
    CannotInject,
    /// The session ended.
    SessionEnded,
    /// Settings or policy forbid it now.
    PolicyForbids,
}

/// Why a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionEndedWhy {
    /// The novice clicked Disconnect.
    NoviceLeft,
    /// The helper clicked Disconnect.
    HelperLeft,
    /// The novice's Hulp was closed.
    NoviceClosed,
    /// The helper's Hulp was closed.
    HelperClosed,
    /// The novice let the invitation expire.
    Withdrawn,
    /// The line broke.
    LineBroke,
    /// The screen could not be captured any more.
    ScreenLost,
    /// The helper's side broke the rules.
    Protocol,
    /// The policy forbids it now.
    PolicyForbids,
    /// The helper is not on the list of those who may offer help any more.
    NotOnList,
}

/// One setting that was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingChange {
    /// Its name in the file.
    pub setting: LogText,
    /// What it was.
    pub old: LogText,
    /// What it is.
    pub new: LogText,
}

/// A key of the policy, and its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyEntry {
    /// Its name.
    pub key: LogText,
    /// What it says.
    pub value: LogText,
}

/// How the log was not as Hulp had left it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogDamage {
    /// Its end is missing.
    CutOff {
        /// Lines that it had.
        had: u64,
        /// Lines that it has.
        has: u64,
    },
    /// It is another log than it was.
    Rewritten {
        /// The number of the line that is another.
        number: u64,
    },
    /// What is kept beside it about its end is missing, unreadable, or behind what it was.
    HeadFileLost,
}
