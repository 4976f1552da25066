//! What was said, as far back as it is kept.

use super::view::ChatLine;

/// Lines that are kept; far more than people say in a session, and an end to what a flood can fill.
const MAX_LINES: usize = 1000;
/// Bytes of text that are kept.
const MAX_TEXT_BYTES: usize = 512 * 1024;

/// Adds a line; the oldest go when there are too many.
pub(super) fn keep_line(chat: &mut Vec<ChatLine>, line: ChatLine) {
    chat.push(line);
    let mut bytes: usize = chat.iter().map(|line| line.text.len()).sum();
    let mut too_many = chat.len().saturating_sub(MAX_LINES);
    bytes -= chat[..too_many]
        .iter()
        .map(|line| line.text.len())
        .sum::<usize>();
    while bytes > MAX_TEXT_BYTES {
        bytes -= chat[too_many].text.len();
        too_many += 1;
    }
    chat.drain(..too_many);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::FromWhom;

    #[test]
    fn a_flood_of_words_is_forgotten_from_its_beginning() {
        let mut chat = Vec::new();
        for number in 0..5000 {
            let text = format!("{number} {}", "x".repeat(4000));
            let at = chrono::Utc::now();
            keep_line(
                &mut chat,
                ChatLine {
                    from: FromWhom::Other,
                    text,
                    at,
                },
            );
        }
        let bytes: usize = chat.iter().map(|line| line.text.len()).sum();
        assert!(bytes <= MAX_TEXT_BYTES && chat.len() > 100);
        assert!(
            chat.last()
                .is_some_and(|line| line.text.starts_with("4999 "))
        );
    }
}
