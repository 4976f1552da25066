//! A relay of the novice's own, which asks its users for a token; and the doors while the settings of the network change.

use std::{net::Ipv4Addr, sync::Arc};

use hulp::{
    engine::{
        Command, ControlView, End, ExpertEnd, ExpertView, InviteHow, InviteRequest, InviteView,
        ListenView, RelayFault, RelayWay, Relays, SettingsView, Timing,
    },
    invitation::{Invitation, InvitationState, RelayToken},
    store::LogEvent,
};
use iroh_relay::server;
use tokio::runtime::Runtime;

use super::{
    cable::Cable,
    offers,
    people::{Person, forge, read, secret},
    ports::free_port,
};

pub const TOKEN: &str = "hush-hush";

/// A relay on loopback, without TLS and so without address discovery.
pub struct Relay {
    url: String,
    _server: server::Server,
    _runtime: Runtime,
}

/// Asks for the token.
#[derive(Debug)]
struct Asks;

impl server::AccessControl for Asks {
    async fn on_connect(&self, request: &server::ClientRequest) -> server::Access {
        match request.auth_token() {
            Some(token) if token == TOKEN => server::Access::Allow,
            _ => server::Access::Deny {
                reason: Some("no such token".into()),
            },
        }
    }
}

impl Relay {
    pub fn open() -> Self {
        let mut relay = server::RelayConfig::new((Ipv4Addr::LOCALHOST, 0));
        relay.access = Arc::new(Asks);
        let mut config = server::ServerConfig::default();
        config.relay = Some(relay);
        let runtime = Runtime::new().unwrap();
        let server = runtime.block_on(server::Server::spawn(config)).unwrap();
        Self {
            url: format!("http://{}/", server.http_addr().unwrap()),
            _server: server,
            _runtime: runtime,
        }
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    /// Has somebody use it from now on.
    pub fn is_used_by(&self, novice: &Person) {
        novice.send(Command::save_settings(
            &novice.view().settings,
            self.settings_of(novice),
        ));
    }

    /// The settings of somebody who uses it.
    pub fn settings_of(&self, novice: &Person) -> SettingsView {
        let mut settings = novice.view().settings.clone();
        settings.relays = Relays::Own;
        settings.relay = self.url.clone();
        settings.relay_token = secret(TOKEN);
        settings.proxy = "none".into();
        settings
    }
}

/// A novice who is met there and nowhere else, and a helper who has set up nothing.
pub fn met_at(relay: &Relay) -> (Person, Person, std::path::PathBuf) {
    let (novice, expert) = (Person::new(), Person::new());
    let mut settings = expert.view().settings.clone();
    settings.relays = Relays::Public;
    settings.proxy = "none".into();
    expert.send(Command::save_settings(&expert.view().settings, settings));
    relay.is_used_by(&novice);
    let file = novice.invite(None);
    novice.wait("the relay", |view| {
        (view.novice.ways.relay == RelayWay::Open).then_some(())
    });
    forge(&file, |invitation| {
        invitation.addresses.clear();
        if let Some(meeting) = &mut invitation.meeting {
            meeting.hints.clear();
        }
    });
    (novice, expert, file)
}

/// The token in a file.
fn brought(file: &std::path::Path) -> Option<RelayToken> {
    read(file).meeting?.token
}

#[test]
fn a_helper_without_settings_comes_by_the_novices_relay_with_the_token_that_the_invitation_brings()
{
    let relay = Relay::open();
    let (novice, expert, file) = met_at(&relay);
    let token = Some(RelayToken(TOKEN.to_owned().into()));
    assert_eq!(brought(&file), token);
    expert.connect(&file, None);
    novice.answer(&novice.consent(), true);
    novice.session();
    expert.console();
    // It is sent again with it too, although it is kept once, with the settings.
    novice.send(Command::NoviceDisconnect);
    expert.outcome();
    let other = novice.invite(None);
    let (id, path) = (read(&other).id, novice.file("again.hulp"));
    novice.send(Command::SaveAgain {
        id,
        path: path.clone(),
    });
    let (_, saved) = novice.wait("the file", |view| view.novice.saved_again.clone());
    assert_eq!(saved, Ok(path.clone()));
    assert_eq!(brought(&path), token);
    assert!(!format!("{:?}", novice.view()).contains(TOKEN));
    assert!(!format!("{:?}", novice.log()).contains(TOKEN));
}

#[test]
fn a_helper_whose_token_is_of_before_is_told_that_the_relay_refuses() {
    let relay = Relay::open();
    let (_novice, expert, file) = met_at(&relay);
    forge(&file, |invitation| {
        let meeting = invitation.meeting.as_mut().unwrap();
        meeting.token = Some(RelayToken("of before".to_owned().into()));
    });
    expert.connect(&file, None);
    let refused = ExpertEnd::NotReached {
        addresses: 0,
        relay: Some(RelayFault::Denied("no such token".into())),
    };
    assert_eq!(expert.outcome(), refused);
}

#[test]
fn a_goodbye_still_leaves_by_doors_that_are_outdated() {
    let relay = Relay::open();
    let (novice, expert, file) = met_at(&relay);
    expert.connect(&file, None);
    novice.answer(&novice.consent(), true);
    novice.session();
    expert.sees(&novice.desktop.screen());
    // The way by which the helper came is to be closed.
    let mut settings = novice.view().settings.clone();
    settings.relays = Relays::None;
    novice.send(Command::save_settings(&novice.view().settings, settings));
    novice.send(Command::NoviceChat("One moment".into()));
    expert.see_console("words over the old way", |session| {
        assert_eq!(session.reconnecting, None);
        session.chat.iter().any(|line| line.text == "One moment")
    });
    novice.send(Command::NoviceDisconnect);
    let end = expert.wait("the goodbye", |view| match &view.expert {
        ExpertView::Session(session) => {
            assert_eq!(
                session.reconnecting, None,
                "the way was closed before the goodbye"
            );
            None
        }
        ExpertView::Ended { why, .. } => Some(why.clone()),
        _ => None,
    });
    assert_eq!(end, ExpertEnd::Ended(End::NoviceLeft));
    // Then the doors are opened anew, or closed as here.
    novice.wait("closed doors", |view| {
        let is_off = view.novice.ways.relay == RelayWay::Off;
        (is_off && view.novice.listen == ListenView::Off).then_some(())
    });
}

#[test]
fn outdated_doors_are_open_while_somebody_is_being_told_goodbye() {
    let (novice, expert) = (Person::new(), Person::new());
    let file = novice.invite(None);
    let cable = Cable::lay(&file);
    expert.connect(&file, None);
    novice.answer(&novice.consent(), true);
    novice.session();
    expert.console();
    let mut settings = novice.view().settings.clone();
    settings.proxy = "none".into();
    novice.send(Command::save_settings(&novice.view().settings, settings));
    // The last words are on their way and nobody takes them.
    cable.fall_silent();
    novice.send(Command::NoviceDisconnect);
    novice.wait("the end", |view| view.novice.ended.clone());
    novice.send(Command::NoviceEndSeen);
    let listen = novice.wait("the step after it", |view| {
        (view.novice.ended.is_none()).then(|| view.novice.listen.clone())
    });
    assert!(matches!(listen, ListenView::On { .. }), "{listen:?}");
    novice.wait("closed doors", |view| {
        (view.novice.listen == ListenView::Off).then_some(())
    });
}

#[test]
fn an_invitation_that_is_made_while_the_network_settings_change_leads_here() {
    let relay = Relay::open();
    let (novice, expert) = (Person::new(), Person::new());
    let mut settings = relay.settings_of(&novice);
    settings.port = free_port();
    let path = novice.file("meanwhile.hulp");
    // With a password it is in the making for a while; the settings change at once.
    novice.send(Command::Invite(InviteRequest {
        name: "Mia".into(),
        message: String::new(),
        lifetime: std::time::Duration::from_secs(3600),
        password: Some(secret("drie blauwe fietsen")),
        how: InviteHow::File(path.clone()),
    }));
    novice.send(Command::save_settings(&novice.view().settings, settings));
    novice.wait("an invitation", |view| {
        matches!(view.novice.invite, InviteView::Saved { .. }).then_some(())
    });
    novice.wait("the relay", |view| {
        (view.novice.ways.relay == RelayWay::Open).then_some(())
    });
    let port = read(&path).addresses[0].port();
    assert_eq!(novice.view().novice.listen, ListenView::On { port });
    expert.connect(&path, Some("drie blauwe fietsen"));
    novice.answer(&novice.consent(), true);
    novice.session();
    assert_eq!(expert.console().control, ControlView::None);
    novice.wait_for_state(read(&path).id, InvitationState::InUse);
    // The doors were opened once for it, and once for the settings.
    let waits = |event: &&LogEvent| matches!(event, LogEvent::Waiting { .. });
    assert_eq!(novice.log().iter().filter(waits).count(), 2);
}

#[test]
fn offers_of_help_ask_no_relay_and_invitations_do_as_long_as_they_hold() {
    let (relay, expert) = (Relay::open(), Person::new());
    let novice = offers::taking(&expert, true, Timing::default());
    relay.is_used_by(&novice);
    novice.wait("the setting", |view| {
        (view.settings.relays == Relays::Own).then_some(())
    });
    offers::offer(&expert, &novice);
    novice.answer(&novice.consent(), true);
    novice.session();
    expert.console();
    novice.send(Command::NoviceDisconnect);
    expert.outcome();
    assert_eq!(novice.view().novice.ways.relay, RelayWay::Off);
    // An invitation names the same port, and the relay beside it; and when it has ended, the relay is left.
    let port = offers::port(&novice);
    let paper = read(&novice.invite(None));
    assert_eq!(paper.addresses[0].port(), port);
    assert!(paper.meeting.is_some());
    novice.wait("the relay", |view| {
        (view.novice.ways.relay == RelayWay::Open).then_some(())
    });
    novice.send(Command::Withdraw(paper.id));
    novice.wait("the relay to be left", |view| {
        (view.novice.ways.relay == RelayWay::Off).then_some(())
    });
    assert_eq!(offers::port(&novice), port);
    let other = read(&novice.invite(None));
    let endpoint = |paper: &Invitation| paper.meeting.as_ref().map(|point| point.endpoint);
    assert_ne!(endpoint(&other), endpoint(&paper), "known by nobody");
}
