//! What the expert types, as the novice's computer is to get it.
//!
//! A sign that the expert's own layout made (also with Shift, AltGr or a dead key) goes as a press and a release of that
//! sign's keysym, so that neither side's layout matters. With Ctrl, Alt or the logo key held it is a shortcut: the key goes
//! down and up as it does here. Keys without a sign, such as Enter and the arrows, do the same. What an input method commits
//! goes as text. A key that is held is not repeated from here: the novice's computer repeats it by itself.

use winit::{
    event::{ElementState, KeyEvent},
    keyboard::{Key, KeyCode, ModifiersState, NamedKey, PhysicalKey, SmolStr},
};

use super::signs;
use crate::input::{InputEvent, Keysym, MAX_INPUT_TEXT};

/// A key going down or up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// Where it is on the keyboard.
    pub place: PhysicalKey,
    /// What the layout makes of it.
    pub key: Key,
    /// What it writes.
    pub text: Option<SmolStr>,
    /// Down, or up.
    pub pressed: bool,
}

impl From<&KeyEvent> for Stroke {
    fn from(event: &KeyEvent) -> Self {
        Self {
            place: event.physical_key,
            key: event.logical_key.clone(),
            text: event.text.clone(),
            pressed: event.state == ElementState::Pressed,
        }
    }
}

/// What is held.
#[derive(Debug, Default)]
pub struct Keyboard {
    /// The keys that were taken, and what is held at the novice's for each; a sign is not held there.
    keys: Vec<(PhysicalKey, Option<Keysym>)>,
    /// What is held on this side.
    modifiers: ModifiersState,
    /// What of that the novice's side knows.
    told: ModifiersState,
    /// Where Alt writes signs and is no key of shortcuts: on a Mac.
    alt_writes: bool,
}

impl Keyboard {
    /// A keyboard of which nothing is held.
    pub fn new(alt_writes: bool) -> Self {
        Self {
            alt_writes,
            ..Self::default()
        }
    }

    /// Ctrl, Alt, Shift or the logo key went down or up; to be told along with what comes next.
    pub fn set_modifiers(&mut self, now: ModifiersState) {
        self.modifiers = now;
    }

    /// Tells of what [`Keyboard::set_modifiers`] said.
    pub fn tell_modifiers(&mut self, out: &mut Vec<InputEvent>) {
        self.tell(self.modifiers, out);
    }

    /// Whether these are held on this side.
    pub fn holds(&self, modifiers: ModifiersState) -> bool {
        self.modifiers.contains(modifiers)
    }

    /// Takes a key. False when it is not the novice's: the release of one that was not pressed here.
    pub fn stroke(&mut self, stroke: &Stroke, out: &mut Vec<InputEvent>) -> bool {
        let held = (self.keys.iter()).position(|(place, _)| *place == stroke.place);
        if !stroke.pressed {
            let released = held.map(|at| self.keys.remove(at));
            out.extend(released.and_then(|(_, keysym)| keysym).map(up));
            return released.is_some();
        }
        self.tell_modifiers(out);
        let keysym = match named(stroke) {
            Some(keysym) => Some(keysym),
            None if self.is_shortcut() => {
                let shift = self.holds(ModifiersState::SHIFT);
                signs::of_shortcut(stroke, shift).and_then(Keysym::from_char)
            }
            None => None,
        };
        match (keysym, held) {
            (Some(keysym), None) => out.push(down(keysym)),
            (Some(_), Some(_)) => {}
            (None, _) => typed(signs::written(stroke), out),
        }
        if held.is_none() {
            self.keys.push((stroke.place, keysym));
        }
        true
    }

    /// What an input method made of several keys.
    pub fn commit(&mut self, text: &str, out: &mut Vec<InputEvent>) {
        out.extend(in_parts(text).map(InputEvent::Text));
    }

    /// Releases everything.
    pub fn release_all(&mut self, out: &mut Vec<InputEvent>) {
        let held = self.keys.drain(..).rev();
        out.extend(held.filter_map(|(_, keysym)| keysym).map(up));
        self.tell(ModifiersState::empty(), out);
    }

    fn tell(&mut self, now: ModifiersState, out: &mut Vec<InputEvent>) {
        let mut modifiers = vec![
            (ModifiersState::CONTROL, Keysym::CONTROL_L),
            (ModifiersState::ALT, Keysym::ALT_L),
            (ModifiersState::SHIFT, Keysym::SHIFT_L),
        ];
        modifiers.retain(|(modifier, _)| *modifier != ModifiersState::ALT || !self.alt_writes);
        for (modifier, keysym) in modifiers {
            let pressed = now.contains(modifier);
            if self.told.contains(modifier) != pressed {
                out.push(InputEvent::Key { keysym, pressed });
            }
        }
        self.told = now;
    }

    fn is_shortcut(&self) -> bool {
        let mut of_shortcuts = ModifiersState::CONTROL | ModifiersState::SUPER;
        of_shortcuts.set(ModifiersState::ALT, !self.alt_writes);
        self.modifiers.intersects(of_shortcuts)
    }
}

fn down(keysym: Keysym) -> InputEvent {
    InputEvent::Key {
        keysym,
        pressed: true,
    }
}

fn up(keysym: Keysym) -> InputEvent {
    InputEvent::Key {
        keysym,
        pressed: false,
    }
}

/// A single sign is a key; several at once, such as a composed flag, are text.
fn typed(text: &str, out: &mut Vec<InputEvent>) {
    let mut signs = text.chars();
    match (signs.next(), signs.next()) {
        (Some(sign), None) => {
            if let Some(keysym) = Keysym::from_char(sign) {
                out.extend([down(keysym), up(keysym)]);
            }
        }
        (Some(_), Some(_)) => out.extend(in_parts(text).map(InputEvent::Text)),
        (None, _) => {}
    }
}

/// Cuts text so that no part is over [`MAX_INPUT_TEXT`].
fn in_parts(text: &str) -> impl Iterator<Item = String> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = rest.floor_char_boundary(MAX_INPUT_TEXT);
        let (part, after) = rest.split_at(end);
        rest = after;
        (!part.is_empty()).then(|| part.to_owned())
    })
}

/// Keys that write no sign. Those that only change what others do are told as modifiers, which know AltGr from Alt; what Caps
/// Lock and Num Lock do to signs has been done on this side.
fn named(stroke: &Stroke) -> Option<Keysym> {
    let Key::Named(name) = &stroke.key else {
        return None;
    };
    Some(match name {
        NamedKey::ArrowDown => Keysym::DOWN,
        NamedKey::ArrowLeft => Keysym::LEFT,
        NamedKey::ArrowRight => Keysym::RIGHT,
        NamedKey::ArrowUp => Keysym::UP,
        NamedKey::Escape => Keysym::ESCAPE,
        NamedKey::Tab => Keysym::TAB,
        NamedKey::Backspace => Keysym::BACKSPACE,
        NamedKey::Enter => Keysym::RETURN,
        NamedKey::Insert => Keysym::INSERT,
        NamedKey::Delete => Keysym::DELETE,
        NamedKey::Home => Keysym::HOME,
        NamedKey::End => Keysym::END,
        NamedKey::PageUp => Keysym::PAGE_UP,
        NamedKey::PageDown => Keysym::PAGE_DOWN,
        NamedKey::Super if stroke.place == PhysicalKey::Code(KeyCode::SuperRight) => {
            Keysym::SUPER_R
        }
        NamedKey::Super => Keysym::SUPER_L,
        NamedKey::ScrollLock => Keysym::SCROLL_LOCK,
        NamedKey::PrintScreen => Keysym::PRINT,
        NamedKey::Pause => Keysym::PAUSE,
        NamedKey::ContextMenu => Keysym::MENU,
        _ => Keysym::function(signs::function_number(*name)?)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: ModifiersState = ModifiersState::empty();
    const CTRL: ModifiersState = ModifiersState::CONTROL;
    const ALT: ModifiersState = ModifiersState::ALT;
    const SHIFT: ModifiersState = ModifiersState::SHIFT;

    fn stroke(place: KeyCode, key: Key, pressed: bool) -> Stroke {
        Stroke {
            place: PhysicalKey::Code(place),
            text: key.to_text().map(Into::into),
            key,
            pressed,
        }
    }

    fn sign(place: KeyCode, sign: &str, pressed: bool) -> Stroke {
        stroke(place, Key::Character(sign.into()), pressed)
    }

    fn name(place: KeyCode, name: NamedKey, pressed: bool) -> Stroke {
        stroke(place, Key::Named(name), pressed)
    }

    /// What comes out, as `+a` and `-a` for keys by number or sign, and text in quotes.
    fn told(keyboard: &mut Keyboard, modifiers: ModifiersState, strokes: &[Stroke]) -> String {
        let mut out = vec![];
        keyboard.set_modifiers(modifiers);
        keyboard.tell_modifiers(&mut out);
        for stroke in strokes {
            keyboard.stroke(stroke, &mut out);
        }
        spell(&out)
    }

    fn spell(events: &[InputEvent]) -> String {
        let spelled: Vec<_> = (events.iter())
            .map(|event| match event {
                InputEvent::Key { keysym, pressed } => {
                    let sign = if *pressed { '+' } else { '-' };
                    let name = match (keysym.to_char(), *keysym) {
                        (Some(typed), _) => typed.to_string(),
                        (None, Keysym::CONTROL_L) => "Ctrl".into(),
                        (None, Keysym::ALT_L) => "Alt".into(),
                        (None, Keysym::SHIFT_L) => "Shift".into(),
                        (None, Keysym::SUPER_L) => "Logo".into(),
                        (None, Keysym::UP) => "Up".into(),
                        (None, Keysym::DOWN) => "Down".into(),
                        (None, other) => format!("{other:?}"),
                    };
                    format!("{sign}{name}")
                }
                InputEvent::Text(text) => format!("{text:?}"),
                other => format!("{other:?}"),
            })
            .collect();
        spelled.join(" ")
    }

    #[test]
    fn signs_go_as_the_layout_made_them() {
        let mut keyboard = Keyboard::default();
        for made in ["a", "@", "€", "é", "ß", "漢", "ж"] {
            let out = told(&mut keyboard, NONE, &[sign(KeyCode::KeyA, made, true)]);
            assert_eq!(out, format!("+{made} -{made}"));
            let released = sign(KeyCode::KeyA, made, false);
            assert_eq!(told(&mut keyboard, NONE, &[released]), "");
        }
        let space = name(KeyCode::Space, NamedKey::Space, true);
        assert_eq!(told(&mut keyboard, NONE, &[space]), "+  - ");
    }

    #[test]
    fn a_dead_key_writes_with_the_next_one() {
        let dead = stroke(KeyCode::Quote, Key::Dead(Some('´')), true);
        let composed = Stroke {
            text: Some("é".into()),
            ..sign(KeyCode::KeyE, "e", true)
        };
        let out = told(&mut Keyboard::default(), NONE, &[dead, composed]);
        assert_eq!(out, "+é -é");
    }

    #[test]
    fn shortcuts_go_as_keys_and_their_sign_is_not_typed_twice() {
        let mut keyboard = Keyboard::default();
        let c = |pressed| sign(KeyCode::KeyC, "c", pressed);
        assert_eq!(
            told(&mut keyboard, CTRL, &[c(true), c(false)]),
            "+Ctrl +c -c"
        );
        assert_eq!(told(&mut keyboard, NONE, &[]), "-Ctrl");
        let f = |pressed| sign(KeyCode::KeyF, "f", pressed);
        assert_eq!(told(&mut keyboard, ALT, &[f(true), f(false)]), "+Alt +f -f");
        let g = sign(KeyCode::KeyG, "g", true);
        assert_eq!(told(&mut keyboard, NONE, &[g]), "-Alt +g -g");
    }

    #[test]
    fn on_a_mac_alt_writes() {
        let mut keyboard = Keyboard::new(true);
        let out = told(&mut keyboard, ALT, &[sign(KeyCode::KeyL, "@", true)]);
        assert_eq!(out, "+@ -@");
    }

    #[test]
    fn a_shifted_shortcut_names_the_capital_and_is_let_go_without_shift() {
        let mut keyboard = Keyboard::default();
        let both = CTRL | SHIFT;
        let out = told(&mut keyboard, both, &[sign(KeyCode::KeyT, "T", true)]);
        assert_eq!(out, "+Ctrl +Shift +T");
        let out = told(&mut keyboard, CTRL, &[sign(KeyCode::KeyT, "t", false)]);
        assert_eq!(out, "-Shift -T");
    }

    #[test]
    fn a_shortcut_of_another_alphabet_is_that_of_the_place() {
        for (place, made, wanted) in [(KeyCode::KeyC, "с", 'c'), (KeyCode::Digit2, "é", '2')] {
            let mut keyboard = Keyboard::default();
            let out = told(&mut keyboard, CTRL, &[sign(place, made, true)]);
            assert_eq!(out, format!("+Ctrl +{wanted}"));
        }
    }

    #[test]
    fn the_logo_key_makes_shortcuts() {
        let mut keyboard = Keyboard::default();
        let logo = |pressed| name(KeyCode::SuperLeft, NamedKey::Super, pressed);
        let e = |pressed| sign(KeyCode::KeyE, "e", pressed);
        let mut out = told(&mut keyboard, NONE, &[logo(true)]);
        out += &told(&mut keyboard, ModifiersState::SUPER, &[e(true), e(false)]);
        out += &told(&mut keyboard, NONE, &[logo(false)]);
        assert_eq!(out, "+Logo+e -e-Logo");
    }

    #[test]
    fn a_held_key_is_pressed_once() {
        let key = |pressed| name(KeyCode::ArrowDown, NamedKey::ArrowDown, pressed);
        let strokes = [key(true), key(true), key(true), key(false)];
        let out = told(&mut Keyboard::default(), NONE, &strokes);
        assert_eq!(out, "+Down -Down");
    }

    #[test]
    fn alt_gr_is_no_shortcut() {
        // winit tells AltGr as a key, but not as Alt
        let alt_gr = |pressed| name(KeyCode::AltRight, NamedKey::AltGraph, pressed);
        let euro = sign(KeyCode::KeyE, "€", true);
        let strokes = [alt_gr(true), euro, alt_gr(false)];
        assert_eq!(told(&mut Keyboard::default(), NONE, &strokes), "+€ -€");
    }

    #[test]
    fn what_was_pressed_elsewhere_is_released_there() {
        let mut keyboard = Keyboard::default();
        let released = sign(KeyCode::Enter, "\r", false);
        assert!(!keyboard.stroke(&released, &mut vec![]));
    }

    #[test]
    fn what_is_held_is_let_go_newest_first() {
        let mut keyboard = Keyboard::default();
        let up = name(KeyCode::ArrowUp, NamedKey::ArrowUp, true);
        told(&mut keyboard, CTRL, &[sign(KeyCode::KeyC, "c", true), up]);
        let mut out = vec![];
        keyboard.release_all(&mut out);
        assert_eq!(spell(&out), "-Up -c -Ctrl");
        out.clear();
        keyboard.release_all(&mut out);
        assert!(out.is_empty());
    }

    #[test]
    fn an_input_method_s_text_is_cut_between_signs() {
        let long = "漢".repeat(700);
        let mut out = vec![];
        Keyboard::default().commit(&long, &mut out);
        let parts: Vec<_> = (out.iter())
            .map(|event| match event {
                InputEvent::Text(text) => text.as_str(),
                other => panic!("{other:?}"),
            })
            .collect();
        assert!(parts.len() > 1 && parts.iter().all(|part| part.len() <= MAX_INPUT_TEXT));
        assert_eq!(parts.concat(), long);
    }
}
