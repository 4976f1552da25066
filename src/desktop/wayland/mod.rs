//! A Wayland desktop whose compositor lets programs see its screen and have a mouse and keyboard on it: wlroots (sway, Wayfire, labwc,
//! ..), Hyprland, COSMIC. What it offers decides, never its name.
//!
//! What no compositor lets a program do: watch the user's own keys and mouse while another window has them, or put a window above all
//! others. So the stop keys work in Hulp's window alone, what the novice does holds nothing back, and the window says both.

mod capture;
mod connection;
mod copier;
mod doubt;
mod inject;
mod layout;
mod outputs;
mod own_windows;
mod picture;

use std::path::PathBuf;

pub(super) use self::own_windows::{OwnWindows, Press, Watch};
use self::{capture::WaylandCapture, connection::Wire, copier::Copier, inject::WaylandInjector};
use super::{Capture, Desktop, DesktopError, Edge, Injector, LocalInputSink, OwnDisplay, StopKeys};

/// What a compositor lets programs do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Offer {
    /// See its screen.
    pub(super) sees: bool,
    /// Have a mouse and a keyboard on it.
    pub(super) controls: bool,
}

/// A desktop at a Wayland compositor.
#[derive(Default)]
pub struct WaylandDesktop {
    /// Where the compositor listens; without, where `WAYLAND_DISPLAY` says.
    socket: Option<PathBuf>,
    own_windows: OwnWindows,
}

impl WaylandDesktop {
    /// The desktop of the compositor that listens at this socket; without one, of that which `WAYLAND_DISPLAY` names.
    pub fn new(socket: Option<PathBuf>) -> Self {
        Self {
            socket,
            own_windows: OwnWindows::default(),
        }
    }

    /// What this compositor offers.
    ///
    /// # Errors
    /// When there is none, or it does not answer.
    pub(super) fn offer(&self) -> Result<Offer, DesktopError> {
        let wire = self.connect()?;
        Ok(Offer {
            sees: Copier::is_offered(&wire),
            controls: WaylandInjector::is_offered(&wire),
        })
    }

    /// A keyboard and a mouse for a seat that lacks one of them, on which nothing is done. Programs need some time until they listen to the
    /// first that there is, and what is typed until then is lost: so it is there from the first picture on, long before anybody types.
    fn furnish(&self, wire: &Wire) -> Option<WaylandInjector> {
        if wire.news.seats.have_both() || !WaylandInjector::is_offered(wire) {
            return None;
        }
        self.connect()
            .and_then(|wire| WaylandInjector::open(wire, OwnWindows::default()))
            .inspect_err(|error| tracing::info!(%error, "a seat without keyboard or mouse"))
            .ok()
    }

    fn connect(&self) -> Result<Wire, DesktopError> {
        Wire::open(self.socket.as_deref())
    }
}

impl Desktop for WaylandDesktop {
    fn capture(&self) -> Result<Box<dyn Capture>, DesktopError> {
        let wire = self.connect()?;
        let seat = self.furnish(&wire);
        Ok(Box::new(WaylandCapture::open(wire, seat)?))
    }

    /// Nothing is ever told to the sink: see the head of this file.
    fn injector(&self, _sink: LocalInputSink) -> Result<Box<dyn Injector>, DesktopError> {
        let injector = WaylandInjector::open(self.connect()?, self.own_windows.clone())?;
        Ok(Box::new(injector))
    }

    fn stop_keys(&self) -> StopKeys {
        StopKeys::InOurWindow
    }

    fn own_windows_are_on(&self, display: OwnDisplay) {
        self.own_windows.are_on(display);
    }

    fn own_windows_heed_presses(&self, is_written: bool) -> bool {
        self.own_windows.heed_presses(is_written)
    }

    /// Hulp's own window says all that the edge would.
    fn show_edge(&self, _edge: Edge) {}
}
