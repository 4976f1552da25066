//! A computer's keyboard layout, and which of its keys type a wanted sign.

use std::collections::BTreeMap;

use super::Keysym;

/// The modifiers that a keyboard can have at once, a bit for each; X11 and XKB number them like this.
pub type Modifiers = u8;

/// The bit of Shift.
pub const SHIFT: Modifiers = 1;
/// The bit of Caps Lock.
pub const LOCK: Modifiers = 2;
/// The bit of Control.
pub const CONTROL: Modifiers = 4;

/// The least keycode that is bound to a sign: 8 stands for nothing in the kernel's own numbers, and some programs drop it.
const FIRST_SPARE: u8 = 9;
/// Where C is on a keyboard whose layout has no Latin letters: programs take shortcuts by place there.
const PLACE_OF_C: u8 = 54;

/// What each key does, with each group (layout) and level (what Shift, AltGr and the like choose).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keymap {
    keys: BTreeMap<u8, Key>,
    /// Per modifier bit: a key that sets it while held and does nothing else.
    shifters: [Option<u8>; 8],
    /// Modifiers that make a shortcut of a key.
    shortcut: Modifiers,
}

/// One key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Key {
    /// What it does in each group; a key that does nothing has none.
    pub groups: Vec<KeyGroup>,
    /// What it does in groups that it does not have.
    pub beyond: BeyondGroups,
}

/// What a key does in a group that it does not have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BeyondGroups {
    /// Its groups are counted round.
    #[default]
    Wrap,
    /// The last one counts.
    Clamp,
    /// This one counts.
    Redirect(u8),
}

/// What one key does in one group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyGroup {
    /// The sign of each level; missing levels have none.
    pub signs: Vec<Keysym>,
    /// The modifiers that choose the level.
    pub chosen_by: Modifiers,
    /// Which of them choose which level; any other choice is level 0.
    pub levels: Vec<(Modifiers, usize)>,
    /// The modifiers that it sets while it is held.
    pub sets: Modifiers,
}

/// The keyboard as it is before a key is pressed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyboardState {
    /// The layout that is chosen, from 0.
    pub group: u8,
    /// Modifiers that are on and that we cannot let go: locked ones, and those that the novice holds.
    pub fixed: Modifiers,
    /// The keys that we hold.
    pub held: Vec<u8>,
}

/// What a sign is typed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A key of the expert's: Control and Alt that are held make a shortcut of it.
    Key,
    /// Text: what is held must not make a shortcut of it.
    Text,
}

/// A key that goes down or up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyStep {
    /// Which.
    pub keycode: u8,
    /// Down, or up.
    pub pressed: bool,
}

/// How to type a sign: `before`, then `keycode` down; when it is up again, `after`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Modifiers that are put as the sign needs them.
    pub before: Vec<KeyStep>,
    /// The key.
    pub keycode: u8,
    /// The same modifiers put back.
    pub after: Vec<KeyStep>,
}

impl Keymap {
    /// The layout with these keys, by keycode.
    pub fn new(keys: BTreeMap<u8, Key>) -> Self {
        let mut keymap = Self {
            keys,
            ..Self::default()
        };
        let mut shifting = 0;
        for (keycode, key) in &keymap.keys {
            let Some(group) = key.groups.first() else {
                continue;
            };
            let plain = group.signs.first().copied().unwrap_or(Keysym::NONE);
            if group.sets == 0 {
                continue;
            }
            if is_level_shifter(plain) {
                shifting |= group.sets;
                if group.sets.is_power_of_two() {
                    let bit = group.sets.trailing_zeros() as usize;
                    keymap.shifters[bit].get_or_insert(*keycode);
                }
            } else {
                keymap.shortcut |= group.sets;
            }
        }
        keymap.shortcut &= !shifting;
        keymap
    }

    /// The sign that a key types with this group and these modifiers.
    pub fn sign(&self, keycode: u8, group: u8, modifiers: Modifiers) -> Keysym {
        self.group(keycode, group)
            .map_or(Keysym::NONE, |group| group.sign(modifiers))
    }

    /// The modifiers that a key sets while it is held.
    pub fn sets(&self, keycode: u8, group: u8) -> Modifiers {
        self.group(keycode, group).map_or(0, |group| group.sets)
    }

    /// Whether a key does nothing at all.
    pub fn is_unused(&self, keycode: u8) -> bool {
        self.keys.get(&keycode).is_none_or(Key::is_unused)
    }

    /// The keycodes that do nothing, to be bound to signs that the layout lacks.
    pub fn spare_keycodes(&self) -> Vec<u8> {
        let spare = self.keys.iter().filter(|(_, key)| key.is_unused());
        spare
            .map(|(keycode, _)| *keycode)
            .filter(|keycode| *keycode >= FIRST_SPARE)
            .collect()
    }

    /// How to type `wanted` with the fewest keys; `None` when this layout cannot, and a spare key must be bound to it.
    pub fn plan(&self, wanted: Keysym, state: &KeyboardState, purpose: Purpose) -> Option<Plan> {
        let held = self.held_modifiers(state);
        let moved = Moves {
            // For text, whatever would make a shortcut of it is let go.
            kept: match purpose {
                Purpose::Key => held,
                Purpose::Text => held & !self.shortcut,
            },
            is_shortcut: purpose == Purpose::Key && (held | state.fixed) & self.shortcut != 0,
        };
        if wanted.to_char().is_none() && !wanted.is_keypad() {
            let plain = self.plain_key(wanted, state.group);
            if let Some(keycode) = plain {
                return Some(self.adjusted(keycode, held, moved.kept, state));
            }
        } else if moved.is_shortcut
            && wanted.lower() != wanted.upper()
            && let Some(keycode) = self.plain_key(wanted.lower(), state.group)
        {
            // A shortcut is by key: the expert's own Shift counts, not the letter's case.
            return Some(self.adjusted(keycode, held, held, state));
        }
        if let Some(plan) = self.cheapest(wanted, state, held, moved.kept) {
            // What the keypad does beside digits, other keys do as well, and without a Shift that would be seen.
            return match keypad_substitute(wanted) {
                Some(instead) if !plan.before.is_empty() => self.plan(instead, state, purpose),
                _ => Some(plan),
            };
        }
        keypad_substitute(wanted).and_then(|instead| self.plan(instead, state, purpose))
    }

    /// Whether a key is Escape.
    pub fn is_escape(&self, keycode: u8, group: u8) -> bool {
        self.sign(keycode, group, 0) == Keysym::ESCAPE
    }

    /// Whether a key is the C of shortcuts, also on layouts without Latin letters: the C of another group then, and else the
    /// key at the place of C.
    pub fn is_c(&self, keycode: u8, group: u8) -> bool {
        let latin = |sign: Keysym| sign.to_char().filter(char::is_ascii_alphabetic);
        let here = latin(self.sign(keycode, group, 0));
        let elsewhere = || {
            let groups = self.keys.get(&keycode).map(|key| key.groups.iter());
            groups.into_iter().flatten().find_map(|g| latin(g.sign(0)))
        };
        match here.or_else(elsewhere) {
            Some(letter) => letter.eq_ignore_ascii_case(&'c'),
            None => keycode == PLACE_OF_C,
        }
    }

    /// Whether a key is a Control key.
    pub fn is_control(&self, keycode: u8, group: u8) -> bool {
        let sign = self.sign(keycode, group, 0);
        self.sets(keycode, group) & CONTROL != 0
            || matches!(sign, Keysym::CONTROL_L | Keysym::CONTROL_R)
    }

    fn group(&self, keycode: u8, group: u8) -> Option<&KeyGroup> {
        let key = self.keys.get(&keycode)?;
        let count = u8::try_from(key.groups.len()).ok()?;
        let group = match key.beyond {
            _ if group < count => group,
            BeyondGroups::Wrap => group.checked_rem(count)?,
            BeyondGroups::Clamp => count.checked_sub(1)?,
            BeyondGroups::Redirect(to) if to < count => to,
            BeyondGroups::Redirect(_) => 0,
        };
        key.groups.get(usize::from(group))
    }

    fn held_modifiers(&self, state: &KeyboardState) -> Modifiers {
        let sets = state.held.iter().map(|k| self.sets(*k, state.group));
        sets.fold(0, |all, sets| all | sets) & !state.fixed
    }

    /// The key that has a sign without any modifier.
    fn plain_key(&self, wanted: Keysym, group: u8) -> Option<u8> {
        let mut keys = self.keys.keys().copied();
        keys.find(|keycode| self.sign(*keycode, group, 0).same_as(wanted))
    }

    /// The plan that moves the fewest modifiers from `held`, of those that end up with `kept` where they do not matter.
    fn cheapest(
        &self,
        wanted: Keysym,
        state: &KeyboardState,
        held: Modifiers,
        kept: Modifiers,
    ) -> Option<Plan> {
        let pressable = self.pressable();
        let mut best: Option<(u32, usize, u8, Modifiers)> = None;
        for keycode in self.keys.keys().copied() {
            let Some(group) = self.group(keycode, state.group) else {
                continue;
            };
            let mut signs = group.signs.iter();
            if !signs.any(|s| s.same_as(wanted) || s.upper().same_as(wanted)) {
                continue;
            }
            let free = group.chosen_by & (pressable | held) & !state.fixed & !self.shortcut;
            for choice in subsets(free) {
                if choice & !held & !pressable != 0 {
                    continue;
                }
                let now = kept & !free | choice;
                if !group.sign(now | state.fixed).same_as(wanted) {
                    continue;
                }
                let cost = (now ^ held).count_ones();
                let level = group.level(now | state.fixed);
                let candidate = (cost, level, keycode, now);
                if best.is_none_or(|best| candidate < best) {
                    best = Some(candidate);
                }
            }
        }
        best.map(|(_, _, keycode, now)| self.adjusted(keycode, held, now, state))
    }

    /// The modifiers that a key of their own can set.
    fn pressable(&self) -> Modifiers {
        let bits = self.shifters.iter().enumerate();
        bits.filter(|(_, key)| key.is_some())
            .fold(0, |all, (bit, _)| all | 1 << bit)
    }

    /// The plan that takes the modifiers from `held` to `now` and back.
    fn adjusted(
        &self,
        keycode: u8,
        held: Modifiers,
        now: Modifiers,
        state: &KeyboardState,
    ) -> Plan {
        let lifted = held & !now;
        let lift = state
            .held
            .iter()
            .copied()
            .filter(|held| *held != keycode && self.sets(*held, state.group) & lifted != 0);
        let mut before: Vec<_> = lift.map(|keycode| step(keycode, false)).collect();
        let pressed = now & !held;
        let press = (0..8)
            .filter(|bit| pressed & (1 << bit) != 0)
            .filter_map(|bit| self.shifters[bit]);
        before.extend(press.map(|keycode| step(keycode, true)));
        let after = before.iter().rev();
        let after = after.map(|s| step(s.keycode, !s.pressed)).collect();
        Plan {
            before,
            keycode,
            after,
        }
    }
}

/// What a plan may change.
struct Moves {
    kept: Modifiers,
    is_shortcut: bool,
}

impl Key {
    fn is_unused(&self) -> bool {
        let mut groups = self.groups.iter();
        groups.all(|g| g.sets == 0 && g.signs.iter().all(|sign| *sign == Keysym::NONE))
    }
}

impl KeyGroup {
    fn level(&self, modifiers: Modifiers) -> usize {
        let chosen = modifiers & self.chosen_by;
        let level = self
            .levels
            .iter()
            .find(|(modifiers, _)| *modifiers == chosen);
        level.map_or(0, |(_, level)| *level)
    }

    fn sign(&self, modifiers: Modifiers) -> Keysym {
        let level = self.level(modifiers);
        let sign = self.signs.get(level).copied().unwrap_or(Keysym::NONE);
        // Where the level does not depend on Caps Lock, programs make the capital themselves (XKB protocol, 12.1).
        if modifiers & LOCK & !self.chosen_by != 0 {
            sign.upper()
        } else {
            sign
        }
    }
}

fn step(keycode: u8, pressed: bool) -> KeyStep {
    KeyStep { keycode, pressed }
}

fn is_level_shifter(sign: Keysym) -> bool {
    matches!(
        sign,
        Keysym::SHIFT_L | Keysym::SHIFT_R | Keysym::ALT_GR | Keysym::LEVEL_5
    )
}

/// All subsets of these bits, the empty one first.
fn subsets(bits: Modifiers) -> impl Iterator<Item = Modifiers> {
    let mut next = Some(0_u8);
    std::iter::from_fn(move || {
        let this = next?;
        let following = this.wrapping_sub(bits) & bits;
        next = (following != 0).then_some(following);
        Some(this)
    })
}

/// The key that does the same as one of the keypad's.
fn keypad_substitute(keysym: Keysym) -> Option<Keysym> {
    use xkeysym::key;
    Some(match keysym.0 {
        key::KP_Home => Keysym::HOME,
        key::KP_End => Keysym::END,
        key::KP_Page_Up => Keysym::PAGE_UP,
        key::KP_Page_Down => Keysym::PAGE_DOWN,
        key::KP_Left => Keysym::LEFT,
        key::KP_Right => Keysym::RIGHT,
        key::KP_Up => Keysym::UP,
        key::KP_Down => Keysym::DOWN,
        key::KP_Insert => Keysym::INSERT,
        key::KP_Delete => Keysym::DELETE,
        key::KP_Enter => Keysym::RETURN,
        key::KP_Tab => Keysym::TAB,
        key::KP_Space => Keysym(key::space),
        // The digits and signs of the keypad are 0xff80 above those of ASCII.
        key::KP_Multiply..=key::KP_9 | key::KP_Equal => Keysym(keysym.0 - 0xff80),
        _ => return None,
    })
}

#[cfg(test)]
#[path = "keymap_tests.rs"]
mod tests;
