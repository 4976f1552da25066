//! A session outlives its line: what was said comes once and in order, nothing is done or seen without a line, and the picture
//! comes back exact.

use std::time::Duration;

use hulp::{
    input::InputEvent,
    invitation::Fingerprint,
    protocol::{FrameWriter, ToExpert, ToNovice},
    screen::{Damage, Decoder, Encoder, Framebuffer, Point, Rect, Size},
    session::{
        Comeback, ControlEnd, End, ExpertEvent, Novice, NoviceEvent, NoviceSetup, RESUME_TIME,
        Refusal,
    },
};
use proptest::{collection::vec, prelude::*};

use crate::{
    link::Weather,
    pair::Pair,
    people::{expert_setup, novice_setup, record},
};

const SECOND: Duration = Duration::from_secs(1);
/// A silent line is noticed within this.
const TEN_SECONDS: Duration = Duration::from_secs(10);

fn moved(number: i32) -> InputEvent {
    InputEvent::PointerMoved { x: number, y: 0 }
}

fn novice_read(pair: &Pair) -> Vec<&str> {
    let words = pair.novice_events.iter().filter_map(|event| match event {
        NoviceEvent::Chat(text) => Some(text.as_str()),
        _ => None,
    });
    words.collect()
}

fn expert_read(pair: &Pair) -> Vec<&str> {
    let words = pair.expert_events.iter().filter_map(|event| match event {
        ExpertEvent::Chat(text) => Some(text.as_str()),
        _ => None,
    });
    words.collect()
}

/// The numbers of the inputs that were done.
fn done(pair: &Pair) -> Vec<i32> {
    let lists = pair.novice_events.iter().filter_map(|event| match event {
        NoviceEvent::Input(events) => Some(events),
        _ => None,
    });
    let numbers = lists.flatten().map(|event| match event {
        InputEvent::PointerMoved { x, .. } => *x,
        other => panic!("{other:?}"),
    });
    numbers.collect()
}

/// What the expert's side says first on a new line with this keying material, which is gone then.
fn resume(pair: &mut Pair, exporter: [u8; 32]) -> Vec<u8> {
    pair.expert.reconnected(pair.now, exporter);
    let resume = pair.expert.poll_transmit().unwrap();
    pair.expert.handle_closed(pair.now);
    resume
}

/// What the novice's side makes of it on a line with that keying material.
fn comeback(pair: &Pair, exporter: [u8; 32], resume: &[u8]) -> Comeback {
    let setup = NoviceSetup {
        exporter,
        ..novice_setup()
    };
    let mut door = Novice::new(pair.now, setup);
    door.handle_bytes(pair.now, resume);
    match door.poll_event() {
        Some(NoviceEvent::ComesBack(comeback)) => comeback,
        other => panic!("{other:?}"),
    }
}

#[test]
fn both_sides_say_so_at_once_and_go_on_when_the_line_is_back() {
    for away in [Duration::ZERO, 6 * SECOND, 50 * SECOND, 59 * SECOND] {
        let mut pair = Pair::controlled();
        pair.break_line();
        assert!(pair.novice_saw(|e| matches!(e, NoviceEvent::Interrupted { .. })));
        assert!(pair.expert_saw(|e| matches!(e, ExpertEvent::Interrupted { .. })));
        pair.run(away);
        pair.reconnect();
        pair.settle();
        assert!(pair.is_whole(), "{away:?}: {:?}", pair.expert_events);
        pair.expert.input(pair.now, vec![moved(1)]);
        pair.settle();
        assert_eq!(done(&pair), [1], "control goes on");
        pair.assert_no_breach();
    }
}

#[test]
fn after_a_minute_both_give_up_and_say_why() {
    let mut pair = Pair::controlled();
    pair.break_line();
    pair.run(RESUME_TIME - SECOND);
    assert!(!pair.novice.is_closed() && !pair.expert.is_closed());
    pair.run(2 * SECOND);
    assert_eq!(pair.novice_end(), Some(End::LineBroke));
    assert_eq!(pair.expert_end(), Some(End::LineBroke));
    assert_eq!(
        (pair.novice.poll_timeout(), pair.expert.poll_timeout()),
        (None, None)
    );
}

#[test]
fn a_minute_without_a_word_counts_from_when_it_was_noticed() {
    let mut pair = Pair::controlled();
    pair.lose_line();
    pair.run(TEN_SECONDS);
    assert!(pair.novice_saw(|e| matches!(e, NoviceEvent::Interrupted { .. })));
    assert!(pair.expert_saw(|e| matches!(e, ExpertEvent::Interrupted { .. })));
    pair.run(50 * SECOND);
    pair.reconnect();
    pair.settle();
    assert!(pair.is_whole());
}

#[test]
fn what_is_pressed_is_let_go_as_soon_as_the_line_is_too_silent() {
    let falters = |pair: &Pair| {
        let said = pair.novice_events.iter().filter_map(|event| match event {
            NoviceEvent::LineFalters(falters) => Some(*falters),
            _ => None,
        });
        said.collect::<Vec<_>>()
    };
    // A line that works is never silent for so long.
    let mut pair = Pair::controlled();
    pair.run(60 * SECOND);
    assert!(falters(&pair).is_empty());

    // One that stalls and goes on is not a broken one.
    pair.to_novice.stall_until(pair.now + 6 * SECOND);
    pair.run(5 * SECOND);
    assert_eq!(falters(&pair), [true]);
    pair.run(5 * SECOND);
    assert_eq!(falters(&pair), [true, false]);
    assert!(!pair.novice_saw(|e| matches!(e, NoviceEvent::Interrupted { .. })));
    pair.expert.input(pair.now, vec![moved(1)]);
    pair.settle();
    assert_eq!(done(&pair), [1]);

    // One that is gone is let go of long before it counts as broken.
    pair.lose_line();
    pair.run(5 * SECOND);
    assert_eq!(falters(&pair), [true, false, true]);
    assert!(!pair.novice_saw(|e| matches!(e, NoviceEvent::Interrupted { .. })));
    pair.run(TEN_SECONDS);
    pair.reconnect();
    pair.settle();
    assert!(pair.is_whole());
    assert_eq!(falters(&pair), [true, false, true]);
    pair.expert.input(pair.now, vec![moved(2)]);
    pair.settle();
    assert_eq!(done(&pair), [1, 2]);

    // Without control nothing is pressed.
    let mut pair = Pair::in_session();
    pair.lose_line();
    pair.run(TEN_SECONDS);
    assert!(falters(&pair).is_empty());
}

#[test]
fn a_computer_that_slept_for_hours_waits_no_longer() {
    let mut pair = Pair::controlled();
    pair.lose_line();
    pair.now += 3600 * SECOND;
    pair.novice.handle_timeout(pair.now);
    pair.expert.handle_timeout(pair.now);
    pair.pump();
    assert_eq!(pair.novice_end(), Some(End::LineBroke));
    assert_eq!(pair.expert_end(), Some(End::LineBroke));
}

#[test]
fn who_comes_back_before_the_break_was_noticed_takes_the_lines_place() {
    let mut pair = Pair::controlled();
    pair.to_novice.cut();
    pair.expert.handle_closed(pair.now);
    pair.pump();
    pair.reconnect();
    pair.settle();
    assert!(pair.is_whole());
    let told: Vec<_> = (pair.novice_events.iter())
        .filter(|e| matches!(e, NoviceEvent::Interrupted { .. } | NoviceEvent::Resumed))
        .collect();
    assert!(matches!(
        told[..],
        [NoviceEvent::Interrupted { .. }, NoviceEvent::Resumed]
    ));
    pair.run(60 * SECOND);
    assert!(pair.is_whole());
}

#[test]
fn a_session_goes_on_as_often_as_need_be() {
    let mut pair = Pair::controlled();
    for number in 1..100 {
        pair.break_line();
        pair.run(SECOND);
        pair.reconnect();
        pair.expert.input(pair.now, vec![moved(-1)]);
        pair.settle();
        pair.expert.input(pair.now, vec![moved(number)]);
        pair.novice.chat(pair.now, &number.to_string()).unwrap();
        pair.settle();
    }
    assert_eq!(done(&pair), (1..100).collect::<Vec<_>>());
    assert_eq!(expert_read(&pair).len(), 99);
    pair.assert_no_breach();
}

#[test]
fn what_the_novice_ended_meanwhile_stays_ended() {
    for how in [
        ControlEnd::Escape,
        ControlEnd::CtrlC,
        ControlEnd::StopButton,
    ] {
        let mut pair = Pair::controlled();
        pair.break_line();
        pair.novice.stop_control(pair.now, how);
        pair.run(SECOND);
        pair.reconnect();
        pair.expert.input(pair.now, vec![moved(1)]);
        pair.settle();
        pair.expert.input(pair.now, vec![moved(2)]);
        pair.settle();
        assert!(done(&pair).is_empty());
        assert!(pair.expert_saw(|e| matches!(e, ExpertEvent::ControlEnded(h) if *h == how)));
        // And the expert can ask again.
        pair.run(4 * SECOND);
        pair.expert.ask_control(pair.now);
        pair.settle();
        pair.novice.grant_control(pair.now);
        pair.settle();
        pair.expert.input(pair.now, vec![moved(3)]);
        pair.settle();
        assert_eq!(done(&pair), [3]);
        pair.assert_no_breach();
    }
}

#[test]
fn what_the_expert_gave_back_meanwhile_stays_given_back() {
    let mut pair = Pair::controlled();
    pair.break_line();
    pair.expert.release_control(pair.now);
    pair.run(SECOND);
    pair.reconnect();
    pair.settle();
    assert!(pair.novice_saw(|e| matches!(e, NoviceEvent::ControlEnded(ControlEnd::Released))));
    pair.assert_no_breach();
}

#[test]
fn a_question_and_its_answer_survive_a_break() {
    // The question is lost on its way, then the answer.
    let mut pair = Pair::in_session();
    pair.to_novice.cut();
    pair.expert.ask_control(pair.now);
    pair.settle();
    pair.break_line();
    pair.reconnect();
    pair.settle();
    assert!(pair.novice_saw(|e| matches!(e, NoviceEvent::ControlAsked { .. })));
    pair.to_expert.cut();
    pair.novice.grant_control(pair.now);
    pair.settle();
    pair.break_line();
    pair.reconnect();
    pair.settle();
    pair.expert.input(pair.now, vec![moved(1)]);
    pair.settle();
    assert_eq!(done(&pair), [1]);
    pair.assert_no_breach();
}

#[test]
fn a_pause_holds_over_a_break() {
    let mut pair = Pair::in_session();
    let at = |x| Some(Point::new(x, 0));
    pair.break_line();
    pair.novice.pause(pair.now);
    pair.reconnect();
    pair.settle();
    assert!(pair.expert_saw(|e| matches!(e, ExpertEvent::Paused(true))));
    assert!(pair.novice.wants_frame(pair.now).is_none());
    pair.novice.send_cursor(pair.now, None, at(7));
    pair.settle();
    assert!(!pair.expert_saw(|e| matches!(e, ExpertEvent::CursorAt(_))));
    pair.novice.resume(pair.now);
    pair.settle();
    assert!(pair.expert_saw(|e| matches!(e, ExpertEvent::CursorAt(p) if p.x == 7)));
    assert!(pair.novice.wants_frame(pair.now).is_some());
}

#[test]
fn without_a_line_nothing_is_wanted_or_sent_and_the_pointer_is_told_again() {
    let mut pair = Pair::in_session();
    pair.novice
        .send_cursor(pair.now, None, Some(Point::new(3, 4)));
    pair.settle();
    pair.expert_events.clear();
    pair.break_line();
    assert!(pair.novice.wants_frame(pair.now).is_none());
    pair.novice
        .send_cursor(pair.now, None, Some(Point::new(5, 6)));
    assert!(pair.novice.poll_transmit().is_none());
    pair.expert.input(pair.now, vec![moved(1)]);
    assert!(pair.expert.poll_transmit().is_none());
    pair.reconnect();
    pair.settle();
    assert!(pair.expert_saw(|e| matches!(e, ExpertEvent::CursorAt(p) if p.x == 5)));
}

#[test]
fn what_was_ended_on_purpose_never_goes_on() {
    let mut pair = Pair::controlled();
    pair.break_line();
    pair.novice.end(pair.now, End::NoviceLeft);
    pair.reconnect();
    pair.settle();
    assert_eq!(pair.novice_end(), Some(End::NoviceLeft));
    assert_eq!(pair.expert_refused(), Some(&Refusal::SessionOver));
    assert!(pair.expert.is_closed());

    let mut pair = Pair::controlled();
    pair.novice.end(pair.now, End::NoviceLeft);
    pair.settle();
    assert!(!pair.expert.needs_connection());
    assert_eq!(pair.expert_end(), Some(End::NoviceLeft));

    let mut pair = Pair::controlled();
    pair.break_line();
    pair.novice.withdraw(pair.now);
    pair.reconnect();
    pair.settle();
    assert_eq!(pair.expert_refused(), Some(&Refusal::SessionOver));
}

#[test]
fn only_the_helpers_own_proof_on_this_very_line_brings_a_session_back() {
    let mut pair = Pair::controlled();
    pair.break_line();
    let said = resume(&mut pair, [50; 32]);
    let good = comeback(&pair, [50; 32], &said);
    let replayed = comeback(&pair, [51; 32], &said);
    let mut of_another_key = good;
    of_another_key.helper_key = Fingerprint([66; 32]);
    // The secret of another session with the same ticket: it had another first line.
    let exporter = [9; 32];
    let record = record(false);
    let mut helper = expert_setup(&record);
    helper.exporter = exporter;
    let setup = NoviceSetup {
        exporter,
        ..novice_setup()
    };
    let mut other = Pair::with(Weather::FINE, Some(record), setup, helper);
    other.run(Duration::from_millis(100));
    other.break_line();
    let said = resume(&mut other, [50; 32]);
    let of_another_session = comeback(&pair, [50; 32], &said);

    for false_one in [replayed, of_another_key, of_another_session] {
        assert!(!pair.novice.come_back(pair.now, &false_one));
        assert!(pair.novice.poll_event().is_none());
        assert!(pair.novice.poll_transmit().is_none());
    }
    assert!(pair.novice.come_back(pair.now, &good));
}

#[test]
fn control_survives_a_comeback_that_is_disturbed_itself() {
    let mut pair = Pair::controlled();
    pair.break_line();
    // The novice's side goes on, and the expert's never hears of it.
    pair.reconnect();
    pair.to_expert.cut();
    pair.run(TEN_SECONDS);
    assert!(pair.expert.needs_connection());
    pair.reconnect();
    pair.settle();
    assert!(pair.is_whole());
    pair.expert.input(pair.now, vec![moved(1)]);
    pair.settle();
    assert_eq!(done(&pair), [1]);
    pair.novice.stop_control(pair.now, ControlEnd::Escape);
    pair.settle();
    assert!(pair.expert_saw(|e| matches!(e, ExpertEvent::ControlEnded(_))));
    assert!(pair.is_whole());
    pair.assert_no_breach();
}

#[test]
fn control_that_is_given_up_while_the_line_comes_back_is_given_up() {
    let mut pair = Pair::controlled();
    pair.break_line();
    pair.reconnect();
    pair.expert.release_control(pair.now);
    pair.settle();
    assert!(pair.novice_saw(|e| matches!(e, NoviceEvent::ControlEnded(_))));
    pair.run(TEN_SECONDS); // between two questions
    pair.expert.ask_control(pair.now);
    pair.settle();
    pair.novice.grant_control(pair.now);
    pair.settle();
    pair.expert.input(pair.now, vec![moved(1)]);
    pair.settle();
    assert_eq!(done(&pair), [1]);
    pair.assert_no_breach();
}

#[test]
fn whether_input_is_held_back_is_told_anew() {
    let mut pair = Pair::controlled();
    pair.novice.set_held_back(pair.now, true);
    pair.settle();
    pair.break_line();
    pair.novice.set_held_back(pair.now, false);
    pair.reconnect();
    pair.settle();
    let told = pair.expert_events.iter().filter_map(|event| match event {
        ExpertEvent::HeldBack(held) => Some(*held),
        _ => None,
    });
    assert_eq!(told.collect::<Vec<_>>(), [true, false]);
}

#[test]
fn ten_thousand_attempts_disturb_nothing() {
    let mut pair = Pair::controlled();
    let record = record(false);
    let mut writer = FrameWriter::default();
    let forged = ToNovice::Resume {
        session: [1; 16],
        proof: [2; 32],
        received: 0,
    };
    writer.push(forged).unwrap();
    let bytes = writer.next_frame().unwrap();
    for _ in 0..10_000 {
        let mut door = Novice::new(pair.now, novice_setup());
        door.handle_bytes(pair.now, &bytes);
        let Some(NoviceEvent::ComesBack(comeback)) = door.poll_event() else {
            panic!("no comeback");
        };
        assert!(!pair.novice.come_back(pair.now, &comeback));
        door.refuse(pair.now, Refusal::SessionOver);
        assert!(door.is_closed());
    }
    pair.settle();
    pair.expert.input(pair.now, vec![moved(1)]);
    pair.settle();
    assert_eq!(done(&pair), [1]);
    let attempts_left = pair.record.as_ref().map(|record| record.attempts_left);
    assert_eq!(attempts_left, Some(record.attempts_left), "none is a guess");
}

#[test]
fn a_false_count_or_a_false_novice_ends_it() {
    let mut pair = Pair::in_session();
    pair.break_line();
    pair.expert.reconnected(pair.now, [77; 32]);
    let mut writer = FrameWriter::default();
    writer
        .push(ToExpert::Resumed {
            proof: [0; 32],
            received: 0,
        })
        .unwrap();
    let bytes = writer.next_frame().unwrap();
    pair.expert.handle_bytes(pair.now, &bytes);
    pair.pump();
    assert!(pair.expert_saw(|e| matches!(e, ExpertEvent::NoviceNotProved)));
    assert!(pair.expert.is_closed());

    // More messages than were ever sent.
    let mut pair = Pair::in_session();
    let mut writer = FrameWriter::default();
    writer.push(ToNovice::Got(5)).unwrap();
    let bytes = writer.next_frame().unwrap();
    pair.novice.handle_bytes(pair.now, &bytes);
    pair.pump();
    assert_eq!(pair.novice_end(), Some(End::Protocol));
}

/// What happens next in a busy session.
#[derive(Clone, Copy, Debug)]
enum Move {
    NoviceSays,
    ExpertSays,
    Ask,
    Grant,
    Stop,
    Release,
    Input,
    Draw(u8),
    Pause,
    Resume,
    Wait(u16),
    /// Both notice.
    Break,
    /// Nobody notices yet.
    Lose,
    LoseToNovice,
    LoseToExpert,
    NoviceNotices,
    ExpertNotices,
    Reconnect,
}

fn any_move() -> impl Strategy<Value = Move> {
    prop_oneof![
        3 => Just(Move::NoviceSays),
        3 => Just(Move::ExpertSays),
        2 => Just(Move::Ask),
        2 => Just(Move::Grant),
        1 => Just(Move::Stop),
        1 => Just(Move::Release),
        4 => Just(Move::Input),
        5 => any::<u8>().prop_map(Move::Draw),
        1 => Just(Move::Pause),
        2 => Just(Move::Resume),
        4 => (1_u16..40).prop_map(Move::Wait),
        1 => (1_000_u16..5_000).prop_map(Move::Wait),
        1 => Just(Move::Break),
        1 => Just(Move::Lose),
        1 => Just(Move::LoseToNovice),
        1 => Just(Move::LoseToExpert),
        1 => Just(Move::NoviceNotices),
        1 => Just(Move::ExpertNotices),
        4 => Just(Move::Reconnect),
    ]
}

/// A busy session, with a screen that is drawn on, looked at, sent, and shown.
struct Busy {
    pair: Pair,
    screen: Framebuffer,
    damage: Damage,
    encoder: Encoder,
    novice_beginnings: usize,
    decoder: Decoder,
    shown: Framebuffer,
    applied: usize,
    inputs: i32,
    novice_said: Vec<String>,
    expert_said: Vec<String>,
}

impl Busy {
    fn new() -> Self {
        let size = Size::new(160, 96);
        Self {
            pair: Pair::in_session(),
            screen: Framebuffer::new(size),
            damage: Damage::of(size.rect()),
            encoder: Encoder::new(),
            novice_beginnings: 0,
            decoder: Decoder::new(),
            shown: Framebuffer::new(Size::default()),
            applied: 0,
            inputs: 0,
            novice_said: vec![],
            expert_said: vec![],
        }
    }

    fn make(&mut self, step: Move) {
        let now = self.pair.now;
        match step {
            Move::NoviceSays => {
                let text = format!("n{}", self.novice_said.len());
                if self.pair.novice.chat(now, &text).is_ok() {
                    self.novice_said.push(text);
                }
            }
            Move::ExpertSays => {
                let text = format!("e{}", self.expert_said.len());
                if self.pair.expert.chat(now, &text).is_ok() {
                    self.expert_said.push(text);
                }
            }
            Move::Ask => self.pair.expert.ask_control(now),
            Move::Grant => self.pair.novice.grant_control(now),
            Move::Stop => self.pair.novice.stop_control(now, ControlEnd::Escape),
            Move::Release => self.pair.expert.release_control(now),
            Move::Input => {
                self.inputs += 1;
                self.pair.expert.input(now, vec![moved(self.inputs)]);
            }
            Move::Draw(seed) => {
                let rect = Rect::new(u32::from(seed) % 120, u32::from(seed) % 60, 33, 21);
                for y in rect.y..rect.bottom() {
                    let row = self.screen.row_mut(rect, y);
                    for (x, pixel) in row.iter_mut().enumerate() {
                        *pixel = u32::from(seed).wrapping_mul(2_654_435_761 + x as u32 * y) >> 8;
                    }
                }
                self.damage.add(rect);
            }
            Move::Pause => self.pair.novice.pause(now),
            Move::Resume => self.pair.novice.resume(now),
            Move::Wait(millis) => self.pair.run(Duration::from_millis(millis.into())),
            Move::Break => self.pair.break_line(),
            Move::Lose => self.pair.lose_line(),
            Move::LoseToNovice => self.pair.to_novice.cut(),
            Move::LoseToExpert => self.pair.to_expert.cut(),
            Move::NoviceNotices => {
                self.pair.to_novice.cut();
                self.pair.novice.handle_closed(now);
            }
            Move::ExpertNotices => {
                self.pair.to_expert.cut();
                self.pair.expert.handle_closed(now);
            }
            Move::Reconnect => self.pair.reconnect(),
        }
        self.pair.pump();
        self.look();
    }

    /// Both engines, as far as the picture is theirs.
    fn look(&mut self) {
        let resumed = |event: &&NoviceEvent| matches!(event, NoviceEvent::Resumed);
        let beginnings = self.pair.novice_events.iter().filter(resumed).count();
        if beginnings != self.novice_beginnings {
            self.novice_beginnings = beginnings;
            self.encoder = Encoder::new();
        }
        if self.pair.novice.wants_frame(self.pair.now).is_some()
            && let Some(update) = self.encoder.encode(&self.screen, &self.damage)
        {
            self.damage = Damage::none();
            self.pair.novice.send_screen(self.pair.now, update).unwrap();
            self.pair.pump();
        }
        for (number, update) in self.pair.seen.iter().enumerate().skip(self.applied) {
            if self.pair.beginnings.contains(&number) {
                self.decoder = Decoder::new();
            }
            self.decoder.apply(update, &mut self.shown).unwrap();
        }
        self.applied = self.pair.seen.len();
    }

    /// Brings the line back, and lets all that is under way arrive.
    fn come_to_rest(&mut self) {
        for _ in 0..4 {
            self.pair.run(TEN_SECONDS); // whatever broke is noticed
            self.pair.reconnect();
            self.pair.run(SECOND);
            if self.pair.is_whole() {
                break;
            }
        }
        self.pair.novice.resume(self.pair.now);
        for _ in 0..20 {
            self.pair.settle();
            self.look();
        }
    }

    /// Nothing was done that the novice had not allowed at that moment, or without a line, or twice.
    fn check_control(&self) {
        let (mut granted, mut cut, mut last) = (false, false, 0);
        for event in &self.pair.novice_events {
            match event {
                NoviceEvent::ControlGranted => granted = true,
                NoviceEvent::ControlEnded(_) => granted = false,
                NoviceEvent::Interrupted { .. } => cut = true,
                NoviceEvent::Resumed => cut = false,
                NoviceEvent::Input(events) => {
                    assert!(granted && !cut, "input that was not allowed");
                    for event in events {
                        let InputEvent::PointerMoved { x, .. } = event else {
                            panic!("{event:?}");
                        };
                        assert!(*x > last, "{x} after {last}");
                        last = *x;
                    }
                }
                _ => {}
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_busy_session_outlives_breaks_at_any_moment(moves in vec(any_move(), 1..120)) {
        let mut busy = Busy::new();
        for step in moves {
            busy.make(step);
        }
        busy.come_to_rest();
        let pair = &busy.pair;
        pair.assert_no_breach();
        busy.check_control();
        prop_assert!(pair.is_whole(), "{:?}\n{:?}", pair.novice_events, pair.expert_events);
        prop_assert_eq!(novice_read(pair), busy.expert_said.iter().collect::<Vec<_>>());
        prop_assert_eq!(expert_read(pair), busy.novice_said.iter().collect::<Vec<_>>());
        prop_assert!(busy.shown == busy.screen, "the picture is not exact");

        // Both are of one mind about control: what the novice's side says is so works.
        let granted = pair.novice_events.iter().rev().find_map(|event| match event {
            NoviceEvent::ControlGranted => Some(true),
            NoviceEvent::ControlEnded(_) => Some(false),
            _ => None,
        });
        let before = done(pair).len();
        let pair = &mut busy.pair;
        pair.expert.input(pair.now, vec![moved(i32::MAX)]);
        pair.settle();
        prop_assert_eq!(done(pair).len() > before, granted.unwrap_or(false));
    }
}
