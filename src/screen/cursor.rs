//! The pointer's picture, which travels apart from the screen's pixels so that it can be drawn at once.

use serde::{Deserialize, Serialize};

use super::{Point, Size};

/// The longest side of a pointer's picture, in pixels.
pub const MAX_CURSOR_SIDE: u32 = 256;

/// A pointer's picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CursorShape {
    size: Size,
    hot_spot: Point,
    pixels: Vec<u32>,
}

/// A pointer's picture that cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a pointer of {width} x {height} with {pixels} pixels is not possible")]
pub struct CursorError {
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// The number of its pixels.
    pub pixels: usize,
}

impl CursorShape {
    /// A picture of `size`, row by row, a pixel as `0xAARRGGBB` with the colours premultiplied by alpha.
    /// `hot_spot` is the pixel that points.
    ///
    /// # Errors
    /// When the size is empty or over [`MAX_CURSOR_SIDE`], or does not fit the number of pixels.
    pub fn new(size: Size, hot_spot: Point, pixels: Vec<u32>) -> Result<Self, CursorError> {
        let shape = Self {
            size,
            hot_spot,
            pixels,
        };
        shape.check()?;
        Ok(shape)
    }

    /// Whether size and pixels agree; to be asked of a shape that a peer sent.
    ///
    /// # Errors
    /// As [`CursorShape::new`].
    pub fn check(&self) -> Result<(), CursorError> {
        let Size { width, height } = self.size;
        let sides = 1..=MAX_CURSOR_SIDE;
        if sides.contains(&width)
            && sides.contains(&height)
            && self.pixels.len() == self.size.pixels()
        {
            Ok(())
        } else {
            Err(CursorError {
                width,
                height,
                pixels: self.pixels.len(),
            })
        }
    }

    /// Width and height.
    pub fn size(&self) -> Size {
        self.size
    }

    /// The pixel that points, from the picture's own top left.
    pub fn hot_spot(&self) -> Point {
        self.hot_spot
    }

    /// The pixels, `0xAARRGGBB`, premultiplied.
    pub fn pixels(&self) -> &[u32] {
        &self.pixels
    }
}
