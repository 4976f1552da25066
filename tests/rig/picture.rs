//! Pictures of a display, exact to the last bit.

use std::path::Path;

use image::{ImageFormat, Rgb, RgbImage, imageops};

/// A rectangle in pixels of a display.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// From the left.
    pub x: u32,
    /// From the top.
    pub y: u32,
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

impl Area {
    /// The point in its middle.
    pub fn middle(self) -> (i16, i16) {
        let middle = |start: u32, length: u32| i16::try_from(start + length / 2).unwrap();
        (middle(self.x, self.width), middle(self.y, self.height))
    }

    /// The same without `border` pixels at every side.
    pub fn without_border(self, border: u32) -> Self {
        Self {
            x: self.x + border,
            y: self.y + border,
            width: self.width.saturating_sub(2 * border),
            height: self.height.saturating_sub(2 * border),
        }
    }

    /// The part of it that a picture of the display has.
    pub fn within(self, picture: &Picture) -> Self {
        let room = |start: u32, all: u32| all.saturating_sub(start);
        Self {
            width: self.width.min(room(self.x, picture.0.width())),
            height: self.height.min(room(self.y, picture.0.height())),
            ..self
        }
    }
}

/// A picture of a display or of a part of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture(pub RgbImage);

impl Picture {
    /// A part of it.
    pub fn part(&self, area: Area) -> Self {
        Self(imageops::crop_imm(&self.0, area.x, area.y, area.width, area.height).to_image())
    }

    /// How many different colours it has: a picture of one colour proves nothing.
    pub fn colours(&self) -> usize {
        self.0
            .pixels()
            .collect::<std::collections::HashSet<_>>()
            .len()
    }

    /// Roughly what it shows, in letters: for where the words of a test that failed are all that is kept.
    pub fn in_letters(&self) -> String {
        const COLUMNS: u32 = 110;
        const FROM_DARK: &[u8] = b"#%*+=-. ";
        let columns = COLUMNS.min(self.0.width());
        let rows = (columns * self.0.height() / self.0.width().max(1) / 2).max(1);
        let small = imageops::resize(&self.0, columns, rows, imageops::FilterType::Triangle);
        let letter = |pixel: &Rgb<u8>| {
            let [red, green, blue] = pixel.0.map(usize::from);
            match blue.saturating_sub(red) {
                90.. => '@', // what is filled with blue: main buttons
                _ => FROM_DARK[(red + green + blue) * FROM_DARK.len() / (3 * 256)].into(),
            }
        };
        let rows = small.rows().map(|row| row.map(letter).collect::<String>());
        rows.collect::<Vec<_>>().join("\n")
    }

    /// The colour of one pixel.
    pub fn colour(&self, x: u32, y: u32) -> Rgb<u8> {
        *self.0.get_pixel(x, y)
    }

    /// Where `part` is found in it exactly, every bit of every pixel; `None` where it is not.
    pub fn find(&self, part: &Self) -> Option<(u32, u32)> {
        let (width, height) = part.0.dimensions();
        let row_of = |picture: &RgbImage, y: u32| -> Vec<u8> {
            let length = picture.width() as usize * 3;
            let start = y as usize * length;
            picture.as_raw()[start..start + length].to_vec()
        };
        if width == 0 || height == 0 || width > self.0.width() || height > self.0.height() {
            return None;
        }
        let wanted: Vec<Vec<u8>> = (0..height).map(|y| row_of(&part.0, y)).collect();
        let rows: Vec<Vec<u8>> = (0..self.0.height()).map(|y| row_of(&self.0, y)).collect();
        // The most varied row first: plain background would match almost everywhere.
        let key = (0..wanted.len()).max_by_key(|&y| {
            wanted[y]
                .chunks(3)
                .zip(wanted[y].chunks(3).skip(1))
                .filter(|(a, b)| a != b)
                .count()
        })?;
        let bytes = width as usize * 3;
        for y in 0..=(self.0.height() - height) as usize {
            for x in 0..=(self.0.width() - width) as usize {
                let fits = |row: usize| rows[y + row][x * 3..x * 3 + bytes] == wanted[row][..];
                if fits(key) && (0..wanted.len()).all(fits) {
                    return Some((u32::try_from(x).ok()?, u32::try_from(y).ok()?));
                }
            }
        }
        None
    }

    /// Writes it as PNG.
    pub fn save(&self, path: &Path) {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).expect("a folder for pictures");
        }
        self.0
            .save_with_format(path, ImageFormat::Png)
            .unwrap_or_else(|error| panic!("cannot write {}: {error}", path.display()));
    }
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({} x {})", self.0.width(), self.0.height())
    }
}
