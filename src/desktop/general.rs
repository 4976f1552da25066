//! A desktop that can be seen, but not used: for systems where the stop keys could not be kept.

use super::{
    Capture, Desktop, DesktopError, Edge, Injector, LocalInputSink, Mail, MailError, StopKeys,
    capture::XcapCapture, mail,
};

/// Sees the screen through xcap. Mouse and keyboard stay the novice's own.
pub(super) struct GeneralDesktop {
    /// Why mouse and keyboard cannot be used.
    no_injector: &'static str,
}

impl GeneralDesktop {
    /// A desktop that refuses mouse and keyboard for this reason.
    pub(super) fn new(no_injector: &'static str) -> Self {
        Self { no_injector }
    }
}

impl Desktop for GeneralDesktop {
    fn capture(&self) -> Result<Box<dyn Capture>, DesktopError> {
        Ok(Box::new(XcapCapture::open()?))
    }

    fn injector(&self, _sink: LocalInputSink) -> Result<Box<dyn Injector>, DesktopError> {
        Err(DesktopError::Unsupported(self.no_injector.into()))
    }

    fn stop_keys(&self) -> StopKeys {
        StopKeys::InOurWindow
    }

    /// Hulp's own window says all that the edge would.
    fn show_edge(&self, _edge: Edge) {}

    fn compose_mail(&self, message: &Mail) -> Result<(), MailError> {
        mail::compose(message)
    }
}
