//! What the organisation has to say beside a question.

use egui::{Ui, accesskit::Role};

use crate::{
    language::say,
    ui::widgets::{card, gap, group, quiet_small, text as paragraph},
};

/// Its words, where it has any.
pub(super) fn words(ui: &mut Ui, words: Option<&str>) {
    let Some(words) = words else { return };
    let heading = say!("consent-organisation");
    group(ui, "organisation", Role::Note, &heading, |ui| {
        card(ui, |ui| {
            quiet_small(ui, heading.as_str());
            paragraph(ui, words);
        });
    });
    gap(ui);
}
