//! Ports for programs that are started later, and for nobody at all.

use std::{
    net::TcpListener,
    sync::atomic::{AtomicU16, Ordering},
};

/// Below those that systems give to whoever wants just any port (Linux: 32768 and up), so that no connection of some other test's
/// comes to use one before its program does.
const FIRST: u16 = 20_000;
const COUNT: u16 = 10_000;

/// A port that nobody uses, and that nobody else in this process is told. Tests in other processes begin somewhere else.
pub fn free_port() -> u16 {
    static GIVEN: AtomicU16 = AtomicU16::new(0);
    let begin = std::process::id().wrapping_mul(97);
    loop {
        let number = u32::from(GIVEN.fetch_add(1, Ordering::Relaxed));
        let offset = begin.wrapping_add(number) % u32::from(COUNT);
        let port = FIRST + u16::try_from(offset).expect("under ten thousand");
        if TcpListener::bind(("0.0.0.0", port)).is_ok() {
            return port;
        }
    }
}
