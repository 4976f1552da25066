//! What tiles looked like before: both sides remember the same, as the encoder says.

use std::ops::Range;

use super::{
    Framebuffer, Rect, Size,
    tiles::{COLOUR, Grid, TILE},
};

/// The memory for it on either side, in bytes. It holds eight whole pictures of a 1920x1080 screen.
const MEMORY_BYTES: usize = 48 << 20;
/// The most looks of one tile that are remembered.
const MAX_WAYS: usize = 16;
/// The bytes of a pixel in memory.
const PIXEL_BYTES: usize = 3;

/// Up to so many looks of each tile.
pub(super) struct Memory {
    grid: Grid,
    width: usize,
    ways: usize,
    /// For each row of tiles and each way the looks of its tiles, empty until the first is remembered: in one piece, for many
    /// small ones take longer to get than to fill.
    bands: Vec<Vec<u8>>,
    /// Which looks there are.
    held: Vec<bool>,
}

impl Memory {
    /// An empty memory for a picture of `size`.
    pub(super) fn new(size: Size) -> Self {
        let grid = Grid::new(size);
        let picture = (size.pixels() * PIXEL_BYTES).max(1);
        let ways = (MEMORY_BYTES / picture).min(MAX_WAYS);
        Self {
            grid,
            width: size.width as usize,
            ways,
            bands: vec![Vec::new(); size.height.div_ceil(TILE) as usize * ways],
            held: vec![false; grid.len() as usize * ways],
        }
    }

    /// How many looks of a tile it can hold.
    pub(super) fn ways(&self) -> usize {
        self.ways
    }

    /// Whether there is such a tile, and that many looks of it.
    pub(super) fn has_room(&self, tile: u32, way: u8) -> bool {
        tile < self.grid.len() && usize::from(way) < self.ways
    }

    /// Whether there is something to be restored.
    pub(super) fn holds(&self, tile: u32, way: u8) -> bool {
        self.has_room(tile, way) && self.held[self.place(tile, way)]
    }

    /// Remembers how the tile looks in `frame`.
    pub(super) fn save(&mut self, tile: u32, way: u8, frame: &Framebuffer) {
        let rect = self.grid.rect(tile);
        let (place, (band, bytes)) = (self.place(tile, way), self.bytes(rect, way));
        self.held[place] = true;
        let band = &mut self.bands[band];
        if band.is_empty() {
            *band = vec![0; self.width * rect.height as usize * PIXEL_BYTES];
        }
        let look = &mut band[bytes];
        for (y, row) in (rect.y..rect.bottom()).zip(rows_mut(look, rect)) {
            pack(frame.row(rect, y), row);
        }
    }

    /// Brings the part `part` of the tile, which lies within it, back to `frame`.
    pub(super) fn restore(&self, tile: u32, way: u8, part: Rect, frame: &mut Framebuffer) {
        let rect = self.grid.rect(tile);
        let Some(look) = self.look(tile, way) else {
            return;
        };
        let skipped = (part.x - rect.x) as usize;
        for y in part.y..part.bottom() {
            let row = &row(look, rect, y - rect.y)[skipped * PIXEL_BYTES..];
            let pixels = frame.row_mut(part, y).iter_mut();
            for (pixel, [blue, green, red]) in pixels.zip(row.as_chunks().0) {
                *pixel = u32::from_le_bytes([*blue, *green, *red, 0]);
            }
        }
    }

    /// Copies the look into `pixels`, as wide as the tile. Nothing happens when there is none.
    pub(super) fn recall(&self, tile: u32, way: u8, pixels: &mut Vec<u32>) {
        pixels.clear();
        if let Some(look) = self.look(tile, way) {
            let colour =
                |[blue, green, red]: &[u8; 3]| u32::from_le_bytes([*blue, *green, *red, 0]);
            pixels.extend(look.as_chunks().0.iter().map(colour));
        }
    }

    /// The pixels at these places, counted from the tile's corner, as remembered; none if nothing is. `width` is the tile's.
    pub(super) fn pixels<'a>(
        &'a self,
        tile: u32,
        way: u8,
        width: u32,
        places: &'a [(u32, u32)],
    ) -> impl Iterator<Item = u32> + 'a {
        let look = self.look(tile, way);
        let pixels = look.unwrap_or_default().as_chunks::<PIXEL_BYTES>().0;
        places.iter().filter_map(move |(x, y)| {
            let [blue, green, red] = *pixels.get((y * width + x) as usize)?;
            Some(u32::from_le_bytes([blue, green, red, 0]))
        })
    }

    /// Whether the tile looks in `frame` as remembered.
    pub(super) fn shows(&self, tile: u32, way: u8, frame: &Framebuffer) -> bool {
        let rect = self.grid.rect(tile);
        let Some(look) = self.look(tile, way) else {
            return false;
        };
        (0..rect.height).all(|y| {
            let pixels = frame.row(rect, rect.y + y).iter();
            pixels
                .zip(row(look, rect, y).as_chunks::<PIXEL_BYTES>().0)
                .all(|(pixel, bytes)| pixel.to_le_bytes()[..3] == *bytes)
        })
    }

    fn look(&self, tile: u32, way: u8) -> Option<&[u8]> {
        let (band, bytes) = self.bytes(self.grid.rect(tile), way);
        self.held[self.place(tile, way)].then(|| &self.bands[band][bytes])
    }

    /// Which band has this tile's look, and where: all of its pixels are behind those of the tiles on its left.
    fn bytes(&self, rect: Rect, way: u8) -> (usize, Range<usize>) {
        let band = (rect.y / TILE) as usize * self.ways + usize::from(way);
        let start = (rect.x * rect.height) as usize;
        let end = start + rect.pixels();
        (band, start * PIXEL_BYTES..end * PIXEL_BYTES)
    }

    fn place(&self, tile: u32, way: u8) -> usize {
        tile as usize * self.ways + usize::from(way)
    }
}

/// Writes pixels as three bytes each: four at a time, as three words.
fn pack(pixels: &[u32], bytes: &mut [u8]) {
    let (fours, rest) = pixels.as_chunks::<4>();
    let (twelves, rest_bytes) = bytes.split_at_mut(fours.len() * 4 * PIXEL_BYTES);
    for (four, twelve) in fours.iter().zip(twelves.as_chunks_mut::<12>().0) {
        let [a, b, c, d] = four.map(|pixel| pixel & COLOUR);
        let words = [a | b << 24, b >> 8 | c << 16, c >> 16 | d << 8];
        for (word, place) in words.iter().zip(twelve.as_chunks_mut().0) {
            *place = word.to_le_bytes();
        }
    }
    for (pixel, place) in rest.iter().zip(rest_bytes.as_chunks_mut().0) {
        let [blue, green, red, _] = pixel.to_le_bytes();
        *place = [blue, green, red];
    }
}

fn row(look: &[u8], rect: Rect, y: u32) -> &[u8] {
    let bytes = rect.width as usize * PIXEL_BYTES;
    &look[y as usize * bytes..][..bytes]
}

fn rows_mut(look: &mut [u8], rect: Rect) -> std::slice::ChunksExactMut<'_, u8> {
    look.chunks_exact_mut(rect.width as usize * PIXEL_BYTES)
}
