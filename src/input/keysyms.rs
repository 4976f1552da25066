//! Keysyms and the signs they stand for.

use super::Keysym;

impl Keysym {
    /// Backspace.
    pub const BACKSPACE: Self = Self(xkeysym::key::BackSpace);
    /// The tabulator.
    pub const TAB: Self = Self(xkeysym::key::Tab);
    /// Enter.
    pub const RETURN: Self = Self(xkeysym::key::Return);
    /// Escape.
    pub const ESCAPE: Self = Self(xkeysym::key::Escape);
    /// Delete.
    pub const DELETE: Self = Self(xkeysym::key::Delete);
    /// Insert.
    pub const INSERT: Self = Self(xkeysym::key::Insert);
    /// To the beginning.
    pub const HOME: Self = Self(xkeysym::key::Home);
    /// To the end.
    pub const END: Self = Self(xkeysym::key::End);
    /// A page up.
    pub const PAGE_UP: Self = Self(xkeysym::key::Page_Up);
    /// A page down.
    pub const PAGE_DOWN: Self = Self(xkeysym::key::Page_Down);
    /// To the left.
    pub const LEFT: Self = Self(xkeysym::key::Left);
    /// To the right.
    pub const RIGHT: Self = Self(xkeysym::key::Right);
    /// Upwards.
    pub const UP: Self = Self(xkeysym::key::Up);
    /// Downwards.
    pub const DOWN: Self = Self(xkeysym::key::Down);
    /// The key for menus.
    pub const MENU: Self = Self(xkeysym::key::Menu);
    /// Print screen.
    pub const PRINT: Self = Self(xkeysym::key::Print);
    /// Pause.
    pub const PAUSE: Self = Self(xkeysym::key::Pause);
    /// Caps Lock.
    pub const CAPS_LOCK: Self = Self(xkeysym::key::Caps_Lock);
    /// Num Lock.
    pub const NUM_LOCK: Self = Self(xkeysym::key::Num_Lock);
    /// Scroll Lock.
    pub const SCROLL_LOCK: Self = Self(xkeysym::key::Scroll_Lock);
    /// The left Shift.
    pub const SHIFT_L: Self = Self(xkeysym::key::Shift_L);
    /// The right Shift.
    pub const SHIFT_R: Self = Self(xkeysym::key::Shift_R);
    /// The left Control.
    pub const CONTROL_L: Self = Self(xkeysym::key::Control_L);
    /// The right Control.
    pub const CONTROL_R: Self = Self(xkeysym::key::Control_R);
    /// The left Alt.
    pub const ALT_L: Self = Self(xkeysym::key::Alt_L);
    /// The right Alt, where it is not [`Keysym::ALT_GR`].
    pub const ALT_R: Self = Self(xkeysym::key::Alt_R);
    /// The left key with the system's sign on it.
    pub const SUPER_L: Self = Self(xkeysym::key::Super_L);
    /// The right key with the system's sign on it.
    pub const SUPER_R: Self = Self(xkeysym::key::Super_R);
    /// AltGr: chooses the third sign of a key.
    pub const ALT_GR: Self = Self(xkeysym::key::ISO_Level3_Shift);
    /// Chooses the fifth sign of a key, on few layouts.
    pub const LEVEL_5: Self = Self(xkeysym::key::ISO_Level5_Shift);
    /// No sign at all.
    pub const NONE: Self = Self(0);

    /// The keysym of a sign, as X11 numbers it. Line ends are [`Keysym::RETURN`], tabulators [`Keysym::TAB`]; other control
    /// characters have none.
    pub fn from_char(sign: char) -> Option<Self> {
        match sign {
            '\n' | '\r' => Some(Self::RETURN),
            '\t' => Some(Self::TAB),
            '\u{8}' => Some(Self::BACKSPACE),
            '\u{1b}' => Some(Self::ESCAPE),
            '\u{7f}' => Some(Self::DELETE),
            sign if sign.is_control() => None,
            sign => Some(Self(xkeysym::Keysym::from_char(sign).raw())).filter(|k| *k != Self::NONE),
        }
    }

    /// The sign that it types; keys that do something else, also those of the keypad, have none.
    pub fn to_char(self) -> Option<char> {
        if (0xff00..=0xffff).contains(&self.0) {
            return None;
        }
        let sign = xkeysym::Keysym::new(self.0).key_char()?;
        (!sign.is_control()).then_some(sign)
    }

    /// The key F1, F2, .. F35.
    pub fn function(number: u8) -> Option<Self> {
        let from_zero = number.checked_sub(1).filter(|n| *n < 35)?;
        Some(Self(xkeysym::key::F1 + u32::from(from_zero)))
    }

    /// Whether it changes what other keys do, while held or until pressed again.
    pub fn is_modifier(self) -> bool {
        xkeysym::Keysym::new(self.0).is_modifier_key()
            || matches!(
                self.0,
                xkeysym::key::ISO_Lock..=xkeysym::key::ISO_Last_Group_Lock
            )
    }

    /// Whether it is a key of the keypad.
    pub fn is_keypad(self) -> bool {
        xkeysym::Keysym::new(self.0).is_keypad_key()
    }

    /// Whether both type the same sign, or are the same: several signs have two numbers.
    pub fn same_as(self, other: Self) -> bool {
        self == other
            || self
                .to_char()
                .is_some_and(|sign| Some(sign) == other.to_char())
    }

    /// The small letter, where it is a letter with just one.
    pub fn lower(self) -> Self {
        self.with_case(|sign| single(sign.to_lowercase()))
    }

    /// The capital letter, where it is a letter with just one.
    pub fn upper(self) -> Self {
        self.with_case(|sign| single(sign.to_uppercase()))
    }

    fn with_case(self, case: impl Fn(char) -> Option<char>) -> Self {
        let changed = self
            .to_char()
            .and_then(|sign| case(sign).filter(|to| *to != sign));
        changed.and_then(Self::from_char).unwrap_or(self)
    }
}

/// The only one, if there is only one: `ß` has no single capital.
fn single(mut signs: impl Iterator<Item = char>) -> Option<char> {
    signs.next().filter(|_| signs.next().is_none())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_keysyms_agree() {
        for (sign, keysym) in [
            ('a', 0x61),
            (' ', 0x20),
            ('é', 0xe9),
            ('€', 0x20ac),
            ('ж', 0x06d6),
            ('漢', 0x0100_6f22),
            ('\u{1f600}', 0x0101_f600),
        ] {
            let made = Keysym::from_char(sign).unwrap();
            assert!(made.same_as(Keysym(keysym)), "{sign}: {:x}", made.0);
            assert_eq!(Keysym(keysym).to_char(), Some(sign));
        }
        assert_eq!(Keysym::from_char('\n'), Some(Keysym::RETURN));
        assert_eq!(Keysym::from_char('\u{1}'), None);
        // Both numbers of the euro sign and of a Cyrillic letter.
        assert!(Keysym(0x20ac).same_as(Keysym(0x0100_20ac)));
        assert!(Keysym(0x06d6).same_as(Keysym(0x0100_0436)));
        assert!(!Keysym(0x06d6).same_as(Keysym(0x06f6)));
    }

    #[test]
    fn keys_that_type_nothing_have_no_sign() {
        for keysym in [
            Keysym::RETURN,
            Keysym::ESCAPE,
            Keysym::SHIFT_L,
            Keysym::ALT_GR,
            Keysym(xkeysym::key::KP_1),
            Keysym::function(5).unwrap(),
            Keysym::NONE,
            Keysym(u32::MAX),
            Keysym(0x0111_0000),
            Keysym(0x0100_d800),
        ] {
            assert_eq!(keysym.to_char(), None, "{:x}", keysym.0);
        }
        assert!(!Keysym(xkeysym::key::KP_1).same_as(Keysym(0x31)));
    }

    #[test]
    fn letters_have_a_case_and_other_signs_none() {
        let of = |sign| Keysym::from_char(sign).unwrap();
        assert!(of('ж').upper().same_as(of('Ж')));
        assert!(of('É').lower().same_as(of('é')));
        assert_eq!(of('ß').upper(), of('ß'));
        assert_eq!(of('漢').upper(), of('漢'));
        assert_eq!(Keysym::RETURN.upper(), Keysym::RETURN);
    }

    #[test]
    fn kinds_of_keys() {
        assert!(Keysym::ALT_GR.is_modifier() && Keysym::CAPS_LOCK.is_modifier());
        assert!(!Keysym::TAB.is_modifier() && !Keysym(0xfe20).is_modifier());
        assert!(Keysym(xkeysym::key::KP_Home).is_keypad() && !Keysym::HOME.is_keypad());
        assert_eq!(Keysym::function(1), Some(Keysym(0xffbe)));
        assert_eq!(Keysym::function(0), None);
        assert_eq!(Keysym::function(36), None);
    }
}
