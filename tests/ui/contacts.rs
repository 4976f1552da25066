//! Contacts: asked for help, calling, and looked after in the settings.

use std::{sync::Arc, time::Duration};

use egui::Theme;
use egui_kittest::kittest::Queryable as _;
use hulp::{
    engine::{
        Address, Bond, CallState, CallView, Command, ContactCommand, ContactError, ContactLine,
        ContactSettings, ContactsView, InviteHow, InviteView, PasswordKept, People, Person,
        Presence, RingId, RingView, RingWants, View,
    },
    invitation::{InvitationId, InvitationState, SentHow},
    ui::StartPage,
};

use crate::pages::{self, Window};

fn address(user: &str) -> Address {
    format!("{user}@example.org").parse().unwrap()
}

fn person(user: &str, name: &str, bond: Bond, presence: Presence) -> Person {
    Person {
        address: address(user),
        name: name.into(),
        bond,
        presence,
    }
}

/// Signed in, with people of every kind.
pub fn signed_in() -> View {
    let mut view = pages::view();
    view.settings.contacts = ContactSettings {
        address: "anna@example.org".into(),
        server: String::new(),
        strangers_may_ring: false,
    };
    view.contacts = ContactsView {
        line: ContactLine::Online,
        people: Arc::new(People {
            people: vec![
                person("bram", "Bram de Vries", Bond::Both, Presence::CanHelp),
                person("zoe", "Zoë", Bond::Both, Presence::CanHelp),
                person("cas", "Cas", Bond::Both, Presence::Online),
                person("dirk", "Dirk", Bond::Asked, Presence::Offline),
            ],
            requests: vec![address("eva")],
            left_out: 0,
        }),
        password: Some(PasswordKept::InKeyring),
        ..ContactsView::default()
    };
    view
}

/// Signing in came to nothing.
pub fn refused() -> View {
    let mut view = signed_in();
    view.contacts = ContactsView {
        line: ContactLine::Refused(ContactError::WrongPassword),
        ..ContactsView::default()
    };
    view
}

/// An invitation that a contact is called with.
pub fn called(state: CallState) -> View {
    let mut view = signed_in();
    let mut row = pages::row(1, InvitationState::Open);
    row.sent = vec![SentHow::Contact {
        address: "bram@example.org".into(),
    }];
    let (id, expires) = (row.id, row.expires);
    view.novice.invite = InviteView::Called { id, expires };
    view.novice.invitations = vec![row];
    view.contacts.call = Some(CallView {
        invitation: Some(id),
        to: address("bram"),
        name: "Bram de Vries".into(),
        state,
    });
    view
}

/// Somebody calls.
pub fn rings(wants: RingWants, is_contact: bool) -> View {
    let mut view = signed_in();
    view.contacts.rings = vec![RingView {
        id: RingId(3),
        name: "Bram de Vries".into(),
        address: address("bram"),
        is_contact,
        wants,
    }];
    view
}

pub fn asks() -> RingWants {
    RingWants::Help("The printer prints nothing.".into())
}

fn open(view: View) -> Window {
    opened(StartPage::Home, view)
}

fn opened(page: StartPage, view: View) -> Window {
    let mut window = Window::open([760.0, 2300.0], Theme::Light, page, view);
    window.settle();
    window
}

fn contacts(window: &Window) -> Vec<ContactCommand> {
    let asked = window.engine.asked().into_iter();
    asked
        .filter_map(|command| match command {
            Command::Contacts(command) => Some(command),
            _ => None,
        })
        .collect()
}

#[test]
fn a_contact_who_can_help_is_asked() {
    let mut window = open(signed_in());
    window.click("Invite someone to help");
    window.click("A contact");
    assert!(!window.says("Require a password"));
    assert!(!window.says("Cas (cas@example.org)"), "Cas has no Hulp");
    assert!(window.says("your contact servers, which could read it"));
    window.click("Ask for help");
    assert!(window.says("Please choose who should help you."));
    window.click("Zoë (zoe@example.org)");
    window.click("Ask Zoë for help");
    let asked = window.engine.asked();
    let Some(Command::Invite(request)) = asked.last() else {
        panic!("{asked:?}");
    };
    assert_eq!(request.how, InviteHow::Contact(address("zoe")));
    assert_eq!(request.password, None);
}

#[test]
fn who_is_not_signed_in_is_told_where_to() {
    let mut window = open(pages::view());
    window.click("Invite someone to help");
    window.click("A contact");
    assert!(window.says("You are not signed in."));
    assert!(window.says("in Settings under Contacts"));
}

#[test]
fn the_waiting_page_says_how_the_call_goes() {
    let mut window = opened(StartPage::Waiting, called(CallState::Ringing));
    assert!(window.says("Hulp is ringing Bram de Vries"));
    window.click("Stop ringing");
    assert_eq!(contacts(&window), [ContactCommand::TakeBack]);
    for (state, words) in [
        (CallState::Accepted, "Bram de Vries accepted."),
        (CallState::NoAnswer, "did not answer for 90 seconds"),
        (
            CallState::Failed(ContactError::Undelivered),
            "was not reached",
        ),
        (CallState::TakenBack, "You took back your call"),
        (CallState::Declined, "Bram de Vries declined."),
    ] {
        window.engine.change(|view| *view = called(state));
        window.settle();
        assert!(window.says(words), "{words}");
    }
    window.click("Ask Bram de Vries again");
    let again = Command::AskAgain {
        id: InvitationId([1; 16]),
        to: address("bram"),
    };
    assert_eq!(window.engine.asked(), [again]);
}

#[test]
fn nothing_is_said_of_an_invitation_whose_call_is_not_known() {
    let mut view = called(CallState::Accepted);
    view.contacts.call = None;
    let window = opened(StartPage::Waiting, view);
    assert!(window.says("The invitation waits."));
    assert!(!window.says("Your helper has the invitation"));
}

#[test]
fn a_call_is_answered_and_never_by_accident() {
    let mut window = open(rings(asks(), true));
    assert!(window.says("Bram de Vries asks for your help"));
    assert!(window.says("bram@example.org"));
    assert!(!window.can("Accept"), "it just popped up");
    window.wait_for_buttons();
    window.click("Accept");
    let answer = |accept| ContactCommand::Answer {
        ring: RingId(3),
        accept,
    };
    assert_eq!(contacts(&window), [answer(true)]);
    window.click("Decline");
    assert_eq!(contacts(&window), [answer(false)]);
    window.engine.change(|view| *view = signed_in());
    window.settle();
    assert!(window.says("Invite someone to help"), "Home is gone");
}

#[test]
fn a_strangers_call_has_a_warning_on_it() {
    let window = open(rings(RingWants::Helping, false));
    assert!(window.says("Bram de Vries offers to help you"));
    assert!(window.says("This person is not one of your contacts."));
}

#[test]
fn who_accepts_an_offer_sees_the_invitation_wait() {
    let mut window = open(rings(RingWants::Helping, true));
    window.wait_for_buttons();
    window.click("Accept");
    window
        .engine
        .change(|view| *view = called(CallState::Ringing));
    window.settle();
    assert!(window.says("Waiting for your helper"));
}

#[test]
fn the_account_is_set_up_and_a_wrong_password_said_beside_its_field() {
    let mut window = open(pages::view());
    window.click("Settings");
    window.click("Contacts");
    window.write("Contact address", " anna@example.org ");
    window.write("Password", "geheim");
    window.click("Sign in");
    let asked = window.engine.asked();
    let [
        Command::SaveSettings(settings),
        Command::Contacts(ContactCommand::SignIn {
            password: Some(password),
        }),
    ] = &asked[..]
    else {
        panic!("{asked:?}");
    };
    assert_eq!(settings.after.contacts.address, "anna@example.org");
    assert_eq!(password.0.as_str(), "geheim");
    window.engine.change(|view| *view = refused());
    window.settle();
    assert!(window.says("did not accept this address and password"));
    window.engine.change(|view| {
        let why = ContactError::Untrusted("it has expired".into());
        view.contacts.line = ContactLine::Lost(why, Duration::from_secs(4));
    });
    window.settle();
    assert!(window.says("it has expired. Your password was not given to it."));
    window.click("Sign out");
    assert_eq!(contacts(&window), [ContactCommand::SignOut]);
}

#[test]
fn settings_that_are_saved_with_a_password_sign_in() {
    let mut window = open(pages::view());
    window.click("Settings");
    window.click("Contacts");
    window.write("Contact address", "anna@example.org");
    window.write("Password", "geheim");
    window.click("Save settings");
    let asked = window.engine.asked();
    assert!(
        matches!(
            &asked[..],
            [
                Command::SaveSettings(_),
                Command::Contacts(ContactCommand::SignIn { password: Some(_) })
            ]
        ),
        "{asked:?}"
    );
}

#[test]
fn who_offered_help_sees_it_connect() {
    let mut window = open(signed_in());
    window.click("Settings");
    window.engine.change(|view| {
        view.expert = pages::connecting(std::time::Instant::now()).expert;
    });
    window.settle();
    assert!(window.says("Connecting to Anna Bakker"));
    assert!(window.says("orbit velvet canyon"), "to be compared");
}

#[test]
fn people_are_looked_after_in_the_settings() {
    let mut window = open(signed_in());
    assert!(window.says("eva@example.org wants to be your contact."));
    window.click("Settings");
    window.click("Contacts");
    assert!(window.says("Asked; has not answered yet"));
    window.click("Accept eva@example.org");
    window.click("Decline eva@example.org");
    window.click("Offer help to Zoë");
    window.click("Remove Dirk");
    window.click("Rename Cas");
    window.write("New name for Cas", "Cas Bos");
    window.click("Keep this name");
    window.write("Add a contact", "fien@example.org");
    window.click("Add");
    assert_eq!(
        contacts(&window),
        [
            ContactCommand::LetSee(address("eva"), true),
            ContactCommand::LetSee(address("eva"), false),
            ContactCommand::OfferHelp(address("zoe")),
            ContactCommand::Remove(address("dirk")),
            ContactCommand::Rename(address("cas"), "Cas Bos".into()),
            ContactCommand::Add("fien@example.org".into()),
        ]
    );
    assert!(window.harness.query_by_label("Offer help to Cas").is_none());
}
