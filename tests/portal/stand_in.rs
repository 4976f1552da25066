//! A stand-in for xdg-desktop-portal: it asks nobody, answers as it was told, and has mutter do the rest as GNOME's own does.

use std::{
    collections::HashMap,
    os::{fd::OwnedFd, unix::net::UnixStream},
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard},
    thread,
    time::Duration,
};

use serde::{Serialize, de::DeserializeOwned};
use zbus::{
    Message, blocking,
    blocking::{Connection, MessageIterator, Proxy},
    fdo,
    message::Type,
    names::BusName,
    zvariant::{self, DynamicType, OwnedObjectPath, OwnedValue, Value},
};

const NAME: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";
const SCREEN_CAST: &str = "org.freedesktop.portal.ScreenCast";
const REMOTE_DESKTOP: &str = "org.freedesktop.portal.RemoteDesktop";
const GLOBAL_SHORTCUTS: &str = "org.freedesktop.portal.GlobalShortcuts";
const REQUEST: &str = "org.freedesktop.portal.Request";
const SESSION: &str = "org.freedesktop.portal.Session";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";

/// How the user answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Yes,
    No,
    /// The question stays on the screen.
    Never,
    /// The screen, but no mouse and no keyboard.
    ScreenAlone,
    /// Yes, but with no screen chosen.
    NoScreen,
}

/// The portal.
pub struct StandIn {
    state: Arc<State>,
}

struct State {
    /// The portal's own, and one as whose owner mutter knows us.
    connection: Connection,
    to_mutter: Connection,
    pipewire: PathBuf,
    answer: Mutex<Answer>,
    /// What it was told, one call a line.
    calls: Mutex<Vec<String>>,
    sessions: Mutex<HashMap<String, Granted>>,
    /// What it calls the keys that it gives programs; where it gives any.
    trigger: Mutex<Option<String>>,
    /// Locked while it is slow: then it passes nothing on.
    slow: Mutex<()>,
    /// It answers before it passes on what it was told, and waits so long between.
    hasty: Mutex<Option<Duration>>,
}

/// What mutter has of a session.
#[derive(Clone, Debug, Default)]
struct Granted {
    has_devices: bool,
    remote: Option<OwnedObjectPath>,
    stream: Option<OwnedObjectPath>,
}

type Options = HashMap<String, OwnedValue>;
type Results = HashMap<&'static str, Value<'static>>;

impl StandIn {
    /// Starts it on the bus at this address; PipeWire listens at this path.
    pub fn start(bus: &str, pipewire: PathBuf) -> Self {
        let connect = || {
            let builder = blocking::connection::Builder::address(bus).unwrap();
            builder.build().unwrap()
        };
        let connection = connect();
        let state = Arc::new(State {
            connection: connection.clone(),
            to_mutter: connect(),
            pipewire,
            answer: Mutex::new(Answer::Yes),
            calls: Mutex::default(),
            sessions: Mutex::default(),
            trigger: Mutex::default(),
            slow: Mutex::default(),
            hasty: Mutex::default(),
        });
        // Listened before it has its name, so that no call is missed.
        let messages = MessageIterator::from(&connection);
        connection.request_name(NAME).unwrap();
        let serving = state.clone();
        thread::spawn(move || {
            let calls = messages.flatten();
            for call in calls.filter(|message| message.message_type() == Type::MethodCall) {
                serving.serve(&call);
            }
        });
        Self { state }
    }

    /// From now on the user answers so.
    pub fn answer(&self, answer: Answer) {
        *self.state.answer.lock().unwrap() = answer;
    }

    /// From now on it gives programs keys of their own, which it calls so.
    pub fn give_shortcuts(&self, trigger: &str) {
        *self.state.trigger.lock().unwrap() = Some(trigger.into());
    }

    /// The user presses these keys, which a program knows by this name.
    pub fn press_shortcut(&self, name: &str) {
        let sessions: Vec<_> = self.state.sessions().keys().cloned().collect();
        for session in sessions {
            let session = OwnedObjectPath::try_from(session).unwrap();
            let about = (session, name, 0_u64, Options::new());
            self.state
                .signal(PATH, GLOBAL_SHORTCUTS, "Activated", &about);
        }
    }

    /// What it was told so far.
    pub fn calls(&self) -> Vec<String> {
        self.state.calls().clone()
    }

    /// How many sessions are open.
    pub fn sessions(&self) -> usize {
        self.state.sessions().len()
    }

    /// It takes what it is told, and passes nothing on as long as this is held.
    pub fn slow(&self) -> MutexGuard<'_, ()> {
        self.state.slow.lock().unwrap()
    }

    /// From now on it says that it has done what it is told, and does it so much later: as a portal does that hands things on.
    pub fn is_hasty(&self, by: Duration) {
        *self.state.hasty.lock().unwrap() = Some(by);
    }

    /// The user ends everything in the desktop's own bar.
    pub fn stop(&self) {
        let sessions: Vec<_> = self.state.sessions().drain().collect();
        for (path, _) in sessions {
            self.state.signal(&path, SESSION, "Closed", &Options::new());
        }
    }
}

impl Drop for StandIn {
    fn drop(&mut self) {
        for connection in [&self.state.connection, &self.state.to_mutter] {
            connection.clone().close().unwrap();
        }
    }
}

impl State {
    fn calls(&self) -> MutexGuard<'_, Vec<String>> {
        self.calls.lock().unwrap()
    }

    fn sessions(&self) -> MutexGuard<'_, HashMap<String, Granted>> {
        self.sessions.lock().unwrap()
    }

    fn note(&self, call: String) {
        self.calls().push(call);
    }

    fn granted(&self, session: &OwnedObjectPath) -> fdo::Result<Granted> {
        let granted = self.sessions().get(session.as_str()).cloned();
        granted.ok_or_else(|| fdo::Error::Failed("no such session".into()))
    }

    fn signal<B: Serialize + DynamicType>(
        &self,
        path: &str,
        interface: &str,
        name: &str,
        body: &B,
    ) {
        let everybody: Option<BusName<'_>> = None;
        let sent = self
            .connection
            .emit_signal(everybody, path, interface, name, body);
        sent.unwrap();
    }

    /// Answers a call.
    fn serve(&self, call: &Message) {
        let served = self.do_call(call);
        let header = call.header();
        if let Err(error) = served {
            // Nobody hears it when the portal is on its way out.
            let _ = self.connection.reply_dbus_error(&header, error);
        }
    }

    fn do_call(&self, call: &Message) -> fdo::Result<()> {
        let header = call.header();
        let interface = header.interface().map_or("", |name| name.as_str());
        let member = header.member().map_or("", |name| name.as_str());
        match (interface, member) {
            (PROPERTIES, "Get") => {
                let (interface, name): (String, String) = body(call)?;
                let mut all = self.properties(&interface)?;
                let value = all.remove(&*name);
                let value = value.ok_or_else(|| fdo::Error::UnknownProperty(name))?;
                self.reply(call, &value)
            }
            (PROPERTIES, "GetAll") => {
                let interface: String = body(call)?;
                self.reply(call, &self.properties(&interface)?)
            }
            (SCREEN_CAST | REMOTE_DESKTOP | GLOBAL_SHORTCUTS, "CreateSession") => {
                self.create(call, interface)
            }
            (SCREEN_CAST, "SelectSources") => {
                let (_, options): (OwnedObjectPath, Options) = body(call)?;
                self.note(format!(
                    "SelectSources {} {} {} {:?}",
                    number(&options, "types"),
                    number(&options, "cursor_mode"),
                    number(&options, "persist_mode"),
                    text(&options, "restore_token")
                ));
                self.respond(call, &options, 0, Results::new())
            }
            (REMOTE_DESKTOP, "SelectDevices") => {
                let (_, options): (OwnedObjectPath, Options) = body(call)?;
                self.note(format!(
                    "SelectDevices {} {} {:?}",
                    number(&options, "types"),
                    number(&options, "persist_mode"),
                    text(&options, "restore_token")
                ));
                self.respond(call, &options, 0, Results::new())
            }
            (SCREEN_CAST | REMOTE_DESKTOP, "Start") => self.start(call),
            (SCREEN_CAST, "OpenPipeWireRemote") => {
                let (session, _): (OwnedObjectPath, Options) = body(call)?;
                self.granted(&session)?;
                let socket = UnixStream::connect(&self.pipewire)
                    .map_err(|error| fdo::Error::Failed(error.to_string()))?;
                self.reply(call, &zvariant::OwnedFd::from(OwnedFd::from(socket)))
            }
            (GLOBAL_SHORTCUTS, "BindShortcuts") => self.bind(call),
            (REMOTE_DESKTOP, member) => self.input(call, member),
            (SESSION, "Close") => {
                self.note("Session.Close".into());
                let path = header.path().map_or("", |path| path.as_str());
                let granted = self.sessions().remove(path);
                if let Some(remote) = granted.and_then(|granted| granted.remote) {
                    self.remote_session(&remote)?
                        .call::<_, _, ()>("Stop", &())?;
                }
                self.reply(call, &())
            }
            (REQUEST, "Close") => self.reply(call, &()),
            (_, member) => Err(fdo::Error::UnknownMethod(member.into())),
        }
    }

    fn properties(&self, interface: &str) -> fdo::Result<Results> {
        let version = match interface {
            SCREEN_CAST => 4_u32,
            REMOTE_DESKTOP => 2,
            GLOBAL_SHORTCUTS if self.trigger.lock().unwrap().is_some() => 1,
            other => return Err(fdo::Error::UnknownInterface(other.into())),
        };
        let mut all = HashMap::from([("version", version.into())]);
        if interface == SCREEN_CAST {
            all.insert("AvailableCursorModes", 7_u32.into());
        }
        Ok(all)
    }

    fn create(&self, call: &Message, interface: &str) -> fdo::Result<()> {
        let short = interface.rsplit('.').next().unwrap();
        self.note(format!("{short}.CreateSession"));
        let options: Options = body(call)?;
        let session = path(call, "session", &text(&options, "session_handle_token"));
        let granted = Granted {
            has_devices: interface == REMOTE_DESKTOP,
            ..Granted::default()
        };
        self.sessions().insert(session.to_string(), granted);
        let results = HashMap::from([("session_handle", session.to_string().into())]);
        self.respond(call, &options, 0, results)
    }

    fn start(&self, call: &Message) -> fdo::Result<()> {
        self.note("Start".into());
        let (session, _, options): (OwnedObjectPath, String, Options) = body(call)?;
        let answer = *self.answer.lock().unwrap();
        match answer {
            Answer::Never => return self.reply_with_request(call, &options),
            Answer::No => return self.respond(call, &options, 1, Results::new()),
            _ => {}
        }
        let mut granted = self.granted(&session)?;
        let mut streams = vec![];
        if answer != Answer::NoScreen {
            let (remote, stream, node) = self.record()?;
            granted.remote = Some(remote);
            granted.stream = Some(stream);
            let about = HashMap::from([
                ("position", Value::from((0_i32, 0_i32))),
                ("size", Value::from((1280_i32, 720_i32))),
                ("source_type", Value::from(1_u32)),
            ]);
            streams.push((node, about));
        }
        let mut results = HashMap::from([("streams", Value::from(streams))]);
        if granted.has_devices {
            let devices = if answer == Answer::ScreenAlone {
                0_u32
            } else {
                3
            };
            results.insert("devices", devices.into());
        }
        results.insert("restore_token", "a token".into());
        self.sessions().insert(session.to_string(), granted);
        self.respond(call, &options, 0, results)
    }

    fn bind(&self, call: &Message) -> fdo::Result<()> {
        type Shortcuts = Vec<(String, Options)>;
        let (_, shortcuts, _, options): (OwnedObjectPath, Shortcuts, String, Options) = body(call)?;
        for (name, about) in &shortcuts {
            let wish = text(about, "preferred_trigger");
            self.note(format!("BindShortcut {name} {wish}"));
        }
        match *self.answer.lock().unwrap() {
            Answer::Never => return self.reply_with_request(call, &options),
            Answer::No => return self.respond(call, &options, 1, Results::new()),
            _ => {}
        }
        let trigger = self.trigger.lock().unwrap().clone().unwrap_or_default();
        let about = HashMap::from([("trigger_description", Value::from(trigger))]);
        let names = shortcuts.into_iter().map(|(name, _)| name);
        let given: Vec<_> = names.map(|name| (name, about.clone())).collect();
        let results = HashMap::from([("shortcuts", Value::from(given))]);
        self.respond(call, &options, 0, results)
    }

    /// Passes on to mutter what mouse and keyboard are to do.
    fn input(&self, call: &Message, method: &str) -> fdo::Result<()> {
        type Told<A, B> = (OwnedObjectPath, Options, A, B);
        let hasty = *self.hasty.lock().unwrap();
        if let Some(by) = hasty {
            self.reply(call, &())?;
            thread::sleep(by);
        }
        match method {
            "NotifyPointerMotionAbsolute" => {
                type At = (OwnedObjectPath, Options, u32, f64, f64);
                let (session, _, _, x, y): At = body(call)?;
                self.note(format!("Motion {x} {y}"));
                let stream = self.granted(&session)?.stream;
                let stream = stream.map(|path| path.to_string()).unwrap_or_default();
                self.pass(&session, method, &(stream, x, y))?;
            }
            "NotifyPointerButton" => {
                let (session, _, button, state): Told<i32, u32> = body(call)?;
                self.note(format!("Button {button:#x} {state}"));
                self.pass(&session, method, &(button, state == 1))?;
            }
            "NotifyPointerAxisDiscrete" => {
                let (session, _, axis, steps): Told<u32, i32> = body(call)?;
                self.note(format!("Axis {axis} {steps}"));
                self.pass(&session, method, &(axis, steps))?;
            }
            "NotifyKeyboardKeysym" => {
                let (session, _, keysym, state): Told<i32, u32> = body(call)?;
                self.note(format!("Keysym {keysym:#x} {state}"));
                self.pass(&session, method, &(keysym.cast_unsigned(), state == 1))?;
            }
            _ => return Err(fdo::Error::UnknownMethod(method.into())),
        }
        match hasty {
            Some(_) => Ok(()),
            None => self.reply(call, &()),
        }
    }

    fn pass<B: Serialize + DynamicType>(
        &self,
        session: &OwnedObjectPath,
        method: &str,
        body: &B,
    ) -> fdo::Result<()> {
        drop(self.slow.lock().unwrap());
        let granted = self.granted(session)?;
        let remote = granted.remote.filter(|_| granted.has_devices);
        let remote = remote.ok_or_else(|| fdo::Error::AccessDenied("not granted".into()))?;
        let mutter = self.remote_session(&remote)?;
        mutter.call::<_, _, ()>(method, body)?;
        Ok(())
    }

    /// Has mutter record its monitor and take input, as GNOME's portal has it.
    fn record(&self) -> zbus::Result<(OwnedObjectPath, OwnedObjectPath, u32)> {
        const REMOTE: &str = "org.gnome.Mutter.RemoteDesktop";
        const SCREENS: &str = "org.gnome.Mutter.ScreenCast";
        let bus = &self.to_mutter;
        let remotes = Proxy::new(bus, REMOTE, "/org/gnome/Mutter/RemoteDesktop", REMOTE)?;
        let remote: OwnedObjectPath = remotes.call("CreateSession", &())?;
        let remote_session = self.remote_session(&remote)?;
        let id: String = remote_session.get_property("SessionId")?;
        let screens = Proxy::new(bus, SCREENS, "/org/gnome/Mutter/ScreenCast", SCREENS)?;
        let options = HashMap::from([("remote-desktop-session-id", Value::from(id))]);
        let screen: OwnedObjectPath = screens.call("CreateSession", &(options,))?;
        let interface = "org.gnome.Mutter.ScreenCast.Session";
        let screen = Proxy::new(bus, SCREENS, screen, interface)?;
        let options = HashMap::from([("cursor-mode", Value::from(2_u32))]);
        let stream: OwnedObjectPath = screen.call("RecordMonitor", &("", options))?;
        let interface = "org.gnome.Mutter.ScreenCast.Stream";
        let recorded = Proxy::new(bus, SCREENS, stream.clone(), interface)?;
        let mut added = recorded.receive_signal("PipeWireStreamAdded")?;
        remote_session.call::<_, _, ()>("Start", &())?;
        let added = added.next().ok_or(zbus::Error::InvalidReply)?;
        Ok((remote, stream, added.body().deserialize()?))
    }

    fn remote_session(&self, path: &OwnedObjectPath) -> zbus::Result<Proxy<'static>> {
        let name = "org.gnome.Mutter.RemoteDesktop";
        let interface = "org.gnome.Mutter.RemoteDesktop.Session";
        Proxy::new(&self.to_mutter, name, path.clone(), interface)
    }

    fn reply<B: Serialize + DynamicType>(&self, call: &Message, body: &B) -> fdo::Result<()> {
        Ok(self.connection.reply(&call.header(), body)?)
    }

    /// Answers a question with its path, and lets that wait.
    fn reply_with_request(&self, call: &Message, options: &Options) -> fdo::Result<()> {
        let request = path(call, "request", &text(options, "handle_token"));
        self.reply(call, &request)
    }

    /// Answers a question, and what came of it.
    fn respond(
        &self,
        call: &Message,
        options: &Options,
        code: u32,
        results: Results,
    ) -> fdo::Result<()> {
        self.reply_with_request(call, options)?;
        let request = path(call, "request", &text(options, "handle_token"));
        let asker = call
            .header()
            .sender()
            .map(|name| BusName::from(name.to_owned()));
        let answer = (code, results);
        self.connection
            .emit_signal(asker, &request, REQUEST, "Response", &answer)?;
        Ok(())
    }
}

fn body<B: DeserializeOwned + zvariant::Type>(call: &Message) -> fdo::Result<B> {
    let body = call.body().deserialize();
    body.map_err(|error| fdo::Error::InvalidArgs(error.to_string()))
}

fn path(call: &Message, kind: &str, token: &str) -> OwnedObjectPath {
    let header = call.header();
    let sender = header.sender().unwrap().trim_start_matches(':');
    let sender = sender.replace('.', "_");
    OwnedObjectPath::try_from(format!("{PATH}/{kind}/{sender}/{token}")).unwrap()
}

fn text(options: &Options, name: &str) -> String {
    let value = options.get(name).and_then(|v| v.downcast_ref().ok());
    value.unwrap_or_default()
}

fn number(options: &Options, name: &str) -> u32 {
    let value = options.get(name).and_then(|v| v.downcast_ref().ok());
    value.unwrap_or_default()
}
