//! The novice's session window: what the helper can do now, and how to end it.

use egui::{CornerRadius, Frame, Label, Margin, RichText, ScrollArea, Stroke, Ui, accesskit::Live};

use crate::{
    engine::{Command, ControlView, HeldBack, NoviceSessionView, Seeing, StopKeys},
    ui::{
        app::{Cx, Go, Page},
        chat::Chat,
        text,
        theme::{self, NEAR, palette},
        widgets::{Look, Note, button, note, quiet, quiet_small, row, wide_button},
    },
};

/// The session's window.
#[derive(Debug, Default)]
pub struct NoviceSession {
    chat: Chat,
}

impl NoviceSession {
    /// Shows the top, which is there whatever else the window shows.
    pub fn top(&self, ui: &mut Ui, cx: &Cx<'_>, session: &NoviceSessionView) {
        let name = text::name_or(&session.helper_name, "Your helper");
        ui.add_space(NEAR);
        status(ui, &text::seen(name, session), session);
        if let Some(until) = session.reconnecting {
            let left = text::reconnecting(cx.clock, until);
            quiet_small(ui, format!("{left}. {}.", text::WORDS_WAIT));
            ui.request_repaint_after(cx.clock.next_second(until));
        }
        if let ControlView::Granted { held_back } = session.control {
            if wide_button(ui, Look::Stop, "Stop control").clicked() {
                cx.send(Command::StopControl);
            }
            quiet_small(
                ui,
                match session.stop_keys {
                    StopKeys::Everywhere => "Or press Esc, or Ctrl+C.",
                    StopKeys::InOurWindow => "Or press Esc or Ctrl+C in this window.",
                },
            );
            if session.reconnecting.is_some() {
                note(
                    ui,
                    Note::Plain,
                    format!(
                        "{name} has no control now. It goes on with the connection, unless you stop it."
                    ),
                );
            } else if held_back == HeldBack::Yes {
                note(
                    ui,
                    Note::Plain,
                    format!("You are using the mouse: {name}'s input is held back."),
                );
            }
        } else if let Some(end) = session.last_control_end {
            note(ui, Note::Good, text::control_ended_novice(end, name));
        }
    }

    /// Shows the rest; where a small screen has no room for it, it scrolls.
    pub fn rest(&mut self, ui: &mut Ui, cx: &Cx<'_>, session: &NoviceSessionView) -> Option<Go> {
        let height = ui.available_height();
        ScrollArea::vertical()
            .id_salt("session")
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.set_max_height(height);
                self.buttons_and_chat(ui, cx, session)
            })
            .inner
    }

    fn buttons_and_chat(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        session: &NoviceSessionView,
    ) -> Option<Go> {
        let mut go = None;
        row(ui, |ui| {
            match session.seeing {
                Seeing::Yes => {
                    if button(ui, Look::Plain, "Pause").clicked() {
                        cx.send(Command::Pause);
                    }
                }
                Seeing::Paused => {
                    if button(ui, Look::Main, "Resume").clicked() {
                        cx.send(Command::Resume);
                    }
                }
            }
            if button(ui, Look::Plain, "Disconnect").clicked() {
                cx.send(Command::NoviceDisconnect);
            }
            if button(ui, Look::Plain, "Settings").clicked() {
                go = Some(Go::To(Page::Settings));
            }
            if button(ui, Look::Plain, "Invitation status").clicked() {
                go = Some(Go::To(Page::Status));
            }
        });
        let name = text::name_or(&session.helper_name, "your helper");
        quiet_small(ui, format!("You and {name} both see: {}", session.phrase));
        if let Some(words) = self.chat.show(ui, cx, session.since, &session.chat, name) {
            cx.send(Command::NoviceChat(words));
        }
        go
    }
}

fn status(ui: &mut Ui, sentence: &str, session: &NoviceSessionView) {
    let palette = palette(ui);
    let (fill, ink) = match (session.seeing, session.control) {
        _ if session.reconnecting.is_some() => (palette.plain, palette.text),
        (Seeing::Paused, _) => (palette.plain, palette.text),
        (_, ControlView::Granted { .. }) => (palette.warning, palette.on_warning),
        _ => (palette.good, palette.on_good),
    };
    Frame::new()
        .fill(fill)
        .stroke(Stroke::new(1.0, ink.gamma_multiply(0.5)))
        .corner_radius(CornerRadius::same(12))
        .inner_margin(Margin::symmetric(16, 12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            let words = RichText::new(sentence)
                .text_style(theme::large())
                .color(ink);
            let response = ui.add(Label::new(words).wrap());
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_live(Live::Assertive);
            });
        });
}

/// The comparison phrase, large.
pub fn phrase(ui: &mut Ui, phrase: &str, what_for: &str) {
    quiet(ui, what_for);
    let palette = palette(ui);
    Frame::new()
        .fill(palette.plain)
        .corner_radius(CornerRadius::same(10))
        .inner_margin(Margin::symmetric(16, 10))
        .show(ui, |ui| {
            let words = RichText::new(phrase)
                .text_style(theme::large())
                .color(palette.text);
            ui.add(Label::new(words).wrap());
        });
    ui.add_space(NEAR / 2.0);
}
