//! Why an e-mail was not sent.

use thiserror::Error;

use super::Step;

/// Why an e-mail was not sent. What a server said is cleaned and cut to a line before it comes here.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EmailError {
    /// The recipient's address is none.
    #[error("{0:?} is no e-mail address")]
    NoAddress(String),
    /// The sender's address is none.
    #[error("the sender's address {0:?} is no e-mail address")]
    NoSender(String),
    /// No server is set up.
    #[error("no mail server is set up")]
    NoServer,
    /// The server wants a password, and none is known.
    #[error("no password is known for {server}")]
    NoPassword {
        /// The server.
        server: String,
    },
    /// The server was not reached.
    #[error("{server} was not reached at port {port}: {why}")]
    NotReached {
        /// The server.
        server: String,
        /// Its port.
        port: u16,
        /// The system's own words.
        why: String,
    },
    /// The server did not answer in time.
    #[error("{server} did not answer in time, at the step {step:?}")]
    TimedOut {
        /// The server.
        server: String,
        /// What was asked of it.
        step: Step,
    },
    /// The server offers no STARTTLS, and nothing goes out in the clear.
    #[error("{server} offers no STARTTLS")]
    NotSecure {
        /// The server.
        server: String,
    },
    /// The server's certificate does not hold.
    #[error("the certificate of {server} does not hold: {fault:?}")]
    Certificate {
        /// The server.
        server: String,
        /// Why not.
        fault: CertificateFault,
    },
    /// No secure line came about.
    #[error("no secure line to {server}: {why}")]
    Tls {
        /// The server.
        server: String,
        /// The library's own words.
        why: String,
    },
    /// The server knows no way to log in that Hulp knows.
    #[error("{server} offers no known way to log in")]
    NoLogin {
        /// The server.
        server: String,
    },
    /// User name or password are not the server's.
    #[error("{server} refused the login: {said}")]
    LoginRefused {
        /// The server.
        server: String,
        /// Its own words.
        said: String,
    },
    /// The server takes no mail from this sender.
    #[error("{server} takes no mail from {address}: {said}")]
    SenderRefused {
        /// The server.
        server: String,
        /// The sender.
        address: String,
        /// Its own words.
        said: String,
    },
    /// The server takes no mail to this recipient.
    #[error("{server} takes no mail to {address}: {said}")]
    RecipientRefused {
        /// The server.
        server: String,
        /// The recipient.
        address: String,
        /// Its own words.
        said: String,
    },
    /// The server does not take the message.
    #[error("{server} refused the message: {said}")]
    MessageRefused {
        /// The server.
        server: String,
        /// Its own words.
        said: String,
    },
    /// The line broke, or the server spoke no SMTP.
    #[error("the line to {server} broke: {why}")]
    Broken {
        /// The server.
        server: String,
        /// In these words.
        why: String,
    },
}

/// Why a server's certificate does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CertificateFault {
    /// Nobody whom this computer trusts vouches for it.
    Unknown,
    /// It is another server's.
    OtherName,
    /// Its time is over, or has not come.
    Expired,
    /// Anything else.
    Other,
}
