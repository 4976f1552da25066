//! What changed from one whole picture to the next, where nobody tells: looked for row by row.

use crate::screen::{Damage, Framebuffer, Rect};

/// The bits of a pixel that mean something.
const COLOURS: u32 = 0x00ff_ffff;
/// Rows that changed with no more than this many between them are told together.
const NEAR: u32 = 16;

/// Takes over a picture of the frame's own size; tells where it was another one.
pub(super) fn take_over(frame: &mut Framebuffer, picture: &[u32]) -> Damage {
    let whole = frame.size().rect();
    let mut damage = Damage::none();
    let mut band: Option<Rect> = None;
    let rows = picture.chunks_exact((whole.width as usize).max(1));
    for (from, y) in rows.zip(0..whole.height) {
        let to = frame.row_mut(whole, y);
        let differs = |(to, from): (&u32, &u32)| *to != from & COLOURS;
        let Some(first) = to.iter().zip(from).position(differs) else {
            continue;
        };
        let last = to.iter().zip(from).rposition(differs).unwrap_or(first);
        for (to, from) in to[first..=last].iter_mut().zip(&from[first..=last]) {
            *to = from & COLOURS;
        }
        let row = Rect::new(first as u32, y, (last - first + 1) as u32, 1);
        band = Some(match band {
            Some(band) if y - band.bottom() <= NEAR => band.union(row),
            Some(band) => {
                damage.add(band);
                row
            }
            None => row,
        });
    }
    if let Some(band) = band {
        damage.add(band);
    }
    damage
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screen::Size;

    #[test]
    fn what_changed_is_taken_over_and_told() {
        let size = Size::new(40, 100);
        let mut frame = Framebuffer::new(size);
        let mut picture = frame.pixels().to_vec();
        assert!(take_over(&mut frame, &picture).is_empty());
        for (x, y) in [(3, 10), (9, 12), (30, 90)] {
            picture[y * 40 + x] = 0xff12_3456;
        }
        let damage = take_over(&mut frame, &picture);
        assert_eq!(
            damage.rects(),
            [Rect::new(3, 10, 7, 3), Rect::new(30, 90, 1, 1)]
        );
        assert_eq!(frame.pixel(9, 12), Some(0x0012_3456), "without alpha");
        assert!(take_over(&mut frame, &picture).is_empty());
    }
}
