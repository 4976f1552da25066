//! What the house asks of a Mac.

use std::path::PathBuf;

use super::{capture::MacCapture, edge, injector::MacInjector, permission};
use crate::desktop::{Capture, Desktop, DesktopError, Edge, Injector, LocalInputSink, StopKeys};

/// A Mac's desktop.
pub(in crate::desktop) struct MacDesktop {
    guard: Option<PathBuf>,
}

impl MacDesktop {
    /// With our own program, where it can be started again as the guard of held keys.
    pub(in crate::desktop) fn new(guard: Option<PathBuf>) -> Self {
        Self { guard }
    }
}

impl Desktop for MacDesktop {
    fn capture(&self) -> Result<Box<dyn Capture>, DesktopError> {
        Ok(Box::new(MacCapture::open()?))
    }

    fn expect_helpers(&self) {
        permission::ask_to_see();
    }

    fn injector(&self, sink: LocalInputSink) -> Result<Box<dyn Injector>, DesktopError> {
        Ok(Box::new(MacInjector::open(sink, self.guard.as_deref())?))
    }

    fn stop_keys(&self) -> StopKeys {
        StopKeys::Everywhere
    }

    fn show_edge(&self, wanted: Edge) {
        edge::show(wanted);
    }
}
