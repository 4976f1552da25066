//! Presses keys and buttons and moves the pointer (`SendInput`), and marks each as ours.
#![allow(unsafe_code)]

use std::{path::Path, process::Command};

use windows_sys::Win32::UI::{
    Input::KeyboardAndMouse::{
        INPUT, INPUT_0, INPUT_KEYBOARD, INPUT_MOUSE, KEYBDINPUT, KEYEVENTF_EXTENDEDKEY,
        KEYEVENTF_KEYUP, KEYEVENTF_UNICODE, MAPVK_VK_TO_VSC, MOUSEEVENTF_ABSOLUTE,
        MOUSEEVENTF_HWHEEL, MOUSEEVENTF_LEFTDOWN, MOUSEEVENTF_LEFTUP, MOUSEEVENTF_MIDDLEDOWN,
        MOUSEEVENTF_MIDDLEUP, MOUSEEVENTF_MOVE, MOUSEEVENTF_RIGHTDOWN, MOUSEEVENTF_RIGHTUP,
        MOUSEEVENTF_VIRTUALDESK, MOUSEEVENTF_WHEEL, MOUSEEVENTF_XDOWN, MOUSEEVENTF_XUP, MOUSEINPUT,
        MapVirtualKeyW, SendInput,
    },
    WindowsAndMessaging::{
        GetSystemMetrics, SM_CXVIRTUALSCREEN, SM_CYVIRTUALSCREEN, SM_SWAPBUTTON, SM_XVIRTUALSCREEN,
        SM_YVIRTUALSCREEN, WHEEL_DELTA, XBUTTON1, XBUTTON2,
    },
};

use super::{
    guard::{Guard, Held, guarded},
    windows_keys::is_extended,
};
use crate::{
    desktop::{DesktopError, windows::refused},
    input::PointerButton,
    screen::Point,
};

/// What another process injects, and nobody of us has to know.
const NO_MARK: usize = 0;
/// How finely the desktop is divided for a pointer that is sent somewhere.
const STEPS: i64 = 65536;

/// The buttons, as the guard is told of them.
const BUTTONS: [PointerButton; 5] = [
    PointerButton::Left,
    PointerButton::Middle,
    PointerButton::Right,
    PointerButton::Back,
    PointerButton::Forward,
];

/// The hand.
pub(super) struct Hand {
    /// What our own injections carry.
    mark: usize,
    /// Releases what is down if we are killed.
    guard: Option<Guard>,
}

impl Hand {
    /// A hand whose injections have this mark. `guard` is the program that becomes its guard.
    pub(super) fn new(mark: usize, guard: Option<&Path>) -> Self {
        let guard = guard.and_then(|program| Guard::start(Command::new(program)));
        Self { mark, guard }
    }

    /// Presses or releases a key.
    pub(super) fn key(&mut self, key: u8, pressed: bool) -> Result<(), DesktopError> {
        guarded(&mut self.guard, Held::Key(key), pressed, || {
            send(vec![key_input(key, pressed)], self.mark)
        })
    }

    /// Types a sign that no key needs to have.
    pub(super) fn sign(&self, sign: char) -> Result<(), DesktopError> {
        let inputs: Vec<_> = sign
            .encode_utf16(&mut [0; 2])
            .iter()
            .flat_map(|unit| [0, KEYEVENTF_KEYUP].map(|up| (*unit, up)))
            .map(|(unit, up)| {
                keyboard(KEYBDINPUT {
                    wScan: unit,
                    dwFlags: KEYEVENTF_UNICODE | up,
                    ..NO_KEY
                })
            })
            .collect();
        send(inputs, self.mark)
    }

    /// Presses or releases a button.
    pub(super) fn button(
        &mut self,
        button: PointerButton,
        pressed: bool,
    ) -> Result<(), DesktopError> {
        let number = BUTTONS.iter().position(|known| *known == button);
        let held = Held::Button(number.unwrap_or_default() as u8);
        guarded(&mut self.guard, held, pressed, || {
            send(vec![button_input(button, pressed)], self.mark)
        })
    }

    /// Turns the wheel by so many notches.
    pub(super) fn turn(&self, right: i32, down: i32) -> Result<(), DesktopError> {
        let delta = WHEEL_DELTA as i32;
        let turns = [
            (MOUSEEVENTF_HWHEEL, right * delta),
            (MOUSEEVENTF_WHEEL, -down * delta), // Windows counts upwards
        ];
        let turns = turns.into_iter().filter(|(_, by)| *by != 0);
        let inputs = turns.map(|(wheel, by)| mouse(wheel, by.cast_unsigned()));
        send(inputs.collect(), self.mark)
    }

    /// Moves the pointer to a place on the desktop.
    pub(super) fn move_to(&self, at: Point) -> Result<(), DesktopError> {
        // SAFETY: numbers alone.
        let [left, top, width, height] = [
            SM_XVIRTUALSCREEN,
            SM_YVIRTUALSCREEN,
            SM_CXVIRTUALSCREEN,
            SM_CYVIRTUALSCREEN,
        ]
        .map(|which| unsafe { GetSystemMetrics(which) });
        let flags = MOUSEEVENTF_MOVE | MOUSEEVENTF_ABSOLUTE | MOUSEEVENTF_VIRTUALDESK;
        let mut input = mouse(flags, 0);
        input.Anonymous.mi.dx = step_of(at.x, left, width);
        input.Anonymous.mi.dy = step_of(at.y, top, height);
        send(vec![input], self.mark)
    }
}

/// Presses once more a key that is down, as a keyboard does that is held.
pub(super) fn repeat(key: u8, mark: usize) -> Result<(), DesktopError> {
    send(vec![key_input(key, true)], mark)
}

/// Releases what a Hulp that was killed held, the last first.
pub(super) fn release(held: &[Held]) -> Result<(), DesktopError> {
    let inputs = held.iter().rev().filter_map(|held| match held {
        Held::Key(key) => Some(key_input(*key, false)),
        Held::Button(number) => {
            let button = BUTTONS.get(usize::from(*number))?;
            Some(button_input(*button, false))
        }
    });
    send(inputs.collect(), NO_MARK)
}

const NO_KEY: KEYBDINPUT = KEYBDINPUT {
    wVk: 0,
    wScan: 0,
    dwFlags: 0,
    time: 0,
    dwExtraInfo: 0,
};

fn keyboard(key: KEYBDINPUT) -> INPUT {
    INPUT {
        r#type: INPUT_KEYBOARD,
        Anonymous: INPUT_0 { ki: key },
    }
}

fn key_input(key: u8, pressed: bool) -> INPUT {
    // SAFETY: numbers alone. It gives 0 for a key that the keyboard lacks.
    let scan = unsafe { MapVirtualKeyW(key.into(), MAPVK_VK_TO_VSC) };
    let extended = match is_extended(key) {
        true => KEYEVENTF_EXTENDEDKEY,
        false => 0,
    };
    keyboard(KEYBDINPUT {
        wVk: key.into(),
        wScan: scan as u16,
        dwFlags: extended | if pressed { 0 } else { KEYEVENTF_KEYUP },
        ..NO_KEY
    })
}

fn button_input(button: PointerButton, pressed: bool) -> INPUT {
    // SAFETY: numbers alone.
    let swapped = unsafe { GetSystemMetrics(SM_SWAPBUTTON) } != 0;
    // What is injected is a button by its place, and the expert means what it does.
    let place = match button {
        PointerButton::Left if swapped => PointerButton::Right,
        PointerButton::Right if swapped => PointerButton::Left,
        other => other,
    };
    let (down, up, which) = match place {
        PointerButton::Left => (MOUSEEVENTF_LEFTDOWN, MOUSEEVENTF_LEFTUP, 0),
        PointerButton::Middle => (MOUSEEVENTF_MIDDLEDOWN, MOUSEEVENTF_MIDDLEUP, 0),
        PointerButton::Right => (MOUSEEVENTF_RIGHTDOWN, MOUSEEVENTF_RIGHTUP, 0),
        PointerButton::Back => (MOUSEEVENTF_XDOWN, MOUSEEVENTF_XUP, XBUTTON1),
        PointerButton::Forward => (MOUSEEVENTF_XDOWN, MOUSEEVENTF_XUP, XBUTTON2),
    };
    mouse(if pressed { down } else { up }, which.into())
}

fn mouse(flags: u32, data: u32) -> INPUT {
    INPUT {
        r#type: INPUT_MOUSE,
        Anonymous: INPUT_0 {
            mi: MOUSEINPUT {
                dx: 0,
                dy: 0,
                mouseData: data,
                dwFlags: flags,
                time: 0,
                dwExtraInfo: 0,
            },
        },
    }
}

/// The step in the middle of a pixel: Windows rounds down, and all of the desktop is [`STEPS`] wide.
fn step_of(pixel: i32, start: i32, length: i32) -> i32 {
    let length = i64::from(length.max(1));
    let pixel = i64::from(pixel) - i64::from(start);
    ((2 * pixel + 1) * STEPS / (2 * length)).clamp(0, STEPS - 1) as i32
}

/// Sends it all at once, so that nothing of others' comes between.
fn send(mut inputs: Vec<INPUT>, mark: usize) -> Result<(), DesktopError> {
    for input in &mut inputs {
        match input.r#type {
            INPUT_KEYBOARD => input.Anonymous.ki.dwExtraInfo = mark,
            _ => input.Anonymous.mi.dwExtraInfo = mark,
        }
    }
    let size = size_of::<INPUT>() as i32;
    // SAFETY: so many of them are there, each of this size, and as its type says.
    let sent = unsafe { SendInput(inputs.len() as u32, inputs.as_ptr(), size) };
    match sent as usize == inputs.len() {
        true => Ok(()),
        false => Err(refused()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pixel_of_any_desktop_is_met() {
        for (start, length) in [(0, 1280), (-1920, 5760), (-1, 3), (0, 32767)] {
            for pixel in start..start + length {
                let step = i64::from(step_of(pixel, start, length));
                let met = step * i64::from(length) / STEPS + i64::from(start);
                assert_eq!(met, i64::from(pixel), "of {length} from {start}");
            }
        }
    }
}
