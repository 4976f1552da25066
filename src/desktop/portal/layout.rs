//! The signs that the novice's keyboard layout has: a portal types no others, and does not say so.

use std::{
    collections::HashSet,
    fs::File,
    io,
    os::{
        fd::OwnedFd,
        unix::{fs::FileExt as _, net::UnixStream},
    },
    path::Path,
};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use wayland_client::{
    Connection, Dispatch, EventQueue, Proxy as _, QueueHandle, WEnum,
    backend::WaylandError,
    protocol::{
        wl_keyboard::{self, KeymapFormat, WlKeyboard},
        wl_registry::{self, WlRegistry},
        wl_seat::{self, Capability, WlSeat},
    },
};
use xkbcommon::xkb;

use crate::input::Keysym;

/// The version of `wl_seat` that we speak: the first whose keyboards can be given back.
const SEAT_VERSION: u32 = 3;
/// The longest layout that is read, in bytes; the longest of today's are a tenth of it.
const MAX_LAYOUT_BYTES: u32 = 1 << 20;
/// The last key that is looked at: the kernel numbers them up to 767, and layouts count eight more.
const MAX_KEYCODE: u32 = 1023;
/// How long the desktop may take to answer when it is first asked.
const ANSWER_PATIENCE: Timespec = Timespec {
    tv_sec: 2,
    tv_nsec: 0,
};
/// How often it may answer in part before it is left alone.
const MAX_ANSWERS: usize = 64;

/// The layout, kept up to date by the desktop.
pub(super) struct Layout {
    connection: Connection,
    queue: EventQueue<Heard>,
    heard: Heard,
}

/// What the desktop told.
#[derive(Default)]
struct Heard {
    seat: Option<WlSeat>,
    keyboard: Option<WlKeyboard>,
    /// In any of the layout's languages: which of them is chosen a desktop tells none but the program in front.
    signs: Option<HashSet<u32>>,
    is_asked: bool,
}

impl Layout {
    /// Asks the Wayland desktop that listens there, or the one that `WAYLAND_DISPLAY` names.
    pub(super) fn open(socket: Option<&Path>) -> io::Result<Self> {
        let connection = match socket {
            Some(socket) => Connection::from_socket(UnixStream::connect(socket)?),
            None => Connection::connect_to_env(),
        };
        let connection = connection.map_err(io::Error::other)?;
        let queue = connection.new_event_queue();
        connection.display().get_registry(&queue.handle(), ());
        let mut layout = Self {
            connection,
            queue,
            heard: Heard::default(),
        };
        for _ in 0..MAX_ANSWERS {
            if layout.heard.signs.is_some() || !layout.listen(&ANSWER_PATIENCE)? {
                break;
            }
            if layout.heard.is_asked && layout.heard.keyboard.is_none() {
                break; // there is no keyboard yet
            }
        }
        Ok(layout)
    }

    /// Whether the layout has this sign; also when it is not known.
    pub(super) fn has(&mut self, keysym: Keysym) -> bool {
        for _ in 0..MAX_ANSWERS {
            match self.listen(&Timespec::default()) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    tracing::debug!(%error, "the layout is not told any more");
                    break;
                }
            }
        }
        let signs = self.heard.signs.as_ref();
        signs.is_none_or(|signs| signs.contains(&canonical(keysym.0)))
    }

    /// Takes what the desktop told, or tells within `patience`; says whether it was anything.
    fn listen(&mut self, patience: &Timespec) -> io::Result<bool> {
        let taken = self.take()?;
        match self.connection.flush() {
            Err(WaylandError::Io(error)) if error.kind() != io::ErrorKind::WouldBlock => {
                return Err(error);
            }
            _ => {}
        }
        let Some(reading) = self.connection.prepare_read() else {
            return Ok(taken);
        };
        let fd = reading.connection_fd();
        let mut fds = [PollFd::new(&fd, PollFlags::IN)];
        let ready = match poll(&mut fds, Some(patience)) {
            Ok(ready) => ready > 0,
            Err(rustix::io::Errno::INTR) => true,
            Err(error) => return Err(error.into()),
        };
        if !ready {
            return Ok(taken);
        }
        match reading.read() {
            Err(WaylandError::Io(error)) if error.kind() == io::ErrorKind::WouldBlock => {}
            Err(error) => return Err(io::Error::other(error)),
            Ok(_) => {}
        }
        self.take().map(|_| true)
    }

    fn take(&mut self) -> io::Result<bool> {
        let taken = self.queue.dispatch_pending(&mut self.heard);
        taken.map(|count| count > 0).map_err(io::Error::other)
    }
}

/// All signs of a layout that a desktop sent; nothing where it makes no sense.
fn signs(fd: OwnedFd, length: u32) -> Option<HashSet<u32>> {
    if length > MAX_LAYOUT_BYTES {
        return None;
    }
    let mut text = vec![0; length as usize];
    // From its beginning: others have read from this very file.
    File::from(fd).read_exact_at(&mut text, 0).ok()?;
    while text.last() == Some(&0) {
        text.pop();
    }
    let text = String::from_utf8(text).ok()?;
    // What a desktop sends is whole, and names no files.
    let context = xkb::Context::new(xkb::CONTEXT_NO_DEFAULT_INCLUDES);
    let format = xkb::KEYMAP_FORMAT_TEXT_V1;
    let flags = xkb::KEYMAP_COMPILE_NO_FLAGS;
    let keymap = xkb::Keymap::new_from_string(&context, text, format, flags)?;
    let mut signs = HashSet::new();
    let last = keymap.max_keycode().raw().min(MAX_KEYCODE);
    for key in (keymap.min_keycode().raw()..=last).map(xkb::Keycode::new) {
        for layout in 0..keymap.num_layouts_for_key(key) {
            for level in 0..keymap.num_levels_for_key(key, layout) {
                let here = keymap.key_get_syms_by_level(key, layout, level);
                signs.extend(here.iter().map(|keysym| canonical(keysym.raw())));
            }
        }
    }
    Some(signs)
}

/// The number that Hulp has for a sign: some have an older one beside it.
fn canonical(keysym: u32) -> u32 {
    let sign = Keysym(keysym).to_char().and_then(Keysym::from_char);
    sign.map_or(keysym, |sign| sign.0)
}

impl Dispatch<WlRegistry, ()> for Heard {
    fn event(
        heard: &mut Self,
        registry: &WlRegistry,
        event: wl_registry::Event,
        (): &(),
        _: &Connection,
        handle: &QueueHandle<Self>,
    ) {
        if let wl_registry::Event::Global {
            name,
            interface,
            version,
        } = event
            && interface == WlSeat::interface().name
            && version >= SEAT_VERSION
            && heard.seat.is_none()
        {
            heard.seat = Some(registry.bind(name, SEAT_VERSION, handle, ()));
        }
    }
}

impl Dispatch<WlSeat, ()> for Heard {
    fn event(
        heard: &mut Self,
        seat: &WlSeat,
        event: wl_seat::Event,
        (): &(),
        _: &Connection,
        handle: &QueueHandle<Self>,
    ) {
        let wl_seat::Event::Capabilities { capabilities } = event else {
            return;
        };
        heard.is_asked = true;
        let capabilities = Capability::from_bits_truncate(capabilities.into());
        if !capabilities.contains(Capability::Keyboard) {
            if let Some(keyboard) = heard.keyboard.take() {
                keyboard.release();
            }
        } else if heard.keyboard.is_none() {
            heard.keyboard = Some(seat.get_keyboard(handle, ()));
        }
    }
}

impl Dispatch<WlKeyboard, ()> for Heard {
    fn event(
        heard: &mut Self,
        _: &WlKeyboard,
        event: wl_keyboard::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        if let wl_keyboard::Event::Keymap { format, fd, size } = event {
            let is_known = format == WEnum::Value(KeymapFormat::XkbV1);
            heard.signs = is_known.then(|| signs(fd, size)).flatten();
        }
    }
}
