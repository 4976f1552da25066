//! From the memory that a compositor filled to Hulp's picture: its colours, and which way up it lies.

use wayland_client::protocol::{wl_output::Transform, wl_shm::Format};

use super::outputs::upright;
use crate::screen::{Framebuffer, Rect, Size};

/// The most bytes that a row may be longer than its pixels.
const MAX_PADDING: u32 = 4096;
/// The bytes of a pixel.
pub(super) const PIXEL: u32 = 4;

/// How pixels lie in a buffer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// Of the buffer, which may lie on its side.
    pub(super) size: Size,
    /// Bytes from row to row.
    pub(super) stride: u32,
    pub(super) format: Format,
}

/// Which way up a buffer's picture lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Way {
    pub(super) transform: Transform,
    /// The first row is the lowest.
    pub(super) upside_down: bool,
}

/// A buffer that Hulp does not take.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum LayoutError {
    #[error("a screen of {} x {} pixels", .0.width, .0.height)]
    Size(Size),
    #[error("rows of {0} bytes")]
    Stride(u32),
    #[error("pixels in the form {0:?}")]
    Format(Format),
}

impl Layout {
    /// Whether it is one that Hulp reads: what the compositor says of it may be anything.
    pub(super) fn check(self) -> Result<(), LayoutError> {
        if !self.size.is_sane() {
            return Err(LayoutError::Size(self.size));
        }
        let pixels = self.size.width * PIXEL; // it fits: see `MAX_SIDE`
        if !(pixels..=pixels + MAX_PADDING).contains(&self.stride)
            || !self.stride.is_multiple_of(PIXEL)
        {
            return Err(LayoutError::Stride(self.stride));
        }
        match is_known(self.format) {
            true => Ok(()),
            false => Err(LayoutError::Format(self.format)),
        }
    }

    /// Bytes of all of it; fits, after [`Layout::check`].
    pub(super) fn bytes(self) -> usize {
        self.stride as usize * self.size.height as usize
    }
}

/// Whether Hulp reads pixels of this form.
pub(super) fn is_known(format: Format) -> bool {
    matches!(
        format,
        Format::Xrgb8888 | Format::Argb8888 | Format::Xbgr8888 | Format::Abgr8888
    )
}

impl Way {
    /// Where a part of a buffer of this size is in the picture.
    pub(super) fn part(self, part: Rect, buffer: Size) -> Rect {
        if self.upside_down {
            return upright(buffer, self.transform).rect();
        }
        let Rect {
            x,
            y,
            width,
            height,
        } = part;
        let (right, bottom) = (
            buffer.width.saturating_sub(part.right()),
            buffer.height.saturating_sub(part.bottom()),
        );
        match self.transform {
            Transform::_90 => Rect::new(bottom, x, height, width),
            Transform::_180 => Rect::new(right, bottom, width, height),
            Transform::_270 => Rect::new(y, right, height, width),
            Transform::Flipped => Rect::new(right, y, width, height),
            Transform::Flipped90 => Rect::new(y, x, height, width),
            Transform::Flipped180 => Rect::new(x, bottom, width, height),
            Transform::Flipped270 => Rect::new(bottom, right, height, width),
            _ => part,
        }
    }

    /// The place in a buffer of the picture's pixel `x` from the left and `y` from the top.
    fn place(self, x: usize, y: usize, buffer: Size) -> (usize, usize) {
        // The last column and row; there is one, and x and y are within the picture.
        let (last_x, last_y) = (buffer.width as usize - 1, buffer.height as usize - 1);
        let (x, y) = match self.transform {
            Transform::_90 => (y, last_y - x),
            Transform::_180 => (last_x - x, last_y - y),
            Transform::_270 => (last_x - y, x),
            Transform::Flipped => (last_x - x, y),
            Transform::Flipped90 => (y, x),
            Transform::Flipped180 => (x, last_y - y),
            Transform::Flipped270 => (last_x - y, last_y - x),
            _ => (x, y),
        };
        (x, if self.upside_down { last_y - y } else { y })
    }
}

/// Copies a part of the picture out of `buffer`. The frame has the picture's size, and `part` is within it.
pub(super) fn copy(buffer: &[u32], layout: Layout, way: Way, part: Rect, frame: &mut Framebuffer) {
    let words = layout.stride as usize / PIXEL as usize;
    let colour = match layout.format {
        Format::Xbgr8888 | Format::Abgr8888 => |pixel: u32| pixel.swap_bytes() >> 8,
        _ => |pixel: u32| pixel & 0x00ff_ffff,
    };
    let is_straight = way.transform == Transform::Normal;
    for y in part.y..part.bottom() {
        let row = frame.row_mut(part, y);
        if is_straight {
            let (x, y) = way.place(part.x as usize, y as usize, layout.size);
            let from = &buffer[y * words + x..][..row.len()];
            for (to, pixel) in row.iter_mut().zip(from) {
                *to = colour(u32::from_le(*pixel));
            }
            continue;
        }
        for (x, to) in (part.x as usize..).zip(row) {
            let (x, y) = way.place(x, y as usize, layout.size);
            *to = colour(u32::from_le(buffer[y * words + x]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Transform; 8] = [
        Transform::Normal,
        Transform::_90,
        Transform::_180,
        Transform::_270,
        Transform::Flipped,
        Transform::Flipped90,
        Transform::Flipped180,
        Transform::Flipped270,
    ];

    fn layout(width: u32, height: u32) -> Layout {
        Layout {
            size: Size::new(width, height),
            stride: width * PIXEL,
            format: Format::Xrgb8888,
        }
    }

    #[test]
    fn a_changed_part_of_the_buffer_is_where_its_pixels_come_to_lie() {
        let layout = layout(7, 5);
        let part = Rect::new(1, 2, 3, 2);
        for transform in ALL {
            let way = Way {
                transform,
                upside_down: false,
            };
            let mut buffer = vec![0xff00_0000; layout.size.pixels()];
            for y in part.y..part.bottom() {
                for x in part.x..part.right() {
                    buffer[(y * 7 + x) as usize] = 0xff00_0001;
                }
            }
            let size = upright(layout.size, transform);
            let mut frame = Framebuffer::new(size);
            copy(&buffer, layout, way, size.rect(), &mut frame);
            let shown = way.part(part, layout.size);
            for y in 0..size.height {
                for x in 0..size.width {
                    let within = shown.contains(Rect::new(x, y, 1, 1));
                    assert_eq!(frame.pixel(x, y), Some(u32::from(within)), "{transform:?}");
                }
            }
        }
    }

    #[test]
    fn a_quarter_turn_puts_the_first_pixel_at_the_right() {
        // `wl_output.transform`: the monitor is turned counter-clockwise, so its buffer is clockwise to it.
        let mut frame = Framebuffer::new(Size::new(2, 3));
        let way = Way {
            transform: Transform::_90,
            upside_down: false,
        };
        let buffer = [1, 2, 3, 4, 5, 6];
        copy(
            &buffer,
            layout(3, 2),
            way,
            Rect::new(0, 0, 2, 3),
            &mut frame,
        );
        assert_eq!(frame.pixels(), [4, 1, 5, 2, 6, 3]);
    }

    #[test]
    fn rows_may_be_padded_upside_down_and_of_other_colours() {
        let layout = Layout {
            size: Size::new(1, 2),
            stride: 8,
            format: Format::Abgr8888,
        };
        layout.check().expect("a buffer like others");
        let way = Way {
            transform: Transform::Normal,
            upside_down: true,
        };
        let mut frame = Framebuffer::new(layout.size);
        let buffer = [0xff11_2233, 0, 0xff44_5566, 0];
        copy(&buffer, layout, way, layout.size.rect(), &mut frame);
        assert_eq!(frame.pixels(), [0x0066_5544, 0x0033_2211]);
    }

    #[test]
    fn what_cannot_be_a_screen_is_refused() {
        for (width, height, stride) in [
            (0, 5, 0),
            (u32::MAX, 1, u32::MAX),
            (16_384, 16_384, 65_536),
            (100, 100, 399),
            (100, 100, 402),
            (100, 100, u32::MAX),
        ] {
            let wrong = Layout {
                size: Size::new(width, height),
                stride,
                format: Format::Xrgb8888,
            };
            assert!(wrong.check().is_err(), "{wrong:?}");
        }
        let unknown = Layout {
            format: Format::Nv12,
            ..layout(8, 8)
        };
        assert_eq!(unknown.check(), Err(LayoutError::Format(Format::Nv12)));
    }
}
