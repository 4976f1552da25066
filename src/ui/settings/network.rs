//! Settings: `Network`.

use egui::{Ui, accesskit::Role};

use super::{Draft, LONGEST_ADDRESS};
use crate::{
    engine::{Command, FixedSetting, Relays, Secret, SettingsView, proxy_account},
    language::say,
    ui::{
        app::Cx,
        text::mail::password_kept,
        theme::NEAR,
        widgets::{
            Field, Note, card, choices, explained, field_label, group, note, quiet_small, setting,
        },
    },
};

/// Shows it.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) {
    group(
        ui,
        "network",
        Role::TabPanel,
        &say!("settings-network"),
        |ui| {
            card(ui, |ui| {
                port(ui, draft);
                ui.add_space(NEAR);
                relay(ui, draft);
                proxy(ui, cx, draft);
                ui.add_space(NEAR);
                let fault = draft.mailbox().err();
                setting(ui, draft.kept.fixes(FixedSetting::Mailbox), |ui| {
                    Field::new(&say!("settings-network-mailbox"))
                        .hint(&say!("settings-network-mailbox-hint"))
                        .fault(fault.as_deref())
                        .longest(LONGEST_ADDRESS)
                        .show(ui, &mut draft.kept.mailbox);
                });
            });
        },
    );
}

fn port(ui: &mut Ui, draft: &mut Draft) {
    let fault = draft.port().err();
    Field::new(&say!("settings-port"))
        .hint(&say!("settings-network-port-hint"))
        .fault(fault.as_deref())
        .longest(5)
        .width(120.0)
        .show(ui, &mut draft.port);
    ui.add_space(NEAR);
    explained(ui, say!("settings-network-map-port-hint"), |ui| {
        ui.checkbox(&mut draft.kept.map_port, say!("settings-network-map-port"))
    });
    ui.add_space(NEAR);
}

fn relay(ui: &mut Ui, draft: &mut Draft) {
    let label = say!("settings-network-relay");
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = NEAR / 2.0;
        field_label(ui, &label);
        quiet_small(ui, say!("settings-network-relay-hint"));
    });
    setting(ui, draft.kept.fixes(FixedSetting::Relays), |ui| {
        group(ui, "relays", Role::RadioGroup, &label, |ui| {
            choices(ui, |ui| {
                for relays in [Relays::Public, Relays::Own, Relays::None] {
                    ui.radio_value(&mut draft.kept.relays, relays, name(relays));
                }
            });
        });
    });
    if draft.kept.relays == Relays::Own {
        setting(ui, draft.kept.fixes(FixedSetting::Relay), |ui| {
            let fault = draft.relay().err();
            Field::new(&say!("settings-network-relay-address"))
                .hint(&say!("settings-network-relay-address-hint"))
                .fault(fault.as_deref())
                .longest(LONGEST_ADDRESS)
                .show(ui, &mut draft.kept.relay);
            let fault = draft.token().err();
            Field::new(&say!("settings-network-relay-token"))
                .hint(&say!("settings-network-relay-token-hint"))
                .fault(fault.as_deref())
                .hidden(true)
                .longest(LONGEST_ADDRESS)
                .show(ui, &mut *draft.kept.relay_token.0);
        });
    }
}

fn proxy(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) {
    if draft.kept.relays == Relays::None {
        return;
    }
    let fault = draft.proxy().err();
    Field::new(&say!("settings-network-proxy"))
        .hint(&say!("settings-network-proxy-hint"))
        .fault(fault.as_deref())
        .longest(LONGEST_ADDRESS)
        .show(ui, &mut draft.kept.proxy);
    if proxy_account(&draft.kept.proxy).is_none() {
        return;
    }
    Field::new(&say!("settings-network-proxy-password"))
        .hint(&say!("settings-password-hint-kept"))
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

fn name(relays: Relays) -> String {
    match relays {
        Relays::Public => say!("settings-network-relays-public"),
        Relays::Own => say!("settings-network-relays-own"),
        Relays::None => say!("settings-network-relays-none"),
    }
}
