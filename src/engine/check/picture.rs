//! A picture of the screen, made small enough to stand on a page.

use fast_image_resize::{
    FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer,
    images::{Image, ImageRef},
};

use crate::screen::{Framebuffer, Size};

/// The most pixels that it is wide and high.
const LARGEST: Size = Size::new(480, 270);

/// The same picture in the same shape, no larger than [`LARGEST`].
pub(super) fn small(frame: &Framebuffer) -> Framebuffer {
    let size = fitting(frame.size());
    let mut made = Framebuffer::new(size);
    let from = frame.size();
    let pixels = bytemuck::cast_slice(frame.pixels());
    let source = ImageRef::new(from.width, from.height, pixels, PixelType::U8x4);
    let target = Image::from_slice_u8(
        size.width,
        size.height,
        bytemuck::cast_slice_mut(made.pixels_mut()),
        PixelType::U8x4,
    );
    if let (Ok(source), Ok(mut target)) = (source, target) {
        let how = ResizeOptions::new()
            .resize_alg(ResizeAlg::Convolution(FilterType::Box))
            .use_alpha(false);
        // Both are four bytes a pixel: it cannot fail.
        let _ = Resizer::new().resize(&source, &mut target, &how);
    }
    made
}

fn fitting(size: Size) -> Size {
    let (width, height) = (u64::from(size.width.max(1)), u64::from(size.height.max(1)));
    let (most_wide, most_high) = (u64::from(LARGEST.width), u64::from(LARGEST.height));
    if width <= most_wide && height <= most_high {
        return size;
    }
    let part = |side: u64, by: u64, whole: u64| {
        u32::try_from((side * by / whole).max(1)).unwrap_or(LARGEST.width)
    };
    match width * most_high >= height * most_wide {
        true => Size::new(LARGEST.width, part(height, most_wide, width)),
        false => Size::new(part(width, most_high, height), LARGEST.height),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screen::Rect;

    #[test]
    fn the_shape_stays() {
        for (from, to) in [
            ((1920, 1080), (480, 270)),
            ((1280, 800), (432, 270)),
            ((3840, 1080), (480, 135)),
            ((200, 100), (200, 100)),
            ((1, 40_000), (1, 270)),
        ] {
            assert_eq!(fitting(Size::new(from.0, from.1)), Size::new(to.0, to.1));
        }
    }

    #[test]
    fn it_shows_what_is_there() {
        let mut frame = Framebuffer::new(Size::new(960, 540));
        let half = Rect::new(0, 0, 480, 540);
        for y in 0..540 {
            frame.row_mut(half, y).fill(0x0011_2233);
        }
        let made = small(&frame);
        assert_eq!(made.size(), Size::new(480, 270));
        assert_eq!(made.pixel(100, 100), Some(0x0011_2233));
        assert_eq!(made.pixel(400, 100), Some(0));
    }
}
