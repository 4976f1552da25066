//! The whole job, on a fine line and on bad ones.

use std::{sync::Arc, time::Duration};

use hulp::{
    input::{InputEvent, Keysym, PointerButton},
    screen::{CursorShape, Point, ScreenUpdate, Size},
    session::{ChatError, ControlEnd, End, ExpertEvent, NoviceEvent},
};
use proptest::prelude::*;

use crate::{link::Weather, pair::Pair};

const PATIENCE: Duration = Duration::from_secs(60);

fn key(sign: char) -> InputEvent {
    InputEvent::Key {
        keysym: Keysym(sign as u32),
        pressed: true,
    }
}

fn picture(number: u8, bytes: usize) -> ScreenUpdate {
    ScreenUpdate((0..bytes).map(|i| number ^ (i / 7) as u8).collect())
}

fn phrases(pair: &Pair) -> (Option<String>, Option<String>) {
    let novice = pair.novice_events.iter().find_map(|event| match event {
        NoviceEvent::AskConsent { phrase, .. } => Some(phrase.0.clone()),
        _ => None,
    });
    let expert = pair.expert_events.iter().find_map(|event| match event {
        ExpertEvent::Waiting { phrase, .. } => Some(phrase.0.clone()),
        _ => None,
    });
    (novice, expert)
}

/// From hello to goodbye.
fn whole_job(weather: Weather) {
    let mut pair = Pair::new(weather, true);
    let pictures: Vec<_> = (0..6)
        .map(|i| picture(i, 10_000 * i as usize + 1))
        .collect();
    pair.pictures.extend(pictures.clone());

    pair.run_to(PATIENCE, |pair| pair.seen.len() == pictures.len());
    assert_eq!(pair.seen, pictures);
    let (novice, expert) = phrases(&pair);
    assert!(novice.is_some());
    assert_eq!(novice, expert);
    assert!(pair.novice_saw(
        |e| matches!(e, NoviceEvent::AskConsent { helper_name, .. } if helper_name == "Emil")
    ));
    assert!(pair.expert_saw(
        |e| matches!(e, ExpertEvent::Started { name, control_possible: true } if name == "Nora")
    ));

    let shape = CursorShape::new(
        Size::new(256, 256),
        Point::new(1, 2),
        (0..256 * 256).map(|i| i * 65_537).collect(),
    )
    .unwrap();
    let shape = Arc::new(shape);
    pair.novice
        .send_cursor(pair.now, Some(shape.clone()), Some(Point::new(-3, 4000)));
    pair.novice.chat(pair.now, "Hallo, één ✔ 漢字 🙂").unwrap();
    pair.expert.chat(pair.now, "Zeg het maar\nנעים").unwrap();
    pair.run_to(PATIENCE, |pair| {
        pair.expert_saw(|e| matches!(e, ExpertEvent::Chat(t) if t == "Hallo, één ✔ 漢字 🙂"))
            && pair.novice_saw(|e| matches!(e, NoviceEvent::Chat(t) if t == "Zeg het maar\nנעים"))
            && pair.expert_saw(|e| matches!(e, ExpertEvent::CursorShape(s) if *s == shape))
            && pair.expert_saw(|e| matches!(e, ExpertEvent::CursorAt(Point { x: -3, y: 4000 })))
    });

    pair.expert.ask_control(pair.now);
    pair.run_to(PATIENCE, |pair| {
        pair.novice_saw(|e| matches!(e, NoviceEvent::ControlAsked { .. }))
    });
    pair.novice.grant_control(pair.now);
    pair.run_to(PATIENCE, |pair| {
        pair.expert_saw(|e| matches!(e, ExpertEvent::ControlGranted))
    });
    let typed: Vec<_> = "aZ@é".chars().map(key).collect();
    pair.expert.input(pair.now, typed.clone());
    pair.run_to(PATIENCE, |pair| inputs(pair).len() == typed.len());
    assert_eq!(inputs(&pair), typed);

    pair.novice.set_held_back(pair.now, true);
    pair.run_to(PATIENCE, |pair| {
        pair.expert_saw(|e| matches!(e, ExpertEvent::HeldBack(true)))
    });
    pair.novice.stop_control(pair.now, ControlEnd::Escape);
    pair.expert.input(pair.now, vec![key('x')]);
    pair.run_to(PATIENCE, |pair| {
        pair.expert_saw(|e| matches!(e, ExpertEvent::ControlEnded(ControlEnd::Escape)))
    });
    pair.pictures.push_back(picture(9, 70_000));
    pair.run_to(PATIENCE, |pair| pair.seen.len() == pictures.len() + 1);
    assert_eq!(inputs(&pair), typed, "typed after the stop");

    pair.expert.end(pair.now, End::ExpertLeft);
    pair.run_to(PATIENCE, |pair| {
        pair.novice_end() == Some(End::ExpertLeft) && pair.expert_end() == Some(End::ExpertLeft)
    });
    assert!(pair.novice.is_closed() && pair.expert.is_closed());
    assert_eq!(pair.novice.poll_timeout(), None);
    assert_eq!(pair.expert.poll_timeout(), None);
    pair.assert_no_breach();
}

fn inputs(pair: &Pair) -> Vec<InputEvent> {
    let lists = pair.novice_events.iter().filter_map(|event| match event {
        NoviceEvent::Input(events) => Some(events.clone()),
        _ => None,
    });
    lists.flatten().collect()
}

#[test]
fn the_whole_job_on_a_fine_line() {
    whole_job(Weather::FINE);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_whole_job_on_bad_lines(
        latency_ms in 0_u64..800,
        jitter_ms in 0_u64..400,
        bytes_per_sec in 60_000_u32..2_000_000,
        largest_piece in 1_usize..3_000,
        seed: u64,
    ) {
        whole_job(Weather {
            latency: Duration::from_millis(latency_ms),
            jitter: Duration::from_millis(jitter_ms),
            bytes_per_sec,
            largest_piece,
            seed,
        });
    }
}

#[test]
fn a_quiet_session_lasts_and_a_short_stall_does_not_end_it() {
    let mut pair = Pair::in_session();
    pair.run(Duration::from_secs(600));
    let round_trip = pair.novice.round_trip().unwrap();
    assert!(round_trip >= Duration::from_millis(10) && round_trip < Duration::from_millis(12));
    assert_eq!(pair.expert.round_trip(), Some(round_trip));

    let until = pair.now + Duration::from_secs(5);
    pair.to_novice.stall_until(until);
    pair.to_expert.stall_until(until);
    pair.run(Duration::from_secs(20));
    assert_eq!((pair.novice_end(), pair.expert_end()), (None, None));
    pair.assert_no_breach();
}

#[test]
fn an_idle_session_costs_a_few_bytes_a_second() {
    let mut pair = Pair::in_session();
    let before = pair.to_expert.carried_bytes;
    pair.run(Duration::from_secs(100));
    assert!(pair.to_expert.carried_bytes - before < 100 * 10);
}

#[test]
fn only_so_much_is_under_way_and_acknowledgements_pull_the_next() {
    let mut pair = Pair::in_session();
    assert!(pair.novice.wants_frame(pair.now).is_some());
    pair.novice
        .send_screen(pair.now, picture(1, 20_000))
        .unwrap();
    assert!(
        pair.novice.wants_frame(pair.now).is_none(),
        "the first is not out yet"
    );
    assert!(pair.novice.send_screen(pair.now, picture(9, 1)).is_err());
    while let Some(bytes) = pair.novice.poll_transmit() {
        pair.to_expert.send(pair.now, bytes);
    }
    assert!(pair.novice.wants_frame(pair.now).is_some());
    pair.novice
        .send_screen(pair.now, picture(2, 20_000))
        .unwrap();
    while let Some(bytes) = pair.novice.poll_transmit() {
        pair.to_expert.send(pair.now, bytes);
    }
    assert_eq!(pair.novice.unacknowledged(), 2);
    assert!(
        pair.novice.wants_frame(pair.now).is_none(),
        "40 kB are not shown yet"
    );
    pair.settle();
    assert_eq!(pair.novice.unacknowledged(), 0);
    assert!(pair.novice.wants_frame(pair.now).is_some());
    assert_eq!(pair.seen, [picture(1, 20_000), picture(2, 20_000)]);
}

#[test]
fn chat_and_a_stop_pass_a_big_picture_that_is_under_way() {
    let mut pair = Pair::controlled();
    pair.novice
        .send_screen(pair.now, picture(1, 1_000_000))
        .unwrap();
    for _ in 0..3 {
        let chunk = pair.novice.poll_transmit().unwrap();
        assert!(chunk.len() <= 16 * 1024 + 4);
        pair.expert.handle_bytes(pair.now, &chunk);
    }
    pair.novice.stop_control(pair.now, ControlEnd::StopButton);
    pair.novice.chat(pair.now, "Stop!").unwrap();

    for _ in 0..2 {
        let bytes = pair.novice.poll_transmit().unwrap();
        pair.expert.handle_bytes(pair.now, &bytes);
    }
    let told: Vec<_> = std::iter::from_fn(|| pair.expert.poll_event()).collect();
    assert!(
        matches!(
            &told[..],
            [ExpertEvent::ControlEnded(ControlEnd::StopButton), ExpertEvent::Chat(text)] if text == "Stop!"
        ),
        "{told:?}"
    );
    while let Some(bytes) = pair.novice.poll_transmit() {
        pair.expert.handle_bytes(pair.now, &bytes);
    }
    assert!(
        matches!(pair.expert.poll_event(), Some(ExpertEvent::Screen(update)) if update == picture(1, 1_000_000))
    );
}

#[test]
fn no_byte_of_a_picture_leaves_during_a_pause() {
    let mut pair = Pair::in_session();
    pair.novice
        .send_screen(pair.now, picture(1, 100_000))
        .unwrap();
    let first = pair.novice.poll_transmit().unwrap();
    pair.to_expert.send(pair.now, first);

    pair.novice.pause(pair.now);
    assert!(pair.novice.wants_frame(pair.now).is_none());
    let shape = CursorShape::new(Size::new(1, 1), Point::default(), vec![1]).unwrap();
    pair.novice
        .send_cursor(pair.now, Some(Arc::new(shape)), Some(Point::new(1, 1)));
    pair.novice
        .send_cursor(pair.now, None, Some(Point::new(2, 2)));
    let carried = pair.to_expert.carried_bytes;
    pair.run(Duration::from_secs(30));
    assert!(pair.expert_saw(|e| matches!(e, ExpertEvent::Paused(true))));
    assert!(pair.to_expert.carried_bytes - carried < 500);
    assert!(!pair.expert_saw(|e| matches!(e, ExpertEvent::CursorAt(_))));
    assert!(pair.seen.is_empty());

    pair.novice.resume(pair.now);
    pair.settle();
    assert!(pair.expert_saw(|e| matches!(e, ExpertEvent::Paused(false))));
    assert_eq!(pair.seen, [picture(1, 100_000)]);
    assert!(pair.expert_saw(|e| matches!(e, ExpertEvent::CursorShape(_))));
    assert!(pair.expert_saw(|e| matches!(e, ExpertEvent::CursorAt(Point { x: 2, y: 2 }))));
}

#[test]
fn an_update_made_while_the_novice_pauses_is_kept_until_the_pause_is_over() {
    let mut pair = Pair::in_session();
    assert!(pair.novice.wants_frame(pair.now).is_some());
    pair.novice.pause(pair.now);
    assert!(pair.novice.wants_frame(pair.now).is_none());
    pair.novice.send_screen(pair.now, picture(1, 50)).unwrap();
    pair.run(Duration::from_secs(5));
    assert!(pair.seen.is_empty());
    pair.novice.resume(pair.now);
    pair.settle();
    assert_eq!(pair.seen, [picture(1, 50)]);
}

#[test]
fn while_the_line_is_slow_the_pointer_takes_its_newest_place_and_clicks_keep_theirs() {
    let mut pair = Pair::controlled();
    let moved = |x| InputEvent::PointerMoved { x, y: 0 };
    let click = |pressed| InputEvent::Button {
        button: PointerButton::Left,
        pressed,
    };
    for x in 0..1000 {
        pair.expert.input(pair.now, vec![moved(x)]);
    }
    pair.expert.input(pair.now, vec![click(true)]);
    for x in 1000..2000 {
        pair.expert.input(pair.now, vec![moved(x)]);
    }
    pair.expert.input(pair.now, vec![click(false)]);
    pair.settle();
    assert_eq!(
        inputs(&pair),
        [moved(999), click(true), moved(1999), click(false)]
    );

    for x in 0..1000 {
        pair.novice
            .send_cursor(pair.now, None, Some(Point::new(x, 0)));
    }
    pair.settle();
    let places = |e: &&ExpertEvent| matches!(e, ExpertEvent::CursorAt(_));
    assert_eq!(pair.expert_events.iter().filter(places).count(), 1);
    assert!(pair.expert_saw(|e| matches!(e, ExpertEvent::CursorAt(Point { x: 999, .. }))));
}

#[test]
fn much_input_and_long_text_arrive_whole_in_lawful_messages() {
    let mut pair = Pair::controlled();
    let text = "漢é€ ".repeat(1000);
    let mut events = vec![
        InputEvent::Text(text.clone()),
        InputEvent::Text(String::new()),
    ];
    events.extend((0..1000).map(|i| key(char::from(b'a' + (i % 26) as u8))));
    pair.expert.input(pair.now, events);
    pair.run(Duration::from_secs(1));
    pair.assert_no_breach();
    let mut typed = String::new();
    let mut keys = 0;
    for event in inputs(&pair) {
        match event {
            InputEvent::Text(piece) => typed += &piece,
            _ => keys += 1,
        }
    }
    assert_eq!((typed, keys), (text, 1000));
}

#[test]
fn keys_that_wait_for_the_line_keep_their_order_however_they_came() {
    let mut pair = Pair::controlled();
    let keys: Vec<_> = (0..1000)
        .map(|i| key(char::from_u32(0x4e00 + i).unwrap()))
        .collect();
    let mut rest = &keys[..];
    for size in [100, 200, 100, 1, 255, 3, 341] {
        let (batch, more) = rest.split_at(size);
        pair.expert.input(pair.now, batch.to_vec());
        rest = more;
    }
    assert!(rest.is_empty());
    pair.settle();
    assert_eq!(inputs(&pair), keys);
}

#[test]
fn chat_says_what_it_cannot_send() {
    let mut pair = Pair::new(Weather::FINE, false);
    assert_eq!(
        pair.expert.chat(pair.now, "early"),
        Err(ChatError::NoSession)
    );
    assert_eq!(
        pair.novice.chat(pair.now, "early"),
        Err(ChatError::NoSession)
    );
    let mut pair = Pair::in_session();
    let longest = "é".repeat(2048);
    assert_eq!(pair.expert.chat(pair.now, ""), Err(ChatError::Empty));
    assert_eq!(
        pair.novice.chat(pair.now, &(longest.clone() + "x")),
        Err(ChatError::TooLong(4097))
    );
    assert_eq!(pair.expert.chat(pair.now, &longest), Ok(()));
    pair.settle();
    assert!(pair.novice_saw(|e| matches!(e, NoviceEvent::Chat(text) if *text == longest)));
    pair.novice.end(pair.now, End::NoviceLeft);
    pair.settle();
    assert_eq!(pair.expert_end(), Some(End::NoviceLeft));
    assert_eq!(
        pair.expert.chat(pair.now, "late"),
        Err(ChatError::NoSession)
    );
}
