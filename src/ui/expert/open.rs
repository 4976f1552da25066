//! `Open an invitation`: which file?

use std::path::{Path, PathBuf};

use egui::Ui;

use crate::{
    engine::{Command, OpenFault},
    language::say,
    ui::{
        app::{Cx, Go},
        browse::{Browse, For},
        text,
        widgets::{
            Field, Look, Note, back, button_if, card, gap, note, page, row, text as words, title,
        },
    },
};

/// What is being filled in.
#[derive(Default)]
pub struct Open {
    path: String,
    browse: Browse,
}

impl Open {
    /// Shows it; with what was wrong with the file that was tried last.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        failed: Option<(&Path, &OpenFault)>,
    ) -> Option<Go> {
        page(ui, "open", 620.0, |ui| {
            if back(ui) {
                return Some(Go::CloseInvitation);
            }
            title(ui, say!("open-title"));
            if let Some((path, fault)) = failed {
                let said = text::open_fault(cx.clock, fault);
                note(ui, Note::Fault, said.what);
                words(ui, said.next);
                words(ui, say!("open-file-was", place = text::place(path)))
                    .on_hover_text(path.display().to_string());
                gap(ui);
            }
            card(ui, |ui| {
                let field = Field::new(&say!("open-file"))
                    .hint(&say!("open-file-hint"))
                    .show(ui, &mut self.path);
                let entered =
                    field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
                ui.add_space(4.0);
                row(ui, |ui| {
                    let look = match self.path.trim() {
                        "" => Look::Main, // what comes next is to choose a file
                        _ => Look::Plain,
                    };
                    if let Some(chosen) = self.browse.show(ui, look, For::Opening, &self.path) {
                        self.path = chosen.display().to_string();
                    }
                    let path = self.path.trim();
                    let named = !path.is_empty();
                    let clicked = button_if(ui, named, Look::Main, &say!("open-button")).clicked();
                    if clicked || (entered && named) {
                        cx.send(Command::Open(PathBuf::from(path)));
                    }
                });
            });
            None
        })
    }
}
