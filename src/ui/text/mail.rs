//! The sentences about e-mail.

use super::{Said, name_or};
use crate::engine::{CertificateFault, EmailError, MailStep, PasswordKept};

/// A step towards the mail server.
pub fn step(step: MailStep) -> &'static str {
    match step {
        MailStep::Reaching => "Reaching the mail server…",
        MailStep::Securing => "Making the line to the mail server secure…",
        MailStep::LoggingIn => "Logging in at the mail server…",
        MailStep::Sending => "Sending the message…",
    }
}

/// That the e-mail program has a message ready.
pub fn ready(to: &str) -> String {
    match to {
        "" => {
            "Your e-mail program has a message ready: choose to whom, and press Send there.".into()
        }
        to => format!("Your e-mail program has a message ready for {to}: press Send there."),
    }
}

/// That the message was closed.
pub fn cancelled(to: &str) -> String {
    format!(
        "The message to {} was closed, and is not sent.",
        name_or(to, "your helper")
    )
}

/// That there is no e-mail program.
pub fn by_hand(why: Option<&str>) -> String {
    match why {
        None => "Hulp found no e-mail program on this computer. The invitation is saved, so that you can send it yourself.".into(),
        Some(why) => format!(
            "Your e-mail program did not open ({why}). The invitation is saved, so that you can send it yourself."
        ),
    }
}

/// Where a password is.
pub fn password_kept(kept: PasswordKept) -> &'static str {
    match kept {
        PasswordKept::InKeyring => "The password is in this computer's keyring.",
        PasswordKept::ThisRunOnly => {
            "This computer has no keyring that could keep the password: Hulp knows it until you close Hulp."
        }
    }
}

/// Why an e-mail was not sent, on one line.
pub fn fault(error: &EmailError) -> String {
    let Said { what, next, .. } = said(error);
    format!("{what} {next}").trim().to_owned()
}

fn said(error: &EmailError) -> Said {
    const SETTINGS: &str = "Please look at Settings, under E-mail.";
    match error {
        EmailError::NoAddress(typed) => Said::new(
            format!("“{}” is no e-mail address.", name_or(typed, "Nothing")),
            "Please write one, such as anna@example.org.",
        ),
        EmailError::NoSender(_) => Said::new("Your own e-mail address is missing.", SETTINGS),
        EmailError::NoServer => Said::new("No mail server is set up.", SETTINGS),
        EmailError::NoPassword { server } => Said::new(
            format!("Hulp does not know your password for {server}."),
            "Please type it in Settings, under E-mail.",
        ),
        EmailError::NotReached { server, port, why } => Said::new(
            format!("The mail server {server} was not reached at port {port}: {why}."),
            "Check your internet connection, and the server's name and port in Settings.",
        ),
        EmailError::TimedOut { server, step } => match step {
            MailStep::Reaching | MailStep::Securing => Said::new(
                format!("The mail server {server} did not answer."),
                "Check the server's name, port and security in Settings, then try again.",
            ),
            MailStep::LoggingIn => Said::new(
                format!("The mail server {server} did not answer to the login."),
                "Please try again later.",
            ),
            MailStep::Sending => Said::new(
                format!("The mail server {server} did not say whether it took the message."),
                "Ask your helper whether it came before you send it again.",
            ),
        },
        EmailError::NotSecure { server } => Said::new(
            format!(
                "The mail server {server} offers no secure line at this port, so nothing was sent."
            ),
            "Try TLS with port 465 in Settings, or ask your provider.",
        ),
        EmailError::Certificate { server, fault } => {
            let why = match fault {
                CertificateFault::Unknown => "nobody whom this computer trusts vouches for it",
                CertificateFault::OtherName => "it belongs to a server of another name",
                CertificateFault::Expired => "its time is over, or this computer's clock is wrong",
                CertificateFault::Other => "it does not hold",
            };
            Said::new(
                format!(
                    "The mail server {server} showed a certificate that cannot be trusted: {why}. Your password was not given to it."
                ),
                "Check the server's name in Settings, or ask your provider.",
            )
        }
        EmailError::Tls { server, why } => Said::new(
            format!("No secure line to the mail server {server} came about: {why}."),
            "Check port and security in Settings: STARTTLS mostly has port 587, TLS 465.",
        ),
        EmailError::NoLogin { server } => Said::new(
            format!("The mail server {server} offers no way to log in that Hulp knows."),
            "Use your own e-mail program, or another server.",
        ),
        EmailError::LoginRefused { server, said } => Said::new(
            format!(
                "The mail server {server} did not accept your user name and password. It says: {said}."
            ),
            "Check both in Settings. Some providers want a password that is made for one program alone.",
        ),
        EmailError::SenderRefused {
            server,
            address,
            said,
        } => Said::new(
            format!("The mail server {server} takes no mail from {address}. It says: {said}."),
            "Check your e-mail address in Settings.",
        ),
        EmailError::RecipientRefused {
            server,
            address,
            said,
        } => Said::new(
            format!("The mail server {server} takes no mail to {address}. It says: {said}."),
            "Check the address.",
        ),
        EmailError::MessageRefused { server, said } => Said::new(
            format!("The mail server {server} refused the message. It says: {said}."),
            "You can send the file another way.",
        ),
        EmailError::Broken { server, why } => Said::new(
            format!("The line to the mail server {server} broke: {why}."),
            "Please try again.",
        ),
    }
}
