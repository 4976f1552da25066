//! Few requests for many small changes: which parts of the screen are worth fetching together.

use crate::screen::Rect;

/// The unchanged pixels that may be fetched to save a request: as many as the server copies in the time that it takes to
/// answer one.
const SPARE_PIXELS: usize = 8192;
/// The most parts that are fetched apart.
const MAX_PARTS: usize = 24;
/// The most changed rectangles that are looked at one by one, since each is compared with each part.
const MAX_RECTS: usize = 1024;

/// Joins changed rectangles into at most [`MAX_PARTS`] that cover all of them.
pub(super) fn join(rects: impl ExactSizeIterator<Item = Rect>) -> Vec<Rect> {
    if rects.len() > MAX_RECTS {
        return vec![rects.fold(Rect::default(), Rect::union)];
    }
    let mut parts: Vec<Rect> = Vec::new();
    for rect in rects {
        if !rect.is_empty() {
            absorb(&mut parts, rect);
        }
    }
    while parts.len() > MAX_PARTS {
        join_cheapest(&mut parts);
    }
    parts
}

/// Adds a rectangle, and whatever its union with a part then comes near to.
fn absorb(parts: &mut Vec<Rect>, mut rect: Rect) {
    while let Some(near) = parts
        .iter()
        .position(|part| waste(*part, rect) <= SPARE_PIXELS)
    {
        rect = rect.union(parts.swap_remove(near));
    }
    parts.push(rect);
}

fn join_cheapest(parts: &mut Vec<Rect>) {
    let mut best = (usize::MAX, 0, 1);
    for first in 0..parts.len() {
        for second in first + 1..parts.len() {
            let waste = waste(parts[first], parts[second]);
            if waste < best.0 {
                best = (waste, first, second);
            }
        }
    }
    let (_, first, second) = best;
    let joined = parts[first].union(parts.swap_remove(second));
    parts.swap_remove(first);
    absorb(parts, joined);
}

/// The pixels that the union has more than both.
fn waste(a: Rect, b: Rect) -> usize {
    a.union(b).pixels().saturating_sub(a.pixels() + b.pixels())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn covered(parts: &[Rect], rects: &[Rect]) -> bool {
        rects
            .iter()
            .all(|rect| parts.iter().any(|part| part.contains(*rect)))
    }

    #[test]
    fn neighbours_become_one_and_strangers_stay_apart() {
        let glyphs: Vec<_> = (0..80).map(|n| Rect::new(n * 9, 40, 8, 16)).collect();
        assert_eq!(join(glyphs.iter().copied()), [Rect::new(0, 40, 719, 16)]);
        let corners = [Rect::new(0, 0, 10, 10), Rect::new(1900, 1000, 10, 10)];
        assert_eq!(join(corners.into_iter()).len(), 2);
    }

    #[test]
    fn never_too_many_and_never_too_little() {
        for count in [0_u32, 1, 60, 900, 5000] {
            let rects: Vec<_> = (0..count)
                .map(|n| Rect::new(n * 7919 % 1900, n * 104_729 % 1060, 1 + n % 20, 1 + n % 13))
                .collect();
            let parts = join(rects.iter().copied());
            assert!(parts.len() <= MAX_PARTS, "{count}: {}", parts.len());
            assert!(covered(&parts, &rects), "{count}");
        }
    }

    #[test]
    fn parts_are_never_more_than_twice_the_screen() {
        // What is fetched at once must fit the shared memory; see `SharedMemory`.
        let screen = Rect::new(0, 0, 1920, 1080);
        let rects: Vec<_> = (0..200_u32)
            .map(|n| Rect::new(n * 389 % 900, n * 211 % 500, 1020, 580))
            .collect();
        let pixels: usize = join(rects.iter().copied()).iter().map(|r| r.pixels()).sum();
        assert!(pixels <= 2 * screen.pixels());
    }
}
