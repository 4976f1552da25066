//! The main display's pictures and pointer.

use std::{
    thread,
    time::{Duration, Instant},
};

use super::{
    console::Console,
    cursor::Cursor,
    display::{is_asleep, main_display},
    health::{Health, Step, Stop},
    permission,
    picture::update,
    places::Screen,
    stream::Stream,
};
use crate::{
    desktop::{Capture, CaptureError, CursorChange, DesktopError},
    screen::{Damage, Framebuffer, Size},
};

/// How often the pointer is looked at: nothing tells of it.
const POINTER_PACE: Duration = Duration::from_millis(20);
/// How often the display itself is looked at: its size may change, and another may become the main one.
const DISPLAY_PACE: Duration = Duration::from_secs(1);
/// How long the first picture may take.
const FIRST_PICTURE: Duration = Duration::from_secs(5);

/// The main display, seen through ScreenCaptureKit.
pub(super) struct MacCapture {
    display: u32,
    screen: Screen,
    /// None after macOS ended it, until there is another.
    stream: Option<Stream>,
    health: Health,
    /// Why the last one ended.
    ended: String,
    console: Console,
    cursor: Cursor,
    looked: Instant,
    /// No picture was fetched yet.
    is_first: bool,
    /// No picture of this stream was fetched yet: all of it is news.
    is_whole: bool,
}

impl MacCapture {
    /// Opens the main display.
    pub(super) fn open() -> Result<Self, DesktopError> {
        permission::to_see()?;
        let (display, screen) = main_display()?;
        let stream = Stream::open(display, screen.size).map_err(|stop| match stop {
            Stop::NotAllowed => permission::none_to_see(),
            Stop::ByUser => DesktopError::Refused(BY_USER.into()),
            Stop::Broken(why) => DesktopError::Refused(why),
        })?;
        let now = Instant::now();
        Ok(Self {
            display,
            screen,
            stream: Some(stream),
            health: Health::new(now),
            ended: String::new(),
            console: Console::default(),
            cursor: Cursor::default(),
            looked: now,
            is_first: true,
            is_whole: true,
        })
    }

    /// Looks whether the display is still the same, and whether there is a stream of it; if not, begins one.
    fn look_at_display(&mut self) -> Result<(), CaptureError> {
        let now = Instant::now();
        self.looked = now;
        // While displays come and go there may be none.
        if let Ok((display, screen)) = main_display() {
            let is_another = (display, screen.size) != (self.display, self.screen.size);
            (self.display, self.screen) = (display, screen);
            if is_another {
                self.health = Health::new(now);
                return self.begin();
            }
        }
        let is_dark = is_asleep(self.display) || !self.console.is_ours();
        match self.health.step(is_dark, now) {
            Step::Watch | Step::Wait => Ok(()),
            Step::Begin => self.begin(),
            Step::GiveUp => Err(CaptureError(self.ended.clone())),
        }
    }

    fn begin(&mut self) -> Result<(), CaptureError> {
        self.stream = None;
        match Stream::open(self.display, self.screen.size) {
            Ok(stream) => {
                self.stream = Some(stream);
                self.is_whole = true;
                Ok(())
            }
            Err(stop) => self.stopped(stop),
        }
    }

    /// Has it begin again later, where that is right.
    fn stopped(&mut self, stop: Stop) -> Result<(), CaptureError> {
        self.stream = None;
        match stop {
            Stop::NotAllowed => Err(CaptureError(permission::none_to_see().to_string())),
            Stop::ByUser => Err(CaptureError(BY_USER.into())),
            Stop::Broken(why) => {
                tracing::info!(why, "macOS ended the pictures of the screen");
                self.health.ended(Instant::now());
                self.ended = why;
                Ok(())
            }
        }
    }

    /// Waits until there is a picture that was not fetched, or `patience` is over; says whether there is.
    fn has_picture(&mut self, patience: Duration) -> Result<bool, CaptureError> {
        let Some(stream) = &self.stream else {
            thread::sleep(patience);
            return Ok(false);
        };
        match stream.wait(patience) {
            Ok(has_one) => Ok(has_one),
            Err(stop) => self.stopped(stop).map(|()| false),
        }
    }
}

/// What is said where the novice ended it.
const BY_USER: &str = "it was ended in the menu bar of macOS";

impl Capture for MacCapture {
    fn size(&self) -> Size {
        self.screen.size
    }

    fn wait(&mut self, patience: Duration) -> Result<bool, CaptureError> {
        let deadline = Instant::now() + patience;
        loop {
            if self.looked.elapsed() >= DISPLAY_PACE {
                self.look_at_display()?;
            }
            let left = deadline.saturating_duration_since(Instant::now());
            if self.has_picture(left.min(POINTER_PACE))? || self.cursor.look(self.screen) {
                return Ok(true);
            }
            if left.is_zero() {
                return Ok(false);
            }
        }
    }

    fn grab(&mut self, frame: &mut Framebuffer) -> Result<Damage, CaptureError> {
        if self.is_first && !self.has_picture(FIRST_PICTURE)? {
            return Err(CaptureError("macOS sent no picture of it".into()));
        }
        let stream = self.stream.as_ref();
        let taken = stream.and_then(|stream| Some((stream.take()?, stream.size())));
        let Some((picture, size)) = taken else {
            return Ok(Damage::none());
        };
        self.is_first = false;
        if frame.size() != size {
            frame.resize(size);
        }
        let damage = picture.look(size, |rows| update(frame, rows));
        let damage =
            damage.ok_or_else(|| CaptureError("its pictures are of another kind".into()))?;
        match std::mem::take(&mut self.is_whole) {
            true => Ok(Damage::of(size.rect())),
            false => Ok(damage),
        }
    }

    fn cursor(&mut self) -> CursorChange {
        self.cursor.look(self.screen);
        self.cursor.take()
    }
}
