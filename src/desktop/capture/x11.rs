//! An X server's screen: DAMAGE tells what changed, MIT-SHM brings it.

use std::time::{Duration, Instant};

use x11rb::{
    connection::{Connection, RequestConnection, SequenceNumber},
    errors::ReplyError,
    protocol::{
        ErrorKind, Event,
        damage::{self, ConnectionExt as _},
        shm::ConnectionExt as _,
        xfixes::{self, ConnectionExt as _},
        xproto::{ConnectionExt as _, ImageFormat, ImageOrder},
    },
};

use super::{parts, x11_cursor::X11Cursor};
use crate::{
    desktop::{
        Capture, CaptureError, CursorChange, DesktopError,
        monitor::Monitor,
        shared_memory::{SharedMemory, Writer},
        x11::Display,
    },
    screen::{Damage, Framebuffer, Rect, Size},
};

/// How often a picture is asked for again when the screen changes its size meanwhile.
const MAX_TRIES: usize = 5;
/// Every plane of a pixel.
const ALL_PLANES: u32 = !0;
/// The bits of a pixel that mean something.
const COLOURS: u32 = 0x00ff_ffff;

/// The shared monitor of an X server.
pub(in crate::desktop) struct X11Capture {
    display: Display,
    monitor: Monitor,
    damage: damage::Damage,
    region: xfixes::Region,
    memory: Option<SharedMemory>,
    cursor: X11Cursor,
    /// The monitors may have changed.
    monitor_is_stale: bool,
    /// Something was drawn since the last grab.
    picture_is_stale: bool,
    /// All of the next picture is new.
    whole: bool,
    /// DAMAGE's news from before this request is in the last picture.
    last_subtract: SequenceNumber,
}

impl X11Capture {
    /// Opens the shared monitor of this display.
    pub(in crate::desktop) fn open(display: Display) -> Result<Self, DesktopError> {
        check_format(&display)?;
        let conn = &display.conn;
        for extension in [damage::X11_EXTENSION_NAME, xfixes::X11_EXTENSION_NAME] {
            if conn.extension_information(extension)?.is_none() {
                let text = format!("the X server has no {extension} extension");
                return Err(DesktopError::Unsupported(text));
            }
        }
        conn.xfixes_query_version(5, 0)?;
        conn.damage_query_version(1, 1)?;
        let (damage, region) = (conn.generate_id()?, conn.generate_id()?);
        conn.xfixes_create_region(region, &[])?;
        let level = damage::ReportLevel::NON_EMPTY;
        conn.damage_create(damage, display.root, level)?.check()?;
        display.watch_monitors()?;
        let monitor = display.shared_monitor()?;
        let cursor = X11Cursor::watch(&display)?;
        let memory = SharedMemory::share(conn, bytes(monitor.size()), Writer::Server);
        Ok(Self {
            display,
            monitor,
            damage,
            region,
            memory,
            cursor,
            monitor_is_stale: false,
            picture_is_stale: true,
            whole: true,
            last_subtract: 0,
        })
    }

    /// Takes every event that has arrived.
    fn read_news(&mut self) -> Result<(), CaptureError> {
        while let Some((event, sequence)) = self.display.conn.poll_for_event_with_sequence()? {
            match event {
                Event::DamageNotify(_) => self.picture_is_stale |= sequence >= self.last_subtract,
                event if self.display.is_about_monitors(&event) => self.monitor_is_stale = true,
                event => self.cursor.note(&event),
            }
        }
        Ok(())
    }

    fn look_at_monitor(&mut self) -> Result<(), CaptureError> {
        self.monitor_is_stale = false;
        let monitor = self.display.shared_monitor()?;
        if monitor == self.monitor {
            return Ok(());
        }
        tracing::debug!(?monitor, "the shared monitor changed");
        self.monitor = monitor;
        self.whole = true;
        self.cursor.place_is_stale();
        let needed = bytes(monitor.size());
        if self.memory.as_ref().is_some_and(|m| m.length() != needed) {
            if let Some(memory) = self.memory.take() {
                memory.forget(&self.display.conn);
            }
            self.memory = SharedMemory::share(&self.display.conn, needed, Writer::Server);
        }
        Ok(())
    }

    /// Asks what was drawn since the last call, and forgets it at the server; in pixels of the monitor.
    fn take_damage(&mut self) -> Result<Vec<Rect>, ReplyError> {
        let conn = &self.display.conn;
        let subtract = conn.damage_subtract(self.damage, x11rb::NONE, self.region)?;
        self.last_subtract = subtract.sequence_number();
        self.picture_is_stale = false;
        let drawn = conn.xfixes_fetch_region(self.region)?.reply()?;
        let shared = self.monitor.rect;
        let rects = drawn.rectangles.iter().map(|r| {
            let (x, y) = (u32::try_from(r.x), u32::try_from(r.y));
            let on_root = match (x, y) {
                (Ok(x), Ok(y)) => Rect::new(x, y, r.width.into(), r.height.into()),
                // Never seen: damage of a window lies within it.
                _ => shared,
            };
            let part = on_root.intersection(shared).unwrap_or_default();
            Rect {
                x: part.x.saturating_sub(shared.x),
                y: part.y.saturating_sub(shared.y),
                ..part
            }
        });
        Ok(parts::join(rects))
    }

    fn fetch(&self, frame: &mut Framebuffer, parts: &[Rect]) -> Result<(), ReplyError> {
        let needed: usize = parts.iter().map(|part| part.pixels() * 4).sum();
        match &self.memory {
            Some(memory) if needed <= memory.length() => self.fetch_shared(memory, frame, parts),
            _ => self.fetch_plain(frame, parts),
        }
    }

    /// All parts are asked for at once, each at its own place in the memory.
    fn fetch_shared(
        &self,
        memory: &SharedMemory,
        frame: &mut Framebuffer,
        parts: &[Rect],
    ) -> Result<(), ReplyError> {
        let mut asked = Vec::with_capacity(parts.len());
        let mut offset = 0;
        for part in parts {
            let (x, y, width, height) = self.on_root(*part);
            asked.push(self.display.conn.shm_get_image(
                self.display.root,
                x,
                y,
                width,
                height,
                ALL_PLANES,
                ImageFormat::Z_PIXMAP.into(),
                memory.segment(),
                offset as u32,
            )?);
            offset += part.pixels() * 4;
        }
        // The memory is read when nobody writes there any more, also when one of the parts failed.
        let answers: Vec<_> = asked.into_iter().map(|cookie| cookie.reply()).collect();
        if let Some(error) = answers.into_iter().find_map(Result::err) {
            return Err(error);
        }
        let mut start = 0;
        for part in parts {
            let words = memory.words(start..start + part.pixels());
            self.copy(frame, *part, words);
            start += part.pixels();
        }
        Ok(())
    }

    /// Through the connection: where no memory can be shared.
    fn fetch_plain(&self, frame: &mut Framebuffer, parts: &[Rect]) -> Result<(), ReplyError> {
        for part in parts {
            let (x, y, width, height) = self.on_root(*part);
            let format = ImageFormat::Z_PIXMAP;
            let root = self.display.root;
            let image = self
                .display
                .conn
                .get_image(format, root, x, y, width, height, ALL_PLANES)?
                .reply()?;
            let words = image.data.chunks_exact(4);
            let words: Vec<_> = words
                .map(|b| u32::from_ne_bytes([b[0], b[1], b[2], b[3]]))
                .collect();
            self.copy(frame, *part, &words);
        }
        Ok(())
    }

    /// A part of the monitor as a request names it. It fits: a root window is at most 32767 pixels wide.
    fn on_root(&self, part: Rect) -> (i16, i16, u16, u16) {
        (
            (part.x + self.monitor.rect.x) as i16,
            (part.y + self.monitor.rect.y) as i16,
            part.width as u16,
            part.height as u16,
        )
    }

    /// Copies a part's rows into the picture; the byte beside the colours, which the server leaves undefined, becomes zero.
    fn copy(&self, frame: &mut Framebuffer, part: Rect, words: &[u32]) {
        let order = self.display.conn.setup().image_byte_order;
        let is_ours = (order == ImageOrder::LSB_FIRST) == cfg!(target_endian = "little");
        let rows = words.chunks_exact(part.width as usize);
        for (from, y) in rows.zip(part.y..part.bottom()) {
            let to = frame.row_mut(part, y);
            if is_ours {
                to.iter_mut()
                    .zip(from)
                    .for_each(|(to, p)| *to = p & COLOURS);
            } else {
                let swapped = from.iter().map(|p| p.swap_bytes());
                to.iter_mut()
                    .zip(swapped)
                    .for_each(|(to, p)| *to = p & COLOURS);
            }
        }
    }
}

impl Capture for X11Capture {
    fn size(&self) -> Size {
        self.monitor.size()
    }

    fn wait(&mut self, patience: Duration) -> Result<bool, CaptureError> {
        let deadline = Instant::now() + patience;
        loop {
            self.read_news()?;
            if self.picture_is_stale || self.monitor_is_stale || self.cursor.take_news() {
                return Ok(true);
            }
            if !self.display.wait_readable(Some(deadline))? {
                return Ok(false);
            }
        }
    }

    fn grab(&mut self, frame: &mut Framebuffer) -> Result<Damage, CaptureError> {
        self.read_news()?;
        for _ in 0..MAX_TRIES {
            if self.monitor_is_stale {
                self.look_at_monitor()?;
            }
            if frame.size() != self.monitor.size() {
                frame.resize(self.monitor.size());
                self.whole = true;
            }
            if !self.picture_is_stale && !self.whole {
                return Ok(Damage::none());
            }
            let mut parts = self.take_damage()?;
            if self.whole {
                parts = vec![self.monitor.size().rect()];
            }
            match self.fetch(frame, &parts) {
                Ok(()) => {
                    self.whole = false;
                    self.cursor.place_is_stale();
                    let mut damage = Damage::none();
                    parts.into_iter().for_each(|part| damage.add(part));
                    return Ok(damage);
                }
                // The screen became smaller between two requests.
                Err(ReplyError::X11Error(error)) if error.error_kind == ErrorKind::Match => {
                    self.whole = true;
                    self.monitor_is_stale = true;
                }
                Err(error) => {
                    self.whole = true;
                    return Err(error.into());
                }
            }
        }
        Err(CaptureError("the screen keeps changing its size".into()))
    }

    fn cursor(&mut self) -> CursorChange {
        // A connection that broke shows at the next wait or grab.
        let read = self.read_news();
        read.ok().map_or_else(CursorChange::default, |()| {
            self.cursor.change(&self.display, self.monitor)
        })
    }
}

/// Whether pixels are 32 bits of red, green and blue, as the framebuffer has them.
fn check_format(display: &Display) -> Result<(), DesktopError> {
    let setup = display.conn.setup();
    let wide = setup
        .pixmap_formats
        .iter()
        .any(|f| f.depth == display.depth && f.bits_per_pixel == 32 && f.scanline_pad == 32);
    let screen = setup.roots.iter().find(|s| s.root == display.root);
    let coloured = screen.is_some_and(|screen| {
        let visuals = screen.allowed_depths.iter().flat_map(|d| &d.visuals);
        visuals.into_iter().any(|v| {
            v.visual_id == screen.root_visual
                && (v.red_mask, v.green_mask, v.blue_mask) == (0xff_0000, 0xff00, 0xff)
        })
    });
    if wide && coloured && matches!(display.depth, 24 | 32) {
        Ok(())
    } else {
        let text = format!("a screen with {} bits a pixel", display.depth);
        Err(DesktopError::Unsupported(text))
    }
}

/// The bytes of a whole picture.
fn bytes(size: Size) -> usize {
    size.pixels() * 4
}
