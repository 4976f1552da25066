//! The code itself: the number of a meeting point, and a secret.

use std::fmt;

use zeroize::Zeroizing;

use super::CodeError;

/// How many different secrets there are: six digits. One guess is one in a million.
const SECRETS: u32 = 1_000_000;
/// The digits of the secret.
const SECRET_DIGITS: usize = 6;
/// The most digits of a meeting point's number.
const MAX_NAMEPLATE_DIGITS: usize = 9;
/// The most characters of a code in words, as `wormhole send` makes them.
const MAX_CHARS: usize = 100;

/// A code, as it is read out. Wiped from memory, silent in logs.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(Zeroizing<String>);

impl Code {
    /// A new one for this meeting point, with a secret from the system's randomness.
    pub(super) fn fresh(nameplate: &str) -> Result<Self, CodeError> {
        let secret = loop {
            let mut bytes = [0; 4];
            getrandom::fill(&mut bytes).map_err(|_| CodeError::NoRandomness)?;
            let drawn = u32::from_be_bytes(bytes) >> 12; // 20 bits: fewest are thrown away
            if drawn < SECRETS {
                break drawn;
            }
        };
        Ok(Self(Zeroizing::new(format!(
            "{nameplate}-{:03}-{:03}",
            secret / 1000,
            secret % 1000
        ))))
    }

    /// Reads what somebody typed: `5-001-997`, `5 001 997`, `5001997`; or the words of `wormhole send`, `7-guitar-topmost`.
    ///
    /// # Errors
    /// [`CodeError::NotACode`].
    pub fn read(typed: &str) -> Result<Self, CodeError> {
        if typed.chars().count() > MAX_CHARS {
            return Err(CodeError::NotACode);
        }
        let is_gap =
            |sign: char| sign.is_whitespace() || matches!(sign, '-' | '–' | '—' | '.' | '_');
        let parts: Vec<&str> = typed
            .split(is_gap)
            .filter(|part| !part.is_empty())
            .collect();
        let is_number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
        let code = if parts.iter().all(is_number) {
            let digits = Zeroizing::new(parts.concat());
            let nameplate = digits.len().saturating_sub(SECRET_DIGITS);
            let (nameplate, secret) = digits.split_at(nameplate);
            if secret.len() < SECRET_DIGITS || !is_nameplate(nameplate) {
                return Err(CodeError::NotACode);
            }
            format!("{nameplate}-{}-{}", &secret[..3], &secret[3..])
        } else {
            if !is_nameplate(parts[0]) || parts.len() < 2 {
                return Err(CodeError::NotACode);
            }
            parts.join("-").to_lowercase()
        };
        Ok(Self(Zeroizing::new(code)))
    }

    /// As it is read out and proved.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The meeting point's number.
    pub(super) fn nameplate(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(..)")
    }
}

/// Whether this can be a meeting point's number.
pub(super) fn is_nameplate(text: &str) -> bool {
    (1..=MAX_NAMEPLATE_DIGITS).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn codes_are_read_as_people_type_them() {
        for typed in [
            "5-001-997",
            " 5 001 997 ",
            "5001997",
            "5 – 001 – 997",
            "5.001.997",
            "5-0 0 1-9 9 7",
        ] {
            assert_eq!(Code::read(typed).unwrap().as_str(), "5-001-997", "{typed}");
        }
        assert_eq!(Code::read("123 001997").unwrap().as_str(), "123-001-997");
        let words = Code::read("7 Guitar topmost").unwrap();
        assert_eq!(words.as_str(), "7-guitar-topmost");
        assert_eq!(words.nameplate(), "7");
    }

    #[test]
    fn what_is_no_code_is_said_to_be_none() {
        let long = "7-".to_owned() + &"x".repeat(200);
        for typed in [
            "",
            "-",
            "001997",
            "5-01-997",
            "guitar-7",
            "7",
            "seven-guitar",
            "1234567890-001-997",
            &long,
            "５-001-997",
        ] {
            assert_eq!(Code::read(typed), Err(CodeError::NotACode), "{typed}");
        }
    }

    #[test]
    fn a_new_code_is_grouped_and_can_be_read_again() {
        for _ in 0..200 {
            let code = Code::fresh("42").unwrap();
            assert_eq!(code.as_str().len(), "42-001-997".len());
            assert_eq!(Code::read(code.as_str()).unwrap(), code);
        }
        assert_eq!(format!("{:?}", Code::fresh("1").unwrap()), "Code(..)");
    }
}
