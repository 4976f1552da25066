//! The remote screen in a pane of the system's own, where there is one: it shows every change at once, and this window
//! needs no frame for it. The window says where the pane is to be, hides it while something of its own is to be seen there,
//! and paints the screen itself meanwhile.

use egui::{Context, Order, Rect as UiRect};
use raw_window_handle::{HasWindowHandle, RawWindowHandle};

use crate::{
    engine::{Command, ExpertSessionView, NativeWindow, PanePlace},
    screen::{Point, Rect, Size},
};

/// What was asked for, and what came of it.
#[derive(Debug, Default)]
pub struct InPane {
    asked: Option<(NativeWindow, PanePlace)>,
    pressed: u64,
}

impl InPane {
    /// Asks for the pane to be there, or nowhere, if that is not what was asked for last.
    pub fn ask(&mut self, wanted: Option<(NativeWindow, PanePlace)>) -> Option<Command> {
        if self.asked == wanted {
            return None;
        }
        let before = std::mem::replace(&mut self.asked, wanted);
        let (window, _) = wanted.or(before)?;
        let place = wanted.map(|(_, place)| place);
        Some(Command::PlacePane { window, place })
    }

    /// Whether the pane shows the screen, so that this window need not.
    pub fn shows(&self, session: &ExpertSessionView) -> bool {
        self.asked.is_some() && session.in_pane
    }

    /// Whether the user pressed a button over the pane since the last call.
    pub fn was_pressed(&mut self, session: &ExpertSessionView) -> bool {
        std::mem::replace(&mut self.pressed, session.pane_pressed) != session.pane_pressed
    }
}

/// Where a pane lies that shows a screen of `size` over `picture`, as far as it is `seen`, both in points; the pointer over
/// what is above `handle` stays this window's.
pub fn place(
    pixels_per_point: f32,
    picture: UiRect,
    seen: UiRect,
    handle: f32,
    size: Size,
) -> Option<PanePlace> {
    if !seen.is_positive() {
        return None;
    }
    let pixel = |points: f32| (points * pixels_per_point).round() as i32;
    let (left, top) = (pixel(seen.left()).max(0), pixel(seen.top()).max(0));
    let width = pixel(seen.right()) - left;
    let height = pixel(seen.bottom()) - top;
    if width <= 0 || height <= 0 {
        return None;
    }
    let side = |points: f32, actual: u32| {
        let shown = points * pixels_per_point;
        if (shown - actual as f32).abs() < 1.0 {
            actual
        } else {
            shown.round() as u32
        }
    };
    Some(PanePlace {
        area: Rect::new(left as u32, top as u32, width as u32, height as u32),
        picture: Size::new(
            side(picture.width(), size.width),
            side(picture.height(), size.height),
        ),
        offset: Point::new(left - pixel(picture.left()), top - pixel(picture.top())),
        handle: (pixel(handle) - top).max(0) as u32,
    })
}

/// Whether this window has something over that place, such as a menu or a word on what is under the pointer.
pub fn is_covered(ctx: &Context, place: UiRect) -> bool {
    ctx.memory(|memory| {
        let layers = memory.areas().visible_layer_ids();
        (layers.iter())
            .filter(|layer| layer.order != Order::Background)
            .filter_map(|layer| memory.area_rect(layer.id))
            .any(|area| area.intersects(place))
    })
}

/// This window as its own system names it, where panes are possible.
pub fn native_window(frame: &eframe::Frame) -> Option<NativeWindow> {
    match frame.window_handle().ok()?.as_raw() {
        // A `long` of C: not as wide everywhere.
        #[allow(clippy::useless_conversion)]
        RawWindowHandle::Xlib(handle) => Some(NativeWindow(handle.window.into())),
        RawWindowHandle::Xcb(handle) => Some(NativeWindow(handle.window.get().into())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use egui::{pos2, vec2};

    use super::*;

    const SCREEN: Size = Size::new(200, 100);
    const WINDOW: NativeWindow = NativeWindow(5);

    #[test]
    fn a_scrolled_screen_lies_where_it_is_seen() {
        // Two pixels to a point: 200 pixels are 100 points.
        let picture = UiRect::from_min_size(pos2(-20.0, 30.5), vec2(100.0, 50.0));
        let seen = UiRect::from_min_max(pos2(0.0, 40.0), pos2(60.0, 70.0));
        let expected = PanePlace {
            area: Rect::new(0, 80, 120, 60),
            picture: SCREEN,
            offset: Point::new(40, 19),
            handle: 0,
        };
        assert_eq!(place(2.0, picture, seen, 40.0, SCREEN), Some(expected));
        let handle = place(2.0, picture, seen, 42.0, SCREEN).map(|place| place.handle);
        assert_eq!(handle, Some(4));
    }

    #[test]
    fn nothing_to_be_seen_is_no_place() {
        let picture = UiRect::from_min_size(pos2(0.0, 0.0), vec2(100.0, 50.0));
        let seen = UiRect::from_min_max(pos2(9.0, 9.0), pos2(9.2, 30.0));
        assert_eq!(place(1.0, picture, seen, 0.0, SCREEN), None);
        assert_eq!(place(1.0, picture, UiRect::NOTHING, 0.0, SCREEN), None);
    }

    #[test]
    fn a_scaled_screen_keeps_its_odd_size() {
        let picture = UiRect::from_min_size(pos2(3.0, 4.0), vec2(133.0, 66.5));
        let shown = place(1.0, picture, picture, 0.0, SCREEN).map(|place| place.picture);
        assert_eq!(shown, Some(Size::new(133, 67)));
    }

    #[test]
    fn the_engine_is_asked_once_for_each_place() {
        let picture = UiRect::from_min_size(pos2(0.0, 0.0), vec2(200.0, 100.0));
        let there = place(1.0, picture, picture, 0.0, SCREEN);
        let wanted = there.map(|place| (WINDOW, place));
        let mut pane = InPane::default();
        assert_eq!(pane.ask(None), None);
        let command = |place| Command::PlacePane {
            window: WINDOW,
            place,
        };
        assert_eq!(pane.ask(wanted), Some(command(there)));
        assert_eq!(pane.ask(wanted), None);
        assert_eq!(pane.ask(None), Some(command(None)));
        assert_eq!(pane.ask(None), None);
    }

    #[test]
    fn a_menu_over_the_screen_covers_it() {
        let ctx = Context::default();
        let menu = UiRect::from_min_size(pos2(100.0, 100.0), vec2(50.0, 50.0));
        for _ in 0..2 {
            let output = ctx.run_ui(egui::RawInput::default(), |ui| {
                ui.label("the page itself covers nothing");
                egui::Area::new(egui::Id::unique("menu"))
                    .order(Order::Foreground)
                    .fixed_pos(menu.min)
                    .show(ui.ctx(), |ui| ui.allocate_space(menu.size()));
            });
            output.drop_without_applying_deltas();
        }
        assert!(is_covered(
            &ctx,
            UiRect::from_min_size(pos2(120.0, 120.0), vec2(9.0, 9.0))
        ));
        assert!(!is_covered(
            &ctx,
            UiRect::from_min_size(pos2(0.0, 0.0), vec2(90.0, 90.0))
        ));
    }
}
