//! The line is lost, at each step, with or without a word: both sides know within ten seconds, and say so once. Here it never comes
//! back.

use std::time::Duration;

use hulp::{
    invitation::InvitationState,
    screen::ScreenUpdate,
    session::{End, ExpertEvent, HANDSHAKE_PATIENCE, NoviceEvent, RESUME_TIME, Refusal},
};

use crate::{
    link::Weather,
    pair::{Answer, Pair},
};

/// From hello to the first picture and a granted question takes about 60 ms on this line.
const STEPS_MS: u64 = 80;
const TEN_SECONDS: Duration = Duration::from_secs(10);

/// A session that goes on by itself for as long as it is run.
fn pair_after(millis: u64, answer: Answer) -> Pair {
    let mut pair = Pair::new(Weather::FINE, true);
    pair.answer = answer;
    for number in 0..100 {
        pair.pictures.push_back(ScreenUpdate(vec![number; 30_000]));
    }
    for _ in 0..millis {
        pair.run(Duration::from_millis(1));
        pair.expert.ask_control(pair.now);
        pair.novice.grant_control(pair.now);
    }
    pair
}

fn endings(pair: &Pair) -> (usize, usize) {
    let novice = pair.novice_events.iter().filter(|e| {
        matches!(
            e,
            NoviceEvent::Gone { .. } | NoviceEvent::Ended(_) | NoviceEvent::Refused { .. }
        )
    });
    let expert = pair
        .expert_events
        .iter()
        .filter(|e| matches!(e, ExpertEvent::Ended(_) | ExpertEvent::Refused(_)));
    (novice.count(), expert.count())
}

#[test]
fn a_line_that_dies_without_a_word_is_noticed_by_both_within_ten_seconds() {
    for answer in [Answer::Yes, Answer::Nothing] {
        for millis in 0..STEPS_MS {
            let mut pair = pair_after(millis, answer);
            let started = pair.novice_saw(|e| matches!(e, NoviceEvent::Started { .. }));
            let seen = pair.expert_saw(|e| matches!(e, ExpertEvent::Started { .. }));
            pair.lose_line();
            pair.run(TEN_SECONDS);
            // A session waits for another line; whatever comes before one is over.
            let waits = pair.novice_saw(|e| matches!(e, NoviceEvent::Interrupted { .. }));
            assert_eq!((waits, !pair.novice.is_closed()), (started, started));
            let waits = pair.expert_saw(|e| matches!(e, ExpertEvent::Interrupted { .. }));
            assert_eq!((waits, !pair.expert.is_closed()), (seen, seen));
            pair.run(RESUME_TIME);
            assert!(
                pair.novice.is_closed() && pair.expert.is_closed(),
                "after {millis} ms"
            );
            assert_eq!(pair.expert_end(), Some(End::LineBroke));
            if started {
                assert_eq!(pair.novice_end(), Some(End::LineBroke));
            } else {
                assert!(pair.novice_is_gone());
            }
            assert_eq!(endings(&pair), (1, 1));
            pair.assert_no_breach();
        }
    }
}

#[test]
fn a_line_that_dies_in_one_direction_is_noticed_by_both() {
    for to_novice in [true, false] {
        for millis in 0..STEPS_MS {
            let mut pair = pair_after(millis, Answer::Yes);
            if to_novice {
                pair.to_novice.cut();
            } else {
                pair.to_expert.cut();
            }
            pair.run(2 * TEN_SECONDS + RESUME_TIME);
            assert!(
                pair.novice.is_closed() && pair.expert.is_closed(),
                "after {millis} ms"
            );
            assert_eq!(endings(&pair), (1, 1));
        }
    }
}

#[test]
fn a_line_that_is_closed_is_told_at_once_on_either_side() {
    for millis in 0..STEPS_MS {
        let mut pair = pair_after(millis, Answer::Yes);
        let started = pair.novice_saw(|e| matches!(e, NoviceEvent::Started { .. }));
        let seen = pair.expert_saw(|e| matches!(e, ExpertEvent::Started { .. }));
        pair.break_line();
        assert_eq!(pair.novice.is_closed(), !started);
        assert_eq!(pair.expert.is_closed(), !seen);
        pair.run(RESUME_TIME);
        assert!(pair.novice.is_closed() && pair.expert.is_closed());
        assert_eq!(started, pair.novice_end() == Some(End::LineBroke));
        assert_eq!(!started, pair.novice_is_gone());
        assert_eq!(pair.expert_end(), Some(End::LineBroke));
        pair.run(TEN_SECONDS);
        assert_eq!(endings(&pair), (1, 1));
    }
}

#[test]
fn either_side_may_leave_at_each_step_and_the_other_hears_it() {
    for millis in 0..STEPS_MS {
        let mut pair = pair_after(millis, Answer::Yes);
        pair.expert.end(pair.now, End::ExpertClosed);
        pair.settle();
        assert_eq!(pair.expert_end(), Some(End::ExpertClosed));
        let told = pair.novice_end() == Some(End::ExpertClosed) || pair.novice_is_gone();
        assert!(told, "after {millis} ms: {:?}", pair.novice_events);
        assert_eq!(endings(&pair), (1, 1));

        let mut pair = pair_after(millis, Answer::Yes);
        pair.novice.end(pair.now, End::NoviceClosed);
        pair.settle();
        assert_eq!(pair.expert_end(), Some(End::NoviceClosed));
        assert_eq!(endings(&pair), (1, 1));
        pair.assert_no_breach();
    }
}

#[test]
fn an_expert_that_says_nothing_is_dropped() {
    let mut pair = Pair::new(Weather::FINE, false);
    pair.to_novice.cut();
    pair.run(TEN_SECONDS);
    assert!(pair.novice.is_closed() && pair.novice_is_gone());
}

#[test]
fn a_handshake_that_takes_too_long_is_dropped_though_the_line_lives() {
    let mut pair = Pair::new(Weather::FINE, false);
    pair.deaf_store = true;
    pair.run(HANDSHAKE_PATIENCE - Duration::from_secs(1));
    assert!(!pair.novice.is_closed());
    pair.run(Duration::from_secs(2));
    assert!(pair.novice.is_closed() && pair.novice_is_gone());
    assert_eq!(pair.expert_end(), Some(End::LineBroke));
    assert_eq!(
        pair.record.as_ref().map(|record| record.state),
        Some(InvitationState::Open)
    );
}

#[test]
fn the_novices_thinking_is_not_counted_as_handshake() {
    let mut pair = Pair::new(Weather::FINE, false);
    pair.answer = Answer::Nothing;
    pair.run(Duration::from_secs(55));
    pair.novice.accept(pair.now);
    pair.settle();
    assert!(pair.expert_saw(|e| matches!(e, ExpertEvent::Started { .. })));
}

#[test]
fn an_expert_gives_up_on_a_novices_computer_that_never_answers() {
    let mut pair = Pair::new(Weather::FINE, false);
    pair.answer = Answer::Nothing;
    pair.run(Duration::from_secs(1));
    // The novice's computer keeps answering pings, and nobody there runs the clock of the question.
    let end = pair.now + Duration::from_secs(70);
    while pair.now < end {
        pair.now += Duration::from_secs(1);
        let now = pair.now;
        pair.expert.handle_bytes(now, &[1, 0, 0, 2, 14, 1]);
        pair.expert.handle_timeout(now);
    }
    pair.pump();
    assert_eq!(pair.expert_refused(), Some(&Refusal::NoAnswer));
}
