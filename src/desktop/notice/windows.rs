//! Notices of Windows: beside an icon of their own in the taskbar, which stays as long as they ask.

use super::{Notice, NoticeClicked, Notices};
use crate::desktop::{
    TrayState,
    windows_icon::{Face, IconEvent, NotifyIcon},
};

/// Opens nothing yet: the icon comes with the first notice.
pub(in crate::desktop) fn open(clicked: NoticeClicked) -> Option<Box<dyn Notices>> {
    Some(Box::new(Server {
        clicked,
        shown: None,
    }))
}

struct Server {
    clicked: NoticeClicked,
    shown: Option<NotifyIcon>,
}

impl Notices for Server {
    fn show(&mut self, notice: &Notice) {
        let face = Face {
            state: TrayState::Waiting,
            tooltip: notice.title.clone(),
            menu: vec![notice.open.clone()],
            notice: Some((notice.title.clone(), notice.text.clone())),
        };
        if let Some(shown) = &self.shown {
            shown.change(face);
            return;
        }
        let clicked = self.clicked.clone();
        let tell = move |event| match event {
            IconEvent::Shown(_) => {}
            IconEvent::Clicked | IconEvent::Picked(_) | IconEvent::NoticeClicked => clicked(),
        };
        self.shown = NotifyIcon::show("hulp-notice", face, tell)
            // The window asks as well.
            .inspect_err(|error| tracing::warn!(%error, "the desktop did not show a notice"))
            .ok();
    }

    fn withdraw(&mut self) {
        self.shown = None;
    }
}
