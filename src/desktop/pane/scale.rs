//! A part of a picture at another size; parts fit together without seams.

use fast_image_resize::{
    FilterType, PixelType, ResizeAlg, ResizeError, ResizeOptions, Resizer,
    images::{Image, ImageRef},
};

use crate::screen::{Rect, Size};

/// How far the filters reach, in pixels of the larger of both pictures.
const REACH: f64 = 1.0;

/// Makes parts of pictures smaller or larger.
#[derive(Default)]
pub(super) struct Scaler {
    resizer: Resizer,
    pixels: Vec<u32>,
}

impl Scaler {
    /// The pixels of `part`, row by row, of what `source`, a picture of the size `from`, is at the size `to`.
    /// A part within `to`; both sizes are not empty.
    pub(super) fn part(&mut self, source: &[u32], from: Size, to: Size, part: Rect) -> &[u32] {
        self.pixels.clear();
        self.pixels.resize(part.pixels(), 0);
        if let Err(error) = self.resize(source, from, to, part) {
            tracing::error!(%error, ?from, ?to, ?part, "a part of the screen was not scaled");
        }
        &self.pixels
    }

    fn resize(
        &mut self,
        source: &[u32],
        from: Size,
        to: Size,
        part: Rect,
    ) -> Result<(), ResizeError> {
        let bytes = bytemuck::cast_slice(source);
        let unfit = |_| ResizeError::PixelTypesAreDifferent;
        let source =
            ImageRef::new(from.width, from.height, bytes, PixelType::U8x4).map_err(unfit)?;
        let bytes = bytemuck::cast_slice_mut(&mut self.pixels);
        let mut target =
            Image::from_slice_u8(part.width, part.height, bytes, PixelType::U8x4).map_err(unfit)?;
        let (left, width) = span(part.x, part.width, from.width, to.width);
        let (top, height) = span(part.y, part.height, from.height, to.height);
        let options = ResizeOptions::new()
            .resize_alg(algorithm(from, to))
            .use_alpha(false)
            .crop(left, top, width, height);
        self.resizer.resize(&source, &mut target, &options)
    }
}

/// The part of the picture at the size `to` that a change of `rect` in the one at the size `from` may have changed.
pub(super) fn reached(rect: Rect, from: Size, to: Size) -> Rect {
    let axis = |start: u32, end: u32, from: u32, to: u32| {
        let scale = f64::from(from) / f64::from(to);
        let radius = REACH * scale.max(1.0);
        let first = ((f64::from(start) - radius) / scale - 0.5).floor();
        let last = ((f64::from(end) + radius) / scale - 0.5).ceil();
        let first = first.clamp(0.0, f64::from(to)) as u32;
        let after = (last + 1.0).clamp(f64::from(first), f64::from(to)) as u32;
        (first, after - first)
    };
    let (x, width) = axis(rect.x, rect.right(), from.width, to.width);
    let (y, height) = axis(rect.y, rect.bottom(), from.height, to.height);
    Rect::new(x, y, width, height)
}

/// Whole multiples stay sharp; what becomes larger becomes softer; what becomes smaller keeps as much of its letters'
/// edges as goes without false patterns.
fn algorithm(from: Size, to: Size) -> ResizeAlg {
    let times = |from: u32, to: u32| to.is_multiple_of(from).then(|| to / from);
    if times(from.width, to.width).is_some() && times(from.height, to.height).is_some() {
        ResizeAlg::Nearest
    } else if to.width > from.width {
        ResizeAlg::Convolution(FilterType::Bilinear)
    } else {
        ResizeAlg::Convolution(FilterType::Hamming)
    }
}

/// Where a part begins in the source, and how long it is there; never beyond the source's end by a rounding.
fn span(start: u32, length: u32, from: u32, to: u32) -> (f64, f64) {
    let scale = f64::from(from) / f64::from(to);
    let begin = f64::from(start) * scale;
    let mut length = f64::from(length) * scale;
    while begin + length > f64::from(from) {
        length = length.next_down();
    }
    (begin, length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(size: Size) -> Vec<u32> {
        let pixels = 0..size.pixels() as u32;
        pixels
            .map(|n| n.wrapping_mul(0x0099_41b7) & 0x00ff_ffff)
            .collect()
    }

    fn differ(one: u32, other: u32) -> u32 {
        let bytes = one.to_le_bytes().into_iter().zip(other.to_le_bytes());
        bytes
            .map(|(a, b)| u32::from(a.abs_diff(b)))
            .max()
            .unwrap_or(0)
    }

    #[test]
    fn parts_fit_the_whole() {
        for (from, to) in [
            (Size::new(320, 180), Size::new(211, 119)),
            (Size::new(320, 180), Size::new(320, 90)),
            (Size::new(97, 61), Size::new(301, 200)),
            (Size::new(50, 40), Size::new(150, 120)),
            (Size::new(64, 64), Size::new(3, 2)),
        ] {
            let source = picture(from);
            let mut scaler = Scaler::default();
            let whole = scaler.part(&source, from, to, to.rect()).to_vec();
            for y in (0..to.height).step_by(17) {
                for x in (0..to.width).step_by(23) {
                    let part = Rect::new(x, y, 23.min(to.width - x), 17.min(to.height - y));
                    let pixels = scaler.part(&source, from, to, part).to_vec();
                    for (row, y) in pixels.chunks(part.width as usize).zip(part.y..) {
                        let start = (y * to.width + part.x) as usize;
                        for (one, other) in row.iter().zip(&whole[start..]) {
                            assert!(differ(*one, *other) <= 1, "{from:?} to {to:?}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn nothing_changes_outside_what_is_reached() {
        for (from, to) in [
            (Size::new(200, 120), Size::new(133, 77)),
            (Size::new(200, 120), Size::new(431, 290)),
            (Size::new(200, 120), Size::new(400, 240)),
        ] {
            let mut source = picture(from);
            let mut scaler = Scaler::default();
            let before = scaler.part(&source, from, to, to.rect()).to_vec();
            let rect = Rect::new(57, 31, 13, 9);
            for y in rect.y..rect.bottom() {
                let start = (y * from.width + rect.x) as usize;
                source[start..start + rect.width as usize].fill(0x00ff_ffff);
            }
            let after = scaler.part(&source, from, to, to.rect());
            let reached = reached(rect, from, to);
            let pixels = before.iter().zip(after).zip(0..);
            let mut changed = 0;
            for ((before, after), at) in pixels {
                if before != after {
                    changed += 1;
                    let pixel = Rect::new(at % to.width, at / to.width, 1, 1);
                    assert!(reached.contains(pixel), "{from:?} to {to:?}: {pixel:?}");
                }
            }
            assert!(changed > 0);
            let scale = f64::from(to.width) / f64::from(from.width);
            let generous = (13.0 * scale + 6.0) * (9.0 * scale + 6.0);
            assert!((reached.pixels() as f64) < generous + 8.0 * scale * 22.0);
        }
    }

    #[test]
    fn a_plain_picture_stays_plain() {
        let (from, to) = (Size::new(40, 30), Size::new(27, 19));
        let plain = vec![0x0012_3456; from.pixels()];
        let mut scaler = Scaler::default();
        let part = scaler.part(&plain, from, to, to.rect());
        assert!(part.iter().all(|pixel| *pixel == 0x0012_3456));
    }
}
