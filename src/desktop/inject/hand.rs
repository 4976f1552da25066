//! Presses keys and buttons and moves the pointer, writes each down first, and knows what it holds.

use std::{path::Path, process::Command, sync::Arc};

use enigo::{Coordinate, Direction, Enigo, InputError, Keyboard as _, Mouse as _, Settings};
use x11rb::{
    connection::Connection,
    protocol::{
        xproto::{BUTTON_RELEASE_EVENT, KEY_RELEASE_EVENT},
        xtest::ConnectionExt as _,
    },
    wrapper::ConnectionExt as _,
};

use super::guard::{Guard, Held};
use crate::{
    desktop::{
        DesktopError,
        local_input::{Act, Ledger},
        x11::Display,
    },
    input::{KeyStep, PointerButton},
    screen::Point,
};

/// The wheel's buttons, as X11 numbers them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notch {
    Up,
    Down,
    Left,
    Right,
}

/// The hand.
pub(super) struct Hand {
    enigo: Enigo,
    ledger: Arc<Ledger>,
    /// Releases what is down if we are killed.
    guard: Option<Guard>,
    /// The keys that are down, the longest first.
    keys: Vec<u8>,
    buttons: Vec<PointerButton>,
}

impl Hand {
    /// A hand on this display, which writes down in this ledger what it does. `guard` is the program that becomes its guard.
    pub(super) fn new(
        display: Option<&str>,
        ledger: Arc<Ledger>,
        guard: Option<&Path>,
    ) -> Result<Self, DesktopError> {
        let settings = Settings {
            x11_display: display.map(str::to_owned),
            // Programs that translate keys late are cared for by the spare keys' rotation, not by waiting.
            linux_delay: 0,
            // We release them ourselves, and write that down.
            release_keys_when_dropped: false,
            ..Settings::default()
        };
        let enigo = Enigo::new(&settings).map_err(|error| {
            DesktopError::Unsupported(format!("mouse and keyboard cannot be opened: {error}"))
        })?;
        let guard = guard.and_then(|program| {
            let mut command = Command::new(program);
            command.envs(display.map(|display| ("DISPLAY", display)));
            Guard::start(command)
                .inspect_err(|error| tracing::warn!(%error, "held keys have no guard"))
                .ok()
        });
        Ok(Self {
            enigo,
            ledger,
            guard,
            keys: Vec::new(),
            buttons: Vec::new(),
        })
    }

    /// The keys that are down.
    pub(super) fn keys(&self) -> &[u8] {
        &self.keys
    }

    /// Whether this button is down.
    pub(super) fn holds(&self, button: PointerButton) -> bool {
        self.buttons.contains(&button)
    }

    /// Presses or releases a key.
    pub(super) fn key(&mut self, step: KeyStep) -> Result<(), DesktopError> {
        let KeyStep { keycode, pressed } = step;
        self.ledger.note(Act::Key { keycode, pressed });
        // Taken down as held before it is: what may have gone down must be released.
        self.keys.retain(|held| *held != keycode);
        if pressed {
            self.keys.push(keycode);
        }
        self.guarded(Held::Key(keycode), pressed, |enigo| {
            enigo.raw(keycode.into(), direction(pressed))
        })
    }

    /// Presses or releases keys, one after the other.
    pub(super) fn keys_in_turn(&mut self, steps: &[KeyStep]) -> Result<(), DesktopError> {
        steps.iter().try_for_each(|step| self.key(*step))
    }

    /// Presses or releases a button.
    pub(super) fn button(
        &mut self,
        button: PointerButton,
        pressed: bool,
    ) -> Result<(), DesktopError> {
        self.buttons.retain(|held| *held != button);
        if pressed {
            self.buttons.push(button);
        }
        let (number, enigo) = match button {
            PointerButton::Left => (1, enigo::Button::Left),
            PointerButton::Middle => (2, enigo::Button::Middle),
            PointerButton::Right => (3, enigo::Button::Right),
            PointerButton::Back => (8, enigo::Button::Back),
            PointerButton::Forward => (9, enigo::Button::Forward),
        };
        self.press(number, enigo, pressed)
    }

    /// Turns the wheel by one notch.
    pub(super) fn turn(&mut self, notch: Notch) -> Result<(), DesktopError> {
        let (number, enigo) = match notch {
            Notch::Up => (4, enigo::Button::ScrollUp),
            Notch::Down => (5, enigo::Button::ScrollDown),
            Notch::Left => (6, enigo::Button::ScrollLeft),
            Notch::Right => (7, enigo::Button::ScrollRight),
        };
        self.press(number, enigo, true)?;
        self.press(number, enigo, false)
    }

    /// Moves the pointer to a place on the root window.
    pub(super) fn move_to(&mut self, at: Point) -> Result<(), DesktopError> {
        self.ledger.note(Act::Motion);
        self.enigo
            .move_mouse(at.x, at.y, Coordinate::Abs)
            .map_err(refused)
    }

    /// Releases every button, as far as the system lets.
    pub(super) fn release_buttons(&mut self) {
        for button in self.buttons.clone() {
            if let Err(error) = self.button(button, false) {
                tracing::warn!(%error, "a button could not be released");
            }
        }
    }

    /// Releases every button and key, as far as the system lets; keys for which `is_last` holds after the others.
    pub(super) fn release_all(&mut self, is_last: impl Fn(u8) -> bool) {
        self.release_buttons();
        let mut keys: Vec<_> = self.keys.iter().rev().copied().collect();
        keys.sort_by_key(|keycode| is_last(*keycode));
        for keycode in keys {
            let up = KeyStep {
                keycode,
                pressed: false,
            };
            if let Err(error) = self.key(up) {
                tracing::warn!(%error, "a key could not be released");
            }
        }
    }

    fn press(
        &mut self,
        button: u8,
        enigo: enigo::Button,
        pressed: bool,
    ) -> Result<(), DesktopError> {
        self.ledger.note(Act::Button { button, pressed });
        self.guarded(Held::Button(button), pressed, |hand| {
            hand.button(enigo, direction(pressed))
        })
    }

    /// The guard hears of a press before it is done and of a release after it, so that it never misses what is down.
    fn guarded(
        &mut self,
        held: Held,
        pressed: bool,
        act: impl FnOnce(&mut Enigo) -> Result<(), InputError>,
    ) -> Result<(), DesktopError> {
        if let (true, Some(guard)) = (pressed, &mut self.guard) {
            guard.note(held, true);
        }
        act(&mut self.enigo).map_err(refused)?;
        if let (false, Some(guard)) = (pressed, &mut self.guard) {
            guard.note(held, false);
        }
        Ok(())
    }
}

/// Releases what a Hulp that was killed held, the last first.
pub(super) fn release(held: &[Held]) -> Result<(), DesktopError> {
    let display = Display::open(None)?;
    for held in held.iter().rev() {
        let (kind, which) = match held {
            Held::Key(keycode) => (KEY_RELEASE_EVENT, keycode),
            Held::Button(number) => (BUTTON_RELEASE_EVENT, number),
        };
        display
            .conn
            .xtest_fake_input(kind, *which, 0, display.root, 0, 0, 0)?;
    }
    display.conn.flush()?;
    display.conn.sync()?;
    Ok(())
}

fn direction(pressed: bool) -> Direction {
    if pressed {
        Direction::Press
    } else {
        Direction::Release
    }
}

fn refused(error: InputError) -> DesktopError {
    DesktopError::Refused(error.to_string())
}
