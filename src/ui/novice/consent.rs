//! `May someone see your screen?`

use egui::{Label, RichText, Ui, accesskit::Role};

use super::{guard::Guard, organisation, session::phrase, who_called::WhoCalled};
use crate::{
    engine::{ConsentView, ExpectedKey, HelperStanding},
    language::{Who, say},
    ui::{
        app::Cx,
        text,
        theme::{self, NEAR, palette},
        widgets::{Note, card, gap, group, note, page_with_foot, text as paragraph, title},
    },
};

/// The question, and what was answered so far.
#[derive(Debug, Default)]
pub struct Consent {
    guard: Guard,
    called: WhoCalled,
}

impl Consent {
    /// Shows it.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, consent: &ConsentView) {
        if self.guard.is_new(consent.question) {
            self.called = WhoCalled::default();
        }
        let open = self.guard.open(ui, consent.question);
        let name = consent.helper_name.as_str();
        let heading = say!("consent-title");
        group(ui, "consent", Role::AlertDialog, &heading, |ui| {
            page_with_foot(
                ui,
                ("consent", 600.0),
                self,
                |ui, page| {
                    title(ui, heading.as_str());
                    who(ui, cx, consent, name);
                    gap(ui);
                    organisation::words(ui, cx.view.policy.consent_text_see.as_deref());
                    if consent.standing == HelperStanding::New {
                        page.called.show(ui, false);
                    }
                },
                |ui, page| page.called.answer_buttons(ui, cx, consent, open),
            );
        });
    }
}

fn who(ui: &mut Ui, cx: &Cx<'_>, consent: &ConsentView, name: &str) {
    card(ui, |ui| {
        let words = RichText::new(say!("consent-wants-to-help", who = Who(name)))
            .text_style(theme::large())
            .color(palette(ui).text);
        ui.add(Label::new(words).wrap());
        paragraph(ui, text::standing(cx.clock, &consent.standing, name));
        paragraph(ui, text::invited(&consent.sent));
        match consent.expected_key {
            ExpectedKey::None => {}
            ExpectedKey::Same => {
                paragraph(ui, say!("consent-same-computer"));
            }
            ExpectedKey::Other => {
                note(ui, Note::Warning, say!("consent-other-computer"));
            }
        }
        ui.add_space(NEAR);
        phrase(ui, &consent.phrase, say!("consent-compare"));
    });
}
