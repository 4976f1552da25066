//! A second process that releases what the expert holds if Hulp is killed: X servers and Windows keep down for ever what a
//! program pressed, and what a Mac does was never seen.
//!
//! Hulp tells it through a pipe what goes down and up. When the pipe ends without a farewell, Hulp is dead, and the guard
//! releases what is still down.

use std::{
    io::{Read, Write},
    process::{Child, ChildStdin, Command, Stdio},
};

#[cfg(windows)]
use super::windows_hand::release;
#[cfg(all(unix, not(target_os = "macos")))]
use super::x11_hand::release;
use crate::desktop::DesktopError;
#[cfg(target_os = "macos")]
use crate::desktop::macos::release;

/// The argument that makes the program a guard.
pub(in crate::desktop) const GUARD_ARGUMENT: &str = "release-held-keys";

/// Something that is down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::desktop) enum Held {
    Key(u8),
    Button(u8),
}

const KEY: u8 = b'k';
const BUTTON: u8 = b'b';
const FAREWELL: u8 = b'.';
/// What, which, and whether it is down.
const NOTE_BYTES: usize = 3;

/// Hulp's end of the pipe.
pub(in crate::desktop) struct Guard {
    process: Child,
    pipe: Option<ChildStdin>,
}

impl Guard {
    /// Starts our program as a guard; `command` is that, with what it needs to find the display. No guard is no reason not to help.
    pub(in crate::desktop) fn start(mut command: Command) -> Option<Self> {
        command.arg(GUARD_ARGUMENT).stdin(Stdio::piped());
        set_apart(&mut command);
        let process = command.spawn();
        let mut process = process
            .inspect_err(|error| tracing::warn!(%error, "held keys have no guard"))
            .ok()?;
        let pipe = process.stdin.take();
        Some(Self { process, pipe })
    }

    /// A guard that is gone is no reason to stop helping.
    fn note(&mut self, held: Held, pressed: bool) {
        let (what, which) = match held {
            Held::Key(keycode) => (KEY, keycode),
            Held::Button(number) => (BUTTON, number),
        };
        self.write(&[what, which, u8::from(pressed)]);
    }

    fn write(&mut self, note: &[u8; NOTE_BYTES]) {
        if let Some(pipe) = &mut self.pipe
            && let Err(error) = pipe.write_all(note)
        {
            tracing::warn!(%error, "the guard of held keys is gone");
            self.pipe = None;
        }
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.write(&[FAREWELL; NOTE_BYTES]);
        self.pipe = None;
        if let Err(error) = self.process.wait() {
            tracing::warn!(%error, "the guard of held keys did not end");
        }
    }
}

/// Has something pressed or released. The guard hears of a press before it is done and of a release after it, so that it never misses
/// what is down.
pub(in crate::desktop) fn guarded<E>(
    guard: &mut Option<Guard>,
    held: Held,
    pressed: bool,
    act: impl FnOnce() -> Result<(), E>,
) -> Result<(), E> {
    if let (true, Some(guard)) = (pressed, &mut *guard) {
        guard.note(held, true);
    }
    act()?;
    if let (false, Some(guard)) = (pressed, guard) {
        guard.note(held, false);
    }
    Ok(())
}

/// What a guard does with its life: listens, and releases what is down when Hulp falls silent without a farewell.
///
/// # Errors
/// When there is something to release, and no display to do it on.
pub fn guard_held_keys(pipe: impl Read) -> Result<(), DesktopError> {
    let held = listen(pipe);
    match held.is_empty() {
        true => Ok(()),
        false => release(&held),
    }
}

/// A group of its own: what kills Hulp's whole group must leave the guard.
fn set_apart(command: &mut Command) {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    #[cfg(windows)]
    std::os::windows::process::CommandExt::creation_flags(
        command,
        windows_sys::Win32::System::Threading::CREATE_NEW_PROCESS_GROUP,
    );
}

/// What is down when the pipe ends; nothing after a farewell.
fn listen(mut pipe: impl Read) -> Vec<Held> {
    let mut held = Vec::new();
    let mut note = [0; NOTE_BYTES];
    while pipe.read_exact(&mut note).is_ok() {
        let [what, which, pressed] = note;
        let thing = match what {
            KEY => Held::Key(which),
            BUTTON => Held::Button(which),
            _ => return Vec::new(),
        };
        held.retain(|known| *known != thing);
        if pressed != 0 {
            held.push(thing);
        }
    }
    held
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_went_down_and_not_up_is_held_when_the_pipe_breaks() {
        assert_eq!(
            listen(&b"k\x26\x01b\x01\x01k\x32\x01k\x26\x00"[..]),
            [Held::Button(1), Held::Key(0x32)]
        );
        assert_eq!(listen(&b"k\x26\x01k"[..]), [Held::Key(0x26)], "cut short");
    }

    #[test]
    fn after_a_farewell_nothing_is_left_to_do() {
        assert_eq!(listen(&b"k\x26\x01..."[..]), []);
    }
}
