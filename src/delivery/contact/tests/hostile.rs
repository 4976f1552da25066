//! Whatever comes over the line, from whomever: no panic, no more rings than there may be, and what is written is read.

use proptest::{collection::vec, prelude::*, sample::select};
use tokio_xmpp::{
    Stanza,
    jid::Jid,
    minidom::{Element, rxml::xml_ncname},
    parsers::{iq::Iq, message::Message, ns, presence},
};
use zeroize::Zeroizing;

use super::{
    super::{
        NAMESPACE,
        call::{CallMessage, Step},
    },
    AskedFor, Event, MAX_RINGS, Output, anna,
};
use crate::invitation::Fingerprint;

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9a-f]{64}",
        "[ -~\u{e9}]{0,200}",
        Just("x".repeat(70_000))
    ]
}

/// What may stand in a call or beside it, or nearly.
fn any_child() -> impl Strategy<Value = Element> {
    let names = vec!["offer", "invitation", "key", "else"];
    let namespaces = vec![NAMESPACE, ns::JINGLE_MESSAGE];
    (select(names), select(namespaces), any_text())
        .prop_map(|(name, namespace, text)| Element::builder(name, namespace).append(text).build())
}

/// An element of a call, or nearly one.
fn any_payload() -> impl Strategy<Value = Element> {
    let steps = vec![
        "propose", "retract", "accept", "proceed", "reject", "ringing",
    ];
    let ids = vec!["one", "other", ""];
    let call = (select(steps), select(ids), vec(any_child(), 0..3));
    let call = call.prop_map(|(step, id, children)| {
        let description = Element::builder("description", NAMESPACE).append_all(children);
        Element::builder(step, ns::JINGLE_MESSAGE)
            .attr(xml_ncname!("id").to_owned(), id)
            .append(description.build())
            .build()
    });
    prop_oneof![3 => call, 1 => any_child()]
}

fn any_stanza() -> impl Strategy<Value = Stanza> {
    let whom = vec![
        "ben@example.org/x",
        "ben@example.org",
        "eve@evil.example/y",
        "anna@example.org/other",
        "example.org",
    ];
    let whom = select(whom).prop_map(|from| Jid::new(from).unwrap());
    let payloads = vec(any_payload(), 0..4);
    let presences = vec![
        presence::Type::None,
        presence::Type::Unavailable,
        presence::Type::Subscribe,
        presence::Type::Unsubscribed,
        presence::Type::Error,
    ];
    prop_oneof![
        4 => (whom.clone(), payloads).prop_map(|(from, payloads)| {
            let mut message = Message::chat(None);
            message.from = Some(from);
            message.payloads = payloads;
            message.into()
        }),
        1 => (whom.clone(), select(presences)).prop_map(|(from, kind)| {
            presence::Presence::new(kind).with_from(from).into()
        }),
        1 => (whom, "[a-z0-9]{1,4}", any_payload(), any::<bool>()).prop_map(|(from, id, payload, asks)| {
            let (from, to) = (Some(from), None);
            match asks {
                true => Stanza::Iq(Iq::Get { from, to, id, payload }),
                false => Stanza::Iq(Iq::Result { from, to, id, payload: Some(payload) }),
            }
        }),
    ]
}

fn any_step() -> impl Strategy<Value = Step> {
    (0..7, "[ -~\u{e9}]{1,300}").prop_map(|(step, paper)| {
        let paper = Zeroizing::new(paper);
        match step {
            0 => Step::Propose(AskedFor::Help(paper)),
            1 => Step::Propose(AskedFor::Helping),
            2 => Step::Retract,
            3 => Step::TakenElsewhere,
            4 => Step::Proceed(None),
            5 => Step::Proceed(Some(paper)),
            _ => Step::Reject,
        }
    })
}

proptest! {
    #[test]
    fn any_stanzas_do_no_harm(stanzas in vec(any_stanza(), 0..40)) {
        let mut talk = anna(&["ben"]);
        let mut ringing = 0_usize;
        for stanza in stanzas {
            talk.hear(stanza);
            while let Some(output) = talk.poll() {
                match output {
                    Output::Tell(Event::Ring(_)) => ringing += 1,
                    Output::Tell(Event::RingEnded(..)) => ringing -= 1,
                    _ => {}
                }
            }
            prop_assert!(ringing <= MAX_RINGS);
        }
        talk.take_people();
    }

    #[test]
    fn what_is_said_of_a_call_is_read(
        name in "[ -~]{1,128}",
        what in any_step(),
        key in proptest::option::of(any::<[u8; 32]>()),
    ) {
        let message = CallMessage { name, what, key: key.map(Fingerprint) };
        let sent = message.to_message(Jid::new("ben@example.org").unwrap(), None);
        prop_assert_eq!(CallMessage::read(&sent.payloads), Some(message));
    }
}
