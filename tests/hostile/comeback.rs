//! Those who would take over, or disturb, a session whose line broke or may break.

use std::time::Instant;

use hulp::{
    engine::Refusal,
    protocol::{ToExpert, ToNovice},
    screen::Rect,
    session::ExpertEvent,
    store::LogEvent,
};

use super::{
    peer::Peer,
    people::{PATIENCE, Person, read},
};

fn forged(session: [u8; 16], proof: [u8; 32]) -> ToNovice {
    ToNovice::Resume {
        session,
        proof,
        received: 0,
    }
}

fn is_told_that_it_is_over(peer: &mut Peer) -> bool {
    let refused = peer.hear(|event| matches!(event, ExpertEvent::Refused(_)));
    matches!(refused, Some(ExpertEvent::Refused(Refusal::SessionOver)))
}

/// A helper who is in a session, and has said all that an honest one says.
fn helper(novice: &Person, file: &std::path::Path) -> Peer {
    let mut helper = Peer::hello(file);
    novice.answer(&novice.consent(), true);
    helper
        .hear(|event| matches!(event, ExpertEvent::Screen(_)))
        .unwrap();
    helper
}

#[test]
fn who_holds_the_ticket_but_not_the_secret_brings_nothing_back() {
    let (novice, expert) = (Person::new(), Person::new());
    let file = novice.invite(Some("correct horse"));
    expert.connect(&file, Some("correct horse"));
    novice.answer(&novice.consent(), true);
    expert.sees(&novice.desktop.screen());
    let id = read(&file).id;
    let attempts = || {
        novice
            .store()
            .invitation(id)
            .unwrap()
            .unwrap()
            .attempts_left
    };
    let before = attempts();
    for number in 0..20 {
        let mut stranger = Peer::silent(&file);
        stranger.say(forged([number; 16], [number; 32]));
        assert!(is_told_that_it_is_over(&mut stranger), "{number}");
    }
    assert_eq!(attempts(), before, "it is no guess");
    let rect = Rect::new(1, 2, 30, 40);
    novice.desktop.fill(rect, 0x00ff_00ff);
    expert.sees(&novice.desktop.screen());
    novice.close();
    let log = novice.log();
    let told = log.iter().filter(|event| match event {
        LogEvent::BadConnection { what, .. } => what.as_str().contains("no session"),
        _ => false,
    });
    assert_eq!(told.count(), 1, "{log:#?}");
    assert!(!log.iter().any(|event| matches!(event, LogEvent::LineBroke)));
}

#[test]
fn a_proof_that_was_overheard_is_worth_nothing_on_another_line() {
    let novice = Person::new();
    let file = novice.invite(None);
    let mut helper = helper(&novice, &file);
    helper.rules.handle_closed(Instant::now());
    let first = helper.dial_again(&file);
    helper.rules.reconnected(Instant::now(), first);
    let said = helper.rules.poll_transmit().unwrap();
    // The same words, on a later line of the very same computer.
    helper.rules.handle_closed(Instant::now());
    helper.dial_again(&file);
    helper.write(&said);
    assert_eq!(
        helper.first_word(),
        Some(ToExpert::Refused(Refusal::SessionOver))
    );
    let third = helper.dial_again(&file);
    helper.rules.reconnected(Instant::now(), third);
    helper.say_honestly();
    let resumed = helper.hear(|event| matches!(event, ExpertEvent::Resumed));
    assert!(resumed.is_some());
    novice.wait("the line", |view| {
        let session = view.novice.session.as_ref()?;
        session.reconnecting.is_none().then_some(())
    });
}

#[test]
fn a_session_that_was_ended_stays_ended() {
    let novice = Person::new();
    let (file, _other) = (novice.invite(None), novice.invite(None));
    let mut helper = helper(&novice, &file);
    helper.rules.handle_closed(Instant::now());
    let exporter = helper.dial_again(&file);
    novice.send(hulp::engine::Command::NoviceDisconnect);
    novice.wait("the end", |view| view.novice.ended.clone());
    helper.rules.reconnected(Instant::now(), exporter);
    helper.say_honestly();
    assert!(is_told_that_it_is_over(&mut helper));
    assert!(novice.desktop.wait_until(PATIENCE, |desktop| desktop.edge()
        == hulp::desktop::Edge::Off));
}

#[test]
fn a_helper_who_says_more_than_came_is_out() {
    let novice = Person::new();
    let file = novice.invite(None);
    let mut helper = helper(&novice, &file);
    helper.say(ToNovice::Got(1000));
    assert!(helper.finds_itself_dropped());
    let ended = novice.wait("the end", |view| view.novice.ended.clone());
    assert_eq!(ended.end, hulp::engine::End::Protocol);
}
