//! What Hulp types and clicks on a Wayland desktop arrives as it was meant, and nothing stays pressed.

use std::{io::Write, os::unix::net::UnixListener, sync::Arc, time::Duration};

use hulp::{
    desktop::{Desktop, Injected, Injector, WaylandDesktop},
    input::{InputEvent, Keysym, PointerButton},
};

use rustix::process::{Pid, Signal, kill_process};

use crate::rig::{
    alone,
    process::{PATIENCE, wait_for},
    wayland::{Foot, Sway, can_have_sway},
};

/// When to click again.
const SECOND_THOUGHT: Duration = Duration::from_millis(500);

fn hands(sway: &Sway) -> Box<dyn Injector> {
    let desktop = WaylandDesktop::new(Some(sway.socket().to_owned()));
    desktop.injector(Arc::new(|_| {})).unwrap()
}

fn key(keysym: Keysym, pressed: bool) -> InputEvent {
    InputEvent::Key { keysym, pressed }
}

fn sign(sign: char) -> Keysym {
    Keysym::from_char(sign).unwrap()
}

fn act(hands: &mut dyn Injector, events: impl IntoIterator<Item = InputEvent>) {
    for event in events {
        assert_eq!(hands.inject(&event).unwrap(), Injected::Done, "{event:?}");
    }
}

fn tap(hands: &mut dyn Injector, keysym: Keysym) {
    act(hands, [key(keysym, true), key(keysym, false)]);
}

#[test]
fn what_is_typed_arrives_sign_by_sign() {
    if !can_have_sway("what_is_typed_arrives_sign_by_sign") {
        return;
    }
    let _alone = alone();
    let sway = Sway::start("640x480", "");
    let foot = Foot::open(&sway, "letter");
    let mut hands = hands(&sway);
    let mut typed = String::new();
    for letter in "Zoë typt: é€ß@#{}~ 漢".chars() {
        tap(&mut *hands, sign(letter));
        typed.push(letter);
    }
    foot.expect(&typed);

    let text = "Ångström – ½ “naïve” Жук 😀, and more signs than keys: ";
    let many: String = ('ぁ'..'ゖ').chain('Ѐ'..'џ').collect();
    for text in [text.to_owned(), many] {
        for words in text.chars().collect::<Vec<_>>().chunks(200) {
            let words: String = words.iter().collect();
            act(&mut *hands, [InputEvent::Text(words.clone())]);
            typed.push_str(&words);
        }
    }
    foot.expect(&typed);

    // Shortcuts, and the keys that type nothing.
    act(
        &mut *hands,
        [
            key(Keysym::CONTROL_L, true),
            key(sign('c'), true),
            key(sign('c'), false),
            key(Keysym::CONTROL_L, false),
        ],
    );
    for keysym in [
        Keysym::ESCAPE,
        Keysym::RETURN,
        Keysym::UP,
        Keysym::BACKSPACE,
    ] {
        tap(&mut *hands, keysym);
    }
    act(
        &mut *hands,
        [
            key(Keysym::SHIFT_L, true),
            key(sign('A'), true),
            key(sign('A'), false),
            key(Keysym(0xfe20), true), // Shift and the tabulator
            key(Keysym(0xfe20), false),
            key(Keysym::SHIFT_L, false),
        ],
    );
    typed.push_str("\u{3}\u{1b}\n\u{1b}[A\u{7f}A\u{1b}[Z");
    foot.expect(&typed);
}

/// What foot says of a button of the mouse.
fn report(button: u8, (x, y): (i32, i32), pressed: bool) -> String {
    let end = if pressed { 'M' } else { 'm' };
    // The first pixel is called 1.
    format!("\u{1b}[<{button};{};{}{end}", x + 1, y + 1)
}

/// Clicks until the terminal has heard one: with the first virtual mouse of a desktop without any, programs get a pointer only after a
/// while. Returns what the terminal has kept then.
fn acquainted(hands: &mut dyn Injector, foot: &Foot) -> String {
    acquainted_at((5, 5), hands, foot)
}

/// The same, at a place that may not be a part of the terminal yet.
fn acquainted_at(place: (i32, i32), hands: &mut dyn Injector, foot: &Foot) -> String {
    let before = foot.typed().len();
    let heard = wait_for(PATIENCE, || {
        click(hands, place, PointerButton::Left);
        wait_for(SECOND_THOUGHT, || {
            let reports = foot.typed();
            (reports[before..].ends_with('m')).then_some(reports)
        })
    });
    heard.expect("a click that the terminal hears")
}

fn click(hands: &mut dyn Injector, (x, y): (i32, i32), button: PointerButton) {
    let button = |pressed| InputEvent::Button { button, pressed };
    act(
        hands,
        [
            InputEvent::PointerMoved { x, y },
            button(true),
            button(false),
        ],
    );
}

#[test]
fn clicks_land_on_the_pixel_with_one_monitor_and_with_two() {
    if !can_have_sway("clicks_land_on_the_pixel_with_one_monitor_and_with_two") {
        return;
    }
    let _alone = alone();
    let sway = Sway::start("640x480", "");
    let foot = Foot::open(&sway, "board");
    let mut hands = hands(&sway);
    let mut clicked = acquainted(&mut *hands, &foot);
    let places = [(0, 0), (100, 50), (399, 300), (601, 439)];
    for with_two in [false, true] {
        if with_two {
            sway.tell("create_output");
        }
        for place in places {
            click(&mut *hands, place, PointerButton::Left);
            clicked += &report(0, place, true);
            clicked += &report(0, place, false);
            foot.expect(&clicked);
        }
    }
    click(&mut *hands, (8, 8), PointerButton::Right);
    clicked += &(report(2, (8, 8), true) + &report(2, (8, 8), false));
    act(&mut *hands, [InputEvent::Wheel { right: 0, down: 1 }]);
    clicked += &report(65, (8, 8), true);
    act(&mut *hands, [InputEvent::Wheel { right: 0, down: -2 }]);
    clicked += &report(64, (8, 8), true).repeat(2);
    foot.expect(&clicked);
}

#[test]
fn a_click_lands_where_it_is_seen_on_a_scaled_monitor_and_on_a_turned_one() {
    let test = "a_click_lands_where_it_is_seen_on_a_scaled_monitor_and_on_a_turned_one";
    if !can_have_sway(test) {
        return;
    }
    let _alone = alone();
    let sway = Sway::start("640x480", "output HEADLESS-1 scale 2");
    let foot = Foot::open(&sway, "board");
    let mut hands = hands(&sway);
    let mut clicked = acquainted(&mut *hands, &foot);
    // foot tells pixels as they are.
    click(&mut *hands, (400, 300), PointerButton::Left);
    clicked += &(report(0, (400, 300), true) + &report(0, (400, 300), false));
    foot.expect(&clicked);
    sway.tell("output HEADLESS-1 scale 1");
    let with_another = ["90", "180", "270", "flipped-90", "90"];
    for (turns, transform) in with_another.into_iter().enumerate() {
        if turns == 4 {
            sway.tell("create_output");
            sway.tell("output HEADLESS-2 position -1280 0");
        }
        sway.tell(&format!("output HEADLESS-1 transform {transform}"));
        let upright = transform == "180";
        let (width, height) = if upright { (640, 480) } else { (480, 640) };
        let there = wait_for(PATIENCE, || {
            let outputs = sway.told(&["-t", "get_outputs"]);
            let outputs: serde_json::Value = serde_json::from_str(&outputs).ok()?;
            let rect = outputs
                .as_array()?
                .iter()
                .find(|output| output["name"] == "HEADLESS-1")?;
            (rect["rect"]["width"] == width && rect["transform"] == transform).then_some(())
        });
        assert!(there.is_some(), "{transform}");
        // The window has its new size a little later.
        clicked = acquainted_at((300, height - 60), &mut *hands, &foot);
        for place in [(1, 2), (100, 50), (width - 80, 300), (300, height - 60)] {
            click(&mut *hands, place, PointerButton::Left);
            clicked += &(report(0, place, true) + &report(0, place, false));
            foot.expect(&clicked);
        }
    }
}

#[test]
fn a_seat_without_keyboard_and_mouse_has_them_before_anybody_types() {
    let test = "a_seat_without_keyboard_and_mouse_has_them_before_anybody_types";
    if !can_have_sway(test) {
        return;
    }
    let _alone = alone();
    let mut sway = Sway::start("640x480", "");
    sway.take_seat_away();
    let foot = Foot::open_that_tells_focus(&sway, "letter");
    let desktop = WaylandDesktop::new(Some(sway.socket().to_owned()));
    let _capture = desktop.capture().unwrap();
    // The terminal hears that it has the keyboard, while nobody has control.
    foot.expect("\u{1b}[I");
    let mut hands = desktop.injector(Arc::new(|_| {})).unwrap();
    act(&mut *hands, [InputEvent::Text("first keys".into())]);
    let typed = || {
        let kept = foot.typed();
        kept.replace("\u{1b}[I", "").replace("\u{1b}[O", "")
    };
    let came = wait_for(PATIENCE, || (typed() == "first keys").then_some(()));
    assert!(came.is_some(), "{:?}", foot.typed());
}

#[test]
fn nothing_stays_pressed() {
    if !can_have_sway("nothing_stays_pressed") {
        return;
    }
    let _alone = alone();
    let sway = Sway::start("640x480", "");
    let foot = Foot::open(&sway, "held");
    let held = [
        InputEvent::PointerMoved { x: 10, y: 10 },
        InputEvent::Button {
            button: PointerButton::Left,
            pressed: true,
        },
        key(Keysym::CONTROL_L, true),
        key(sign('x'), true),
    ];
    for ends in ["asked", "dropped"] {
        let mut hands = hands(&sway);
        let before = acquainted(&mut *hands, &foot);
        act(&mut *hands, held.clone());
        let came = wait_for(PATIENCE, || foot.typed()[before.len()..].find('\u{18}'));
        assert!(came.is_some(), "Ctrl+X did not arrive: {:?}", foot.typed());
        match ends {
            "asked" => hands.release_all(),
            _ => drop(hands),
        }
        let came = wait_for(PATIENCE, || foot.typed()[before.len()..].find('m'));
        assert!(
            came.is_some(),
            "{ends}: the button stays: {:?}",
            foot.typed()
        );
        // Neither Ctrl nor x is down any more: a letter is a letter, and x is not repeated.
        let mut others = super::hands::hands(&sway);
        let typed = foot.typed();
        tap(&mut *others, sign('b'));
        foot.expect(&(typed + "b"));
    }
}

#[test]
fn a_desktop_that_does_not_answer_is_not_waited_for_without_end() {
    let test = "a_desktop_that_does_not_answer_is_not_waited_for_without_end";
    // One that takes calls and says nothing, and one that says what nobody understands.
    let folder = tempfile::tempdir().unwrap();
    for (name, says) in [("silent", &[][..]), ("mad", &[0xff; 64][..])] {
        let socket = folder.path().join(name);
        let listener = UnixListener::bind(&socket).unwrap();
        let desktop = WaylandDesktop::new(Some(socket));
        std::thread::scope(|scope| {
            // The lines are held until both have given up.
            let answering = scope.spawn(|| {
                [(), ()].map(|()| {
                    let (mut line, _) = listener.accept().unwrap();
                    line.write_all(says).unwrap();
                    line
                })
            });
            assert!(desktop.capture().is_err(), "{name}");
            assert!(desktop.injector(Arc::new(|_| {})).is_err(), "{name}");
            drop(answering.join());
        });
    }

    // One that hangs later.
    if !can_have_sway(test) {
        return;
    }
    let _alone = alone();
    let mut sway = Sway::start("640x480", "");
    let mut hands = hands(&sway);
    let process = Pid::from_raw(sway.running().pid().cast_signed()).unwrap();
    kill_process(process, Signal::STOP).unwrap();
    let refused = hands.inject(&key(sign('a'), true));
    drop(hands);
    kill_process(process, Signal::CONT).unwrap();
    let error = refused.unwrap_err().to_string();
    assert!(error.contains("has not answered"), "{error}");
}
