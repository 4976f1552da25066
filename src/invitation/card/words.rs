//! A key in words: what two people read to each other to know that they speak of the same computer.

use bip39::Language;

use crate::invitation::Fingerprint;

/// How many words: 66 bits. To make a second key with the same ones takes some 2^66 tries, which is more than anybody does for one
/// computer, and less than a key has: they are for people, and every program compares keys.
const WORDS: usize = 6;
/// A word is one of 2048.
const BITS: usize = 11;

/// The words of a key, with a space between each two.
pub fn key_words(key: &Fingerprint) -> String {
    let bits = u128::from_be_bytes(std::array::from_fn(|i| key.0[i]));
    let words = Language::English.word_list();
    let chosen: Vec<&str> = (1..=WORDS)
        .map(|nth| words[(bits >> (u128::BITS as usize - nth * BITS)) as usize % words.len()])
        .collect();
    chosen.join(" ")
}
