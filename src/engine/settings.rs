//! The settings as the store keeps them and as the window shows them.

use super::SettingsView;
use crate::{
    delivery::email::{self, Security},
    store::{EmailSecurity, EmailSettings, EmailWay, NetworkSettings, Settings},
};

impl SettingsView {
    /// As the window shows them.
    pub(super) fn of(settings: &Settings) -> Self {
        let Settings {
            name,
            allow_invitations,
            allow_control,
            show_edge,
            longest_lifetime_secs,
            port,
            network: NetworkSettings { mailbox },
            email,
            contacts,
        } = settings.clone();
        Self {
            name,
            allow_invitations,
            allow_control,
            show_edge,
            longest_lifetime_secs,
            port,
            mailbox,
            email,
            contacts,
        }
    }

    /// As the store keeps them.
    pub(super) fn to_keep(&self) -> Settings {
        let Self {
            name,
            allow_invitations,
            allow_control,
            show_edge,
            longest_lifetime_secs,
            port,
            mailbox,
            email,
            contacts,
        } = self.clone();
        Settings {
            name,
            allow_invitations,
            allow_control,
            show_edge,
            longest_lifetime_secs,
            port,
            network: NetworkSettings { mailbox },
            email,
            contacts,
        }
    }
}

/// The mail server that this address probably has, to begin with; nothing for what is no address yet.
pub fn guess_server(address: &str) -> Option<EmailSettings> {
    let guess = email::guess_server(address)?;
    Some(EmailSettings {
        way: EmailWay::Server,
        address: address.trim().to_owned(),
        server: guess.server,
        port: guess.port,
        security: match guess.security {
            Security::StartTls => EmailSecurity::StartTls,
            Security::Tls => EmailSecurity::Tls,
        },
        user: address.trim().to_owned(),
    })
}
