//! `Check this computer`: each part that Hulp needs, as it was found to be, and what to do about the rest.

use std::sync::Arc;

use egui::{
    Color32, ColorImage, Label, TextStyle, TextureHandle, TextureOptions, Ui, Vec2,
    accesskit::Role, load::SizedTexture,
};

use super::{
    app::{Cx, Go},
    icon::Icon,
    text::{self, Said, check as words},
    theme::{NEAR, palette},
    widgets::{
        Look, Note, announce, back, bold, button, card, gap, group, heading, marked, note, page,
        quiet, quiet_small, row, text as paragraph, title,
    },
};
use crate::{
    engine::{CheckCommand, CheckFact, CheckPart, CheckState, CheckView, Command},
    language::say,
    screen::Framebuffer,
};

/// How wide the column is in which it stands whether a part works, in points.
const STANDING: f32 = 158.0;
/// Where there is less room than this, in points, that stands above the rest.
const NARROW: f32 = 420.0;

/// The parts, as they belong together.
fn groups() -> [(String, &'static [CheckPart]); 3] {
    [
        (
            say!("check-group-when-helped"),
            &[CheckPart::Screen, CheckPart::Input, CheckPart::StopKeys],
        ),
        (
            say!("check-group-reach"),
            &[
                CheckPart::Port,
                CheckPart::Router,
                CheckPart::Relay,
                CheckPart::WayOut,
            ],
        ),
        (
            say!("check-group-travel"),
            &[
                CheckPart::Codes,
                CheckPart::Email,
                CheckPart::Contacts,
                CheckPart::Drawing,
                CheckPart::Keyring,
                CheckPart::Files,
                CheckPart::Disk,
                CheckPart::Clock,
            ],
        ),
    ]
}

/// The page.
#[derive(Default)]
pub struct Check {
    shown: Option<(Arc<Framebuffer>, TextureHandle)>,
}

impl Check {
    /// Shows it.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<Go> {
        page(ui, "check", 640.0, |ui| {
            let go = back(ui).then_some(Go::Back);
            title(ui, say!("home-check"));
            let Some(check) = &cx.view.check else {
                quiet(ui, say!("check-begins"));
                gap(ui);
                again(ui, cx, Look::Main);
                return go;
            };
            summary(ui, check);
            for (name, parts) in groups() {
                gap(ui);
                heading(ui, name.as_str());
                group(ui, &name, Role::List, &name, |ui| {
                    card(ui, |ui| {
                        for (at, part) in parts.iter().enumerate() {
                            if at > 0 {
                                ui.separator();
                            }
                            self.part(ui, cx, check, *part);
                        }
                    });
                });
            }
            gap(ui);
            row(ui, |ui| {
                if check.is_done() {
                    again(ui, cx, Look::Plain);
                    if button(ui, Look::Plain, (Icon::Copy, &say!("check-copy"))).clicked() {
                        ui.copy_text(text::check_report(cx.clock, check));
                    }
                }
            });
            go
        })
    }

    fn part(&mut self, ui: &mut Ui, cx: &Cx<'_>, check: &CheckView, part: CheckPart) {
        let Some((_, state)) = check.parts.iter().find(|(shown, _)| *shown == part) else {
            return;
        };
        group(ui, part.key(), Role::ListItem, &words::part(part), |ui| {
            if ui.available_width() < NARROW {
                standing(ui, state);
                self.finding(ui, cx, part, state);
                return;
            }
            ui.horizontal_top(|ui| {
                ui.allocate_ui(Vec2::new(STANDING, 0.0), |ui| {
                    ui.set_width(STANDING);
                    standing(ui, state);
                });
                self.finding(ui, cx, part, state);
            });
        });
    }

    /// What was found, and what to do about it.
    fn finding(&mut self, ui: &mut Ui, cx: &Cx<'_>, part: CheckPart, state: &CheckState) {
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 4.0;
            let name = bold(ui, words::part(part));
            ui.add(Label::new(name).wrap());
            let Said { what, next, .. } = words::said(cx.clock, part, state);
            if !what.is_empty() {
                paragraph(ui, what);
            }
            if !next.is_empty() {
                quiet_small(ui, next);
            }
            match state {
                CheckState::Works(CheckFact::Watching(None)) => {
                    quiet_small(ui, words::try_esc());
                }
                CheckState::Works(CheckFact::Screen { small, .. }) => {
                    self.picture(ui, small);
                }
                _ => {}
            }
        });
    }

    /// What a helper would see, made small.
    fn picture(&mut self, ui: &mut Ui, small: &Arc<Framebuffer>) {
        let is_same = |(shown, _): &&(Arc<Framebuffer>, _)| Arc::ptr_eq(shown, small);
        if self.shown.as_ref().filter(is_same).is_none() {
            let texture = ui
                .ctx()
                .load_texture("own screen", image(small), TextureOptions::LINEAR);
            self.shown = Some((small.clone(), texture));
        }
        if let Some((_, texture)) = &self.shown {
            ui.add_space(NEAR / 2.0);
            let size = texture.size_vec2();
            let scale = (ui.available_width() / size.x).min(1.0);
            ui.add(
                egui::Image::new(SizedTexture::new(texture.id(), size * scale))
                    .alt_text(say!("check-your-screen")),
            );
        }
    }
}

fn again(ui: &mut Ui, cx: &Cx<'_>, look: Look) {
    if button(ui, look, &say!("check-again")).clicked() {
        cx.send(Command::Check(CheckCommand::Begin));
    }
}

fn summary(ui: &mut Ui, check: &CheckView) {
    let (failing, is_done) = (check.failing(), check.is_done());
    let words = words::summary(failing, is_done);
    match (failing, is_done) {
        (_, false) => {
            note(ui, Note::Plain, &words);
            ui.add_space(NEAR);
        }
        (0, true) => {
            note(ui, Note::Good, &words);
        }
        _ => {
            note(ui, Note::Warning, &words);
        }
    }
    // A note that changes its kind is another one to screen readers.
    announce(ui, "summary", &words);
}

fn standing(ui: &mut Ui, state: &CheckState) {
    let palette = palette(ui);
    let (icon, ink) = match state {
        CheckState::Trying | CheckState::Asking => (Icon::Waiting, palette.quiet),
        CheckState::NotSetUp(_) => (Icon::Absent, palette.quiet),
        CheckState::Works(_) => (Icon::Good, palette.good_sign),
        CheckState::Fails(_) => (Icon::Fault, palette.fault),
    };
    marked(ui, icon, words::standing(state), TextStyle::Body, ink);
}

fn image(frame: &Framebuffer) -> ColorImage {
    let size = frame.size();
    let pixels = frame.pixels().iter().map(|pixel| {
        let [b, g, r, _] = pixel.to_le_bytes();
        Color32::from_rgb(r, g, b)
    });
    ColorImage::new(
        [size.width as usize, size.height as usize],
        pixels.collect(),
    )
}
