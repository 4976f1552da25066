//! Watches Windows' mouse and keys, whichever program has the focus: low-level hooks, in a thread of their own that does nothing
//! else, since Windows takes away what keeps the user's keys waiting.
#![allow(unsafe_code)]

use std::{cell::RefCell, ptr, sync::Arc};

use windows_sys::Win32::{
    Foundation::{LPARAM, LRESULT, WPARAM},
    System::LibraryLoader::GetModuleHandleW,
    UI::{
        Input::KeyboardAndMouse::{
            GetAsyncKeyState, VK_C, VK_CONTROL, VK_ESCAPE, VK_LCONTROL, VK_RCONTROL, VK_RMENU,
        },
        WindowsAndMessaging::{
            CallNextHookEx, HC_ACTION, HHOOK, HOOKPROC, KBDLLHOOKSTRUCT, LLKHF_INJECTED, LLKHF_UP,
            LLMHF_INJECTED, MSLLHOOKSTRUCT, SetTimer, SetWindowsHookExW, UnhookWindowsHookEx,
            WH_KEYBOARD_LL, WH_MOUSE_LL, WM_LBUTTONDOWN, WM_MBUTTONDOWN, WM_MOUSEHWHEEL,
            WM_MOUSEMOVE, WM_MOUSEWHEEL, WM_RBUTTONDOWN, WM_TIMER, WM_XBUTTONDOWN,
        },
    },
};

use super::{
    judge::{Judge, KeyMeaning, Source},
    ledger::{Act, Ledger},
};
use crate::desktop::{
    DesktopError, LocalInputSink,
    windows::{count_in_pixels, pointer, refused},
    windows_thread::MessageThread,
};

/// How often the hooks are set anew, in milliseconds: Windows tells nobody when it took one away.
const RENEWED_EVERY_MS: u32 = 5000;
/// Scan codes with this bit are no key's: the Control that Windows adds to AltGr has one.
const MADE_UP: u32 = 0x200;
/// Which device did something, Windows does not say here.
const ANY_DEVICE: u16 = 0;

thread_local! {
    /// A hook is told nothing but what happened; it runs in the thread that set it.
    static WATCH: RefCell<Option<Watch>> = const { RefCell::new(None) };
}

/// A running watch. Dropping it ends it.
pub(in crate::desktop) struct Watcher(#[expect(dead_code, reason = "held")] MessageThread);

impl Watcher {
    /// Starts to watch, and tells `sink` from then on. Ours is what was injected with this mark; what other programs inject is the
    /// novice's: an on-screen keyboard may be all the keyboard that there is.
    pub(in crate::desktop) fn start(
        mark: usize,
        ledger: Arc<Ledger>,
        sink: LocalInputSink,
    ) -> Result<Self, DesktopError> {
        let open = move || {
            count_in_pixels();
            let watch = Watch {
                mark,
                judge: Judge::default(),
                ledger: ledger.clone(),
                sink,
            };
            WATCH.set(Some(watch));
            // SAFETY: a timer of this thread's, which ends with it.
            if unsafe { SetTimer(ptr::null_mut(), 0, RENEWED_EVERY_MS, None) } == 0 {
                return Err(refused());
            }
            Ok(Hooks {
                set: Some(set_hooks()?),
                ledger,
            })
        };
        MessageThread::start("hulp-local-input", open, |hooks, posted| {
            if posted.message == WM_TIMER {
                hooks.renew();
                with_watch(Watch::look_again);
            }
        })
        .map(Self)
    }
}

/// The hooks that are set.
struct Hooks {
    set: Option<[Hook; 2]>,
    ledger: Arc<Ledger>,
}

impl Hooks {
    fn renew(&mut self) {
        // The new ones first, so that no key falls between.
        match set_hooks() {
            Ok(hooks) => self.set = Some(hooks),
            Err(error) => {
                tracing::warn!(%error, "mouse and keys can no longer be watched");
                self.set = None;
                self.ledger.go_blind();
            }
        }
    }
}

impl Drop for Hooks {
    fn drop(&mut self) {
        self.ledger.go_blind();
    }
}

struct Hook(HHOOK);

impl Hook {
    fn set(kind: i32, procedure: HOOKPROC) -> Result<Self, DesktopError> {
        // SAFETY: the procedure lives as long as the program, whose own module this is.
        let hook = unsafe {
            let module = GetModuleHandleW(ptr::null());
            SetWindowsHookExW(kind, procedure, module, 0)
        };
        match hook.is_null() {
            true => Err(refused()),
            false => Ok(Self(hook)),
        }
    }
}

impl Drop for Hook {
    fn drop(&mut self) {
        // SAFETY: ours, and set; one that Windows took away is refused.
        unsafe { UnhookWindowsHookEx(self.0) };
    }
}

fn set_hooks() -> Result<[Hook; 2], DesktopError> {
    Ok([
        Hook::set(WH_KEYBOARD_LL, Some(on_key))?,
        Hook::set(WH_MOUSE_LL, Some(on_mouse))?,
    ])
}

unsafe extern "system" fn on_key(code: i32, message: WPARAM, event: LPARAM) -> LRESULT {
    if code == HC_ACTION as i32 {
        // SAFETY: with this code Windows gives a structure of this kind, which lives until we return.
        let key = unsafe { *(event as *const KBDLLHOOKSTRUCT) };
        with_watch(|watch| watch.key(&key));
    }
    // SAFETY: all as it came.
    unsafe { CallNextHookEx(ptr::null_mut(), code, message, event) }
}

unsafe extern "system" fn on_mouse(code: i32, message: WPARAM, event: LPARAM) -> LRESULT {
    if code == HC_ACTION as i32 {
        // SAFETY: with this code Windows gives a structure of this kind, which lives until we return.
        let mouse = unsafe { *(event as *const MSLLHOOKSTRUCT) };
        with_watch(|watch| watch.mouse(message as u32, &mouse));
    }
    // SAFETY: all as it came.
    unsafe { CallNextHookEx(ptr::null_mut(), code, message, event) }
}

fn with_watch(look: impl FnOnce(&mut Watch)) {
    WATCH.with(|watch| {
        // Hooks come one after the other; one within another would be left out.
        if let Ok(mut watch) = watch.try_borrow_mut()
            && let Some(watch) = watch.as_mut()
        {
            look(watch);
        }
    });
}

struct Watch {
    mark: usize,
    judge: Judge,
    ledger: Arc<Ledger>,
    sink: LocalInputSink,
}

impl Watch {
    fn key(&mut self, key: &KBDLLHOOKSTRUCT) {
        if key.flags & LLKHF_INJECTED != 0 && key.dwExtraInfo == self.mark {
            return;
        }
        let Ok(keycode) = u8::try_from(key.vkCode) else {
            return;
        };
        let which = key.vkCode as u16;
        // AltGr comes with a Control that nobody pressed, and AltGr+C types a letter on some keyboards.
        if key.scanCode & MADE_UP != 0 {
            return;
        }
        if which != VK_RMENU && !is_down(VK_RMENU) {
            self.judge.control_is(is_down(VK_CONTROL));
        }
        let meaning = KeyMeaning {
            is_escape: which == VK_ESCAPE,
            is_c: which == VK_C,
            is_control: [VK_CONTROL, VK_LCONTROL, VK_RCONTROL].contains(&which),
        };
        let pressed = key.flags & LLKHF_UP == 0;
        self.act(Act::Key { keycode, pressed }, meaning);
    }

    /// A release may have been missed: while this thread could not be asked, or on a desktop of the system's own.
    fn look_again(&mut self) {
        if !is_down(VK_CONTROL) {
            self.judge.forget_controls(ANY_DEVICE);
        }
    }

    fn mouse(&mut self, message: u32, mouse: &MSLLHOOKSTRUCT) {
        if mouse.flags & LLMHF_INJECTED != 0 && mouse.dwExtraInfo == self.mark {
            return;
        }
        let act = match message {
            // Told before it is done: what moves nothing is no movement, but the echo of one.
            WM_MOUSEMOVE => match pointer() {
                Ok(at) if (at.x, at.y) == (mouse.pt.x, mouse.pt.y) => return,
                _ => Act::Motion,
            },
            WM_LBUTTONDOWN | WM_RBUTTONDOWN | WM_MBUTTONDOWN | WM_XBUTTONDOWN | WM_MOUSEWHEEL
            | WM_MOUSEHWHEEL => Act::Button {
                button: 0,
                pressed: true,
            },
            _ => return,
        };
        self.act(act, KeyMeaning::default());
    }

    fn act(&mut self, act: Act, meaning: KeyMeaning) {
        let source = Source::Hardware(ANY_DEVICE);
        if let Some(input) = self.judge.judge(&self.ledger, source, act, || meaning) {
            self.ledger.novice_acted();
            (self.sink)(input);
        }
    }
}

/// Whether a key was down before this event.
fn is_down(key: u16) -> bool {
    // SAFETY: a number; the highest bit says it.
    unsafe { GetAsyncKeyState(key.into()) < 0 }
}
