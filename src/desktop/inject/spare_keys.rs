//! Keys that the layout leaves unused, bound for a while to signs that it lacks.
//!
//! Programs translate a key when they come to it, with the layout as it is then: so a key that was typed is left alone until even
//! a slow program has come to it, and the keys take turns.

use std::{
    collections::BTreeMap,
    hash::{BuildHasher as _, Hasher as _, RandomState},
    time::{Duration, Instant},
};

use x11rb::{
    COPY_DEPTH_FROM_PARENT, COPY_FROM_PARENT,
    connection::Connection,
    errors::{ReplyError, ReplyOrIdError},
    protocol::xproto::{
        Atom, AtomEnum, ConnectionExt as _, CreateWindowAux, PropMode, Window, WindowClass,
    },
    wrapper::ConnectionExt as _,
};

use crate::{
    desktop::x11::Display,
    input::{Keymap, Keysym},
};

/// How long a key that was typed keeps its sign.
const COLD_AFTER: Duration = Duration::from_secs(1);
/// How long the last sign is waited for when all keys are given back: somebody waits for us then.
const FAREWELL: Duration = Duration::from_millis(500);
/// The most words of notes that are read.
const MAX_NOTES: u32 = 4 * 1024;

/// Which key may be bound next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// This one.
    Free(u8),
    /// One of them, but not before this time.
    At(Instant),
    /// This layout has none.
    None,
}

/// The keys that we bound.
pub(super) struct SpareKeys {
    bound: BTreeMap<u8, Bound>,
    /// A note on the root window of who bound which key to what, so that the next Hulp can tidy up after one that was killed.
    notes: Atom,
    /// Who we are in those notes: a window that lives as long as we do, and a number that it bears, since the next window may
    /// get the same name.
    owner: [u32; 2],
}

/// Who bound a key, its keycode, and the sign that it was bound to.
type Note = [u32; 4];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Bound {
    sign: Keysym,
    used: Instant,
}

impl SpareKeys {
    /// None bound yet; those that a killed Hulp left bound are freed.
    pub(super) fn open(display: &Display) -> Result<Self, ReplyOrIdError> {
        let conn = &display.conn;
        let notes = conn.intern_atom(false, b"_HULP_SPARE_KEYS")?.reply()?.atom;
        let window = conn.generate_id()?;
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
            &CreateWindowAux::new(),
        )?;
        // Random, though not a secret.
        let number = RandomState::new().build_hasher().finish() as u32;
        conn.change_property32(
            PropMode::REPLACE,
            window,
            notes,
            AtomEnum::CARDINAL,
            &[number],
        )?;
        let spares = Self {
            bound: BTreeMap::new(),
            notes,
            owner: [window, number],
        };
        spares.tidy(display)?;
        Ok(spares)
    }

    /// Which key to bind next, of those that `keymap` leaves unused and those that are bound already; never one that is held
    /// or was just typed.
    pub(super) fn next(&self, keymap: &Keymap, held: &[u8], now: Instant) -> Next {
        let unused = keymap.spare_keycodes();
        if let Some(unused) = unused.iter().find(|k| !self.bound.contains_key(k)) {
            return Next::Free(*unused);
        }
        let free = self.bound.iter().filter(|(k, _)| !held.contains(k));
        match free.min_by_key(|(_, bound)| bound.used) {
            Some((keycode, bound)) if bound.used + COLD_AFTER <= now => Next::Free(*keycode),
            Some((_, bound)) => Next::At(bound.used + COLD_AFTER),
            None => Next::None,
        }
    }

    /// Binds a key to a sign. The layout must be read again.
    pub(super) fn bind(
        &mut self,
        display: &Display,
        keycode: u8,
        sign: Keysym,
        now: Instant,
    ) -> Result<(), ReplyError> {
        // As a letter with its capital, so that Caps Lock leaves it what it is.
        let signs = [sign.lower().0, sign.upper().0];
        let [window, number] = self.owner;
        let note = [window, number, keycode.into(), signs[0]];
        let (append, cardinal) = (PropMode::APPEND, AtomEnum::CARDINAL);
        display
            .conn
            .change_property32(append, display.root, self.notes, cardinal, &note)?;
        display
            .conn
            .change_keyboard_mapping(1, keycode, 2, &signs)?;
        let bound = Bound {
            sign: sign.lower(),
            used: now,
        };
        self.bound.insert(keycode, bound);
        Ok(())
    }

    /// This key was typed.
    pub(super) fn used(&mut self, keycode: u8, now: Instant) {
        if let Some(bound) = self.bound.get_mut(&keycode) {
            bound.used = now;
        }
    }

    /// The layout is another now: what is not as we bound it is no longer ours.
    pub(super) fn check(&mut self, keymap: &Keymap) {
        self.bound
            .retain(|keycode, bound| keymap.sign(*keycode, 0, 0).same_as(bound.sign));
    }

    /// Gives all keys back, once the last sign was surely read.
    pub(super) fn give_back(&mut self, display: &Display) -> Result<(), ReplyError> {
        let Some(last) = self.bound.values().map(|bound| bound.used).max() else {
            return Ok(());
        };
        std::thread::sleep((last + FAREWELL).saturating_duration_since(Instant::now()));
        for keycode in std::mem::take(&mut self.bound).into_keys() {
            free(display, keycode)?;
        }
        let others: Vec<_> = self
            .read_notes(display)?
            .into_iter()
            .filter(|note| note[..2] != self.owner)
            .collect();
        self.write_notes(display, &others)
    }

    /// Frees what was noted by those who are no more.
    fn tidy(&self, display: &Display) -> Result<(), ReplyError> {
        let noted = self.read_notes(display)?;
        if noted.is_empty() {
            return Ok(());
        }
        let mut kept = Vec::new();
        for note in noted {
            let [window, number, keycode, sign] = note;
            if self.is_alive(display, window, number)? {
                kept.push(note);
                continue;
            }
            let Ok(keycode) = u8::try_from(keycode) else {
                continue;
            };
            // Somebody may have chosen another layout since, where this key has a meaning.
            let Ok(now) = display.conn.get_keyboard_mapping(keycode, 1)?.reply() else {
                continue;
            };
            if now.keysyms.first() == Some(&sign) {
                tracing::info!(keycode, "freed a key that was left bound");
                free(display, keycode)?;
            }
        }
        self.write_notes(display, &kept)
    }

    fn is_alive(&self, display: &Display, window: Window, number: u32) -> Result<bool, ReplyError> {
        let cardinal = AtomEnum::CARDINAL;
        let mark = display
            .conn
            .get_property(false, window, self.notes, cardinal, 0, 1)?;
        match mark.reply() {
            Ok(mark) => Ok(mark.value32().and_then(|mut v| v.next()) == Some(number)),
            Err(ReplyError::X11Error(_)) => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn read_notes(&self, display: &Display) -> Result<Vec<Note>, ReplyError> {
        let number = AtomEnum::CARDINAL;
        let notes = display
            .conn
            .get_property(false, display.root, self.notes, number, 0, MAX_NOTES)?
            .reply()?;
        let words: Vec<u32> = notes.value32().into_iter().flatten().collect();
        let notes = words.chunks_exact(4).map(|n| [n[0], n[1], n[2], n[3]]);
        Ok(notes.collect())
    }

    fn write_notes(&self, display: &Display, notes: &[Note]) -> Result<(), ReplyError> {
        let words = notes.as_flattened();
        let (replace, number) = (PropMode::REPLACE, AtomEnum::CARDINAL);
        display
            .conn
            .change_property32(replace, display.root, self.notes, number, words)?;
        display.conn.sync()
    }
}

fn free(display: &Display, keycode: u8) -> Result<(), ReplyError> {
    let nothing = [Keysym::NONE.0; 2];
    display
        .conn
        .change_keyboard_mapping(1, keycode, 2, &nothing)?;
    Ok(())
}
