//! Settings > `Contacts`: the account at a contact server, and the list of people.

use std::collections::HashMap;

use egui::{Ui, accesskit::Role};

use crate::{
    engine::{
        Address, Bond, CallState, Command, ContactCommand, ContactError, ContactLine,
        ContactSettings, FixedSetting, Person, Presence, Secret, SettingsView, is_server,
    },
    language::say,
    ui::{
        app::Cx,
        text::{contact as say_contact, mail::password_kept},
        theme::NEAR,
        widgets::{
            Field, Look, Note, button, button_if, card, come_into_view, explained, gap, group,
            heading, note, quiet, quiet_small, row, setting, text,
        },
    },
};

/// The longest address and server, in characters.
const MAX_ADDRESS: usize = 255;
/// The longest password.
const MAX_PASSWORD: usize = 256;
/// The longest name of a contact.
const MAX_NAME: usize = 64;

/// What is being written, beside the settings themselves.
#[derive(Clone, Debug, Default)]
pub struct ContactsDraft {
    password: Secret,
    new: String,
    renaming: HashMap<Address, String>,
}

impl ContactsDraft {
    /// Whether the settings will do.
    pub fn is_good(contacts: &ContactSettings) -> bool {
        let server = contacts.server.trim();
        server.is_empty() || is_server(server)
    }

    /// Shows the tab.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, contacts: &mut ContactSettings) {
        group(
            ui,
            "contacts",
            Role::TabPanel,
            &say!("settings-contacts"),
            |ui| {
                if cx.view.contacts.line == ContactLine::Online {
                    requests(ui, cx);
                    card(ui, |ui| self.people(ui, cx));
                    gap(ui);
                }
                card(ui, |ui| self.account(ui, cx, contacts));
            },
        );
    }

    fn account(&mut self, ui: &mut Ui, cx: &Cx<'_>, contacts: &mut ContactSettings) {
        let view = &cx.view.contacts;
        let fault = |is: fn(&ContactError) -> bool| match &view.line {
            ContactLine::Refused(why) if is(why) => Some(say_contact::fault(why)),
            _ => None,
        };
        let no_address = fault(|why| *why == ContactError::NotAnAddress);
        let wrong = fault(|why| *why == ContactError::WrongPassword);
        quiet_small(ui, say!("settings-contacts-what-for"));
        ui.add_space(NEAR);
        Field::new(&say!("settings-contacts-address"))
            .hint(&say!("settings-contacts-address-hint"))
            .fault(no_address.as_deref())
            .longest(MAX_ADDRESS)
            .show(ui, &mut contacts.address);
        Field::new(&say!("settings-password"))
            .hint(&say!("settings-password-hint"))
            .fault(wrong.as_deref())
            .hidden(true)
            .longest(MAX_PASSWORD)
            .show(ui, &mut *self.password.0);
        let no_server =
            (!Self::is_good(contacts)).then(|| say_contact::fault(&ContactError::NotAServer));
        let is_fixed = cx.view.settings.fixes(FixedSetting::ContactsServer);
        setting(ui, is_fixed, |ui| {
            Field::new(&say!("settings-contacts-server"))
                .hint(&say!("settings-contacts-server-hint"))
                .fault(no_server.as_deref())
                .longest(MAX_ADDRESS)
                .show(ui, &mut contacts.server);
        });
        ui.add_space(NEAR);
        self.sign_in(ui, cx, contacts);
        let kind = match view.line {
            ContactLine::Online => Note::Good,
            ContactLine::Lost(..) => Note::Warning,
            ContactLine::Refused(_) | ContactLine::NotAllowed => Note::Fault,
            _ => Note::Plain,
        };
        if wrong.is_none() && no_address.is_none() {
            let said = note(ui, kind, say_contact::line(&view.line));
            match view.line {
                ContactLine::Connecting => come_into_view(ui, &said, "connecting"),
                // However often it is tried again.
                ContactLine::Lost(..) => come_into_view(ui, &said, "lost"),
                _ => {}
            }
        }
        if let Some(kept) = view.password {
            quiet_small(ui, password_kept(kept));
        }
        ui.add_space(NEAR);
        explained(ui, say!("settings-contacts-strangers-hint"), |ui| {
            let words = say!("settings-contacts-strangers");
            ui.checkbox(&mut contacts.strangers_may_ring, words)
        });
    }

    /// Signs in with a password that was typed, for these settings.
    pub fn use_password(&mut self, cx: &Cx<'_>, contacts: &ContactSettings) {
        if !self.password.0.is_empty() && !contacts.address.is_empty() {
            self.ask_to_sign_in(cx);
        }
    }

    fn ask_to_sign_in(&mut self, cx: &Cx<'_>) {
        let typed = !self.password.0.is_empty();
        let password = typed.then(|| std::mem::take(&mut self.password));
        cx.send(Command::Contacts(ContactCommand::SignIn { password }));
    }

    fn sign_in(&mut self, ui: &mut Ui, cx: &Cx<'_>, contacts: &ContactSettings) {
        let complete = !contacts.address.trim().is_empty() && Self::is_good(contacts);
        let look = match cx.view.contacts.line {
            ContactLine::Online => Look::Plain, // it is done
            _ => Look::Main,
        };
        row(ui, |ui| {
            if button_if(ui, complete, look, &say!("settings-contacts-sign-in")).clicked() {
                let settings = SettingsView {
                    contacts: trimmed(contacts),
                    ..cx.view.settings.clone()
                };
                cx.send(Command::save_settings(&cx.view.settings, settings));
                self.ask_to_sign_in(cx);
            }
            let in_use = cx.view.contacts.line != ContactLine::SignedOut;
            if in_use && button(ui, Look::Plain, &say!("settings-contacts-sign-out")).clicked() {
                cx.send(Command::Contacts(ContactCommand::SignOut));
            }
        });
    }

    fn people(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        heading(ui, say!("settings-contacts-yours"));
        let view = &cx.view.contacts;
        if let Some(why) = &view.trouble {
            note(ui, Note::Fault, say_contact::fault(why));
        }
        if let Some(call) = view.call.as_ref().filter(|call| call.invitation.is_none()) {
            note(ui, Note::Plain, say_contact::call(call));
            if call.state == CallState::Ringing
                && button(ui, Look::Plain, &say!("settings-contacts-stop-ringing")).clicked()
            {
                cx.send(Command::Contacts(ContactCommand::TakeBack));
            }
        }
        for (at, person) in view.people.people.iter().enumerate() {
            if at > 0 {
                ui.separator();
            }
            self.person(ui, cx, person);
        }
        if view.people.people.is_empty() {
            quiet(ui, say!("settings-contacts-none"));
        }
        if view.people.left_out > 0 {
            quiet(
                ui,
                say!("settings-contacts-left-out", count = view.people.left_out),
            );
        }
        ui.add_space(NEAR);
        Field::new(&say!("settings-contacts-new"))
            .hint(&say!("settings-contacts-new-hint"))
            .longest(MAX_ADDRESS)
            .show(ui, &mut self.new);
        let typed = !self.new.trim().is_empty();
        if button_if(ui, typed, Look::Plain, &say!("settings-contacts-add")).clicked() {
            let typed = std::mem::take(&mut self.new);
            cx.send(Command::Contacts(ContactCommand::Add(typed)));
        }
    }

    fn person(&mut self, ui: &mut Ui, cx: &Cx<'_>, person: &Person) {
        let (name, address) = (&person.name, &person.address);
        let send = |command| cx.send(Command::Contacts(command));
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            text(ui, format!("{name} ({address})"));
            quiet_small(ui, say_contact::presence(person));
        });
        if let Some(new) = self.renaming.get_mut(address) {
            Field::new(&say!("settings-contacts-new-name", name = name))
                .longest(MAX_NAME)
                .show(ui, new);
            let new = new.clone();
            if button(ui, Look::Plain, &say!("settings-contacts-keep-name")).clicked() {
                send(ContactCommand::Rename(address.clone(), new));
                self.renaming.remove(address);
            }
            return;
        }
        row(ui, |ui| {
            if person.presence == Presence::CanHelp
                && button(
                    ui,
                    Look::Plain,
                    &say!("settings-contacts-offer-help", name = name),
                )
                .clicked()
            {
                send(ContactCommand::OfferHelp(address.clone()));
            }
            if person.bond == Bond::NotSeen
                && button(
                    ui,
                    Look::Plain,
                    &say!("settings-contacts-ask-again", name = name),
                )
                .clicked()
            {
                send(ContactCommand::Add(address.to_string()));
            }
            if button(
                ui,
                Look::Plain,
                &say!("settings-contacts-rename", name = name),
            )
            .clicked()
            {
                self.renaming.insert(address.clone(), name.clone());
            }
            if button(
                ui,
                Look::Plain,
                &say!("settings-contacts-remove", name = name),
            )
            .clicked()
            {
                send(ContactCommand::Remove(address.clone()));
            }
        });
    }
}

/// Who wants to see when the user is there; nobody is answered by itself.
fn requests(ui: &mut Ui, cx: &Cx<'_>) {
    for who in &cx.view.contacts.people.requests {
        card(ui, |ui| {
            let name = who.to_string();
            text(ui, say!("settings-contacts-request", name = name));
            let answer = |yes| cx.send(Command::Contacts(ContactCommand::LetSee(who.clone(), yes)));
            row(ui, |ui| {
                if button(
                    ui,
                    Look::Main,
                    &say!("settings-contacts-accept", name = name),
                )
                .clicked()
                {
                    answer(true);
                }
                if button(
                    ui,
                    Look::Plain,
                    &say!("settings-contacts-decline", name = name),
                )
                .clicked()
                {
                    answer(false);
                }
            });
        });
        gap(ui);
    }
}

/// As they are kept.
pub fn trimmed(contacts: &ContactSettings) -> ContactSettings {
    ContactSettings {
        address: contacts.address.trim().to_owned(),
        server: contacts.server.trim().to_owned(),
        strangers_may_ring: contacts.strangers_may_ring,
    }
}
