//! Peers who break the rules, speaking frames by hand: they are refused, the event says what came, and memory stays bounded.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use hulp::{
    input::{InputEvent, MAX_INPUT_TEXT},
    invitation::InvitationRecord,
    protocol::{
        ChatText, ControlEnd, End, FrameWriter, MAX_UNACKNOWLEDGED, Message, PakeMessage, Refusal,
        ToExpert, ToNovice, VERSION,
    },
    screen::{CursorShape, Point, ScreenUpdate, Size},
    session::{Breach, Expert, ExpertEvent, ExpertSetup, Lookup, Novice, NoviceEvent},
};

use crate::people::{expert_setup, novice_setup, record, today};

const CHUNK_BYTES: usize = 16 * 1024;
const MESSAGE: u8 = 1;
const CHUNK: u8 = 2;
const LAST_CHUNK: u8 = 3;

fn frame(kind: u8, body: &[u8]) -> Vec<u8> {
    let [_, a, b, c] = (body.len() as u32).to_be_bytes();
    [&[kind, a, b, c], body].concat()
}

fn message<M: Message>(message: M) -> Vec<u8> {
    let mut writer = FrameWriter::default();
    writer.push(message).unwrap();
    writer.next_frame().unwrap()
}

fn moved(x: i32) -> InputEvent {
    InputEvent::PointerMoved { x, y: 0 }
}

fn input(grant: u32, events: Vec<InputEvent>) -> ToNovice {
    ToNovice::Input { grant, events }
}

/// How far a hostile expert got before it shows itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Silent,
    TicketLookUp,
    PasswordAsked,
    Asking,
    Session,
}

const BEFORE_CONSENT: [Stage; 4] = [
    Stage::Silent,
    Stage::TicketLookUp,
    Stage::PasswordAsked,
    Stage::Asking,
];

fn hello(record: &InvitationRecord) -> Vec<u8> {
    Expert::new(Instant::now(), expert_setup(record))
        .poll_transmit()
        .unwrap()
}

fn lookup(record: InvitationRecord) -> Lookup {
    Lookup {
        record: Some(record),
        now_utc: today(),
        busy: false,
        allowed: true,
    }
}

/// A novice's side that a peer brought this far by the rules.
fn novice_at(stage: Stage) -> (Novice, Instant) {
    let now = Instant::now();
    let record = record(stage == Stage::PasswordAsked);
    let mut novice = Novice::new(now, novice_setup());
    if stage != Stage::Silent {
        novice.handle_bytes(now, &hello(&record));
    }
    if !matches!(stage, Stage::Silent | Stage::TicketLookUp) {
        novice.looked_up(now, lookup(record));
    }
    if stage == Stage::Session {
        novice.accept(now);
    }
    let events = drain(&mut novice);
    let fits = match stage {
        Stage::Silent => events.is_empty(),
        Stage::TicketLookUp | Stage::PasswordAsked => {
            matches!(events[..], [NoviceEvent::LookUp { .. }])
        }
        Stage::Asking => matches!(events.last(), Some(NoviceEvent::AskConsent { .. })),
        Stage::Session => matches!(events.last(), Some(NoviceEvent::Started { .. })),
    };
    assert!(fits, "{stage:?}: {events:?}");
    while novice.poll_transmit().is_some() {}
    (novice, now)
}

fn drain(novice: &mut Novice) -> Vec<NoviceEvent> {
    std::iter::from_fn(|| novice.poll_event()).collect()
}

/// These bytes end the connection at once as a breach of the rules, in a way that can be logged and that the peer is told.
#[track_caller]
fn assert_breach(novice: &mut Novice, now: Instant, bytes: &[u8], in_session: bool) -> Breach {
    novice.handle_bytes(now, bytes);
    assert!(novice.is_closed());
    let events = drain(novice);
    let last = std::iter::from_fn(|| novice.poll_transmit()).last();
    let (breach, word) = match &events[..] {
        [
            ..,
            NoviceEvent::Breach(breach),
            NoviceEvent::Ended(End::Protocol),
        ] if in_session => (*breach, ToExpert::Bye(End::Protocol)),
        [
            ..,
            NoviceEvent::Breach(breach),
            NoviceEvent::Refused {
                refusal: Refusal::Protocol,
                ..
            },
        ] if !in_session => (*breach, ToExpert::Refused(Refusal::Protocol)),
        other => panic!("{other:?}"),
    };
    assert_eq!(last, Some(message(word)));
    let saw = |e: &&NoviceEvent| matches!(e, NoviceEvent::Input(_) | NoviceEvent::Chat(_));
    assert_eq!(events.iter().filter(saw).count(), 0);
    breach
}

#[test]
fn nothing_but_the_handshake_is_heard_before_consent() {
    let forbidden = [
        input(1, vec![moved(1)]),
        input(0, vec![moved(1)]),
        ToNovice::Chat(ChatText("hello".into())),
        ToNovice::Shown(1),
        ToNovice::Shown(0),
        ToNovice::AskControl { question: 1 },
        ToNovice::ReleaseControl { question: 1 },
        ToNovice::Pong(1),
        ToNovice::Bye(End::NoviceLeft),
    ];
    for stage in BEFORE_CONSENT {
        for what in &forbidden {
            let (mut novice, now) = novice_at(stage);
            let breach = assert_breach(&mut novice, now, &message(what.clone()), false);
            let Breach::OutOfTurn { said, .. } = breach else {
                panic!("{breach}")
            };
            assert_eq!(said, what.name());
        }
    }
}

#[test]
fn a_password_proof_that_nobody_asked_for_is_no_guess() {
    let proof = ToNovice::PasswordProof {
        pake: PakeMessage::from_bytes(&[0x41; 33]).unwrap(),
        confirmation: [0; 32],
    };
    for stage in [Stage::Silent, Stage::TicketLookUp, Stage::Asking] {
        let (mut novice, now) = novice_at(stage);
        assert_breach(&mut novice, now, &message(proof.clone()), false);
    }
    let (mut novice, now) = novice_at(Stage::PasswordAsked);
    novice.handle_bytes(now, &message(proof.clone()));
    assert_breach(&mut novice, now, &message(proof.clone()), false);
    let (mut novice, now) = novice_at(Stage::Session);
    assert_breach(&mut novice, now, &message(proof), true);
}

#[test]
fn a_password_proof_that_is_no_point_of_the_curve_costs_an_attempt_like_any_other() {
    for side in [0x41, 0x42, 0x53, 0] {
        let (mut novice, now) = novice_at(Stage::PasswordAsked);
        let proof = ToNovice::PasswordProof {
            pake: PakeMessage::from_bytes(&[side; 33]).unwrap(),
            confirmation: [0; 32],
        };
        novice.handle_bytes(now, &message(proof));
        let mut record = record(true);
        record.attempts_left = 3;
        novice.looked_up(now, lookup(record));
        assert!(drain(&mut novice).iter().any(|e| matches!(
            e,
            NoviceEvent::Refused {
                refusal: Refusal::WrongPassword { attempts_left: 3 },
                ..
            }
        )));
    }
}

#[test]
fn a_second_hello_is_refused() {
    let record = record(false);
    for stage in [
        Stage::TicketLookUp,
        Stage::PasswordAsked,
        Stage::Asking,
        Stage::Session,
    ] {
        let (mut novice, now) = novice_at(stage);
        let in_session = stage == Stage::Session;
        assert_breach(&mut novice, now, &hello(&record), in_session);
    }
}

#[test]
fn another_major_version_is_told_so_and_only_to_a_holder_of_the_ticket() {
    let record = record(false);
    let version = (VERSION.0 + 1, 7);
    for (proves, refusal) in [
        (
            true,
            Refusal::Version {
                novice: VERSION.0,
                expert: version.0,
            },
        ),
        (false, Refusal::Unknown),
    ] {
        let (mut novice, now) = novice_at(Stage::Silent);
        // Kind and length, the message's number, then major and minor.
        let mut bytes = hello(&record);
        bytes[5] = version.0 as u8;
        bytes[6] = version.1;
        if !proves {
            let last = bytes.len() - 1;
            bytes[last] ^= 1;
        }
        novice.handle_bytes(now, &bytes);
        novice.looked_up(now, lookup(record.clone()));
        let events = drain(&mut novice);
        assert!(
            events
                .iter()
                .any(|e| matches!(e, NoviceEvent::Refused { refusal: r, .. } if *r == refusal)),
            "{events:?}"
        );
    }
}

#[test]
fn a_long_message_is_refused_by_its_header() {
    for stage in BEFORE_CONSENT {
        let (mut novice, now) = novice_at(stage);
        assert_breach(&mut novice, now, &[MESSAGE, 0, 16, 1], false);
    }
    let (mut novice, now) = novice_at(Stage::Session);
    assert_breach(&mut novice, now, &[MESSAGE, 0xff, 0xff, 0xff], true);
}

#[test]
fn frames_of_no_kind_and_pictures_for_a_novice_are_refused() {
    for stage in BEFORE_CONSENT.into_iter().chain([Stage::Session]) {
        for bytes in [
            &[0, 0, 0, 0][..],
            &[4, 0, 0, 0],
            b"GET / HTTP/1.1",
            &[0x16, 3, 1, 2],
            &frame(CHUNK, &[1]),
            &frame(LAST_CHUNK, &[]),
        ] {
            let (mut novice, now) = novice_at(stage);
            assert_breach(&mut novice, now, bytes, stage == Stage::Session);
        }
    }
}

#[test]
fn bodies_that_are_no_message_are_refused() {
    let mut trailing = message(ToNovice::Ping(1));
    trailing[3] += 1;
    trailing.push(0);
    for bytes in [
        frame(MESSAGE, &[]),
        frame(MESSAGE, &[99]),
        frame(MESSAGE, &[0xff; 40]),
        trailing,
        // A name that claims to be of 2^40 bytes.
        frame(MESSAGE, &[0, 1, 0, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20]),
        // A name that is not UTF-8.
        frame(MESSAGE, &[[0, 1, 0, 1, 0xff].as_slice(), &[1; 48]].concat()),
    ] {
        let (mut novice, now) = novice_at(Stage::Silent);
        let breach = assert_breach(&mut novice, now, &bytes, false);
        assert!(matches!(breach, Breach::Bytes(_)));
    }
}

#[test]
fn a_frame_that_never_ends_is_only_waited_for() {
    let record = record(false);
    let whole = hello(&record);
    for length in 0..whole.len() {
        let (mut novice, now) = novice_at(Stage::Silent);
        novice.handle_bytes(now, &whole[..length]);
        assert!(!novice.is_closed() && drain(&mut novice).is_empty());
        novice.handle_closed(now);
        assert!(novice.is_closed());
        let events = drain(&mut novice);
        assert!(matches!(
            events[..],
            [NoviceEvent::Gone { invitation: None }]
        ));
    }
}

#[test]
fn a_connection_that_only_drips_is_dropped_after_half_a_minute() {
    let record = record(false);
    let (mut novice, mut now) = novice_at(Stage::Silent);
    for byte in hello(&record).iter().take(31) {
        novice.handle_bytes(now, std::slice::from_ref(byte));
        now += Duration::from_secs(1);
        novice.handle_timeout(now);
    }
    assert!(novice.is_closed());
    assert!(matches!(drain(&mut novice)[..], [NoviceEvent::Gone { .. }]));
}

#[test]
fn fields_over_their_limits_are_refused() {
    let long = |length: usize| ToNovice::Hello {
        version: (1, 0),
        name: "x".repeat(length),
        invitation: [1; 16],
        ticket_proof: [0; 32],
    };
    let (mut novice, now) = novice_at(Stage::Silent);
    assert_breach(&mut novice, now, &message(long(129)), false);
    let (mut novice, now) = novice_at(Stage::Silent);
    novice.handle_bytes(now, &message(long(128)));
    assert!(!novice.is_closed());

    for what in [
        ToNovice::Chat(ChatText("x".repeat(4097))),
        ToNovice::Chat(ChatText(String::new())),
        input(1, vec![]),
        input(1, vec![moved(0); 257]),
        input(1, vec![InputEvent::Text("x".repeat(MAX_INPUT_TEXT + 1))]),
    ] {
        let (mut novice, now) = novice_at(Stage::Session);
        let breach = assert_breach(&mut novice, now, &message(what), true);
        assert!(matches!(breach, Breach::Bytes(_)));
    }
}

#[test]
fn acknowledgements_must_fit_what_was_sent() {
    for (shown, lawful) in [(0, true), (1, true), (2, false), (u32::MAX, false)] {
        let (mut novice, now) = novice_at(Stage::Session);
        novice
            .send_screen(now, ScreenUpdate(vec![1; 40_000]))
            .unwrap();
        while novice.poll_transmit().is_some() {}
        let bytes = message(ToNovice::Shown(shown));
        if lawful {
            novice.handle_bytes(now, &bytes);
            assert!(!novice.is_closed());
            assert_eq!(novice.unacknowledged(), 1 - shown);
        } else {
            assert_breach(&mut novice, now, &bytes, true);
        }
    }
    let (mut novice, now) = novice_at(Stage::Session);
    novice
        .send_screen(now, ScreenUpdate(vec![1; 40_000]))
        .unwrap();
    novice.poll_transmit();
    // Nobody can have seen what is not wholly out.
    assert_breach(&mut novice, now, &message(ToNovice::Shown(1)), true);

    let (mut novice, now) = novice_at(Stage::Session);
    novice.send_screen(now, ScreenUpdate(vec![1])).unwrap();
    while novice.poll_transmit().is_some() {}
    novice.handle_bytes(now, &message(ToNovice::Shown(1)));
    assert_breach(&mut novice, now, &message(ToNovice::Shown(0)), true);
}

#[test]
fn input_needs_a_grant_that_holds() {
    let (mut novice, now) = novice_at(Stage::Session);
    let breach = assert_breach(&mut novice, now, &message(input(1, vec![moved(1)])), true);
    assert_eq!(breach, Breach::NeverGranted(1));

    // Asked and not answered; then refused.
    for refused in [false, true] {
        let (mut novice, now) = novice_at(Stage::Session);
        novice.handle_bytes(now, &message(ToNovice::AskControl { question: 1 }));
        if refused {
            let why = hulp::session::ControlRefusal::Declined;
            novice.decline_control(now, why);
        }
        drain(&mut novice);
        assert_breach(&mut novice, now, &message(input(1, vec![moved(1)])), true);
    }

    // Under an ended grant, and under that one while another holds: dropped, for it may have crossed with the stop.
    let (mut novice, mut now) = novice_at(Stage::Session);
    novice.handle_bytes(now, &message(ToNovice::AskControl { question: 1 }));
    novice.grant_control(now);
    novice.handle_bytes(now, &message(input(1, vec![moved(1)])));
    novice.stop_control(now, ControlEnd::StopButton);
    drain(&mut novice);
    novice.handle_bytes(now, &message(input(1, vec![moved(2)])));
    assert!(drain(&mut novice).is_empty());
    now += Duration::from_secs(5);
    novice.handle_bytes(now, &message(ToNovice::AskControl { question: 5 }));
    novice.grant_control(now);
    drain(&mut novice);
    novice.handle_bytes(now, &message(input(1, vec![moved(3)])));
    assert!(drain(&mut novice).is_empty());
    novice.handle_bytes(now, &message(input(5, vec![moved(4)])));
    assert!(matches!(drain(&mut novice)[..], [NoviceEvent::Input(_)]));
    assert_breach(&mut novice, now, &message(input(6, vec![moved(5)])), true);
}

#[test]
fn questions_for_control_come_one_at_a_time_with_rising_numbers() {
    let ask = |question| message(ToNovice::AskControl { question });
    let release = |question| message(ToNovice::ReleaseControl { question });
    for bytes in [
        ask(0),
        [ask(1), ask(2)].concat(),
        [ask(1), ask(1)].concat(),
        [ask(2), release(2), ask(2)].concat(),
        [ask(2), release(2), ask(1)].concat(),
        release(1),
        [ask(1), release(2)].concat(),
    ] {
        let (mut novice, now) = novice_at(Stage::Session);
        assert_breach(&mut novice, now, &bytes, true);
    }
    let (mut novice, now) = novice_at(Stage::Session);
    novice.handle_bytes(now, &ask(1));
    novice.grant_control(now);
    assert_breach(&mut novice, now, &ask(2), true);
}

#[test]
fn a_flood_of_chat_ends_and_what_was_taken_is_bounded() {
    let (mut novice, now) = novice_at(Stage::Session);
    let flood: Vec<u8> = (0..1000)
        .flat_map(|_| message(ToNovice::Chat(ChatText("x".repeat(4096)))))
        .collect();
    novice.handle_bytes(now, &flood);
    assert!(novice.is_closed());
    let events = drain(&mut novice);
    let chats = |e: &&NoviceEvent| matches!(e, NoviceEvent::Chat(_));
    assert_eq!(events.iter().filter(chats).count(), 100);
    assert!(matches!(
        events[100..],
        [
            NoviceEvent::Breach(Breach::ChatFlood),
            NoviceEvent::Ended(End::Protocol)
        ]
    ));
}

/// A peer that talks and never reads.
#[test]
fn what_waits_for_a_peer_that_does_not_read_is_bounded() {
    let (mut novice, now) = novice_at(Stage::Session);
    for number in 0..100_000 {
        novice.handle_bytes(now, &message(ToNovice::Ping(number)));
    }
    assert!(!novice.is_closed());
    let waiting: usize = std::iter::from_fn(|| novice.poll_transmit())
        .map(|frame| frame.len())
        .sum();
    assert!(waiting < 100, "{waiting} bytes of answers");

    let (mut novice, mut now) = novice_at(Stage::Session);
    let mut questions = 0;
    for _ in 0..4 {
        questions += 1;
        let question = questions;
        novice.handle_bytes(now, &message(ToNovice::AskControl { question }));
        novice.decline_control(now, hulp::session::ControlRefusal::Declined);
        now += Duration::from_secs(4);
    }
    while !novice.is_closed() && questions < 100_000 {
        questions += 1;
        let question = questions;
        novice.handle_bytes(now, &message(ToNovice::AskControl { question }));
    }
    assert!(novice.is_closed(), "refusals pile up without an end");
    assert!(matches!(
        drain(&mut novice).last(),
        Some(NoviceEvent::Ended(End::LineBroke))
    ));
    assert!(novice.poll_transmit().is_none());
}

#[test]
fn what_the_users_of_a_dead_line_do_is_bounded_too() {
    let (mut novice, mut now) = novice_at(Stage::Session);
    let shape = |side: u32| {
        let pixels = vec![side; 256 * 256];
        Arc::new(CursorShape::new(Size::new(256, 256), Point::default(), pixels).unwrap())
    };
    for step in 0..500 {
        now += Duration::from_millis(1);
        novice.send_cursor(now, Some(shape(step)), Some(Point::new(step as i32, 0)));
        let _ = novice.chat(now, &"x".repeat(4096));
        novice.set_held_back(now, step % 2 == 0);
    }
    let waiting: usize = std::iter::from_fn(|| novice.poll_transmit())
        .map(|frame| frame.len())
        .sum();
    assert!(waiting < 1024 * 1024, "{waiting}");
}

/// An expert's side, with or without a password, that has said hello.
fn expert(with_password: bool) -> (Expert, Instant) {
    let now = Instant::now();
    let mut expert = Expert::new(now, expert_setup(&record(with_password)));
    while expert.poll_transmit().is_some() {}
    (expert, now)
}

fn expert_in_session() -> (Expert, Instant) {
    let (mut expert, now) = expert(false);
    expert.handle_bytes(now, &message(waiting(60, None)));
    expert.handle_bytes(now, &message(accepted("Nora")));
    let told: Vec<_> = std::iter::from_fn(|| expert.poll_event()).collect();
    assert!(matches!(told.last(), Some(ExpertEvent::Started { .. })));
    (expert, now)
}

fn waiting(answer_within_secs: u16, confirmation: Option<[u8; 32]>) -> ToExpert {
    ToExpert::Waiting {
        answer_within_secs,
        confirmation,
    }
}

fn accepted(name: &str) -> ToExpert {
    ToExpert::Accepted {
        name: name.into(),
        control_possible: true,
    }
}

fn told(expert: &mut Expert, now: Instant, bytes: &[u8]) -> Vec<ExpertEvent> {
    expert.handle_bytes(now, bytes);
    std::iter::from_fn(|| expert.poll_event()).collect()
}

#[track_caller]
fn assert_expert_breach(expert: &mut Expert, now: Instant, bytes: &[u8]) {
    let events = told(expert, now, bytes);
    assert!(
        matches!(
            events[..],
            [
                ..,
                ExpertEvent::Breach(_),
                ExpertEvent::Ended(End::Protocol)
            ]
        ),
        "{events:?}"
    );
    assert!(expert.is_closed());
    let last = std::iter::from_fn(|| expert.poll_transmit()).last();
    assert_eq!(last, Some(message(ToNovice::Bye(End::Protocol))));
}

#[test]
fn an_expert_hears_nothing_of_a_session_before_it_began() {
    let point = PakeMessage::from_bytes(&[0x42; 33]).unwrap();
    for what in [
        accepted("Nora"),
        waiting(60, Some([0; 32])),
        ToExpert::Chat(ChatText("hi".into())),
        ToExpert::ControlGranted { grant: 1 },
        ToExpert::CursorAt(Point::default()),
        ToExpert::Paused(true),
        ToExpert::Bye(End::ExpertLeft),
    ] {
        let (mut expert, now) = expert(false);
        assert_expert_breach(&mut expert, now, &message(what));
    }
    for bytes in [
        frame(LAST_CHUNK, &[1]),
        frame(CHUNK, &[1]),
        vec![MESSAGE, 0, 16, 1],
    ] {
        let (mut expert, now) = expert(false);
        assert_expert_breach(&mut expert, now, &bytes);
    }
    let (mut expert, now) = expert(false);
    let bytes = message(waiting(60, None));
    told(&mut expert, now, &bytes);
    assert_expert_breach(&mut expert, now, &bytes);
    let (mut expert, now) = expert_in_session();
    assert_expert_breach(
        &mut expert,
        now,
        &message(ToExpert::PasswordNeeded { pake: point }),
    );
}

#[test]
fn a_novice_that_does_not_know_the_password_is_found_out() {
    let garbage = PakeMessage::from_bytes(&[0x42; 33]).unwrap();
    let (_, pake) = spake2::Spake2::<spake2::Ed25519Group>::start_b(
        &spake2::Password::new(b"a guess"),
        &spake2::Identity::new(b"hulp expert"),
        &spake2::Identity::new(b"hulp novice"),
    );
    let guess = PakeMessage::from_bytes(&pake).unwrap();
    let needed = |pake| message(ToExpert::PasswordNeeded { pake });
    for bytes in [
        message(waiting(60, None)),
        needed(garbage),
        [needed(guess), message(waiting(60, None))].concat(),
        [needed(guess), message(waiting(60, Some([0; 32])))].concat(),
    ] {
        let (mut expert, now) = expert(true);
        let events = told(&mut expert, now, &bytes);
        assert!(
            matches!(events[..], [ExpertEvent::NoviceNotProved]),
            "{events:?}"
        );
        assert!(expert.is_closed());
    }
    let (mut expert, now) = expert(true);
    assert_expert_breach(&mut expert, now, &[needed(guess), needed(guess)].concat());
}

#[test]
fn a_novice_cannot_send_more_pictures_than_are_shown() {
    let (mut expert, now) = expert_in_session();
    let picture = frame(LAST_CHUNK, &[1; 100]);
    let many = told(
        &mut expert,
        now,
        &picture.repeat(MAX_UNACKNOWLEDGED as usize),
    );
    assert_eq!(many.len(), MAX_UNACKNOWLEDGED as usize);
    expert.shown(now);
    assert!(matches!(
        told(&mut expert, now, &picture)[..],
        [ExpertEvent::Screen(_)]
    ));
    assert_expert_breach(&mut expert, now, &picture[..4]);
}

#[test]
fn a_picture_without_end_is_cut_off_at_the_limit() {
    let (mut expert, now) = expert_in_session();
    let chunk = frame(CHUNK, &[1; 16 * 1024]);
    let mut sent = 0;
    while !expert.is_closed() {
        expert.handle_bytes(now, &chunk);
        sent += chunk.len() - 4;
    }
    assert_eq!(
        sent,
        (hulp::screen::MAX_UPDATE_BYTES / CHUNK_BYTES + 1) * CHUNK_BYTES
    );
    for bytes in [vec![CHUNK, 0, 0x40, 1], frame(CHUNK, &[])] {
        let (mut expert, now) = expert_in_session();
        assert_expert_breach(&mut expert, now, &bytes);
    }
}

#[test]
fn pointers_that_cannot_be_are_refused() {
    let pixel_bytes = |width: u8, height: u8, bytes: u8| {
        let head = [5, width, height, 0, 0, bytes];
        frame(MESSAGE, &[&head[..], &vec![0; bytes.into()]].concat())
    };
    let (mut expert, now) = expert_in_session();
    assert!(matches!(
        told(&mut expert, now, &pixel_bytes(2, 3, 24))[..],
        [ExpertEvent::CursorShape(_)]
    ));
    for bytes in [
        pixel_bytes(2, 3, 20),
        pixel_bytes(2, 3, 25),
        pixel_bytes(0, 3, 0),
        // 1000 wide, without a pixel.
        frame(MESSAGE, &[5, 0xe8, 7, 1, 0, 0, 0]),
    ] {
        let (mut expert, now) = expert_in_session();
        assert_expert_breach(&mut expert, now, &bytes);
    }
}

#[test]
fn a_novice_cannot_grant_what_was_not_asked() {
    let why = ControlEnd::StopButton;
    for what in [
        ToExpert::ControlGranted { grant: 1 },
        ToExpert::ControlGranted { grant: 0 },
        ToExpert::ControlEnded { grant: 1, why },
    ] {
        let (mut expert, now) = expert_in_session();
        assert_expert_breach(&mut expert, now, &message(what));
    }
}

#[test]
fn a_novice_cannot_make_an_expert_wait_for_ever() {
    let (mut expert, now) = expert(false);
    let events = told(&mut expert, now, &message(waiting(u16::MAX, None)));
    let [ExpertEvent::Waiting { deadline, .. }] = events[..] else {
        panic!("{events:?}")
    };
    assert!(deadline <= now + Duration::from_secs(600));
}

#[test]
fn a_novices_name_is_shown_in_one_line() {
    let (mut expert, now) = expert(false);
    told(&mut expert, now, &message(waiting(60, None)));
    let events = told(
        &mut expert,
        now,
        &message(accepted("Nora\n\u{202e}of the bank")),
    );
    assert!(
        matches!(&events[..], [ExpertEvent::Started { name, .. }] if name == "Nora of the bank")
    );
}

#[test]
fn an_expert_setup_is_used_for_its_own_connection_only() {
    // The same ticket and password on another TLS connection: another proof, so that none can be passed on.
    let record = record(true);
    let other = ExpertSetup {
        exporter: [9; 32],
        ..expert_setup(&record)
    };
    let mut expert = Expert::new(Instant::now(), other);
    assert_ne!(expert.poll_transmit(), Some(hello(&record)));
}
