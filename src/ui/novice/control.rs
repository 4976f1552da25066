//! `May someone take control?`

use std::time::Instant;

use egui::{Ui, accesskit::Role};

use super::{
    guard::{Guard, with_countdown},
    organisation,
};
use crate::{
    engine::{Command, NoviceSessionView, StopKeys},
    language::{Who, say},
    ui::{
        app::Cx,
        icon::Icon,
        widgets::{
            Face, Look, Note, button_if, card, gap, group, note, numbered, page_with_foot,
            text as paragraph, title,
        },
    },
};

/// The question.
#[derive(Debug, Default)]
pub struct ControlQuestion {
    guard: Guard,
}

impl ControlQuestion {
    /// Shows it.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        session: &NoviceSessionView,
        question: u64,
        deadline: Instant,
    ) {
        let open = self.guard.open(ui, question);
        let name = session.helper_name.as_str();
        let heading = say!("control-question-title", who = Who(name));
        group(ui, "control", Role::AlertDialog, &heading, |ui| {
            page_with_foot(
                ui,
                ("control", 580.0),
                &mut (),
                |ui, ()| {
                    title(ui, heading.as_str());
                    paragraph(ui, say!("control-question-means", who = Who(name)));
                    three_ways(ui, &session.stop_keys);
                    gap(ui);
                    organisation::words(ui, cx.view.policy.consent_text_control.as_deref());
                },
                |ui, ()| {
                    let (yes, no) = (say!("control-question-allow"), say!("consent-decline"));
                    let faces = [(Icon::Yes, &yes), (Icon::No, &no)].map(Face::from);
                    with_countdown(ui, cx, deadline, faces, |ui| {
                        let allow = button_if(ui, open, Look::Main, faces[0]).clicked();
                        let decline = button_if(ui, open, Look::Plain, faces[1]).clicked();
                        if allow || decline {
                            cx.send(Command::AnswerControl { question, allow });
                        }
                    });
                },
            );
        });
    }
}

fn three_ways(ui: &mut Ui, stop_keys: &StopKeys) {
    card(ui, |ui| {
        paragraph(ui, say!("control-question-ways"));
        numbered(
            ui,
            [
                say!("control-question-way-esc"),
                say!("control-question-way-ctrl-c"),
                say!("control-question-way-button"),
            ],
        );
    });
    if let StopKeys::Shortcut(keys) = stop_keys {
        note(
            ui,
            Note::Plain,
            say!("control-question-shortcut", keys = keys.as_ref()),
        );
    }
    if *stop_keys != StopKeys::Everywhere {
        note(ui, Note::Warning, say!("control-question-keys-here-only"));
        note(ui, Note::Plain, say!("control-question-keep-in-sight"));
    }
}
