//! A GNOME desktop without a screen: PipeWire, mutter and a terminal over all of it, on a session bus of its own.

use std::{
    fs::{self, OpenOptions},
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
};

use zbus::{
    blocking::{self, fdo::DBusProxy},
    zvariant::OwnedObjectPath,
};

use crate::process::{PATIENCE, Running, is_installed, wait_for};

/// The size of its monitor.
pub const WIDTH: u32 = 1280;
/// The size of its monitor.
pub const HEIGHT: u32 = 720;
/// What the terminal shows all over the monitor.
pub const BACKGROUND: u32 = 0x20_40_60;

/// What runs on it, and what it needs.
const PROGRAMS: [&str; 6] = [
    "dbus-daemon",
    "foot",
    "mutter",
    "pipewire",
    "setpriv",
    "wireplumber",
];

/// Whether such desktops can be had here. Where not, says so; where every check has to run (`CI` is set), that is a fault.
pub fn can_run(test: &str) -> bool {
    let missing: Vec<_> = PROGRAMS.iter().filter(|p| !is_installed(p)).collect();
    if missing.is_empty() {
        return true;
    }
    assert!(
        std::env::var_os("CI").is_none(),
        "{test}: {missing:?} are not installed"
    );
    let _ = writeln!(
        std::io::stderr(),
        "{test} IS SKIPPED: {missing:?} are not installed"
    );
    false
}

/// A session bus, and nothing on it.
pub struct Bus {
    _daemon: Running,
    pub address: String,
    pub home: tempfile::TempDir,
}

impl Bus {
    pub fn start() -> Self {
        let home = tempfile::tempdir().unwrap();
        let (daemon, address) = Running::start_and_read_line("dbus-daemon", |command| {
            command.args(["--session", "--nofork", "--print-address"]);
            alone(command, home.path());
        });
        Self {
            _daemon: daemon,
            address,
            home,
        }
    }

    fn run(&self, program: &str, prepare: impl FnOnce(&mut Command)) -> Running {
        let log = fs::File::create(self.home.path().join(format!("{program}.log"))).unwrap();
        Running::start(program, |command| {
            alone(command, self.home.path());
            command.env("DBUS_SESSION_BUS_ADDRESS", &self.address);
            command.stdout(log.try_clone().unwrap());
            command.stderr(Stdio::from(log));
            prepare(command);
        })
    }
}

/// A desktop. What is listed first ends first.
pub struct Stage {
    _terminal: Option<Running>,
    _mutter: Running,
    _wireplumber: Running,
    _pipewire: Running,
    pub bus: Bus,
}

impl Stage {
    /// Starts it, and waits until it runs.
    pub fn start() -> Self {
        let mut stage = Self::start_empty();
        let home = stage.bus.home.path();
        let (typed, shown) = (home.join("typed"), home.join("shown"));
        fs::write(&typed, "").unwrap();
        let made = Command::new("mkfifo").arg(&shown).status().unwrap();
        assert!(made.success());
        let run = format!(
            "stty raw -echo; cat <>{} & exec cat > {}",
            shown.display(),
            typed.display()
        );
        stage._terminal = Some(stage.terminal(&["--fullscreen"], &run));
        stage
    }

    /// Starts it without the terminal.
    pub fn start_empty() -> Self {
        let bus = Bus::start();
        let pipewire = bus.run("pipewire", |_| {});
        bus.wait_for_socket("pipewire-0");
        let wireplumber = bus.run("wireplumber", |_| {});
        let mutter = bus.run("mutter", |command| {
            command.args(["--headless", "--wayland", "--no-x11", "--virtual-monitor"]);
            command.arg(format!("{WIDTH}x{HEIGHT}"));
        });
        bus.wait_for_socket("wayland-0");
        bus.wait_for_name("org.gnome.Mutter.RemoteDesktop");
        bus.wait_for_name("org.gnome.Mutter.ScreenCast");
        Self {
            _terminal: None,
            _mutter: mutter,
            _wireplumber: wireplumber,
            _pipewire: pipewire,
            bus,
        }
    }

    /// Opens a terminal in which a shell does this.
    pub fn terminal(&self, arguments: &[&str], run: &str) -> Running {
        self.bus.run("foot", |command| {
            command.env("WAYLAND_DISPLAY", "wayland-0");
            command.arg("--config=/dev/null");
            command.arg(format!("--override=colors.background={BACKGROUND:06x}"));
            command.arg("--override=cursor.blink=no");
            command.args(arguments).args(["sh", "-c", run]);
        })
    }

    /// Where the compositor listens.
    pub fn wayland(&self) -> PathBuf {
        self.bus.home.path().join("wayland-0")
    }

    /// Has the terminal show this.
    pub fn show(&self, text: &str) {
        let shown = self.bus.home.path().join("shown");
        let mut pipe = OpenOptions::new().write(true).open(shown).unwrap();
        pipe.write_all(text.as_bytes()).unwrap();
    }

    /// Has the terminal, if it runs already, show another sign in its corner.
    pub fn change_a_little(&self) {
        static CHANGES: AtomicU32 = AtomicU32::new(0);
        let shown = self.bus.home.path().join("shown");
        // For reading too: so nothing waits for the other end.
        let mut pipe = OpenOptions::new()
            .read(true)
            .write(true)
            .open(shown)
            .unwrap();
        let changes = CHANGES.fetch_add(1, Ordering::Relaxed);
        pipe.write_all(format!("\r{}", changes % 10).as_bytes())
            .unwrap();
    }

    /// What was typed into the terminal, once `enough` says that it is all.
    pub fn typed(&self, mut enough: impl FnMut(&str) -> bool) -> String {
        let path = self.bus.home.path().join("typed");
        let mut last = String::new();
        let typed = wait_for(PATIENCE, || {
            last = fs::read_to_string(&path).unwrap_or_default();
            enough(&last).then(|| last.clone())
        });
        typed.unwrap_or_else(|| panic!("only {last:?} was typed"))
    }

    /// Where PipeWire listens.
    pub fn pipewire(&self) -> PathBuf {
        self.bus.home.path().join("pipewire-0")
    }
}

/// The user's own mouse and keyboard.
pub struct Hand {
    session: blocking::Proxy<'static>,
}

impl Hand {
    /// Puts them on this desktop.
    pub fn at(stage: &Stage) -> Self {
        const REMOTE: &str = "org.gnome.Mutter.RemoteDesktop";
        let connection = blocking::connection::Builder::address(stage.bus.address.as_str())
            .and_then(blocking::connection::Builder::build)
            .unwrap();
        let path = "/org/gnome/Mutter/RemoteDesktop";
        let remotes = blocking::Proxy::new(&connection, REMOTE, path, REMOTE).unwrap();
        let session: OwnedObjectPath = remotes.call("CreateSession", &()).unwrap();
        let interface = "org.gnome.Mutter.RemoteDesktop.Session";
        let session = blocking::Proxy::new(&connection, REMOTE, session, interface).unwrap();
        session.call::<_, _, ()>("Start", &()).unwrap();
        Self { session }
    }

    /// Presses a key and releases it.
    pub fn tap(&self, keysym: u32) {
        for pressed in [true, false] {
            let method = "NotifyKeyboardKeysym";
            self.session
                .call::<_, _, ()>(method, &(keysym, pressed))
                .unwrap();
        }
    }

    /// Moves the pointer to this place.
    pub fn point(&self, (x, y): (i32, i32)) {
        // To the corner first: it is not known where it is.
        for (x, y) in [(-1e5, -1e5), (f64::from(x), f64::from(y))] {
            let method = "NotifyPointerMotionRelative";
            self.session.call::<_, _, ()>(method, &(x, y)).unwrap();
        }
    }
}

impl Bus {
    /// Waits until somebody on it has this name.
    fn wait_for_name(&self, name: &'static str) {
        let connection = blocking::connection::Builder::address(self.address.as_str())
            .and_then(blocking::connection::Builder::build);
        let bus = DBusProxy::new(&connection.unwrap()).unwrap();
        let there = wait_for(PATIENCE, || {
            let has_owner = bus.name_has_owner(name.try_into().unwrap());
            has_owner.unwrap().then_some(())
        });
        assert!(there.is_some(), "no {name}");
    }

    fn wait_for_socket(&self, name: &str) {
        let path = self.home.path().join(name);
        let there = wait_for(PATIENCE, || path.exists().then_some(()));
        assert!(there.is_some(), "no {name}");
    }
}

/// No other desktop of this computer's is meant.
fn alone(command: &mut Command, home: &Path) {
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"] {
        command.env_remove(name);
    }
    command.env("XDG_RUNTIME_DIR", home);
    command.env("HOME", home);
    command.env("XDG_SESSION_TYPE", "wayland");
    command.env("LIBGL_ALWAYS_SOFTWARE", "1");
}
