//! Whether this user's session is the one that is seen and used at this Mac: another user may have been switched to, and then nobody is
//! there who could say stop.
#![allow(unsafe_code)]

use std::time::{Duration, Instant};

use objc2_core_foundation::{CFBoolean, CFDictionary, CFRetained, CFString, CFType};
use objc2_core_graphics::CGSessionCopyCurrentDictionary;

/// How long an answer is believed.
const KNOWN_FOR: Duration = Duration::from_millis(200);
/// `kCGSessionOnConsoleKey`, which the bindings lack.
const ON_CONSOLE: &str = "kCGSSessionOnConsoleKey";

/// Asks the window server, and remembers for a moment.
#[derive(Default)]
pub(super) struct Console {
    known: Option<(Instant, bool)>,
}

impl Console {
    /// Whether it is ours.
    pub(super) fn is_ours(&mut self) -> bool {
        let known = self.known.filter(|(since, _)| since.elapsed() < KNOWN_FOR);
        let (_, is_ours) = *self
            .known
            .insert(known.unwrap_or_else(|| (Instant::now(), is_ours())));
        is_ours
    }
}

fn is_ours() -> bool {
    let Some(session) = CGSessionCopyCurrentDictionary() else {
        return false; // it has no windows
    };
    // SAFETY: its keys are texts; of its values nothing is taken for granted here.
    let session = unsafe { CFRetained::cast_unchecked::<CFDictionary<CFString, CFType>>(session) };
    let told = session.get(&CFString::from_static_str(ON_CONSOLE));
    let told = told.and_then(|told| told.downcast::<CFBoolean>().ok());
    told.is_none_or(|is_on_console| is_on_console.value())
}
