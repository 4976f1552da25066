//! `NAME offers to help you`: the question of whoever is on the list of helpers.

use egui::{Ui, accesskit::Role};

use super::{guard::Guard, organisation, session::phrase, who_called::WhoCalled};
use crate::{
    engine::{ConsentView, HelperStanding, OfferedView},
    language::say,
    ui::{
        app::Cx,
        text,
        theme::NEAR,
        widgets::{card, gap, group, page_with_foot, quiet, text as paragraph, title},
    },
};

/// The question.
#[derive(Debug, Default)]
pub struct OfferQuestion {
    guard: Guard,
    called: WhoCalled,
}

impl OfferQuestion {
    /// Shows it.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, consent: &ConsentView, offered: &OfferedView) {
        if self.guard.is_new(consent.question) {
            self.called = WhoCalled::default();
        }
        let open = self.guard.open(ui, consent.question);
        let heading = text::offer::heading(&consent.helper_name, offered);
        group(ui, "offer", Role::AlertDialog, &heading, |ui| {
            page_with_foot(
                ui,
                ("offer question", 600.0),
                self,
                |ui, page| {
                    title(ui, heading.as_str());
                    about(ui, cx, consent, offered);
                    if consent.standing == HelperStanding::New {
                        page.called.show(ui, true);
                    }
                },
                |ui, page| page.called.answer_buttons(ui, cx, consent, open),
            );
        });
    }
}

fn about(ui: &mut Ui, cx: &Cx<'_>, consent: &ConsentView, offered: &OfferedView) {
    let name = consent.helper_name.as_str(); // a card always has one
    card(ui, |ui| {
        paragraph(ui, text::offer::vouched(name, offered));
        paragraph(ui, text::offer::standing(cx.clock, &consent.standing, name));
        paragraph(ui, text::offer::allows(offered));
        ui.add_space(NEAR);
        phrase(ui, &consent.phrase, say!("offer-question-compare"));
    });
    gap(ui);
    organisation::words(ui, cx.view.policy.consent_text_see.as_deref());
    quiet(ui, say!("offer-question-not-expected"));
}
