//! This computer's screen, pointer, mouse and keyboard: a trait for each part, a file for each system, and a stand-in.
//! The only folder that says `unsafe`, X11, Wayland, or a system's name.

mod autostart;
mod capture;
#[cfg(any(windows, all(unix, not(target_os = "macos"))))]
mod edge;
mod fake;
mod inject;
#[cfg(any(windows, all(unix, not(target_os = "macos"))))]
mod local_input;
#[cfg(any(target_os = "macos", test))]
mod macos;
mod mail;
#[cfg(any(windows, all(unix, not(target_os = "macos"))))]
mod monitor;
mod native;
mod notice;
mod opened;
mod opener;
mod opengl;
mod pane;
#[cfg(all(unix, not(target_os = "macos")))]
mod portal;
#[cfg(all(unix, not(target_os = "macos")))]
mod question;
mod registration;
#[cfg(all(unix, not(target_os = "macos")))]
mod shared_memory;
mod tray;
mod types;
mod video;
#[cfg(all(unix, not(target_os = "macos")))]
mod wayland;
#[cfg(windows)]
mod windows;
#[cfg(windows)]
mod windows_icon;
#[cfg(windows)]
mod windows_thread;
#[cfg(all(unix, not(target_os = "macos")))]
mod x11;
#[cfg(all(unix, not(target_os = "macos")))]
mod x11_keyboard;

pub use autostart::AutostartError;
pub use fake::{FakeDesktop, Opened};
pub use mail::{Mail, MailError};
pub use native::{
    GUARD_ARGUMENT, check_display, display_name, guard_held_keys, native, use_parents_console,
};
pub use notice::{Notice, NoticeClicked, Notices};
pub use opened::{OpenEvent, OpenEvents};
pub use opener::Opener;
pub use opengl::opengl_device;
pub use pane::{NativeWindow, Pane, PaneEvent, PanePlace, PaneSink, ShownPane};
#[cfg(all(unix, not(target_os = "macos")))]
pub use portal::PortalDesktop;
pub use registration::{RegistrationError, Unregistered, register, unregister};
pub use tray::{Tray, TrayEvent, TrayLook, TrayPick, TraySink, TrayState};
pub use types::{
    BringForward, Capture, CaptureError, CursorChange, Desktop, DesktopError, Edge, Injected,
    Injector, LocalInput, LocalInputSink, OwnDisplay, StopKey, StopKeys,
};
pub use video::video_coder;
#[cfg(all(unix, not(target_os = "macos")))]
pub use wayland::WaylandDesktop;
#[cfg(all(unix, not(target_os = "macos")))]
pub use x11::X11Desktop;
