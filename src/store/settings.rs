//! The user's settings: `settings.toml`, which a person may edit, and `settings.last.toml`, the last ones that were good. When the file
//! is gone or broken, what the user had closed must not open for that: the last good ones hold, and without those nothing is allowed.

use std::{
    fs,
    ops::RangeInclusive,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{
    LogText, SettingChange, Store, StoreError,
    private::{self, Found},
};
use crate::{
    invitation::{MAX_LIFETIME, MIN_LIFETIME, RelayToken, clean_name},
    language::Language,
};

const FILE: &str = "settings.toml";
/// The mailbox server that everybody may use.
pub const PUBLIC_MAILBOX: &str = "ws://relay.magic-wormhole.io:4000/v1";
/// The last ones that were good.
const LAST_FILE: &str = "settings.last.toml";
/// The file of the relay's token: not in `settings.toml`, which people show to each other. It holds the relay's address on a line before
/// the token, for the token is for no other; one that an older Hulp wrote holds the token alone.
const TOKEN_FILE: &str = "relay.token";
/// The most bytes of a server's address.
const MAX_ADDRESS_BYTES: usize = 1024;
/// How large everything in the window can be, in percent of the usual.
pub const TEXT_SIZES: RangeInclusive<u16> = 100..=200;
/// The most bytes of the file.
const MAX_FILE_BYTES: usize = 64 * 1024;

/// The user's settings. What the file leaves out has its default, what it knows more than this Hulp is ignored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The name that others see; empty until the user gave one.
    pub name: String,
    /// The language that the user chose; the system's without.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Whether the window is light or dark.
    pub look: WindowLook,
    /// How large everything in the window is, in percent of the usual.
    pub text_size: u16,
    /// Whether this computer makes and answers invitations.
    pub allow_invitations: bool,
    /// Whether helpers can be given control.
    pub allow_control: bool,
    /// Whether helpers on the list may offer help.
    pub allow_offers: bool,
    /// Whether a coloured edge shows around the screen while it is seen.
    pub show_edge: bool,
    /// Whether Hulp starts, without a window, when its user logs in. The system keeps that; what it has is what holds.
    pub start_with_desktop: bool,
    /// Whether pictures of the screen are kept when a helper gets control and when that ends.
    pub keep_pictures: bool,
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

/// Whether the window is light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WindowLook {
    /// As the system is.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
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
            language: None,
            look: WindowLook::default(),
            text_size: *TEXT_SIZES.start(),
            allow_invitations: true,
            allow_control: true,
            allow_offers: false,
            show_edge: true,
            start_with_desktop: false,
            keep_pictures: false,
            longest_lifetime_secs: 30 * 24 * 60 * 60,
            port: 4857,
            network: NetworkSettings::default(),
            email: EmailSettings::default(),
            contacts: ContactSettings::default(),
        }
    }
}

/// What stands in the settings' file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingsFound {
    /// There is none.
    Missing,
    /// Something that is no settings.
    Broken,
    /// Settings.
    Kept(Box<Settings>),
}

/// Settings at a start.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LoadedSettings {
    /// To be used.
    pub settings: Settings,
    /// What was wrong, and mended.
    pub mended: Option<MendedSettings>,
}

/// The settings' file was none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MendedSettings {
    /// Where it was moved; `None` if it was gone.
    pub kept_as: Option<PathBuf>,
    /// There were no last good ones: the defaults hold, with nothing allowed.
    pub defaults_hold: bool,
}

/// What stood in the settings' files at some moment, to tell later whether somebody changed them. It may hold the relay's token.
#[derive(Clone, PartialEq, Eq)]
pub struct SettingsSeen {
    file: FileSeen,
    token: Option<Zeroizing<String>>,
}

#[derive(Clone, PartialEq, Eq)]
enum FileSeen {
    Missing,
    NoFile,
    Bytes(Zeroizing<Vec<u8>>),
}

impl Settings {
    /// What is different from `old`, for the log. How the window looks is nobody's affair but the user's, and not in it.
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
                "language",
                &language(old.language),
                &language(self.language),
            ),
            change(
                "allow_invitations",
                &old.allow_invitations,
                &self.allow_invitations,
            ),
            change("allow_control", &old.allow_control, &self.allow_control),
            change("allow_offers", &old.allow_offers, &self.allow_offers),
            change("show_edge", &old.show_edge, &self.show_edge),
            change(
                "start_with_desktop",
                &old.start_with_desktop,
                &self.start_with_desktop,
            ),
            change("keep_pictures", &old.keep_pictures, &self.keep_pictures),
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

    /// The defaults, with nothing allowed to anybody.
    fn closed() -> Self {
        let mut closed = Self {
            allow_invitations: false,
            allow_control: false,
            allow_offers: false,
            ..Self::default()
        };
        closed.contacts.strangers_may_ring = false;
        closed
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
        self.text_size = (self.text_size).clamp(*TEXT_SIZES.start(), *TEXT_SIZES.end());
        let lifetimes = (MIN_LIFETIME.as_secs(), MAX_LIFETIME.as_secs());
        self.longest_lifetime_secs = self.longest_lifetime_secs.clamp(lifetimes.0, lifetimes.1);
        if self.port == 0 {
            self.port = Self::default().port;
        }
        let network = &mut self.network;
        for text in [&mut network.mailbox, &mut network.relay, &mut network.proxy] {
            *text = text.trim().to_owned();
            if text.len() > MAX_ADDRESS_BYTES || text.contains(char::is_control) {
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

/// On a line, for the log.
fn language(chosen: Option<Language>) -> &'static str {
    chosen.map_or("the system's", Language::code)
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
    /// What stands in the settings' file.
    ///
    /// # Errors
    /// If it is there and cannot be read.
    pub fn settings(&self) -> Result<SettingsFound, StoreError> {
        self.settings_in(FILE)
    }

    /// The settings at a start. Where the file is gone or is none, the last good ones hold; who `mends` the files, and that is one
    /// process, moves what is none aside, named by the time, and writes the file anew.
    ///
    /// # Errors
    /// If the file is there and cannot be read or moved.
    pub fn settings_at_start(
        &self,
        mends: bool,
        now: DateTime<Utc>,
    ) -> Result<LoadedSettings, StoreError> {
        let found = self.settings()?;
        let is_broken = found == SettingsFound::Broken;
        if let SettingsFound::Kept(settings) = found {
            if mends {
                self.remember_settings(&settings)?;
            }
            return Ok(LoadedSettings {
                settings: *settings,
                mended: None,
            });
        }
        let (settings, defaults_hold) = match self.settings_in(LAST_FILE)? {
            SettingsFound::Kept(last) => (*last, false),
            SettingsFound::Missing if !is_broken => return Ok(LoadedSettings::default()),
            SettingsFound::Missing | SettingsFound::Broken => (Settings::closed(), true),
        };
        if !mends {
            return Ok(LoadedSettings {
                settings,
                mended: None,
            });
        }
        self.remember_settings(&settings)?; // should Hulp die in between, they are there
        let aside = is_broken.then(|| self.set_settings_aside(now));
        let kept_as = aside.transpose()?;
        Ok(LoadedSettings {
            settings: self.keep_settings(&settings)?,
            mended: Some(MendedSettings {
                kept_as,
                defaults_hold,
            }),
        })
    }

    /// Moves what stands in the place of the settings' file aside, named by the time, and tells where it is.
    ///
    /// # Errors
    /// If it cannot be moved.
    pub fn set_settings_aside(&self, now: DateTime<Utc>) -> Result<PathBuf, StoreError> {
        let path = self.folder.join(FILE);
        let aside = format!("settings.broken-{}.toml", now.format("%Y%m%dT%H%M%SZ"));
        let aside = self.folder.join(aside);
        fs::rename(&path, &aside).map_err(StoreError::io(&path))?;
        private::flush_folder(&self.folder);
        Ok(aside)
    }

    /// What stands in the settings' files now.
    ///
    /// # Errors
    /// If they are there and cannot be read.
    pub fn settings_seen(&self) -> Result<SettingsSeen, StoreError> {
        let path = self.folder.join(FILE);
        let found = private::read_file(&path, MAX_FILE_BYTES).map_err(StoreError::io(&path))?;
        let file = match found {
            Found::Nothing => FileSeen::Missing,
            Found::NoFile => FileSeen::NoFile,
            Found::Bytes(bytes) => FileSeen::Bytes(bytes.into()),
        };
        let token = self.secret_text(TOKEN_FILE).unwrap_or_default();
        Ok(SettingsSeen { file, token })
    }

    /// Keeps the settings, whole or not at all; they come back as they will be read again.
    ///
    /// # Errors
    /// If they cannot be written.
    pub fn keep_settings(&self, settings: &Settings) -> Result<Settings, StoreError> {
        let settings = settings.clone().sane();
        self.keep_relay_token(&settings.network)?;
        let text = text_of(&settings)?;
        private::replace_file(&self.folder, FILE, text.as_bytes())
            .map_err(StoreError::io(self.folder.join(FILE)))?;
        self.remember_settings(&settings)?;
        Ok(settings)
    }

    /// Keeps these as the last good ones, unless they are.
    ///
    /// # Errors
    /// If they cannot be written.
    pub fn remember_settings(&self, settings: &Settings) -> Result<(), StoreError> {
        let (path, text) = (self.folder.join(LAST_FILE), text_of(settings)?);
        let is_there = matches!(
            private::read_file(&path, MAX_FILE_BYTES),
            Ok(Found::Bytes(bytes)) if bytes == text.as_bytes()
        );
        if is_there {
            return Ok(());
        }
        private::replace_file(&self.folder, LAST_FILE, text.as_bytes())
            .map_err(StoreError::io(path))
    }

    fn settings_in(&self, name: &str) -> Result<SettingsFound, StoreError> {
        let path = self.folder.join(name);
        let found = private::read_file(&path, MAX_FILE_BYTES).map_err(StoreError::io(&path))?;
        let parsed = match found {
            Found::Nothing => return Ok(SettingsFound::Missing),
            Found::NoFile => None,
            Found::Bytes(bytes) => parse(&bytes),
        };
        let Some(settings) = parsed else {
            return Ok(SettingsFound::Broken);
        };
        let mut settings = settings.sane();
        settings.network.relay_token = self.relay_token_for(&settings.network.relay);
        Ok(SettingsFound::Kept(Box::new(settings)))
    }

    fn keep_relay_token(&self, network: &NetworkSettings) -> Result<(), StoreError> {
        let token = network.relay_token.0.as_str();
        let text = Zeroizing::new(match token {
            "" => String::new(),
            token => format!("{}\n{token}", network.relay),
        });
        let kept = self.secret_text(TOKEN_FILE);
        if !kept.is_ok_and(|kept| kept.unwrap_or_default() == text) {
            self.keep_secret_text(TOKEN_FILE, &text)?;
        }
        Ok(())
    }

    /// The token that was kept for the relay at this address, if one was.
    fn relay_token_for(&self, relay: &str) -> RelayToken {
        let kept = match self.secret_text(TOKEN_FILE) {
            Ok(kept) => kept.unwrap_or_default(),
            // A relay that refuses is said in the window; Hulp does not stay closed for it.
            Err(error) => {
                tracing::error!(%error, "the relay's token cannot be read");
                return RelayToken::default();
            }
        };
        match kept.split_once('\n') {
            Some((address, token)) if address == relay => RelayToken(token.to_owned().into()),
            Some(_) => RelayToken::default(),
            None => RelayToken(kept),
        }
    }
}

/// The language that the user of this folder chose, for a program that says its first word before it opens the store.
pub fn chosen_language(folder: &Path) -> Option<Language> {
    let read = |name| match private::read_file(&folder.join(name), MAX_FILE_BYTES) {
        Ok(Found::Bytes(bytes)) => parse(&bytes),
        _ => None,
    };
    read(FILE).or_else(|| read(LAST_FILE))?.language
}

fn parse(bytes: &[u8]) -> Option<Settings> {
    toml::from_slice(bytes).ok()
}

fn text_of(settings: &Settings) -> Result<String, StoreError> {
    toml::to_string(settings).map_err(|error| StoreError::Unwritable(error.to_string()))
}
