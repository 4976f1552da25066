//! The window: shows a [`View`], sends [`Command`]s; the only folder that says egui.
//!
//! There is one window. It changes its page, its size and whether it lies above all others: a question to the novice takes
//! it over at once, a session makes it small and keeps it on top, and afterwards it is what it was. What it knows comes from
//! the view and what the user types; it reads no file, opens no connection and keeps nothing.

mod app;
mod browse;
mod chat;
mod clock;
mod closing;
mod event_loop;
mod expert;
mod home;
mod novice;
mod own_keys;
mod ring;
mod settings;
mod text;
mod theme;
mod widgets;
mod window;

use std::{path::PathBuf, sync::Arc};

use crate::engine::{Command, View};

pub use app::App;
pub use clock::Clock;
pub use expert::{keyboard::Stroke, keys::RemoteKeys};
pub use text::invite_fault;

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
}

/// The page that the window opens with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StartPage {
    /// The two choices.
    #[default]
    Home,
    /// `Waiting for your helper`: an invitation has been asked for.
    Waiting,
    /// The expert's page: a file is being opened.
    Expert,
}

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum UiError {
    /// The system gave none; its own words.
    #[error("no window could be opened: {0}")]
    Window(String),
    /// There is a system to give one, but no window came of it; the log says why.
    #[error("no window could be opened: the system has no way to paint in it")]
    Painting,
    /// What the window talks to did not start.
    #[error("{0}")]
    Bridge(Box<dyn std::error::Error + Send + Sync>),
}

/// Wakes the window, from any thread, to look at the view again.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// Opens the window, and returns when it was closed. `make_bridge` is called once, when there is a window to wake.
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
    event_loop::run(|ctx| {
        let waker = ctx.clone();
        let bridge = make_bridge(Arc::new(move || window::one_frame(&waker)))?;
        Ok::<_, E>(App::new(ctx, options, bridge, start, Clock::system()))
    })
}
