//! Words that other people wrote, made safe to show: names on one line, messages on several.
//!
//! What goes: control characters (terminal tricks, things XML cannot hold) and the signs that turn the order of
//! writing round or hide in it, with which one name can be made to look like another. What stays: every letter of
//! every language, marks of direction and joiners that these languages need, emoji.

/// The most bytes of a name, as UTF-8.
pub const MAX_NAME_BYTES: usize = 128;
/// The most bytes of a message, as UTF-8.
pub const MAX_MESSAGE_BYTES: usize = 4096;

/// A name on one line: unsafe signs gone, white space single and none at the ends. May come out empty.
pub fn clean_name(raw: &str) -> String {
    let one_line: String = raw
        .chars()
        .map(|sign| if sign.is_whitespace() { ' ' } else { sign })
        .filter(|&sign| !is_unsafe(sign))
        .collect();
    one_line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A message of several lines: unsafe signs gone, every kind of line end made `\n`, nothing blank at the ends.
pub fn clean_message(raw: &str) -> String {
    let lines: String = raw
        .replace("\r\n", "\n")
        .chars()
        .map(|sign| match sign {
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
            other => other,
        })
        .filter(|&sign| sign == '\n' || sign == '\t' || !is_unsafe(sign))
        .collect();
    lines.trim().to_owned()
}

fn is_unsafe(sign: char) -> bool {
    sign.is_control()
        || matches!(
            sign,
            '\u{202a}'..='\u{202e}'     // embeddings and overrides of direction
            | '\u{2066}'..='\u{2069}'   // isolates
            | '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' // invisible, of no use in a name or message
            | '\u{fff9}'..='\u{fffb}'   // annotations
            | '\u{fffe}' | '\u{ffff}'   // not in XML
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_pose_as_another() {
        assert_eq!(
            clean_name("  Anna \u{202e}\tBakker\r\n\u{0} "),
            "Anna Bakker"
        );
        assert_eq!(clean_name("An\u{200b}na\u{1b}[31m"), "Anna[31m");
        assert_eq!(clean_name("\u{feff}\u{7}\n"), "");
    }

    #[test]
    fn letters_of_every_language_stay() {
        for name in [
            "Zoë Müller",
            "नेहा\u{200d}",
            "محمد\u{200f}",
            "山田 太郎",
            "👩\u{200d}🔧",
        ] {
            assert_eq!(clean_name(name), name);
            assert_eq!(clean_message(name), name);
        }
    }

    #[test]
    fn a_message_keeps_its_lines() {
        assert_eq!(
            clean_message("\r\nOne\r\ntwo\rthree\u{2028}four\t5\u{1b}\n\n"),
            "One\ntwo\nthree\nfour\t5"
        );
    }
}
