//! Talking with the portal over the session's bus: every call with a deadline, every answer heard.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU32, Ordering},
        mpsc::{RecvTimeoutError, SyncSender, sync_channel},
    },
    thread,
    time::Duration,
};

use serde::Serialize;
use zbus::{
    MatchRule, Message,
    blocking::{Connection, MessageIterator, Proxy, connection::Builder, fdo::DBusProxy},
    message::Type,
    names::BusName,
    zvariant::{DynamicDeserialize, DynamicType, OwnedObjectPath, OwnedValue},
};

use super::shortcut::GLOBAL_SHORTCUTS;
use crate::desktop::DesktopError;

/// The portal's name on the bus.
const BUS_NAME: &str = "org.freedesktop.portal.Desktop";
/// Its only object, under which it keeps what it is asked and what goes on.
const PATH: &str = "/org/freedesktop/portal/desktop";
/// What it is asked, and may take the user's time for.
const REQUEST: &str = "org.freedesktop.portal.Request";
/// What goes on until either side closes it.
pub(super) const SESSION: &str = "org.freedesktop.portal.Session";

/// How long the portal may take for an answer that needs no user.
pub(super) const ANSWER_PATIENCE: Duration = Duration::from_secs(10);
/// How long the user may take to answer the system's own question. Longer than Hulp's own question waits: somebody reads it for
/// the first time.
pub(super) const DIALOG_PATIENCE: Duration = Duration::from_secs(120);
/// The bus itself, and what it says when somebody else has a name.
const BUS: &str = "org.freedesktop.DBus";
const OWNER_CHANGED: &str = "NameOwnerChanged";

/// The most sessions whose end is remembered: a connection of ours has one.
const MAX_CLOSED: usize = 8;

/// The portal's answer for what was done.
const DONE: u32 = 0;
/// Its answer for what the user did not want.
const CANCELLED: u32 = 1;

/// What an answer brings.
pub(super) type Results = HashMap<String, OwnedValue>;
/// Called once, from the thread that listens, when something ended; the text says why.
pub(super) type OnEnd = Box<dyn FnOnce(&'static str) + Send>;
/// Called from the thread that listens, each time that a shortcut is pressed.
pub(super) type OnActivated = Box<dyn Fn() + Send>;

/// The portal, through a connection of our own: when that is dropped, the portal closes whatever was begun through it.
pub(super) struct Portal {
    connection: Connection,
    heard: Arc<Heard>,
    next_token: AtomicU32,
}

/// Who waits for what.
#[derive(Default)]
struct Heard {
    /// By the path of the request.
    answers: Mutex<HashMap<String, SyncSender<(u32, Results)>>>,
    /// By the path of the session; whoever comes later is told at once.
    endings: Mutex<Endings>,
    shortcut: Mutex<Option<Shortcut>>,
}

/// A shortcut that was asked for; a connection of ours has one at most.
struct Shortcut {
    session: String,
    name: &'static str,
    on_activated: OnActivated,
}

#[derive(Default)]
struct Endings {
    waiting: Vec<(String, OnEnd)>,
    closed: Vec<String>,
    /// Nothing is heard any more.
    is_deaf: bool,
}

impl Portal {
    /// Opens the bus at this address, or the session's own, and looks for the portal there.
    pub(super) fn open(bus: Option<&str>) -> Result<Self, DesktopError> {
        let connection = bus
            .map_or_else(Builder::session, Builder::address)
            .map(|builder| builder.method_timeout(ANSWER_PATIENCE))
            .and_then(Builder::build)
            .map_err(|error| {
                tracing::info!(%error, "no session bus");
                let text = "there is no session bus (D-Bus), through which this desktop would be asked; \
                            log out and in again";
                DesktopError::Unsupported(text.into())
            })?;
        let heard = Arc::new(Heard::default());
        listen(&connection, &heard).map_err(|error| {
            tracing::info!(%error, "no portal");
            no_portal()
        })?;
        Ok(Self {
            connection,
            heard,
            next_token: AtomicU32::new(0),
        })
    }

    /// A property of one of the portal's interfaces; nothing where it has not that interface, or not that property.
    pub(super) fn number(&self, interface: &'static str, property: &str) -> Option<u32> {
        self.interface(interface).ok()?.get_property(property).ok()
    }

    /// A name for what is asked next. The portal makes the path of it.
    pub(super) fn token(&self) -> String {
        format!("hulp{}", self.next_token.fetch_add(1, Ordering::Relaxed))
    }

    /// Calls what is answered at once.
    pub(super) fn call<B, R>(
        &self,
        interface: &'static str,
        method: &str,
        body: &B,
    ) -> Result<R, DesktopError>
    where
        B: Serialize + DynamicType,
        R: for<'d> DynamicDeserialize<'d>,
    {
        self.interface(interface)
            .and_then(|portal| portal.call(method, body))
            .map_err(failed)
    }

    /// Asks what is answered later, when the user has decided. `token` is the `handle_token` in the body's options.
    pub(super) fn ask<B>(
        &self,
        interface: &'static str,
        method: &str,
        token: &str,
        body: &B,
        patience: Duration,
    ) -> Result<Results, DesktopError>
    where
        B: Serialize + DynamicType,
    {
        let request = self.path("request", token)?;
        // Listened for before it is asked, so that no answer is missed.
        let (tell, told) = sync_channel(1);
        self.heard.answers().insert(request.to_string(), tell);
        let asked = self.call::<_, OwnedObjectPath>(interface, method, body);
        let answer = asked.map(|_| told.recv_timeout(patience));
        self.heard.answers().remove(request.as_str());
        match answer? {
            Ok((DONE, results)) => Ok(results),
            Ok((CANCELLED, _)) => Err(refused("your desktop's own question was answered with no")),
            Ok((code, _)) => {
                tracing::info!(method, code, "the portal gave up");
                Err(refused("your desktop gave up before it was answered"))
            }
            Err(RecvTimeoutError::Disconnected) => Err(refused("your desktop's portal is gone")),
            Err(RecvTimeoutError::Timeout) => {
                // Takes its question off the screen.
                let close = Proxy::new(&self.connection, BUS_NAME, request, REQUEST)
                    .and_then(|request| request.call_noreply("Close", &()));
                if let Err(error) = close {
                    tracing::debug!(%error, "a portal that does not answer");
                }
                Err(refused("your desktop's own question was not answered"))
            }
        }
    }

    /// Where the portal puts what we begin with this token.
    pub(super) fn path(&self, kind: &str, token: &str) -> Result<OwnedObjectPath, DesktopError> {
        let name = self.connection.unique_name();
        let sender = name.map_or("", |name| name.as_str());
        let sender = sender.trim_start_matches(':').replace('.', "_");
        OwnedObjectPath::try_from(format!("{PATH}/{kind}/{sender}/{token}"))
            .map_err(|error| failed(error.into()))
    }

    /// Why this session ended; nothing while it goes on.
    pub(super) fn why_closed(&self, session: &OwnedObjectPath) -> Option<&'static str> {
        self.heard.endings().why(session.as_str())
    }

    /// Has `on_end` called when this session ends, at once when it did already.
    pub(super) fn when_closed(&self, session: &OwnedObjectPath, on_end: OnEnd) {
        let mut endings = self.heard.endings();
        let why = endings.why(session.as_str());
        let Some(why) = why else {
            endings.waiting.push((session.to_string(), on_end));
            return;
        };
        drop(endings);
        on_end(why);
    }

    /// Has `on_activated` called when this shortcut of this session is pressed.
    pub(super) fn when_activated(
        &self,
        session: &OwnedObjectPath,
        name: &'static str,
        on_activated: OnActivated,
    ) {
        *self.heard.shortcut() = Some(Shortcut {
            session: session.to_string(),
            name,
            on_activated,
        });
    }

    /// Closes a session. The portal does not tell us of what we did ourselves.
    pub(super) fn close(&self, session: &OwnedObjectPath) {
        self.heard.close(session.as_str());
        let closed = Proxy::new(&self.connection, BUS_NAME, session, SESSION)
            .and_then(|session| session.call_noreply("Close", &()));
        if let Err(error) = closed {
            tracing::debug!(%error, "a portal's session was gone already");
        }
    }

    fn interface(&self, interface: &'static str) -> zbus::Result<Proxy<'static>> {
        Proxy::new(&self.connection, BUS_NAME, PATH, interface)
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        self.connection.clone().close().ok(); // a bus that is gone is closed too
    }
}

/// Why it ended.
const CLOSED: &str = "your desktop ended it";
const GONE: &str = "your desktop's portal is gone";

impl Endings {
    fn why(&self, session: &str) -> Option<&'static str> {
        if self.is_deaf {
            return Some(GONE);
        }
        let is_closed = self.closed.iter().any(|closed| closed == session);
        is_closed.then_some(CLOSED)
    }
}

impl Heard {
    fn answers(&self) -> MutexGuard<'_, HashMap<String, SyncSender<(u32, Results)>>> {
        self.answers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn endings(&self) -> MutexGuard<'_, Endings> {
        self.endings.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn shortcut(&self) -> MutexGuard<'_, Option<Shortcut>> {
        self.shortcut.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn hear(&self, message: &Message) {
        let header = message.header();
        let (Some(path), Some(interface), Some(member)) =
            (header.path(), header.interface(), header.member())
        else {
            return;
        };
        match (interface.as_str(), member.as_str()) {
            (REQUEST, "Response") => {
                let Some(waiting) = self.answers().remove(path.as_str()) else {
                    return;
                };
                if let Ok(answer) = message.body().deserialize() {
                    let _ = waiting.try_send(answer); // or nobody waits any more
                }
            }
            (SESSION, "Closed") => self.close(path.as_str()),
            (GLOBAL_SHORTCUTS, "Activated") => {
                type Activated = (OwnedObjectPath, String, u64, Results);
                let Ok((session, name, ..)) = message.body().deserialize::<Activated>() else {
                    return;
                };
                if let Some(shortcut) = &*self.shortcut()
                    && (session.as_str(), &*name) == (&*shortcut.session, shortcut.name)
                {
                    (shortcut.on_activated)();
                }
            }
            _ => {}
        }
    }

    fn close(&self, session: &str) {
        let mut endings = self.endings();
        if endings.closed.len() >= MAX_CLOSED || endings.why(session).is_some() {
            return;
        }
        endings.closed.push(session.to_owned());
        let (ended, waiting) = std::mem::take(&mut endings.waiting)
            .into_iter()
            .partition(|(path, _)| path == session);
        endings.waiting = waiting;
        drop(endings);
        let ended: Vec<(String, OnEnd)> = ended;
        ended.into_iter().for_each(|(_, on_end)| on_end(CLOSED));
    }

    fn close_all(&self) {
        let mut endings = self.endings();
        endings.is_deaf = true;
        let waiting = std::mem::take(&mut endings.waiting);
        drop(endings);
        waiting.into_iter().for_each(|(_, on_end)| on_end(GONE));
        self.answers().clear();
    }
}

/// Starts to listen to the portal; ends with the connection, or with the portal.
fn listen(connection: &Connection, heard: &Arc<Heard>) -> zbus::Result<()> {
    let bus = DBusProxy::new(connection)?;
    let name = BusName::try_from(BUS_NAME)?;
    // It may have to be started first; then who it is, so that nobody else on the bus can answer for it.
    if !bus.name_has_owner(name.clone())? {
        bus.start_service_by_name(BUS_NAME.try_into()?, 0)?;
    }
    let owner = bus.get_name_owner(name)?;
    let messages = MessageIterator::from(connection);
    let signals = || MatchRule::builder().msg_type(Type::Signal);
    let of_portal = signals().sender(&owner)?.path_namespace(PATH)?;
    bus.add_match_rule(of_portal.build())?;
    let of_bus = signals().sender(BUS)?.member(OWNER_CHANGED)?;
    bus.add_match_rule(of_bus.add_arg(BUS_NAME)?.build())?;
    let heard = heard.clone();
    thread::Builder::new()
        .name("portal".into())
        .spawn(move || {
            for message in messages.flatten() {
                let header = message.header();
                let sender = header.sender().map(|name| name.as_str());
                if sender == Some(owner.as_str()) {
                    heard.hear(&message);
                } else if sender == Some(BUS)
                    && header.member().is_some_and(|name| name == OWNER_CHANGED)
                {
                    break; // whoever has the name now does not keep our sessions
                }
            }
            heard.close_all();
        })
        .map(drop)
        .map_err(|error| zbus::Error::InputOutput(Arc::new(error)))
}

fn no_portal() -> DesktopError {
    let text = "it has no portal that shares the screen; install xdg-desktop-portal and the part of it for your desktop, \
                such as xdg-desktop-portal-gnome or xdg-desktop-portal-kde";
    DesktopError::Unsupported(text.into())
}

/// The portal has not what is needed.
pub(super) fn lacks(interface: &str) -> DesktopError {
    tracing::info!(interface, "the portal has not this");
    no_portal()
}

pub(super) fn refused(text: &str) -> DesktopError {
    DesktopError::Refused(text.into())
}

fn failed(error: zbus::Error) -> DesktopError {
    match error {
        zbus::Error::InputOutput(error) if error.kind() == std::io::ErrorKind::TimedOut => {
            refused("your desktop's portal does not answer")
        }
        error => DesktopError::Refused(error.to_string()),
    }
}
