//! Somebody calls: `NAME asks for your help`, or offers theirs.

use egui::{Ui, accesskit::Role};

use super::{
    app::Cx,
    novice::guard::Guard,
    text::contact as say_contact,
    theme::NEAR,
    widgets::{
        Look, Note, button_if, card, gap, group, note, page_with_foot, quiet, row, text as say,
        title,
    },
};
use crate::engine::{Command, ContactCommand, RingView, RingWants};

/// The call that is shown.
#[derive(Debug, Default)]
pub struct Ringing {
    guard: Guard,
    accepted: bool,
}

impl Ringing {
    /// Shows it; whether the user accepted an offer, of which an invitation comes.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, ring: &RingView) -> bool {
        self.accepted = false;
        let open = self.guard.open(ui, ring.id.0);
        let heading = say_contact::ring(ring);
        group(ui, "ring", Role::AlertDialog, &heading, |ui| {
            page_with_foot(
                ui,
                ("ring", 600.0),
                self,
                |ui, _| {
                    title(ui, heading.as_str());
                    who(ui, ring);
                    gap(ui);
                    say(ui, next(ring));
                },
                |ui, page| page.answer(ui, cx, ring, open),
            );
        });
        self.accepted && ring.wants == RingWants::Helping
    }

    fn answer(&mut self, ui: &mut Ui, cx: &Cx<'_>, ring: &RingView, open: bool) {
        let answer = |accept| {
            let ring = ring.id;
            cx.send(Command::Contacts(ContactCommand::Answer { ring, accept }));
        };
        let (accept_look, decline_look) = match ring.is_contact {
            true => (Look::Main, Look::Plain),
            false => (Look::Plain, Look::Main),
        };
        row(ui, |ui| {
            if button_if(ui, open, accept_look, "Accept").clicked() {
                self.accepted = true;
                answer(true);
            }
            if button_if(ui, open, decline_look, "Decline").clicked() {
                answer(false);
            }
        });
    }
}

fn who(ui: &mut Ui, ring: &RingView) {
    card(ui, |ui| {
        say(ui, format!("Address: {}", ring.address));
        match ring.is_contact {
            true => quiet(
                ui,
                "One of your contacts; the contact server vouches for the address.",
            ),
            false => note(
                ui,
                Note::Warning,
                "This is nobody of your contacts. Swindlers call people whom they do not know.",
            ),
        };
        if let RingWants::Help(words) = &ring.wants
            && !words.is_empty()
        {
            ui.add_space(NEAR);
            say(ui, format!("“{words}”"));
        }
    });
}

fn next(ring: &RingView) -> &'static str {
    match ring.wants {
        RingWants::Help(_) => {
            "If you accept, Hulp connects to their computer, and they are asked whether you may see their screen."
        }
        RingWants::Helping => {
            "If you accept, Hulp sends them an invitation. When they connect, Hulp asks you first: nobody sees anything before you say yes."
        }
    }
}
