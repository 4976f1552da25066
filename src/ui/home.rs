//! The first page: get help, or give help.

use egui::Ui;

use super::{
    app::{Cx, Go, Page},
    text,
    text::when::counted,
    theme::NEAR,
    widgets::{Look, Note, button, card, gap, heading, note, page, quiet, row, title, wide_button},
};
use crate::invitation::InvitationState;

/// Shows it.
pub fn show(ui: &mut Ui, cx: &Cx<'_>) -> Option<Go> {
    page(ui, "home", 640.0, |ui| {
        let mut go = None;
        title(ui, "How can Hulp help you?");
        card(ui, |ui| {
            heading(ui, "Get help");
            quiet(
                ui,
                "Someone you trust sees your screen and, if you say yes, uses your mouse and keyboard. \
                 You can stop it at any moment.",
            );
            ui.add_space(NEAR);
            if wide_button(ui, Look::Main, "Invite someone to help").clicked() {
                go = Some(Go::To(Page::Invite));
            }
        });
        gap(ui);
        card(ui, |ui| {
            heading(ui, "Give help");
            quiet(
                ui,
                "Someone sent you an invitation: a file whose name ends in .hulp.",
            );
            ui.add_space(NEAR);
            if wide_button(ui, Look::Plain, "Open an invitation").clicked() {
                go = Some(Go::To(Page::Open));
            }
        });
        gap(ui);
        row(ui, |ui| {
            if button(ui, Look::Plain, "Invitation status").clicked() {
                go = Some(Go::To(Page::Status));
            }
            if button(ui, Look::Plain, "Settings").clicked() {
                go = Some(Go::To(Page::Settings));
            }
        });
        waiting(ui, cx);
        go
    })
}

fn waiting(ui: &mut Ui, cx: &Cx<'_>) {
    let open = (cx.view.novice.invitations.iter())
        .filter(|row| row.state == InvitationState::Open)
        .count();
    if open > 0 {
        let invitations = counted(open as u64, "open invitation");
        let verb = if open == 1 { "waits" } else { "wait" };
        quiet(ui, format!("{invitations} {verb} for a helper."));
    }
    if let Some(trouble) = text::listen_trouble(&cx.view.novice.listen) {
        ui.add_space(NEAR);
        note(ui, Note::Warning, trouble);
    }
}
