//! The settings as the store keeps them and as the window shows them.

use super::{Secret, SettingsView};
use crate::{
    delivery::email::{self, Security},
    invitation::{MeetingPoint, RelayToken},
    net::{Proxy, RelayServer, Relaying, public_relays},
    store::{EmailSecurity, EmailSettings, EmailWay, NetworkSettings, Relays, Settings},
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
            proxy: Proxy::at(&self.proxy),
        }
    }

    /// The way to a computer that is met there. The user's own relay gets the user's own token, which no other ever does; another
    /// relay gets what the invitation brought for it.
    pub(super) fn relaying_to(&self, meeting: &MeetingPoint) -> Relaying {
        let own = self.own_relay();
        let server = meeting.relay.as_ref().map(|url| {
            let own_token = own.token.as_ref().filter(|_| own.is_at(url));
            RelayServer {
                url: url.clone(),
                token: own_token.or(meeting.token.as_ref()).cloned(),
            }
        });
        Relaying {
            relays: match self.relays {
                Relays::None => vec![],
                Relays::Public | Relays::Own => server.into_iter().collect(),
            },
            proxy: Proxy::at(&self.proxy),
        }
    }

    fn own_relay(&self) -> RelayServer {
        let token = &self.relay_token.0;
        RelayServer {
            url: self.relay.clone(),
            token: (!token.is_empty()).then(|| RelayToken(token.clone())),
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
    use crate::invitation::EndpointId;

    fn point(relay: &str, token: Option<&str>) -> MeetingPoint {
        MeetingPoint {
            endpoint: EndpointId([1; 32]),
            relay: Some(relay.to_owned()),
            token: token.map(|token| RelayToken(token.to_owned().into())),
            hints: vec![],
        }
    }

    #[test]
    fn a_token_is_for_ones_own_relay_alone() {
        let settings = SettingsView {
            relays: Relays::Own,
            relay: "https://relay.example.org".into(),
            relay_token: Secret("secret".to_owned().into()),
            ..SettingsView::default()
        };
        let token = |url, brought: Option<&str>| {
            let relaying = settings.relaying_to(&point(url, brought));
            let [relay] = &relaying.relays[..] else {
                panic!("{relaying:?}");
            };
            relay.token.as_ref().map(|token| token.0.to_string())
        };
        let secret = Some("secret".to_owned());
        assert_eq!(token("https://relay.example.org/", None), secret);
        assert_eq!(token("https://relay.example.org/", Some("other")), secret);
        for another in [
            "http://relay.example.org/",
            "https://relay.example.org.evil.example/",
        ] {
            assert_eq!(token(another, None), None);
            assert_eq!(token(another, Some("other")), Some("other".to_owned()));
        }
        let none = SettingsView {
            relays: Relays::None,
            ..settings
        };
        assert_eq!(
            none.relaying_to(&point("https://relay.example.org", None))
                .relays,
            []
        );
        assert_eq!(none.relaying().relays, []);
    }
}
