//! The keyboard that Hulp types on: a layout of our own, which no program has to have.
//!
//! A virtual keyboard brings its layout along, and the compositor hands it to whichever program gets its keys, in order with them. So
//! each sign that the common keys lack is bound to a spare key right before it is typed, and whoever sits at the computer keeps
//! their own layout on their own keyboard.

use std::{
    collections::{BTreeMap, VecDeque},
    fmt::Write as _,
};

use xkeysym::key;

use crate::input::{BeyondGroups, CONTROL, Key, KeyGroup, Keymap, Keysym, LOCK, Modifiers, SHIFT};

/// Keycodes are the kernel's numbers of keys and this more.
pub(super) const FIRST_KEYCODE: u8 = 8;
/// The modifier bits above Shift, Lock and Control, as all keyboards have them.
const ALT: Modifiers = 8;
const SUPER: Modifiers = 64;
const LEVEL_3: Modifiers = 128;
/// The names of the modifiers that keys here set.
const MODIFIERS: [(Modifiers, &str); 5] = [
    (SHIFT, "Shift"),
    (CONTROL, "Control"),
    (ALT, "Mod1"),
    (SUPER, "Mod4"),
    (LEVEL_3, "Mod5"),
];

/// Keys side by side that type signs: the kernel's number of the first, and what they type plain and with Shift.
const ROWS: &[(u8, &str, &str)] = &[
    (2, "1234567890-=", "!@#$%^&*()_+"),
    (16, "qwertyuiop[]", "QWERTYUIOP{}"),
    (30, "asdfghjkl;'`", "ASDFGHJKL:\"~"),
    (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
];

/// Other keys: the kernel's number, the keysym, and the modifier that it sets.
const OTHERS: &[(u8, u32, Modifiers)] = &[
    (1, key::Escape, 0),
    (14, key::BackSpace, 0),
    (28, key::Return, 0),
    (29, key::Control_L, CONTROL),
    (42, key::Shift_L, SHIFT),
    (54, key::Shift_R, SHIFT),
    (55, key::KP_Multiply, 0),
    (56, key::Alt_L, ALT),
    (57, key::space, 0),
    (58, key::Caps_Lock, 0),
    (59, key::F1, 0),
    (60, key::F2, 0),
    (61, key::F3, 0),
    (62, key::F4, 0),
    (63, key::F5, 0),
    (64, key::F6, 0),
    (65, key::F7, 0),
    (66, key::F8, 0),
    (67, key::F9, 0),
    (68, key::F10, 0),
    (69, key::Num_Lock, 0),
    (70, key::Scroll_Lock, 0),
    (71, key::KP_7, 0),
    (72, key::KP_8, 0),
    (73, key::KP_9, 0),
    (74, key::KP_Subtract, 0),
    (75, key::KP_4, 0),
    (76, key::KP_5, 0),
    (77, key::KP_6, 0),
    (78, key::KP_Add, 0),
    (79, key::KP_1, 0),
    (80, key::KP_2, 0),
    (81, key::KP_3, 0),
    (82, key::KP_0, 0),
    (83, key::KP_Decimal, 0),
    (84, key::Alt_R, ALT),
    (87, key::F11, 0),
    (88, key::F12, 0),
    (96, key::KP_Enter, 0),
    (97, key::Control_R, CONTROL),
    (98, key::KP_Divide, 0),
    (99, key::Print, 0),
    (100, key::ISO_Level3_Shift, LEVEL_3),
    (102, key::Home, 0),
    (103, key::Up, 0),
    (104, key::Page_Up, 0),
    (105, key::Left, 0),
    (106, key::Right, 0),
    (107, key::End, 0),
    (108, key::Down, 0),
    (109, key::Page_Down, 0),
    (110, key::Insert, 0),
    (111, key::Delete, 0),
    (117, key::KP_Equal, 0),
    (119, key::Pause, 0),
    (125, key::Super_L, SUPER),
    (126, key::Super_R, SUPER),
    (127, key::Menu, 0),
];

/// The kernel's number of the tabulator, which has another keysym with Shift.
const TAB: u8 = 15;
/// The kernel's numbers of keys that are bound to the signs that the others lack: programs know all up to 247.
const SPARE: std::ops::RangeInclusive<u8> = 128..=247;

/// The layout, and what its spare keys are bound to.
pub(super) struct OwnLayout {
    keys: BTreeMap<u8, Key>,
    keymap: Keymap,
    /// The spare keys, the one that was bound or typed longest ago first.
    spare: VecDeque<u8>,
    is_stale: bool,
}

impl OwnLayout {
    /// With no spare key bound.
    pub(super) fn new() -> Self {
        let mut keys = BTreeMap::new();
        for (first, plain, shifted) in ROWS {
            for (number, (plain, shifted)) in (*first..).zip(plain.chars().zip(shifted.chars())) {
                keys.insert(keycode(number), typing(plain, shifted));
            }
        }
        for (number, keysym, sets) in OTHERS {
            keys.insert(keycode(*number), doing(&[Keysym(*keysym)], *sets));
        }
        let back_tab = Keysym(key::ISO_Left_Tab);
        keys.insert(keycode(TAB), doing(&[Keysym::TAB, back_tab], 0));
        Self {
            keymap: Keymap::new(keys.clone()),
            keys,
            spare: SPARE.map(keycode).collect(),
            is_stale: true,
        }
    }

    /// What its keys do now.
    pub(super) fn keymap(&self) -> &Keymap {
        &self.keymap
    }

    /// Binds as many of these signs as there are spare keys that are not held, and says whether the layout is another now.
    pub(super) fn bind(&mut self, signs: &[Keysym], held: &[u8]) {
        let mut free = self.spare.len();
        for sign in signs {
            let Some(keycode) = self.next_spare(held, &mut free) else {
                break;
            };
            // As a letter with its capital, so that the expert's Shift leaves it what it is.
            self.keys
                .insert(keycode, letter(sign.lower(), sign.upper()));
            self.is_stale = true;
        }
        if self.is_stale {
            self.keymap = Keymap::new(self.keys.clone());
        }
    }

    /// How many signs can be bound at once.
    pub(super) fn spares(&self) -> usize {
        self.spare.len()
    }

    /// This key was typed.
    pub(super) fn used(&mut self, keycode: u8) {
        if let Some(index) = self.spare.iter().position(|spare| *spare == keycode) {
            self.spare.remove(index);
            self.spare.push_back(keycode);
        }
    }

    /// The layout as text (XKB text format, version 1), if it is another since this was last called.
    pub(super) fn news(&mut self) -> Option<String> {
        std::mem::take(&mut self.is_stale).then(|| text(&self.keys))
    }

    /// The spare key that was left alone longest, of the first `free` ones; it counts as bound last.
    fn next_spare(&mut self, held: &[u8], free: &mut usize) -> Option<u8> {
        while *free > 0 {
            *free -= 1;
            let keycode = self.spare.pop_front()?;
            self.spare.push_back(keycode);
            if !held.contains(&keycode) {
                return Some(keycode);
            }
        }
        None
    }
}

fn keycode(number: u8) -> u8 {
    number + FIRST_KEYCODE
}

/// A key that types a sign, and another one with Shift.
fn typing(plain: char, shifted: char) -> Key {
    let [plain, shifted] =
        [plain, shifted].map(|sign| Keysym::from_char(sign).unwrap_or(Keysym::NONE));
    match plain.upper() == shifted && plain != shifted {
        true => letter(plain, shifted),
        false => doing(&[plain, shifted], 0),
    }
}

/// A letter and its capital, which Caps Lock changes as well.
fn letter(small: Keysym, capital: Keysym) -> Key {
    one_group(KeyGroup {
        signs: vec![small, capital],
        chosen_by: SHIFT | LOCK,
        levels: vec![(SHIFT, 1), (LOCK, 1)],
        sets: 0,
    })
}

/// A key that does one thing, or another one with Shift.
fn doing(signs: &[Keysym], sets: Modifiers) -> Key {
    let by_shift = signs.len() > 1;
    one_group(KeyGroup {
        signs: signs.to_vec(),
        chosen_by: if by_shift { SHIFT } else { 0 },
        levels: if by_shift { vec![(SHIFT, 1)] } else { vec![] },
        sets,
    })
}

fn one_group(group: KeyGroup) -> Key {
    Key {
        groups: vec![group],
        beyond: BeyondGroups::Wrap,
    }
}

const TYPES: &str = r#"xkb_types "hulp" {
virtual_modifiers Alt, Super, LevelThree;
type "ONE_LEVEL" { modifiers = none; level_name[1] = "Any"; };
type "TWO_LEVEL" { modifiers = Shift; map[Shift] = 2; level_name[1] = "Base"; level_name[2] = "Shift"; };
type "ALPHABETIC" { modifiers = Shift+Lock; map[Shift] = 2; map[Lock] = 2; level_name[1] = "Base"; level_name[2] = "Caps"; };
};
xkb_compatibility "hulp" {
virtual_modifiers Alt, Super, LevelThree;
interpret.useModMapMods = AnyLevel;
interpret.repeat = False;
interpret Alt_L+AnyOf(all) { virtualModifier = Alt; action = SetMods(modifiers=modMapMods, clearLocks); };
interpret Alt_R+AnyOf(all) { virtualModifier = Alt; action = SetMods(modifiers=modMapMods, clearLocks); };
interpret Super_L+AnyOf(all) { virtualModifier = Super; action = SetMods(modifiers=modMapMods, clearLocks); };
interpret Super_R+AnyOf(all) { virtualModifier = Super; action = SetMods(modifiers=modMapMods, clearLocks); };
interpret ISO_Level3_Shift+AnyOf(all) { virtualModifier = LevelThree; action = SetMods(modifiers=modMapMods, clearLocks); };
interpret Any+AnyOf(all) { action = SetMods(modifiers=modMapMods, clearLocks); };
};
"#;

/// These keys as a whole keymap, which needs no file of the system's.
fn text(keys: &BTreeMap<u8, Key>) -> String {
    let mut text =
        String::from("xkb_keymap {\nxkb_keycodes \"hulp\" {\nminimum = 8;\nmaximum = 255;\n");
    // To write into a String does not fail.
    for keycode in keys.keys() {
        let _ = writeln!(text, "<K{keycode}> = {keycode};");
    }
    text.push_str("};\n");
    text.push_str(TYPES);
    text.push_str("xkb_symbols \"hulp\" {\nname[Group1] = \"Hulp\";\n");
    for (keycode, key) in keys {
        let Some(group) = key.groups.first() else {
            continue;
        };
        let kind = match group.chosen_by {
            0 => "ONE_LEVEL",
            SHIFT => "TWO_LEVEL",
            _ => "ALPHABETIC",
        };
        let signs: Vec<_> = (group.signs.iter())
            .map(|sign| format!("{:#x}", sign.0))
            .collect();
        let signs = signs.join(", ");
        let _ = writeln!(
            text,
            "key <K{keycode}> {{ type = \"{kind}\", [ {signs} ] }};"
        );
    }
    for (modifier, name) in MODIFIERS {
        let setting = keys.iter().filter(|(_, key)| {
            let mut groups = key.groups.iter();
            groups.any(|group| group.sets == modifier)
        });
        let setting: Vec<_> = setting
            .map(|(keycode, _)| format!("<K{keycode}>"))
            .collect();
        let _ = writeln!(text, "modifier_map {name} {{ {} }};", setting.join(", "));
    }
    text.push_str("};\n};\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::{KeyboardState, Purpose};

    fn sign(sign: char) -> Keysym {
        Keysym::from_char(sign).expect("a sign")
    }

    #[test]
    fn every_ascii_sign_is_on_a_key() {
        let layout = OwnLayout::new();
        for ascii in ' '..='~' {
            let plan =
                (layout.keymap()).plan(sign(ascii), &KeyboardState::default(), Purpose::Text);
            assert!(plan.is_some(), "{ascii}");
        }
    }

    #[test]
    fn other_signs_get_spare_keys_in_turn_but_never_a_held_one() {
        let mut layout = OwnLayout::new();
        let _ = layout.news();
        let first = SPARE.start() + FIRST_KEYCODE;
        layout.bind(&[sign('€'), sign('ß')], &[first]);
        assert!(layout.keymap().is_unused(first));
        assert_eq!(layout.keymap().sign(first + 1, 0, 0), sign('€'));
        assert_eq!(layout.keymap().sign(first + 2, 0, 0), sign('ß'));
        let text = layout.news().expect("another layout");
        assert!(text.contains("0x20ac"), "{text}");
        assert_eq!(layout.news(), None);

        // With all in use, the one that was left alone longest is bound anew.
        layout.used(first + 1);
        let many: Vec<_> = ('\u{4e00}'..).take(layout.spares()).map(sign).collect();
        layout.bind(&many[1..], &[]);
        assert_eq!(layout.keymap().sign(first + 1, 0, 0), sign('€'));
        layout.bind(&many[..1], &[]);
        assert_ne!(layout.keymap().sign(first + 1, 0, 0), sign('€'));
    }

    #[test]
    fn a_capital_is_the_small_letter_with_shift() {
        let mut layout = OwnLayout::new();
        layout.bind(&[sign('É')], &[]);
        let none = KeyboardState::default();
        let plan = layout.keymap().plan(sign('é'), &none, Purpose::Text);
        assert_eq!(plan.map(|plan| plan.before.len()), Some(0));
        let plan = layout.keymap().plan(sign('É'), &none, Purpose::Text);
        assert_eq!(plan.map(|plan| plan.before.len()), Some(1));
    }
}
