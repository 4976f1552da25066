//! `May someone take control?`

use std::time::Instant;

use egui::{Ui, accesskit::Role};

use super::guard::{Guard, countdown};
use crate::{
    engine::{Command, NoviceSessionView, StopKeys},
    ui::{
        app::Cx,
        text,
        widgets::{Look, Note, button_if, card, gap, group, note, page, row, text as say, title},
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
        let name = text::name_or(&session.helper_name, "Your helper");
        let heading = format!("{name} wants to control your computer");
        page(ui, "control", 580.0, |ui| {
            group(ui, "control", Role::AlertDialog, &heading, |ui| {
                title(ui, heading.as_str());
                say(
                    ui,
                    format!(
                        "If you allow it, {name} can use your mouse and keyboard together with you. \
                         Keep watching what happens."
                    ),
                );
                three_ways(ui, session.stop_keys);
                gap(ui);
                row(ui, |ui| {
                    let allow = button_if(ui, open, Look::Main, "Allow control").clicked();
                    let decline = button_if(ui, open, Look::Plain, "Decline").clicked();
                    if allow || decline {
                        cx.send(Command::AnswerControl { question, allow });
                    }
                });
                countdown(ui, cx, deadline);
            });
        });
    }
}

fn three_ways(ui: &mut Ui, stop_keys: StopKeys) {
    card(ui, |ui| {
        say(ui, "You can stop it at any moment, in three ways:");
        say(ui, "1.  Press the Esc key.");
        say(ui, "2.  Press Ctrl+C: hold down Ctrl and press C.");
        say(ui, "3.  Click Stop control, in this window.");
    });
    if stop_keys == StopKeys::InOurWindow {
        note(
            ui,
            Note::Warning,
            "On this computer, Esc and Ctrl+C stop control only while this window is in front. \
             Click Stop control, or click this window first.",
        );
    }
}
