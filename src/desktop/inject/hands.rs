//! What the expert's hands do on every system: events are taken apart, and what went down is let go.

use super::down::Down;
use crate::{
    desktop::{DesktopError, Injected},
    input::{InputEvent, Keysym, MAX_INPUT_TEXT, PointerButton},
    screen::Point,
};

/// The most notches of one event: more than any hand turns at once, and too few to keep us from hearing a stop.
const MAX_NOTCHES: i16 = 40;

/// Hands on one system's mouse and keyboard. What the system does of itself is asked for; the rest is the same everywhere.
pub(in crate::desktop) trait Hands {
    /// What goes down for one of the expert's keys.
    type Key: Copy + PartialEq;

    /// What is down.
    fn down(&mut self) -> &mut Down<Self::Key>;

    /// Whether a key only changes what others do.
    fn is_modifier(&self, key: Self::Key) -> bool;

    /// Has the system press or release a key, which is taken down already.
    fn send_key(&mut self, key: Self::Key, pressed: bool) -> Result<(), DesktopError>;

    /// Has the system press or release a button, which is taken down already.
    fn send_button(&mut self, button: PointerButton, pressed: bool) -> Result<(), DesktopError>;

    /// Moves the pointer to a place on the shared monitor.
    fn move_pointer(&mut self, at: Point) -> Result<Injected, DesktopError>;

    /// Presses a button that is up.
    fn press_button(&mut self, button: PointerButton) -> Result<Injected, DesktopError>;

    /// Turns the wheel by so many notches.
    fn turn_wheel(&mut self, right: i16, down: i16) -> Result<Injected, DesktopError>;

    /// Presses a key that the expert did not hold.
    fn press_key(&mut self, keysym: Keysym) -> Result<Injected, DesktopError>;

    /// Types a text of a sane length.
    fn type_text(&mut self, text: &str) -> Result<Injected, DesktopError>;

    /// Releases the key that was pressed for one of the expert's.
    fn release_key(&mut self, key: Self::Key) -> Result<(), DesktopError> {
        self.key(key, false)
    }

    /// Does what the expert did.
    fn act(&mut self, event: &InputEvent) -> Result<Injected, DesktopError> {
        match *event {
            InputEvent::PointerMoved { x, y } => self.move_pointer(Point::new(x, y)),
            InputEvent::Button { button, pressed } if self.down().has_button(button) == pressed => {
                Ok(Injected::Done)
            }
            InputEvent::Button {
                button,
                pressed: true,
            } => self.press_button(button),
            InputEvent::Button {
                button,
                pressed: false,
            } => {
                self.button(button, false)?;
                Ok(Injected::Done)
            }
            InputEvent::Wheel { right, down } => {
                let [right, down] = [right, down].map(|n| n.clamp(-MAX_NOTCHES, MAX_NOTCHES));
                self.turn_wheel(right, down)
            }
            // Here it repeats by itself.
            InputEvent::Key {
                keysym,
                pressed: true,
            } if self.down().has_sign(keysym) => Ok(Injected::Done),
            InputEvent::Key {
                keysym,
                pressed: true,
            } => self.press_key(keysym),
            InputEvent::Key {
                keysym,
                pressed: false,
            } => {
                if let Some(key) = self.down().take_sign(keysym) {
                    self.release_key(key)?;
                }
                Ok(Injected::Done)
            }
            InputEvent::Text(ref text) if text.len() > MAX_INPUT_TEXT => Ok(Injected::CannotType),
            InputEvent::Text(ref text) => self.type_text(text),
        }
    }

    /// Presses or releases a key.
    fn key(&mut self, key: Self::Key, pressed: bool) -> Result<(), DesktopError> {
        // Taken down as held before it is: what may have gone down must be released.
        self.down().note_key(key, pressed);
        self.send_key(key, pressed)
    }

    /// Presses or releases a button.
    fn button(&mut self, button: PointerButton, pressed: bool) -> Result<(), DesktopError> {
        self.down().note_button(button, pressed);
        self.send_button(button, pressed)
    }

    /// Presses a key for one of the expert's, until they release that.
    fn hold(&mut self, keysym: Keysym, key: Self::Key) -> Result<(), DesktopError> {
        self.down().note_sign(keysym, key);
        self.key(key, true)
    }

    /// Releases the key that `is_it` if the expert holds it for another sign: one key cannot be down for two.
    fn free(&mut self, is_it: impl Fn(Self::Key) -> bool) -> Result<(), DesktopError> {
        match self.down().take_sign_of(is_it) {
            Some(key) => self.key(key, false),
            None => Ok(()),
        }
    }

    /// Releases every button, as far as the system lets.
    fn release_buttons(&mut self) {
        for button in self.down().buttons().to_vec() {
            if let Err(error) = self.button(button, false) {
                tracing::warn!(%error, "a button could not be released");
            }
        }
    }

    /// Releases all that is down, as far as the system lets: buttons first and modifiers last, so that no program sees a plain key
    /// where it saw a shortcut go down.
    fn let_go(&mut self) {
        self.down().forget_signs();
        self.release_buttons();
        let mut keys: Vec<_> = self.down().keys().iter().rev().copied().collect();
        keys.sort_by_key(|key| self.is_modifier(*key));
        for key in keys {
            if let Err(error) = self.key(key, false) {
                tracing::warn!(%error, "a key could not be released");
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use PointerButton::{Left, Right};

    use super::*;

    /// Shift's key.
    const SHIFT: u8 = 50;
    /// A key that the system refuses.
    const BROKEN: u8 = 99;

    /// Keys that have the number of their sign, but Shift; capitals are on the keys of the small ones.
    #[derive(Default)]
    struct Stage {
        down: Down<u8>,
        sent: Vec<(char, u8, bool)>,
        turned: Vec<(i16, i16)>,
        typed: usize,
    }

    impl Hands for Stage {
        type Key = u8;

        fn down(&mut self) -> &mut Down<u8> {
            &mut self.down
        }

        fn is_modifier(&self, key: u8) -> bool {
            key == SHIFT
        }

        fn send_key(&mut self, key: u8, pressed: bool) -> Result<(), DesktopError> {
            self.sent.push(('k', key, pressed));
            match key {
                BROKEN => Err(DesktopError::Refused("broken".into())),
                _ => Ok(()),
            }
        }

        fn send_button(&mut self, button: PointerButton, down: bool) -> Result<(), DesktopError> {
            self.sent.push(('b', button as u8, down));
            Ok(())
        }

        fn move_pointer(&mut self, _: Point) -> Result<Injected, DesktopError> {
            self.release_buttons();
            Ok(Injected::OverOwnWindow)
        }

        fn press_button(&mut self, button: PointerButton) -> Result<Injected, DesktopError> {
            self.button(button, true)?;
            Ok(Injected::Done)
        }

        fn turn_wheel(&mut self, right: i16, down: i16) -> Result<Injected, DesktopError> {
            self.turned.push((right, down));
            Ok(Injected::Done)
        }

        fn press_key(&mut self, keysym: Keysym) -> Result<Injected, DesktopError> {
            let key = match keysym.to_char() {
                Some(sign) => sign.to_ascii_lowercase() as u8,
                None => SHIFT,
            };
            self.free(|held| held == key)?;
            self.hold(keysym, key)?;
            Ok(Injected::Done)
        }

        fn type_text(&mut self, text: &str) -> Result<Injected, DesktopError> {
            self.typed += text.len();
            Ok(Injected::Done)
        }
    }

    impl Stage {
        fn sign(&mut self, sign: char, pressed: bool) {
            let keysym = Keysym::from_char(sign).unwrap();
            let _ = self.act(&InputEvent::Key { keysym, pressed });
        }

        fn shift(&mut self, pressed: bool) {
            let keysym = Keysym(0xffe1);
            self.act(&InputEvent::Key { keysym, pressed }).unwrap();
        }

        fn press(&mut self, button: PointerButton, pressed: bool) {
            self.act(&InputEvent::Button { button, pressed }).unwrap();
        }

        /// What was sent since this was last asked.
        fn sent(&mut self) -> Vec<(char, u8, bool)> {
            std::mem::take(&mut self.sent)
        }
    }

    #[test]
    fn what_is_held_is_pressed_once_and_released_once() {
        let mut stage = Stage::default();
        for pressed in [false, true, true, false, false] {
            stage.sign('a', pressed);
            stage.press(Left, pressed);
        }
        let left = Left as u8;
        assert_eq!(
            stage.sent(),
            [
                ('k', b'a', true),
                ('b', left, true),
                ('k', b'a', false),
                ('b', left, false)
            ]
        );
    }

    #[test]
    fn a_key_goes_up_although_shift_made_another_sign_of_it() {
        let mut stage = Stage::default();
        stage.sign('A', true);
        stage.sign('a', false);
        assert_eq!(stage.sent(), [('k', b'a', true), ('k', b'a', false)]);
    }

    #[test]
    fn one_key_is_not_down_for_two_signs() {
        let mut stage = Stage::default();
        stage.sign('a', true);
        stage.sign('A', true);
        let (down, up) = (('k', b'a', true), ('k', b'a', false));
        assert_eq!(stage.sent(), [down, up, down]);
        stage.sign('A', false);
        stage.sign('a', false);
        assert_eq!(stage.sent(), [up]);
    }

    #[test]
    fn all_is_let_go_buttons_first_and_modifiers_last() {
        let mut stage = Stage::default();
        stage.sign('a', true);
        stage.shift(true);
        stage.sign('b', true);
        stage.press(Left, true);
        stage.press(Right, true);
        stage.sent();
        stage.let_go();
        assert_eq!(
            stage.sent(),
            [
                ('b', Left as u8, false),
                ('b', Right as u8, false),
                ('k', b'b', false),
                ('k', b'a', false),
                ('k', SHIFT, false),
            ]
        );
        stage.let_go();
        stage.sign('a', false);
        assert_eq!(stage.sent(), [], "let go twice");
    }

    #[test]
    fn what_was_refused_is_let_go_too_and_keeps_nothing_else_down() {
        let mut stage = Stage::default();
        stage.sign('a', true);
        stage.sign(char::from(BROKEN), true);
        stage.sent();
        stage.let_go();
        assert_eq!(stage.sent(), [('k', BROKEN, false), ('k', b'a', false)]);
    }

    #[test]
    fn what_is_dragged_over_a_window_of_ours_is_dropped_and_keys_stay() {
        let mut stage = Stage::default();
        stage.shift(true);
        stage.press(Left, true);
        stage.sent();
        let moved = stage.act(&InputEvent::PointerMoved { x: 1, y: 1 });
        assert_eq!(moved.unwrap(), Injected::OverOwnWindow);
        assert_eq!(stage.sent(), [('b', Left as u8, false)]);
        assert_eq!(stage.down.keys(), [SHIFT]);
    }

    #[test]
    fn no_event_keeps_us_busy_for_long() {
        let mut stage = Stage::default();
        let (right, down) = (i16::MIN, i16::MAX);
        stage.act(&InputEvent::Wheel { right, down }).unwrap();
        assert_eq!(stage.turned, [(-MAX_NOTCHES, MAX_NOTCHES)]);
        let longest = InputEvent::Text("a".repeat(MAX_INPUT_TEXT));
        assert_eq!(stage.act(&longest).unwrap(), Injected::Done);
        let longer = InputEvent::Text("a".repeat(MAX_INPUT_TEXT + 1));
        assert_eq!(stage.act(&longer).unwrap(), Injected::CannotType);
        assert_eq!(stage.typed, MAX_INPUT_TEXT);
    }
}
