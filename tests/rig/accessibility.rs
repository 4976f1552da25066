//! A session bus with the desktop's accessibility service on it, and what an assistive program sees and does there: every
//! control of a window by its role and name, as a screen reader speaks them.

use std::{fmt::Write as _, fs, path::Path, process::Stdio, time::Duration};

use atspi::{CacheItem, CoordType, Interface, ObjectRefOwned, Role, State};
use zbus::blocking::{Connection, Proxy, connection::Builder, fdo::DBusProxy};

use super::{
    picture::Area,
    process::{PATIENCE, Running, wait_for},
};

/// A bus that starts nothing by itself, so that no part of the real desktop gets into a test.
const BUS_CONFIGURATION: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=FOLDER</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// Where distributions put the launcher of the accessibility bus.
const LAUNCHERS: [&str; 3] = [
    "/usr/libexec/at-spi-bus-launcher",
    "/usr/lib/at-spi2-core/at-spi-bus-launcher",
    "/usr/lib/at-spi-bus-launcher",
];

/// Where the launcher of the accessibility bus is, if it is installed.
pub fn launcher() -> Option<&'static str> {
    LAUNCHERS.into_iter().find(|path| Path::new(path).is_file())
}

/// A session bus of its own with accessibility on, as if a screen reader ran.
pub struct Bus {
    address: String,
    accessibility: Connection,
    // Ended in this order.
    _launcher: Running,
    _daemon: Running,
}

impl Bus {
    /// Starts it; `folder` is short and private.
    pub fn start(folder: &Path, display: &str) -> Self {
        let configuration = folder.join("bus.conf");
        let text = BUS_CONFIGURATION.replace("FOLDER", &folder.to_string_lossy());
        fs::write(&configuration, text).expect("the bus's configuration");
        let (daemon, address) = Running::start_and_read_line("dbus-daemon", |command| {
            command.arg("--config-file").arg(&configuration);
            command.args(["--print-address", "--nofork", "--nopidfile", "--nosyslog"]);
            command.stderr(Stdio::null());
        });
        let launcher = Running::start(launcher().expect("at-spi2-core"), |command| {
            command.arg("--launch-immediately");
            command
                .env("DBUS_SESSION_BUS_ADDRESS", &address)
                .env("XDG_RUNTIME_DIR", folder);
            command
                .env("DISPLAY", display)
                .env("GSETTINGS_BACKEND", "memory");
            command
                .env_remove("WAYLAND_DISPLAY")
                .env_remove("XDG_SESSION_ID");
            command.stdout(Stdio::null()).stderr(Stdio::null());
        });
        let session = connect(&address);
        let service = wait_for(PATIENCE, || {
            let names = DBusProxy::new(&session).ok()?;
            names.get_name_owner("org.a11y.Bus".try_into().ok()?).ok()
        });
        assert!(service.is_some(), "the accessibility service did not start");
        let status = proxy(&session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Status");
        for property in ["IsEnabled", "ScreenReaderEnabled"] {
            status
                .set_property(property, true)
                .expect("accessibility can be turned on");
        }
        let bus = proxy(&session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus");
        let place: String = bus.call("GetAddress", &()).expect("the accessibility bus");
        Self {
            address,
            accessibility: connect(&place),
            _launcher: launcher,
            _daemon: daemon,
        }
    }

    /// What `DBUS_SESSION_BUS_ADDRESS` says of it.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The program with this process number, once it shows its windows to assistive programs.
    pub fn program(&self, pid: u32) -> Option<Program> {
        let registry = proxy(
            &self.accessibility,
            "org.a11y.atspi.Registry",
            "/org/a11y/atspi/accessible/root",
            "org.a11y.atspi.Accessible",
        );
        let programs: Vec<ObjectRefOwned> = registry.call("GetChildren", &()).ok()?;
        let names = DBusProxy::new(&self.accessibility).ok()?;
        let owner = programs.into_iter().find_map(|program| {
            let name = program.name_as_str()?.to_owned();
            let owner = names.get_connection_unix_process_id(name.as_str().try_into().ok()?);
            (owner.ok()? == pid).then_some(name)
        })?;
        Some(Program {
            connection: self.accessibility.clone(),
            name: owner,
        })
    }
}

fn connect(address: &str) -> Connection {
    Builder::address(address)
        .map(|builder| builder.method_timeout(Duration::from_secs(10)))
        .and_then(Builder::build)
        .unwrap_or_else(|error| panic!("no bus at {address}: {error}"))
}

fn proxy<'a>(
    connection: &Connection,
    name: &'a str,
    path: &'a str,
    interface: &'a str,
) -> Proxy<'a> {
    let builder = zbus::blocking::proxy::Builder::<Proxy<'a>>::new(connection);
    builder
        .destination(name)
        .and_then(|builder| builder.path(path))
        .and_then(|builder| builder.interface(interface))
        .map(|builder| builder.cache_properties(zbus::proxy::CacheProperties::No))
        .and_then(zbus::blocking::proxy::Builder::build)
        .expect("a proxy without calls")
}

/// A program's windows, as assistive programs see them.
#[derive(Clone)]
pub struct Program {
    connection: Connection,
    name: String,
}

impl Program {
    /// All that its windows show now; empty when the program has gone.
    pub fn controls(&self) -> Vec<Control> {
        let cache = proxy(
            &self.connection,
            &self.name,
            "/org/a11y/atspi/cache",
            "org.a11y.atspi.Cache",
        );
        let items: Vec<CacheItem> = cache.call("GetItems", &()).unwrap_or_default();
        items
            .into_iter()
            .map(|item| Control {
                program: self.clone(),
                item,
            })
            .collect()
    }
}

/// A control, a text or a group, as it was when asked.
#[derive(Clone)]
pub struct Control {
    program: Program,
    item: CacheItem,
}

impl Control {
    /// What it is called: AT-SPI keeps that under `short_name`, and a description under `name`.
    #[allow(clippy::misnamed_getters, reason = "the names are AT-SPI's")]
    pub fn name(&self) -> &str {
        &self.item.short_name
    }

    /// What it is.
    pub fn role(&self) -> Role {
        self.item.role
    }

    /// Whether it is in that state.
    pub fn is(&self, state: State) -> bool {
        self.item.states.contains(state)
    }

    /// Whether it is something to press, choose or tick.
    pub fn can_be_pressed(&self) -> bool {
        self.item.ifaces.contains(Interface::Action)
            && !self.is_field()
            && self.role() != Role::Label
    }

    /// Whether it is something to write in.
    pub fn is_field(&self) -> bool {
        matches!(
            self.role(),
            Role::Entry | Role::PasswordText | Role::SpinButton
        )
    }

    /// Presses it, as a click does.
    pub fn press(&self) -> Result<(), String> {
        match self.on("org.a11y.atspi.Action").call("DoAction", &(0_i32,)) {
            Ok(true) => Ok(()),
            Ok(false) => Err(format!("`{}` did not let itself be pressed", self.name())),
            Err(error) => Err(format!("`{}` could not be pressed: {error}", self.name())),
        }
    }

    /// Gives it the keyboard.
    pub fn focus(&self) -> Result<(), String> {
        let focused: zbus::Result<bool> =
            self.on("org.a11y.atspi.Component").call("GrabFocus", &());
        focused
            .map(drop)
            .map_err(|error| format!("`{}` cannot be focused: {error}", self.name()))
    }

    /// Replaces what is written in it.
    pub fn set_text(&self, text: &str) -> Result<(), String> {
        let set = if self.item.ifaces.contains(Interface::EditableText) {
            self.on("org.a11y.atspi.EditableText")
                .call("SetTextContents", &(text,))
        } else {
            return Err(format!("`{}` is no field that can be written", self.name()));
        };
        match set {
            Ok(true) => Ok(()),
            Ok(false) => Err(format!("`{}` did not take the text", self.name())),
            Err(error) => Err(format!("`{}` could not be written: {error}", self.name())),
        }
    }

    /// Sets a number.
    pub fn set_value(&self, value: f64) -> Result<(), String> {
        self.on("org.a11y.atspi.Value")
            .set_property("CurrentValue", value)
            .map_err(|error| format!("`{}` did not take the number: {error}", self.name()))
    }

    /// What is written in it; bullets for a password.
    pub fn text(&self) -> Option<String> {
        if !self.item.ifaces.contains(Interface::Text) {
            return None;
        }
        self.on("org.a11y.atspi.Text")
            .call("GetText", &(0_i32, -1_i32))
            .ok()
    }

    /// Where it is on its display.
    pub fn area(&self) -> Option<Area> {
        let component = self.on("org.a11y.atspi.Component");
        let ((x, y, width, height),): ((i32, i32, i32, i32),) =
            component.call("GetExtents", &(CoordType::Screen,)).ok()?;
        let pixel = |value: i32| u32::try_from(value).ok();
        Some(Area {
            x: pixel(x)?,
            y: pixel(y)?,
            width: pixel(width)?,
            height: pixel(height)?,
        })
    }

    fn on(&self, interface: &'static str) -> Proxy<'_> {
        let name = self.program.name.as_str();
        proxy(
            &self.program.connection,
            name,
            self.item.object.path_as_str(),
            interface,
        )
    }
}

/// Every control with role, name and what matters of its state, a line each: what a failed test says that it saw.
pub fn describe(controls: &[Control]) -> String {
    let mut text = String::new();
    for control in controls
        .iter()
        .filter(|control| !control.name().is_empty() || control.is_field())
    {
        let _ = write!(text, "  {:?} `{}`", control.role(), control.name());
        for state in [State::Focused, State::Checked, State::Selected] {
            if control.is(state) {
                let _ = write!(text, " {state:?}");
            }
        }
        if !control.is(State::Enabled) {
            text.push_str(" (disabled)");
        }
        if control.is_field() {
            let _ = write!(text, " = {:?}", control.text().unwrap_or_default());
        }
        text.push('\n');
    }
    text
}
