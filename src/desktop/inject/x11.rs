//! Mouse and keyboard of an X server. Which key is pressed is our choice, by the layout (XKB); pressing it is enigo's (XTEST).

use std::{path::Path, sync::Arc, time::Instant};

use x11rb::{
    connection::{Connection, RequestConnection},
    errors::ReplyError,
    protocol::{
        Event,
        xkb::{self, ConnectionExt as _, MapPart},
        xproto::ConnectionExt as _,
        xtest,
    },
};

use super::{
    down::Down,
    hands::Hands,
    own_windows::OwnWindows,
    spare_keys::{Next, SpareKeys},
    trial::try_pointer,
    x11_hand::{Hand, Notch},
};
use crate::{
    desktop::{
        DesktopError, Injected, Injector, LocalInputSink,
        local_input::{Ledger, Watcher},
        monitor::Monitor,
        x11::Display,
        x11_keyboard::{CORE_KEYBOARD, XtestDevices, keymap, use_xkb},
    },
    input::{InputEvent, KeyStep, KeyboardState, Keymap, Keysym, Plan, PointerButton, Purpose},
    screen::Point,
};

/// Mouse and keyboard of an X server.
pub(in crate::desktop) struct X11Injector {
    display: Display,
    hand: Hand,
    ledger: Arc<Ledger>,
    watcher: Watcher,
    /// The number of our turn at the ledger.
    turn: u32,
    /// The keyboard whose layout holds for what we press.
    keyboard: u16,
    keymap: Keymap,
    layout_is_stale: bool,
    spares: SpareKeys,
    own_windows: OwnWindows,
    monitor: Monitor,
    monitor_is_stale: bool,
    down: Down<u8>,
    /// A held key for which modifiers were moved, and how to put them back; done when it is released or another is pressed, so
    /// that its repeats mean the same.
    moved: Option<(u8, Vec<KeyStep>)>,
    /// The expert's pointer is over one of our own windows, and the real one elsewhere.
    is_kept_out: bool,
}

impl X11Injector {
    /// Opens mouse and keyboard of this display, or of the one that `DISPLAY` names, and starts to watch the novice's. `guard`
    /// is the program that releases what is held if this one is killed.
    pub(in crate::desktop) fn open(
        name: Option<&str>,
        guard: Option<&Path>,
        sink: LocalInputSink,
    ) -> Result<Self, DesktopError> {
        let display = Display::open(name)?;
        if display.is_xwayland()? {
            let text = "this X server is part of a Wayland desktop and does not move its mouse";
            return Err(DesktopError::Unsupported(text.into()));
        }
        let xtest = display
            .conn
            .extension_information(xtest::X11_EXTENSION_NAME)?;
        if xtest.is_none() {
            let text = "the X server has no XTEST, so programs cannot move its mouse";
            return Err(DesktopError::Unsupported(text.into()));
        }
        use_xkb(&display)?;
        // Before enigo, which needs a free key to be content.
        let spares = SpareKeys::open(&display)?;
        let ledger = Arc::new(Ledger::default());
        let watcher = Watcher::start(name, Arc::clone(&ledger), sink)?;
        let hand = Hand::new(name, Arc::clone(&ledger), guard)?;
        // The keys that XTEST presses have the layout of XTEST's own keyboard, which may differ from the one in use.
        let xtest = XtestDevices::ask(&display.conn)?;
        let keyboard = xtest.keyboard.unwrap_or(CORE_KEYBOARD);
        select_layout_changes(&display, keyboard)?;
        display.watch_monitors()?;
        Ok(Self {
            keymap: keymap(&display.conn, keyboard)?,
            own_windows: OwnWindows::new(&display)?,
            monitor: display.shared_monitor()?,
            display,
            hand,
            ledger,
            watcher,
            turn: 0,
            keyboard,
            layout_is_stale: false,
            spares,
            monitor_is_stale: false,
            down: Down::default(),
            moved: None,
            is_kept_out: false,
        })
    }
}

impl Hands for X11Injector {
    type Key = u8;

    fn down(&mut self) -> &mut Down<u8> {
        &mut self.down
    }

    fn is_modifier(&self, keycode: u8) -> bool {
        self.keymap.sets(keycode, 0) != 0
    }

    fn send_key(&mut self, keycode: u8, pressed: bool) -> Result<(), DesktopError> {
        self.spares.used(keycode, Instant::now());
        self.hand.key(keycode, pressed)
    }

    fn send_button(&mut self, button: PointerButton, pressed: bool) -> Result<(), DesktopError> {
        self.hand.button(button, pressed)
    }

    fn move_pointer(&mut self, at: Point) -> Result<Injected, DesktopError> {
        self.read_news()?;
        if self.monitor_is_stale {
            self.monitor_is_stale = false;
            self.monitor = self.display.shared_monitor()?;
        }
        let at = self.monitor.on_desktop(at);
        self.is_kept_out = self.own_windows.are_at(&self.display, at)?;
        if self.is_kept_out {
            // What is dragged is dropped before it comes here.
            self.release_buttons();
            return Ok(Injected::OverOwnWindow);
        }
        self.hand.move_to(at)?;
        Ok(Injected::Done)
    }

    fn press_button(&mut self, button: PointerButton) -> Result<Injected, DesktopError> {
        if self.meets_own_window()? {
            return Ok(Injected::OverOwnWindow);
        }
        self.put_back_modifiers()?;
        self.button(button, true)?;
        Ok(Injected::Done)
    }

    fn turn_wheel(&mut self, right: i16, down: i16) -> Result<Injected, DesktopError> {
        if self.meets_own_window()? {
            return Ok(Injected::OverOwnWindow);
        }
        let ways = [
            (right, Notch::Left, Notch::Right),
            (down, Notch::Up, Notch::Down),
        ];
        for (notches, back, forth) in ways {
            let notch = if notches < 0 { back } else { forth };
            for _ in 0..notches.unsigned_abs() {
                self.hand.turn(notch)?;
            }
        }
        Ok(Injected::Done)
    }

    fn press_key(&mut self, keysym: Keysym) -> Result<Injected, DesktopError> {
        if self.own_windows.have_focus(&self.display)? {
            return Ok(Injected::OverOwnWindow);
        }
        self.put_back_modifiers()?;
        let Some(plan) = self.plan(keysym, Purpose::Key)? else {
            return Ok(Injected::CannotType);
        };
        let Plan {
            before,
            keycode,
            after,
        } = plan;
        self.free(|held| held == keycode)?;
        self.keys_in_turn(&before)?;
        self.hold(keysym, keycode)?;
        if !after.is_empty() {
            self.moved = Some((keycode, after));
        }
        Ok(Injected::Done)
    }

    fn type_text(&mut self, text: &str) -> Result<Injected, DesktopError> {
        let novice_acts = self.ledger.novice_acts();
        self.put_back_modifiers()?;
        let signs: Vec<_> = text.chars().map(Keysym::from_char).collect();
        self.bind_ahead(signs.iter().flatten().copied())?;
        let mut outcome = Injected::Done;
        for sign in signs {
            if self.own_windows.have_focus(&self.display)? {
                return Ok(Injected::OverOwnWindow);
            }
            // Text takes its time, and the novice does not wait.
            if self.ledger.novice_acts() != novice_acts {
                return Ok(outcome);
            }
            let plan = match sign {
                Some(sign) => self.plan(sign, Purpose::Text)?,
                None => None,
            };
            let Some(plan) = plan else {
                outcome = Injected::CannotType;
                continue;
            };
            self.free(|held| held == plan.keycode)?;
            self.keys_in_turn(&plan.before)?;
            self.key(plan.keycode, true)?;
            self.key(plan.keycode, false)?;
            self.keys_in_turn(&plan.after)?;
        }
        Ok(outcome)
    }

    fn release_key(&mut self, keycode: u8) -> Result<(), DesktopError> {
        self.key(keycode, false)?;
        match &self.moved {
            Some((moved, _)) if *moved == keycode => self.put_back_modifiers(),
            _ => Ok(()),
        }
    }
}

impl X11Injector {
    /// Whether a press would meet one of our own windows, or happen where the expert does not see the pointer.
    fn meets_own_window(&mut self) -> Result<bool, DesktopError> {
        Ok(self.is_kept_out || self.own_windows.are_under_pointer(&self.display)?)
    }

    /// Which keys type a sign; binds a spare key when the layout lacks it, and waits for one when all were just used.
    fn plan(&mut self, keysym: Keysym, purpose: Purpose) -> Result<Option<Plan>, DesktopError> {
        let novice_acts = self.ledger.novice_acts();
        self.read_layout()?;
        let state = self.state()?;
        if let Some(plan) = self.keymap.plan(keysym, &state, purpose) {
            return Ok(Some(plan));
        }
        if keysym.is_modifier() || keysym == Keysym::NONE {
            return Ok(None);
        }
        loop {
            let now = Instant::now();
            match self.spares.next(&self.keymap, self.down.keys(), now) {
                Next::Free(keycode) => {
                    self.spares.bind(&self.display, keycode, keysym, now)?;
                    self.layout_is_stale = true;
                    break;
                }
                Next::At(time) => {
                    let wait = time.saturating_duration_since(now);
                    self.end_turn()?;
                    let must_stop = self.ledger.wait_unless_novice(wait, novice_acts);
                    self.begin_turn()?;
                    if must_stop {
                        return Ok(None);
                    }
                }
                Next::None => return Ok(None),
            }
        }
        self.read_layout()?;
        Ok(self.keymap.plan(keysym, &state, purpose))
    }

    /// Binds the signs of a text that the layout lacks all at once: programs read the layout anew each time that it changes.
    fn bind_ahead(&mut self, signs: impl Iterator<Item = Keysym>) -> Result<(), DesktopError> {
        self.read_layout()?;
        let state = self.state()?;
        let mut wanted: Vec<Keysym> = Vec::new();
        for sign in signs {
            let is_known = self.keymap.plan(sign, &state, Purpose::Text).is_some()
                || wanted.iter().any(|w| w.lower().same_as(sign.lower()));
            if !is_known {
                wanted.push(sign);
            }
        }
        let now = Instant::now();
        for sign in wanted {
            let Next::Free(keycode) = self.spares.next(&self.keymap, self.down.keys(), now) else {
                break;
            };
            self.spares.bind(&self.display, keycode, sign, now)?;
            self.layout_is_stale = true;
        }
        Ok(())
    }

    /// The keyboard as it is now.
    fn state(&self) -> Result<KeyboardState, ReplyError> {
        let state = self.display.conn.xkb_get_state(CORE_KEYBOARD)?.reply()?;
        let group = state.group.into();
        let ours = self.down.keys().iter();
        let ours = ours.fold(0, |all, key| all | self.keymap.sets(*key, group));
        let [base, latched, locked] = [state.base_mods, state.latched_mods, state.locked_mods]
            .map(|modifiers| u16::from(modifiers) as u8);
        Ok(KeyboardState {
            group,
            fixed: base & !ours | latched | locked,
            held: self.down.keys().to_vec(),
        })
    }

    fn keys_in_turn(&mut self, steps: &[KeyStep]) -> Result<(), DesktopError> {
        (steps.iter()).try_for_each(|step| self.key(step.keycode, step.pressed))
    }

    fn put_back_modifiers(&mut self) -> Result<(), DesktopError> {
        match self.moved.take() {
            Some((_, steps)) => self.keys_in_turn(&steps),
            None => Ok(()),
        }
    }

    /// Takes every event that has arrived.
    fn read_news(&mut self) -> Result<(), ReplyError> {
        while let Some(event) = self.display.conn.poll_for_event()? {
            match event {
                Event::XkbMapNotify(_)
                | Event::XkbNewKeyboardNotify(_)
                | Event::MappingNotify(_) => self.layout_is_stale = true,
                event => self.monitor_is_stale |= self.display.is_about_monitors(&event),
            }
        }
        Ok(())
    }

    /// Reads the layout again if it changed.
    fn read_layout(&mut self) -> Result<(), ReplyError> {
        self.read_news()?;
        if !self.layout_is_stale {
            return Ok(());
        }
        let read = keymap(&self.display.conn, self.keyboard);
        self.keymap = match read {
            // The keyboard went away; the one that all share stays.
            Err(ReplyError::X11Error(_)) => {
                self.keyboard = CORE_KEYBOARD;
                keymap(&self.display.conn, self.keyboard)?
            }
            read => read?,
        };
        self.spares.check(&self.keymap);
        // What has arrived by now was before the answer, and is in it.
        self.read_news()?;
        self.layout_is_stale = false;
        Ok(())
    }

    /// From here on the watcher takes what we note for ours.
    fn begin_turn(&mut self) -> Result<(), DesktopError> {
        self.turn = self.ledger.begin();
        Ok(self.watcher.begin(&self.display.conn, self.turn)?)
    }

    /// All that we noted is done.
    fn end_turn(&mut self) -> Result<(), DesktopError> {
        Ok(self.watcher.done(&self.display.conn, self.turn)?)
    }
}

impl Injector for X11Injector {
    fn inject(&mut self, event: &InputEvent) -> Result<Injected, DesktopError> {
        if self.ledger.is_blind() {
            self.moved = None;
            self.let_go();
            let text = "the novice's own keys can no longer be watched";
            return Err(DesktopError::Refused(text.into()));
        }
        self.begin_turn()?;
        let outcome = self.act(event);
        self.end_turn()?;
        outcome
    }

    fn try_pointer(&mut self) -> Result<bool, DesktopError> {
        self.begin_turn()?;
        let Self { display, hand, .. } = self;
        let outcome = try_pointer(self.monitor, || pointer(display), |to| hand.move_to(to));
        self.end_turn()?;
        outcome
    }

    fn release_all(&mut self) {
        // Nothing keeps from trying, also when nobody hears of it any more.
        let begun = self.begin_turn();
        self.moved = None;
        self.let_go();
        if let Err(error) = begun.and_then(|()| self.end_turn()) {
            tracing::warn!(%error, "the X server is gone");
        }
    }
}

impl Drop for X11Injector {
    fn drop(&mut self) {
        self.release_all();
        if let Err(error) = self.spares.give_back(&self.display) {
            tracing::warn!(%error, "keys could not be given back");
        }
    }
}

fn pointer(display: &Display) -> Result<Point, DesktopError> {
    let pointer = display.conn.query_pointer(display.root)?.reply()?;
    Ok(Point::new(pointer.root_x.into(), pointer.root_y.into()))
}

fn select_layout_changes(display: &Display, keyboard: u16) -> Result<(), ReplyError> {
    let changes = xkb::EventType::MAP_NOTIFY | xkb::EventType::NEW_KEYBOARD_NOTIFY;
    let parts = MapPart::KEY_TYPES
        | MapPart::KEY_SYMS
        | MapPart::KEY_ACTIONS
        | MapPart::MODIFIER_MAP
        | MapPart::VIRTUAL_MODS;
    for device in [keyboard, CORE_KEYBOARD] {
        display
            .conn
            .xkb_select_events(
                device,
                0_u16.into(),
                changes,
                parts,
                parts,
                &xkb::SelectEventsAux::new(),
            )?
            .check()?;
    }
    Ok(())
}
