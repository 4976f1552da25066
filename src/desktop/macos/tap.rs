//! The novice's own mouse and keys, wherever the focus is: an event tap, which listens and changes nothing, on a thread of its own. What
//! Hulp injects bears a mark and is passed over.
#![allow(unsafe_code)]

use std::{
    cell::OnceCell,
    ffi::c_void,
    hash::{BuildHasher as _, Hasher as _, RandomState},
    mem, ptr,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
        mpsc::{SyncSender, sync_channel},
    },
    thread::{self, JoinHandle},
};

use objc2::rc::autoreleasepool;
use objc2_core_foundation::{
    CFMachPort, CFRetained, CFRunLoop, CFRunLoopRunResult, kCFRunLoopDefaultMode,
};
use objc2_core_graphics::{
    CGEvent, CGEventField, CGEventFlags, CGEventMask, CGEventTapCallBack, CGEventTapLocation,
    CGEventTapOptions, CGEventTapPlacement, CGEventTapProxy, CGEventType,
};

use super::judge::{Act, meaning};
use crate::desktop::{DesktopError, LocalInput, LocalInputSink};

/// How often the tap is looked after, in seconds: macOS may have switched it off, and says so only with the next event.
const LOOK_EVERY_SECS: f64 = 0.5;
/// The most UTF-16 units that are read of what a key types.
const MAX_UNITS: usize = 4;

/// What is listened for; releases of buttons and keys mean nothing.
const HEARD: [CGEventType; 10] = [
    CGEventType::KeyDown,
    CGEventType::FlagsChanged,
    CGEventType::MouseMoved,
    CGEventType::LeftMouseDown,
    CGEventType::RightMouseDown,
    CGEventType::OtherMouseDown,
    CGEventType::LeftMouseDragged,
    CGEventType::RightMouseDragged,
    CGEventType::OtherMouseDragged,
    CGEventType::ScrollWheel,
];

/// A running tap. Dropping it ends it.
pub(super) struct Tap {
    watch: Arc<Watch>,
    run_loop: RunLoop,
    thread: Option<JoinHandle<()>>,
}

/// What the tap's thread and the injector share.
struct Watch {
    /// What our own events bear as their source's user data.
    mark: i64,
    sink: LocalInputSink,
    novice_acts: AtomicU64,
    is_blind: AtomicBool,
    must_end: AtomicBool,
}

impl Tap {
    /// Starts to listen, and tells `sink` from then on.
    pub(super) fn start(sink: LocalInputSink) -> Result<Self, DesktopError> {
        let watch = Arc::new(Watch {
            mark: mark(),
            sink,
            novice_acts: AtomicU64::new(0),
            is_blind: AtomicBool::new(false),
            must_end: AtomicBool::new(false),
        });
        let (begun, beginning) = sync_channel(1);
        let thread = {
            let watch = Arc::clone(&watch);
            thread::Builder::new()
                .name("hulp-local-input".into())
                .spawn(move || listen(&watch, &begun))
                .map_err(|error| DesktopError::Refused(error.to_string()))?
        };
        let refused = || {
            let text = "macOS gave no way to hear your own Esc and Ctrl+C; start Hulp again";
            DesktopError::Refused(text.into())
        };
        let run_loop = beginning.recv().map_err(|_| refused())?;
        Ok(Self {
            watch,
            run_loop,
            thread: Some(thread),
        })
    }

    /// What an event of ours must bear.
    pub(super) fn mark(&self) -> i64 {
        self.watch.mark
    }

    /// How often the novice did something.
    pub(super) fn novice_acts(&self) -> u64 {
        self.watch.novice_acts.load(Ordering::Acquire)
    }

    /// Whether nobody listens any more: then nothing may be injected.
    pub(super) fn is_blind(&self) -> bool {
        self.watch.is_blind.load(Ordering::Acquire)
    }
}

impl Drop for Tap {
    fn drop(&mut self) {
        self.watch.must_end.store(true, Ordering::Release);
        self.run_loop.0.stop();
        if let Some(thread) = self.thread.take()
            // The sink may have dropped us.
            && thread.thread().id() != thread::current().id()
        {
            let _ = thread.join(); // it does not panic
        }
    }
}

/// A number that no other program puts on its events. Random, though not a secret.
fn mark() -> i64 {
    // Never zero, which is what all others bear.
    (RandomState::new().build_hasher().finish() | 1).cast_signed()
}

/// The run loop of the tap's thread.
struct RunLoop(CFRetained<CFRunLoop>);

// SAFETY: a run loop may be stopped and released by any thread (Apple's Threading Programming Guide); no more is done with it.
unsafe impl Send for RunLoop {}

/// The tap's own thread: what is shared, and the tap, once there is one.
struct Ear<'a> {
    watch: &'a Watch,
    tap: OnceCell<CFRetained<CFMachPort>>,
}

fn listen(watch: &Watch, begun: &SyncSender<RunLoop>) {
    let ear = Ear {
        watch,
        tap: OnceCell::new(),
    };
    let bit = |kind: &CGEventType| 1 << kind.0;
    let mask: CGEventMask = HEARD.iter().map(bit).sum();
    // SAFETY: a pointer that may be null is passed as one that may not. The bindings promise that an event comes each time, and what
    // macOS says of the tap itself may come without.
    let hear: CGEventTapCallBack = unsafe { mem::transmute::<Hear, CGEventTapCallBack>(hear) };
    // SAFETY: `hear` takes what it is given for an `Ear`; this one outlives the tap, which is invalidated below.
    let tap = unsafe {
        CGEvent::tap_create(
            CGEventTapLocation::SessionEventTap,
            CGEventTapPlacement::HeadInsertEventTap,
            CGEventTapOptions::ListenOnly,
            mask,
            hear,
            ptr::from_ref(&ear).cast_mut().cast(),
        )
    };
    let source = tap
        .as_ref()
        .and_then(|tap| CFMachPort::new_run_loop_source(None, Some(tap), 0));
    // SAFETY: the system's constant is there as long as the program.
    let mode = unsafe { kCFRunLoopDefaultMode };
    if let (Some(tap), Some(source), Some(run_loop)) = (tap, source, CFRunLoop::current()) {
        run_loop.add_source(Some(&source), mode);
        CGEvent::tap_enable(&tap, true);
        let _ = ear.tap.set(tap); // it is set once
        if begun.send(RunLoop(run_loop)).is_ok() {
            while !watch.must_end.load(Ordering::Acquire) && ear.is_listening() {
                let ended =
                    autoreleasepool(|_| CFRunLoop::run_in_mode(mode, LOOK_EVERY_SECS, false));
                if ended == CFRunLoopRunResult::Finished {
                    break; // the tap is gone
                }
            }
        }
    }
    watch.is_blind.store(true, Ordering::Release);
    watch.novice_acts.fetch_add(1, Ordering::AcqRel);
    if let Some(tap) = ear.tap.get() {
        tap.invalidate();
    }
}

impl Ear<'_> {
    /// Whether the tap is on; it is switched on again where macOS switched it off.
    fn is_listening(&self) -> bool {
        let Some(tap) = self.tap.get() else {
            return false;
        };
        if !CGEvent::tap_is_enabled(tap) {
            CGEvent::tap_enable(tap, true);
            // Something may have been missed meanwhile.
            self.tell(LocalInput::Key);
        }
        tap.is_valid() && CGEvent::tap_is_enabled(tap)
    }

    fn hear(&self, kind: CGEventType, event: &CGEvent) {
        let number = |field| CGEvent::integer_value_field(Some(event), field);
        if number(CGEventField::EventSourceUserData) == self.watch.mark {
            return;
        }
        let act = match kind {
            CGEventType::MouseMoved => Act::Moved {
                right: number(CGEventField::MouseEventDeltaX),
                down: number(CGEventField::MouseEventDeltaY),
            },
            CGEventType::KeyDown => Act::Key {
                keycode: number(CGEventField::KeyboardEventKeycode),
                sign: sign_of(event),
                with_control: CGEvent::flags(Some(event)).contains(CGEventFlags::MaskControl),
            },
            CGEventType::FlagsChanged => Act::Modifier,
            _ => Act::Pointer,
        };
        if let Some(input) = meaning(act) {
            self.tell(input);
        }
    }

    fn tell(&self, input: LocalInput) {
        self.watch.novice_acts.fetch_add(1, Ordering::AcqRel);
        (self.watch.sink)(input);
    }
}

/// The first sign that a key types.
fn sign_of(event: &CGEvent) -> Option<char> {
    let mut units = [0; MAX_UNITS];
    let mut length = 0;
    // SAFETY: it writes at most as many units as it is told that there is room for.
    unsafe {
        CGEvent::keyboard_get_unicode_string(
            Some(event),
            MAX_UNITS as _,
            &mut length,
            units.as_mut_ptr(),
        );
    }
    let length = usize::try_from(length).unwrap_or(0).min(MAX_UNITS);
    let sign = char::decode_utf16(units[..length].iter().copied()).next()?;
    sign.ok()
}

/// What the system calls.
type Hear = unsafe extern "C-unwind" fn(
    CGEventTapProxy,
    CGEventType,
    *mut CGEvent,
    *mut c_void,
) -> *mut CGEvent;

/// Called by the system for each event.
unsafe extern "C-unwind" fn hear(
    _: CGEventTapProxy,
    kind: CGEventType,
    event: *mut CGEvent,
    ear: *mut c_void,
) -> *mut CGEvent {
    // SAFETY: it is the `Ear` of the thread that runs this run loop, which outlives the tap.
    let ear = unsafe { &*ear.cast_const().cast::<Ear<'_>>() };
    match kind {
        CGEventType::TapDisabledByTimeout | CGEventType::TapDisabledByUserInput => {
            ear.is_listening();
        }
        _ => {
            // SAFETY: the system keeps the event until we return.
            if let Some(event) = unsafe { event.as_ref() } {
                ear.hear(kind, event);
            }
        }
    }
    // Of one that only listens the answer is passed over.
    event
}
