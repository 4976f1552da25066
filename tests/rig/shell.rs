//! A stand-in for the parts of a desktop that a program without a window is used by: a tray, and notices. On somebody's session bus.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use zbus::{
    blocking::{Connection, Proxy, connection::Builder},
    interface,
    message::Header,
    zvariant::{OwnedValue, Value},
};

use super::process::{PATIENCE, wait_for};

const ITEM: &str = "/StatusNotifierItem";
const ITEM_INTERFACE: &str = "org.kde.StatusNotifierItem";
const MENU_INTERFACE: &str = "com.canonical.dbusmenu";
const NOTICES: &str = "/org/freedesktop/Notifications";

/// A desktop's panel.
pub struct Shell {
    state: Arc<Mutex<State>>,
    connection: Connection,
}

#[derive(Default)]
struct State {
    items: Vec<String>,
    /// The notices that are shown, by number.
    notices: Vec<(u32, ShownNotice)>,
    last: u32,
}

/// A notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownNotice {
    /// Its line.
    pub title: String,
    /// Its text, which this desktop reads as markup.
    pub text: String,
}

struct Watcher(Arc<Mutex<State>>);

#[interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    fn register_status_notifier_item(&self, service: String, #[zbus(header)] header: Header<'_>) {
        // A bus name, or a path at the caller.
        let sender = header.sender().map(ToString::to_string);
        let name = if service.starts_with('/') {
            sender.unwrap_or_default()
        } else {
            service
        };
        lock(&self.0).items.push(name);
    }

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }
}

struct Notices(Arc<Mutex<State>>);

#[interface(name = "org.freedesktop.Notifications")]
impl Notices {
    fn get_capabilities(&self) -> Vec<&'static str> {
        vec!["actions", "body", "body-markup", "persistence"]
    }

    #[allow(clippy::too_many_arguments, reason = "it is the interface's")]
    fn notify(
        &self,
        _program: String,
        replaces: u32,
        _icon: String,
        title: String,
        text: String,
        _actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _timeout: i32,
    ) -> u32 {
        let mut state = lock(&self.0);
        state.notices.retain(|(number, _)| *number != replaces);
        state.last += 1;
        let number = state.last;
        state.notices.push((number, ShownNotice { title, text }));
        number
    }

    fn close_notification(&self, number: u32) {
        lock(&self.0).notices.retain(|(shown, _)| *shown != number);
    }
}

impl Shell {
    /// Starts it on the bus at this address.
    pub fn start(bus: &str) -> Self {
        let state = Arc::new(Mutex::new(State::default()));
        let connection = Builder::address(bus)
            .map(|builder| builder.method_timeout(Duration::from_secs(10)))
            .and_then(|builder| builder.serve_at("/StatusNotifierWatcher", Watcher(state.clone())))
            .and_then(|builder| builder.serve_at(NOTICES, Notices(state.clone())))
            .and_then(|builder| builder.name("org.kde.StatusNotifierWatcher"))
            .and_then(|builder| builder.name("org.freedesktop.Notifications"))
            .and_then(Builder::build);
        Self {
            state,
            connection: connection.expect("a panel on the bus"),
        }
    }

    /// What the newest icon in the tray says; none where there is no icon.
    pub fn tooltip(&self) -> Option<String> {
        let item = self.item(ITEM, ITEM_INTERFACE)?;
        type ToolTip = (String, Vec<(i32, i32, Vec<u8>)>, String, String);
        let (_, _, title, _): ToolTip = item.get_property("ToolTip").ok()?;
        Some(title)
    }

    /// Its smallest picture: width, height, and alpha, red, green and blue of each pixel.
    pub fn icon(&self) -> Option<(i32, i32, Vec<u8>)> {
        let item = self.item(ITEM, ITEM_INTERFACE)?;
        let icons: Vec<(i32, i32, Vec<u8>)> = item.get_property("IconPixmap").ok()?;
        icons.into_iter().next()
    }

    /// The entries of its menu.
    pub fn menu(&self) -> Vec<String> {
        self.entries().into_iter().map(|(_, label)| label).collect()
    }

    /// Picks an entry, once it is there.
    pub fn pick(&self, label: &str) {
        let picked = wait_for(PATIENCE, || {
            let (id, _) = self
                .entries()
                .into_iter()
                .find(|(_, found)| found == label)?;
            let menu = self.item("/MenuBar", MENU_INTERFACE)?;
            let event = (id, "clicked", Value::from(0_i32), 0_u32);
            menu.call_noreply("Event", &event).ok() // whoever ends at once answers no more
        });
        assert!(picked.is_some(), "no `{label}` in {:?}", self.menu());
    }

    /// Clicks the icon itself.
    pub fn click(&self) {
        let item = self.item(ITEM, ITEM_INTERFACE).expect("an icon");
        let clicked: zbus::Result<()> = item.call("Activate", &(0_i32, 0_i32));
        clicked.expect("an icon to click");
    }

    /// The notices that are shown.
    pub fn notices(&self) -> Vec<ShownNotice> {
        let state = lock(&self.state);
        state
            .notices
            .iter()
            .map(|(_, shown)| shown.clone())
            .collect()
    }

    /// Clicks the newest of them.
    pub fn click_notice(&self) {
        let number = lock(&self.state).notices.last().expect("a notice").0;
        let name: Option<&str> = None;
        let clicked = (number, "default");
        self.connection
            .emit_signal(
                name,
                NOTICES,
                "org.freedesktop.Notifications",
                "ActionInvoked",
                &clicked,
            )
            .expect("a click");
    }

    fn entries(&self) -> Vec<(i32, String)> {
        type Layout = (u32, (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>));
        let Some(menu) = self.item("/MenuBar", MENU_INTERFACE) else {
            return vec![];
        };
        let asked = (0_i32, -1_i32, vec!["label"]);
        let Ok((_, (_, _, entries))) = menu.call::<_, _, Layout>("GetLayout", &asked) else {
            return vec![];
        };
        type Entry = (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>);
        let entry = |entry: OwnedValue| {
            let (id, mut properties, _) = Entry::try_from(entry).ok()?;
            let label = String::try_from(properties.remove("label")?).ok()?;
            Some((id, label))
        };
        entries.into_iter().filter_map(entry).collect()
    }

    fn item(&self, path: &'static str, interface: &'static str) -> Option<Proxy<'static>> {
        let name = lock(&self.state).items.last()?.clone();
        zbus::blocking::proxy::Builder::<Proxy<'_>>::new(&self.connection)
            .destination(name)
            .and_then(|builder| builder.path(path))
            .and_then(|builder| builder.interface(interface))
            .map(|builder| builder.cache_properties(zbus::proxy::CacheProperties::No))
            .and_then(zbus::blocking::proxy::Builder::build)
            .ok()
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}
