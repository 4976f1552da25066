//! The runner: owns the runtime, the threads and the channels; the only place where things happen by themselves.
//!
//! # Who does what
//! - The **novice's side** (`novice`) is one task on a thread of its own, because it writes to the disk: it owns the invitations, the
//!   listener and every decision about who comes in, one after the other.
//! - Each helper's connection is a task, which keeps its session over as many connections as it takes, and each session has a thread that captures and encodes the screen and, while there is
//!   control, one that injects.
//! - The **expert's side** (`expert`) is a task, its connection another, and a thread decodes the pictures.
//! - A stop does not wait for any of them: [`Engine::send`] itself shuts the gate of the injecting thread.

mod chat;
mod command;
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
    delivery::code::{CodeError, is_mailbox_address},
    desktop::{NativeWindow, PanePlace, StopKey, StopKeys},
    session::{ControlEnd, ControlRefusal, End, MAX_CHAT_BYTES, MAX_NAME_BYTES, Refusal},
};
pub use command::{Command, InviteRequest, Secret, SendBy, Watched};
pub use publish::Wake;
pub use remote_screen::RemoteScreen;
pub use shared::{FAREWELL, HOLD_BACK, Timing};
pub use start::{Engine, EngineConfig, EngineError};
pub use view::{
    ChatLine, CodeState, CodeView, ConnectStep, ConsentView, ControlView, ExpertEnd,
    ExpertSessionView, ExpertView, FetchFault, FromWhom, HeldBack, HelperStanding, InvitationRow,
    InviteFault, InviteView, LeftOut, ListenView, NoviceEnd, NoviceSessionView, NoviceView,
    OpenFault, PaperView, Seeing, SettingsView, StateLine, StepState, View,
};
