//! An xterm on a display which keeps every byte that is typed into it.

use std::{fs, path::PathBuf, process::Stdio};

use super::{
    display::Display,
    person::Person,
    picture::Area,
    process::{PATIENCE, Running, wait_for},
};

/// A terminal window in which `cat` runs: what is typed is seen, and kept byte by byte, Esc and Ctrl+C too.
pub struct Terminal {
    kept: PathBuf,
    running: Running,
}

impl Terminal {
    /// Opens one at `place` (an X geometry such as `60x12+40+60`) with some text in it to look at.
    pub fn open(person: &Person, title: &str, place: &str) -> Self {
        let kept = person
            .folder()
            .join(format!("{}.kept", title.replace(' ', "-")));
        let ready = kept.with_extension("ready");
        let script = format!(
            "printf 'Good morning. Type here:\\n'; \
             stty -isig -icanon -ixon min 1 time 0; \
             : >'{ready}'; exec cat >'{kept}'",
            ready = ready.display(),
            kept = kept.display(),
        );
        let running = Running::start("xterm", |command| {
            person.environment(command);
            command.args(["-u8", "-title", title, "-geometry", place]);
            command.args(["-fa", "DejaVu Sans Mono", "-fs", "12", "+sb"]);
            command.args(["-bg", "#fdf6e3", "-fg", "#073642"]);
            command.args(["-e", "sh", "-c", &script]);
            command.stdout(Stdio::null()).stderr(Stdio::null());
        });
        let terminal = Self { kept, running };
        let started = wait_for(PATIENCE, || ready.exists().then_some(()));
        assert!(started.is_some(), "xterm did not start");
        terminal.focus(person.display());
        terminal
    }

    /// All that was typed into it so far.
    pub fn typed(&self) -> Vec<u8> {
        fs::read(&self.kept).unwrap_or_default()
    }

    /// Waits until exactly `text` was typed after the first `already` bytes.
    pub fn expect(&self, already: usize, text: &str) {
        let arrived = wait_for(PATIENCE, || {
            (self.typed().get(already..)? == text.as_bytes()).then_some(())
        });
        assert!(
            arrived.is_some(),
            "the terminal got {:?} where {text:?} was typed",
            String::from_utf8_lossy(self.typed().get(already..).unwrap_or_default())
        );
    }

    /// Where its window is.
    pub fn area(&self, display: &Display) -> Area {
        self.window(display).1
    }

    /// Gives it the keyboard.
    pub fn focus(&self, display: &Display) {
        display.activate(self.window(display).0);
    }

    /// Whether nothing else is above it at that place.
    pub fn is_seen_at(&self, display: &Display, place: (i16, i16)) -> bool {
        display.shows(self.window(display).0, place)
    }

    /// Whether it has the keyboard.
    pub fn has_focus(&self, display: &Display) -> bool {
        display.active_window() == Some(self.window(display).0)
    }

    fn window(&self, display: &Display) -> (u32, Area) {
        wait_for(PATIENCE, || {
            display.windows_of(self.running.pid()).into_iter().next()
        })
        .expect("the terminal's window")
    }
}
