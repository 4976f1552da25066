//! Settings: `Network`.

use egui::{Ui, accesskit::Role};

use super::{Draft, LONGEST_ADDRESS};
use crate::{
    engine::{Command, Relays, Secret, SettingsView, proxy_account},
    ui::{
        app::Cx,
        text::mail::password_kept,
        theme::NEAR,
        widgets::{Field, Note, card, choices, field_label, group, note, quiet_small},
    },
};

/// Shows it.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) {
    group(ui, "network", Role::TabPanel, "Network", |ui| {
        card(ui, |ui| {
            port(ui, draft);
            ui.add_space(NEAR);
            relay(ui, draft);
            proxy(ui, cx, draft);
            ui.add_space(NEAR);
            let fault = draft.mailbox().err();
            Field::new("Server for codes")
                .hint(
                    "Where the two sides of a code meet. It sees neither the code nor the \
                     invitation. Both sides need the same one.",
                )
                .fault(fault.as_deref())
                .longest(LONGEST_ADDRESS)
                .show(ui, &mut draft.kept.mailbox);
        });
    });
}

fn port(ui: &mut Ui, draft: &mut Draft) {
    let fault = draft.port().err();
    Field::new("Port")
        .hint(
            "Helpers reach this computer at this TCP port. Where it is taken, \
             Hulp uses another one, which the invitation names.",
        )
        .fault(fault.as_deref())
        .longest(5)
        .width(120.0)
        .show(ui, &mut draft.port);
    ui.checkbox(&mut draft.kept.map_port, "Ask the router to open a port");
    quiet_small(
        ui,
        "So that helpers on the internet reach this computer directly. Hulp asks while an \
         invitation waits, and closes the port again.",
    );
}

fn relay(ui: &mut Ui, draft: &mut Draft) {
    field_label(ui, "Relay");
    quiet_small(
        ui,
        "Where two computers meet that cannot reach each other. It sees who is connected to whom, \
         and nothing of what you do.",
    );
    group(ui, "relays", Role::RadioGroup, "Relay", |ui| {
        choices(ui, |ui| {
            for relays in [Relays::Public, Relays::Own, Relays::None] {
                ui.radio_value(&mut draft.kept.relays, relays, name(relays));
            }
        });
    });
    if draft.kept.relays == Relays::Own {
        let fault = draft.relay().err();
        Field::new("Address of the relay")
            .hint("Such as https://relay.example.org")
            .fault(fault.as_deref())
            .longest(LONGEST_ADDRESS)
            .show(ui, &mut draft.kept.relay);
        let fault = draft.token().err();
        Field::new("Token of the relay")
            .hint("Where it asks for one. People you invite get it with the invitation.")
            .fault(fault.as_deref())
            .hidden(true)
            .longest(LONGEST_ADDRESS)
            .show(ui, &mut *draft.kept.relay_token.0);
    }
}

fn proxy(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) {
    if draft.kept.relays == Relays::None {
        return;
    }
    let fault = draft.proxy().err();
    Field::new("Proxy to the relay")
        .hint(
            "Such as http://proxy.example.org:3128. Leave it empty to use this computer's own, \
             or write “none”.",
        )
        .fault(fault.as_deref())
        .longest(LONGEST_ADDRESS)
        .show(ui, &mut draft.kept.proxy);
    if proxy_account(&draft.kept.proxy).is_none() {
        return;
    }
    Field::new("Password of the proxy")
        .hint(
            "It goes into this computer's keyring, never into a file. \
             Leave this empty to keep the one that is there.",
        )
        .hidden(true)
        .longest(LONGEST_ADDRESS)
        .show(ui, &mut *draft.proxy_password.0);
    if let Some(kept) = cx.view.novice.proxy_password {
        note(ui, Note::Plain, password_kept(kept));
    }
}

/// Keeps a password that was typed, for the proxy of these settings.
pub(super) fn keep_password(cx: &Cx<'_>, settings: &SettingsView, password: &mut Secret) {
    if !password.0.is_empty() && proxy_account(&settings.proxy).is_some() {
        cx.send(Command::KeepProxyPassword {
            proxy: settings.proxy.clone(),
            password: std::mem::take(password),
        });
    }
}

fn name(relays: Relays) -> &'static str {
    match relays {
        Relays::Public => "Public relays",
        Relays::Own => "A relay of your own",
        Relays::None => "No relay",
    }
}
