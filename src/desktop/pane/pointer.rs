//! What the mouse does over a pane, as the novice is to get it.

use super::PaneEvent;
use crate::{
    input::{InputEvent, PointerButton},
    screen::Point,
};

/// The mouse over one pane. What it tells is gathered in `told` until it is taken, so that of several moves that came
/// together only the last one goes out.
#[derive(Debug, Default)]
pub(super) struct Pointer {
    controlling: bool,
    at: Option<Point>,
    held: Vec<PointerButton>,
    told: Vec<PaneEvent>,
}

impl Pointer {
    /// What is to be told, in its order.
    pub(super) fn take_told(&mut self) -> Vec<PaneEvent> {
        std::mem::take(&mut self.told)
    }

    /// From now on mouse input is told, or not any more: the novice's side lets go of everything by itself then.
    pub(super) fn set_controlling(&mut self, controlling: bool) {
        if self.controlling != controlling {
            self.controlling = controlling;
            self.held.clear();
            self.at = None;
        }
    }

    /// The pointer left; where it comes in again is told, wherever that is.
    pub(super) fn left(&mut self) {
        self.at = None;
    }

    /// The pointer is at this pixel of the remote screen.
    pub(super) fn moved(&mut self, at: Point) {
        if !self.controlling || self.at.replace(at) == Some(at) {
            return;
        }
        let moved = PaneEvent::Input(InputEvent::PointerMoved { x: at.x, y: at.y });
        match self.told.last_mut() {
            // The way matters while something is drawn or dragged.
            Some(last @ PaneEvent::Input(InputEvent::PointerMoved { .. }))
                if self.held.is_empty() =>
            {
                *last = moved;
            }
            _ => self.told.push(moved),
        }
    }

    /// A button as X11 numbers them went down or up, at this pixel of the remote screen.
    pub(super) fn button(&mut self, number: u8, pressed: bool, at: Point) {
        if let Some((right, down)) = notch(number) {
            if pressed && self.controlling {
                self.tell_place(at);
                self.input(InputEvent::Wheel { right, down });
            }
            return;
        }
        let Some(button) = button(number) else {
            return;
        };
        if pressed {
            self.told.push(PaneEvent::Pressed);
        }
        if !self.controlling {
            return;
        }
        let held = self.held.iter().position(|held| *held == button);
        match (pressed, held) {
            (true, None) => {
                self.tell_place(at);
                self.held.push(button);
            }
            (false, Some(place)) => {
                self.moved(at);
                self.held.remove(place);
            }
            _ => return,
        }
        self.input(InputEvent::Button { button, pressed });
    }

    /// Tells the place of a press even where it was told before: that move may have met a window of Hulp's own, or come
    /// while the novice used the mouse, and what is pressed would then be pressed somewhere else.
    fn tell_place(&mut self, at: Point) {
        self.at = None;
        self.moved(at);
    }

    /// Lets go of every button: their release will not be seen any more.
    pub(super) fn release_all(&mut self) {
        self.at = None;
        for button in std::mem::take(&mut self.held) {
            self.input(InputEvent::Button {
                button,
                pressed: false,
            });
        }
    }

    fn input(&mut self, event: InputEvent) {
        self.told.push(PaneEvent::Input(event));
    }
}

fn button(number: u8) -> Option<PointerButton> {
    Some(match number {
        1 => PointerButton::Left,
        2 => PointerButton::Middle,
        3 => PointerButton::Right,
        8 => PointerButton::Back,
        9 => PointerButton::Forward,
        _ => return None,
    })
}

/// A notch of the wheel, to the right and down.
fn notch(number: u8) -> Option<(i16, i16)> {
    Some(match number {
        4 => (0, -1),
        5 => (0, 1),
        6 => (-1, 0),
        7 => (1, 0),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(x: i32, y: i32) -> PaneEvent {
        PaneEvent::Input(InputEvent::PointerMoved { x, y })
    }

    fn left(pressed: bool) -> PaneEvent {
        PaneEvent::Input(InputEvent::Button {
            button: PointerButton::Left,
            pressed,
        })
    }

    fn controlling() -> Pointer {
        let mut pointer = Pointer::default();
        pointer.set_controlling(true);
        pointer
    }

    #[test]
    fn of_many_moves_the_last_goes_out_but_a_drag_goes_whole() {
        let mut pointer = controlling();
        (0..9).for_each(|x| pointer.moved(Point::new(x, 1)));
        assert_eq!(pointer.take_told(), [moved(8, 1)]);
        pointer.moved(Point::new(8, 1));
        assert_eq!(pointer.take_told(), []);

        pointer.button(1, true, Point::new(9, 1));
        pointer.moved(Point::new(10, 1));
        pointer.moved(Point::new(11, 1));
        pointer.button(1, false, Point::new(11, 1));
        let drag = [
            PaneEvent::Pressed,
            moved(9, 1),
            left(true),
            moved(10, 1),
            moved(11, 1),
            left(false),
        ];
        assert_eq!(pointer.take_told(), drag);
    }

    #[test]
    fn a_press_says_where_it_is_though_the_mouse_is_still() {
        let mut pointer = controlling();
        pointer.moved(Point::new(9, 1));
        pointer.take_told();
        pointer.button(1, true, Point::new(9, 1));
        let told = [PaneEvent::Pressed, moved(9, 1), left(true)];
        assert_eq!(pointer.take_told(), told);
    }

    #[test]
    fn nothing_is_told_without_control_but_that_it_was_pressed() {
        let mut pointer = Pointer::default();
        pointer.moved(Point::new(4, 4));
        pointer.button(5, true, Point::new(4, 4));
        pointer.button(1, true, Point::new(4, 4));
        // Control begins under the pressed button, whose release means nothing to the novice then.
        pointer.set_controlling(true);
        pointer.button(1, false, Point::new(4, 4));
        assert_eq!(pointer.take_told(), [PaneEvent::Pressed]);
    }

    #[test]
    fn the_wheel_turns_in_notches() {
        let mut pointer = controlling();
        for number in [4, 5, 6, 7] {
            pointer.button(number, true, Point::new(1, 1));
            pointer.button(number, false, Point::new(1, 1));
        }
        let wheel = |right, down| PaneEvent::Input(InputEvent::Wheel { right, down });
        let told = [
            moved(1, 1),
            wheel(0, -1),
            moved(1, 1),
            wheel(0, 1),
            moved(1, 1),
            wheel(-1, 0),
            moved(1, 1),
            wheel(1, 0),
        ];
        assert_eq!(pointer.take_told(), told);
    }

    #[test]
    fn what_is_held_is_let_go_once() {
        let mut pointer = controlling();
        pointer.button(1, true, Point::new(1, 1));
        pointer.take_told();
        pointer.release_all();
        assert_eq!(pointer.take_told(), [left(false)]);
        pointer.release_all();
        pointer.button(1, false, Point::new(1, 1));
        assert_eq!(pointer.take_told(), []);
    }
}
