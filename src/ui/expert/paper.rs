//! The page of an opened invitation: from whom, the password, the steps to the session, and how it ended.

use std::time::Instant;

use egui::{Label, Rect, RichText, Sense, Stroke, Ui, Vec2};
use zeroize::Zeroizing;

use crate::{
    engine::{
        Command, ConnectStep, ExpertEnd, MAX_NAME_BYTES, PaperView, Secret, SettingsView, StepState,
    },
    ui::{
        app::{Cx, Go, Page},
        novice::session::phrase,
        text::{self, Said, when::moment},
        theme::{NEAR, palette},
        widgets::{
            Field, Look, Note, button, button_if, card, gap, heading, note, page, quiet, row,
            text as say, title,
        },
    },
};

/// The longest password, in characters.
const LONGEST_PASSWORD: usize = 256;

/// What is being filled in.
#[derive(Default)]
pub struct Paper {
    of: Option<PaperView>,
    password: Zeroizing<String>,
    shown: bool,
    name: Option<String>,
    is_new: bool,
}

impl Paper {
    /// Shows the invitation; with how the last try ended.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        paper: &PaperView,
        failed: Option<&ExpertEnd>,
    ) -> Option<Go> {
        self.belong_to(paper);
        let name = text::name_or(&paper.from, "Somebody");
        let said = failed.map(|why| text::expert_end(cx.clock, why, name));
        page(ui, "paper", 620.0, |ui| {
            let again = said.as_ref().is_none_or(|said| said.again);
            match &said {
                None => title(ui, format!("{name} asks for your help")),
                Some(_) => title(ui, "It did not work"),
            };
            if let Some(said) = &said {
                failure(ui, said);
            }
            about(ui, cx, paper, name);
            gap(ui);
            let connect = again && self.form(ui, cx, paper);
            let mut go = None;
            row(ui, |ui| {
                let words = if said.is_some() {
                    "Try again"
                } else {
                    "Connect"
                };
                let ready = self.is_ready(paper);
                if again {
                    let clicked = button_if(ui, ready, Look::Main, words).clicked();
                    if clicked || (connect && ready) {
                        self.connect(cx, paper);
                    }
                }
                if failed.is_some_and(lies_in_settings)
                    && button(ui, Look::Plain, "Settings").clicked()
                {
                    go = Some(Go::To(Page::Settings));
                }
                let look = if again { Look::Plain } else { Look::Main };
                if button(ui, look, "Close invitation").clicked() {
                    go = Some(Go::CloseInvitation);
                }
            });
            go
        })
    }

    /// Shows the steps.
    pub fn connecting(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        paper: &PaperView,
        steps: &[(ConnectStep, StepState)],
        words: Option<&str>,
    ) {
        self.belong_to(paper);
        let name = text::name_or(&paper.from, "the other person");
        page(ui, "connecting", 620.0, |ui| {
            title(ui, format!("Connecting to {name}"));
            card(ui, |ui| {
                for (step, state) in steps {
                    show_step(ui, &text::step(*step, name), *state);
                    if let ConnectStep::WaitingForAnswer { deadline } = step {
                        waiting(ui, cx, *deadline, name);
                    }
                }
            });
            if let Some(words) = words {
                gap(ui);
                card(ui, |ui| {
                    phrase(
                        ui,
                        words,
                        &format!(
                            "If {name} asks on the telephone which words you see, read them these:"
                        ),
                    );
                });
            }
            gap(ui);
            if button(ui, Look::Plain, "Cancel").clicked() {
                cx.send(Command::CancelConnect);
            }
        });
    }

    /// Shows how a session ended.
    pub fn ended(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        paper: &PaperView,
        why: &ExpertEnd,
    ) -> Option<Go> {
        let name = text::name_or(&paper.from, "The other person");
        let said = text::expert_end(cx.clock, why, name);
        page(ui, "expert ended", 560.0, |ui| {
            title(ui, "The session has ended");
            card(ui, |ui| {
                say(ui, said.what.as_str());
                if !said.next.is_empty() {
                    quiet(ui, said.next.as_str());
                }
            });
            gap(ui);
            if said.again && paper.needs_password {
                self.belong_to(paper);
                self.form(ui, cx, paper);
            }
            let mut go = None;
            row(ui, |ui| {
                if said.again {
                    let ready = self.is_ready(paper);
                    if button_if(ui, ready, Look::Plain, "Try again").clicked() {
                        self.connect(cx, paper);
                    }
                }
                if button(ui, Look::Main, "Done").clicked() {
                    go = Some(Go::CloseInvitation);
                }
            });
            go
        })
    }

    fn belong_to(&mut self, paper: &PaperView) {
        if self.of.as_ref() != Some(paper) {
            *self = Self {
                of: Some(paper.clone()),
                is_new: true,
                ..Self::default()
            };
        }
    }

    /// The fields; true when Enter was pressed in the last one.
    fn form(&mut self, ui: &mut Ui, cx: &Cx<'_>, paper: &PaperView) -> bool {
        let mut entered = false;
        let enter = |ui: &Ui, field: &egui::Response| {
            field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter))
        };
        card(ui, |ui| {
            let name = (self.name).get_or_insert_with(|| cx.view.settings.name.clone());
            let field = Field::new("Your name")
                .hint("The other person sees it when they are asked.")
                .longest(MAX_NAME_BYTES)
                .show(ui, name);
            if !paper.needs_password {
                entered = enter(ui, &field);
                return;
            }
            ui.add_space(NEAR);
            let field = Field::new("Password")
                .hint("Ask the other person for it, best by telephone.")
                .hidden(!self.shown)
                .longest(LONGEST_PASSWORD)
                .show(ui, &mut *self.password);
            if std::mem::take(&mut self.is_new) && !cx.view.settings.name.is_empty() {
                field.request_focus(); // it is the only thing that is missing
            }
            entered = enter(ui, &field);
            ui.checkbox(&mut self.shown, "Show password");
        });
        gap(ui);
        entered
    }

    fn is_ready(&self, paper: &PaperView) -> bool {
        !paper.needs_password || !self.password.is_empty()
    }

    fn connect(&self, cx: &Cx<'_>, paper: &PaperView) {
        if let Some(name) = self.name.as_ref().map(|name| name.trim())
            && !name.is_empty()
            && name != cx.view.settings.name
        {
            cx.send(Command::SaveSettings(SettingsView {
                name: name.to_owned(),
                ..cx.view.settings.clone()
            }));
        }
        let password = paper.needs_password.then(|| Secret(self.password.clone()));
        cx.send(Command::Connect { password });
    }
}

/// Whether this computer's own settings are what failed.
fn lies_in_settings(why: &ExpertEnd) -> bool {
    let ExpertEnd::NotReached { relay, .. } = why else {
        return false;
    };
    relay.as_ref().is_some_and(text::reach::is_in_settings)
}

fn failure(ui: &mut Ui, said: &Said) {
    note(ui, Note::Fault, said.what.as_str());
    if !said.next.is_empty() {
        say(ui, said.next.as_str());
    }
    gap(ui);
}

fn about(ui: &mut Ui, cx: &Cx<'_>, paper: &PaperView, name: &str) {
    card(ui, |ui| {
        heading(ui, format!("From {name}"));
        if !paper.message.is_empty() {
            say(ui, paper.message.as_str());
        }
        let expired = paper.expires <= cx.clock.utc();
        quiet(
            ui,
            format!(
                "Made {}. It {} until {}.",
                moment(cx.clock, paper.made),
                if expired { "held" } else { "holds" },
                moment(cx.clock, paper.expires)
            ),
        );
        if expired {
            note(
                ui,
                Note::Warning,
                "By this computer's clock, this invitation has expired. Ask for a new one if it does not work.",
            );
        }
    });
}

fn show_step(ui: &mut Ui, words: &str, state: StepState) {
    let palette = palette(ui);
    let done = match state {
        StepState::Done => ": done",
        StepState::UnderWay => "…",
    };
    ui.horizontal(|ui| {
        let (place, _) = ui.allocate_exact_size(Vec2::splat(24.0), Sense::hover());
        sign(ui, place, state);
        let words = RichText::new(format!("{words}{done}")).color(palette.text);
        let response = ui.add(Label::new(words).wrap());
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_live(egui::accesskit::Live::Polite);
        });
    });
}

/// A tick in a circle, or the circle alone.
fn sign(ui: &Ui, place: Rect, state: StepState) {
    let palette = palette(ui);
    let (middle, radius) = (place.center(), 11.0);
    match state {
        StepState::UnderWay => {
            ui.painter()
                .circle_stroke(middle, radius, Stroke::new(3.0, palette.main));
        }
        StepState::Done => {
            ui.painter()
                .circle_filled(middle, radius, palette.good_sign);
            let tick =
                [(-5.0, 0.5), (-1.5, 4.0), (5.0, -4.0)].map(|(x, y)| middle + Vec2::new(x, y));
            ui.painter()
                .line(tick.to_vec(), Stroke::new(2.5, palette.card));
        }
    }
}

fn waiting(ui: &mut Ui, cx: &Cx<'_>, deadline: Instant, name: &str) {
    let left = cx.clock.secs_until(deadline);
    quiet(ui, format!("{name} has {left} s left to answer."));
    ui.request_repaint_after(cx.clock.next_second(deadline));
}
