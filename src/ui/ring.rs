//! Somebody calls: `NAME asks for your help`, or offers theirs.

use egui::{Ui, accesskit::Role};

use super::{
    app::Cx,
    icon::Icon,
    novice::guard::Guard,
    text::contact as say_contact,
    theme::NEAR,
    widgets::{
        Look, Note, button_if, card, gap, group, note, page_with_foot, quiet, row,
        text as paragraph, title,
    },
};
use crate::{
    engine::{Command, ContactCommand, RingView, RingWants},
    language::say,
};

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
                    paragraph(ui, next(ring));
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
            if button_if(ui, open, accept_look, (Icon::Yes, &say!("ring-accept"))).clicked() {
                self.accepted = true;
                answer(true);
            }
            if button_if(ui, open, decline_look, (Icon::No, &say!("ring-decline"))).clicked() {
                answer(false);
            }
        });
    }
}

fn who(ui: &mut Ui, ring: &RingView) {
    let address = ring.address.to_string();
    card(ui, |ui| {
        paragraph(ui, say!("ring-address", address = address));
        match ring.is_contact {
            true => quiet(ui, say!("ring-contact")),
            false => note(ui, Note::Warning, say!("ring-stranger")),
        };
        if let RingWants::Help(words) = &ring.wants
            && !words.is_empty()
        {
            ui.add_space(NEAR);
            paragraph(ui, say!("ring-words", words = words));
        }
    });
}

fn next(ring: &RingView) -> String {
    match ring.wants {
        RingWants::Help(_) => say!("ring-next-help"),
        RingWants::Helping => say!("ring-next-helping"),
    }
}
