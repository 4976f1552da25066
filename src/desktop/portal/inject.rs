//! Mouse and keyboard of a desktop that takes them through its portal.

use std::{
    path::Path,
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use super::{
    capture::Feed,
    grants::Grants,
    layout::Layout,
    session::{Session, Wheel},
    shortcut::StopShortcut,
};
use crate::{
    desktop::{
        DesktopError, Injected, Injector,
        inject::{Down, Hands},
        wayland::{OwnWindows, Press, Watch},
    },
    input::{InputEvent, Keysym, PointerButton},
    screen::{Point, Size},
};

/// How far the pointer is moved to see whether it moves, and how long it may take.
const TRIAL_PIXELS: i32 = 8;
const TRIAL_PATIENCE: Duration = Duration::from_secs(2);

/// How long the desktop may take to do what it was told: the portal passes it on and answers before it is done. Only then does asking
/// whose window would get the next press say what is so. Longer than two frames of a slow desktop.
const SETTLE: Duration = Duration::from_millis(80);

/// Mouse and keyboard, as the novice granted them in the desktop's own question.
pub(super) struct PortalInjector {
    grants: Arc<Grants>,
    session: Arc<Session>,
    /// Which signs can be typed; where the desktop tells.
    layout: Option<Layout>,
    down: Down<Keysym>,
    own_windows: OwnWindows,
    _watch: Watch,
    /// The last time that something was done after which another window may get the next press.
    unsettled: Option<Instant>,
    _stop_shortcut: Option<StopShortcut>,
}

impl PortalInjector {
    /// Asks the novice.
    pub(super) fn open(
        grants: Arc<Grants>,
        wayland: Option<&Path>,
        own_windows: OwnWindows,
    ) -> Result<Self, DesktopError> {
        let session = grants.control()?;
        let layout = Layout::open(wayland)
            .inspect_err(|error| tracing::info!(%error, "the keyboard's layout is not told"))
            .ok();
        let watch = own_windows.watch()?;
        Ok(Self {
            grants,
            session,
            layout,
            down: Down::default(),
            own_windows,
            _watch: watch,
            unsettled: None,
            _stop_shortcut: None,
        })
    }

    /// These keys are the novice's to stop it by, as long as it goes on.
    pub(super) fn is_stopped_by(&mut self, shortcut: Option<StopShortcut>) {
        self._stop_shortcut = shortcut;
    }

    /// Waits until the desktop has done what may move the pointer, or give another window the keyboard.
    ///
    /// Nothing tells when that is, so this is a courtesy: the expert hears that the window is not theirs. That nothing gets through is
    /// for [`OwnWindows`] to see to.
    fn settle(&mut self) {
        if let Some(since) = self.unsettled.take() {
            thread::sleep(SETTLE.saturating_sub(since.elapsed()));
        }
    }

    fn leave_to_click(&mut self) -> Result<Option<Press>, DesktopError> {
        self.settle();
        self.own_windows.leave_to_click()
    }

    fn leave_to_type(&mut self) -> Result<Option<Press>, DesktopError> {
        self.settle();
        self.own_windows.leave_to_type()
    }
}

impl Hands for PortalInjector {
    type Key = Keysym;

    fn down(&mut self) -> &mut Down<Keysym> {
        &mut self.down
    }

    fn is_modifier(&self, keysym: Keysym) -> bool {
        keysym.is_modifier()
    }

    /// Whatever key it is: it may close the window that it goes to, or be a shortcut of the desktop's.
    fn send_key(&mut self, keysym: Keysym, pressed: bool) -> Result<(), DesktopError> {
        self.unsettled = Some(Instant::now());
        self.session.keysym(keysym.0.cast_signed(), pressed)
    }

    fn send_button(&mut self, button: PointerButton, pressed: bool) -> Result<(), DesktopError> {
        self.unsettled = Some(Instant::now());
        self.session.button(code(button), pressed)
    }

    fn move_pointer(&mut self, at: Point) -> Result<Injected, DesktopError> {
        self.unsettled = Some(Instant::now());
        let shown = self.grants.shown();
        let logical = self.session.logical_size().unwrap_or(shown);
        let (x, y) = scaled(at, shown, logical);
        self.session.move_pointer(x, y)?;
        Ok(Injected::Done)
    }

    fn press_button(&mut self, button: PointerButton) -> Result<Injected, DesktopError> {
        let Some(_press) = self.leave_to_click()? else {
            return Ok(Injected::OverOwnWindow);
        };
        self.button(button, true)?;
        Ok(Injected::Done)
    }

    fn turn_wheel(&mut self, right: i16, down: i16) -> Result<Injected, DesktopError> {
        let Some(_press) = self.leave_to_click()? else {
            return Ok(Injected::OverOwnWindow);
        };
        for (wheel, notches) in [(Wheel::Horizontal, right), (Wheel::Vertical, down)] {
            if notches != 0 {
                self.session.turn_wheel(wheel, notches.into())?;
            }
        }
        Ok(Injected::Done)
    }

    fn press_key(&mut self, keysym: Keysym) -> Result<Injected, DesktopError> {
        let lacks_it = |layout: &mut Layout| !layout.has(keysym);
        if i32::try_from(keysym.0).is_err() || self.layout.as_mut().is_some_and(lacks_it) {
            return Ok(Injected::CannotType);
        }
        let Some(_press) = self.leave_to_type()? else {
            return Ok(Injected::OverOwnWindow);
        };
        self.hold(keysym, keysym)?;
        Ok(Injected::Done)
    }

    fn type_text(&mut self, text: &str) -> Result<Injected, DesktopError> {
        let mut outcome = Injected::Done;
        for sign in text.chars() {
            let Some(keysym) = Keysym::from_char(sign) else {
                outcome = Injected::CannotType;
                continue;
            };
            let key = |pressed| InputEvent::Key { keysym, pressed };
            match self.act(&key(true))? {
                Injected::Done => {}
                Injected::OverOwnWindow => return Ok(Injected::OverOwnWindow),
                Injected::CannotType => {
                    outcome = Injected::CannotType;
                    continue;
                }
            }
            // A portal passes on what it is told in threads of its own: only a call that was answered is before the next.
            self.act(&key(false))?;
            if !sign.is_control() && self.down.keys().is_empty() {
                // What is written goes on in the same window. It takes 80 ms a sign otherwise.
                self.unsettled = None;
            }
        }
        self.unsettled = Some(Instant::now());
        Ok(outcome)
    }
}

impl Injector for PortalInjector {
    fn inject(&mut self, event: &InputEvent) -> Result<Injected, DesktopError> {
        self.act(event)
    }

    fn try_pointer(&mut self) -> Result<bool, DesktopError> {
        // Its first picture may be long in coming while somebody else looks; the pointer alone will do.
        let feed = Feed::start(self.session.clone())?;
        let told = pointer(&feed, |_| true);
        let sizes = [feed.picture.lock().size(), self.grants.shown()];
        let size = sizes.into_iter().find(|size| size.pixels() > 0);
        let size = size.or(self.session.logical_size()).unwrap_or_default();
        let logical = self.session.logical_size().unwrap_or(size);
        let (middle_x, middle_y) = (size.width as i32 / 2, size.height as i32 / 2);
        // One that is on another screen comes to the middle of this one.
        let from = told.unwrap_or(Point::new(middle_x, middle_y));
        let step = match from.x < middle_x {
            true => TRIAL_PIXELS,
            false => -TRIAL_PIXELS,
        };
        let aim = Point::new(from.x + step, from.y);
        let near = |at: Point| (at.x - aim.x).abs() <= 1 && (at.y - aim.y).abs() <= 1;
        let go = |at| {
            let (x, y) = scaled(at, size, logical);
            self.session.move_pointer(x, y)
        };
        go(aim)?;
        let got_there = pointer(&feed, near).is_some();
        go(from)?;
        if !got_there && feed.picture.lock().pointer().is_none() {
            let text = "it does not tell where its pointer is";
            return Err(DesktopError::Unsupported(text.into()));
        }
        Ok(got_there)
    }

    fn release_all(&mut self) {
        self.let_go();
    }
}

impl Drop for PortalInjector {
    fn drop(&mut self) {
        self.release_all();
        // Also while its pictures are looked at.
        self.session.close();
    }
}

/// Where the pointer is, as soon as that `is_right`.
fn pointer(feed: &Feed, is_right: impl Fn(Point) -> bool) -> Option<Point> {
    let latest = feed.picture.wait(TRIAL_PATIENCE, |latest| {
        latest.pointer().is_some_and(&is_right) || latest.ended().is_some()
    });
    latest.pointer().filter(|at| is_right(*at))
}

/// A place of the picture, moved to its nearest pixel, in the desktop's own measure.
fn scaled(at: Point, picture: Size, logical: Size) -> (f64, f64) {
    let scaled = |value: i32, from: u32, to: u32| {
        let within = value.clamp(0, from.saturating_sub(1).cast_signed().max(0));
        f64::from(within) * f64::from(to) / f64::from(from.max(1))
    };
    (
        scaled(at.x, picture.width, logical.width),
        scaled(at.y, picture.height, logical.height),
    )
}

/// As Linux numbers buttons (`input-event-codes.h`).
fn code(button: PointerButton) -> i32 {
    match button {
        PointerButton::Left => 0x110,
        PointerButton::Right => 0x111,
        PointerButton::Middle => 0x112,
        PointerButton::Back => 0x113,
        PointerButton::Forward => 0x114,
    }
}
