//! Hulp itself, the program as it was built, in somebody's hands.

use std::{ffi::OsStr, fs, path::PathBuf, process::ExitStatus, time::Duration};

use atspi::State;

use super::{
    accessibility::{Control, Program, describe},
    person::Person,
    picture::Area,
    process::{PATIENCE, Running, wait_for},
};

/// A press can come to nothing: a question that just appeared does not take clicks for a moment, so that nobody answers
/// what popped up under the mouse. A person presses again; this is how long they watch before.
const SECOND_THOUGHT: Duration = Duration::from_millis(1500);

/// A running Hulp with its window open.
pub struct Hulp<'a> {
    person: &'a Person,
    running: Running,
    /// Its own process, where another one started it.
    pid: u32,
    program: Program,
    log: PathBuf,
}

impl<'a> Hulp<'a> {
    /// Starts it, as a click on its icon does, or with arguments, and waits for its window.
    pub fn start<A: AsRef<OsStr>>(
        person: &'a Person,
        arguments: impl IntoIterator<Item = A>,
    ) -> Self {
        Self::start_by(person, env!("CARGO_BIN_EXE_hulp"), arguments)
    }

    /// The same, by a program that becomes it.
    pub fn start_by<A: AsRef<OsStr>>(
        person: &'a Person,
        program: &str,
        arguments: impl IntoIterator<Item = A>,
    ) -> Self {
        Self::shown(person, Self::run_by(person, program, arguments))
    }

    /// Starts it without a window.
    pub fn start_in_background(person: &Person) -> Running {
        Self::run_by(person, env!("CARGO_BIN_EXE_hulp"), ["--background"])
    }

    fn run_by<A: AsRef<OsStr>>(
        person: &Person,
        program: &str,
        arguments: impl IntoIterator<Item = A>,
    ) -> Running {
        let output = fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(log_of(person));
        let output = output.expect("a file for what Hulp says");
        Running::start(program, |command| {
            person.environment(command);
            command.args(arguments);
            command
                .stdout(output.try_clone().expect("the same file"))
                .stderr(output);
        })
    }

    /// One that runs, as soon as it shows its window.
    pub fn shown(person: &'a Person, mut running: Running) -> Self {
        let log = log_of(person);
        let program = wait_for(PATIENCE, || {
            assert!(running.ended().is_none(), "Hulp ended: {}", said(&log));
            person.bus().program(running.pid())
        });
        let program = program.unwrap_or_else(|| panic!("Hulp shows no window: {}", said(&log)));
        Self {
            person,
            pid: running.pid(),
            running,
            program,
            log,
        }
    }

    /// Waits for the window of a Hulp that another program starts, as a double click makes the desktop do.
    pub fn opened_by<A: AsRef<OsStr>>(
        person: &'a Person,
        opener: &str,
        arguments: impl IntoIterator<Item = A>,
    ) -> Self {
        let log = person.folder().join("opener.output");
        let output = fs::File::create(&log).expect("a file for what it says");
        let running = Running::start(opener, |command| {
            person.environment(command);
            command.args(arguments);
            command
                .stdout(output.try_clone().expect("the same file"))
                .stderr(output);
        });
        let program = wait_for(PATIENCE, || {
            let mut group = running.group().into_iter();
            group.find_map(|pid| Some((pid, person.bus().program(pid)?)))
        });
        let (pid, program) =
            program.unwrap_or_else(|| panic!("{opener} opens no Hulp: {}", said(&log)));
        Self {
            person,
            running,
            pid,
            program,
            log,
        }
    }

    /// Whose it is.
    pub fn person(&self) -> &'a Person {
        self.person
    }

    /// All that its window shows.
    pub fn controls(&self) -> Vec<Control> {
        self.program.controls()
    }

    /// The control to press with exactly this name, if it is there.
    pub fn button(&self, name: &str) -> Option<Control> {
        self.controls()
            .into_iter()
            .find(|control| control.name() == name && control.can_be_pressed())
    }

    /// The field with exactly this name, if it is there.
    pub fn field(&self, name: &str) -> Option<Control> {
        self.controls()
            .into_iter()
            .find(|control| control.name() == name && control.is_field())
    }

    /// Anything with exactly this name, if it is there.
    pub fn named(&self, name: &str) -> Option<Control> {
        self.controls()
            .into_iter()
            .find(|control| control.name() == name)
    }

    /// Whether these words stand somewhere in the window.
    pub fn shows(&self, words: &str) -> bool {
        self.controls().iter().any(|control| says(control, words))
    }

    /// The whole of the first text that holds these words.
    pub fn text_with(&self, words: &str) -> Option<String> {
        self.controls()
            .into_iter()
            .find(|control| says(control, words))
            .map(|control| whole(&control))
    }

    /// Waits for a control to press, until it can be pressed.
    pub fn await_button(&self, name: &str) -> Control {
        self.expect(&format!("button `{name}`"), PATIENCE, || {
            self.button(name)
                .filter(|control| control.is(State::Enabled))
        })
    }

    /// Presses a control once it is there. One that was just painted anew is another than the one that was found: then
    /// it is looked for again.
    pub fn press(&self, name: &str) {
        self.expect(&format!("button `{name}` to press"), PATIENCE, || {
            let control = self.button(name)?;
            control.is(State::Enabled).then(|| control.press().ok())?
        });
    }

    /// Presses a control until something has come of it.
    pub fn press_until(&self, name: &str, mut done: impl FnMut() -> bool) {
        self.await_button(name);
        self.expect(
            &format!("what comes of pressing `{name}`"),
            PATIENCE,
            || {
                if done() {
                    return Some(());
                }
                if let Some(control) = self
                    .button(name)
                    .filter(|control| control.is(State::Enabled))
                {
                    // It can vanish before it is pressed: then something came of it.
                    let _ = control.press();
                }
                wait_for(SECOND_THOUGHT, || done().then_some(()))
            },
        );
    }

    /// Gives an answer: presses until the question is gone.
    pub fn answer(&self, name: &str) {
        self.press_until(name, || self.button(name).is_none());
    }

    /// Ticks or chooses a control, and sees that it is.
    pub fn choose(&self, name: &str) {
        self.press_until(name, || {
            self.button(name).is_some_and(|control| {
                control.is(State::Checked)
                    || control.is(State::Selected)
                    || control.is(State::Pressed)
            })
        });
    }

    /// Writes into a field, in place of what was there, and sees that it took it.
    pub fn write(&self, name: &str, text: &str) {
        self.expect(&format!("field `{name}` to write into"), PATIENCE, || {
            self.field(name)?.set_text(text).ok()
        });
        self.expect(&format!("`{name}` to be written"), PATIENCE, || {
            let written = self.field(name)?.text()?;
            let secret = written.chars().all(|sign| sign == '•' || sign == '*');
            let as_long = written.chars().count() == text.chars().count();
            (written == text || (secret && as_long)).then_some(())
        });
    }

    /// Waits until these words stand somewhere in the window, and gives the whole text they are in.
    pub fn await_text(&self, words: &str) -> String {
        self.await_text_for(PATIENCE, words)
    }

    /// The same, with another patience.
    pub fn await_text_for(&self, patience: Duration, words: &str) -> String {
        self.expect(&format!("the words `{words}`"), patience, || {
            self.text_with(words)
        })
    }

    /// Waits until these words have gone.
    pub fn await_no_text(&self, words: &str) {
        self.expect(&format!("`{words}` to go"), PATIENCE, || {
            (!self.shows(words)).then_some(())
        });
    }

    /// Where a control is on the display.
    pub fn area(&self, name: &str) -> Area {
        self.expect(&format!("`{name}` on the display"), PATIENCE, || {
            let control = self
                .button(name)
                .or_else(|| self.field(name))
                .or_else(|| self.named(name));
            control?.area()
        })
    }

    /// Its window on the display, and where it is.
    pub fn window(&self) -> (u32, Area) {
        let display = self.person.display();
        self.expect("its window", PATIENCE, || {
            display.windows_of(self.pid).into_iter().next()
        })
    }

    /// Puts its window in front and gives it the keyboard.
    pub fn activate(&self) {
        self.person.display().activate(self.window().0);
    }

    /// Ends it as `kill -9` does.
    pub fn kill(&mut self) {
        self.running.kill();
    }

    /// How it ended, if it did.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.running.ended()
    }

    /// Its process.
    pub fn running(&self) -> &Running {
        &self.running
    }

    /// Waits for something that the window has to show; if it does not, says what it shows instead.
    pub fn expect<T>(&self, what: &str, patience: Duration, look: impl FnMut() -> Option<T>) -> T {
        wait_for(patience, look)
            .unwrap_or_else(|| self.fail(&format!("no {what} within {patience:?}")))
    }

    /// Fails the test with all that one needs to see why.
    pub fn fail(&self, why: &str) -> ! {
        let picture = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!(
            "failed-{}-{}.png",
            self.person.role(),
            self.pid
        ));
        self.person.display().picture().save(&picture);
        panic!(
            "{}'s Hulp: {why}\nIts window shows:\n{}Picture: {}\nIt said:\n{}",
            self.person.role(),
            describe(&self.controls()),
            picture.display(),
            said(&self.log)
        );
    }
}

fn log_of(person: &Person) -> PathBuf {
    person.folder().join("hulp.output")
}

fn says(control: &Control, words: &str) -> bool {
    control.name().contains(words) || (!control.is_field() && whole(control).contains(words))
}

/// The text of a control: its name, or what stands in it.
fn whole(control: &Control) -> String {
    if control.name().is_empty() {
        control.text().unwrap_or_default()
    } else {
        control.name().to_owned()
    }
}

/// The end of what the program wrote on its outputs.
fn said(log: &std::path::Path) -> String {
    let text = fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().rev().take(40).collect();
    lines
        .into_iter()
        .rev()
        .map(|line| format!("  {line}\n"))
        .collect()
}
