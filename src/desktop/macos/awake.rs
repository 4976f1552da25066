//! Keeps a Mac from putting Hulp to sleep: whose windows nobody sees is slowed down (App Nap), and a display that nobody touches goes
//! dark and is locked, also before somebody who is being helped by telephone.
#![allow(unsafe_code)]

use objc2::{
    rc::Retained,
    runtime::{NSObjectProtocol, ProtocolObject},
};
use objc2_foundation::{NSActivityOptions, NSProcessInfo, NSString};

use crate::desktop::TrayState;

/// For as long as this is kept.
pub(in crate::desktop) struct Awake(Retained<ProtocolObject<dyn NSObjectProtocol>>);

/// What must go on while this is so; nothing where nobody is waited for.
pub(in crate::desktop) fn awake_while(state: TrayState) -> Option<Awake> {
    let (options, reason) = match state {
        TrayState::Idle => return None,
        TrayState::Waiting => (
            NSActivityOptions::UserInitiatedAllowingIdleSystemSleep,
            "helpers are waited for",
        ),
        TrayState::Seen | TrayState::Controlled => (
            NSActivityOptions::UserInitiated | NSActivityOptions::IdleDisplaySleepDisabled,
            "the screen is shared",
        ),
    };
    let reason = NSString::from_str(reason);
    let process = NSProcessInfo::processInfo();
    Some(Awake(
        process.beginActivityWithOptions_reason(options, &reason),
    ))
}

impl Drop for Awake {
    fn drop(&mut self) {
        // SAFETY: it is what the beginning gave, and it ends once.
        unsafe { NSProcessInfo::processInfo().endActivity(&self.0) };
    }
}
