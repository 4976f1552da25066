//! The page of an opened invitation: from whom, the password, the steps to the session, and how it ended.

use std::time::Instant;

use egui::{TextStyle, Ui};
use zeroize::Zeroizing;

use crate::{
    engine::{
        Command, ConnectStep, ExpertEnd, MAX_NAME_BYTES, PaperView, Secret, SettingsView, StepState,
    },
    language::{Who, say},
    ui::{
        app::{Cx, Go, Page},
        icon::Icon,
        novice::session::phrase,
        text::{self, Said, when::moment},
        theme::{NEAR, palette},
        widgets::{
            Field, Look, Note, announce, button, button_if, card, gap, heading, marked, note, page,
            quiet, row, text as words, title,
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
        let name = paper.from.as_str();
        let said = failed.map(|why| text::expert_end(cx.clock, why, name));
        page(ui, "paper", 620.0, |ui| {
            let again = said.as_ref().is_none_or(|said| said.again);
            match &said {
                None => title(ui, say!("paper-asks", who = Who(name))),
                Some(_) => title(ui, say!("paper-did-not-work")),
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
                    say!("paper-try-again")
                } else {
                    say!("paper-connect")
                };
                let ready = self.is_ready(paper);
                if again {
                    let clicked = button_if(ui, ready, Look::Main, &words).clicked();
                    if clicked || (connect && ready) {
                        self.connect(cx, paper);
                    }
                }
                if failed.is_some_and(lies_in_settings)
                    && button(ui, Look::Plain, &say!("expert-settings")).clicked()
                {
                    go = Some(Go::To(Page::Settings));
                }
                let look = if again { Look::Plain } else { Look::Main };
                if button(ui, look, &say!("paper-close")).clicked() {
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
        let name = paper.from.as_str();
        page(ui, "connecting", 620.0, |ui| {
            title(ui, say!("paper-connecting", who = Who(name)));
            card(ui, |ui| {
                for (step, state) in steps {
                    let words = match paper.computer {
                        Some(_) => text::offer::step(*step, name),
                        None => text::step(*step, name),
                    };
                    show_step(ui, &words, *state);
                    if let ConnectStep::WaitingForAnswer { deadline } = step {
                        waiting(ui, cx, *deadline, name);
                    }
                }
            });
            if let Some(computer) = &paper.computer
                && let Some(words) = &computer.words
            {
                gap(ui);
                card(ui, |ui| {
                    phrase(ui, words, text::offer::computer_words(computer))
                });
            }
            if let Some(words) = words {
                gap(ui);
                card(ui, |ui| {
                    phrase(ui, words, say!("paper-words", who = Who(name)));
                });
            }
            gap(ui);
            if button(ui, Look::Plain, (Icon::No, &say!("expert-cancel"))).clicked() {
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
        let name = paper.from.as_str();
        let said = match paper.computer {
            Some(_) => text::offer::offer_end(cx.clock, why, name),
            None => text::expert_end(cx.clock, why, name),
        };
        page(ui, "expert ended", 560.0, |ui| {
            title(ui, say!("paper-ended"));
            card(ui, |ui| {
                words(ui, said.what.as_str());
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
                    if button_if(ui, ready, Look::Plain, &say!("paper-try-again")).clicked() {
                        self.connect(cx, paper);
                    }
                }
                if button(ui, Look::Main, &say!("paper-done")).clicked() {
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
            let field = Field::new(&say!("paper-your-name"))
                .hint(&say!("paper-your-name-hint"))
                .longest(MAX_NAME_BYTES)
                .show(ui, name);
            if !paper.needs_password {
                entered = enter(ui, &field);
                return;
            }
            ui.add_space(NEAR);
            let field = Field::new(&say!("paper-password"))
                .hint(&say!("paper-password-hint"))
                .hidden(!self.shown)
                .longest(LONGEST_PASSWORD)
                .show(ui, &mut *self.password);
            if std::mem::take(&mut self.is_new) && !cx.view.settings.name.is_empty() {
                field.request_focus(); // it is the only thing that is missing
            }
            entered = enter(ui, &field);
            ui.checkbox(&mut self.shown, say!("paper-show-password"));
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
            let settings = SettingsView {
                name: name.to_owned(),
                ..cx.view.settings.clone()
            };
            cx.send(Command::save_settings(&cx.view.settings, settings));
        }
        if let Some(computer) = &paper.computer {
            return cx.send(Command::Offer(computer.place.clone()));
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
        words(ui, said.next.as_str());
    }
    gap(ui);
}

fn about(ui: &mut Ui, cx: &Cx<'_>, paper: &PaperView, name: &str) {
    card(ui, |ui| {
        heading(ui, say!("paper-from", who = Who(name)));
        if !paper.message.is_empty() {
            words(ui, paper.message.as_str());
        }
        let expired = paper.expires <= cx.clock.utc();
        let [made, until] = [paper.made, paper.expires].map(|time| moment(cx.clock, time));
        quiet(
            ui,
            match expired {
                true => say!("paper-made-and-held", made = made, until = until),
                false => say!("paper-made-and-holds", made = made, until = until),
            },
        );
        if expired {
            note(ui, Note::Warning, say!("paper-expired"));
        }
    });
}

fn show_step(ui: &mut Ui, words: &str, state: StepState) {
    let palette = palette(ui);
    let words = match state {
        StepState::Done => say!("paper-step-done", step = words),
        StepState::UnderWay => say!("paper-step-under-way", step = words),
    };
    let (icon, ink) = match state {
        StepState::Done => (Icon::Good, palette.good_sign),
        StepState::UnderWay => (Icon::Waiting, palette.text),
    };
    let response = marked(ui, icon, words, TextStyle::Body, ink);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_live(egui::accesskit::Live::Polite);
    });
    ui.add_space(NEAR);
}

fn waiting(ui: &mut Ui, cx: &Cx<'_>, deadline: Instant, name: &str) {
    let left = |secs| {
        let time = say!("seconds", count = secs);
        say!("paper-time-left", who = Who(name), time = time)
    };
    quiet(ui, left(cx.clock.secs_until(deadline)));
    if let Some(secs) = cx.clock.spoken_secs(deadline) {
        announce(ui, "time left", &left(secs));
    }
    ui.request_repaint_after(cx.clock.next_second(deadline));
}
