//! How the edge looks, and where its sides are: the same on every system.

use crate::{desktop::Edge, screen::Rect};

/// How thick the edge is, in pixels: seen at a glance, and in the way of nothing.
const THICKNESS: u32 = 5;
/// Somebody sees the screen: calm.
const SEEN: u32 = 0x0018_8a8d;
/// Somebody uses mouse and keyboard: not to be overlooked.
const CONTROLLED: u32 = 0x00f0_7a13;
/// Nobody sees it for now.
const PAUSED: u32 = 0x008a_8f94;

/// Its colour as `0x00RRGGBB`; none where there is no edge.
pub(super) fn colour(edge: Edge) -> Option<u32> {
    match edge {
        Edge::Off => None,
        Edge::Seen => Some(SEEN),
        Edge::Controlled => Some(CONTROLLED),
        Edge::Paused => Some(PAUSED),
    }
}

/// Top, bottom, left, right of the shared monitor; they do not overlap.
pub(super) fn sides(all: Rect) -> [Rect; 4] {
    let thick = THICKNESS.min(all.width).min(all.height).max(1);
    let between = all.height.saturating_sub(2 * thick).max(1);
    let (right, bottom) = (
        all.right().saturating_sub(thick),
        all.bottom().saturating_sub(thick),
    );
    [
        Rect::new(all.x, all.y, all.width, thick),
        Rect::new(all.x, bottom, all.width, thick),
        Rect::new(all.x, all.y + thick, thick, between),
        Rect::new(right, all.y + thick, thick, between),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sides_meet_and_do_not_overlap() {
        for rect in [Rect::new(0, 0, 1280, 800), Rect::new(1920, 40, 640, 480)] {
            let sides = sides(rect);
            for (n, side) in sides.iter().enumerate() {
                assert!(rect.contains(*side), "{side:?}");
                assert!(sides[..n].iter().all(|s| s.intersection(*side).is_none()));
            }
            let pixels: usize = sides.iter().map(|s| s.pixels()).sum();
            let inner = (rect.width - 2 * THICKNESS) * (rect.height - 2 * THICKNESS);
            assert_eq!(pixels, rect.pixels() - inner as usize);
        }
    }
}
