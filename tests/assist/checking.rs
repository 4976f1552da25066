//! `Check this computer` on stand-in desktops: what is tried, what is said of what is broken, and that it ends.

use std::net::TcpListener;

use hulp::{
    desktop::{Injected, LocalInput, MailError, Opener, StopKey},
    engine::{
        CheckCommand, CheckFact, CheckFault, CheckGap, CheckPart, CheckState, CheckView, Command,
        Drawing, EmailWay,
    },
    screen::Rect,
};

use crate::{
    people::{PATIENCE, Person, SCREEN, in_session},
    ports::free_port,
};

fn begin(person: &Person) {
    person.send(Command::Check(CheckCommand::End));
    person.wait("no check", |view| view.check.is_none().then_some(()));
    person.send(Command::Check(CheckCommand::Begin));
}

/// Somebody whose server for codes would be on this computer, where nothing is: tests ask nobody on the internet.
fn person() -> Person {
    let person = Person::new();
    let mut settings = person.view().settings.clone();
    settings.mailbox = format!("ws://127.0.0.1:{}/v1", free_port());
    let mailbox = settings.mailbox.clone();
    person.send(Command::save_settings(&person.view().settings, settings));
    person.wait("the settings", |view| {
        (view.settings.mailbox == mailbox).then_some(())
    });
    person
}

/// What came of a part.
fn found(person: &Person, part: CheckPart) -> CheckState {
    person.wait(&format!("{part:?}"), |view| {
        let state = state(view.check.as_ref()?, part);
        (state != CheckState::Trying).then_some(state)
    })
}

fn state(check: &CheckView, part: CheckPart) -> CheckState {
    let found = check.parts.iter().find(|(shown, _)| *shown == part);
    found.unwrap().1.clone()
}

#[test]
fn every_part_is_tried_and_what_was_opened_is_closed_again() {
    let person = person();
    person.desktop.fill(Rect::new(0, 0, 20, 20), 0x0012_3456);
    let settings = person.view().settings.clone();
    let drawing = Drawing {
        through: "OpenGL 4.5".into(),
        device: "llvmpipe".into(),
        in_software: true,
    };
    person.send(Command::DrawnWith(drawing.clone()));
    begin(&person);
    for part in CheckPart::ALL {
        found(&person, part);
    }
    let view = person.view();
    let check = view.check.as_ref().unwrap();
    let CheckState::Works(CheckFact::Screen {
        size,
        small,
        is_blank,
    }) = state(check, CheckPart::Screen)
    else {
        panic!("{check:?}");
    };
    assert_eq!((size, is_blank), (SCREEN, false));
    assert_eq!(small.pixel(3, 3), Some(0x0012_3456));
    let works = |part, fact| assert_eq!(state(check, part), CheckState::Works(fact));
    works(CheckPart::Input, CheckFact::PointerMoved);
    works(CheckPart::StopKeys, CheckFact::Watching(None));
    works(
        CheckPart::Port,
        CheckFact::Listening {
            port: settings.port,
            instead_of: None,
        },
    );
    works(CheckPart::Email, CheckFact::MailProgram);
    works(CheckPart::Drawing, CheckFact::Drawn(drawing));
    works(CheckPart::Files, CheckFact::OpensHulp);
    works(CheckPart::Clock, CheckFact::ClockFits);
    let is = |part, gap| assert_eq!(state(check, part), CheckState::NotSetUp(gap));
    is(CheckPart::Relay, CheckGap::NoRelay);
    is(CheckPart::Contacts, CheckGap::NoContacts);
    assert!(matches!(
        state(check, CheckPart::Disk),
        CheckState::Works(CheckFact::Written(_))
    ));
    assert_eq!(
        state(check, CheckPart::Keyring),
        CheckState::Fails(CheckFault::Keyring(None))
    );
    // What anybody presses elsewhere is heard for as long as the page is open.
    person.desktop.simulate(LocalInput::Stop(StopKey::Escape));
    person.wait("Escape", |view| {
        let heard = CheckState::Works(CheckFact::Watching(Some(StopKey::Escape)));
        (state(view.check.as_ref()?, CheckPart::StopKeys) == heard).then_some(())
    });
    person.send(Command::Check(CheckCommand::End));
    person.wait("the end", |view| view.check.is_none().then_some(()));
    let closed = |desktop: &hulp::desktop::FakeDesktop| desktop.opened().injectors_now == 0;
    assert!(person.desktop.wait_until(PATIENCE, closed));
    let is_free = |_: &_| TcpListener::bind(("127.0.0.1", settings.port)).is_ok();
    assert!(person.desktop.wait_until(PATIENCE, is_free));
    assert_eq!(
        person.desktop.injected(),
        [],
        "nothing but the pointer's trial"
    );
    assert!(
        person
            .log()
            .iter()
            .all(|line| !format!("{line:?}").contains("Knock"))
    );
}

#[test]
fn what_is_broken_is_told_as_what_it_is() {
    let person = person();
    person.desktop.fail_capture(Some("the portal says no"));
    person.desktop.fail_mail(Some(MailError::NoProgram));
    person.desktop.set_opener(Opener::Another("gedit".into()));
    person.desktop.answer_injections(Injected::OverOwnWindow);
    let port = person.view().settings.port;
    let _taken = TcpListener::bind(("0.0.0.0", port)).unwrap();
    let _taken_6 = TcpListener::bind(("::", port));
    begin(&person);
    let screen = found(&person, CheckPart::Screen);
    assert!(
        matches!(&screen, CheckState::Fails(CheckFault::Screen(why)) if why.contains("portal")),
        "{screen:?}"
    );
    assert_eq!(
        found(&person, CheckPart::Input),
        CheckState::Fails(CheckFault::PointerStays)
    );
    assert_eq!(
        found(&person, CheckPart::Email),
        CheckState::NotSetUp(CheckGap::NoMail)
    );
    assert_eq!(
        found(&person, CheckPart::Files),
        CheckState::NotSetUp(CheckGap::OpensAnother(Some("gedit".into())))
    );
    let listening = found(&person, CheckPart::Port);
    assert!(
        matches!(
            listening,
            CheckState::Works(CheckFact::Listening { port: other, instead_of: Some(wanted) })
                if wanted == port && other != port
        ),
        "{listening:?}"
    );

    person.desktop.fail_injector(Some("no XTEST"));
    begin(&person);
    let input = found(&person, CheckPart::Input);
    assert!(
        matches!(&input, CheckState::Fails(CheckFault::Input(why)) if why.contains("XTEST")),
        "{input:?}"
    );
    assert_eq!(
        found(&person, CheckPart::StopKeys),
        CheckState::NotSetUp(CheckGap::NothingToStop)
    );
}

#[test]
fn servers_that_are_set_up_and_not_there_are_told() {
    let person = person();
    let port = free_port();
    let mut settings = person.view().settings.clone();
    settings.email.way = EmailWay::Server;
    settings.email.address = "zoe@localhost".into();
    settings.email.server = "127.0.0.1".into();
    settings.email.port = port;
    settings.contacts.address = "zoe@localhost".into();
    person.send(Command::save_settings(&person.view().settings, settings));
    begin(&person);
    for part in [CheckPart::WayOut, CheckPart::Codes, CheckPart::Email] {
        let state = found(&person, part);
        assert!(matches!(state, CheckState::Fails(_)), "{part:?}: {state:?}");
    }
    assert_eq!(
        found(&person, CheckPart::Contacts),
        CheckState::NotSetUp(CheckGap::NoContactsPassword)
    );
}

#[test]
fn a_session_is_not_disturbed_and_a_waiting_port_is_told() {
    let (novice, expert, _) = in_session(Default::default());
    begin(&novice);
    begin(&expert);
    let waiting = person();
    waiting.invite(None);
    begin(&waiting);
    let own = waiting.view().settings.port;
    assert_eq!(
        found(&waiting, CheckPart::Port),
        CheckState::Works(CheckFact::Listening {
            port: own,
            instead_of: None
        })
    );
    // By now the novice's engine has heard its wish too.
    for person in [&novice, &expert] {
        assert_eq!(person.view().check, None);
        assert_eq!(person.desktop.opened().injectors, 0);
    }
}

#[test]
#[cfg(all(unix, not(target_os = "macos")))]
fn what_the_policy_closes_is_left_alone() {
    let person = Person::under_policy("allow_invitations = false\nways = [\"file\"]");
    let server = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    server.set_nonblocking(true).unwrap();
    let port = server.local_addr().unwrap().port();
    let mut settings = person.view().settings.clone();
    settings.mailbox = format!("ws://127.0.0.1:{port}/v1");
    settings.email.way = EmailWay::Server;
    settings.email.address = "zoe@localhost".into();
    settings.email.server = "127.0.0.1".into();
    settings.email.port = port;
    settings.contacts.address = "zoe@localhost".into();
    settings.contacts.server = format!("127.0.0.1:{port}");
    settings.map_port = true;
    person.send(Command::save_settings(&person.view().settings, settings));
    person.set_policy(Some(
        "allow_invitations = false\nways = [\"file\"]\ncontacts_server = \"two words\"",
    ));
    person.wait("the policy", |view| {
        let trouble = view.policy.trouble.is_some();
        (trouble && view.settings.email.port == port).then_some(())
    });
    begin(&person);
    for part in [
        CheckPart::Port,
        CheckPart::Router,
        CheckPart::Relay,
        CheckPart::Codes,
        CheckPart::Email,
        CheckPart::Contacts,
    ] {
        let left_alone = CheckState::NotSetUp(CheckGap::NotAllowed);
        assert_eq!(found(&person, part), left_alone, "{part:?}");
    }
    for part in CheckPart::ALL {
        found(&person, part);
    }
    assert!(server.accept().is_err(), "a server was asked");
}
