//! Lifetimes as people write them.

use std::time::Duration;

/// `90m`, `6h`, `2d`; a number alone is hours. Nothing for anything else, and for no time at all.
pub fn parse_lifetime(text: &str) -> Option<Duration> {
    const MINUTE: u64 = 60;
    let text = text.trim();
    let (digits, unit) = text.split_at(
        text.find(|c: char| !c.is_ascii_digit())
            .unwrap_or(text.len()),
    );
    let seconds = match unit.trim() {
        "m" | "min" => MINUTE,
        "" | "h" => 60 * MINUTE,
        "d" => 24 * 60 * MINUTE,
        _ => return None,
    };
    digits
        .parse::<u64>()
        .ok()
        .and_then(|count| count.checked_mul(seconds))
        .filter(|seconds| *seconds > 0)
        .map(Duration::from_secs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lifetimes_are_read_as_people_write_them() {
        assert_eq!(parse_lifetime("90m"), Some(Duration::from_secs(5400)));
        assert_eq!(parse_lifetime("6h"), Some(Duration::from_secs(21_600)));
        assert_eq!(parse_lifetime("6"), Some(Duration::from_secs(21_600)));
        assert_eq!(parse_lifetime(" 2 d "), Some(Duration::from_secs(172_800)));
        for nonsense in [
            "",
            "0h",
            "-3h",
            "6w",
            "h",
            "99999999999999999999d",
            "18446744073709551615d",
        ] {
            assert_eq!(parse_lifetime(nonsense), None, "{nonsense}");
        }
    }
}
