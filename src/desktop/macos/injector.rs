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
        inject::{Guard, Held},
    },
    input::{InputEvent, Keysym, MAX_INPUT_TEXT, PointerButton},
    screen::Point,
};

/// The most notches of one event: more than any hand turns at once.
const MAX_NOTCHES: i16 = 40;
/// How far the pointer is sent to try it, in points: enough to be told from a trembling hand, and in nobody's way.
const STEP: f64 = 4.0;
/// So long it may take to get there.
const ARRIVES_WITHIN: Duration = Duration::from_millis(500);
/// How often to look.
const LOOK_EVERY: Duration = Duration::from_millis(5);
/// The user's own hand may move the mouse meanwhile; so it is tried so often.
const TRIES: u32 = 3;

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
    /// What the expert holds, and how it went down.
    keys: Vec<(Keysym, Press)>,
    /// The modifiers among them, as an event has them.
    modifiers: u64,
    buttons: Vec<PointerButton>,
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
        let guard = guard.and_then(|program| {
            Guard::start(Command::new(program))
                .inspect_err(|error| tracing::warn!(%error, "held keys have no guard"))
                .ok()
        });
        Ok(Self {
            poster: Poster::new(tap.mark())?,
            repeat: Repeat::start(Poster::new(tap.mark())?)?,
            tap,
            guard,
            layouts: Layouts::open(),
            own_windows: OwnWindows::default(),
            console: Console::default(),
            clicks: Clicks::default(),
            keys: Vec::new(),
            modifiers: 0,
            buttons: Vec::new(),
            sent: None,
            is_kept_out: false,
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
        if !self.buttons.contains(&button) {
            let (_, screen) = main_display()?;
            let patience = Duration::try_from_secs_f64(NSEvent::doubleClickInterval());
            let count = self.clicks.press(
                button,
                screen.pixel_at(at),
                Instant::now(),
                patience.unwrap_or_default(),
            );
            // Taken down as held before it is: what may have gone down must be released.
            self.buttons.push(button);
            self.tell_guard(held_button(button), true);
            let poster = &self.poster;
            poster.button(button, true, at, count, self.modifiers)?;
        }
        Ok(Injected::Done)
    }

    fn release_button(&mut self, button: PointerButton) -> Result<Injected, DesktopError> {
        if self.buttons.contains(&button) {
            let at = self.pointer()?;
            let count = self.clicks.count();
            let poster = &self.poster;
            poster.button(button, false, at, count, self.modifiers)?;
            self.buttons.retain(|held| *held != button);
            self.tell_guard(held_button(button), false);
        }
        Ok(Injected::Done)
    }

    fn turn_wheel(&mut self, right: i16, down: i16) -> Result<Injected, DesktopError> {
        let at = self.pointer()?;
        if self.meets_own_window(at) {
            return Ok(Injected::OverOwnWindow);
        }
        let [right, down] = [right, down].map(|way| way.clamp(-MAX_NOTCHES, MAX_NOTCHES).into());
        self.poster.wheel(at, right, down, self.modifiers)?;
        Ok(Injected::Done)
    }

    /// Whether a press would meet one of our own windows, or happen where the expert does not see the pointer.
    fn meets_own_window(&mut self, at: Spot) -> bool {
        self.is_kept_out || self.own_windows.are_at(at, true)
    }

    fn press_key(&mut self, keysym: Keysym) -> Result<Injected, DesktopError> {
        if self.keys.iter().any(|(held, _)| *held == keysym) {
            return Ok(Injected::Done);
        }
        if have_focus() {
            return Ok(Injected::OverOwnWindow);
        }
        // Nobody hears the novice's Esc then.
        if carbon::keys_are_kept() {
            return Ok(Injected::CannotType);
        }
        let key = MacKey::of(keysym);
        let press = key.and_then(|key| press(key, self.modifiers, &self.layouts.now()));
        let (Some(key), Some(press)) = (key, press) else {
            return Ok(Injected::CannotType);
        };
        if let Some(same) = self
            .keys
            .iter()
            .position(|(_, held)| held.keycode == press.keycode)
        {
            // One key cannot be down for two signs.
            let (same, _) = self.keys[same];
            self.release_key(same)?;
        }
        self.keys.push((keysym, press));
        self.tell_guard(held_key(press.keycode), true);
        if let MacKey::Modifier { flag, .. } = key {
            self.modifiers |= flag;
            self.repeat.hold(None);
        } else {
            self.repeat.hold(Some(press));
        }
        self.poster.key(press, true, false)?;
        Ok(Injected::Done)
    }

    fn release_key(&mut self, keysym: Keysym) -> Result<Injected, DesktopError> {
        let mut held = self.keys.iter();
        let exact = held.clone().position(|(held, _)| *held == keysym);
        // Shift that went up between may have made another sign of the same key.
        let index =
            exact.or_else(|| held.position(|(held, _)| held.lower().same_as(keysym.lower())));
        let Some(index) = index else {
            return Ok(Injected::Done);
        };
        let (keysym, press) = self.keys[index];
        self.repeat.hold(None);
        let others = || {
            let others = self.keys.iter().enumerate().filter(|(n, _)| *n != index);
            others
                .map(|(_, (keysym, _))| modifier(*keysym))
                .fold(0, |all, one| all | one)
        };
        let flags = match modifier(keysym) {
            0 => press.flags,
            _ => others(),
        };
        self.modifiers = others();
        self.keys.remove(index);
        let up = Press { flags, ..press };
        self.poster.key(up, false, false)?;
        self.tell_guard(held_key(press.keycode), false);
        Ok(Injected::Done)
    }

    /// The guard hears of a press before it is done and of a release after it, so that it never misses what is down.
    fn tell_guard(&mut self, held: Option<Held>, pressed: bool) {
        if let (Some(guard), Some(held)) = (&mut self.guard, held) {
            guard.note(held, pressed);
        }
    }

    fn type_text(&mut self, text: &str) -> Result<Injected, DesktopError> {
        if text.len() > MAX_INPUT_TEXT {
            return Ok(Injected::CannotType);
        }
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
        let dragging = self.buttons.first().copied();
        self.poster.motion(from, at, dragging, self.modifiers)
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

    fn inject_now(&mut self, event: &InputEvent) -> Result<Injected, DesktopError> {
        match *event {
            InputEvent::PointerMoved { x, y } => self.move_pointer(Point::new(x, y)),
            InputEvent::Button {
                button,
                pressed: true,
            } => self.press_button(button),
            InputEvent::Button {
                button,
                pressed: false,
            } => self.release_button(button),
            InputEvent::Wheel { right, down } => self.turn_wheel(right, down),
            InputEvent::Key {
                keysym,
                pressed: true,
            } => self.press_key(keysym),
            InputEvent::Key {
                keysym,
                pressed: false,
            } => self.release_key(keysym),
            InputEvent::Text(ref text) => self.type_text(text),
        }
    }

    fn release_buttons(&mut self) {
        for button in self.buttons.clone() {
            if let Err(error) = self.release_button(button) {
                tracing::warn!(%error, "a button could not be released");
            }
        }
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
        autoreleasepool(|_| self.inject_now(event))
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
        self.release_buttons();
        // Modifiers after the others.
        let mut keys: Vec<_> = self.keys.iter().rev().map(|(keysym, _)| *keysym).collect();
        keys.sort_by_key(|keysym| modifier(*keysym) != 0);
        for keysym in keys {
            if let Err(error) = self.release_key(keysym) {
                tracing::warn!(%error, "a key could not be released");
            }
        }
    }
}

impl Drop for MacInjector {
    fn drop(&mut self) {
        self.release_all();
    }
}

/// What a modifier sets; nothing for other keys.
fn modifier(keysym: Keysym) -> u64 {
    match MacKey::of(keysym) {
        Some(MacKey::Modifier { flag, .. }) => flag,
        _ => 0,
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
