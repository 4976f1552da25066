//! What stands on keys, and what they write.

use winit::keyboard::{Key, KeyCode as Place, NamedKey, PhysicalKey};

use super::keyboard::Stroke;

/// What a key types: nothing, or what is neither a control character nor one of the private ones by which a Mac names keys.
pub fn written(stroke: &Stroke) -> &str {
    let text = stroke.text.as_deref().or_else(|| stroke.key.to_text());
    let is_sign = |sign: char| {
        let is_private = matches!(sign, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
        !is_private && !sign.is_control()
    };
    text.filter(|text| text.chars().all(is_sign))
        .unwrap_or_default()
}

/// The sign on a key of a shortcut, capital with Shift. Programs know their shortcuts by Latin letters: on another alphabet's
/// layout, and for letters with marks, it is the sign that stands at that place on a Latin one.
pub fn of_shortcut(stroke: &Stroke, shift: bool) -> Option<char> {
    let made = match &stroke.key {
        Key::Named(NamedKey::Space) => return Some(' '),
        Key::Named(_) => return None,
        Key::Character(made) => made.chars().next(),
        Key::Dead(_) | Key::Unidentified(_) => None,
    };
    let sign = made
        .filter(char::is_ascii)
        .or_else(|| at(stroke.place))
        .or(made)?;
    Some(if shift {
        sign.to_ascii_uppercase()
    } else {
        sign.to_ascii_lowercase()
    })
}

/// The number of F1, F2, .. F35.
pub fn function_number(name: NamedKey) -> Option<u8> {
    let at = FUNCTION_KEYS.iter().position(|key| *key == name)?;
    u8::try_from(at + 1).ok()
}

fn at(place: PhysicalKey) -> Option<char> {
    let PhysicalKey::Code(code) = place else {
        return None;
    };
    let (_, sign) = LATIN.iter().find(|(place, _)| *place == code)?;
    Some(*sign)
}

/// What stands where on a Latin keyboard.
#[rustfmt::skip]
const LATIN: [(Place, char); 48] = [
    (Place::Backquote, '`'), (Place::Digit1, '1'), (Place::Digit2, '2'), (Place::Digit3, '3'), (Place::Digit4, '4'), (Place::Digit5, '5'),
    (Place::Digit6, '6'), (Place::Digit7, '7'), (Place::Digit8, '8'), (Place::Digit9, '9'), (Place::Digit0, '0'), (Place::Minus, '-'),
    (Place::Equal, '='), (Place::KeyQ, 'q'), (Place::KeyW, 'w'), (Place::KeyE, 'e'), (Place::KeyR, 'r'), (Place::KeyT, 't'),
    (Place::KeyY, 'y'), (Place::KeyU, 'u'), (Place::KeyI, 'i'), (Place::KeyO, 'o'), (Place::KeyP, 'p'), (Place::BracketLeft, '['),
    (Place::BracketRight, ']'), (Place::Backslash, '\\'), (Place::KeyA, 'a'), (Place::KeyS, 's'), (Place::KeyD, 'd'), (Place::KeyF, 'f'),
    (Place::KeyG, 'g'), (Place::KeyH, 'h'), (Place::KeyJ, 'j'), (Place::KeyK, 'k'), (Place::KeyL, 'l'), (Place::Semicolon, ';'),
    (Place::Quote, '\''), (Place::IntlBackslash, '\\'), (Place::KeyZ, 'z'), (Place::KeyX, 'x'), (Place::KeyC, 'c'), (Place::KeyV, 'v'),
    (Place::KeyB, 'b'), (Place::KeyN, 'n'), (Place::KeyM, 'm'), (Place::Comma, ','), (Place::Period, '.'), (Place::Slash, '/'),
];

#[rustfmt::skip]
const FUNCTION_KEYS: [NamedKey; 35] = [
    NamedKey::F1, NamedKey::F2, NamedKey::F3, NamedKey::F4, NamedKey::F5, NamedKey::F6, NamedKey::F7, NamedKey::F8,
    NamedKey::F9, NamedKey::F10, NamedKey::F11, NamedKey::F12, NamedKey::F13, NamedKey::F14, NamedKey::F15, NamedKey::F16,
    NamedKey::F17, NamedKey::F18, NamedKey::F19, NamedKey::F20, NamedKey::F21, NamedKey::F22, NamedKey::F23, NamedKey::F24,
    NamedKey::F25, NamedKey::F26, NamedKey::F27, NamedKey::F28, NamedKey::F29, NamedKey::F30, NamedKey::F31, NamedKey::F32,
    NamedKey::F33, NamedKey::F34, NamedKey::F35,
];
