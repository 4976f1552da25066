//! Passwords and proofs: how a password is stretched, what proves it and the ticket, how strong it is.
//!
//! ```text
//! stretched    = argon2id(password, salt)                                the expert once; the novice keeps it
//! ticket proof = HMAC-SHA-256(ticket, "hulp ticket proof v1" || exporter) before any password work
//! auth key     = HMAC-SHA-256(stretched, "hulp auth key v1" || ticket)    what goes into SPAKE2
//! ```
//! The exporter is the keying material of this one TLS connection (RFC 9266), so a proof is worth nothing on another.
//! A wrong password costs a try at the novice's computer, and nothing that crosses the wire can be guessed at offline.

use argon2::{Algorithm, Argon2, Params, Version};
use bip39::Language;
use hmac::{Hmac, Mac};
use icu_normalizer::ComposingNormalizerBorrowed;
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::{PaperError, PasswordSalt, TicketSecret};

/// The fewest characters of a password. Five guesses are all that anybody has, so this need not be long.
pub const MIN_PASSWORD_CHARS: usize = 6;
/// The least memory of argon2id, in KiB: 64 MiB, a fifth of a second on a small computer.
pub const MIN_MEMORY_KIB: u32 = 64 * 1024;
/// The most: 256 MiB, about a second. More would let an invitation exhaust its reader's computer.
pub const MAX_MEMORY_KIB: u32 = 256 * 1024;
/// The fewest passes of argon2id.
pub const MIN_PASSES: u32 = 3;
/// The most, for the same reason as [`MAX_MEMORY_KIB`].
pub const MAX_PASSES: u32 = 10;
/// Words of [`easy_password`]: 44 bits.
const EASY_WORDS: usize = 4;

impl PasswordSalt {
    /// A new salt, with today's cost.
    ///
    /// # Errors
    /// [`PaperError::NoRandomness`].
    pub fn fresh() -> Result<Self, PaperError> {
        Ok(Self {
            salt: random()?,
            memory_kib: MIN_MEMORY_KIB,
            passes: MIN_PASSES,
        })
    }

    /// Whether stretching with it is neither too weak nor too dear.
    ///
    /// # Errors
    /// [`PaperError::Stretching`], before any work is done.
    pub fn check(&self) -> Result<(), PaperError> {
        if !(MIN_MEMORY_KIB..=MAX_MEMORY_KIB).contains(&self.memory_kib) {
            return Err(PaperError::Stretching("memory must be 64 to 256 MiB"));
        }
        if !(MIN_PASSES..=MAX_PASSES).contains(&self.passes) {
            return Err(PaperError::Stretching("passes must be 3 to 10"));
        }
        Ok(())
    }
}

/// Stretches a password with argon2id (version 1.3, one lane). Takes a fifth of a second and more: not for a thread
/// that must answer.
///
/// White space at the ends does not count, nor does how a letter and its accent are put together (Unicode NFC): both
/// differ between keyboards and clipboards without anybody seeing it. Capitals count.
///
/// # Errors
/// [`PaperError::Stretching`] if the salt asks for too little or too much, [`PaperError::Memory`].
pub fn stretch(password: &str, salt: &PasswordSalt) -> Result<Zeroizing<[u8; 32]>, PaperError> {
    salt.check()?;
    let params = Params::new(salt.memory_kib, salt.passes, 1, Some(32))
        .map_err(|_| PaperError::Stretching("argon2id does not take it"))?;
    let mut key = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(normal(password).as_bytes(), &salt.salt, key.as_mut())
        .map_err(|_| PaperError::Memory)?;
    Ok(key)
}

/// What goes into the password's proof: bound to the invitation, so that the same password elsewhere is no use.
pub fn auth_key(stretched: &[u8; 32], ticket: &TicketSecret) -> Zeroizing<[u8; 32]> {
    Zeroizing::new(mac(stretched, &[b"hulp auth key v1", &ticket.0]))
}

/// What proves that one holds the invitation, on this one connection.
pub fn ticket_proof(ticket: &TicketSecret, exporter: &[u8; 32]) -> [u8; 32] {
    mac(&ticket.0, &[b"hulp ticket proof v1", exporter])
}

/// Whether `proof` is the ticket's on this connection, in a time that tells nothing.
pub fn verify_ticket_proof(ticket: &TicketSecret, exporter: &[u8; 32], proof: &[u8; 32]) -> bool {
    ticket_proof(ticket, exporter).ct_eq(proof).into()
}

/// How well a password withstands guessing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Among the first that anybody would try, or too short to be taken.
    Weak,
    /// It will do against somebody with a few tries.
    Fair,
    /// Good.
    Good,
    /// Strong.
    Strong,
}

/// What makes a password easy to guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// Under [`MIN_PASSWORD_CHARS`].
    TooShort,
    /// It stands on lists of common passwords, or close to one.
    Common,
    /// A single word, perhaps with a usual change.
    SingleWord,
    /// A name.
    Name,
    /// Neighbours on the keyboard.
    Keyboard,
    /// The same again and again, or a series such as `abc`.
    Pattern,
    /// A date or a year.
    Date,
    /// Too few words or signs.
    TooSimple,
}

/// A password's strength, and what is wrong with it when it is not strong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strength {
    /// How well it withstands guessing.
    pub grade: Grade,
    /// The first thing to mend; none for a good one.
    pub weakness: Option<Weakness>,
}

impl Strength {
    /// Whether it may be used at all: long enough. A weak one may; the novice was told.
    pub fn is_allowed(&self) -> bool {
        self.weakness != Some(Weakness::TooShort)
    }
}

/// How strong a password is. Fast enough to call while it is typed.
pub fn strength(password: &str) -> Strength {
    if check_password(password).is_err() {
        return Strength {
            grade: Grade::Weak,
            weakness: Some(Weakness::TooShort),
        };
    }
    let estimate = zxcvbn::zxcvbn(&normal(password), &[]);
    let grade = match u8::from(estimate.score()) {
        0 | 1 => Grade::Weak,
        2 => Grade::Fair,
        3 => Grade::Good,
        _ => Grade::Strong,
    };
    let weakness = (grade < Grade::Good).then(|| {
        let warning = estimate.feedback().and_then(|feedback| feedback.warning());
        warning.map_or(Weakness::TooSimple, weakness_of)
    });
    Strength { grade, weakness }
}

/// Whether a password is long enough to be taken.
///
/// # Errors
/// [`PaperError::PasswordTooShort`].
pub fn check_password(password: &str) -> Result<(), PaperError> {
    if normal(password).chars().count() < MIN_PASSWORD_CHARS {
        return Err(PaperError::PasswordTooShort(MIN_PASSWORD_CHARS));
    }
    Ok(())
}

/// A password that is easy to say over the telephone: four common English words that sound apart, with hyphens.
///
/// # Errors
/// [`PaperError::NoRandomness`].
pub fn easy_password() -> Result<Zeroizing<String>, PaperError> {
    let words = Language::English.word_list();
    let mut password = Zeroizing::new(String::with_capacity(EASY_WORDS * 9));
    for random in Zeroizing::new(random::<{ EASY_WORDS * 2 }>()?).chunks_exact(2) {
        if !password.is_empty() {
            password.push('-');
        }
        // 2048 words: every eleven bits are one, with no remainder.
        let index = usize::from(u16::from_le_bytes([random[0], random[1]])) % words.len();
        password.push_str(words[index]);
    }
    Ok(password)
}

/// Random bytes of the operating system's.
pub(super) fn random<const N: usize>() -> Result<[u8; N], PaperError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| PaperError::NoRandomness)?;
    Ok(bytes)
}

/// The password as it is compared; see [`stretch`].
fn normal(password: &str) -> Zeroizing<String> {
    let composed = ComposingNormalizerBorrowed::new_nfc().normalize(password.trim());
    Zeroizing::new(composed.into_owned())
}

fn mac(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    parts.iter().for_each(|part| mac.update(part));
    mac.finalize().into_bytes().into()
}

fn weakness_of(warning: zxcvbn::feedback::Warning) -> Weakness {
    use zxcvbn::feedback::Warning as W;
    match warning {
        W::StraightRowsOfKeysAreEasyToGuess | W::ShortKeyboardPatternsAreEasyToGuess => {
            Weakness::Keyboard
        }
        W::RepeatsLikeAaaAreEasyToGuess
        | W::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess
        | W::SequencesLikeAbcAreEasyToGuess => Weakness::Pattern,
        W::RecentYearsAreEasyToGuess | W::DatesAreOftenEasyToGuess => Weakness::Date,
        W::ThisIsATop10Password
        | W::ThisIsATop100Password
        | W::ThisIsACommonPassword
        | W::ThisIsSimilarToACommonlyUsedPassword => Weakness::Common,
        W::AWordByItselfIsEasyToGuess => Weakness::SingleWord,
        W::NamesAndSurnamesByThemselvesAreEasyToGuess | W::CommonNamesAndSurnamesAreEasyToGuess => {
            Weakness::Name
        }
    }
}
