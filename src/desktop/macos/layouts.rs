//! The keyboard's layout for whoever is not the main thread, which alone may ask for it.

use std::{
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use dispatch2::DispatchQueue;

use super::{carbon, keys::Layout};

/// How long the first answer is waited for. The main thread may have something else to do, or be waiting for us.
const PATIENCE: Duration = Duration::from_millis(300);
/// How old an answer may be: the novice may choose another layout.
const KNOWN_FOR: Duration = Duration::from_secs(1);

/// What the main thread was asked, and answered.
pub(super) struct Layouts {
    told: Arc<(Mutex<Told>, Condvar)>,
}

#[derive(Default)]
struct Told {
    /// When the last question was put.
    asked: Option<Instant>,
    /// It was answered.
    is_answered: bool,
    layout: Option<Arc<Layout>>,
}

impl Layouts {
    /// Asks already, so that the answer is there when it is needed.
    pub(super) fn open() -> Self {
        let layouts = Self {
            told: Arc::default(),
        };
        layouts.ask(&mut lock(&layouts.told.0));
        layouts
    }

    /// The layout as it was a moment ago; one without signs where the main thread did not answer.
    pub(super) fn now(&self) -> Arc<Layout> {
        let (told, answered) = &*self.told;
        let waited = answered.wait_timeout_while(lock(told), PATIENCE, |told| {
            !told.is_answered && told.layout.is_none()
        });
        let mut told = waited.unwrap_or_else(PoisonError::into_inner).0;
        let is_old = told.asked.is_none_or(|asked| asked.elapsed() > KNOWN_FOR);
        if is_old && told.is_answered {
            self.ask(&mut told);
        }
        told.layout.clone().unwrap_or_default()
    }

    fn ask(&self, told: &mut Told) {
        told.asked = Some(Instant::now());
        told.is_answered = false;
        let shared = Arc::clone(&self.told);
        DispatchQueue::main().exec_async(move || {
            let layout = carbon::layout();
            let (told, answered) = &*shared;
            let mut told = lock(told);
            told.is_answered = true;
            if let Some(layout) = layout {
                told.layout = Some(Arc::new(layout));
            }
            answered.notify_all();
        });
    }
}

fn lock(told: &Mutex<Told>) -> MutexGuard<'_, Told> {
    told.lock().unwrap_or_else(PoisonError::into_inner)
}
