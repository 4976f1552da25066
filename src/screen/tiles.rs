//! The grid of tiles that a picture is compared by, and the comparison.

use super::{Damage, Framebuffer, Rect, Size};

/// The side of a tile in pixels.
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

/// The pixels of a tile's row that differ, as columns of the tile: from, and one past the last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) from: u8,
    pub(super) to: u8,
}

impl Span {
    pub(super) fn is_empty(self) -> bool {
        self.from >= self.to
    }
}

/// A tile that changed, and where in it.
#[derive(Clone, Debug)]
pub(super) struct Changed {
    /// Its place.
    pub(super) rect: Rect,
    /// Per row of the tile, what differs.
    pub(super) rows: [Span; TILE as usize],
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
        let mut changed = Vec::new();
        for row in 0..self.rows {
            for tile in row * self.columns..(row + 1) * self.columns {
                if !marks[tile as usize] {
                    continue;
                }
                let rect = self.rect(tile);
                if let Some(rows) = differences(old, new, rect) {
                    changed.push(Changed { rect, rows });
                }
            }
        }
        changed
    }
}

/// Where the two pictures differ within `rect`, or nothing if they don't.
fn differences(old: &Framebuffer, new: &Framebuffer, rect: Rect) -> Option<[Span; TILE as usize]> {
    let mut rows = [Span::default(); TILE as usize];
    let mut any = false;
    for y in rect.y..rect.bottom() {
        let (was, is) = (old.row(rect, y), new.row(rect, y));
        if was == is {
            continue;
        }
        let differs = |(was, is): (&u32, &u32)| (was ^ is) & COLOUR != 0;
        if let Some(from) = was.iter().zip(is).position(differs) {
            let last = was.iter().zip(is).rposition(differs).unwrap_or(from);
            rows[(y - rect.y) as usize] = Span {
                from: from as u8,
                to: last as u8 + 1,
            };
            any = true;
        }
    }
    any.then_some(rows)
}

impl Changed {
    /// The smallest rectangle around all that differs.
    pub(super) fn bounds(&self) -> Rect {
        let used = self
            .rows
            .iter()
            .enumerate()
            .filter(|(_, span)| !span.is_empty());
        used.fold(Rect::default(), |all, (row, span)| {
            all.union(Rect::new(
                self.rect.x + u32::from(span.from),
                self.rect.y + row as u32,
                u32::from(span.to - span.from),
                1,
            ))
        })
    }
}
