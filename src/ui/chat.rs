//! The chat, the same on both sides: what was said, a field, and `Send`.

use chrono::{DateTime, Utc};
use egui::{
    CornerRadius, Event, Frame, Key, KeyboardShortcut, Label, Margin, Modifiers, RichText,
    ScrollArea, Stroke, TextEdit, Ui, accesskit::Role,
};

use super::{
    app::Cx,
    icon::Icon,
    text::when::time_of_day,
    theme::{NEAR, palette},
    widgets::{Face, Look, button_if, button_width, fault_below, field_label, group, quiet_small},
};
use crate::{
    engine::{ChatLine, FromWhom, MAX_CHAT_BYTES},
    language::{Who, say},
};

/// What the field and its label need below the log, in points.
const WRITING_HEIGHT: f32 = 132.0;
/// A field that is narrower than this breaks up every sentence, in points.
const NARROWEST_FIELD: f32 = 180.0;

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
        let send_words = say!("chat-send");
        let send = Face::from((Icon::Send, &send_words));
        let beside = button_width(ui, send) + ui.spacing().item_spacing.x;
        let is_beside = ui.available_width() - beside >= NARROWEST_FIELD;
        let writing_height = match is_beside {
            true => WRITING_HEIGHT,
            false => WRITING_HEIGHT + ui.spacing().interact_size.y + ui.spacing().item_spacing.y,
        };
        let log_height = (ui.available_height() - writing_height).max(80.0);
        log(ui, cx, lines, other, log_height);
        self.write(ui, send, is_beside.then_some(beside))
    }

    /// The field, and the button that sends: so much room beside it, or else below it.
    fn write(&mut self, ui: &mut Ui, send_face: Face<'_>, beside: Option<f32>) -> Option<String> {
        let label = field_label(ui, &say!("chat-message"));
        let too_long = self.draft.trim().len() > MAX_CHAT_BYTES;
        let mut send = false;
        let write = |ui: &mut Ui| {
            let field = TextEdit::multiline(&mut self.draft)
                .id_salt("chat message")
                .desired_rows(2)
                .desired_width(ui.available_width() - beside.unwrap_or_default())
                .margin(Margin::symmetric(10, 8))
                .return_key(KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter));
            let field = ui.add(field).labelled_by(label.id);
            if too_long {
                fault_below(ui, &field, &say!("chat-too-long"));
            }
            let enter =
                field.has_focus() && ui.input(|input| input.events.iter().any(is_plain_enter));
            let words = !self.draft.trim().is_empty() && !too_long;
            let clicked = button_if(ui, words, Look::Plain, send_face).clicked();
            send = words && (enter || clicked);
            if send {
                field.request_focus();
            }
        };
        match beside {
            Some(_) => ui.horizontal(write),
            None => ui.vertical(write),
        };
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
    group(ui, "chat log", Role::Log, &say!("chat-log"), |ui| {
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
                            quiet_small(ui, say!("chat-empty", who = Who(other)));
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
    let time = time_of_day(cx.clock, line.at);
    let (who_and_when, fill, ink) = match line.from {
        FromWhom::Me => (
            say!("chat-said-by-me", time = time),
            palette.plain,
            palette.text,
        ),
        FromWhom::Other => (
            say!("chat-said-by-other", who = Who(other), time = time),
            palette.good,
            palette.on_good,
        ),
    };
    quiet_small(ui, who_and_when);
    Frame::new()
        .fill(fill)
        .corner_radius(CornerRadius::same(9))
        .inner_margin(Margin::symmetric(10, 6))
        .show(ui, |ui| {
            ui.add(Label::new(RichText::new(&line.text).color(ink)).wrap());
        });
    ui.add_space(NEAR / 2.0);
}
