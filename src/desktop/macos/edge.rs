//! Four thin windows that stay on top and let every click through. The main thread's, as all windows of AppKit.
#![allow(unsafe_code)]

use std::{cell::RefCell, ptr::NonNull};

use block2::RcBlock;
use dispatch2::DispatchQueue;
use objc2::{
    MainThreadMarker, MainThreadOnly,
    rc::Retained,
    runtime::{AnyObject, NSObjectProtocol, ProtocolObject},
};
use objc2_app_kit::{
    NSApplicationDidChangeScreenParametersNotification, NSBackingStoreType, NSColor, NSWindow,
    NSWindowCollectionBehavior, NSWindowStyleMask,
};
use objc2_foundation::{NSNotification, NSNotificationCenter, NSPoint, NSRect, NSSize};

use super::{display::main_display, places::Area, stack::EDGE_LAYER};
use crate::desktop::Edge;

/// How thick the edge is, in points: seen at a glance, and in the way of nothing.
const THICKNESS: f64 = 4.0;
/// Somebody sees the screen: calm.
const SEEN: u32 = 0x0018_8a8d;
/// Somebody uses mouse and keyboard: not to be overlooked.
const CONTROLLED: u32 = 0x00f0_7a13;
/// Nobody sees it for now.
const PAUSED: u32 = 0x008a_8f94;

thread_local! {
    /// Touched by the main thread alone.
    static SHOWN: RefCell<Option<Shown>> = const { RefCell::new(None) };
}

/// Shows, changes or removes it, as soon as the main thread comes to it; there is one, for there is one shared screen.
pub(super) fn show(edge: Edge) {
    let colour = match edge {
        Edge::Off => None,
        Edge::Seen => Some(SEEN),
        Edge::Controlled => Some(CONTROLLED),
        Edge::Paused => Some(PAUSED),
    };
    DispatchQueue::main().exec_async(move || {
        let Some(main_thread) = MainThreadMarker::new() else {
            return; // never: that queue is the main thread's
        };
        SHOWN.with_borrow_mut(|shown| match colour {
            None => *shown = None,
            Some(colour) => {
                let shown = shown.get_or_insert_with(|| Shown::new(main_thread));
                shown.colour = colour;
                shown.paint();
            }
        });
    });
}

/// The edge.
struct Shown {
    sides: [Retained<NSWindow>; 4],
    colour: u32,
    /// Has it follow the display.
    observer: Retained<ProtocolObject<dyn NSObjectProtocol>>,
}

impl Shown {
    fn new(main_thread: MainThreadMarker) -> Self {
        let changed = RcBlock::new(|_: NonNull<NSNotification>| {
            // Nothing is left of it while the program ends.
            let _ = SHOWN.try_with(|shown| {
                if let Ok(shown) = shown.try_borrow()
                    && let Some(shown) = &*shown
                {
                    shown.paint();
                }
            });
        });
        // SAFETY: without a queue it is called by whoever posts this, which is AppKit on the main thread, as is our storage.
        let observer = unsafe {
            NSNotificationCenter::defaultCenter().addObserverForName_object_queue_usingBlock(
                Some(NSApplicationDidChangeScreenParametersNotification),
                None,
                None,
                &changed,
            )
        };
        Self {
            sides: std::array::from_fn(|_| window(main_thread)),
            colour: SEEN,
            observer,
        }
    }

    /// Puts it around the main display as it is now.
    fn paint(&self) {
        let main = match main_display() {
            Ok((_, screen)) => screen.area,
            // The windows of Hulp say the same, so a session goes on without an edge.
            Err(error) => {
                return tracing::warn!(%error, "the edge around the screen cannot be shown");
            }
        };
        let [_, red, green, blue] = (self.colour.to_be_bytes()).map(|part| f64::from(part) / 255.0);
        let colour = NSColor::colorWithSRGBRed_green_blue_alpha(red, green, blue, 1.0);
        for (side, place) in self.sides.iter().zip(main.edge(THICKNESS)) {
            side.setBackgroundColor(Some(&colour));
            side.setFrame_display(rect(place.upwards(main)), true);
            side.orderFrontRegardless();
        }
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        let observer: &AnyObject = (*self.observer).as_ref();
        // SAFETY: it was added as an observer.
        unsafe { NSNotificationCenter::defaultCenter().removeObserver(observer) };
        for side in &self.sides {
            side.close();
        }
    }
}

fn window(main_thread: MainThreadMarker) -> Retained<NSWindow> {
    // SAFETY: this is the main thread, and the window is closed before it is released, which it is by us alone.
    let window = unsafe {
        let window = NSWindow::initWithContentRect_styleMask_backing_defer(
            NSWindow::alloc(main_thread),
            NSRect::ZERO,
            NSWindowStyleMask::Borderless,
            NSBackingStoreType::Buffered,
            false,
        );
        window.setReleasedWhenClosed(false);
        window
    };
    window.setLevel(EDGE_LAYER as isize);
    window.setIgnoresMouseEvents(true);
    window.setHasShadow(false);
    window.setCanHide(false);
    window.setCollectionBehavior(
        NSWindowCollectionBehavior::CanJoinAllSpaces
            | NSWindowCollectionBehavior::Stationary
            | NSWindowCollectionBehavior::IgnoresCycle
            | NSWindowCollectionBehavior::FullScreenAuxiliary,
    );
    window
}

fn rect(area: Area) -> NSRect {
    NSRect::new(
        NSPoint::new(area.left, area.top),
        NSSize::new(area.width, area.height),
    )
}
