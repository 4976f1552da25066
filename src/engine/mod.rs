//! The runner: owns the runtime, the threads and the channels; the only place where things happen by themselves.
//!
//! # Who does what
//! - The **novice's side** (`novice`) is one task on a thread of its own, because it writes to the disk: it owns the invitations, the
//!   listener and every decision about who comes in, one after the other.
//! - Each helper's connection is a task, which keeps its session over as many connections as it takes, and each session has a thread that captures and encodes the screen and, while there is
//!   control, one that injects.
//! - The **expert's side** (`expert`) is a task, its connection another, and a thread decodes the pictures.
//! - The **log** (`log`) is read by a task of its own, a page at a time; everybody writes it.
//! - The **contacts** (`contacts`) are a task that stays signed in at a contact server. What comes of a call is an ordinary
//!   invitation, made by the novice's side and opened by the expert's.
//! - `Check this computer` (`check`) is a task for as long as the user looks at it.
//! - The icon in the **tray** and the desktop's **notices** have a thread each, for the desktop may be slow; the novice's side says
//!   what they show.
//! - Other starts of the program are heard (`instance`) by whoever owns the novice's side.
//! - A stop does not wait for any of them: [`Engine::send`] itself shuts the gate of the injecting thread, and so does what is picked
//!   in the tray.

mod chat;
mod check;
mod command;
mod contacts;
mod control;
mod decode;
mod expert;
mod files;
mod instance;
mod log;
mod novice;
mod picture;
mod pipe;
mod policy;
mod publish;
mod remote_screen;
mod settings;
mod shared;
mod start;
mod threads;
mod view;
mod wire;
mod worker;

pub use crate::{
    delivery::{
        code::{CodeError, is_mailbox_address},
        contact::{
            Address, Bond, ContactError, MAX_PEOPLE, People, Person, Presence, RING_SECS, RingId,
            is_server,
        },
        email::{CertificateFault, EmailError, Step as MailStep},
    },
    desktop::{
        NativeWindow, Notice, PanePlace, StopKey, StopKeys, TrayLook, TrayPick, TrayState,
        opengl_device,
    },
    net::{
        NearbyComputer, Reached, RelayFault, RelayWay, WayOut, WayOutFault, is_proxy_setting,
        is_relay_address, proxy_account, without_password,
    },
    session::{ControlEnd, ControlRefusal, End, MAX_CHAT_BYTES, MAX_NAME_BYTES, Refusal},
    store::{
        ContactSettings, EmailSecurity, EmailSettings, EmailWay, FixedSetting, InviteWay, LogFault,
        LogFilter, LogForm, LogKind, LogVerdict, LoggedId, PasswordKept, PolicyError, PolicyFault,
        PolicyPlace, Relays, TEXT_SIZES, Ways, WindowLook, WrongEntry, describe_fault,
        parse_log_time,
    },
};
pub use command::{
    CheckCommand, Command, ContactCommand, HelpersCommand, InviteHow, InviteRequest, LogCommand,
    MailTo, Secret, SettingsEdit, Watched,
};
pub use instance::{Answer, Begun, Wish, begin, begin_quietly};
pub use log::LOG_PAGE_LINES;
pub use picture::PICTURES_ROOM_BYTES;
pub use publish::Wake;
pub use remote_screen::RemoteScreen;
pub use settings::guess_server;
pub use shared::{FAREWELL, HOLD_BACK, OFFER_PAUSE, Timing};
pub use start::{Duty, Engine, EngineConfig, EngineError, check_computer, identity};
pub use view::{
    BackgroundView, BrokenSettings, CallState, CallView, ChatLine, CheckFact, CheckFault, CheckGap,
    CheckPart, CheckState, CheckView, CodeState, CodeView, ComputerView, ConnectStep, ConsentView,
    ContactLine, ContactsView, ControlView, DirectWay, Drawing, ExpectedKey, ExpertEnd,
    ExpertSessionView, ExpertView, FetchFault, FromWhom, HeldBack, HelperStanding, HelpersChange,
    HelpersFault, HelpersPaper, HelpersView, InvitationRow, InviteFault, InviteView, LeftOut,
    ListenView, LogCheck, LogExport, LogPageView, LogPicture, LogQuery, LogRow, LogView, MailState,
    MailTest, MailView, NearbyView, NoviceEnd, NoviceSessionView, NoviceView, OfferedView,
    OpenFault, PaperView, PicturesRemoval, PolicyTrouble, PolicyView, RingView, RingWants, Seeing,
    SettingsView, StartPage, StateLine, StepState, SummonsView, TrayWords, View, WaysView,
};
