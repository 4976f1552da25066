//! Takes what is meant for the remote screen out of the window's input, before anything else sees it: the shortest way.

use egui::{Event, Key, Modifiers, Pos2, RawInput};

use super::{
    keyboard::Keyboard,
    pointer::{Place, Pointer},
};
use crate::input::InputEvent;

/// Mouse and keyboard on their way to the novice.
#[derive(Debug, Default)]
pub struct RemoteInput {
    keyboard: Keyboard,
    pointer: Pointer,
    at: Option<Pos2>,
    granted: bool,
    /// Whether the screen had the keyboard.
    had_keys: bool,
}

/// What the keyboard is for just now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// The remote screen.
    Remote,
    /// This window.
    Here,
}

impl RemoteInput {
    /// Takes what is the remote screen's; `place` is where it was painted last. Returns what to send, and whether the way
    /// out was pressed: `Ctrl+Alt+Home`, which gives the keyboard back to this window.
    pub fn take(
        &mut self,
        os: egui::os::OperatingSystem,
        raw: &mut RawInput,
        place: Option<Place>,
        granted: bool,
        keys: Keys,
    ) -> (Vec<InputEvent>, bool) {
        let mut out = vec![];
        self.keyboard.on(os);
        if !granted || place.is_none() {
            // the novice's side has released everything by itself
            if std::mem::take(&mut self.granted) {
                self.release_all();
            }
        } else {
            self.granted = true;
        }
        let mut keys = if self.granted { keys } else { Keys::Here };
        if keys == Keys::Here && std::mem::take(&mut self.had_keys) {
            self.keyboard.release_all(&mut out);
        }
        self.had_keys = keys == Keys::Remote;
        let mut way_out = false;
        raw.events.retain(|event| {
            match event {
                Event::PointerMoved(pos) => self.at = Some(*pos),
                Event::PointerGone => {
                    self.at = None;
                    self.pointer.forget_place();
                }
                Event::WindowFocused(false) => {
                    self.keyboard.release_all(&mut out);
                    self.pointer.release_all(&mut out);
                }
                _ => {}
            }
            if is_way_out(event) {
                self.keyboard.release_all(&mut out);
                (way_out, keys, self.had_keys) = (true, Keys::Here, false);
                return false;
            }
            let Some(place) = place.filter(|_| self.granted) else {
                return true;
            };
            let for_keyboard = keys == Keys::Remote && self.keyboard.take(event, &mut out);
            let for_pointer = self.pointer.take(event, place, self.at, &mut out);
            !for_keyboard && !for_pointer
        });
        (out, way_out)
    }

    /// Releases everything that the novice's computer holds for us.
    pub fn release_all(&mut self) -> Vec<InputEvent> {
        let mut out = vec![];
        self.keyboard.release_all(&mut out);
        self.pointer.release_all(&mut out);
        self.had_keys = false;
        out
    }
}

fn is_way_out(event: &Event) -> bool {
    matches!(
        event,
        Event::Key {
            key: Key::Home,
            pressed: true,
            modifiers: Modifiers {
                ctrl: true,
                alt: true,
                ..
            },
            ..
        }
    )
}
