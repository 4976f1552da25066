//! The paper: the invitation, its ticket and password, and the file that carries them; and the cards of those who may offer
//! help without one. Pure.

mod card;
mod error;
mod lifetime;
mod make;
mod msrc;
mod paper;
mod password;
mod record;
mod words;
pub mod xml;

pub use card::{
    CARD_EXTENSION, CardError, HelperCard, HelperList, ListedHelper, ListedOrganisation,
    MAX_CARD_BYTES, MAX_CARD_YEARS, MAX_LISTED_HELPERS, MAX_LISTED_ORGANISATIONS, MAX_REVOKED,
    MAX_REVOKED_BYTES, NotListed, Offerer, Organisation, OrganisationKey, OrganisationSecret,
    Revoked, TakenBack, key_words,
};
pub use error::PaperError;
pub use lifetime::parse_lifetime;
pub use make::{MAX_LIFETIME, MIN_LIFETIME, NewInvitation, PASSWORD_ATTEMPTS};
pub use paper::{
    EndpointId, Fingerprint, Invitation, InvitationId, MAX_RELAY_BYTES, MAX_RELAY_TOKEN_BYTES,
    MeetingPoint, PasswordSalt, RelayToken, TicketSecret, is_relay, is_relay_token,
};
pub use password::{
    Grade, MAX_MEMORY_KIB, MAX_PASSES, MIN_MEMORY_KIB, MIN_PASSES, MIN_PASSWORD_CHARS, Strength,
    Weakness, auth_key, check_password, easy_password, strength, stretch, ticket_proof,
    verify_ticket_proof,
};
pub use record::{EndpointKey, InvitationRecord, InvitationState, PasswordVerifier, SentHow};
pub use words::{MAX_MESSAGE_BYTES, MAX_NAME_BYTES, clean_message, clean_name};
pub use xml::{EXTENSION, MAX_ADDRESSES, MAX_FILE_BYTES, MAX_HINTS, MEDIA_TYPE};

/// Reads whatever file was opened as an invitation.
///
/// # Errors
/// As [`Invitation::from_xml`], and [`PaperError::WindowsRemoteAssistance`] for a file of that program.
pub fn open_paper(bytes: &[u8]) -> Result<Invitation, PaperError> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(PaperError::TooLarge);
    }
    match msrc::recognise(bytes) {
        Some(explained) => Err(explained),
        None => Invitation::from_xml(bytes),
    }
}
