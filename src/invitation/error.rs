//! What can be wrong with an invitation, or with making one.

use chrono::{DateTime, Utc};
use thiserror::Error;

/// What can be wrong with an invitation, or with making one.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PaperError {
    /// It is larger than any invitation.
    #[error("this file is larger than any invitation")]
    TooLarge,
    /// It is no invitation of Hulp's; what is wrong with it.
    #[error("this is no invitation of Hulp's: {0}")]
    NotAnInvitation(String),
    /// It was made by a newer Hulp, of this major version.
    #[error("this invitation was made by a newer Hulp (format {0}); update Hulp to open it")]
    NewerVersion(u32),
    /// It is an invitation of Windows Remote Assistance, which nobody should answer today.
    #[error("this is an invitation of Windows Remote Assistance, which Hulp does not answer")]
    WindowsRemoteAssistance {
        /// Who asked.
        from: Option<String>,
        /// Until when it held.
        expires: Option<DateTime<Utc>>,
    },
    /// The name is empty or over [`super::MAX_NAME_BYTES`].
    #[error("the name is empty or too long")]
    Name,
    /// The message is over [`super::MAX_MESSAGE_BYTES`].
    #[error("the message is too long")]
    Message,
    /// The lifetime is under [`super::MIN_LIFETIME`] or over [`super::MAX_LIFETIME`].
    #[error("an invitation holds at least a minute and at most a year")]
    Lifetime,
    /// The password has fewer than this many characters.
    #[error("the password needs at least {0} characters")]
    PasswordTooShort(usize),
    /// How the password is to be stretched is outside of what Hulp does.
    #[error("how the password is to be stretched is outside of what is safe: {0}")]
    Stretching(&'static str),
    /// There was not enough memory to stretch the password.
    #[error("there is not enough memory to check a password")]
    Memory,
    /// This computer's clock is decades off.
    #[error("this computer's clock is wrong")]
    Clock,
    /// The operating system gave no randomness.
    #[error("the operating system gave no randomness")]
    NoRandomness,
}
