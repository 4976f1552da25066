//! What macOS lets a program do only when its user said so in System Settings. Asked for when it is needed; macOS shows its own question
//! once, and Hulp says where to answer it.

use objc2_core_graphics::{
    CGPreflightListenEventAccess, CGPreflightPostEventAccess, CGPreflightScreenCaptureAccess,
    CGRequestListenEventAccess, CGRequestPostEventAccess, CGRequestScreenCaptureAccess,
};

use super::leave::{Leave, advice};
use crate::desktop::DesktopError;

/// Has macOS ask its user whether Hulp may see the screen, if it has not yet; says whether it may.
pub(super) fn ask_to_see() -> bool {
    CGPreflightScreenCaptureAccess() || CGRequestScreenCaptureAccess()
}

/// To see the screen.
///
/// # Errors
/// When the user has not allowed it.
pub(super) fn to_see() -> Result<(), DesktopError> {
    match ask_to_see() {
        true => Ok(()),
        false => Err(none_to_see()),
    }
}

/// The user does not allow us to see the screen, or no longer: macOS asks again from time to time.
pub(super) fn none_to_see() -> DesktopError {
    refused(&[Leave::See])
}

/// To use mouse and keyboard, and to hear the user's own.
///
/// # Errors
/// When the user has not allowed both.
pub(super) fn to_control() -> Result<(), DesktopError> {
    let may_post = CGPreflightPostEventAccess() || CGRequestPostEventAccess();
    let may_listen = CGPreflightListenEventAccess() || CGRequestListenEventAccess();
    match (may_post, may_listen) {
        (true, true) => Ok(()),
        (false, true) => Err(refused(&[Leave::Control])),
        (true, false) => Err(refused(&[Leave::Hear])),
        (false, false) => Err(refused(&[Leave::Control, Leave::Hear])),
    }
}

fn refused(lacking: &[Leave]) -> DesktopError {
    DesktopError::Refused(advice(lacking).unwrap_or_default())
}
