//! Programs for Windows at somebody's display, under Wine. It has no screen reader to ask, so what they show is known by its looks
//! and by what comes of it, and they are used with the mouse and the keyboard alone.

use std::{
    ffi::OsStr,
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use image::Rgb;
use tempfile::TempDir;

use super::{
    display::Display,
    person::{AT_HOME, Person},
    picture::{Area, Picture},
    process::{PATIENCE, Running, is_installed, wait_for},
};

const WINE: &str = "/usr/lib/wine/wine64";
const SERVER: &str = "/usr/lib/wine/wineserver64";

/// What programs say that are run to their end.
const RUN_STDERR: &str = "run.stderr";

/// The main button of a page is the one thing in it that is filled with blue: it has so much more of that than of red.
const BLUE: u8 = 90;
/// And it is this wide above its words, and has so many rows like that; the edge around the screen has fewer.
const MAIN_WIDTH: usize = 44;
const MAIN_ROWS: usize = 8;

/// Where `.ci/windows` puts what it makes.
fn made(what: &str) -> PathBuf {
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("target");
    target.join("x86_64-pc-windows-gnu/wine").join(what)
}

/// Whether there is a program for Windows. `.ci/windows` said already why there is none, where that is a fault.
pub fn is_made(test: &str) -> bool {
    if made("hulp.exe").is_file() && is_installed("Xvfb") {
        return true;
    }
    let why = "there is no program for Windows here; `make windows` makes it";
    // The harness catches what `eprintln!` says, but not this.
    let _ = writeln!(std::io::stderr(), "SKIPPED: {test}: {why}");
    false
}

/// Wine, as one person has it.
pub struct Wine<'a> {
    person: &'a Person,
    // Ended in this order.
    _server: Running,
    prefix: TempDir,
}

impl<'a> Wine<'a> {
    /// Starts it, with a Hulp that was never used but for the name that others see.
    pub fn start(person: &'a Person, name: &str) -> Self {
        let prefix = own_prefix();
        let server = Running::start(SERVER, |command| {
            environment(person, prefix.path(), command);
            command.args(["--foreground", "--persistent"]);
            command.stdout(Stdio::null()).stderr(Stdio::null());
        });
        let wine = Self {
            person,
            _server: server,
            prefix,
        };
        let store = wine.local_data().join("Hulp/data");
        fs::create_dir_all(&store).expect("a folder for the settings");
        let settings = format!("name = \"{name}\"\n{AT_HOME}");
        fs::write(store.join("settings.toml"), settings).expect("settings");
        wine
    }

    /// Starts Hulp there.
    pub fn hulp<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Window<'_> {
        self.open(made("hulp.exe"), arguments)
    }

    /// Opens a file as a double click does, and waits for the window of the Hulp that comes of it.
    pub fn double_click(&self, file: &Path) -> Window<'_> {
        // Windows shows programs the user's kinds of files among the computer's; Wine does not.
        let [user, computer] = ["HKCU", "HKLM"].map(|root| format!(r"{root}\Software\Classes"));
        let merged = self.run("reg", ["copy", &user, &computer, "/s", "/f"]);
        assert!(merged.status.success(), "{merged:?}");
        let started = self.run("start", [windows_path(file)]);
        let found = wait_for(PATIENCE, || self.running_hulps().first().copied());
        let pid = found.unwrap_or_else(|| panic!("a double click opens no Hulp: {started:?}"));
        Window {
            person: self.person,
            pid,
            log: self.person.folder().join(RUN_STDERR), // it has that of what started it
            _running: None,
        }
    }

    /// The processes of Hulp that have windows.
    pub fn running_hulps(&self) -> Vec<u32> {
        let is_hulp = |pid: &u32| {
            let command = fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
            String::from_utf8_lossy(&command).contains("hulp.exe")
        };
        let mut programs = self.person.display().programs();
        programs.retain(is_hulp);
        programs
    }

    /// Starts a program with a window, and waits for that.
    pub fn open<A: AsRef<OsStr>>(
        &self,
        program: impl AsRef<OsStr>,
        arguments: impl IntoIterator<Item = A>,
    ) -> Window<'_> {
        let log = self.log();
        let output = fs::OpenOptions::new().create(true).append(true).open(&log);
        let output = output.expect("a file for what it says");
        let running = Running::start(WINE, |command| {
            environment(self.person, self.prefix.path(), command);
            command.arg(program).args(arguments);
            command
                .stdout(output.try_clone().expect("the same file"))
                .stderr(output);
        });
        let window = Window {
            person: self.person,
            pid: running.pid(),
            log,
            _running: Some(running),
        };
        window.expect("window", || window.find());
        window
    }

    /// Starts one of Windows' own programs.
    pub fn open_own<A: AsRef<OsStr>>(
        &self,
        name: &str,
        arguments: impl IntoIterator<Item = A>,
    ) -> Window<'_> {
        // By its path, else another program starts it, and its window is that one's child's.
        let system = self.prefix.path().join("drive_c/windows/system32");
        self.open(system.join(name), arguments)
    }

    /// Runs Hulp to its end, and gives what it said.
    pub fn run_hulp<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Output {
        self.run(made("hulp.exe"), arguments)
    }

    /// Runs the installer without questions.
    pub fn install(&self) -> Output {
        self.run(made("hulp-setup.exe"), ["/S"])
    }

    /// Runs a program to its end. What it says goes into files: Wine's services, which the first program starts, would keep a pipe
    /// open for ever.
    pub fn run<A: AsRef<OsStr>>(
        &self,
        program: impl AsRef<OsStr>,
        arguments: impl IntoIterator<Item = A>,
    ) -> Output {
        let mut command = Command::new(WINE);
        environment(self.person, self.prefix.path(), &mut command);
        let said = ["run.stdout", RUN_STDERR].map(|name| self.person.folder().join(name));
        let [stdout, stderr] = said
            .each_ref()
            .map(|path| fs::File::create(path).expect("a file for what it says"));
        command.arg(program).args(arguments).stdin(Stdio::null());
        let status = command.stdout(stdout).stderr(stderr).status();
        let [stdout, stderr] = said.map(|path| fs::read(path).expect("what it said"));
        Output {
            status: status.expect("Wine"),
            stdout,
            stderr,
        }
    }

    /// What a key of the registry says; empty where there is none.
    pub fn registry(&self, key: &str) -> String {
        let said = self.run("reg", ["query", key, "/ve"]);
        match said.status.success() {
            true => String::from_utf8_lossy(&said.stdout).into_owned(),
            false => String::new(),
        }
    }

    /// Where programs keep what is this user's on this computer.
    pub fn local_data(&self) -> PathBuf {
        self.user_folder().join("AppData/Local")
    }

    /// The home that programs under Wine take for the user's.
    pub fn user_folder(&self) -> PathBuf {
        let users = self.prefix.path().join("drive_c/users");
        users.join(self.person.role()) // as `USER` says
    }

    /// How the Hulp that was built is called there.
    pub fn hulp_path(&self) -> String {
        windows_path(&made("hulp.exe"))
    }

    fn log(&self) -> PathBuf {
        self.person.folder().join("wine.output")
    }
}

impl Drop for Wine<'_> {
    fn drop(&mut self) {
        // Services of a server that just ended would stay.
        let mut command = Command::new(SERVER);
        environment(self.person, self.prefix.path(), &mut command);
        let _ = command.arg("--kill").stderr(Stdio::null()).status();
    }
}

/// A folder of Wine's for one test: the registry and the users' folders of its own, the system's files those that `.ci/windows`
/// made, which nobody changes.
fn own_prefix() -> TempDir {
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("target");
    let made = target.join("other-systems/wine");
    let own = tempfile::Builder::new()
        .prefix("wine-")
        .tempdir_in(env!("CARGO_TARGET_TMPDIR"))
        .expect("a folder for Wine");
    let copied = Command::new("cp")
        .args(["--archive", "--link"])
        .arg(made.join("."))
        .arg(own.path())
        .status();
    assert!(
        copied.is_ok_and(|status| status.success()),
        "no copy of {}",
        made.display()
    );
    for registry in ["system.reg", "user.reg", "userdef.reg"] {
        let file = own.path().join(registry);
        fs::remove_file(&file).expect("a name of the registry's");
        fs::copy(made.join(registry), file).expect("a registry");
    }
    own
}

/// How programs under Wine call a file.
pub fn windows_path(path: &Path) -> String {
    format!("Z:{}", path.display().to_string().replace('/', "\\"))
}

fn environment(person: &Person, prefix: &Path, command: &mut Command) {
    person.environment(command);
    command.env("WINEPREFIX", prefix).env("WINEARCH", "win64");
    command.env("WINEDEBUG", "-all,err+all"); // why a program broke off
}

/// A program under Wine, and its window.
pub struct Window<'a> {
    person: &'a Person,
    pid: u32,
    log: PathBuf,
    /// None where another program started it: it ends with Wine.
    _running: Option<Running>,
}

impl Window<'_> {
    /// Its number, and where it is on the display.
    pub fn place(&self) -> (u32, Area) {
        self.expect("window", || self.find())
    }

    /// Gives it the keyboard.
    pub fn activate(&self) {
        self.display().activate(self.place().0);
    }

    /// Puts it somewhere, and gives it a size.
    pub fn put(&self, place: Area) {
        self.display().put(self.place().0, place);
    }

    /// Closes it, as a click on its cross does, and waits until it is gone.
    pub fn close(&self) {
        self.display().close(self.place().0);
        self.expect("end", || self.find().is_none().then_some(()));
    }

    /// What it shows now.
    pub fn picture(&self) -> Picture {
        let all = self.display().picture();
        all.part(self.place().1.within(&all))
    }

    /// Waits until it is above all other windows, as questions and sessions are.
    pub fn await_question(&self) {
        self.expect("question above all windows", || {
            let (window, _) = self.find()?;
            (self.display())
                .has_state(window, "_NET_WM_STATE_ABOVE")
                .then_some(())
        });
    }

    /// Waits until it shows something else, and holds still.
    pub fn await_change(&self, before: &Picture) {
        self.expect("change", || (self.picture() != *before).then_some(()));
        self.display().settled_picture();
    }

    /// Clicks the main button of its page, once, and waits for what comes of it. `find_it` brings it there where the page has to be
    /// filled in first.
    pub fn press_main(&self, mut find_it: impl FnMut(), mut done: impl FnMut() -> bool) {
        let display = self.display();
        // What is under the pointer looks pressed, or like another.
        display.move_pointer((2, 2));
        let button = self.expect("main button", || {
            display.settled_picture();
            let button = self.main_button();
            if button.is_none() {
                find_it();
            }
            button
        });
        display.click(button.at);
        let what = format!("what comes of its main button, clicked at {:?}", button.at);
        self.expect(&what, || done().then_some(()));
    }

    /// Its main button, if that can be pressed.
    pub fn main_button(&self) -> Option<MainButton> {
        let (_, area) = self.find()?;
        main_button(&self.picture()).map(|(run, y)| {
            let on = |start: u32, at: usize| i16::try_from(start as usize + at).expect("a pixel");
            MainButton {
                at: (on(area.x, (run.start + run.end) / 2), on(area.y, y)),
                width: run.end - run.start,
            }
        })
    }

    /// Waits for something; if it does not come, says what there is instead.
    pub fn expect<T>(&self, what: &str, look: impl FnMut() -> Option<T>) -> T {
        wait_for(PATIENCE, look)
            .unwrap_or_else(|| panic!("{}: no {what}\n{}", self.person.role(), self.described()))
    }

    /// What is to be seen at its display, and what it said.
    fn described(&self) -> String {
        let shown = self.display().picture();
        let name = format!("failed-wine-{}-{}.png", self.person.role(), self.pid);
        let picture = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        shown.save(&picture);
        let said = fs::read_to_string(&self.log).unwrap_or_default();
        format!(
            "Its process: {}\nWindows:\n{}\nPicture: {}\n{}\nIt said:\n{said}",
            self.pid,
            self.display().all_windows(),
            picture.display(),
            shown.in_letters(),
        )
    }

    fn find(&self) -> Option<(u32, Area)> {
        let windows = self.display().windows_of(self.pid);
        // What a program shows first may be a splash or a helper of a pixel.
        let real = |(_, area): &(u32, Area)| area.width > 50 && area.height > 50;
        windows.into_iter().find(real)
    }

    fn display(&self) -> &Display {
        self.person.display()
    }
}

/// The button of a page that is filled with blue.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct MainButton {
    /// A place on it.
    at: (i16, i16),
    /// How wide it is there.
    width: usize,
}

/// A row of the first area from the top that is filled with one blue, and which row. The ring around what has the keyboard is not: it has so many
/// rows of blue nowhere.
fn main_button(picture: &Picture) -> Option<(Run, usize)> {
    let mut above: Option<(Run, usize)> = None;
    for (y, row) in picture.0.rows().enumerate() {
        let row: Vec<Rgb<u8>> = row.copied().collect();
        let runs = runs_of_blue(&row);
        let grown = above.and_then(|(run, rows)| {
            let below = runs.iter().find(|below| below.goes_on(&run))?;
            Some((*below, rows + 1))
        });
        above = grown.or_else(|| Some((*runs.first()?, 1)));
        if let Some((run, MAIN_ROWS)) = above {
            return Some((run, y));
        }
    }
    None
}

/// Neighbours in a row that have one colour.
#[derive(Clone, Copy)]
struct Run {
    colour: Rgb<u8>,
    start: usize,
    end: usize,
}

impl Run {
    fn goes_on(&self, above: &Self) -> bool {
        self.colour == above.colour && self.start < above.end && above.start < self.end
    }
}

fn runs_of_blue(row: &[Rgb<u8>]) -> Vec<Run> {
    let mut start = 0;
    let runs = row.chunk_by(|left, right| left == right).map(|run| {
        let (colour, from) = (run[0], start);
        start += run.len();
        Run {
            colour,
            start: from,
            end: start,
        }
    });
    runs.filter(|run| run.end - run.start >= MAIN_WIDTH && is_main(run.colour))
        .collect()
}

fn is_main(Rgb([red, _, blue]): Rgb<u8>) -> bool {
    blue.saturating_sub(red) >= BLUE
}
