//! The expert's hands on a Mac's mouse and keyboard.

use std::{
    path::Path,
    process::Command,
    thread,
    time::{Duration, Instant},
};

use objc2::rc::autoreleasepool;
use objc2_app_kit::NSEvent;

use super::{
    carbon,
    clicks::Clicks,
    console::Console,
    display::{main_display, pointer},
    keys::{MacKey, Press, press},
    layouts::Layouts,
    own_windows::{OwnWindows, have_focus},
    permission,
    places::{Screen, Spot},
    poster::Poster,
    release::{held_button, held_key},
    repeat::Repeat,
    tap::Tap,
};
use crate::{
    desktop::{
        DesktopError, Injected, Injector, LocalInputSink,
        inject::{Down, Guard, Hands, guarded},
    },
    input::{InputEvent, Keysym, PointerButton},
    screen::Point,
};

/// How far the pointer is sent to try it, in points: enough to be told from a trembling hand, and in nobody's way.
const STEP: f64 = 4.0;
/// So long it may take to get there.
const ARRIVES_WITHIN: Duration = Duration::from_millis(500);
/// How often to look.
const LOOK_EVERY: Duration = Duration::from_millis(5);
/// The user's own hand may move the mouse meanwhile; so it is tried so often.
const TRIES: u32 = 3;

/// A key that is down.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct MacPress {
    /// How it went down.
    press: Press,
    /// The modifiers that it sets, as an event has them.
    sets: u64,
}

/// Mouse and keyboard of a Mac.
pub(super) struct MacInjector {
    poster: Poster,
    repeat: Repeat,
    tap: Tap,
    /// Releases what is down if we are killed.
    guard: Option<Guard>,
    layouts: Layouts,
    own_windows: OwnWindows,
    console: Console,
    clicks: Clicks,
    down: Down<MacPress>,
    /// Where the pointer was sent last, and how often the novice had done something then: after that it may be anywhere.
    sent: Option<(Spot, u64)>,
    /// The expert's pointer is over one of our own windows, and the real one elsewhere.
    is_kept_out: bool,
}

impl MacInjector {
    /// Opens mouse and keyboard, and starts to watch the novice's. `guard` is the program that releases what is held if this one is
    /// killed.
    pub(super) fn open(sink: LocalInputSink, guard: Option<&Path>) -> Result<Self, DesktopError> {
        permission::to_control()?;
        let tap = Tap::start(sink)?;
        let guard = guard.and_then(|program| Guard::start(Command::new(program)));
        Ok(Self {
            poster: Poster::new(tap.mark())?,
            repeat: Repeat::start(Poster::new(tap.mark())?)?,
            tap,
            guard,
            layouts: Layouts::open(),
            own_windows: OwnWindows::default(),
            console: Console::default(),
            clicks: Clicks::default(),
            down: Down::default(),
            sent: None,
            is_kept_out: false,
        })
    }
}

impl Hands for MacInjector {
    type Key = MacPress;

    fn down(&mut self) -> &mut Down<MacPress> {
        &mut self.down
    }

    fn is_modifier(&self, key: MacPress) -> bool {
        key.sets != 0
    }

    fn send_key(&mut self, key: MacPress, pressed: bool) -> Result<(), DesktopError> {
        let MacPress { mut press, sets } = key;
        if !pressed {
            self.repeat.hold(None);
            if sets != 0 {
                press.flags = self.modifiers();
            }
        }
        guarded(&mut self.guard, held_key(press.keycode), pressed, || {
            self.poster.key(press, pressed, false)
        })
    }

    fn send_button(&mut self, button: PointerButton, pressed: bool) -> Result<(), DesktopError> {
        let (at, modifiers) = (self.pointer()?, self.modifiers());
        let count = self.clicks.count();
        guarded(&mut self.guard, held_button(button), pressed, || {
            (self.poster).button(button, pressed, at, count, modifiers)
        })
    }

    fn move_pointer(&mut self, at: Point) -> Result<Injected, DesktopError> {
        let (_, screen) = main_display()?;
        let at = screen.spot_of(at);
        self.is_kept_out = self.own_windows.are_at(at, false);
        if self.is_kept_out {
            // What is dragged is dropped before it comes here.
            self.release_buttons();
            return Ok(Injected::OverOwnWindow);
        }
        self.send_to(at)?;
        Ok(Injected::Done)
    }

    fn press_button(&mut self, button: PointerButton) -> Result<Injected, DesktopError> {
        let at = self.pointer()?;
        if self.meets_own_window(at) {
            return Ok(Injected::OverOwnWindow);
        }
        let (_, screen) = main_display()?;
        let patience = Duration::try_from_secs_f64(NSEvent::doubleClickInterval());
        self.clicks.press(
            button,
            screen.pixel_at(at),
            Instant::now(),
            patience.unwrap_or_default(),
        );
        self.button(button, true)?;
        Ok(Injected::Done)
    }

    fn turn_wheel(&mut self, right: i16, down: i16) -> Result<Injected, DesktopError> {
        let at = self.pointer()?;
        if self.meets_own_window(at) {
            return Ok(Injected::OverOwnWindow);
        }
        (self.poster).wheel(at, right.into(), down.into(), self.modifiers())?;
        Ok(Injected::Done)
    }

    fn press_key(&mut self, keysym: Keysym) -> Result<Injected, DesktopError> {
        if have_focus() {
            return Ok(Injected::OverOwnWindow);
        }
        // Nobody hears the novice's Esc then.
        if carbon::keys_are_kept() {
            return Ok(Injected::CannotType);
        }
        let key = MacKey::of(keysym);
        let press = key.and_then(|key| press(key, self.modifiers(), &self.layouts.now()));
        let (Some(key), Some(press)) = (key, press) else {
            return Ok(Injected::CannotType);
        };
        self.free(|held| held.press.keycode == press.keycode)?;
        let sets = match key {
            MacKey::Modifier { flag, .. } => flag,
            MacKey::Fixed { .. } | MacKey::Sign(_) => 0,
        };
        self.repeat.hold((sets == 0).then_some(press));
        self.hold(keysym, MacPress { press, sets })?;
        Ok(Injected::Done)
    }

    fn type_text(&mut self, text: &str) -> Result<Injected, DesktopError> {
        let novice_acts = self.tap.novice_acts();
        let layout = self.layouts.now();
        let mut outcome = Injected::Done;
        for sign in text.chars() {
            if have_focus() {
                return Ok(Injected::OverOwnWindow);
            }
            // Text takes its time, and the novice does not wait.
            if self.tap.novice_acts() != novice_acts {
                return Ok(outcome);
            }
            let key = Keysym::from_char(sign).and_then(MacKey::of);
            let press = key.and_then(|key| press(key, 0, &layout));
            match press {
                Some(press) if !carbon::keys_are_kept() => {
                    self.poster.key(press, true, false)?;
                    self.poster.key(press, false, false)?;
                }
                _ => outcome = Injected::CannotType,
            }
        }
        Ok(outcome)
    }
}

impl MacInjector {
    /// Whether a press would meet one of our own windows, or happen where the expert does not see the pointer.
    fn meets_own_window(&mut self, at: Spot) -> bool {
        self.is_kept_out || self.own_windows.are_at(at, true)
    }

    /// The modifiers that are down, as an event has them.
    fn modifiers(&self) -> u64 {
        let keys = self.down.keys().iter();
        keys.fold(0, |all, key| all | key.sets)
    }

    /// Where the pointer is: where it was sent, which it may not have reached yet, unless the novice moved it since.
    fn pointer(&self) -> Result<Spot, DesktopError> {
        match self.sent {
            Some((at, acts)) if acts == self.tap.novice_acts() => Ok(at),
            _ => pointer().ok_or_else(no_pointer),
        }
    }

    fn send_to(&mut self, at: Spot) -> Result<(), DesktopError> {
        let from = self.pointer().unwrap_or(at);
        self.sent = Some((at, self.tap.novice_acts()));
        let dragging = self.down.buttons().first().copied();
        (self.poster).motion(from, at, dragging, self.modifiers())
    }

    fn arrives(&self, at: Spot) -> Result<bool, DesktopError> {
        let give_up = Instant::now() + ARRIVES_WITHIN;
        while !is_at(pointer().ok_or_else(no_pointer)?, at) {
            if Instant::now() >= give_up {
                return Ok(false);
            }
            thread::sleep(LOOK_EVERY);
        }
        Ok(true)
    }
}

impl Injector for MacInjector {
    fn inject(&mut self, event: &InputEvent) -> Result<Injected, DesktopError> {
        if self.tap.is_blind() {
            self.release_all();
            let text = "the novice's own keys can no longer be watched";
            return Err(DesktopError::Refused(text.into()));
        }
        if !self.console.is_ours() {
            self.release_all();
            let text = "another user uses this Mac now, and nobody would hear Esc or Ctrl+C";
            return Err(DesktopError::Refused(text.into()));
        }
        // The thread has no pool of its own, and AppKit leaves things in it.
        autoreleasepool(|_| self.act(event))
    }

    fn try_pointer(&mut self) -> Result<bool, DesktopError> {
        for _ in 0..TRIES {
            let (_, screen) = main_display()?;
            let from = pointer().ok_or_else(no_pointer)?;
            let to = beside(from, screen);
            self.send_to(to)?;
            let went = self.arrives(to)?;
            self.send_to(from)?;
            if went && self.arrives(from)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn release_all(&mut self) {
        self.repeat.hold(None);
        self.let_go();
    }
}

impl Drop for MacInjector {
    fn drop(&mut self) {
        self.release_all();
    }
}

/// To the right, but at the display's right side to the left.
fn beside(at: Spot, screen: Screen) -> Spot {
    let right = Spot {
        x: at.x + STEP,
        ..at
    };
    match screen.area.holds(right) {
        true => right,
        false => Spot {
            x: at.x - STEP,
            ..at
        },
    }
}

/// Within a point: the window server rounds.
fn is_at(found: Spot, wanted: Spot) -> bool {
    (found.x - wanted.x).abs() < 1.0 && (found.y - wanted.y).abs() < 1.0
}

fn no_pointer() -> DesktopError {
    DesktopError::Refused("macOS does not tell where the pointer is".into())
}
