//! All that there is to a line of the log.

use std::sync::Arc;

use egui::{
    Color32, ColorImage, Pos2, Rect, Sense, TextureHandle, TextureOptions, Ui, Vec2,
    accesskit::Role, pos2,
};

use crate::{
    engine::{Command, LogCommand, LogRow},
    language::say,
    screen::Framebuffer,
    ui::{
        app::Cx,
        text::when::moment,
        theme::NEAR,
        widgets::{Look, Note, button, group, note, quiet_small, text},
    },
};

/// The picture that is shown, as the graphics card has it.
#[derive(Default)]
pub(super) struct Details {
    texture: Option<(Arc<Framebuffer>, TextureHandle)>,
}

impl Details {
    /// Shows them.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, row: &LogRow) {
        let name = say!("log-page-details", line = row.number);
        group(ui, "details", Role::Group, &name, |ui| {
            ui.indent("details", |ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                ui.add_space(NEAR / 2.0);
                text(ui, row.what.as_str());
                let time = moment(cx.clock, row.at);
                quiet_small(ui, say!("log-page-line", line = row.number, time = time));
                if let Some(key) = &row.key {
                    quiet_small(ui, say!("log-page-fingerprint", key = key));
                }
                quiet_small(ui, say!("log-page-written", text = row.written));
                quiet_small(ui, say!("log-page-hash", hash = row.hash));
                self.picture(ui, cx, row);
                ui.add_space(NEAR);
            });
        });
    }

    fn picture(&mut self, ui: &mut Ui, cx: &Cx<'_>, row: &LogRow) {
        let Some(name) = &row.picture else { return };
        let shown = cx
            .view
            .log
            .picture
            .as_ref()
            .filter(|shown| shown.name == *name);
        match shown.map(|shown| &shown.picture) {
            None => {
                if button(ui, Look::Plain, &say!("log-page-show-picture")).clicked() {
                    cx.send(Command::Log(LogCommand::ShowPicture(name.clone())));
                }
            }
            Some(None) => {
                note(ui, Note::Warning, say!("log-page-picture-gone"));
            }
            Some(Some(frame)) => {
                let texture = self.texture(ui, frame);
                let size = texture.size_vec2();
                let scale = (ui.available_width() / size.x).min(1.0);
                let (place, response) = ui.allocate_exact_size(size * scale, Sense::hover());
                let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
                ui.painter()
                    .image(texture.id(), place, whole, Color32::WHITE);
                ui.ctx().accesskit_node_builder(response.id, |node| {
                    node.set_role(Role::Image);
                    node.set_label(say!("log-page-picture"));
                });
            }
        }
    }

    fn texture(&mut self, ui: &Ui, frame: &Arc<Framebuffer>) -> TextureHandle {
        if let Some((of, texture)) = &self.texture
            && Arc::ptr_eq(of, frame)
        {
            return texture.clone();
        }
        let texture = (ui.ctx()).load_texture("picture", image(ui, frame), TextureOptions::LINEAR);
        self.texture = Some((frame.clone(), texture.clone()));
        texture
    }
}

/// The picture, made so much smaller that every graphics card takes it.
fn image(ui: &Ui, frame: &Framebuffer) -> ColorImage {
    let size = frame.size();
    let most = ui.input(|input| input.max_texture_side).max(1);
    let step = (size.width.max(size.height) as usize).div_ceil(most).max(1);
    let (width, height) = (size.width as usize, size.height as usize);
    let rows = frame.pixels().chunks(width.max(1)).step_by(step);
    let pixels = rows.flat_map(|row| row.iter().step_by(step)).map(|pixel| {
        let [_, red, green, blue] = pixel.to_be_bytes();
        Color32::from_rgb(red, green, blue)
    });
    let size = [width.div_ceil(step), height.div_ceil(step)];
    ColorImage::new(size, pixels.collect()).with_source_size(Vec2::new(width as f32, height as f32))
}
