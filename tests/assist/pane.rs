//! The expert's console with the screen in a pane: what goes past the window, and what the window is still told.

use std::time::{Duration, Instant};

use hulp::{
    desktop::PaneEvent,
    engine::{Command, NativeWindow, PanePlace, Timing, Watched},
    input::{InputEvent, PointerButton},
    screen::{CursorShape, Point, Rect, Size},
};

use super::people::{PATIENCE, Person, SCREEN, in_control, in_session};

const WINDOW: NativeWindow = NativeWindow(77);

fn place() -> PanePlace {
    PanePlace {
        area: Rect::new(5, 6, 200, 100),
        picture: SCREEN,
        offset: Point::new(1, 2),
        handle: 0,
    }
}

fn put(expert: &Person, place: Option<PanePlace>) {
    let window = WINDOW;
    expert.send(Command::PlacePane { window, place });
}

/// With the screen in a pane, as the expert's window then knows.
fn with_pane(expert: &Person) {
    expert.desktop.allow_panes();
    put(expert, Some(place()));
    expert.see_console("a pane", |session| session.in_pane);
}

#[test]
fn the_picture_and_the_pointer_go_to_the_pane_and_the_window_rests() {
    let (novice, expert, _) = in_session(Timing::default());
    novice.desktop.fill(Rect::new(10, 10, 30, 30), 0x0000_00ff);
    expert.sees(&novice.desktop.screen());
    with_pane(&expert);
    let shown = expert.desktop.pane().unwrap();
    assert_eq!((shown.window, shown.place), (WINDOW, Some(place())));
    assert_eq!(
        shown.frame,
        novice.desktop.screen(),
        "what was there already"
    );

    let rings = expert.rings();
    for step in 0..30 {
        expert.view(); // the window has looked, and would be woken again
        novice
            .desktop
            .fill(Rect::new(step * 5, 9, 20, 20), step * 0x0007_0201);
        novice.desktop.set_cursor_at(Point::new(step as i32, 3));
        let screen = novice.desktop.screen();
        let met = expert.desktop.wait_until(PATIENCE, |desktop| {
            let shown = desktop.pane().unwrap();
            shown.frame == screen && shown.cursor.1 == Some(Point::new(step as i32, 3))
        });
        assert!(met, "the pane shows what the novice's screen shows");
    }
    let rings = expert.rings() - rings;
    assert!(
        rings < 15,
        "the window was woken {rings} times for 60 changes that are not its"
    );

    // A screen of another size is laid out anew, by the window.
    novice.desktop.resize(Size::new(100, 90));
    expert.wait("the new size", |_| {
        let size = expert.console().screen.size();
        (size == Size::new(100, 90)).then_some(())
    });

    put(&expert, None);
    expert.see_console("no pane", |session| !session.in_pane);
    novice.desktop.fill(Rect::new(0, 0, 9, 9), 0x00ff_ffff);
    expert.sees(&novice.desktop.screen());
}

#[test]
fn the_mouse_goes_straight_to_the_novice_while_there_is_control() {
    let (novice, expert, _) = in_control(Timing::default());
    with_pane(&expert);
    let met = expert
        .desktop
        .wait_until(PATIENCE, |desktop| desktop.pane().unwrap().controlling);
    assert!(
        met,
        "the pane knows of the control that was there before it"
    );
    novice.desktop.forget_injected();
    let events = [
        InputEvent::PointerMoved { x: 9, y: 8 },
        InputEvent::Button {
            button: PointerButton::Left,
            pressed: true,
        },
        InputEvent::Button {
            button: PointerButton::Left,
            pressed: false,
        },
        InputEvent::Wheel { right: 0, down: 2 },
    ];
    for event in &events {
        expert.desktop.do_in_pane(PaneEvent::Input(event.clone()));
    }
    let met = novice
        .desktop
        .wait_until(PATIENCE, |desktop| desktop.injected() == events);
    assert!(met, "{:?}", novice.desktop.injected());

    let before = expert.console().pane_pressed;
    expert.desktop.do_in_pane(PaneEvent::Pressed);
    expert.see_console("the press", |session| session.pane_pressed == before + 1);

    let arrow = CursorShape::new(Size::new(1, 1), Point::default(), vec![0xffff_ffff]).unwrap();
    novice.desktop.set_cursor_shape(arrow.clone());
    let met = expert.desktop.wait_until(PATIENCE, |desktop| {
        let shown = desktop.pane().unwrap();
        shown.cursor.0.as_deref() == Some(&arrow)
    });
    assert!(met, "the pane wears the remote pointer");

    novice.send(Command::StopControl);
    let met = expert
        .desktop
        .wait_until(PATIENCE, |desktop| !desktop.pane().unwrap().controlling);
    assert!(met, "the pane knows that control ended");
    novice.desktop.forget_injected();
    expert
        .desktop
        .do_in_pane(PaneEvent::Input(events[0].clone()));
    expert.send(Command::ExpertChat("done".into()));
    novice.wait("the words that went after it", |view| {
        let session = view.novice.session.as_ref()?;
        (!session.chat.is_empty()).then_some(())
    });
    assert_eq!(novice.desktop.injected(), []);
}

#[test]
fn a_window_hears_only_of_what_it_watches() {
    let (novice, expert, _) = in_session(Timing::default());
    with_pane(&expert);
    expert.sees(&novice.desktop.screen());
    let deaf = Watched {
        figures: false,
        presses: false,
    };
    expert.send(Command::Watch(deaf));
    // What goes before the words has been heard when the words are seen.
    expert.send(Command::ExpertChat("I look.".into()));
    expert.see_console("the words", |session| !session.chat.is_empty());
    let (before, rings) = (expert.console(), expert.rings());
    let end = Instant::now() + Duration::from_millis(2200);
    let mut colours = 0..;
    while Instant::now() < end {
        expert.desktop.do_in_pane(PaneEvent::Pressed);
        let colour = colours.next().unwrap_or_default();
        novice.desktop.fill(Rect::new(0, 0, 9, 9), colour);
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(expert.rings(), rings, "the window was woken for nothing");
    assert_eq!(expert.console(), before);

    expert.send(Command::Watch(Watched::default()));
    expert.see_console("the figures", |session| session.state != before.state);
    expert.desktop.do_in_pane(PaneEvent::Pressed);
    expert.see_console("a press", |session| {
        session.pane_pressed == before.pane_pressed + 1
    });
}

#[test]
fn without_panes_or_when_one_is_lost_the_window_paints() {
    let (novice, expert, _) = in_session(Timing::default());
    put(&expert, Some(place()));
    novice.desktop.fill(Rect::new(1, 1, 5, 5), 0x0000_ff00);
    expert.sees(&novice.desktop.screen());
    assert!(!expert.console().in_pane);

    let (novice, expert, _) = in_session(Timing::default());
    with_pane(&expert);
    expert.desktop.lose_pane();
    put(
        &expert,
        Some(PanePlace {
            offset: Point::new(9, 9),
            ..place()
        }),
    );
    expert.see_console("no pane", |session| !session.in_pane);
    assert_eq!(expert.desktop.pane(), None);
    novice.desktop.fill(Rect::new(1, 1, 5, 5), 0x0000_ff00);
    expert.sees(&novice.desktop.screen());
}

#[test]
fn the_pane_goes_with_the_session() {
    let (novice, expert, _) = in_session(Timing::default());
    with_pane(&expert);
    novice.send(Command::NoviceDisconnect);
    expert.outcome();
    let met = expert
        .desktop
        .wait_until(PATIENCE, |desktop| desktop.pane().is_none());
    assert!(met, "no pane stays open");
}
