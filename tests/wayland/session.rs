//! The real program on a Wayland desktop, as the novice's and as the expert's.

use std::{sync::Arc, time::Duration};

use hulp::{
    desktop::{Desktop, Injected, Injector, WaylandDesktop},
    input::{InputEvent, PointerButton},
    screen::{Framebuffer, Size},
};
use image::{Rgb, RgbImage};

use crate::rig::{
    alone, can_run,
    helping::{
        TERMINAL_PLACE, await_control_ended, await_granted, begin, expect_nothing_pressed, expert,
        give_control, novice, say, waiting,
    },
    hulp::Hulp,
    picture::{Area, Picture},
    process::{PATIENCE, wait_for},
    terminal::Terminal,
    wayland::{Foot, Sway, can_have_sway, sit_at},
};

/// The novice's window is above all others at the right, as most desktops let their user put it.
const WINDOWS: &str = "for_window [app_id=\"hulp\"] floating enable, move absolute position 700 0";

/// When to click again.
const SECOND_THOUGHT: Duration = Duration::from_secs(1);

/// The keysym of x.
const X: u32 = 0x78;
/// In this time a key that is held is repeated many times.
const MANY_REPEATS: Duration = Duration::from_millis(500);

/// What a sway shows, seen by a program of the test's own.
struct Eyes {
    capture: Box<dyn hulp::desktop::Capture>,
    frame: Framebuffer,
}

impl Eyes {
    fn on(sway: &Sway) -> Self {
        let desktop = WaylandDesktop::new(Some(sway.socket().to_owned()));
        Self {
            capture: desktop.capture().unwrap(),
            frame: Framebuffer::new(Size::default()),
        }
    }

    fn picture(&mut self) -> Picture {
        self.capture.wait(Duration::from_millis(50)).unwrap();
        self.capture.grab(&mut self.frame).unwrap();
        let Size { width, height } = self.frame.size();
        Picture(RgbImage::from_fn(width, height, |x, y| {
            let [_, red, green, blue] = self.frame.pixel(x, y).unwrap().to_be_bytes();
            Rgb([red, green, blue])
        }))
    }
}

fn hands_on(sway: &Sway) -> Box<dyn Injector> {
    let desktop = WaylandDesktop::new(Some(sway.socket().to_owned()));
    desktop.injector(Arc::new(|_| {})).unwrap()
}

fn click(hands: &mut dyn Injector, (x, y): (i16, i16)) {
    let button = |pressed| InputEvent::Button {
        button: PointerButton::Left,
        pressed,
    };
    let moved = InputEvent::PointerMoved {
        x: x.into(),
        y: y.into(),
    };
    for event in [moved, button(true), button(false)] {
        assert_eq!(hands.inject(&event).unwrap(), Injected::Done);
    }
}

#[test]
fn a_novice_on_wayland_is_seen_and_helped() {
    let test = "a_novice_on_wayland_is_seen_and_helped";
    if !can_run(test) || !can_have_sway(test) {
        return;
    }
    let _alone = alone();
    let sway = Sway::start("1280x800", WINDOWS);
    let (at_novice, at_expert) = (sit_at("novice", &sway), expert());
    let foot = Foot::open(&sway, "letter");
    let (mut grietje, file) = waiting(&at_novice, "6h", None);
    let thomas = begin(&grietje, &at_expert, &file);

    // The expert sees the novice's letter, every bit of it, and where it stands.
    let letter = Area {
        x: 0,
        y: 0,
        width: 400,
        height: 300,
    };
    let keyboard = at_expert.display();
    keyboard.maximise(thomas.window().0);
    if thomas.button("Actual size").is_some() {
        thomas.press("Actual size");
    }
    let mut eyes = Eyes::on(&sway);
    let (left, top) = thomas.expect("exact picture of the novice's screen", PATIENCE, || {
        let wanted = eyes.picture().part(letter);
        assert!(wanted.colours() > 2, "the terminal shows nothing");
        keyboard.settled_picture().find(&wanted)
    });
    let place = |x: u32, y: u32| {
        let on = |at: u32| i16::try_from(at).unwrap();
        (on(left + x), on(top + y))
    };

    // Nothing of the expert's arrives before the yes.
    keyboard.click(place(200, 200));
    keyboard.type_text("too early");
    say(&thomas, &grietje, "I typed something.");
    assert_eq!(foot.typed(), "");

    give_control(&grietje, &thomas);
    grietje.await_text("Or press Esc or Ctrl+C in this window.");
    await_granted(&thomas);
    // Until the novice's side has mouse and keyboard ready, a click is lost; the terminal tells of the first one that came.
    keyboard.click(place(200, 200));
    let reported = wait_for(PATIENCE, || {
        foot.typed().contains("\u{1b}[<0;201;201m").then_some(())
    });
    if reported.is_none() {
        thomas.fail(&format!("no click in the terminal: {:?}", foot.typed()));
    }
    let before = foot.typed();
    keyboard.type_text("Dag Thomas, 3 é€ß@");
    foot.expect(&format!("{before}Dag Thomas, 3 é€ß@"));

    // Hulp's own window is the novice's alone: neither a click nor a key of the expert's gets there.
    let own = place(900, 300);
    keyboard.click(own);
    thomas.await_text("Hulp window is theirs alone");
    keyboard.type_text("yes");
    foot.expect(&format!("{before}Dag Thomas, 3 é€ß@yes"));
    assert!(grietje.button("Stop control").is_some());

    grietje.press("Stop control");
    await_control_ended(&grietje, &thomas);
    let before = foot.typed();
    keyboard.click(place(200, 200));
    keyboard.type_text("too late");
    say(&thomas, &grietje, "I typed again.");
    assert_eq!(foot.typed(), before);

    // What the expert holds is released, even if the novice's Hulp is killed.
    give_control(&grietje, &thomas);
    keyboard.click(place(200, 200));
    keyboard.key(X, true);
    let repeats = wait_for(PATIENCE, || foot.typed().ends_with("xxx").then_some(()));
    assert!(repeats.is_some(), "a key that is held is not repeated");
    grietje.kill();
    let stops = wait_for(PATIENCE, || {
        let typed = foot.typed();
        std::thread::sleep(MANY_REPEATS); // how still is measured, not waited for
        (foot.typed() == typed).then_some(())
    });
    assert!(stops.is_some(), "the key stays down");
    keyboard.key(X, false);
}

#[test]
fn an_expert_on_wayland_sees_and_helps() {
    let test = "an_expert_on_wayland_sees_and_helps";
    if !can_run(test) || !can_have_sway(test) {
        return;
    }
    let _alone = alone();
    let sway = Sway::start("1920x1080", "");
    let (at_novice, at_expert) = (novice(), sit_at("expert", &sway));
    let terminal = Terminal::open(&at_novice, "letter", TERMINAL_PLACE);
    let screen = at_novice.display();
    let (grietje, file) = waiting(&at_novice, "6h", None);
    let mut eyes = Eyes::on(&sway);
    let thomas: Hulp<'_> = begin(&grietje, &at_expert, &file);
    screen.move_pointer((200, 700));
    if thomas.button("Actual size").is_some() {
        thomas.press("Actual size");
    }
    let letter = terminal.area(screen);
    let (left, top) = thomas.expect("exact picture of the novice's screen", PATIENCE, || {
        let wanted = screen.picture().part(letter);
        eyes.picture().find(&wanted)
    });

    give_control(&grietje, &thomas);
    await_granted(&thomas);
    let mut hands = hands_on(&sway);
    let (x, y) = letter.middle();
    let on = |origin: u32, start: u32, at: i16| {
        i16::try_from(origin).unwrap() + at - i16::try_from(start).unwrap()
    };
    let middle = (on(left, letter.x, x), on(top, letter.y, y));
    // With the first mouse of a desktop without any, programs get a pointer only after a while: who sees nothing come of a click
    // clicks again.
    let focused = wait_for(PATIENCE, || {
        click(&mut *hands, middle);
        wait_for(SECOND_THOUGHT, || terminal.has_focus(screen).then_some(()))
    });
    if focused.is_none() {
        thomas.fail("a click in the remote screen did not reach the terminal");
    }
    for sign in "Dag, 3 é€ß@".chars() {
        let keysym = hulp::input::Keysym::from_char(sign).unwrap();
        for pressed in [true, false] {
            let key = InputEvent::Key { keysym, pressed };
            assert_eq!(hands.inject(&key).unwrap(), Injected::Done);
        }
    }
    terminal.expect(0, "Dag, 3 é€ß@");
    grietje.press("Stop control");
    await_control_ended(&grietje, &thomas);
    expect_nothing_pressed(&at_novice);
}
