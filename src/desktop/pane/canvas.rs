//! What a pane shows, pixel by pixel: the part of the remote screen that it is to show, at the size it is to have, with the
//! remote pointer in it. Knows nothing of windows.

use std::sync::Arc;

use super::{
    PanePlace,
    overlay::Overlay,
    scale::{self, Scaler},
};
use crate::screen::{CursorShape, Damage, Framebuffer, Point, Rect, Size};

/// The picture of a pane; its pixels are kept by whoever shows them, `size.width` to a row.
pub(super) struct Canvas {
    size: Size,
    /// As [`PanePlace`] has them.
    picture: Size,
    offset: Point,
    /// The remote screen's size when it was last painted.
    remote: Size,
    /// Bits that every pixel has set: the alpha of a window that would let shine through otherwise.
    opaque: u32,
    scaler: Scaler,
    overlay: Overlay,
    /// The remote pointer as it is to be painted, its place in pixels of the remote screen.
    pointer: Option<(Arc<CursorShape>, Point)>,
}

impl Canvas {
    /// An empty one whose pixels have these bits set.
    pub(super) fn new(opaque: u32) -> Self {
        Self {
            size: Size::default(),
            picture: Size::default(),
            offset: Point::default(),
            remote: Size::default(),
            opaque,
            scaler: Scaler::default(),
            overlay: Overlay::default(),
            pointer: None,
        }
    }

    /// From now on shows this; all of it is to be painted next.
    pub(super) fn begin(&mut self, place: PanePlace) {
        self.size = Size::new(place.area.width, place.area.height);
        self.picture = place.picture;
        self.offset = place.offset;
        self.remote = Size::default();
        self.overlay.forget();
    }

    /// Its size.
    pub(super) fn size(&self) -> Size {
        self.size
    }

    /// Brings the pixels up to date with what changed in the remote screen; tells what changed in them.
    pub(super) fn paint(
        &mut self,
        pixels: &mut [u32],
        frame: &Framebuffer,
        damage: &Damage,
    ) -> Damage {
        let mut painted = Damage::none();
        if frame.size() != self.remote {
            self.remote = frame.size();
            self.overlay.forget();
            pixels.fill(self.opaque);
            self.paint_part(pixels, frame, frame.size().rect());
            painted.add(self.size.rect());
            self.put_overlay(pixels);
            return painted;
        }
        let parts = damage.rects().iter().map(|rect| self.part_of(*rect));
        let parts: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
        if parts.is_empty() {
            return painted;
        }
        if let Some(lifted) = self.overlay.lift(pixels, self.size.width) {
            painted.add(lifted);
        }
        for rect in damage.rects() {
            self.paint_part(pixels, frame, *rect);
        }
        parts.into_iter().for_each(|part| painted.add(part));
        if let Some(put) = self.put_overlay(pixels) {
            painted.add(put);
        }
        painted
    }

    /// Paints the remote pointer there, or nowhere; tells what changed.
    pub(super) fn set_pointer(
        &mut self,
        pixels: &mut [u32],
        pointer: Option<(Arc<CursorShape>, Point)>,
    ) -> Damage {
        self.pointer = pointer;
        let mut painted = Damage::none();
        if self.overlay.is_painted()
            && let Some(lifted) = self.overlay.lift(pixels, self.size.width)
        {
            painted.add(lifted);
        }
        if let Some(put) = self.put_overlay(pixels) {
            painted.add(put);
        }
        painted
    }

    /// The pixel of the remote screen under a pixel of the pane, the nearest one for a place beside the screen.
    pub(super) fn remote_pixel(&self, x: i32, y: i32) -> Point {
        // The one under the middle of the pane's pixel.
        let axis = |value: i32, offset: i32, picture: u32, remote: u32| {
            let twice = 2 * (i64::from(value) + i64::from(offset)) + 1;
            let pixel = (twice * i64::from(remote)).div_euclid(2 * i64::from(picture.max(1)));
            pixel.clamp(0, i64::from(remote.max(1)) - 1) as i32
        };
        let (offset, picture, remote) = (self.offset, self.picture, self.remote);
        Point::new(
            axis(x, offset.x, picture.width, remote.width),
            axis(y, offset.y, picture.height, remote.height),
        )
    }

    /// What part of the pane a part of the remote screen reaches.
    fn part_of(&self, rect: Rect) -> Rect {
        let rect = rect.intersection(self.remote.rect()).unwrap_or_default();
        if rect.is_empty() || self.picture.pixels() == 0 {
            return Rect::default();
        }
        let in_picture = if self.picture == self.remote {
            rect
        } else {
            scale::reached(rect, self.remote, self.picture)
        };
        let Point { x, y } = self.offset;
        let (x, width) = shifted(in_picture.x, in_picture.width, x, self.size.width);
        let (y, height) = shifted(in_picture.y, in_picture.height, y, self.size.height);
        Rect::new(x, y, width, height)
    }

    fn paint_part(&mut self, pixels: &mut [u32], frame: &Framebuffer, rect: Rect) {
        let part = self.part_of(rect);
        if part.is_empty() {
            return;
        }
        let (size, opaque) = (self.size, self.opaque);
        let mut copy = |y: u32, from: &[u32]| {
            let start = y as usize * size.width as usize + part.x as usize;
            let to = &mut pixels[start..start + part.width as usize];
            if opaque == 0 {
                to.copy_from_slice(from);
            } else {
                to.iter_mut()
                    .zip(from)
                    .for_each(|(to, from)| *to = from | opaque);
            }
        };
        // Within the picture: `part_of` cut it so.
        let moved = |value: u32, offset: i32| (i64::from(value) + i64::from(offset)) as u32;
        let Point { x, y } = self.offset;
        let source = Rect::new(moved(part.x, x), moved(part.y, y), part.width, part.height);
        if self.picture != self.remote {
            let (from, to) = (self.remote, self.picture);
            let scaled = self.scaler.part(frame.pixels(), from, to, source);
            let rows = scaled.chunks_exact(part.width as usize);
            rows.zip(part.y..).for_each(|(row, y)| copy(y, row));
        } else {
            for (source_y, y) in (source.y..source.bottom()).zip(part.y..) {
                copy(y, frame.row(source, source_y));
            }
        }
    }

    fn put_overlay(&mut self, pixels: &mut [u32]) -> Option<Rect> {
        let (shape, at) = self.pointer.as_ref()?;
        let (shown, offset) = (self.picture, self.offset);
        if self.remote.pixels() == 0 || shown.pixels() == 0 {
            return None;
        }
        let axis = |value: i32, offset: i32, from: u32, to: u32| {
            let at = (i64::from(value) * i64::from(to)).div_euclid(i64::from(from));
            (at - i64::from(offset)).clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32
        };
        let at = Point::new(
            axis(at.x, offset.x, self.remote.width, shown.width),
            axis(at.y, offset.y, self.remote.height, shown.height),
        );
        self.overlay
            .paint(pixels, self.size, (shape, at), self.remote, shown)
    }
}

/// A part of a side, moved by `-offset` and cut to `0..end`.
fn shifted(start: u32, length: u32, offset: i32, end: u32) -> (u32, u32) {
    let moved = i64::from(start) - i64::from(offset);
    let first = moved.clamp(0, i64::from(end));
    let after = (moved + i64::from(length)).clamp(first, i64::from(end));
    (first as u32, (after - first) as u32)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const REMOTE: Size = Size::new(64, 48);

    fn remote() -> Framebuffer {
        let mut frame = Framebuffer::new(REMOTE);
        let pixels = frame.pixels_mut().iter_mut().zip(0_u32..);
        pixels.for_each(|(pixel, n)| *pixel = n.wrapping_mul(0x0061_c887) & 0x00ff_ffff);
        frame
    }

    /// The remote screen at its actual size, scrolled to this place.
    fn actual(size: Size, x: i32, y: i32) -> PanePlace {
        PanePlace {
            area: size.rect(),
            picture: REMOTE,
            offset: Point::new(x, y),
            handle: 0,
        }
    }

    /// All of the remote screen at this size.
    fn scaled(size: Size) -> PanePlace {
        PanePlace {
            picture: size,
            ..actual(size, 0, 0)
        }
    }

    fn painted(place: PanePlace, frame: &Framebuffer) -> (Canvas, Vec<u32>) {
        let mut canvas = Canvas::new(0);
        let size = Size::new(place.area.width, place.area.height);
        let mut pixels = vec![0x00de_adbe; size.pixels()];
        canvas.begin(place);
        let damage = canvas.paint(&mut pixels, frame, &Damage::none());
        assert_eq!(damage.rects(), [size.rect()]);
        (canvas, pixels)
    }

    #[test]
    fn the_actual_size_is_exact_wherever_it_is_scrolled_to() {
        let frame = remote();
        for (x, y) in [(0, 0), (10, 7), (44, 36), (-5, -3), (60, 40)] {
            let size = Size::new(20, 12);
            let (canvas, pixels) = painted(actual(size, x, y), &frame);
            for (at, pixel) in pixels.iter().enumerate() {
                let (column, row) = (at as i32 % 20, at as i32 / 20);
                let (from_x, from_y) = (column + x, row + y);
                let inside = (0..64).contains(&from_x) && (0..48).contains(&from_y);
                let expected = if inside {
                    assert_eq!(canvas.remote_pixel(column, row), Point::new(from_x, from_y));
                    frame.pixels()[(from_y * 64 + from_x) as usize]
                } else {
                    0
                };
                assert_eq!(*pixel, expected);
            }
        }
    }

    #[test]
    fn a_change_is_painted_where_it_is_and_nowhere_else() {
        let mut frame = remote();
        for place in [
            scaled(REMOTE),
            actual(Size::new(30, 20), 5, 5),
            scaled(Size::new(41, 31)),
            scaled(Size::new(100, 75)),
            scaled(Size::new(128, 96)),
            // A part of an enlarged screen.
            PanePlace {
                picture: Size::new(150, 111),
                ..actual(Size::new(40, 30), 20, 25)
            },
        ] {
            let (mut canvas, mut pixels) = painted(place, &frame);
            let width = place.area.width;
            let before = pixels.clone();
            let rect = Rect::new(11, 13, 9, 5);
            for y in rect.y..rect.bottom() {
                let row = frame.row_mut(rect, y);
                row.iter_mut().for_each(|pixel| *pixel ^= 0x00ff_ffff);
            }
            let damage = canvas.paint(&mut pixels, &frame, &Damage::of(rect));
            assert!(!damage.is_empty());
            let (_, whole) = painted(place, &frame);
            for (at, pixel) in pixels.iter().enumerate() {
                let pixel_at = Rect::new(at as u32 % width, at as u32 / width, 1, 1);
                let differs = |other: u32| {
                    let bytes = pixel.to_le_bytes().into_iter().zip(other.to_le_bytes());
                    bytes.map(|(a, b)| a.abs_diff(b)).max().unwrap()
                };
                assert!(differs(whole[at]) <= 1, "{place:?} {pixel_at:?}");
                if !damage.bounds().contains(pixel_at) {
                    assert_eq!(*pixel, before[at]);
                }
            }
        }
    }

    #[test]
    fn a_change_out_of_sight_paints_nothing() {
        let frame = remote();
        let (mut canvas, mut pixels) = painted(actual(Size::new(10, 10), 0, 0), &frame);
        let far = Damage::of(Rect::new(30, 30, 5, 5));
        assert!(canvas.paint(&mut pixels, &frame, &far).is_empty());
        let beyond = Damage::of(Rect::new(u32::MAX - 1, 2, 9, 9));
        assert!(canvas.paint(&mut pixels, &frame, &beyond).is_empty());
    }

    #[test]
    fn another_screen_size_is_painted_whole() {
        let (mut canvas, mut pixels) = painted(actual(Size::new(50, 40), 0, 0), &remote());
        let small = Framebuffer::new(Size::new(8, 8));
        let damage = canvas.paint(&mut pixels, &small, &Damage::of(Rect::new(0, 0, 1, 1)));
        assert_eq!(damage.rects(), [Rect::new(0, 0, 50, 40)]);
        assert!(pixels.iter().all(|pixel| *pixel == 0));
    }

    #[test]
    fn the_pointer_moves_over_a_changing_picture_without_a_trace() {
        let mut frame = remote();
        let shape = CursorShape::new(Size::new(3, 3), Point::new(1, 1), vec![0xffff_ffff; 9]);
        let shape = Arc::new(shape.unwrap());
        for place in [actual(REMOTE, 0, 0), scaled(Size::new(33, 25))] {
            let (mut canvas, mut pixels) = painted(place, &frame);
            for step in 0..30 {
                let at = Point::new(step * 2, step);
                let pointer = Some((Arc::clone(&shape), at));
                let damage = canvas.set_pointer(&mut pixels, pointer);
                assert!(!damage.is_empty());
                let rect = Rect::new(step as u32, step as u32, 8, 8);
                (rect.y..rect.bottom()).for_each(|y| frame.row_mut(rect, y).fill(step as u32));
                canvas.paint(&mut pixels, &frame, &Damage::of(rect));
                let shown = pixels.contains(&0x00ff_ffff);
                assert!(shown || place.picture != REMOTE);
            }
            canvas.set_pointer(&mut pixels, None);
            let (_, clean) = painted(place, &frame);
            let worst = pixels.iter().zip(&clean).map(|(one, other)| {
                let bytes = one.to_le_bytes().into_iter().zip(other.to_le_bytes());
                bytes.map(|(a, b)| a.abs_diff(b)).max().unwrap()
            });
            assert!(worst.max().unwrap() <= 1);
        }
    }

    #[test]
    fn every_remote_pixel_can_be_pointed_at_when_it_is_enlarged() {
        let (canvas, _) = painted(scaled(Size::new(150, 100)), &remote());
        let columns: std::collections::BTreeSet<_> =
            (0..150).map(|x| canvas.remote_pixel(x, 0).x).collect();
        assert_eq!(columns.len(), 64);
        assert_eq!(canvas.remote_pixel(-9, 1000), Point::new(0, 47));
    }

    #[test]
    fn a_window_that_could_let_shine_through_does_not() {
        let mut canvas = Canvas::new(0xff00_0000);
        let mut pixels = vec![0; REMOTE.pixels()];
        canvas.begin(actual(REMOTE, 0, 0));
        canvas.paint(&mut pixels, &remote(), &Damage::none());
        assert!(pixels.iter().all(|pixel| pixel >> 24 == 0xff));
    }
}
