//! What the novice allowed in the desktop's own question: to see one screen, or to use mouse and keyboard on it as well.

use std::{collections::HashMap, os::fd::OwnedFd, time::Duration};

use serde::Serialize;
use zbus::zvariant::{self, DynamicType, OwnedObjectPath, Value};

use super::bus::{ANSWER_PATIENCE, OnEnd, Portal, Results, lacks, refused};
use crate::{desktop::DesktopError, screen::Size};

const SCREEN_CAST: &str = "org.freedesktop.portal.ScreenCast";
const REMOTE_DESKTOP: &str = "org.freedesktop.portal.RemoteDesktop";

/// The first version of `ScreenCast` with `AvailableCursorModes`.
const CURSOR_MODES_SINCE: u32 = 2;
/// The first versions that give a token, so that the user is not asked again.
const SCREEN_TOKEN_SINCE: u32 = 4;
const CONTROL_TOKEN_SINCE: u32 = 2;

/// `SourceType`: a whole monitor.
const MONITOR: u32 = 1;
/// `CursorMode`: the pointer is in the picture, or told apart from it.
const CURSOR_EMBEDDED: u32 = 2;
const CURSOR_APART: u32 = 4;
/// `DeviceType`.
const KEYBOARD: u32 = 1;
const POINTER: u32 = 2;
/// `persist_mode`: as long as the program runs. Never longer: a token that outlived us would be a standing access to the screen,
/// on the disk.
const PERSIST_WHILE_RUNNING: u32 = 1;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// To see the screen.
    Screen,
    /// To see it and to use mouse and keyboard.
    Control,
}

/// A session with the portal. It closes when this is dropped.
pub(super) struct Session {
    portal: Portal,
    handle: OwnedObjectPath,
    /// PipeWire's name for the screen's pictures.
    node: u32,
    /// Its size in the desktop's own measure, in which the pointer's places are told; where the desktop says it.
    logical_size: Option<Size>,
    /// What spares the user the same question next time.
    token: Option<String>,
}

impl Session {
    /// Asks the user, who has `patience` to answer. `token` is of the last session of the same kind.
    pub(super) fn open(
        bus: Option<&str>,
        asked: Asked,
        token: Option<&str>,
        patience: Duration,
    ) -> Result<Self, DesktopError> {
        let portal = Portal::open(bus)?;
        let screen_version = portal
            .number(SCREEN_CAST, "version")
            .ok_or_else(|| lacks(SCREEN_CAST))?;
        let (interface, keeps_token) = match asked {
            Asked::Screen => (SCREEN_CAST, screen_version >= SCREEN_TOKEN_SINCE),
            Asked::Control => {
                let version = portal
                    .number(REMOTE_DESKTOP, "version")
                    .ok_or_else(no_control)?;
                (REMOTE_DESKTOP, version >= CONTROL_TOKEN_SINCE)
            }
        };
        let mut memory: HashMap<&str, Value<'static>> = HashMap::new();
        if keeps_token {
            memory.insert("persist_mode", PERSIST_WHILE_RUNNING.into());
            if let Some(token) = token {
                memory.insert("restore_token", token.to_owned().into());
            }
        }
        let mut sources: HashMap<&str, Value<'static>> =
            HashMap::from([("types", MONITOR.into()), ("multiple", false.into())]);
        if screen_version >= CURSOR_MODES_SINCE {
            let modes = portal.number(SCREEN_CAST, "AvailableCursorModes");
            let offered = |mode| modes.unwrap_or(0) & mode != 0;
            let mode = [CURSOR_APART, CURSOR_EMBEDDED].into_iter();
            if let Some(mode) = mode.into_iter().find(|mode| offered(*mode)) {
                sources.insert("cursor_mode", mode.into());
            }
        }

        let handle = create(&portal, interface)?;
        match asked {
            Asked::Screen => sources.extend(memory),
            Asked::Control => {
                memory.insert("types", (KEYBOARD | POINTER).into());
                select(&portal, REMOTE_DESKTOP, "SelectDevices", &handle, memory)?;
            }
        }
        select(&portal, SCREEN_CAST, "SelectSources", &handle, sources)?;
        let started = start(&portal, interface, &handle, patience)?;
        if asked == Asked::Control {
            let devices: u32 = number(&started, "devices").unwrap_or(0);
            if devices & (KEYBOARD | POINTER) != KEYBOARD | POINTER {
                let text = "your desktop's own question was answered without mouse and keyboard";
                return Err(refused(text));
            }
        }
        let (node, logical_size) = stream(&started)?;
        Ok(Self {
            portal,
            handle,
            node,
            logical_size,
            token: text(&started, "restore_token"),
        })
    }

    /// PipeWire's name for the screen's pictures.
    pub(super) fn node(&self) -> u32 {
        self.node
    }

    /// The screen's size in the desktop's own measure; where the desktop says it.
    pub(super) fn logical_size(&self) -> Option<Size> {
        self.logical_size
    }

    /// What spares the user the same question next time, for [`Session::open`].
    pub(super) fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    /// A connection to PipeWire on which the screen's pictures are.
    pub(super) fn pictures(&self) -> Result<OwnedFd, DesktopError> {
        let body = (&self.handle, no_options());
        let fd: zvariant::OwnedFd = self.portal.call(SCREEN_CAST, "OpenPipeWireRemote", &body)?;
        Ok(fd.into())
    }

    /// Why it ended; nothing while it goes on.
    pub(super) fn why_ended(&self) -> Option<&'static str> {
        self.portal.why_closed(&self.handle)
    }

    /// Has `on_end` called when it ends, at once when it did already.
    pub(super) fn when_ended(&self, on_end: OnEnd) {
        self.portal.when_closed(&self.handle, on_end);
    }

    /// Gives back what was allowed, also where others still hold this.
    pub(super) fn close(&self) {
        self.portal.close(&self.handle);
    }

    /// The pointer is at this place of the screen, in the desktop's own measure.
    pub(super) fn move_pointer(&self, x: f64, y: f64) -> Result<(), DesktopError> {
        let body = (&self.handle, no_options(), self.node, x, y);
        self.notify("NotifyPointerMotionAbsolute", &body)
    }

    /// A button, as Linux numbers them, went down or up.
    pub(super) fn button(&self, button: i32, pressed: bool) -> Result<(), DesktopError> {
        let body = (&self.handle, no_options(), button, u32::from(pressed));
        self.notify("NotifyPointerButton", &body)
    }

    /// The wheel turned by so many notches.
    pub(super) fn turn_wheel(&self, wheel: Wheel, notches: i32) -> Result<(), DesktopError> {
        let body = (&self.handle, no_options(), wheel as u32, notches);
        self.notify("NotifyPointerAxisDiscrete", &body)
    }

    /// A key went down or up that types this sign.
    pub(super) fn keysym(&self, keysym: i32, pressed: bool) -> Result<(), DesktopError> {
        let body = (&self.handle, no_options(), keysym, u32::from(pressed));
        self.notify("NotifyKeyboardKeysym", &body)
    }

    fn notify<B>(&self, method: &str, body: &B) -> Result<(), DesktopError>
    where
        B: Serialize + DynamicType,
    {
        if let Some(why) = self.why_ended() {
            return Err(refused(why));
        }
        self.portal.call(REMOTE_DESKTOP, method, body)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.close();
    }
}

/// A direction of the wheel, as the portal numbers them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wheel {
    /// Down is positive.
    Vertical = 0,
    /// Right is positive.
    Horizontal = 1,
}

/// Begins a session with the portal.
pub(super) fn create(
    portal: &Portal,
    interface: &'static str,
) -> Result<OwnedObjectPath, DesktopError> {
    let (token, name) = (portal.token(), portal.token());
    let options: HashMap<&str, Value<'_>> = HashMap::from([
        ("handle_token", token.as_str().into()),
        ("session_handle_token", name.as_str().into()),
    ]);
    portal.ask(
        interface,
        "CreateSession",
        &token,
        &(options,),
        ANSWER_PATIENCE,
    )?;
    // The answer names it too, some as a path and some as a text; this is how both say it must be called.
    portal.path("session", &name)
}

fn select(
    portal: &Portal,
    interface: &'static str,
    method: &str,
    session: &OwnedObjectPath,
    mut options: HashMap<&str, Value<'static>>,
) -> Result<(), DesktopError> {
    let token = portal.token();
    options.insert("handle_token", token.clone().into());
    let body = (session, options);
    portal
        .ask(interface, method, &token, &body, ANSWER_PATIENCE)
        .map(drop)
}

/// Here the user is asked.
fn start(
    portal: &Portal,
    interface: &'static str,
    session: &OwnedObjectPath,
    patience: Duration,
) -> Result<Results, DesktopError> {
    let token = portal.token();
    let options: HashMap<&str, Value<'_>> =
        HashMap::from([("handle_token", token.as_str().into())]);
    let parent = ""; // no window: the question comes to the front by itself
    let body = (session, parent, options);
    portal.ask(interface, "Start", &token, &body, patience)
}

/// The one screen that was chosen, and its size in the desktop's own measure.
fn stream(started: &Results) -> Result<(u32, Option<Size>), DesktopError> {
    let none = || refused("your desktop shared no screen");
    let streams = started.get("streams").ok_or_else(none)?;
    let streams: Vec<(u32, Results)> = streams
        .try_clone()
        .and_then(TryInto::try_into)
        .map_err(|_| none())?;
    let (node, about) = streams.into_iter().next().ok_or_else(none)?;
    let size = about.get("size").and_then(|size| {
        let (width, height): (i32, i32) = size.try_clone().ok()?.try_into().ok()?;
        let size = Size::new(width.try_into().ok()?, height.try_into().ok()?);
        size.is_sane().then_some(size)
    });
    Ok((node, size))
}

fn number(results: &Results, name: &str) -> Option<u32> {
    results.get(name)?.downcast_ref().ok()
}

/// What an answer says under this name.
pub(super) fn text(results: &Results, name: &str) -> Option<String> {
    results.get(name)?.downcast_ref::<String>().ok()
}

fn no_options() -> HashMap<&'static str, Value<'static>> {
    HashMap::new()
}

fn no_control() -> DesktopError {
    let text = "its portal lets no program use mouse and keyboard; an X11 session (often called Xorg at log-in) does";
    DesktopError::Unsupported(text.into())
}
