//! Invitations by e-mail, and the mail server's settings.

use std::path::PathBuf;

use egui::Theme;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use hulp::{
    engine::{
        CertificateFault, Command, EmailError, EmailSecurity, EmailSettings, EmailWay, InviteFault,
        InviteHow, InviteView, MailState, MailStep, MailTest, MailTo, MailView, PasswordKept,
        Secret,
    },
    invitation::{InvitationId, SentHow},
    ui::StartPage,
};

use crate::pages::{self, Window};

pub fn mailed(state: MailState) -> hulp::engine::View {
    let mut view = pages::waiting();
    view.novice.invite = InviteView::Mailed {
        id: InvitationId([1; 16]),
        expires: view.novice.invitations[0].expires,
    };
    view.novice.invitations[0].sent = vec![SentHow::Email {
        to: "bjorn@example.org".into(),
    }];
    view.novice.mail = Some(MailView {
        id: InvitationId([1; 16]),
        to: "bjorn@example.org".into(),
        text: "Anna Bakker asks for your help\n\nAccept it only if you know Anna.".into(),
        state,
    });
    view
}

fn open(view: hulp::engine::View) -> Window {
    opened(StartPage::Home, view)
}

fn waiting(state: MailState) -> Window {
    opened(StartPage::Waiting, mailed(state))
}

fn opened(page: StartPage, view: hulp::engine::View) -> Window {
    let mut window = Window::open([760.0, 1400.0], Theme::Light, page, view);
    window.settle();
    window
}

fn near(name: &str) -> PathBuf {
    format!("/home/anna/Invitation from {name}.hulp").into()
}

#[test]
fn an_invitation_by_email_is_asked_for() {
    let mut window = open(pages::view());
    window.click("Invite someone to help");
    window.click("E-mail");
    window.write("To", "bjorn@example.org");
    window.click("Send invitation");
    let asked = window.engine.asked();
    let [Command::Invite(request)] = &asked[..] else {
        panic!("{asked:?}");
    };
    let to = MailTo {
        to: "bjorn@example.org".into(),
        near: near("Anna Bakker"),
    };
    assert_eq!(request.how, InviteHow::Email(to));
    let fault = InviteView::Failed(InviteFault::To);
    (window.engine).change(|view| view.novice.invite = fault);
    window.settle();
    assert!(window.says("Please write one e-mail address"));
}

#[test]
fn the_waiting_page_says_how_the_email_went_out() {
    let file = || PathBuf::from("/home/anna/Invitation-01010101.hulp");
    let mut window = waiting(MailState::Ready { file: file() });
    assert!(window.says("has a message ready for bjorn@example.org: press Send there"));
    assert!(window.says("Attachment missing? Here is the file"));
    let place = (window.harness).get_by_label("Invitation-01010101.hulp in the folder anna");
    assert_eq!(
        place.accesskit_node().description().as_deref(),
        Some("/home/anna/Invitation-01010101.hulp"),
        "all of it for who looks closer"
    );
    window.click("Copy the text");
    let by_hand = MailState::ByHand {
        file: file(),
        why: None,
    };
    for (state, words) in [
        (MailState::Opening, "Opening your e-mail program"),
        (MailState::Sending(MailStep::LoggingIn), "Logging in"),
        (
            MailState::Sent { server: "x".into() },
            "Sent to bjorn@example.org.",
        ),
        (
            MailState::Cancelled { file: file() },
            "closed, and is not sent",
        ),
        (by_hand, "Hulp found no e-mail program"),
        (MailState::NotSaved("disk full".into()), "disk full"),
    ] {
        (window.engine).change(|view| *view = mailed(state));
        window.settle();
        assert!(window.says(words), "{words}");
    }
}

#[test]
fn a_refused_email_says_why_and_can_go_elsewhere() {
    let failed = MailState::Failed(EmailError::RecipientRefused {
        server: "smtp.example.org".into(),
        address: "bjorn@example.org".into(),
        said: "550 No such user here".into(),
    });
    let mut window = waiting(failed);
    assert!(window.says("takes no mail to bjorn@example.org. It says: 550 No such user here."));
    window.write("To", "b.de.vries@example.org");
    window.click("Try again");
    window.click("Save the file and write it myself");
    let to = MailTo {
        to: "b.de.vries@example.org".into(),
        near: near("Anna Bakker"),
    };
    let id = InvitationId([1; 16]);
    assert_eq!(
        window.engine.asked(),
        [
            Command::MailAgain { id, to: to.clone() },
            Command::MailByHand { id, to }
        ]
    );
}

#[test]
fn every_fault_of_an_email_is_a_sentence_with_what_to_do_next() {
    let server = || "smtp.example.org".to_owned();
    let (said, why, address) = (
        || "no".to_owned(),
        || "gone".to_owned(),
        || "a@b.nl".to_owned(),
    );
    let faults = [
        EmailError::NoAddress(address()),
        EmailError::NoSender(address()),
        EmailError::NoServer,
        EmailError::NoPassword { server: server() },
        EmailError::NotReached {
            server: server(),
            port: 587,
            why: why(),
        },
        EmailError::TimedOut {
            server: server(),
            step: MailStep::Reaching,
        },
        EmailError::TimedOut {
            server: server(),
            step: MailStep::LoggingIn,
        },
        EmailError::TimedOut {
            server: server(),
            step: MailStep::Sending,
        },
        EmailError::NotSecure { server: server() },
        EmailError::Certificate {
            server: server(),
            fault: CertificateFault::Unknown,
        },
        EmailError::Certificate {
            server: server(),
            fault: CertificateFault::OtherName,
        },
        EmailError::Certificate {
            server: server(),
            fault: CertificateFault::Expired,
        },
        EmailError::Tls {
            server: server(),
            why: why(),
        },
        EmailError::NoLogin { server: server() },
        EmailError::LoginRefused {
            server: server(),
            said: said(),
        },
        EmailError::SenderRefused {
            server: server(),
            address: address(),
            said: said(),
        },
        EmailError::MessageRefused {
            server: server(),
            said: said(),
        },
        EmailError::Broken {
            server: server(),
            why: why(),
        },
    ];
    let mut window = waiting(MailState::Opening);
    let mut sentences = std::collections::BTreeSet::new();
    let count = faults.len();
    for fault in faults {
        let words = format!("{fault:?}");
        (window.engine).change(|view| *view = mailed(MailState::Failed(fault)));
        window.settle();
        let sentence = (window.harness)
            .query_all_by(|node| node.live() == egui::accesskit::Live::Assertive)
            .find_map(|node| {
                let node = egui_kittest::kittest::NodeT::accesskit_node(&node);
                node.label().or(node.value())
            });
        let sentence = sentence.unwrap_or_else(|| panic!("{words} is not said"));
        assert!(sentence.matches(['.', ':']).count() >= 2, "{sentence}");
        sentences.insert(sentence);
    }
    assert_eq!(sentences.len(), count);
}

#[test]
fn resend_works_for_email() {
    let mut view = mailed(MailState::Opening);
    view.novice.mail = None;
    let mut window = open(view);
    window.click("Invitation status");
    assert!(window.says("bjorn@example.org"));
    window.click("Resend");
    assert_eq!(window.value("To"), "bjorn@example.org");
    window.click("Send again");
    let id = InvitationId([1; 16]);
    let to = MailTo {
        to: "bjorn@example.org".into(),
        near: near("Anna Bakker"),
    };
    assert_eq!(window.engine.asked(), [Command::MailAgain { id, to }]);
    (window.engine).change(|view| {
        *view = mailed(MailState::Sent { server: "x".into() });
    });
    window.settle();
    assert!(window.says("Sent to bjorn@example.org."));
}

#[test]
fn the_mail_server_is_guessed_tested_and_kept() {
    let mut window = open(pages::view());
    window.click("Settings");
    window.click("E-mail");
    window.click("The mail server below");
    assert!(!window.can("Save settings"), "no server yet");
    window.write("E-mail address", "anna@gmail.com");
    assert_eq!(window.value("Server"), "smtp.gmail.com");
    assert_eq!(window.value("Port"), "465");
    assert_eq!(window.value("User name"), "anna@gmail.com");
    window.write("E-mail address", "anna@bakkerij.nl");
    assert_eq!(window.value("Server"), "smtp.bakkerij.nl");
    window.write("Server", "mail.bakkerij.nl");
    window.write("E-mail address", "anna@bakkerijen.nl");
    assert_eq!(window.value("Server"), "mail.bakkerij.nl", "it was changed");
    window.write("Port", "99999");
    assert!(!window.can("Save settings") && !window.can("Send a test message"));
    window.write("Port", "2525");
    window.write("Password", "geheim");
    window.click("Send a test message");
    let email = EmailSettings {
        way: EmailWay::Server,
        address: "anna@bakkerijen.nl".into(),
        server: "mail.bakkerij.nl".into(),
        port: 2525,
        security: EmailSecurity::StartTls,
        user: "anna@bakkerij.nl".into(),
    };
    let secret = || Secret(zeroize::Zeroizing::new("geheim".into()));
    assert_eq!(
        window.engine.asked(),
        [Command::TestMail {
            email: email.clone(),
            password: Some(secret())
        }]
    );
    let sent = MailTest::Sent {
        to: "anna@bakkerijen.nl".into(),
    };
    (window.engine).change(|view| view.novice.mail_test = sent);
    window.settle();
    assert!(window.says("Look whether it came in at anna@bakkerijen.nl."));
    window.click("Save settings");
    let mut settings = pages::settings();
    settings.email = email.clone();
    assert_eq!(
        window.engine.asked(),
        [
            Command::save_settings(&pages::settings(), settings.clone()),
            Command::KeepMailPassword {
                email,
                password: secret()
            }
        ]
    );
    assert_eq!(window.value("Password"), "", "it is not held any longer");
    (window.engine).change(|view| {
        view.settings = settings;
        view.novice.mail_password = Some(PasswordKept::ThisRunOnly);
    });
    window.settle();
    assert!(window.says("until you close Hulp"));
    assert!(window.says("Your settings are saved."));
}
