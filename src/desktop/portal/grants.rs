//! What the desktop let us do, shared by those who do it.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    time::Duration,
};

use super::{
    bus::OnActivated,
    session::{Asked, Session},
    shortcut::{SHORTCUT_PATIENCE, StopShortcut},
};
use crate::{desktop::DesktopError, screen::Size};

/// The sessions with the portal.
///
/// There are two questions of the desktop's, and each comes right after Hulp's own that it belongs to: to see the screen when the
/// novice said yes to that, and mouse and keyboard when the novice said yes a second time. One for both would be one dialog less.
/// But a session cannot be given more once it is started, so that one would have to ask for mouse and keyboard before anybody wants
/// them, also where only seeing is allowed, and would leave them open until the end. So the second one is a session of its own, asks
/// for the screen as well (places of the pointer are those of a shared screen), and is closed when control stops; while it is open
/// the pictures are its own, so that what is seen and what is clicked are the same screen.
pub(super) struct Grants {
    /// The session bus; without, the one that the environment names.
    bus: Option<String>,
    /// How long the user may take to answer.
    patience: Duration,
    /// What spares the user the same question while Hulp runs.
    screen_token: Token,
    control_token: Token,
    /// Locked while a question is asked, so that there is one question at a time.
    asking: Mutex<()>,
    controlled: Mutex<Weak<Session>>,
    /// The size of the picture that is looked at.
    shown: Mutex<Size>,
}

/// Of the last session of its kind.
type Token = Mutex<Option<String>>;

impl Grants {
    /// Nothing yet.
    pub(super) fn new(bus: Option<String>, patience: Duration) -> Self {
        Self {
            bus,
            patience,
            screen_token: Token::default(),
            control_token: Token::default(),
            asking: Mutex::default(),
            controlled: Mutex::default(),
            shown: Mutex::default(),
        }
    }

    /// Asks to see the screen. Each time for a session of its own: to one whose pictures somebody else takes already a still screen
    /// would send none.
    pub(super) fn screen(&self) -> Result<Arc<Session>, DesktopError> {
        self.ask(Asked::Screen, &self.screen_token)
    }

    /// Asks to use mouse and keyboard.
    pub(super) fn control(&self) -> Result<Arc<Session>, DesktopError> {
        let session = self.ask(Asked::Control, &self.control_token)?;
        *lock(&self.controlled) = Arc::downgrade(&session);
        Ok(session)
    }

    /// Asks for keys that stop whoever uses them.
    pub(super) fn stop_shortcut(
        &self,
        on_pressed: OnActivated,
    ) -> Result<StopShortcut, DesktopError> {
        let _asking = lock(&self.asking);
        let patience = self.patience.min(SHORTCUT_PATIENCE);
        StopShortcut::bind(self.bus.as_deref(), patience, on_pressed)
    }

    /// The session of whoever uses mouse and keyboard now.
    pub(super) fn controlled(&self) -> Option<Arc<Session>> {
        let session = lock(&self.controlled).upgrade()?;
        session.why_ended().is_none().then_some(session)
    }

    /// The size of the picture that is looked at; empty before the first.
    pub(super) fn shown(&self) -> Size {
        *lock(&self.shown)
    }

    /// The picture that is looked at has this size.
    pub(super) fn show(&self, size: Size) {
        *lock(&self.shown) = size;
    }

    fn ask(&self, asked: Asked, token: &Token) -> Result<Arc<Session>, DesktopError> {
        let _asking = lock(&self.asking);
        let mut token = lock(token);
        // A token holds once.
        let known = token.take();
        let session = Session::open(self.bus.as_deref(), asked, known.as_deref(), self.patience)?;
        *token = session.token().map(str::to_owned);
        Ok(Arc::new(session))
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
