//! The novice's session window: what the helper can do now, and how to end it.

use egui::{CornerRadius, Frame, Label, Margin, RichText, ScrollArea, Stroke, Ui, accesskit::Live};

use crate::{
    engine::{Command, ControlView, HeldBack, NoviceSessionView, Seeing, StopKeys},
    language::{Who, say},
    ui::{
        app::{Cx, Go, Page},
        chat::Chat,
        icon::Icon,
        text,
        theme::{self, NEAR, palette},
        widgets::{Look, Note, announce, marked, note, pairs, quiet, quiet_small, wide_button},
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
        let name = session.helper_name.as_str();
        ui.add_space(NEAR);
        status(ui, &text::seen(name, session), session);
        if let Some(until) = session.reconnecting {
            let left = text::reconnecting(cx.clock.secs_until(until));
            let words = text::words_wait();
            quiet_small(ui, say!("session-reconnecting", left = left, words = words));
            if let Some(secs) = cx.clock.spoken_secs(until) {
                announce(ui, "time left", &text::reconnecting(secs));
            }
            ui.request_repaint_after(cx.clock.next_second(until));
        }
        if let ControlView::Granted { held_back } = session.control {
            let stop = say!("session-stop-control");
            if wide_button(ui, Look::Stop, (Icon::Stop, &stop)).clicked() {
                cx.send(Command::StopControl);
            }
            quiet_small(
                ui,
                match &session.stop_keys {
                    StopKeys::Everywhere => say!("session-stop-keys"),
                    StopKeys::InOurWindow => say!("session-stop-keys-here-only"),
                    StopKeys::Shortcut(keys) => {
                        say!("session-stop-shortcut", keys = keys.as_ref())
                    }
                },
            );
            if session.reconnecting.is_some() {
                note(
                    ui,
                    Note::Plain,
                    say!("session-control-waits", who = Who(name)),
                );
            } else if held_back == HeldBack::Yes {
                note(ui, Note::Plain, say!("session-held-back", who = Who(name)));
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
        let go = buttons(ui, cx, session.seeing);
        let name = session.helper_name.as_str();
        let words = session.phrase.as_str();
        quiet_small(ui, say!("session-both-see", who = Who(name), words = words));
        if let Some(words) = self.chat.show(ui, cx, session.since, &session.chat, name) {
            cx.send(Command::NoviceChat(words));
        }
        go
    }
}

fn buttons(ui: &mut Ui, cx: &Cx<'_>, seeing: Seeing) -> Option<Go> {
    let (look, icon, words, change) = match seeing {
        Seeing::Yes => (
            Look::Plain,
            Icon::Pause,
            say!("session-pause"),
            Command::Pause,
        ),
        Seeing::Paused => (
            Look::Main,
            Icon::Resume,
            say!("session-resume"),
            Command::Resume,
        ),
    };
    let disconnect = say!("session-disconnect");
    let (settings, status) = (say!("home-settings"), say!("home-status"));
    let buttons = [
        (look, (icon, &words).into()),
        (Look::Plain, (Icon::Disconnect, &disconnect).into()),
        (Look::Plain, (Icon::Settings, &settings).into()),
        (Look::Plain, (Icon::Status, &status).into()),
    ];
    match pairs(ui, &buttons)? {
        0 => cx.send(change),
        1 => cx.send(Command::NoviceDisconnect),
        2 => return Some(Go::To(Page::Settings)),
        _ => return Some(Go::To(Page::Status)),
    }
    None
}

fn status(ui: &mut Ui, sentence: &str, session: &NoviceSessionView) {
    let palette = palette(ui);
    let (icon, fill, ink) = match (session.seeing, session.control) {
        _ if session.reconnecting.is_some() => (Icon::Broken, palette.plain, palette.text),
        (Seeing::Paused, _) => (Icon::Unseen, palette.plain, palette.text),
        (_, ControlView::Granted { .. }) => (Icon::Control, palette.warning, palette.on_warning),
        _ => (Icon::Seen, palette.good, palette.on_good),
    };
    Frame::new()
        .fill(fill)
        .stroke(Stroke::new(1.0, ink.gamma_multiply(0.5)))
        .corner_radius(CornerRadius::same(12))
        .inner_margin(Margin::symmetric(12, 12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            let response = marked(ui, icon, sentence, theme::large(), ink);
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_live(Live::Assertive);
            });
        });
}

/// The comparison phrase, large.
pub fn phrase(ui: &mut Ui, phrase: &str, what_for: impl Into<String>) {
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
