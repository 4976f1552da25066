//! Contacts over a real Prosody: who is there, calls and their answers, and a server that comes and goes.

#![allow(clippy::unwrap_used)]

#[path = "contact/engines.rs"]
mod engines;
#[path = "assist/people.rs"]
mod people;
mod rig;
#[path = "contact/user.rs"]
mod user;

use hulp::delivery::contact::{
    Answer, AskedFor, Bond, ContactError, Event, LineState, Presence, RINGS_PER_CALLER, RingEnd,
    Trust, Wish,
};
use rig::{
    ports,
    prosody::{ByHand, Prosody},
};
use user::{User, account, address, key};
use zeroize::Zeroizing;

/// What is asked for in these tests: of an invitation only the text matters here, and that nothing of it changes.
fn help() -> AskedFor {
    AskedFor::Help(Zeroizing::new(
        "<?xml version=\"1.0\"?>\n<!-- Zoë's -->\n<hulp-invitation a='1 > 0 &amp; \"é\"'/>\n"
            .to_owned(),
    ))
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_there_is_seen_live() {
    let Some(server) = Prosody::start("contact", &["anna", "ben"], &[("anna", "ben")]) else {
        return;
    };
    let mut anna = User::sign_in(&server, "anna").await;
    anna.sees("ben", Presence::Offline).await;
    let ben = User::sign_in(&server, "ben").await;
    anna.sees("ben", Presence::CanHelp).await;
    ben.sign_out().await;
    anna.sees("ben", Presence::Offline).await;
    // An ordinary client is there, and cannot help.
    let mut by_hand = ByHand::sign_in(&server, "ben", "phone");
    by_hand.say("<presence/>");
    anna.sees("ben", Presence::Online).await;
    let ben = User::sign_in(&server, "ben").await;
    anna.sees("ben", Presence::CanHelp).await;
    ben.sign_out().await;
    anna.sees("ben", Presence::Online).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn people_are_added_with_their_approval_renamed_and_removed() {
    let Some(server) = Prosody::start("contact", &["anna", "ben"], &[]) else {
        return;
    };
    let mut anna = User::sign_in(&server, "anna").await;
    let mut ben = User::sign_in(&server, "ben").await;
    anna.wish(Wish::Add(address("ben"))).await;
    anna.person("ben", "asked", |ben| ben.bond == Bond::Asked)
        .await;
    ben.request("anna").await;
    ben.wish(Wish::LetSee(address("anna"), true)).await;
    anna.person("ben", "both", |ben| ben.bond == Bond::Both)
        .await;
    anna.sees("ben", Presence::CanHelp).await;
    ben.sees("anna", Presence::CanHelp).await;
    assert_eq!(ben.people.requests, []);

    let odd = "Ben\u{202e} \u{7}de Vries".to_owned();
    anna.wish(Wish::Rename(address("ben"), odd)).await;
    anna.person("ben", "the name", |ben| ben.name == "Ben de Vries")
        .await;
    anna.wish(Wish::Remove(address("ben"))).await;
    ben.person("anna", "gone", |anna| anna.bond != Bond::Both)
        .await;
    ben.sees("anna", Presence::Offline).await;
    anna.nobody("ben").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_refused_sees_nothing() {
    let Some(server) = Prosody::start("contact", &["anna", "ben"], &[]) else {
        return;
    };
    let mut anna = User::sign_in(&server, "anna").await;
    let mut ben = User::sign_in(&server, "ben").await;
    anna.wish(Wish::Add(address("ben"))).await;
    ben.request("anna").await;
    assert_eq!(ben.people.people, [], "nobody is on the list by asking");
    ben.wish(Wish::LetSee(address("anna"), false)).await;
    anna.person("ben", "the no", |ben| ben.bond == Bond::NotSeen)
        .await;
    anna.sees("ben", Presence::Offline).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_is_declined_then_accepted() {
    let Some(server) = Prosody::start("contact", &["anna", "ben"], &[("anna", "ben")]) else {
        return;
    };
    let mut anna = User::sign_in(&server, "anna").await;
    let mut ben = User::sign_in(&server, "ben").await;
    anna.sees("ben", Presence::CanHelp).await;
    ben.sees("anna", Presence::CanHelp).await;
    let call = anna.call("ben", help()).await;
    let ring = ben.ring().await;
    assert_eq!((ring.name.as_str(), ring.is_contact), ("anna", true));
    assert!(
        ring.asked_for == help(),
        "the invitation is not what it was"
    );
    ben.wish(Wish::Decline(ring.id)).await;
    assert_eq!(anna.answer(call).await, Answer::Declined);

    let call = anna.call("ben", help()).await;
    let ring = ben.ring().await;
    ben.wish(Wish::Accept(ring.id, None)).await;
    assert_eq!(
        anna.answer(call).await,
        Answer::Accepted(None, Some(key("ben")))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_is_accepted_with_the_invitation() {
    let Some(server) = Prosody::start("contact", &["anna", "ben"], &[("anna", "ben")]) else {
        return;
    };
    let mut anna = User::sign_in(&server, "anna").await;
    let mut ben = User::sign_in(&server, "ben").await;
    anna.sees("ben", Presence::CanHelp).await;
    let call = ben.call("anna", AskedFor::Helping).await;
    let ring = anna.ring().await;
    assert_eq!(ring.asked_for, AskedFor::Helping);
    let AskedFor::Help(paper) = help() else {
        unreachable!()
    };
    anna.wish(Wish::Accept(ring.id, Some(paper.clone()))).await;
    assert!(ben.answer(call).await == Answer::Accepted(Some(paper), Some(key("anna"))));
}

#[tokio::test(flavor = "multi_thread")]
async fn all_devices_ring_until_one_has_answered() {
    let Some(server) = Prosody::start("contact", &["anna", "ben"], &[("anna", "ben")]) else {
        return;
    };
    let mut anna = User::sign_in(&server, "anna").await;
    let mut desk = User::sign_in(&server, "ben").await;
    let mut lap = User::sign_in(&server, "ben").await;
    // An ordinary client that has all the chats for itself keeps none of the others from ringing.
    let mut phone = ByHand::sign_in(&server, "ben", "phone");
    phone.say("<presence><priority>9</priority></presence>");
    phone.hear("phone");
    anna.sees("ben", Presence::CanHelp).await;

    let call = anna.call("ben", help()).await;
    let (at_desk, at_lap) = (desk.ring().await, lap.ring().await);
    assert!(phone.hear("</body>").contains("asks for your help"));
    lap.wish(Wish::Accept(at_lap.id, None)).await;
    assert_eq!(
        anna.answer(call).await,
        Answer::Accepted(None, Some(key("ben")))
    );
    assert_eq!(desk.ring_ended(&at_desk).await, RingEnd::TakenElsewhere);

    let call = anna.call("ben", help()).await;
    let (at_desk, at_lap) = (desk.ring().await, lap.ring().await);
    desk.wish(Wish::Decline(at_desk.id)).await;
    assert_eq!(anna.answer(call).await, Answer::Declined);
    assert_eq!(lap.ring_ended(&at_lap).await, RingEnd::DeclinedElsewhere);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_withdrawn_rings_no_longer_and_never_later() {
    let Some(server) = Prosody::start("contact", &["anna", "ben"], &[("anna", "ben")]) else {
        return;
    };
    let mut anna = User::sign_in(&server, "anna").await;
    let mut ben = User::sign_in(&server, "ben").await;
    anna.sees("ben", Presence::CanHelp).await;
    let call = anna.call("ben", help()).await;
    let ring = ben.ring().await;
    anna.wish(Wish::Withdraw(call)).await;
    assert_eq!(ben.ring_ended(&ring).await, RingEnd::Withdrawn);

    // While Ben is away the server keeps both the call and its end.
    ben.sign_out().await;
    anna.sees("ben", Presence::Offline).await;
    let call = anna.call("ben", help()).await;
    anna.wish(Wish::Withdraw(call)).await;
    let waiting = anna.call("ben", AskedFor::Helping).await;
    let mut ben = User::sign_in(&server, "ben").await;
    let ring = ben.ring().await;
    assert_eq!(
        ring.asked_for,
        AskedFor::Helping,
        "the one that was taken back rang"
    );
    ben.wish(Wish::Decline(ring.id)).await;
    assert_eq!(anna.answer(waiting).await, Answer::Declined);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_contact_that_is_not_there_is_not_reached() {
    let Some(server) = Prosody::start("contact", &["anna"], &[]) else {
        return;
    };
    let mut anna = User::sign_in(&server, "anna").await;
    let call = anna.call("nobody", help()).await;
    let failed = Answer::Failed(ContactError::Undelivered);
    assert_eq!(anna.answer(call).await, failed);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_server_goes_and_comes_and_the_call_goes_on() {
    let Some(mut server) = Prosody::start("contact", &["anna", "ben"], &[("anna", "ben")]) else {
        return;
    };
    let mut anna = User::sign_in(&server, "anna").await;
    let mut ben = User::sign_in(&server, "ben").await;
    anna.sees("ben", Presence::CanHelp).await;
    let call = anna.call("ben", help()).await;
    let ring = ben.ring().await;
    server.kill();
    for user in [&mut anna, &mut ben] {
        user.line("lost", |line| matches!(line, LineState::Lost(..)))
            .await;
    }
    anna.sees("ben", Presence::Offline).await;
    server.go_on();
    for user in [&mut anna, &mut ben] {
        user.line("back", |line| *line == LineState::Online).await;
    }
    anna.sees("ben", Presence::CanHelp).await;
    ben.wish(Wish::Accept(ring.id, None)).await;
    assert_eq!(
        anna.answer(call).await,
        Answer::Accepted(None, Some(key("ben")))
    );
    assert_eq!(ben.events(), [], "the same call rang again");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_is_said_at_once() {
    let Some(server) = Prosody::start("contact", &["anna"], &[]) else {
        return;
    };
    for place in [server.direct(), server.starttls()] {
        let mut wrong = account(&server, "anna");
        wrong.password = Zeroizing::new("geheim e".to_owned());
        wrong.server = Some(place);
        let mut anna = User::start(wrong);
        anna.line("the refusal", |line| {
            *line == LineState::Refused(ContactError::WrongPassword)
        })
        .await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn both_kinds_of_tls_sign_in() {
    let Some(server) = Prosody::start("contact", &["anna"], &[]) else {
        return;
    };
    for place in [server.direct(), server.starttls()] {
        let mut account = account(&server, "anna");
        account.server = Some(place);
        let mut anna = User::start(account);
        anna.line("signed in", |line| *line == LineState::Online)
            .await;
        anna.sign_out().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_that_is_not_trusted_gets_no_password() {
    let Some(server) = Prosody::start("contact", &["anna"], &[]) else {
        return;
    };
    for place in [server.direct(), server.starttls()] {
        let mut account = account(&server, "anna");
        account.trust = Trust::System;
        account.server = Some(place);
        let mut anna = User::start(account);
        let line = anna
            .line("the refusal", |line| matches!(line, LineState::Lost(..)))
            .await;
        assert!(
            matches!(&line, LineState::Lost(ContactError::Untrusted(_), _)),
            "{line:?}"
        );
        anna.sign_out().await;
    }
    assert!(
        !server.log().contains("Authenticated as"),
        "{}",
        server.log()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_do_not_ring_unless_let() {
    let Some(server) = Prosody::start("contact", &["anna", "ben", "eve"], &[("anna", "ben")])
    else {
        return;
    };
    let mut anna = User::sign_in(&server, "anna").await;
    let mut ben = User::sign_in(&server, "ben").await;
    let mut eve = User::sign_in(&server, "eve").await;
    anna.sees("ben", Presence::CanHelp).await;
    ben.sees("anna", Presence::CanHelp).await;
    eve.call("anna", help()).await;
    // Ben's call comes behind it.
    ben.call("anna", help()).await;
    assert_eq!(anna.ring().await.from, address("ben"));
    assert_eq!(anna.events(), [], "a stranger rang");

    anna.wish(Wish::LetStrangersRing(true)).await;
    eve.call("anna", help()).await;
    let ring = anna.ring().await;
    assert_eq!((ring.from, ring.is_contact), (address("eve"), false));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_rings_without_end_is_not_heard_any_more() {
    let Some(server) = Prosody::start("contact", &["anna", "ben"], &[("anna", "ben")]) else {
        return;
    };
    let mut anna = User::sign_in(&server, "anna").await;
    let mut ben = ByHand::sign_in(&server, "ben", "evil");
    ben.say("<presence/>");
    anna.sees("ben", Presence::Online).await;
    for number in 0..200 {
        ben.say(&format!("<message to='anna@localhost' type='chat'><propose xmlns='urn:xmpp:jingle-message:0' id='{number}'><description xmlns='urn:x-hulp:assistance:1'><offer/></description></propose></message>"));
    }
    ben.say("<presence type='unavailable'/>");
    anna.sees("ben", Presence::Offline).await;
    let rings = anna
        .events()
        .iter()
        .filter(|event| matches!(event, Event::Ring(_)));
    assert_eq!(rings.count(), RINGS_PER_CALLER);
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_changes_of_presence_keep_nobody_busy() {
    let Some(server) = Prosody::start(
        "contact",
        &["anna", "ben", "cas"],
        &[("anna", "ben"), ("anna", "cas")],
    ) else {
        return;
    };
    let mut anna = User::sign_in(&server, "anna").await;
    let mut ben = ByHand::sign_in(&server, "ben", "evil");
    ben.say("<presence/>");
    anna.sees("ben", Presence::Online).await;
    let before = anna.times_told;
    for _ in 0..5_000 {
        ben.say("<presence type='unavailable'/><presence/>");
    }
    ben.say("<presence type='unavailable'/>");
    // What is asked meanwhile is done, and the last of it all is what stays.
    anna.wish(Wish::Rename(address("cas"), "Cas".to_owned()))
        .await;
    anna.person("cas", "the name", |cas| cas.name == "Cas")
        .await;
    anna.sees("ben", Presence::Offline).await;
    let told = anna.times_told - before;
    assert!(told < 1_000, "told {told} times");
}

#[tokio::test(flavor = "multi_thread")]
async fn stanzas_that_nobody_asked_for_do_nothing() {
    let Some(server) = Prosody::start(
        "contact",
        &["anna", "ben", "cas", "eve"],
        &[("anna", "ben"), ("anna", "cas")],
    ) else {
        return;
    };
    let mut anna = User::sign_in(&server, "anna").await;
    let mut ben = User::sign_in(&server, "ben").await;
    let mut eve = ByHand::sign_in(&server, "eve", "evil");
    ben.sees("anna", Presence::CanHelp).await;
    anna.sees("ben", Presence::CanHelp).await;
    let call = anna.call("ben", AskedFor::Helping).await;
    let ring = ben.ring().await;
    let mut cas = ByHand::sign_in(&server, "cas", "phone");
    cas.say("<presence/>");
    let seen = cas.hear("from='anna@localhost/Hulp-");
    let device = &seen[seen.rfind("anna@localhost/Hulp-").unwrap()..][..28];
    for stanza in [
        // Answers to a call of somebody else's.
        "<message to='anna@localhost' type='chat'><proceed xmlns='urn:xmpp:jingle-message:0' id='call-1-ben'/></message>",
        "<message to='anna@localhost' type='error' id='call-1-ben'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>",
        "<message to='ben@localhost' type='chat'><retract xmlns='urn:xmpp:jingle-message:0' id='call-1-ben'/></message>",
        // A copy that only one's own server may make.
        "<message to='anna@localhost' type='chat'><received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' from='ben@localhost/x' type='chat'><reject xmlns='urn:xmpp:jingle-message:0' id='call-1-ben'/></message></forwarded></received></message>",
        // Calls that are none.
        "<message to='anna@localhost' type='chat'><propose xmlns='urn:xmpp:jingle-message:0'/></message>",
        "<message to='anna@localhost' type='groupchat'><propose xmlns='urn:xmpp:jingle-message:0' id='x'><description xmlns='urn:x-hulp:assistance:1'><offer/></description></propose></message>",
        // Somebody for the list, put there by somebody else; and a presence of nobody's.
        &format!(
            "<iq to='{device}' type='set' id='p'><query xmlns='jabber:iq:roster'><item jid='eve@localhost' subscription='both'/></query></iq>"
        ),
        "<presence to='anna@localhost'/>",
    ] {
        eve.say(stanza);
    }
    anna.sees("cas", Presence::Online).await;
    let before = anna.people.clone();
    // Somebody who may not see Anna learns nothing of her.
    eve.say(&format!("<iq to='{device}' type='get' id='d'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>"));
    let heard = eve.hear("id='d'");
    let answer = &heard[heard.rfind("<iq").unwrap()..];
    assert!(answer.contains("type='error'"), "{answer}");

    ben.wish(Wish::Decline(ring.id)).await;
    assert_eq!(anna.answer(call).await, Answer::Declined);
    assert_eq!(anna.people, before);
    assert_eq!(anna.events(), []);
    assert_eq!(ben.events(), []);
}
