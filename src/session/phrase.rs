//! The comparison phrase: what two people read to each other to know that nobody sits between their computers.

use bip39::Language;
use hmac::{Hmac, Mac};
use sha2::Sha256;

use super::Phrase;

/// How many words: 44 bits, which nobody can match within the seconds that a TLS handshake may take.
const WORDS: usize = 4;
/// A word is one of 2048.
const BITS: usize = 11;

/// The phrase of the connection with this keying material: equal on both sides of one TLS connection, and on no other.
pub(super) fn phrase(exporter: &[u8; 32]) -> Phrase {
    let mut mac = Hmac::<Sha256>::new_from_slice(exporter).expect("HMAC takes keys of any length");
    mac.update(b"hulp phrase v1");
    let bytes = mac.finalize().into_bytes();
    let bits = u64::from_be_bytes(std::array::from_fn(|i| bytes[i]));
    let words = Language::English.word_list();
    let chosen: Vec<&str> = (1..=WORDS)
        .map(|nth| words[(bits >> (u64::BITS as usize - nth * BITS)) as usize % words.len()])
        .collect();
    Phrase(chosen.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_four_words_of_the_list_and_differs_between_connections() {
        let one = phrase(&[1; 32]);
        let list = Language::English.word_list();
        let words: Vec<&str> = one.0.split(' ').collect();
        assert_eq!(words.len(), 4);
        assert!(words.iter().all(|word| list.contains(word)));
        assert_eq!(one, phrase(&[1; 32]));
        assert_ne!(one, phrase(&[2; 32]));
    }
}
