//! The grid of tiles that a picture is compared by, and the comparison.

use super::{Damage, Framebuffer, Rect, Size};

/// The side of a tile in pixels: as many as a `u64` has bits, so that a row of a tile is one mask.
pub(super) const TILE: u32 = 64;

/// The colour of a pixel; the top byte means nothing.
pub(super) const COLOUR: u32 = 0x00FF_FFFF;

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
    pub(super) need: [u64; TILE as usize],
}

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

    /// The tiles among the marked ones in which `new` differs from `old`.
    pub(super) fn compare(
        self,
        old: &Framebuffer,
        new: &Framebuffer,
        marks: &[bool],
    ) -> Vec<Changed> {
        let marked = (0..self.len()).filter(|tile| marks[*tile as usize]);
        marked
            .filter_map(|tile| {
                let rect = self.rect(tile);
                let need = differences(old, new, rect)?;
                Some(Changed { tile, rect, need })
            })
            .collect()
    }
}

impl Changed {
    /// The number of pixels still needed.
    pub(super) fn needed(&self) -> u32 {
        self.need.iter().map(|row| row.count_ones()).sum()
    }

    /// The first row in which anything is needed, from the tile's top.
    pub(super) fn first_row(&self) -> u32 {
        let first = self.need.iter().position(|row| *row != 0);
        first.unwrap_or(0) as u32
    }
}

/// Where the two pictures differ within `rect`, or nothing if they don't.
fn differences(old: &Framebuffer, new: &Framebuffer, rect: Rect) -> Option<[u64; TILE as usize]> {
    let mut need = None;
    for (row, y) in (rect.y..rect.bottom()).enumerate() {
        let (was, is) = (old.row(rect, y), new.row(rect, y));
        if was != is {
            let differing = columns(0, rect.width) & !equal(was, is);
            if differing != 0 {
                need.get_or_insert([0; TILE as usize])[row] = differing;
            }
        }
    }
    need
}

/// Which pixels of two rows, of up to 64 each, are the same colour.
pub(super) fn equal(one: &[u32], other: &[u32]) -> u64 {
    let same = |(a, b): (&u32, &u32)| u64::from((a ^ b) & COLOUR == 0);
    let pairs = one.iter().zip(other).map(same);
    pairs.rev().fold(0, |mask, same| mask << 1 | same)
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
