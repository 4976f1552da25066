//! Who is in the world: a relay, a proxy, and two people with the real engine.

use std::{
    fs,
    io::{BufRead, stdin},
    net::{IpAddr, SocketAddr},
    path::PathBuf,
    sync::Arc,
    time::Instant,
};

use hulp::{
    desktop::FakeDesktop,
    engine::{Command, DirectWay, NoviceView, Reached, RelayWay, StateLine, WaysView},
    screen::{Framebuffer, Rect},
    store::LogEvent,
};
use iroh_relay::server;
use rustls::{
    ServerConfig,
    crypto::ring,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader, copy_bidirectional},
    net::{TcpListener, TcpStream},
};

use super::{
    breaks,
    people::{Person, SCREEN},
    stage::{Scenario, invitation, say},
    world::{PROXY, RELAY},
};

/// Which role a process has.
pub const ROLE: &str = "HULP_REACH_ROLE";
/// Where the roles leave things for each other.
pub const FOLDER: &str = "HULP_REACH_FOLDER";
/// What the novice shows, and in which colours.
pub const SHOWN: Rect = Rect::new(10, 20, 100, 80);
const FIRST_COLOUR: u32 = 0x0012_3456;
pub const LAST_COLOUR: u32 = 0x00fe_dcba;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Relay,
    Proxy,
    Novice,
    Helper,
}

impl Role {
    pub fn name(self) -> &'static str {
        match self {
            Self::Relay => "relay",
            Self::Proxy => "proxy",
            Self::Novice => "novice",
            Self::Helper => "helper",
        }
    }
}

pub fn folder() -> PathBuf {
    std::env::var_os(FOLDER).unwrap().into()
}

pub fn run() {
    let runtime = || tokio::runtime::Runtime::new().unwrap();
    match std::env::var(ROLE).as_deref() {
        Ok("relay") => runtime().block_on(relay()),
        Ok("proxy") => runtime().block_on(proxy()),
        Ok("novice") => novice(),
        Ok("helper") => helper(),
        _ => {} // started by hand
    }
}

/// A relay on the ports that relays have, with a certificate that the others trust.
async fn relay() {
    let ip: IpAddr = RELAY.parse().unwrap();
    let made = rcgen::generate_simple_self_signed(vec![RELAY.to_owned()]).unwrap();
    let (certificate, key) = (folder().join("relay.crt"), folder().join("relay.key"));
    // After a restart it is the same as before.
    if !key.exists() {
        fs::write(&certificate, made.cert.pem()).unwrap();
        fs::write(&key, made.signing_key.serialize_pem()).unwrap();
    }
    let certificate = CertificateDer::from_pem_file(certificate).unwrap();
    let key = PrivateKeyDer::from_pem_file(key).unwrap();
    let tls = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key)
        .unwrap();
    let mut relay = server::RelayConfig::new((ip, 80));
    let certificates = server::CertConfig::Manual {
        server_config: tls.clone(),
    };
    relay.tls = Some(server::TlsConfig::new((ip, 443), certificates));
    let mut quic = server::QuicConfig::new((ip, 7842));
    quic.server_config = Some(tls);
    let mut config = server::ServerConfig::default();
    config.relay = Some(relay);
    config.quic = Some(quic);
    let mut server = server::Server::spawn(config).await.unwrap();
    say("ready");
    server.join().await.unwrap().unwrap();
}

/// A proxy that knows CONNECT and nothing else.
async fn proxy() {
    let address: SocketAddr = PROXY.parse().unwrap();
    let listener = TcpListener::bind(address).await.unwrap();
    say("ready");
    loop {
        let (client, _) = listener.accept().await.unwrap();
        tokio::spawn(async move {
            let mut client = BufReader::new(client);
            let mut first = String::new();
            client.read_line(&mut first).await?;
            let mut header = first.clone();
            while !header.trim().is_empty() {
                header.clear();
                client.read_line(&mut header).await?;
            }
            let target = first
                .strip_prefix("CONNECT ")
                .and_then(|rest| rest.split(' ').next());
            let Some(target) = target else {
                return client.write_all(b"HTTP/1.1 405 Only CONNECT\r\n\r\n").await;
            };
            let mut server = TcpStream::connect(target).await?;
            client.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await?;
            copy_bidirectional(&mut client, &mut server).await?;
            Ok(())
        });
    }
}

fn someone(scenario: &Scenario) -> Person {
    let person = Person::new();
    let mut settings = person.view().settings.clone();
    settings.map_port = true;
    settings.relays = scenario.relays;
    settings.relay = format!("https://{RELAY}");
    person.send(Command::save_settings(
        &person.view().settings,
        settings.clone(),
    ));
    person.wait("the settings", |view| {
        (view.settings == settings).then_some(())
    });
    person
}

/// Invites, says yes, and shows something; then tells which ways are open, as its page does.
fn novice() {
    let log = fs::File::create(folder().join("novice.log")).unwrap();
    tracing_subscriber::fmt()
        .with_env_filter("warn")
        .with_ansi(false)
        .with_writer(log)
        .init();
    let scenario = Scenario::of_this_process();
    let novice = someone(&scenario);
    let start = Instant::now();
    let file = novice.invite(None);
    fs::copy(file, invitation(&folder())).unwrap();
    say(&format!("invited {}", start.elapsed().as_millis()));
    confirm(&novice);
    let novice = match scenario.restarts {
        true => novice.restart(),
        false => novice,
    };
    novice.desktop.fill(SHOWN, FIRST_COLOUR);
    say("here");
    novice.answer(&novice.consent(), true);
    novice.session();
    if scenario.broken.is_some() {
        return breaks::novice(&novice);
    }
    confirm(&novice);
    // Other settings hold when the helper is gone; until then the doors stay as they are.
    let mut settings = novice.view().settings.clone();
    settings.map_port = false;
    novice.send(Command::save_settings(&novice.view().settings, settings));
    novice.desktop.fill(SHOWN, LAST_COLOUR);
    confirm(&novice);
    novice.close();
    let log = novice.log();
    let strangers = |event: &&LogEvent| matches!(event, LogEvent::BadConnection { .. });
    let strangers: Vec<_> = log.iter().filter(strangers).collect();
    assert!(
        strangers.is_empty(),
        "the slower ways are nobody's: {strangers:?}"
    );
    say("closed");
}

/// Waits until its page says so of each way that is asked for, until an empty line.
fn confirm(novice: &Person) {
    let asked = stdin().lock().lines().map_while(Result::ok);
    for way in asked.take_while(|way| !way.is_empty()) {
        novice.wait(&way, |view| is_so(&view.novice, &way).then_some(()));
        say("way");
    }
}

/// Whether the novice's page says so of a way.
fn is_so(view: &NoviceView, way: &str) -> bool {
    let WaysView {
        same_network,
        directly,
        relay,
    } = &view.ways;
    match way {
        "same network: open" => *same_network,
        "internet directly: open" => *directly == DirectWay::Open,
        "internet through a relay: open" => *relay == RelayWay::Open,
        "internet through a relay: closed" => matches!(relay, RelayWay::Closed(_)),
        other => panic!("{other}?"),
    }
}

/// Connects, and tells when it sees the novice's screen to the last bit and which way it goes, then and at last.
fn helper() {
    let scenario = Scenario::of_this_process();
    let helper = someone(&scenario);
    let file = invitation(&folder());
    helper.open(&file);
    let start = Instant::now();
    helper.send(Command::Connect { password: None });
    let screen = helper.console().screen;
    helper.wait("the first picture", |_| {
        (screen.size() == SCREEN).then_some(())
    });
    let millis = start.elapsed().as_millis();
    let first = helper.see_console("the way", |console| console.state.reached.is_some());
    say(&format!("pixels {millis} {}", word(&first.state)));
    let desired = scenario.at_last;
    let last = helper.see_console("the way at last", |console| {
        console.state.reached == Some(desired)
    });
    helper.sees(&picture(FIRST_COLOUR));
    say(&format!("settled {}", word(&last.state)));
    if let Some(broken) = scenario.broken {
        return breaks::helper(&helper, broken);
    }
    helper.sees(&picture(LAST_COLOUR));
    say("saw the last");
    // The novice ends the session.
    helper.outcome();
}

/// What the novice's screen shows.
pub fn picture(colour: u32) -> Framebuffer {
    let desktop = FakeDesktop::new(SCREEN);
    desktop.fill(SHOWN, colour);
    desktop.screen()
}

pub fn word(state: &StateLine) -> &'static str {
    match state.reached {
        Some(Reached::SameNetwork) => "direct",
        Some(Reached::Directly) => "internet directly",
        Some(Reached::ThroughRelay) => "relay",
        None => "unknown",
    }
}
