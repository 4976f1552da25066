//! A question that pops up under the pointer, or under the fingers of someone who types, must not be answered by accident.

use std::time::{Duration, Instant};

use egui::{TextStyle, Ui};

use crate::{
    language::say,
    ui::{
        app::Cx,
        widgets::{Face, announce, button_width, quiet, row, text_width},
    },
};

/// A question's buttons do nothing for so long after it appeared, in seconds.
const UNTOUCHABLE_SECS: f64 = 0.7;

/// When a question appeared.
#[derive(Debug, Default)]
pub struct Guard {
    question: Option<(u64, f64)>,
}

impl Guard {
    /// Whether this question may be answered already. A new question takes the keyboard off everything, so that no key that
    /// was meant for something else answers it.
    pub fn open(&mut self, ui: &Ui, question: u64) -> bool {
        let now = ui.input(|input| input.time);
        let since = match self.question {
            Some((known, since)) if known == question => since,
            _ => {
                self.question = Some((question, now));
                ui.memory_mut(|memory| {
                    if let Some(focused) = memory.focused() {
                        memory.surrender_focus(focused);
                    }
                });
                now
            }
        };
        let left = since + UNTOUCHABLE_SECS - now;
        if left > 0.0 {
            ui.request_repaint_after(Duration::from_secs_f64(left));
        }
        left <= 0.0
    }

    /// Whether this question has just appeared.
    pub fn is_new(&self, question: u64) -> bool {
        self.question.is_none_or(|(known, _)| known != question)
    }
}

/// Adds a question's buttons, which take so much room, with the countdown beside them where that has room too. There it takes nothing away
/// from the question, which has to be seen on a small screen; else it stands above them, so that they never move under the pointer.
pub fn with_countdown(
    ui: &mut Ui,
    cx: &Cx<'_>,
    deadline: Instant,
    faces: [Face<'_>; 2],
    buttons: impl FnOnce(&mut Ui),
) {
    let longest = ends_in(88);
    let words = text_width(ui, &longest, TextStyle::Body);
    let gap = ui.spacing().item_spacing.x;
    let widths = faces.map(|face| button_width(ui, face) + gap);
    let is_beside = widths.iter().sum::<f32>() + words <= ui.available_width();
    if !is_beside {
        countdown(ui, cx, deadline);
    }
    row(ui, |ui| {
        buttons(ui);
        if is_beside {
            countdown(ui, cx, deadline);
        }
    });
}

/// Says how long there is left, in words that change every second, and to screen readers when it begins and seldom thereafter.
fn countdown(ui: &mut Ui, cx: &Cx<'_>, deadline: Instant) {
    let left = cx.clock.secs_until(deadline);
    quiet(ui, ends_in(left));
    let spoken = cx.clock.spoken_secs(deadline).map_or_else(
        || say!("consent-countdown-begins", count = left.div_ceil(60)),
        ends_in,
    );
    announce(ui, "countdown", &spoken);
    ui.request_repaint_after(cx.clock.next_second(deadline));
}

fn ends_in(secs: u64) -> String {
    say!("consent-countdown", time = say!("seconds", count = secs))
}
