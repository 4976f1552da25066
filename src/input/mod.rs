//! Keys and pointer: what the expert does, in terms that do not depend on either side's keyboard. Pure.

mod event;
mod keymap;
mod keysyms;
mod pressed;

pub use event::{InputEvent, Keysym, MAX_INPUT_TEXT, PointerButton};
pub use keymap::{
    BeyondGroups, CONTROL, Key, KeyGroup, KeyStep, KeyboardState, Keymap, LOCK, Modifiers, Plan,
    Purpose, SHIFT,
};
pub use pressed::Pressed;
