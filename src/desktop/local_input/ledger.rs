//! What Hulp itself injects, written down before it is done, so that its echo is known for ours.

use std::{
    collections::VecDeque,
    sync::{
        Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

/// Something that was done with mouse or keyboard, as the system tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::desktop) enum Act {
    /// A key went down or up.
    Key {
        /// Which, by its place.
        keycode: u8,
        /// Down, or up.
        pressed: bool,
    },
    /// A button went down or up; the wheel is buttons too.
    Button {
        /// Which.
        button: u8,
        /// Down, or up.
        pressed: bool,
    },
    /// The pointer moved.
    Motion,
}

/// Shared by the injector, who notes, and the watcher, who claims. An entry lives until its echo comes, or until the fence
/// after it comes: the injector puts one behind each of its acts, and echoes never come after it.
#[derive(Default)]
pub(in crate::desktop) struct Ledger {
    state: Mutex<State>,
    novice_acted: Condvar,
    blind: AtomicBool,
}

#[derive(Default)]
struct State {
    /// The number of the fence that comes after an entry, and the entry.
    entries: VecDeque<(u32, Act)>,
    fence: u32,
    novice_acts: u64,
}

impl Ledger {
    /// Notes what is about to be injected.
    pub(in crate::desktop) fn note(&self, act: Act) {
        let mut state = self.lock();
        let fence = state.fence;
        state.entries.push_back((fence, act));
    }

    /// The number of the fence to put behind all that was noted so far.
    pub(in crate::desktop) fn fence(&self) -> u32 {
        let mut state = self.lock();
        let fence = state.fence;
        state.fence = fence.wrapping_add(1);
        fence
    }

    /// Whether an act from where injected ones come from is ours; its entry is used up.
    pub(in crate::desktop) fn claim(&self, act: Act) -> bool {
        let mut state = self.lock();
        let entry = state.entries.iter().position(|(_, noted)| *noted == act);
        entry.is_some_and(|entry| state.entries.remove(entry).is_some())
    }

    /// The echo of all that was noted before this fence has come; what is left of it will never come, and must not hide
    /// another's act.
    pub(in crate::desktop) fn settle(&self, fence: u32) {
        // Numbers wrap; those before a fence are less than half the circle behind it.
        let is_before = |noted: u32| fence.wrapping_sub(noted) < u32::MAX / 2;
        self.lock().entries.retain(|(noted, _)| !is_before(*noted));
    }

    /// The novice did something.
    pub(in crate::desktop) fn novice_acted(&self) {
        self.lock().novice_acts += 1;
        self.novice_acted.notify_all();
    }

    /// How often the novice did something.
    pub(in crate::desktop) fn novice_acts(&self) -> u64 {
        self.lock().novice_acts
    }

    /// Waits, but not when the novice did something since `seen` was asked; says whether that is so.
    pub(in crate::desktop) fn wait_unless_novice(&self, time: Duration, seen: u64) -> bool {
        let deadline = Instant::now() + time;
        let mut state = self.lock();
        while state.novice_acts == seen {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            let waited = self.novice_acted.wait_timeout(state, left);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        true
    }

    /// Nobody watches any more: nothing may be injected.
    pub(in crate::desktop) fn go_blind(&self) {
        self.blind.store(true, Ordering::Release);
        self.novice_acted();
    }

    /// Whether nobody watches.
    pub(in crate::desktop) fn is_blind(&self) -> bool {
        self.blind.load(Ordering::Acquire)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(keycode: u8, pressed: bool) -> Act {
        Act::Key { keycode, pressed }
    }

    #[test]
    fn each_entry_claims_one_act() {
        let ledger = Ledger::default();
        ledger.note(key(9, true));
        ledger.note(key(9, false));
        ledger.note(key(9, true));
        assert!(ledger.claim(key(9, true)));
        assert!(!ledger.claim(key(10, true)));
        assert!(ledger.claim(key(9, true)));
        assert!(!ledger.claim(key(9, true)), "the third Escape is another's");
        assert!(ledger.claim(key(9, false)));
    }

    #[test]
    fn one_foreign_act_among_many_of_ours_is_one_too_many_wherever_it_comes() {
        for place in [0, 250, 499] {
            let ledger = Ledger::default();
            let mut foreign = 0;
            for n in 0..500 {
                ledger.note(key(9, true));
                let echoes = if n == place { 2 } else { 1 };
                foreign += (0..echoes).filter(|_| !ledger.claim(key(9, true))).count();
                ledger.settle(ledger.fence());
            }
            assert_eq!(foreign, 1);
        }
    }

    #[test]
    fn a_stale_entry_hides_nothing_behind_its_fence() {
        let ledger = Ledger::default();
        ledger.note(key(9, true));
        let first = ledger.fence();
        ledger.note(Act::Motion);
        ledger.settle(first);
        assert!(!ledger.claim(key(9, true)));
        assert!(ledger.claim(Act::Motion), "noted after the fence");
    }

    #[test]
    fn fences_may_wrap() {
        let ledger = Ledger::default();
        ledger.lock().fence = u32::MAX;
        ledger.note(key(9, true));
        let last = ledger.fence();
        ledger.note(key(10, true));
        let first = ledger.fence();
        assert_eq!((last, first), (u32::MAX, 0));
        ledger.settle(last);
        assert!(!ledger.claim(key(9, true)) && ledger.claim(key(10, true)));
        ledger.note(key(11, true));
        ledger.settle(first);
        assert!(ledger.claim(key(11, true)));
    }

    #[test]
    fn waiting_ends_when_the_novice_acts() {
        let ledger = Ledger::default();
        let seen = ledger.novice_acts();
        assert!(!ledger.wait_unless_novice(Duration::ZERO, seen));
        std::thread::scope(|scope| {
            let waiting = scope.spawn(|| ledger.wait_unless_novice(Duration::from_secs(600), seen));
            ledger.novice_acted();
            assert!(waiting.join().is_ok_and(|acted| acted));
        });
        assert!(!ledger.is_blind());
        ledger.go_blind();
        assert!(ledger.is_blind());
    }
}
