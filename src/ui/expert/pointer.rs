//! Where the expert points and clicks, in pixels of the novice's screen.

use egui::{Event, MouseWheelUnit, PointerButton as Button, Pos2, Rect, Vec2};

use crate::{
    input::{InputEvent, PointerButton},
    screen::Size,
};

/// So many points of a touchpad's way are a notch of a wheel.
const POINTS_PER_NOTCH: f32 = 40.0;
/// A page of scrolling is so many notches.
const NOTCHES_PER_PAGE: f32 = 8.0;

/// Where the remote screen lies in the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// All of it, in points, also what is scrolled away.
    pub picture: Rect,
    /// What of it is seen.
    pub seen: Rect,
    /// Its size in pixels.
    pub size: Size,
    /// A pane shows it, and tells by itself where the pointer is: what this window hears of that is late.
    pub in_pane: bool,
}

impl Place {
    /// The pixel under a point, the nearest one for a point outside.
    fn pixel(&self, at: Pos2) -> (i32, i32) {
        let part = (at - self.picture.min) / self.picture.size();
        let pixel = |part: f32, pixels: u32| {
            let most = pixels.saturating_sub(1) as f32;
            (part * pixels as f32).floor().clamp(0.0, most) as i32
        };
        (
            pixel(part.x, self.size.width),
            pixel(part.y, self.size.height),
        )
    }
}

/// What is held, and where the pointer is.
#[derive(Debug, Default)]
pub struct Pointer {
    at: Option<(i32, i32)>,
    held: Vec<Button>,
    turned: Vec2,
}

impl Pointer {
    /// Takes an event; true when it is the remote screen's alone.
    pub fn take(
        &mut self,
        event: &Event,
        place: Place,
        at: Option<Pos2>,
        out: &mut Vec<InputEvent>,
    ) -> bool {
        match event {
            Event::PointerMoved(pos) => {
                let is_news = place.seen.contains(*pos) && !place.in_pane;
                if is_news || !self.held.is_empty() {
                    self.move_to(place.pixel(*pos), out);
                }
                false
            }
            Event::PointerButton {
                pos,
                button,
                pressed,
                ..
            } => {
                self.button(*pos, *button, *pressed, place, out);
                false
            }
            Event::MouseWheel { unit, delta, .. } => {
                let over = at.is_some_and(|at| place.seen.contains(at));
                if over {
                    self.wheel(*unit, *delta, out);
                }
                over
            }
            Event::MiddleClickPaste { pos, .. } => place.seen.contains(*pos),
            _ => false,
        }
    }

    /// Releases everything.
    pub fn release_all(&mut self, out: &mut Vec<InputEvent>) {
        out.extend(self.held.drain(..).map(|button| InputEvent::Button {
            button: translated(button),
            pressed: false,
        }));
        self.turned = Vec2::ZERO;
    }

    /// The next move is told, wherever it goes to.
    pub fn forget_place(&mut self) {
        self.at = None;
    }

    fn move_to(&mut self, pixel: (i32, i32), out: &mut Vec<InputEvent>) {
        if self.at == Some(pixel) {
            return;
        }
        self.at = Some(pixel);
        let moved = InputEvent::PointerMoved {
            x: pixel.0,
            y: pixel.1,
        };
        // of several moves in a row only the last one matters
        match out.last_mut() {
            Some(last @ InputEvent::PointerMoved { .. }) if self.held.is_empty() => *last = moved,
            _ => out.push(moved),
        }
    }

    fn button(
        &mut self,
        pos: Pos2,
        button: Button,
        pressed: bool,
        place: Place,
        out: &mut Vec<InputEvent>,
    ) {
        let held = self.held.iter().position(|held| *held == button);
        match (pressed, held) {
            (true, None) if place.seen.contains(pos) => {
                // the novice may have moved it, or held the last move back
                self.forget_place();
                self.move_to(place.pixel(pos), out);
                self.held.push(button);
            }
            (false, Some(at)) => {
                self.move_to(place.pixel(pos), out);
                self.held.remove(at);
            }
            _ => return,
        }
        out.push(InputEvent::Button {
            button: translated(button),
            pressed,
        });
    }

    /// Whole notches go; what is left of one waits for the rest.
    fn wheel(&mut self, unit: MouseWheelUnit, delta: Vec2, out: &mut Vec<InputEvent>) {
        let notches = match unit {
            MouseWheelUnit::Line => delta,
            MouseWheelUnit::Point => delta / POINTS_PER_NOTCH,
            MouseWheelUnit::Page => delta * NOTCHES_PER_PAGE,
        };
        // a turn the other way starts afresh
        for axis in 0..2 {
            if self.turned[axis] * notches[axis] < 0.0 {
                self.turned[axis] = 0.0;
            }
        }
        self.turned += notches;
        let whole = Vec2::new(self.turned.x.trunc(), self.turned.y.trunc());
        if whole == Vec2::ZERO {
            return;
        }
        self.turned -= whole;
        // the window's way is that of the content, the wheel's is the opposite one
        let notch = |turned: f32| (-turned).clamp(-100.0, 100.0) as i16;
        out.push(InputEvent::Wheel {
            right: notch(whole.x),
            down: notch(whole.y),
        });
    }
}

fn translated(button: Button) -> PointerButton {
    match button {
        Button::Primary => PointerButton::Left,
        Button::Secondary => PointerButton::Right,
        Button::Middle => PointerButton::Middle,
        Button::Extra1 => PointerButton::Back,
        Button::Extra2 => PointerButton::Forward,
    }
}

#[cfg(test)]
mod tests {
    use egui::{Modifiers, MouseWheelSource, TouchPhase, pos2, vec2};

    use super::*;

    /// A screen of 200 x 100 pixels shown at half its size, 10 points from the window's corner.
    fn place() -> Place {
        let picture = Rect::from_min_size(pos2(10.0, 10.0), vec2(100.0, 50.0));
        Place {
            picture,
            seen: picture,
            size: Size::new(200, 100),
            in_pane: false,
        }
    }

    #[test]
    fn a_pane_tells_moves_itself_but_what_was_pressed_here_is_told_from_here() {
        let place = Place {
            in_pane: true,
            ..place()
        };
        let at = pos2(20.0, 20.0);
        let button = |pressed| Event::PointerButton {
            pos: at,
            button: Button::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        let events = [
            Event::PointerMoved(at),
            button(true),
            Event::PointerMoved(pos2(30.0, 20.0)),
            button(false),
            Event::PointerMoved(pos2(40.0, 20.0)),
        ];
        let (mut pointer, mut out) = (Pointer::default(), vec![]);
        for event in &events {
            pointer.take(event, place, Some(at), &mut out);
        }
        let moved = |x| InputEvent::PointerMoved { x, y: 20 };
        let left = |pressed| InputEvent::Button {
            button: PointerButton::Left,
            pressed,
        };
        let expected = [moved(20), left(true), moved(40), moved(20), left(false)];
        assert_eq!(out, expected);
    }

    fn told(pointer: &mut Pointer, events: &[Event], at: Option<Pos2>) -> Vec<InputEvent> {
        let mut out = vec![];
        for event in events {
            pointer.take(event, place(), at, &mut out);
        }
        out
    }

    fn click(x: f32, y: f32, pressed: bool) -> Event {
        Event::PointerButton {
            pos: pos2(x, y),
            button: Button::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        }
    }

    fn wheel(unit: MouseWheelUnit, x: f32, y: f32) -> Event {
        Event::MouseWheel {
            unit,
            delta: vec2(x, y),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Unknown,
            modifiers: Modifiers::NONE,
        }
    }

    fn moved(x: i32, y: i32) -> InputEvent {
        InputEvent::PointerMoved { x, y }
    }

    fn left(pressed: bool) -> InputEvent {
        InputEvent::Button {
            button: PointerButton::Left,
            pressed,
        }
    }

    #[test]
    fn points_become_pixels_and_only_changes_are_told() {
        let mut pointer = Pointer::default();
        let at = |x, y| Event::PointerMoved(pos2(x, y));
        assert_eq!(told(&mut pointer, &[at(10.0, 10.0)], None), [moved(0, 0)]);
        assert_eq!(told(&mut pointer, &[at(10.2, 10.2)], None), []);
        assert_eq!(
            told(&mut pointer, &[at(109.9, 59.9)], None),
            [moved(199, 99)]
        );
        assert_eq!(told(&mut pointer, &[at(200.0, 200.0)], None), [], "outside");
    }

    #[test]
    fn a_drag_goes_on_outside_and_ends_there() {
        let mut pointer = Pointer::default();
        let out = told(
            &mut pointer,
            &[
                click(60.0, 35.0, true),
                Event::PointerMoved(pos2(500.0, 35.0)),
                click(500.0, 500.0, false),
            ],
            None,
        );
        assert_eq!(
            out,
            [
                moved(100, 50),
                left(true),
                moved(199, 50),
                moved(199, 99),
                left(false)
            ]
        );
    }

    #[test]
    fn a_click_beside_the_screen_is_not_the_screen_s() {
        let out = told(
            &mut Pointer::default(),
            &[click(1.0, 1.0, true), click(60.0, 35.0, false)],
            None,
        );
        assert_eq!(out, []);
    }

    #[test]
    fn held_buttons_are_let_go() {
        let mut pointer = Pointer::default();
        told(&mut pointer, &[click(60.0, 35.0, true)], None);
        let mut out = vec![];
        pointer.release_all(&mut out);
        assert_eq!(out, [left(false)]);
    }

    #[test]
    fn each_line_of_the_wheel_is_a_notch_and_parts_add_up() {
        let over = Some(pos2(60.0, 35.0));
        let mut pointer = Pointer::default();
        let down = |down| InputEvent::Wheel { right: 0, down };
        assert_eq!(
            told(
                &mut pointer,
                &[(); 5].map(|()| wheel(MouseWheelUnit::Line, 0.0, -1.0)),
                over
            ),
            [down(1), down(1), down(1), down(1), down(1)]
        );
        let quarter = wheel(MouseWheelUnit::Point, 0.0, 10.0);
        assert_eq!(told(&mut pointer, &vec![quarter.clone(); 3], over), []);
        assert_eq!(told(&mut pointer, &[quarter], over), [down(-1)]);
        let aside = wheel(MouseWheelUnit::Line, 2.0, 0.0);
        assert_eq!(
            told(&mut pointer, &[aside], over),
            [InputEvent::Wheel { right: -2, down: 0 }]
        );
        assert_eq!(
            told(&mut pointer, &[wheel(MouseWheelUnit::Line, 0.0, 1.0)], None),
            []
        );
    }
}
