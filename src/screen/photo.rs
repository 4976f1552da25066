//! Pixels of photos as bytes for the stream, and back.
//!
//! Where hardly a pixel is like its neighbour there is nothing to be found again, but neighbours are close to each other and
//! so are the colours of one pixel. So green goes as the difference to the pixel on the left, red and blue as how much
//! that difference differs from green's, and each of the three by itself: small numbers of few kinds, which the stream packs to
//! a third of what they were.

use super::{
    Framebuffer, Rect,
    tiles::{COLOUR, TILE},
};

/// More than one in so many pixels that is neither like the one on its left nor like the one above makes a photo.
const MIN_UNLIKE_PERCENT: usize = 60;

/// Neighbours this far apart are an edge.
const EDGE_STEP: u8 = 40;
/// A soft area has at least so many neighbours a shade apart, and at most so many edges.
const MIN_SHADES_PERCENT: usize = 12;
const MAX_EDGES_PERCENT: usize = 3;

/// Fewer pixels than this are packed at once rather than colour by colour.
const MIN_APART_PIXELS: usize = 4096;

/// The bytes of an update's photos: first all the green ones, then red, then blue.
#[derive(Default)]
pub(super) struct Planes {
    green: Vec<u8>,
    red: Vec<u8>,
    blue: Vec<u8>,
}

/// Whether `rect` shows rather a photo than text, lines and areas.
pub(super) fn is_photo(frame: &Framebuffer, rect: Rect) -> bool {
    let unlike = |y| -> u32 {
        let (above, row) = (frame.row(rect, y - 1), frame.row(rect, y));
        let pixels = row.iter().zip(&row[1..]).zip(&above[1..]);
        // Both, whatever the first says: without branches, many pixels are done at a time.
        let unlike = pixels.map(|((left, pixel), above)| {
            u32::from((left ^ pixel) & COLOUR != 0) & u32::from((above ^ pixel) & COLOUR != 0)
        });
        unlike.sum()
    };
    let unlike: u32 = (rect.y + 1..rect.bottom()).map(unlike).sum();
    unlike as usize * 100 > rect.pixels() * MIN_UNLIKE_PERCENT
}

/// Whether `rect`, which is no photo and no wider than a tile, is at least soft: shades that run into each other, such as the
/// sky of a video, and hardly an edge, which text has many of.
pub(super) fn is_soft(frame: &Framebuffer, rect: Rect) -> bool {
    let (mut steps, mut edges) = (0, 0);
    for y in rect.y..rect.bottom() {
        let row: &[u8] = bytemuck::cast_slice(frame.row(rect, y));
        // Byte by byte, so that many are done at a time: how far it is from its left neighbour, and how much more than a shade.
        let (mut step, mut edge) = ([0u32; TILE as usize], [0u32; TILE as usize]);
        let places = bytemuck::cast_slice_mut::<_, u8>(&mut step).iter_mut();
        let edges_of = bytemuck::cast_slice_mut::<_, u8>(&mut edge).iter_mut();
        for (((step, edge), left), right) in places.zip(edges_of).zip(row).zip(&row[4..]) {
            *step = left.abs_diff(*right);
            *edge = step.saturating_sub(EDGE_STEP - 1);
        }
        let count = |pixels: &[u32]| -> u32 {
            pixels
                .iter()
                .map(|pixel| u32::from(pixel & COLOUR != 0))
                .sum()
        };
        steps += count(&step);
        edges += count(&edge);
    }
    let (shades, edges) = ((steps - edges) as usize, edges as usize);
    shades * 100 > rect.pixels() * MIN_SHADES_PERCENT
        && edges * 100 < rect.pixels() * MAX_EDGES_PERCENT
}

impl Planes {
    /// Adds the pixels of `rect`.
    pub(super) fn put(&mut self, frame: &Framebuffer, rect: Rect) {
        let mut start = [0; 4];
        for y in rect.y..rect.bottom() {
            let row = frame.row(rect, y);
            let mut left = start;
            start = row[0].to_le_bytes();
            for pixel in row {
                let pixel = pixel.to_le_bytes();
                let step = |channel: usize| pixel[channel].wrapping_sub(left[channel]);
                self.green.push(step(1));
                self.red.push(step(2).wrapping_sub(step(1)));
                self.blue.push(step(0).wrapping_sub(step(1)));
                left = pixel;
            }
        }
    }

    /// Packs all of it with `append`, each colour by itself where there is enough of it: what packs one best does not
    /// pack the others best.
    pub(super) fn pack(mut self, mut append: impl FnMut(&[u8])) {
        let Self { green, red, blue } = &mut self;
        if green.len() < MIN_APART_PIXELS {
            green.append(red);
            green.append(blue);
        }
        for colour in [green, red, blue] {
            if !colour.is_empty() {
                append(colour);
            }
        }
    }
}

/// What is left to be read of an update's planes.
pub(super) struct PlanesReader<'a> {
    planes: [&'a [u8]; 3],
}

impl<'a> PlanesReader<'a> {
    /// Of exactly the bytes that a number of pixels take.
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let (green, others) = bytes.split_at(bytes.len() / 3);
        let (red, blue) = others.split_at(others.len() / 2);
        Self {
            planes: [green, red, blue],
        }
    }

    /// Fills `rect` with the next pixels, of which there must be enough.
    pub(super) fn take(&mut self, rect: Rect, frame: &mut Framebuffer) {
        let mut start = [0u8; 3];
        for y in rect.y..rect.bottom() {
            let [green, red, blue] = self.planes.each_mut().map(|plane| {
                let (row, rest) = plane.split_at(rect.width as usize);
                *plane = rest;
                row
            });
            let mut last = start;
            for (x, pixel) in frame.row_mut(rect, y).iter_mut().enumerate() {
                let step = green[x];
                last[0] = last[0].wrapping_add(blue[x].wrapping_add(step));
                last[1] = last[1].wrapping_add(step);
                last[2] = last[2].wrapping_add(red[x].wrapping_add(step));
                *pixel = u32::from_le_bytes([last[0], last[1], last[2], 0]);
                if x == 0 {
                    start = last;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::Size, *};

    fn hills() -> Framebuffer {
        let mut frame = Framebuffer::new(Size::new(90, 70));
        for (n, pixel) in (0u32..).zip(frame.pixels_mut()) {
            let tone = (n % 90 * 2 + n / 90 + n * 7 % 5) & 0xFF;
            *pixel = tone << 16 | (tone ^ 3) << 8 | (255 - tone);
        }
        frame
    }

    #[test]
    fn photos_come_back_as_they_were() {
        let frame = hills();
        let rects = [
            Rect::new(0, 0, 64, 64),
            Rect::new(64, 3, 26, 1),
            Rect::new(5, 66, 1, 4),
        ];
        let mut planes = Planes::default();
        rects.iter().for_each(|rect| planes.put(&frame, *rect));
        let mut bytes = Vec::new();
        planes.pack(|colour| bytes.extend_from_slice(colour));
        let mut again = Framebuffer::new(frame.size());
        let mut reader = PlanesReader::new(&bytes);
        for rect in rects {
            reader.take(rect, &mut again);
            for y in rect.y..rect.bottom() {
                assert_eq!(again.row(rect, y), frame.row(rect, y));
            }
        }
    }

    #[test]
    fn soft_shades_are_told_from_text() {
        let whole = Rect::new(0, 0, 64, 64);
        let mut sky = Framebuffer::new(Size::new(64, 64));
        for (n, pixel) in (0u32..).zip(sky.pixels_mut()) {
            *pixel = 0x40_80c0 + n % 64 / 4 + n / 640;
        }
        assert!(is_soft(&sky, whole) && !is_photo(&sky, whole));
        let mut text = sky.clone();
        for (n, pixel) in text.pixels_mut().iter_mut().enumerate() {
            if n % 64 % 9 == 4 {
                *pixel = 0x10_1010;
            }
        }
        assert!(!is_soft(&text, whole));
        assert!(!is_soft(&Framebuffer::new(Size::new(64, 64)), whole));
    }

    #[test]
    fn a_photo_is_told_from_text() {
        let whole = Rect::new(0, 0, 64, 64);
        assert!(is_photo(&hills(), whole));
        let mut text = Framebuffer::new(Size::new(64, 64));
        text.pixels_mut().fill(COLOUR);
        for (n, pixel) in text.pixels_mut().iter_mut().enumerate() {
            if n % 7 == 0 || n % 64 == 3 {
                *pixel = 0x40_4040 + n as u32 % 3;
            }
        }
        assert!(!is_photo(&text, whole));
    }
}
