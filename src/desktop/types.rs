//! What the rest of the house asks of a desktop.

use std::{path::Path, sync::Arc, time::Duration};

use raw_window_handle::{HasDisplayHandle, HasWindowHandle};

use super::{
    AutostartError, Mail, MailError, NativeWindow, NoticeClicked, Notices, Opener, Pane, PaneSink,
    Tray, TrayLook, TraySink, autostart, mail, notice, opener, tray,
};
use crate::{
    input::InputEvent,
    screen::{CursorShape, Damage, Framebuffer, Point, Size},
};

/// One computer's desktop, as the novice shares it. Cheap to hold; each part is opened when it is needed.
///
/// Screen, mouse and keyboard differ between desktops of one system. Mail, tray, notices and the like do not: for them stands what
/// this system has, which only the stand-in replaces.
pub trait Desktop: Send + Sync {
    /// Opens the primary screen.
    ///
    /// # Errors
    /// When this system lets nobody see its screen; the text says what to do.
    fn capture(&self) -> Result<Box<dyn Capture>, DesktopError>;

    /// Somebody is invited to see this screen: what the system wants to ask its user about that it may ask now, and not only when the
    /// helper is there. Waits for no answer.
    fn expect_helpers(&self) {} // most ask nothing

    /// Opens mouse and keyboard, and from then on reports the novice's own mouse and keys to `sink`, from a thread of its own
    /// and without delay, until the injector is dropped.
    ///
    /// # Errors
    /// When this system lets nobody move its mouse; the text says what to do.
    fn injector(&self, sink: LocalInputSink) -> Result<Box<dyn Injector>, DesktopError>;

    /// Whether this desktop asks its user by itself, in questions of its own, before it shows its screen or gives mouse and keyboard away.
    fn asks_by_itself(&self) -> bool {
        false // most leave that to Hulp
    }

    /// Where the novice's stop keys work.
    fn stop_keys(&self) -> StopKeys;

    /// Tells, once and before there is a window, which display this program's windows open on: some systems tell only there what
    /// injected input would meet.
    fn own_windows_are_on(&self, display: OwnDisplay) {
        let _ = display; // most tell it everybody
    }

    /// Whether what is pressed in this program's windows now is the novice's own. Where it may be the expert's, because a window came
    /// under their pointer at that very moment, the window heeds none of it. `is_written`: an input method has written something into one
    /// of them, which nobody hears of but the window. Asked with each picture of the window, so it must not wait.
    fn own_windows_heed_presses(&self, is_written: bool) -> bool {
        let _ = is_written;
        true // most let nothing of the expert's through
    }

    /// How this program's window is brought before the others, where the window's own library does that badly.
    fn brings_forward(&self) -> Option<BringForward> {
        None // most leave it to that
    }

    /// Shows the coloured edge around the shared screen, changes or removes it.
    fn show_edge(&self, edge: Edge);

    /// Opens a message in the user's own e-mail program, which the user looks over and sends there. May take as long as
    /// that: not for a thread that must answer.
    ///
    /// # Errors
    /// When there is no program to ask, it failed, or the user closed the message.
    fn compose_mail(&self, message: &Mail) -> Result<(), MailError> {
        mail::compose(message)
    }

    /// Whether there is an e-mail program to ask. Opens nothing, and may take seconds.
    fn has_mail_program(&self) -> bool {
        mail::has_program()
    }

    /// Which program a double click on this file starts. Opens nothing, and may take seconds.
    fn opener_of(&self, file: &Path) -> Opener {
        opener::opener_of(file)
    }

    /// Puts Hulp's icon into the tray; nothing where this system has none. Where its tray comes later, so does the icon. May take
    /// seconds.
    fn open_tray(&self, look: &TrayLook, sink: TraySink) -> Option<Box<dyn Tray>> {
        tray::open(look, sink)
    }

    /// Opens the way to the desktop's notices, if it has any. May take seconds.
    fn open_notices(&self, clicked: NoticeClicked) -> Option<Box<dyn Notices>> {
        notice::open(clicked)
    }

    /// Whether Hulp starts when its user logs in.
    fn starts_at_login(&self) -> bool {
        autostart::is_on()
    }

    /// Has it start then, or no longer.
    ///
    /// # Errors
    /// When the system refuses; the text is for the user.
    fn start_at_login(&self, on: bool) -> Result<(), AutostartError> {
        autostart::set(on)
    }

    /// Opens a pane for a remote screen in this program's own window `parent`; `sink` is told what the user does over it.
    ///
    /// # Errors
    /// When this system has no panes, as most; the window then paints the picture itself.
    fn open_pane(
        &self,
        parent: NativeWindow,
        sink: PaneSink,
    ) -> Result<Box<dyn Pane>, DesktopError> {
        let _ = (parent, sink);
        Err(DesktopError::Unsupported("a window in Hulp's own".into()))
    }
}

/// Brings a window before the others and gives it the keyboard; nothing where the system allows that not. Called by the thread whose
/// window it is.
pub type BringForward = fn(&dyn HasWindowHandle);

/// The pictures of one screen. Used by one thread.
pub trait Capture: Send {
    /// The screen's size now.
    fn size(&self) -> Size;

    /// Waits until something changed since the last [`Capture::grab`], or `patience` is over. Costs about nothing while
    /// nothing changes.
    ///
    /// # Errors
    /// When the screen is gone.
    fn wait(&mut self, patience: Duration) -> Result<bool, CaptureError>;

    /// Brings `frame` up to date (also its size) and tells what may have changed in it since the last call; the first call
    /// and a call after a change of size tell the whole screen.
    ///
    /// # Errors
    /// When the screen is gone.
    fn grab(&mut self, frame: &mut Framebuffer) -> Result<Damage, CaptureError>;

    /// What changed of the pointer since the last call.
    fn cursor(&mut self) -> CursorChange;
}

/// What changed of the pointer; `None` means no change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CursorChange {
    /// A new picture.
    pub shape: Option<Arc<CursorShape>>,
    /// A new place of its hot spot on the screen.
    pub at: Option<Point>,
}

/// Mouse and keyboard, as the expert uses them. Whoever drops it, or calls [`Injector::release_all`], leaves nothing pressed.
pub trait Injector: Send {
    /// Does what the expert did.
    ///
    /// # Errors
    /// When the system refused.
    fn inject(&mut self, event: &InputEvent) -> Result<Injected, DesktopError>;

    /// Moves the pointer by a few pixels and back, wherever it is, and says whether it got there. Takes a few seconds at most.
    ///
    /// # Errors
    /// When the system refused.
    fn try_pointer(&mut self) -> Result<bool, DesktopError>;

    /// Whether it could be seen where the pointer went. Some systems tell that no program; to them it is only known that they took
    /// what was sent.
    fn sees_pointer(&self) -> bool {
        true
    }

    /// Releases every key and button that this injector pressed.
    fn release_all(&mut self);
}

/// What became of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Injected {
    /// It was done.
    Done,
    /// It would have met one of Hulp's own windows, and was left out.
    OverOwnWindow,
    /// This system cannot type that sign.
    CannotType,
}

/// The novice's own doing: every mouse and key event that Hulp did not inject itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocalInput {
    /// The pointer moved, the wheel turned, or a button went down.
    Pointer,
    /// A key went down.
    Key,
    /// A key went down that stops control.
    Stop(StopKey),
}

/// A key that stops control.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StopKey {
    /// Escape.
    Escape,
    /// Control and C.
    CtrlC,
    /// The keys that the desktop gave Hulp for it, see [`StopKeys::Shortcut`].
    Shortcut,
}

/// Takes the novice's own doing; called from the watcher's thread, so it must not wait.
pub type LocalInputSink = Arc<dyn Fn(LocalInput) + Send + Sync>;

/// The system's display that this program's own windows are on, kept open.
pub type OwnDisplay = Arc<dyn HasDisplayHandle + Send + Sync>;

/// Where the stop keys work on this system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StopKeys {
    /// Wherever the focus is.
    Everywhere,
    /// Only while Hulp's own window has the focus; the window says so.
    InOurWindow,
    /// The same, but there are other keys, given by the desktop when control last began, that stop it wherever the focus is. The text is
    /// what the desktop calls them.
    Shortcut(Arc<str>),
}

/// The coloured edge around the shared screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// None.
    Off,
    /// Somebody sees the screen.
    Seen,
    /// Somebody uses mouse and keyboard.
    Controlled,
    /// A session, but paused, or its connection is broken: nobody sees the screen.
    Paused,
}

/// A part of the desktop that could not be opened or used.
#[derive(Debug, thiserror::Error)]
pub enum DesktopError {
    /// There is no display to open.
    #[error("there is no display: {0}")]
    NoDisplay(String),
    /// The display lacks something that is needed.
    #[error("this desktop cannot do that: {0}")]
    Unsupported(String),
    /// The system refused.
    #[error("the system refused: {0}")]
    Refused(String),
}

/// The screen cannot be captured any more.
#[derive(Debug, thiserror::Error)]
#[error("the screen cannot be captured: {0}")]
pub struct CaptureError(pub String);
