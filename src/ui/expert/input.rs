//! Takes what the pointer does over the remote screen out of the window's input, before anything else sees it.

use egui::{Event, Pos2, RawInput};

use super::pointer::{Place, Pointer};
use crate::input::InputEvent;

/// The mouse on its way to the novice, where no pane takes it.
#[derive(Debug, Default)]
pub struct RemoteInput {
    pointer: Pointer,
    at: Option<Pos2>,
    granted: bool,
}

impl RemoteInput {
    /// Takes what is the remote screen's; `place` is where it was painted last. Returns what to send.
    pub fn take(
        &mut self,
        raw: &mut RawInput,
        place: Option<Place>,
        granted: bool,
    ) -> Vec<InputEvent> {
        let mut out = vec![];
        let place = place.filter(|_| granted);
        if place.is_none() && std::mem::take(&mut self.granted) {
            // the novice's side has released everything by itself
            self.pointer.release_all(&mut vec![]);
        }
        self.granted = place.is_some();
        raw.events.retain(|event| {
            match event {
                Event::PointerMoved(pos) => self.at = Some(*pos),
                Event::PointerGone => {
                    self.at = None;
                    self.pointer.forget_place();
                }
                Event::WindowFocused(false) => self.pointer.release_all(&mut out),
                _ => {}
            }
            let taken =
                place.is_some_and(|place| self.pointer.take(event, place, self.at, &mut out));
            !taken
        });
        out
    }

    /// Releases every button that the novice's computer holds for us.
    pub fn release_all(&mut self) -> Vec<InputEvent> {
        let mut out = vec![];
        self.pointer.release_all(&mut out);
        out
    }
}
