//! The console's line that says who is in control, and how it goes.

use egui::{Label, Ui, accesskit::Live};

use crate::{
    engine::{ControlView, ExpertSessionView, HeldBack},
    language::{Who, say},
    ui::{
        clock::Clock,
        text,
        widgets::{announce, bold, quiet_small},
    },
};

/// Shows it.
pub fn show(ui: &mut Ui, clock: &Clock, session: &ExpertSessionView, name: &str) {
    let words = control_words(session, name);
    let response = ui.add(Label::new(bold(ui, words)).wrap());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_live(Live::Polite);
    });
    let mut figures = match session.reconnecting {
        Some(until) => {
            ui.request_repaint_after(clock.next_second(until));
            if let Some(secs) = clock.spoken_secs(until) {
                announce(ui, "time left", &text::reconnecting(secs));
            }
            let left = text::reconnecting(clock.secs_until(until));
            vec![left, text::words_wait()]
        }
        None => figures(session),
    };
    figures.push(say!("state-line-phrase", words = session.phrase));
    quiet_small(ui, figures.join("  ·  "));
}

fn figures(session: &ExpertSessionView) -> Vec<String> {
    let state = &session.state;
    let mut figures = vec![];
    if session.has_control() {
        figures.push(say!("console-way-out"));
    }
    figures.extend(state.reached.map(text::reach::reached));
    figures.extend((state.round_trip_ms).map(|ms| match ms {
        0 => say!("state-line-round-trip-short"),
        ms => say!("state-line-round-trip", ms = ms),
    }));
    figures.push(say!("state-line-frames", count = state.frames_per_sec));
    figures.push(say!("state-line-kilobytes", count = state.kb_per_sec));
    figures.push(if state.exact {
        say!("state-line-exact")
    } else {
        say!("state-line-refining")
    });
    figures
}

/// Who is in control, and what happened to that a moment ago.
fn control_words(session: &ExpertSessionView, name: &str) -> String {
    if session.reconnecting.is_some() {
        return say!("state-line-reconnecting", who = Who(name));
    }
    match session.control {
        ControlView::Granted {
            held_back: HeldBack::Yes,
        } => say!("state-line-held-back", who = Who(name)),
        ControlView::Granted {
            held_back: HeldBack::No,
        } => match session.left_out {
            Some(why) => text::left_out(why, name),
            None => say!("state-line-controlling", who = Who(name)),
        },
        ControlView::Asked { .. } => say!("state-line-asked", who = Who(name)),
        ControlView::None => {
            let ended = (session.last_control_end).map(|end| text::control_ended_expert(end, name));
            let refused = (session.control_refused).map(|why| text::control_refused(why, name));
            refused.or(ended).unwrap_or_else(|| {
                if session.control_possible {
                    say!("state-line-looking", who = Who(name))
                } else {
                    say!("state-line-looking-only", who = Who(name))
                }
            })
        }
    }
}
