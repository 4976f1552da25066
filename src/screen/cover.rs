//! Covers the changed pixels of a tile with rectangles in which a source, such as the old picture moved, shows the same.

use super::{
    Framebuffer, Rect,
    tiles::{Changed, columns, different},
};

/// A rectangle that covers fewer needed pixels than this costs more than sending them.
const MIN_GAIN: u32 = 24;
/// So many pixels may be given up to keep one rectangle growing rather than begin another.
const MAX_LOSS: u32 = 48;

/// A rectangle that grows downwards, row by row.
struct Growing {
    top: usize,
    columns: u64,
    /// The columns that any of its rows needs.
    need: u64,
    /// The last row that needed anything, and one.
    bottom: usize,
    gain: u32,
}

/// Finds rectangles of the tile in which `source` equals the new picture and which hold needed pixels; adds them to `out`
/// and takes those pixels off what is needed. `valid` is the part of the tile, from the tile's own corner, for which
/// the source has pixels; `source` gives those of a row of it.
pub(super) fn cover<'a>(
    new: &Framebuffer,
    change: &mut Changed,
    valid: Rect,
    source: impl Fn(u32) -> &'a [u32],
    out: &mut Vec<Rect>,
) {
    let place = change.rect;
    let part = Rect::new(place.x + valid.x, place.y, valid.width, place.height);
    let matching = |row: u32| -> u64 {
        let (theirs, ours) = (source(row), new.row(part, place.y + row));
        if theirs == ours {
            columns(valid.x, valid.right())
        } else {
            columns(valid.x, valid.right()) & !(different(theirs, ours) << valid.x)
        }
    };
    // Most tiles of what moved match altogether, and most of the others differ in the first row that matters.
    let same = |row: u32| source(row) == new.row(part, place.y + row);
    let first = change.first_row().clamp(valid.y, valid.bottom() - 1);
    if same(first) && (valid.y..valid.bottom()).all(same) {
        let whole = Growing {
            top: valid.y as usize,
            columns: columns(valid.x, valid.right()),
            need: 0,
            bottom: valid.bottom() as usize,
            gain: 0,
        };
        return whole.finish(change, out);
    }
    let mut growing: Option<Growing> = None;
    for row in valid.y..valid.bottom() {
        let need = change.need[row as usize];
        if need == 0 && growing.is_none() {
            continue;
        }
        let same = matching(row);
        if let Some(rect) = &mut growing {
            if rect.grow(row as usize, same, need) {
                continue;
            }
            growing
                .take()
                .into_iter()
                .for_each(|rect| rect.finish(change, out));
        }
        growing = Growing::begin(row as usize, same, need);
    }
    growing
        .into_iter()
        .for_each(|rect| rect.finish(change, out));
}

impl Growing {
    /// Begins with the run of matching pixels that serves the most need.
    fn begin(row: usize, same: u64, need: u64) -> Option<Self> {
        let columns = best_run(same, need)?;
        Some(Self {
            top: row,
            columns,
            need: need & columns,
            bottom: row + 1,
            gain: (need & columns).count_ones(),
        })
    }

    /// Takes in a row, if need be by becoming narrower; false when it had better end before it.
    fn grow(&mut self, row: usize, same: u64, need: u64) -> bool {
        let Some(columns) = best_run(same & self.columns, self.need | need) else {
            return false;
        };
        let rows = (self.bottom - self.top) as u32;
        let lost = (self.need & !columns).count_ones() * rows;
        let missed = (need & best_run(same, need).unwrap_or(0) & !columns).count_ones();
        if lost > MAX_LOSS.min(self.gain / 2) || missed > MAX_LOSS {
            return false;
        }
        self.columns = columns;
        self.need = (self.need | need) & columns;
        if need & columns != 0 {
            self.bottom = row + 1;
            self.gain += (need & columns).count_ones();
        }
        true
    }

    fn finish(self, change: &mut Changed, out: &mut Vec<Rect>) {
        let rows = self.top..self.bottom;
        let gain: u32 = change.need[rows.clone()]
            .iter()
            .map(|need| (need & self.columns).count_ones())
            .sum();
        if gain < MIN_GAIN {
            return;
        }
        for need in &mut change.need[rows] {
            *need &= !self.columns;
        }
        out.push(Rect::new(
            change.rect.x + self.columns.trailing_zeros(),
            change.rect.y + self.top as u32,
            self.columns.count_ones(),
            (self.bottom - self.top) as u32,
        ));
    }
}

/// Of the runs of ones in `same`, the one with the most bits of `need`; nothing when none has any.
fn best_run(mut same: u64, need: u64) -> Option<u64> {
    let mut best = (0, 0);
    while same & need != 0 {
        let from = same.trailing_zeros();
        let length = (same >> from).trailing_ones();
        let run = columns(from, from + length);
        let gain = (run & need).count_ones();
        if gain > best.0 {
            best = (gain, run);
        }
        same &= !run;
    }
    (best.0 > 0).then_some(best.1)
}
