//! This computer's screen, pointer, mouse and keyboard: a trait for each part, a file for each system, and a stand-in.
//! The only folder that says `unsafe`, X11, or a system's name.

mod capture;
#[cfg(all(unix, not(target_os = "macos")))]
mod edge;
mod fake;
mod general;
#[cfg(all(unix, not(target_os = "macos")))]
mod inject;
#[cfg(all(unix, not(target_os = "macos")))]
mod local_input;
mod mail;
mod native;
mod pane;
#[cfg(all(unix, not(target_os = "macos")))]
mod shared_memory;
mod types;
mod video;
#[cfg(all(unix, not(target_os = "macos")))]
mod x11;
#[cfg(all(unix, not(target_os = "macos")))]
mod x11_keyboard;

pub use fake::{FakeDesktop, Opened};
pub use mail::{Mail, MailError};
pub use native::{GUARD_ARGUMENT, check_display, guard_held_keys, native};
pub use pane::{NativeWindow, Pane, PaneEvent, PanePlace, PaneSink, ShownPane};
pub use types::{
    Capture, CaptureError, CursorChange, Desktop, DesktopError, Edge, Injected, Injector,
    LocalInput, LocalInputSink, StopKey, StopKeys,
};
pub use video::video_coder;
#[cfg(all(unix, not(target_os = "macos")))]
pub use x11::X11Desktop;
