//! A session, whole: looking, talking, control, the three ways to stop it, and every way it ends.

use std::time::Duration;

use chrono::Utc;
use hulp::{
    desktop::{Edge, Injected, LocalInput, StopKey},
    engine::{
        Command, ControlEnd, ControlRefusal, ControlView, End, ExpertEnd, FromWhom, HeldBack,
        HelperStanding, LeftOut, ListenView, Refusal, Seeing, Timing,
    },
    input::{InputEvent, PointerButton},
    invitation::InvitationState,
    screen::{CursorShape, Damage, Point, Rect, Size},
    store::{ControlEndedHow, LogEvent, SessionEndedWhy},
};

use super::people::{PATIENCE, Person, in_control, in_session, key, read, take_control};

const GRANTED: ControlView = ControlView::Granted {
    held_back: HeldBack::No,
};

fn quick_hold() -> Timing {
    Timing {
        hold_back: Duration::from_millis(300),
        ..Timing::default()
    }
}

fn typed(text: &str) -> Vec<InputEvent> {
    text.chars()
        .flat_map(|sign| [key(sign as u32, true), key(sign as u32, false)])
        .collect()
}

fn arrive(novice: &Person, events: &[InputEvent]) {
    let met = novice
        .desktop
        .wait_until(PATIENCE, |desktop| desktop.injected() == events);
    assert!(met, "{:?}", novice.desktop.injected());
}

#[test]
fn the_whole_job() {
    let (novice, expert) = (Person::new(), Person::new());
    let file = novice.invite(Some("correct horse"));
    let id = read(&file).id;
    expert.connect(&file, Some("correct horse"));
    let consent = novice.consent();
    assert_eq!(consent.standing, HelperStanding::New);
    let phrase = expert.wait("the phrase", |view| match &view.expert {
        hulp::engine::ExpertView::Connecting { phrase, .. } => phrase.clone(),
        _ => None,
    });
    assert_eq!(consent.phrase, phrase, "equal on both sides");
    assert_eq!(
        novice.desktop.opened(),
        Default::default(),
        "nothing is touched before consent"
    );
    assert_eq!(novice.desktop.edge(), Edge::Off);

    novice.answer(&consent, true);
    assert_eq!(novice.session().phrase, expert.console().phrase);
    novice.desktop.fill(Rect::new(10, 20, 100, 50), 0x0012_3456);
    expert.sees(&novice.desktop.screen());
    assert!(
        novice
            .desktop
            .wait_until(PATIENCE, |d| d.edge() == Edge::Seen)
    );

    novice.send(Command::NoviceChat("Hallo, kunt u mij helpen? 🖨️".into()));
    expert.send(Command::ExpertChat("もちろん! Natuurlijk ß €".into()));
    let chat = expert
        .see_console("both lines", |session| session.chat.len() == 2)
        .chat;
    let said = |from| {
        let line = chat.iter().find(|line| line.from == from).unwrap();
        line.text.as_str()
    };
    assert_eq!(said(FromWhom::Other), "Hallo, kunt u mij helpen? 🖨️");
    assert_eq!(said(FromWhom::Me), "もちろん! Natuurlijk ß €");
    novice.wait("both lines", |view| {
        (view.novice.session.as_ref()?.chat.len() == 2).then_some(())
    });

    take_control(&novice, &expert);
    let events = typed("aZ@€漢");
    expert.input(&events);
    arrive(&novice, &events);
    novice.desktop.simulate(LocalInput::Stop(StopKey::Escape));
    let stopped = expert.see_console("the stop", |s| s.control == ControlView::None);
    assert_eq!(stopped.last_control_end, Some(ControlEnd::Escape));

    novice.send(Command::NoviceDisconnect);
    assert_eq!(expert.outcome(), ExpertEnd::Ended(End::NoviceLeft));
    novice.wait("the end", |view| view.novice.ended.clone());
    novice.wait_for_state(id, InvitationState::Used);
    novice.wait("the closed port", |view| {
        (view.novice.listen == ListenView::Off).then_some(())
    });
    assert!(
        novice
            .desktop
            .wait_until(PATIENCE, |d| d.edge() == Edge::Off)
    );

    let log = novice.log();
    let ended = log.iter().find_map(|event| match event {
        LogEvent::SessionEnded {
            why,
            novice_messages,
            helper_messages,
            ..
        } => Some((*why, *novice_messages, *helper_messages)),
        _ => None,
    });
    assert_eq!(ended, Some((SessionEndedWhy::NoviceLeft, 1, 1)), "{log:#?}");
    let control = log.iter().find_map(|event| match event {
        LogEvent::ControlEnded { how, .. } => Some(*how),
        _ => None,
    });
    assert_eq!(control, Some(ControlEndedHow::Escape));
}

#[test]
fn the_picture_follows_every_change_also_of_size() {
    let (novice, expert, _) = in_session(Timing::default());
    for step in 0..50 {
        novice
            .desktop
            .fill(Rect::new(step * 5, step * 3, 60, 40), step * 0x0001_0305);
    }
    expert.sees(&novice.desktop.screen());
    novice.desktop.resize(Size::new(500, 400));
    novice
        .desktop
        .fill(Rect::new(400, 300, 50, 50), 0x00ff_0000);
    expert.sees(&novice.desktop.screen());
    expert.see_console("an exact picture", |session| session.state.exact);
}

#[test]
fn pictures_do_not_wait_for_the_figures() {
    let (novice, expert, _) = in_session(Timing::default());
    let begun = std::time::Instant::now();
    for step in 1..=60 {
        novice.desktop.fill(Rect::new(step, step, 9, 9), step);
        expert.sees(&novice.desktop.screen());
    }
    // The figures come once a second, and ring the window's bell too.
    assert!(begun.elapsed() < PATIENCE, "{:?}", begun.elapsed());
}

#[test]
fn a_still_screen_is_not_looked_at() {
    let (novice, expert, _) = in_session(Timing::default());
    novice.desktop.fill(Rect::new(0, 0, 10, 10), 0x00ff_ffff);
    expert.sees(&novice.desktop.screen());
    let before = novice.desktop.opened().grabs;
    // The pointer travels without a picture.
    for x in 0..20 {
        novice.desktop.set_cursor_at(Point::new(x, 7));
    }
    let screen = expert.console().screen;
    expert.wait("the pointer", |_| {
        (screen.cursor().1 == Some(Point::new(19, 7))).then_some(())
    });
    let shape = CursorShape::new(Size::new(2, 1), Point::new(0, 0), vec![0xff00_00ff; 2]).unwrap();
    novice.desktop.set_cursor_shape(shape.clone());
    expert.wait("its shape", |_| {
        screen
            .cursor()
            .0
            .is_some_and(|seen| *seen == shape)
            .then_some(())
    });
    let looks = novice.desktop.opened().grabs - before;
    assert!(
        looks <= 22,
        "{looks} looks at a screen where only the pointer moved"
    );
    assert!(!screen.take_changes(|_, _| ()), "no pixel changed");
}

#[test]
fn a_paused_screen_is_not_captured_and_goes_on_exactly() {
    let (novice, expert, _) = in_control(Timing::default());
    novice.desktop.fill(Rect::new(7, 7, 30, 30), 0x0001_0203);
    expert.sees(&novice.desktop.screen());
    novice.send(Command::Pause);
    let paused = expert.see_console("the pause", |s| s.seeing == Seeing::Paused);
    assert_eq!(paused.last_control_end, Some(ControlEnd::Paused));
    assert!(
        novice
            .desktop
            .wait_until(PATIENCE, |d| d.edge() == Edge::Paused)
    );
    let grabs = novice.desktop.opened().grabs;
    novice.desktop.fill(Rect::new(0, 0, 300, 100), 0x0000_ff00);
    expert.send(Command::TakeControl);
    expert.see_console("the refusal", |session| {
        session.control_refused == Some(ControlRefusal::Paused)
    });
    novice
        .desktop
        .fill(Rect::new(0, 100, 300, 100), 0x00ff_ff00);
    expert.send(Command::ExpertChat("still there?".into()));
    novice.wait("the chat", |view| {
        (!view.novice.session.as_ref()?.chat.is_empty()).then_some(())
    });
    assert_eq!(novice.desktop.opened().grabs, grabs, "nobody looks");
    assert!(
        !expert.console().screen.take_changes(|_, _| ()),
        "nothing came"
    );
    novice.send(Command::Resume);
    expert.see_console("the picture", |s| s.seeing == Seeing::Yes);
    expert.sees(&novice.desktop.screen());
    assert!(
        novice
            .desktop
            .wait_until(PATIENCE, |d| d.edge() == Edge::Seen)
    );
}

#[test]
fn a_photo_too_large_for_a_quick_picture_comes_lossy_and_then_to_the_bit() {
    let (novice, expert, _) = in_session(Timing::default());
    expert.see_console("the first picture", |s| s.state.exact);
    let size = Size::new(1280, 800);
    novice.desktop.resize(size);
    novice.desktop.draw(|frame| {
        let mut noise = 1_u32;
        for pixel in frame.pixels_mut() {
            noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            *pixel = noise >> 8;
        }
        Damage::of(size.rect())
    });
    expert.see_console("a lossy picture", |s| {
        !s.state.exact && s.screen.size() == size
    });
    expert.sees(&novice.desktop.screen());
    expert.see_console("the exact one", |s| s.state.exact);
}

#[test]
fn whoever_wants_no_edge_has_none_from_then_on() {
    let (novice, _expert, _) = in_session(Timing::default());
    let shows = |edge| novice.desktop.wait_until(PATIENCE, |d| d.edge() == edge);
    assert!(shows(Edge::Seen));
    let mut settings = novice.view().settings.clone();
    settings.show_edge = false;
    novice.send(Command::save_settings(
        &novice.view().settings,
        settings.clone(),
    ));
    assert!(shows(Edge::Off));
    settings.show_edge = true;
    novice.send(Command::save_settings(&novice.view().settings, settings));
    assert!(shows(Edge::Seen));
}

#[test]
fn nothing_of_the_experts_is_done_before_the_yes_or_after_the_stop() {
    let (novice, expert, _) = in_session(Timing::default());
    expert.input(&typed("before asking"));
    expert.send(Command::TakeControl);
    expert.input(&typed("before the yes"));
    assert_eq!(novice.desktop.opened().injectors, 0);
    novice.answer_control(true);
    expert.control("control", GRANTED);
    let held = [key(0xffe1, true), key('A' as u32, true)];
    expert.input(&held);
    arrive(&novice, &held);
    assert!(
        novice
            .desktop
            .wait_until(PATIENCE, |d| d.edge() == Edge::Controlled)
    );

    novice.send(Command::StopControl);
    let released = novice.desktop.wait_until(PATIENCE, |desktop| {
        desktop.held().is_empty() && desktop.opened().injectors_now == 0
    });
    assert!(released, "held: {:?}", novice.desktop.held());
    let stopped = expert.see_console("the stop", |s| s.control == ControlView::None);
    assert_eq!(stopped.last_control_end, Some(ControlEnd::StopButton));
    novice.desktop.forget_injected();
    expert.input(&typed("after the stop"));
    // What comes later on the same line has come by when this has.
    expert.send(Command::ExpertChat("I cannot type".into()));
    novice.wait("the chat", |view| {
        (!view.novice.session.as_ref()?.chat.is_empty()).then_some(())
    });
    assert_eq!(novice.desktop.injected(), []);
    novice.desktop.fill(Rect::new(0, 0, 9, 9), 0x00ab_cdef);
    expert.sees(&novice.desktop.screen());
}

#[test]
fn the_gate_is_shut_before_a_stop_key_returns() {
    for (stop, end) in [
        (StopKey::Escape, ControlEnd::Escape),
        (StopKey::CtrlC, ControlEnd::CtrlC),
    ] {
        let (novice, expert, _) = in_control(Timing::default());
        // Far more than is done in a moment, so that the stop comes in the midst of it.
        let moves: Vec<_> = (0..20_000)
            .map(|x| InputEvent::Button {
                button: PointerButton::Left,
                pressed: x % 2 == 0,
            })
            .collect();
        expert.input(&moves);
        assert!(
            novice
                .desktop
                .wait_until(PATIENCE, |d| d.injected().len() > 100)
        );
        novice.desktop.simulate(LocalInput::Stop(stop));
        let at_once = novice.desktop.injected().len();
        let stopped = expert.see_console("the stop", |s| s.control == ControlView::None);
        assert_eq!(stopped.last_control_end, Some(end));
        assert!(
            novice
                .desktop
                .wait_until(PATIENCE, |d| d.opened().injectors_now == 0)
        );
        // One event may have been under way; and what was held is released.
        let later = novice.desktop.injected().len();
        assert!(
            later <= at_once + 2,
            "{} events after the stop",
            later - at_once
        );
        assert!(novice.desktop.held().is_empty());
        take_control_again(&novice, &expert);
    }
}

fn take_control_again(novice: &Person, expert: &Person) {
    take_control(novice, expert);
    novice.desktop.forget_injected();
    expert.input(&typed("x"));
    arrive(novice, &typed("x"));
}

#[test]
fn the_novices_own_hand_holds_the_expert_back_for_a_while() {
    let (novice, expert, _) = in_control(quick_hold());
    expert.input(&[key(0xffe1, true)]);
    arrive(&novice, &[key(0xffe1, true)]);
    novice.desktop.simulate(LocalInput::Pointer);
    let held = ControlView::Granted {
        held_back: HeldBack::Yes,
    };
    expert.control("held back", held);
    novice.wait("held back", |view| {
        (view.novice.session.as_ref()?.control == held).then_some(())
    });
    assert!(novice.desktop.wait_until(PATIENCE, |d| d.held().is_empty()));
    expert.control("no longer held back", GRANTED);
    novice.wait("no longer held back", |view| {
        (view.novice.session.as_ref()?.control == GRANTED).then_some(())
    });
    novice.desktop.forget_injected();
    expert.input(&typed("on"));
    arrive(&novice, &typed("on"));
}

#[test]
fn while_the_novice_keeps_moving_nothing_of_the_experts_is_done() {
    let (novice, expert, _) = in_control(Timing::default());
    novice.desktop.simulate(LocalInput::Key);
    expert.see_console("held back", |session| {
        matches!(
            session.control,
            ControlView::Granted {
                held_back: HeldBack::Yes
            }
        )
    });
    expert.input(&typed("dropped"));
    expert.send(Command::ExpertChat("hello?".into()));
    novice.wait("the chat", |view| {
        (!view.novice.session.as_ref()?.chat.is_empty()).then_some(())
    });
    assert_eq!(novice.desktop.injected(), []);
}

#[test]
fn control_is_declined_given_back_and_asked_again() {
    let (novice, expert, _) = in_session(Timing::default());
    expert.send(Command::TakeControl);
    novice.answer_control(false);
    expert.see_console("the no", |session| {
        session.control_refused == Some(ControlRefusal::Declined)
    });
    assert_eq!(novice.desktop.opened().injectors, 0);
    // Asked again, a moment later; taken back before an answer.
    expert.send(Command::TakeControl);
    novice.wait("the question", |view| {
        matches!(
            view.novice.session.as_ref()?.control,
            ControlView::Asked { .. }
        )
        .then_some(())
    });
    expert.send(Command::ReleaseControl);
    novice.wait("no question", |view| {
        (view.novice.session.as_ref()?.control == ControlView::None).then_some(())
    });
    take_control(&novice, &expert);
    expert.send(Command::ReleaseControl);
    novice.wait("the end of control", |view| {
        let session = view.novice.session.as_ref()?;
        (session.last_control_end == Some(ControlEnd::Released)).then_some(())
    });
    assert!(
        novice
            .desktop
            .wait_until(PATIENCE, |d| d.opened().injectors_now == 0)
    );
}

#[test]
fn no_answer_for_control_is_no() {
    let timing = Timing {
        control: Duration::from_millis(300),
        ..Timing::default()
    };
    let (novice, expert, _) = in_session(timing);
    expert.send(Command::TakeControl);
    expert.see_console("the no", |session| {
        session.control_refused == Some(ControlRefusal::NoAnswer)
    });
    assert_eq!(novice.desktop.opened().injectors, 0);
}

#[test]
fn what_cannot_be_injected_is_said() {
    let (novice, expert, _) = in_session(Timing::default());
    novice.desktop.fail_injector(Some("no such thing here"));
    expert.send(Command::TakeControl);
    novice.answer_control(true);
    expert.see_console("the refusal", |session| {
        session.control_refused == Some(ControlRefusal::CannotInject)
    });
    novice.desktop.fail_injector(None);
    take_control(&novice, &expert);
    novice.desktop.answer_injections(Injected::OverOwnWindow);
    expert.input(&typed("x"));
    expert.see_console("left out", |s| s.left_out == Some(LeftOut::OwnWindow));
    novice.desktop.answer_injections(Injected::Done);
    novice.desktop.fail_inject(Some("refused"));
    expert.input(&typed("x"));
    let ended = expert.see_console("the end", |s| s.control == ControlView::None);
    assert_eq!(ended.last_control_end, Some(ControlEnd::CannotInject));
}

#[test]
fn settings_may_forbid_control() {
    let novice = Person::new();
    let mut settings = novice.view().settings.clone();
    settings.allow_control = false;
    novice.send(Command::save_settings(&novice.view().settings, settings));
    let (expert, file) = (Person::new(), novice.invite(None));
    expert.connect(&file, None);
    novice.answer(&novice.consent(), true);
    assert!(!expert.console().control_possible);
    expert.send(Command::TakeControl);
    expert.see_console("the refusal", |session| {
        session.control_refused == Some(ControlRefusal::PolicyForbids)
    });
    assert_eq!(novice.desktop.opened().injectors, 0);
}

#[test]
fn settings_that_are_being_kept_do_not_bring_back_earlier_ones() {
    let expert = Person::new();
    let mut settings = expert.view().settings.clone();
    for number in 0..20 {
        settings.name = format!("Name {number}");
        expert.send(Command::save_settings(
            &expert.view().settings,
            settings.clone(),
        ));
    }
    // What is asked now, to connect above all, goes by what is in view now.
    expert.wait("the last ones to be kept", |view| {
        assert_eq!(view.settings, settings);
        let changes = expert.log().into_iter();
        let changes = changes.filter(|event| matches!(event, LogEvent::SettingsChanged { .. }));
        let last = expert
            .store()
            .settings_at_start(false, Utc::now())
            .unwrap()
            .settings;
        (changes.count() >= 20 && last.name == settings.name).then_some(())
    });
}

#[test]
fn a_screen_that_cannot_be_shown_or_is_lost_is_said() {
    let (novice, expert) = (Person::new(), Person::new());
    let file = novice.invite(None);
    novice.desktop.fail_capture(Some("no portal"));
    expert.connect(&file, None);
    novice.answer(&novice.consent(), true);
    assert_eq!(expert.outcome(), ExpertEnd::Refused(Refusal::CannotShare));
    novice.wait_for_state(read(&file).id, InvitationState::Open);
    novice.desktop.fail_capture(None);
    expert.connect(&file, None);
    novice.answer(&novice.consent(), true);
    expert.console();
    novice.desktop.lose_screen(Some("gone"));
    assert_eq!(expert.outcome(), ExpertEnd::Ended(End::ScreenLost));
    let ended = novice.wait("the end", |view| view.novice.ended.clone());
    assert_eq!(ended.end, End::ScreenLost);
    novice.wait_for_state(read(&file).id, InvitationState::Open);
}

#[test]
fn a_closed_hulp_says_goodbye_and_leaves_nothing_pressed() {
    let (novice, expert, _) = in_control(Timing::default());
    expert.input(&[key(0xffe1, true)]);
    arrive(&novice, &[key(0xffe1, true)]);
    expert.close();
    let ended = novice.wait("the end", |view| view.novice.ended.clone());
    assert_eq!(ended.end, End::ExpertClosed);
    assert!(novice.desktop.wait_until(PATIENCE, |d| d.held().is_empty()));

    let (novice, expert, _) = in_control(Timing::default());
    expert.input(&[key(0xffe1, true)]);
    arrive(&novice, &[key(0xffe1, true)]);
    let ListenView::On { port } = novice.view().novice.listen else {
        panic!("it listens");
    };
    novice.close();
    assert!(novice.desktop.held().is_empty());
    assert_eq!(novice.desktop.opened().injectors_now, 0);
    assert_eq!(novice.desktop.edge(), Edge::Off);
    assert_eq!(expert.outcome(), ExpertEnd::Ended(End::NoviceClosed));
    assert!(std::net::TcpStream::connect(("127.0.0.1", port)).is_err());
}
