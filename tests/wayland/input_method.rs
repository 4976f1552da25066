//! An input method of the novice's, such as fcitx or ibus: it gets each key that is pressed on the desktop, the helper's too, and writes
//! what it makes of them into whichever field has the keyboard by then.

use std::{
    os::unix::net::UnixStream,
    sync::{Arc, Mutex},
    time::Duration,
};

use hulp::{
    desktop::{Desktop, Injected, WaylandDesktop},
    input::{InputEvent, Keysym},
};
use wayland_client::{
    Connection, Dispatch, EventQueue, QueueHandle, WEnum, delegate_noop,
    globals::{GlobalListContents, registry_queue_init},
    protocol::{
        wl_keyboard::KeyState,
        wl_registry::{self, WlRegistry},
        wl_seat::WlSeat,
    },
};
use wayland_protocols_misc::zwp_input_method_v2::client::{
    zwp_input_method_keyboard_grab_v2::{self, ZwpInputMethodKeyboardGrabV2},
    zwp_input_method_manager_v2::ZwpInputMethodManagerV2,
    zwp_input_method_v2::{self, ZwpInputMethodV2},
};

use crate::{
    own_window::OwnWindows,
    rig::{
        alone,
        process::{PATIENCE, wait_for},
        wayland::{Foot, Release, Sway},
    },
};

/// When to write again: what is written is lost if the field tells something of itself at that very moment.
const SECOND_THOUGHT: Duration = Duration::from_millis(300);

struct InputMethod {
    connection: Connection,
    method: ZwpInputMethodV2,
    told: Arc<Mutex<Told>>,
}

/// What the compositor told it.
#[derive(Clone, Copy, Default)]
struct Told {
    /// Keys that were pressed.
    keys: usize,
    /// A field listens to it..
    is_active: bool,
    /// ..or is about to.
    is_called: bool,
    /// How often it was told that this is all.
    done: u32,
}

/// Listens, on a thread of its own.
struct Listening(Arc<Mutex<Told>>);

impl InputMethod {
    fn on(sway: &Sway) -> Self {
        let stream = UnixStream::connect(sway.socket()).unwrap();
        let connection = Connection::from_socket(stream).unwrap();
        let (globals, queue) = registry_queue_init::<Listening>(&connection).unwrap();
        let handle = queue.handle();
        let manager: ZwpInputMethodManagerV2 = globals.bind(&handle, 1..=1, ()).unwrap();
        let seat: WlSeat = globals.bind(&handle, 1..=1, ()).unwrap();
        let method = manager.get_input_method(&seat, &handle, ());
        method.grab_keyboard(&handle, ());
        connection.flush().unwrap();
        let told = Arc::<Mutex<Told>>::default();
        let listening = Listening(told.clone());
        std::thread::spawn(move || listen(queue, listening));
        Self {
            connection,
            method,
            told,
        }
    }

    fn told(&self) -> Told {
        *self.told.lock().unwrap()
    }

    fn write(&self, text: &str) {
        self.method.commit_string(text.into());
        self.method.commit(self.told().done);
        self.connection.flush().unwrap();
    }
}

fn listen(mut queue: EventQueue<Listening>, mut listening: Listening) {
    while queue.blocking_dispatch(&mut listening).is_ok() {}
}

#[test]
fn what_an_input_method_makes_of_the_helpers_keys_is_not_heeded_in_hulps_own_window() {
    let test = "what_an_input_method_makes_of_the_helpers_keys_is_not_heeded_in_hulps_own_window";
    for release in Release::here(test) {
        write_into_hulps_own_window(release);
    }
}

fn write_into_hulps_own_window(release: Release) {
    let _alone = alone();
    let rules = "for_window [app_id=\"hulp\"] floating enable\nfocus_on_window_activation focus";
    let sway = Sway::start_one(release, "640x480", rules);
    let method = InputMethod::on(&sway);
    let desktop = Arc::new(WaylandDesktop::new(Some(sway.socket().to_owned())));
    let _foot = Foot::open(&sway, "letter");
    let own = OwnWindows::open_with_field(sway.socket(), desktop.clone());
    let mut hands = desktop.injector(Arc::new(|_| {})).unwrap();
    let keysym = Keysym(0x20);
    let key = |pressed| InputEvent::Key { keysym, pressed };

    // The helper types elsewhere, and the novice's input method takes its time. Meanwhile Hulp's window comes.
    assert_eq!(hands.inject(&key(true)).unwrap(), Injected::Done);
    hands.inject(&key(false)).unwrap();
    let got = wait_for(PATIENCE, || (method.told().keys > 0).then_some(()));
    assert!(got.is_some(), "the input method does not get the key");
    let window = own.show("Hulp", (200, 200));
    let listens = wait_for(PATIENCE, || {
        (own.have_keyboard() && method.told().is_active).then_some(())
    });
    assert!(listens.is_some(), "the field in the window does not listen");
    let arrived = wait_for(PATIENCE, || {
        method.write("yes");
        wait_for(SECOND_THOUGHT, || own.pressed().first().cloned())
    });
    assert_eq!(arrived, Some(("text yes".to_owned(), false)));
    let why = hands.inject(&key(true)).unwrap_err().to_string();
    assert!(why.contains("Hulp's own window"), "{why}");

    // What the novice writes there is heeded, as soon as no helper is about.
    drop(hands);
    let heeded = wait_for(PATIENCE, || {
        method.write("no");
        wait_for(SECOND_THOUGHT, || own.heeded().first().cloned())
    });
    assert_eq!(heeded.as_deref(), Some("text no"));
    drop(window);
}

impl Dispatch<ZwpInputMethodV2, ()> for Listening {
    fn event(
        Self(told): &mut Self,
        _: &ZwpInputMethodV2,
        event: zwp_input_method_v2::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        let mut told = told.lock().unwrap();
        match event {
            zwp_input_method_v2::Event::Activate => told.is_called = true,
            zwp_input_method_v2::Event::Deactivate => told.is_called = false,
            zwp_input_method_v2::Event::Done => {
                told.is_active = told.is_called;
                told.done += 1;
            }
            _ => {}
        }
    }
}

impl Dispatch<ZwpInputMethodKeyboardGrabV2, ()> for Listening {
    fn event(
        Self(told): &mut Self,
        _: &ZwpInputMethodKeyboardGrabV2,
        event: zwp_input_method_keyboard_grab_v2::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        if let zwp_input_method_keyboard_grab_v2::Event::Key {
            state: WEnum::Value(KeyState::Pressed),
            ..
        } = event
        {
            told.lock().unwrap().keys += 1;
        }
    }
}

impl Dispatch<WlRegistry, GlobalListContents> for Listening {
    fn event(
        _: &mut Self,
        _: &WlRegistry,
        _: wl_registry::Event,
        _: &GlobalListContents,
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
    }
}

delegate_noop!(Listening: ZwpInputMethodManagerV2);
delegate_noop!(Listening: ignore WlSeat);
