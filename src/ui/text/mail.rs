//! The sentences about e-mail.

use super::Said;
use crate::{
    engine::{CertificateFault, EmailError, MailStep, PasswordKept},
    language::say,
};

/// A step towards the mail server.
pub fn step(step: MailStep) -> String {
    match step {
        MailStep::Reaching => say!("mail-step-reaching"),
        MailStep::Securing => say!("mail-step-securing"),
        MailStep::LoggingIn => say!("mail-step-logging-in"),
        MailStep::Sending => say!("mail-step-sending"),
    }
}

/// That the e-mail program has a message ready.
pub fn ready(to: &str) -> String {
    match to {
        "" => say!("mail-ready"),
        to => say!("mail-ready-for", to = to),
    }
}

/// That the message was closed.
pub fn cancelled(to: &str) -> String {
    match to.trim() {
        "" => say!("mail-closed"),
        to => say!("mail-closed-to", to = to),
    }
}

/// That there is no e-mail program.
pub fn by_hand(why: Option<&str>) -> String {
    match why {
        None => say!("mail-no-program"),
        Some(why) => say!("mail-program-failed", why = why),
    }
}

/// Where a password is.
pub fn password_kept(kept: PasswordKept) -> String {
    match kept {
        PasswordKept::InKeyring => say!("password-in-keyring"),
        PasswordKept::ThisRunOnly => say!("password-this-run-only"),
    }
}

/// Why an e-mail was not sent, on one line.
pub fn fault(error: &EmailError) -> String {
    let Said { what, next, .. } = said(error);
    format!("{what} {next}").trim().to_owned()
}

fn said(error: &EmailError) -> Said {
    match error {
        EmailError::NoAddress(typed) => Said::new(
            match typed.trim() {
                "" => say!("email-fault-nothing"),
                typed => say!("email-fault-no-address", typed = typed),
            },
            say!("email-fault-no-address-next"),
        ),
        EmailError::NoSender(_) => Said::new(
            say!("email-fault-no-sender"),
            say!("email-fault-settings-next"),
        ),
        EmailError::NoServer => Said::new(
            say!("email-fault-no-server"),
            say!("email-fault-settings-next"),
        ),
        EmailError::NoPassword { server } => Said::new(
            say!("email-fault-no-password", server = server),
            say!("email-fault-no-password-next"),
        ),
        EmailError::NotReached { server, port, why } => Said::new(
            say!(
                "email-fault-not-reached",
                server = server,
                port = *port,
                why = why
            ),
            say!("email-fault-not-reached-next"),
        ),
        EmailError::TimedOut { server, step } => match step {
            MailStep::Reaching | MailStep::Securing => Said::new(
                say!("email-fault-silent", server = server),
                say!("email-fault-silent-next"),
            ),
            MailStep::LoggingIn => Said::new(
                say!("email-fault-silent-login", server = server),
                say!("email-fault-silent-login-next"),
            ),
            MailStep::Sending => Said::new(
                say!("email-fault-silent-message", server = server),
                say!("email-fault-silent-message-next"),
            ),
        },
        EmailError::NotSecure { server } => Said::new(
            say!("email-fault-not-secure", server = server),
            say!("email-fault-not-secure-next"),
        ),
        EmailError::Certificate { server, fault } => Said::new(
            match fault {
                CertificateFault::Unknown => say!("email-fault-unknown", server = server),
                CertificateFault::OtherName => say!("email-fault-other-name", server = server),
                CertificateFault::Expired => say!("email-fault-expired", server = server),
                CertificateFault::Other => say!("email-fault-certificate", server = server),
            },
            say!("email-fault-certificate-next"),
        ),
        EmailError::Tls { server, why } => Said::new(
            say!("email-fault-tls", server = server, why = why),
            say!("email-fault-tls-next"),
        ),
        EmailError::NoLogin { server } => Said::new(
            say!("email-fault-no-login", server = server),
            say!("email-fault-no-login-next"),
        ),
        EmailError::LoginRefused { server, said } => Said::new(
            say!("email-fault-login", server = server, said = said),
            say!("email-fault-login-next"),
        ),
        EmailError::SenderRefused {
            server,
            address,
            said,
        } => Said::new(
            say!(
                "email-fault-sender",
                server = server,
                address = address,
                said = said
            ),
            say!("email-fault-sender-next"),
        ),
        EmailError::RecipientRefused {
            server,
            address,
            said,
        } => Said::new(
            say!(
                "email-fault-recipient",
                server = server,
                address = address,
                said = said
            ),
            say!("email-fault-recipient-next"),
        ),
        EmailError::MessageRefused { server, said } => Said::new(
            say!("email-fault-message", server = server, said = said),
            say!("email-fault-message-next"),
        ),
        EmailError::Broken { server, why } => Said::new(
            say!("email-fault-broken", server = server, why = why),
            say!("email-fault-broken-next"),
        ),
    }
}
