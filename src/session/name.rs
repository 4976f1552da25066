//! Names that the other side gives of itself.

use crate::protocol::MAX_NAME_BYTES;

/// A name fit to be shown in a sentence that people decide by: one line, without signs that hide, reorder or imitate other text.
pub(super) fn clean(name: &str) -> String {
    let shown: String = name
        .chars()
        .map(|sign| if sign.is_whitespace() { ' ' } else { sign })
        .filter(|sign| !sign.is_control() && !is_invisible(*sign))
        .collect();
    let words: Vec<&str> = shown.split_whitespace().collect();
    cut(&words.join(" ")).to_owned()
}

/// At most [`MAX_NAME_BYTES`] of a name, whole signs only.
pub(super) fn cut(name: &str) -> &str {
    &name[..name.floor_char_boundary(MAX_NAME_BYTES)]
}

/// Marks, embeddings, overrides and isolates of direction, and other signs without a shape (Unicode UAX 9 and UTR 36). Not the two
/// joiners, which Persian and Indic names need.
fn is_invisible(sign: char) -> bool {
    matches!(
        sign,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'
            | '\u{200e}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_add_lines_or_turn_text_round() {
        assert_eq!(clean("  Zoë \n van\tDam "), "Zoë van Dam");
        assert_eq!(clean("Bob\u{202e}\u{200b}\u{7}\nVerified"), "Bob Verified");
        assert_eq!(clean("\u{feff}\n"), "");
    }

    #[test]
    fn a_long_name_is_cut_between_signs() {
        let name = "é".repeat(100);
        assert_eq!(cut(&name).len(), MAX_NAME_BYTES);
        assert_eq!(cut(&"漢".repeat(100)).len(), 126);
    }
}
