//! Floods at the door.

use std::{
    io::{Read, Write},
    net::{IpAddr, Ipv4Addr, SocketAddr, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use hulp::{
    engine::{Command, End, ExpertEnd, ListenView},
    store::LogEvent,
};
use socket2::{Domain, Socket, Type};

use super::people::{PATIENCE, Person, forge, read};

/// What an attacker does with a connection.
type Attack = fn(TcpStream, &AtomicBool);

/// Attackers who come again and again until this is dropped.
struct Flood(Arc<AtomicBool>, Vec<thread::JoinHandle<()>>);

impl Flood {
    /// One attacker at each of these addresses.
    fn start(port: u16, from: impl Iterator<Item = u8>, attack: Attack) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let attackers = from.map(|last| {
            let stop = stop.clone();
            thread::spawn(move || {
                while !stop.load(Ordering::SeqCst) {
                    match connect_from(last, port) {
                        Some(stream) => attack(stream, &stop),
                        None => thread::yield_now(),
                    }
                }
            })
        });
        let attackers = attackers.collect();
        Self(stop, attackers)
    }
}

impl Drop for Flood {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
        for attacker in self.1.drain(..) {
            attacker.join().unwrap();
        }
    }
}

fn connect_from(last: u8, port: u16) -> Option<TcpStream> {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).ok()?;
    let own = SocketAddr::from((Ipv4Addr::new(127, 0, 1, last), 0));
    socket.bind(&own.into()).ok()?;
    let novice = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    socket
        .connect_timeout(&novice.into(), Duration::from_secs(1))
        .ok()?;
    let stream = TcpStream::from(socket);
    stream
        .set_read_timeout(Some(Duration::from_millis(50)))
        .ok()?;
    stream
        .set_write_timeout(Some(Duration::from_millis(50)))
        .ok()?;
    Some(stream)
}

/// A megabyte that is no TLS.
fn random_bytes(mut stream: TcpStream, _: &AtomicBool) {
    let mut state = 1_u32;
    let mut bytes = [0; 4096];
    for _ in 0..256 {
        bytes.fill_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        });
        if stream.write_all(&bytes).is_err() {
            return;
        }
    }
}

/// Takes a seat and says nothing.
fn silence(mut stream: TcpStream, stop: &AtomicBool) {
    while !stop.load(Ordering::SeqCst) {
        match stream.read(&mut [0; 16]) {
            Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {}
            _ => return,
        }
    }
}

/// The start of a TLS handshake, a byte at a time.
fn drops(mut stream: TcpStream, stop: &AtomicBool) {
    let hello = [
        0x16, 0x03, 0x01, 0x40, 0x00, 0x01, 0x00, 0x3f, 0xfc, 0x03, 0x03,
    ];
    for byte in hello.iter().chain(std::iter::repeat(&0)) {
        let closed = stream.read(&mut [0; 16]).is_ok();
        if stop.load(Ordering::SeqCst) || closed || stream.write_all(&[*byte]).is_err() {
            return;
        }
    }
}

/// Memory of this process that is in use, in MB.
pub fn memory_mb() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmRSS:"))
        .unwrap();
    line.split_whitespace()
        .nth(1)
        .unwrap()
        .parse::<usize>()
        .unwrap()
        / 1024
}

#[test]
#[cfg(target_os = "linux")] // every address of 127.0.0.0/8 is one's own there
fn a_good_helper_gets_in_through_a_flood() {
    let (novice, expert) = (Person::new(), Person::new());
    let last = novice.invite(None);
    let ListenView::On { port } = novice.view().novice.listen else {
        panic!("it listens");
    };
    let before = memory_mb();
    {
        let _random = Flood::start(port, 1..8, random_bytes);
        let _silent = Flood::start(port, (20..40).chain(20..40).chain(20..40), silence);
        let _slow = Flood::start(port, 50..58, drops);
        for _ in 0..3 {
            let file = novice.invite(None);
            forge(&file, |invitation| {
                invitation.addresses = vec![(IpAddr::V4(Ipv4Addr::LOCALHOST), port).into()];
            });
            expert.connect(&file, None);
            novice.answer(&novice.consent(), true);
            novice
                .desktop
                .fill(hulp::screen::Rect::new(1, 2, 30, 40), 0x00ff_00ff);
            expert.sees(&novice.desktop.screen());
            novice.send(Command::NoviceDisconnect);
            assert_eq!(expert.outcome(), ExpertEnd::Ended(End::NoviceLeft));
            novice.wait("the end", |view| {
                view.novice.session.is_none().then_some(())
            });
        }
        let grown = memory_mb().saturating_sub(before);
        assert!(grown < 100, "{grown} MB more in use");
    }
    novice.send(Command::Withdraw(read(&last).id));
    novice.wait("the closed port", |view| {
        (view.novice.listen == ListenView::Off).then_some(())
    });
    novice.close();
    let log = novice.log();
    let came: Vec<_> = log
        .iter()
        .filter_map(|event| match event {
            LogEvent::BadConnection { what, .. } => Some(what.as_str()),
            _ => None,
        })
        .collect();
    for what in ["no Hulp", "too many"] {
        let told = came.iter().any(|line| line.contains(what));
        assert!(told, "{what}: {came:#?}");
    }
    assert!(
        came.len() < 150,
        "a flood does not fill the log: {}",
        came.len()
    );
}

#[test]
fn whoever_is_too_slow_is_sent_away_and_named() {
    let novice = Person::new();
    novice.invite(None);
    let ListenView::On { port } = novice.view().novice.listen else {
        panic!("it listens");
    };
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    assert_eq!(stream.read(&mut [0; 16]).unwrap(), 0, "closed");
    let own = stream.local_addr().unwrap();
    let named = |log: &[LogEvent]| {
        log.iter().any(|event| match event {
            LogEvent::BadConnection { address, what, .. } => {
                *address == own && what.as_str().contains("in time")
            }
            _ => false,
        })
    };
    let told = novice
        .desktop
        .wait_until(PATIENCE, |_| named(&novice.log()));
    assert!(told, "{:#?}", novice.log());
}
