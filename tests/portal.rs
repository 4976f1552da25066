//! A desktop that shows its screen and takes mouse and keyboard through its portal: a stand-in for the portal, and the real mutter
//! and PipeWire behind it.
#![allow(clippy::unwrap_used)]
#![cfg(all(unix, not(target_os = "macos")))]

#[allow(dead_code, reason = "each test takes what it needs")]
#[path = "rig/own_window.rs"]
mod own_window;
#[allow(dead_code, reason = "each test takes what it needs")]
#[path = "rig/process.rs"]
mod process;
#[path = "portal/shield.rs"]
mod shield;
#[path = "portal/stage.rs"]
mod stage;
#[path = "portal/stand_in.rs"]
mod stand_in;

use std::{
    os::unix::net::UnixListener,
    sync::Arc,
    time::{Duration, Instant},
};

use hulp::{
    desktop::{
        Capture, Desktop, Injected, Injector, LocalInput, LocalInputSink, PortalDesktop, StopKey,
        StopKeys,
    },
    engine::{CheckFact, CheckPart, CheckState, EngineConfig, check_computer},
    input::{InputEvent, Keysym, PointerButton},
    screen::{Framebuffer, Point, Size},
};
use process::PATIENCE;
use stage::{BACKGROUND, Bus, HEIGHT, Stage, WIDTH, can_run};
use stand_in::{Answer, StandIn};

/// A capture, and the picture that it keeps up to date.
struct Seen {
    capture: Box<dyn Capture>,
    frame: Framebuffer,
}

impl Seen {
    fn open(desktop: &PortalDesktop) -> Self {
        Self {
            capture: desktop.capture().unwrap(),
            frame: Framebuffer::new(Size::default()),
        }
    }

    /// Looks until the picture is as it should be. When nothing comes any more the stage is changed a little: a mutter that is
    /// short of time (43.8) leaves the last picture of an animation out.
    fn until(&mut self, stage: &Stage, is_right: impl Fn(&Framebuffer) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if !self.capture.wait(Duration::from_millis(250)).unwrap() {
                stage.change_a_little();
            }
            self.capture.grab(&mut self.frame).unwrap();
            self.capture.cursor();
            if is_right(&self.frame) {
                return;
            }
            let pixel = self.frame.pixel(WIDTH / 2, HEIGHT / 2);
            assert!(Instant::now() < deadline, "{:?} {pixel:x?}", self.frame);
        }
    }

    /// Looks until nothing changes any more.
    fn until_still(&mut self) {
        let deadline = Instant::now() + PATIENCE;
        while self.capture.wait(Duration::from_millis(500)).unwrap() {
            self.capture.grab(&mut self.frame).unwrap();
            self.capture.cursor();
            assert!(Instant::now() < deadline, "it never is still");
        }
    }
}

impl Seen {
    /// Looks until the pointer is there.
    fn until_pointer_at(&mut self, (x, y): (i32, i32)) {
        let deadline = Instant::now() + PATIENCE;
        let mut last = None;
        while last != Some(Point::new(x, y)) {
            assert!(Instant::now() < deadline, "the pointer is at {last:?}");
            self.capture.wait(Duration::from_millis(250)).unwrap();
            self.capture.grab(&mut self.frame).unwrap();
            last = self.capture.cursor().at.or(last);
        }
    }

    /// Looks until it cannot any more, and says why.
    fn until_it_ends(&mut self) -> String {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.capture.wait(Duration::from_millis(250)) {
                Ok(_) => self.capture.grab(&mut self.frame).unwrap(),
                Err(error) => return error.to_string(),
            };
            self.capture.cursor();
            assert!(Instant::now() < deadline, "it does not end");
        }
    }
}

fn is_terminal(frame: &Framebuffer) -> bool {
    frame.pixel(WIDTH / 2, HEIGHT / 2) == Some(BACKGROUND)
}

/// How long a user of these tests thinks at most.
const THINKING: Duration = Duration::from_secs(2);

fn desktop_on(bus: &Bus) -> PortalDesktop {
    let wayland = bus.home.path().join("wayland-0");
    PortalDesktop::at(bus.address.clone(), wayland, PATIENCE)
}

fn desktop_with(stage: &Stage) -> (PortalDesktop, StandIn) {
    let portal = StandIn::start(&stage.bus.address, stage.pipewire());
    (desktop_on(&stage.bus), portal)
}

#[test]
fn the_screen_arrives_and_what_is_still_costs_nothing() {
    if !can_run("the_screen_arrives_and_what_is_still_costs_nothing") {
        return;
    }
    let stage = Stage::start();
    let (desktop, portal) = desktop_with(&stage);
    let mut seen = Seen::open(&desktop);
    assert_eq!(seen.capture.size(), Size::new(WIDTH, HEIGHT));
    seen.until(&stage, is_terminal);
    // Seeing asks for seeing alone, the pointer apart from the picture.
    let calls = portal.calls();
    assert!(
        calls.contains(&"ScreenCast.CreateSession".into()),
        "{calls:?}"
    );
    assert!(
        calls.contains(&"SelectSources 1 4 1 \"\"".into()),
        "{calls:?}"
    );
    assert!(
        !calls.iter().any(|call| call.contains("RemoteDesktop")),
        "{calls:?}"
    );

    seen.until_still();
    assert!(!seen.capture.wait(Duration::from_millis(300)).unwrap());
    assert!(seen.capture.grab(&mut seen.frame).unwrap().is_empty());

    stage.show("\x1b]11;#803010\x07");
    seen.until(&stage, |frame| {
        frame.pixel(WIDTH / 2, HEIGHT / 2) == Some(0x80_30_10)
    });
}

#[test]
fn the_desktops_own_stop_ends_it_at_once() {
    if !can_run("the_desktops_own_stop_ends_it_at_once") {
        return;
    }
    let stage = Stage::start();
    let (desktop, portal) = desktop_with(&stage);
    let mut seen = Seen::open(&desktop);
    let mut injector = desktop.injector(nobody()).unwrap();
    portal.stop();
    assert_eq!(
        seen.until_it_ends(),
        "the screen cannot be captured: your desktop ended it"
    );
    // It ended two sessions, and tells of one after the other.
    let told = process::wait_for(PATIENCE, || {
        let moved = injector.inject(&InputEvent::PointerMoved { x: 1, y: 1 });
        let why = moved.unwrap_err().to_string();
        (why == "the system refused: your desktop ended it").then_some(())
    });
    assert!(told.is_some(), "why the pointer does not move is not told");
    drop(injector);

    // A portal that is gone takes all that it granted along.
    let mut seen = Seen::open(&desktop);
    drop(portal);
    assert_eq!(
        seen.until_it_ends(),
        "the screen cannot be captured: your desktop's portal is gone"
    );
}

#[test]
fn mouse_and_keyboard_are_asked_for_when_they_are_needed_and_given_back() {
    if !can_run("mouse_and_keyboard_are_asked_for_when_they_are_needed_and_given_back") {
        return;
    }
    let stage = Stage::start();
    let (desktop, portal) = desktop_with(&stage);
    let mut seen = Seen::open(&desktop);
    seen.until(&stage, is_terminal);
    let asked_before = portal.calls().len();
    let mut injector = desktop.injector(nobody()).unwrap();
    assert_eq!(
        portal.calls()[asked_before..],
        [
            "RemoteDesktop.CreateSession",
            "SelectDevices 3 1 \"\"",
            "SelectSources 1 4 0 \"\"",
            "Start",
        ]
    );

    // What is typed arrives; what no key types is not promised. This desktop has no keyboard of its own, so a program hears the
    // first keys late.
    stage.typed(|typed| {
        type_text(&mut *injector, "x");
        typed.contains('x')
    });
    assert_eq!(type_text(&mut *injector, "aB!~"), Injected::Done);
    assert!(
        stage
            .typed(|typed| typed.contains("aB!~"))
            .ends_with("aB!~")
    );
    assert_eq!(type_text(&mut *injector, "é"), Injected::CannotType);
    let missing = Keysym::from_char('ß').unwrap();
    assert_eq!(key(&mut *injector, missing, true), Injected::CannotType);
    key(&mut *injector, Keysym::CONTROL_L, true);
    assert_eq!(type_text(&mut *injector, "a"), Injected::Done);
    key(&mut *injector, Keysym::CONTROL_L, false);
    stage.typed(|typed| typed.ends_with('\u{1}'));

    // A key goes up although Shift, which went up before it, made another sign of it.
    let pressed = portal.calls().len();
    key(&mut *injector, Keysym(0x41), true);
    key(&mut *injector, Keysym(0x61), false);
    assert_eq!(
        portal.calls()[pressed..],
        ["Keysym 0x41 1", "Keysym 0x41 0"]
    );

    // The picture is of the screen that is controlled, and the pointer is where it was sent.
    for at in [(100, 50), (640, 360), (1279, 719)] {
        let (x, y) = at;
        injector.inject(&InputEvent::PointerMoved { x, y }).unwrap();
        seen.until_pointer_at(at);
    }
    assert!(injector.try_pointer().unwrap());
    stage.show("\x1b]11;#803010\x07");
    seen.until(&stage, |frame| {
        frame.pixel(WIDTH / 2, HEIGHT / 2) == Some(0x80_30_10)
    });

    // Whoever goes leaves nothing pressed and nothing granted.
    key(&mut *injector, Keysym::SHIFT_L, true);
    key(&mut *injector, Keysym(0x61), true);
    let button = PointerButton::Left;
    injector
        .inject(&InputEvent::Button {
            button,
            pressed: true,
        })
        .unwrap();
    let pressed = portal.calls().len();
    drop(injector);
    let released = process::wait_for(PATIENCE, || {
        let calls = portal.calls()[pressed..].to_vec();
        (calls.last()? == "Session.Close").then_some(calls)
    });
    assert_eq!(
        released.unwrap(),
        [
            "Button 0x110 0",
            "Keysym 0x61 0",
            "Keysym 0xffe1 0",
            "Session.Close"
        ]
    );
    // And the screen is seen as before.
    stage.show("\x1b]11;#104070\x07");
    seen.until(&stage, |frame| {
        frame.pixel(WIDTH / 2, HEIGHT / 2) == Some(0x10_40_70)
    });
    assert_eq!(portal.sessions(), 1);

    // The next time the desktop need not ask again, as long as Hulp runs.
    let _injector = desktop.injector(nobody()).unwrap();
    assert!(
        portal
            .calls()
            .contains(&"SelectDevices 3 1 \"a token\"".into())
    );
}

#[test]
fn keys_of_the_desktops_own_stop_control_where_it_gives_any() {
    if !can_run("keys_of_the_desktops_own_stop_control_where_it_gives_any") {
        return;
    }
    let stage = Stage::start_empty();
    let (desktop, portal) = desktop_with(&stage);
    assert_eq!(desktop.stop_keys(), StopKeys::InOurWindow);
    let control = || {
        let (heard, hearing) = std::sync::mpsc::channel();
        let heard = std::sync::Mutex::new(heard);
        let sink = Arc::new(move |input| heard.lock().unwrap().send(input).unwrap());
        (desktop.injector(sink).unwrap(), hearing)
    };
    let (without, _) = control();
    assert_eq!(desktop.stop_keys(), StopKeys::InOurWindow);
    drop(without);

    // Asked for when control begins, and heard at once; what is somebody else's is not.
    portal.give_shortcuts("Press Ctrl+Alt+H");
    let (hands, hearing) = control();
    let asked = [
        "Start",
        "GlobalShortcuts.CreateSession",
        "BindShortcut stop-control CTRL+ALT+h",
    ];
    let calls = portal.calls();
    assert!(calls.ends_with(&asked.map(str::to_owned)), "{calls:?}");
    assert_eq!(
        desktop.stop_keys(),
        StopKeys::Shortcut("Press Ctrl+Alt+H".into())
    );
    portal.press_shortcut("another");
    portal.press_shortcut("stop-control");
    let stopped = LocalInput::Stop(StopKey::Shortcut);
    assert_eq!(hearing.recv_timeout(PATIENCE), Ok(stopped));

    // Given back with control, and then nobody's to hear.
    assert_eq!(portal.sessions(), 2);
    drop(hands);
    let closed = process::wait_for(PATIENCE, || (portal.sessions() == 0).then_some(()));
    assert!(closed.is_some(), "{:?}", portal.calls());
    portal.press_shortcut("stop-control");
    assert!(hearing.recv_timeout(PATIENCE).is_err());

    // A desktop that gives none, or calls it nothing, is no hindrance.
    portal.give_shortcuts("\n");
    let _hands = control();
    assert_eq!(desktop.stop_keys(), StopKeys::InOurWindow);
}

#[test]
fn the_check_says_beforehand_that_the_desktop_will_ask() {
    if !can_run("the_check_says_beforehand_that_the_desktop_will_ask") {
        return;
    }
    let stage = Stage::start();
    let (desktop, portal) = desktop_with(&stage);
    portal.give_shortcuts("Ctrl+Alt+H");
    let home = tempfile::tempdir().unwrap();
    let config = EngineConfig::new(home.path().into(), Arc::new(desktop), Arc::new(|| ()));
    let told = std::sync::Mutex::new(vec![]);
    let hear = |part, state: &CheckState| told.lock().unwrap().push((part, state.clone()));
    check_computer(config, hear).unwrap();
    let told = told.into_inner().unwrap();
    let of = |wanted| {
        let all = told.iter().filter(|(part, _)| *part == wanted);
        all.map(|(_, state)| state.clone()).collect::<Vec<_>>()
    };
    let screen = of(CheckPart::Screen);
    assert!(
        matches!(&screen[..], [CheckState::Asking, CheckState::Works(_)]),
        "{screen:?}"
    );
    let works = CheckState::Works(CheckFact::PointerMoved);
    assert_eq!(of(CheckPart::Input), [CheckState::Asking, works]);
    let keys = CheckFact::StopShortcut("Ctrl+Alt+H".into());
    assert_eq!(of(CheckPart::StopKeys), [CheckState::Works(keys)]);
}

#[test]
fn what_the_user_did_not_allow_is_said() {
    if !can_run("what_the_user_did_not_allow_is_said") {
        return;
    }
    let stage = Stage::start();
    let (_, portal) = desktop_with(&stage);
    let address = stage.bus.address.clone();
    let desktop = PortalDesktop::at(address, stage.bus.home.path().join("wayland-0"), THINKING);
    let refusals = [
        (
            Answer::No,
            "your desktop's own question was answered with no",
        ),
        (
            Answer::Never,
            "your desktop's own question was not answered",
        ),
        (Answer::NoScreen, "your desktop shared no screen"),
    ];
    for (answer, refusal) in refusals {
        portal.answer(answer);
        let refusal = format!("the system refused: {refusal}");
        assert_eq!(cannot_see(&desktop), refusal);
        assert_eq!(cannot_control(&desktop), refusal);
    }
    portal.answer(Answer::ScreenAlone);
    assert_eq!(
        cannot_control(&desktop),
        "the system refused: your desktop's own question was answered without mouse and keyboard"
    );
    let _seen = Seen::open(&desktop);
}

#[test]
fn what_is_missing_is_said() {
    if !can_run("what_is_missing_is_said") {
        return;
    }
    let bus = Bus::start();
    let nowhere = bus.home.path().join("nowhere");
    let address = format!("unix:path={}", nowhere.display());
    let no_bus = PortalDesktop::at(address, nowhere.clone(), THINKING);
    assert!(cannot_see(&no_bus).contains("there is no session bus"));
    assert!(cannot_control(&no_bus).contains("there is no session bus"));

    let no_portal = desktop_on(&bus);
    assert!(cannot_see(&no_portal).contains("install xdg-desktop-portal"));
    assert!(cannot_control(&no_portal).contains("install xdg-desktop-portal"));
}

#[test]
fn pictures_that_do_not_come_are_not_waited_for() {
    if !can_run("pictures_that_do_not_come_are_not_waited_for") {
        return;
    }
    let stage = Stage::start();
    let nowhere = stage.bus.home.path().join("nowhere");
    let portal = StandIn::start(&stage.bus.address, nowhere.clone());
    let desktop = desktop_on(&stage.bus);
    assert!(cannot_see(&desktop).contains("No such file"));
    drop(portal);

    // One that hangs up, and one that says nothing.
    let hanging_up = UnixListener::bind(&nowhere).unwrap();
    let silent = stage.bus.home.path().join("silent");
    let _silent = UnixListener::bind(&silent).unwrap();
    std::thread::spawn(move || hanging_up.incoming().for_each(drop));
    for (pipewire, refusal) in [
        (
            nowhere,
            "PipeWire, which brings the screen's pictures, gave up",
        ),
        (
            silent,
            "your desktop agreed, but sends no pictures of its screen",
        ),
    ] {
        let _portal = StandIn::start(&stage.bus.address, pipewire);
        assert_eq!(
            cannot_see(&desktop),
            format!("the system refused: {refusal}")
        );
    }
}

fn nobody() -> LocalInputSink {
    Arc::new(|input| panic!("{input:?}"))
}

fn key(injector: &mut dyn Injector, keysym: Keysym, pressed: bool) -> Injected {
    injector
        .inject(&InputEvent::Key { keysym, pressed })
        .unwrap()
}

fn type_text(injector: &mut dyn Injector, text: &str) -> Injected {
    injector.inject(&InputEvent::Text(text.into())).unwrap()
}

fn cannot_see(desktop: &PortalDesktop) -> String {
    match desktop.capture() {
        Ok(_) => panic!("the screen is seen"),
        Err(error) => error.to_string(),
    }
}

fn cannot_control(desktop: &PortalDesktop) -> String {
    match desktop.injector(nobody()) {
        Ok(_) => panic!("mouse and keyboard are granted"),
        Err(error) => error.to_string(),
    }
}
