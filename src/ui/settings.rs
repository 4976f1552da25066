//! Settings.

mod contacts;
mod email;
mod helpers;
mod language;
mod network;
mod privacy;

use egui::{Ui, accesskit::Role};

use self::{
    contacts::{ContactsDraft, trimmed},
    email::EmailDraft,
    helpers::HelpersDraft,
};
use super::{
    app::{Cx, Go},
    icon::Icon,
    text::{policy, when::how_long},
    theme::{self, NEAR},
    widgets::{
        self, Field, Look, Note, back, button_if, card, choices, explained, field_label, gap,
        group, note, page_with_foot, quiet_small, row, setting, spoken, title,
    },
};
use crate::{
    engine::{
        Command, FixedSetting, HelpersCommand, MAX_NAME_BYTES, Relays, Secret, SettingsView,
        WindowLook, is_mailbox_address, is_proxy_setting, is_relay_address, without_password,
    },
    invitation::is_relay_token,
    language::say,
};

const DAY_SECS: u64 = 24 * 60 * 60;
/// The longest `Longest lifetime`, in days: an invitation is for now, not for ever.
const MOST_DAYS: u64 = 365;

/// The longest address of a server, in characters.
const LONGEST_ADDRESS: usize = 500;

/// What is being changed.
#[derive(Default)]
pub struct Settings {
    draft: Option<Draft>,
    helpers: HelpersDraft,
    saved: bool,
}

#[derive(Clone, Debug)]
struct Draft {
    tab: Tab,
    /// What it was made of.
    of: SettingsView,
    kept: SettingsView,
    /// What was shown when it was saved: what shows after that has the user's changes in it.
    saved_over: Option<SettingsView>,
    longest_days: String,
    port: String,
    email: EmailDraft,
    contacts: ContactsDraft,
    proxy_password: Secret,
    removal: privacy::Removal,
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
            removal: privacy::Removal::default(),
            of: kept.clone(),
            kept: kept.clone(),
            saved_over: None,
        }
    }

    /// Follows settings that others changed meanwhile, or the administrator; not over what the user is changing, unless that is
    /// not the user's any more.
    fn follow(&mut self, shown: &SettingsView) {
        if self.of == *shown {
            return;
        }
        let was_saved = (self.saved_over.as_ref()).is_some_and(|before| before != shown);
        let result = self.result();
        if result.as_ref() == Some(shown) {
            self.of = shown.clone();
            self.saved_over = None;
        } else if was_saved || self.of.fixed != shown.fixed || result.as_ref() == Some(&self.of) {
            *self = Self {
                tab: self.tab,
                contacts: std::mem::take(&mut self.contacts),
                removal: self.removal,
                ..Self::of(shown)
            };
        }
    }

    fn lifetime(&self) -> Result<u64, String> {
        let days = self.longest_days.trim().parse().ok();
        days.filter(|days| (1..=MOST_DAYS).contains(days))
            .map(|days: u64| days * DAY_SECS)
            .ok_or_else(|| say!("settings-days-fault", most = MOST_DAYS))
    }

    fn port(&self) -> Result<u16, String> {
        let port = self.port.trim().parse().ok();
        port.filter(|port| *port >= 1024)
            .ok_or_else(|| say!("settings-port-fault"))
    }

    fn mailbox(&self) -> Result<String, String> {
        let address = self.kept.mailbox.trim();
        if is_mailbox_address(address) {
            Ok(address.to_owned())
        } else {
            Err(say!("settings-mailbox-fault"))
        }
    }

    /// What is not used may be anything.
    fn relay(&self) -> Result<String, String> {
        let address = self.kept.relay.trim();
        if self.kept.relays != Relays::Own || is_relay_address(address) {
            Ok(address.to_owned())
        } else {
            Err(say!("settings-relay-fault"))
        }
    }

    fn token(&self) -> Result<Secret, String> {
        let token = self.kept.relay_token.0.trim();
        if self.kept.relays != Relays::Own || token.is_empty() || is_relay_token(token) {
            Ok(Secret(token.to_owned().into()))
        } else {
            Err(say!("settings-token-fault"))
        }
    }

    fn proxy(&self) -> Result<String, String> {
        let address = self.kept.proxy.trim();
        if without_password(address).1.is_some() {
            return Err(say!("settings-proxy-password-fault"));
        }
        if self.kept.relays == Relays::None || is_proxy_setting(address) {
            Ok(address.to_owned())
        } else {
            Err(say!("settings-proxy-fault"))
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
        draft.follow(&cx.view.settings);
        let mut helpers = std::mem::take(&mut self.helpers);
        let go = page_with_foot(
            ui,
            ("settings", 620.0),
            &mut draft,
            |ui, draft| {
                if back(ui) {
                    return Some(Go::Back);
                }
                title(ui, say!("settings-title"));
                for trouble in troubles(cx) {
                    note(ui, Note::Warning, trouble);
                    gap(ui);
                }
                tabs(ui, &mut draft.tab);
                gap(ui);
                match draft.tab {
                    Tab::General => general(ui, cx, draft),
                    Tab::ReceivingHelp => {
                        receiving(ui, draft);
                        gap(ui);
                        helpers.show(ui, cx);
                    }
                    Tab::Contacts => draft.contacts.show(ui, cx, &mut draft.kept.contacts),
                    Tab::Email => draft.email.show(ui, cx, &mut draft.kept.email),
                    Tab::Network => network::show(ui, cx, draft),
                    Tab::Privacy => return privacy::show(ui, cx, draft),
                }
                None
            },
            |ui, draft| self.save(ui, cx, draft),
        );
        if go == Some(Go::Back) {
            *self = Self::default();
            if cx.view.novice.helpers.change.is_some() {
                cx.send(Command::Helpers(HelpersCommand::Seen));
            }
        } else {
            self.draft = Some(draft); // whoever looks into the log comes back to it
            self.helpers = helpers;
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
            quiet_small(ui, say!("settings-not-right", tab = tab.name()));
        }
        // There the page is for signing in.
        let look = match draft.tab {
            Tab::Contacts => Look::Plain,
            _ => Look::Main,
        };
        row(ui, |ui| {
            let words = say!("settings-save");
            let save = button_if(ui, result.is_some(), look, (Icon::Save, &words));
            if save.clicked()
                && let Some(settings) = &result
            {
                cx.send(Command::save_settings(&draft.of, settings.clone()));
                draft.saved_over = Some(cx.view.settings.clone());
                draft.email.keep_password(cx, settings);
                draft.contacts.use_password(cx, &settings.contacts);
                network::keep_password(cx, settings, &mut draft.proxy_password);
                self.saved = true;
            }
        });
        if self.saved && result.as_ref() == Some(&cx.view.settings) {
            note(ui, Note::Good, say!("settings-saved"));
        }
    }
}

/// What is wrong with policy and settings, for whoever looks here or at the first page.
pub(super) fn troubles(cx: &Cx<'_>) -> Vec<String> {
    let broken = cx.view.broken_settings.as_ref();
    let broken = broken.map(policy::broken_settings);
    policy::trouble(&cx.view.policy)
        .into_iter()
        .chain(broken)
        .collect()
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
    Privacy,
}

impl Tab {
    const ALL: [Tab; 6] = [
        Tab::General,
        Tab::ReceivingHelp,
        Tab::Contacts,
        Tab::Email,
        Tab::Network,
        Tab::Privacy,
    ];

    fn name(self) -> String {
        match self {
            Tab::General => say!("settings-general"),
            Tab::ReceivingHelp => say!("settings-receiving"),
            Tab::Contacts => say!("settings-contacts"),
            Tab::Email => say!("settings-email"),
            Tab::Network => say!("settings-network"),
            Tab::Privacy => say!("settings-privacy"),
        }
    }
}

fn tabs(ui: &mut Ui, chosen: &mut Tab) {
    group(ui, "tabs", Role::TabList, &say!("settings-parts"), |ui| {
        row(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 3.0; // all six beside each other
            for tab in Tab::ALL {
                if widgets::tab(ui, tab == *chosen, &tab.name()).clicked() {
                    *chosen = tab;
                }
            }
        });
    });
}

fn general(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) {
    group(ui, "general", Role::TabPanel, &Tab::General.name(), |ui| {
        card(ui, |ui| {
            Field::new(&say!("settings-your-name"))
                .hint(&say!("settings-your-name-hint"))
                .longest(MAX_NAME_BYTES)
                .show(ui, &mut draft.kept.name);
        });
        gap(ui);
        card(ui, |ui| language::choose(ui, &mut draft.kept.language));
        gap(ui);
        card(ui, |ui| {
            explained(ui, say!("settings-start-with-desktop-hint"), |ui| {
                let words = say!("settings-start-with-desktop");
                ui.checkbox(&mut draft.kept.start_with_desktop, words)
            });
            if let Some(fault) = &cx.view.background.autostart_fault {
                note(
                    ui,
                    Note::Warning,
                    say!("settings-autostart-fault", why = fault),
                );
            }
        });
        gap(ui);
        card(ui, |ui| {
            look(ui, cx);
            ui.add_space(NEAR);
            text_size(ui, cx);
        });
    });
}

/// Changed at once, and kept: whoever sees badly must see what they choose.
fn look(ui: &mut Ui, cx: &Cx<'_>) {
    field_label(ui, &say!("settings-look"));
    group(ui, "look", Role::RadioGroup, &say!("settings-look"), |ui| {
        choices(ui, |ui| {
            for (look, name) in [
                (WindowLook::System, say!("settings-look-system")),
                (WindowLook::Light, say!("settings-look-light")),
                (WindowLook::Dark, say!("settings-look-dark")),
            ] {
                let is_chosen = cx.view.settings.look == look;
                if ui.radio(is_chosen, name).clicked() {
                    change(cx, |settings| settings.look = look);
                }
            }
        });
    });
}

fn text_size(ui: &mut Ui, cx: &Cx<'_>) {
    let now = cx.view.settings.text_size;
    field_label(ui, &say!("settings-text-size"));
    row(ui, |ui| {
        for (name, larger) in [
            (say!("settings-text-smaller"), false),
            (say!("settings-text-larger"), true),
        ] {
            let next = theme::next_size(now, larger);
            if button_if(ui, next.is_some(), Look::Plain, &name).clicked()
                && let Some(next) = next
            {
                change(cx, |settings| settings.text_size = next);
            }
        }
        let size = widgets::text(ui, say!("settings-text-size-now", percent = now));
        spoken(ui, &size);
    });
    quiet_small(ui, say!("settings-text-size-hint"));
}

fn change(cx: &Cx<'_>, change: impl FnOnce(&mut SettingsView)) {
    let before = &cx.view.settings;
    let mut settings = before.clone();
    change(&mut settings);
    cx.send(Command::save_settings(before, settings));
}

fn receiving(ui: &mut Ui, draft: &mut Draft) {
    let name = Tab::ReceivingHelp.name();
    group(ui, "receiving", Role::TabPanel, &name, |ui| {
        card(ui, |ui| {
            let kept = &mut draft.kept;
            setting(ui, kept.fixes(FixedSetting::AllowInvitations), |ui| {
                ui.checkbox(
                    &mut kept.allow_invitations,
                    say!("settings-allow-invitations"),
                );
            });
            setting(ui, kept.fixes(FixedSetting::AllowControl), |ui| {
                ui.checkbox(&mut kept.allow_control, say!("settings-allow-control"));
            });
            setting(ui, kept.fixes(FixedSetting::AllowOffers), |ui| {
                explained(ui, say!("settings-always-asked"), |ui| {
                    ui.checkbox(&mut kept.allow_offers, say!("settings-allow-offers"))
                });
            });
            ui.checkbox(&mut draft.kept.show_edge, say!("settings-show-edge"));
            ui.add_space(NEAR);
            let fault = draft.lifetime().err();
            let now = how_long(draft.kept.longest_lifetime_secs);
            setting(ui, draft.kept.fixes(FixedSetting::LongestLifetime), |ui| {
                Field::new(&say!("settings-longest-lifetime"))
                    .hint(&say!("settings-longest-lifetime-hint", now = now))
                    .fault(fault.as_deref())
                    .longest(4)
                    .width(120.0)
                    .show(ui, &mut draft.longest_days);
            });
        });
    });
}
