//! The few socket options that decide how quickly a word reaches the other side, and how soon a dead line is noticed.

use std::{io, time::Duration};

use socket2::{SockRef, TcpKeepalive};
use tokio::net::TcpStream;

/// How long a silent line is left alone before TCP itself asks whether it still lives. The session's own pings are quicker;
/// this also ends connections that never came so far.
const KEEP_ALIVE_AFTER: Duration = Duration::from_secs(10);
/// How often TCP asks then.
const KEEP_ALIVE_EVERY: Duration = Duration::from_secs(5);

/// Sets the options on a fresh connection.
///
/// # Errors
/// When the system refuses the first two, which every system has.
pub(super) fn tune(stream: &TcpStream) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let socket = SockRef::from(stream);
    let keep_alive = TcpKeepalive::new()
        .with_time(KEEP_ALIVE_AFTER)
        .with_interval(KEEP_ALIVE_EVERY);
    socket.set_tcp_keepalive(&keep_alive)?;
    if let Err(error) = system::limit_unsent(&socket) {
        tracing::debug!(%error, "unsent bytes cannot be limited here");
    }
    Ok(())
}

#[cfg(any(target_os = "linux", target_os = "android"))]
mod system {
    use std::io;

    use socket2::SockRef;

    /// The most bytes that wait in the kernel before the network takes them. More would only make a queue there which no
    /// urgent message can pass: on a slow line, seconds of old pictures.
    const MAX_UNSENT_BYTES: u32 = 16 * 1024;

    pub(super) fn limit_unsent(socket: &SockRef<'_>) -> io::Result<()> {
        socket.set_tcp_notsent_lowat(MAX_UNSENT_BYTES)
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
mod system {
    use std::io;

    use socket2::SockRef;

    /// Without a limit on unsent bytes alone, a small buffer keeps the queue short; it also limits the speed of far lines.
    const SEND_BUFFER_BYTES: usize = 256 * 1024;

    pub(super) fn limit_unsent(socket: &SockRef<'_>) -> io::Result<()> {
        socket.set_send_buffer_size(SEND_BUFFER_BYTES)
    }
}
