//! The expert's mouse: where it goes, and where it must not.

use std::sync::Arc;

use hulp::{
    desktop::{Desktop, Injected, Injector},
    input::{InputEvent, Keysym, PointerButton},
    screen::Rect,
};
use x11rb::{
    CURRENT_TIME,
    protocol::{
        Event,
        xproto::{
            AtomEnum, ConnectionExt as _, CreateWindowAux, InputFocus, KeyButMask, PropMode,
            Window, WindowClass,
        },
    },
    wrapper::ConnectionExt as _,
};

use crate::xserver::XServer;

struct Expert<'a> {
    server: &'a XServer,
    injector: Box<dyn Injector>,
}

impl<'a> Expert<'a> {
    fn on(server: &'a XServer) -> Self {
        let injector = server.desktop().injector(Arc::new(|_| {})).unwrap();
        Self { server, injector }
    }

    fn inject(&mut self, event: &InputEvent) -> Injected {
        self.injector.inject(event).unwrap()
    }

    fn move_to(&mut self, x: i32, y: i32) -> Injected {
        self.inject(&InputEvent::PointerMoved { x, y })
    }

    fn button(&mut self, button: PointerButton, pressed: bool) -> Injected {
        self.inject(&InputEvent::Button { button, pressed })
    }

    fn key(&mut self, sign: char, pressed: bool) -> Injected {
        let keysym = Keysym::from_char(sign).unwrap();
        self.inject(&InputEvent::Key { keysym, pressed })
    }

    /// The buttons that a window of the test's saw go down since the last call.
    fn pressed_buttons(&self) -> Vec<u8> {
        let conn = &self.server.conn;
        conn.sync().unwrap();
        let mut pressed = Vec::new();
        while let Some(event) = x11rb::connection::Connection::poll_for_event(conn).unwrap() {
            if let Event::ButtonPress(e) = event {
                pressed.push(e.detail);
            }
        }
        pressed
    }

    fn buttons_down(&self) -> bool {
        let conn = &self.server.conn;
        let pointer = conn
            .query_pointer(self.server.root)
            .unwrap()
            .reply()
            .unwrap();
        let any = KeyButMask::BUTTON1 | KeyButMask::BUTTON2 | KeyButMask::BUTTON3;
        u16::from(pointer.mask) & u16::from(any) != 0
    }
}

const LEFT: PointerButton = PointerButton::Left;

/// Makes a window of the test's one of Hulp's own: the test is the process that injects.
fn own(server: &XServer, window: Window) {
    let name = server.conn.intern_atom(false, b"_NET_WM_PID").unwrap();
    let name = name.reply().unwrap().atom;
    let process = [std::process::id()];
    server
        .conn
        .change_property32(
            PropMode::REPLACE,
            window,
            name,
            AtomEnum::CARDINAL,
            &process,
        )
        .unwrap();
    server.conn.sync().unwrap();
}

#[test]
fn the_mouse_does_what_the_experts_does() {
    let Some(server) = XServer::start("800x600x24") else {
        return;
    };
    server.window(Rect::new(0, 0, 800, 600), 0);
    let mut expert = Expert::on(&server);
    for (at, there) in [
        ((10, 20), (10, 20)),
        ((799, 599), (799, 599)),
        ((-5, 99_999), (0, 599)),
        ((i32::MAX, i32::MIN), (799, 0)),
    ] {
        assert_eq!(expert.move_to(at.0, at.1), Injected::Done);
        assert_eq!(server.pointer(), there);
    }
    use PointerButton::{Back, Forward, Left, Middle, Right};
    for button in [Left, Middle, Right, Back, Forward] {
        assert_eq!(expert.button(button, true), Injected::Done);
        assert_eq!(expert.button(button, true), Injected::Done);
        assert_eq!(expert.button(button, false), Injected::Done);
    }
    assert_eq!(expert.pressed_buttons(), [1, 2, 3, 8, 9]);
    expert.inject(&InputEvent::Wheel { right: 0, down: 5 });
    expert.inject(&InputEvent::Wheel {
        right: -1,
        down: -2,
    });
    expert.inject(&InputEvent::Wheel { right: 1, down: 0 });
    assert_eq!(expert.pressed_buttons(), [5, 5, 5, 5, 5, 6, 4, 4, 7]);
    expert.inject(&InputEvent::Wheel {
        right: 0,
        down: i16::MIN,
    });
    assert!(
        expert.pressed_buttons().len() < 100,
        "no flood from one event"
    );
}

#[test]
fn only_the_shared_monitor_is_reached() {
    let Some(server) = XServer::start("1000x500x24") else {
        return;
    };
    let right = ["--setmonitor", "*right", "500/100x500/100+500+0", "screen"];
    if server.run_to_end("xrandr", &right).is_none() {
        return;
    }
    let mut expert = Expert::on(&server);
    expert.move_to(0, 7);
    assert_eq!(server.pointer(), (500, 7));
    expert.move_to(-300, 7);
    assert_eq!(server.pointer(), (500, 7), "the left half is private");
    // The other half is shared from now on.
    server.run_to_end("xrandr", &["--delmonitor", "right"]);
    let left = ["--setmonitor", "*left", "400/100x500/100+0+0", "screen"];
    server.run_to_end("xrandr", &left);
    // Events of the change may come after the next move.
    crate::xserver::until("the new monitor", || {
        expert.move_to(600, 8);
        server.pointer() == (399, 8)
    });
}

#[test]
fn nothing_stays_pressed() {
    let Some(server) = XServer::start("800x600x24") else {
        return;
    };
    server.window(Rect::new(0, 0, 800, 600), 0);
    let mut expert = Expert::on(&server);
    let hold = |expert: &mut Expert| {
        expert.button(LEFT, true);
        for keysym in [Keysym::CONTROL_L, Keysym::ALT_L, Keysym::SHIFT_R] {
            expert.inject(&InputEvent::Key {
                keysym,
                pressed: true,
            });
        }
        for sign in "a@é漢".chars() {
            assert_eq!(expert.key(sign, true), Injected::Done);
        }
    };
    hold(&mut expert);
    assert!(!server.keys_down().is_empty() && expert.buttons_down());
    expert.injector.release_all();
    assert_eq!(server.keys_down(), [0_u8; 0]);
    assert!(!expert.buttons_down());

    hold(&mut expert);
    drop(expert);
    assert_eq!(server.keys_down(), [0_u8; 0]);
    assert!(!Expert::on(&server).buttons_down());
}

#[test]
fn a_release_finds_its_key_when_shift_went_up_before() {
    let Some(server) = XServer::start("800x600x24") else {
        return;
    };
    let mut expert = Expert::on(&server);
    let shift = |pressed| InputEvent::Key {
        keysym: Keysym::SHIFT_L,
        pressed,
    };
    expert.inject(&shift(true));
    expert.key('A', true);
    expert.inject(&shift(false));
    expert.key('a', false);
    assert_eq!(server.keys_down(), [0_u8; 0]);
    // One key for two signs.
    expert.key('a', true);
    expert.inject(&shift(true));
    expert.key('A', true);
    expert.key('A', false);
    expert.key('a', false);
    expert.inject(&shift(false));
    assert_eq!(server.keys_down(), [0_u8; 0]);
}

#[test]
fn hulps_own_windows_are_left_alone() {
    let Some(server) = XServer::start("800x600x24") else {
        return;
    };
    server.window(Rect::new(0, 0, 800, 600), 0);
    let window = server.window(Rect::new(200, 200, 200, 200), 0);
    let mut expert = Expert::on(&server);
    own(&server, window);
    expert.move_to(10, 10);
    assert_eq!(expert.move_to(300, 300), Injected::OverOwnWindow);
    assert_eq!(server.pointer(), (10, 10));
    // A click is not made elsewhere instead.
    assert_eq!(expert.button(LEFT, true), Injected::OverOwnWindow);
    let wheel = InputEvent::Wheel { right: 0, down: 1 };
    assert_eq!(expert.inject(&wheel), Injected::OverOwnWindow);
    assert_eq!(expert.button(LEFT, false), Injected::Done);
    assert_eq!(expert.pressed_buttons(), [0_u8; 0]);

    assert_eq!(expert.move_to(20, 20), Injected::Done);
    assert_eq!(expert.button(LEFT, true), Injected::Done);
    assert!(expert.buttons_down());
    // What is dragged into it is dropped before.
    assert_eq!(expert.move_to(201, 201), Injected::OverOwnWindow);
    assert!(!expert.buttons_down());
    assert_eq!(server.pointer(), (20, 20));

    // The novice's own pointer is there, or the window came to where the expert's is.
    expert.move_to(30, 30);
    server.move_pointer(300, 300);
    assert_eq!(expert.button(LEFT, true), Injected::OverOwnWindow);
}

#[test]
fn keys_are_left_out_while_an_own_window_has_the_focus() {
    let Some(server) = XServer::start("800x600x24") else {
        return;
    };
    let other = server.window(Rect::new(0, 0, 100, 100), 0);
    let window = server.window(Rect::new(200, 200, 200, 200), 0);
    own(&server, window);
    let mut expert = Expert::on(&server);
    let focus = |window| {
        server
            .conn
            .set_input_focus(InputFocus::PARENT, window, CURRENT_TIME)
            .unwrap();
        server.conn.sync().unwrap();
    };
    focus(other);
    assert_eq!(expert.key('a', true), Injected::Done);
    focus(window);
    assert_eq!(expert.key('b', true), Injected::OverOwnWindow);
    assert_eq!(
        expert.inject(&InputEvent::Text("x".into())),
        Injected::OverOwnWindow
    );
    assert_eq!(
        expert.key('a', false),
        Injected::Done,
        "what is held may go up"
    );
    assert_eq!(server.keys_down(), [0_u8; 0]);
    // Focus follows the pointer.
    focus(u32::from(u8::from(InputFocus::POINTER_ROOT)));
    server.move_pointer(300, 300);
    assert_eq!(expert.key('b', true), Injected::OverOwnWindow);
    server.move_pointer(10, 10);
    assert_eq!(expert.key('b', true), Injected::Done);
}

#[test]
fn the_frame_around_an_own_window_is_left_alone_too() {
    let Some(server) = XServer::start("800x600x24") else {
        return;
    };
    // As a window manager does it: a frame of its own, with the program's window in it.
    let frame = server.window(Rect::new(100, 100, 300, 300), 0);
    let window = x11rb::connection::Connection::generate_id(&server.conn).unwrap();
    let conn = &server.conn;
    let looks = CreateWindowAux::new();
    conn.create_window(
        0,
        window,
        frame,
        5,
        25,
        290,
        270,
        0,
        WindowClass::INPUT_OUTPUT,
        0,
        &looks,
    )
    .unwrap();
    conn.map_window(window).unwrap();
    own(&server, window);
    let mut expert = Expert::on(&server);
    assert_eq!(
        expert.move_to(390, 105),
        Injected::OverOwnWindow,
        "the close button"
    );
    assert_eq!(expert.move_to(300, 300), Injected::OverOwnWindow);
    assert_eq!(expert.move_to(99, 99), Injected::Done);
}

/// Printed, not asserted: the machine may be busy.
#[test]
fn how_long_an_act_takes() {
    let Some(server) = XServer::start("800x600x24") else {
        return;
    };
    let window = server.window(Rect::new(0, 0, 800, 600), 0);
    server
        .conn
        .set_input_focus(InputFocus::PARENT, window, CURRENT_TIME)
        .unwrap();
    let mut expert = Expert::on(&server);
    let mut time = |what: &str, act: &mut dyn FnMut(&mut Expert, i32)| {
        let mut times: Vec<_> = (0..200)
            .map(|n| {
                let start = std::time::Instant::now();
                act(&mut expert, n);
                start.elapsed()
            })
            .collect();
        times.sort();
        eprintln!("{what}: median {:?}, worst {:?}", times[100], times[199]);
    };
    time("a motion", &mut |expert, n| {
        expert.move_to(n, n);
    });
    time("a click", &mut |expert, _| {
        expert.button(LEFT, true);
        expert.button(LEFT, false);
    });
    time("a key", &mut |expert, _| {
        expert.key('a', true);
        expert.key('a', false);
    });
    time("a key for which Shift is moved", &mut |expert, _| {
        expert.key('A', true);
        expert.key('A', false);
    });
}
