//! The window is closed while invitations wait: what now?

use egui::Ui;

use super::{
    text::when::counted,
    widgets::{Look, Note, button, note, page, row, text, title},
};

/// What the user chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Out of the way, but reachable.
    KeepWaiting,
    /// The end.
    Close,
}

/// Asks.
pub fn show(ui: &mut Ui, waiting: usize) -> Option<Choice> {
    page(ui, "closing", 560.0, |ui| {
        title(ui, "Close Hulp?");
        let waiting = counted(waiting as u64, "invitation");
        text(
            ui,
            format!(
                "{waiting} of yours still waits for a helper. Hulp can stay open, out of your way, until they come."
            ),
        );
        ui.add_space(8.0);
        note(
            ui,
            Note::Warning,
            "When you close Hulp, helpers cannot reach this computer until you start Hulp again. \
             Your invitations are kept.",
        );
        ui.add_space(12.0);
        row(ui, |ui| {
            let keep = button(ui, Look::Main, "Keep waiting").clicked();
            let close = button(ui, Look::Plain, "Close Hulp").clicked();
            match (keep, close) {
                (true, _) => Some(Choice::KeepWaiting),
                (_, true) => Some(Choice::Close),
                _ => None,
            }
        })
    })
}
