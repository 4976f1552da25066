//! The line breaks and comes back: what the two people see, say and do meanwhile, and afterwards.

use std::{path::PathBuf, time::Duration};

use hulp::{
    desktop::{Edge, LocalInput, StopKey},
    engine::{
        Command, ControlEnd, ControlView, End, ExpertEnd, FromWhom, HeldBack, ListenView, Refusal,
        Seeing, Timing,
    },
    invitation::InvitationState,
    screen::Rect,
    store::LogEvent,
};

use super::{
    cable::Cable,
    people::{PATIENCE, Person, forge, key, read, take_control},
};

const GRANTED: ControlView = ControlView::Granted {
    held_back: HeldBack::No,
};
const SHIFT: u32 = 0xffe1;

/// A novice and an expert in a session, over a cable.
struct Table {
    novice: Person,
    expert: Person,
    cable: Cable,
    file: PathBuf,
}

impl Table {
    fn new(timing: Timing) -> Self {
        Self::with_password(timing, None)
    }

    fn with_password(timing: Timing, password: Option<&str>) -> Self {
        let (novice, expert) = (Person::with_timing(timing), Person::with_timing(timing));
        let file = novice.invite(password);
        let cable = Cable::lay(&file);
        expert.connect(&file, password);
        novice.answer(&novice.consent(), true);
        novice.session();
        expert.sees(&novice.desktop.screen());
        Self {
            novice,
            expert,
            cable,
            file,
        }
    }

    /// In which the expert has control and holds a key down.
    fn controlled() -> Self {
        let table = Self::new(Timing::default());
        take_control(&table.novice, &table.expert);
        table.expert.input(&[key(SHIFT, true)]);
        table.holds(true);
        table
    }

    /// The same invitation, with another way to the novice.
    fn past_the_cable(&self) -> PathBuf {
        let direct = self.expert.file("direct.hulp");
        std::fs::copy(&self.file, &direct).unwrap();
        let port = match self.novice.view().novice.listen {
            ListenView::On { port } => port,
            ref other => panic!("{other:?}"),
        };
        forge(&direct, |invitation| {
            invitation.addresses = vec![([127, 0, 0, 1], port).into()];
        });
        direct
    }

    fn holds(&self, held: bool) {
        let desktop = &self.novice.desktop;
        let as_said = desktop.wait_until(PATIENCE, |desktop| desktop.held().is_empty() != held);
        assert!(as_said, "held: {:?}", desktop.held());
    }

    fn both_reconnect(&self) {
        self.novice.wait("the novice's side to reconnect", |view| {
            view.novice.session.as_ref()?.reconnecting
        });
        self.expert
            .see_console("the expert's side to reconnect", |session| {
                session.reconnecting.is_some()
            });
    }

    fn both_are_back(&self) {
        self.expert
            .see_console("the expert's side to be back", |session| {
                session.reconnecting.is_none()
            });
        self.novice.wait("the novice's side to be back", |view| {
            let session = view.novice.session.as_ref()?;
            session.reconnecting.is_none().then_some(())
        });
    }

    fn says(&self, words: &[&str]) {
        for words in words {
            let text = (*words).to_owned();
            self.novice.send(Command::NoviceChat(text.clone()));
            self.expert.send(Command::ExpertChat(text));
        }
    }

    /// Both have read this of each other, once and in order.
    fn both_read(&self, words: &[&str]) {
        let other = |from: FromWhom| from == FromWhom::Other;
        self.expert.see_console("the novice's words", |session| {
            let read = session.chat.iter().filter(|line| other(line.from));
            read.map(|line| line.text.as_str())
                .eq(words.iter().copied())
        });
        self.novice.wait("the expert's words", |view| {
            let chat = &view.novice.session.as_ref()?.chat;
            let read = chat.iter().filter(|line| other(line.from));
            let all = read
                .map(|line| line.text.as_str())
                .eq(words.iter().copied());
            all.then_some(())
        });
    }
}

#[test]
fn a_session_outlives_a_cable_that_is_pulled_out_and_put_in_again() {
    let table = Table::controlled();
    let Table {
        novice,
        expert,
        cable,
        ..
    } = &table;
    table.says(&["one", "two"]);
    cable.pull_out();
    table.holds(false);
    table.both_reconnect();
    assert!(
        novice
            .desktop
            .wait_until(PATIENCE, |d| d.edge() == Edge::Paused)
    );
    table.says(&["three", "four"]);
    expert.input(&[key(0x61, true)]);
    novice.desktop.fill(Rect::new(20, 30, 100, 60), 0x0012_3456);
    let grabs = novice.desktop.opened().grabs;

    cable.put_in();
    table.both_are_back();
    expert.sees(&novice.desktop.screen());
    assert!(novice.desktop.opened().grabs > grabs);
    assert!(
        novice.desktop.held().is_empty(),
        "typed while it was broken"
    );
    table.says(&["five"]);
    table.both_read(&["one", "two", "three", "four", "five"]);

    // Control goes on, and the edge says so.
    assert!(
        novice
            .desktop
            .wait_until(PATIENCE, |d| d.edge() == Edge::Controlled)
    );
    expert.control("control", GRANTED);
    expert.input(&[key(0x62, true)]);
    table.holds(true);
    assert_eq!(novice.desktop.held(), [key(0x62, false)]);
    novice.desktop.fill(Rect::new(0, 0, 10, 10), 0x00ab_cdef);
    expert.sees(&novice.desktop.screen());

    novice.send(Command::NoviceDisconnect);
    assert_eq!(expert.outcome(), ExpertEnd::Ended(End::NoviceLeft));
    novice.close();
    let log = novice.log();
    let told = |what: fn(&LogEvent) -> bool| log.iter().filter(|event| what(event)).count();
    assert_eq!(told(|event| matches!(event, LogEvent::LineBroke)), 1);
    assert_eq!(
        told(|event| matches!(event, LogEvent::SessionWentOn { .. })),
        1
    );
    assert_eq!(
        told(|event| matches!(event, LogEvent::SessionEnded { .. })),
        1
    );
    assert_eq!(
        told(|event| matches!(event, LogEvent::ConsentAsked { .. })),
        1
    );
}

#[test]
fn a_line_that_fell_silent_is_noticed_and_replaced() {
    let table = Table::controlled();
    table.cable.fall_silent();
    table.says(&["lost on its way"]);
    table.both_reconnect();
    table.holds(false);
    table.cable.put_in();
    table.both_are_back();
    table.both_read(&["lost on its way"]);
    table.expert.sees(&table.novice.desktop.screen());
}

#[test]
fn a_line_that_breaks_again_and_again_costs_nothing_but_time() {
    let table = Table::controlled();
    let words: Vec<String> = (0..8).map(|number| number.to_string()).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    for (number, word) in words.iter().enumerate() {
        table.says(&[*word]);
        table.cable.cut();
        let corner = number as u32 * 7;
        table
            .novice
            .desktop
            .fill(Rect::new(corner, corner, 40, 40), 0x0001_0203 * corner);
        table.expert.sees(&table.novice.desktop.screen());
    }
    table.both_are_back();
    table.both_read(&words);
    table.expert.control("control", GRANTED);
}

#[test]
fn a_line_that_does_not_come_back_ends_the_session_and_the_helper_may_come_again() {
    let timing = Timing {
        resume: Duration::from_secs(2),
        ..Timing::default()
    };
    let table = Table::new(timing);
    let Table { novice, expert, .. } = &table;
    take_control(novice, expert);
    expert.input(&[key(SHIFT, true)]);
    table.holds(true);
    table.cable.pull_out();
    table.both_reconnect();
    assert_eq!(expert.outcome(), ExpertEnd::Ended(End::LineBroke));
    let ended = novice.wait("the end", |view| view.novice.ended.clone());
    assert_eq!(ended.end, End::LineBroke);
    table.holds(false);
    let closed = |desktop: &hulp::desktop::FakeDesktop| {
        desktop.opened().injectors_now == 0 && desktop.edge() == Edge::Off
    };
    assert!(novice.desktop.wait_until(PATIENCE, closed));
    novice.wait_for_state(read(&table.file).id, InvitationState::Open);
    table.cable.put_in();
    expert.connect(&table.file, None);
    novice.answer(&novice.consent(), true);
    expert.sees(&novice.desktop.screen());
}

#[test]
fn the_novices_stop_key_ends_control_while_the_line_is_broken() {
    let table = Table::controlled();
    table.cable.pull_out();
    table.both_reconnect();
    let stop = LocalInput::Stop(StopKey::Escape);
    table.novice.desktop.simulate(stop);
    table.novice.wait("the end of control", |view| {
        let session = view.novice.session.as_ref()?;
        (session.control == ControlView::None).then_some(())
    });
    table.cable.put_in();
    table.both_are_back();
    table.expert.see_console("the end of control", |session| {
        session.last_control_end == Some(ControlEnd::Escape)
    });
    table.expert.control("no control", ControlView::None);
    assert_eq!(table.novice.desktop.opened().injectors_now, 0);
}

#[test]
fn a_pause_during_a_break_holds_afterwards() {
    let table = Table::new(Timing::default());
    let Table { novice, expert, .. } = &table;
    table.cable.pull_out();
    table.both_reconnect();
    novice.send(Command::Pause);
    novice.desktop.fill(Rect::new(0, 0, 50, 50), 0x00ff_0000);
    table.cable.put_in();
    table.both_are_back();
    expert.see_console("the pause", |session| session.seeing == Seeing::Paused);
    let shown = expert.console().screen;
    table.says(&["are you there?"]);
    table.both_read(&["are you there?"]);
    let mut pixel = None;
    shown.take_changes(|frame, _| pixel = frame.pixel(1, 1));
    assert_ne!(pixel, Some(0x00ff_0000), "seen while paused");
    novice.send(Command::Resume);
    expert.sees(&novice.desktop.screen());
}

#[test]
fn a_session_that_the_novice_ended_meanwhile_does_not_go_on() {
    let table = Table::new(Timing::default());
    table.novice.invite(None); // so that the door stays open
    table.cable.pull_out();
    table.both_reconnect();
    table.novice.send(Command::NoviceDisconnect);
    let ended = (table.novice).wait("the end", |view| view.novice.ended.clone());
    assert_eq!(ended.end, End::NoviceLeft);
    table.cable.put_in();
    assert_eq!(
        table.expert.outcome(),
        ExpertEnd::Refused(Refusal::SessionOver)
    );
}

#[test]
fn a_helper_whose_hulp_forgot_the_session_need_not_wait_for_its_end() {
    let table = Table::new(Timing::default());
    let direct = table.past_the_cable();
    table.cable.pull_out();
    table.both_reconnect();
    // A stranger's computer with the same invitation is not let in meanwhile.
    let stranger = Person::new();
    stranger.connect(&direct, None);
    assert_eq!(
        stranger.outcome(),
        ExpertEnd::Refused(Refusal::AlreadyInUse)
    );
    // The helper's own is, after a new yes.
    let again = table.expert.second_window();
    again.connect(&direct, None);
    table.novice.answer(&table.novice.consent(), true);
    again.sees(&table.novice.desktop.screen());
    table.cable.put_in();
    assert_eq!(
        table.expert.outcome(),
        ExpertEnd::Refused(Refusal::SessionOver)
    );
    again.console();
}

#[test]
fn a_novice_whose_address_changed_is_found_at_the_new_one() {
    let (novice, expert) = (Person::new(), Person::new());
    let file = novice.invite(None);
    let cable = Cable::lay(&file);
    // As if it had moved since.
    let store = novice.store();
    store.set_addresses(read(&file).id, &[]).unwrap();
    expert.connect(&file, None);
    novice.answer(&novice.consent(), true);
    expert.sees(&novice.desktop.screen());
    // Once this is read, what was said before has come too.
    novice.send(Command::NoviceChat("I moved".into()));
    expert.see_console("the words", |session| !session.chat.is_empty());
    cable.pull_out();
    novice.wait("another line", |view| {
        let log = novice.log();
        let went_on = |event: &LogEvent| matches!(event, LogEvent::SessionWentOn { .. });
        (view.novice.session.is_some() && log.iter().any(went_on)).then_some(())
    });
    novice.desktop.fill(Rect::new(5, 5, 50, 50), 0x0000_ff00);
    expert.sees(&novice.desktop.screen());
}

#[test]
fn a_guess_costs_a_try_while_the_line_is_broken_too() {
    let table = Table::with_password(Timing::default(), Some("correct horse"));
    let direct = table.past_the_cable();
    table.cable.pull_out();
    table.both_reconnect();
    let again = table.expert.second_window();
    for attempts_left in (1..5).rev() {
        again.connect(&direct, Some("wrong horse"));
        let wrong = Refusal::WrongPassword { attempts_left };
        assert_eq!(again.outcome(), ExpertEnd::Refused(wrong));
    }
    assert!(table.novice.view().novice.consent.is_none());
}
