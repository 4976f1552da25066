//! Where the view is kept: changed by the runner, read by the window, which is woken at most once per look.

use std::sync::{
    Arc, Mutex, MutexGuard, PoisonError,
    atomic::{AtomicBool, Ordering},
};

use super::View;

/// Called when there is something new to see; must not wait.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// The view, and the bell of the window.
pub(super) struct Publisher {
    view: Mutex<Arc<View>>,
    /// The bell was rung and the window has not looked since.
    rung: AtomicBool,
    wake: Wake,
}

impl Publisher {
    pub(super) fn new(view: View, wake: Wake) -> Self {
        Self {
            view: Mutex::new(Arc::new(view)),
            rung: AtomicBool::new(false),
            wake,
        }
    }

    /// The view as it is now.
    pub(super) fn view(&self) -> Arc<View> {
        // First the bell, then the look: a change in between rings again.
        self.rung.store(false, Ordering::SeqCst);
        self.lock().clone()
    }

    /// The same, without counting as a look of the window's.
    pub(super) fn peek(&self) -> Arc<View> {
        self.lock().clone()
    }

    /// Changes the view and rings.
    pub(super) fn change<R>(&self, change: impl FnOnce(&mut View) -> R) -> R {
        let result = change(Arc::make_mut(&mut self.lock()));
        self.ring();
        result
    }

    /// Rings because something that the view shares has changed: the remote screen.
    pub(super) fn ring(&self) {
        if !self.rung.swap(true, Ordering::SeqCst) {
            (self.wake)();
        }
    }

    fn lock(&self) -> MutexGuard<'_, Arc<View>> {
        self.view.lock().unwrap_or_else(PoisonError::into_inner)
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
    fn a_view_in_hand_does_not_change() {
        let publisher = Publisher::new(View::default(), Arc::new(|| ()));
        let before = publisher.view();
        publisher.change(|view| view.settings.port = 1);
        assert_eq!(before.settings.port, 4857);
        assert_eq!(publisher.view().settings.port, 1);
    }
}
