//! The paper: the invitation, its ticket and password, and the file that carries them. Pure.

mod paper;
mod record;

pub use paper::{Fingerprint, Invitation, InvitationId, PasswordSalt, TicketSecret};
pub use record::{InvitationRecord, InvitationState, PasswordVerifier, SentHow};
