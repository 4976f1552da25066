//! The console's line that says who is in control, and how it goes.

use egui::{Label, Ui, accesskit::Live};

use crate::{
    engine::{ControlView, ExpertSessionView, HeldBack},
    ui::{
        clock::Clock,
        text,
        widgets::{bold, quiet_small},
    },
};

/// The way out of the remote screen for those who use no mouse.
pub const WAY_OUT: &str = "Ctrl+Alt+Home leaves the remote screen";

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
            let left = text::reconnecting(clock, until);
            vec![left, text::WORDS_WAIT.to_owned()]
        }
        None => figures(session),
    };
    figures.push(format!("both sides see: {}", session.phrase));
    quiet_small(ui, figures.join("  ·  "));
}

fn figures(session: &ExpertSessionView) -> Vec<String> {
    let state = &session.state;
    let mut figures = vec![];
    if session.has_control() {
        figures.push(WAY_OUT.to_owned());
    }
    figures.extend(
        state
            .reached
            .map(|way| text::reach::reached(way).to_owned()),
    );
    figures.extend((state.round_trip_ms).map(|ms| match ms {
        0 => "round trip under 1 ms".to_owned(),
        ms => format!("round trip {ms} ms"),
    }));
    figures.push(format!("{} frames/s", state.frames_per_sec));
    figures.push(format!("{} kB/s", state.kb_per_sec));
    figures.push(if state.exact {
        "exact picture".to_owned()
    } else {
        "picture being refined".to_owned()
    });
    figures
}

/// Who is in control, and what happened to that a moment ago.
fn control_words(session: &ExpertSessionView, name: &str) -> String {
    if session.reconnecting.is_some() {
        return format!("The connection to {name}'s computer broke. Reconnecting…");
    }
    match session.control {
        ControlView::Granted {
            held_back: HeldBack::Yes,
        } => format!("{name} is using the mouse: your input waits."),
        ControlView::Granted {
            held_back: HeldBack::No,
        } => match session.left_out {
            Some(why) => text::left_out(why, name),
            None => format!("You and {name} control this computer."),
        },
        ControlView::Asked { .. } => format!("{name} is being asked for control…"),
        ControlView::None => {
            let ended = (session.last_control_end).map(|end| text::control_ended_expert(end, name));
            let refused = (session.control_refused).map(|why| text::control_refused(why, name));
            refused.or(ended).unwrap_or_else(|| {
                if session.control_possible {
                    format!("You can look. {name} controls this computer.")
                } else {
                    format!("You can look. {name}'s computer does not allow control.")
                }
            })
        }
    }
}
