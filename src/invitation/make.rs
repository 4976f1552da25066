//! Making an invitation: the novice's words, fresh secrets, and the record that the novice's computer keeps.

use std::{fmt, net::SocketAddr, time::Duration};

use chrono::{DateTime, Datelike, SubsecRound, Utc};
use zeroize::Zeroizing;

use super::{
    Fingerprint, Invitation, InvitationId, InvitationRecord, InvitationState, MAX_ADDRESSES,
    MAX_MESSAGE_BYTES, MAX_NAME_BYTES, PaperError, PasswordSalt, PasswordVerifier, SentHow,
    TicketSecret,
    password::{check_password, random, stretch},
    words::{clean_message, clean_name},
};

/// Wrong passwords until an invitation voids itself. Five leave nothing to a guesser and enough to a typist.
pub const PASSWORD_ATTEMPTS: u8 = 5;
/// The shortest lifetime.
pub const MIN_LIFETIME: Duration = Duration::from_secs(60);
/// The longest that any setting allows: a forgotten invitation should not outlive the computer.
pub const MAX_LIFETIME: Duration = Duration::from_secs(366 * 24 * 60 * 60);
/// Years that an invitation can be of; a clock outside of them is wrong.
pub(super) const SANE_YEARS: std::ops::Range<i32> = 2020..2200;

/// What an invitation is made of.
#[derive(Clone)]
pub struct NewInvitation {
    /// Who asks for help.
    pub name: String,
    /// The novice's words; may be empty.
    pub message: String,
    /// How long it holds.
    pub lifetime: Duration,
    /// Where this computer may be reached; of more than [`MAX_ADDRESSES`] the first.
    pub addresses: Vec<SocketAddr>,
    /// This computer's key.
    pub novice_key: Fingerprint,
    /// The password, when one is set.
    pub password: Option<Zeroizing<String>>,
    /// How it goes out.
    pub sent: SentHow,
}

impl NewInvitation {
    /// Whether name, message, lifetime and password will do; fast, to ask before anything is opened or written.
    ///
    /// # Errors
    /// [`PaperError::Name`], [`PaperError::Message`], [`PaperError::Lifetime`], [`PaperError::PasswordTooShort`].
    pub fn check(&self) -> Result<(), PaperError> {
        let name_bytes = clean_name(&self.name).len();
        if name_bytes == 0 || name_bytes > MAX_NAME_BYTES {
            return Err(PaperError::Name);
        }
        if clean_message(&self.message).len() > MAX_MESSAGE_BYTES {
            return Err(PaperError::Message);
        }
        if !(MIN_LIFETIME..=MAX_LIFETIME).contains(&self.lifetime) {
            return Err(PaperError::Lifetime);
        }
        self.password
            .as_deref()
            .map_or(Ok(()), |p| check_password(p))
    }

    /// Makes the invitation, open, with a new ticket. With a password it takes a fifth of a second and more: not for a
    /// thread that must answer.
    ///
    /// # Errors
    /// Those of [`NewInvitation::check`], [`PaperError::Clock`], [`PaperError::NoRandomness`], [`PaperError::Memory`].
    pub fn make(self, now: DateTime<Utc>) -> Result<InvitationRecord, PaperError> {
        self.check()?;
        let made = now.trunc_subsecs(0); // whole seconds are what people read
        let expires = chrono::Duration::from_std(self.lifetime)
            .ok()
            .and_then(|lifetime| made.checked_add_signed(lifetime))
            .filter(|expires| {
                SANE_YEARS.contains(&made.year()) && SANE_YEARS.contains(&expires.year())
            })
            .ok_or(PaperError::Clock)?;
        let verifier = self.password.as_deref().map(|p| verifier(p)).transpose()?;
        Ok(InvitationRecord {
            invitation: Invitation {
                id: InvitationId(random()?),
                from: clean_name(&self.name),
                message: clean_message(&self.message),
                made,
                expires,
                addresses: self.addresses.into_iter().take(MAX_ADDRESSES).collect(),
                novice_key: self.novice_key,
                ticket: TicketSecret(random()?),
                password: verifier.as_ref().map(|verifier| verifier.salt),
            },
            state: InvitationState::Open,
            sent: vec![self.sent],
            verifier,
            attempts_left: PASSWORD_ATTEMPTS,
            declined: 0,
        })
    }
}

impl fmt::Debug for NewInvitation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "NewInvitation {{ name: {:?}, sent: {:?}, .. }}",
            self.name, self.sent
        )
    }
}

fn verifier(password: &str) -> Result<PasswordVerifier, PaperError> {
    let salt = PasswordSalt::fresh()?;
    Ok(PasswordVerifier {
        salt,
        key: *stretch(password, &salt)?,
    })
}
