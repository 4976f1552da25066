//! The log, to be taken elsewhere.

use egui::{Ui, UiBuilder};

use crate::{
    engine::{Command, LogCommand, LogExport, LogFilter, LogForm},
    language::say,
    ui::{
        app::Cx,
        browse::{Browse, For},
        text,
        widgets::{Field, Look, Note, button_if, choices, heading, note, quiet, quiet_small, row},
    },
};

/// The longest path, in characters.
const LONGEST_PATH: usize = 4096;

/// What the user chose.
pub(super) struct Export {
    form: LogForm,
    path: String,
    browse: Browse,
}

impl Export {
    pub(super) fn new(cx: &Cx<'_>) -> Self {
        let form = LogForm::Report;
        let day = cx
            .clock
            .local(cx.clock.utc())
            .format("%Y-%m-%d")
            .to_string();
        let name = format!("{}.{}", say!("log-page-file-name", day = day), ending(form));
        let path = (cx.suggested_path)("").with_file_name(name);
        Self {
            form,
            path: path.to_string_lossy().into_owned(),
            browse: Browse::default(),
        }
    }

    /// Shows it.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, filter: &LogFilter) {
        heading(ui, say!("log-page-export"));
        quiet(
            ui,
            match filter.is_all() {
                true => say!("log-page-export-all"),
                false => say!("log-page-export-part"),
            },
        );
        let before = self.form;
        choices(ui, |ui| {
            ui.radio_value(&mut self.form, LogForm::Report, say!("log-page-as-report"));
            ui.radio_value(
                &mut self.form,
                LogForm::JsonLines,
                say!("log-page-as-json-lines"),
            );
        });
        if self.form != before
            && let Some(place) = self.path.strip_suffix(ending(before))
        {
            self.path = format!("{place}{}", ending(self.form));
        }
        quiet_small(
            ui,
            match self.form {
                LogForm::JsonLines => say!("log-page-as-json-lines-hint"),
                _ => say!("log-page-as-report-hint"),
            },
        );
        Field::new(&say!("log-page-save-to"))
            .longest(LONGEST_PATH)
            .show(ui, &mut self.path);
        if let Some(chosen) = self.browse.show(ui, Look::Plain, For::Saving, &self.path) {
            self.path = chosen.to_string_lossy().into_owned();
        }
        let export = &cx.view.log.export;
        row(ui, |ui| {
            let ready = *export != LogExport::Working && !self.path.trim().is_empty();
            if button_if(ui, ready, Look::Plain, &say!("log-page-save")).clicked() {
                cx.send(Command::Log(LogCommand::Export {
                    filter: filter.clone(),
                    form: self.form,
                    path: self.path.trim().into(),
                }));
            }
        });
        ui.scope_builder(UiBuilder::new().id_salt("outcome"), |ui| match export {
            LogExport::Nothing => {}
            LogExport::Working => {
                quiet(ui, say!("log-page-saving"));
            }
            LogExport::Saved(path) => {
                let saved = say!("log-page-saved", place = text::place(path));
                note(ui, Note::Good, saved).on_hover_text(path.display().to_string());
            }
            LogExport::Failed(why) => {
                note(ui, Note::Fault, say!("log-page-not-saved", why = why));
            }
        });
    }
}

fn ending(form: LogForm) -> &'static str {
    match form {
        LogForm::JsonLines => "jsonl",
        LogForm::Report | LogForm::Text => "html",
    }
}
