//! All that a user can ask.

use std::{path::PathBuf, time::Duration};

use zeroize::Zeroizing;

use crate::{
    delivery::contact::{Address, RingId},
    desktop::{NativeWindow, PanePlace},
    input::InputEvent,
    invitation::{Fingerprint, InvitationId, OrganisationKey},
    store::{EmailSettings, InviteWay, LogFilter, LogForm, LoggedId},
};

/// Something not to be shown or kept: wiped from memory, silent in logs.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret(pub Zeroizing<String>);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(..)")
    }
}

/// An invitation to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InviteRequest {
    /// Who asks for help.
    pub name: String,
    /// The novice's words; may be empty.
    pub message: String,
    /// How long it holds.
    pub lifetime: Duration,
    /// The password, when one is set.
    pub password: Option<Secret>,
    /// How it goes out.
    pub how: InviteHow,
}

/// How an invitation goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InviteHow {
    /// As this file; an existing one is replaced.
    File(PathBuf),
    /// By e-mail.
    Email(MailTo),
    /// Behind a short code that the novice reads out: [`super::NoviceView::code`].
    Code,
    /// A contact is called with it: [`super::ContactsView::call`].
    Contact(Address),
}

impl InviteHow {
    /// The way that is.
    pub(super) fn way(&self) -> InviteWay {
        match self {
            Self::File(_) => InviteWay::File,
            Self::Email(_) => InviteWay::Email,
            Self::Code => InviteWay::Code,
            Self::Contact(_) => InviteWay::Contact,
        }
    }
}

/// Where an e-mail goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailTo {
    /// The address; may be empty where the user's own e-mail program is asked, which has an address book.
    pub to: String,
    /// The file for the e-mail program, or for the user to attach, is saved beside this one.
    pub near: PathBuf,
}

/// What a window that shows a session may have no use for. Each bit of news costs it a frame, so it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watched {
    /// [`super::ExpertSessionView::state`]: the figures stand still while they are not seen.
    pub figures: bool,
    /// [`super::ExpertSessionView::pane_pressed`]: nothing comes of it while the remote screen has the keyboard.
    pub presses: bool,
}

impl Default for Watched {
    fn default() -> Self {
        Self {
            figures: true,
            presses: true,
        }
    }
}

/// What a user asks of the engine. None of them waits; what comes of it shows in the [`super::View`].
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Make an invitation, send it off, and wait for the helper. Outcome: [`super::NoviceView::invite`].
    Invite(InviteRequest),
    /// Forget the outcome of the last [`Command::Invite`]: the page was left.
    InviteSeen,
    /// Save an open invitation again.
    SaveAgain {
        /// Which.
        id: InvitationId,
        /// Where.
        path: PathBuf,
    },
    /// Call a contact with an open invitation. Outcome: [`super::ContactsView::call`].
    AskAgain {
        /// Which.
        id: InvitationId,
        /// Whom.
        to: Address,
    },
    /// Make a new code for an open invitation, in place of one that there is. Outcome: [`super::NoviceView::code`].
    MakeCode(InvitationId),
    /// End the code: its page was left.
    EndCode,
    /// Send an open invitation's e-mail again. Outcome: [`super::NoviceView::mail`].
    MailAgain {
        /// Which.
        id: InvitationId,
        /// Where to.
        to: MailTo,
    },
    /// Save an open invitation for an e-mail that the user writes. Outcome: [`super::NoviceView::mail`].
    MailByHand {
        /// Which.
        id: InvitationId,
        /// Where to.
        to: MailTo,
    },
    /// Send a test message with these settings. Outcome: [`super::NoviceView::mail_test`].
    TestMail {
        /// The settings, kept or not.
        email: EmailSettings,
        /// The password; without, the one that is known.
        password: Option<Secret>,
    },
    /// Keep the mail server's password. Outcome: [`super::NoviceView::mail_password`].
    KeepMailPassword {
        /// Whose, and for which server.
        email: EmailSettings,
        /// The password.
        password: Secret,
    },
    /// Keep the password of the proxy that leads to relays. Outcome: [`super::NoviceView::proxy_password`].
    KeepProxyPassword {
        /// Its address, with the user whose password it is.
        proxy: String,
        /// The password.
        password: Secret,
    },
    /// Let an invitation expire now, also when its helper is here: that ends the session.
    Withdraw(InvitationId),
    /// Forget an invitation; an open one is withdrawn first.
    Delete(InvitationId),

    /// The novice's answer to `May someone see your screen?`, or to an offer of help. No: `allow` is false.
    AnswerHelper {
        /// [`super::ConsentView::question`], so that a late click never answers another question.
        question: u64,
        /// Yes or no.
        allow: bool,
    },
    /// The novice's answer to `May someone take control?`.
    AnswerControl {
        /// [`super::ControlView::Asked`]'s number.
        question: u64,
        /// Yes or no.
        allow: bool,
    },
    /// The novice ends control; the session goes on.
    StopControl,
    /// Escape or Ctrl+C, pressed in Hulp's own window, where the system lets us watch no other.
    StopKeyInOurWindow(crate::desktop::StopKey),
    /// Stop showing the screen for a while; ends control.
    Pause,
    /// Show the screen again.
    Resume,
    /// The novice ends the session.
    NoviceDisconnect,
    /// The novice writes to the helper.
    NoviceChat(String),
    /// The novice has read how the session ended.
    NoviceEndSeen,
    /// What the window is drawn with, for `Check this computer`.
    DrawnWith(super::Drawing),
    /// Show this as a notice of the desktop's, in place of the last; or none.
    Notify(Option<crate::desktop::Notice>),

    /// Open an invitation's file and show its page.
    Open(PathBuf),
    /// Get the invitation that somebody gives under this code, and show its page.
    TakeByCode(Secret),
    /// Connect with the opened invitation.
    Connect {
        /// The password, where one is needed.
        password: Option<Secret>,
    },
    /// Offer help to the computer at this place: a name or an address, with or without a port.
    Offer(String),
    /// Look for computers nearby that take offers of help, or no longer. Outcome: [`super::NearbyView`].
    LookNearby(bool),
    /// Forget the key of the computer at this place, so that another one may be met there.
    ForgetComputer(String),
    /// Stop connecting; back to the invitation's page.
    CancelConnect,
    /// Leave the expert's page; ends what is under way.
    CloseInvitation,
    /// Ask for control.
    TakeControl,
    /// Give control back, or take the question back.
    ReleaseControl,
    /// Mouse and keyboard over the remote screen.
    Input(Vec<InputEvent>),
    /// Show the remote screen in a pane at this place of this window, or hide the pane. Outcome:
    /// [`super::ExpertSessionView::in_pane`].
    PlacePane {
        /// Hulp's window.
        window: NativeWindow,
        /// Where in it, while nothing else is to be seen there.
        place: Option<PanePlace>,
    },
    /// What the window must hear of in the expert's session; of the rest it hears nothing.
    Watch(Watched),
    /// The expert writes to the novice.
    ExpertChat(String),
    /// The expert ends the session.
    ExpertDisconnect,

    /// Keep these settings.
    SaveSettings(Box<SettingsEdit>),
    /// Something about contacts. Outcome: [`super::ContactsView`].
    Contacts(ContactCommand),
    /// Something about the log. Outcome: [`super::LogView`].
    Log(LogCommand),
    /// Something about `Check this computer`. Outcome: [`super::View::check`].
    Check(CheckCommand),
    /// Change who may offer help. Outcome: [`super::HelpersView`].
    Helpers(HelpersCommand),
}

/// Settings as the user saves them. What others change meanwhile stays as they changed it, unless the user changed it too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsEdit {
    /// As they were when the user began.
    pub before: super::SettingsView,
    /// As they are to be.
    pub after: super::SettingsView,
}

impl Command {
    /// Saves settings that the user changed.
    pub fn save_settings(before: &super::SettingsView, after: super::SettingsView) -> Self {
        Self::SaveSettings(Box::new(SettingsEdit {
            before: before.clone(),
            after,
        }))
    }
}

/// What a user asks about the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LogCommand {
    /// Show this page of it. Outcome: [`super::LogView::page`].
    Read(super::LogQuery),
    /// Look whether it is as it was written. Outcome: [`super::LogView::check`].
    Check,
    /// Write what the filter takes of it into a file. Outcome: [`super::LogView::export`].
    Export {
        /// Which lines.
        filter: LogFilter,
        /// In which form.
        form: LogForm,
        /// Where.
        path: PathBuf,
    },
    /// Show this picture. Outcome: [`super::LogView::picture`].
    ShowPicture(LoggedId),
    /// Remove all pictures of the screen. Outcome: [`super::LogView::removal`].
    RemovePictures,
    /// Forget all that was shown of it: the page was left.
    Leave,
}

/// What a user asks about `Check this computer`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckCommand {
    /// Try everything, from the beginning.
    Begin,
    /// The page was left: what is still tried is given up, and what is open is closed.
    End,
}

/// What a user asks about those who may offer help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpersCommand {
    /// Read a helper's card, an organisation's key, or what an organisation took back: whatever the file is. Nothing is changed yet.
    Read(PathBuf),
    /// Put what was read last on the list, or note it.
    Add {
        /// Whether they may ask for control; else they only see.
        may_control: bool,
    },
    /// Take a helper off the list.
    RemoveHelper(Fingerprint),
    /// Take an organisation off the list.
    RemoveOrganisation(OrganisationKey),
    /// Forget the outcome of the last change, or what was read and is not to be added: it was seen.
    Seen,
}

/// What a user asks about contacts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContactCommand {
    /// Sign in with the account of the settings.
    SignIn {
        /// The password; without, the one that is known.
        password: Option<Secret>,
    },
    /// Sign out, and forget the password.
    SignOut,
    /// Put this address on the list, and ask to be let see.
    Add(String),
    /// Call this one so.
    Rename(Address, String),
    /// Take this one off the list; neither sees the other any more.
    Remove(Address),
    /// Whether this one, who asked, may see when the user is there.
    LetSee(Address, bool),
    /// The answer to a call.
    Answer {
        /// Which.
        ring: RingId,
        /// Yes or no.
        accept: bool,
    },
    /// Offer help to this one.
    OfferHelp(Address),
    /// Take the call back that rings.
    TakeBack,
}
