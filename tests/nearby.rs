//! Computers nearby, over networks in namespaces of their own: whoever takes offers is seen on the same network while they do, and on
//! no other; liars on it show nothing that is not clean, and nothing without end; and a flood of lies fills nobody's memory, and is
//! over when it is over.
#![allow(clippy::unwrap_used)]
#![cfg(target_os = "linux")]

#[path = "assist/people.rs"]
mod people;
#[path = "rig/ports.rs"]
mod ports;

use std::{
    fs,
    io::{BufRead, BufReader, Lines},
    net::{Ipv4Addr, SocketAddr, UdpSocket},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use chrono::{TimeDelta, Utc};
use hulp::{
    engine::{
        self, Command as Ask, ExpertView, HelpersCommand, NearbyComputer, Relays, SettingsView,
    },
    invitation::HelperCard,
    net::MAX_NEARBY,
};
use people::Person;
use ports::free_port;
use socket2::{Domain, Socket, Type};
use tempfile::TempDir;

/// Which role a process has, and where the roles leave things for each other.
const ROLE: &str = "HULP_NEARBY_ROLE";
const FOLDER: &str = "HULP_NEARBY_FOLDER";
/// How often one looks again, or says something again.
const AGAIN_AFTER: Duration = Duration::from_millis(50);
/// How a line begins that another process reads.
const SAID: &str = "NEARBY ";
/// So many messages of a flood everybody takes in before it ends; half of them speak of a computer that nobody heard of before.
const FLOOD: u64 = 150_000;
/// How long that may take on a machine with much to do.
const FLOOD_TIME: Duration = Duration::from_secs(180);
/// By so much, at the most, a process grows meanwhile. One that kept what it hears would grow by several times as much.
const MAX_GROWTH_KIB: u64 = 12 * 1024;

/// Runs this very test in namespaces that end with it.
#[test]
fn whoever_takes_offers_is_seen_nearby_and_nowhere_else() {
    let mut unshare = Command::new("unshare");
    unshare.args(["--net", "--mount", "--pid", "--fork", "--kill-child"]);
    if !rustix::process::geteuid().is_root() {
        unshare.args(["--user", "--map-root-user"]);
    }
    let mut possible = Command::new(unshare.get_program());
    possible.args(unshare.get_args());
    possible.args([
        "sh",
        "-c",
        "mount -t tmpfs hulpn /mnt && ip link add hulpn type bridge",
    ]);
    if !possible.output().is_ok_and(|tried| tried.status.success()) {
        println!("SKIPPED: computers nearby: no network namespaces can be made here");
        return;
    }
    let folder = TempDir::new().unwrap();
    unshare.arg(std::env::current_exe().unwrap());
    unshare.args(["--exact", "stage", "--ignored", "--nocapture"]);
    unshare.env(FOLDER, folder.path()).env(ROLE, "stage");
    let output = unshare.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{errors}");
    assert!(said.contains("NEARBY all done"), "{said}\n{errors}");
}

#[test]
#[ignore = "a part of the other test, which starts it"]
fn stage() {
    match std::env::var(ROLE).as_deref() {
        Ok("stage") => play(),
        Ok("novice") => novice(),
        Ok("helper") => helper(),
        Ok("far") => far(),
        Ok("liar") => liar(),
        _ => {} // started by hand
    }
}

/// Two networks: one with the novice, the helper and the liar on it, another with somebody else.
fn play() {
    if !Path::new("/run").is_symlink() {
        run("mount", &["-t", "tmpfs", "hulpn", "/run"]);
    }
    fs::create_dir_all("/run/netns").unwrap();
    for (network, host, number) in [
        ("near", "novice", 1),
        ("near", "helper", 2),
        ("near", "liar", 3),
        ("away", "far", 1),
    ] {
        if number == 1 {
            run("ip", &["link", "add", network, "type", "bridge"]);
            run("ip", &["link", "set", network, "up"]);
        }
        let (space, port) = (format!("hulpn-{host}"), format!("port-{host}"));
        run("ip", &["netns", "add", &space]);
        let cable = ["type", "veth", "peer", "name", "eth0", "netns", &space];
        run("ip", &[&["link", "add", &port][..], &cable].concat());
        run("ip", &["link", "set", &port, "master", network, "up"]);
        let address = format!("10.9.{}.{number}/24", u8::from(network == "away"));
        run(
            "ip",
            &["-n", &space, "addr", "add", &address, "dev", "eth0"],
        );
        for device in ["lo", "eth0"] {
            run("ip", &["-n", &space, "link", "set", device, "up"]);
        }
        run(
            "ip",
            &["-n", &space, "route", "add", "default", "dev", "eth0"],
        );
    }
    let mut far = Role::start("far");
    let mut helper = Role::start("helper");
    helper.awaits("card");
    let mut novice = Role::start("novice");
    novice.awaits("taking");
    helper.awaits("sees the novice");
    // What is on one network is not seen on another.
    far.awaits("sees nobody");
    let mut liar = Role::start("liar");
    liar.awaits("lied");
    helper.awaits("sees only what is clean");
    for flooded in [&mut helper, &mut novice] {
        flooded.awaits("takes the flood in");
    }
    liar.awaits("is silent");
    helper.awaits("finds the novice again");
    novice.awaits("was offered help");
    helper.awaits("is with the novice");
    helper.awaits("sees the novice go");
    println!("{SAID}all done");
}

/// Takes offers; ends the session and takes none any more.
fn novice() {
    let novice = someone();
    let (path, may_control) = (folder().join("card"), true);
    novice.send(Ask::Helpers(HelpersCommand::Read(path)));
    novice.send(Ask::Helpers(HelpersCommand::Add { may_control }));
    let settings = SettingsView {
        allow_offers: true,
        ..novice.view().settings.clone()
    };
    novice.send(Ask::save_settings(
        &novice.view().settings,
        settings.clone(),
    ));
    novice.wait("the setting", |view| {
        view.settings.allow_offers.then_some(())
    });
    say("taking");
    take_the_flood_in("novice");
    until(&folder().join("offers"));
    novice.answer(&novice.consent(), true);
    novice.session();
    say("was offered help");
    until(&folder().join("with"));
    novice.send(Ask::NoviceDisconnect);
    novice.send(Ask::save_settings(
        &novice.view().settings,
        SettingsView {
            allow_offers: false,
            ..settings
        },
    ));
    novice.wait("the setting", |view| {
        (!view.settings.allow_offers).then_some(())
    });
    until(&folder().join("gone"));
}

/// Looks for the novice, offers help to what was found, and sees it go.
fn helper() {
    let helper = someone();
    let key = engine::identity(&helper.store()).unwrap().fingerprint();
    let (from, until_then) = (
        Utc::now() - TimeDelta::days(1),
        Utc::now() + TimeDelta::days(1),
    );
    let card = HelperCard::new("Jan", "", key, from, until_then).unwrap();
    fs::write(folder().join("card"), card.to_text()).unwrap();
    say("card");
    helper.send(Ask::LookNearby(true));
    let seen = |list: &[NearbyComputer]| {
        let novice =
            |computer: &&NearbyComputer| computer.address.ip() == Ipv4Addr::new(10, 9, 0, 1);
        list.iter().find(novice).cloned()
    };
    let novice = helper.wait("the novice", |view| seen(&view.nearby.computers));
    assert!(!novice.name.is_empty());
    say("sees the novice");
    helper.wait("one of the lies", |view| {
        let mut names = view.nearby.computers.iter().map(|computer| &computer.name);
        names.any(|name| name == "Bank").then_some(())
    });
    fs::write(folder().join("bank"), "").unwrap();
    helper.wait("all the others", |view| {
        (view.nearby.computers.len() >= MAX_NEARBY).then_some(())
    });
    let list = helper.view().nearby.computers.clone();
    assert!(list.len() == MAX_NEARBY, "{}", list.len());
    for NearbyComputer { name, address } in &list {
        let is_clean = |sign: char| !sign.is_control() && sign != '\u{202e}';
        assert!(
            name.chars().all(is_clean) && name.chars().count() <= 60,
            "{name:?}"
        );
        assert!(
            address.port() != 0 && !address.ip().is_loopback(),
            "{address}"
        );
    }
    assert_eq!(seen(&list), Some(novice.clone()), "still there");
    say("sees only what is clean");
    take_the_flood_in("helper");
    until(&folder().join("silent"));
    // Looked for anew, and found among what is left.
    look_at_another_page(&helper);
    helper.send(Ask::LookNearby(true));
    let novice = helper.wait("the novice again", |view| seen(&view.nearby.computers));
    say("finds the novice again");
    fs::write(folder().join("offers"), "").unwrap();
    helper.send(Ask::Offer(novice.address.to_string()));
    helper.console();
    say("is with the novice");
    fs::write(folder().join("with"), "").unwrap();
    helper.wait("the end", |view| {
        matches!(view.expert, ExpertView::Ended { .. }).then_some(())
    });
    helper.wait("the novice to go", |view| {
        seen(&view.nearby.computers).is_none().then_some(())
    });
    say("sees the novice go");
    fs::write(folder().join("gone"), "").unwrap();
    look_at_another_page(&helper);
}

fn look_at_another_page(helper: &Person) {
    helper.send(Ask::LookNearby(false));
    helper.wait("an empty page", |view| {
        view.nearby.computers.is_empty().then_some(())
    });
}

/// Waits until this process has taken in its part of the flood, and holds that it does not grow with it.
fn take_the_flood_in(role: &str) {
    fs::write("/proc/self/clear_refs", "5").unwrap(); // the most memory that was used, from now on
    let (memory_before, heard_before) = (most_memory_kib(), datagrams_heard());
    let since = Instant::now();
    loop {
        let growth = most_memory_kib() - memory_before;
        let heard = datagrams_heard() - heard_before;
        let so_far = format!("the {role} grew by {growth} KiB over {heard} messages");
        assert!(growth <= MAX_GROWTH_KIB, "{so_far}");
        if heard >= FLOOD {
            println!("{so_far}");
            break;
        }
        assert!(since.elapsed() < FLOOD_TIME, "not heard: {so_far}");
        thread::sleep(AGAIN_AFTER);
    }
    fs::write(folder().join(format!("flooded-{role}")), "").unwrap();
    say("takes the flood in");
}

fn most_memory_kib() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let words = most.unwrap().split_whitespace().next();
    words.unwrap().parse().unwrap()
}

/// How many messages the programs of this network namespace have taken from the system.
fn datagrams_heard() -> u64 {
    let counts = fs::read_to_string("/proc/net/snmp").unwrap();
    let mut rows = counts.lines().filter_map(|line| line.strip_prefix("Udp: "));
    let (names, values) = (rows.next().unwrap(), rows.next().unwrap());
    let mut counts = names.split(' ').zip(values.split(' '));
    let (_, heard) = counts.find(|(name, _)| *name == "InDatagrams").unwrap();
    heard.parse().unwrap()
}

/// On another network; its own announcement is what it waits for, so that it was certainly listening.
fn far() {
    let far = someone();
    far.send(Ask::LookNearby(true));
    until(&folder().join("card"));
    let _said_again_and_again = thread::spawn(|| {
        while !folder().join("gone").exists() {
            shout(&[answer(b"Own", 5000, [10, 9, 1, 77])]);
            thread::sleep(AGAIN_AFTER);
        }
    });
    far.wait("what is said on its own network", |view| {
        let names: Vec<_> = view
            .nearby
            .computers
            .iter()
            .map(|found| &found.name)
            .collect();
        (names == ["Own"]).then_some(())
    });
    say("sees nobody");
    until(&folder().join("gone"));
}

/// Says a great deal that is not so.
fn liar() {
    let mut lies: Vec<Vec<u8>> = vec![
        vec![],
        vec![0xff; 1400],
        answer(b"", 5000, [10, 9, 0, 4]),
        answer(b"\x1b[31m\x07\x00", 5000, [10, 9, 0, 5]),
        answer("a\u{202e}b".as_bytes(), 5000, [10, 9, 0, 6]),
        answer(&[b'x'; 63], 5000, [10, 9, 0, 7]),
        answer(b"\xff\xfe\xfd", 5000, [10, 9, 0, 8]),
        answer(b"no port", 0, [10, 9, 0, 9]),
        answer(b"loopback", 5000, [127, 0, 0, 1]),
        answer(b"multicast", 5000, [224, 0, 0, 251]),
        answer(b"nowhere", 5000, [0, 0, 0, 0]),
    ];
    let whole = answer(b"cut", 5000, [10, 9, 0, 10]);
    lies.extend((0..whole.len()).map(|length| whole[..length].to_vec()));
    lies.extend((100..130).map(|n| answer(format!("pc {n}").as_bytes(), 5000, [10, 9, 0, n])));
    shout(&lies);
    say("lied");
    // In a flood words are lost; these are said until they were heard.
    while !folder().join("bank").exists() {
        shout(&[answer("Bank \u{7}".as_bytes(), 5000, [10, 9, 0, 3])]);
        thread::sleep(AGAIN_AFTER);
    }
    flood();
    fs::write(folder().join("silent"), "").unwrap();
    say("is silent");
}

/// Says what was never said before, as fast as it goes, until everybody has taken in enough of it: made-up computers, halves of
/// answers, and questions.
fn flood() {
    let (voice, everybody) = (voice(), (Ipv4Addr::new(224, 0, 0, 251), 5353));
    let has_enough = |role: &str| folder().join(format!("flooded-{role}")).exists();
    let mut number = 0_u32;
    while !(has_enough("helper") && has_enough("novice")) {
        for _ in 0..500 {
            number += 1;
            let [_, b, c, d] = number.to_be_bytes();
            let name = format!("more {number}");
            for packet in [
                answer(name.as_bytes(), 5000, [10, 100 + b, c, d]),
                address_alone(name.as_bytes(), [10, 200 + b, c, d]),
                answer(name.to_uppercase().as_bytes(), 5001, [10, 150 + b, c, d]),
                question(),
            ] {
                voice.send_to(&packet, everybody).unwrap();
            }
        }
    }
}

/// An answer of mDNS that says: the service `name` is at this port and address.
fn answer(name: &[u8], port: u16, address: [u8; 4]) -> Vec<u8> {
    let service = labels(&[b"_hulp", b"_tcp", b"local"]);
    let full = labels(&[name, b"_hulp", b"_tcp", b"local"]);
    let host = labels(&[name, b"local"]);
    let place = [&[0, 0, 0, 0][..], &port.to_be_bytes(), &host].concat();
    said(&[
        record(&service, 12, &full),
        record(&full, 33, &place),
        record(&full, 16, &[0]),
        record(&host, 1, &address),
    ])
}

/// An answer that says where a computer is, and nothing of a service.
fn address_alone(name: &[u8], address: [u8; 4]) -> Vec<u8> {
    said(&[record(&labels(&[name, b"local"]), 1, &address)])
}

/// Who takes offers?
fn question() -> Vec<u8> {
    let service = labels(&[b"_hulp", b"_tcp", b"local"]);
    [
        &[0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0][..],
        &service,
        &[0, 12, 0, 1],
    ]
    .concat()
}

fn said(records: &[Vec<u8>]) -> Vec<u8> {
    let header = [0, 0, 0x84, 0, 0, 0, 0, records.len() as u8, 0, 0, 0, 0];
    [&header[..], &records.concat()].concat()
}

fn record(owner: &[u8], kind: u16, data: &[u8]) -> Vec<u8> {
    let (kind, class, lasts) = (
        kind.to_be_bytes(),
        1_u16.to_be_bytes(),
        120_u32.to_be_bytes(),
    );
    let length = (data.len() as u16).to_be_bytes();
    [owner, &kind, &class, &lasts, &length, data].concat()
}

fn labels(labels: &[&[u8]]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for label in labels {
        bytes.push(label.len() as u8);
        bytes.extend_from_slice(label);
    }
    bytes.push(0);
    bytes
}

fn shout(packets: &[Vec<u8>]) {
    let voice = voice();
    for packet in packets {
        let everybody = (Ipv4Addr::new(224, 0, 0, 251), 5353);
        voice.send_to(packet, everybody).unwrap();
    }
}

/// Speaks from the port of mDNS, where nobody else would be listened to, beside the Hulp that is there.
fn voice() -> UdpSocket {
    let socket = Socket::new(Domain::IPV4, Type::DGRAM, None).unwrap();
    socket.set_reuse_address(true).unwrap();
    socket.set_reuse_port(true).unwrap();
    let here = SocketAddr::from((Ipv4Addr::UNSPECIFIED, 5353));
    socket.bind(&here.into()).unwrap();
    socket.into()
}

fn someone() -> Person {
    let person = Person::settled_as(|config| config.nearby = true);
    let settings = SettingsView {
        port: free_port(),
        relays: Relays::None,
        ..person.view().settings.clone()
    };
    person.send(Ask::save_settings(&person.view().settings, settings));
    person
}

fn folder() -> PathBuf {
    std::env::var_os(FOLDER).unwrap().into()
}

fn say(what: &str) {
    println!("\n{SAID}{what}");
}

/// Waits for a file that another role leaves.
fn until(file: &Path) {
    while !file.exists() {
        thread::sleep(AGAIN_AFTER);
    }
}

/// Somebody in a network namespace.
struct Role {
    process: Child,
    said: Lines<BufReader<ChildStdout>>,
    heard: Vec<String>,
}

impl Role {
    fn start(name: &str) -> Self {
        let mut command = Command::new("nsenter");
        command.arg(format!("--net=/run/netns/hulpn-{name}"));
        command.arg(std::env::current_exe().unwrap());
        command.args(["--exact", "stage", "--ignored", "--nocapture"]);
        command.env(ROLE, name).stdout(Stdio::piped());
        let mut process = command.spawn().unwrap();
        let said = BufReader::new(process.stdout.take().unwrap()).lines();
        Self {
            process,
            said,
            heard: vec![],
        }
    }

    /// Reads on until this was said.
    fn awaits(&mut self, what: &str) {
        for line in self.said.by_ref() {
            let line = line.unwrap();
            if line.strip_prefix(SAID) == Some(what) {
                return;
            }
            self.heard.push(line);
        }
        panic!("{what} was not said, but {:#?}", self.heard);
    }
}

impl Drop for Role {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn run(program: &str, arguments: &[&str]) {
    let status = Command::new(program).args(arguments).status().unwrap();
    assert!(status.success(), "{program} {arguments:?}");
}
