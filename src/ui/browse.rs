//! **Browse…**: the desktop's own file dialog, asked for on a thread of its own so that the window goes on.

use std::{
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, TryRecvError, channel},
    thread,
    time::{Duration, Instant},
};

use egui::Ui;

use super::{
    icon::Icon,
    widgets::{Look, button_if, quiet_small},
};
use crate::language::say;

/// The ending of an invitation's file.
const ENDING: &str = "hulp";

/// A dialog that closes itself faster than this was never there: no file portal answers.
const TOO_FAST: Duration = Duration::from_millis(400);

/// What is being looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For {
    /// A place to save to.
    Saving,
    /// A file to open.
    Opening,
}

/// A button `Browse…` and its dialog.
#[derive(Default)]
pub struct Browse {
    open: Option<Receiver<Outcome>>,
    missing: bool,
}

enum Outcome {
    Chosen(PathBuf),
    Cancelled,
    NoDialog,
}

impl Browse {
    /// Shows the button, unless this desktop has no dialog. Returns what was chosen, once.
    pub fn show(&mut self, ui: &mut Ui, look: Look, purpose: For, start: &str) -> Option<PathBuf> {
        if self.missing {
            quiet_small(ui, say!("browse-no-dialog"));
            return None;
        }
        let free = self.open.is_none();
        if button_if(ui, free, look, (Icon::Browse, &say!("browse"))).clicked() {
            self.ask(ui, purpose, Path::new(start));
        }
        self.answer()
    }

    fn answer(&mut self) -> Option<PathBuf> {
        let outcome = match self.open.as_ref()?.try_recv() {
            Ok(outcome) => outcome,
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => Outcome::NoDialog,
        };
        self.open = None;
        match outcome {
            Outcome::Chosen(path) => Some(path),
            Outcome::Cancelled => None,
            Outcome::NoDialog => {
                self.missing = true;
                None
            }
        }
    }

    fn ask(&mut self, ui: &Ui, purpose: For, start: &Path) {
        let (sender, receiver) = channel();
        let ctx = ui.ctx().clone();
        let mut dialog = rfd::FileDialog::new().add_filter(say!("browse-invitations"), &[ENDING]);
        if let Some(folder) = start.parent().filter(|folder| folder.is_absolute()) {
            dialog = dialog.set_directory(folder);
        }
        if let Some(name) = start.file_name() {
            dialog = dialog.set_file_name(name.to_string_lossy());
        }
        let spawned = thread::Builder::new()
            .name("file dialog".into())
            .spawn(move || {
                let asked = Instant::now();
                let chosen = match purpose {
                    For::Saving => dialog.save_file(),
                    For::Opening => dialog.pick_file(),
                };
                let outcome = match chosen {
                    Some(path) => Outcome::Chosen(path),
                    None if asked.elapsed() < TOO_FAST => Outcome::NoDialog,
                    None => Outcome::Cancelled,
                };
                // the page may be gone by now
                let _ = sender.send(outcome);
                ctx.request_repaint();
            });
        match spawned {
            Ok(_) => self.open = Some(receiver),
            Err(_) => self.missing = true,
        }
    }
}
