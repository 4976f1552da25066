//! What there is of Hulp beside its window.

use std::sync::Arc;

use super::View;
use crate::desktop::TrayLook;

/// What there is of Hulp beside its window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BackgroundView {
    /// The desktop shows Hulp's icon in its tray.
    pub in_tray: bool,
    /// The user picked Hulp's end there: the window has to close.
    pub quits: bool,
    /// Why Hulp does not start at log-in, or still does, though the user wants it otherwise.
    pub autostart_fault: Option<String>,
}

/// What the icon in the tray says of a view; sentences are the window's.
pub type TrayWords = Arc<dyn Fn(&View) -> TrayLook + Send + Sync>;
