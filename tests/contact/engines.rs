//! Two whole Hulps whose users are contacts: from the click on a name to a session, and all that can come between.

use std::time::Duration;

use hulp::{
    delivery::contact::Trust,
    engine::{
        CallState, Command, ContactCommand, ContactError, ContactLine, ContactSettings,
        ExpectedKey, InviteHow, InviteRequest, InviteView, Presence, RingView, RingWants,
    },
    invitation::{InvitationId, InvitationState, SentHow},
    store::{ContactDid, LogEvent},
};

use crate::{
    people::{Person, secret},
    rig::prosody::{PASSWORD, Prosody},
    user::address,
};

/// Somebody who trusts this server.
fn somebody(server: &Prosody) -> Person {
    Person::settled_as(|config| {
        config.timing.farewell = Duration::ZERO; // nobody comes late
        config.contact_trust = Trust::Only(server.authority());
    })
}

/// Somebody who is signed in.
fn person(server: &Prosody, user: &str) -> Person {
    let person = somebody(server);
    set_up(&person, server, user);
    sign_in(&person, PASSWORD);
    line(&person, &ContactLine::Online);
    person
}

fn set_up(person: &Person, server: &Prosody, user: &str) {
    let mut settings = person.view().settings.clone();
    settings.contacts = ContactSettings {
        address: address(user).to_string(),
        server: server.direct(),
        strangers_may_ring: false,
    };
    settings.name = user.to_owned();
    person.send(Command::save_settings(&person.view().settings, settings));
}

fn sign_in(person: &Person, password: &str) {
    let password = Some(secret(password));
    person.send(Command::Contacts(ContactCommand::SignIn { password }));
}

fn line(person: &Person, line: &ContactLine) {
    person.wait(&format!("{line:?}"), |view| {
        (view.contacts.line == *line).then_some(())
    });
}

fn sees(person: &Person, user: &str, presence: Presence) {
    person.wait(&format!("{user} {presence:?}"), |view| {
        let mut people = view.contacts.people.people.iter();
        let found = people.find(|person| person.address == address(user))?;
        (found.presence == presence).then_some(())
    });
}

/// Asks a contact for help, and returns the invitation's name.
fn ask(novice: &Person, user: &str) -> InvitationId {
    novice.ask(InviteRequest {
        name: "Zoë".into(),
        message: "De printer zwijgt.".into(),
        lifetime: Duration::from_secs(3600),
        password: None,
        how: InviteHow::Contact(address(user)),
    });
    novice.wait("an invitation", |view| match &view.novice.invite {
        InviteView::Called { id, .. } => Some(*id),
        InviteView::Failed(fault) => panic!("{fault:?}"),
        _ => None,
    })
}

fn ring(person: &Person) -> RingView {
    person.wait("a ring", |view| view.contacts.rings.first().cloned())
}

fn wait_until_quiet(person: &Person) {
    person.wait("silence", |view| {
        view.contacts.rings.is_empty().then_some(())
    });
}

fn answer(person: &Person, ring: &RingView, accept: bool) {
    let ring = ring.id;
    person.send(Command::Contacts(ContactCommand::Answer { ring, accept }));
}

fn call(person: &Person, state: &CallState) {
    person.wait(&format!("{state:?}"), |view| {
        (view.contacts.call.as_ref()?.state == *state).then_some(())
    });
}

fn did(person: &Person) -> Vec<ContactDid> {
    let log = person.log().into_iter().filter_map(|event| match event {
        LogEvent::Contact { did, .. } => Some(did),
        _ => None,
    });
    log.collect()
}

#[test]
fn a_contact_declines_then_accepts_and_the_session_opens() {
    let Some(server) = Prosody::start("contact", &["anna", "ben"], &[("anna", "ben")]) else {
        return;
    };
    let (novice, expert) = (person(&server, "anna"), person(&server, "ben"));
    sees(&novice, "ben", Presence::CanHelp);
    sees(&expert, "anna", Presence::CanHelp);
    let id = ask(&novice, "ben");
    call(&novice, &CallState::Ringing);
    let rings = ring(&expert);
    assert_eq!(rings.address, address("anna"));
    assert_eq!(rings.wants, RingWants::Help("De printer zwijgt.".into()));
    answer(&expert, &rings, false);
    call(&novice, &CallState::Declined);
    wait_until_quiet(&expert);

    // Resend, with the same invitation.
    novice.send(Command::AskAgain {
        id,
        to: address("ben"),
    });
    answer(&expert, &ring(&expert), true);
    call(&novice, &CallState::Accepted);
    let consent = novice.consent();
    let address = address("ben").to_string();
    assert_eq!(consent.sent.last(), Some(&SentHow::Contact { address }));
    expected(&novice, ExpectedKey::Same);
    novice.answer(&consent, true);
    novice.session();
    expert.sees(&novice.desktop.screen());
    novice.wait_for_state(id, InvitationState::InUse);
    assert_eq!(
        did(&novice),
        [
            ContactDid::SignedIn,
            ContactDid::WasAsked,
            ContactDid::Declined,
            ContactDid::WasAsked,
            ContactDid::Accepted
        ]
    );
    assert_eq!(
        did(&expert),
        [
            ContactDid::SignedIn,
            ContactDid::AskedForHelp,
            ContactDid::WasDeclined,
            ContactDid::AskedForHelp,
            ContactDid::WasAccepted
        ]
    );
}

#[test]
fn an_expert_offers_help_and_the_novice_is_asked_twice() {
    let Some(server) = Prosody::start("contact", &["anna", "ben"], &[("anna", "ben")]) else {
        return;
    };
    let (novice, expert) = (person(&server, "anna"), person(&server, "ben"));
    sees(&expert, "anna", Presence::CanHelp);
    let offer = || {
        let to = address("anna");
        expert.send(Command::Contacts(ContactCommand::OfferHelp(to)));
    };
    offer();
    let rings = ring(&novice);
    assert_eq!(rings.wants, RingWants::Helping);
    answer(&novice, &rings, false);
    call(&expert, &CallState::Declined);
    assert!(novice.view().novice.invitations.is_empty());

    offer();
    call(&expert, &CallState::Ringing);
    let rings = ring(&novice);
    for accept in [true, true, false] {
        answer(&novice, &rings, accept); // the first click counts
    }
    let consent = novice.consent();
    expected(&novice, ExpectedKey::Same);
    novice.answer(&consent, true);
    novice.session();
    expert.sees(&novice.desktop.screen());
    assert_eq!(novice.view().novice.invitations.len(), 1);
}

#[test]
fn nobody_is_asked_about_an_offer_where_the_policy_lets_nobody_offer() {
    let Some(server) = Prosody::start("contact", &["anna", "ben"], &[("anna", "ben")]) else {
        return;
    };
    let (novice, expert) = (person(&server, "anna"), person(&server, "ben"));
    sees(&expert, "anna", Presence::CanHelp);
    let offer = || {
        let to = address("anna");
        expert.send(Command::Contacts(ContactCommand::OfferHelp(to)));
    };
    // Also not any more, should it be the policy that comes second.
    offer();
    ring(&novice);
    novice.set_policy(Some("offers = false"));
    call(&expert, &CallState::Declined);
    novice.wait("no call", |view| {
        view.contacts.rings.is_empty().then_some(())
    });
    offer();
    call(&expert, &CallState::Ringing);
    call(&expert, &CallState::Declined);
    novice.close();
    let forbidden = |event: &LogEvent| matches!(event, LogEvent::Contact { did, .. } if *did == ContactDid::WasForbidden);
    let log = novice.log();
    assert_eq!(log.iter().filter(|event| forbidden(event)).count(), 2);
}

#[test]
fn an_offer_is_taken_back_when_the_expert_begins_to_help_another() {
    let Some(server) = Prosody::start("contact", &["anna", "ben"], &[("anna", "ben")]) else {
        return;
    };
    let (novice, expert) = (person(&server, "anna"), person(&server, "ben"));
    sees(&expert, "anna", Presence::CanHelp);
    let offer = ContactCommand::OfferHelp(address("anna"));
    expert.send(Command::Contacts(offer));
    ring(&novice);
    let other = Person::new();
    expert.connect(&other.invite(None), None);
    other.answer(&other.consent(), true);
    other.session();
    call(&expert, &CallState::TakenBack);
    wait_until_quiet(&novice);
    expert.sees(&other.desktop.screen());
}

#[test]
fn another_computer_than_the_one_that_accepted_is_told_apart() {
    let Some(server) = Prosody::start("contact", &["anna", "ben"], &[("anna", "ben")]) else {
        return;
    };
    let (novice, expert) = (person(&server, "anna"), person(&server, "ben"));
    sees(&novice, "ben", Presence::CanHelp);
    let id = ask(&novice, "ben");
    answer(&expert, &ring(&expert), true);
    novice.answer(&novice.consent(), false);
    novice.wait_for_state(id, InvitationState::Open);
    let path = novice.file("stolen.hulp");
    novice.send(Command::SaveAgain {
        id,
        path: path.clone(),
    });
    let (_, saved) = novice.wait("the file", |view| view.novice.saved_again.clone());
    saved.unwrap();
    let thief = Person::new();
    thief.connect(&path, None);
    expected(&novice, ExpectedKey::Other);
}

/// The helper may be asked about before the news that a contact accepted, and on which computer.
fn expected(novice: &Person, wanted: ExpectedKey) {
    novice.wait("what is known of the helper's key", |view| {
        let consent = view.novice.consent.as_ref()?;
        (consent.expected_key == wanted).then_some(())
    });
}

#[test]
fn a_withdrawn_invitation_rings_no_longer_on_any_device() {
    let Some(server) = Prosody::start("contact", &["anna", "ben"], &[("anna", "ben")]) else {
        return;
    };
    let novice = person(&server, "anna");
    let (desk, lap) = (person(&server, "ben"), person(&server, "ben"));
    sees(&novice, "ben", Presence::CanHelp);
    let id = ask(&novice, "ben");
    ring(&desk);
    ring(&lap);
    novice.send(Command::Withdraw(id));
    call(&novice, &CallState::TakenBack);
    wait_until_quiet(&desk);
    wait_until_quiet(&lap);

    ask(&novice, "ben");
    let rings = ring(&lap);
    ring(&desk);
    answer(&lap, &rings, true);
    wait_until_quiet(&desk);
    novice.answer(&novice.consent(), true);
    lap.sees(&novice.desktop.screen());
}

#[test]
fn a_wrong_password_is_said_and_the_right_one_is_kept() {
    let Some(server) = Prosody::start("contact", &["anna", "ben"], &[("anna", "ben")]) else {
        return;
    };
    let anna = somebody(&server);
    set_up(&anna, &server, "anna");
    sign_in(&anna, "geheim e");
    line(&anna, &ContactLine::Refused(ContactError::WrongPassword));
    anna.send(Command::Contacts(ContactCommand::SignIn { password: None }));
    line(&anna, &ContactLine::NeedsPassword);
    sign_in(&anna, PASSWORD);
    line(&anna, &ContactLine::Online);
    anna.wait("the keyring", |view| view.contacts.password);
    anna.send(Command::Contacts(ContactCommand::SignIn { password: None }));
    line(&anna, &ContactLine::Online);
    anna.send(Command::Contacts(ContactCommand::SignOut));
    line(&anna, &ContactLine::SignedOut);
    let call = |who| Command::Contacts(ContactCommand::OfferHelp(who));
    anna.send(call(address("ben")));
    anna.wait("the fault", |view| {
        let failed = CallState::Failed(ContactError::NotConnected);
        (view.contacts.call.as_ref()?.state == failed).then_some(())
    });
}

#[test]
fn the_server_is_lost_and_found() {
    let Some(mut server) = Prosody::start("contact", &["anna", "ben"], &[("anna", "ben")]) else {
        return;
    };
    let (novice, expert) = (person(&server, "anna"), person(&server, "ben"));
    sees(&novice, "ben", Presence::CanHelp);
    ask(&novice, "ben");
    let rings = ring(&expert);
    server.kill();
    for person in [&novice, &expert] {
        person.wait("the loss", |view| {
            matches!(view.contacts.line, ContactLine::Lost(..)).then_some(())
        });
    }
    sees(&novice, "ben", Presence::Offline);
    server.go_on();
    for person in [&novice, &expert] {
        line(person, &ContactLine::Online);
    }
    sees(&novice, "ben", Presence::CanHelp);
    answer(&expert, &rings, true);
    novice.answer(&novice.consent(), true);
    expert.sees(&novice.desktop.screen());
}
