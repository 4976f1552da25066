//! What there is of Hulp while nobody looks at its window: an icon in the tray, notices, and its start at log-in. What asks the desktop
//! for these waits on threads of its own; a stop that is picked in the tray does not wait for them, nor for this side.

use std::sync::{Arc, mpsc};

use super::{NoviceSide, invitations::Done};
use crate::{
    desktop::{Notice, NoticeClicked, TrayEvent, TrayLook, TrayPick, TraySink},
    engine::Command,
    store::{LogEvent, Settings},
};

/// The ways to the threads.
#[derive(Debug, Default)]
pub(super) struct Background {
    /// What the tray shows, and where more goes.
    tray: Option<(TrayLook, mpsc::Sender<TrayLook>)>,
    notices: Option<mpsc::Sender<Option<Notice>>>,
}

impl NoviceSide {
    /// Keeps the icon in the tray as things are: that of whoever owns this side.
    pub(super) fn show_in_tray(&mut self) {
        if self.ownership.is_none() {
            return;
        }
        let Some(words) = &self.shared.tray_words else {
            return;
        };
        let look = words(&self.shared.publisher.peek());
        match &mut self.background.tray {
            Some((shown, _)) if *shown == look => {}
            Some((shown, to_tray)) => {
                shown.clone_from(&look);
                let _ = to_tray.send(look); // there may be no tray
            }
            None => {
                let to_tray = self.open_tray(look.clone());
                self.background.tray = Some((look, to_tray));
            }
        }
    }

    fn open_tray(&self, first: TrayLook) -> mpsc::Sender<TrayLook> {
        let (to_tray, looks) = mpsc::channel();
        let (desktop, sink) = (self.shared.desktop.clone(), self.tray_sink());
        // It ends with this side.
        let started = self.shared.threads.spawn("hulp-tray", move || {
            let Some(mut tray) = desktop.open_tray(&first, sink) else {
                return;
            };
            while let Some(look) = newest(&looks) {
                tray.show(&look);
            }
        });
        if let Err(error) = started {
            tracing::warn!(%error, "no icon in the tray");
        }
        to_tray
    }

    fn tray_sink(&self) -> TraySink {
        let (shared, done) = (self.shared.clone(), self.done.to.clone());
        Arc::new(move |event| {
            let stops = [TrayPick::StopControl, TrayPick::Disconnect];
            if stops.map(TrayEvent::Picked).contains(&event) {
                shared.gate.shut();
            }
            let _ = done.send(Done::Tray(event)); // nothing comes of it while Hulp closes
        })
    }

    pub(super) fn hear_tray(&mut self, event: TrayEvent) {
        let publisher = &self.shared.publisher;
        match event {
            TrayEvent::Shown(in_tray) => {
                publisher.change(|view| view.background.in_tray = in_tray);
            }
            TrayEvent::Picked(TrayPick::Open) => self.summon(None),
            TrayEvent::Picked(TrayPick::StopControl) => self.obey(Command::StopControl),
            TrayEvent::Picked(TrayPick::Disconnect) => self.obey(Command::NoviceDisconnect),
            TrayEvent::Picked(TrayPick::Quit) => {
                publisher.change(|view| view.background.quits = true);
            }
        }
    }

    /// Shows a notice in place of the last, or none.
    pub(super) fn notify(&mut self, notice: Option<Notice>) {
        if self.background.notices.is_none() && notice.is_none() {
            return;
        }
        if self.background.notices.is_none() {
            self.background.notices = Some(self.open_notices());
        }
        if let Some(to_notices) = &self.background.notices {
            let _ = to_notices.send(notice); // the desktop may have none
        }
    }

    fn open_notices(&self) -> mpsc::Sender<Option<Notice>> {
        let (to_notices, wanted) = mpsc::channel::<Option<Notice>>();
        let (desktop, clicked) = (self.shared.desktop.clone(), self.notice_clicked());
        let started = self.shared.threads.spawn("hulp-notices", move || {
            let mut notices = None;
            while let Some(notice) = newest(&wanted) {
                if notices.is_none() && notice.is_some() {
                    notices = desktop.open_notices(clicked.clone()); // they may come later than Hulp
                }
                match (&mut notices, notice) {
                    (Some(notices), Some(notice)) => notices.show(&notice),
                    (Some(notices), None) => notices.withdraw(),
                    (None, _) => {}
                }
            }
        });
        if let Err(error) = started {
            tracing::warn!(%error, "no notices");
        }
        to_notices
    }

    fn notice_clicked(&self) -> NoticeClicked {
        let done = self.done.to.clone();
        Arc::new(move || {
            let _ = done.send(Done::Tray(TrayEvent::Picked(TrayPick::Open))); // the same wish
        })
    }

    /// Has Hulp start at log-in as these settings say; where the system refuses, they come back as it is.
    pub(super) fn with_autostart(&self, asked: Settings) -> Settings {
        let desktop = &self.shared.desktop;
        let is_on = desktop.starts_at_login();
        let refused = if asked.start_with_desktop == is_on {
            None
        } else {
            desktop.start_at_login(asked.start_with_desktop).err()
        };
        let fault = refused.as_ref().map(ToString::to_string);
        (self.shared.publisher).change(|view| view.background.autostart_fault = fault);
        match refused {
            Some(error) => {
                tracing::warn!(%error, "the start at log-in was not changed");
                Settings {
                    start_with_desktop: is_on,
                    ..asked
                }
            }
            None => asked,
        }
    }

    /// The user may have changed it with the system's own means: what is so goes into the settings.
    pub(super) fn look_at_autostart(&mut self) {
        let is_on = self.shared.desktop.starts_at_login();
        if is_on == self.kept.start_with_desktop || !self.files.are_settled(&self.shared.store) {
            return;
        }
        let settings = Settings {
            start_with_desktop: is_on,
            ..self.kept.clone()
        };
        if self.ownership.is_some() {
            let changes = settings.changes_since(&self.kept);
            self.check("settings", self.shared.store.keep_settings(&settings));
            self.log(&LogEvent::SettingsTakenOver { changes });
        }
        self.kept = settings;
        self.settings.start_with_desktop = is_on;
        self.show_settings();
    }
}

/// The last of what came, once something has; nothing when no more can come.
fn newest<T>(from: &mpsc::Receiver<T>) -> Option<T> {
    let first = from.recv().ok()?;
    Some(from.try_iter().last().unwrap_or(first))
}
