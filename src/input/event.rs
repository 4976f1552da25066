//! One thing that the expert did.

use serde::{Deserialize, Serialize};

/// The most bytes of text in one [`InputEvent::Text`].
pub const MAX_INPUT_TEXT: usize = 1024;

/// A key by its meaning, as X11 numbers them (`keysymdef.h`): `0x61` is `a`, `0xff1b` Escape, `0x0100_20ac` the euro sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Keysym(pub u32);

/// A button of the pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PointerButton {
    /// The main one.
    Left,
    /// The wheel pressed.
    Middle,
    /// The one for menus.
    Right,
    /// Back, on the side.
    Back,
    /// Forward, on the side.
    Forward,
}

/// One thing that the expert did with mouse or keyboard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum InputEvent {
    /// The pointer is at this pixel of the novice's screen.
    PointerMoved {
        /// From the left.
        x: i32,
        /// From the top.
        y: i32,
    },
    /// A button went down or up.
    Button {
        /// Which.
        button: PointerButton,
        /// Down, or up.
        pressed: bool,
    },
    /// The wheel turned, in whole notches; right and down are positive.
    Wheel {
        /// To the right.
        right: i16,
        /// Downwards.
        down: i16,
    },
    /// A key went down or up. A printable sign is the keysym that the expert's own layout made of the key.
    Key {
        /// Which.
        keysym: Keysym,
        /// Down, or up.
        pressed: bool,
    },
    /// Text that no single key stands for, from an input method; at most [`MAX_INPUT_TEXT`] bytes.
    Text(String),
}
