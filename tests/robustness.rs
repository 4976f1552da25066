//! Whatever bytes come from the other side: no panic, bounded memory, and the same outcome however the line cuts them.
#![allow(clippy::unwrap_used)]

#[path = "fuzz/drive/protocol_frames.rs"]
mod drive;
#[path = "fuzz/drive/log_file.rs"]
mod log_file;
#[path = "session/people.rs"]
mod people;

use std::{
    fs,
    net::{IpAddr, SocketAddr},
    path::Path,
    sync::Arc,
    time::Instant,
};

use hulp::{
    input::{InputEvent, Keysym, PointerButton},
    protocol::{
        ChatText, ControlEnd, ControlRefusal, End, Frame, FrameReader, FrameWriter, Limits,
        MAX_ADDRESSES, Message, PakeMessage, Refusal, Ticket, ToExpert, ToNovice, WireError,
    },
    screen::{CursorShape, Point, ScreenUpdate, Size},
    session::{
        Comeback, Expert, ExpertEvent, Lookup, Novice, NoviceEvent, NoviceSetup, RESUME_TIME,
    },
};
use people::{expert_setup, novice_setup, record, today};
use proptest::{collection::vec, option, prelude::*};

/// All that a reader makes of these slices.
fn read_all<M: Message>(
    limits: Limits,
    slices: &[&[u8]],
) -> (Vec<Frame<M>>, Result<(), WireError>) {
    let mut reader = FrameReader::new(limits);
    let mut frames = vec![];
    let mut fed = 0;
    for slice in slices {
        let mut rest = *slice;
        loop {
            match reader.read(&mut rest) {
                Ok(Some(frame)) => frames.push(frame),
                Ok(None) => break,
                Err(fault) => return (frames, Err(fault)),
            }
        }
        fed += slice.len();
        assert!(rest.is_empty());
        assert!(reader.kept_bytes() <= fed);
    }
    (frames, Ok(()))
}

/// The same bytes in slices of these sizes, again and again.
fn cut<'a>(bytes: &'a [u8], sizes: &[usize]) -> Vec<&'a [u8]> {
    let mut rest = bytes;
    let mut slices = vec![];
    for size in sizes.iter().cycle() {
        if rest.is_empty() {
            break;
        }
        let (slice, more) = rest.split_at((*size).clamp(1, rest.len()));
        slices.push(slice);
        rest = more;
    }
    slices
}

/// What a novice's side makes of these bytes when it has come so far: they may end it, once, and no more.
fn feed_novice(bytes: &[u8]) {
    for stage in 0..5 {
        let now = Instant::now();
        let record = record(stage == 2);
        let lookup = |record| Lookup {
            record: Some(record),
            now_utc: today(),
            busy: false,
            allowed: true,
        };
        let mut novice = Novice::new(now, novice_setup());
        if stage > 0 {
            let hello = Expert::new(now, expert_setup(&record)).poll_transmit();
            novice.handle_bytes(now, &hello.unwrap());
        }
        if stage > 1 {
            novice.looked_up(now, lookup(record.clone()));
        }
        if stage > 2 {
            novice.accept(now);
            novice.send_screen(now, ScreenUpdate(vec![1])).unwrap();
            while novice.poll_transmit().is_some() {}
            novice.handle_bytes(now, &message(ToNovice::AskControl { question: 1 }));
            novice.grant_control(now);
        }
        if stage > 3 {
            novice.handle_closed(now);
            let comeback = comeback(now);
            assert!(novice.come_back(now, &comeback));
        }
        while novice.poll_event().is_some() {}
        novice.handle_bytes(now, bytes);
        novice.looked_up(now, lookup(record));
        novice.handle_bytes(now, bytes);
        novice.handle_closed(now);
        novice.handle_timeout(now + 2 * RESUME_TIME);
        assert!(novice.is_closed());
        assert_eq!(novice.poll_timeout(), None);
        let ends = std::iter::from_fn(|| novice.poll_event()).filter(|event| {
            matches!(
                event,
                NoviceEvent::Ended(_) | NoviceEvent::Refused { .. } | NoviceEvent::Gone { .. }
            )
        });
        assert_eq!(ends.count(), 1);
        let waiting = std::iter::from_fn(|| novice.poll_transmit()).map(|frame| frame.len());
        assert!(waiting.sum::<usize>() < 2 * 1024 * 1024);
    }
}

/// The same for an expert's side.
fn feed_expert(bytes: &[u8]) {
    for stage in 0..5 {
        let now = Instant::now();
        let mut expert = Expert::new(now, expert_setup(&record(stage == 1)));
        if stage > 1 {
            let waiting = ToExpert::Waiting {
                answer_within_secs: 60,
                confirmation: None,
            };
            expert.handle_bytes(now, &message(waiting));
        }
        if stage > 2 {
            let accepted = ToExpert::Accepted {
                name: "Nora".into(),
                control_possible: true,
            };
            expert.handle_bytes(now, &message(accepted));
            expert.ask_control(now);
        }
        if stage > 3 {
            expert.handle_closed(now);
            expert.reconnected(now, [8; 32]);
        }
        while expert.poll_event().is_some() {}
        expert.handle_bytes(now, bytes);
        expert.shown(now);
        expert.handle_bytes(now, bytes);
        expert.handle_closed(now);
        expert.handle_timeout(now + 2 * RESUME_TIME);
        assert!(expert.is_closed());
        let ends = std::iter::from_fn(|| expert.poll_event()).filter(|event| {
            matches!(
                event,
                ExpertEvent::Ended(_)
                    | ExpertEvent::Refused(_)
                    | ExpertEvent::PasswordMissing
                    | ExpertEvent::NoviceNotProved
            )
        });
        assert_eq!(ends.count(), 1);
    }
}

/// How the expert's side of a session without a password comes back over another line.
fn comeback(now: Instant) -> Comeback {
    let mut expert = Expert::new(now, expert_setup(&record(false)));
    for said in [
        ToExpert::Waiting {
            answer_within_secs: 60,
            confirmation: None,
        },
        ToExpert::Accepted {
            name: "Nora".into(),
            control_possible: true,
        },
    ] {
        expert.handle_bytes(now, &message(said));
    }
    while expert.poll_transmit().is_some() {}
    expert.handle_closed(now);
    expert.reconnected(now, [8; 32]);
    let mut door = Novice::new(
        now,
        NoviceSetup {
            exporter: [8; 32],
            ..novice_setup()
        },
    );
    door.handle_bytes(now, &expert.poll_transmit().unwrap());
    match door.poll_event() {
        Some(NoviceEvent::ComesBack(comeback)) => comeback,
        other => panic!("{other:?}"),
    }
}

/// Everything that is done with bytes of the other side's.
fn feed(bytes: &[u8]) {
    drive::run(bytes);
    feed_novice(bytes);
    feed_expert(bytes);
}

fn message<M: Message>(message: M) -> Vec<u8> {
    let mut writer = FrameWriter::default();
    writer.push(message).unwrap();
    writer.next_frame().unwrap()
}

fn any_end() -> impl Strategy<Value = End> {
    prop::sample::select(vec![
        End::NoviceLeft,
        End::ExpertLeft,
        End::NoviceClosed,
        End::ExpertClosed,
        End::Withdrawn,
        End::LineBroke,
        End::ScreenLost,
        End::Protocol,
    ])
}

fn any_event() -> impl Strategy<Value = InputEvent> {
    prop_oneof![
        any::<(i32, i32)>().prop_map(|(x, y)| InputEvent::PointerMoved { x, y }),
        any::<bool>().prop_map(|pressed| InputEvent::Button {
            button: PointerButton::Forward,
            pressed
        }),
        any::<(i16, i16)>().prop_map(|(right, down)| InputEvent::Wheel { right, down }),
        any::<(u32, bool)>().prop_map(|(keysym, pressed)| InputEvent::Key {
            keysym: Keysym(keysym),
            pressed
        }),
        ".{0,200}".prop_map(InputEvent::Text),
    ]
}

fn any_chat() -> impl Strategy<Value = ChatText> {
    ".{1,800}".prop_map(ChatText)
}

fn any_pake() -> impl Strategy<Value = PakeMessage> {
    any::<(u8, [u8; 32])>().prop_map(|(side, element)| {
        PakeMessage::from_bytes(&[&[side][..], &element].concat()).unwrap()
    })
}

fn any_to_novice() -> impl Strategy<Value = ToNovice> {
    prop_oneof![
        (
            any::<(u16, u16)>(),
            ".{0,30}",
            any::<([u8; 16], [u8; 32])>()
        )
            .prop_map(
                |(version, name, (invitation, ticket_proof))| ToNovice::Hello {
                    version,
                    name,
                    invitation,
                    ticket_proof
                }
            ),
        (any_pake(), any::<[u8; 32]>())
            .prop_map(|(pake, confirmation)| ToNovice::PasswordProof { pake, confirmation }),
        any::<u32>().prop_map(ToNovice::Shown),
        any_chat().prop_map(ToNovice::Chat),
        (0_u32..4).prop_map(|question| ToNovice::AskControl { question }),
        (0_u32..4).prop_map(|question| ToNovice::ReleaseControl { question }),
        (0_u32..4, vec(any_event(), 1..256))
            .prop_map(|(grant, events)| ToNovice::Input { grant, events }),
        any::<u32>().prop_map(ToNovice::Ping),
        any::<u32>().prop_map(ToNovice::Pong),
        any_end().prop_map(ToNovice::Bye),
        (any::<([u8; 16], [u8; 32])>(), 0_u64..4).prop_map(|((session, proof), received)| {
            ToNovice::Resume {
                session,
                proof,
                received,
            }
        }),
        (0_u64..4).prop_map(ToNovice::Got),
        (any::<(u16, u16)>(), ".{0,30}", option::of(".{0,200}")).prop_map(
            |(version, name, card)| ToNovice::Offer {
                version,
                name,
                card
            }
        ),
    ]
}

fn any_shape() -> impl Strategy<Value = Arc<CursorShape>> {
    (1_u32..40, 1_u32..40, any::<(i32, i32, u32)>()).prop_map(|(width, height, (x, y, colour))| {
        let size = Size::new(width, height);
        let pixels = (0..width * height).map(|i| i ^ colour).collect();
        Arc::new(CursorShape::new(size, Point::new(x, y), pixels).unwrap())
    })
}

fn any_to_expert() -> impl Strategy<Value = ToExpert> {
    prop_oneof![
        any_pake().prop_map(|pake| ToExpert::PasswordNeeded { pake }),
        any::<(u16, Option<[u8; 32]>)>().prop_map(|(answer_within_secs, confirmation)| {
            ToExpert::Waiting {
                answer_within_secs,
                confirmation,
            }
        }),
        prop::sample::select(vec![
            Refusal::Unknown,
            Refusal::Expired(today()),
            Refusal::WrongPassword { attempts_left: 3 },
            Refusal::NotOnList,
            Refusal::TooSoon { wait_secs: 30 },
            Refusal::Version {
                novice: 1,
                expert: 900
            },
        ])
        .prop_map(ToExpert::Refused),
        (".{0,30}", any::<bool>()).prop_map(|(name, control_possible)| ToExpert::Accepted {
            name,
            control_possible
        }),
        any_chat().prop_map(ToExpert::Chat),
        any_shape().prop_map(ToExpert::CursorShape),
        any::<(i32, i32)>().prop_map(|(x, y)| ToExpert::CursorAt(Point::new(x, y))),
        (0_u32..4).prop_map(|grant| ToExpert::ControlGranted { grant }),
        (0_u32..4).prop_map(|question| ToExpert::ControlRefused {
            question,
            why: ControlRefusal::NoAnswer
        }),
        (0_u32..4).prop_map(|grant| ToExpert::ControlEnded {
            grant,
            why: ControlEnd::CtrlC
        }),
        any::<bool>().prop_map(ToExpert::HeldBack),
        any::<bool>().prop_map(|own_window| ToExpert::InputLeftOut { own_window }),
        any::<bool>().prop_map(ToExpert::Paused),
        any::<u32>().prop_map(ToExpert::Ping),
        any::<u32>().prop_map(ToExpert::Pong),
        any_end().prop_map(ToExpert::Bye),
        (any::<[u8; 32]>(), 0_u64..4)
            .prop_map(|(proof, received)| ToExpert::Resumed { proof, received }),
        (0_u64..4).prop_map(ToExpert::Got),
        // Which interface leads to an address is another computer's affair, and does not travel.
        vec(
            any::<(IpAddr, u16)>().prop_map(SocketAddr::from),
            0..MAX_ADDRESSES
        )
        .prop_map(ToExpert::Addresses),
        any::<([u8; 16], [u8; 32])>().prop_map(|(invitation, ticket)| ToExpert::Invited {
            invitation,
            ticket: Ticket(ticket)
        }),
    ]
}

/// A lawful stream of frames to the expert, a picture now and then.
fn stream(messages: Vec<ToExpert>, picture: usize) -> Vec<u8> {
    let mut bytes = vec![];
    let mut writer = FrameWriter::default();
    for (number, message) in messages.into_iter().enumerate() {
        let _ = writer.push_update(ScreenUpdate(vec![number as u8; picture]));
        writer.push(message).unwrap();
        for _ in 0..2 {
            bytes.extend(writer.next_frame().unwrap_or_default());
        }
    }
    bytes
}

/// Bytes with some of them changed, taken out or put in.
fn damaged(mut bytes: Vec<u8>, faults: &[(usize, u8, u8)]) -> Vec<u8> {
    for (place, kind, value) in faults {
        let place = place % (bytes.len() + 1);
        match kind % 3 {
            0 if place < bytes.len() => bytes[place] = *value,
            1 if place < bytes.len() => {
                bytes.remove(place);
            }
            _ => bytes.insert(place, *value),
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn arbitrary_bytes_do_no_harm(bytes in vec(any::<u8>(), 0..600)) {
        feed(&bytes);
    }

    /// Bytes that get past the header more often.
    #[test]
    fn arbitrary_frames_do_no_harm(
        frames in vec((1_u8..4, vec(any::<u8>(), 0..80)), 0..12),
    ) {
        let bytes: Vec<u8> = frames
            .iter()
            .flat_map(|(kind, body)| [&[*kind, 0, 0, body.len() as u8], &body[..]].concat())
            .collect();
        feed(&bytes);
    }

    #[test]
    fn lawful_messages_at_any_moment_do_no_harm(
        to_novice in vec(any_to_novice(), 0..12),
        to_expert in vec(any_to_expert(), 0..12),
    ) {
        feed_novice(&to_novice.into_iter().flat_map(message).collect::<Vec<u8>>());
        feed_expert(&to_expert.into_iter().flat_map(message).collect::<Vec<u8>>());
    }

    #[test]
    fn damaged_streams_do_no_harm(
        to_novice in vec(any_to_novice(), 1..6),
        to_expert in vec(any_to_expert(), 1..6),
        picture in 0_usize..40_000,
        faults in vec(any::<(usize, u8, u8)>(), 1..6),
    ) {
        let to_novice: Vec<u8> = to_novice.into_iter().flat_map(message).collect();
        feed_novice(&damaged(to_novice, &faults));
        feed_expert(&damaged(stream(to_expert, picture), &faults));
    }

    #[test]
    fn what_is_written_is_read(one in any_to_novice(), other in any_to_expert()) {
        let bytes = message(one.clone());
        let read = read_all(Limits::TO_NOVICE, &[&bytes]);
        prop_assert_eq!(read, (vec![Frame::Message(one)], Ok(())));
        let bytes = message(other.clone());
        let read = read_all(Limits::TO_EXPERT, &[&bytes]);
        prop_assert_eq!(read, (vec![Frame::Message(other)], Ok(())));
    }

    #[test]
    fn how_the_line_cuts_the_bytes_changes_nothing(
        messages in vec(any_to_expert(), 1..8),
        picture in 0_usize..60_000,
        faults in vec(any::<(usize, u8, u8)>(), 0..2),
        sizes in vec(1_usize..5_000, 1..6),
    ) {
        let bytes = damaged(stream(messages, picture), &faults);
        let whole = read_all::<ToExpert>(Limits::TO_EXPERT, &[&bytes]);
        prop_assert_eq!(read_all(Limits::TO_EXPERT, &cut(&bytes, &sizes)), whole);
    }

    #[test]
    fn pictures_come_out_as_they_went_in_between_messages(
        messages in vec(any_chat(), 1..40),
        picture in vec(any::<u8>(), 0..100_000),
    ) {
        let mut writer = FrameWriter::default();
        prop_assert!(writer.push_update(ScreenUpdate(picture.clone())).is_none());
        let mut bytes = vec![];
        for text in &messages {
            writer.push(ToExpert::Chat(text.clone())).unwrap();
            bytes.extend(writer.next_frame().unwrap());
            bytes.extend(writer.next_frame().unwrap_or_default());
        }
        while let Some(frame) = writer.next_frame() {
            bytes.extend(frame);
        }
        let (frames, verdict) = read_all::<ToExpert>(Limits::TO_EXPERT, &[&bytes]);
        prop_assert_eq!(verdict, Ok(()));
        prop_assert_eq!(writer.updates_written(), 1);
        let pictures = frames.iter().filter(|f| **f == Frame::Screen(ScreenUpdate(picture.clone())));
        prop_assert_eq!(pictures.count(), 1);
        prop_assert_eq!(frames.len(), messages.len() + 1);
    }
}

/// A message's length is known from its header; a stranger cannot make us keep more than a few KiB.
#[test]
fn before_consent_at_most_four_kib_are_kept() {
    for length in [0_u32, 100, 4096, 4097, 300_000, 0xff_ffff] {
        let [_, a, b, c] = length.to_be_bytes();
        let mut reader = FrameReader::<ToNovice>::new(Limits::HANDSHAKE);
        let header = reader.read(&mut &[1, a, b, c][..]);
        let flood = vec![0x80; 100_000];
        let body = reader.read(&mut &flood[..length.saturating_sub(1).min(99_999) as usize]);
        assert!(reader.kept_bytes() <= 4096);
        assert_eq!(
            header.is_err() || body.is_err(),
            length == 0 || length > 4096
        );
    }
}

/// A number that a row may claim, near those where counting ends.
fn any_number() -> impl Strategy<Value = u64> {
    prop_oneof![
        0..20_u64,
        (0..4_u64).prop_map(|below| u64::MAX - below),
        (0..4_u64).prop_map(|around| i64::MAX as u64 - 1 + around),
        any::<u64>()
    ]
}

/// An exported log with these numbers, and hashes of as little sense.
fn exported(numbers: &[(u64, u8)], last: u64, is_selection: bool) -> String {
    let hash = |byte: u8| format!("{byte:02x}").repeat(32);
    let mut file = format!(
        "{{\"hulp_log\":1,\"lines\":{},\"last_number\":{last},\"last_hash\":\"{}\",\"is_selection\":{is_selection}}}\n",
        numbers.len(),
        hash(0),
    );
    for (number, byte) in numbers {
        let row = format!(
            "{{\"number\":{number},\"at\":\"2026-11-26T09:00:00Z\",\"event\":null,\"written\":\"x\",\"hash_before\":\"{}\",\"hash\":\"{}\"}}\n",
            hash(byte.wrapping_sub(1)),
            hash(*byte),
        );
        file += &row;
    }
    file
}

proptest! {
    #[test]
    fn an_exported_log_with_any_numbers_does_no_harm(
        numbers in vec((any_number(), 0..4_u8), 0..40),
        last in any_number(),
        is_selection in any::<bool>(),
        faults in vec((any::<usize>(), any::<u8>(), any::<u8>()), 0..3),
    ) {
        let file = exported(&numbers, last, is_selection);
        log_file::run(file.as_bytes());
        log_file::run(&damaged(file.into_bytes(), &faults));
    }
}

#[test]
fn a_row_of_a_number_beyond_all_is_no_line() {
    for number in [u64::MAX, i64::MAX as u64 + 1] {
        let file = exported(&[(number, 1), (1, 2)], 1, false);
        let verdict = hulp::store::verify_log_file(file.as_bytes()).unwrap();
        let no_line = hulp::store::LogFault::NoLine { row: 2 };
        assert!(verdict.faults.contains(&no_line), "{verdict:?}");
    }
}

/// Whatever once went wrong, or was thought of as a danger, stays here.
#[test]
fn old_troubles_do_no_harm() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/regressions/protocol");
    let mut replayed = 0;
    for file in fs::read_dir(folder).unwrap() {
        feed(&fs::read(file.unwrap().path()).unwrap());
        replayed += 1;
    }
    assert!(replayed > 0);
}
