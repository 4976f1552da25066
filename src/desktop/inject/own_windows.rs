//! Hulp's own windows, which the expert's hands must not reach: the expert would answer the novice's questions.

use std::time::{Duration, Instant};

use x11rb::{
    NONE,
    cookie::Cookie,
    errors::{ConnectionError, ReplyError},
    protocol::xproto::{Atom, AtomEnum, ConnectionExt as _, GetPropertyReply, InputFocus, Window},
    rust_connection::RustConnection,
};

use crate::{desktop::x11::Display, screen::Point};

/// How long it is known of a window whose it is, while the pointer moves over it; a press asks anew.
const KNOWN_FOR: Duration = Duration::from_millis(100);
/// How deep a program's window lies in what the window manager put around it, at most.
const MAX_DEPTH: usize = 3;
/// The most windows that are asked for a verdict.
const MAX_WINDOWS: usize = 64;

/// Knows which windows are ours: those that name our process, and what the window manager put around them.
pub(super) struct OwnWindows {
    process: u32,
    names_process: Atom,
    is_managed: Atom,
    known: Option<Known>,
    known_focus: Option<Known>,
}

struct Known {
    window: Window,
    is_own: bool,
    since: Instant,
}

impl OwnWindows {
    /// Of this process.
    pub(super) fn new(display: &Display) -> Result<Self, ReplyError> {
        let process = display.conn.intern_atom(false, b"_NET_WM_PID")?;
        let managed = display.conn.intern_atom(false, b"WM_STATE")?;
        Ok(Self {
            process: std::process::id(),
            names_process: process.reply()?.atom,
            is_managed: managed.reply()?.atom,
            known: None,
            known_focus: None,
        })
    }

    /// Whether this place on the root window shows one of ours.
    pub(super) fn are_at(&mut self, display: &Display, at: Point) -> Result<bool, ReplyError> {
        // It fits: the place lies within the root window.
        let (x, y) = (at.x as i16, at.y as i16);
        let found = display
            .conn
            .translate_coordinates(display.root, display.root, x, y)?;
        let top = found.reply()?.child;
        if let Some(is_own) = recall(&self.known, top) {
            return Ok(is_own);
        }
        let is_own = self.is_own(display, top)?;
        self.known = Some(Known::now(top, is_own));
        Ok(is_own)
    }

    /// Whether the pointer is over one of ours.
    pub(super) fn are_under_pointer(&mut self, display: &Display) -> Result<bool, ReplyError> {
        let top = display.conn.query_pointer(display.root)?.reply()?.child;
        self.is_own(display, top)
    }

    /// Whether one of ours gets what is typed.
    pub(super) fn have_focus(&mut self, display: &Display) -> Result<bool, ReplyError> {
        let focus = display.conn.get_input_focus()?.reply()?.focus;
        if focus == NONE {
            return Ok(false);
        }
        if focus == u32::from(u8::from(InputFocus::POINTER_ROOT)) {
            return self.are_under_pointer(display);
        }
        if let Some(is_own) = recall(&self.known_focus, focus) {
            return Ok(is_own);
        }
        let is_own = gone_is(true, self.is_within_own(display, focus))?;
        self.known_focus = Some(Known::now(focus, is_own));
        Ok(is_own)
    }

    /// Whether a child of the root is ours, or the frame of one of ours.
    fn is_own(&self, display: &Display, top: Window) -> Result<bool, ReplyError> {
        if top == NONE || top == display.root {
            return Ok(false);
        }
        // What went away while we asked may have made room for anything: better to leave this one out.
        gone_is(true, self.holds_own(display, top))
    }

    fn holds_own(&self, display: &Display, top: Window) -> Result<bool, ReplyError> {
        let mut level = vec![top];
        let mut asked = 0;
        for _ in 0..MAX_DEPTH {
            level.truncate(MAX_WINDOWS - asked);
            asked += level.len();
            let questions = level
                .iter()
                .map(|window| {
                    Ok((
                        self.ask_process(display, *window)?,
                        display.conn.get_property(
                            false,
                            *window,
                            self.is_managed,
                            AtomEnum::ANY,
                            0,
                            0,
                        )?,
                        display.conn.query_tree(*window)?,
                    ))
                })
                .collect::<Result<Vec<_>, ReplyError>>()?;
            let mut below = Vec::new();
            for (process, managed, tree) in questions {
                let process = process.reply();
                let (managed, tree) = (managed.reply(), tree.reply());
                if process?.value32().and_then(|mut v| v.next()) == Some(self.process) {
                    return Ok(true);
                }
                // Below a program's own window there is nothing but its own.
                if managed?.type_ == NONE {
                    below.extend(tree?.children);
                }
            }
            level = below;
            if level.is_empty() || asked == MAX_WINDOWS {
                break;
            }
        }
        Ok(false)
    }

    /// Whether a window or one around it is ours.
    fn is_within_own(&self, display: &Display, mut window: Window) -> Result<bool, ReplyError> {
        for _ in 0..=MAX_DEPTH {
            let process = self.ask_process(display, window)?;
            let tree = display.conn.query_tree(window)?;
            let (process, tree) = (process.reply()?, tree.reply()?);
            if process.value32().and_then(|mut v| v.next()) == Some(self.process) {
                return Ok(true);
            }
            window = tree.parent;
            if window == NONE || window == display.root {
                break;
            }
        }
        Ok(false)
    }

    fn ask_process<'a>(
        &self,
        display: &'a Display,
        window: Window,
    ) -> Result<Cookie<'a, RustConnection, GetPropertyReply>, ConnectionError> {
        let number = AtomEnum::CARDINAL;
        display
            .conn
            .get_property(false, window, self.names_process, number, 0, 1)
    }
}

impl Known {
    fn now(window: Window, is_own: bool) -> Self {
        Self {
            window,
            is_own,
            since: Instant::now(),
        }
    }
}

fn recall(known: &Option<Known>, window: Window) -> Option<bool> {
    let known = known.as_ref()?;
    (known.window == window && known.since.elapsed() < KNOWN_FOR).then_some(known.is_own)
}

/// Takes a window that is no more for this answer.
fn gone_is(answer: bool, result: Result<bool, ReplyError>) -> Result<bool, ReplyError> {
    match result {
        Err(ReplyError::X11Error(_)) => Ok(answer),
        other => other,
    }
}
