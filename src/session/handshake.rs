//! The proof of the password: SPAKE2 over the stretched password, its key confirmed over the TLS exporter. Whoever sits between the
//! two, or stands in for the novice with a forged invitation, gets one guess for an attempt and nothing to guess at offline.
//!
//! What is known against it: the `spake2` crate had no independent audit, is probably not constant-time, and does not wipe its copies of
//! the secret. Its input is of use for one invitation only, is bound to the ticket, and every attempt is counted.

use hmac::{Hmac, Mac};
use sha2::Sha256;
use spake2::{Ed25519Group, Identity, Password, Spake2};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::{
    invitation::{TicketSecret, auth_key},
    protocol::PakeMessage,
};

const EXPERT: &[u8] = b"hulp expert";
const NOVICE: &[u8] = b"hulp novice";

/// The novice's half of the exchange, begun.
pub(super) struct NoviceHalf(Spake2<Ed25519Group>);

impl NoviceHalf {
    /// Begins it; the message goes to the expert.
    pub(super) fn start(stretched: &[u8; 32], ticket: &TicketSecret) -> (Self, PakeMessage) {
        let (half, message) = Spake2::start_b(
            &Password::new(auth_key(stretched, ticket).as_slice()),
            &Identity::new(EXPERT),
            &Identity::new(NOVICE),
        );
        (Self(half), pake_message(&message))
    }

    /// Checks the expert's half. `Some` holds the confirmation for the expert, and the key that both have now; `None` when the
    /// password is another.
    pub(super) fn finish(
        self,
        pake: PakeMessage,
        confirmation: &[u8; 32],
        exporter: &[u8; 32],
    ) -> Option<([u8; 32], Zeroizing<Vec<u8>>)> {
        let key = Zeroizing::new(self.0.finish(&pake.to_bytes()).ok()?);
        let expected = confirm(&key, EXPERT, exporter);
        bool::from(expected.ct_eq(confirmation)).then(|| (confirm(&key, NOVICE, exporter), key))
    }
}

/// The expert's half of the exchange: what to send, and what the novice has to answer.
pub(super) struct ExpertHalf {
    pub(super) pake: PakeMessage,
    pub(super) confirmation: [u8; 32],
    expected: [u8; 32],
    /// The key that both have, once the other side has confirmed it.
    pub(super) key: Zeroizing<Vec<u8>>,
}

impl ExpertHalf {
    /// Answers the novice's half; `None` when that is no half.
    pub(super) fn answer(
        password_key: &[u8; 32],
        novice: PakeMessage,
        exporter: &[u8; 32],
    ) -> Option<Self> {
        let (half, message) = Spake2::<Ed25519Group>::start_a(
            &Password::new(password_key),
            &Identity::new(EXPERT),
            &Identity::new(NOVICE),
        );
        let key = Zeroizing::new(half.finish(&novice.to_bytes()).ok()?);
        Some(Self {
            pake: pake_message(&message),
            confirmation: confirm(&key, EXPERT, exporter),
            expected: confirm(&key, NOVICE, exporter),
            key,
        })
    }

    /// Whether the novice's computer knew the password's key too; in constant time.
    pub(super) fn is_confirmed_by(&self, confirmation: &[u8; 32]) -> bool {
        self.expected.ct_eq(confirmation).into()
    }
}

fn pake_message(bytes: &[u8]) -> PakeMessage {
    PakeMessage::from_bytes(bytes).expect("SPAKE2's messages are of 33 bytes")
}

/// That `role` has the key, on this connection.
fn confirm(key: &[u8], role: &[u8], exporter: &[u8; 32]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
    mac.update(role);
    mac.update(exporter);
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TICKET: TicketSecret = TicketSecret([3; 32]);
    const EXPORTER: [u8; 32] = [9; 32];

    /// Both halves with these stretched passwords and exporters; what each side believes.
    fn exchange(
        novice: [u8; 32],
        expert: [u8; 32],
        novice_exporter: [u8; 32],
        expert_exporter: [u8; 32],
    ) -> (bool, bool) {
        let (half, message) = NoviceHalf::start(&novice, &TICKET);
        let key = auth_key(&expert, &TICKET);
        let expert = ExpertHalf::answer(&key, message, &expert_exporter).expect("a half");
        let answer = half.finish(expert.pake, &expert.confirmation, &novice_exporter);
        (
            answer.is_some(),
            answer.is_some_and(|(answer, key)| {
                expert.is_confirmed_by(&answer) && *key == *expert.key
            }),
        )
    }

    #[test]
    fn the_same_password_on_the_same_connection_convinces_both() {
        let good = exchange([1; 32], [1; 32], EXPORTER, EXPORTER);
        assert_eq!(good, (true, true));
    }

    #[test]
    fn another_password_or_another_connection_convinces_nobody() {
        assert!(!exchange([1; 32], [2; 32], EXPORTER, EXPORTER).0);
        assert!(!exchange([1; 32], [1; 32], EXPORTER, [8; 32]).0);
    }

    #[test]
    fn an_expert_is_not_convinced_by_its_own_words_sent_back() {
        let (_, message) = NoviceHalf::start(&[1; 32], &TICKET);
        let key = auth_key(&[1; 32], &TICKET);
        let expert = ExpertHalf::answer(&key, message, &EXPORTER).expect("a half");
        assert!(!expert.is_confirmed_by(&expert.confirmation));
        assert!(ExpertHalf::answer(&key, expert.pake, &EXPORTER).is_none());
    }
}
