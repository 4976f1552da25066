//! A proxy that asks who comes, on the way to a relay: its password is kept where passwords are, and never in a file.

use std::{
    fs,
    net::Ipv4Addr,
    sync::{Arc, Mutex},
};

use base64::{Engine, engine::general_purpose::STANDARD};
use hulp::{
    engine::{Command, PasswordKept, RelayFault, RelayWay, Relays},
    store::{PasswordFor, Passwords},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional},
    net::{TcpListener, TcpStream},
    runtime::Runtime,
};

use super::{
    people::{Person, secret},
    relay::{Relay, met_at},
};

const PASSWORD: &str = "ge:h%40im";

/// An HTTP proxy that lets through who knows the password.
struct Proxy {
    /// Host and port.
    place: String,
    /// Who was let through.
    let_through: Arc<Mutex<Vec<String>>>,
    _runtime: Runtime,
}

impl Proxy {
    fn open() -> Self {
        let runtime = Runtime::new().unwrap();
        let socket = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)));
        let socket = socket.unwrap();
        let place = socket.local_addr().unwrap().to_string();
        let let_through = Arc::new(Mutex::new(vec![]));
        let noted = let_through.clone();
        runtime.spawn(async move {
            while let Ok((stream, _)) = socket.accept().await {
                tokio::spawn(serve(stream, noted.clone()));
            }
        });
        Self {
            place,
            let_through,
            _runtime: runtime,
        }
    }

    fn knows(&self, user: &str) -> bool {
        self.let_through
            .lock()
            .unwrap()
            .iter()
            .any(|who| who == user)
    }
}

async fn serve(mut stream: TcpStream, let_through: Arc<Mutex<Vec<String>>>) {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        let Ok(byte) = stream.read_u8().await else {
            return;
        };
        head.push(byte.into());
    }
    let mut words = head.split(' ');
    let is_tunnel = words.next() == Some("CONNECT");
    let target = words.next().unwrap_or_default();
    let target = target.strip_prefix("http://").unwrap_or(target);
    let target = target.split('/').next().unwrap_or_default().to_owned();
    let login = head.lines().find_map(|line| {
        let (name, value) = line.split_once(": Basic ")?;
        let decoded = STANDARD.decode(value).ok()?;
        let is_login = name.eq_ignore_ascii_case("proxy-authorization");
        is_login.then(|| String::from_utf8(decoded).unwrap())
    });
    let user = login.as_deref().and_then(|login| {
        let (user, password) = login.split_once(':')?;
        (password == PASSWORD).then_some(user)
    });
    let (Some(user), Ok(mut there)) = (user, TcpStream::connect(target).await) else {
        let _ = stream.write_all(b"HTTP/1.1 407 Who are you?\r\n\r\n").await;
        return;
    };
    let_through.lock().unwrap().push(user.to_owned());
    // A relay without TLS is asked how far it is without a tunnel.
    let _ = match is_tunnel {
        true => stream.write_all(b"HTTP/1.1 200 Go on\r\n\r\n").await,
        false => there.write_all(head.as_bytes()).await,
    };
    let _ = copy_bidirectional(&mut stream, &mut there).await;
}

fn set_proxy(person: &Person, proxy: &str) {
    let mut settings = person.view().settings.clone();
    settings.proxy = proxy.to_owned();
    person.send(Command::save_settings(&person.view().settings, settings));
}

fn type_password(person: &Person, proxy: &str) {
    person.send(Command::KeepProxyPassword {
        proxy: proxy.to_owned(),
        password: secret(PASSWORD),
    });
    let kept = person.wait("the password kept", |view| view.novice.proxy_password);
    assert_eq!(kept, PasswordKept::ThisRunOnly, "tests have no keyring");
}

/// Closes a person's Hulp, after which none of its files changes, and looks for the password in them.
fn expect_in_no_file(person: &Person) {
    person.close();
    for file in fs::read_dir(person.file("store")).unwrap() {
        let path = file.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        let has = |words: &str| {
            bytes
                .windows(words.len())
                .any(|some| some == words.as_bytes())
        };
        assert!(!has(PASSWORD) && !has("ge:h%2540im"), "{}", path.display());
    }
}

#[test]
fn both_sides_go_by_a_proxy_whose_password_is_in_no_file() {
    let (relay, proxy) = (Relay::open(), Proxy::open());
    let (novice, expert, file) = met_at(&relay);
    let anna = format!("http://anna@{}", proxy.place);
    set_proxy(&novice, &anna);
    novice.wait("that the proxy is in the way", |view| {
        let fault = matches!(
            view.novice.ways.relay,
            RelayWay::Closed(RelayFault::Proxy { .. })
        );
        fault.then_some(())
    });
    type_password(&novice, &anna);
    novice.wait("the relay", |view| {
        (view.novice.ways.relay == RelayWay::Open).then_some(())
    });
    assert!(proxy.knows("anna"));
    let thomas = format!("http://thomas@{}", proxy.place);
    set_proxy(&expert, &thomas);
    type_password(&expert, &thomas);
    expert.connect(&file, None);
    novice.answer(&novice.consent(), true);
    expert.console();
    assert!(proxy.knows("thomas"));
    expect_in_no_file(&novice);
    expect_in_no_file(&expert);
    assert!(!format!("{:?}", novice.view()).contains(PASSWORD));
}

#[test]
fn a_password_that_stood_in_the_settings_file_goes_out_of_it_and_is_used() {
    let (relay, proxy) = (Relay::open(), Proxy::open());
    let novice = Person::new();
    relay.is_used_by(&novice);
    novice.invite(None);
    novice.close();
    let path = novice.file("store/settings.toml");
    let text = fs::read_to_string(&path).unwrap();
    let (old, new) = (
        "proxy = \"none\"",
        format!("proxy = \"http://anna:ge:h%2540im@{}\"", proxy.place),
    );
    assert!(text.contains(old), "{text}");
    fs::write(&path, text.replace(old, &new)).unwrap();
    let novice = novice.restart();
    novice.wait("the relay", |view| {
        (view.novice.ways.relay == RelayWay::Open).then_some(())
    });
    assert!(proxy.knows("anna"));
    assert_eq!(
        novice.view().settings.proxy,
        format!("http://anna@{}", proxy.place)
    );
    assert_eq!(novice.view().settings.relays, Relays::Own);
    expect_in_no_file(&novice);
}

#[test]
fn a_password_that_is_kept_is_found_when_hulp_starts() {
    let (relay, proxy) = (Relay::open(), Proxy::open());
    let passwords = Passwords::for_this_run();
    let kept = secret(PASSWORD).0;
    passwords.keep(PasswordFor::Proxy, "anna", &proxy.place, &kept);
    let novice = Person::settled_as(|config| config.passwords = passwords);
    let mut settings = relay.settings_of(&novice);
    settings.proxy = format!("anna@{}", proxy.place);
    novice.send(Command::save_settings(&novice.view().settings, settings));
    novice.invite(None);
    novice.wait("the relay", |view| {
        (view.novice.ways.relay == RelayWay::Open).then_some(())
    });
    assert!(proxy.knows("anna"));
}
