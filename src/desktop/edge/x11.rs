//! Four thin windows that stay on top and let every click through, on a connection and thread of their own.

use std::{
    sync::{Arc, Mutex, PoisonError},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use x11rb::{
    COPY_DEPTH_FROM_PARENT, COPY_FROM_PARENT,
    connection::{Connection, RequestConnection},
    errors::ReplyError,
    protocol::{
        Event,
        shape::{self, ConnectionExt as _},
        xproto::{
            AtomEnum, CLIENT_MESSAGE_EVENT, ChangeWindowAttributesAux, ClientMessageEvent,
            ClipOrdering, ConfigureWindowAux, ConnectionExt as _, CreateWindowAux, EventMask,
            StackMode, Window, WindowClass,
        },
    },
};

use super::sides::{colour, sides};
use crate::{
    desktop::{DesktopError, Edge, monitor::Monitor, x11::Display},
    screen::Rect,
};

/// How soon it is put on top again after another window was, at the earliest: another program may want the same for itself.
const RAISE_PACE: Duration = Duration::from_millis(300);
/// The colour that means the end.
const END: u32 = u32::MAX;

/// The edge of one display.
pub(in crate::desktop) struct X11Edge {
    display: Option<String>,
    shown: Mutex<Option<Shown>>,
}

struct Shown {
    display: Arc<Display>,
    /// Where new colours are sent to.
    window: Window,
    thread: Option<JoinHandle<()>>,
}

impl X11Edge {
    /// An edge that does not show yet.
    pub(in crate::desktop) fn new(display: Option<String>) -> Self {
        Self {
            display,
            shown: Mutex::new(None),
        }
    }

    /// Shows, changes or removes it.
    pub(in crate::desktop) fn show(&self, edge: Edge) {
        let colour = colour(edge);
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        let done = match (colour, shown.take()) {
            (None, _) => Ok(None),
            (Some(colour), Some(running)) => running.paint(colour).map(|()| Some(running)),
            (Some(colour), None) => Shown::start(self.display.as_deref(), colour).map(Some),
        };
        // The windows of Hulp say the same, so a session goes on without an edge.
        *shown = done.unwrap_or_else(|error| {
            tracing::warn!(%error, "the edge around the screen cannot be shown");
            None
        });
    }
}

impl Shown {
    fn start(name: Option<&str>, colour: u32) -> Result<Self, DesktopError> {
        let display = Arc::new(Display::open(name)?);
        let windows = Windows::make(Arc::clone(&display), colour)?;
        let window = windows.sides[0];
        let thread = thread::Builder::new()
            .name("hulp-edge".into())
            .spawn(move || windows.run())
            .map_err(|error| DesktopError::Refused(error.to_string()))?;
        Ok(Self {
            display,
            window,
            thread: Some(thread),
        })
    }

    fn paint(&self, colour: u32) -> Result<(), DesktopError> {
        let message = ClientMessageEvent {
            response_type: CLIENT_MESSAGE_EVENT,
            format: 32,
            sequence: 0,
            window: self.window,
            type_: AtomEnum::INTEGER.into(),
            data: [colour, 0, 0, 0, 0].into(),
        };
        let conn = &self.display.conn;
        conn.send_event(false, self.window, EventMask::NO_EVENT, message)?;
        Ok(conn.flush()?)
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        // Fails when the server is gone, which ends the thread as well.
        let _ = self.paint(END);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

struct Windows {
    display: Arc<Display>,
    monitor: Monitor,
    sides: [Window; 4],
    raised: Instant,
    must_raise: bool,
}

impl Windows {
    fn make(display: Arc<Display>, colour: u32) -> Result<Self, DesktopError> {
        let conn = &display.conn;
        // Before 1.1 a window cannot let clicks through.
        let shape = conn.extension_information(shape::X11_EXTENSION_NAME)?;
        let version = match shape {
            Some(_) => Some(conn.shape_query_version()?.reply()?),
            None => None,
        };
        if version.is_none_or(|v| (v.major_version, v.minor_version) < (1, 1)) {
            let text = "the X server's windows cannot let clicks through";
            return Err(DesktopError::Unsupported(text.into()));
        }
        display.watch_monitors()?;
        let events = EventMask::STRUCTURE_NOTIFY | EventMask::SUBSTRUCTURE_NOTIFY;
        let restacked = ChangeWindowAttributesAux::new().event_mask(events);
        conn.change_window_attributes(display.root, &restacked)?;
        let monitor = display.shared_monitor()?;
        let mut windows = [0; 4];
        for (window, side) in windows.iter_mut().zip(sides(monitor.rect)) {
            *window = conn.generate_id()?;
            make_side(&display, *window, side, colour)?;
        }
        conn.flush()?;
        Ok(Self {
            display,
            monitor,
            sides: windows,
            raised: Instant::now(),
            must_raise: false,
        })
    }

    fn run(mut self) {
        if let Err(error) = self.tend() {
            tracing::warn!(%error, "the edge around the screen is gone");
        }
        // The message window is among them; the connection closes when its other owner is gone too.
        for side in self.sides {
            let _ = self.display.conn.destroy_window(side);
        }
        let _ = self.display.conn.flush();
    }

    fn tend(&mut self) -> Result<(), ReplyError> {
        loop {
            while let Some(event) = self.display.conn.poll_for_event()? {
                match event {
                    Event::ClientMessage(message) if self.sides.contains(&message.window) => {
                        match message.data.as_data32() {
                            [END, ..] => return Ok(()),
                            [colour, ..] => self.paint(colour)?,
                        }
                    }
                    event if self.display.is_about_monitors(&event) => self.place()?,
                    Event::ConfigureNotify(e) => self.must_raise |= !self.sides.contains(&e.window),
                    Event::MapNotify(e) => self.must_raise |= !self.sides.contains(&e.window),
                    _ => {}
                }
            }
            let due = self.raised + RAISE_PACE;
            if self.must_raise && due <= Instant::now() {
                self.raise()?;
            }
            self.display.wait_readable(self.must_raise.then_some(due))?;
        }
    }

    fn paint(&self, colour: u32) -> Result<(), ReplyError> {
        let look = ChangeWindowAttributesAux::new().background_pixel(colour);
        for side in self.sides {
            self.display.conn.change_window_attributes(side, &look)?;
            // The server paints it; that is all there is to draw.
            self.display.conn.clear_area(false, side, 0, 0, 0, 0)?;
        }
        Ok(())
    }

    fn raise(&mut self) -> Result<(), ReplyError> {
        self.must_raise = false;
        self.raised = Instant::now();
        let above = ConfigureWindowAux::new().stack_mode(StackMode::ABOVE);
        for side in self.sides {
            self.display.conn.configure_window(side, &above)?;
        }
        Ok(())
    }

    fn place(&mut self) -> Result<(), ReplyError> {
        let monitor = self.display.shared_monitor()?;
        if monitor == self.monitor {
            return Ok(());
        }
        self.monitor = monitor;
        for (window, side) in self.sides.into_iter().zip(sides(monitor.rect)) {
            let place = ConfigureWindowAux::new()
                .x(side.x as i32)
                .y(side.y as i32)
                .width(side.width)
                .height(side.height);
            self.display.conn.configure_window(window, &place)?;
        }
        Ok(())
    }
}

fn make_side(display: &Display, window: Window, side: Rect, colour: u32) -> Result<(), ReplyError> {
    let conn = &display.conn;
    // No window manager touches it.
    let looks = CreateWindowAux::new()
        .override_redirect(1)
        .background_pixel(colour);
    // It fits: a root window is at most 32767 pixels wide.
    conn.create_window(
        COPY_DEPTH_FROM_PARENT,
        window,
        display.root,
        side.x as i16,
        side.y as i16,
        side.width as u16,
        side.height as u16,
        0,
        WindowClass::INPUT_OUTPUT,
        COPY_FROM_PARENT,
        &looks,
    )?;
    let order = ClipOrdering::UNSORTED;
    conn.shape_rectangles(shape::SO::SET, shape::SK::INPUT, order, window, 0, 0, &[])?;
    conn.map_window(window)?;
    Ok(())
}
