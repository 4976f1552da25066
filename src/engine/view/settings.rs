//! The settings as the user sees and changes them.

use crate::{
    engine::Secret,
    language::Language,
    store::{
        ContactSettings, EmailSettings, FixedSetting, PUBLIC_MAILBOX, Relays, TEXT_SIZES,
        WindowLook,
    },
};

/// The user's settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsView {
    /// The name that others see.
    pub name: String,
    /// `Language`; the system's without.
    pub language: Option<Language>,
    /// `Look`: whether the window is light or dark.
    pub look: WindowLook,
    /// `Text size`: how large everything in the window is, in percent of the usual; one of [`crate::engine::TEXT_SIZES`].
    pub text_size: u16,
    /// `Allow invitations from this computer`.
    pub allow_invitations: bool,
    /// `Allow this computer to be controlled`.
    pub allow_control: bool,
    /// `Allow helpers to offer help`.
    pub allow_offers: bool,
    /// `Show a coloured edge around the screen while it is seen`.
    pub show_edge: bool,
    /// `Start Hulp when I log in`: as the system has it.
    pub start_with_desktop: bool,
    /// `Keep pictures of the screen when someone takes control`.
    pub keep_pictures: bool,
    /// `Longest lifetime` of an invitation, in seconds.
    pub longest_lifetime_secs: u64,
    /// The TCP port to listen on, where it is free.
    pub port: u16,
    /// `Server for codes`: the address of a mailbox server.
    pub mailbox: String,
    /// How invitations go out by e-mail.
    pub email: EmailSettings,
    /// `Ask the router to open a port`.
    pub map_port: bool,
    /// `Relay`: which ones are used.
    pub relays: Relays,
    /// The address of one's own relay.
    pub relay: String,
    /// Its token; empty where it asks for none.
    pub relay_token: Secret,
    /// The HTTP proxy that leads to the relay; empty for the environment's, `none` for none. Its password is kept by
    /// [`crate::engine::Command::KeepProxyPassword`].
    pub proxy: String,
    /// The account at a contact server.
    pub contacts: ContactSettings,
    /// What is `Set by your administrator`; of these, what the window asks for is not kept.
    pub fixed: Vec<FixedSetting>,
}

impl SettingsView {
    /// Whether this one is set by the administrator.
    pub fn fixes(&self, setting: FixedSetting) -> bool {
        self.fixed.contains(&setting)
    }
}

impl Default for SettingsView {
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
            mailbox: PUBLIC_MAILBOX.to_owned(),
            email: EmailSettings::default(),
            map_port: true,
            relays: Relays::default(),
            relay: String::new(),
            relay_token: Secret::default(),
            proxy: String::new(),
            contacts: ContactSettings::default(),
            fixed: Vec::new(),
        }
    }
}
