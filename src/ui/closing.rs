//! The window is closed while helpers are waited for: what now?

use egui::Ui;

use super::{
    background::Waiting,
    text::background::{WayBack, ends_too, goes_on},
    widgets::{Look, Note, button, note, page, row, text, title},
};
use crate::{engine::View, language::say};

/// What the user chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Out of the way, but reachable.
    KeepWaiting,
    /// The end.
    Close,
}

/// Asks.
pub fn show(ui: &mut Ui, view: &View, back: WayBack) -> Option<Choice> {
    page(ui, "closing", 560.0, |ui| {
        title(ui, say!("closing-title"));
        text(ui, goes_on(Waiting::of(view), back));
        ui.add_space(8.0);
        note(ui, Note::Warning, say!("closing-then-nobody"));
        if let Some(what) = ends_too(&view.expert) {
            ui.add_space(8.0);
            note(ui, Note::Warning, what);
        }
        ui.add_space(12.0);
        row(ui, |ui| {
            let keep = button(ui, Look::Main, &say!("closing-keep-waiting")).clicked();
            let close = button(ui, Look::Plain, &say!("closing-close")).clicked();
            match (keep, close) {
                (true, _) => Some(Choice::KeepWaiting),
                (_, true) => Some(Choice::Close),
                _ => None,
            }
        })
    })
}
