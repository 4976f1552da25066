//! Control in every order: whatever crosses on the line, the novice's stop holds, and both sides agree in the end.

use std::{
    mem,
    time::{Duration, Instant},
};

use hulp::{
    input::InputEvent,
    session::{
        CONTROL_PATIENCE, ControlEnd, ControlRefusal, Expert, ExpertEvent, Lookup, Novice,
        NoviceEvent, NoviceSetup, QUESTION_PAUSE, QUESTION_PEACE,
    },
};
use proptest::prelude::*;

use crate::{
    link::Weather,
    pair::Pair,
    people::{expert_setup, novice_setup, record, today},
};

/// What may happen next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Move {
    Ask,
    Release,
    Input,
    Grant,
    Decline,
    Stop,
    Pause,
    Resume,
    /// All that the expert said so far arrives.
    ToNovice,
    /// All that the novice's side said so far arrives.
    ToExpert,
    /// Long enough for a question that came too soon.
    Wait,
}

const MOVES: [Move; 11] = [
    Move::Ask,
    Move::Release,
    Move::Input,
    Move::Grant,
    Move::Decline,
    Move::Stop,
    Move::Pause,
    Move::Resume,
    Move::ToNovice,
    Move::ToExpert,
    Move::Wait,
];

/// Two sides in a session, and what each of the two people was told.
struct Table {
    now: Instant,
    novice: Novice,
    expert: Expert,
    /// Inputs that the expert made so far; each bears its number.
    made: i32,
    done: Vec<i32>,
    novice_question: bool,
    novice_controlled: bool,
    /// How many inputs had been made when the novice last said yes.
    made_at_grant: i32,
    paused: bool,
    expert_controls: bool,
}

impl Table {
    fn new() -> Self {
        let now = Instant::now();
        let record = record(false);
        let mut table = Self {
            now,
            expert: Expert::new(now, expert_setup(&record)),
            novice: Novice::new(now, novice_setup()),
            made: 0,
            done: vec![],
            novice_question: false,
            novice_controlled: false,
            made_at_grant: 0,
            paused: false,
            expert_controls: false,
        };
        table.reach_novice();
        table.novice.looked_up(
            now,
            Lookup {
                record: Some(record),
                now_utc: today(),
                busy: false,
                allowed: true,
            },
        );
        table.novice.accept(now);
        table.reach_expert();
        assert!(table.expert.chat(now, "here").is_ok());
        table
    }

    fn play(&mut self, what: Move) {
        match what {
            Move::Ask => self.expert.ask_control(self.now),
            Move::Release => self.expert.release_control(self.now),
            Move::Input => {
                self.made += 1;
                let event = InputEvent::PointerMoved { x: self.made, y: 0 };
                self.expert.input(self.now, vec![event]);
            }
            Move::Grant => self.novice.grant_control(self.now),
            Move::Decline => {
                let why = ControlRefusal::Declined;
                self.novice.decline_control(self.now, why);
            }
            Move::Stop => self.novice.stop_control(self.now, ControlEnd::Escape),
            Move::Pause => {
                self.paused = true;
                self.novice.pause(self.now);
            }
            Move::Resume => {
                self.paused = false;
                self.novice.resume(self.now);
            }
            Move::ToNovice => self.reach_novice(),
            Move::ToExpert => self.reach_expert(),
            Move::Wait => {
                self.now += QUESTION_PAUSE;
                // An answer to a ping, so that the line does not count as broken meanwhile.
                self.novice.handle_bytes(self.now, &[1, 0, 0, 2, 8, 0]);
                self.expert.handle_bytes(self.now, &[1, 0, 0, 2, 14, 0]);
                self.novice.handle_timeout(self.now);
                self.expert.handle_timeout(self.now);
            }
        }
        self.read_news();
        if what == Move::Stop || what == Move::Pause {
            assert!(!self.novice_controlled, "control outlives {what:?}");
        }
        assert!(!(self.paused && self.novice_controlled));
    }

    fn reach_novice(&mut self) {
        while let Some(bytes) = self.expert.poll_transmit() {
            self.novice.handle_bytes(self.now, &bytes);
        }
        self.read_news();
    }

    fn reach_expert(&mut self) {
        while let Some(bytes) = self.novice.poll_transmit() {
            self.expert.handle_bytes(self.now, &bytes);
        }
        self.read_news();
    }

    fn read_news(&mut self) {
        while let Some(event) = self.novice.poll_event() {
            match event {
                NoviceEvent::ControlAsked { .. } => {
                    assert!(!mem::replace(&mut self.novice_question, true));
                    assert!(!self.novice_controlled && !self.paused);
                }
                NoviceEvent::ControlNotGranted(_) => {
                    self.novice_question = false;
                    assert!(!self.novice_controlled);
                }
                NoviceEvent::ControlQuestionWithdrawn => {
                    assert!(mem::replace(&mut self.novice_question, false));
                }
                NoviceEvent::ControlGranted => {
                    assert!(mem::replace(&mut self.novice_question, false));
                    assert!(!mem::replace(&mut self.novice_controlled, true));
                    self.made_at_grant = self.made;
                }
                NoviceEvent::ControlEnded(_) => {
                    assert!(mem::replace(&mut self.novice_controlled, false));
                }
                NoviceEvent::Input(events) => {
                    assert!(self.novice_controlled, "input without control");
                    for event in events {
                        let InputEvent::PointerMoved { x, .. } = event else {
                            unreachable!()
                        };
                        assert!(x > self.made_at_grant, "input of an older grant");
                        self.done.push(x);
                    }
                }
                NoviceEvent::Breach(breach) => panic!("{breach}"),
                NoviceEvent::Ended(end) => panic!("{end:?}"),
                _ => {}
            }
        }
        while let Some(event) = self.expert.poll_event() {
            match event {
                ExpertEvent::ControlGranted => {
                    assert!(!mem::replace(&mut self.expert_controls, true));
                }
                ExpertEvent::ControlEnded(_) => {
                    assert!(mem::replace(&mut self.expert_controls, false));
                }
                ExpertEvent::Breach(breach) => panic!("{breach}"),
                ExpertEvent::Ended(end) => panic!("{end:?}"),
                _ => {}
            }
        }
    }

    /// Lets everything arrive; then both know the same, and an open question can be answered.
    fn come_to_rest(&mut self) {
        self.play(Move::ToNovice);
        self.play(Move::ToExpert);
        self.play(Move::Wait);
        assert_eq!(self.novice_controlled, self.expert_controls);
        if self.novice_question {
            self.play(Move::Grant);
            self.play(Move::ToExpert);
            assert!(self.novice_controlled && self.expert_controls);
        }
        self.play(Move::Input);
        self.play(Move::ToNovice);
        assert_eq!(self.done.last() == Some(&self.made), self.expert_controls);
    }
}

#[test]
fn every_short_order_of_moves_is_safe() {
    const LENGTH: u32 = 5;
    for number in 0..MOVES.len().pow(LENGTH) {
        let mut table = Table::new();
        let mut rest = number;
        let mut played = vec![];
        for _ in 0..LENGTH {
            played.push(MOVES[rest % MOVES.len()]);
            rest /= MOVES.len();
        }
        let whole = std::panic::AssertUnwindSafe(|| {
            played.iter().for_each(|what| table.play(*what));
            table.come_to_rest();
        });
        if let Err(panic) = std::panic::catch_unwind(whole) {
            eprintln!("after {played:?}");
            std::panic::resume_unwind(panic);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn long_orders_of_moves_are_safe(
        moves in prop::collection::vec(prop::sample::select(MOVES.to_vec()), 6..80)
    ) {
        let mut table = Table::new();
        for what in moves {
            table.play(what);
        }
        table.come_to_rest();
    }
}

fn refusals(pair: &Pair) -> Vec<ControlRefusal> {
    let whys = pair.expert_events.iter().filter_map(|e| match e {
        ExpertEvent::ControlRefused(why) => Some(*why),
        _ => None,
    });
    whys.collect()
}

fn questions(pair: &Pair) -> usize {
    let asked = |e: &&NoviceEvent| matches!(e, NoviceEvent::ControlAsked { .. });
    pair.novice_events.iter().filter(asked).count()
}

#[test]
fn no_answer_to_a_question_for_control_is_no_after_a_minute() {
    let mut pair = Pair::in_session();
    pair.expert.ask_control(pair.now);
    pair.settle();
    let asked = pair.now;
    pair.run(CONTROL_PATIENCE - Duration::from_secs(1));
    assert_eq!(refusals(&pair), []);
    pair.run_to(Duration::from_secs(2), |pair| !refusals(pair).is_empty());
    assert!(pair.now <= asked + CONTROL_PATIENCE + Duration::from_millis(20));
    assert_eq!(refusals(&pair), [ControlRefusal::NoAnswer]);
    assert!(
        pair.novice_saw(|e| matches!(e, NoviceEvent::ControlNotGranted(ControlRefusal::NoAnswer)))
    );
    pair.novice.grant_control(pair.now);
    pair.settle();
    assert!(!pair.novice_saw(|e| matches!(e, NoviceEvent::ControlGranted)));
}

#[test]
fn a_yes_after_the_deadline_is_too_late_even_when_no_timer_ran() {
    let mut pair = Pair::in_session();
    pair.expert.ask_control(pair.now);
    pair.settle();
    // The line stays alive, but nobody calls handle_timeout.
    let late = pair.now + CONTROL_PATIENCE;
    pair.run(CONTROL_PATIENCE - Duration::from_secs(1));
    pair.novice.grant_control(late);
    assert!(
        !std::iter::from_fn(|| pair.novice.poll_event())
            .any(|e| matches!(e, NoviceEvent::ControlGranted))
    );
}

#[test]
fn who_was_refused_may_ask_again_and_is_put_off_for_three_seconds() {
    let mut pair = Pair::in_session();
    pair.expert.ask_control(pair.now);
    pair.settle();
    pair.novice
        .decline_control(pair.now, ControlRefusal::Declined);
    let refused = pair.now;
    pair.settle();
    pair.expert.ask_control(pair.now);
    pair.run_to(QUESTION_PAUSE * 2, |pair| questions(pair) == 2);
    assert!(pair.now >= refused + QUESTION_PAUSE);
    pair.novice.grant_control(pair.now);
    pair.settle();
    assert!(pair.expert_saw(|e| matches!(e, ExpertEvent::ControlGranted)));
}

#[test]
fn after_three_refusals_the_novice_has_a_minute_of_peace() {
    let mut pair = Pair::in_session();
    for asked in 1..=3 {
        pair.expert.ask_control(pair.now);
        pair.run(QUESTION_PAUSE);
        assert_eq!(questions(&pair), asked);
        pair.novice
            .decline_control(pair.now, ControlRefusal::Declined);
        pair.settle();
    }
    let peace = pair.now;
    while pair.now < peace + QUESTION_PEACE - Duration::from_secs(5) {
        pair.expert.ask_control(pair.now);
        pair.run(Duration::from_secs(4));
    }
    assert_eq!(questions(&pair), 3);
    assert!(refusals(&pair).len() > 10);
    let told = |e: &&NoviceEvent| matches!(e, NoviceEvent::ControlNotGranted(_));
    let told = pair.novice_events.iter().filter(told).count();
    assert_eq!(told, 4, "three answers, and once that more were refused");
    pair.run(Duration::from_secs(10));
    pair.expert.ask_control(pair.now);
    pair.settle();
    assert_eq!(questions(&pair), 4);
}

#[test]
fn asking_and_taking_back_does_not_flicker_for_long() {
    let mut pair = Pair::in_session();
    for _ in 0..100 {
        pair.expert.ask_control(pair.now);
        pair.settle();
        pair.expert.release_control(pair.now);
        pair.settle();
    }
    assert!(questions(&pair) <= 3, "{}", questions(&pair));
    pair.assert_no_breach();
}

#[test]
fn a_computer_that_forbids_control_says_so_without_asking_anybody() {
    let record = record(false);
    let setup = NoviceSetup {
        control_allowed: false,
        ..novice_setup()
    };
    let expert = expert_setup(&record);
    let mut pair = Pair::with(Weather::FINE, Some(record), setup, expert);
    pair.run(Duration::from_secs(1));
    assert!(pair.expert_saw(|e| matches!(
        e,
        ExpertEvent::Started {
            control_possible: false,
            ..
        }
    )));
    pair.expert.ask_control(pair.now);
    pair.settle();
    assert_eq!(questions(&pair), 0);
    assert_eq!(refusals(&pair), [ControlRefusal::PolicyForbids]);
    pair.novice.grant_control(pair.now);
    pair.expert
        .input(pair.now, vec![InputEvent::PointerMoved { x: 1, y: 1 }]);
    pair.settle();
    assert!(!pair.novice_saw(|e| matches!(e, NoviceEvent::Input(_))));
}

#[test]
fn a_pause_ends_control_and_refuses_questions_until_it_is_over() {
    let mut pair = Pair::controlled();
    pair.novice.pause(pair.now);
    pair.settle();
    assert!(pair.expert_saw(|e| matches!(e, ExpertEvent::ControlEnded(ControlEnd::Paused))));
    pair.expert.ask_control(pair.now);
    pair.settle();
    assert_eq!(refusals(&pair), [ControlRefusal::Paused]);
    pair.novice.resume(pair.now);
    pair.expert.ask_control(pair.now);
    pair.run(QUESTION_PAUSE);
    assert_eq!(questions(&pair), 2);
}

#[test]
fn a_stop_drops_input_that_was_read_but_not_yet_given_out() {
    let mut pair = Pair::controlled();
    pair.expert
        .input(pair.now, vec![InputEvent::PointerMoved { x: 1, y: 1 }]);
    while let Some(bytes) = pair.expert.poll_transmit() {
        pair.novice.handle_bytes(pair.now, &bytes);
    }
    pair.novice.stop_control(pair.now, ControlEnd::CtrlC);
    let told: Vec<_> = std::iter::from_fn(|| pair.novice.poll_event()).collect();
    assert!(
        matches!(told[..], [NoviceEvent::ControlEnded(ControlEnd::CtrlC)]),
        "{told:?}"
    );
}

#[test]
fn held_back_is_told_while_controlled_and_once_for_each_change() {
    let mut pair = Pair::in_session();
    pair.novice.set_held_back(pair.now, true);
    pair.settle();
    assert!(!pair.expert_saw(|e| matches!(e, ExpertEvent::HeldBack(_))));
    let mut pair = Pair::controlled();
    for held in [true, true, false, false, true] {
        pair.novice.set_held_back(pair.now, held);
        pair.settle();
    }
    pair.novice.input_left_out(pair.now, true);
    pair.settle();
    let held: Vec<bool> = pair
        .expert_events
        .iter()
        .filter_map(|e| match e {
            ExpertEvent::HeldBack(held) => Some(*held),
            _ => None,
        })
        .collect();
    assert_eq!(held, [true, false, true]);
    assert!(pair.expert_saw(|e| matches!(e, ExpertEvent::InputLeftOut { own_window: true })));
}
