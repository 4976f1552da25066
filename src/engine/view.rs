//! All that a user can see: plain data, made by the engine, painted by the window. Sentences are the window's.

mod background;
mod check;
mod contacts;
mod expert;
mod invitations;
mod log;
mod mail;
mod novice;
mod offers;
mod policy;
mod session;
mod settings;
mod summons;

pub use background::{BackgroundView, TrayWords};
pub use check::{CheckFact, CheckFault, CheckGap, CheckPart, CheckState, CheckView, Drawing};
pub use contacts::{CallState, CallView, ContactLine, ContactsView, RingView, RingWants};
pub use expert::{
    ConnectStep, ExpertEnd, ExpertSessionView, ExpertView, FetchFault, LeftOut, OpenFault,
    PaperView, StateLine, StepState,
};
pub use invitations::{CodeState, CodeView, InvitationRow, InviteFault, InviteView};
pub use log::{
    LogCheck, LogExport, LogPageView, LogPicture, LogQuery, LogRow, LogView, PicturesRemoval,
};
pub use mail::{MailState, MailTest, MailView};
pub use novice::{
    ConsentView, DirectWay, ExpectedKey, HelperStanding, ListenView, NoviceEnd, NoviceSessionView,
    NoviceView, WaysView,
};
pub use offers::{
    ComputerView, HelpersChange, HelpersFault, HelpersPaper, HelpersView, NearbyView, OfferedView,
};
pub use policy::{BrokenSettings, PolicyTrouble, PolicyView};
pub use session::{ChatLine, ControlView, FromWhom, HeldBack, Seeing};
pub use settings::SettingsView;
pub use summons::{StartPage, SummonsView};

/// All of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// This computer as the one that gets help.
    pub novice: NoviceView,
    /// This window as the one that gives help.
    pub expert: ExpertView,
    /// The user's contacts.
    pub contacts: ContactsView,
    /// The computers nearby that take offers of help, while they are looked for.
    pub nearby: NearbyView,
    /// The user's settings, as they hold: the administrator's policy is over them.
    pub settings: SettingsView,
    /// The settings' file was none; told until Hulp is closed or settings are saved.
    pub broken_settings: Option<BrokenSettings>,
    /// The administrator's policy.
    pub policy: PolicyView,
    /// What is shown of the log.
    pub log: LogView,
    /// What was tried of this computer, while the user looks at it.
    pub check: Option<CheckView>,
    /// What this window is drawn with, where there is one.
    pub drawing: Option<Drawing>,
    /// What another start of the program wants of this window.
    pub summons: SummonsView,
    /// What there is of Hulp beside this window.
    pub background: BackgroundView,
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
