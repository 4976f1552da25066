//! The chat, the same on both sides: what was said, a field, and `Send`.

use chrono::{DateTime, Utc};
use egui::{
    CornerRadius, Event, Frame, Key, KeyboardShortcut, Label, Margin, Modifiers, RichText,
    ScrollArea, Stroke, TextEdit, Ui, accesskit::Role,
};

use super::{
    app::Cx,
    text::when::time_of_day,
    theme::{NEAR, palette},
    widgets::{Look, button_if, fault_below, field_label, group, quiet_small},
};
use crate::engine::{ChatLine, FromWhom, MAX_CHAT_BYTES};

/// What is being written, and which session it belongs to.
#[derive(Debug, Default)]
pub struct Chat {
    draft: String,
    session: Option<DateTime<Utc>>,
}

impl Chat {
    /// Shows the chat in all the room there is; returns what is to be sent.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        since: DateTime<Utc>,
        lines: &[ChatLine],
        other: &str,
    ) -> Option<String> {
        if self.session != Some(since) {
            *self = Self {
                session: Some(since),
                ..Self::default()
            };
        }
        let writing_height = 132.0;
        let log_height = (ui.available_height() - writing_height).max(80.0);
        log(ui, cx, lines, other, log_height);
        self.write(ui)
    }

    fn write(&mut self, ui: &mut Ui) -> Option<String> {
        let label = field_label(ui, "Chat message");
        let too_long = self.draft.trim().len() > MAX_CHAT_BYTES;
        let mut send = false;
        ui.horizontal(|ui| {
            let field = TextEdit::multiline(&mut self.draft)
                .id_salt("chat message")
                .desired_rows(2)
                .desired_width(ui.available_width() - 96.0)
                .margin(Margin::symmetric(10, 8))
                .return_key(KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter));
            let field = ui.add(field).labelled_by(label.id);
            if too_long {
                fault_below(ui, &field, "Too long: send it in parts.");
            }
            let enter =
                field.has_focus() && ui.input(|input| input.events.iter().any(is_plain_enter));
            let words = !self.draft.trim().is_empty() && !too_long;
            let clicked = button_if(ui, words, Look::Plain, "Send").clicked();
            send = words && (enter || clicked);
            if send {
                field.request_focus();
            }
        });
        send.then(|| std::mem::take(&mut self.draft).trim().to_owned())
    }
}

/// Enter sends; with Shift it begins a new line.
fn is_plain_enter(event: &Event) -> bool {
    matches!(
        event,
        Event::Key {
            key: Key::Enter,
            pressed: true,
            modifiers: Modifiers { shift: false, .. },
            ..
        }
    )
}

fn log(ui: &mut Ui, cx: &Cx<'_>, lines: &[ChatLine], other: &str, height: f32) {
    let palette = palette(ui);
    group(ui, "chat log", Role::Log, "Chat", |ui| {
        Frame::new()
            .fill(palette.card)
            .stroke(Stroke::new(1.0, palette.line))
            .corner_radius(CornerRadius::same(10))
            .inner_margin(Margin::same(10))
            .show(ui, |ui| {
                ScrollArea::vertical()
                    .id_salt("chat log")
                    .auto_shrink(false)
                    .max_height(height - 20.0)
                    .min_scrolled_height(40.0)
                    .stick_to_bottom(true)
                    .show(ui, |ui| {
                        if lines.is_empty() {
                            quiet_small(ui, format!("What you and {other} write appears here."));
                        }
                        for line in lines {
                            said(ui, cx, line, other);
                        }
                    });
            });
    });
}

fn said(ui: &mut Ui, cx: &Cx<'_>, line: &ChatLine, other: &str) {
    let palette = palette(ui);
    let (who, fill, ink) = match line.from {
        FromWhom::Me => ("You", palette.plain, palette.text),
        FromWhom::Other => (other, palette.good, palette.on_good),
    };
    quiet_small(ui, format!("{who}, {}", time_of_day(cx.clock, line.at)));
    Frame::new()
        .fill(fill)
        .corner_radius(CornerRadius::same(9))
        .inner_margin(Margin::symmetric(10, 6))
        .show(ui, |ui| {
            ui.add(Label::new(RichText::new(&line.text).color(ink)).wrap());
        });
    ui.add_space(NEAR / 2.0);
}
