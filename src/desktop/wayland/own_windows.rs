//! Hulp's own windows, which the expert's hands must not reach: the expert would answer the novice's questions.
//!
//! A Wayland desktop tells no program where a window is. But it tells whoever owns a window when the pointer is over it, when it has
//! the keyboard, and what is pressed in it. So Hulp listens on its windows' own connection, and that in two ways:
//!
//! - Before each press the compositor is asked, after it has done all that was injected before. A press that would meet one of our
//!   windows is left out.
//! - Between that answer and the press a window may open, or one may close that lay over ours: an expert can have that happen whenever
//!   they like. So whatever is pressed in our windows while a press of the expert's may be on its way is taken for the expert's: the
//!   window is told to heed none of it, for a while, and the injector goes on no more.
//!
//! An input method of the novice's (fcitx, ibus) gets the expert's keys as it gets the novice's own, and writes what it makes of them
//! into the window that has the keyboard by then. No key comes to that window, so nobody hears of it but the field that is written into.
//! Where that is one of ours, the window tells, and the text is judged as a press is.
#![allow(unsafe_code)]

use std::{
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::Instant,
};

use raw_window_handle::{HasDisplayHandle, RawDisplayHandle};
use wayland_client::{
    Connection, Dispatch, Proxy, QueueHandle, WEnum,
    backend::Backend,
    protocol::{
        wl_keyboard::{self, KeyState, WlKeyboard},
        wl_pointer::{self, ButtonState, WlPointer},
        wl_registry::WlRegistry,
        wl_seat::{self, Capability, WlSeat},
    },
};

use super::{
    connection::{News, Trouble, Wire},
    doubt::Doubt,
};
use crate::desktop::{DesktopError, OwnDisplay};

/// The first version of `wl_seat` whose pointers and keyboards can be given back.
const VERSION: u32 = 3;
/// The most seats that are looked at.
const MAX_SEATS: usize = 16;

/// The connection of this program's windows, once it has one.
#[derive(Clone, Default)]
pub(in crate::desktop) struct OwnWindows(Arc<Mutex<Option<Guest>>>);

/// A guest's place on that connection.
struct Guest {
    // Ended in this order: the connection must outlive what stands on it.
    wire: Wire,
    _host: OwnDisplay,
    /// How many hands are at work.
    watches: usize,
    doubt: Doubt,
}

/// As long as it is kept, what is pressed in our windows is watched.
pub(in crate::desktop) struct Watch(OwnWindows);

/// Leave to press something, once and at once. Whoever has sent it drops this.
pub(in crate::desktop) struct Press(OwnWindows);

/// The seats, and on the window's connection what is done on them there.
#[derive(Default)]
pub(super) struct Seats {
    all: Vec<Seat>,
    /// Only while there is somebody to watch: what nobody takes piles up.
    is_listening: bool,
    /// Something was pressed in one of our windows.
    is_pressed: bool,
    /// A listener was added, which has yet to be told how things stand.
    has_newcomer: bool,
}

struct Seat {
    name: u32,
    object: WlSeat,
    capabilities: Capability,
    pointer: Listener<WlPointer>,
    keyboard: Listener<WlKeyboard>,
}

/// What listens to a seat's pointer or keyboard on the window's connection.
struct Listener<P> {
    object: Option<P>,
    /// It is in one of our windows.
    is_inside: bool,
}

impl<P> Default for Listener<P> {
    fn default() -> Self {
        Self {
            object: None,
            is_inside: false,
        }
    }
}

impl OwnWindows {
    /// From now on these are the windows of this display.
    pub(in crate::desktop) fn are_on(&self, host: OwnDisplay) {
        let guest = Guest::on(host).inspect_err(|error| {
            tracing::warn!(%error, "the window's own connection cannot be asked");
        });
        if let Ok(Some(guest)) = guest {
            *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(guest);
        }
    }

    /// An expert's hands begin: from now on it is watched what is pressed in our windows.
    pub(in crate::desktop) fn watch(&self) -> Result<Watch, DesktopError> {
        let watch = Watch(self.clone());
        self.with(Guest::begin_watch)?;
        Ok(watch)
    }

    /// Leave to press a button; nothing where the pointer is over one of ours. To be asked after the compositor has done what was asked
    /// of it elsewhere.
    pub(in crate::desktop) fn leave_to_click(&self) -> Result<Option<Press>, DesktopError> {
        self.ask(|seat| seat.pointer.is_inside)
    }

    /// Leave to press a key; nothing where one of ours gets what is typed.
    pub(in crate::desktop) fn leave_to_type(&self) -> Result<Option<Press>, DesktopError> {
        self.ask(|seat| seat.keyboard.is_inside)
    }

    /// Whether what comes to our windows now is the novice's own: what is pressed in them, and text that an input method has made of
    /// presses elsewhere. Of such text only the window hears, and tells.
    pub(in crate::desktop) fn heed_presses(&self, is_written: bool) -> bool {
        let heed = self.with(|guest| {
            guest.wire.news.seats.is_pressed |= is_written;
            guest.hear()?;
            Ok(guest.doubt.heeds(Instant::now()))
        });
        heed.ok().flatten().unwrap_or(true) // of a connection that is gone nothing comes
    }

    fn ask(&self, is_inside: impl Fn(&Seat) -> bool) -> Result<Option<Press>, DesktopError> {
        let asked = self.with(|guest| {
            guest.hear_all()?;
            let meets_ours = guest.wire.news.seats.all.iter().any(is_inside);
            let is_over = guest.doubt.is_over();
            if !meets_ours && !is_over {
                guest.doubt.lets_through();
            }
            Ok((meets_ours, is_over))
        });
        match asked? {
            Some((_, true)) => {
                let text = "something was pressed in Hulp's own window at the moment that your helper pressed something elsewhere";
                Err(DesktopError::Refused(text.into()))
            }
            Some((true, false)) => Ok(None),
            Some((false, false)) | None => Ok(Some(Press(self.clone()))), // or a program without a window
        }
    }

    fn with<R>(
        &self,
        work: impl FnOnce(&mut Guest) -> Result<R, Trouble>,
    ) -> Result<Option<R>, Trouble> {
        let mut guest = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        guest.as_mut().map(work).transpose()
    }
}

impl Drop for Watch {
    /// Until the last press must have arrived, wherever it went.
    fn drop(&mut self) {
        let left = self.0.with(|guest| Ok(guest.doubt.left(Instant::now())));
        thread::sleep(left.ok().flatten().unwrap_or_default());
        let ended = self.0.with(Guest::end_watch);
        if let Err(error) = ended {
            tracing::debug!(%error, "a window's connection that is gone"); // and the window with it
        }
    }
}

impl Drop for Press {
    fn drop(&mut self) {
        let _ = self.0.with(|guest| {
            guest.doubt.is_sent(Instant::now());
            Ok(())
        }); // which asks nobody
    }
}

impl Guest {
    /// Nothing where the display is none of a Wayland compositor's.
    fn on(host: OwnDisplay) -> Result<Option<Self>, Trouble> {
        let display = host.display_handle().map(|handle| handle.as_raw());
        let Ok(RawDisplayHandle::Wayland(display)) = display else {
            return Ok(None);
        };
        // SAFETY: it is a `wl_display`, as its name says, and lives as long as `host`, which is kept beside all that is made of it.
        let backend = unsafe { Backend::from_foreign_display(display.display.as_ptr().cast()) };
        Ok(Some(Self {
            wire: Wire::as_guest(Connection::from_backend(backend))?,
            _host: host,
            watches: 0,
            doubt: Doubt::none(Instant::now()),
        }))
    }

    fn begin_watch(&mut self) -> Result<(), Trouble> {
        self.watches += 1;
        if self.watches > 1 {
            return Ok(());
        }
        self.doubt.begin();
        let handle = self.wire.handle();
        self.wire.news.seats.listen(&handle);
        self.hear_all()
    }

    fn end_watch(&mut self) -> Result<(), Trouble> {
        self.watches = self.watches.saturating_sub(1);
        if self.watches > 0 {
            return Ok(());
        }
        let heard = self.hear();
        self.doubt.end();
        self.wire.news.seats.stop_listening();
        self.wire.send()?;
        heard
    }

    /// Takes what was told so far.
    fn hear(&mut self) -> Result<(), Trouble> {
        let now = Instant::now();
        let taken = self.wire.take_news();
        self.judge(now);
        taken
    }

    /// Waits until the compositor has told all that there is to tell now.
    fn hear_all(&mut self) -> Result<(), Trouble> {
        let now = Instant::now();
        self.wire.news.seats.has_newcomer = false;
        let mut told = self.wire.roundtrip();
        if told.is_ok() && self.wire.news.seats.has_newcomer {
            told = self.wire.roundtrip();
        }
        self.judge(now);
        told
    }

    /// Whose presses in our windows those are that came since it was last listened.
    fn judge(&mut self, asked: Instant) {
        let is_pressed = std::mem::take(&mut self.wire.news.seats.is_pressed);
        if self.doubt.hears(asked, is_pressed, Instant::now()) {
            tracing::warn!("a press of the helper's may have got into a window of our own");
        }
    }
}

impl Seats {
    /// A global came.
    pub(super) fn found(
        &mut self,
        registry: &WlRegistry,
        name: u32,
        interface: &str,
        version: u32,
        handle: &QueueHandle<News>,
    ) {
        let is_seat = interface == WlSeat::interface().name && version >= VERSION;
        if is_seat && self.all.len() < MAX_SEATS {
            self.all.push(Seat {
                name,
                object: registry.bind(name, VERSION, handle, name),
                capabilities: Capability::empty(),
                pointer: Listener::default(),
                keyboard: Listener::default(),
            });
        }
    }

    /// A global went.
    pub(super) fn lost(&mut self, name: u32) {
        for mut seat in self.all.extract_if(.., |seat| seat.name == name) {
            seat.stop_listening(Capability::all());
        }
    }

    /// Listens to all of them.
    fn listen(&mut self, handle: &QueueHandle<News>) {
        self.is_listening = true;
        for seat in &mut self.all {
            self.has_newcomer |= seat.listen(handle);
        }
    }

    fn stop_listening(&mut self) {
        self.is_listening = false;
        let all = self.all.iter_mut();
        all.for_each(|seat| seat.stop_listening(Capability::all()));
    }

    /// The first of them.
    pub(super) fn first(&self) -> Option<&WlSeat> {
        self.all.first().map(|seat| &seat.object)
    }

    /// Whether the first of them has both a keyboard and a pointer.
    pub(super) fn have_both(&self) -> bool {
        let both = Capability::Keyboard | Capability::Pointer;
        (self.all.first()).is_some_and(|seat| seat.capabilities.contains(both))
    }

    fn seat(&mut self, name: u32) -> Option<&mut Seat> {
        self.all.iter_mut().find(|seat| seat.name == name)
    }
}

impl Seat {
    /// Listens to what it has; says whether that is more than before. To ask for what it has not is a fault that ends the connection, and
    /// the window with it.
    fn listen(&mut self, handle: &QueueHandle<News>) -> bool {
        self.stop_listening(!self.capabilities);
        let mut is_more = false;
        if self.capabilities.contains(Capability::Pointer) && self.pointer.object.is_none() {
            self.pointer.object = Some(self.object.get_pointer(handle, self.name));
            is_more = true;
        }
        if self.capabilities.contains(Capability::Keyboard) && self.keyboard.object.is_none() {
            self.keyboard.object = Some(self.object.get_keyboard(handle, self.name));
            is_more = true;
        }
        is_more
    }

    fn stop_listening(&mut self, to: Capability) {
        if to.contains(Capability::Pointer)
            && let Some(pointer) = std::mem::take(&mut self.pointer).object
        {
            pointer.release();
        }
        if to.contains(Capability::Keyboard)
            && let Some(keyboard) = std::mem::take(&mut self.keyboard).object
        {
            keyboard.release();
        }
    }
}

impl Dispatch<WlSeat, u32> for News {
    fn event(
        news: &mut Self,
        _: &WlSeat,
        event: wl_seat::Event,
        name: &u32,
        _: &Connection,
        handle: &QueueHandle<Self>,
    ) {
        let is_listening = news.seats.is_listening;
        if let wl_seat::Event::Capabilities { capabilities } = event
            && let Some(seat) = news.seats.seat(*name)
        {
            seat.capabilities = Capability::from_bits_truncate(capabilities.into());
            if is_listening {
                news.seats.has_newcomer |= seat.listen(handle);
            }
        }
    }
}

impl Dispatch<WlPointer, u32> for News {
    fn event(
        news: &mut Self,
        pointer: &WlPointer,
        event: wl_pointer::Event,
        name: &u32,
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        let Some(seat) = news.seats.seat(*name) else {
            return;
        };
        if seat.pointer.object.as_ref() != Some(pointer) {
            return; // one that was given back
        }
        match event {
            wl_pointer::Event::Enter { .. } => seat.pointer.is_inside = true,
            wl_pointer::Event::Leave { .. } => seat.pointer.is_inside = false,
            wl_pointer::Event::Button { state, .. } => {
                news.seats.is_pressed |= state == WEnum::Value(ButtonState::Pressed);
            }
            _ => {}
        }
    }
}

impl Dispatch<WlKeyboard, u32> for News {
    fn event(
        news: &mut Self,
        keyboard: &WlKeyboard,
        event: wl_keyboard::Event,
        name: &u32,
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        let Some(seat) = news.seats.seat(*name) else {
            return;
        };
        if seat.keyboard.object.as_ref() != Some(keyboard) {
            return; // one that was given back
        }
        match event {
            wl_keyboard::Event::Enter { .. } => seat.keyboard.is_inside = true,
            wl_keyboard::Event::Leave { .. } => seat.keyboard.is_inside = false,
            wl_keyboard::Event::Key { state, .. } => {
                news.seats.is_pressed |= state != WEnum::Value(KeyState::Released);
            }
            _ => {}
        }
    }
}
