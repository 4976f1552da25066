//! What a session came to, for the novice to read when it has ended.

use egui::Ui;

use crate::{
    engine::{Command, End, NoviceEnd},
    language::say,
    ui::{
        app::{Cx, Go},
        text,
        widgets::{Look, button, card, gap, page, quiet, row, text as paragraph, title},
    },
};

/// Shows it.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, ended: &NoviceEnd) -> Option<Go> {
    page(ui, "ended", 560.0, |ui| {
        title(ui, say!("ended-title"));
        card(ui, |ui| {
            paragraph(ui, text::novice_end(ended.end, &ended.helper_name));
            paragraph(ui, text::log::seen_and_used(ended));
            for sentence in text::log::what_else(ended) {
                paragraph(ui, sentence);
            }
            quiet(
                ui,
                match (ended.by_offer, ended.end) {
                    (false, End::LineBroke) => say!("ended-invitation-holds"),
                    (false, _) => say!("ended-invitation-over"),
                    (true, _) => say!("ended-offer-over"),
                },
            );
        });
        gap(ui);
        row(ui, |ui| {
            if button(ui, Look::Main, &say!("ended-done")).clicked() {
                cx.send(Command::NoviceEndSeen);
                return Some(Go::LeaveInvite);
            }
            let line = ended.first_line?;
            let look = button(ui, Look::Plain, &say!("ended-show-in-log")).clicked();
            look.then_some(Go::ToLogFrom(line))
        })
    })
}
