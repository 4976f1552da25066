//! Nothing that a helper presses on a Wayland desktop does anything in Hulp's own windows, whatever way they try. Hulp's windows are
//! played by windows of the test's own, which keep what arrives and whether Hulp's would have heeded it.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use hulp::{
    desktop::{Desktop, Injected, Injector, WaylandDesktop},
    input::{InputEvent, Keysym, PointerButton},
};

use crate::{
    own_window::OwnWindows,
    rig::{
        alone,
        process::{PATIENCE, wait_for},
        wayland::{Foot, Sway, can_have_sway},
    },
};

/// Hulp's window is always there, and gets the keyboard when it comes.
const WINDOWS: &str = "for_window [app_id=\"hulp\"] floating enable, resize set 200 200, move absolute position 400 100\n\
                       focus_on_window_activation focus\nworkspace 1";
const INSIDE: (i32, i32) = (500, 200);
const OUTSIDE: (i32, i32) = (50, 50);
const SPACE: Keysym = Keysym(0x20);
/// So long a helper goes on pressing while something is about to happen to the windows.
const STUBBORN: Duration = Duration::from_millis(1500);
/// How often they try what is a matter of luck.
const TRIES: usize = 6;

fn button(hands: &mut dyn Injector, pressed: bool) -> Injected {
    let button = PointerButton::Left;
    hands
        .inject(&InputEvent::Button { button, pressed })
        .unwrap()
}

fn point(hands: &mut dyn Injector, (x, y): (i32, i32)) {
    hands.inject(&InputEvent::PointerMoved { x, y }).unwrap();
}

fn key(hands: &mut dyn Injector, keysym: Keysym, pressed: bool) -> Injected {
    hands.inject(&InputEvent::Key { keysym, pressed }).unwrap()
}

#[test]
fn nothing_that_the_helper_presses_gets_into_hulps_own_window() {
    let test = "nothing_that_the_helper_presses_gets_into_hulps_own_window";
    if !can_have_sway(test) {
        return;
    }
    let _alone = alone();
    let sway = Sway::start("640x480", WINDOWS);
    let desktop = Arc::new(WaylandDesktop::new(Some(sway.socket().to_owned())));
    let foot = Foot::open(&sway, "letter");
    let own = OwnWindows::open(sway.socket(), desktop.clone());
    let mut window = Some(own.show("Hulp", (200, 200)));
    let focused = wait_for(PATIENCE, || own.have_keyboard().then_some(()));
    assert!(focused.is_some(), "the window does not get the keyboard");

    // The novice's own hands, which nothing shields from.
    let mut novice = WaylandDesktop::new(Some(sway.socket().to_owned()))
        .injector(Arc::new(|_| {}))
        .unwrap();
    let mut novice_is_heeded = |own: &OwnWindows| {
        let before = own.heeded().len();
        let heeded = wait_for(PATIENCE, || {
            key(&mut *novice, SPACE, true);
            key(&mut *novice, SPACE, false);
            let came = || (own.heeded().len() > before).then_some(());
            wait_for(Duration::from_millis(300), came)
        });
        assert!(heeded.is_some(), "{:?}", own.pressed());
    };
    novice_is_heeded(&own);

    let mut hands = desktop.injector(Arc::new(|_| {})).unwrap();
    let arrived = own.pressed().len();
    let expect_nothing = |way: &str| assert_eq!(own.pressed().len(), arrived, "{way}");
    for keysym in [SPACE, Keysym::RETURN, Keysym::ESCAPE, Keysym(0xff09)] {
        assert_eq!(key(&mut *hands, keysym, true), Injected::OverOwnWindow);
        key(&mut *hands, keysym, false);
    }
    let text = InputEvent::Text("yes\n".into());
    assert_eq!(hands.inject(&text).unwrap(), Injected::OverOwnWindow);
    expect_nothing("keys");
    for _ in 0..TRIES {
        point(&mut *hands, OUTSIDE);
        assert_eq!(button(&mut *hands, true), Injected::Done);
        point(&mut *hands, INSIDE);
        button(&mut *hands, false);
        assert_eq!(button(&mut *hands, true), Injected::OverOwnWindow);
        let wheel = InputEvent::Wheel { right: 0, down: 3 };
        assert_eq!(hands.inject(&wheel).unwrap(), Injected::OverOwnWindow);
    }
    expect_nothing("clicks and drags");
    let clicked = wait_for(PATIENCE, || foot.typed().contains('M').then_some(()));
    assert!(clicked.is_some(), "the clicks elsewhere are lost");

    // Windows that come and go under somebody who presses wildly: what arrives is not heeded, and ends control.
    let heeded = own.heeded().len();
    let mut ended = 0;
    for _ in 0..TRIES {
        window = None;
        let closed = wait_for(PATIENCE, || (!own.have_keyboard()).then_some(()));
        assert!(closed.is_some(), "the window stays");
        drop(hands);
        hands = desktop.injector(Arc::new(|_| {})).unwrap();
        let (x, y) = INSIDE;
        let left = PointerButton::Left;
        let events = [(SPACE, true), (SPACE, false)]
            .map(|(keysym, pressed)| InputEvent::Key { keysym, pressed })
            .into_iter()
            .chain([true, false].map(|pressed| InputEvent::Button {
                button: left,
                pressed,
            }))
            .chain([InputEvent::PointerMoved { x, y }]);
        let until = Instant::now() + STUBBORN;
        let mut all = events.cycle();
        let opens = Instant::now() + STUBBORN / 3;
        while Instant::now() < until {
            if window.is_none() && Instant::now() > opens {
                window = Some(own.show("Hulp", (200, 200)));
            }
            if hands.inject(&all.next().unwrap()).is_err() {
                ended += 1;
                break;
            }
        }
        let pressed = own.pressed();
        assert_eq!(own.heeded().len(), heeded, "{pressed:?}");
    }
    println!("{ended} of {TRIES} times control ended");
    drop(hands);
    window.get_or_insert_with(|| own.show("Hulp", (200, 200)));
    novice_is_heeded(&own);
}
