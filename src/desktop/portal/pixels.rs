//! What another program's bytes mean: pixels, what changed of them, and the pointer. Everything is measured before it is used.

use super::{buffer::Plane, picture::Latest};
use crate::screen::{CursorShape, Framebuffer, MAX_CURSOR_SIDE, Point, Rect, Size};

/// The bytes of a pixel in each of the formats that we take.
const PIXEL: usize = 4;
/// The most changed places of one picture that are looked at.
const MAX_REGIONS: usize = 64;

/// The sizes of PipeWire's notes in bytes: `spa_region`, `spa_meta_cursor`, `spa_meta_bitmap`.
pub(super) const REGION_BYTES: usize = 16;
pub(super) const CURSOR_BYTES: usize = 28;
pub(super) const BITMAP_BYTES: usize = 20;

/// `SPA_VIDEO_FORMAT_…`, as the pointer's picture names its own.
const RGBA: u32 = 11;
const BGRA: u32 = 12;
const ARGB: u32 = 13;
const ABGR: u32 = 14;

/// The order of a pixel's bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// Blue comes first.
    Bgr,
    /// Red comes first.
    Rgb,
}

/// The picture in a buffer is not possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the desktop's picture is not all there")]
pub(super) struct Incomplete;

/// Brings `latest` up to date with what changed of a picture of `size`. `crop` and `damage` are PipeWire's notes, where there are any:
/// which part of it counts, and what of the whole changed.
pub(super) fn draw(
    latest: &mut Latest,
    plane: Plane<'_>,
    order: Order,
    size: Size,
    crop: Option<&[u8]>,
    damage: &[Rect],
) -> Result<(), Incomplete> {
    let part = crop
        .and_then(|note| region(note, 0))
        .and_then(|part| part.intersection(size.rect()))
        .unwrap_or(size.rect());
    let shown = Size::new(part.width, part.height);
    let is_new = latest.size() != shown;
    // Nothing is begun that could not be finished.
    let end = (part.bottom() as usize - 1)
        .checked_mul(plane.stride)
        .and_then(|at| at.checked_add(plane.offset))
        .and_then(|at| at.checked_add(part.right() as usize * PIXEL));
    if plane.stride < size.width as usize * PIXEL || end.is_none_or(|end| end > plane.bytes.len()) {
        return Err(Incomplete);
    }
    let (frame, changed) = latest.draw(shown);
    if is_new || damage.is_empty() {
        copy(frame, plane, order, part, shown.rect());
        changed.add(shown.rect());
        return Ok(());
    }
    for rect in damage.iter().filter_map(|rect| rect.intersection(part)) {
        let rect = Rect::new(rect.x - part.x, rect.y - part.y, rect.width, rect.height);
        copy(frame, plane, order, part, rect);
        changed.add(rect);
    }
    Ok(())
}

/// Copies `rect`, in pixels of the picture that begins at `part`.
fn copy(frame: &mut Framebuffer, plane: Plane<'_>, order: Order, part: Rect, rect: Rect) {
    for y in rect.y..rect.bottom() {
        let start = plane.offset
            + (part.y + y) as usize * plane.stride
            + (part.x + rect.x) as usize * PIXEL;
        let bytes = &plane.bytes[start..start + rect.width as usize * PIXEL];
        let pixels = bytes.chunks_exact(PIXEL);
        let row = frame.row_mut(rect, y);
        match order {
            Order::Bgr => row
                .iter_mut()
                .zip(pixels)
                .for_each(|(to, p)| *to = u32::from_le_bytes([p[0], p[1], p[2], 0])),
            Order::Rgb => row
                .iter_mut()
                .zip(pixels)
                .for_each(|(to, p)| *to = u32::from_be_bytes([0, p[0], p[1], p[2]])),
        }
    }
}

/// The changed places that a note tells, in pixels of the whole picture; nothing where it tells none, and all may have changed.
pub(super) fn damage(note: &[u8], size: Size) -> Vec<Rect> {
    let regions = (0..MAX_REGIONS + 1).map_while(|index| region(note, index * REGION_BYTES));
    let told: Vec<Rect> = regions.collect();
    if told.len() > MAX_REGIONS {
        return vec![size.rect()];
    }
    told
}

/// A place that a note tells, unless it is empty, as after the last one.
fn region(note: &[u8], at: usize) -> Option<Rect> {
    let (x, y) = (signed(note, at)?, signed(note, at + 4)?);
    let (width, height) = (word(note, at + 8)?, word(note, at + 12)?);
    if width == 0 || height == 0 {
        return None;
    }
    // What lies left of the picture or above it is left out.
    let (left, top) = (x.max(0), y.max(0));
    let right = i64::from(x) + i64::from(width);
    let bottom = i64::from(y) + i64::from(height);
    let length = |from: i32, to: i64| u32::try_from(to - i64::from(from)).unwrap_or(0);
    // Both ends fit: a side beyond what can be counted is cut there.
    let within = |from: i32, length: u32| length.min(u32::MAX - from as u32);
    Some(Rect::new(
        left as u32,
        top as u32,
        within(left, length(left, right)),
        within(top, length(top, bottom)),
    ))
}

/// Takes down what a note tells of the pointer. `crop` is as for [`draw`].
pub(super) fn point(latest: &mut Latest, note: &[u8], crop: Option<&[u8]>) -> Option<()> {
    let id = word(note, 0)?;
    if id == 0 {
        return None; // it is not on this screen
    }
    let origin = crop.and_then(|note| region(note, 0)).unwrap_or_default();
    latest.move_pointer(Point::new(
        signed(note, 8)?.saturating_sub_unsigned(origin.x),
        signed(note, 12)?.saturating_sub_unsigned(origin.y),
    ));
    let hot_spot = Point::new(signed(note, 16)?, signed(note, 20)?);
    let bitmap = word(note, 24)? as usize;
    if bitmap >= CURSOR_BYTES {
        latest.show_pointer(shape(note.get(bitmap..)?, hot_spot)?);
    }
    Some(())
}

/// The pointer's own picture; nothing where it cannot be one.
fn shape(bitmap: &[u8], hot_spot: Point) -> Option<CursorShape> {
    let format = word(bitmap, 0)?;
    let size = Size::new(word(bitmap, 4)?, word(bitmap, 8)?);
    if size.width == 0 || size.height == 0 {
        return CursorShape::new(Size::new(1, 1), Point::new(0, 0), vec![0]).ok(); // it is hidden
    }
    if size.width > MAX_CURSOR_SIDE || size.height > MAX_CURSOR_SIDE {
        return None;
    }
    let stride = usize::try_from(signed(bitmap, 12)?).ok()?;
    let offset = word(bitmap, 16)? as usize;
    let length = size.width as usize * PIXEL;
    let mut pixels = Vec::with_capacity(size.pixels());
    for y in 0..size.height as usize {
        let start = offset.checked_add(y.checked_mul(stride)?)?;
        let row = bitmap.get(start..start.checked_add(length)?)?;
        for p in row.chunks_exact(PIXEL) {
            pixels.push(match format {
                RGBA => u32::from_be_bytes([p[3], p[0], p[1], p[2]]),
                BGRA => u32::from_be_bytes([p[3], p[2], p[1], p[0]]),
                ARGB => u32::from_be_bytes([p[0], p[1], p[2], p[3]]),
                ABGR => u32::from_be_bytes([p[0], p[3], p[2], p[1]]),
                _ => return None,
            });
        }
    }
    CursorShape::new(size, hot_spot, pixels).ok()
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    let word = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_ne_bytes(word.try_into().ok()?))
}

fn signed(bytes: &[u8], at: usize) -> Option<i32> {
    word(bytes, at).map(u32::cast_signed)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;
    use crate::desktop::portal::picture::Picture;

    const SIZE: Size = Size::new(4, 3);

    fn note(words: &[u32]) -> Vec<u8> {
        words.iter().flat_map(|word| word.to_ne_bytes()).collect()
    }

    /// Pixels that say where they are, with room after each row.
    fn bytes(stride: usize) -> Vec<u8> {
        let mut bytes = vec![0xee; stride * SIZE.height as usize];
        for y in 0..SIZE.height as usize {
            for x in 0..SIZE.width as usize {
                let at = y * stride + x * PIXEL;
                bytes[at..at + PIXEL].copy_from_slice(&[x as u8, y as u8, 7, 0xff]);
            }
        }
        bytes
    }

    fn plane(bytes: &[u8], stride: usize) -> Plane<'_> {
        Plane {
            bytes,
            offset: 0,
            stride,
        }
    }

    fn drawn(picture: &Picture) -> Framebuffer {
        let mut frame = Framebuffer::new(Size::default());
        picture.lock().copy_to(&mut frame, true);
        frame
    }

    #[test]
    fn pixels_are_read_in_either_order_and_from_padded_rows() {
        let bytes = bytes(20);
        for (order, pixel) in [(Order::Bgr, 0x07_02_01), (Order::Rgb, 0x01_02_07)] {
            let picture = Picture::new();
            let latest = &mut picture.lock();
            draw(latest, plane(&bytes, 20), order, SIZE, None, &[]).unwrap();
            let mut frame = Framebuffer::new(SIZE);
            let damage = latest.copy_to(&mut frame, false);
            assert_eq!(damage.bounds(), SIZE.rect());
            assert_eq!(frame.pixel(1, 2), Some(pixel));
        }
    }

    #[test]
    fn only_what_changed_is_drawn_and_told() {
        let picture = Picture::new();
        let (before, stride) = (vec![0; 16 * 3], 16);
        let draw_on = |bytes: &[u8], damage: &[Rect]| {
            let latest = &mut picture.lock();
            draw(latest, plane(bytes, stride), Order::Bgr, SIZE, None, damage).unwrap();
        };
        draw_on(&before, &[]);
        drawn(&picture);
        draw_on(&bytes(stride), &[Rect::new(2, 1, 9, 1)]);
        let mut frame = Framebuffer::new(SIZE);
        let damage = picture.lock().copy_to(&mut frame, false);
        assert_eq!(damage.rects(), [Rect::new(2, 1, 2, 1)]);
        assert_eq!(frame.pixel(2, 1), Some(0x07_01_02));
        assert_eq!(frame.pixel(1, 1), Some(0));
    }

    #[test]
    fn a_part_of_the_picture_can_be_all_that_counts() {
        let picture = Picture::new();
        let bytes = bytes(16);
        let crop = note(&[1, 1, 2, 2]);
        let changed = [Rect::new(0, 0, 2, 2)];
        for damage in [&[][..], &changed] {
            let latest = &mut picture.lock();
            let plane = plane(&bytes, 16);
            draw(latest, plane, Order::Bgr, SIZE, Some(&crop), damage).unwrap();
        }
        let frame = drawn(&picture);
        assert_eq!(frame.size(), Size::new(2, 2));
        assert_eq!(frame.pixel(0, 0), Some(0x07_01_01));
    }

    #[test]
    fn a_picture_that_is_not_all_there_is_left_out() {
        let (bytes, picture) = (bytes(16), Picture::new());
        let refuses = |plane| {
            let latest = &mut picture.lock();
            draw(latest, plane, Order::Bgr, SIZE, None, &[]) == Err(Incomplete)
        };
        assert!(refuses(plane(&bytes[1..], 16)));
        assert!(refuses(plane(&bytes, 17)));
        assert!(refuses(plane(&bytes, 12))); // rows that overlap
        assert!(refuses(Plane {
            offset: usize::MAX,
            ..plane(&bytes, 16)
        }));
        assert!(refuses(plane(&bytes, usize::MAX)));
        assert_eq!(picture.lock().size(), Size::default());
    }

    #[test]
    fn the_pointer_is_read_in_every_order_of_its_bytes() {
        for (format, pixel) in [
            (RGBA, 0x04_01_02_03),
            (BGRA, 0x04_03_02_01),
            (ARGB, 0x01_02_03_04),
            (ABGR, 0x01_04_03_02),
        ] {
            let picture = Picture::new();
            let (head, bitmap) = (CURSOR_BYTES as u32, BITMAP_BYTES as u32);
            let mut bytes = note(&[1, 0, 30, 40, 1, 0, head, format, 1, 1, 4, bitmap]);
            bytes.extend([1, 2, 3, 4]);
            let latest = &mut picture.lock();
            point(latest, &bytes, None).unwrap();
            let cursor = latest.take_cursor();
            assert_eq!(cursor.at, Some(Point::new(30, 40)));
            let shape = cursor.shape.unwrap();
            assert_eq!(shape.hot_spot(), Point::new(1, 0));
            assert_eq!(shape.pixels(), [pixel]);
            // Where it still is, there is no news.
            point(latest, &bytes[..CURSOR_BYTES - 4], None);
            assert_eq!(latest.take_cursor().at, None);
        }
    }

    #[test]
    fn a_pointer_that_lies_about_its_size_has_no_picture() {
        let head = CURSOR_BYTES as u32;
        for [format, width, height, stride, offset] in [
            [RGBA, 1, 2, 4, 20],
            [RGBA, 1, 1, 4, 21],
            [RGBA, 1, 1, 4, u32::MAX],
            [RGBA, 1, 2, u32::MAX, 20],
            [RGBA, 1, 2, i32::MAX as u32, 20],
            [RGBA, MAX_CURSOR_SIDE + 1, 1, 4, 20],
            [RGBA, u32::MAX, u32::MAX, 4, 20],
            [99, 1, 1, 4, 20],
        ] {
            let bitmap = [format, width, height, stride, offset, 0xffff_ffff];
            let bytes = note(&[&[1, 0, 3, 4, 0, 0, head], &bitmap[..]].concat());
            let picture = Picture::new();
            let latest = &mut picture.lock();
            point(latest, &bytes, None);
            let cursor = latest.take_cursor();
            assert_eq!((cursor.at, cursor.shape), (Some(Point::new(3, 4)), None));
        }
    }

    #[test]
    fn too_many_changed_places_are_the_whole() {
        let many = note(&[1, 1, 1, 1]).repeat(MAX_REGIONS + 1);
        assert_eq!(damage(&many, SIZE), [SIZE.rect()]);
        let some = [note(&[1, 1, 1, 1]), note(&[0, 0, 0, 0])].concat();
        assert_eq!(damage(&some, SIZE), [Rect::new(1, 1, 1, 1)]);
        let left = note(&[-2_i32 as u32, -1_i32 as u32, 3, 3]);
        assert_eq!(damage(&left, SIZE), [Rect::new(0, 0, 1, 2)]);
    }

    proptest! {
        #[test]
        fn no_bytes_do_harm(
            pixels in prop::collection::vec(any::<u8>(), 0..200),
            offset in prop_oneof![0..64_usize, any::<usize>()],
            stride in prop_oneof![0..64_usize, any::<usize>()],
            crop in prop::collection::vec(any::<u8>(), 0..20),
            changed in prop::collection::vec(prop_oneof![Just(0_u8), Just(1), Just(255), any::<u8>()], 0..80),
            pointer in prop::collection::vec(prop_oneof![Just(0_u8), Just(28), any::<u8>()], 0..120),
        ) {
            let picture = Picture::new();
            let latest = &mut picture.lock();
            let plane = Plane { bytes: &pixels, offset, stride };
            for crop in [None, Some(&crop[..])] {
                let _ = draw(latest, plane, Order::Rgb, SIZE, crop, &damage(&changed, SIZE));
                let _ = point(latest, &pointer, crop);
            }
        }
    }
}
