//! The user's settings: `settings.toml`, which a person may edit.

use std::{fs, path::PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{LogText, SettingChange, Store, StoreError, private};
use crate::invitation::{MAX_LIFETIME, MIN_LIFETIME, RelayToken, clean_name};

const FILE: &str = "settings.toml";
/// The mailbox server that everybody may use.
pub const PUBLIC_MAILBOX: &str = "ws://relay.magic-wormhole.io:4000/v1";
/// The file of the relay's token: not in `settings.toml`, which people show to each other.
const TOKEN_FILE: &str = "relay.token";
/// The most bytes of a server's address.
const MAX_ADDRESS_BYTES: usize = 1024;
/// The most bytes of the file.
const MAX_FILE_BYTES: usize = 64 * 1024;

/// The user's settings. What the file leaves out has its default, what it knows more than this Hulp is ignored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The name that others see; empty until the user gave one.
    pub name: String,
    /// Whether this computer makes and answers invitations.
    pub allow_invitations: bool,
    /// Whether helpers can be given control.
    pub allow_control: bool,
    /// Whether a coloured edge shows around the screen while it is seen.
    pub show_edge: bool,
    /// The longest lifetime of an invitation, in seconds.
    pub longest_lifetime_secs: u64,
    /// The TCP port to listen on, where it is free.
    pub port: u16,
    /// How others are reached through servers.
    pub network: NetworkSettings,
    /// How invitations go out by e-mail.
    pub email: EmailSettings,
    /// The account at a contact server.
    pub contacts: ContactSettings,
}

/// Servers that help to reach others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NetworkSettings {
    /// The mailbox server for codes.
    pub mailbox: String,
    /// Whether the router is asked to open a port while somebody is invited.
    pub map_port: bool,
    /// Which relays are used.
    pub relays: Relays,
    /// The address of one's own relay.
    pub relay: String,
    /// What one's own relay asks of its users; empty for nothing. It has a file of its own.
    #[serde(skip)]
    pub relay_token: RelayToken,
    /// The HTTP proxy that leads to the relay; empty for the environment's, `none` for none. Its password is not here: the system's
    /// keyring has it.
    pub proxy: String,
}

/// Which relays are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Relays {
    /// Those that everybody may use.
    #[default]
    Public,
    /// One's own.
    Own,
    /// None.
    None,
}

impl std::fmt::Display for Relays {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Relays::Public => "public",
            Relays::Own => "own",
            Relays::None => "none",
        })
    }
}

impl Default for NetworkSettings {
    fn default() -> Self {
        Self {
            mailbox: PUBLIC_MAILBOX.to_owned(),
            map_port: true,
            relays: Relays::default(),
            relay: String::new(),
            relay_token: RelayToken::default(),
            proxy: String::new(),
        }
    }
}

/// How invitations go out by e-mail. The password is not here: the system's keyring has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EmailSettings {
    /// Which way.
    pub way: EmailWay,
    /// The user's address.
    pub address: String,
    /// The mail server; empty until one is set up.
    pub server: String,
    /// Its port.
    pub port: u16,
    /// How the line to it is made secure.
    pub security: EmailSecurity,
    /// The user's name at the server; empty where it asks for none.
    pub user: String,
}

/// The account at a contact server. The password is not here: the system's keyring has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ContactSettings {
    /// The account's address; empty while the user has none.
    pub address: String,
    /// Its server; empty where the address itself says which.
    pub server: String,
    /// Whether others than contacts may call.
    pub strangers_may_ring: bool,
}

/// Which way invitations go out by e-mail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EmailWay {
    /// Through the user's own e-mail program; where there is none, through the server if one is set up.
    #[default]
    Program,
    /// Hulp sends them itself, through the server.
    Server,
}

/// How the line to a mail server is made secure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EmailSecurity {
    /// It begins in the clear and is made secure before anything is said.
    #[default]
    StartTls,
    /// It is secure from its first byte.
    Tls,
}

impl Default for EmailSettings {
    fn default() -> Self {
        Self {
            way: EmailWay::default(),
            address: String::new(),
            server: String::new(),
            port: 587,
            security: EmailSecurity::default(),
            user: String::new(),
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            name: String::new(),
            allow_invitations: true,
            allow_control: true,
            show_edge: true,
            longest_lifetime_secs: 30 * 24 * 60 * 60,
            port: 4857,
            network: NetworkSettings::default(),
            email: EmailSettings::default(),
            contacts: ContactSettings::default(),
        }
    }
}

/// Settings as they were found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LoadedSettings {
    /// To be used.
    pub settings: Settings,
    /// The file was no settings: it was moved here, and these are the defaults.
    pub broken: Option<PathBuf>,
}

impl Settings {
    /// What is different from `old`, for the log.
    pub fn changes_since(&self, old: &Self) -> Vec<SettingChange> {
        let change = |setting: &str, old: &dyn ToString, new: &dyn ToString| {
            let (old, new) = (old.to_string(), new.to_string());
            (old != new).then(|| SettingChange {
                setting: LogText::from(setting),
                old: LogText::from(old.as_str()),
                new: LogText::from(new.as_str()),
            })
        };
        [
            change("name", &old.name, &self.name),
            change(
                "allow_invitations",
                &old.allow_invitations,
                &self.allow_invitations,
            ),
            change("allow_control", &old.allow_control, &self.allow_control),
            change("show_edge", &old.show_edge, &self.show_edge),
            change(
                "longest_lifetime_secs",
                &old.longest_lifetime_secs,
                &self.longest_lifetime_secs,
            ),
            change("port", &old.port, &self.port),
            change(
                "network.mailbox",
                &old.network.mailbox,
                &self.network.mailbox,
            ),
            change(
                "network.map_port",
                &old.network.map_port,
                &self.network.map_port,
            ),
            change("network.relays", &old.network.relays, &self.network.relays),
            change("network.relay", &old.network.relay, &self.network.relay),
            (old.network.relay_token != self.network.relay_token).then(|| SettingChange {
                setting: LogText::from("network.relay_token"),
                old: LogText::from("a secret"),
                new: LogText::from("another secret"),
            }),
            change(
                "network.proxy",
                &without_password(&old.network.proxy),
                &without_password(&self.network.proxy),
            ),
            change("email", &old.email.in_words(), &self.email.in_words()),
            change(
                "contacts",
                &old.contacts.in_words(),
                &self.contacts.in_words(),
            ),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// With every value inside of what Hulp can do.
    fn sane(mut self) -> Self {
        for text in [
            &mut self.email.address,
            &mut self.email.server,
            &mut self.email.user,
            &mut self.contacts.address,
            &mut self.contacts.server,
        ] {
            *text = clean_name(text);
        }
        if self.email.port == 0 {
            self.email.port = EmailSettings::default().port;
        }
        self.name = clean_name(&self.name);
        let lifetimes = (MIN_LIFETIME.as_secs(), MAX_LIFETIME.as_secs());
        self.longest_lifetime_secs = self.longest_lifetime_secs.clamp(lifetimes.0, lifetimes.1);
        if self.port == 0 {
            self.port = Self::default().port;
        }
        let network = &mut self.network;
        for text in [&mut network.mailbox, &mut network.relay, &mut network.proxy] {
            *text = text.trim().to_owned();
            if text.len() > MAX_ADDRESS_BYTES {
                text.clear();
            }
        }
        if network.mailbox.is_empty() {
            network.mailbox = PUBLIC_MAILBOX.to_owned();
        }
        self
    }
}

impl EmailSettings {
    /// On a line, for the log.
    fn in_words(&self) -> String {
        let Self {
            way,
            address,
            server,
            port,
            security,
            user,
        } = self;
        format!("{way:?}, {address}, {user} at {server}:{port}, {security:?}")
    }
}

/// A proxy's address without the name and password that may stand in it.
fn without_password(proxy: &str) -> &str {
    proxy.rsplit('@').next().unwrap_or_default()
}

impl ContactSettings {
    /// On a line, for the log.
    fn in_words(&self) -> String {
        let Self {
            address,
            server,
            strangers_may_ring,
        } = self;
        let strangers = match strangers_may_ring {
            true => "strangers may call",
            false => "strangers may not call",
        };
        format!("{address} at {server}, {strangers}")
    }
}

impl Store {
    /// The settings. A file that is none is moved aside, named by the time, and the defaults hold.
    ///
    /// # Errors
    /// If the file is there and cannot be read or moved.
    pub fn settings(&self, now: DateTime<Utc>) -> Result<LoadedSettings, StoreError> {
        let path = self.folder.join(FILE);
        let parsed = match private::read_file(&path, MAX_FILE_BYTES) {
            Ok(None) => return Ok(LoadedSettings::default()),
            Ok(Some(bytes)) => toml::from_slice::<Settings>(&bytes).ok(),
            Err(error) if error.kind() == std::io::ErrorKind::FileTooLarge => None,
            Err(error) => return Err(StoreError::Io { path, error }),
        };
        if let Some(settings) = parsed {
            let mut settings = settings.sane();
            match self.secret_text(TOKEN_FILE) {
                Ok(Some(token)) => settings.network.relay_token = RelayToken(token),
                Ok(None) => {}
                // A relay that refuses is said in the window; Hulp does not stay closed for it.
                Err(error) => tracing::error!(%error, "the relay's token cannot be read"),
            }
            return Ok(LoadedSettings {
                settings,
                broken: None,
            });
        }
        let aside = format!("settings.broken-{}.toml", now.format("%Y%m%dT%H%M%SZ"));
        let aside = self.folder.join(aside);
        fs::rename(&path, &aside).map_err(StoreError::io(&path))?;
        private::flush_folder(&self.folder);
        Ok(LoadedSettings {
            settings: Settings::default(),
            broken: Some(aside),
        })
    }

    /// Keeps the settings, whole or not at all.
    ///
    /// # Errors
    /// If they cannot be written.
    pub fn keep_settings(&self, settings: &Settings) -> Result<(), StoreError> {
        let text = toml::to_string(&settings.clone().sane())
            .map_err(|error| StoreError::Unwritable(error.to_string()))?;
        let token = &settings.network.relay_token.0;
        if self.secret_text(TOKEN_FILE)?.unwrap_or_default() != *token {
            self.keep_secret_text(TOKEN_FILE, token)?;
        }
        private::replace_file(&self.folder, FILE, text.as_bytes())
            .map_err(StoreError::io(self.folder.join(FILE)))
    }
}
