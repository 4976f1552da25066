//! Contacts on the novice's pages: choosing one, and how the call to them goes.

use egui::Ui;

use crate::{
    engine::{Address, CallState, Command, ContactCommand, ContactLine, Person, Presence},
    invitation::InvitationId,
    language::say,
    ui::{
        app::Cx,
        text::contact as say_contact,
        theme::NEAR,
        widgets::{Look, Note, button, button_if, card, note, quiet, quiet_small, row},
    },
};

/// The contact who is chosen.
#[derive(Clone, Debug, Default)]
pub(super) struct Chosen(Option<Address>);

impl Chosen {
    /// A radio button for each who can help now.
    pub(super) fn choose(&mut self, ui: &mut Ui, cx: &Cx<'_>, fault: Option<&str>) {
        let contacts = &cx.view.contacts;
        let able: Vec<_> = able(cx).collect();
        if contacts.line != ContactLine::Online {
            quiet(ui, say_contact::line(&contacts.line));
            quiet_small(ui, say!("invite-contacts-in-settings"));
        } else if able.is_empty() {
            quiet(ui, say!("invite-no-contact-there"));
            quiet_small(ui, say!("invite-add-contacts"));
        }
        for person in able {
            let chosen = self.0.as_ref() == Some(&person.address);
            let words = format!("{} ({})", person.name, person.address);
            if ui.radio(chosen, words).clicked() {
                self.0 = Some(person.address.clone());
            }
        }
        if let Some(fault) = fault {
            note(ui, Note::Fault, fault);
        }
    }

    /// The one, if they can help now.
    pub(super) fn person<'a>(&self, cx: &'a Cx<'_>) -> Option<&'a Person> {
        able(cx).find(|person| Some(&person.address) == self.0.as_ref())
    }
}

fn able<'a>(cx: &'a Cx<'_>) -> impl Iterator<Item = &'a Person> {
    let people = cx.view.contacts.people.people.iter();
    people.filter(|person| person.presence == Presence::CanHelp)
}

/// How the call with this invitation goes, and what to do about it.
pub(super) fn outcome(ui: &mut Ui, cx: &Cx<'_>, id: InvitationId) {
    let contacts = &cx.view.contacts;
    let call = (contacts.call.as_ref()).filter(|call| call.invitation == Some(id));
    let Some(call) = call else {
        quiet(ui, say!("calling-not-called"));
        return;
    };
    let kind = match call.state {
        CallState::Ringing => Note::Plain,
        CallState::Accepted => Note::Good,
        CallState::Declined | CallState::NoAnswer | CallState::TakenBack => Note::Warning,
        CallState::Failed(_) => Note::Fault,
    };
    card(ui, |ui| {
        note(ui, kind, say_contact::call(call));
        ui.add_space(NEAR);
        row(ui, |ui| match call.state {
            CallState::Ringing => {
                if button(ui, Look::Plain, &say!("calling-stop")).clicked() {
                    cx.send(Command::Contacts(ContactCommand::TakeBack));
                }
            }
            CallState::Accepted => {}
            _ => {
                let again = say!("calling-again", name = call.name);
                let online = contacts.line == ContactLine::Online;
                if button_if(ui, online, Look::Main, &again).clicked() {
                    let to = call.to.clone();
                    cx.send(Command::AskAgain { id, to });
                }
            }
        });
    });
}
