//! How a session goes on after its connection broke: by a secret that both sides derived in the first handshake, never by ticket
//! or password again, and so never by a guess.
//!
//! ```text
//! secret = HKDF-SHA-256(salt: exporter of the first connection, ticket)           the ticket is proved
//! secret = HKDF-SHA-256(salt: that secret, SPAKE2's key)                          where there is a password
//! name   = HMAC-SHA-256(secret, "hulp session name v2"), the first half           no secret
//! proof  = HMAC-SHA-256(secret, "hulp resume v2" || role || exporter of this connection)
//! ```
//! A proof is worth nothing on another connection, nor for the other role. The secret is wiped with the session.

use std::time::Duration;

use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::invitation::{Fingerprint, TicketSecret};

/// How long a session waits for another connection after its own broke.
pub const RESUME_TIME: Duration = Duration::from_secs(60);

const EXPERT: &[u8] = b"expert";
const NOVICE: &[u8] = b"novice";

/// What both sides of one session know, and nobody else.
#[derive(Clone)]
pub struct SessionSecret(Zeroizing<[u8; 32]>);

/// A helper's computer on a new connection, which says that a session of it goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comeback {
    /// The key that it proved in TLS.
    pub helper_key: Fingerprint,
    pub(super) session: [u8; 16],
    pub(super) exporter: [u8; 32],
    pub(super) proof: [u8; 32],
    pub(super) received: u64,
}

impl SessionSecret {
    /// Of a connection with this keying material, for an invitation with this ticket.
    pub(super) fn new(exporter: &[u8; 32], ticket: &TicketSecret) -> Self {
        Self::derive(exporter, &ticket.0)
    }

    /// The same, after a password was proved too.
    pub(super) fn with_password(&self, spake_key: &[u8]) -> Self {
        Self::derive(&self.0, spake_key)
    }

    fn derive(salt: &[u8; 32], secret: &[u8]) -> Self {
        let mut derived = Zeroizing::new([0; 32]);
        Hkdf::<Sha256>::new(Some(salt), secret)
            .expand(b"hulp session secret v2", derived.as_mut())
            .expect("32 bytes are not too many for HKDF");
        Self(derived)
    }

    /// The session's name.
    pub(super) fn name(&self) -> [u8; 16] {
        let mac = self.mac(&[b"hulp session name v2"]);
        std::array::from_fn(|i| mac[i])
    }

    pub(super) fn expert_proof(&self, exporter: &[u8; 32]) -> [u8; 32] {
        self.mac(&[b"hulp resume v2", EXPERT, exporter])
    }

    pub(super) fn novice_proof(&self, exporter: &[u8; 32]) -> [u8; 32] {
        self.mac(&[b"hulp resume v2", NOVICE, exporter])
    }

    /// Whether a computer that came back belongs to this session; in a time that tells nothing.
    pub fn is_proved_by(&self, comeback: &Comeback) -> bool {
        let is_named = self.name().ct_eq(&comeback.session);
        let proof = self.expert_proof(&comeback.exporter);
        (is_named & proof.ct_eq(&comeback.proof)).into()
    }

    fn mac(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.0.as_slice())
            .expect("HMAC takes keys of any length");
        parts.iter().for_each(|part| mac.update(part));
        mac.finalize().into_bytes().into()
    }
}

impl std::fmt::Debug for SessionSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SessionSecret(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TICKET: TicketSecret = TicketSecret([3; 32]);

    fn comeback(secret: &SessionSecret, exporter: [u8; 32]) -> Comeback {
        Comeback {
            helper_key: Fingerprint([6; 32]),
            session: secret.name(),
            exporter,
            proof: secret.expert_proof(&exporter),
            received: 0,
        }
    }

    #[test]
    fn a_proof_is_good_on_its_own_connection_alone() {
        let secret = SessionSecret::new(&[1; 32], &TICKET);
        let good = comeback(&secret, [2; 32]);
        assert!(secret.is_proved_by(&good));
        let replayed = Comeback {
            exporter: [9; 32],
            ..good
        };
        assert!(!secret.is_proved_by(&replayed));
        let echoed = Comeback {
            proof: secret.novice_proof(&[2; 32]),
            ..good
        };
        assert!(!secret.is_proved_by(&echoed));
        let of_another = Comeback {
            session: [0; 16],
            ..good
        };
        assert!(!secret.is_proved_by(&of_another));
    }

    #[test]
    fn each_session_has_a_secret_of_its_own() {
        let secret = SessionSecret::new(&[1; 32], &TICKET);
        let others = [
            SessionSecret::new(&[2; 32], &TICKET),
            SessionSecret::new(&[1; 32], &TicketSecret([4; 32])),
            secret.with_password(&[5; 32]),
            secret.with_password(&[]),
        ];
        for other in others {
            assert!(!secret.is_proved_by(&comeback(&other, [2; 32])));
            assert_ne!(secret.name(), other.name());
        }
        assert_eq!(format!("{secret:?}"), "SessionSecret(..)");
    }
}
