//! The settings as the user sees and changes them.

use crate::{
    engine::Secret,
    store::{ContactSettings, EmailSettings, PUBLIC_MAILBOX, Relays},
};

/// The user's settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsView {
    /// The name that others see.
    pub name: String,
    /// `Allow invitations from this computer`.
    pub allow_invitations: bool,
    /// `Allow this computer to be controlled`.
    pub allow_control: bool,
    /// `Show a coloured edge around the screen while it is seen`.
    pub show_edge: bool,
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
}

impl Default for SettingsView {
    fn default() -> Self {
        Self {
            name: String::new(),
            allow_invitations: true,
            allow_control: true,
            show_edge: true,
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
        }
    }
}
