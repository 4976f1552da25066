//! Settings > `General`: the language.

use egui::{ComboBox, Ui};

use crate::{
    language::{Language, say},
    ui::widgets::{field_label, row},
};

/// Shows the languages, each by its own name, to choose from.
pub(super) fn choose(ui: &mut Ui, chosen: &mut Option<Language>) {
    let label = field_label(ui, &say!("settings-language"));
    row(ui, |ui| {
        let combo = ComboBox::from_id_salt("language")
            .width(240.0)
            .height(420.0) // all of them in sight
            .selected_text(name(*chosen))
            .show_ui(ui, |ui| {
                let languages = Language::ALL.map(Some);
                for language in [None].into_iter().chain(languages) {
                    ui.selectable_value(chosen, language, name(language));
                }
            });
        combo.response.labelled_by(label.id);
    });
}

fn name(language: Option<Language>) -> String {
    match language {
        Some(language) => language.own_name().to_owned(),
        None => say!("settings-language-of-system"),
    }
}
