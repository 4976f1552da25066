//! The keys of the magic-wormhole protocol: SPAKE2 over the code, then a key for each message.

use crypto_secretbox::{Key, KeyInit, Nonce, XSalsa20Poly1305, aead::Aead};
use hkdf::Hkdf;
use sha2::{Digest, Sha256};
use spake2::{Ed25519Group, Identity, Password, Spake2};
use zeroize::Zeroizing;

use super::{APP_ID, Code, CodeError};

const NONCE_BYTES: usize = 24;
const KEY_BYTES: usize = 32;

/// This side's half of the proof, begun.
pub(super) struct Half {
    state: Spake2<Ed25519Group>,
    /// What goes to the other side.
    pub(super) message: Vec<u8>,
}

impl Half {
    pub(super) fn start(code: &Code) -> Self {
        let (state, message) = Spake2::start_symmetric(
            &Password::new(code.as_str()),
            &Identity::new(APP_ID.as_bytes()),
        );
        Self { state, message }
    }

    /// The key that both have if both used the same code. Our own half, thrown back at us, is nobody's.
    pub(super) fn finish(self, other: &[u8]) -> Result<SharedKey, CodeError> {
        if other == self.message {
            return Err(CodeError::WrongCode);
        }
        let key = self.state.finish(other);
        key.map(|key| SharedKey(Zeroizing::new(key)))
            .map_err(|_| CodeError::WrongCode)
    }
}

/// The key that came of it.
pub(super) struct SharedKey(Zeroizing<Vec<u8>>);

impl SharedKey {
    /// Seals what `side`, this one, says in a phase.
    pub(super) fn seal(&self, side: &str, phase: &str, text: &[u8]) -> Result<Vec<u8>, CodeError> {
        let mut nonce = [0; NONCE_BYTES];
        getrandom::fill(&mut nonce).map_err(|_| CodeError::NoRandomness)?;
        let sealed = self
            .cipher(side, phase)
            .encrypt(&Nonce::from(nonce), text)
            .map_err(|_| CodeError::Nonsense)?;
        Ok([&nonce[..], &sealed].concat())
    }

    /// Opens what `side`, the other one, said in a phase; that it opens proves that it has the key.
    pub(super) fn open(
        &self,
        side: &str,
        phase: &str,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, CodeError> {
        let (nonce, sealed) = sealed
            .split_first_chunk::<NONCE_BYTES>()
            .ok_or(CodeError::WrongCode)?;
        let opened = self
            .cipher(side, phase)
            .decrypt(&Nonce::from(*nonce), sealed);
        opened.map(Zeroizing::new).map_err(|_| CodeError::WrongCode)
    }

    fn cipher(&self, side: &str, phase: &str) -> XSalsa20Poly1305 {
        let mut info = b"wormhole:phase:".to_vec();
        info.extend(Sha256::digest(side.as_bytes()));
        info.extend(Sha256::digest(phase.as_bytes()));
        let mut key = Zeroizing::new([0; KEY_BYTES]);
        let filled = Hkdf::<Sha256>::new(None, &self.0).expand(&info, &mut *key);
        debug_assert!(filled.is_ok(), "one block is never too long");
        XSalsa20Poly1305::new(Key::from_slice(&*key))
    }
}
