//! How many screen updates are on their way: the expert's acknowledgements pull the next ones, so that nothing queues on a slow line.

use super::Breach;
use crate::protocol::MAX_UNACKNOWLEDGED;

/// The count of screen updates on either side.
#[derive(Default)]
pub(super) struct Flow {
    /// Handed over for sending, or received.
    updates: u32,
    /// Of these, shown at the expert's.
    shown: u32,
}

impl Flow {
    /// One more was handed over, or came.
    pub(super) fn count_update(&mut self) {
        self.updates = self.updates.wrapping_add(1);
    }

    /// Updates that are under way or not yet shown.
    pub(super) fn unacknowledged(&self) -> u32 {
        self.updates.wrapping_sub(self.shown)
    }

    /// Whether the rules let one more follow.
    pub(super) fn has_room(&self) -> bool {
        self.unacknowledged() < MAX_UNACKNOWLEDGED
    }

    /// The expert's side showed one more; the count to acknowledge, or `None` when all were shown already.
    pub(super) fn show_one(&mut self) -> Option<u32> {
        if self.unacknowledged() == 0 {
            return None;
        }
        self.shown = self.shown.wrapping_add(1);
        Some(self.shown)
    }

    /// The expert's side says that so many were shown, of `written` that were wholly sent; tells how many that is more.
    pub(super) fn acknowledge(&mut self, shown: u32, written: u32) -> Result<u32, Breach> {
        // Numbers that wrap: the difference to what is known is small, or it is no honest count.
        if shown.wrapping_sub(self.shown) > written.wrapping_sub(self.shown) {
            return Err(Breach::WrongCount {
                shown,
                sent: written,
            });
        }
        let more = shown.wrapping_sub(self.shown);
        self.shown = shown;
        Ok(more)
    }
}
