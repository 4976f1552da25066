//! Desktops that show their screen, and take mouse and keyboard, through xdg-desktop-portal: GNOME, KDE and others on Wayland.

mod buffer;
mod bus;
mod capture;
mod grants;
mod inject;
mod layout;
mod picture;
mod pixels;
mod session;
mod shortcut;
mod stream;

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use self::{
    bus::DIALOG_PATIENCE, capture::PortalCapture, grants::Grants, inject::PortalInjector,
    shortcut::StopShortcut,
};
use super::{
    Capture, Desktop, DesktopError, Edge, Injector, LocalInput, LocalInputSink, OwnDisplay,
    StopKey, StopKeys, wayland::OwnWindows,
};

/// A desktop that asks its user by itself before it shows its screen or gives mouse and keyboard away.
pub struct PortalDesktop {
    grants: Arc<Grants>,
    wayland: Option<PathBuf>,
    own_windows: OwnWindows,
    /// What the desktop called the keys that it gave when control last began.
    stop_shortcut: Mutex<Option<Arc<str>>>,
}

impl PortalDesktop {
    /// The desktop that this program runs on. Nothing is asked before it is needed.
    pub fn new() -> Self {
        Self {
            grants: Arc::new(Grants::new(None, DIALOG_PATIENCE)),
            wayland: None,
            own_windows: OwnWindows::default(),
            stop_shortcut: Mutex::default(),
        }
    }

    /// Another one: on the session bus at this address, such as `unix:path=/run/user/1000/bus`, whose compositor listens at this
    /// path, and whose user gets this time to answer its question.
    pub fn at(bus: String, wayland: PathBuf, patience: Duration) -> Self {
        Self {
            grants: Arc::new(Grants::new(Some(bus), patience)),
            wayland: Some(wayland),
            own_windows: OwnWindows::default(),
            stop_shortcut: Mutex::default(),
        }
    }
}

impl Default for PortalDesktop {
    fn default() -> Self {
        Self::new()
    }
}

impl Desktop for PortalDesktop {
    fn capture(&self) -> Result<Box<dyn Capture>, DesktopError> {
        Ok(Box::new(PortalCapture::open(self.grants.clone())?))
    }

    /// The novice's own mouse and keys are nobody's to watch here, so nothing is reported but the keys that the desktop gave Hulp to stop
    /// it.
    fn injector(&self, sink: LocalInputSink) -> Result<Box<dyn Injector>, DesktopError> {
        let mut injector = PortalInjector::open(
            self.grants.clone(),
            self.wayland.as_deref(),
            self.own_windows.clone(),
        )?;
        let on_pressed = Box::new(move || sink(LocalInput::Stop(StopKey::Shortcut)));
        let shortcut = self
            .grants
            .stop_shortcut(on_pressed)
            .inspect_err(|error| tracing::info!(%error, "no key of the desktop's stops control"))
            .ok();
        *self
            .stop_shortcut
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = shortcut.as_ref().map(StopShortcut::trigger);
        injector.is_stopped_by(shortcut);
        Ok(Box::new(injector))
    }

    fn asks_by_itself(&self) -> bool {
        true
    }

    fn stop_keys(&self) -> StopKeys {
        let shortcut = self
            .stop_shortcut
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        shortcut
            .clone()
            .map_or(StopKeys::InOurWindow, StopKeys::Shortcut)
    }

    fn own_windows_are_on(&self, display: OwnDisplay) {
        self.own_windows.are_on(display);
    }

    fn own_windows_heed_presses(&self, is_written: bool) -> bool {
        self.own_windows.heed_presses(is_written)
    }

    /// The desktop shows by itself that its screen is shared; windows over everything are not for programs to make.
    fn show_edge(&self, _edge: Edge) {}
}
