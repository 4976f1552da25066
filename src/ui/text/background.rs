//! The sentences of the tray, of notices, and of a window that is closed while helpers are waited for.

use super::{contact, offer, seen};
use crate::{
    engine::{ControlView, ExpertView, Notice, Seeing, TrayLook, TrayPick, TrayState, View},
    language::{Who, say},
    ui::background::{Question, Waiting},
};

/// How the user gets back to a window that was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayBack {
    /// By the icon in the tray.
    Tray,
    /// By starting Hulp again.
    Start,
    /// It is only made small.
    TaskBar,
}

/// What the icon in the tray says.
pub fn tray_look(view: &View) -> TrayLook {
    let mut menu = vec![(TrayPick::Open, say!("tray-open"))];
    let (state, tooltip) = match &view.novice.session {
        Some(session) => {
            let is_controlled = matches!(session.control, ControlView::Granted { .. });
            if is_controlled {
                menu.push((TrayPick::StopControl, say!("tray-stop-control")));
            }
            menu.push((TrayPick::Disconnect, say!("tray-disconnect")));
            let is_seen = session.seeing == Seeing::Yes && session.reconnecting.is_none();
            let state = match (is_seen, is_controlled) {
                (true, true) => TrayState::Controlled,
                (true, false) => TrayState::Seen,
                (false, _) => TrayState::Waiting,
            };
            (state, seen(&session.helper_name, session))
        }
        None => waits(Waiting::of(view)),
    };
    menu.push((TrayPick::Quit, say!("tray-quit")));
    TrayLook {
        state,
        tooltip,
        menu,
    }
}

fn waits(waiting: Waiting) -> (TrayState, String) {
    let what = match (waiting.invitations, waiting.offers) {
        (0, false) => return (TrayState::Idle, "Hulp".to_owned()),
        (0, true) => say!("tray-takes-offers"),
        (open, false) => say!("tray-waits", count = open),
        (open, true) => say!("tray-waits-and-takes-offers", count = open),
    };
    (TrayState::Waiting, what)
}

/// The notice of a question that the user may not see.
pub fn notice(view: &View, question: Question) -> Option<Notice> {
    let novice = &view.novice;
    let (title, text) = match question {
        Question::Helper(_) => {
            let consent = novice.consent.as_ref()?;
            let title = match &consent.offered {
                Some(offered) => offer::heading(&consent.helper_name, offered),
                None => say!("somebody-wants-to-help", who = Who(&consent.helper_name)),
            };
            (title, say!("notice-may-see"))
        }
        Question::Control(_) => {
            let name = &novice.session.as_ref()?.helper_name;
            (
                say!("control-question-title", who = Who(name)),
                say!("notice-may-control"),
            )
        }
        Question::Ring(_) => (
            contact::ring(view.contacts.rings.first()?),
            say!("notice-ring"),
        ),
    };
    Some(Notice {
        title,
        text,
        open: say!("tray-open"),
    })
}

/// What goes on when the window is closed, and how one gets back to it.
pub fn goes_on(waiting: Waiting, back: WayBack) -> String {
    let what = match (waiting.invitations, waiting.offers) {
        (0, _) => say!("closing-offers"),
        (open, false) => say!("closing-waits", count = open),
        (open, true) => say!("closing-waits-and-offers", count = open),
    };
    let how = match back {
        WayBack::Tray => say!("closing-back-by-tray"),
        WayBack::Start => say!("closing-back-by-start"),
        WayBack::TaskBar => say!("closing-back-by-task-bar"),
    };
    say!("closing-goes-on", what = what, how = how)
}

/// What else ends when the window is closed.
pub fn ends_too(expert: &ExpertView) -> Option<String> {
    match expert {
        ExpertView::Session(_) => Some(say!("closing-ends-session")),
        ExpertView::Connecting { .. } => Some(say!("closing-ends-connecting")),
        _ => None,
    }
}
