//! A Wayland desktop without a screen: sway, and terminals on it that keep what is typed and where is clicked.

use std::{
    fs,
    io::Write as _,
    os::unix::fs::{PermissionsExt, chown},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::Arc,
};

use hulp::desktop::{Desktop, Injector, WaylandDesktop};
use tempfile::TempDir;

use super::{
    is_complete,
    person::Person,
    process::{PATIENCE, Running, is_installed, wait_for},
};

/// The background, and what its pixels are.
pub const BACKGROUND: u32 = 0x0020_4060;
/// The background of terminals.
pub const PAPER: u32 = 0x00fd_f6e3;
/// The installed sway may run for nobody less than a user; where the tests run as root, for this one.
const NOBODY: u32 = 65_534;

/// Whether a Wayland desktop can be had here; says so where not.
pub fn can_have_sway(test: &str) -> bool {
    let programs = ["sway", "swaymsg", "foot", "setpriv"];
    let missing: Vec<_> = (programs.into_iter())
        .filter(|program| !is_installed(program))
        .collect();
    is_complete(test, &missing)
}

/// The one that `make newer-sway` has put here.
fn newer_sway() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/newer-sway/sway")
}

/// Which sway.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Release {
    /// That of this system.
    Installed,
    /// That of Debian's next release, which has newer protocols.
    Newer,
}

impl Release {
    /// Those that can be had here; says so of one that cannot.
    pub fn here(test: &str) -> Vec<Self> {
        let can = |release: &Self| match release {
            Self::Installed => can_have_sway(test),
            Self::Newer => can_have_newer_sway(test),
        };
        [Self::Installed, Self::Newer]
            .into_iter()
            .filter(can)
            .collect()
    }
}

/// Whether a sway can be had that is newer than the installed one; says so where not.
pub fn can_have_newer_sway(test: &str) -> bool {
    let is_here = newer_sway().is_file();
    if !is_here {
        // The harness catches what `eprintln!` says, but not this.
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED: {test}: there is no newer sway here; `make newer-sway` gets it"
        );
    }
    is_here && can_have_sway(test)
}

/// A running sway with one monitor, or more.
pub struct Sway {
    /// The seat's own keyboard and mouse, as a computer has them. Without any a seat begins with none, and a program gets one only some
    /// time after Hulp brought the first: what is typed until then is lost.
    _seat: Option<Box<dyn Injector>>,
    running: Running,
    folder: TempDir,
    socket: PathBuf,
    control: PathBuf,
}

impl Sway {
    /// Starts it with a monitor of this mode, such as `1280x800`, and more lines of its configuration.
    pub fn start(mode: &str, more: &str) -> Self {
        Self::start_one(Release::Installed, mode, more)
    }

    /// The same, of this release.
    pub fn start_one(release: Release, mode: &str, more: &str) -> Self {
        let folder = tempfile::Builder::new()
            .prefix("hulp-sway-")
            .tempdir()
            .expect("a temporary folder");
        let config = folder.path().join("config");
        let background = format!("bg #{BACKGROUND:06x} solid_color");
        fs::write(
            &config,
            format!(
                "output HEADLESS-1 mode {mode}@60Hz position 0 0 {background}\n\
                 output HEADLESS-2 {background}\n\
                 default_border none\ndefault_floating_border none\n\
                 xwayland disable\nfocus_follows_mouse no\n{more}\n"
            ),
        )
        .expect("sway's configuration");
        let private = fs::Permissions::from_mode(0o700);
        fs::set_permissions(folder.path(), private).expect("a private folder");
        let (sway, is_for_nobody) = match release {
            Release::Installed => (PathBuf::from("sway"), rustix::process::getuid().is_root()),
            // Newer ones run for root too, and nobody may be kept from the folder that it is in.
            Release::Newer => (newer_sway(), false),
        };
        if is_for_nobody {
            for path in [folder.path(), &config] {
                chown(path, Some(NOBODY), Some(NOBODY)).expect("a folder for nobody");
            }
        }
        let said = fs::File::create(folder.path().join("said")).expect("a file for what it says");
        let running = Running::start("setpriv", |command| {
            if is_for_nobody {
                let nobody = NOBODY.to_string();
                command.args(["--reuid", &nobody, "--regid", &nobody, "--clear-groups"]);
            }
            command.args(["--pdeathsig", "TERM", "--"]);
            command.arg(&sway).arg("-c").arg(&config).env_clear();
            if let Some(path) = std::env::var_os("PATH") {
                command.env("PATH", path);
            }
            command
                .env("HOME", folder.path())
                .env("XDG_RUNTIME_DIR", folder.path())
                .env("WLR_BACKENDS", "headless")
                .env("WLR_LIBINPUT_NO_DEVICES", "1")
                .env("WLR_RENDERER", "pixman")
                .env("LIBGL_ALWAYS_SOFTWARE", "1")
                .env("XDG_CURRENT_DESKTOP", "sway")
                .current_dir(folder.path());
            let output = said.try_clone().expect("the same file");
            command.stdout(output).stderr(said);
        });
        let socket = folder.path().join("wayland-1");
        let control = wait_for(PATIENCE, || {
            let entries = fs::read_dir(folder.path()).ok()?.flatten();
            let mut paths = entries.map(|entry| entry.path());
            let control = paths.find(|path| {
                let name = path.file_name().and_then(|name| name.to_str());
                name.is_some_and(|name| name.starts_with("sway-ipc."))
            })?;
            socket.exists().then_some(control)
        });
        let why = || fs::read_to_string(folder.path().join("said")).unwrap_or_default();
        let control = control.unwrap_or_else(|| panic!("sway does not start:\n{}", why()));
        let mut sway = Self {
            _seat: None,
            running,
            folder,
            socket,
            control,
        };
        let up = wait_for(PATIENCE, || {
            sway.told(&["-t", "get_outputs"])
                .contains("HEADLESS-1")
                .then_some(())
        });
        assert!(up.is_some(), "sway has no monitor");
        let desktop = WaylandDesktop::new(Some(sway.socket.clone()));
        let seat = desktop.injector(Arc::new(|_| {}));
        sway._seat = Some(seat.expect("a keyboard and a mouse"));
        sway
    }

    /// Takes the seat's own keyboard and mouse away, and waits until it has none.
    pub fn take_seat_away(&mut self) {
        self._seat = None;
        let gone = wait_for(PATIENCE, || {
            let seats: serde_json::Value =
                serde_json::from_str(&self.told(&["-t", "get_seats"])).ok()?;
            (seats[0]["capabilities"] == 0).then_some(())
        });
        assert!(gone.is_some(), "{}", self.told(&["-t", "get_seats"]));
    }

    /// Where it listens.
    pub fn socket(&self) -> &Path {
        &self.socket
    }

    /// Its folder, which programs on it have for their sockets.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Its process.
    pub fn running(&mut self) -> &mut Running {
        &mut self.running
    }

    /// Has it do a command of its own, such as `output HEADLESS-1 scale 2`.
    pub fn tell(&self, command: &str) {
        let answer = self.told(&[command]);
        assert!(answer.contains("\"success\": true"), "{command}: {answer}");
    }

    /// What it answers to `swaymsg`.
    pub fn told(&self, arguments: &[&str]) -> String {
        let answer = Command::new("swaymsg")
            .arg("-r")
            .arg("-s")
            .arg(&self.control)
            .args(arguments)
            .output()
            .expect("swaymsg");
        String::from_utf8_lossy(&answer.stdout).into_owned()
    }

    /// The windows that it has, each with its title and whether it has the keyboard.
    pub fn windows(&self) -> Vec<(String, bool)> {
        let tree: serde_json::Value =
            serde_json::from_str(&self.told(&["-t", "get_tree"])).unwrap_or_default();
        let mut found = Vec::new();
        let mut left = vec![&tree];
        while let Some(node) = left.pop() {
            for list in ["nodes", "floating_nodes"] {
                left.extend(node[list].as_array().into_iter().flatten());
            }
            if node["pid"].is_u64() {
                let title = node["name"].as_str().unwrap_or_default().to_owned();
                found.push((title, node["focused"] == true));
            }
        }
        found
    }

    /// Waits for a window with this title.
    pub fn await_window(&self, title: &str) {
        let came = wait_for(PATIENCE, || {
            let windows = self.windows().into_iter();
            windows.map(|(name, _)| name).find(|name| name == title)
        });
        assert!(came.is_some(), "no window {title}: {:?}", self.windows());
    }
}

/// Seats somebody at it. They have an X display as well, as under a Wayland desktop with Xwayland, which nobody must take for the
/// screen.
pub fn sit_at(role: &'static str, sway: &Sway) -> Person {
    let person = Person::sit_down(role, 640, 480);
    let socket = sway.socket().to_string_lossy().into_owned();
    person.set("WAYLAND_DISPLAY", &socket);
    person.set("XDG_SESSION_TYPE", "wayland");
    person
}

/// A foot in which `cat` runs: what is typed is kept byte by byte, and so is where is clicked, in pixels of its window.
pub struct Foot {
    kept: PathBuf,
    // Ended before its folder goes.
    running: Running,
    _folder: TempDir,
}

impl Foot {
    /// Opens one that fills the monitor.
    pub fn open(sway: &Sway, title: &str) -> Self {
        // Mouse reports in pixels (XTerm's 1016).
        Self::open_with(sway, title, "\\033[?1000h\\033[?1016h")
    }

    /// Opens one that keeps when it gets the keyboard and loses it, and no clicks.
    pub fn open_that_tells_focus(sway: &Sway, title: &str) -> Self {
        Self::open_with(sway, title, "\\033[?1004h")
    }

    fn open_with(sway: &Sway, title: &str, modes: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let kept = folder.path().join("kept");
        let ready = folder.path().join("ready");
        let script = format!(
            "printf 'Good morning. Type here:\\n'; \
             stty -isig -icanon -ixon -echo min 1 time 0; printf '{modes}'; \
             : >'{ready}'; exec cat >'{kept}'",
            ready = ready.display(),
            kept = kept.display(),
        );
        let running = Running::start("foot", |command| {
            command.args(["--title", title, "-o", "pad=0x0", "-o", "cursor.blink=no"]);
            command.args(["-o", "scrollback.multiplier=1"]);
            command.args(["-o", &format!("colors.background={PAPER:06x}")]);
            command.args(["sh", "-c", &script]);
            command.env("WAYLAND_DISPLAY", sway.socket());
            command.env("XDG_RUNTIME_DIR", sway.folder());
            command.env("LC_ALL", "C.UTF-8").env("HOME", folder.path());
            command.stdout(Stdio::null()).stderr(Stdio::null());
        });
        let started = wait_for(PATIENCE, || ready.exists().then_some(()));
        assert!(started.is_some(), "foot does not start");
        sway.await_window(title);
        Self {
            kept,
            running,
            _folder: folder,
        }
    }

    /// All that was typed into it so far.
    pub fn typed(&self) -> String {
        String::from_utf8_lossy(&fs::read(&self.kept).unwrap_or_default()).into_owned()
    }

    /// Waits until exactly this was typed.
    pub fn expect(&self, text: &str) {
        let arrived = wait_for(PATIENCE, || (self.typed() == text).then_some(()));
        assert!(
            arrived.is_some(),
            "the terminal got {:?} where {text:?} was typed",
            self.typed()
        );
    }

    /// Its process.
    pub fn running(&self) -> &Running {
        &self.running
    }
}
