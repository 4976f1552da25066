//! The settings as the store keeps them and as the window shows them.

use super::SettingsView;
use crate::store::{NetworkSettings, Settings};

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
        } = settings.clone();
        Self {
            name,
            allow_invitations,
            allow_control,
            show_edge,
            longest_lifetime_secs,
            port,
            mailbox,
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
        } = self.clone();
        Settings {
            name,
            allow_invitations,
            allow_control,
            show_edge,
            longest_lifetime_secs,
            port,
            network: NetworkSettings { mailbox },
        }
    }
}
