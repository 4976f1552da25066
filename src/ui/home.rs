//! The first page: get help, or give help.

use egui::{
    Color32, ColorImage, Pos2, Rect, Sense, TextStyle, TextureHandle, TextureOptions, Ui, Vec2,
    pos2,
};

use super::{
    app::{Cx, Go, Page},
    icon::Icon,
    settings::troubles,
    text,
    theme::{NEAR, palette},
    widgets::{
        Look, Note, card, gap, heading, marked, note, page, pairs, quiet, title, wide_button,
    },
    window,
};
use crate::{invitation::InvitationState, language::say};

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
            for trouble in troubles(cx) {
                note(ui, Note::Warning, trouble);
                ui.add_space(NEAR);
            }
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
            title(ui, say!("home-title"));
        });
        ui.add_space(NEAR);
    }
}

fn choices(ui: &mut Ui, cx: &Cx<'_>) -> Option<Go> {
    let mut go = None;
    card(ui, |ui| {
        heading(ui, say!("home-get-help"));
        quiet(ui, say!("home-get-help-means"));
        ui.add_space(NEAR);
        if wide_button(ui, Look::Main, (Icon::Invite, &say!("home-invite"))).clicked() {
            go = Some(Go::To(Page::Invite));
        }
    });
    gap(ui);
    card(ui, |ui| {
        heading(ui, say!("home-give-help"));
        quiet(ui, say!("home-give-help-means"));
        ui.add_space(NEAR);
        go = go.or(several(
            ui,
            &[
                (Icon::Invitation, say!("home-open"), Page::Open),
                (Icon::TypeCode, say!("home-code"), Page::Code),
                (Icon::Offer, say!("home-offer"), Page::Offer),
            ],
        ));
    });
    gap(ui);
    waiting(ui, cx);
    go.or(several(
        ui,
        &[
            (Icon::Status, say!("home-status"), Page::Status),
            (Icon::Log, say!("home-log"), Page::Log),
            (Icon::Check, say!("home-check"), Page::Check),
            (Icon::Settings, say!("home-settings"), Page::Settings),
        ],
    ))
}

/// Buttons that lead to these pages.
fn several(ui: &mut Ui, choices: &[(Icon, String, Page)]) -> Option<Go> {
    let buttons: Vec<_> = (choices.iter())
        .map(|(icon, words, _)| (Look::Plain, (*icon, words).into()))
        .collect();
    let (.., page) = choices.get(pairs(ui, &buttons)?)?;
    Some(Go::To(*page))
}

fn waiting(ui: &mut Ui, cx: &Cx<'_>) {
    let open = (cx.view.novice.invitations.iter())
        .filter(|row| row.state == InvitationState::Open)
        .count();
    if open > 0 {
        let words = say!("home-invitations-wait", count = open);
        marked(ui, Icon::Waiting, words, TextStyle::Body, palette(ui).text);
        ui.add_space(NEAR);
    }
    for who in &cx.view.contacts.people.requests {
        note(ui, Note::Plain, text::contact::request(who));
        ui.add_space(NEAR);
    }
    if let Some(trouble) = text::listen_trouble(&cx.view.novice.listen) {
        note(ui, Note::Warning, trouble);
        ui.add_space(NEAR);
    }
}
