//! Words that are not due, in the handshake and in a session.

use hulp::{
    engine::{Command, Refusal},
    input::InputEvent,
    invitation::InvitationState,
    protocol::{ChatText, ToNovice},
    screen::{Framebuffer, Rect},
    session::{End, ExpertEvent},
    store::LogEvent,
};

use super::{
    peer::Peer,
    people::{PATIENCE, Person, key, read},
};

fn input(grant: u32) -> ToNovice {
    ToNovice::Input {
        grant,
        events: vec![InputEvent::PointerMoved { x: 1, y: 1 }, key(0x61, true)],
    }
}

fn told_in_log(novice: &Person, words: &str) {
    novice.close();
    let log = novice.log();
    let told = log.iter().any(|event| match event {
        LogEvent::BadConnection { what, .. } => what.as_str().contains(words),
        _ => false,
    });
    assert!(told, "{words}: {log:#?}");
}

#[test]
fn nothing_of_a_helper_is_heard_before_consent_but_the_handshake() {
    for (name, message) in [
        ("Input", input(1)),
        ("Chat", ToNovice::Chat(ChatText("hello".into()))),
        ("Shown", ToNovice::Shown(1)),
        ("AskControl", ToNovice::AskControl { question: 1 }),
    ] {
        let novice = Person::new();
        let file = novice.invite(None);
        let mut peer = Peer::hello(&file);
        novice.consent();
        peer.say(message);
        let refused = peer.hear(|event| matches!(event, ExpertEvent::Refused(_)));
        assert!(
            matches!(refused, Some(ExpertEvent::Refused(Refusal::Protocol))),
            "{name}: {refused:?}"
        );
        assert!(peer.finds_itself_dropped(), "{name}");
        novice.wait("the question to go", |view| {
            view.novice.consent.is_none().then_some(())
        });
        novice.wait_for_state(read(&file).id, InvitationState::Open);
        assert_eq!(novice.desktop.opened(), Default::default(), "{name}");
        told_in_log(&novice, name);
    }
}

#[test]
fn garbage_instead_of_a_hello_is_sent_away() {
    let novice = Person::new();
    let file = novice.invite(None);
    let mut peer = Peer::hello(&file);
    novice.consent();
    peer.write(&[0xff; 100]);
    assert!(peer.finds_itself_dropped());
    told_in_log(&novice, "unknown kind 255");
}

#[test]
fn a_helper_who_breaks_the_rules_in_a_session_is_out() {
    for (words, messages) in [
        ("acknowledged", vec![ToNovice::Shown(1000)]),
        ("under grant 7", vec![input(7)]),
        (
            "flooded the chat",
            vec![ToNovice::Chat(ChatText("x".repeat(4000))); 2000],
        ),
    ] {
        let novice = Person::new();
        let file = novice.invite(None);
        let mut peer = Peer::hello(&file);
        novice.answer(&novice.consent(), true);
        peer.hear(|event| matches!(event, ExpertEvent::Started { .. }))
            .unwrap();
        for message in messages {
            peer.say(message);
        }
        assert!(peer.finds_itself_dropped(), "{words}");
        let ended = novice.wait("the end", |view| view.novice.ended.clone());
        assert_eq!(ended.end, End::Protocol);
        assert_eq!(novice.desktop.injected(), []);
        novice.wait_for_state(read(&file).id, InvitationState::Used);
        told_in_log(&novice, words);
    }
}

#[test]
fn a_helper_who_reads_nothing_makes_no_pictures_pile_up() {
    let novice = Person::new();
    let file = novice.invite(None);
    let mut peer = Peer::hello(&file);
    novice.answer(&novice.consent(), true);
    peer.hear(|event| matches!(event, ExpertEvent::Screen(_)))
        .unwrap();
    let mut noise = 1_u32;
    let mut draw = |desktop: &hulp::desktop::FakeDesktop| {
        desktop.draw(|screen: &mut Framebuffer| {
            for pixel in screen.pixels_mut() {
                noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                *pixel = noise >> 8;
            }
            hulp::screen::Damage::of(screen.size().rect())
        });
    };
    for _ in 0..10 {
        draw(&novice.desktop);
        peer.say(ToNovice::Ping(7));
    }
    // What is drawn is looked at no more than the two updates in flight allow, however long it takes.
    let looked = |novice: &Person| novice.desktop.opened().grabs;
    assert!(
        novice
            .desktop
            .wait_until(PATIENCE, |_| looked(&novice) >= 2)
    );
    for _ in 0..100 {
        draw(&novice.desktop);
        peer.say(ToNovice::Ping(7));
        novice.desktop.fill(Rect::new(0, 0, 1, 1), 7);
    }
    novice.send(Command::NoviceChat("Are you there?".into()));
    novice.wait("the chat", |view| {
        (!view.novice.session.as_ref()?.chat.is_empty()).then_some(())
    });
    assert!(looked(&novice) <= 4, "{} looks", looked(&novice));
    novice.send(Command::NoviceDisconnect);
    let ended = novice.wait("the end", |view| view.novice.ended.clone());
    assert_eq!(ended.end, End::NoviceLeft);
}

#[test]
fn an_old_invitation_does_not_fill_the_log() {
    let novice = Person::new();
    let (file, _other) = (novice.invite(None), novice.invite(None));
    novice.send(Command::Withdraw(read(&file).id));
    novice.wait_for_state(read(&file).id, InvitationState::Withdrawn);
    for _ in 0..30 {
        let mut peer = Peer::hello(&file);
        let refused = peer.hear(|event| matches!(event, ExpertEvent::Refused(_)));
        assert!(
            matches!(refused, Some(ExpertEvent::Refused(Refusal::Withdrawn))),
            "{refused:?}"
        );
    }
    novice.close();
    let log = novice.log();
    let lines = log
        .iter()
        .filter(|event| matches!(event, LogEvent::HelperRefused { .. }));
    let lines = lines.count();
    assert!((1..=10).contains(&lines), "{lines} lines");
}
