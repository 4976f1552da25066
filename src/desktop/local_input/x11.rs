//! Watches an X server's mouse and keys, whoever has the focus or a grab: XInput 2 raw events, on a connection and thread of its
//! own.

use std::{
    sync::Arc,
    thread::{self, JoinHandle},
};

use x11rb::{
    COPY_DEPTH_FROM_PARENT, COPY_FROM_PARENT,
    connection::{Connection, RequestConnection},
    errors::{ConnectionError, ReplyError},
    protocol::{
        Event,
        xinput::{
            self, ConnectionExt as _, Device, DeviceId, HierarchyMask, RawButtonPressEvent,
            RawKeyPressEvent, XIEventMask,
        },
        xkb::{self, ConnectionExt as _},
        xproto::{
            CLIENT_MESSAGE_EVENT, ClientMessageEvent, ConnectionExt as _, CreateWindowAux,
            EventMask, Window, WindowClass,
        },
    },
    rust_connection::RustConnection,
    wrapper::ConnectionExt as _,
};

use super::{
    judge::{Judge, KeyMeaning, Source},
    ledger::{Act, Ledger},
};
use crate::{
    desktop::{
        DesktopError, LocalInput, LocalInputSink,
        x11::Display,
        x11_keyboard::{CORE_KEYBOARD, XtestDevices, keymap_of, use_xkb},
    },
    input::CONTROL,
};

/// A message to the watcher: the injector's turn whose number follows begins.
const BEGIN: u32 = 0;
/// A message to the watcher: that turn is done.
const DONE: u32 = 1;
/// A message to the watcher: it is over.
const END: u32 = 2;

/// A running watch. Dropping it ends it.
pub(in crate::desktop) struct Watcher {
    /// Where messages go; a window of the watcher's connection, so they come in order with the raw events.
    window: Window,
    thread: Option<JoinHandle<()>>,
    conn: Arc<Display>,
}

impl Watcher {
    /// Starts to watch, and tells `sink` from then on.
    pub(in crate::desktop) fn start(
        name: Option<&str>,
        ledger: Arc<Ledger>,
        sink: LocalInputSink,
    ) -> Result<Self, DesktopError> {
        let display = Arc::new(Display::open(name)?);
        let window = select(&display)?;
        let watch = Watch {
            devices: XtestDevices::ask(&display.conn)?,
            judge: Judge::default(),
            group: 0,
            display: Arc::clone(&display),
            window,
            ledger,
            sink,
        };
        let thread = thread::Builder::new()
            .name("hulp-local-input".into())
            .spawn(move || watch.run())
            .map_err(|error| DesktopError::Refused(error.to_string()))?;
        Ok(Self {
            window,
            thread: Some(thread),
            conn: display,
        })
    }

    /// Puts a fence before a turn: all that was done by now is before it. Waits until the server has it, since what is injected
    /// goes through another connection than `conn`.
    pub(in crate::desktop) fn begin(
        &self,
        conn: &RustConnection,
        turn: u32,
    ) -> Result<(), ReplyError> {
        send(conn, self.window, [BEGIN, turn])?;
        conn.sync()
    }

    /// Puts a fence behind a turn. What was injected has to be done: enigo waits for that.
    pub(in crate::desktop) fn done(
        &self,
        conn: &RustConnection,
        turn: u32,
    ) -> Result<(), ConnectionError> {
        send(conn, self.window, [DONE, turn])
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        // Fails when the server is gone, which ends the thread as well.
        let _ = send(&self.conn.conn, self.window, [END, 0]);
        if let Some(thread) = self.thread.take()
            // The sink may have dropped us.
            && thread.thread().id() != thread::current().id()
        {
            let _ = thread.join();
        }
    }
}

fn send(conn: &RustConnection, window: Window, data: [u32; 2]) -> Result<(), ConnectionError> {
    let message = ClientMessageEvent {
        response_type: CLIENT_MESSAGE_EVENT,
        format: 32,
        sequence: 0,
        window,
        type_: x11rb::protocol::xproto::AtomEnum::INTEGER.into(),
        data: [data[0], data[1], 0, 0, 0].into(),
    };
    // Without a mask it goes to the client that made the window, and to no other.
    conn.send_event(false, window, EventMask::NO_EVENT, message)?;
    conn.flush()
}

/// Asks for all that is to be watched; gives the window for messages.
fn select(display: &Display) -> Result<Window, DesktopError> {
    let conn = &display.conn;
    if conn
        .extension_information(xinput::X11_EXTENSION_NAME)?
        .is_none()
    {
        let text = "the X server has no XInput, so your own keys cannot be told from the helper's";
        return Err(DesktopError::Unsupported(text.into()));
    }
    let version = conn.xinput_xi_query_version(2, 2)?.reply()?;
    // Before 2.1 a program that grabs the keyboard hides it from raw events.
    if (version.major_version, version.minor_version) < (2, 1) {
        let text = "the X server's XInput is too old to watch your own keys everywhere";
        return Err(DesktopError::Unsupported(text.into()));
    }
    use_xkb(display)?;
    let window = conn.generate_id()?;
    let looks = CreateWindowAux::new();
    conn.create_window(
        COPY_DEPTH_FROM_PARENT,
        window,
        display.root,
        0,
        0,
        1,
        1,
        0,
        WindowClass::INPUT_ONLY,
        COPY_FROM_PARENT,
        &looks,
    )?
    .check()?;
    let watched = xinput::EventMask {
        // Masters tell again what the devices below them did, but not while a program keeps them frozen: a window manager that
        // looks whether a click gives the focus. What is injected meanwhile would be told after its turn, and count as the
        // novice's. Hence every device itself.
        deviceid: Device::ALL.into(),
        mask: vec![
            XIEventMask::RAW_KEY_PRESS
                | XIEventMask::RAW_KEY_RELEASE
                | XIEventMask::RAW_BUTTON_PRESS
                | XIEventMask::RAW_BUTTON_RELEASE
                | XIEventMask::RAW_MOTION
                | XIEventMask::RAW_TOUCH_BEGIN
                | XIEventMask::RAW_TOUCH_UPDATE
                | XIEventMask::HIERARCHY,
        ],
    };
    conn.xinput_xi_select_events(display.root, &[watched])?
        .check()?;
    let states = xkb::EventType::STATE_NOTIFY;
    conn.xkb_select_events(
        CORE_KEYBOARD,
        0_u16.into(),
        states,
        0_u16.into(),
        0_u16.into(),
        &xkb::SelectEventsAux::new(),
    )?
    .check()?;
    Ok(window)
}

struct Watch {
    display: Arc<Display>,
    window: Window,
    devices: XtestDevices,
    judge: Judge,
    group: u8,
    ledger: Arc<Ledger>,
    sink: LocalInputSink,
}

impl Watch {
    fn run(mut self) {
        if let Err(error) = self.watch() {
            tracing::warn!(%error, "mouse and keys can no longer be watched");
        }
        self.ledger.go_blind();
    }

    fn watch(&mut self) -> Result<(), ReplyError> {
        let state = self.display.conn.xkb_get_state(CORE_KEYBOARD)?.reply()?;
        self.group = state.group.into();
        self.judge
            .control_is(u16::from(state.mods) as u8 & CONTROL != 0);
        loop {
            let event = self.display.conn.wait_for_event()?;
            match event {
                Event::XinputRawKeyPress(e) => self.key(&e, true),
                Event::XinputRawKeyRelease(e) => self.key(&e, false),
                Event::XinputRawButtonPress(e) => self.button(&e, true),
                Event::XinputRawButtonRelease(e) => self.button(&e, false),
                Event::XinputRawMotion(e) => self.act(e.deviceid, e.sourceid, Act::Motion),
                Event::XinputRawTouchBegin(e) => self.act(e.deviceid, e.sourceid, Act::Motion),
                Event::XinputRawTouchUpdate(e) => self.act(e.deviceid, e.sourceid, Act::Motion),
                Event::XkbStateNotify(e) => {
                    self.group = e.group.into();
                    self.judge
                        .control_is(u16::from(e.mods) as u8 & CONTROL != 0);
                }
                Event::XinputHierarchy(e) => {
                    self.devices = XtestDevices::ask(&self.display.conn)?;
                    let gone = HierarchyMask::SLAVE_REMOVED | HierarchyMask::DEVICE_DISABLED;
                    for device in e.infos.iter().filter(|info| info.flags.intersects(gone)) {
                        self.judge.forget_controls(device.deviceid);
                    }
                }
                Event::ClientMessage(e) if e.window == self.window => match e.data.as_data32() {
                    [BEGIN, turn, ..] => self.ledger.meet(turn),
                    [DONE, turn, ..] => self.ledger.settle(turn),
                    [END, ..] => return Ok(()),
                    _ => {}
                },
                _ => {}
            }
        }
    }

    fn key(&mut self, event: &RawKeyPressEvent, pressed: bool) {
        if let Ok(keycode) = u8::try_from(event.detail) {
            let act = Act::Key { keycode, pressed };
            self.act(event.deviceid, event.sourceid, act);
        }
    }

    fn button(&mut self, event: &RawButtonPressEvent, pressed: bool) {
        if let Ok(button) = u8::try_from(event.detail) {
            let act = Act::Button { button, pressed };
            self.act(event.deviceid, event.sourceid, act);
        }
    }

    /// Something was done with `device`; `teller` is that device, or a master that tells it once more.
    fn act(&mut self, teller: DeviceId, device: DeviceId, act: Act) {
        if teller != device {
            return;
        }
        let source = if self.devices.contain(device) {
            Source::Injection(device)
        } else {
            Source::Hardware(device)
        };
        let (display, group) = (&self.display, self.group);
        let meaning = || match act {
            Act::Key { keycode, .. } => meaning(display, device, keycode, group),
            _ => KeyMeaning::default(),
        };
        if let Some(input) = self.judge.judge(&self.ledger, source, act, meaning) {
            self.tell(input);
        }
    }

    fn tell(&self, input: LocalInput) {
        self.ledger.novice_acted();
        (self.sink)(input);
    }
}

/// What a key means on the keyboard that it was pressed on; keyboards may have layouts of their own.
fn meaning(display: &Display, device: DeviceId, keycode: u8, group: u8) -> KeyMeaning {
    let keymap = keymap_of(&display.conn, device, keycode)
        .or_else(|_| keymap_of(&display.conn, CORE_KEYBOARD, keycode))
        // A server that is gone ends the watch at its next event.
        .unwrap_or_default();
    KeyMeaning {
        is_escape: keymap.is_escape(keycode, group),
        is_c: keymap.is_c(keycode, group),
        is_control: keymap.is_control(keycode, group),
    }
}
