//! The pane that shows the novice's screen, where this system has one: opened when the window first says where.

use std::sync::Arc;

use tokio::sync::mpsc::WeakUnboundedSender;

use super::{
    super::{RemoteScreen, shared::Shared},
    line::Wish,
};
use crate::desktop::{NativeWindow, PaneEvent, PanePlace, PaneSink};

/// Opens the pane, places it, and brings what is done over it into the line.
pub(super) struct PaneOpener {
    shared: Arc<Shared>,
    /// Weak: a pane does not keep a line alive that was left.
    line: WeakUnboundedSender<Wish>,
    /// It was tried, and this system has none.
    impossible: bool,
}

impl PaneOpener {
    pub(super) fn new(shared: Arc<Shared>, line: WeakUnboundedSender<Wish>) -> Self {
        Self {
            shared,
            line,
            impossible: false,
        }
    }

    /// Shows the screen there, or hides the pane; returns whether the pane shows it.
    pub(super) fn place(
        &mut self,
        remote: &RemoteScreen,
        window: NativeWindow,
        place: Option<PanePlace>,
    ) -> bool {
        if place.is_some() && !remote.has_pane() {
            if self.impossible {
                return false;
            }
            match self.shared.desktop.open_pane(window, self.sink()) {
                Ok(pane) => remote.set_pane(Some(pane)),
                Err(error) => {
                    tracing::info!(%error, "the window paints the screen itself");
                    self.impossible = true;
                    return false;
                }
            }
        }
        remote.place_pane(place).unwrap_or_else(|error| {
            tracing::warn!(%error, "the pane is given up");
            remote.set_pane(None);
            self.impossible = true;
            false
        })
    }

    /// Mouse input goes into the line as it comes, without a look at the window.
    fn sink(&self) -> PaneSink {
        let line = self.line.clone();
        Arc::new(move |event| {
            let wish = match event {
                PaneEvent::Input(event) => Wish::Input(vec![event]),
                PaneEvent::Pressed => Wish::PanePressed,
            };
            if let Some(line) = line.upgrade() {
                let _ = line.send(wish); // else it is over
            }
        })
    }
}
