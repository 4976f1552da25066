//! The window: shows a [`View`], sends [`Command`]s; the only folder that says egui.
//!
//! There is one window. It changes its page, its size and whether it lies above all others: a question to the novice takes
//! it over at once, a session makes it small and keeps it on top, and afterwards it is what it was. It can be hidden, or not there yet,
//! while helpers are waited for; what asks for the user brings it up. What it knows comes from
//! the view and what the user types; it reads no file, opens no connection and keeps nothing.

mod app;
mod background;
mod browse;
mod chat;
mod check;
mod clicks;
mod clock;
mod closing;
mod drawing;
mod event_loop;
mod expert;
mod home;
mod icon;
mod log;
mod novice;
mod own_keys;
mod ring;
mod settings;
mod table;
mod text;
mod theme;
mod widgets;
mod window;

use std::{path::PathBuf, sync::Arc};

use raw_window_handle::{HasDisplayHandle, HasWindowHandle};

use crate::engine::{Command, Drawing, View};

pub use crate::engine::StartPage;
pub use app::App;
pub use clock::Clock;
pub use expert::{keyboard::Stroke, keys::RemoteKeys};
pub use text::Said;
pub use text::background::tray_look;
pub use text::{
    check::line as check_line, check::said as check_said, check::summary as check_summary,
    invite_fault, offer::card_fault,
};

/// What the window talks to: the engine, or a stand-in of a test's.
pub trait Bridge: Send + Sync {
    /// All that there is to see.
    fn view(&self) -> Arc<View>;

    /// Asks for something; never waits.
    fn send(&self, command: Command);

    /// The window closes: say goodbye to whoever is connected. May be called twice.
    fn close(&self);
}

/// What the window is told at its start.
#[derive(Clone)]
pub struct Options {
    /// Proposes where to save the invitation of someone with this name.
    pub suggested_path: Arc<dyn Fn(&str) -> PathBuf + Send + Sync>,
    /// There is no window before something asks for the user, or another start of the program for it.
    pub in_background: bool,
    /// Is told, before there is a window, which display it opens on.
    pub display_opened: Arc<dyn Fn(WindowDisplay) + Send + Sync>,
    /// Asked before anything is made of what is pressed in the window: whether it is the user's own. Is told whether an input method has
    /// written something into it.
    pub heed_presses: Arc<dyn Fn(bool) -> bool + Send + Sync>,
    /// How the window is brought before the others, where not as egui does it.
    pub bring_forward: Option<BringForward>,
}

/// The system's display that the window opens on; it stays open as long as anybody holds this.
pub type WindowDisplay = Arc<dyn HasDisplayHandle + Send + Sync>;

/// Brings a window before the others and gives it the keyboard. Called by the thread whose window it is.
pub type BringForward = fn(&dyn HasWindowHandle);

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum UiError {
    /// The system gave none; its own words.
    #[error("no window could be opened: {0}")]
    Window(String),
    /// There is a system to give one, but no window came of it; the log says why.
    #[error(
        "no window could be opened: nothing here can draw in it. {}",
        text::check::how_to_draw()
    )]
    Painting,
    /// What the window talks to did not start.
    #[error("{0}")]
    Bridge(Box<dyn std::error::Error + Send + Sync>),
}

/// Wakes the window, from any thread, to look at the view again.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// Opens the window, and returns when it was closed. `make_bridge` is called once, when there is a window to wake; in the background at
/// once.
///
/// # Errors
/// When the system gives no window, or `make_bridge` fails.
pub fn run<E>(
    options: Options,
    make_bridge: impl FnOnce(Wake) -> Result<Arc<dyn Bridge>, E>,
    start: StartPage,
) -> Result<(), UiError>
where
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    event_loop::run(options, make_bridge, start)
}

/// Tries to draw a window, without showing one, and says what with. Not for a process that [`run`]s.
///
/// # Errors
/// When the system gives no window, or has nothing to draw it with.
pub fn try_drawing() -> Result<Drawing, UiError> {
    event_loop::try_drawing()
}
