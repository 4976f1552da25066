//! The video coders that this system has, for the novice's side.

#[cfg(target_os = "linux")]
mod vpx;

use crate::screen::{Size, VideoCoder};

/// A coder for pictures of this size; nothing where the system has none.
#[cfg(target_os = "linux")]
pub fn video_coder(size: Size) -> Option<Box<dyn VideoCoder>> {
    match vpx::Vpx::new(size) {
        Ok(coder) => Some(Box::new(coder)),
        Err(error) => {
            tracing::warn!(%error, "no video coder: videos go as photos");
            None
        }
    }
}

/// The same.
#[cfg(not(target_os = "linux"))]
pub fn video_coder(_size: Size) -> Option<Box<dyn VideoCoder>> {
    None
}
