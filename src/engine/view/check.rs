//! `Check this computer`: what was tried, and what came of it.

use std::{net::SocketAddr, sync::Arc};

use crate::{
    delivery::{code::CodeError, contact::ContactError, email::EmailError},
    desktop::StopKey,
    net::{RelayFault, WayOut},
    screen::{Framebuffer, Size},
};

/// What was tried so far, in the order in which it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckView {
    /// Each part once.
    pub parts: Vec<(CheckPart, CheckState)>,
}

/// A part of this computer that Hulp needs for something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CheckPart {
    /// Seeing the screen.
    Screen,
    /// Moving the pointer.
    Input,
    /// Hearing Escape and Ctrl+C, wherever the focus is.
    StopKeys,
    /// Listening for helpers.
    Port,
    /// The way out to the internet.
    WayOut,
    /// The way in through the router.
    Router,
    /// The way through a relay.
    Relay,
    /// The server for codes.
    Codes,
    /// Sending an invitation by e-mail.
    Email,
    /// The contact server.
    Contacts,
    /// Drawing windows.
    Drawing,
    /// Where passwords are kept.
    Keyring,
    /// A double click on an invitation.
    Files,
    /// The disk with Hulp's own things.
    Disk,
    /// The computer's clock.
    Clock,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckState {
    /// Nothing yet.
    Trying,
    /// Nothing yet, and the desktop is about to ask its user by itself.
    Asking,
    /// It works.
    Works(CheckFact),
    /// It was not to be tried, or there is nothing to try; the rest works without.
    NotSetUp(CheckGap),
    /// It does not work.
    Fails(CheckFault),
}

/// What was seen to work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckFact {
    /// A picture of the screen came.
    Screen {
        /// The screen's size, in pixels.
        size: Size,
        /// The picture, made small.
        small: Arc<Framebuffer>,
        /// Whether all of it has one colour, as where the system hides the windows.
        is_blank: bool,
    },
    /// The pointer went where it was sent, and back.
    PointerMoved,
    /// The system took what was sent to the pointer; it tells no program where that is.
    PointerTaken,
    /// The stop keys are heard in Hulp's own window alone.
    StopKeysInWindow,
    /// They do so as well, but other keys, which the desktop calls so, are heard everywhere.
    StopShortcut(Arc<str>),
    /// The stop keys are watched; and which one the user pressed.
    Watching(Option<StopKey>),
    /// Something that proved to be this computer answered at this port.
    Listening {
        /// The port that was opened.
        port: u16,
        /// The port of the settings, where another program has it.
        instead_of: Option<u16>,
    },
    /// Servers were tried, and one or more answered.
    WaysOut(Vec<WayOut>),
    /// The router opened a port of this address, and closed it again.
    RouterOpened(SocketAddr),
    /// This computer itself is on the internet.
    OnTheInternet,
    /// This relay takes this computer.
    RelayFound(String),
    /// The server for codes answered.
    CodesAnswered(String),
    /// There is an e-mail program to ask.
    MailProgram,
    /// This mail server took user name and password.
    MailServer(String),
    /// The contact server took address and password.
    ContactServer(String),
    /// A window is drawn.
    Drawn(Drawing),
    /// The keyring kept something.
    Kept,
    /// A double click starts Hulp.
    OpensHulp,
    /// Something was written and read; so many bytes are free, where the system tells.
    Written(Option<u64>),
    /// The clock agrees with what is known.
    ClockFits,
}

/// What is not set up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckGap {
    /// The administrator, or the settings, do not allow what it would be for: it was left alone.
    NotAllowed,
    /// Nobody can use mouse and keyboard here, so there is nothing to stop.
    NothingToStop,
    /// The settings leave the router alone.
    RouterNotAsked,
    /// The router opens no port.
    RouterRefused,
    /// The router opened a port, but is behind another router: its own address is this one.
    RouterBehindRouter(SocketAddr),
    /// The settings name no relay and no server for codes: no way out is needed.
    NoServer,
    /// The settings want no relay.
    NoRelay,
    /// There is no e-mail program, and no mail server in the settings.
    NoMail,
    /// The settings name no account.
    NoContacts,
    /// The password of the account is not known.
    NoContactsPassword,
    /// A double click starts another program, by the system's name for it, or none.
    OpensAnother(Option<String>),
    /// The system does not tell what a double click does.
    NotTold,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckFault {
    /// The screen cannot be seen; why.
    Screen(String),
    /// Mouse and keyboard cannot be used; why.
    Input(String),
    /// The pointer did not go where it was sent.
    PointerStays,
    /// No port can be opened; the system's words.
    Port(String),
    /// A port is open, but nothing answers there.
    PortSilent(u16),
    /// No server answered.
    WaysOut(Vec<WayOut>),
    /// No relay takes this computer.
    Relay(RelayFault),
    /// The server for codes.
    Codes(CodeError),
    /// The mail server.
    Email(EmailError),
    /// The contact server.
    Contacts(ContactError),
    /// No window can be drawn.
    NotDrawn,
    /// The keyring; why, where it says.
    Keyring(Option<String>),
    /// Nothing can be kept; why.
    Disk(String),
    /// Only so many bytes are free.
    DiskFull(u64),
    /// The clock is behind this time, which is past.
    ClockBehind(chrono::DateTime<chrono::Utc>),
    /// Nothing came within this time, in seconds.
    TimedOut(u64),
    /// Trying it ended without a result; the log says more.
    Broken,
}

/// What a window is drawn with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// `OpenGL 4.5`, `Vulkan`, `Direct3D 12` or `Metal`.
    pub through: String,
    /// The device, by its own name.
    pub device: String,
    /// It is no graphics card: the processor does it.
    pub in_software: bool,
}

impl CheckView {
    /// Nothing tried yet.
    pub(in crate::engine) fn begun() -> Self {
        Self {
            parts: CheckPart::ALL.map(|part| (part, CheckState::Trying)).into(),
        }
    }

    /// Takes in what came of a part.
    pub(in crate::engine) fn set(&mut self, part: CheckPart, state: CheckState) {
        let mut parts = self.parts.iter_mut();
        if let Some((_, shown)) = parts.find(|(shown, _)| *shown == part) {
            *shown = state;
        }
    }

    /// Whether every part has its result.
    pub fn is_done(&self) -> bool {
        (self.parts.iter()).all(|(_, state)| !state.is_under_way())
    }

    /// How many parts do not work.
    pub fn failing(&self) -> usize {
        let fails = |(_, state): &&(CheckPart, CheckState)| matches!(state, CheckState::Fails(_));
        self.parts.iter().filter(fails).count()
    }
}

impl CheckPart {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 15] = [
        Self::Screen,
        Self::Input,
        Self::StopKeys,
        Self::Port,
        Self::WayOut,
        Self::Router,
        Self::Relay,
        Self::Codes,
        Self::Email,
        Self::Contacts,
        Self::Drawing,
        Self::Keyring,
        Self::Files,
        Self::Disk,
        Self::Clock,
    ];

    /// Its name for programs; it stays the same in all versions and languages.
    pub fn key(self) -> &'static str {
        match self {
            Self::Screen => "screen",
            Self::Input => "input",
            Self::StopKeys => "stop_keys",
            Self::Port => "port",
            Self::WayOut => "way_out",
            Self::Router => "router",
            Self::Relay => "relay",
            Self::Codes => "codes",
            Self::Email => "email",
            Self::Contacts => "contacts",
            Self::Drawing => "drawing",
            Self::Keyring => "keyring",
            Self::Files => "files",
            Self::Disk => "disk",
            Self::Clock => "clock",
        }
    }
}

impl CheckState {
    /// Whether it has no result yet.
    pub fn is_under_way(&self) -> bool {
        matches!(self, Self::Trying | Self::Asking)
    }

    /// Its name for programs; it stays the same in all versions and languages.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Trying | Self::Asking => "trying",
            Self::Works(_) => "works",
            Self::NotSetUp(_) => "not_set_up",
            Self::Fails(_) => "fails",
        }
    }
}
