//! What the stand-in has around the window: a tray, notices, and programs that start at log-in.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::FakeDesktop;
use crate::desktop::{
    AutostartError, Notice, NoticeClicked, Notices, Tray, TrayEvent, TrayLook, TrayPick, TraySink,
};

/// All of that, shared by who uses it and who looks at it.
#[derive(Clone, Default)]
pub(super) struct FakeBackground(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    icon: Option<(TrayLook, TraySink)>,
    notice: Option<Notice>,
    clicked: Option<NoticeClicked>,
    expects_helpers: bool,
    at_login: bool,
    autostart_fails: Option<AutostartError>,
}

impl FakeDesktop {
    /// The icon in the tray, while there is one.
    pub fn tray(&self) -> Option<TrayLook> {
        let state = self.0.background.lock();
        state.icon.as_ref().map(|(look, _)| look.clone())
    }

    /// Picks an entry of its menu, if it is there.
    pub fn pick(&self, pick: TrayPick) -> bool {
        let state = self.0.background.lock();
        let sink = state.icon.as_ref().and_then(|(look, sink)| {
            let is_there = look.menu.iter().any(|(entry, _)| *entry == pick);
            is_there.then(|| sink.clone())
        });
        drop(state);
        sink.inspect(|sink| sink(TrayEvent::Picked(pick))).is_some()
    }

    /// The notice that is shown.
    pub fn notice(&self) -> Option<Notice> {
        self.0.background.lock().notice.clone()
    }

    /// Clicks it.
    pub fn click_notice(&self) {
        let clicked = self.0.background.lock().clicked.clone();
        if let Some(clicked) = clicked {
            clicked();
        }
    }

    /// Whether it was told that somebody is invited.
    pub fn expects_helpers(&self) -> bool {
        self.0.background.lock().expects_helpers
    }

    /// Makes Hulp start at log-in or not, as somebody does with another program.
    pub fn set_starts_at_login(&self, on: bool) {
        self.0.background.lock().at_login = on;
    }

    /// Makes that fail when Hulp tries, or work again.
    pub fn fail_autostart(&self, error: Option<AutostartError>) {
        self.0.background.lock().autostart_fails = error;
    }
}

impl FakeBackground {
    pub(super) fn open_tray(&self, look: &TrayLook, sink: TraySink) -> Box<dyn Tray> {
        self.lock().icon = Some((look.clone(), sink.clone()));
        sink(TrayEvent::Shown(true));
        Box::new(self.clone())
    }

    pub(super) fn open_notices(&self, clicked: NoticeClicked) -> Box<dyn Notices> {
        self.lock().clicked = Some(clicked);
        Box::new(FakeNotices(self.clone()))
    }

    pub(super) fn expect_helpers(&self) {
        self.lock().expects_helpers = true;
    }

    pub(super) fn starts_at_login(&self) -> bool {
        self.lock().at_login
    }

    pub(super) fn start_at_login(&self, on: bool) -> Result<(), AutostartError> {
        let mut state = self.lock();
        if let Some(error) = state.autostart_fails.clone() {
            return Err(error);
        }
        state.at_login = on;
        Ok(())
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Tray for FakeBackground {
    fn show(&mut self, look: &TrayLook) {
        if let Some((shown, _)) = &mut self.lock().icon {
            *shown = look.clone();
        }
    }
}

struct FakeNotices(FakeBackground);

impl Notices for FakeNotices {
    fn show(&mut self, notice: &Notice) {
        self.0.lock().notice = Some(notice.clone());
    }

    fn withdraw(&mut self) {
        self.0.lock().notice = None;
    }
}
