//! Messages and screen updates in, frames out: a message always before the rest of a picture.

use std::collections::VecDeque;

use super::{
    CHUNK_BYTES, MAX_WAITING_BYTES, QueueFull,
    checks::Message,
    frame::{HEADER_BYTES, Kind, header},
};
use crate::screen::ScreenUpdate;

/// Writes frames, one at a time, as the line takes them. What waits is bounded, for the other side may never read.
pub struct FrameWriter<M> {
    messages: VecDeque<M>,
    weight: usize,
    update: Option<Sending>,
    hold_update: bool,
    updates_written: u32,
}

struct Sending {
    update: ScreenUpdate,
    sent_bytes: usize,
}

impl<M> Default for FrameWriter<M> {
    fn default() -> Self {
        Self {
            messages: VecDeque::new(),
            weight: 0,
            update: None,
            hold_update: false,
            updates_written: 0,
        }
    }
}

impl<M: Message> FrameWriter<M> {
    /// Has a message sent: after those that wait already, before any more of a picture. What a newer message makes needless
    /// (an older place of the pointer) is not sent.
    ///
    /// # Errors
    /// When too much waits.
    pub fn push(&mut self, message: M) -> Result<(), QueueFull> {
        let mut message = message;
        let last = self.messages.len().wrapping_sub(1);
        for (place, waiting) in self.messages.iter_mut().enumerate().rev() {
            let before = waiting.weight();
            match waiting.absorb(message, place == last) {
                Some(back) => message = back,
                None => {
                    self.weight = self.weight - before + waiting.weight();
                    return self.check_weight();
                }
            }
        }
        self.weight += message.weight();
        self.messages.push_back(message);
        self.check_weight()
    }

    /// Has an update sent, when none is under way; gives it back otherwise.
    #[must_use]
    pub fn push_update(&mut self, update: ScreenUpdate) -> Option<ScreenUpdate> {
        if self.update.is_some() {
            return Some(update);
        }
        self.update = Some(Sending {
            update,
            sent_bytes: 0,
        });
        None
    }

    /// Whether an update is not wholly given out yet.
    pub fn update_under_way(&self) -> bool {
        self.update.is_some()
    }

    /// How many updates were wholly given out.
    pub fn updates_written(&self) -> u32 {
        self.updates_written
    }

    /// Keeps the rest of the update back (true), or lets it go on. Messages go on.
    pub fn hold_update(&mut self, hold: bool) {
        self.hold_update = hold;
    }

    /// Drops the rest of the update: nothing but last words follows.
    pub fn drop_update(&mut self) {
        self.update = None;
    }

    /// Drops everything.
    pub fn clear(&mut self) {
        self.messages.clear();
        self.weight = 0;
        self.update = None;
    }

    /// How many bytes of messages wait, about.
    pub fn waiting_bytes(&self) -> usize {
        self.weight
    }

    /// The next frame for the line.
    pub fn next_frame(&mut self) -> Option<Vec<u8>> {
        if let Some(message) = self.messages.pop_front() {
            self.weight -= message.weight();
            return Some(message_frame(&message));
        }
        if self.hold_update {
            return None;
        }
        let sending = self.update.as_mut()?;
        let rest = &sending.update.0[sending.sent_bytes..];
        let chunk = &rest[..rest.len().min(CHUNK_BYTES)];
        let kind = if chunk.len() == rest.len() {
            Kind::LastChunk
        } else {
            Kind::Chunk
        };
        let mut frame = Vec::with_capacity(HEADER_BYTES + chunk.len());
        frame.extend(header(kind, chunk.len()));
        frame.extend_from_slice(chunk);
        sending.sent_bytes += chunk.len();
        if kind == Kind::LastChunk {
            self.update = None;
            self.updates_written += 1;
        }
        Some(frame)
    }

    fn check_weight(&self) -> Result<(), QueueFull> {
        if self.weight > MAX_WAITING_BYTES {
            return Err(QueueFull);
        }
        Ok(())
    }
}

fn message_frame<M: Message>(message: &M) -> Vec<u8> {
    let mut frame = postcard::to_extend(message, vec![0; HEADER_BYTES])
        .expect("a message holds nothing that postcard cannot write into memory");
    let length = frame.len() - HEADER_BYTES;
    frame[..HEADER_BYTES].copy_from_slice(&header(Kind::Message, length));
    frame
}
