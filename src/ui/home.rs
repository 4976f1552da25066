//! The first page: get help, or give help.

use egui::{Color32, ColorImage, Pos2, Rect, Sense, TextureHandle, TextureOptions, Ui, Vec2, pos2};

use super::{
    app::{Cx, Go, Page},
    text,
    text::when::counted,
    theme::NEAR,
    widgets::{Look, Note, button, card, gap, heading, note, page, quiet, row, title, wide_button},
    window,
};
use crate::invitation::InvitationState;

/// The first page.
#[derive(Default)]
pub struct Home {
    logo: Option<TextureHandle>,
}

impl Home {
    /// Shows it.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<Go> {
        page(ui, "home", 640.0, |ui| {
            self.head(ui);
            choices(ui, cx)
        })
    }

    fn head(&mut self, ui: &mut Ui) {
        if self.logo.is_none() {
            self.logo = window::icon().map(|icon| {
                let size = [icon.width as usize, icon.height as usize];
                let image = ColorImage::from_rgba_unmultiplied(size, &icon.rgba);
                ui.ctx().load_texture("logo", image, TextureOptions::LINEAR)
            });
        }
        ui.horizontal(|ui| {
            if let Some(logo) = &self.logo {
                let (place, _) = ui.allocate_exact_size(Vec2::splat(56.0), Sense::hover());
                let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
                ui.painter().image(logo.id(), place, whole, Color32::WHITE);
                ui.add_space(NEAR / 2.0);
            }
            title(ui, "How can Hulp help you?");
        });
        ui.add_space(NEAR);
    }
}

fn choices(ui: &mut Ui, cx: &Cx<'_>) -> Option<Go> {
    let mut go = None;
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
            "Someone sent you an invitation, a file whose name ends in .hulp, or reads a code to you.",
        );
        ui.add_space(NEAR);
        if wide_button(ui, Look::Plain, "Open an invitation").clicked() {
            go = Some(Go::To(Page::Open));
        }
        ui.add_space(NEAR);
        if wide_button(ui, Look::Plain, "Enter a code").clicked() {
            go = Some(Go::To(Page::Code));
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
    for who in &cx.view.contacts.people.requests {
        ui.add_space(NEAR);
        note(ui, Note::Plain, text::contact::request(who));
    }
    if let Some(trouble) = text::listen_trouble(&cx.view.novice.listen) {
        ui.add_space(NEAR);
        note(ui, Note::Warning, trouble);
    }
}
