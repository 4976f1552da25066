//! Whose key was it? What Hulp injects never stops it; what anybody else presses does.

use std::{
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

use hulp::{
    desktop::{Desktop, DesktopError, Injector, LocalInput, StopKey},
    input::{InputEvent, Keysym, PointerButton},
    screen::Rect,
};
use x11rb::{
    CURRENT_TIME, NONE,
    protocol::{
        xkb::{ConnectionExt as _, Group},
        xproto::{
            Allow, AutoRepeatMode, ButtonIndex, ChangeKeyboardControlAux, ConnectionExt as _,
            EventMask, GrabMode, InputFocus, ModMask,
        },
    },
    wrapper::ConnectionExt as _,
};

use crate::xserver::{XServer, until};

const ESC: u8 = 9;
const CTRL: u8 = 37;
const C: u8 = 54;
const X: u8 = 53;

/// An expert's hands, and all that was told of the novice's.
struct Both {
    injector: Box<dyn Injector>,
    heard: Arc<Mutex<Vec<LocalInput>>>,
}

impl Both {
    fn on(server: &XServer) -> Self {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let ear = Arc::clone(&heard);
        let sink = Arc::new(move |input| ear.lock().unwrap().push(input));
        let injector = server.desktop().injector(sink).unwrap();
        Self { injector, heard }
    }

    fn inject(&mut self, event: &InputEvent) {
        self.injector.inject(event).unwrap();
    }

    fn key(&mut self, keysym: Keysym, pressed: bool) {
        self.inject(&InputEvent::Key { keysym, pressed });
    }

    fn tap(&mut self, keysym: Keysym) {
        self.key(keysym, true);
        self.key(keysym, false);
    }

    fn heard(&self) -> Vec<LocalInput> {
        self.heard.lock().unwrap().clone()
    }

    /// What was heard since the last call, up to a mark of foreign acts that is put behind it.
    fn heard_until_now(&self, server: &XServer) -> Vec<LocalInput> {
        server.move_pointer(700, 500);
        server.key(X, true);
        server.key(X, false);
        server.move_pointer(701, 500);
        let mark = [LocalInput::Pointer, LocalInput::Key, LocalInput::Pointer];
        until("the mark is heard", || self.heard().ends_with(&mark));
        let mut heard = std::mem::take(&mut *self.heard.lock().unwrap());
        heard.truncate(heard.len() - mark.len());
        heard
    }
}

fn c() -> Keysym {
    Keysym::from_char('c').unwrap()
}

const ESCAPE_STOPS: [LocalInput; 1] = [LocalInput::Stop(StopKey::Escape)];

#[test]
fn nothing_that_is_injected_counts_as_the_novice() {
    let Some(server) = XServer::start("800x600x24") else {
        return;
    };
    let mut both = Both::on(&server);
    both.tap(Keysym::ESCAPE);
    both.key(Keysym::CONTROL_L, true);
    both.tap(c());
    both.key(Keysym::CONTROL_L, false);
    for x in 0..50 {
        both.inject(&InputEvent::PointerMoved { x, y: x });
        both.inject(&InputEvent::PointerMoved { x, y: x });
    }
    for button in [
        PointerButton::Left,
        PointerButton::Right,
        PointerButton::Forward,
    ] {
        both.inject(&InputEvent::Button {
            button,
            pressed: true,
        });
        both.inject(&InputEvent::Button {
            button,
            pressed: false,
        });
    }
    both.inject(&InputEvent::Wheel { right: 2, down: -5 });
    both.inject(&InputEvent::Text("Aé漢 \n".into()));
    both.key(Keysym::from_char('ж').unwrap(), true);
    both.injector.release_all();
    assert_eq!(both.heard_until_now(&server), []);
}

#[test]
fn a_foreign_escape_stops_wherever_the_focus_is() {
    let Some(server) = XServer::start("800x600x24") else {
        return;
    };
    let both = Both::on(&server);
    let window = server.window(Rect::new(0, 0, 100, 100), 0);
    for focus in [window, NONE, u32::from(u8::from(InputFocus::POINTER_ROOT))] {
        server
            .conn
            .set_input_focus(InputFocus::PARENT, focus, CURRENT_TIME)
            .unwrap();
        server.key(ESC, true);
        server.key(ESC, false);
        assert_eq!(both.heard_until_now(&server), ESCAPE_STOPS);
    }
    // Also while a program, such as an open menu or a screen lock, has the keyboard for itself.
    let grab =
        server
            .conn
            .grab_keyboard(true, window, CURRENT_TIME, GrabMode::ASYNC, GrabMode::ASYNC);
    grab.unwrap().reply().unwrap();
    server.key(ESC, true);
    server.key(ESC, false);
    assert_eq!(both.heard_until_now(&server), ESCAPE_STOPS);
}

/// Window managers look at each click before its program gets it, and hold back what follows until they have.
#[test]
fn what_is_injected_while_a_window_manager_looks_at_a_click_is_known() {
    let Some(server) = XServer::start("800x600x24") else {
        return;
    };
    let conn = &server.conn;
    let (whole, any) = (server.root, ModMask::ANY);
    let (held, free) = (GrabMode::SYNC, GrabMode::ASYNC);
    let clicks = EventMask::BUTTON_PRESS;
    let first = ButtonIndex::M1;
    let grab = conn.grab_button(false, whole, clicks, held, free, NONE, NONE, first, any);
    grab.unwrap().check().unwrap();
    let grab = conn.grab_key(false, whole, any, ESC, free, held);
    grab.unwrap().check().unwrap();
    let mut both = Both::on(&server);
    for (x, replayed) in [(10, Allow::REPLAY_POINTER), (30, Allow::ASYNC_POINTER)] {
        both.inject(&InputEvent::PointerMoved { x, y: 10 });
        for pressed in [true, false] {
            let button = PointerButton::Left;
            both.inject(&InputEvent::Button { button, pressed });
            both.inject(&InputEvent::PointerMoved { x: x + 10, y: 20 });
        }
        both.key(Keysym::ESCAPE, true);
        both.key(Keysym::ESCAPE, false);
        for replayed in [replayed, Allow::REPLAY_KEYBOARD] {
            conn.allow_events(replayed, CURRENT_TIME).unwrap();
        }
        conn.sync().unwrap();
        both.inject(&InputEvent::PointerMoved { x: x + 20, y: 30 });
        assert_eq!(both.heard_until_now(&server), []);
    }
    // The novice's own key is heard at once all the same, and once.
    server.key(ESC, true);
    server.key(ESC, false);
    until("the novice's Escape is heard", || !both.heard().is_empty());
    conn.allow_events(Allow::ASYNC_KEYBOARD, CURRENT_TIME)
        .unwrap();
    conn.sync().unwrap();
    assert_eq!(both.heard_until_now(&server), ESCAPE_STOPS);
}

#[test]
fn xdotool_counts_as_the_novice() {
    let Some(server) = XServer::start("800x600x24") else {
        return;
    };
    let both = Both::on(&server);
    if server.run_to_end("xdotool", &["key", "Escape"]).is_none() {
        return;
    }
    assert_eq!(both.heard_until_now(&server), ESCAPE_STOPS);
    server.run_to_end("xdotool", &["key", "ctrl+c"]);
    let stop = LocalInput::Stop(StopKey::CtrlC);
    assert_eq!(both.heard_until_now(&server), [LocalInput::Key, stop]);
}

#[test]
fn hardware_counts_as_the_novice_while_the_same_key_is_injected() {
    let Some(server) = XServer::start("800x600x24") else {
        return;
    };
    let mut both = Both::on(&server);
    let stop = LocalInput::Stop(StopKey::Escape);
    both.tap(Keysym::ESCAPE);
    server.hardware_key(ESC, true);
    server.hardware_key(ESC, false);
    both.tap(Keysym::ESCAPE);
    assert_eq!(both.heard_until_now(&server), [stop]);
    server.hardware_key(CTRL, true);
    both.tap(c());
    assert_eq!(both.heard_until_now(&server), [LocalInput::Key]);
    server.hardware_key(C, true);
    let stop = LocalInput::Stop(StopKey::CtrlC);
    assert_eq!(both.heard_until_now(&server), [stop]);
}

#[test]
fn the_experts_control_that_is_let_go_takes_none_from_the_novice() {
    let Some(server) = XServer::start("800x600x24") else {
        return;
    };
    let mut both = Both::on(&server);
    both.key(Keysym::CONTROL_L, true);
    server.hardware_key(CTRL, true);
    both.key(Keysym::CONTROL_L, false);
    server.hardware_key(C, true);
    let stop = LocalInput::Stop(StopKey::CtrlC);
    assert_eq!(both.heard_until_now(&server), [LocalInput::Key, stop]);
}

#[test]
fn one_foreign_escape_among_five_hundred_is_found_once() {
    let Some(server) = XServer::start("800x600x24") else {
        return;
    };
    for round in 0..4_u64 {
        let mut both = Both::on(&server);
        let (name, heard) = (server.name.clone(), Arc::clone(&both.heard));
        let foreign = thread::spawn(move || {
            let (conn, _) = x11rb::rust_connection::RustConnection::connect(Some(&name)).unwrap();
            thread::sleep(Duration::from_millis(7 + 13 * round));
            assert_eq!(*heard.lock().unwrap(), []);
            for kind in [2, 3] {
                x11rb::protocol::xtest::fake_input(&conn, kind, ESC, CURRENT_TIME, NONE, 0, 0, 0)
                    .unwrap();
                conn.sync().unwrap();
            }
        });
        for _ in 0..500 {
            both.tap(Keysym::ESCAPE);
        }
        foreign.join().unwrap();
        assert_eq!(both.heard_until_now(&server), ESCAPE_STOPS);
    }
}

#[test]
fn control_and_c_of_different_people() {
    let Some(server) = XServer::start("800x600x24") else {
        return;
    };
    let mut both = Both::on(&server);
    let stop = LocalInput::Stop(StopKey::CtrlC);
    // The novice's Control, the expert's C: no stop.
    server.key(CTRL, true);
    both.tap(c());
    server.key(CTRL, false);
    assert_eq!(both.heard_until_now(&server), [LocalInput::Key]);
    // The expert's Control, the novice's C: rather a stop too many than one too few.
    both.key(Keysym::CONTROL_L, true);
    server.key(C, true);
    server.key(C, false);
    both.key(Keysym::CONTROL_L, false);
    assert_eq!(both.heard_until_now(&server), [stop]);
    // Without Control it is a letter.
    server.key(C, true);
    server.key(C, false);
    assert_eq!(both.heard_until_now(&server), [LocalInput::Key]);
}

#[test]
fn control_and_c_on_other_layouts() {
    let Some(server) = XServer::start("800x600x24") else {
        return;
    };
    let both = Both::on(&server);
    let stop = LocalInput::Stop(StopKey::CtrlC);
    // The C of Dvorak is where others have I; a Russian layout has none, nor has the second half of two.
    for (layout, group, key) in [
        ("de", Group::M1, C),
        ("dvorak", Group::M1, 31),
        ("ru", Group::M1, C),
        ("us,ru", Group::M2, C),
        ("dvorak,gr", Group::M2, 31),
    ] {
        if server.run_to_end("setxkbmap", &[layout]).is_none() {
            return;
        }
        server
            .conn
            .xkb_use_extension(1, 0)
            .unwrap()
            .reply()
            .unwrap();
        server
            .conn
            .xkb_latch_lock_state(
                0x100,
                0_u8.into(),
                0_u8.into(),
                true,
                group,
                0_u8.into(),
                false,
                0,
            )
            .unwrap()
            .check()
            .unwrap();
        server.key(CTRL, true);
        server.key(key, true);
        server.key(key, false);
        server.key(CTRL, false);
        assert_eq!(
            both.heard_until_now(&server),
            [LocalInput::Key, stop],
            "{layout}"
        );
    }
}

#[test]
fn a_foreign_mouse_is_the_novices() {
    let Some(server) = XServer::start("800x600x24") else {
        return;
    };
    let both = Both::on(&server);
    server.move_pointer(300, 300);
    assert_eq!(both.heard_until_now(&server), [LocalInput::Pointer]);
    server.click(1);
    assert_eq!(both.heard_until_now(&server), [LocalInput::Pointer]);
    server.click(4);
    assert_eq!(both.heard_until_now(&server), [LocalInput::Pointer]);
}

#[test]
fn a_key_that_the_expert_holds_repeats_and_stops_nothing() {
    let Some(server) = XServer::start("800x600x24") else {
        return;
    };
    let window = server.window(Rect::new(0, 0, 100, 100), 0);
    server
        .conn
        .set_input_focus(InputFocus::PARENT, window, CURRENT_TIME)
        .unwrap();
    let mut both = Both::on(&server);
    both.key(Keysym::ESCAPE, true);
    let mut presses = 0;
    until("the X server repeats it", || {
        presses += server.key_presses();
        presses > 4
    });
    both.key(Keysym::ESCAPE, false);
    assert_eq!(both.heard_until_now(&server), []);
}

#[test]
fn what_had_no_effect_hides_no_later_key() {
    let Some(server) = XServer::start("800x600x24") else {
        return;
    };
    let mut both = Both::on(&server);
    // A foreign program holds Escape, and nothing repeats: the server tells nobody of our press then.
    let still = ChangeKeyboardControlAux::new().auto_repeat_mode(AutoRepeatMode::OFF);
    server.conn.change_keyboard_control(&still).unwrap();
    server.key(ESC, true);
    both.tap(Keysym::ESCAPE);
    both.key(Keysym::ESCAPE, true);
    both.injector.release_all();
    server.key(ESC, false);
    assert_eq!(both.heard_until_now(&server), ESCAPE_STOPS);
    for _ in 0..3 {
        server.key(ESC, true);
        server.key(ESC, false);
        assert_eq!(both.heard_until_now(&server), ESCAPE_STOPS);
    }
}

#[test]
fn text_stops_when_the_novice_acts_and_the_watch_ends_with_the_injector() {
    let Some(server) = XServer::start("800x600x24") else {
        return;
    };
    let mut both = Both::on(&server);
    // Many more signs than spare keys: typing them takes seconds.
    let text: String = ('\u{4e00}'..).take(300).collect();
    let heard = Arc::clone(&both.heard);
    thread::scope(|scope| {
        let typing = scope.spawn(|| {
            both.inject(&InputEvent::Text(text));
            both
        });
        until("foreign signs are typed", || server.is_bound('\u{4e05}'));
        server.key(ESC, true);
        server.key(ESC, false);
        let both = typing.join().unwrap();
        assert!(!server.is_bound('\u{4f00}'), "typed on to the end");
        assert_eq!(*heard.lock().unwrap(), ESCAPE_STOPS);
        drop(both);
    });
    server.key(ESC, true);
    server.key(ESC, false);
    assert_eq!(Arc::strong_count(&heard), 1, "the sink is gone");
    assert_eq!(*heard.lock().unwrap(), ESCAPE_STOPS);
}

#[test]
fn without_a_watch_nothing_is_injected() {
    let Some(server) = XServer::start("800x600x24") else {
        return;
    };
    let mut both = Both::on(&server);
    drop(server);
    until("nothing can be injected", || {
        let event = InputEvent::PointerMoved { x: 1, y: 1 };
        both.injector.inject(&event).is_err()
    });
}

#[test]
fn a_server_that_lets_nobody_press_keys_is_refused() {
    let Some(server) = XServer::start_with("800x600x24", &["-extension", "XTEST"]) else {
        return;
    };
    let refused = server.desktop().injector(Arc::new(|_| {}));
    assert!(matches!(refused, Err(DesktopError::Unsupported(text)) if text.contains("XTEST")));
}
