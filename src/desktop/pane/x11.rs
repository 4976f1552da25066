//! A pane on an X server: a child of Hulp's window with a connection of its own, painted from memory that the server reads
//! itself (MIT-SHM 1.2).
//!
//! That memory always holds all that the pane shows, so that a part that was covered is shown again without asking anybody.
//! An update is one request, cut to what changed, so no other program ever sees half of it; and the memory is not written
//! again before the server said that it has read it, which it long has when the next update comes.
//!
//! Keys are not asked for: X11 passes them on to Hulp's window, whose input method and layout they need.

use std::{
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
    time::Duration,
};

use x11rb::{
    connection::{Connection, RequestConnection as _, SequenceNumber},
    errors::{ConnectionError, ReplyOrIdError},
    protocol::{
        Event,
        shape::{self, ConnectionExt as _},
        shm::ConnectionExt as _,
        xproto::{
            ChangeGCAux, ChangeWindowAttributesAux, ClipOrdering, ConfigureWindowAux,
            ConnectionExt as _, CreateGCAux, CreateWindowAux, Cursor, EventMask, Gcontext,
            ImageFormat, ImageOrder, NotifyMode, Rectangle, StackMode, VisualClass, Window,
            WindowClass,
        },
    },
};

use super::{
    NativeWindow, Pane, PanePlace, PaneSink, canvas::Canvas, pointer::Pointer,
    x11_cursor::CursorMaker,
};
use crate::{
    desktop::{
        DesktopError,
        shared_memory::{SharedMemory, Writer},
        x11::Display,
    },
    screen::{CursorShape, Damage, Framebuffer, MAX_PIXELS, Point, Rect, Size},
};

/// How long the server may take to read what was painted. One that takes longer stands still, and so does what it shows.
const READ_PATIENCE: Duration = Duration::from_millis(500);
/// How long the pane's thread may take to end. It waits for nobody but the server.
const END_PATIENCE: Duration = Duration::from_secs(1);
/// The memory before the first picture: a page, to see whether there can be any.
const MIN_MEMORY: usize = 4096;
/// The longest side of a window.
const MAX_WINDOW_SIDE: u32 = 32_767;
/// The bits of a button's state that say that buttons 1 to 5 are down.
const BUTTONS_DOWN: u16 = 0x1f00;

/// A pane on an X server.
pub(in crate::desktop) struct X11Pane {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

struct Shared {
    display: Display,
    window: Window,
    /// The window's own depth.
    depth: u8,
    gc: Gcontext,
    maker: Option<CursorMaker>,
    has_shapes: bool,
    sink: PaneSink,
    state: Mutex<State>,
    /// The server read what was painted, or the pane is gone.
    news: Condvar,
}

struct State {
    canvas: Canvas,
    memory: SharedMemory,
    place: Option<PanePlace>,
    pointer: Pointer,
    remote_pointer: (Option<Arc<CursorShape>>, Option<Point>),
    controlling: bool,
    /// The window's own pointer, and what it was made of.
    cursor: Option<(Cursor, Arc<CursorShape>)>,
    /// The last request to read the memory, and the last one that was done.
    last_put: SequenceNumber,
    last_read: SequenceNumber,
    /// Hulp's window believes that the pointer is in it.
    parent_is_mistaken: bool,
    is_gone: bool,
}

impl X11Pane {
    /// A pane in the window `parent` of this display, or of the one that `DISPLAY` names.
    pub(in crate::desktop) fn open(
        name: Option<&str>,
        parent: NativeWindow,
        sink: PaneSink,
    ) -> Result<Self, DesktopError> {
        let display = Display::open(name)?;
        let conn = &display.conn;
        let parent = Window::try_from(parent.0)
            .map_err(|_| DesktopError::Refused(format!("{} is no X11 window", parent.0)))?;
        let depth = check_format(&display, parent)?;
        let memory = SharedMemory::share(conn, MIN_MEMORY, Writer::Us)
            .ok_or_else(|| DesktopError::Unsupported("the X server shares no memory".into()))?;
        let maker = CursorMaker::new(conn)?;
        let has_shapes = conn
            .extension_information(shape::X11_EXTENSION_NAME)?
            .is_some();
        let focus = ChangeWindowAttributesAux::new().event_mask(EventMask::FOCUS_CHANGE);
        conn.change_window_attributes(parent, &focus)?.check()?;
        let (window, gc) = (conn.generate_id()?, conn.generate_id()?);
        let looks = CreateWindowAux::new().event_mask(
            EventMask::EXPOSURE
                | EventMask::STRUCTURE_NOTIFY
                | EventMask::POINTER_MOTION
                | EventMask::BUTTON_PRESS
                | EventMask::BUTTON_RELEASE
                | EventMask::LEAVE_WINDOW,
        );
        let (class, visual) = (WindowClass::INPUT_OUTPUT, x11rb::COPY_FROM_PARENT);
        conn.create_window(depth, window, parent, 0, 0, 1, 1, 0, class, visual, &looks)?
            .check()?;
        conn.create_gc(gc, window, &CreateGCAux::new().graphics_exposures(0))?;
        conn.flush()?;
        let shared = Arc::new(Shared {
            window,
            depth,
            gc,
            maker,
            has_shapes,
            sink,
            state: Mutex::new(State {
                canvas: Canvas::new(if depth == 32 { 0xff00_0000 } else { 0 }),
                memory,
                place: None,
                pointer: Pointer::default(),
                remote_pointer: (None, None),
                controlling: false,
                cursor: None,
                last_put: 0,
                last_read: 0,
                parent_is_mistaken: false,
                is_gone: false,
            }),
            news: Condvar::new(),
            display,
        });
        let watched = Arc::clone(&shared);
        let thread = thread::Builder::new()
            .name("hulp-pane".into())
            .spawn(move || watched.watch())
            .map_err(|error| DesktopError::Refused(error.to_string()))?;
        Ok(Self {
            shared,
            thread: Some(thread),
        })
    }
}

impl Pane for X11Pane {
    fn place(&mut self, place: Option<PanePlace>, frame: &Framebuffer) -> Result<(), DesktopError> {
        self.shared.place(place.and_then(fit), frame)
    }

    fn paint(&mut self, frame: &Framebuffer, damage: &Damage) {
        let mut state = self.shared.when_read();
        if state.place.is_some() {
            let State { canvas, memory, .. } = &mut *state;
            let words = memory.words_mut(0..canvas.size().pixels());
            let painted = canvas.paint(words, frame, damage);
            self.shared.put_or_tell(&mut state, &painted);
        }
    }

    fn set_cursor(
        &mut self,
        shape: Option<Arc<CursorShape>>,
        at: Option<Point>,
        controlling: bool,
    ) {
        let mut state = self.shared.when_read();
        state.remote_pointer = (shape, at);
        let is_change = std::mem::replace(&mut state.controlling, controlling) != controlling;
        state.pointer.set_controlling(controlling);
        let worn = self.shared.wear_cursor(&mut state);
        if is_change && let Err(error) = self.shared.take_pointer(&state) {
            tracing::debug!(%error, "the pane's server is gone");
        }
        if let Err(error) = worn {
            tracing::warn!(%error, "the pane's pointer stays as it is");
        }
        let pointer = match &state.remote_pointer {
            (Some(shape), Some(at)) if !controlling => Some((Arc::clone(shape), *at)),
            _ => None,
        };
        let State { canvas, memory, .. } = &mut *state;
        let words = memory.words_mut(0..canvas.size().pixels());
        let painted = canvas.set_pointer(words, pointer);
        if state.place.is_some() {
            self.shared.put_or_tell(&mut state, &painted);
        }
    }
}

impl Drop for X11Pane {
    fn drop(&mut self) {
        let shared = &self.shared;
        let _ = shared.place(None, &Framebuffer::new(Size::default()));
        // The thread ends when the server tells that the window is gone, or is gone itself.
        let conn = &shared.display.conn;
        let destroyed = conn.destroy_window(shared.window);
        let ends = destroyed.is_ok() && conn.flush().is_ok();
        let state = shared.lock();
        let waited = shared
            .news
            .wait_timeout_while(state, END_PATIENCE, |state| ends && !state.is_gone);
        let is_gone = waited.unwrap_or_else(PoisonError::into_inner).0.is_gone;
        if let Some(thread) = self.thread.take()
            && is_gone
            && thread.join().is_err()
        {
            tracing::error!("the pane's thread panicked");
        }
    }
}

impl Shared {
    fn place(&self, place: Option<PanePlace>, frame: &Framebuffer) -> Result<(), DesktopError> {
        let mut state = self.when_read();
        if state.is_gone {
            let text = "the window that the remote screen was in is gone";
            return Err(DesktopError::Refused(text.into()));
        }
        let before = state.place;
        state.place = None;
        let shown = match place {
            Some(place) => self.show(&mut state, place, before, frame),
            None => Ok(()),
        };
        if shown.is_ok() && place.is_some() {
            state.place = place;
            self.take_pointer(&state)?;
            return Ok(());
        }
        state.pointer.release_all();
        let told = state.pointer.take_told();
        drop(state);
        told.into_iter().for_each(|event| (self.sink)(event));
        let conn = &self.display.conn;
        conn.unmap_window(self.window)?;
        conn.flush()?;
        shown
    }

    fn show(
        &self,
        state: &mut State,
        place: PanePlace,
        before: Option<PanePlace>,
        frame: &Framebuffer,
    ) -> Result<(), DesktopError> {
        let conn = &self.display.conn;
        let area = place.area;
        let size = Size::new(area.width, area.height);
        let is_new = before.is_none_or(|before| {
            (before.picture, before.offset) != (place.picture, place.offset)
                || (before.area.width, before.area.height) != (size.width, size.height)
        });
        // Both fit: see `fit`.
        let geometry = ConfigureWindowAux::new()
            .x(area.x as i32)
            .y(area.y as i32)
            .width(area.width)
            .height(area.height)
            .stack_mode(StackMode::ABOVE);
        if !is_new {
            conn.configure_window(self.window, &geometry)?;
            conn.flush()?;
            return Ok(());
        }
        self.make_room(state, size.pixels() * 4)?;
        let State { canvas, memory, .. } = &mut *state;
        canvas.begin(place);
        let painted = canvas.paint(memory.words_mut(0..size.pixels()), frame, &Damage::none());
        conn.configure_window(self.window, &geometry)?;
        if before.is_none() {
            conn.map_window(self.window)?;
        }
        Ok(self.put(state, &painted)?)
    }

    /// Makes the memory large enough, and not much larger.
    fn make_room(&self, state: &mut State, needed: usize) -> Result<(), DesktopError> {
        let has = state.memory.length();
        if (needed..=needed.saturating_mul(4).max(MIN_MEMORY)).contains(&has) {
            return Ok(());
        }
        let conn = &self.display.conn;
        let memory = SharedMemory::share(conn, needed.max(MIN_MEMORY), Writer::Us)
            .ok_or_else(|| DesktopError::Refused("no memory for the remote screen".into()))?;
        std::mem::replace(&mut state.memory, memory).forget(conn);
        Ok(())
    }

    /// Shows these parts of the memory, in one request.
    fn put(&self, state: &mut State, parts: &Damage) -> Result<(), ConnectionError> {
        let size = state.canvas.size();
        let Some(bounds) = parts.bounds().intersection(size.rect()) else {
            return Ok(());
        };
        let conn = &self.display.conn;
        let is_cut = parts.rects().len() > 1;
        if is_cut {
            let parts: Vec<_> = parts.rects().iter().map(|part| rectangle(*part)).collect();
            conn.set_clip_rectangles(ClipOrdering::UNSORTED, self.gc, 0, 0, &parts)?;
        }
        // All fit: see `fit`.
        let put = conn.shm_put_image(
            self.window,
            self.gc,
            size.width as u16,
            size.height as u16,
            bounds.x as u16,
            bounds.y as u16,
            bounds.width as u16,
            bounds.height as u16,
            bounds.x as i16,
            bounds.y as i16,
            self.depth,
            ImageFormat::Z_PIXMAP.into(),
            true,
            state.memory.segment(),
            0,
        )?;
        // What becomes of it comes as an event, an error as well.
        state.last_put = put.sequence_number();
        if is_cut {
            let uncut = ChangeGCAux::new().clip_mask(x11rb::NONE);
            conn.change_gc(self.gc, &uncut)?;
        }
        conn.flush()
    }

    /// A connection that broke is told by the thread.
    fn put_or_tell(&self, state: &mut State, parts: &Damage) {
        if let Err(error) = self.put(state, parts) {
            tracing::debug!(%error, "the pane was not painted");
        }
    }

    /// Gives the window the pointer that it is to have: the remote one's, or that of the window around it.
    fn wear_cursor(&self, state: &mut State) -> Result<(), ReplyOrIdError> {
        let wanted = match (&state.remote_pointer.0, &self.maker) {
            (Some(shape), Some(maker)) if state.controlling => Some((shape, maker)),
            _ => None,
        };
        let is_worn = match (&state.cursor, wanted) {
            (Some((_, worn)), Some((shape, _))) => Arc::ptr_eq(worn, shape),
            (None, None) => true,
            _ => false,
        };
        if is_worn {
            return Ok(());
        }
        let conn = &self.display.conn;
        let made = match wanted {
            Some((shape, maker)) => {
                let cursor = maker.make(conn, self.window, shape)?;
                Some((cursor, Arc::clone(shape)))
            }
            None => None,
        };
        let cursor = made.as_ref().map_or(x11rb::NONE, |(cursor, _)| *cursor);
        let looks = ChangeWindowAttributesAux::new().cursor(cursor);
        conn.change_window_attributes(self.window, &looks)?;
        if let Some((before, _)) = std::mem::replace(&mut state.cursor, made) {
            conn.free_cursor(before)?;
        }
        Ok(conn.flush()?)
    }

    /// Takes what the server tells until the window or the server is gone.
    fn watch(&self) {
        while let Ok(first) = self.display.conn.wait_for_event_with_sequence() {
            let mut state = self.lock();
            let mut next = Some(first);
            while let Some((event, sequence)) = next {
                if let Err(error) = self.note(&mut state, &event, sequence) {
                    tracing::debug!(%error, "the pane's server is gone");
                }
                // What has come meanwhile belongs together.
                next = self
                    .display
                    .conn
                    .poll_for_event_with_sequence()
                    .ok()
                    .flatten();
            }
            let told = state.pointer.take_told();
            let is_gone = state.is_gone;
            drop(state);
            self.news.notify_all();
            told.into_iter().for_each(|event| (self.sink)(event));
            if is_gone {
                return;
            }
        }
        self.lock().is_gone = true;
        self.news.notify_all();
    }

    fn note(
        &self,
        state: &mut State,
        event: &Event,
        sequence: SequenceNumber,
    ) -> Result<(), ConnectionError> {
        let place = |x: i16, y: i16| state.canvas.remote_pixel(x.into(), y.into());
        match event {
            Event::ShmCompletion(_) => state.last_read = state.last_read.max(sequence),
            Event::Error(error) => {
                tracing::debug!(?error, "the X server refused a part of the pane");
                state.last_read = state.last_read.max(sequence);
            }
            Event::Expose(event) if state.place.is_some() => {
                let (x, y) = (event.x.into(), event.y.into());
                let part = Rect::new(x, y, event.width.into(), event.height.into());
                self.put(state, &Damage::of(part))?;
            }
            Event::MotionNotify(event) => {
                let at = place(event.event_x, event.event_y);
                state.pointer.moved(at);
            }
            Event::LeaveNotify(event) if event.mode == NotifyMode::NORMAL => state.pointer.left(),
            Event::ButtonPress(event) => {
                let at = place(event.event_x, event.event_y);
                state.pointer.button(event.detail, true, at);
            }
            Event::ButtonRelease(event) => {
                let at = place(event.event_x, event.event_y);
                state.pointer.button(event.detail, false, at);
                let this = 0x80_u16.checked_shl(event.detail.into()).unwrap_or(0);
                let still_down = u16::from(event.state) & BUTTONS_DOWN & !this;
                if still_down == 0 && std::mem::take(&mut state.parent_is_mistaken) {
                    self.correct_parent(state)?;
                }
            }
            Event::FocusIn(_) => self.note_focus(state)?,
            Event::DestroyNotify(event) if event.window == self.window => state.is_gone = true,
            _ => {}
        }
        Ok(())
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The state, once the server does not read the memory any more.
    fn when_read(&self) -> MutexGuard<'_, State> {
        let is_read = |state: &State| state.is_gone || state.last_read >= state.last_put;
        let waited = self
            .news
            .wait_timeout_while(self.lock(), READ_PATIENCE, |state| !is_read(state));
        let mut state = waited.unwrap_or_else(PoisonError::into_inner).0;
        if !is_read(&state) {
            tracing::warn!("the X server does not read what was painted");
            state.last_read = state.last_put;
        }
        state
    }

    /// Hulp's window got the keyboard. Its event loop then takes the pointer for its own wherever that is, and would
    /// paint a frame for each of its moves over the pane.
    fn note_focus(&self, state: &mut State) -> Result<(), ConnectionError> {
        if state.place.is_none() {
            return Ok(());
        }
        // A button that is held, here or by a window manager that gave the focus for it, hides the pointer's ways; hence
        // once more when it is let go.
        state.parent_is_mistaken = true;
        self.correct_parent(state)
    }

    /// Lets the pointer, if it is over the pane, enter Hulp's window and leave it: for a moment the pane takes no input.
    fn correct_parent(&self, state: &State) -> Result<(), ConnectionError> {
        self.take_input_in(&[])?;
        self.take_pointer(state)
    }

    /// Takes the pointer's input while controlling, but not in the rows that are the window's. While only looking it is
    /// all the window's, which may scroll by it.
    fn take_pointer(&self, state: &State) -> Result<(), ConnectionError> {
        let size = state.canvas.size();
        let handle = state.place.map_or(0, |place| place.handle.min(size.height));
        let part = Rect::new(0, handle, size.width, size.height - handle);
        let parts = state.controlling.then(|| rectangle(part));
        self.take_input_in(parts.as_slice())?;
        self.display.conn.flush()
    }

    fn take_input_in(&self, parts: &[Rectangle]) -> Result<(), ConnectionError> {
        if self.has_shapes {
            let (set, input) = (shape::SO::SET, shape::SK::INPUT);
            let (window, order) = (self.window, ClipOrdering::UNSORTED);
            let conn = &self.display.conn;
            conn.shape_rectangles(set, input, order, window, 0, 0, parts)?;
        }
        Ok(())
    }
}

/// Whether a window's pixels are 32 bits of red, green and blue in this computer's order, as the framebuffer has them;
/// tells its depth.
fn check_format(display: &Display, window: Window) -> Result<u8, DesktopError> {
    let conn = &display.conn;
    let (geometry, looks) = (
        conn.get_geometry(window)?,
        conn.get_window_attributes(window)?,
    );
    let (depth, visual) = (geometry.reply()?.depth, looks.reply()?.visual);
    let setup = conn.setup();
    let is_wide = setup
        .pixmap_formats
        .iter()
        .any(|f| f.depth == depth && f.bits_per_pixel == 32 && f.scanline_pad == 32);
    let depths = setup.roots.iter().flat_map(|root| &root.allowed_depths);
    let is_coloured = depths.flat_map(|depth| &depth.visuals).any(|v| {
        v.visual_id == visual
            && v.class == VisualClass::TRUE_COLOR
            && (v.red_mask, v.green_mask, v.blue_mask) == (0xff_0000, 0xff00, 0xff)
    });
    let is_ours =
        (setup.image_byte_order == ImageOrder::LSB_FIRST) == cfg!(target_endian = "little");
    if is_wide && is_coloured && is_ours && matches!(depth, 24 | 32) {
        Ok(depth)
    } else {
        let text = format!("a window with {depth} bits a pixel");
        Err(DesktopError::Unsupported(text))
    }
}

/// The part of a place that X11 can have.
fn fit(place: PanePlace) -> Option<PanePlace> {
    let possible = Rect::new(0, 0, MAX_WINDOW_SIDE, MAX_WINDOW_SIDE);
    let area = place.area.intersection(possible)?;
    (area.pixels() <= MAX_PIXELS).then_some(PanePlace { area, ..place })
}

/// A part of a pane as a request names it; within what [`fit`] leaves.
fn rectangle(part: Rect) -> Rectangle {
    Rectangle {
        x: part.x as i16,
        y: part.y as i16,
        width: part.width as u16,
        height: part.height as u16,
    }
}
