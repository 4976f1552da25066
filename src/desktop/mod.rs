//! This computer's screen, pointer, mouse and keyboard: a trait for each part, a file for each system, and a stand-in.
//! The only folder that says `unsafe`, X11, or a system's name.

mod types;

pub use types::{
    Capture, CaptureError, CursorChange, Desktop, DesktopError, Edge, Injected, Injector,
    LocalInput, LocalInputSink, StopKey, StopKeys,
};
