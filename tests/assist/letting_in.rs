//! Who comes in, and who does not: the novice's computer decides from its own record.

use std::time::Duration;

use hulp::{
    engine::{
        Command, ConnectStep, End, ExpertEnd, ExpertView, HelperStanding, InviteFault, InviteHow,
        InviteRequest, InviteView, ListenView, OpenFault, Refusal, Timing,
    },
    invitation::{Fingerprint, InvitationState, NewInvitation, SentHow},
    store::LogEvent,
};

use super::{
    cable::Cable,
    people::{Person, forge, in_session, read},
    ports::free_port,
};

fn quick_consent() -> Timing {
    Timing {
        consent: Duration::from_millis(300),
        ..Timing::default()
    }
}

fn refused(refusal: Refusal) -> ExpertEnd {
    ExpertEnd::Refused(refusal)
}

#[test]
fn five_wrong_passwords_void_an_invitation_and_the_right_one_comes_too_late() {
    let (novice, expert) = (Person::new(), Person::new());
    let file = novice.invite(Some("correct horse"));
    expert.connect(&file, None);
    assert_eq!(expert.outcome(), ExpertEnd::PasswordMissing);
    for left in (1..5).rev() {
        expert.connect(&file, Some("wrong horse"));
        let attempts_left = left;
        assert_eq!(
            expert.outcome(),
            refused(Refusal::WrongPassword { attempts_left })
        );
    }
    expert.connect(&file, Some("wrong again"));
    assert_eq!(expert.outcome(), refused(Refusal::Voided));
    novice.wait_for_state(read(&file).id, InvitationState::Voided);
    expert.connect(&file, Some("correct horse"));
    let outcome = expert.outcome();
    // Nothing is open any more, so perhaps nobody listens.
    let gone = matches!(outcome, ExpertEnd::NotReached { .. });
    assert!(gone || outcome == refused(Refusal::Voided), "{outcome:?}");
    assert!(novice.view().novice.consent.is_none());
    assert_eq!(novice.desktop.opened(), Default::default());
}

#[test]
fn many_guesses_at_once_are_no_more_than_five() {
    let novice = Person::new();
    let file = novice.invite(Some("correct horse"));
    let _open = novice.invite(None); // so that it listens to the end
    let guessers: Vec<_> = (0..8).map(|_| Person::new()).collect();
    for guesser in &guessers {
        guesser.connect(&file, Some("wrong horse"));
    }
    let mut told: Vec<_> = guessers
        .iter()
        .filter_map(|guesser| match guesser.outcome() {
            ExpertEnd::Refused(Refusal::WrongPassword { attempts_left }) => Some(attempts_left),
            ExpertEnd::Refused(Refusal::Voided) => None,
            other => panic!("{other:?}"),
        })
        .collect();
    told.sort_unstable();
    assert_eq!(told, [1, 2, 3, 4], "each try counted once");
    novice.wait_for_state(read(&file).id, InvitationState::Voided);
}

#[test]
fn without_a_try_left_the_right_password_is_not_even_looked_at() {
    let (novice, expert) = (Person::new(), Person::new());
    let file = novice.invite(Some("correct horse"));
    let id = read(&file).id;
    // As when five guesses are under way at this moment.
    for _ in 0..5 {
        assert!(novice.store().take_attempt(id).unwrap().is_some());
    }
    expert.connect(&file, Some("correct horse"));
    assert_eq!(expert.outcome(), refused(Refusal::Voided));
    assert!(novice.view().novice.consent.is_none());
    novice.wait_for_state(id, InvitationState::Voided);
}

#[test]
fn a_right_password_costs_no_attempt() {
    let (novice, expert) = (Person::new(), Person::new());
    let file = novice.invite(Some("correct horse"));
    let id = read(&file).id;
    for _ in 0..2 {
        expert.connect(&file, Some("correct horse"));
        novice.consent();
        expert.send(Command::CancelConnect);
        novice.wait("the question to go", |view| {
            view.novice.consent.is_none().then_some(())
        });
        novice.wait_for_state(id, InvitationState::Open);
    }
    let record = novice.store().invitation(id).unwrap().unwrap();
    assert_eq!(record.attempts_left, 5);
}

#[test]
fn no_is_no_and_no_answer_is_no_and_the_third_time_ends_it() {
    let (novice, expert) = (Person::with_timing(quick_consent()), Person::new());
    let _other = novice.invite(None); // so that it listens to the end
    let file = novice.invite(None);
    let id = read(&file).id;
    expert.connect(&file, None);
    novice.answer(&novice.consent(), false);
    assert_eq!(expert.outcome(), refused(Refusal::Declined));
    novice.wait_for_state(id, InvitationState::Open);
    for state in [InvitationState::Open, InvitationState::Voided] {
        expert.connect(&file, None);
        assert_eq!(expert.outcome(), refused(Refusal::NoAnswer));
        novice.wait_for_state(id, state);
    }
    expert.connect(&file, None);
    assert_eq!(expert.outcome(), refused(Refusal::Voided));
    let opened = novice.desktop.opened();
    assert_eq!((opened.captures, opened.grabs), (0, 0), "nothing was seen");
}

#[test]
fn a_late_or_foreign_answer_is_none() {
    let (novice, expert) = (Person::new(), Person::new());
    let file = novice.invite(None);
    expert.connect(&file, None);
    let first = novice.consent();
    expert.send(Command::CancelConnect);
    novice.wait("the question to go", |view| {
        view.novice.consent.is_none().then_some(())
    });
    expert.connect(&file, None);
    let second = novice.consent();
    assert_ne!(first.question, second.question);
    novice.answer(&first, true);
    novice.answer(&second, false);
    assert_eq!(expert.outcome(), refused(Refusal::Declined));
}

#[test]
fn a_second_helper_is_told_so() {
    let (novice, first, second) = (Person::new(), Person::new(), Person::new());
    let (one, other) = (novice.invite(None), novice.invite(None));
    first.connect(&one, None);
    novice.consent();
    second.connect(&one, None);
    assert_eq!(second.outcome(), refused(Refusal::AlreadyInUse));
    second.connect(&other, None);
    assert_eq!(second.outcome(), refused(Refusal::Busy));
    novice.answer(&novice.consent(), true);
    first.console();
    second.connect(&other, None);
    assert_eq!(second.outcome(), refused(Refusal::Busy));
    assert!(novice.view().novice.session.is_some());
}

#[test]
fn expire_now_takes_effect_while_the_question_is_open_and_during_a_session() {
    let (novice, expert) = (Person::new(), Person::new());
    let (one, other) = (novice.invite(None), novice.invite(None));
    expert.connect(&one, None);
    novice.consent();
    novice.send(Command::Withdraw(read(&one).id));
    assert_eq!(expert.outcome(), refused(Refusal::Withdrawn));
    novice.wait("the question to go", |view| {
        view.novice.consent.is_none().then_some(())
    });
    novice.wait_for_state(read(&one).id, InvitationState::Withdrawn);

    expert.connect(&other, None);
    novice.answer(&novice.consent(), true);
    expert.console();
    novice.send(Command::Withdraw(read(&other).id));
    assert_eq!(expert.outcome(), ExpertEnd::Ended(End::Withdrawn));
    let ended = novice.wait("the end", |view| view.novice.ended.clone());
    assert_eq!(ended.end, End::Withdrawn);
    novice.wait_for_state(read(&other).id, InvitationState::Withdrawn);
    novice.wait("the closed port", |view| {
        (view.novice.listen == ListenView::Off).then_some(())
    });
}

#[test]
fn who_comes_too_late_is_told_why_though_nothing_is_open_any_more() {
    let (novice, expert) = (Person::who_tells_the_late(), Person::new());
    let file = novice.invite(None);
    novice.send(Command::Withdraw(read(&file).id));
    novice.wait_for_state(read(&file).id, InvitationState::Withdrawn);
    expert.connect(&file, None);
    assert_eq!(expert.outcome(), refused(Refusal::Withdrawn));
}

#[test]
fn a_deleted_invitation_is_unknown() {
    let (novice, expert) = (Person::new(), Person::new());
    let (file, _other) = (novice.invite(None), novice.invite(None));
    novice.send(Command::Delete(read(&file).id));
    novice.wait("the shorter list", |view| {
        (view.novice.invitations.len() == 1).then_some(())
    });
    expert.connect(&file, None);
    assert_eq!(expert.outcome(), refused(Refusal::Unknown));
}

#[test]
fn a_wrong_ticket_is_unknown_too() {
    let (novice, expert) = (Person::new(), Person::new());
    let file = novice.invite(None);
    forge(&file, |invitation| invitation.ticket.0[0] ^= 1);
    expert.connect(&file, None);
    assert_eq!(expert.outcome(), refused(Refusal::Unknown));
}

#[test]
fn an_invitation_expires_by_itself_and_says_when() {
    let novice = Person::new();
    let _other = novice.invite(None);
    let file = novice.invite(None);
    let mut record = novice.store().invitation(read(&file).id).unwrap().unwrap();
    let expires = chrono::Utc::now() + Duration::from_millis(1500);
    record.invitation.id.0[0] ^= 1;
    record.invitation.expires = expires;
    let soon = record.invitation.clone();
    novice.store().add_invitation(&record).unwrap();
    std::fs::write(&file, soon.to_xml()).unwrap();
    let novice = novice.restart();
    novice.wait_for_state(soon.id, InvitationState::Expired);
    let expert = Person::new();
    expert.connect(&file, None);
    match expert.outcome() {
        ExpertEnd::Refused(Refusal::Expired(told)) => {
            assert!((told - expires).abs() < chrono::Duration::seconds(2));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn open_invitations_wait_again_after_a_restart_on_the_same_port() {
    let novice = Person::new();
    let file = novice.invite(Some("correct horse"));
    let port = read(&file).addresses[0].port();
    let novice = novice.restart();
    novice.wait("the port", |view| {
        (view.novice.listen == ListenView::On { port }).then_some(())
    });
    let expert = Person::new();
    expert.connect(&file, Some("correct horse"));
    novice.answer(&novice.consent(), true);
    expert.console();
}

#[test]
fn an_invitation_serves_once() {
    let (novice, expert, id) = in_session(Timing::default());
    let other = novice.invite(None);
    expert.send(Command::ExpertDisconnect);
    assert_eq!(expert.outcome(), ExpertEnd::Ended(End::ExpertLeft));
    novice.wait_for_state(id, InvitationState::Used);
    let record = novice.store().invitation(id).unwrap().unwrap();
    std::fs::write(&other, record.invitation.to_xml()).unwrap();
    expert.connect(&other, None);
    assert_eq!(expert.outcome(), refused(Refusal::AlreadyUsed));
}

#[test]
fn a_helper_who_was_let_in_before_is_known() {
    let (novice, expert, _) = in_session(Timing::default());
    novice.send(Command::NoviceDisconnect);
    assert_eq!(expert.outcome(), ExpertEnd::Ended(End::NoviceLeft));
    let file = novice.invite(None);
    expert.connect(&file, None);
    match novice.consent().standing {
        HelperStanding::Known { sessions, .. } => assert_eq!(sessions, 1),
        HelperStanding::New => panic!("was here before"),
    }
    let stranger = Person::new();
    expert.send(Command::CancelConnect);
    novice.wait("the question to go", |view| {
        view.novice.consent.is_none().then_some(())
    });
    stranger.connect(&file, None);
    assert_eq!(novice.consent().standing, HelperStanding::New);
}

#[test]
fn another_computer_at_the_address_is_found_out() {
    let (novice, expert) = (Person::new(), Person::new());
    let file = novice.invite(None);
    forge(&file, |invitation| {
        invitation.novice_key = Fingerprint([7; 32])
    });
    expert.connect(&file, None);
    assert_eq!(expert.outcome(), ExpertEnd::WrongComputer);
    assert!(novice.view().novice.consent.is_none());
}

#[test]
fn nobody_at_the_addresses_is_told_with_their_number() {
    let (novice, expert) = (Person::new(), Person::new());
    let file = novice.invite(None);
    let nowhere = |port| format!("127.0.0.1:{port}").parse().unwrap();
    forge(&file, |invitation| {
        invitation.addresses = vec![nowhere(free_port()), nowhere(free_port())];
    });
    expert.connect(&file, None);
    let nobody = ExpertEnd::NotReached {
        addresses: 2,
        relay: None,
    };
    assert_eq!(expert.outcome(), nobody);
}

#[test]
fn a_taken_port_is_replaced_and_the_invitation_names_the_other() {
    let novice = Person::new();
    let wanted = novice.view().settings.port;
    let _taken = std::net::TcpListener::bind(("0.0.0.0", wanted)).unwrap();
    let file = novice.invite(None);
    let port = read(&file).addresses[0].port();
    assert_ne!(port, wanted);
    assert_eq!(novice.view().novice.listen, ListenView::On { port });
    let expert = Person::new();
    expert.connect(&file, None);
    novice.consent();
}

#[test]
fn an_invitation_that_is_saved_again_leads_to_where_the_computer_is_now() {
    let novice = Person::new();
    let file = novice.invite(None);
    let invitation = read(&file);
    let before = invitation.addresses[0].port();
    novice.close();
    let _taken = std::net::TcpListener::bind(("0.0.0.0", before)).unwrap();
    let novice = novice.restart();
    let now = novice.wait("the port", |view| match view.novice.listen {
        ListenView::On { port } => Some(port),
        _ => None,
    });
    assert_ne!(now, before);
    let (id, path) = (invitation.id, novice.file("again.hulp"));
    novice.send(Command::SaveAgain {
        id,
        path: path.clone(),
    });
    let saved = novice.wait("the file", |view| view.novice.saved_again.clone());
    assert_eq!(saved, (id, Ok(path.clone())));
    let again = read(&path);
    assert_eq!(again.addresses[0].port(), now);
    assert_eq!(again.id, id);
    novice.wait("its addresses", |view| {
        let row = view.novice.invitations.first()?;
        (row.addresses == again.addresses).then_some(())
    });
    let expert = Person::new();
    expert.connect(&path, None);
    novice.consent();
}

#[test]
fn settings_forbid_invitations_also_those_on_their_way() {
    let (novice, expert) = (Person::new(), Person::new());
    let file = novice.invite(None);
    let mut settings = novice.view().settings.clone();
    settings.allow_invitations = false;
    novice.send(Command::save_settings(&novice.view().settings, settings));
    novice.wait("the settings", |view| {
        (!view.settings.allow_invitations).then_some(())
    });
    expert.connect(&file, None);
    assert_eq!(expert.outcome(), refused(Refusal::PolicyForbids));
    novice.ask(InviteRequest {
        name: "Mia".into(),
        message: String::new(),
        lifetime: Duration::from_secs(3600),
        password: None,
        how: InviteHow::File(novice.file("forbidden.hulp")),
    });
    let fault = novice.wait("the fault", |view| match &view.novice.invite {
        InviteView::Failed(fault) => Some(fault.clone()),
        _ => None,
    });
    assert_eq!(fault, InviteFault::NotAllowed);
}

#[test]
fn a_fault_in_the_request_is_said_and_leaves_nothing_behind() {
    let novice = Person::new();
    let ask = |change: &dyn Fn(&mut InviteRequest)| {
        let mut request = InviteRequest {
            name: "Mia".into(),
            message: String::new(),
            lifetime: Duration::from_secs(3600),
            password: None,
            how: InviteHow::File(novice.file("faulty.hulp")),
        };
        change(&mut request);
        novice.ask(request);
        novice.wait("the fault", |view| match &view.novice.invite {
            InviteView::Failed(fault) => Some(fault.clone()),
            _ => None,
        })
    };
    assert_eq!(ask(&|r| r.name = "  ".into()), InviteFault::Name);
    assert_eq!(ask(&|r| r.message = "x".repeat(5000)), InviteFault::Message);
    assert_eq!(
        ask(&|r| r.password = Some(super::people::secret("12345"))),
        InviteFault::PasswordTooShort(6)
    );
    let longest_secs = novice.view().settings.longest_lifetime_secs;
    for lifetime in [Duration::ZERO, Duration::from_secs(longest_secs + 1)] {
        assert_eq!(
            ask(&|r| r.lifetime = lifetime),
            InviteFault::Lifetime { longest_secs }
        );
    }
    let no_folder = novice.file("not there").join("x.hulp");
    assert!(matches!(
        ask(&|r| r.how = InviteHow::File(no_folder.clone())),
        InviteFault::File(_)
    ));
    let view = novice.view();
    assert!(view.novice.invitations.is_empty(), "{:?}", view.novice);
    novice.wait("the closed port", |view| {
        (view.novice.listen == ListenView::Off).then_some(())
    });
}

#[test]
fn a_second_hulp_of_the_same_user_only_gives_help() {
    let novice = Person::new();
    let file = novice.invite(None);
    let second = novice.second_window();
    second.wait("the other's ownership", |view| {
        (view.novice.listen == ListenView::OwnedByAnother).then_some(())
    });
    second.open(&file);
    drop(novice);
    second.wait("taking over", |view| {
        matches!(view.novice.listen, ListenView::On { .. }).then_some(())
    });
}

#[test]
fn saving_again_writes_the_same_invitation() {
    let novice = Person::new();
    let file = novice.invite(Some("correct horse"));
    let copy = novice.file("copy.hulp");
    let id = read(&file).id;
    novice.send(Command::SaveAgain {
        id,
        path: copy.clone(),
    });
    let saved = novice.wait("the copy", |view| view.novice.saved_again.clone());
    assert_eq!(saved, (id, Ok(copy.clone())));
    assert_eq!(read(&copy), read(&file));
    novice.wait("the row", |view| {
        let row = view.novice.invitations.first()?;
        (row.sent == [&file, &copy].map(|path| SentHow::File(path.clone()))).then_some(())
    });
}

#[test]
fn cancelling_takes_the_question_off_the_novices_screen() {
    let (novice, expert) = (Person::new(), Person::new());
    let file = novice.invite(None);
    let cable = Cable::lay(&file);
    expert.connect(&file, None);
    novice.consent();
    expert.wait("the last step", |view| match &view.expert {
        ExpertView::Connecting { steps, phrase, .. } => {
            let (last, _) = steps.last()?;
            matches!(last, ConnectStep::WaitingForAnswer { .. })
                .then_some(())
                .and(phrase.clone())
        }
        _ => None,
    });
    expert.send(Command::CancelConnect);
    expert.wait("the page again", |view| {
        matches!(view.expert, ExpertView::Opened(_)).then_some(())
    });
    novice.wait("the question to go", |view| {
        view.novice.consent.is_none().then_some(())
    });
    // The same when the expert's computer just disappears.
    expert.send(Command::Connect { password: None });
    novice.consent();
    cable.cut();
    novice.wait("the question to go", |view| {
        view.novice.consent.is_none().then_some(())
    });
    novice.wait_for_state(read(&file).id, InvitationState::Open);
}

#[test]
fn what_is_no_invitation_is_explained() {
    let expert = Person::new();
    let fault = |name: &str, bytes: &[u8]| {
        let path = expert.file(name);
        std::fs::write(&path, bytes).unwrap();
        expert.send(Command::Open(path.clone()));
        expert.wait("the fault", |view| match &view.expert {
            ExpertView::CannotOpen { path: p, fault } if *p == path => Some(fault.clone()),
            _ => None,
        })
    };
    assert!(matches!(
        fault("a", b"hello"),
        OpenFault::NotAnInvitation(_)
    ));
    assert_eq!(fault("b", &[b' '; 100_000]), OpenFault::TooLarge);
    let incident = std::fs::read("tests/data/msrc/TEST_MSRC_INCIDENT_FILE_TYPE2.xml").unwrap();
    assert!(matches!(
        fault("c", &incident),
        OpenFault::WindowsRemoteAssistance { .. }
    ));
    expert.send(Command::Open(expert.file("not there")));
    expert.wait("the fault", |view| match &view.expert {
        ExpertView::CannotOpen {
            fault: OpenFault::Unreadable(_),
            ..
        } => Some(()),
        _ => None,
    });
}

#[test]
fn an_invitation_of_somebody_elses_computer_is_unknown_here() {
    let (novice, expert) = (Person::new(), Person::new());
    let file = novice.invite(None);
    let made = NewInvitation {
        name: "Mallory".into(),
        message: String::new(),
        lifetime: Duration::from_secs(3600),
        addresses: read(&file).addresses,
        meeting: None,
        novice_key: read(&file).novice_key,
        password: None,
        sent: SentHow::File(file.clone()),
    };
    let foreign = made.make(chrono::Utc::now()).unwrap().invitation;
    std::fs::write(&file, foreign.to_xml()).unwrap();
    expert.connect(&file, None);
    assert_eq!(expert.outcome(), refused(Refusal::Unknown));
    novice.close();
    let log = novice.log();
    assert!(
        log.iter()
            .any(|event| matches!(event, LogEvent::BadConnection { .. })),
        "{log:?}"
    );
}
