//! Looks through an update that a peer sent before any of it is done.

use std::collections::HashMap;

use super::{
    DecodeError, Rect, Size, literals,
    memory::Memory,
    motion::Distance,
    op::{MAX_OVERLAP, Op},
    tiles::{COLOUR, Grid, TILE},
    video::VideoHeader,
};

/// What the operations of an update add up to.
pub(super) struct Check<'a> {
    size: Size,
    memory: &'a Memory,
    changed: usize,
    literal_bytes: usize,
    photo_bytes: usize,
    lossy_cells: usize,
    /// The update's video.
    video: Option<VideoHeader>,
    /// The one look of each tile that is saved.
    saved: HashMap<u32, u8>,
}

impl<'a> Check<'a> {
    /// For an update of a screen of `size`, of which this much is remembered, with this video in it.
    pub(super) fn new(size: Size, memory: &'a Memory, video: Option<VideoHeader>) -> Self {
        Self {
            size,
            memory,
            changed: 0,
            literal_bytes: 0,
            photo_bytes: 0,
            lossy_cells: 0,
            video,
            saved: HashMap::new(),
        }
    }

    /// The bytes of pixels that the operations so far take as they are.
    pub(super) fn literal_bytes(&self) -> usize {
        self.literal_bytes
    }

    /// The bytes of pixels of photos that they take.
    pub(super) fn photo_bytes(&self) -> usize {
        self.photo_bytes
    }

    /// The cells of the lossy picture that they take.
    pub(super) fn lossy_cells(&self) -> usize {
        self.lossy_cells
    }

    /// Looks at the next operation.
    ///
    /// # Errors
    /// When it cannot be done, or there would be too much to do.
    pub(super) fn op(&mut self, op: &Op) -> Result<(), DecodeError> {
        match *op {
            Op::Save { tile, way } => {
                if !self.memory.has_room(tile, way) {
                    return Err(DecodeError::Memory { tile, way });
                }
                match self.saved.insert(tile, way) {
                    None => Ok(()),
                    Some(_) => Err(DecodeError::TooMuch),
                }
            }
            Op::Move { to, x, y } => {
                self.changes(to)?;
                let valid = Distance { x, y }.valid(to, self.size);
                if valid == Some(Rect::new(0, 0, to.width, to.height)) {
                    Ok(())
                } else {
                    Err(self.outside(to))
                }
            }
            Op::Restore { tile, way, part } => {
                if !self.memory.holds(tile, way) && self.saved.get(&tile) != Some(&way) {
                    return Err(DecodeError::Memory { tile, way });
                }
                let whole = Grid::new(self.size).rect(tile);
                let part = part.unwrap_or(whole);
                self.changes(part)?;
                if whole.contains(part) {
                    Ok(())
                } else {
                    Err(self.outside(part))
                }
            }
            Op::Fill { rect, colour } => {
                if colour & !COLOUR != 0 {
                    return Err(DecodeError::Malformed);
                }
                self.changes(rect)
            }
            Op::Pixels { rect } => {
                self.changes(rect)?;
                self.literal_bytes += literals::bytes(rect);
                Ok(())
            }
            Op::Photo { rect } => {
                self.changes(rect)?;
                self.photo_bytes += literals::bytes(rect);
                Ok(())
            }
            Op::Lossy { rect } => {
                self.changes(rect)?;
                let is_filmed = self.video.is_some_and(|video| video.shows(rect));
                // A whole cell is unpacked for each other one, however small it is: there is one for a tile.
                self.lossy_cells += usize::from(!is_filmed);
                let most = Grid::new(self.size).len() as usize;
                if rect.width <= TILE && rect.height <= TILE && self.lossy_cells <= most {
                    Ok(())
                } else {
                    Err(DecodeError::TooMuch)
                }
            }
        }
    }

    /// Counts a rectangle that is changed.
    fn changes(&mut self, rect: Rect) -> Result<(), DecodeError> {
        let size = self.size;
        if rect.is_empty() || !size.rect().contains(rect) {
            return Err(self.outside(rect));
        }
        self.changed += rect.pixels();
        if self.changed > size.pixels() * MAX_OVERLAP {
            return Err(DecodeError::TooMuch);
        }
        Ok(())
    }

    fn outside(&self, rect: Rect) -> DecodeError {
        DecodeError::Outside {
            rect,
            size: self.size,
        }
    }
}
