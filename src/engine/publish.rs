//! Where the view is kept: changed by the runner, read by the window, which is woken at most once per look.

use std::sync::{
    Arc, Mutex, MutexGuard, PoisonError,
    atomic::{AtomicBool, Ordering},
};

use super::{SettingsView, View};

/// Called when there is something new to see; must not wait.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// The view, and the bell of the window.
pub(super) struct Publisher {
    shown: Mutex<Shown>,
    /// The bell was rung and the window has not looked since.
    rung: AtomicBool,
    wake: Wake,
}

struct Shown {
    view: Arc<View>,
    /// So often settings were asked for, and nobody has begun to keep them.
    settings_under_way: usize,
}

impl Publisher {
    pub(super) fn new(view: View, wake: Wake) -> Self {
        Self {
            shown: Mutex::new(Shown {
                view: Arc::new(view),
                settings_under_way: 0,
            }),
            rung: AtomicBool::new(false),
            wake,
        }
    }

    /// The view as it is now.
    pub(super) fn view(&self) -> Arc<View> {
        // First the bell, then the look: a change in between rings again.
        self.rung.store(false, Ordering::SeqCst);
        self.lock().view.clone()
    }

    /// The same, without counting as a look of the window's.
    pub(super) fn peek(&self) -> Arc<View> {
        self.lock().view.clone()
    }

    /// Changes the view and rings.
    pub(super) fn change<R>(&self, change: impl FnOnce(&mut View) -> R) -> R {
        let result = change(Arc::make_mut(&mut self.lock().view));
        self.ring();
        result
    }

    /// Shows settings as soon as they are asked for, for whatever is asked next must find them; keeping them takes its time.
    pub(super) fn ask_settings(&self, settings: SettingsView) {
        let mut shown = self.lock();
        shown.settings_under_way += 1;
        Arc::make_mut(&mut shown.view).settings = settings;
        drop(shown);
        self.ring();
    }

    /// The next ones that were asked for are being kept now.
    pub(super) fn take_settings(&self) {
        let mut shown = self.lock();
        shown.settings_under_way = shown.settings_under_way.saturating_sub(1);
    }

    /// Shows the settings that are kept now, unless newer ones are on their way: those would be gone for as long, and a Connect
    /// meanwhile would go by the old ones.
    pub(super) fn show_kept_settings(&self, kept: SettingsView) {
        let mut shown = self.lock();
        if shown.settings_under_way == 0 {
            Arc::make_mut(&mut shown.view).settings = kept;
        }
        drop(shown);
        self.ring();
    }

    /// Rings because something that the view shares has changed: the remote screen.
    pub(super) fn ring(&self) {
        if !self.rung.swap(true, Ordering::SeqCst) {
            (self.wake)();
        }
    }

    fn lock(&self) -> MutexGuard<'_, Shown> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicUsize;

    use super::*;

    #[test]
    fn the_window_is_woken_once_per_look() {
        let rings = Arc::new(AtomicUsize::new(0));
        let counted = rings.clone();
        let wake: Wake = Arc::new(move || {
            counted.fetch_add(1, Ordering::SeqCst);
        });
        let publisher = Publisher::new(View::default(), wake);
        for _ in 0..100 {
            publisher.change(|view| view.settings.port += 1);
        }
        assert_eq!(rings.load(Ordering::SeqCst), 1);
        assert_eq!(publisher.view().settings.port, 4857 + 100);
        publisher.ring();
        assert_eq!(rings.load(Ordering::SeqCst), 2);
    }

    #[test]
    fn settings_that_were_asked_for_last_stay_until_they_are_kept() {
        let publisher = Publisher::new(View::default(), Arc::new(|| ()));
        let at = |port| SettingsView {
            port,
            ..SettingsView::default()
        };
        let shown = || publisher.view().settings.port;
        publisher.ask_settings(at(1));
        publisher.ask_settings(at(2));
        publisher.take_settings();
        publisher.show_kept_settings(at(1));
        assert_eq!(shown(), 2);
        publisher.take_settings();
        publisher.show_kept_settings(at(3));
        assert_eq!(shown(), 3, "as they were kept at last");
    }

    #[test]
    fn a_view_in_hand_does_not_change() {
        let publisher = Publisher::new(View::default(), Arc::new(|| ()));
        let before = publisher.view();
        publisher.change(|view| view.settings.port = 1);
        assert_eq!(before.settings.port, 4857);
        assert_eq!(publisher.view().settings.port, 1);
    }
}
