//! Keys and pointer: what the expert does, in terms that do not depend on either side's keyboard. Pure.

mod event;

pub use event::{InputEvent, Keysym, MAX_INPUT_TEXT, PointerButton};
