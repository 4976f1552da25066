//! Mouse and keyboard of Windows. A sign is typed by its key where the layout has one for it just now, since some programs look at
//! keys alone; else as the sign itself, which no layout needs to have.
#![allow(unsafe_code)]

use std::{path::Path, sync::Arc};

use windows_sys::Win32::UI::Input::KeyboardAndMouse::{
    GetAsyncKeyState, GetKeyState, GetKeyboardLayout, VK_CAPITAL, VK_CONTROL, VK_LWIN, VK_MENU,
    VK_RWIN, VK_SHIFT, VkKeyScanExW,
};

use super::{
    down::Down,
    hands::Hands,
    repeat::Repeater,
    trial::try_pointer,
    windows_hand::Hand,
    windows_keys::{is_for_shortcuts, is_modifier, key_of, may_wait_for_letter},
    windows_own as own_windows,
};
use crate::{
    desktop::{
        DesktopError, Injected, Injector, LocalInputSink,
        local_input::{Ledger, Watcher},
        windows::{count_in_pixels, pointer, shared_monitor},
    },
    input::{InputEvent, Keysym, PointerButton},
    screen::Point,
};

/// What `VkKeyScanExW` says besides the key: Shift alone, or nothing.
const WITH_SHIFT: u8 = 1;

/// Mouse and keyboard of Windows.
pub(in crate::desktop) struct WindowsInjector {
    // In this order: what is held is released while it is still watched.
    repeater: Repeater,
    hand: Hand,
    ledger: Arc<Ledger>,
    _watcher: Watcher,
    down: Down<u8>,
    /// The expert's pointer is over one of our own windows, and the real one elsewhere.
    is_kept_out: bool,
}

impl WindowsInjector {
    /// Opens mouse and keyboard, and starts to watch the novice's. `guard` is the program that releases what is held if this one
    /// is killed.
    pub(in crate::desktop) fn open(
        guard: Option<&Path>,
        sink: LocalInputSink,
    ) -> Result<Self, DesktopError> {
        count_in_pixels();
        // Of this injector alone: what another Hulp injects is not ours.
        let mut mark = [0; size_of::<usize>()];
        getrandom::fill(&mut mark).map_err(|error| DesktopError::Refused(error.to_string()))?;
        let mark = usize::from_ne_bytes(mark);
        let ledger = Arc::new(Ledger::default());
        let watcher = Watcher::start(mark, Arc::clone(&ledger), sink)?;
        Ok(Self {
            repeater: Repeater::start(mark)?,
            hand: Hand::new(mark, guard),
            ledger,
            _watcher: watcher,
            down: Down::default(),
            is_kept_out: false,
        })
    }
}

impl Hands for WindowsInjector {
    type Key = u8;

    fn down(&mut self) -> &mut Down<u8> {
        &mut self.down
    }

    fn is_modifier(&self, key: u8) -> bool {
        is_modifier(key)
    }

    fn send_key(&mut self, key: u8, pressed: bool) -> Result<(), DesktopError> {
        if !pressed {
            self.repeater.hold(None);
        }
        self.hand.key(key, pressed)
    }

    fn send_button(&mut self, button: PointerButton, pressed: bool) -> Result<(), DesktopError> {
        self.hand.button(button, pressed)
    }

    fn move_pointer(&mut self, at: Point) -> Result<Injected, DesktopError> {
        let at = shared_monitor()?.on_desktop(at);
        self.is_kept_out = own_windows::are_at(at);
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
        self.button(button, true)?;
        Ok(Injected::Done)
    }

    fn turn_wheel(&mut self, right: i16, down: i16) -> Result<Injected, DesktopError> {
        if self.meets_own_window()? {
            return Ok(Injected::OverOwnWindow);
        }
        self.hand.turn(right.into(), down.into())?;
        Ok(Injected::Done)
    }

    fn press_key(&mut self, keysym: Keysym) -> Result<Injected, DesktopError> {
        if own_windows::have_focus() {
            return Ok(Injected::OverOwnWindow);
        }
        if matches!(keysym, Keysym::ALT_GR | Keysym::LEVEL_5) {
            // The sign that it chooses comes as that sign.
            return Ok(Injected::Done);
        }
        self.repeater.hold(None);
        let key = match (key_of(keysym), keysym.to_char()) {
            (Some(key), _) => key,
            (None, Some(sign)) => match self.key_for(sign) {
                Some(key) => key,
                None => {
                    self.hand.sign(sign)?;
                    return Ok(Injected::Done);
                }
            },
            (None, None) => return Ok(Injected::CannotType),
        };
        self.free(|held| held == key)?;
        self.hold(keysym, key)?;
        if !is_modifier(key) {
            self.repeater.hold(Some(key));
        }
        Ok(Injected::Done)
    }

    fn type_text(&mut self, text: &str) -> Result<Injected, DesktopError> {
        let novice_acts = self.ledger.novice_acts();
        self.repeater.hold(None);
        // What is held must not make a shortcut of it.
        let keys = self.down.keys().iter();
        let shortcut: Vec<u8> = keys.copied().filter(|key| is_for_shortcuts(*key)).collect();
        for key in &shortcut {
            self.key(*key, false)?;
        }
        let typed = self.type_signs(text, novice_acts);
        if self.ledger.novice_acts() == novice_acts {
            for key in shortcut {
                self.key(key, true)?;
            }
        }
        typed
    }
}

impl WindowsInjector {
    /// Whether a press would meet one of our own windows, or happen where the expert does not see the pointer.
    fn meets_own_window(&self) -> Result<bool, DesktopError> {
        Ok(self.is_kept_out || own_windows::are_at(pointer()?))
    }

    fn type_signs(&mut self, text: &str, novice_acts: u64) -> Result<Injected, DesktopError> {
        let mut outcome = Injected::Done;
        for sign in text.chars() {
            if own_windows::have_focus() {
                return Ok(Injected::OverOwnWindow);
            }
            // Text takes its time, and the novice does not wait.
            if self.ledger.novice_acts() != novice_acts {
                break;
            }
            match Keysym::from_char(sign).map(|keysym| (key_of(keysym), keysym.to_char())) {
                Some((Some(key), _)) => {
                    self.key(key, true)?;
                    self.key(key, false)?;
                }
                Some((None, Some(sign))) => self.hand.sign(sign)?,
                Some((None, None)) | None => outcome = Injected::CannotType,
            }
        }
        Ok(outcome)
    }

    /// The key that types this sign as the keyboard is now. For a shortcut, the key that has it, whatever the case.
    fn key_for(&self, sign: char) -> Option<u8> {
        if [VK_CONTROL, VK_MENU, VK_LWIN, VK_RWIN]
            .into_iter()
            .any(is_down)
        {
            let lower = sign.to_lowercase().next()?;
            let key = scan(lower).map(|(key, _)| key);
            // Layouts without Latin letters have shortcuts at their places all the same.
            let by_place = || {
                sign.is_ascii_alphanumeric()
                    .then(|| sign.to_ascii_uppercase() as u8)
            };
            return key.or_else(by_place);
        }
        let (key, with) = scan(sign)?;
        let has_case = sign.is_lowercase() || sign.is_uppercase();
        let fits = with & !WITH_SHIFT == 0
            && (with == WITH_SHIFT) == is_down(VK_SHIFT)
            && !(has_case && is_locked(VK_CAPITAL))
            && !may_wait_for_letter(sign);
        fits.then_some(key)
    }
}

impl Injector for WindowsInjector {
    fn inject(&mut self, event: &InputEvent) -> Result<Injected, DesktopError> {
        if self.ledger.is_blind() {
            self.release_all();
            let text = "the novice's own keys can no longer be watched";
            return Err(DesktopError::Refused(text.into()));
        }
        self.act(event)
    }

    fn try_pointer(&mut self) -> Result<bool, DesktopError> {
        let hand = &self.hand;
        try_pointer(shared_monitor()?, pointer, |to| hand.move_to(to))
    }

    fn release_all(&mut self) {
        self.repeater.hold(None);
        self.let_go();
    }
}

impl Drop for WindowsInjector {
    fn drop(&mut self) {
        self.release_all();
    }
}

/// The key that has a sign in the layout of whoever gets what is typed, and what has to be held with it.
fn scan(sign: char) -> Option<(u8, u8)> {
    let mut units = [0; 2];
    let [unit] = *sign.encode_utf16(&mut units) else {
        return None;
    };
    // SAFETY: numbers alone.
    let found = unsafe { VkKeyScanExW(unit, GetKeyboardLayout(own_windows::thread_in_front())) };
    let [key, with] = found.cast_unsigned().to_le_bytes();
    (found != -1).then_some((key, with))
}

/// Whether a key is down, whoever holds it.
fn is_down(key: u16) -> bool {
    // SAFETY: a number; the highest bit says it.
    unsafe { GetAsyncKeyState(key.into()) < 0 }
}

/// Whether a key that stays is on.
fn is_locked(key: u16) -> bool {
    // SAFETY: a number; the lowest bit says it.
    unsafe { GetKeyState(key.into()) & 1 != 0 }
}
