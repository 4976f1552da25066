//! The grid of tiles that a picture is compared by, and the comparison.

use super::{Damage, Framebuffer, Rect, Size};

/// The side of a tile in pixels: as many as a `u64` has bits, so that a row of a tile is one mask.
pub(super) const TILE: u32 = 64;

/// The colour of a pixel; the top byte means nothing.
pub(super) const COLOUR: u32 = 0x00FF_FFFF;

/// So many needed pixels of a tile are looked at before all of them.
const SAMPLES: usize = 16;

/// Work on so many tiles is shared out to all cores; for fewer it takes longer to share it out.
pub(super) const MANY_TILES: usize = 256;

/// More than one in so many of them must be as in a source before the source is tried.
pub(super) const MIN_LIKENESS: usize = 8;

/// A picture's tiles, counted row by row from the top left. Those at the right and bottom may be smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Grid {
    size: Size,
    columns: u32,
    rows: u32,
}

/// A tile that changed.
#[derive(Clone, Debug)]
pub(super) struct Changed {
    /// Its number in the grid.
    pub(super) tile: u32,
    /// Its place.
    pub(super) rect: Rect,
    /// Per row, the pixels that the other side does not have yet; the lowest bit is the leftmost pixel.
    pub(super) need: Box<Need>,
}

/// A mask for each row of a tile.
pub(super) type Need = [u64; TILE as usize];

impl Grid {
    pub(super) fn new(size: Size) -> Self {
        Self {
            size,
            columns: size.width.div_ceil(TILE),
            rows: size.height.div_ceil(TILE),
        }
    }

    /// The number of tiles.
    pub(super) fn len(self) -> u32 {
        self.columns * self.rows
    }

    /// The place of tile number `tile`.
    pub(super) fn rect(self, tile: u32) -> Rect {
        let (x, y) = (tile % self.columns * TILE, tile / self.columns * TILE);
        let (right, bottom) = (
            (x + TILE).min(self.size.width),
            (y + TILE).min(self.size.height),
        );
        Rect::new(x, y, right - x, bottom - y)
    }

    /// The tiles that a part of the screen touches; it lies within it.
    pub(super) fn touched(self, part: Rect) -> impl Iterator<Item = u32> {
        let columns = part.x / TILE..part.right().div_ceil(TILE);
        let rows = part.y / TILE..part.bottom().div_ceil(TILE);
        rows.flat_map(move |row| (columns.clone()).map(move |column| row * self.columns + column))
    }

    /// Marks in `marks`, one a tile, those that `damage` touches.
    pub(super) fn mark(self, damage: &Damage, marks: &mut Vec<bool>) {
        marks.clear();
        marks.resize(self.len() as usize, false);
        for rect in damage.rects() {
            let Some(rect) = rect.intersection(self.size.rect()) else {
                continue;
            };
            let columns = rect.x / TILE..rect.right().div_ceil(TILE);
            for row in rect.y / TILE..rect.bottom().div_ceil(TILE) {
                let start = row * self.columns;
                let touched = (start + columns.start) as usize..(start + columns.end) as usize;
                marks[touched].fill(true);
            }
        }
    }

    /// The tiles among the marked ones in which `new` differs from `old`. Goes row by row of the pictures, as they lie in
    /// memory, rather than tile by tile.
    pub(super) fn compare(
        self,
        old: &Framebuffer,
        new: &Framebuffer,
        marks: &[bool],
    ) -> Vec<Changed> {
        let mut changed = Vec::new();
        let mut band: Vec<Option<Box<Need>>> = Vec::new();
        for tiles in (0..self.len())
            .collect::<Vec<_>>()
            .chunks(self.columns.max(1) as usize)
        {
            let marked = tiles.iter().filter(|tile| marks[**tile as usize]);
            let runs = runs(marked.map(|tile| self.rect(*tile)));
            band.clear();
            band.resize(tiles.len(), None);
            let Some(first) = runs.first() else {
                continue;
            };
            for (row, y) in (first.y..first.bottom()).enumerate() {
                for run in &runs {
                    let (was, is) = (old.row(*run, y), new.row(*run, y));
                    if was == is {
                        continue;
                    }
                    let tile = (run.x / TILE) as usize;
                    let pieces = was.chunks(TILE as usize).zip(is.chunks(TILE as usize));
                    for (need, (was, is)) in band[tile..].iter_mut().zip(pieces) {
                        let differing = if was == is { 0 } else { different(was, is) };
                        if differing != 0 {
                            need.get_or_insert_with(|| Box::new([0; TILE as usize]))[row] =
                                differing;
                        }
                    }
                }
            }
            let found = tiles.iter().zip(band.drain(..));
            changed.extend(found.filter_map(|(tile, need)| {
                let rect = self.rect(*tile);
                Some(Changed {
                    tile: *tile,
                    rect,
                    need: need?,
                })
            }));
        }
        changed
    }
}

/// Rectangles that follow each other from left to right, those side by side in a row as one.
pub(super) fn runs(rects: impl Iterator<Item = Rect>) -> Vec<Rect> {
    let mut runs: Vec<Rect> = Vec::new();
    for rect in rects {
        match runs.last_mut() {
            Some(run) if run.y == rect.y && run.right() == rect.x => run.width += rect.width,
            _ => runs.push(rect),
        }
    }
    runs
}

impl Changed {
    /// A tile that did not change, of which a part is needed all the same.
    pub(super) fn only(tile: u32, rect: Rect, part: Rect) -> Self {
        let mut only = Self {
            tile,
            rect,
            need: Box::new([0; TILE as usize]),
        };
        only.need_too(part);
        only
    }

    /// This part of the tile is needed too.
    pub(super) fn need_too(&mut self, part: Rect) {
        let left = part.x - self.rect.x;
        let row = columns(left, left + part.width);
        let top = (part.y - self.rect.y) as usize;
        for need in &mut self.need[top..top + part.height as usize] {
            *need |= row;
        }
    }

    /// The number of pixels still needed.
    pub(super) fn needed(&self) -> u32 {
        self.need.iter().map(|row| row.count_ones()).sum()
    }

    /// Some of the needed pixels, as columns and rows of the tile, spread over its rows and both ends of what they need.
    pub(super) fn samples(&self) -> Vec<(u32, u32)> {
        let rows: Vec<u32> = (0..TILE)
            .filter(|row| self.need[*row as usize] != 0)
            .collect();
        let step = rows.len().div_ceil(SAMPLES).max(1);
        let ends = |(n, row): (usize, &u32)| {
            let need = self.need[*row as usize];
            let last = u64::BITS - 1 - need.leading_zeros();
            let x = if n % 2 == 0 {
                need.trailing_zeros()
            } else {
                last
            };
            (x, *row)
        };
        rows.iter().step_by(step).enumerate().map(ends).collect()
    }

    /// The first row in which anything is needed, from the tile's top.
    pub(super) fn first_row(&self) -> u32 {
        let first = self.need.iter().position(|row| *row != 0);
        first.unwrap_or(0) as u32
    }
}

/// Which pixels of two equally long rows, of up to 64 each, are not the same colour.
pub(super) fn different(one: &[u32], other: &[u32]) -> u64 {
    // In two steps, each of which the compiler makes many pixels at a time of: a byte of 0 or 1 for each pixel, and eight
    // such bytes to eight bits.
    let mut flags = [0u8; TILE as usize];
    for ((flag, a), b) in flags.iter_mut().zip(one).zip(other) {
        *flag = u8::from((a ^ b) & COLOUR != 0);
    }
    const GATHER: u64 = 0x0102_0408_1020_4080;
    flags.as_chunks().0.iter().rev().fold(0, |mask, eight| {
        mask << 8 | u64::from_le_bytes(*eight).wrapping_mul(GATHER) >> 56
    })
}

/// The mask of the columns `from..to` of a tile's row.
pub(super) fn columns(from: u32, to: u32) -> u64 {
    let below = |column: u32| {
        if column >= TILE {
            u64::MAX
        } else {
            (1 << column) - 1
        }
    };
    below(to) & !below(from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_differing_pixel_has_its_bit() {
        let one = [5u32; 64];
        for length in [1, 7, 8, 33, 64] {
            for place in 0..length {
                let mut other = one;
                other[place] = 6;
                assert_eq!(different(&one[..length], &other[..length]), 1 << place);
            }
        }
        // The top byte is no colour.
        assert_eq!(different(&[0xFF00_0001], &[1]), 0);
        assert_eq!(columns(3, 64), !0b111);
        assert_eq!(columns(0, 2), 0b11);
    }

    #[test]
    fn only_marked_tiles_are_compared_and_those_at_the_edges_too() {
        let size = Size::new(130, 70);
        let (grid, old) = (Grid::new(size), Framebuffer::new(size));
        let mut new = old.clone();
        let last = new.pixels().len() - 1;
        new.pixels_mut()[0] = 1;
        new.pixels_mut()[last] = 1;
        let mut marks = Vec::new();
        grid.mark(&Damage::of(Rect::new(128, 64, 900, 900)), &mut marks);
        let changed = grid.compare(&old, &new, &marks);
        assert_eq!(changed.len(), 1);
        assert_eq!(changed[0].rect, Rect::new(128, 64, 2, 6));
        assert_eq!(changed[0].need[5], 0b10);
        assert_eq!(changed[0].needed(), 1);
        grid.mark(&Damage::of(size.rect()), &mut marks);
        assert_eq!(grid.compare(&old, &new, &marks).len(), 2);
    }
}
