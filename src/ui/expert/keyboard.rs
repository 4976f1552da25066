//! What the expert types, as the novice's computer is to get it.
//!
//! A sign that the expert's own layout made (also with Shift, AltGr or a dead key) goes as a press and a release of that
//! sign's keysym, so that neither side's layout matters. With Ctrl, Alt or the logo key held it is a shortcut: the key goes
//! down and up as it does here. Keys without a sign, such as Enter and the arrows, do the same. What an input method commits
//! goes as text. A key that is held is not repeated from here: the novice's computer repeats it by itself.

use egui::{Event, ImeEvent, Key, Modifiers};

use crate::input::{InputEvent, Keysym, MAX_INPUT_TEXT};

/// What is held.
#[derive(Debug, Default)]
pub struct Keyboard {
    keys: Vec<(Key, Keysym)>,
    ctrl: bool,
    alt: bool,
    shift: bool,
    /// The sign that comes with a shortcut's key is part of the shortcut.
    swallow: bool,
    /// Where Alt writes signs and is no key of shortcuts: on a Mac.
    alt_writes: bool,
}

impl Keyboard {
    /// Tells where this is.
    pub fn on(&mut self, os: egui::os::OperatingSystem) {
        self.alt_writes = os == egui::os::OperatingSystem::Mac;
    }

    /// Takes an event; true when it was one of the keyboard's.
    pub fn take(&mut self, event: &Event, out: &mut Vec<InputEvent>) -> bool {
        match event {
            Event::ModifiersChanged(modifiers) => {
                self.modifiers(*modifiers, out);
                false // the window needs to know them too
            }
            Event::Key {
                key,
                pressed,
                modifiers,
                ..
            } => {
                self.key(*key, *pressed, *modifiers, out);
                true
            }
            Event::Text(text) => {
                if !std::mem::take(&mut self.swallow) {
                    typed(text, out);
                }
                true
            }
            Event::Ime(ImeEvent::Commit(text)) => {
                out.extend(in_parts(text).map(InputEvent::Text));
                true
            }
            Event::Ime(_) | Event::Copy | Event::Cut | Event::Paste(_) => true,
            _ => false,
        }
    }

    /// Releases everything.
    pub fn release_all(&mut self, out: &mut Vec<InputEvent>) {
        out.extend(self.keys.drain(..).rev().map(|(_, keysym)| up(keysym)));
        self.modifiers(Modifiers::NONE, out);
        self.swallow = false;
    }

    fn modifiers(&mut self, now: Modifiers, out: &mut Vec<InputEvent>) {
        for (held, now, keysym) in [
            (&mut self.ctrl, now.ctrl, Keysym::CONTROL_L),
            (&mut self.alt, now.alt && !self.alt_writes, Keysym::ALT_L),
            (&mut self.shift, now.shift, Keysym::SHIFT_L),
        ] {
            if std::mem::replace(held, now) != now {
                out.push(InputEvent::Key {
                    keysym,
                    pressed: now,
                });
            }
        }
    }

    fn key(&mut self, key: Key, pressed: bool, modifiers: Modifiers, out: &mut Vec<InputEvent>) {
        if is_modifier(key) {
            return; // told by ModifiersChanged, which knows AltGr from Alt
        }
        if !pressed {
            if let Some(at) = self.keys.iter().position(|(held, _)| *held == key) {
                out.push(up(self.keys.remove(at).1));
            }
            return;
        }
        self.modifiers(modifiers, out);
        self.swallow = false;
        let keysym = match named(key) {
            Some(keysym) => keysym,
            None if self.is_shortcut() => {
                let Some(keysym) = sign_of(key, self.shift).and_then(Keysym::from_char) else {
                    return;
                };
                self.swallow = true;
                keysym
            }
            None => return, // its sign comes as text
        };
        if self.keys.iter().all(|(held, _)| *held != key) {
            self.keys.push((key, keysym));
            out.push(down(keysym));
        }
    }

    fn is_shortcut(&self) -> bool {
        let logo = |(key, _): &(Key, Keysym)| matches!(key, Key::SuperLeft | Key::SuperRight);
        self.ctrl || self.alt || self.keys.iter().any(logo)
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

fn is_modifier(key: Key) -> bool {
    matches!(
        key,
        Key::ShiftLeft
            | Key::ShiftRight
            | Key::ControlLeft
            | Key::ControlRight
            | Key::AltLeft
            | Key::AltRight
            // what they do to signs has been done on this side
            | Key::CapsLock
            | Key::NumLock
    )
}

/// Keys that write no sign.
fn named(key: Key) -> Option<Keysym> {
    Some(match key {
        Key::ArrowDown => Keysym::DOWN,
        Key::ArrowLeft => Keysym::LEFT,
        Key::ArrowRight => Keysym::RIGHT,
        Key::ArrowUp => Keysym::UP,
        Key::Escape => Keysym::ESCAPE,
        Key::Tab => Keysym::TAB,
        Key::Backspace => Keysym::BACKSPACE,
        Key::Enter => Keysym::RETURN,
        Key::Insert => Keysym::INSERT,
        Key::Delete => Keysym::DELETE,
        Key::Home => Keysym::HOME,
        Key::End => Keysym::END,
        Key::PageUp => Keysym::PAGE_UP,
        Key::PageDown => Keysym::PAGE_DOWN,
        Key::SuperLeft => Keysym::SUPER_L,
        Key::SuperRight => Keysym::SUPER_R,
        Key::ScrollLock => Keysym::SCROLL_LOCK,
        Key::PrintScreen => Keysym::PRINT,
        Key::Pause => Keysym::PAUSE,
        Key::Menu => Keysym::MENU,
        _ => Keysym::function(key.name().strip_prefix('F')?.parse().ok()?)?,
    })
}

/// The sign on a key of a shortcut; capital with Shift, as the layout would have made it.
fn sign_of(key: Key, shift: bool) -> Option<char> {
    let sign = match key {
        Key::Space => ' ',
        Key::Colon => ':',
        Key::Comma => ',',
        Key::Backslash | Key::IntlBackslash => '\\',
        Key::Slash => '/',
        Key::Pipe => '|',
        Key::Questionmark => '?',
        Key::Exclamationmark => '!',
        Key::OpenBracket => '[',
        Key::CloseBracket => ']',
        Key::OpenCurlyBracket => '{',
        Key::CloseCurlyBracket => '}',
        Key::Backtick => '`',
        Key::Minus => '-',
        Key::Period => '.',
        Key::Plus => '+',
        Key::Equals => '=',
        Key::Semicolon => ';',
        Key::Quote => '\'',
        _ => {
            let mut name = key.name().chars();
            let sign = name.next().filter(|_| name.next().is_none())?;
            if shift {
                sign
            } else {
                sign.to_ascii_lowercase()
            }
        }
    };
    Some(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CTRL: Modifiers = Modifiers {
        ctrl: true,
        command: true,
        ..Modifiers::NONE
    };

    fn key(key: Key, pressed: bool, modifiers: Modifiers) -> Event {
        Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers,
        }
    }

    fn text(text: &str) -> Event {
        Event::Text(text.into())
    }

    /// What comes out, as `+a` and `-a` for keys by number or sign, and text in quotes.
    fn told(keyboard: &mut Keyboard, events: &[Event]) -> String {
        let mut out = vec![];
        for event in events {
            keyboard.take(event, &mut out);
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
        for sign in ["a", "@", "€", "é", "ß", "漢", "ж"] {
            let out = told(
                &mut keyboard,
                &[key(Key::A, true, Modifiers::NONE), text(sign)],
            );
            assert_eq!(out, format!("+{sign} -{sign}"));
            assert_eq!(
                told(&mut keyboard, &[key(Key::A, false, Modifiers::NONE)]),
                ""
            );
        }
    }

    #[test]
    fn shortcuts_go_as_keys_and_their_sign_is_not_typed_twice() {
        let mut keyboard = Keyboard::default();
        let out = told(
            &mut keyboard,
            &[
                Event::ModifiersChanged(CTRL),
                key(Key::C, true, CTRL),
                key(Key::C, false, CTRL),
                Event::ModifiersChanged(Modifiers::NONE),
            ],
        );
        assert_eq!(out, "+Ctrl +c -c -Ctrl");

        let out = told(
            &mut keyboard,
            &[
                key(Key::F, true, Modifiers::ALT),
                text("f"),
                key(Key::F, false, Modifiers::ALT),
                Event::ModifiersChanged(Modifiers::NONE),
                text("g"),
            ],
        );
        assert_eq!(out, "+Alt +f -f -Alt +g -g");
    }

    #[test]
    fn a_shifted_shortcut_names_the_capital() {
        let both = Modifiers {
            shift: true,
            ..CTRL
        };
        let out = told(&mut Keyboard::default(), &[key(Key::T, true, both)]);
        assert_eq!(out, "+Ctrl +Shift +T");
    }

    #[test]
    fn the_logo_key_makes_shortcuts() {
        let out = told(
            &mut Keyboard::default(),
            &[
                key(Key::SuperLeft, true, Modifiers::NONE),
                key(Key::E, true, Modifiers::NONE),
                text("e"),
                key(Key::E, false, Modifiers::NONE),
                key(Key::SuperLeft, false, Modifiers::NONE),
            ],
        );
        assert_eq!(out, "+Logo +e -e -Logo");
    }

    #[test]
    fn a_held_key_is_pressed_once() {
        let mut keyboard = Keyboard::default();
        let down = key(Key::ArrowDown, true, Modifiers::NONE);
        let out = told(
            &mut keyboard,
            &[
                down.clone(),
                down.clone(),
                down,
                key(Key::ArrowDown, false, Modifiers::NONE),
            ],
        );
        assert_eq!(out, "+Down -Down");
    }

    #[test]
    fn alt_gr_is_no_shortcut() {
        // winit tells AltGr as a key, but not as Alt
        let out = told(
            &mut Keyboard::default(),
            &[
                key(Key::AltRight, true, Modifiers::NONE),
                key(Key::E, true, Modifiers::NONE),
                text("€"),
                key(Key::AltRight, false, Modifiers::NONE),
            ],
        );
        assert_eq!(out, "+€ -€");
    }

    #[test]
    fn what_is_held_is_let_go_newest_first() {
        let mut keyboard = Keyboard::default();
        told(
            &mut keyboard,
            &[key(Key::C, true, CTRL), key(Key::ArrowUp, true, CTRL)],
        );
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
        Keyboard::default().take(&Event::Ime(ImeEvent::Commit(long.clone())), &mut out);
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
