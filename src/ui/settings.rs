//! Settings.

mod contacts;
mod email;
mod network;

use egui::{Ui, accesskit::Role};

use self::{
    contacts::{ContactsDraft, trimmed},
    email::EmailDraft,
};
use super::{
    app::{Cx, Go},
    text::when::how_long,
    theme::NEAR,
    widgets::{
        self, Field, Look, Note, back, button_if, card, gap, group, note, page_with_foot,
        quiet_small, row, title,
    },
};
use crate::{
    engine::{
        Command, MAX_NAME_BYTES, Relays, Secret, SettingsView, is_mailbox_address,
        is_proxy_setting, is_relay_address, without_password,
    },
    invitation::is_relay_token,
};

const DAY_SECS: u64 = 24 * 60 * 60;
/// The longest `Longest lifetime`, in days: an invitation is for now, not for ever.
const MOST_DAYS: u64 = 365;

/// The longest address of a server, in characters.
const LONGEST_ADDRESS: usize = 500;

/// What is being changed.
#[derive(Debug, Default)]
pub struct Settings {
    draft: Option<Draft>,
    saved: bool,
}

#[derive(Clone, Debug)]
struct Draft {
    tab: Tab,
    kept: SettingsView,
    longest_days: String,
    port: String,
    email: EmailDraft,
    contacts: ContactsDraft,
    proxy_password: Secret,
}

impl Draft {
    fn of(kept: &SettingsView) -> Self {
        Self {
            tab: Tab::default(),
            longest_days: kept.longest_lifetime_secs.div_ceil(DAY_SECS).to_string(),
            port: kept.port.to_string(),
            email: EmailDraft::of(&kept.email),
            contacts: ContactsDraft::default(),
            proxy_password: Secret::default(),
            kept: kept.clone(),
        }
    }

    fn lifetime(&self) -> Result<u64, String> {
        let days = self.longest_days.trim().parse().ok();
        days.filter(|days| (1..=MOST_DAYS).contains(days))
            .map(|days: u64| days * DAY_SECS)
            .ok_or_else(|| format!("Please write a number of days from 1 to {MOST_DAYS}."))
    }

    fn port(&self) -> Result<u16, String> {
        let port = self.port.trim().parse().ok();
        port.filter(|port| *port >= 1024)
            .ok_or_else(|| "Please write a number from 1024 to 65535.".to_owned())
    }

    fn mailbox(&self) -> Result<String, String> {
        let address = self.kept.mailbox.trim();
        if is_mailbox_address(address) {
            Ok(address.to_owned())
        } else {
            Err("Please write an address that begins with ws:// or wss://.".to_owned())
        }
    }

    /// What is not used may be anything.
    fn relay(&self) -> Result<String, String> {
        let address = self.kept.relay.trim();
        if self.kept.relays != Relays::Own || is_relay_address(address) {
            Ok(address.to_owned())
        } else {
            Err("Please write an address that begins with https://.".to_owned())
        }
    }

    fn token(&self) -> Result<Secret, String> {
        let token = self.kept.relay_token.0.trim();
        if self.kept.relays != Relays::Own || token.is_empty() || is_relay_token(token) {
            Ok(Secret(token.to_owned().into()))
        } else {
            Err("A token has only letters from A to Z, digits and plain signs.".to_owned())
        }
    }

    fn proxy(&self) -> Result<String, String> {
        let address = self.kept.proxy.trim();
        if without_password(address).1.is_some() {
            return Err("Please write the password into its own field, below.".to_owned());
        }
        if self.kept.relays == Relays::None || is_proxy_setting(address) {
            Ok(address.to_owned())
        } else {
            Err("Please write an address that begins with http://, or leave it empty.".to_owned())
        }
    }

    /// A lifetime of odd length is only rounded when it was touched.
    fn result(&self) -> Option<SettingsView> {
        let (lifetime, port) = (self.lifetime().ok()?, self.port().ok()?);
        let email = self.email.result(&self.kept.email)?;
        if !ContactsDraft::is_good(&self.kept.contacts) {
            return None;
        }
        let untouched = Draft::of(&self.kept).longest_days == self.longest_days;
        Some(SettingsView {
            name: self.kept.name.trim().to_owned(),
            longest_lifetime_secs: if untouched {
                self.kept.longest_lifetime_secs
            } else {
                lifetime
            },
            port,
            mailbox: self.mailbox().ok()?,
            email,
            relay: self.relay().ok()?,
            relay_token: self.token().ok()?,
            proxy: self.proxy().ok()?,
            contacts: trimmed(&self.kept.contacts),
            ..self.kept.clone()
        })
    }
}

impl Settings {
    /// Shows it.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<Go> {
        let mut draft = (self.draft.take()).unwrap_or_else(|| Draft::of(&cx.view.settings));
        let go = page_with_foot(
            ui,
            ("settings", 620.0),
            &mut draft,
            |ui, draft| {
                if back(ui) {
                    return Some(Go::Back);
                }
                title(ui, "Settings");
                tabs(ui, &mut draft.tab);
                gap(ui);
                match draft.tab {
                    Tab::General => general(ui, draft),
                    Tab::ReceivingHelp => receiving(ui, draft),
                    Tab::Contacts => draft.contacts.show(ui, cx, &mut draft.kept.contacts),
                    Tab::Email => draft.email.show(ui, cx, &mut draft.kept.email),
                    Tab::Network => network::show(ui, cx, draft),
                }
                None
            },
            |ui, draft| self.save(ui, cx, draft),
        );
        if go.is_some() {
            *self = Self::default();
        } else {
            self.draft = Some(draft);
        }
        go
    }

    fn save(&mut self, ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) {
        let result = draft.result();
        if result.is_none() {
            let tab = if draft.lifetime().is_err() {
                Tab::ReceivingHelp
            } else if draft.port().is_err()
                || draft.mailbox().is_err()
                || draft.relay().is_err()
                || draft.token().is_err()
                || draft.proxy().is_err()
            {
                Tab::Network
            } else if !ContactsDraft::is_good(&draft.kept.contacts) {
                Tab::Contacts
            } else {
                Tab::Email
            };
            quiet_small(
                ui,
                format!("Something under {} is not right yet.", tab.name()),
            );
        }
        // There the page is for signing in.
        let look = match draft.tab {
            Tab::Contacts => Look::Plain,
            _ => Look::Main,
        };
        row(ui, |ui| {
            let save = button_if(ui, result.is_some(), look, "Save settings");
            if save.clicked()
                && let Some(settings) = &result
            {
                cx.send(Command::SaveSettings(settings.clone()));
                draft.email.keep_password(cx, settings);
                draft.contacts.use_password(cx, &settings.contacts);
                network::keep_password(cx, settings, &mut draft.proxy_password);
                self.saved = true;
            }
        });
        if self.saved && result.as_ref() == Some(&cx.view.settings) {
            note(ui, Note::Good, "Your settings are saved.");
        }
    }
}

/// A part of the settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    General,
    ReceivingHelp,
    Contacts,
    Email,
    Network,
}

impl Tab {
    const ALL: [Tab; 5] = [
        Tab::General,
        Tab::ReceivingHelp,
        Tab::Contacts,
        Tab::Email,
        Tab::Network,
    ];

    fn name(self) -> &'static str {
        match self {
            Tab::General => "General",
            Tab::ReceivingHelp => "Receiving help",
            Tab::Contacts => "Contacts",
            Tab::Email => "E-mail",
            Tab::Network => "Network",
        }
    }
}

fn tabs(ui: &mut Ui, chosen: &mut Tab) {
    group(ui, "tabs", Role::TabList, "Parts of the settings", |ui| {
        row(ui, |ui| {
            for tab in Tab::ALL {
                if widgets::tab(ui, tab == *chosen, tab.name()).clicked() {
                    *chosen = tab;
                }
            }
        });
    });
}

fn general(ui: &mut Ui, draft: &mut Draft) {
    group(ui, "general", Role::TabPanel, "General", |ui| {
        card(ui, |ui| {
            Field::new("Your name")
                .hint("The people you help, or who help you, see it.")
                .longest(MAX_NAME_BYTES)
                .show(ui, &mut draft.kept.name);
        });
    });
}

fn receiving(ui: &mut Ui, draft: &mut Draft) {
    group(ui, "receiving", Role::TabPanel, "Receiving help", |ui| {
        card(ui, |ui| {
            ui.checkbox(
                &mut draft.kept.allow_invitations,
                "Allow invitations from this computer",
            );
            ui.checkbox(
                &mut draft.kept.allow_control,
                "Allow this computer to be controlled",
            );
            quiet_small(ui, "You are asked each time, whatever is set here.");
            ui.checkbox(
                &mut draft.kept.show_edge,
                "Show a coloured edge around the screen while it is seen",
            );
            ui.add_space(NEAR);
            let fault = draft.lifetime().err();
            let now = how_long(draft.kept.longest_lifetime_secs);
            Field::new("Longest lifetime")
                .hint(&format!(
                    "The most days that an invitation of yours can hold. Now: {now}."
                ))
                .fault(fault.as_deref())
                .longest(4)
                .width(120.0)
                .show(ui, &mut draft.longest_days);
        });
    });
}
