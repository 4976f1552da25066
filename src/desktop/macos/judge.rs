//! What the novice's own mouse and keys mean. Whose an event is needs no judging here: what Hulp injects bears a mark. Pure.

use crate::desktop::{LocalInput, StopKey};

/// `kVK_Escape`: the same key on every keyboard.
const ESCAPE: i64 = 53;
/// `kVK_ANSI_C`: where most layouts have the C.
const C: i64 = 8;
/// What Control makes of a C, whatever the layout.
const CONTROL_C: char = '\u{3}';

/// Something that was done with mouse or keyboard and is not Hulp's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// The pointer moved by so much, which may be nothing.
    Moved {
        /// To the right, in points.
        right: i64,
        /// Downwards.
        down: i64,
    },
    /// A button went down, something was dragged, or the wheel turned.
    Pointer,
    /// A key went down.
    Key {
        /// Which, by its place.
        keycode: i64,
        /// What it types, if anything.
        sign: Option<char>,
        /// With Control.
        with_control: bool,
    },
    /// A Shift, Control, Option or Command went down or up.
    Modifier,
}

/// What it means for control. An Escape or Ctrl+C is taken for one rather too often than not.
pub(super) fn meaning(act: Act) -> Option<LocalInput> {
    match act {
        Act::Moved { right: 0, down: 0 } => None,
        Act::Moved { .. } | Act::Pointer => Some(LocalInput::Pointer),
        Act::Key {
            keycode: ESCAPE, ..
        } => Some(LocalInput::Stop(StopKey::Escape)),
        Act::Key {
            keycode,
            sign,
            with_control: true,
        } if keycode == C || matches!(sign, Some('c' | 'C' | CONTROL_C)) => {
            Some(LocalInput::Stop(StopKey::CtrlC))
        }
        Act::Key { .. } | Act::Modifier => Some(LocalInput::Key),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(keycode: i64, sign: char, with_control: bool) -> Option<LocalInput> {
        let sign = Some(sign);
        meaning(Act::Key {
            keycode,
            sign,
            with_control,
        })
    }

    #[test]
    fn escape_and_control_with_c_stop_wherever_the_layout_has_them() {
        let stop = |key| Some(LocalInput::Stop(key));
        assert_eq!(key(ESCAPE, '\u{1b}', false), stop(StopKey::Escape));
        assert_eq!(key(ESCAPE, '\u{1b}', true), stop(StopKey::Escape));
        assert_eq!(key(C, CONTROL_C, true), stop(StopKey::CtrlC));
        assert_eq!(key(34, CONTROL_C, true), stop(StopKey::CtrlC), "Dvorak");
        assert_eq!(key(C, 'с', true), stop(StopKey::CtrlC), "Cyrillic");
        assert_eq!(key(C, 'c', false), Some(LocalInput::Key));
        assert_eq!(key(0, 'a', true), Some(LocalInput::Key));
        assert_eq!(meaning(Act::Modifier), Some(LocalInput::Key));
    }

    #[test]
    fn a_pointer_that_moved_nowhere_is_nobodys_doing() {
        assert_eq!(meaning(Act::Moved { right: 0, down: 0 }), None);
        for (right, down) in [(1, 0), (0, -1)] {
            assert_eq!(
                meaning(Act::Moved { right, down }),
                Some(LocalInput::Pointer)
            );
        }
        assert_eq!(meaning(Act::Pointer), Some(LocalInput::Pointer));
    }
}
