//! Finds out by which distances parts of the screen moved, whatever their direction and number.
//!
//! Anchors are places that the picture itself picks: the hash of the 16 pixels that end there has six zero bits, and
//! there is an edge. The same content picks the same anchors wherever it is, so an anchor of the new picture that has its
//! only like in the old one votes for the distance between them.

use super::{
    Framebuffer, Rect, Size,
    tiles::{COLOUR, Changed, runs},
};

/// Of how many distances at most it is worth to try.
const MAX_DISTANCES: usize = 6;
/// Fewer anchors than this may agree by chance.
const MIN_VOTES: usize = 4;
/// A distance with so many times fewer votes than the first is chance, or too small a thing.
const MAX_RATIO: usize = 64;
/// The pixels behind an anchor's hash.
const WINDOW: u32 = 16;
/// A pixel's hash moves up by this much with each pixel after it, so that it has left after [`WINDOW`].
const SHIFT: u32 = u64::BITS / WINDOW;
/// One place in 64 is an anchor.
const ANCHOR_ZEROS: u32 = 6;
/// Spreads a pixel's colour over the hash; any odd number with its bits well mixed does.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
/// Places for the old picture's anchors, as a power of two: twice what a whole 1080p screen of text has.
const TABLE_LOG: u32 = 15;
/// Of so many rows in the new picture one is looked at when much changed; enough anchors remain to agree.
const ROW_STEP: u32 = 4;
/// That much, in pixels.
const MANY_PIXELS: usize = 64 * 64 * 16;

/// How far something moved, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Distance {
    pub(super) x: i32,
    pub(super) y: i32,
}

impl Distance {
    /// The part of `rect`, counted from its own corner, whose pixels come from within a screen of this size when they
    /// moved by this distance.
    pub(super) fn valid(self, rect: Rect, screen: Size) -> Option<Rect> {
        let along = |start: u32, length: u32, distance: i32, limit: u32| {
            let from = i64::from(start) - i64::from(distance);
            let first = (-from).max(0);
            let end = (i64::from(limit) - from).min(i64::from(length));
            (first < end).then_some((first as u32, (end - first) as u32))
        };
        let (x, width) = along(rect.x, rect.width, self.x, screen.width)?;
        let (y, height) = along(rect.y, rect.height, self.y, screen.height)?;
        Some(Rect::new(x, y, width, height))
    }
}

/// An anchor of the old picture.
#[derive(Clone, Copy)]
struct Anchor {
    hash: u64,
    x: u16,
    y: u16,
    /// How many there are with this hash.
    like: u32,
}

/// Its memory is kept from one search to the next.
#[derive(Default)]
pub(super) struct MotionSearch {
    table: Vec<Anchor>,
}

impl MotionSearch {
    /// The distances by which something within the changed tiles seems to have moved, the most likely first.
    pub(super) fn distances(
        &mut self,
        old: &Framebuffer,
        new: &Framebuffer,
        changed: &[&Changed],
    ) -> Vec<Distance> {
        let runs = runs(changed.iter().map(|change| change.rect));
        let pixels: usize = runs.iter().map(|run| run.pixels()).sum();
        let row_step = if pixels > MANY_PIXELS { ROW_STEP } else { 1 };
        self.note(old, &runs);
        let mut votes = Vec::new();
        for run in &runs {
            for y in (run.y..run.bottom()).step_by(row_step as usize) {
                anchors(new, *run, y, |x, hash| {
                    let known = self.table[place(hash)];
                    if known.hash == hash && known.like == 1 {
                        votes.push(Distance {
                            x: x as i32 - i32::from(known.x),
                            y: y as i32 - i32::from(known.y),
                        });
                    }
                });
            }
        }
        count(votes)
    }

    /// Fills the table with the old picture's anchors.
    fn note(&mut self, old: &Framebuffer, runs: &[Rect]) {
        let nothing = Anchor {
            hash: 0,
            x: 0,
            y: 0,
            like: 0,
        };
        self.table.clear();
        self.table.resize(1 << TABLE_LOG, nothing);
        for run in runs {
            for y in run.y..run.bottom() {
                anchors(old, *run, y, |x, hash| {
                    let slot = &mut self.table[place(hash)];
                    if slot.like == 0 {
                        *slot = Anchor {
                            hash,
                            x: x as u16,
                            y: y as u16,
                            like: 1,
                        };
                    } else if slot.hash == hash {
                        slot.like += 1;
                    }
                });
            }
        }
    }
}

/// The place of a hash in the table: bits below those that made it an anchor.
fn place(hash: u64) -> usize {
    (hash << ANCHOR_ZEROS >> (u64::BITS - TABLE_LOG)) as usize
}

/// Tells the anchors in row `y` of `run`: their columns and hashes.
fn anchors(frame: &Framebuffer, run: Rect, y: u32, mut found: impl FnMut(u32, u64)) {
    let lead = run.x.min(WINDOW - 1);
    let row = frame.row(Rect::new(run.x - lead, y, run.width + lead, 1), y);
    let mut hash = 0u64;
    for (column, pixel) in row.iter().enumerate() {
        hash = (hash << SHIFT).wrapping_add(u64::from(pixel & COLOUR).wrapping_mul(SPREAD));
        if hash >> (u64::BITS - ANCHOR_ZEROS) == 0
            && column >= lead as usize
            && column > 0
            && *pixel != row[column - 1]
        {
            found(run.x + column as u32 - lead, hash);
        }
    }
}

/// The distances with enough votes, most votes first.
fn count(mut votes: Vec<Distance>) -> Vec<Distance> {
    votes.sort_unstable();
    let mut counted: Vec<(usize, Distance)> = votes
        .chunk_by(|one, other| one == other)
        .map(|same| (same.len(), same[0]))
        .filter(|(votes, distance)| *votes >= MIN_VOTES && *distance != Distance { x: 0, y: 0 })
        .collect();
    counted.sort_by_key(|(votes, _)| std::cmp::Reverse(*votes));
    let most = counted.first().map_or(0, |(votes, _)| *votes);
    counted.retain(|(votes, _)| votes * MAX_RATIO >= most);
    counted.truncate(MAX_DISTANCES);
    counted.into_iter().map(|(_, distance)| distance).collect()
}

#[cfg(test)]
mod tests {
    use super::{
        super::{Damage, tiles::Grid},
        *,
    };

    /// Two pictures of the same noise, the second with each of the parts moved.
    fn moved(parts: &[(Rect, Distance)]) -> (Framebuffer, Framebuffer) {
        let size = Size::new(512, 384);
        let mut old = Framebuffer::new(size);
        let mut noise = 1u32;
        for pixel in old.pixels_mut() {
            noise ^= noise << 13;
            noise ^= noise >> 17;
            noise ^= noise << 5;
            *pixel = noise & COLOUR;
        }
        let mut new = old.clone();
        for (rect, distance) in parts {
            for y in rect.y..rect.bottom() {
                let to = Rect {
                    x: rect.x.wrapping_add_signed(distance.x),
                    ..*rect
                };
                let pixels = old.row(*rect, y).to_vec();
                new.row_mut(to, y.wrapping_add_signed(distance.y))
                    .copy_from_slice(&pixels);
            }
        }
        (old, new)
    }

    fn found(old: &Framebuffer, new: &Framebuffer) -> Vec<Distance> {
        let grid = Grid::new(new.size());
        let mut marks = Vec::new();
        grid.mark(&Damage::of(new.size().rect()), &mut marks);
        let changed = grid.compare(old, new, &marks);
        let changed: Vec<&Changed> = changed.iter().collect();
        MotionSearch::default().distances(old, new, &changed)
    }

    #[test]
    fn movement_is_found_in_any_direction() {
        for (x, y) in [
            (0, 40),
            (0, -3),
            (17, 0),
            (-60, 0),
            (11, 6),
            (-9, 31),
            (40, -40),
        ] {
            let distance = Distance { x, y };
            let (old, new) = moved(&[(Rect::new(120, 120, 200, 150), distance)]);
            assert_eq!(found(&old, &new).first(), Some(&distance));
        }
    }

    #[test]
    fn several_movements_are_told_apart() {
        let one = (Rect::new(10, 10, 200, 150), Distance { x: 12, y: 5 });
        let other = (Rect::new(270, 200, 150, 120), Distance { x: -7, y: 30 });
        let (old, new) = moved(&[one, other]);
        let found = found(&old, &new);
        assert!(
            found.contains(&one.1) && found.contains(&other.1),
            "{found:?}"
        );
    }

    #[test]
    fn nothing_moves_from_beyond_the_screen() {
        let screen = Size::new(100, 50);
        let rect = Rect::new(64, 0, 36, 50);
        let valid = |x, y| Distance { x, y }.valid(rect, screen);
        assert_eq!(valid(0, 0), Some(Rect::new(0, 0, 36, 50)));
        assert_eq!(valid(70, 10), Some(Rect::new(6, 10, 30, 40)));
        assert_eq!(valid(-10, -20), Some(Rect::new(0, 0, 26, 30)));
        assert_eq!(valid(100, 0), None);
        assert_eq!(valid(i32::MIN, i32::MAX), None);
    }
}
