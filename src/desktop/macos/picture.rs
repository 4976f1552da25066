//! What changed from one picture to the next. ScreenCaptureKit tells it too, but in which unit on a sharp display it leaves open; to
//! compare costs little more than to copy, and is right. Pure.

use crate::screen::{Damage, Framebuffer, Rect};

/// The pixels of a row that are compared and copied together.
const TILE: usize = 64;
/// The rows whose changes become one set of rectangles.
const BAND: u32 = 32;
/// Red, green and blue; what is beside them is of no use.
const COLOURS: u32 = 0x00ff_ffff;

/// Brings `frame` up to date with a picture of its size, row by row from the top, a pixel as `0x__RRGGBB`; tells where it differed.
pub(super) fn update<'a>(frame: &mut Framebuffer, rows: impl Iterator<Item = &'a [u32]>) -> Damage {
    let all = frame.size().rect();
    let mut parts = Vec::new();
    let mut changed = vec![false; (all.width as usize).div_ceil(TILE)];
    for (row, y) in rows.zip(0..all.height) {
        if y.is_multiple_of(BAND) && y > 0 {
            add_band(&mut parts, &mut changed, all.width, y - BAND);
        }
        let old = frame.row_mut(all, y);
        let tiles = old.chunks_mut(TILE).zip(row.chunks(TILE));
        for ((old, new), changed) in tiles.zip(&mut changed) {
            let pairs = old.iter().zip(new);
            // All of the tile at once rather than up to the first difference: so it is done with the processor's wide registers.
            if pairs.fold(0, |other, (old, new)| other | (old ^ (new & COLOURS))) != 0 {
                let pairs = old.iter_mut().zip(new);
                pairs.for_each(|(old, new)| *old = new & COLOURS);
                *changed = true;
            }
        }
    }
    let last = all.height.saturating_sub(1) / BAND * BAND;
    add_band(&mut parts, &mut changed, all.width, last);
    let mut damage = Damage::none();
    let within = parts.into_iter().filter_map(|part| part.intersection(all));
    within.for_each(|part| damage.add(part));
    damage
}

/// Adds the changed tiles of the band that begins at `top`: neighbours become one, and what goes on from the band above is one with it.
fn add_band(parts: &mut Vec<Rect>, changed: &mut [bool], width: u32, top: u32) {
    let mut column = 0;
    for run in changed.chunk_by(|one, next| one == next) {
        let left = (column * TILE) as u32;
        column += run.len();
        let right = ((column * TILE) as u32).min(width);
        if !run[0] {
            continue;
        }
        let above = parts
            .iter_mut()
            .find(|part| part.bottom() == top && part.x == left && part.right() == right);
        match above {
            Some(part) => part.height += BAND,
            None => parts.push(Rect::new(left, top, right - left, BAND)),
        }
    }
    changed.fill(false);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screen::Size;

    const WIDTH: usize = 150;
    const HEIGHT: usize = 70;

    fn frame_of(picture: &[u32]) -> (Framebuffer, Damage) {
        let mut frame = Framebuffer::new(Size::new(WIDTH as u32, HEIGHT as u32));
        let damage = update(&mut frame, picture.chunks(WIDTH));
        (frame, damage)
    }

    #[test]
    fn the_frame_becomes_the_picture_and_alpha_does_not_count() {
        let picture: Vec<u32> = (0..(WIDTH * HEIGHT) as u32)
            .map(|n| 0xff00_0000 | n)
            .collect();
        let (mut frame, damage) = frame_of(&picture);
        assert_eq!(damage.bounds(), frame.size().rect());
        let plain = picture.iter().map(|p| p & COLOURS);
        assert!(frame.pixels().iter().copied().eq(plain));
        let other_alpha: Vec<u32> = picture.iter().map(|p| p & COLOURS | 0x7f00_0000).collect();
        assert!(update(&mut frame, other_alpha.chunks(WIDTH)).is_empty());
    }

    #[test]
    fn each_changed_pixel_is_told_and_far_ones_are_not() {
        for (x, y) in [(0, 0), (63, 31), (64, 32), (149, 69), (70, 64)] {
            let mut picture = vec![0; WIDTH * HEIGHT];
            picture[y * WIDTH + x] = 1;
            let (frame, damage) = frame_of(&picture);
            assert_eq!(frame.pixel(x as u32, y as u32), Some(1));
            let told = damage.bounds();
            assert!(
                told.contains(Rect::new(x as u32, y as u32, 1, 1)),
                "{told:?}"
            );
            assert!(told.pixels() <= TILE * BAND as usize, "{told:?}");
        }
    }

    #[test]
    fn neighbours_are_one_rectangle() {
        let mut picture = vec![0; WIDTH * HEIGHT];
        picture[60..130].fill(7);
        let (_, damage) = frame_of(&picture);
        assert_eq!(damage.rects(), [Rect::new(0, 0, WIDTH as u32, BAND)]);

        let mut picture = vec![0; WIDTH * HEIGHT];
        for y in 20..HEIGHT {
            picture[y * WIDTH + 65] = 7;
        }
        let (_, damage) = frame_of(&picture);
        assert_eq!(damage.rects(), [Rect::new(64, 0, 64, HEIGHT as u32)]);
    }

    #[test]
    fn a_picture_that_is_too_short_or_too_wide_harms_nothing() {
        let mut frame = Framebuffer::new(Size::new(WIDTH as u32, HEIGHT as u32));
        let rows = vec![9; (WIDTH + 40) * 3];
        let damage = update(&mut frame, rows.chunks(WIDTH + 40));
        assert_eq!(damage.rects(), [Rect::new(0, 64, WIDTH as u32, 6)]);
        assert!(update(&mut frame, std::iter::empty()).is_empty());
    }
}
