//! The remote screen in a window of its own: what it shows, where it points, and how it ends.

use std::{
    sync::{Arc, Mutex},
    time::Instant,
};

use hulp::{
    desktop::{Desktop, NativeWindow, Pane, PaneEvent, PanePlace},
    input::{InputEvent, PointerButton},
    screen::{CursorShape, Damage, Framebuffer, Point, Rect, Size},
};
use x11rb::{
    connection::Connection,
    protocol::{
        Event,
        shape::{ConnectionExt as _, SK},
        xfixes::ConnectionExt as _,
        xproto::{ConfigureWindowAux, ConnectionExt as _, InputFocus, Window},
    },
    wrapper::ConnectionExt as _,
};

use crate::xserver::{XServer, until};

/// Where the window stands on the root, and the pane in the window.
const WINDOW: Rect = Rect::new(100, 50, 400, 300);
const PANE: Rect = Rect::new(20, 10, 320, 200);

struct Shown {
    server: XServer,
    window: Window,
    pane: Box<dyn Pane>,
    frame: Framebuffer,
    told: Arc<Mutex<Vec<PaneEvent>>>,
}

impl Shown {
    /// A pane in a window of a server.
    fn open(server: XServer, remote: Size) -> Self {
        let window = server.window(WINDOW, 0x0033_3333);
        let told = Arc::new(Mutex::new(Vec::new()));
        let teller = Arc::clone(&told);
        let sink = Arc::new(move |event| teller.lock().unwrap().push(event));
        let parent = NativeWindow(window.into());
        let pane = server.desktop().open_pane(parent, sink).unwrap();
        let mut frame = Framebuffer::new(remote);
        let pixels = frame.pixels_mut().iter_mut().zip(0_u32..);
        pixels.for_each(|(pixel, n)| *pixel = n.wrapping_mul(0x0061_c887) & 0x00ff_ffff);
        Self {
            server,
            window,
            pane,
            frame,
            told,
        }
    }

    /// Shows the remote screen at its actual size, scrolled to this pixel.
    fn place(&mut self, area: Rect, x: i32, y: i32) {
        let place = PanePlace {
            area,
            picture: self.frame.size(),
            offset: Point::new(x, y),
            handle: 0,
        };
        self.pane.place(Some(place), &self.frame).unwrap();
    }

    /// Shows all of the remote screen in this area.
    fn scale_to(&mut self, area: Rect) {
        self.pane.place(Some(all_in(area)), &self.frame).unwrap();
    }

    fn fill(&mut self, rect: Rect, colour: u32) {
        for y in rect.y..rect.bottom() {
            self.frame.row_mut(rect, y).fill(colour);
        }
        self.pane.paint(&self.frame, &Damage::of(rect));
    }

    /// The pixels that a part of the window has on the glass.
    fn glass(&self, part: Rect) -> Vec<u32> {
        self.server.pixels(Rect {
            x: part.x + WINDOW.x,
            y: part.y + WINDOW.y,
            ..part
        })
    }

    /// What a pane of this size shows of the remote screen from this pixel on.
    fn expected(&self, size: Size, from: Point) -> Vec<u32> {
        let remote = self.frame.size();
        let rows = 0..size.height as i32;
        rows.flat_map(|y| (0..size.width as i32).map(move |x| (x + from.x, y + from.y)))
            .map(|(x, y)| {
                let inside =
                    (0..remote.width as i32).contains(&x) && (0..remote.height as i32).contains(&y);
                if inside {
                    self.frame.pixels()[y as usize * remote.width as usize + x as usize]
                } else {
                    0
                }
            })
            .collect()
    }

    fn until_shown(&self, area: Rect, from: Point) {
        let expected = self.expected(Size::new(area.width, area.height), from);
        until("the pane shows the remote screen", || {
            self.glass(area) == expected
        });
    }

    fn until_told(&self, expected: &[PaneEvent]) {
        let mut told = Vec::new();
        until(&format!("told: {expected:?}"), || {
            told = self.told.lock().unwrap().clone();
            told.len() >= expected.len()
        });
        assert_eq!(told, expected);
        self.told.lock().unwrap().clear();
    }

    /// Waits until the server knows that the mouse is the pane's, but for so many rows at its top.
    fn until_mouse_is_taken(&self, area: Rect, handle: u32) {
        let conn = &self.server.conn;
        let pane = conn.query_tree(self.window).unwrap().reply().unwrap();
        let expected = (handle as i16, area.width as u16, area.height - handle);
        until("the pane takes the mouse", || {
            let input = conn.shape_get_rectangles(pane.children[0], SK::INPUT);
            let parts = input.unwrap().reply().unwrap().rectangles;
            let parts = parts.iter().map(|r| (r.y, r.width, u32::from(r.height)));
            parts.eq([expected])
        });
    }

    fn point(&self, x: u32, y: u32) {
        let at = (WINDOW.x + x, WINDOW.y + y);
        self.server.move_pointer(at.0 as i16, at.1 as i16);
    }
}

fn all_in(area: Rect) -> PanePlace {
    PanePlace {
        area,
        picture: Size::new(area.width, area.height),
        offset: Point::default(),
        handle: 0,
    }
}

fn moved(x: i32, y: i32) -> PaneEvent {
    PaneEvent::Input(InputEvent::PointerMoved { x, y })
}

fn button(button: PointerButton, pressed: bool) -> PaneEvent {
    PaneEvent::Input(InputEvent::Button { button, pressed })
}

fn cross() -> Arc<CursorShape> {
    let pixels = vec![0xff00_ff00; 81];
    Arc::new(CursorShape::new(Size::new(9, 9), Point::new(4, 4), pixels).unwrap())
}

fn start() -> Option<Shown> {
    Some(Shown::open(
        XServer::start("800x600x24")?,
        Size::new(640, 480),
    ))
}

#[test]
fn the_actual_size_is_exact_and_follows_changes_and_scrolling() {
    let Some(mut shown) = start() else { return };
    shown.place(PANE, 0, 0);
    shown.until_shown(PANE, Point::default());
    for step in 0..40 {
        shown.fill(Rect::new(step * 7, step * 5, 30, 20), step * 0x0004_0201);
    }
    shown.until_shown(PANE, Point::default());
    shown.place(PANE, 300, 250);
    shown.until_shown(PANE, Point::new(300, 250));
    // What is out of sight is painted when it comes into sight.
    shown.fill(Rect::new(0, 0, 50, 50), 0x00ab_cdef);
    shown.place(PANE, 10, 5);
    shown.until_shown(PANE, Point::new(10, 5));
    let around = [
        Rect::new(0, 0, 400, 10),
        Rect::new(0, 10, 20, 200),
        Rect::new(340, 10, 60, 200),
        Rect::new(0, 210, 400, 90),
    ];
    for part in around {
        assert!(shown.glass(part).iter().all(|pixel| *pixel == 0x0033_3333));
    }
}

#[test]
fn many_parts_of_an_update_arrive_and_nothing_between_them_changes() {
    let Some(mut shown) = start() else { return };
    shown.place(PANE, 0, 0);
    let mut damage = Damage::none();
    for n in 0..40 {
        let rect = Rect::new(n % 8 * 37, n / 8 * 39, 11, 7);
        (rect.y..rect.bottom()).for_each(|y| shown.frame.row_mut(rect, y).fill(0x00ff_0000 + n));
        damage.add(rect);
    }
    // Changed in the frame, but not told: must not come along.
    let untold = Rect::new(20, 20, 10, 10);
    let before = shown.frame.clone();
    (untold.y..untold.bottom()).for_each(|y| shown.frame.row_mut(untold, y).fill(0x00ff_ffff));
    shown.pane.paint(&shown.frame, &damage);
    shown.frame = before;
    shown.until_shown(PANE, Point::default());
    // What was cut for one update is not for the next, nor for a larger pane.
    let larger = Rect::new(0, 0, 390, 290);
    shown.place(larger, 0, 0);
    shown.until_shown(larger, Point::default());
}

#[test]
fn a_scaled_screen_looks_the_same_and_keeps_up() {
    let Some(mut shown) = start() else { return };
    shown.frame.pixels_mut().fill(0x0080_8080);
    shown.fill(Rect::new(200, 160, 120, 80), 0x00ff_0000);
    shown.scale_to(PANE);
    // 640 x 480 in 320 x 200: half as wide, five twelfths as high.
    let is = |x: u32, y: u32, colour: u32| {
        let pixel = shown.glass(Rect::new(PANE.x + x, PANE.y + y, 1, 1))[0];
        pixel == colour
    };
    until("the screen is shown", || is(130, 80, 0x00ff_0000));
    assert!(is(102, 69, 0x00ff_0000) && is(157, 97, 0x00ff_0000));
    assert!(is(97, 80, 0x0080_8080) && is(162, 80, 0x0080_8080));
    assert!(is(130, 64, 0x0080_8080) && is(130, 103, 0x0080_8080));
    shown.fill(Rect::new(200, 160, 120, 80), 0x0000_ff00);
    let is = |x: u32, y: u32, colour: u32| {
        shown.glass(Rect::new(PANE.x + x, PANE.y + y, 1, 1))[0] == colour
    };
    until("the change is shown", || is(130, 80, 0x0000_ff00));
    let red = |pixel: &u32| (pixel >> 16) & 0xff > 0x90;
    assert!(
        !shown.glass(PANE).iter().any(red),
        "nothing of the red stays"
    );
    // As large as the remote screen: exact.
    shown.scale_to(Rect::new(0, 0, 320, 240));
    shown.frame = Framebuffer::new(Size::new(320, 240));
    shown.fill(Rect::new(3, 3, 50, 50), 0x0001_0203);
    shown.until_shown(Rect::new(0, 0, 320, 240), Point::default());
}

#[test]
fn what_was_covered_is_shown_again_without_a_new_picture() {
    let Some(mut shown) = start() else { return };
    shown.place(PANE, 0, 0);
    shown.until_shown(PANE, Point::default());
    let cover = shown.server.window(Rect::new(150, 80, 90, 70), 0x0000_00ff);
    assert_eq!(shown.glass(Rect::new(60, 40, 1, 1)), [0x0000_00ff]);
    shown.server.conn.destroy_window(cover).unwrap();
    shown.server.conn.sync().unwrap();
    shown.until_shown(PANE, Point::default());
}

#[test]
fn it_moves_grows_hides_and_comes_back() {
    let Some(mut shown) = start() else { return };
    let places = [
        Rect::new(0, 0, 40, 30),
        Rect::new(7, 9, 390, 280),
        Rect::new(30, 20, 390, 280),
        Rect::new(0, 0, 1, 1),
        PANE,
    ];
    for area in places {
        shown.place(area, 1, 2);
        let seen = area.intersection(Rect::new(0, 0, 400, 300)).unwrap();
        shown.until_shown(seen, Point::new(1, 2));
    }
    shown.pane.place(None, &shown.frame).unwrap();
    until("it is hidden", || {
        shown.glass(PANE).iter().all(|pixel| *pixel == 0x0033_3333)
    });
    // What changes meanwhile is seen when it is back.
    shown.fill(Rect::new(5, 5, 100, 100), 0x0000_aaff);
    shown.place(PANE, 0, 0);
    shown.until_shown(PANE, Point::default());
    // A remote screen that changes its size.
    shown.frame = Framebuffer::new(Size::new(200, 100));
    shown.fill(Rect::new(0, 0, 200, 100), 0x0011_9911);
    shown.place(PANE, 0, 0);
    shown.until_shown(PANE, Point::default());
    // Nothing at all, and more than there can be.
    shown.place(Rect::new(10, 10, 0, 50), 0, 0);
    shown.place(Rect::new(0, 0, u32::MAX, u32::MAX), 0, 0);
    shown.place(Rect::new(0, 0, 30, 30), i32::MIN, i32::MAX);
    shown.place(PANE, 0, 0);
    shown.until_shown(PANE, Point::default());
}

#[test]
fn the_remote_pointer_is_painted_while_looking_and_worn_while_controlling() {
    let Some(mut shown) = start() else { return };
    shown.place(PANE, 0, 0);
    shown
        .pane
        .set_cursor(Some(cross()), Some(Point::new(50, 40)), false);
    let cross_at = Rect::new(PANE.x + 46, PANE.y + 36, 9, 9);
    until("the pointer is painted", || {
        shown
            .glass(cross_at)
            .iter()
            .all(|pixel| *pixel == 0x0000_ff00)
    });
    // A change under it.
    shown.fill(Rect::new(40, 30, 12, 12), 0x00ff_00ff);
    shown
        .pane
        .set_cursor(Some(cross()), Some(Point::new(150, 140)), false);
    until("it has moved", || {
        shown.glass(Rect::new(PANE.x + 150, PANE.y + 140, 1, 1)) == [0x0000_ff00]
    });
    assert_eq!(
        shown.glass(Rect::new(PANE.x + 50, PANE.y + 40, 1, 1)),
        [0x00ff_00ff]
    );

    shown
        .server
        .conn
        .xfixes_query_version(5, 0)
        .unwrap()
        .reply()
        .unwrap();
    let worn = |shown: &Shown| {
        let image = shown.server.conn.xfixes_get_cursor_image().unwrap();
        image.reply().unwrap()
    };
    shown.point(100, 100);
    let before = worn(&shown).cursor_serial;
    shown
        .pane
        .set_cursor(Some(cross()), Some(Point::new(150, 140)), true);
    until("the pointer is worn", || {
        let image = worn(&shown);
        (image.width, image.height) == (9, 9)
            && (image.xhot, image.yhot) == (4, 4)
            && image.cursor_image.iter().all(|pixel| *pixel == 0xff00_ff00)
    });
    shown.until_shown(PANE, Point::default());
    shown.pane.set_cursor(Some(cross()), None, false);
    until("it is taken off", || worn(&shown).cursor_serial == before);
}

#[test]
fn the_mouse_is_told_in_remote_pixels_and_only_while_controlling() {
    let Some(mut shown) = start() else { return };
    shown.place(PANE, 100, 200);
    shown.point(PANE.x + 5, PANE.y + 6);
    shown.server.click(1);
    let mut presses = 0;
    until("the window has the mouse", || {
        while let Some(event) = shown.server.conn.poll_for_event().unwrap() {
            if let Event::ButtonPress(event) = event {
                assert_eq!(event.event, shown.window);
                presses += 1;
            }
        }
        presses == 1
    });

    shown.pane.set_cursor(None, None, true);
    shown.until_mouse_is_taken(PANE, 0);
    shown.point(PANE.x + 7, PANE.y + 8);
    shown.until_told(&[moved(107, 208)]);
    shown.server.click(1);
    shown.server.click(3);
    shown.server.click(5);
    shown.server.click(6);
    let here = moved(107, 208);
    shown.until_told(&[
        PaneEvent::Pressed,
        here.clone(),
        button(PointerButton::Left, true),
        button(PointerButton::Left, false),
        PaneEvent::Pressed,
        here.clone(),
        button(PointerButton::Right, true),
        button(PointerButton::Right, false),
        here.clone(),
        PaneEvent::Input(InputEvent::Wheel { right: 0, down: 1 }),
        here.clone(),
        PaneEvent::Input(InputEvent::Wheel { right: -1, down: 0 }),
    ]);

    // The way of a drag, also out of the pane; where it ends, the button is let go.
    shown.server.press(1, true);
    for x in 8..12 {
        shown.point(PANE.x + x, PANE.y + 8);
        shown.server.conn.sync().unwrap();
    }
    shown.point(0, 0);
    shown.server.press(1, false);
    shown.until_told(&[
        PaneEvent::Pressed,
        here,
        button(PointerButton::Left, true),
        moved(108, 208),
        moved(109, 208),
        moved(110, 208),
        moved(111, 208),
        moved(80, 190),
        button(PointerButton::Left, false),
    ]);

    // The rows at the top that are the window's own, at rest and in a drag.
    let handle = PanePlace {
        handle: 5,
        offset: Point::new(100, 200),
        picture: shown.frame.size(),
        ..all_in(PANE)
    };
    shown.pane.place(Some(handle), &shown.frame).unwrap();
    shown.until_mouse_is_taken(PANE, 5);
    shown.point(PANE.x + 3, PANE.y + 4);
    shown.server.click(1);
    shown.point(PANE.x + 3, PANE.y + 5);
    shown.until_told(&[moved(103, 205)]);
    shown.place(PANE, 100, 200);
    shown.until_mouse_is_taken(PANE, 0);

    // What is held when the pane goes is let go.
    shown.point(PANE.x + 1, PANE.y + 1);
    shown.server.press(1, true);
    shown.until_told(&[
        moved(101, 201),
        PaneEvent::Pressed,
        moved(101, 201),
        button(PointerButton::Left, true),
    ]);
    shown.pane.place(None, &shown.frame).unwrap();
    shown.until_told(&[button(PointerButton::Left, false)]);
    shown.server.press(1, false);

    shown.scale_to(Rect::new(0, 0, 320, 240));
    shown.until_mouse_is_taken(Rect::new(0, 0, 320, 240), 0);
    shown.point(160, 120);
    shown.until_told(&[moved(321, 241)]);
}

#[test]
fn keys_over_the_pane_are_the_windows() {
    let Some(mut shown) = start() else { return };
    shown.place(PANE, 0, 0);
    shown.pane.set_cursor(None, None, true);
    shown.until_mouse_is_taken(PANE, 0);
    shown.point(PANE.x + 50, PANE.y + 50);
    let focus = InputFocus::POINTER_ROOT;
    for window in [shown.window, u32::from(focus)] {
        let conn = &shown.server.conn;
        conn.set_input_focus(focus, window, x11rb::CURRENT_TIME)
            .unwrap();
        conn.sync().unwrap();
        while conn.poll_for_event().unwrap().is_some() {}
        shown.server.key(38, true);
        shown.server.key(38, false);
        let mut keys = 0;
        until("the window has the keys", || {
            while let Some(event) = conn.poll_for_event().unwrap() {
                if let Event::KeyPress(event) | Event::KeyRelease(event) = event {
                    assert_eq!((event.event, event.detail), (shown.window, 38));
                    keys += 1;
                }
            }
            keys == 2
        });
    }
}

#[test]
fn it_ends_with_the_window_and_with_the_server() {
    let Some(mut shown) = start() else { return };
    shown.place(PANE, 0, 0);
    let conn = &shown.server.conn;
    conn.destroy_window(shown.window).unwrap();
    conn.sync().unwrap();
    shown.fill(Rect::new(0, 0, 9, 9), 1);
    shown
        .pane
        .set_cursor(Some(cross()), Some(Point::new(5, 5)), true);
    until("it says that it is gone", || {
        shown.pane.place(Some(all_in(PANE)), &shown.frame).is_err()
    });
    let parent = NativeWindow(shown.window.into());
    assert!(
        shown
            .server
            .desktop()
            .open_pane(parent, Arc::new(|_| {}))
            .is_err()
    );

    let Some(mut shown) = start() else { return };
    shown.place(PANE, 0, 0);
    let desktop = shown.server.desktop();
    shown.server.kill();
    shown.fill(Rect::new(0, 0, 9, 9), 1);
    until("it says that it is gone", || {
        shown.pane.place(None, &shown.frame).is_err()
    });
    drop(shown.pane);
    assert!(
        desktop
            .open_pane(NativeWindow(1), Arc::new(|_| {}))
            .is_err()
    );
}

#[test]
fn a_dropped_pane_leaves_nothing_behind() {
    let Some(mut shown) = start() else { return };
    shown.place(PANE, 0, 0);
    shown.until_shown(PANE, Point::default());
    drop(shown.pane);
    let conn = &shown.server.conn;
    until("it is closed", || {
        let tree = conn.query_tree(shown.window).unwrap().reply().unwrap();
        tree.children.is_empty()
    });
}

#[test]
fn a_server_without_shared_memory_has_no_panes() {
    let Some(server) = XServer::start_with("640x480x24", &["-extension", "MIT-SHM"]) else {
        return;
    };
    let window = server.window(WINDOW, 0);
    let parent = NativeWindow(window.into());
    assert!(
        server
            .desktop()
            .open_pane(parent, Arc::new(|_| {}))
            .is_err()
    );
}

/// Printed, not asserted: the machine may be busy.
#[test]
fn how_long_a_paint_takes() {
    let Some(server) = XServer::start("1920x1080x24") else {
        return;
    };
    let size = Size::new(1920, 1080);
    let mut shown = Shown::open(server, size);
    let large = ConfigureWindowAux::new().x(0).y(0).width(1920).height(1080);
    shown
        .server
        .conn
        .configure_window(shown.window, &large)
        .unwrap();
    shown.server.conn.sync().unwrap();
    let views = [
        ("actual size", size.rect()),
        ("1440x810", Rect::new(0, 0, 1440, 810)),
    ];
    for (name, area) in views {
        shown.scale_to(area);
        for part in [Size::new(64, 64), Size::new(640, 360), size] {
            let mut times: Vec<_> = (0..60)
                .map(|n| {
                    let rect = part.rect();
                    for y in 0..part.height {
                        shown.frame.row_mut(rect, y).fill(n);
                    }
                    let start = Instant::now();
                    shown.pane.paint(&shown.frame, &Damage::of(rect));
                    // Waits until the server has read it: all of the way to the glass.
                    shown.pane.set_cursor(None, None, false);
                    start.elapsed()
                })
                .collect();
            times.sort();
            eprintln!(
                "a paint of {}x{} at {name}: median {:?}",
                part.width, part.height, times[30]
            );
        }
    }
    shown.place(size.rect(), 0, 0);
    until("the screen is shown", || {
        shown.server.pixels(size.rect()) == shown.frame.pixels()
    });
}
