//! Whether an act is the novice's, and what it means. Pure: the same on every system.

use std::collections::HashSet;

use super::ledger::{Act, Ledger};
use crate::desktop::{LocalInput, StopKey};

/// Where an act came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// A device that can be touched.
    Hardware(u16),
    /// Where all injected acts come from: ours, an on-screen keyboard's, any program's.
    Injection(u16),
}

/// What a key is, by the layout of the keyboard that it came from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct KeyMeaning {
    /// Escape.
    pub(super) is_escape: bool,
    /// The C of shortcuts.
    pub(super) is_c: bool,
    /// A Control key.
    pub(super) is_control: bool,
}

/// Keeps what is needed to know what the next key means.
#[derive(Default)]
pub(super) struct Judge {
    /// Control is on, as the system has it: held, latched or locked, by whomever.
    control_is_on: bool,
    /// The Control keys that the novice holds. Known before the system has them on, and also while a program keeps the keyboard
    /// frozen.
    novice_controls: HashSet<(u16, u8)>,
}

impl Judge {
    /// What the novice did, or nothing when it was us. `meaning` is asked for keys of the novice's alone.
    ///
    /// An Escape or Ctrl+C is the novice's when the Escape or C is, whoever holds Control: rather too often than not.
    pub(super) fn judge(
        &mut self,
        ledger: &Ledger,
        source: Source,
        act: Act,
        meaning: impl FnOnce() -> KeyMeaning,
    ) -> Option<LocalInput> {
        if matches!(source, Source::Injection(_)) && ledger.claim(act) {
            return None;
        }
        let (Source::Hardware(device) | Source::Injection(device)) = source;
        match act {
            Act::Motion | Act::Button { pressed: true, .. } => Some(LocalInput::Pointer),
            Act::Button { pressed: false, .. } => None,
            Act::Key {
                keycode,
                pressed: false,
            } => {
                self.novice_controls.remove(&(device, keycode));
                None
            }
            Act::Key {
                keycode,
                pressed: true,
            } => {
                let meaning = meaning();
                if meaning.is_control {
                    self.novice_controls.insert((device, keycode));
                }
                let with_control = self.control_is_on || !self.novice_controls.is_empty();
                Some(if meaning.is_escape {
                    LocalInput::Stop(StopKey::Escape)
                } else if meaning.is_c && with_control {
                    LocalInput::Stop(StopKey::CtrlC)
                } else {
                    LocalInput::Key
                })
            }
        }
    }

    /// The system told whether Control is on. That it is off does not say that the novice holds none: when the helper's is let go,
    /// which the novice's own brings about, the system has it off for both.
    pub(super) fn control_is(&mut self, on: bool) {
        self.control_is_on = on;
    }

    /// The novice holds no Control of this device any more, though no release was seen: it was unplugged, say.
    pub(super) fn forget_controls(&mut self, device: u16) {
        self.novice_controls.retain(|(held, _)| *held != device);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYBOARD: Source = Source::Hardware(8);
    const INJECTION: Source = Source::Injection(5);
    const ESC: u8 = 9;
    const CTRL: u8 = 37;
    const C: u8 = 54;
    const A: u8 = 38;

    struct Case {
        judge: Judge,
        ledger: Ledger,
    }

    impl Case {
        fn new() -> Self {
            Self {
                judge: Judge::default(),
                ledger: Ledger::default(),
            }
        }

        fn key(&mut self, source: Source, keycode: u8, pressed: bool) -> Option<LocalInput> {
            let meaning = || KeyMeaning {
                is_escape: keycode == ESC,
                is_c: keycode == C,
                is_control: keycode == CTRL,
            };
            let act = Act::Key { keycode, pressed };
            self.judge.judge(&self.ledger, source, act, meaning)
        }

        fn ours(&mut self, keycode: u8, pressed: bool) -> Option<LocalInput> {
            self.ledger.note(Act::Key { keycode, pressed });
            self.key(INJECTION, keycode, pressed)
        }
    }

    const STOP_ESC: Option<LocalInput> = Some(LocalInput::Stop(StopKey::Escape));
    const STOP_C: Option<LocalInput> = Some(LocalInput::Stop(StopKey::CtrlC));

    #[test]
    fn the_novices_escape_stops_and_ours_does_not() {
        let mut case = Case::new();
        assert_eq!(case.key(KEYBOARD, ESC, true), STOP_ESC);
        assert_eq!(case.key(KEYBOARD, ESC, false), None);
        assert_eq!(
            case.key(INJECTION, ESC, true),
            STOP_ESC,
            "an on-screen keyboard"
        );
        assert_eq!(case.ours(ESC, true), None);
        assert_eq!(case.ours(ESC, false), None);
        case.ledger.note(Act::Key {
            keycode: ESC,
            pressed: true,
        });
        assert_eq!(
            case.key(KEYBOARD, ESC, true),
            STOP_ESC,
            "while ours is under way"
        );
    }

    #[test]
    fn control_and_c() {
        let mut case = Case::new();
        assert_eq!(case.key(KEYBOARD, C, true), Some(LocalInput::Key));
        assert_eq!(case.key(KEYBOARD, CTRL, true), Some(LocalInput::Key));
        assert_eq!(case.key(KEYBOARD, A, true), Some(LocalInput::Key));
        assert_eq!(case.key(KEYBOARD, C, true), STOP_C);
        assert_eq!(case.key(KEYBOARD, CTRL, false), None);
        assert_eq!(case.key(KEYBOARD, C, true), Some(LocalInput::Key));

        // Ours alone is nothing; the novice's Control with our C is nothing more than that Control.
        assert_eq!(case.ours(CTRL, true), None);
        case.judge.control_is(true);
        assert_eq!(case.ours(C, true), None);
        assert_eq!(case.ours(C, false), None);
        // Our Control with the novice's C stops: rather too often than not.
        assert_eq!(case.key(KEYBOARD, C, true), STOP_C);
        assert_eq!(case.ours(CTRL, false), None);
        case.judge.control_is(false);
        assert_eq!(case.key(KEYBOARD, CTRL, true), Some(LocalInput::Key));
        case.judge.control_is(true);
        assert_eq!(case.ours(C, true), None);
    }

    #[test]
    fn a_control_key_that_was_unplugged_is_forgotten() {
        let mut case = Case::new();
        case.key(KEYBOARD, CTRL, true);
        case.judge.control_is(true);
        case.judge.control_is(false);
        case.judge.forget_controls(5); // of another
        assert_eq!(case.key(KEYBOARD, C, true), STOP_C);
        case.judge.forget_controls(8);
        assert_eq!(case.key(KEYBOARD, C, true), Some(LocalInput::Key));
    }

    #[test]
    fn the_helpers_control_that_is_let_go_takes_none_from_the_novice() {
        let mut case = Case::new();
        assert_eq!(case.ours(CTRL, true), None);
        case.judge.control_is(true);
        // What the novice does has the helper's let go, and with it the system takes Control for up.
        assert_eq!(case.key(KEYBOARD, CTRL, true), Some(LocalInput::Key));
        assert_eq!(case.ours(CTRL, false), None);
        case.judge.control_is(false);
        assert_eq!(case.key(KEYBOARD, C, true), STOP_C);
    }

    #[test]
    fn pointers_count_when_they_move_or_press() {
        let mut case = Case::new();
        let mut told = |source, act| {
            case.judge
                .judge(&case.ledger, source, act, KeyMeaning::default)
        };
        let button = |pressed| Act::Button { button: 1, pressed };
        assert_eq!(told(KEYBOARD, Act::Motion), Some(LocalInput::Pointer));
        assert_eq!(told(KEYBOARD, button(true)), Some(LocalInput::Pointer));
        assert_eq!(told(KEYBOARD, button(false)), None);
        assert_eq!(told(INJECTION, Act::Motion), Some(LocalInput::Pointer));
        case.ledger.note(Act::Motion);
        let act = case
            .judge
            .judge(&case.ledger, INJECTION, Act::Motion, KeyMeaning::default);
        assert_eq!(act, None);
    }
}
