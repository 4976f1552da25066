//! The settings as the store keeps them and as the window shows them.

use super::{BrokenSettings, Secret, SettingsEdit, SettingsView};
use crate::{
    delivery::email::{self, Security},
    invitation::{MeetingPoint, RelayToken, clean_name},
    language::Language,
    net::{Proxy, RelayServer, Relaying, public_relays},
    store::{
        EmailSecurity, EmailSettings, EmailWay, LogEvent, LogText, NetworkSettings, Policy, Relays,
        Settings,
    },
};

impl SettingsView {
    /// As the window shows what holds, some of it fixed by this policy.
    pub(super) fn of(settings: &Settings, policy: &Policy) -> Self {
        let Settings {
            name,
            language,
            look,
            text_size,
            allow_invitations,
            allow_control,
            allow_offers,
            show_edge,
            start_with_desktop,
            keep_pictures,
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
            language,
            look,
            text_size,
            allow_invitations,
            allow_control,
            allow_offers,
            show_edge,
            start_with_desktop,
            keep_pictures,
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
            fixed: policy.fixed(),
        }
    }

    /// As the store keeps them.
    pub(super) fn to_keep(&self) -> Settings {
        let Self {
            name,
            language,
            look,
            text_size,
            allow_invitations,
            allow_control,
            allow_offers,
            show_edge,
            start_with_desktop,
            keep_pictures,
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
            fixed: _,
        } = self.clone();
        Settings {
            name,
            language,
            look,
            text_size,
            allow_invitations,
            allow_control,
            allow_offers,
            show_edge,
            start_with_desktop,
            keep_pictures,
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

    /// As they will hold once this is kept.
    pub(super) fn with(&self, edit: &SettingsEdit, policy: &Policy) -> Self {
        Self::of(&holding(&edit.onto(&self.to_keep()), policy), policy)
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

impl SettingsEdit {
    /// What comes of these settings when the user's changes are made in them.
    pub(super) fn onto(&self, kept: &Settings) -> Settings {
        let (before, after) = (self.before.to_keep(), self.after.to_keep());
        let mut result = kept.clone();
        macro_rules! take_changed {
            ($($($part:ident).+),+ $(,)?) => {
                $(if before.$($part).+ != after.$($part).+ {
                    result.$($part).+ = after.$($part).+;
                })+
            };
        }
        // A relay and its token belong together.
        if before.network.relay != after.network.relay {
            result.network.relay_token = after.network.relay_token.clone();
        }
        take_changed!(
            name,
            language,
            look,
            text_size,
            allow_invitations,
            allow_control,
            allow_offers,
            show_edge,
            start_with_desktop,
            keep_pictures,
            longest_lifetime_secs,
            port,
            network.mailbox,
            network.map_port,
            network.relays,
            network.relay,
            network.relay_token,
            network.proxy,
            email,
            contacts.address,
            contacts.server,
            contacts.strangers_may_ring,
        );
        result
    }
}

impl BrokenSettings {
    /// The log's line about it.
    pub(super) fn logged(&self) -> LogEvent {
        let Some(kept_as) = &self.kept_as else {
            return LogEvent::SettingsGone;
        };
        let kept_as = LogText::from(kept_as.to_string_lossy().as_ref());
        match self.defaults_hold {
            true => LogEvent::SettingsBroken { kept_as },
            false => LogEvent::SettingsSpoilt { kept_as },
        }
    }
}

/// What holds, of the user's settings and this policy.
pub(super) fn holding(users: &Settings, policy: &Policy) -> Settings {
    let mut settings = policy.over(users);
    if settings.name.is_empty() {
        settings.name = login_name();
    }
    settings
}

/// Has the process speak the language of these settings.
pub(super) fn speak(settings: &Settings) {
    (settings.language)
        .unwrap_or_else(Language::of_system)
        .speak();
}

/// What the user is called here until they say another name; empty where the system does not tell.
fn login_name() -> String {
    let name = ["USER", "LOGNAME", "USERNAME"]
        .iter()
        .find_map(|variable| std::env::var(variable).ok());
    clean_name(&name.unwrap_or_default())
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
