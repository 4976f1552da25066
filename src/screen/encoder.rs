//! Screens in, updates out: finds what the expert does not have yet and says it in as few bytes as it can.

use super::{
    Damage, Framebuffer, ScreenUpdate, Size, literals,
    op::{self, Header, Op},
    stream::Compressor,
    tiles::{Changed, Grid},
};

/// The novice's side. Keeps a copy of what the expert has, so that damage may name more than what changed.
pub struct Encoder {
    sent: Framebuffer,
    grid: Grid,
    stream: Compressor,
    marks: Vec<bool>,
}

impl Default for Encoder {
    fn default() -> Self {
        Self::new()
    }
}

impl Encoder {
    /// An encoder whose other side has nothing yet.
    pub fn new() -> Self {
        let nothing = Size::default();
        Self {
            sent: Framebuffer::new(nothing),
            grid: Grid::new(nothing),
            stream: Compressor::new(),
            marks: Vec::new(),
        }
    }

    /// The update after which the other side shows `frame`, or nothing if it shows that already. All that differs from the
    /// frame before must lie within `damage`, which may name more; the first frame, and one of another size, are sent
    /// whole whatever it names. A frame of a size that no screen can have ([`Size::is_sane`]) gives nothing.
    pub fn encode(&mut self, frame: &Framebuffer, damage: &Damage) -> Option<ScreenUpdate> {
        let size = frame.size();
        if !size.is_sane() {
            return None;
        }
        let fresh = (size != self.sent.size()).then_some(size);
        if fresh.is_some() {
            self.sent.resize(size);
            self.grid = Grid::new(size);
            self.stream = Compressor::new();
            self.grid.mark(&Damage::of(size.rect()), &mut self.marks);
        } else {
            self.grid.mark(damage, &mut self.marks);
        }
        let changed = self.grid.compare(&self.sent, frame, &self.marks);
        if changed.is_empty() && fresh.is_none() {
            return None;
        }
        let update = self.write(frame, fresh, &changed);
        for change in &changed {
            for y in change.rect.y..change.rect.bottom() {
                let row = frame.row(change.rect, y);
                self.sent.row_mut(change.rect, y).copy_from_slice(row);
            }
        }
        Some(update)
    }

    fn write(
        &mut self,
        frame: &Framebuffer,
        fresh: Option<Size>,
        changed: &[Changed],
    ) -> ScreenUpdate {
        let mut plain = Vec::new();
        let mut pixels = Vec::new();
        op::write(&(changed.len() as u32), &mut plain);
        for change in changed {
            let rect = change.bounds();
            let op = match literals::single_colour(frame, rect) {
                Some(colour) => Op::Fill { rect, colour },
                None => Op::Pixels { rect },
            };
            op.write(&mut plain);
            if let Op::Pixels { rect } = op {
                literals::put(frame, rect, &mut pixels);
            }
        }
        plain.append(&mut pixels);
        let mut bytes = Vec::new();
        let header = Header {
            fresh,
            plain_bytes: plain.len() as u32,
        };
        op::write(&header, &mut bytes);
        self.stream.append(&plain, &mut bytes);
        ScreenUpdate(bytes)
    }
}
