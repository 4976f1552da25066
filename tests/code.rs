//! Codes over a real mailbox server, with the Python client at the other side, and over servers that lie.

#![allow(clippy::unwrap_used)]

#[path = "code/lies.rs"]
mod lies;
#[path = "assist/people.rs"]
mod people;
mod rig;

use std::{
    thread,
    time::{Duration, Instant},
};

use hulp::{
    engine::{
        CodeError, CodeState, Command, ExpertEnd, ExpertView, FetchFault, InviteHow, InviteRequest,
        OpenFault, PaperView, Refusal,
    },
    invitation::{Invitation, InvitationState, SentHow},
    store::{CodeUse, LogEvent},
};
use people::{Person, secret};
use rig::{mailbox::Mailbox, ports};

/// Somebody whose Hulp uses this mailbox server.
fn person(server: &str) -> Person {
    let person = Person::new();
    let mut settings = person.view().settings.clone();
    settings.mailbox = server.to_owned();
    person.send(Command::save_settings(&person.view().settings, settings));
    person.wait("the server", |view| {
        (view.settings.mailbox == server).then_some(())
    });
    person
}

fn ask_for_code(novice: &Person) {
    novice.ask(InviteRequest {
        name: "Mia".into(),
        message: "Zoë's printer prints nothing 👋".into(),
        lifetime: Duration::from_secs(3600),
        password: None,
        how: InviteHow::Code,
    });
}

/// Makes an invitation with a code.
fn make_code(novice: &Person) -> String {
    ask_for_code(novice);
    next_code(novice, "", None)
}

/// The next code that can be read out.
fn next_code(novice: &Person, old: &str, because: Option<CodeError>) -> String {
    novice.wait("a code", |view| match &view.novice.code.as_ref()?.state {
        CodeState::Ready { code, why } if *code.0 != old => {
            assert_eq!(*why, because);
            Some(code.0.to_string())
        }
        _ => None,
    })
}

fn code_failed(novice: &Person) -> CodeError {
    novice.wait("the code's end", |view| {
        match &view.novice.code.as_ref()?.state {
            CodeState::Failed(fault) => Some(fault.clone()),
            _ => None,
        }
    })
}

fn wait_until_given(novice: &Person) {
    novice.wait("the code's use", |view| {
        (view.novice.code.as_ref()?.state == CodeState::Given).then_some(())
    });
}

fn type_code(expert: &Person, code: &str) {
    expert.send(Command::TakeByCode(secret(code)));
}

fn opened(expert: &Person) -> PaperView {
    expert.wait("the invitation", |view| match &view.expert {
        ExpertView::Opened(paper) => Some(paper.clone()),
        ExpertView::NotFetched(fault) => panic!("{fault:?}"),
        _ => None,
    })
}

fn not_fetched(expert: &Person) -> FetchFault {
    expert.wait("why nothing came", |view| match &view.expert {
        ExpertView::NotFetched(fault) => Some(fault.clone()),
        ExpertView::Opened(_) => panic!("something came"),
        _ => None,
    })
}

/// Types it and learns that it brings nothing.
fn try_in_vain(expert: &Person, code: &str) -> CodeError {
    type_code(expert, code);
    expert.wait("the search", |view| {
        (view.expert != ExpertView::Nothing).then_some(())
    });
    let FetchFault::Code(why) = not_fetched(expert) else {
        panic!("something came");
    };
    expert.send(Command::CloseInvitation);
    expert.wait("Home", |view| {
        (view.expert == ExpertView::Nothing).then_some(())
    });
    why
}

/// Another code of the same number.
fn wrong(code: &str) -> String {
    let other = if code.ends_with('0') { "1" } else { "0" };
    format!("{}{other}", &code[..code.len() - 1])
}

#[test]
fn a_code_brings_the_helper_in() {
    let Some(mailbox) = Mailbox::start("a_code_brings_the_helper_in") else {
        return;
    };
    let (novice, expert) = (person(&mailbox.address()), person(&mailbox.address()));
    let code = make_code(&novice);
    let (number, rest) = code.split_once('-').unwrap();
    assert!(number.parse::<u32>().is_ok() && rest.len() == 7, "{code}");
    let begun = Instant::now();
    type_code(&expert, &format!("  {} ", code.replace('-', " ")));
    let paper = opened(&expert);
    println!("the invitation came within {:?}", begun.elapsed());
    assert_eq!((paper.from.as_str(), paper.path), ("Mia", None));
    assert_eq!(paper.message, "Zoë's printer prints nothing 👋");
    wait_until_given(&novice);
    expert.send(Command::Connect { password: None });
    let consent = novice.consent();
    assert!(novice.view().novice.session.is_none(), "nobody was asked");
    novice.answer(&consent, true);
    novice.session();
    expert.console();
    let log = novice.log();
    let given = |event: &LogEvent| {
        matches!(
            event,
            LogEvent::CodeUsedUp {
                by: CodeUse::Given,
                ..
            }
        )
    };
    assert!(log.iter().any(given), "{log:?}");
    let written = format!("{log:?}");
    assert!(!written.contains(&code[2..]), "the code is in the log");
}

#[test]
fn an_invitation_that_went_two_ways_is_had_by_the_first_who_is_let_in() {
    let name = "an_invitation_that_went_two_ways_is_had_by_the_first_who_is_let_in";
    let Some(mailbox) = Mailbox::start(name) else {
        return;
    };
    let novice = person(&mailbox.address());
    let (by_file, by_code) = (Person::new(), person(&mailbox.address()));
    let file = novice.invite(None);
    let id = novice.wait("the row", |view| Some(view.novice.invitations.first()?.id));
    novice.send(Command::MakeCode(id));
    type_code(&by_code, &next_code(&novice, "", None));
    opened(&by_code);
    let sent = vec![SentHow::File(file.clone()), SentHow::Code];
    novice.wait("both ways in the list", |view| {
        (view.novice.invitations[0].sent == sent).then_some(())
    });

    // Both come; to neither it is held against them how.
    by_code.send(Command::Connect { password: None });
    let consent = novice.consent();
    assert_eq!(consent.sent, sent);
    by_file.connect(&file, None);
    let late = by_file.outcome();
    assert_eq!(late, ExpertEnd::Refused(Refusal::AlreadyInUse));
    novice.answer(&consent, false);
    assert_eq!(by_code.outcome(), ExpertEnd::Refused(Refusal::Declined));
    by_file.connect(&file, None);
    novice.answer(&novice.consent(), true);
    by_file.console();
    assert_eq!(novice.view().novice.invitations.len(), 1);
}

#[test]
fn a_wrong_code_is_told_to_both_and_a_new_one_is_made() {
    let Some(mailbox) = Mailbox::start("a_wrong_code_is_told_to_both_and_a_new_one_is_made") else {
        return;
    };
    let (novice, expert) = (person(&mailbox.address()), person(&mailbox.address()));
    let first = make_code(&novice);
    assert_eq!(try_in_vain(&expert, &wrong(&first)), CodeError::WrongCode);
    let second = next_code(&novice, &first, Some(CodeError::WrongCode));
    // The right one comes too late.
    let late = try_in_vain(&expert, &first);
    if first.split('-').next() == second.split('-').next() {
        assert_eq!(late, CodeError::WrongCode, "the number was given out again");
    } else {
        assert_eq!(late, CodeError::NobodyThere);
        type_code(&expert, &second);
        assert_eq!(opened(&expert).from, "Mia");
    }
}

#[test]
fn who_guesses_on_and_on_gets_no_more_codes() {
    let Some(mailbox) = Mailbox::start("who_guesses_on_and_on_gets_no_more_codes") else {
        return;
    };
    let (novice, expert) = (person(&mailbox.address()), person(&mailbox.address()));
    let mut code = make_code(&novice);
    for _ in 0..5 {
        assert_eq!(try_in_vain(&expert, &wrong(&code)), CodeError::WrongCode);
        code = next_code(&novice, &code, Some(CodeError::WrongCode));
    }
    assert_eq!(try_in_vain(&expert, &wrong(&code)), CodeError::WrongCode);
    assert_eq!(code_failed(&novice), CodeError::WrongCode);
    let id = novice.view().novice.code.as_ref().unwrap().invitation;
    novice.wait_for_state(id, InvitationState::Open);
    novice.send(Command::MakeCode(id));
    type_code(&expert, &next_code(&novice, &code, None));
    opened(&expert);
}

#[test]
fn the_python_client_receives_the_invitation() {
    let Some(mailbox) = Mailbox::start("the_python_client_receives_the_invitation") else {
        return;
    };
    let novice = person(&mailbox.address());
    let code = make_code(&novice);
    let received = mailbox.wormhole(&["receive", &code]);
    assert!(received.status.success(), "{received:?}");
    wait_until_given(&novice);
    let text = String::from_utf8(received.stdout).unwrap();
    let invitation = Invitation::from_xml(text.as_bytes());
    let invitation = invitation.unwrap_or_else(|error| panic!("{error}: {text}"));
    assert_eq!(invitation.message, "Zoë's printer prints nothing 👋");
    assert_eq!(invitation.id, novice.view().novice.invitations[0].id);

    // And a wrong one is told to both here too.
    novice.send(Command::MakeCode(invitation.id));
    let code = next_code(&novice, &code, None);
    let refused = mailbox.wormhole(&["receive", &wrong(&code)]);
    assert!(
        !refused.status.success() && refused.stdout.is_empty(),
        "{refused:?}"
    );
    next_code(&novice, &code, Some(CodeError::WrongCode));
}

#[test]
fn the_python_client_sends_an_invitation() {
    let Some(mailbox) = Mailbox::start("the_python_client_sends_an_invitation") else {
        return;
    };
    let (novice, expert) = (Person::new(), person(&mailbox.address()));
    let paper = std::fs::read_to_string(novice.invite(None)).unwrap();
    let send = |code: &str, text: &str, from: &str| {
        let sent = thread::scope(|scope| {
            let sending =
                scope.spawn(|| mailbox.wormhole(&["send", "--code", code, "--text", text]));
            thread::sleep(Duration::from_secs(2)); // it is there first, as the novice is
            type_code(&expert, from);
            sending.join().unwrap()
        });
        assert!(sent.status.success(), "{sent:?}");
    };
    for (code, typed) in [
        ("7-123-456", "7123456"),
        ("8-guitarist-topmost", "8 guitarist Topmost"),
    ] {
        send(code, paper.trim_end(), typed);
        assert_eq!(opened(&expert).from, "Mia");
        expert.send(Command::CloseInvitation);
    }
    send("9-123-456", "Good morning!", "9-123-456");
    let fault = not_fetched(&expert);
    assert!(
        matches!(fault, FetchFault::Paper(OpenFault::NotAnInvitation(_))),
        "{fault:?}"
    );
}

#[test]
fn without_the_server_files_still_work() {
    let Some(mut mailbox) = Mailbox::start("without_the_server_files_still_work") else {
        return;
    };
    let (novice, expert) = (person(&mailbox.address()), person(&mailbox.address()));
    let code = make_code(&novice);
    mailbox.kill();
    assert_eq!(code_failed(&novice), CodeError::Lost);
    assert!(matches!(
        try_in_vain(&expert, &code),
        CodeError::NotReached(_)
    ));
    let id = novice.view().novice.code.as_ref().unwrap().invitation;
    novice.send(Command::MakeCode(id));
    novice.wait("the new code's end", |view| {
        let code = view.novice.code.as_ref()?;
        matches!(code.state, CodeState::Failed(CodeError::NotReached(_))).then_some(())
    });
    novice.wait_for_state(id, InvitationState::Open);

    // The same invitation, as a file.
    let file = novice.file("instead.hulp");
    let path = file.clone();
    novice.send(Command::SaveAgain { id, path });
    let saved = novice.wait("the file", |view| view.novice.saved_again.clone());
    assert_eq!(saved.1, Ok(file.clone()));
    expert.connect(&file, None);
    novice.answer(&novice.consent(), true);
    expert.console();
}

#[test]
fn a_code_ends_with_its_page_and_with_its_invitation() {
    let name = "a_code_ends_with_its_page_and_with_its_invitation";
    let Some(mailbox) = Mailbox::start(name) else {
        return;
    };
    let (novice, expert) = (person(&mailbox.address()), person(&mailbox.address()));
    let code = make_code(&novice);
    let id = novice.view().novice.code.as_ref().unwrap().invitation;
    let gone = |what: &str| {
        novice.wait(what, |view| view.novice.code.is_none().then_some(()));
    };
    novice.send(Command::EndCode);
    gone("the end with the page");
    novice.wait_for_state(id, InvitationState::Open);
    thread::sleep(Duration::from_millis(500)); // the goodbye is on its way
    let typed = Instant::now();
    assert_eq!(try_in_vain(&expert, &code), CodeError::NobodyThere);
    println!(
        "whoever typed a dead code was told after {:?}",
        typed.elapsed()
    );

    novice.send(Command::MakeCode(id));
    next_code(&novice, &code, None);
    novice.send(Command::Withdraw(id));
    gone("the end with the invitation");
    novice.send(Command::MakeCode(id));
    novice.send(Command::EndCode);
    novice.close();
    assert!(
        novice.view().novice.code.is_none(),
        "a withdrawn one gets no code"
    );
}

#[test]
fn a_third_one_at_the_number_is_turned_away() {
    let Some(mailbox) = Mailbox::start("a_third_one_at_the_number_is_turned_away") else {
        return;
    };
    let (novice, expert) = (person(&mailbox.address()), person(&mailbox.address()));
    let code = make_code(&novice);
    let number = code.split('-').next().unwrap();
    let _squatter = lies::squat(&mailbox.address(), number);
    assert_eq!(try_in_vain(&expert, &code), CodeError::Crowded);
    let id = novice.view().novice.code.as_ref().unwrap().invitation;
    novice.send(Command::MakeCode(id));
    type_code(&expert, &next_code(&novice, &code, None));
    opened(&expert);
}
