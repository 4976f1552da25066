//! Invitations by e-mail: the user's own program, the mail server, and the file where there is neither.

use std::{fs, os::unix::fs::PermissionsExt as _, path::PathBuf, time::Duration};

use hulp::{
    delivery::email::Options as SmtpOptions,
    desktop::MailError,
    engine::{
        Command, EmailError, EmailSecurity, EmailSettings, EmailWay, InviteFault, InviteHow,
        InviteRequest, InviteView, MailState, MailTest, MailTo, PasswordKept, Secret,
    },
    invitation::{InvitationId, SentHow},
    store::{LogEvent, MailedWay},
};

use crate::{
    mail_server::{MailServer, NAME, PASSWORD, USER},
    people::{Person, secret},
};

const HELPER: &str = "bjorn@hulp.test";

fn request(novice: &Person, to: &str) -> InviteRequest {
    InviteRequest {
        name: "Zoë Müller".into(),
        message: "De printer zwijgt.".into(),
        lifetime: Duration::from_secs(3600),
        password: None,
        how: InviteHow::Email(mail_to(novice, to)),
    }
}

fn mail_to(novice: &Person, to: &str) -> MailTo {
    MailTo {
        to: to.into(),
        near: novice.file("Invitation from Zoë Müller.hulp"),
    }
}

/// Asks for an invitation by e-mail, and waits for its name.
fn invite(novice: &Person, to: &str) -> InvitationId {
    novice.ask(request(novice, to));
    novice.wait("an invitation", |view| match &view.novice.invite {
        InviteView::Mailed { id, .. } => Some(*id),
        InviteView::Failed(fault) => panic!("{fault:?}"),
        _ => None,
    })
}

/// What the e-mail came to, once it is not under way.
fn outcome(novice: &Person, id: InvitationId) -> MailState {
    novice.wait("the e-mail's end", |view| {
        let mail = view.novice.mail.as_ref().filter(|mail| mail.id == id)?;
        let under_way = matches!(mail.state, MailState::Opening | MailState::Sending(_));
        (!under_way).then(|| mail.state.clone())
    })
}

/// What `Save as a file` writes of it.
fn saved_as_file(novice: &Person, id: InvitationId) -> Vec<u8> {
    let path = novice.file("as a file.hulp");
    novice.send(Command::SaveAgain {
        id,
        path: path.clone(),
    });
    novice.wait("the file", |view| {
        (view.novice.saved_again == Some((id, Ok(path.clone())))).then_some(())
    });
    fs::read(path).unwrap()
}

fn settings(server: &MailServer) -> EmailSettings {
    EmailSettings {
        way: EmailWay::Server,
        address: "zoe@hulp.test".into(),
        server: NAME.into(),
        port: server.port,
        security: EmailSecurity::StartTls,
        user: USER.into(),
    }
}

/// Somebody who has set up that mail server.
fn with_server(server: &MailServer) -> Person {
    let novice = Person::with_smtp(SmtpOptions {
        roots: Some(server.ca.clone().into_bytes()),
        ..SmtpOptions::default()
    });
    set_email(&novice, settings(server));
    novice
}

fn set_email(novice: &Person, email: EmailSettings) {
    let mut all = novice.view().settings.clone();
    all.email = email;
    novice.send(Command::save_settings(&novice.view().settings, all));
}

fn keep_password(novice: &Person, server: &MailServer, password: &str) {
    novice.send(Command::KeepMailPassword {
        email: settings(server),
        password: secret(password),
    });
    novice.wait("the password", |view| {
        (view.novice.mail_password == Some(PasswordKept::ThisRunOnly)).then_some(())
    });
}

#[test]
fn the_own_program_gets_the_letter_and_the_very_file() {
    let novice = Person::new();
    let id = invite(&novice, HELPER);
    let MailState::Ready { file } = outcome(&novice, id) else {
        panic!("{:?}", novice.view().novice.mail);
    };
    let [mail] = &novice.desktop.mails()[..] else {
        panic!("{:?}", novice.desktop.mails());
    };
    assert_eq!(mail.to, HELPER);
    assert!(mail.subject.contains("Zoë Müller"));
    assert!(mail.body.contains("De printer zwijgt."));
    assert_eq!(mail.attachment, file);
    assert!(file.to_str().unwrap().is_ascii(), "{}", file.display());
    assert_eq!(file.parent(), novice.file("x").parent());
    assert_eq!(fs::read(&file).unwrap(), saved_as_file(&novice, id));
    assert!(novice.log().iter().any(|event| matches!(
        event,
        LogEvent::InvitationMailed { way: MailedWay::Program, to, .. } if to.as_str() == HELPER
    )));
}

#[test]
fn resend_opens_the_program_again_for_another_address() {
    let novice = Person::new();
    let id = invite(&novice, ""); // chosen in the program
    outcome(&novice, id);
    novice.send(Command::MailAgain {
        id,
        to: mail_to(&novice, HELPER),
    });
    novice.wait("the row", |view| {
        let sent = ["", HELPER].map(|to| SentHow::Email { to: to.into() });
        (view.novice.invitations.first()?.sent == sent).then_some(())
    });
    outcome(&novice, id);
    novice.wait("the second message", |_| {
        (novice.desktop.mails().len() == 2).then_some(())
    });
    let mails = novice.desktop.mails();
    assert_eq!((mails[0].to.as_str(), mails[1].to.as_str()), ("", HELPER));
    novice.send(Command::Withdraw(id));
    novice.send(Command::MailAgain {
        id,
        to: mail_to(&novice, HELPER),
    });
    novice.wait("no third one", |view| {
        matches!(view.novice.mail.as_ref()?.state, MailState::NotSaved(_)).then_some(())
    });
    assert_eq!(novice.desktop.mails().len(), 2);
}

#[test]
fn without_a_program_the_file_is_saved_with_text_to_paste() {
    let novice = Person::new();
    novice.desktop.fail_mail(Some(MailError::NoProgram));
    let id = invite(&novice, HELPER);
    let MailState::ByHand { file, why: None } = outcome(&novice, id) else {
        panic!("{:?}", novice.view().novice.mail);
    };
    assert_eq!(fs::read(&file).unwrap(), saved_as_file(&novice, id));
    let others = fs::metadata(&file).unwrap().permissions().mode() & 0o077;
    assert_eq!(others, 0, "it may lie where every program may read");
    let text = novice.view().novice.mail.clone().unwrap().text;
    assert!(text.contains("Zoë Müller") && text.contains("De printer zwijgt."));
    let failed = MailError::Failed("no desktop".into());
    novice.desktop.fail_mail(Some(failed));
    let again = invite(&novice, HELPER);
    assert!(matches!(
        outcome(&novice, again),
        MailState::ByHand { why: Some(why), .. } if why == "no desktop"
    ));
    novice.desktop.fail_mail(Some(MailError::Cancelled));
    let closed = invite(&novice, HELPER);
    assert!(matches!(
        outcome(&novice, closed),
        MailState::Cancelled { .. }
    ));
}

#[test]
fn without_a_program_the_server_that_is_set_up_sends() {
    let test = "without_a_program_the_server_that_is_set_up_sends";
    let Some(server) = MailServer::start("STARTTLS", test) else {
        return;
    };
    let novice = with_server(&server);
    keep_password(&novice, &server, PASSWORD);
    set_email(
        &novice,
        EmailSettings {
            way: EmailWay::Program,
            ..settings(&server)
        },
    );
    novice.desktop.fail_mail(Some(MailError::NoProgram));
    let id = invite(&novice, HELPER);
    assert!(matches!(outcome(&novice, id), MailState::Sent { .. }));
    let (_, _, bytes) = server.message(1).attachment();
    assert_eq!(bytes, saved_as_file(&novice, id));
}

#[test]
fn the_server_sends_and_a_refusal_can_be_put_right() {
    let test = "the_server_sends_and_a_refusal_can_be_put_right";
    let Some(server) = MailServer::start("STARTTLS", test) else {
        return;
    };
    let novice = with_server(&server);
    let id = invite(&novice, "nobody@hulp.test");
    assert!(matches!(
        outcome(&novice, id),
        MailState::Failed(EmailError::NoPassword { .. })
    ));
    keep_password(&novice, &server, PASSWORD);
    let again = |to: &str| {
        novice.send(Command::MailAgain {
            id,
            to: mail_to(&novice, to),
        });
        novice.wait("the other address", |view| {
            let mail = view.novice.mail.as_ref()?;
            let under_way = matches!(mail.state, MailState::Opening | MailState::Sending(_));
            let new = !matches!(mail.state, MailState::Failed(EmailError::NoPassword { .. }));
            (mail.to == to && new && !under_way).then(|| mail.state.clone())
        })
    };
    assert!(matches!(
        again("nobody@hulp.test"),
        MailState::Failed(EmailError::RecipientRefused { .. })
    ));
    assert!(matches!(again(HELPER), MailState::Sent { .. }));
    let message = server.message(1);
    assert_eq!(message.text("sender_name"), "Zoë Müller");
    let (_, _, bytes) = message.attachment();
    assert_eq!(bytes, saved_as_file(&novice, id));
    // The last way out.
    novice.send(Command::MailByHand {
        id,
        to: mail_to(&novice, HELPER),
    });
    let file = novice.wait("the file", |view| match &view.novice.mail.as_ref()?.state {
        MailState::ByHand { file, .. } => Some(file.clone()),
        _ => None,
    });
    assert_eq!(fs::read(file).unwrap(), bytes);
}

#[test]
fn a_test_message_tries_settings_that_are_not_kept() {
    let test = "a_test_message_tries_settings_that_are_not_kept";
    let Some(server) = MailServer::start("STARTTLS", test) else {
        return;
    };
    let novice = with_server(&server);
    set_email(&novice, EmailSettings::default());
    let try_with = |password: Option<Secret>| {
        novice.send(Command::TestMail {
            email: settings(&server),
            password,
        });
        novice.wait("the test's start", |view| {
            matches!(view.novice.mail_test, MailTest::Sending(_)).then_some(())
        });
        novice.wait("the test's end", |view| {
            let test = &view.novice.mail_test;
            (!matches!(test, MailTest::Sending(_))).then(|| test.clone())
        })
    };
    assert!(matches!(
        try_with(Some(secret("wrong"))),
        MailTest::Failed(EmailError::LoginRefused { .. })
    ));
    assert_eq!(
        try_with(Some(secret(PASSWORD))),
        MailTest::Sent {
            to: "zoe@hulp.test".into()
        }
    );
    assert_eq!(server.message(1).text("subject"), "Test message from Hulp");
}

#[test]
fn no_password_travels_or_is_written_anywhere() {
    let test = "no_password_travels_or_is_written_anywhere";
    let Some(server) = MailServer::start("STARTTLS", test) else {
        return;
    };
    let novice = with_server(&server);
    keep_password(&novice, &server, PASSWORD);
    let with_password = |message: &str| InviteRequest {
        message: message.into(),
        password: Some(secret("zeven blauwe fietsen")),
        ..request(&novice, HELPER)
    };
    novice.ask(with_password("Het wachtwoord is zeven blauwe fietsen!"));
    novice.wait("the refusal", |view| {
        (view.novice.invite == InviteView::Failed(InviteFault::PasswordInWords)).then_some(())
    });
    novice.ask(with_password("Bel me."));
    let id = novice.wait("an invitation", |view| match view.novice.invite {
        InviteView::Mailed { id, .. } => Some(id),
        _ => None,
    });
    assert!(matches!(outcome(&novice, id), MailState::Sent { .. }));
    let message = server.message(1);
    assert!(message.text("body").contains("Hulp asks for a password"));
    let (_, _, bytes) = message.attachment();
    let mail = format!("{}{}", message.0, String::from_utf8(bytes).unwrap());
    assert!(!mail.contains("blauwe fietsen"));
    let store: PathBuf = novice.file("store");
    let files = fs::read_dir(store).unwrap().flatten();
    // The socket is nothing to read.
    for file in files.filter(|file| file.file_type().unwrap().is_file()) {
        let bytes = fs::read(file.path()).unwrap();
        let found = |secret: &str| {
            bytes
                .windows(secret.len())
                .any(|part| part == secret.as_bytes())
        };
        assert!(!found(PASSWORD) && !found("blauwe fietsen"), "{file:?}");
    }
}

#[test]
fn an_address_that_is_none_makes_no_invitation() {
    let novice = Person::new();
    novice.ask(request(&novice, "bjorn\r\nBcc: evil@hulp.test"));
    novice.wait("the refusal", |view| {
        (view.novice.invite == InviteView::Failed(InviteFault::To)).then_some(())
    });
    assert!(novice.view().novice.invitations.is_empty());
    assert!(novice.desktop.mails().is_empty());
}
