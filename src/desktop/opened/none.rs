//! A system that starts a program for each.

use super::OpenEvent;

/// Hears of what is opened, for as long as it is kept.
pub struct OpenEvents;

impl OpenEvents {
    /// To be called by the main thread before there is a window; `opened` is called there. `also_again` where a second start is to be
    /// told; otherwise the system brings the window to the front, if there is one.
    pub fn listen(_also_again: bool, _opened: impl Fn(OpenEvent) + 'static) -> Self {
        Self
    }
}
