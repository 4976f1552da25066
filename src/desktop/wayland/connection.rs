//! A connection to the compositor, on which nothing is waited for without a deadline.

use std::{
    env,
    os::unix::net::UnixStream,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use wayland_client::{
    Connection, Dispatch, DispatchError, EventQueue, Proxy, QueueHandle,
    backend::WaylandError,
    protocol::{wl_callback, wl_registry},
};

use super::{capture::Shot, outputs::Outputs, own_windows::Seats};
use crate::desktop::{CaptureError, DesktopError};

/// So long a compositor may take to answer: it is busy with a frame for some milliseconds, and hangs after seconds.
pub(super) const ANSWERS_WITHIN: Duration = Duration::from_secs(3);
/// The most globals of a compositor that are listed; the largest desktops have under a hundred.
const MAX_GLOBALS: usize = 1024;

/// Why the compositor cannot be asked any more.
#[derive(Debug, thiserror::Error)]
pub(super) enum Trouble {
    #[error("the Wayland desktop is gone: {0}")]
    Gone(String),
    #[error("the Wayland desktop has not answered for {} seconds", ANSWERS_WITHIN.as_secs())]
    Silent,
}

/// A connection of our own, or a guest's place at the one of our window.
pub(super) struct Wire {
    connection: Connection,
    queue: EventQueue<News>,
    registry: wl_registry::WlRegistry,
    asked: u32,
    pub(super) news: News,
}

/// All that a compositor told us on one connection; each part is kept up to date by the file that it belongs to.
#[derive(Default)]
pub(super) struct News {
    /// The connection is that of our window, which takes every monitor of it for one of its own.
    is_guest: bool,
    globals: Vec<Global>,
    answered: u32,
    pub(super) outputs: Outputs,
    pub(super) shot: Shot,
    pub(super) seats: Seats,
}

struct Global {
    name: u32,
    interface: String,
    version: u32,
}

impl Wire {
    /// Connects to the compositor that listens there, or to the one that `WAYLAND_DISPLAY` names, and hears what it offers.
    pub(super) fn open(socket: Option<&Path>) -> Result<Self, DesktopError> {
        let path = socket.map_or_else(socket_of_environment, |path| Ok(path.to_owned()))?;
        let connected = UnixStream::connect(&path).map_err(|error| {
            DesktopError::NoDisplay(format!("{} does not answer: {error}", path.display()))
        })?;
        let connection = Connection::from_socket(connected)
            .map_err(|error| DesktopError::NoDisplay(error.to_string()))?;
        Ok(Self::on(connection, News::default())?)
    }

    /// A guest's place on the connection of our window: it hears of seats, and takes no monitor.
    pub(super) fn as_guest(connection: Connection) -> Result<Self, Trouble> {
        let news = News {
            is_guest: true,
            ..News::default()
        };
        Self::on(connection, news)
    }

    fn on(connection: Connection, news: News) -> Result<Self, Trouble> {
        let queue = connection.new_event_queue();
        let registry = connection.display().get_registry(&queue.handle(), ());
        let mut wire = Self {
            connection,
            queue,
            registry,
            asked: 0,
            news,
        };
        wire.roundtrip()?;
        // What was bound when its global was told has told of itself after this.
        wire.roundtrip()?;
        Ok(wire)
    }

    /// For requests that make something.
    pub(super) fn handle(&self) -> QueueHandle<News> {
        self.queue.handle()
    }

    /// Whether the compositor has this interface, in this version at least.
    pub(super) fn offers<I: Proxy>(&self, version: u32) -> bool {
        self.global::<I>().is_some_and(|g| g.version >= version)
    }

    /// The compositor's object of this interface, in this version at most.
    pub(super) fn bind<I: Proxy + 'static>(&self, version: u32) -> Option<I>
    where
        News: Dispatch<I, ()>,
    {
        let global = self.global::<I>()?;
        let version = version.min(global.version);
        Some((self.registry).bind(global.name, version, &self.handle(), ()))
    }

    fn global<I: Proxy>(&self) -> Option<&Global> {
        let wanted = I::interface().name;
        (self.news.globals.iter()).find(|global| global.interface == wanted)
    }

    /// Sends what waits to be sent. To be called often enough that it never gets to be much: libwayland keeps four kilobytes.
    pub(super) fn send(&mut self) -> Result<(), Trouble> {
        let deadline = Instant::now() + ANSWERS_WITHIN;
        loop {
            match self.connection.flush() {
                Ok(()) => return Ok(()),
                Err(WaylandError::Io(error)) if error.kind() == std::io::ErrorKind::WouldBlock => {
                    let fd = self.connection.backend();
                    if !ready(&fd.poll_fd(), PollFlags::OUT, deadline)? {
                        return Err(Trouble::Silent);
                    }
                }
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Waits until the compositor has done all that was asked of it so far, and has told what came of it.
    pub(super) fn roundtrip(&mut self) -> Result<(), Trouble> {
        self.asked = self.asked.wrapping_add(1);
        let asked = self.asked;
        self.connection.display().sync(&self.handle(), asked);
        match self.until(Instant::now() + ANSWERS_WITHIN, |news| {
            news.answered == asked
        })? {
            true => Ok(()),
            false => Err(Trouble::Silent),
        }
    }

    /// Takes what has come already.
    pub(super) fn take_news(&mut self) -> Result<(), Trouble> {
        self.until(Instant::now(), |_| false).map(drop)
    }

    /// Takes what the compositor tells until `done` holds, or until the deadline; says whether it holds.
    pub(super) fn until(
        &mut self,
        deadline: Instant,
        done: impl Fn(&News) -> bool,
    ) -> Result<bool, Trouble> {
        self.send()?;
        loop {
            self.queue.dispatch_pending(&mut self.news)?;
            if done(&self.news) {
                return Ok(true);
            }
            // Nothing is read while something that was read waits to be taken.
            let Some(guard) = self.queue.prepare_read() else {
                continue;
            };
            if !ready(&guard.connection_fd(), PollFlags::IN, deadline)? {
                return Ok(false);
            }
            match guard.read() {
                Ok(_) => {}
                // Somebody else on this connection has read it.
                Err(WaylandError::Io(error)) if error.kind() == std::io::ErrorKind::WouldBlock => {}
                Err(error) => return Err(error.into()),
            }
            // What is told may have been answered with requests, such as a new output's binding.
            self.send()?;
        }
    }
}

/// Where the compositor of this session listens.
fn socket_of_environment() -> Result<PathBuf, DesktopError> {
    let lacks = |name: &str| DesktopError::NoDisplay(format!("{name} is not set"));
    let name = env::var_os("WAYLAND_DISPLAY").filter(|name| !name.is_empty());
    let name = PathBuf::from(name.ok_or_else(|| lacks("WAYLAND_DISPLAY"))?);
    if name.is_absolute() {
        return Ok(name);
    }
    let folder = env::var_os("XDG_RUNTIME_DIR").ok_or_else(|| lacks("XDG_RUNTIME_DIR"))?;
    Ok(PathBuf::from(folder).join(name))
}

/// Waits until something can be read or written there, or until the deadline; says whether it can.
fn ready(fd: &impl std::os::fd::AsFd, what: PollFlags, deadline: Instant) -> Result<bool, Trouble> {
    loop {
        let left = deadline.saturating_duration_since(Instant::now());
        let timeout = Timespec::try_from(left).ok();
        match poll(&mut [PollFd::new(fd, what)], timeout.as_ref()) {
            Ok(count) => return Ok(count > 0),
            Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(Trouble::Gone(error.to_string())),
        }
    }
}

impl Dispatch<wl_registry::WlRegistry, ()> for News {
    fn event(
        news: &mut Self,
        registry: &wl_registry::WlRegistry,
        event: wl_registry::Event,
        (): &(),
        _: &Connection,
        handle: &QueueHandle<Self>,
    ) {
        match event {
            wl_registry::Event::Global {
                name,
                interface,
                version,
            } if news.globals.len() < MAX_GLOBALS => {
                if !news.is_guest {
                    news.outputs
                        .found(registry, name, &interface, version, handle);
                }
                news.seats
                    .found(registry, name, &interface, version, handle);
                news.globals.push(Global {
                    name,
                    interface,
                    version,
                });
            }
            wl_registry::Event::GlobalRemove { name } => {
                news.outputs.lost(name);
                news.seats.lost(name);
                news.globals.retain(|global| global.name != name);
            }
            _ => {}
        }
    }
}

impl Dispatch<wl_callback::WlCallback, u32> for News {
    fn event(
        news: &mut Self,
        _: &wl_callback::WlCallback,
        event: wl_callback::Event,
        asked: &u32,
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        if let wl_callback::Event::Done { .. } = event {
            news.answered = *asked;
        }
    }
}

impl From<WaylandError> for Trouble {
    fn from(error: WaylandError) -> Self {
        Self::Gone(error.to_string())
    }
}

impl From<DispatchError> for Trouble {
    fn from(error: DispatchError) -> Self {
        Self::Gone(error.to_string())
    }
}

impl From<Trouble> for DesktopError {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Gone(_) => Self::NoDisplay(trouble.to_string()),
            Trouble::Silent => Self::Refused(trouble.to_string()),
        }
    }
}

impl From<Trouble> for CaptureError {
    fn from(trouble: Trouble) -> Self {
        Self(trouble.to_string())
    }
}
