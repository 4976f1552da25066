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

/// Shared by the injector, who notes, and the watcher, who claims. The injector puts a fence before and one behind each of its
/// turns, and the watcher meets them in order with all that is done: an entry counts from the first on, so that it hides nothing
/// that was done before, and until the second, so that one whose echo never comes hides nothing that is done later.
#[derive(Default)]
pub(in crate::desktop) struct Ledger {
    state: Mutex<State>,
    novice_acted: Condvar,
    blind: AtomicBool,
}

#[derive(Default)]
struct State {
    /// The number of the turn that an entry belongs to, and the entry.
    entries: VecDeque<(u32, Act)>,
    /// The injector's turn.
    turn: u32,
    /// The last turn whose first fence the watcher met.
    met: u32,
    novice_acts: u64,
}

impl Ledger {
    /// The injector's next turn; the number is for its two fences.
    pub(in crate::desktop) fn begin(&self) -> u32 {
        let mut state = self.lock();
        state.turn = state.turn.wrapping_add(1);
        state.turn
    }

    /// Notes what is about to be injected.
    pub(in crate::desktop) fn note(&self, act: Act) {
        let mut state = self.lock();
        let turn = state.turn;
        state.entries.push_back((turn, act));
    }

    /// The fence before a turn was met.
    pub(in crate::desktop) fn meet(&self, turn: u32) {
        self.lock().met = turn;
    }

    /// Whether an act from where injected ones come from is ours; its entry is used up.
    pub(in crate::desktop) fn claim(&self, act: Act) -> bool {
        let mut state = self.lock();
        let met = state.met;
        let entry = state
            .entries
            .iter()
            .position(|(turn, noted)| *noted == act && is_past(*turn, met));
        entry.is_some_and(|entry| state.entries.remove(entry).is_some())
    }

    /// The fence behind a turn was met.
    pub(in crate::desktop) fn settle(&self, turn: u32) {
        self.lock()
            .entries
            .retain(|(noted, _)| !is_past(*noted, turn));
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

/// Whether a turn is this one or was before it. Numbers wrap; what is past is less than half the circle behind.
fn is_past(turn: u32, now: u32) -> bool {
    now.wrapping_sub(turn) < u32::MAX / 2
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A turn whose first fence was met.
    fn turn(ledger: &Ledger) -> u32 {
        let turn = ledger.begin();
        ledger.meet(turn);
        turn
    }

    fn key(keycode: u8, pressed: bool) -> Act {
        Act::Key { keycode, pressed }
    }

    #[test]
    fn each_entry_claims_one_act() {
        let ledger = Ledger::default();
        turn(&ledger);
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
                let turn = turn(&ledger);
                ledger.note(key(9, true));
                let echoes = if n == place { 2 } else { 1 };
                foreign += (0..echoes).filter(|_| !ledger.claim(key(9, true))).count();
                ledger.settle(turn);
            }
            assert_eq!(foreign, 1);
        }
    }

    #[test]
    fn an_entry_hides_nothing_from_before_its_turn_or_behind_it() {
        let ledger = Ledger::default();
        let first = ledger.begin();
        ledger.note(key(9, true));
        assert!(
            !ledger.claim(key(9, true)),
            "done before the fence, and heard late"
        );
        ledger.meet(first);
        let second = ledger.begin();
        ledger.note(Act::Motion);
        ledger.settle(first);
        assert!(!ledger.claim(key(9, true)), "its echo never came");
        ledger.meet(second);
        assert!(ledger.claim(Act::Motion));
    }

    #[test]
    fn turns_may_wrap() {
        let ledger = Ledger::default();
        ledger.lock().turn = u32::MAX - 1;
        let last = turn(&ledger);
        ledger.note(key(9, true));
        let first = turn(&ledger);
        ledger.note(key(10, true));
        assert_eq!((last, first), (u32::MAX, 0));
        ledger.settle(last);
        assert!(!ledger.claim(key(9, true)) && ledger.claim(key(10, true)));
        ledger.note(key(11, true));
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
