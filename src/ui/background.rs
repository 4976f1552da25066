//! When the window shows itself, when closing hides it, and what asks for the user.

use std::{cell::Cell, rc::Rc};

use crate::{
    engine::{ControlView, ExpertView, ListenView, RingId, View},
    invitation::InvitationState,
};

/// Whether the window is hidden, shared by who hides it and who lets it be painted.
pub type Hidden = Rc<Cell<bool>>;

/// What somebody asks the user, who may be looking elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// May someone see the screen?
    Helper(u64),
    /// May someone take control?
    Control(u64),
    /// A contact calls.
    Ring(RingId),
}

/// What is asked now; the window shows the same one.
pub fn question(view: &View) -> Option<Question> {
    if let Some(consent) = &view.novice.consent {
        return Some(Question::Helper(consent.question));
    }
    match &view.novice.session {
        Some(session) => match session.control {
            ControlView::Asked { question, .. } => Some(Question::Control(question)),
            _ => None,
        },
        None if matches!(view.expert, ExpertView::Session(_)) => None,
        None => (view.contacts.rings.first()).map(|ring| Question::Ring(ring.id)),
    }
}

/// Whether the window must be seen, whatever the user did with it: somebody asks, or somebody is here.
pub fn must_be_seen(view: &View) -> bool {
    question(view).is_some() || view.novice.session.is_some()
}

/// Whether a Hulp that was started without a window needs one now.
pub fn needs_window(view: &View) -> bool {
    must_be_seen(view) || view.summons.number > 0
}

/// What this process waits for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// So many invitations are open.
    pub invitations: usize,
    /// Whether offers of help are taken.
    pub offers: bool,
}

impl Waiting {
    /// As the view has it.
    pub fn of(view: &View) -> Self {
        let novice = &view.novice;
        if matches!(novice.listen, ListenView::Off | ListenView::OwnedByAnother) {
            return Self::default();
        }
        let rows = novice.invitations.iter();
        Self {
            invitations: rows
                .filter(|row| row.state == InvitationState::Open)
                .count(),
            offers: novice.takes_offers,
        }
    }

    /// Whether it waits for anybody.
    pub fn is_on(self) -> bool {
        self.invitations > 0 || self.offers
    }
}

/// What comes of closing the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnClose {
    /// Hulp ends.
    End,
    /// The user is told what goes on, and chooses.
    Ask,
    /// It goes on without a window.
    Hide,
}

/// What comes of closing the window. The user is told once; and each time where the closing page is the only way to end Hulp, or where
/// somebody is connected, whom nothing must hide.
pub fn on_close(view: &View, was_told: bool) -> OnClose {
    let in_session = view.novice.session.is_some() || matches!(view.expert, ExpertView::Session(_));
    if view.background.quits || !Waiting::of(view).is_on() {
        OnClose::End
    } else if was_told && view.background.in_tray && !in_session {
        OnClose::Hide
    } else {
        OnClose::Ask
    }
}
