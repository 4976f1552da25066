//! Hulp's own way to a mail server, against a real one: what arrives, and what is said when nothing does.
#![allow(clippy::unwrap_used)]

#[path = "rig/certificates.rs"]
mod certificates;
#[path = "rig/python.rs"]
mod python;
#[path = "mail/server.rs"]
mod server;

use std::{
    net::TcpListener,
    sync::Mutex,
    time::{Duration, Instant},
};

use chrono::Utc;
use hulp::{
    delivery::{
        self,
        email::{
            Account, CertificateFault, EmailError, Letter, Options, Security, Step, send, send_test,
        },
    },
    invitation::{Fingerprint, Invitation, MEDIA_TYPE, NewInvitation, SentHow},
};
use server::{MailServer, NAME, PASSWORD, USER};
use zeroize::Zeroizing;

const ADDRESS: &str = "zoe@hulp.test";
const HELPER: &str = "bjorn@hulp.test";

fn account(port: u16) -> Account {
    Account {
        name: "Zoë Müller".into(),
        address: ADDRESS.into(),
        server: NAME.into(),
        port,
        security: Security::StartTls,
        user: USER.into(),
        password: Some(Zeroizing::new(PASSWORD.into())),
    }
}

fn trusting(server: &MailServer) -> Options {
    Options {
        roots: Some(server.ca.clone().into_bytes()),
        ..Options::default()
    }
}

fn invitation(name: &str, message: &str) -> Invitation {
    let new = NewInvitation {
        name: name.into(),
        message: message.into(),
        lifetime: Duration::from_secs(3600),
        addresses: vec!["192.0.2.7:4857".parse().unwrap()],
        novice_key: Fingerprint([3; 32]),
        password: None,
        sent: SentHow::Email { to: HELPER.into() },
    };
    new.make(Utc::now()).unwrap().invitation.clone()
}

fn block_on<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.unwrap().block_on(work)
}

/// Sends an invitation, and says which steps that took.
fn sent(
    account: &Account,
    options: &Options,
    to: &str,
    invitation: &Invitation,
) -> (Result<(), EmailError>, Vec<Step>) {
    let steps = Mutex::new(vec![]);
    let letter = Letter::with(invitation, invitation.expires.fixed_offset());
    let xml = invitation.to_xml();
    let told = |step| steps.lock().unwrap().push(step);
    let outcome = block_on(send(
        account,
        options,
        to,
        (&letter, invitation, &xml),
        told,
    ));
    (outcome, steps.into_inner().unwrap())
}

fn fault(account: &Account, options: &Options, to: &str) -> EmailError {
    let invitation = invitation("Zoë", "");
    sent(account, options, to, &invitation).0.unwrap_err()
}

#[test]
fn an_invitation_arrives_whole_over_starttls() {
    let Some(server) = MailServer::start("STARTTLS", "an_invitation_arrives_whole_over_starttls")
    else {
        return;
    };
    let invitation = invitation(
        "Zoë Müller",
        "Mijn printer doet het niet — café ’t Hoekje, €5.",
    );
    let begun = Instant::now();
    let (outcome, steps) = sent(
        &account(server.port),
        &trusting(&server),
        HELPER,
        &invitation,
    );
    outcome.unwrap();
    println!("sent in {:?}", begun.elapsed());
    assert_eq!(
        steps,
        [
            Step::Reaching,
            Step::Securing,
            Step::LoggingIn,
            Step::Sending
        ]
    );
    let message = server.message(1);
    assert_eq!(message.text("from"), ADDRESS);
    assert_eq!(message.0["to"], serde_json::json!([HELPER]));
    assert_eq!(message.0["secure"], true);
    assert_eq!(message.0["logged_in"], true);
    assert_eq!(message.text("sender_name"), "Zoë Müller");
    assert_eq!(
        message.text("subject"),
        "Zoë Müller asks for your help: invitation for Hulp"
    );
    let body = message.text("body");
    assert!(body.starts_with("Mijn printer doet het niet — café ’t Hoekje, €5."));
    assert!(body.contains("Accept it only if you know Zoë Müller"));

    // Byte for byte what `Save as a file` writes.
    let folder = tempfile::tempdir().unwrap();
    let file = delivery::save(&folder.path().join("x"), &invitation.to_xml()).unwrap();
    let (name, kind, bytes) = message.attachment();
    assert_eq!(name, "Invitation from Zoë Müller.hulp");
    assert_eq!(kind, MEDIA_TYPE);
    assert_eq!(bytes, std::fs::read(file).unwrap());
    assert_eq!(Invitation::from_xml(&bytes).unwrap(), invitation);
}

#[test]
fn tls_from_the_first_byte_works_too() {
    let Some(server) = MailServer::start("TLS", "tls_from_the_first_byte_works_too") else {
        return;
    };
    let account = Account {
        security: Security::Tls,
        ..account(server.port)
    };
    block_on(send_test(&account, &trusting(&server), |_| ())).unwrap();
    let message = server.message(1);
    assert_eq!(message.text("subject"), "Test message from Hulp");
    assert_eq!(message.0["to"], serde_json::json!([ADDRESS]));
}

#[test]
fn each_refusal_is_told_as_what_it_is() {
    let Some(server) = MailServer::start("STARTTLS", "each_refusal_is_told_as_what_it_is") else {
        return;
    };
    let options = trusting(&server);
    let wrong = Account {
        password: Some(Zeroizing::new("wachtwoord e".into())),
        ..account(server.port)
    };
    let EmailError::LoginRefused { said, .. } = fault(&wrong, &options, HELPER) else {
        panic!("a wrong password");
    };
    assert!(said.contains("535"), "{said}");
    let none = Account {
        password: None,
        ..account(server.port)
    };
    assert!(matches!(
        fault(&none, &options, HELPER),
        EmailError::NoPassword { .. }
    ));
    let EmailError::RecipientRefused { address, said, .. } =
        fault(&account(server.port), &options, "nobody@hulp.test")
    else {
        panic!("a refused recipient");
    };
    assert_eq!(address, "nobody@hulp.test");
    assert!(said.contains("No such user here"), "{said}");
    let no_address = fault(&account(server.port), &options, "bjorn\r\nRCPT TO:<x@y.zz>");
    assert!(matches!(no_address, EmailError::NoAddress(_)));
    assert_eq!(server.count(), 0);
}

#[test]
fn a_server_that_cannot_be_trusted_gets_nothing() {
    let test = "a_server_that_cannot_be_trusted_gets_nothing";
    let (Some(server), Some(other)) = (
        MailServer::start("STARTTLS", test),
        MailServer::start("PLAIN", test),
    ) else {
        return;
    };
    let certificate = |fault: EmailError| match fault {
        EmailError::Certificate { fault, .. } => fault,
        other => panic!("{other:?}"),
    };
    let at_server = account(server.port);
    let unknown = fault(&at_server, &trusting(&other), HELPER);
    assert_eq!(certificate(unknown), CertificateFault::Unknown);
    let unknown = fault(&at_server, &Options::default(), HELPER);
    assert_eq!(certificate(unknown), CertificateFault::Unknown);
    let by_number = Account {
        server: "127.0.0.1".into(),
        ..at_server
    };
    let other_name = fault(&by_number, &trusting(&server), HELPER);
    assert_eq!(certificate(other_name), CertificateFault::OtherName);

    let plain = fault(&account(other.port), &trusting(&other), HELPER);
    assert!(matches!(plain, EmailError::NotSecure { .. }), "{plain:?}");
    let plain = Account {
        security: Security::Tls,
        ..account(other.port)
    };
    let plain = fault(&plain, &trusting(&other), HELPER);
    assert!(matches!(plain, EmailError::Tls { .. }), "{plain:?}");
    assert_eq!(server.count() + other.count(), 0);
}

#[test]
fn a_server_that_is_gone_or_goes_is_told_so() {
    let nobody = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = nobody.local_addr().unwrap().port();
    let options = Options {
        patience: Duration::from_millis(700),
        ..Options::default()
    };
    // It takes the connection and says nothing.
    let silent = fault(&account(port), &options, HELPER);
    assert!(
        matches!(
            silent,
            EmailError::TimedOut {
                step: Step::Reaching,
                ..
            }
        ),
        "{silent:?}"
    );
    drop(nobody);
    let gone = fault(&account(port), &options, HELPER);
    assert!(matches!(gone, EmailError::NotReached { .. }), "{gone:?}");
    let no_name = Account {
        server: "mail.invalid".into(),
        ..account(port)
    };
    let unknown = fault(&no_name, &Options::default(), HELPER);
    assert!(
        matches!(unknown, EmailError::NotReached { .. }),
        "{unknown:?}"
    );

    let Some(dies) = MailServer::start("DIES", "a_server_that_is_gone_or_goes_is_told_so") else {
        return;
    };
    let broken = fault(&account(dies.port), &trusting(&dies), HELPER);
    assert!(matches!(broken, EmailError::Broken { .. }), "{broken:?}");
}

#[test]
fn a_server_that_talks_nonsense_is_no_panic_and_no_flood() {
    use std::io::Write as _;
    for nonsense in [
        &b"HTTP/1.1 400 Bad Request\r\n\r\n"[..],
        b"220\r\n",
        b"\xff\xfe\xfd\r\n\r\n",
        b"220-a\r\n220-b\r\n",
        b"999 what\r\n",
    ] {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let talks = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            for _ in 0..4 {
                if stream.write_all(nonsense).is_err() {
                    break;
                }
            }
        });
        let options = Options {
            patience: Duration::from_millis(700),
            ..Options::default()
        };
        let error = fault(&account(port), &options, HELPER);
        assert!(error.to_string().len() < 400, "{error}");
        talks.join().unwrap();
    }
}

#[test]
fn what_people_wrote_never_becomes_headers() {
    let test = "what_people_wrote_never_becomes_headers";
    let Some(server) = MailServer::start("STARTTLS", test) else {
        return;
    };
    let options = trusting(&server);
    let mut usual = vec![];
    for (number, hostile) in [
        "Zoë",
        "Zoë\r\nBcc: evil@hulp.test",
        "Zoë\u{2028}Bcc: evil@hulp.test\u{85}X: y",
        "Zoë\" <evil@hulp.test>, \"",
        "=?utf-8?q?Zo=0D=0ABcc:_evil=40hulp.test?=",
    ]
    .into_iter()
    .enumerate()
    {
        let account = Account {
            name: hostile.into(),
            ..account(server.port)
        };
        let words = format!("{hostile}\r\n.\r\nMAIL FROM:<x@y.zz>\r\n\r\n{hostile}");
        let invitation = invitation(hostile, &words);
        sent(&account, &options, HELPER, &invitation).0.unwrap();
        let message = server.message(number + 1);
        assert_eq!(message.0["to"], serde_json::json!([HELPER]), "{hostile}");
        if number == 0 {
            usual = message.header_names();
        }
        assert_eq!(message.header_names(), usual, "{hostile}");
        let (_, _, bytes) = message.attachment();
        assert_eq!(bytes, invitation.to_xml().as_bytes());
    }
    assert_eq!(server.count(), 5);
}
