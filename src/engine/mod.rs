//! The runner: owns the runtime, the threads and the channels; the only place where things happen by themselves.

mod command;
mod remote_screen;
mod view;

pub use crate::{
    desktop::{StopKey, StopKeys},
    session::{ControlEnd, ControlRefusal, End, MAX_CHAT_BYTES, MAX_NAME_BYTES, Refusal},
};
pub use command::{Command, InviteRequest, Secret};
pub use remote_screen::RemoteScreen;
pub use view::{
    ChatLine, ConnectStep, ConsentView, ControlView, ExpertEnd, ExpertSessionView, ExpertView,
    FromWhom, HeldBack, HelperStanding, InvitationRow, InviteFault, InviteView, LeftOut,
    ListenView, NoviceEnd, NoviceSessionView, NoviceView, OpenFault, PaperView, Seeing,
    SettingsView, StateLine, StepState, View,
};
