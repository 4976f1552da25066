//! `How did this begin?`, which a helper's computer that was never here before has the novice asked: telephone swindlers call, helpers
//! are called.

use egui::Ui;

use super::guard::with_countdown;
use crate::{
    engine::{Command, ConsentView, HelperStanding},
    language::say,
    ui::{
        app::Cx,
        icon::Icon,
        widgets::{Face, Look, Note, button_if, choices, heading, note, quiet},
    },
};

/// What was answered so far.
#[derive(Debug, Default)]
pub struct WhoCalled {
    answer: Option<Began>,
    knows_them: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Began {
    ByMe,
    ByThem,
    /// Nobody spoke with anybody.
    OutOfTheBlue,
}

impl WhoCalled {
    /// Asks; of an offer it may be that nobody called.
    pub fn show(&mut self, ui: &mut Ui, is_offer: bool) {
        heading(ui, say!("who-called-title"));
        let doubtful = choices(ui, |ui| {
            ui.radio_value(
                &mut self.answer,
                Some(Began::ByMe),
                say!("who-called-by-me"),
            );
            let by_them = say!("who-called-by-them");
            let mut last = ui.radio_value(&mut self.answer, Some(Began::ByThem), by_them);
            if is_offer {
                let of_itself = Some(Began::OutOfTheBlue);
                last |= ui.radio_value(&mut self.answer, of_itself, say!("who-called-by-nobody"));
            }
            last
        });
        if self.is_suspicious() {
            let warning = match self.answer {
                Some(Began::OutOfTheBlue) => say!("who-called-beware-of-offers"),
                _ => say!("who-called-beware-of-callers"),
            };
            note(ui, Note::Warning, warning);
            let last = ui.checkbox(&mut self.knows_them, say!("who-called-know-them"));
            if doubtful.changed() {
                last.scroll_to_me(None);
            }
        }
    }

    /// The buttons that answer a question about a helper, when they may be clicked; above them, so that they never move under the
    /// pointer, why they do nothing yet. The one that is better clicked stands out.
    pub fn answer_buttons(&self, ui: &mut Ui, cx: &Cx<'_>, consent: &ConsentView, open: bool) {
        let is_new = consent.standing == HelperStanding::New;
        let (allow_look, decline_look) = match self.is_suspicious() {
            true => (Look::Plain, Look::Main),
            false => (Look::Main, Look::Plain),
        };
        if is_new && self.answer.is_none() {
            quiet(ui, say!("who-called-answer-first"));
        }
        let (allow, decline) = (say!("consent-allow"), say!("consent-decline"));
        let faces = [(Icon::Yes, &allow), (Icon::No, &decline)].map(Face::from);
        with_countdown(ui, cx, consent.deadline, faces, |ui| {
            let answer = |allow| {
                let question = consent.question;
                cx.send(Command::AnswerHelper { question, allow });
            };
            let possible = open && (!is_new || self.lets_allow());
            if button_if(ui, possible, allow_look, faces[0]).clicked() {
                answer(true);
            }
            if button_if(ui, open, decline_look, faces[1]).clicked() {
                answer(false);
            }
        });
    }

    /// Whether the answer lets them allow it.
    fn lets_allow(&self) -> bool {
        match self.answer {
            Some(Began::ByMe) => true,
            Some(Began::ByThem | Began::OutOfTheBlue) => self.knows_them,
            None => false,
        }
    }

    /// Whether somebody honest would hardly come like this.
    fn is_suspicious(&self) -> bool {
        matches!(self.answer, Some(Began::ByThem | Began::OutOfTheBlue))
    }
}
