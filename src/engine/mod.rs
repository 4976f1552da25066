//! The runner: owns the runtime, the threads and the channels; the only place where things happen by themselves.
//!
//! # Who does what
//! - The **novice's side** (`novice`) is one task on a thread of its own, because it writes to the disk: it owns the invitations, the
//!   listener and every decision about who comes in, one after the other.
//! - Each helper's connection is a task, which keeps its session over as many connections as it takes, and each session has a thread that captures and encodes the screen and, while there is
//!   control, one that injects.
//! - The **expert's side** (`expert`) is a task, its connection another, and a thread decodes the pictures.
//! - The **contacts** (`contacts`) are a task that stays signed in at a contact server. What comes of a call is an ordinary
//!   invitation, made by the novice's side and opened by the expert's.
//! - A stop does not wait for any of them: [`Engine::send`] itself shuts the gate of the injecting thread.

mod chat;
mod command;
mod contacts;
mod control;
mod decode;
mod expert;
mod novice;
mod pipe;
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
    desktop::{NativeWindow, PanePlace, StopKey, StopKeys},
    net::{
        Reached, RelayFault, RelayWay, is_proxy_setting, is_relay_address, proxy_account,
        without_password,
    },
    session::{ControlEnd, ControlRefusal, End, MAX_CHAT_BYTES, MAX_NAME_BYTES, Refusal},
    store::{ContactSettings, EmailSecurity, EmailSettings, EmailWay, PasswordKept, Relays},
};
pub use command::{Command, ContactCommand, InviteHow, InviteRequest, MailTo, Secret, Watched};
pub use publish::Wake;
pub use remote_screen::RemoteScreen;
pub use settings::guess_server;
pub use shared::{FAREWELL, HOLD_BACK, Timing};
pub use start::{Engine, EngineConfig, EngineError};
pub use view::{
    CallState, CallView, ChatLine, CodeState, CodeView, ConnectStep, ConsentView, ContactLine,
    ContactsView, ControlView, DirectWay, ExpectedKey, ExpertEnd, ExpertSessionView, ExpertView,
    FetchFault, FromWhom, HeldBack, HelperStanding, InvitationRow, InviteFault, InviteView,
    LeftOut, ListenView, MailState, MailTest, MailView, NoviceEnd, NoviceSessionView, NoviceView,
    OpenFault, PaperView, RingView, RingWants, Seeing, SettingsView, StateLine, StepState, View,
    WaysView,
};
