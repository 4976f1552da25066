//! The pages of the one who gives help.

pub mod code;
pub mod console;
pub mod input;
pub mod keyboard;
pub mod keys;
pub mod offer;
pub mod open;
pub mod pane;
pub mod paper;
pub mod pointer;
pub mod screen;
pub mod signs;
pub mod state_line;
