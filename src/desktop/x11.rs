//! What the X11 parts share: a connection, the shared monitor, and waiting for news.

use std::{io, path::PathBuf, time::Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use x11rb::{
    connection::{Connection, RequestConnection},
    errors::{ConnectError, ConnectionError, ReplyError, ReplyOrIdError},
    protocol::{
        Event,
        randr::{self, ConnectionExt as _},
        xproto::{ChangeWindowAttributesAux, ConnectionExt as _, EventMask, Window},
    },
    rust_connection::RustConnection,
};

use super::{
    Capture, CaptureError, Desktop, DesktopError, Edge, Injector, LocalInputSink, NativeWindow,
    Pane, PaneSink, StopKeys,
    capture::{X11Capture, XcapCapture},
    edge::X11Edge,
    inject::X11Injector,
    monitor::Monitor,
    pane::X11Pane,
};
use crate::screen::Rect;

/// A desktop on an X server.
pub struct X11Desktop {
    /// Which server; without, the one that `DISPLAY` names.
    display: Option<String>,
    guard: Option<PathBuf>,
    edge: X11Edge,
}

impl X11Desktop {
    /// The desktop of this display, such as `:1`; without a name of the one that `DISPLAY` names.
    pub fn new(display: Option<String>) -> Self {
        let edge = X11Edge::new(display.clone());
        Self {
            display,
            guard: None,
            edge,
        }
    }

    /// With a program, our own, that calls [`super::guard_held_keys`] when it is started with [`super::GUARD_ARGUMENT`]: it
    /// releases what the expert holds if this process is killed.
    pub fn guarded_by(self, program: Option<PathBuf>) -> Self {
        Self {
            guard: program,
            ..self
        }
    }
}

impl Desktop for X11Desktop {
    fn capture(&self) -> Result<Box<dyn Capture>, DesktopError> {
        let display = Display::open(self.display.as_deref())?;
        if display.is_xwayland()? {
            return Err(DesktopError::Unsupported(
                "this X server is part of a Wayland desktop and does not see its screen".into(),
            ));
        }
        match X11Capture::open(display) {
            // A screen of few colours; xcap asks `DISPLAY`, no other.
            Err(DesktopError::Unsupported(_)) if self.display.is_none() => {
                Ok(Box::new(XcapCapture::open()?))
            }
            opened => Ok(Box::new(opened?)),
        }
    }

    fn injector(&self, sink: LocalInputSink) -> Result<Box<dyn Injector>, DesktopError> {
        let injector = X11Injector::open(self.display.as_deref(), self.guard.as_deref(), sink)?;
        Ok(Box::new(injector))
    }

    fn stop_keys(&self) -> StopKeys {
        StopKeys::Everywhere
    }

    fn show_edge(&self, edge: Edge) {
        self.edge.show(edge);
    }

    fn open_pane(
        &self,
        parent: NativeWindow,
        sink: PaneSink,
    ) -> Result<Box<dyn Pane>, DesktopError> {
        let pane = X11Pane::open(self.display.as_deref(), parent, sink)?;
        Ok(Box::new(pane))
    }
}

/// A connection to the X server.
pub(super) struct Display {
    pub(super) conn: RustConnection,
    pub(super) root: Window,
    /// Bits per pixel that mean something.
    pub(super) depth: u8,
}

impl Display {
    /// Connects.
    pub(super) fn open(name: Option<&str>) -> Result<Self, DesktopError> {
        let (conn, number) = RustConnection::connect(name)?;
        let screen = &conn.setup().roots[number];
        let (root, depth) = (screen.root, screen.root_depth);
        Ok(Self { conn, root, depth })
    }

    /// Whether this X server lives inside a Wayland desktop, whose screen and keys it neither sees nor moves.
    pub(super) fn is_xwayland(&self) -> Result<bool, ReplyError> {
        let extension = self.conn.query_extension(b"XWAYLAND")?.reply()?;
        if extension.present {
            return Ok(true);
        }
        // Before XWAYLAND 23.1 only the names of the outputs tell.
        let resources = self.conn.randr_get_screen_resources_current(self.root)?;
        let Ok(resources) = resources.reply() else {
            return Ok(false);
        };
        let Some(output) = resources.outputs.first() else {
            return Ok(false);
        };
        let stamp = resources.config_timestamp;
        let output = self.conn.randr_get_output_info(*output, stamp)?.reply()?;
        Ok(output.name.starts_with(b"XWAYLAND"))
    }

    /// The monitor that is shared: the primary one; where none is, the first; where there are no monitors, all of the root.
    pub(super) fn shared_monitor(&self) -> Result<Monitor, ReplyError> {
        let root = self.conn.get_geometry(self.root)?;
        let monitors = if self
            .conn
            .extension_information(randr::X11_EXTENSION_NAME)?
            .is_some()
        {
            let monitors = self.conn.randr_get_monitors(self.root, true)?.reply();
            monitors.map(|reply| reply.monitors).unwrap_or_default()
        } else {
            Vec::new()
        };
        let root = root.reply()?;
        let whole = Rect::new(0, 0, root.width.into(), root.height.into());
        let chosen = monitors.iter().find(|m| m.primary).or(monitors.first());
        let rect = chosen
            .and_then(|m| {
                let (x, y) = (u32::try_from(m.x).ok()?, u32::try_from(m.y).ok()?);
                // While a mode is being changed a monitor may stick out of the root, where nothing can be fetched.
                Rect::new(x, y, m.width.into(), m.height.into()).intersection(whole)
            })
            .unwrap_or(whole);
        Ok(Monitor { rect })
    }

    /// Asks for an event whenever monitors change; [`Display::is_about_monitors`] knows it.
    pub(super) fn watch_monitors(&self) -> Result<(), ConnectionError> {
        if self
            .conn
            .extension_information(randr::X11_EXTENSION_NAME)?
            .is_some()
        {
            // An older server than 1.5 has no monitors but tells of a change of size all the same.
            self.conn.randr_query_version(1, 5)?;
            let changes = randr::NotifyMask::SCREEN_CHANGE
                | randr::NotifyMask::CRTC_CHANGE
                | randr::NotifyMask::OUTPUT_CHANGE;
            self.conn.randr_select_input(self.root, changes)?;
        }
        // Monitors that a user defined change without any of those, but the root window tells.
        let look = ChangeWindowAttributesAux::new().event_mask(EventMask::STRUCTURE_NOTIFY);
        self.conn.change_window_attributes(self.root, &look)?;
        Ok(())
    }

    /// Whether an event tells that monitors may have changed.
    pub(super) fn is_about_monitors(&self, event: &Event) -> bool {
        match event {
            Event::RandrNotify(_) | Event::RandrScreenChangeNotify(_) => true,
            Event::ConfigureNotify(event) => event.window == self.root,
            _ => false,
        }
    }

    /// Sends what is waiting to be sent, then sleeps until there is something to read, or until `deadline`, or without
    /// end; says whether there is. Events that were read already must have been taken before.
    pub(super) fn wait_readable(&self, deadline: Option<Instant>) -> Result<bool, ConnectionError> {
        self.conn.flush()?;
        loop {
            let timeout = match deadline {
                None => None,
                Some(deadline) => {
                    let left = deadline.saturating_duration_since(Instant::now());
                    // Longer than what poll can tell is as good as without end.
                    Timespec::try_from(left).ok()
                }
            };
            let mut fds = [PollFd::new(self.conn.stream(), PollFlags::IN)];
            match poll(&mut fds, timeout.as_ref()) {
                Ok(ready) => return Ok(ready > 0),
                Err(rustix::io::Errno::INTR) => {}
                Err(error) => return Err(io::Error::from(error).into()),
            }
        }
    }
}

impl From<ConnectError> for DesktopError {
    fn from(error: ConnectError) -> Self {
        Self::NoDisplay(error.to_string())
    }
}

impl From<ConnectionError> for DesktopError {
    fn from(error: ConnectionError) -> Self {
        match error {
            ConnectionError::UnsupportedExtension => Self::Unsupported(error.to_string()),
            _ => Self::NoDisplay(error.to_string()),
        }
    }
}

impl From<ReplyError> for DesktopError {
    fn from(error: ReplyError) -> Self {
        match error {
            ReplyError::ConnectionError(error) => error.into(),
            ReplyError::X11Error(error) => Self::Refused(format!("{error:?}")),
        }
    }
}

impl From<ReplyOrIdError> for DesktopError {
    fn from(error: ReplyOrIdError) -> Self {
        match error {
            ReplyOrIdError::ConnectionError(error) => error.into(),
            ReplyOrIdError::X11Error(error) => Self::Refused(format!("{error:?}")),
            ReplyOrIdError::IdsExhausted => Self::Refused(error.to_string()),
        }
    }
}

impl From<ConnectionError> for CaptureError {
    fn from(error: ConnectionError) -> Self {
        Self(error.to_string())
    }
}

impl From<ReplyError> for CaptureError {
    fn from(error: ReplyError) -> Self {
        Self(error.to_string())
    }
}

impl From<ReplyOrIdError> for CaptureError {
    fn from(error: ReplyOrIdError) -> Self {
        Self(error.to_string())
    }
}
