//! The settings as the store keeps them and as the window shows them.

use super::{Secret, SettingsView};
use crate::{
    delivery::email::{self, Security},
    net::{RelayServer, Relaying, public_relays},
    store::{
        EmailSecurity, EmailSettings, EmailWay, NetworkSettings, RelayToken, Relays, Settings,
    },
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
            email,
            network:
                NetworkSettings {
                    mailbox,
                    map_port,
                    relays,
                    relay,
                    relay_token,
                    proxy,
                },
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
            map_port,
            relays,
            relay,
            relay_token: Secret(relay_token.0),
            proxy,
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
            map_port,
            relays,
            relay,
            relay_token,
            proxy,
            contacts,
        } = self.clone();
        Settings {
            name,
            allow_invitations,
            allow_control,
            show_edge,
            longest_lifetime_secs,
            port,
            email,
            network: NetworkSettings {
                mailbox,
                map_port,
                relays,
                relay,
                relay_token: RelayToken(relay_token.0),
                proxy,
            },
            contacts,
        }
    }

    /// The relays where this computer can be met.
    pub(super) fn relaying(&self) -> Relaying {
        Relaying {
            relays: match self.relays {
                Relays::Public => public_relays(),
                Relays::Own => vec![self.own_relay()],
                Relays::None => vec![],
            },
            proxy: self.proxy.clone(),
        }
    }

    /// The way to a computer that is met at this relay. One's own relay gets its token, another never does.
    pub(super) fn relaying_to(&self, relay: Option<&str>) -> Relaying {
        let own = self.own_relay();
        let server = relay.map(|url| match own.is_at(url) {
            true => own.clone(),
            false => RelayServer {
                url: url.to_owned(),
                token: None,
            },
        });
        Relaying {
            relays: match self.relays {
                Relays::None => vec![],
                Relays::Public | Relays::Own => server.into_iter().collect(),
            },
            proxy: self.proxy.clone(),
        }
    }

    fn own_relay(&self) -> RelayServer {
        let token = &self.relay_token.0;
        RelayServer {
            url: self.relay.clone(),
            token: (!token.is_empty()).then(|| token.clone()),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_for_ones_own_relay_alone() {
        let settings = SettingsView {
            relays: Relays::Own,
            relay: "https://relay.example.org".into(),
            relay_token: Secret("secret".to_owned().into()),
            ..SettingsView::default()
        };
        let token = |url| settings.relaying_to(Some(url)).relays[0].token.is_some();
        assert!(token("https://relay.example.org/"));
        assert!(!token("http://relay.example.org/"));
        assert!(!token("https://relay.example.org.evil.example/"));
        let none = SettingsView {
            relays: Relays::None,
            ..settings
        };
        assert_eq!(
            none.relaying_to(Some("https://relay.example.org")).relays,
            []
        );
        assert_eq!(none.relaying().relays, []);
    }
}
