//! What Hulp sees of the screen is what is there.

use std::time::{Duration, Instant};

use hulp::{
    desktop::{Capture, Desktop},
    screen::{Damage, Framebuffer, Point, Rect, Size},
};
use x11rb::{
    connection::Connection,
    protocol::xproto::{
        ChangeWindowAttributesAux, ConfigureWindowAux, ConnectionExt as _, CreateGCAux, Rectangle,
    },
    wrapper::ConnectionExt as _,
};

use crate::xserver::{SOON, XServer, until};

/// Shorter than anything that must happen, longer than any news takes that is under way.
const QUIET: Duration = Duration::from_millis(300);

struct Watched {
    capture: Box<dyn Capture>,
    frame: Framebuffer,
}

impl Watched {
    fn open(server: &XServer) -> Self {
        let mut capture = server.desktop().capture().unwrap();
        let mut frame = Framebuffer::new(Size::default());
        assert!(capture.wait(SOON).unwrap(), "the first picture is news");
        let damage = capture.grab(&mut frame).unwrap();
        assert_eq!(damage.rects(), [capture.size().rect()]);
        let cursor = capture.cursor();
        assert!(cursor.shape.is_some() && cursor.at.is_some());
        let mut watched = Self { capture, frame };
        watched.settle();
        watched
    }

    /// Takes all news until there is none.
    fn settle(&mut self) -> Damage {
        let mut all = Damage::none();
        while self.capture.wait(QUIET).unwrap() {
            all.merge(&self.capture.grab(&mut self.frame).unwrap());
            self.capture.cursor();
        }
        all
    }

    fn shows(&self, server: &XServer) -> bool {
        self.frame.pixels() == server.pixels(self.frame.size().rect())
    }
}

#[test]
fn the_picture_is_what_was_drawn() {
    let Some(server) = XServer::start("800x600x24") else {
        return;
    };
    let window = server.window(Rect::new(100, 50, 300, 200), 0x0012_3456);
    let mut watched = Watched::open(&server);
    assert!(watched.shows(&server));
    assert_eq!(
        watched.frame.row(Rect::new(100, 50, 1, 1), 50),
        [0x0012_3456]
    );

    for step in 0..40 {
        let part = Rect::new(step * 7, step * 3, 1 + step, 2 + step);
        server.fill(window, part, 0x00ff_0000 >> (step % 20));
    }
    let damage = watched.settle();
    assert!(watched.shows(&server));
    assert!(
        Rect::new(100, 50, 300, 200).contains(damage.bounds()),
        "{damage:?}"
    );
}

#[test]
fn one_changed_pixel_is_found_and_nothing_else() {
    let Some(server) = XServer::start("800x600x24") else {
        return;
    };
    let window = server.window(Rect::new(0, 0, 800, 600), 0);
    let mut watched = Watched::open(&server);
    server.fill(window, Rect::new(799, 599, 1, 1), 0x00ff_ffff);
    assert!(watched.capture.wait(SOON).unwrap());
    let damage = watched.capture.grab(&mut watched.frame).unwrap();
    assert_eq!(damage.rects(), [Rect::new(799, 599, 1, 1)]);
    assert_eq!(watched.frame.pixels().last(), Some(&0x00ff_ffff));
    assert_eq!(
        watched.frame.pixels().iter().filter(|p| **p != 0).count(),
        1
    );
}

#[test]
fn a_still_screen_is_no_news() {
    let Some(server) = XServer::start("800x600x24") else {
        return;
    };
    let mut watched = Watched::open(&server);
    let start = Instant::now();
    assert!(!watched.capture.wait(QUIET).unwrap());
    assert!(start.elapsed() >= QUIET);
    assert!(watched.capture.grab(&mut watched.frame).unwrap().is_empty());
}

#[test]
fn much_news_is_taken_in_few_parts() {
    let Some(server) = XServer::start("1280x800x24") else {
        return;
    };
    let window = server.window(Rect::new(0, 0, 1280, 800), 0);
    let mut watched = Watched::open(&server);
    for n in 0..3000_u32 {
        server.fill(
            window,
            Rect::new(n * 7919 % 1270, n * 104_729 % 790, 3, 3),
            n | 1,
        );
    }
    let damage = watched.settle();
    assert!(watched.shows(&server));
    assert!(!damage.is_empty());
}

#[test]
fn the_pointer_is_told_apart_from_the_picture() {
    let Some(server) = XServer::start("800x600x24") else {
        return;
    };
    let window = server.window(Rect::new(200, 200, 100, 100), 0x00aa_bbcc);
    server.move_pointer(10, 10);
    let mut watched = Watched::open(&server);
    server.move_pointer(33, 44);
    assert!(watched.capture.wait(SOON).unwrap());
    assert_eq!(watched.capture.cursor().at, Some(Point::new(33, 44)));
    assert!(watched.capture.grab(&mut watched.frame).unwrap().is_empty());
    assert_eq!(watched.capture.cursor().at, None);

    // A red pointer of 16 by 16 over one window.
    let (pixmap, gc, cursor) = (id(&server), id(&server), id(&server));
    let conn = &server.conn;
    conn.create_pixmap(1, pixmap, server.root, 16, 16).unwrap();
    let white = CreateGCAux::new().foreground(1);
    conn.create_gc(gc, pixmap, &white).unwrap();
    let all = Rectangle {
        x: 0,
        y: 0,
        width: 16,
        height: 16,
    };
    conn.poly_fill_rectangle(pixmap, gc, &[all]).unwrap();
    conn.create_cursor(cursor, pixmap, pixmap, 0xffff, 0, 0, 0, 0, 0, 5, 6)
        .unwrap();
    let look = ChangeWindowAttributesAux::new().cursor(cursor);
    conn.change_window_attributes(window, &look).unwrap();
    server.move_pointer(250, 250);
    let (mut shape, mut at) = (None, None);
    until("the pointer is red and at its place", || {
        watched.capture.wait(QUIET).unwrap();
        let change = watched.capture.cursor();
        shape = change.shape.or(shape.take());
        at = change.at.or(at);
        at == Some(Point::new(250, 250))
            && shape
                .as_ref()
                .is_some_and(|s| s.pixels().contains(&0xffff_0000))
    });
    assert_eq!(shape.unwrap().hot_spot(), Point::new(5, 6));
    assert!(watched.shows(&server), "the pointer is not in the picture");
}

#[test]
fn a_new_size_is_followed() {
    let Some(server) = XServer::start("1280x800x24") else {
        return;
    };
    let mut watched = Watched::open(&server);
    for (width, height) in [(1024, 600), (640, 480), (1280, 800)] {
        if server.set_mode(width, height).is_none() {
            return;
        }
        let size = Size::new(width, height);
        let mut damage = Damage::none();
        until("the new size", || {
            watched.capture.wait(QUIET).unwrap();
            damage = watched.capture.grab(&mut watched.frame).unwrap();
            watched.frame.size() == size
        });
        assert_eq!(damage.rects(), [size.rect()]);
        assert_eq!(watched.capture.size(), size);
        watched.settle();
        assert!(watched.shows(&server));
    }
}

#[test]
fn only_the_shared_monitor_is_seen() {
    let Some(server) = XServer::start("1000x500x24") else {
        return;
    };
    let window = server.window(Rect::new(0, 0, 1000, 500), 0);
    // The right half is the primary monitor.
    let set = server.run_to_end(
        "xrandr",
        &["--setmonitor", "*right", "500/100x500/100+500+0", "screen"],
    );
    if set.is_none() {
        return;
    }
    let mut watched = Watched::open(&server);
    assert_eq!(watched.capture.size(), Size::new(500, 500));
    server.fill(window, Rect::new(100, 100, 50, 50), 0x00ff_0000);
    assert!(watched.settle().is_empty(), "the left half is private");
    server.fill(window, Rect::new(490, 100, 20, 20), 0x0000_00ff);
    assert_eq!(watched.settle().rects(), [Rect::new(0, 100, 10, 20)]);
    assert_eq!(
        watched.frame.pixels(),
        server.pixels(Rect::new(500, 0, 500, 500))
    );
    server.move_pointer(600, 40);
    assert!(watched.capture.wait(SOON).unwrap());
    assert_eq!(watched.capture.cursor().at, Some(Point::new(100, 40)));
}

#[test]
fn a_server_without_shared_memory_is_seen_too() {
    let Some(server) = XServer::start_with("640x480x24", &["-extension", "MIT-SHM"]) else {
        return;
    };
    let window = server.window(Rect::new(100, 50, 300, 200), 0x0012_3456);
    let mut watched = Watched::open(&server);
    assert!(watched.shows(&server));
    server.fill(window, Rect::new(1, 2, 30, 40), 0x00fe_dcba);
    assert_eq!(watched.settle().rects(), [Rect::new(101, 52, 30, 40)]);
    assert!(watched.shows(&server));
}

#[test]
fn a_server_that_goes_away_is_an_error() {
    let Some(server) = XServer::start("640x480x24") else {
        return;
    };
    let mut watched = Watched::open(&server);
    drop(server);
    until("the screen is gone", || {
        watched.capture.wait(QUIET).is_err()
    });
    assert!(watched.capture.grab(&mut watched.frame).is_err());
}

/// Printed, not asserted: the machine may be busy.
#[test]
fn how_long_a_picture_takes() {
    let Some(server) = XServer::start("1920x1080x24") else {
        return;
    };
    let window = server.window(Rect::new(0, 0, 1920, 1080), 0);
    let mut watched = Watched::open(&server);
    for side in [64, 400, 1080] {
        let mut times: Vec<_> = (0..40)
            .map(|n| {
                server.fill(window, Rect::new(0, 0, side * 16 / 9, side), n);
                assert!(watched.capture.wait(SOON).unwrap());
                let start = Instant::now();
                watched.capture.grab(&mut watched.frame).unwrap();
                start.elapsed()
            })
            .collect();
        times.sort();
        eprintln!(
            "a change of {}x{side} of 1920x1080: median {:?}",
            side * 16 / 9,
            times[20]
        );
    }
    // A window that moves: a picture of it is whole, or not yet there.
    let place = ConfigureWindowAux::new().x(40);
    server.conn.configure_window(window, &place).unwrap();
    server.conn.sync().unwrap();
    watched.settle();
    assert!(watched.shows(&server));
}

fn id(server: &XServer) -> u32 {
    server.conn.generate_id().unwrap()
}

#[test]
fn a_screen_of_few_colours_is_seen_through_xcap() {
    let Some(server) = XServer::start("320x240x16") else {
        return;
    };
    server.window(Rect::new(0, 0, 320, 240), 0xf800);
    let mut child = server.run_self("capture::sees_a_red_screen");
    assert!(child.0.wait().unwrap().success());
}

#[test]
#[ignore = "a part of a_screen_of_few_colours_is_seen_through_xcap, with a DISPLAY of its own"]
fn sees_a_red_screen() {
    let mut capture = hulp::desktop::native(None).capture().unwrap();
    let mut frame = Framebuffer::new(Size::default());
    for _ in 0..2 {
        until("a picture is due", || capture.wait(QUIET).unwrap());
        let damage = capture.grab(&mut frame).unwrap();
        assert_eq!(damage.rects(), [Rect::new(0, 0, 320, 240)]);
        let is_red = |p: &u32| p >> 16 > 0xf0 && p & 0xffff == 0;
        assert!(frame.pixels().iter().all(is_red), "{:x}", frame.pixels()[0]);
    }
}

#[test]
fn no_display_is_a_clear_error() {
    let desktop = hulp::desktop::X11Desktop::new(Some(":31999".into()));
    let Err(error) = desktop.capture() else {
        panic!("a screen without a server")
    };
    assert!(
        error.to_string().starts_with("there is no display"),
        "{error}"
    );
    assert!(desktop.injector(std::sync::Arc::new(|_| {})).is_err());
    desktop.show_edge(hulp::desktop::Edge::Seen);
}
