//! Repeats a key that is held: keyboards do that on Windows, so what is injected does not repeat by itself.
#![allow(unsafe_code)]

use std::{
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
    time::Duration,
};

use windows_sys::Win32::UI::WindowsAndMessaging::{
    SPI_GETKEYBOARDDELAY, SPI_GETKEYBOARDSPEED, SystemParametersInfoW,
};

use super::{windows_hand::repeat, windows_own::have_focus};
use crate::desktop::DesktopError;

/// How long before a held key repeats, for each of the four settings of it.
const DELAY: Duration = Duration::from_millis(250);
/// How often it then does, at the slowest and the fastest of the 32 settings: from 2.5 to 30 times a second.
const SLOWEST_MS: u32 = 400;
const FASTEST_MS: u32 = 33;
const FASTEST_SETTING: u32 = 31;

/// Repeats one key at a time, in a thread of its own.
pub(super) struct Repeater {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Shared {
    work: Mutex<Work>,
    changed: Condvar,
}

#[derive(Default)]
struct Work {
    key: Option<u8>,
    /// How often another key was chosen.
    turn: u64,
    is_over: bool,
}

impl Repeater {
    /// One whose repeats have this mark.
    pub(super) fn start(mark: usize) -> Result<Self, DesktopError> {
        let shared = Arc::new(Shared::default());
        let working = shared.clone();
        let thread = thread::Builder::new()
            .name("hulp-repeat".into())
            .spawn(move || working.run(mark))
            .map_err(|error| DesktopError::Refused(error.to_string()))?;
        Ok(Self {
            shared,
            thread: Some(thread),
        })
    }

    /// Repeats this key from now on, or none. When it returns the last one repeats no more.
    pub(super) fn hold(&self, key: Option<u8>) {
        let mut work = self.shared.lock();
        work.key = key;
        work.turn += 1;
        self.shared.changed.notify_one();
    }
}

impl Drop for Repeater {
    fn drop(&mut self) {
        self.shared.lock().is_over = true;
        self.shared.changed.notify_one();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Shared {
    fn run(&self, mark: usize) {
        let mut work = self.lock();
        let mut repeated = None;
        while !work.is_over {
            let Some(key) = work.key else {
                work = ignore_poison(self.changed.wait(work));
                continue;
            };
            let turn = work.turn;
            let pause = match repeated {
                Some(last) if last == turn => interval(),
                _ => delay(),
            };
            let waited = self.changed.wait_timeout(work, pause);
            work = waited.unwrap_or_else(PoisonError::into_inner).0;
            if work.is_over || work.turn != turn {
                continue;
            }
            // Held while it is done, so that `hold` waits for it.
            if have_focus() || repeat(key, mark).is_err() {
                work.key = None;
            }
            repeated = Some(turn);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Work> {
        ignore_poison(self.work.lock())
    }
}

fn ignore_poison<T>(result: Result<T, PoisonError<T>>) -> T {
    result.unwrap_or_else(PoisonError::into_inner)
}

/// As the user set it.
fn delay() -> Duration {
    DELAY * (setting(SPI_GETKEYBOARDDELAY).min(3) + 1)
}

fn interval() -> Duration {
    let speed = setting(SPI_GETKEYBOARDSPEED).min(FASTEST_SETTING);
    let span = SLOWEST_MS - FASTEST_MS;
    Duration::from_millis((SLOWEST_MS - span * speed / FASTEST_SETTING).into())
}

fn setting(which: u32) -> u32 {
    let mut value = 0_u32;
    // SAFETY: both of these settings are written as one number of 32 bits, which outlives the call.
    unsafe { SystemParametersInfoW(which, 0, (&raw mut value).cast(), 0) };
    value
}
