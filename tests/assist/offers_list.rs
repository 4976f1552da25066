//! The list of helpers while somebody is here by it: whoever is not on it any more goes, and whom it lets see only keeps that.

use chrono::{TimeDelta, Utc};
use hulp::{
    engine::{
        Command, ControlEnd, ControlRefusal, ControlView, End, ExpertEnd, HelpersChange,
        HelpersCommand, Timing,
    },
    invitation::{HelperCard, InvitationState, OrganisationSecret},
    net::Identity,
    session::{ExpertEvent, Refusal},
};

use super::{
    offers::{add, allow_offers, card, card_until, key, not_on_list, offer, port, refused, taking},
    peer::Peer,
    people::{self, PATIENCE, Person, take_control},
};

/// A novice and a helper in a session by an offer; the helper has control and holds a key.
fn in_control() -> (Person, Person) {
    let expert = Person::new();
    let novice = taking(&expert, true, Timing::default());
    offer(&expert, &novice);
    novice.answer(&novice.consent(), true);
    novice.session();
    take_control(&novice, &expert);
    expert.input(&[people::key(0xffe1, true)]);
    let holds = |desktop: &hulp::desktop::FakeDesktop| !desktop.held().is_empty();
    assert!(novice.desktop.wait_until(PATIENCE, holds));
    (novice, expert)
}

/// The novice sees why the session ended, and nothing is pressed any more.
fn is_over(novice: &Person) {
    let ended = novice.wait("the end", |view| view.novice.ended.clone());
    assert_eq!(ended.end, End::NotOnList);
    assert!(novice.desktop.wait_until(PATIENCE, |d| d.held().is_empty()));
}

#[test]
fn control_ends_when_the_list_gives_sight_alone_and_the_session_goes_on() {
    let (novice, expert) = in_control();
    add(&novice, &card(&expert, "Jan Bakker").to_text(), false);
    let console = expert.see_console("the end of control", |session| {
        session.control == ControlView::None
    });
    assert_eq!(console.last_control_end, Some(ControlEnd::PolicyForbids));
    assert!(novice.desktop.wait_until(PATIENCE, |d| d.held().is_empty()));
    // For the rest of the session, whatever the list says then.
    add(&novice, &card(&expert, "Jan Bakker").to_text(), true);
    expert.send(Command::TakeControl);
    expert.see_console("the refusal", |session| {
        session.control_refused == Some(ControlRefusal::PolicyForbids)
    });
    assert!(novice.view().novice.session.is_some());
}

#[test]
fn whoever_is_taken_off_the_list_is_sent_away() {
    let (novice, expert) = in_control();
    let remove = HelpersCommand::RemoveHelper(key(&expert));
    novice.send(Command::Helpers(remove));
    assert_eq!(expert.outcome(), ExpertEnd::Ended(End::NotOnList));
    is_over(&novice);
}

#[test]
fn whoever_their_organisation_takes_back_is_sent_away() {
    let expert = Person::new();
    let secret = OrganisationSecret::generate("Helpdesk of Zuid").unwrap();
    let signed = secret.sign_card(card(&expert, "Jan"));
    expert.store().keep_own_card(&signed).unwrap();
    let novice = Person::new();
    add(&novice, &secret.organisation().to_text(), true);
    allow_offers(&novice, true);
    offer(&expert, &novice);
    novice.answer(&novice.consent(), true);
    novice.session();
    expert.console();
    let taken_back = secret.revoke(None, signed.key).unwrap();
    let noted = add(&novice, &taken_back.to_text(), true);
    assert!(
        matches!(noted, HelpersChange::TakenBack { .. }),
        "{noted:?}"
    );
    assert_eq!(expert.outcome(), ExpertEnd::Ended(End::NotOnList));
    is_over(&novice);
}

#[test]
fn a_session_ends_with_the_card_that_it_came_of() {
    let (expert, novice) = (Person::new(), Person::new());
    let until = Utc::now() + TimeDelta::seconds(4);
    add(&novice, &card_until(&expert, "Jan", until).to_text(), true);
    allow_offers(&novice, true);
    offer(&expert, &novice);
    novice.answer(&novice.consent(), true);
    novice.session();
    assert_eq!(expert.outcome(), ExpertEnd::Ended(End::NotOnList));
    is_over(&novice);
}

/// A helper with a key of its own whose offer was taken, and who has not come in yet.
fn invited() -> (Person, Peer, HelperCard) {
    let (novice, peer, of, _) = invited_with_key();
    (novice, peer, of)
}

fn invited_with_key() -> (Person, Peer, HelperCard, Identity) {
    let helper = Identity::generate().unwrap();
    let now = Utc::now();
    let (from, until) = (now - TimeDelta::days(1), now + TimeDelta::days(1));
    let again = Identity::from_pem(&helper.to_pem()).unwrap();
    let of = HelperCard::new("Jan", "", helper.fingerprint(), from, until);
    let of = of.unwrap();
    let novice = Person::new();
    add(&novice, &of.to_text(), true);
    allow_offers(&novice, true);
    let mut peer = Peer::offering(port(&novice), key(&novice), helper).unwrap();
    novice.answer(&novice.consent(), true);
    peer.hears_that_it_may_come();
    (novice, peer, of, again)
}

#[test]
fn a_helper_whose_hulp_broke_off_can_offer_help_again_at_once() {
    let (novice, mut peer, _, helper) = invited_with_key();
    peer.say_honestly();
    peer.hear(|event| matches!(event, ExpertEvent::Started { .. }));
    let id = novice.view().novice.invitations[0].id;
    drop(peer);
    novice.wait("the broken line", |view| {
        let session = view.novice.session.as_ref()?;
        session.reconnecting.map(|_| ())
    });
    let mut peer = Peer::offering(port(&novice), key(&novice), helper).unwrap();
    let consent = novice.consent();
    let ended = novice.wait("the end", |view| view.novice.ended.clone());
    assert!(ended.by_offer && ended.end == End::LineBroke);
    novice.wait_for_state(id, InvitationState::Used);
    novice.answer(&consent, true);
    let started = peer.hear(|event| matches!(event, ExpertEvent::Started { .. }));
    assert!(started.is_some());
}

#[test]
fn a_yes_serves_nobody_who_is_taken_off_the_list_before_it_is_used() {
    let (novice, mut peer, of) = invited();
    novice.send(Command::Helpers(HelpersCommand::RemoveHelper(of.key)));
    novice.wait("the empty list", |view| {
        view.novice.helpers.list.helpers.is_empty().then_some(())
    });
    peer.say_honestly();
    let refused = peer.hear(|event| matches!(event, ExpertEvent::Refused(_)));
    let is_right = matches!(refused, Some(ExpertEvent::Refused(Refusal::NotOnList)));
    assert!(is_right, "{refused:?}");
    novice.close();
    assert_eq!(novice.desktop.opened(), Default::default());
}

#[test]
fn a_yes_gives_no_more_than_the_list_does_when_it_is_used() {
    let (novice, mut peer, of) = invited();
    add(&novice, &of.to_text(), false);
    peer.say_honestly();
    let started = peer.hear(|event| matches!(event, ExpertEvent::Started { .. }));
    let Some(ExpertEvent::Started {
        control_possible, ..
    }) = started
    else {
        panic!("{started:?}");
    };
    assert!(!control_possible);
}

#[test]
fn a_list_that_another_hulp_changes_holds_here_too() {
    let expert = Person::new();
    let novice = Person::new();
    allow_offers(&novice, true);
    novice.wait("the setting", |view| {
        view.settings.allow_offers.then_some(())
    });
    // One that only gives help, and so takes nobody's offers itself.
    let other = novice.start_again(|config| config.duty = hulp::engine::Duty::Helping);
    add(&other, &card(&expert, "Jan").to_text(), false);
    offer(&expert, &novice);
    let consent = novice.consent();
    assert!(!consent.offered.clone().unwrap().may_control);
    novice.answer(&consent, true);
    novice.session();
    expert.console();
    other.send(Command::Helpers(HelpersCommand::RemoveHelper(key(&expert))));
    assert_eq!(expert.outcome(), ExpertEnd::Ended(End::NotOnList));
    expert.send(Command::CloseInvitation);
    // And the other way round; also in a window that was only just opened.
    add(&novice, &card(&expert, "Jan").to_text(), true);
    let just_opened = novice.start_again(|config| config.duty = hulp::engine::Duty::Helping);
    for window in [&other, &just_opened] {
        window.wait("the list", |view| {
            (view.novice.helpers.list.helpers.len() == 1).then_some(())
        });
    }
    let remove = HelpersCommand::RemoveHelper(key(&expert));
    novice.send(Command::Helpers(remove));
    let file = novice.invite(None); // so that the door is open
    offer(&expert, &novice);
    assert_eq!(refused(&expert), not_on_list());
    drop(file);
}
