//! One connection as both sides have it: frames in, frames out, and its pulse.

use std::time::{Duration, Instant};

use super::{Breach, alive::Alive};
use crate::{
    protocol::{Frame, FrameReader, FrameWriter, Limits, Message, QueueFull},
    screen::ScreenUpdate,
};

pub(super) struct Line<In, Out> {
    reader: FrameReader<In>,
    writer: FrameWriter<Out>,
    alive: Alive,
}

impl<In: Message, Out: Message> Line<In, Out> {
    /// A fresh connection, of which nothing is known.
    pub(super) fn new(now: Instant) -> Self {
        Self {
            reader: FrameReader::new(Limits::HANDSHAKE),
            writer: FrameWriter::default(),
            alive: Alive::new(now),
        }
    }

    pub(super) fn alive(&mut self) -> &mut Alive {
        &mut self.alive
    }

    pub(super) fn set_limits(&mut self, limits: Limits) {
        self.reader.set_limits(limits);
    }

    pub(super) fn read(&mut self, bytes: &mut &[u8]) -> Result<Option<Frame<In>>, Breach> {
        Ok(self.reader.read(bytes)?)
    }

    pub(super) fn say(&mut self, message: Out) -> Result<(), QueueFull> {
        self.writer.push(message)
    }

    /// The last words: the rest of a picture is not waited for.
    pub(super) fn say_last(&mut self, message: Out) {
        self.writer.drop_update();
        if self.writer.push(message).is_err() {
            self.writer.clear();
        }
    }

    /// Nothing can be said any more.
    pub(super) fn cut(&mut self) {
        self.writer.clear();
    }

    pub(super) fn send_update(&mut self, update: ScreenUpdate) -> Option<ScreenUpdate> {
        self.writer.push_update(update)
    }

    pub(super) fn update_under_way(&self) -> bool {
        self.writer.update_under_way()
    }

    pub(super) fn updates_written(&self) -> u32 {
        self.writer.updates_written()
    }

    pub(super) fn update_is_coming(&self) -> bool {
        self.reader.update_under_way()
    }

    pub(super) fn hold_update(&mut self, hold: bool) {
        self.writer.hold_update(hold);
    }

    pub(super) fn next_frame(&mut self) -> Option<Vec<u8>> {
        self.writer.next_frame()
    }

    pub(super) fn round_trip(&self) -> Option<Duration> {
        self.alive.round_trip()
    }

    pub(super) fn timeout(&self) -> Instant {
        self.alive.timeout()
    }

    /// When it has been silent for longer than a working one is.
    pub(super) fn falters_at(&self) -> Instant {
        self.alive.falters_at()
    }

    /// When the connection is broken for its silence alone.
    pub(super) fn silent_at(&self) -> Instant {
        self.alive.silent_at()
    }
}
