//! Which key of a Mac does what the expert's key does: by its meaning, and by the layout that the Mac has just now. Pure.

use std::collections::HashMap;

use xkeysym::key;

use crate::input::Keysym;

/// The modifiers of an event, as `CGEventFlags` has them.
pub(super) const SHIFT: u64 = 0x2_0000;
pub(super) const CONTROL: u64 = 0x4_0000;
pub(super) const OPTION: u64 = 0x8_0000;
pub(super) const COMMAND: u64 = 0x10_0000;
/// On an event of the keypad's or an arrow's.
const KEYPAD: u64 = 0x20_0000;
/// On an event of a key that small keyboards have under fn.
const FUNCTION: u64 = 0x80_0000;

/// The keys of the block that types: numbers of `HIToolbox/Events.h`. Behind them come the keypad and what types nothing.
const TYPING_KEYS: std::ops::RangeInclusive<u16> = 0..=50;
/// The levels of a layout, the plainest first.
const LEVELS: [u64; 4] = [0, SHIFT, OPTION, SHIFT | OPTION];
/// For a sign that the layout lacks: it is given to the event as it is.
const ANY_KEY: u16 = 0;

/// What the expert's key is on a Mac.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MacKey {
    /// A Shift, Control, Option or Command.
    Modifier {
        /// Which.
        keycode: u16,
        /// What it sets.
        flag: u64,
    },
    /// A key that is at the same place in every layout.
    Fixed {
        /// Which.
        keycode: u16,
        /// What its events have set.
        flags: u64,
    },
    /// A sign, which the layout may have or not.
    Sign(char),
}

impl MacKey {
    /// The key for this meaning; nothing where a Mac has none. What only chooses among a key's signs at the expert's is none, for the
    /// sign tells it.
    pub(super) fn of(keysym: Keysym) -> Option<Self> {
        let modifier = |keycode, flag| Some(Self::Modifier { keycode, flag });
        match keysym.0 {
            key::Shift_L => return modifier(56, SHIFT),
            key::Shift_R => return modifier(60, SHIFT),
            key::Control_L => return modifier(59, CONTROL),
            key::Control_R => return modifier(62, CONTROL),
            key::Alt_L => return modifier(58, OPTION),
            key::Alt_R => return modifier(61, OPTION),
            key::Super_L | key::Meta_L => return modifier(55, COMMAND),
            key::Super_R | key::Meta_R => return modifier(54, COMMAND),
            _ => {}
        }
        let (keycode, flags) = match keysym.0 {
            key::Return => (36, 0),
            key::Tab | key::ISO_Left_Tab => (48, 0),
            key::BackSpace => (51, 0),
            key::Escape => (53, 0),
            key::Delete => (117, FUNCTION),
            // A Mac's keyboard has Help there.
            key::Insert => (114, FUNCTION),
            key::Home => (115, FUNCTION),
            key::End => (119, FUNCTION),
            key::Page_Up => (116, FUNCTION),
            key::Page_Down => (121, FUNCTION),
            key::Left => (123, KEYPAD | FUNCTION),
            key::Right => (124, KEYPAD | FUNCTION),
            key::Down => (125, KEYPAD | FUNCTION),
            key::Up => (126, KEYPAD | FUNCTION),
            key::KP_0..=key::KP_7 => (82 + (keysym.0 - key::KP_0) as u16, KEYPAD),
            key::KP_8 => (91, KEYPAD),
            key::KP_9 => (92, KEYPAD),
            key::KP_Decimal | key::KP_Separator => (65, KEYPAD),
            key::KP_Multiply => (67, KEYPAD),
            key::KP_Add => (69, KEYPAD),
            key::KP_Divide => (75, KEYPAD),
            key::KP_Enter => (76, KEYPAD),
            key::KP_Subtract => (78, KEYPAD),
            key::KP_Equal => (81, KEYPAD),
            // What the keypad is without Num Lock, which a Mac has not.
            key::KP_Home => (115, FUNCTION),
            key::KP_End => (119, FUNCTION),
            key::KP_Page_Up => (116, FUNCTION),
            key::KP_Page_Down => (121, FUNCTION),
            key::KP_Left => (123, KEYPAD | FUNCTION),
            key::KP_Right => (124, KEYPAD | FUNCTION),
            key::KP_Down => (125, KEYPAD | FUNCTION),
            key::KP_Up => (126, KEYPAD | FUNCTION),
            key::KP_Delete => (117, FUNCTION),
            key::F1..=key::F20 => (FUNCTION_KEYS[(keysym.0 - key::F1) as usize], FUNCTION),
            _ => return keysym.to_char().map(Self::Sign),
        };
        Some(Self::Fixed { keycode, flags })
    }
}

/// F1 to F20; they are anywhere.
const FUNCTION_KEYS: [u16; 20] = [
    122, 120, 99, 118, 96, 97, 98, 100, 101, 109, 103, 111, 105, 107, 113, 106, 64, 79, 80, 90,
];

/// Where a layout has its signs: the key, and Shift and Option.
#[derive(Debug, Default)]
pub(super) struct Layout(HashMap<char, (u16, u64)>);

impl Layout {
    /// Asks of each key what it types with Shift, Option or both.
    pub(super) fn read(types: impl Fn(u16, u64) -> Option<char>) -> Self {
        let mut signs = HashMap::new();
        for level in LEVELS {
            for keycode in TYPING_KEYS {
                if let Some(sign) = types(keycode, level).filter(|sign| !sign.is_control()) {
                    signs.entry(sign).or_insert((keycode, level));
                }
            }
        }
        Self(signs)
    }

    fn find(&self, sign: char) -> Option<(u16, u64)> {
        self.0.get(&sign).copied()
    }
}

/// How a key goes down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Press {
    /// Which key.
    pub(super) keycode: u16,
    /// The modifiers of the event.
    pub(super) flags: u64,
    /// The sign that it types, whatever the key would.
    pub(super) sign: Option<char>,
}

/// How to press a key while the expert holds these modifiers; nothing where it would be a shortcut with a sign that the layout lacks.
pub(super) fn press(key: MacKey, held: u64, layout: &Layout) -> Option<Press> {
    match key {
        MacKey::Modifier { keycode, flag } => Some(Press {
            keycode,
            flags: held | flag,
            sign: None,
        }),
        MacKey::Fixed { keycode, flags } => Some(Press {
            keycode,
            flags: held | flags,
            sign: None,
        }),
        // Programs know a shortcut by its key and the layout, and hear no sign.
        MacKey::Sign(sign) if held & (CONTROL | OPTION | COMMAND) != 0 => {
            let small = sign.to_lowercase().next();
            let found = layout.find(sign).or_else(|| layout.find(small?));
            let (keycode, level) = found?;
            // A capital is the same key, and Shift is held or is not: Caps Lock makes capitals too.
            let level = if sign.is_alphabetic() { 0 } else { level };
            Some(Press {
                keycode,
                flags: held | level,
                sign: None,
            })
        }
        MacKey::Sign(sign) => {
            let (keycode, flags) = layout.find(sign).unwrap_or((ANY_KEY, 0));
            let sign = Some(sign);
            Some(Press {
                keycode,
                flags,
                sign,
            })
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// A part of the German layout.
    fn german() -> Layout {
        Layout::read(|keycode, level| {
            let signs = match keycode {
                0 => ['a', 'A', 'å', 'Å'],
                8 => ['c', 'C', 'ç', 'Ç'],
                16 => ['z', 'Z', 'Ω', '‡'],
                37 => ['l', 'L', '@', 'ﬂ'],
                26 => ['7', '/', '|', '\\'],
                36 => ['\r'; 4],
                _ => return None,
            };
            let level = LEVELS.iter().position(|l| *l == level);
            level.map(|level| signs[level])
        })
    }

    fn press_of(keysym: Keysym, held: u64) -> Option<Press> {
        press(MacKey::of(keysym).unwrap(), held, &german())
    }

    fn sign(sign: char) -> Keysym {
        Keysym::from_char(sign).unwrap()
    }

    #[test]
    fn a_sign_is_typed_where_the_layout_has_it_and_as_itself() {
        let at = |keycode, flags, sign| {
            Some(Press {
                keycode,
                flags,
                sign: Some(sign),
            })
        };
        assert_eq!(press_of(sign('z'), 0), at(16, 0, 'z'));
        assert_eq!(press_of(sign('A'), SHIFT), at(0, SHIFT, 'A'));
        // The expert's own Shift says nothing of where this layout has the sign.
        assert_eq!(press_of(sign('@'), SHIFT), at(37, OPTION, '@'));
        assert_eq!(press_of(sign('漢'), SHIFT), at(ANY_KEY, 0, '漢'));
    }

    #[test]
    fn a_shortcut_is_its_key_and_never_another() {
        let shortcut = |keycode, flags| {
            Some(Press {
                keycode,
                flags,
                sign: None,
            })
        };
        assert_eq!(press_of(sign('c'), COMMAND), shortcut(8, COMMAND));
        assert_eq!(
            press_of(sign('C'), COMMAND),
            shortcut(8, COMMAND),
            "Caps Lock"
        );
        let both = COMMAND | SHIFT;
        assert_eq!(press_of(sign('Z'), both), shortcut(16, both));
        assert_eq!(press_of(sign('/'), COMMAND), shortcut(26, both));
        assert_eq!(press_of(sign('q'), COMMAND), None);
        assert_eq!(press_of(sign('漢'), CONTROL), None);
    }

    #[test]
    fn fixed_keys_keep_what_is_held() {
        let press = press_of(Keysym::LEFT, COMMAND | SHIFT).unwrap();
        assert_eq!((press.keycode, press.sign), (123, None));
        assert_eq!(press.flags, COMMAND | SHIFT | KEYPAD | FUNCTION);
        assert_eq!(press_of(Keysym::RETURN, 0).unwrap().keycode, 36);
        let shift = press_of(Keysym::SHIFT_L, COMMAND).unwrap();
        assert_eq!((shift.keycode, shift.flags), (56, COMMAND | SHIFT));
        let last = MacKey::of(Keysym::function(20).unwrap());
        let flags = FUNCTION;
        assert_eq!(last, Some(MacKey::Fixed { keycode: 90, flags }));
    }

    #[test]
    fn what_a_mac_has_not_is_no_key() {
        for keysym in [
            Keysym::NUM_LOCK,
            Keysym::CAPS_LOCK,
            Keysym::ALT_GR,
            Keysym::NONE,
        ] {
            assert_eq!(MacKey::of(keysym), None, "{keysym:?}");
        }
        assert_eq!(MacKey::of(Keysym::function(21).unwrap()), None);
    }
}
