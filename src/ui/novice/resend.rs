//! `Resend`: an open invitation goes out once more, the same way or another one. It stays one invitation; whoever comes with it
//! first and is let in has it.

use std::path::PathBuf;

use egui::Ui;

use super::{
    contact::{self, Chosen},
    mail::Mailing,
    way::Way,
};
use crate::{
    engine::{Command, InvitationRow},
    invitation::SentHow,
    language::say,
    ui::{
        app::Cx,
        browse::{Browse, For},
        text,
        theme::NEAR,
        widgets::{
            Field, Look, Note, button, button_if, card, gap, heading, note, quiet, quiet_small, row,
        },
    },
};

/// What is being chosen.
pub(super) struct Resend {
    way: Way,
    path: String,
    browse: Browse,
    mailing: Mailing,
    contact: Chosen,
    asked: bool,
}

impl Resend {
    /// Beginning with the way that it went out last.
    pub(super) fn of(chosen: &InvitationRow, cx: &Cx<'_>) -> Self {
        let file = chosen.sent.iter().rev().find_map(|way| match way {
            SentHow::File(path) => Some(path.clone()),
            _ => None,
        });
        let to = chosen.sent.iter().rev().find_map(|way| match way {
            SentHow::Email { to } => Some(to.as_str()),
            _ => None,
        });
        let path = file.unwrap_or_else(|| (cx.suggested_path)(&cx.view.settings.name));
        Self {
            way: Way::of(&chosen.sent),
            path: path.display().to_string(),
            browse: Browse::default(),
            mailing: Mailing::to(to.unwrap_or_default()),
            contact: Chosen::default(),
            asked: false,
        }
    }

    /// Shows it.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, chosen: &InvitationRow) {
        card(ui, |ui| {
            heading(ui, say!("resend-title"));
            quiet_small(ui, say!("resend-means"));
            ui.add_space(NEAR);
            self.way.choose(ui, &cx.view.policy);
            ui.add_space(NEAR);
            match self.way {
                Way::Code => code(ui, cx, chosen),
                Way::Email => {
                    let again = say!("mailing-send-again");
                    self.mailing.ask(ui, cx, chosen.id, &again);
                }
                Way::File => self.file(ui, cx, chosen),
                Way::Contact => self.contact(ui, cx, chosen),
            }
        });
        if self.way == Way::Email {
            gap(ui);
            self.mailing.outcome(ui, cx, chosen.id);
        }
        if self.way == Way::Contact && self.asked {
            gap(ui);
            contact::outcome(ui, cx, chosen.id);
        }
    }

    fn contact(&mut self, ui: &mut Ui, cx: &Cx<'_>, chosen: &InvitationRow) {
        self.contact.choose(ui, cx, None);
        if let Some(person) = self.contact.person(cx) {
            ui.add_space(NEAR);
            let ask = say!("invite-act-contact-named", name = person.name);
            if button(ui, Look::Main, &ask).clicked() {
                let (id, to) = (chosen.id, person.address.clone());
                cx.send(Command::AskAgain { id, to });
                self.asked = true;
            }
        }
    }

    fn file(&mut self, ui: &mut Ui, cx: &Cx<'_>, chosen: &InvitationRow) {
        let outcome = (cx.view.novice.saved_again.as_ref()).filter(|(id, _)| *id == chosen.id);
        let fault = outcome
            .and_then(|(_, result)| result.as_ref().err())
            .map(|why| say!("resend-not-saved", why = why));
        Field::new(&say!("invite-save-to"))
            .fault(fault.as_deref())
            .show(ui, &mut self.path);
        ui.add_space(NEAR / 2.0);
        row(ui, |ui| {
            if let Some(chosen) = self.browse.show(ui, Look::Plain, For::Saving, &self.path) {
                self.path = chosen.display().to_string();
            }
            let named = !self.path.trim().is_empty();
            if button_if(ui, named, Look::Main, &say!("resend-save")).clicked() {
                cx.send(Command::SaveAgain {
                    id: chosen.id,
                    path: PathBuf::from(self.path.trim()),
                });
            }
        });
        if let Some((_, Ok(place))) = outcome {
            let saved = say!("resend-saved-as", place = text::place(place));
            note(ui, Note::Good, saved).on_hover_text(place.display().to_string());
        }
    }
}

fn code(ui: &mut Ui, cx: &Cx<'_>, chosen: &InvitationRow) {
    quiet(ui, say!("resend-code-means"));
    ui.add_space(NEAR / 2.0);
    if button(ui, Look::Main, &say!("invite-act-code")).clicked() {
        cx.send(Command::MakeCode(chosen.id));
    }
}
