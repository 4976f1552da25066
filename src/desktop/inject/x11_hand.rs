//! Presses keys and buttons and moves the pointer, and writes each down first.

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

use super::guard::{Guard, Held, guarded};
use crate::{
    desktop::{
        DesktopError,
        local_input::{Act, Ledger},
        x11::Display,
    },
    input::PointerButton,
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
        });
        Ok(Self {
            enigo,
            ledger,
            guard,
        })
    }

    /// Presses or releases a key.
    pub(super) fn key(&mut self, keycode: u8, pressed: bool) -> Result<(), DesktopError> {
        self.ledger.note(Act::Key { keycode, pressed });
        guarded(&mut self.guard, Held::Key(keycode), pressed, || {
            let pressed = self.enigo.raw(keycode.into(), direction(pressed));
            pressed.map_err(refused)
        })
    }

    /// Presses or releases a button.
    pub(super) fn button(
        &mut self,
        button: PointerButton,
        pressed: bool,
    ) -> Result<(), DesktopError> {
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

    fn press(
        &mut self,
        button: u8,
        enigo: enigo::Button,
        pressed: bool,
    ) -> Result<(), DesktopError> {
        self.ledger.note(Act::Button { button, pressed });
        guarded(&mut self.guard, Held::Button(button), pressed, || {
            let pressed = self.enigo.button(enigo, direction(pressed));
            pressed.map_err(refused)
        })
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
