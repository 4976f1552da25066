//! A screen's picture in memory.

use super::{Rect, Size};

/// A picture of `size`, row by row without padding, a pixel as `0x00RRGGBB`.
#[derive(Clone, PartialEq, Eq)]
pub struct Framebuffer {
    size: Size,
    pixels: Vec<u32>,
}

impl Framebuffer {
    /// A black picture.
    pub fn new(size: Size) -> Self {
        Self {
            size,
            pixels: vec![0; size.pixels()],
        }
    }

    /// Width and height.
    pub fn size(&self) -> Size {
        self.size
    }

    /// All pixels, `size.width` to a row.
    pub fn pixels(&self) -> &[u32] {
        &self.pixels
    }

    /// All pixels, to be changed.
    pub fn pixels_mut(&mut self) -> &mut [u32] {
        &mut self.pixels
    }

    /// Makes it a black picture of another size.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
        self.pixels.clear();
        self.pixels.resize(size.pixels(), 0);
    }

    /// The pixel `x` from the left and `y` from the top, if there is one.
    pub fn pixel(&self, x: u32, y: u32) -> Option<u32> {
        let place = y as usize * self.size.width as usize + x as usize;
        if x < self.size.width {
            self.pixels.get(place).copied()
        } else {
            None
        }
    }

    /// The part of row `y` that `rect` covers. Panics when `rect` is not within the picture.
    pub fn row(&self, rect: Rect, y: u32) -> &[u32] {
        let start = y as usize * self.size.width as usize + rect.x as usize;
        &self.pixels[start..start + rect.width as usize]
    }

    /// The same, to be changed.
    pub fn row_mut(&mut self, rect: Rect, y: u32) -> &mut [u32] {
        let start = y as usize * self.size.width as usize + rect.x as usize;
        &mut self.pixels[start..start + rect.width as usize]
    }
}

impl std::fmt::Debug for Framebuffer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Framebuffer({}x{})", self.size.width, self.size.height)
    }
}
