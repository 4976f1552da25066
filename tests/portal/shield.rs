//! Nothing that a helper presses does anything in Hulp's own windows, whatever way they try. Hulp's windows are played by windows of
//! the test's own, which keep what arrives and whether Hulp's would have heeded it.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use hulp::{
    desktop::{Desktop as _, Injected, Injector, PortalDesktop},
    input::{InputEvent, Keysym, PointerButton},
};

use crate::{
    Seen, key, nobody,
    own_window::{OwnWindow, OwnWindows},
    process::{PATIENCE, wait_for},
    stage::{Hand, Stage, can_run},
    stand_in::StandIn,
    type_text,
};

const SPACE: Keysym = Keysym(0x20);
const ALT: Keysym = Keysym(0xffe9);
const TAB: Keysym = Keysym(0xff09);
/// Hulp's window.
const SIZE: (u16, u16) = (420, 300);
/// So long a helper goes on pressing while something is about to happen to the windows.
const STUBBORN: Duration = Duration::from_millis(1500);
/// So much earlier a hasty portal says that it has done something: a frame of a slow desktop.
const HASTE: Duration = Duration::from_millis(33);
/// How often they try what is a matter of luck.
const TRIES: usize = 6;

/// A helper at work on a desktop where Hulp has a window.
struct Scene {
    hands: Option<Box<dyn Injector>>,
    _seen: Seen,
    window: Option<OwnWindow>,
    own: OwnWindows,
    hand: Hand,
    portal: StandIn,
    desktop: Arc<PortalDesktop>,
    stage: Stage,
    /// What of the novice's own presses was heeded.
    novices: usize,
}

impl Scene {
    fn set() -> Self {
        let stage = Stage::start_empty();
        let (desktop, portal) = crate::desktop_with(&stage);
        let desktop = Arc::new(desktop);
        let hand = Hand::at(&stage);
        let own = OwnWindows::open(&stage.wayland(), desktop.clone());
        let window = Some(own.show("Hulp", SIZE));
        // There is a keyboard from the first key on.
        let focused = wait_for(PATIENCE, || {
            hand.tap(SPACE.0);
            own.have_keyboard().then_some(())
        });
        assert!(focused.is_some(), "the window does not get the keyboard");
        let seen = Seen::open(&desktop);
        let mut scene = Self {
            hands: None,
            _seen: seen,
            window,
            own,
            hand,
            portal,
            desktop,
            stage,
            novices: 0,
        };
        scene.novice_is_heeded();
        scene.take_control();
        scene
    }

    fn take_control(&mut self) {
        self.hands = None;
        self.hands = Some(self.desktop.injector(nobody()).unwrap());
    }

    fn hands(&mut self) -> &mut dyn Injector {
        &mut **self.hands.as_mut().unwrap()
    }

    fn point(&mut self, (x, y): (i32, i32)) {
        let moved = InputEvent::PointerMoved { x, y };
        self.hands().inject(&moved).unwrap();
    }

    fn button(&mut self, pressed: bool) -> Injected {
        let button = PointerButton::Left;
        let event = InputEvent::Button { button, pressed };
        self.hands().inject(&event).unwrap()
    }

    fn key(&mut self, keysym: Keysym, pressed: bool) -> Injected {
        key(self.hands(), keysym, pressed)
    }

    /// A place in Hulp's window.
    fn inside(&mut self) -> (i32, i32) {
        self.place(true)
    }

    /// A place outside of it.
    fn outside(&mut self) -> (i32, i32) {
        self.place(false)
    }

    fn place(&mut self, inside: bool) -> (i32, i32) {
        let rows = (20..700).step_by(80);
        let mut places = rows.flat_map(|y| (20..1260).step_by(120).map(move |x| (x, y)));
        let found = places.find(|at| {
            self.point(*at);
            // Nothing tells when the desktop has done it, but the pointer does not go on by itself.
            let there = wait_for(Duration::from_millis(200), || {
                (self.own.have_pointer() == inside).then_some(())
            });
            there.is_some()
        });
        found.expect("a place for the pointer")
    }

    /// What the novice presses in Hulp's window is heeded.
    fn novice_is_heeded(&mut self) {
        let before = self.own.heeded().len();
        let heeded = wait_for(PATIENCE, || {
            self.hand.tap(SPACE.0);
            wait_for(Duration::from_millis(300), || {
                (self.own.heeded().len() > before).then_some(())
            })
        });
        assert!(heeded.is_some(), "{:?}", self.own.pressed());
        // One that is under way is one of these.
        self.novices = usize::MAX;
        while self.novices != self.own.heeded().len() {
            self.novices = self.own.heeded().len();
            std::thread::sleep(Duration::from_millis(100)); // how still is measured, not waited for
        }
    }

    /// Nothing of the helper's was heeded.
    fn expect_nothing(&self, way: &str) {
        let heeded = self.own.heeded();
        let helpers = heeded.get(self.novices..).unwrap_or_default();
        assert!(helpers.is_empty(), "{way}: {:?}", self.own.pressed());
    }

    /// Presses keys and the mouse as fast as it goes, for a while or until control ends; says whether it did.
    fn press_wildly(&mut self, at: (i32, i32)) -> bool {
        let until = Instant::now() + STUBBORN;
        while Instant::now() < until {
            let (x, y) = at;
            let button = PointerButton::Left;
            let events = [
                InputEvent::Key {
                    keysym: SPACE,
                    pressed: true,
                },
                InputEvent::Key {
                    keysym: SPACE,
                    pressed: false,
                },
                InputEvent::PointerMoved { x, y },
                InputEvent::Button {
                    button,
                    pressed: true,
                },
                InputEvent::Button {
                    button,
                    pressed: false,
                },
                InputEvent::Text("q q q ".into()),
            ];
            for event in &events {
                if self.hands().inject(event).is_err() {
                    return true;
                }
            }
        }
        false
    }
}

#[test]
fn nothing_that_the_helper_presses_gets_into_hulps_own_window() {
    if !can_run("nothing_that_the_helper_presses_gets_into_hulps_own_window") {
        return;
    }
    let mut scene = Scene::set();
    let arrived = scene.own.pressed().len();
    let expect_nothing = |scene: &Scene, way: &str| {
        let pressed = scene.own.pressed();
        assert_eq!(pressed.len(), arrived, "{way}: {pressed:?}");
    };

    // It has the keyboard.
    for keysym in [SPACE, TAB, Keysym::RETURN, Keysym::ESCAPE, Keysym(0x79)] {
        assert_eq!(scene.key(keysym, true), Injected::OverOwnWindow);
        scene.key(keysym, false);
    }
    assert_eq!(type_text(scene.hands(), "yes\n"), Injected::OverOwnWindow);
    expect_nothing(&scene, "keys");

    // The pointer comes from elsewhere, and presses as soon as it is there.
    let (outside, inside) = (scene.outside(), scene.inside());
    for _ in 0..TRIES {
        scene.point(outside);
        assert_eq!(scene.button(true), Injected::Done);
        scene.button(false);
        scene.point(inside);
        assert_eq!(scene.button(true), Injected::OverOwnWindow);
        scene.button(false);
        let wheel = InputEvent::Wheel { right: 0, down: 3 };
        let turned = scene.hands().inject(&wheel);
        assert_eq!(turned.unwrap(), Injected::OverOwnWindow);
    }
    expect_nothing(&scene, "clicks");

    // A drag that ends there, and a second button.
    scene.point(outside);
    scene.button(true);
    scene.point(inside);
    scene.button(false);
    assert_eq!(scene.button(true), Injected::OverOwnWindow);
    expect_nothing(&scene, "drag");

    // Another window is in front, and a shortcut of the desktop's brings it back.
    let _terminal = scene.stage.terminal(&[], "cat");
    let front = wait_for(PATIENCE, || (!scene.own.have_keyboard()).then_some(()));
    assert!(front.is_some(), "no terminal");
    let mut was_back = false;
    for _ in 0..TRIES {
        scene.key(ALT, true);
        scene.key(TAB, true);
        scene.key(TAB, false);
        scene.key(ALT, false);
        scene.key(SPACE, true);
        scene.key(SPACE, false);
        scene.key(Keysym::RETURN, true);
        scene.key(Keysym::RETURN, false);
        was_back |= scene.own.have_keyboard();
    }
    println!("the shortcut brought it back: {was_back}");
    scene.expect_nothing("shortcut");
    scene.take_control();
    scene.novice_is_heeded();
}

#[test]
fn a_helper_is_told_whose_window_it_is_by_a_portal_that_answers_before_it_has_done_it() {
    let test = "a_helper_is_told_whose_window_it_is_by_a_portal_that_answers_before_it_has_done_it";
    if !can_run(test) {
        return;
    }
    let mut scene = Scene::set();
    let (outside, inside) = (scene.outside(), scene.inside());
    scene.portal.is_hasty(HASTE);
    let mut told = 0;
    for _ in 0..TRIES {
        scene.point(outside);
        let left = wait_for(PATIENCE, || (!scene.own.have_pointer()).then_some(()));
        assert!(left.is_some(), "the pointer stays");
        scene.point(inside);
        match scene.button(true) {
            Injected::OverOwnWindow => told += 1,
            // The computer was busy with other things for longer than Hulp waits. Nothing comes of it but that control ends.
            _ => scene.take_control(),
        }
    }
    assert!(told > TRIES / 2, "told {told} of {TRIES} times");
    scene.expect_nothing("as soon as it is there");
}

#[test]
fn a_press_that_a_window_gets_in_the_way_of_is_not_heeded_and_ends_control() {
    if !can_run("a_press_that_a_window_gets_in_the_way_of_is_not_heeded_and_ends_control") {
        return;
    }
    let mut scene = Scene::set();
    let arrived = scene.own.pressed().len();
    // A key was on its way to nobody when the window opened.
    scene.window = None;
    let closed = wait_for(PATIENCE, || (!scene.own.have_keyboard()).then_some(()));
    assert!(closed.is_some(), "the window stays");
    let mut hands = scene.hands.take().unwrap();
    let slow = scene.portal.slow();
    let pressing = std::thread::spawn(move || {
        key(&mut *hands, SPACE, true);
        hands
    });
    let sent = wait_for(PATIENCE, || {
        let calls = scene.portal.calls();
        calls.contains(&"Keysym 0x20 1".into()).then_some(())
    });
    assert!(sent.is_some(), "the key is not sent");
    scene.window = Some(scene.own.show("Hulp", SIZE));
    let opened = wait_for(PATIENCE, || scene.own.have_keyboard().then_some(()));
    assert!(opened.is_some(), "the window does not get the keyboard");
    drop(slow);
    scene.hands = Some(pressing.join().unwrap());
    expect_not_heeded(&mut scene, arrived, "key 57");

    let arrived = scene.own.pressed().len();
    // A click was on its way to somewhere else when the novice moved the pointer there.
    scene.take_control();
    let (inside, outside) = (scene.inside(), scene.outside());
    scene.point(outside);
    let left = wait_for(PATIENCE, || (!scene.own.have_pointer()).then_some(()));
    assert!(left.is_some(), "the pointer stays");
    let mut hands = scene.hands.take().unwrap();
    let slow = scene.portal.slow();
    let pressing = std::thread::spawn(move || {
        let button = PointerButton::Left;
        let pressed = true;
        hands
            .inject(&InputEvent::Button { button, pressed })
            .unwrap();
        hands
    });
    let sent = wait_for(PATIENCE, || {
        let calls = scene.portal.calls();
        (calls.last()? == "Button 0x110 1").then_some(())
    });
    assert!(sent.is_some(), "the button is not sent");
    scene.hand.point(inside);
    let there = wait_for(PATIENCE, || scene.own.have_pointer().then_some(()));
    assert!(there.is_some(), "the novice's pointer does not get there");
    drop(slow);
    scene.hands = Some(pressing.join().unwrap());
    expect_not_heeded(&mut scene, arrived, "button 0x110");

    // Windows that close and open while somebody presses wildly.
    let mut ended = 0;
    for how in ["closes", "opens"].iter().cycle().take(TRIES) {
        scene.take_control();
        match *how {
            "closes" => {
                scene
                    .window
                    .get_or_insert_with(|| scene.own.show("Hulp", SIZE));
                let _terminal = scene.stage.terminal(&["--maximized"], "sleep 0.7");
                ended += usize::from(scene.press_wildly(inside));
            }
            _ => {
                scene.window = None;
                let own = &scene.own;
                let showing = own.show("Hulp", SIZE);
                scene.window = Some(showing);
                ended += usize::from(scene.press_wildly(inside));
            }
        }
        scene.expect_nothing(how);
    }
    println!("{ended} of {TRIES} times control ended");
    scene.take_control();
    scene.novice_is_heeded();
}

/// One more press than so many arrived and was not heeded, control is over, and the novice is heeded again after a while.
fn expect_not_heeded(scene: &mut Scene, before: usize, press: &str) {
    let arrived = wait_for(PATIENCE, || scene.own.pressed().get(before).cloned());
    assert_eq!(arrived, Some((press.to_owned(), false)));
    let keysym = SPACE;
    for pressed in [false, true] {
        let again = scene.hands().inject(&InputEvent::Key { keysym, pressed });
        if pressed {
            let why = again.unwrap_err().to_string();
            assert!(why.contains("Hulp's own window"), "{why}");
        }
    }
    scene.hands = None;
    scene.novice_is_heeded();
}
