//! The tray of Windows: the notification area of its taskbar.

use std::sync::{Arc, Mutex, PoisonError};

use super::{Tray, TrayEvent, TrayLook, TrayPick, TraySink};
use crate::desktop::windows_icon::{Face, IconEvent, NotifyIcon};

/// Puts the icon there; where there is no taskbar now, as soon as there is.
pub(in crate::desktop) fn open(look: &TrayLook, sink: TraySink) -> Option<Box<dyn Tray>> {
    let picks = Arc::new(Mutex::new(picks_of(look)));
    let shared = picks.clone();
    let tell = move |event| match event {
        IconEvent::Shown(shown) => sink(TrayEvent::Shown(shown)),
        IconEvent::Clicked | IconEvent::NoticeClicked => sink(TrayEvent::Picked(TrayPick::Open)),
        IconEvent::Picked(entry) => {
            let picks = shared.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(pick) = picks.get(entry) {
                sink(TrayEvent::Picked(*pick));
            }
        }
    };
    NotifyIcon::show("hulp-tray", face(look), tell)
        .inspect_err(|error| tracing::info!(%error, "no icon in the tray"))
        .ok()
        .map(|icon| Box::new(Shown { icon, picks }) as Box<dyn Tray>)
}

struct Shown {
    icon: NotifyIcon,
    /// What the entries of the menu do.
    picks: Arc<Mutex<Vec<TrayPick>>>,
}

impl Tray for Shown {
    fn show(&mut self, look: &TrayLook) {
        *self.picks.lock().unwrap_or_else(PoisonError::into_inner) = picks_of(look);
        self.icon.change(face(look));
    }
}

fn picks_of(look: &TrayLook) -> Vec<TrayPick> {
    look.menu.iter().map(|(pick, _)| *pick).collect()
}

fn face(look: &TrayLook) -> Face {
    Face {
        state: look.state,
        tooltip: look.tooltip.clone(),
        menu: look.menu.iter().map(|(_, label)| label.clone()).collect(),
        notice: None,
    }
}
