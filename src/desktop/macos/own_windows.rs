//! Hulp's own windows, which the expert's hands must not reach: the expert would answer the novice's questions.
#![allow(unsafe_code)]

use std::time::{Duration, Instant};

use objc2_app_kit::NSRunningApplication;
use objc2_core_foundation::{
    CFArray, CFDictionary, CFNumber, CFRetained, CFString, CFType, CGRect,
};
use objc2_core_graphics::{
    CGRectMakeWithDictionaryRepresentation, CGWindowListCopyWindowInfo, CGWindowListOption,
    kCGNullWindowID, kCGWindowAlpha, kCGWindowBounds, kCGWindowLayer, kCGWindowOwnerPID,
};

use super::{
    places::{Area, Spot},
    stack::{Shown, is_own},
};

/// How long the list of windows is believed while the pointer moves; a press asks anew.
const KNOWN_FOR: Duration = Duration::from_millis(100);

/// A window, as the window server describes it.
type Described = CFDictionary<CFString, CFType>;

/// Knows which windows are ours.
#[derive(Default)]
pub(super) struct OwnWindows {
    known: Option<(Instant, Vec<Shown>)>,
}

impl OwnWindows {
    /// Whether this place shows one of ours; `is_press` asks the window server, whatever is known.
    pub(super) fn are_at(&mut self, at: Spot, is_press: bool) -> bool {
        let now = Instant::now();
        let known = self.known.take();
        let fresh = known.filter(|(since, _)| !is_press && *since + KNOWN_FOR > now);
        let (since, windows) = fresh.unwrap_or_else(|| (now, windows()));
        let is_own = is_own(&windows, at, std::process::id().into());
        self.known = Some((since, windows));
        is_own
    }
}

/// Whether one of ours gets what is typed.
pub(super) fn have_focus() -> bool {
    NSRunningApplication::currentApplication().isActive()
}

/// All that are on the desktop, the foremost first.
fn windows() -> Vec<Shown> {
    let on_desktop = CGWindowListOption::OptionOnScreenOnly;
    let Some(list) = CGWindowListCopyWindowInfo(on_desktop, kCGNullWindowID) else {
        return Vec::new();
    };
    // SAFETY: it is a list of dictionaries whose keys are texts; of their values nothing is taken for granted here.
    let list = unsafe { CFRetained::cast_unchecked::<CFArray<Described>>(list) };
    list.iter().filter_map(|window| shown(&window)).collect()
}

/// What of a window counts here; nothing where the window server leaves something out.
fn shown(window: &Described) -> Option<Shown> {
    // SAFETY: the window server's constants are there as long as the program.
    let (process, layer, alpha, bounds) = unsafe {
        (
            kCGWindowOwnerPID,
            kCGWindowLayer,
            kCGWindowAlpha,
            kCGWindowBounds,
        )
    };
    let number = |key: &CFString| window.get(key)?.downcast::<CFNumber>().ok();
    let bounds = window.get(bounds)?.downcast::<CFDictionary>().ok()?;
    let mut area = CGRect::default();
    // SAFETY: it writes into a rectangle of ours, and looks into the dictionary with care.
    if !unsafe { CGRectMakeWithDictionaryRepresentation(Some(&bounds), &mut area) } {
        return None;
    }
    Some(Shown {
        process: number(process)?.as_i64()?,
        layer: number(layer)?.as_i64()?,
        alpha: number(alpha)?.as_f64()?,
        area: Area {
            left: area.origin.x,
            top: area.origin.y,
            width: area.size.width,
            height: area.size.height,
        },
    })
}
