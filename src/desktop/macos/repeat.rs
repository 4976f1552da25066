//! Repeats the key that the expert holds: macOS repeats only those of a real keyboard.

use std::{
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use objc2::rc::autoreleasepool;
use objc2_app_kit::NSEvent;

use super::{carbon, keys::Press, own_windows::have_focus, poster::Poster};
use crate::desktop::DesktopError;

/// What the user set there may be nothing, or nonsense.
const SHORTEST: Duration = Duration::from_millis(10);
const LONGEST: Duration = Duration::from_secs(10);

/// A thread that repeats; it ends with this.
pub(super) struct Repeat(Arc<Shared>);

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// What is held, and when it is to be repeated.
    held: Option<(Press, Instant)>,
    must_end: bool,
}

impl Repeat {
    /// With a poster of its own.
    pub(super) fn start(poster: Poster) -> Result<Self, DesktopError> {
        let shared = Arc::new(Shared::default());
        let repeat = Self(Arc::clone(&shared));
        thread::Builder::new()
            .name("hulp-key-repeat".into())
            .spawn(move || shared.repeat(&poster))
            .map_err(|error| DesktopError::Refused(error.to_string()))?;
        Ok(repeat)
    }

    /// This key is held now, or none: then none is repeated any more when this returns.
    pub(super) fn hold(&self, press: Option<Press>) {
        let due = Instant::now() + pause(NSEvent::keyRepeatDelay());
        self.0.lock().held = press.map(|press| (press, due));
        self.0.changed.notify_all();
    }
}

impl Drop for Repeat {
    fn drop(&mut self) {
        self.0.lock().must_end = true;
        self.0.changed.notify_all();
    }
}

impl Shared {
    fn repeat(&self, poster: &Poster) {
        let mut state = self.lock();
        while !state.must_end {
            let now = Instant::now();
            state = match state.held {
                None => {
                    let told = self.changed.wait(state);
                    told.unwrap_or_else(PoisonError::into_inner)
                }
                Some((_, due)) if due > now => {
                    let told = self.changed.wait_timeout(state, due - now);
                    told.unwrap_or_else(PoisonError::into_inner).0
                }
                // Posted with the lock held, so that none follows the release.
                Some((press, _)) => {
                    // The thread has no pool of its own.
                    if !autoreleasepool(|_| have_focus()) && !carbon::keys_are_kept() {
                        let posted = poster.key(press, true, true);
                        posted
                            .unwrap_or_else(|error| tracing::warn!(%error, "a key did not repeat"));
                    }
                    state.held = Some((press, now + pause(NSEvent::keyRepeatInterval())));
                    state
                }
            };
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn pause(secs: f64) -> Duration {
    let pause = Duration::try_from_secs_f64(secs).unwrap_or(LONGEST);
    pause.clamp(SHORTEST, LONGEST)
}
