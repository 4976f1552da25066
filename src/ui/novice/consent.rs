//! `May someone see your screen?`

use egui::{Label, RichText, Ui, accesskit::Role};

use super::guard::{Guard, countdown};
use crate::{
    engine::{Command, ConsentView, ExpectedKey, HelperStanding},
    ui::{
        app::Cx,
        text,
        theme::{self, NEAR, palette},
        widgets::{
            Look, Note, button_if, card, choices, gap, group, heading, note, page_with_foot, quiet,
            row, text as say, title,
        },
    },
};

/// How wide the foot is, in points, where the countdown surely has room beside the buttons. There it takes nothing away from the
/// question above, which has to be seen on a small screen too.
const ROOM_FOR_COUNTDOWN: f32 = 500.0;

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
        let heading = "May someone see your screen?";
        group(ui, "consent", Role::AlertDialog, heading, |ui| {
            page_with_foot(
                ui,
                ("consent", 600.0),
                self,
                |ui, page| {
                    title(ui, heading);
                    who(ui, cx, consent, name);
                    gap(ui);
                    if consent.standing == HelperStanding::New {
                        page.ask_who_called(ui);
                    }
                },
                |ui, page| page.answer(ui, cx, consent, open),
            );
        });
    }

    fn ask_who_called(&mut self, ui: &mut Ui) {
        heading(ui, "How did this begin?");
        let by_them = choices(ui, |ui| {
            ui.radio_value(&mut self.called, Some(Called::ByMe), "I called them");
            ui.radio_value(&mut self.called, Some(Called::ByThem), "They called me")
        });
        if self.called == Some(Called::ByThem) {
            note(
                ui,
                Note::Warning,
                "Stop and think. Swindlers call people and say that they are from the bank, the police, \
                 Microsoft or a shop. Nobody honest calls you to get into your computer. \
                 If you are not sure, click Decline, hang up, and call somebody you know.",
            );
            let last = ui.checkbox(&mut self.knows_them, "I know this person and want to go on");
            if by_them.changed() {
                last.scroll_to_me(None);
            }
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
        // above the buttons, which so never move under the pointer
        if consent.standing == HelperStanding::New && self.called.is_none() {
            quiet(ui, "To allow it, first answer the question above.");
        }
        let beside = ui.available_width() > ROOM_FOR_COUNTDOWN;
        if !beside {
            countdown(ui, cx, consent.deadline);
        }
        row(ui, |ui| {
            let possible = open && self.may_allow(&consent.standing);
            if button_if(ui, possible, allow_look, "Allow").clicked() {
                cx.send(answer(true));
            }
            if button_if(ui, open, decline_look, "Decline").clicked() {
                cx.send(answer(false));
            }
            if beside {
                countdown(ui, cx, consent.deadline);
            }
        });
    }
}

fn who(ui: &mut Ui, cx: &Cx<'_>, consent: &ConsentView, name: &str) {
    card(ui, |ui| {
        let words = RichText::new(format!("{name} wants to help you."))
            .text_style(theme::large())
            .color(palette(ui).text);
        ui.add(Label::new(words).wrap());
        say(ui, text::standing(cx.clock, &consent.standing, name));
        say(ui, text::invited(&consent.sent));
        match consent.expected_key {
            ExpectedKey::None => {}
            ExpectedKey::Same => {
                say(
                    ui,
                    "It is the computer on which your contact accepted, as the contact server says.",
                );
            }
            ExpectedKey::Other => {
                note(
                    ui,
                    Note::Warning,
                    "This is another computer than the one on which your contact accepted, as the contact server says. If you cannot ask them by telephone, click Decline.",
                );
            }
        }
        ui.add_space(NEAR);
        super::session::phrase(
            ui,
            &consent.phrase,
            "Ask them by telephone which words they see. They must be:",
        );
    });
}
