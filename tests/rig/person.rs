//! A person at a computer: a display, a session bus and a home folder that nobody else has.

use std::{
    cell::RefCell,
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use tempfile::TempDir;

use super::{accessibility::Bus, display::Display};

/// Where Hulp's settings are, below a home.
pub const SETTINGS: &str = ".local/share/hulp/settings.toml";
/// The settings that leave routers and relays alone.
pub const AT_HOME: &str = "[network]\nmap_port = false\nrelays = \"none\"\n";

/// One of the two.
pub struct Person {
    /// What files and messages call them: `novice` or `expert`.
    role: &'static str,
    // Ended in this order: the folder last.
    bus: Bus,
    display: Display,
    folder: TempDir,
    /// What their environment has beside the usual.
    own: RefCell<Vec<(&'static str, String)>>,
}

impl Person {
    /// Seats them at a display of that size.
    pub fn sit_down(role: &'static str, width: u16, height: u16) -> Self {
        Self::with_display(role, |home| Display::start(width, height, home))
    }

    /// Seats them at a display that somebody else started.
    pub fn sit_at(role: &'static str, display: &str) -> Self {
        Self::with_display(role, |_| Display::at(display))
    }

    fn with_display(role: &'static str, display: impl FnOnce(&Path) -> Display) -> Self {
        // The name is short: the paths of Unix sockets are.
        let folder = tempfile::Builder::new()
            .prefix("hulp-")
            .tempdir()
            .expect("a temporary folder");
        for name in ["home", "run", "tmp"] {
            let path = folder.path().join(name);
            fs::create_dir(&path).expect("a folder in it");
            fs::set_permissions(&path, fs::Permissions::from_mode(0o700))
                .expect("a private folder");
        }
        let settings = folder.path().join("home").join(SETTINGS);
        let store = settings.parent().expect("a file's folder");
        fs::create_dir_all(store).expect("a folder for the settings");
        fs::write(&settings, AT_HOME).expect("settings");
        let display = display(&folder.path().join("home"));
        let bus = Bus::start(&folder.path().join("run"), display.name());
        Self {
            role,
            bus,
            display,
            folder,
            own: RefCell::default(),
        }
    }

    /// Adds to their environment, for what is started from now on.
    pub fn set(&self, name: &'static str, value: &str) {
        self.own.borrow_mut().push((name, value.to_owned()));
    }

    /// What files and messages call them.
    pub fn role(&self) -> &'static str {
        self.role
    }

    /// Their display.
    pub fn display(&self) -> &Display {
        &self.display
    }

    /// Their session bus.
    pub fn bus(&self) -> &Bus {
        &self.bus
    }

    /// A folder of theirs, for files of any kind.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Their home.
    pub fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// Gives a program their environment and nothing of the test's own.
    pub fn environment(&self, command: &mut Command) {
        command.env_clear();
        for kept in ["PATH", "RUST_BACKTRACE", "LLVM_PROFILE_FILE", "HULP_LOG"] {
            if let Some(value) = std::env::var_os(kept) {
                command.env(kept, value);
            }
        }
        let home = self.home();
        command
            .env("HOME", &home)
            .env("USER", self.role)
            .env("LOGNAME", self.role);
        command.env("XDG_CONFIG_HOME", home.join(".config"));
        command.env("XDG_DATA_HOME", home.join(".local/share"));
        command.env("XDG_STATE_HOME", home.join(".local/state"));
        command.env("XDG_CACHE_HOME", home.join(".cache"));
        command.env("XDG_RUNTIME_DIR", self.folder().join("run"));
        command.env("TMPDIR", self.folder().join("tmp"));
        command.env("XDG_SESSION_TYPE", "x11");
        command.env("DISPLAY", self.display.name());
        command.env("DBUS_SESSION_BUS_ADDRESS", self.bus.address());
        command
            .env("LANG", "C.UTF-8")
            .env("LC_ALL", "C.UTF-8")
            .env("TZ", "UTC");
        command.env("LIBGL_ALWAYS_SOFTWARE", "1");
        command.envs(self.own.borrow().iter().map(|(name, value)| (name, value)));
        command.current_dir(&home);
    }
    /// Has them run Hulp on a terminal, to its end.
    pub fn hulp(&self, arguments: &[&str]) -> Output {
        self.hulp_with(arguments, |_| ())
    }

    /// The same; `prepare` changes how it is started.
    pub fn hulp_with(&self, arguments: &[&str], prepare: impl FnOnce(&mut Command)) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hulp"));
        self.environment(&mut command);
        command.args(arguments).stdin(Stdio::null());
        prepare(&mut command);
        command.output().expect("hulp runs")
    }

    /// What Hulp prints there; it ends well.
    pub fn hulp_prints(&self, arguments: &[&str]) -> String {
        let output = self.hulp(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", said(&output));
        String::from_utf8(output.stdout).expect("text")
    }

    /// Keeps a picture of their display, for whoever wants to look at it.
    pub fn keep_picture(&self, name: &str) {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        self.display.settled_picture().save(&path);
    }
}

/// All that a program said, errors last.
pub fn said(output: &Output) -> String {
    let words = [&output.stdout, &output.stderr].map(|words| String::from_utf8_lossy(words));
    words.concat().trim().to_owned()
}
