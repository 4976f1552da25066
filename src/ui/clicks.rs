//! A click is the button's that it was made on, also where the window is painted slowly, or the pointer jumps.

use egui::{Event, Pos2, RawInput};
use winit::event::WindowEvent;

/// Where the pointer is that came back.
///
/// For Windows, winit says that the pointer is in the window again, and where only if that is another place than the last
/// (`WM_MOUSEMOVE` in its `event_loop.rs`). Whoever has their pointer put on a button, by their voice or by a switch, would click
/// the same one only once: egui leaves out what is pressed nowhere.
#[derive(Debug, Default)]
pub struct Return {
    last_move: Option<WindowEvent>,
    is_back: bool,
}

impl Return {
    /// What the window has to hear before this event.
    pub fn before(&mut self, event: &WindowEvent) -> Option<WindowEvent> {
        match event {
            WindowEvent::CursorMoved { .. } => {
                self.last_move = Some(event.clone());
                self.is_back = false;
            }
            WindowEvent::CursorEntered { .. } => self.is_back = true,
            WindowEvent::MouseInput { .. } | WindowEvent::MouseWheel { .. } if self.is_back => {
                self.is_back = false;
                return self.last_move.clone();
            }
            _ => {}
        }
        None
    }
}

/// What the pointer did that the next frame is told.
///
/// egui asks once a frame what lies under the pointer, and takes the last place where it was (`egui::interaction`). Whoever clicks
/// and moves on within one frame, which takes a tenth of a second where no GPU helps, has clicked nothing by that, or what the
/// pointer came to: `Allow` in place of `Decline`. So a frame ends where the pointer leaves a press or a release.
#[derive(Debug, Default)]
pub struct Clicks {
    later: Vec<Event>,
}

impl Clicks {
    /// Leaves in `raw` what one frame can be told: first what is left of the frame before. Returns whether something is left for the
    /// next one.
    pub fn one_place(&mut self, raw: &mut RawInput) -> bool {
        self.later.append(&mut raw.events);
        let mut pressed_at = None;
        let end = self.later.iter().position(|event| {
            let leaves = pressed_at.is_some_and(|at| leaves(event, at));
            if let Event::PointerButton { pos, .. } = event {
                pressed_at = Some(*pos);
            }
            leaves
        });
        let rest = match end {
            Some(end) => self.later.split_off(end),
            None => vec![],
        };
        raw.events = std::mem::replace(&mut self.later, rest);
        !self.later.is_empty()
    }
}

fn leaves(event: &Event, at: Pos2) -> bool {
    match event {
        Event::PointerMoved(pos) | Event::PointerButton { pos, .. } => *pos != at,
        Event::PointerGone => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use winit::{
        dpi::PhysicalPosition,
        event::{DeviceId, ElementState, MouseButton},
    };

    use super::*;

    #[test]
    fn a_pointer_is_back_where_it_left_unless_it_is_somewhere_else() {
        let device_id = DeviceId::dummy();
        let moved = |x| WindowEvent::CursorMoved {
            device_id,
            position: PhysicalPosition::new(x, 7.0),
        };
        let press = WindowEvent::MouseInput {
            device_id,
            state: ElementState::Pressed,
            button: MouseButton::Left,
        };
        let entered = WindowEvent::CursorEntered { device_id };
        let left = WindowEvent::CursorLeft { device_id };
        let mut pointer = Return::default();
        let mut before = |events: &[&WindowEvent]| {
            let said = events.iter().map(|event| pointer.before(event));
            said.last().flatten()
        };
        assert_eq!(before(&[&entered, &press]), None, "it was nowhere");
        assert_eq!(before(&[&entered, &moved(1.0), &press]), None);
        assert_eq!(before(&[&left, &entered, &press]), Some(moved(1.0)));
        assert_eq!(before(&[&press]), None, "once");
        assert_eq!(before(&[&left, &entered, &moved(2.0), &press]), None);
    }
}
