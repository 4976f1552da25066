//! What is held down, so that whoever pressed it can release it.

use std::collections::BTreeSet;

use super::{InputEvent, Keysym, PointerButton};

/// The keys and buttons that are down, by what was injected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pressed {
    keys: BTreeSet<Keysym>,
    buttons: Vec<PointerButton>,
}

impl Pressed {
    /// Takes down what an event pressed or released; other events change nothing.
    pub fn note(&mut self, event: &InputEvent) {
        match *event {
            InputEvent::Key { keysym, pressed } => {
                if pressed {
                    self.keys.insert(keysym);
                } else {
                    self.keys.remove(&keysym);
                }
            }
            InputEvent::Button { button, pressed } => {
                self.buttons.retain(|held| *held != button);
                if pressed {
                    self.buttons.push(button);
                }
            }
            InputEvent::PointerMoved { .. } | InputEvent::Wheel { .. } | InputEvent::Text(_) => {}
        }
    }

    /// Whether this key is down.
    pub fn has_key(&self, keysym: Keysym) -> bool {
        self.keys.contains(&keysym)
    }

    /// Whether this button is down.
    pub fn has_button(&self, button: PointerButton) -> bool {
        self.buttons.contains(&button)
    }

    /// Whether any button is down: something is being dragged.
    pub fn any_button(&self) -> bool {
        !self.buttons.is_empty()
    }

    /// Whether nothing is down.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty() && self.buttons.is_empty()
    }

    /// Forgets all and gives the events that release it: buttons first, then keys, the modifiers last, so that no
    /// program sees a plain key where it saw a shortcut go down.
    pub fn release_all(&mut self) -> Vec<InputEvent> {
        let buttons = std::mem::take(&mut self.buttons).into_iter().rev();
        let mut keys: Vec<_> = std::mem::take(&mut self.keys).into_iter().collect();
        keys.sort_by_key(|keysym| keysym.is_modifier());
        let buttons = buttons.map(|button| InputEvent::Button {
            button,
            pressed: false,
        });
        let keys = keys.into_iter().map(|keysym| InputEvent::Key {
            keysym,
            pressed: false,
        });
        buttons.chain(keys).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(keysym: Keysym, pressed: bool) -> InputEvent {
        InputEvent::Key { keysym, pressed }
    }

    fn button(button: PointerButton, pressed: bool) -> InputEvent {
        InputEvent::Button { button, pressed }
    }

    #[test]
    fn what_went_down_and_not_up_is_released_modifiers_last() {
        let mut pressed = Pressed::default();
        for event in [
            key(Keysym::CONTROL_L, true),
            key(Keysym(0x61), true),
            key(Keysym(0x62), true),
            key(Keysym(0x62), false),
            button(PointerButton::Left, true),
            InputEvent::Text("x".into()),
        ] {
            pressed.note(&event);
        }
        assert!(pressed.has_key(Keysym::CONTROL_L) && !pressed.has_key(Keysym(0x62)));
        assert!(pressed.any_button() && pressed.has_button(PointerButton::Left));
        assert_eq!(
            pressed.release_all(),
            [
                button(PointerButton::Left, false),
                key(Keysym(0x61), false),
                key(Keysym::CONTROL_L, false),
            ]
        );
        assert!(pressed.is_empty());
        assert_eq!(pressed.release_all(), []);
    }

    #[test]
    fn a_repeated_press_needs_one_release() {
        let mut pressed = Pressed::default();
        pressed.note(&key(Keysym(0x61), true));
        pressed.note(&key(Keysym(0x61), true));
        pressed.note(&button(PointerButton::Right, true));
        pressed.note(&button(PointerButton::Right, true));
        assert_eq!(pressed.release_all().len(), 2);
    }
}
