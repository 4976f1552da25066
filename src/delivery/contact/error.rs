//! Why contacts cannot be reached.

use thiserror::Error;

/// Why contacts, or one of them, cannot be reached.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ContactError {
    /// What was typed is no address.
    #[error("this is no address of a contact")]
    NotAnAddress,
    /// What was typed is no server.
    #[error("this is no server")]
    NotAServer,
    /// No server was reached; the system's own words.
    #[error("the server was not reached: {0}")]
    NotReached(String),
    /// The server's certificate is not one that this computer trusts; why.
    #[error("the server's certificate is not trusted: {0}")]
    Untrusted(String),
    /// The server has no encryption.
    #[error("the server offers no encryption")]
    NoEncryption,
    /// The server does not take this name and password.
    #[error("the server does not take this name and password")]
    WrongPassword,
    /// The server took the proof of the password and has none of its own: it is not the one that knows the account.
    #[error("the server does not know the password itself")]
    Unproved,
    /// The server knows no way to sign in that this program knows.
    #[error("the server has no way to sign in with a password")]
    NoWayIn,
    /// The server says no, in these words.
    #[error("the server refuses: {0}")]
    Refused(String),
    /// What the server says makes no sense, or is too much.
    #[error("what answers is no proper contact server")]
    Nonsense,
    /// The connection broke, or the server fell silent.
    #[error("the connection to the server broke")]
    Lost,
    /// There is no connection just now.
    #[error("there is no connection to the server")]
    NotConnected,
    /// The contact's server cannot bring it to them.
    #[error("the contact was not reached")]
    Undelivered,
    /// The system gives no randomness.
    #[error("the system gives no randomness")]
    NoRandomness,
}

impl ContactError {
    /// Whether trying again the same way is no use: the user has to change something first.
    pub fn needs_the_user(&self) -> bool {
        matches!(
            self,
            Self::NotAnAddress
                | Self::NotAServer
                | Self::WrongPassword
                | Self::Unproved
                | Self::NoWayIn
        )
    }
}
