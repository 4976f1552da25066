//! A talk in virtual time: what no real server does, or only after a long wait.

#![allow(clippy::unwrap_used)]

mod hostile;

use tokio_xmpp::{
    Stanza,
    jid::{FullJid, Jid},
    minidom::Element,
    parsers::{iq::Iq, message::Message, ns, presence::Presence},
};

use super::{
    Address, Answer, AskedFor, CallId, ContactError, Event, MAX_PEOPLE, MAX_REQUESTS, MAX_RINGS,
    Output, RING_SECS, Ring, RingEnd, RingId, Talk, Wish,
};
use crate::invitation::Fingerprint;

fn address(user: &str) -> Address {
    format!("{user}@example.org").parse().unwrap()
}

fn element(xml: &str) -> Element {
    xml.parse().unwrap()
}

/// Anna, signed in; these are on her list.
fn anna(friends: &[&str]) -> Talk {
    let mut talk = Talk::new(&address("anna"), false, Fingerprint([7; 32]), RingId(0));
    talk.online(FullJid::new("anna@example.org/Hulp").unwrap());
    let items: String = friends
        .iter()
        .map(|friend| format!("<item jid='{friend}@example.org' subscription='both'/>"))
        .collect();
    let list = format!("<query xmlns='jabber:iq:roster'>{items}</query>");
    answer_list(&mut talk, &list);
    drain(&mut talk);
    talk
}

fn answer_list(talk: &mut Talk, list: &str) {
    let (said, _) = drain(talk);
    let id = said
        .iter()
        .find_map(|stanza| match stanza {
            Stanza::Iq(Iq::Get { id, payload, .. }) if payload.ns() == ns::ROSTER => Some(id),
            _ => None,
        })
        .unwrap();
    talk.hear(Stanza::Iq(Iq::Result {
        from: None,
        to: None,
        id: id.clone(),
        payload: Some(element(list)),
    }));
}

fn drain(talk: &mut Talk) -> (Vec<Stanza>, Vec<Event>) {
    let (mut said, mut told) = (vec![], vec![]);
    while let Some(output) = talk.poll() {
        match output {
            Output::Say(stanza) => said.push(*stanza),
            Output::Tell(event) => told.push(event),
            Output::GiveUp(error) => panic!("{error}"),
        }
    }
    (said, told)
}

fn told(talk: &mut Talk) -> Vec<Event> {
    drain(talk).1
}

fn message(from: &str, payload: &str) -> Stanza {
    let mut message = Message::chat(None);
    message.from = Some(Jid::new(from).unwrap());
    message.payloads = vec![element(payload)];
    message.into()
}

fn propose(name: &str) -> String {
    format!(
        "<propose xmlns='urn:xmpp:jingle-message:0' id='{name}'>\
         <description xmlns='urn:x-hulp:assistance:1'><offer/></description></propose>"
    )
}

fn only_ring(talk: &mut Talk) -> Ring {
    match &told(talk)[..] {
        [Event::Ring(ring)] => ring.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_call_that_nobody_answers_is_taken_back() {
    let mut talk = anna(&["ben"]);
    talk.wish(Wish::Call {
        id: CallId(1),
        to: address("ben"),
        name: "c".into(),
        asked_for: AskedFor::Helping,
    });
    drain(&mut talk);
    (1..RING_SECS).for_each(|_| talk.second());
    assert_eq!(told(&mut talk), []);
    assert!(talk.counts_time());
    talk.second();
    let (said, told) = drain(&mut talk);
    assert_eq!(told, [Event::Answered(CallId(1), Answer::Nothing)]);
    let Stanza::Message(retract) = &said[0] else {
        panic!("{said:?}");
    };
    assert_eq!(retract.payloads[0].name(), "retract");
    assert!(!talk.counts_time(), "an idle line wakes the computer");
}

#[test]
fn a_ring_that_is_not_answered_ends_and_is_no_answer_any_more() {
    let mut talk = anna(&["ben"]);
    talk.hear(message("ben@example.org/x", &propose("c")));
    let ring = only_ring(&mut talk);
    (0..RING_SECS).for_each(|_| talk.second());
    let missed = Event::RingEnded(ring.id, RingEnd::Missed);
    assert_eq!(told(&mut talk), [missed]);
    talk.wish(Wish::Accept(ring.id, None));
    assert!(drain(&mut talk).0.is_empty(), "a late click answers");
    talk.hear(message("ben@example.org/x", &propose("c")));
    assert_eq!(told(&mut talk), [], "the same call rings again");
}

#[test]
fn no_number_of_a_ring_comes_twice() {
    let before = RingId(7 << 32);
    let mut talk = Talk::new(&address("anna"), true, Fingerprint([7; 32]), before);
    talk.online(FullJid::new("anna@example.org/Hulp").unwrap());
    drain(&mut talk);
    for name in ["one", "other"] {
        let from = format!("{name}@example.org/x");
        talk.hear(message(&from, &propose(name)));
    }
    let ids: Vec<_> = told(&mut talk)
        .into_iter()
        .map(|event| match event {
            Event::Ring(ring) => ring.id,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(ids, [RingId(before.0 + 1), RingId(before.0 + 2)]);
}

#[test]
fn a_contact_rings_once_at_a_time_and_all_of_them_only_so_often() {
    let friends: Vec<String> = (0..=MAX_RINGS).map(|n| format!("f{n}")).collect();
    let names: Vec<&str> = friends.iter().map(String::as_str).collect();
    let mut talk = anna(&names);
    talk.hear(message("f0@example.org/x", &propose("old")));
    let old = only_ring(&mut talk);
    talk.hear(message("f0@example.org/x", &propose("new")));
    let told_now = told(&mut talk);
    let ended = Event::RingEnded(old.id, RingEnd::Withdrawn);
    assert!(
        matches!(&told_now[..], [end, Event::Ring(_)] if *end == ended),
        "{told_now:?}"
    );
    for friend in &friends[1..] {
        let from = format!("{friend}@example.org/x");
        talk.hear(message(&from, &propose("c")));
    }
    let rings = told(&mut talk);
    assert_eq!(rings.len(), MAX_RINGS - 1, "{rings:?}");
}

#[test]
fn a_list_that_never_comes_ends_the_line() {
    let mut talk = Talk::new(&address("anna"), false, Fingerprint([7; 32]), RingId(0));
    talk.online(FullJid::new("anna@example.org/Hulp").unwrap());
    drain(&mut talk);
    (0..30).for_each(|_| talk.second());
    assert!(matches!(
        talk.poll(),
        Some(Output::GiveUp(ContactError::Lost))
    ));
}

#[test]
fn lists_and_requests_have_an_end() {
    let mut talk = Talk::new(&address("anna"), false, Fingerprint([7; 32]), RingId(0));
    talk.online(FullJid::new("anna@example.org/Hulp").unwrap());
    let items: String = (0..MAX_PEOPLE + 7)
        .map(|n| format!("<item jid='f{n}@example.org' subscription='both'/>"))
        .collect();
    let list = format!("<query xmlns='jabber:iq:roster'>{items}</query>");
    answer_list(&mut talk, &list);
    for number in 0..MAX_REQUESTS + 7 {
        let from = Jid::new(&format!("r{number}@example.org")).unwrap();
        talk.hear(Presence::subscribe().with_from(from).into());
    }
    let people = talk.take_people().unwrap();
    assert_eq!((people.people.len(), people.left_out), (MAX_PEOPLE, 7));
    assert_eq!(people.requests.len(), MAX_REQUESTS);
    assert!(talk.take_people().is_none());
}

#[test]
fn only_the_server_changes_the_list() {
    let mut talk = anna(&["ben"]);
    let push = |from: Option<&str>| {
        Stanza::Iq(Iq::Set {
            from: from.map(|from| Jid::new(from).unwrap()),
            to: None,
            id: "p".into(),
            payload: element(
                "<query xmlns='jabber:iq:roster'><item jid='eve@example.org' subscription='both'/></query>",
            ),
        })
    };
    for liar in [
        "eve@example.org/x",
        "ben@example.org",
        "anna@example.org/other",
        "evil.example",
    ] {
        talk.hear(push(Some(liar)));
    }
    let names = |talk: &mut Talk| talk.take_people().map(|people| people.people.len());
    assert!(names(&mut talk).is_none_or(|people| people == 1));
    talk.hear(push(None));
    assert_eq!(names(&mut talk), Some(2));
}

#[test]
fn a_key_that_is_none_is_told_to_nobody() {
    let mut talk = anna(&["ben"]);
    let key = |text: &str| format!("<key xmlns='urn:x-hulp:assistance:1'>{text}</key>");
    let good = "0a".repeat(32);
    for (number, (text, read)) in [
        (good.as_str(), Some(Fingerprint([10; 32]))),
        ("0a", None),
        (&"zz".repeat(32), None),
        (&"é".repeat(32), None),
        ("", None),
    ]
    .into_iter()
    .enumerate()
    {
        let Stanza::Message(mut call) = message("ben@example.org/x", &propose(&number.to_string()))
        else {
            unreachable!()
        };
        call.payloads.push(element(&key(text)));
        talk.hear(call.into());
        let ring = told(&mut talk).into_iter().find_map(|event| match event {
            Event::Ring(ring) => Some(ring),
            _ => None,
        });
        assert_eq!(ring.unwrap().key, read, "{text}");
    }
}
