//! What servers say in words.

use crate::invitation::clean_name;

/// The most characters of a server's own words that are shown.
const MAX_WORDS_CHARS: usize = 200;

/// A stranger's words in one short line.
pub(super) fn plain(words: &str) -> String {
    let start: String = words.chars().take(MAX_WORDS_CHARS).collect();
    clean_name(&start)
}
