//! A Wayland screen: the compositor copies each change into memory of ours, and tells what changed.
//!
//! Two buffers take turns: one holds the last picture, the compositor writes into the other. So a picture is never read while it is
//! written, and one that waited too long to be fetched can be followed by a newer one.

use std::{
    io,
    os::fd::AsFd,
    time::{Duration, Instant},
};

use wayland_client::protocol::{
    wl_buffer::WlBuffer,
    wl_output::Transform,
    wl_shm::{Format, WlShm},
};

use super::{
    connection::{ANSWERS_WITHIN, Wire},
    copier::Copier,
    inject::WaylandInjector,
    outputs::upright,
    picture::{self, Layout, LayoutError, PIXEL, Way},
};
use crate::{
    desktop::{
        Capture, CaptureError, CursorChange, DesktopError,
        shared_memory::{Mapping, Writer},
    },
    screen::{Damage, Framebuffer, Rect, Size},
};

/// After a picture that failed the next one is asked for so much later. One fails when the monitor's mode changes, and all do while
/// it sleeps.
const AGAIN_AFTER: Duration = Duration::from_millis(200);
/// So long there may be no monitor at all: they go and come back when a mode is changed, or a cable is put in elsewhere.
const MONITOR_WITHIN: Duration = Duration::from_secs(10);
/// A picture that is older when it is fetched is followed by a newer one, if there is any.
const OLD_AFTER: Duration = Duration::from_millis(20);
/// So long such a newer one is waited for: a little over a frame of a slow monitor.
const NEWER_WITHIN: Duration = Duration::from_millis(35);
/// The most changed parts of one picture that are kept apart.
const MAX_PARTS: usize = 256;
/// Where the compositor stops showing a monitor because that goes, it tells so within this time.
const GOES_WITHIN: Duration = Duration::from_secs(2);

/// What the compositor told of the picture that was asked for.
#[derive(Default)]
pub(super) struct Shot {
    /// What a buffer must be like, as far as that was told.
    pub(super) layout: Option<Layout>,
    /// All of that was told.
    pub(super) is_offered: bool,
    pub(super) upside_down: bool,
    /// How the picture lies in the buffer, where the compositor tells.
    pub(super) transform: Option<Transform>,
    /// What changed, in the buffer.
    pub(super) parts: Vec<Rect>,
    pub(super) outcome: Option<Outcome>,
    /// There will be no more pictures of this session.
    pub(super) is_stopped: bool,
    /// What a buffer must be like from now on, until all of that is told.
    told: Option<Told>,
}

/// What a session tells of its buffers, bit by bit.
#[derive(Default)]
pub(super) struct Told {
    pub(super) size: Size,
    /// The first that Hulp reads; nothing where all are others, or none is in memory.
    pub(super) format: Option<Format>,
}

/// How a picture that was asked for came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It is in the buffer.
    Ready,
    /// Not this time.
    Failed,
}

impl Shot {
    /// A part of the picture changed.
    pub(super) fn changed(&mut self, part: Rect) {
        let is_full = self.parts.len() == MAX_PARTS;
        match self.parts.last_mut().filter(|_| is_full) {
            Some(last) => *last = last.union(part),
            None => self.parts.push(part),
        }
    }

    /// More of what a session's buffers must be like from now on.
    pub(super) fn told_anew(&mut self) -> &mut Told {
        self.is_offered = false;
        self.told.get_or_insert_default()
    }

    /// That was all of it.
    pub(super) fn told_all(&mut self) {
        let Told { size, format } = self.told.take().unwrap_or_default();
        self.layout = format.map(|format| Layout {
            size,
            stride: size.width.saturating_mul(PIXEL),
            format,
        });
        self.is_offered = true;
    }

    /// Forgets the last picture; what a buffer must be like stays.
    fn begin(&mut self) {
        self.parts.clear();
        self.upside_down = false;
        self.transform = None;
        self.outcome = None;
    }
}

/// The pictures of the shared monitor.
pub(in crate::desktop) struct WaylandCapture {
    wire: Wire,
    shm: WlShm,
    copier: Copier,
    /// The monitor that the copier is set on, by the number of its global.
    monitor: Option<u32>,
    /// Since when there is none.
    without_monitor: Option<Instant>,
    /// A picture of that monitor came.
    is_seen: bool,
    /// When the compositor stopped showing it.
    stopped: Option<Instant>,
    buffers: [Option<Buffer>; 2],
    /// Which of them has the last picture.
    shown: usize,
    /// The compositor was asked for a picture..
    is_begun: bool,
    /// ..and copies it into the other buffer as soon as there is a new one.
    is_copying: bool,
    /// The last picture failed; not before this time the next one is asked for.
    again_at: Option<Instant>,
    size: Size,
    /// When the last picture came, if it was not fetched yet.
    fresh: Option<Instant>,
    /// What changed since the last one that was fetched.
    damage: Damage,
    /// What the seat got so that programs listen to it already when somebody types.
    _seat: Option<WaylandInjector>,
}

/// Memory that the compositor writes pictures into.
pub(super) struct Buffer {
    pub(super) object: WlBuffer,
    /// What changed on the screen since the compositor wrote there, in the buffer.
    pub(super) stale: Damage,
    memory: Mapping,
    layout: Layout,
    way: Way,
}

impl WaylandCapture {
    /// Opens the shared monitor of the compositor at this connection, and waits for a first picture. `seat` stays as long.
    pub(super) fn open(wire: Wire, seat: Option<WaylandInjector>) -> Result<Self, DesktopError> {
        let lacks = |what: &str| DesktopError::Unsupported(what.into());
        let copier = Copier::bind(&wire)
            .ok_or_else(|| lacks("this Wayland desktop lets no program see its screen"))?;
        let shm = wire.bind::<WlShm>(1);
        let shm = shm.ok_or_else(|| lacks("this Wayland desktop shares no memory"))?;
        let mut capture = Self {
            wire,
            shm,
            copier,
            monitor: None,
            without_monitor: None,
            is_seen: false,
            stopped: None,
            buffers: [None, None],
            shown: 0,
            is_begun: false,
            is_copying: false,
            again_at: None,
            size: Size::default(),
            fresh: None,
            damage: Damage::none(),
            _seat: seat,
        };
        match capture.news_until(Instant::now() + ANSWERS_WITHIN) {
            Ok(true) => Ok(capture),
            Ok(false) => Err(DesktopError::Refused(NO_PICTURE.into())),
            Err(CaptureError(why)) => Err(DesktopError::Refused(why)),
        }
    }

    /// Waits for a picture that was not fetched yet; says whether there is one.
    fn news_until(&mut self, deadline: Instant) -> Result<bool, CaptureError> {
        while self.fresh.is_none() {
            self.follow_monitor()?;
            self.ask()?;
            let waits_for_buffer = self.is_begun && !self.is_copying;
            let monitor = self.monitor;
            let given_up = self.stopped.map(|at| at + GOES_WITHIN);
            let look_again = [self.again_at, given_up].into_iter().flatten();
            let look_again = look_again.fold(deadline, Instant::min);
            let came = self.wire.until(look_again, |news| {
                news.shot.outcome.is_some()
                    || news.shot.is_stopped
                    || (waits_for_buffer && news.shot.is_offered)
                    || news.outputs.shared().map(|shared| shared.name) != monitor
            })?;
            self.take_outcome();
            if given_up.is_some_and(|at| at <= Instant::now()) {
                return Err(CaptureError(STOPPED.into()));
            }
            if !came && look_again == deadline {
                break;
            }
        }
        Ok(self.fresh.is_some())
    }

    /// Turns to another monitor when the shared one went.
    fn follow_monitor(&mut self) -> Result<(), CaptureError> {
        let shared = self.wire.news.outputs.shared();
        let name = shared.map(|output| output.name);
        if name.is_some() && name == self.monitor {
            return Ok(());
        }
        let object = shared.map(|output| output.object.clone());
        self.monitor = name;
        self.copier.forget();
        self.wire.news.shot = Shot::default();
        (self.is_begun, self.is_copying) = (false, false);
        (self.is_seen, self.stopped, self.again_at) = (false, None, None);
        self.release_buffers();
        match object {
            Some(object) => {
                self.without_monitor = None;
                self.copier.turn_to(&object);
                Ok(())
            }
            None => {
                let since = *self.without_monitor.get_or_insert_with(Instant::now);
                match since.elapsed() > MONITOR_WITHIN {
                    true => Err(CaptureError("this desktop has no monitor any more".into())),
                    false => Ok(()),
                }
            }
        }
    }

    /// Asks for the next picture as far as that was not done yet.
    fn ask(&mut self) -> Result<(), CaptureError> {
        let is_too_soon = self.again_at.is_some_and(|at| Instant::now() < at);
        let may_ask = self.monitor.is_some() && self.stopped.is_none();
        if !may_ask || self.is_copying || is_too_soon {
            return Ok(());
        }
        self.again_at = None;
        if !self.is_begun {
            self.wire.news.shot.begin();
            self.copier.begin(&mut self.wire);
            self.is_begun = true;
        }
        if !self.wire.news.shot.is_offered {
            return Ok(());
        }
        let Some(layout) = self.wire.news.shot.layout else {
            return match self.go_another_way() {
                true => self.ask(),
                false => Err(CaptureError(NO_MEMORY_FORM.into())),
            };
        };
        let index = 1 - self.shown;
        if (self.buffers[index].as_ref()).is_none_or(|buffer| buffer.layout != layout) {
            let made = Buffer::new(&self.wire, &self.shm, layout)?;
            if let Some(old) = self.buffers[index].replace(made) {
                old.object.destroy();
            }
        }
        if let Some(buffer) = &self.buffers[index] {
            self.copier.copy_into(buffer);
            self.is_copying = true;
        }
        Ok(())
    }

    fn take_outcome(&mut self) {
        let shot = &mut self.wire.news.shot;
        let is_stopped = std::mem::take(&mut shot.is_stopped);
        let outcome = shot.outcome.take();
        let Some(outcome) = outcome.or(is_stopped.then_some(Outcome::Failed)) else {
            return;
        };
        (self.is_begun, self.is_copying) = (false, false);
        self.copier.end();
        match outcome {
            Outcome::Ready => self.show_other(),
            // Nothing ever came of it: it may be refused, or not work.
            Outcome::Failed if !self.is_seen && self.go_another_way() => return,
            Outcome::Failed => self.again_at = Some(Instant::now() + AGAIN_AFTER),
        }
        if is_stopped {
            // Be it that the monitor goes, or that the novice has ended this where their desktop lets them. Whom they put out by one
            // door does not come in by another.
            self.copier.end_session();
            (self.stopped, self.again_at) = (Some(Instant::now()), None);
        }
    }

    /// Copies the monitor in another way from now on; says whether there is one.
    fn go_another_way(&mut self) -> bool {
        let goes = self.copier.take_another_way();
        if goes {
            tracing::info!("the Wayland desktop gives no pictures in the way that is best");
            self.wire.news.shot = Shot::default();
            (self.is_begun, self.is_copying) = (false, false);
        }
        goes
    }

    /// The picture that came is the one to show.
    fn show_other(&mut self) {
        let shot = &self.wire.news.shot;
        let lies = self.wire.news.outputs.shared().map(|o| o.transform);
        let way = Way {
            transform: shot.transform.or(lies).unwrap_or(Transform::Normal),
            upside_down: shot.upside_down,
        };
        let index = 1 - self.shown;
        let [first, second] = &mut self.buffers;
        let (new, old) = match index {
            0 => (first, second),
            _ => (second, first),
        };
        let Some(new) = new else { return };
        new.way = way;
        new.stale.clear();
        let size = upright(new.layout.size, way.transform);
        let buffer = new.layout.size.rect();
        let is_same = (old.as_ref()).is_some_and(|old| old.layout == new.layout && old.way == way)
            && size == self.size
            && !shot.parts.is_empty();
        if is_same {
            for part in shot.parts.iter().filter_map(|p| p.intersection(buffer)) {
                self.damage.add(way.part(part, new.layout.size));
                if let Some(old) = old {
                    old.stale.add(part);
                }
            }
        } else {
            self.damage = Damage::of(size.rect());
            if let Some(old) = old {
                old.stale = Damage::of(old.layout.size.rect());
            }
        }
        self.size = size;
        self.shown = index;
        self.is_seen = true;
        self.fresh = Some(Instant::now());
    }

    fn release_buffers(&mut self) {
        for buffer in &mut self.buffers {
            if let Some(buffer) = buffer.take() {
                buffer.object.destroy();
            }
        }
    }
}

const NO_PICTURE: &str = "the Wayland desktop sent no picture of its screen";
const STOPPED: &str = "the Wayland desktop stopped showing its screen";
const NO_MEMORY_FORM: &str = "the Wayland desktop copies its screen into a graphics card only";

impl Capture for WaylandCapture {
    fn size(&self) -> Size {
        self.size
    }

    fn wait(&mut self, patience: Duration) -> Result<bool, CaptureError> {
        self.news_until(Instant::now() + patience)
    }

    fn grab(&mut self, frame: &mut Framebuffer) -> Result<Damage, CaptureError> {
        let now = Instant::now();
        if let Some(came) = self.fresh.take()
            && now.duration_since(came) > OLD_AFTER
        {
            self.news_until(now + NEWER_WITHIN)?;
        }
        if self.buffers[self.shown].is_none() {
            self.news_until(now + ANSWERS_WITHIN)?;
        }
        self.fresh = None;
        let shown = self.buffers[self.shown].as_ref();
        let shown = shown.ok_or_else(|| CaptureError(NO_PICTURE.into()))?;
        let mut damage = std::mem::take(&mut self.damage);
        if frame.size() != self.size {
            frame.resize(self.size);
            damage = Damage::of(self.size.rect());
        }
        let words = shown.memory.words(0..shown.memory.length() / 4);
        for part in damage.rects() {
            picture::copy(words, shown.layout, shown.way, *part, frame);
        }
        Ok(damage)
    }

    /// The compositor draws the pointer into the picture.
    fn cursor(&mut self) -> CursorChange {
        CursorChange::default()
    }
}

impl Buffer {
    fn new(wire: &Wire, shm: &WlShm, layout: Layout) -> Result<Self, CaptureError> {
        layout.check()?;
        let (fd, memory) = Mapping::new(layout.bytes(), Writer::Server)?;
        // They fit: see `Layout::check`.
        let [bytes, width, height, stride] = [
            layout.bytes() as u32,
            layout.size.width,
            layout.size.height,
            layout.stride,
        ]
        .map(u32::cast_signed);
        let pool = shm.create_pool(fd.as_fd(), bytes, &wire.handle(), ());
        let handle = wire.handle();
        let object = pool.create_buffer(0, width, height, stride, layout.format, &handle, ());
        pool.destroy();
        Ok(Self {
            object,
            stale: Damage::of(layout.size.rect()),
            memory,
            layout,
            way: Way {
                transform: Transform::Normal,
                upside_down: false,
            },
        })
    }
}

impl From<LayoutError> for CaptureError {
    fn from(error: LayoutError) -> Self {
        Self(format!("it has {error}"))
    }
}

impl From<io::Error> for CaptureError {
    fn from(error: io::Error) -> Self {
        Self(format!("there is no memory for its picture: {error}"))
    }
}
