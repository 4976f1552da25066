//! A question that pops up under the pointer, or under the fingers of someone who types, must not be answered by accident.

use std::time::{Duration, Instant};

use egui::Ui;

use crate::ui::{
    app::Cx,
    widgets::{announce, quiet},
};

/// A question's buttons do nothing for so long after it appeared, in seconds.
const UNTOUCHABLE_SECS: f64 = 0.7;

/// At so many seconds before the end a screen reader is told; every second would drown everything else.
const SPOKEN_AT_SECS: [u64; 2] = [30, 10];

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

/// Says how long there is left, in words that change every second, and to screen readers seldom.
pub fn countdown(ui: &mut Ui, cx: &Cx<'_>, deadline: Instant) {
    let left = cx.clock.secs_until(deadline);
    quiet(ui, format!("Answers no by itself in {left} s."));
    let spoken = SPOKEN_AT_SECS
        .into_iter()
        .filter(|at| left <= *at)
        .min()
        .map_or_else(String::new, |at| {
            format!("Answers no by itself in {at} seconds.")
        });
    announce(ui, "countdown", &spoken);
    ui.request_repaint_after(cx.clock.next_second(deadline));
}
