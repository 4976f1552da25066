//! `May someone see your screen?`

use egui::{Label, RichText, Ui, accesskit::Role};

use super::guard::{Guard, countdown};
use crate::{
    engine::{Command, ConsentView, HelperStanding},
    ui::{
        app::Cx,
        text,
        theme::{self, NEAR, palette},
        widgets::{Look, Note, button, card, gap, group, heading, note, page, quiet, row, title},
    },
};

/// Who called whom: telephone swindlers call, helpers are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Called {
    ByMe,
    ByThem,
}

/// The question, and what was answered so far.
#[derive(Debug, Default)]
pub struct Consent {
    guard: Guard,
    called: Option<Called>,
    knows_them: bool,
}

impl Consent {
    /// Shows it.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, consent: &ConsentView) {
        if self.guard.is_new(consent.question) {
            self.called = None;
            self.knows_them = false;
        }
        let open = self.guard.open(ui, consent.question);
        let name = text::name_or(&consent.helper_name, "Someone");
        page(ui, "consent", 600.0, |ui| {
            group(
                ui,
                "consent",
                Role::AlertDialog,
                "May someone see your screen?",
                |ui| {
                    title(ui, "May someone see your screen?");
                    who(ui, cx, consent, name);
                    gap(ui);
                    if consent.standing == HelperStanding::New {
                        self.ask_who_called(ui);
                        gap(ui);
                    }
                    self.answer(ui, cx, consent, open);
                },
            );
        });
    }

    fn ask_who_called(&mut self, ui: &mut Ui) {
        heading(ui, "How did this begin?");
        ui.radio_value(&mut self.called, Some(Called::ByMe), "I called them");
        ui.radio_value(&mut self.called, Some(Called::ByThem), "They called me");
        if self.called == Some(Called::ByThem) {
            note(
                ui,
                Note::Warning,
                "Stop and think. Swindlers call people and say that they are from the bank, the police, \
                 Microsoft or a shop. Nobody honest calls you to get into your computer. \
                 If you are not sure, click Decline, hang up, and call somebody you know.",
            );
            ui.checkbox(&mut self.knows_them, "I know this person and want to go on");
        }
    }

    fn may_allow(&self, standing: &HelperStanding) -> bool {
        match (standing, self.called) {
            (HelperStanding::Known { .. }, _) | (_, Some(Called::ByMe)) => true,
            (_, Some(Called::ByThem)) => self.knows_them,
            (_, None) => false,
        }
    }

    fn answer(&self, ui: &mut Ui, cx: &Cx<'_>, consent: &ConsentView, open: bool) {
        let suspicious = self.called == Some(Called::ByThem);
        let (allow_look, decline_look) = if suspicious {
            (Look::Plain, Look::Main)
        } else {
            (Look::Main, Look::Plain)
        };
        let answer = |allow| Command::AnswerHelper {
            question: consent.question,
            allow,
        };
        row(ui, |ui| {
            let possible = open && self.may_allow(&consent.standing);
            ui.add_enabled_ui(possible, |ui| {
                if button(ui, allow_look, "Allow").clicked() {
                    cx.send(answer(true));
                }
            });
            ui.add_enabled_ui(open, |ui| {
                if button(ui, decline_look, "Decline").clicked() {
                    cx.send(answer(false));
                }
            });
        });
        if consent.standing == HelperStanding::New && self.called.is_none() {
            quiet(ui, "To allow it, first answer the question above.");
        }
        countdown(ui, cx, consent.deadline);
    }
}

fn who(ui: &mut Ui, cx: &Cx<'_>, consent: &ConsentView, name: &str) {
    card(ui, |ui| {
        let words = RichText::new(format!("{name} wants to help you."))
            .text_style(theme::large())
            .color(palette(ui).text);
        ui.add(Label::new(words).wrap());
        quiet(ui, text::standing(cx.clock, &consent.standing, name));
        quiet(ui, text::invited(&consent.sent));
        ui.add_space(NEAR);
        super::session::phrase(
            ui,
            &consent.phrase,
            "Ask them on the telephone which words they see. They must be these:",
        );
    });
}
