//! What the guard of held keys is told, and does when Hulp was killed.

use super::{display::pointer, keys::Press, poster::Poster};
use crate::{
    desktop::{DesktopError, inject::Held},
    input::PointerButton,
};

/// The buttons, as the guard is told of them.
const BUTTONS: [PointerButton; 5] = [
    PointerButton::Left,
    PointerButton::Right,
    PointerButton::Middle,
    PointerButton::Back,
    PointerButton::Forward,
];
/// What bears our mark is Hulp's, and that one is no more.
const NO_MARK: i64 = 0;

/// A key, as the guard is told of it: a Mac's keys have small numbers.
pub(super) fn held_key(keycode: u16) -> Held {
    Held::Key(u8::try_from(keycode).unwrap_or(u8::MAX))
}

/// A button, as the guard is told of it.
pub(super) fn held_button(button: PointerButton) -> Held {
    let number = BUTTONS.iter().position(|known| *known == button);
    Held::Button(number.unwrap_or_default() as u8)
}

/// Releases these, the last one first.
pub(in crate::desktop) fn release(held: &[Held]) -> Result<(), DesktopError> {
    let poster = Poster::new(NO_MARK)?;
    for held in held.iter().rev() {
        match *held {
            Held::Key(keycode) => {
                let press = Press {
                    keycode: keycode.into(),
                    flags: 0,
                    sign: None,
                };
                poster.key(press, false, false)?;
            }
            Held::Button(number) => {
                if let (Some(button), Some(at)) = (BUTTONS.get(usize::from(number)), pointer()) {
                    poster.button(*button, false, at, 1, 0)?;
                }
            }
        }
    }
    Ok(())
}
