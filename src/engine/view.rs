//! All that a user can see: plain data, made by the engine, painted by the window. Sentences are the window's.

mod contacts;
mod expert;
mod invitations;
mod mail;
mod novice;
mod session;
mod settings;

pub use contacts::{CallState, CallView, ContactLine, ContactsView, RingView, RingWants};
pub use expert::{
    ConnectStep, ExpertEnd, ExpertSessionView, ExpertView, FetchFault, LeftOut, OpenFault,
    PaperView, StateLine, StepState,
};
pub use invitations::{CodeState, CodeView, InvitationRow, InviteFault, InviteView};
pub use mail::{MailState, MailTest, MailView};
pub use novice::{
    ConsentView, DirectWay, ExpectedKey, HelperStanding, ListenView, NoviceEnd, NoviceSessionView,
    NoviceView, WaysView,
};
pub use session::{ChatLine, ControlView, FromWhom, HeldBack, Seeing};
pub use settings::SettingsView;

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
