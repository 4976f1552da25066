//! The remote pointer, painted into the picture and taken out again.

use std::sync::Arc;

use super::scale::Scaler;
use crate::screen::{CursorShape, Point, Rect, Size};

/// The remote pointer in the pane's picture.
#[derive(Default)]
pub(super) struct Overlay {
    shape: Option<Arc<CursorShape>>,
    /// The shape at the size in which it is painted, premultiplied, and what was made of it: from which size to which.
    picture: Vec<u32>,
    size: Size,
    scaled: (Size, Size),
    /// What it covers, and where that is; nothing while it is not painted.
    under: Vec<u32>,
    covers: Option<Rect>,
}

impl Overlay {
    /// Takes it out of the picture, which is `width` wide; returns where it was.
    pub(super) fn lift(&mut self, pixels: &mut [u32], width: u32) -> Option<Rect> {
        let covers = self.covers.take()?;
        let rows = self.under.chunks_exact(covers.width as usize);
        for (row, y) in rows.zip(covers.y..) {
            row_mut(pixels, width, covers, y).copy_from_slice(row);
        }
        Some(covers)
    }

    /// Forgets that it was painted: the picture is a new one.
    pub(super) fn forget(&mut self) {
        self.covers = None;
    }

    /// Whether it is painted.
    pub(super) fn is_painted(&self) -> bool {
        self.covers.is_some()
    }

    /// Paints it with its hot spot at `at`, in pixels of a picture of the size `to` that shows one of the size `from`;
    /// returns where. It must not be painted yet.
    pub(super) fn paint(
        &mut self,
        pixels: &mut [u32],
        to: Size,
        (shape, at): (&Arc<CursorShape>, Point),
        from: Size,
        shown: Size,
    ) -> Option<Rect> {
        debug_assert!(self.covers.is_none());
        self.prepare(shape, from, shown);
        let hot = shape.hot_spot();
        let resized = |value: i32, from: u32, to: u32| {
            (i64::from(value) * i64::from(to)).div_euclid(i64::from(from.max(1)))
        };
        let left = i64::from(at.x) - resized(hot.x, from.width, shown.width);
        let top = i64::from(at.y) - resized(hot.y, from.height, shown.height);
        let (columns, x) = visible(left, self.size.width, to.width)?;
        let (rows, y) = visible(top, self.size.height, to.height)?;
        let covers = Rect::new(x, y, columns.len() as u32, rows.len() as u32);
        self.under.clear();
        for (row, y) in rows.zip(covers.y..) {
            let below = row_mut(pixels, to.width, covers, y);
            self.under.extend_from_slice(below);
            let start = row * self.size.width as usize;
            let above = &self.picture[start + columns.start..start + columns.end];
            below
                .iter_mut()
                .zip(above)
                .for_each(|(below, above)| *below = over(*above, *below));
        }
        self.covers = Some(covers);
        Some(covers)
    }

    /// Makes the shape as large as the screen is shown.
    fn prepare(&mut self, shape: &Arc<CursorShape>, from: Size, shown: Size) {
        let known = self
            .shape
            .as_ref()
            .is_some_and(|known| Arc::ptr_eq(known, shape));
        if known && self.scaled == (from, shown) {
            return;
        }
        self.shape = Some(Arc::clone(shape));
        self.scaled = (from, shown);
        let side = |side: u32, from: u32, to: u32| {
            (u64::from(side) * u64::from(to)).div_ceil(u64::from(from.max(1))) as u32
        };
        let is = shape.size();
        // A screen of few pixels over a large window: no larger than makes sense.
        let most = 4 * crate::screen::MAX_CURSOR_SIDE;
        self.size = Size::new(
            side(is.width, from.width, shown.width).clamp(1, most),
            side(is.height, from.height, shown.height).clamp(1, most),
        );
        self.picture.clear();
        if self.size == is {
            self.picture.extend_from_slice(shape.pixels());
        } else {
            let mut scaler = Scaler::default();
            let part = scaler.part(shape.pixels(), is, self.size, self.size.rect());
            self.picture.extend_from_slice(part);
        }
    }
}

/// Which pixels of something `length` long that begins at `start` are seen between 0 and `end`, and where they begin there.
fn visible(start: i64, length: u32, end: u32) -> Option<(std::ops::Range<usize>, u32)> {
    let first = start.max(0);
    let after = (start + i64::from(length)).min(i64::from(end));
    let hidden = (first - start) as usize;
    (first < after).then(|| (hidden..hidden + (after - first) as usize, first as u32))
}

fn row_mut(pixels: &mut [u32], width: u32, rect: Rect, y: u32) -> &mut [u32] {
    let start = y as usize * width as usize + rect.x as usize;
    &mut pixels[start..start + rect.width as usize]
}

/// A premultiplied pixel over another, whose own alpha stays.
fn over(above: u32, below: u32) -> u32 {
    let clear = 255 - (above >> 24);
    let channel = |shift: u32| {
        let (above, below) = ((above >> shift) & 0xff, (below >> shift) & 0xff);
        // A peer's shape need not be premultiplied as it should.
        (above + (below * clear + 127) / 255).min(255) << shift
    };
    (below & 0xff00_0000) | channel(16) | channel(8) | channel(0)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const SIZE: Size = Size::new(20, 10);

    fn arrow() -> Arc<CursorShape> {
        let pixels = vec![0xffff_0000, 0x8000_0040, 0x0000_0000, 0xff00_ff00];
        Arc::new(CursorShape::new(Size::new(2, 2), Point::new(1, 1), pixels).unwrap())
    }

    #[test]
    fn it_comes_and_goes_without_a_trace() {
        let before: Vec<u32> = (0..SIZE.pixels() as u32).collect();
        let shape = arrow();
        for x in -3..23 {
            for y in -3..13 {
                let mut pixels = before.clone();
                let mut overlay = Overlay::default();
                let at = Point::new(x, y);
                let painted = overlay.paint(&mut pixels, SIZE, (&shape, at), SIZE, SIZE);
                let outside = !(0..=20).contains(&x) || !(0..=10).contains(&y);
                assert_eq!(painted.is_none(), outside, "{x} {y}");
                assert_eq!(overlay.lift(&mut pixels, SIZE.width), painted);
                assert!(pixels == before);
            }
        }
    }

    #[test]
    fn it_is_mixed_with_what_is_below() {
        let mut pixels = vec![0xff80_8080; SIZE.pixels()];
        let mut overlay = Overlay::default();
        let shape = arrow();
        let at = Point::new(1, 1);
        let painted = overlay.paint(&mut pixels, SIZE, (&shape, at), SIZE, SIZE);
        assert_eq!(painted, Some(Rect::new(0, 0, 2, 2)));
        assert_eq!(pixels[..3], [0xffff_0000, 0xff40_4080, 0xff80_8080]);
        assert_eq!(pixels[20..22], [0xff80_8080, 0xff00_ff00]);
    }

    #[test]
    fn it_is_as_large_as_the_screen_is_shown() {
        let mut pixels = vec![0; SIZE.pixels()];
        let mut overlay = Overlay::default();
        let half = Size::new(10, 5);
        let shape = arrow();
        let at = Point::new(4, 4);
        let painted = overlay.paint(&mut pixels, SIZE, (&shape, at), half, SIZE);
        assert_eq!(painted, Some(Rect::new(2, 2, 4, 4)));
        assert_eq!(pixels[2 * 20 + 3], 0x00ff_0000);
    }
}
