//! Parts of photos as they can be sent when the line is too slow for all of their bits: baseline JPEG (ITU-T T.81), all the parts of an
//! update in one picture, side by side in cells of a tile's size. What is shown so is sent again exactly once there is room.

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use zune_core::{bytestream::ZCursor, colorspace::ColorSpace, options::DecoderOptions};
use zune_jpeg::JpegDecoder;

use super::{
    Framebuffer, Rect,
    tiles::{COLOUR, TILE},
};

/// Cells stand in rows of so many.
const ROW: usize = 16;
/// With this quality and a better one colours keep their full resolution.
const FULL_COLOUR: u8 = 88;
/// The qualities, and about how many bytes each takes for a thousand pixels of a photo.
const QUALITIES: [(u8, usize); 8] = [
    (85, 170),
    (75, 110),
    (62, 80),
    (48, 62),
    (34, 48),
    (22, 36),
    (14, 27),
    (8, 19),
];

/// The best quality with which so many pixels take at most so many bytes, by experience: `scale` says how much more, in
/// thousandths, these photos take than others.
pub(super) fn quality(pixels: usize, bytes: usize, scale: usize) -> (u8, usize) {
    let predicted = |per_thousand: usize| pixels * per_thousand / 1000 * scale / 1000;
    let (quality, per_thousand) = (QUALITIES.iter())
        .find(|(_, per_thousand)| predicted(*per_thousand) <= bytes)
        .unwrap_or(&QUALITIES[QUALITIES.len() - 1]);
    (*quality, predicted(*per_thousand))
}

/// The side lengths of a picture with so many cells, in pixels.
fn sheet(cells: usize) -> (usize, usize) {
    let tile = TILE as usize;
    (cells.min(ROW) * tile, cells.div_ceil(ROW) * tile)
}

/// The picture of these parts of the frame, none of them larger than a tile.
pub(super) fn encode(frame: &Framebuffer, parts: &[Rect], quality: u8) -> Vec<u8> {
    let (width, height) = sheet(parts.len());
    let tile = TILE as usize;
    let mut pixels = vec![0u32; width * height];
    for (cell, part) in parts.iter().enumerate() {
        let (left, top) = (cell % ROW * tile, cell / ROW * tile);
        for row in 0..tile {
            // Beyond its edges a part goes on as it ends: that takes the fewest bytes.
            let y = part.y + (row as u32).min(part.height - 1);
            let source = frame.row(*part, y);
            let start = (top + row) * width + left;
            let line = &mut pixels[start..start + tile];
            let (own, beyond) = line.split_at_mut(source.len());
            own.copy_from_slice(source);
            beyond.fill(source[source.len() - 1]);
        }
    }
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, quality);
    encoder.set_sampling_factor(if quality < FULL_COLOUR {
        SamplingFactor::F_2_2
    } else {
        SamplingFactor::F_1_1
    });
    // As bytes on every processor that Hulp runs on: blue, green, red, nothing.
    let pixels = bytemuck::cast_slice(&pixels);
    encoder
        .encode(pixels, width as u16, height as u16, ColorType::Bgra)
        .expect("its sides fit: MAX_CELLS, and a Vec takes any number of bytes");
    bytes
}

/// The most cells of a picture: what JPEG's height of 16 bits holds.
pub(super) const MAX_CELLS: usize = (u16::MAX as usize / TILE as usize) * ROW;

/// The picture of `cells` parts, unpacked; nothing if it is not what [`encode`] makes.
pub(super) fn decode(bytes: &[u8], cells: usize) -> Option<Vec<u8>> {
    let (width, height) = sheet(cells);
    if !is_plain(bytes, (width, height)) {
        return None;
    }
    let options = DecoderOptions::default()
        .set_max_width(width)
        .set_max_height(height)
        .jpeg_set_out_colorspace(ColorSpace::RGBA);
    let pixels = JpegDecoder::new_with_options(ZCursor::new(bytes), options)
        .decode()
        .ok()?;
    (pixels.len() == width * height * 4).then_some(pixels)
}

/// Puts the cell of this number where it belongs.
pub(super) fn put(pixels: &[u8], cells: usize, cell: usize, part: Rect, frame: &mut Framebuffer) {
    let (width, _) = sheet(cells);
    let tile = TILE as usize;
    let (left, top) = (cell % ROW * tile, cell / ROW * tile);
    for (row, y) in (part.y..part.bottom()).enumerate() {
        let start = ((top + row) * width + left) * 4;
        let source = pixels[start..].chunks_exact(4);
        for (place, rgba) in frame.row_mut(part, y).iter_mut().zip(source) {
            *place = u32::from_le_bytes([rgba[2], rgba[1], rgba[0], 0]) & COLOUR;
        }
    }
}

/// Whether this is one baseline scan of three colours and this size, and nothing else. A picture in many scans, or with a
/// restart in the wrong place, could cost a decoder any amount of time.
fn is_plain(bytes: &[u8], (width, height): (usize, usize)) -> bool {
    let Some(mut rest) = bytes.strip_prefix(&[0xFF, 0xD8]) else {
        return false;
    };
    let mut has_size = false;
    loop {
        let [0xFF, marker, high, low, ..] = *rest else {
            return false;
        };
        let length = usize::from(high) << 8 | usize::from(low);
        let Some((segment, after)) = rest[2..].split_at_checked(length) else {
            return false;
        };
        rest = after;
        match marker {
            // Application data, quantisation and Huffman tables.
            0xE0 | 0xDB | 0xC4 => {}
            0xC0 if !has_size => {
                let [_, _, 8, y_high, y_low, x_high, x_low, 3, ..] = *segment else {
                    return false;
                };
                let side = |high: u8, low: u8| usize::from(high) << 8 | usize::from(low);
                if (side(x_high, x_low), side(y_high, y_low)) != (width, height) {
                    return false;
                }
                has_size = true;
            }
            0xDA => break,
            _ => return false,
        }
    }
    let Some(scan) = rest.strip_suffix(&[0xFF, 0xD9]) else {
        return false;
    };
    has_size
        && scan.windows(2).all(|pair| pair[0] != 0xFF || pair[1] == 0)
        && !scan.ends_with(&[0xFF])
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{super::Size, *};

    fn hills(size: Size) -> Framebuffer {
        let mut frame = Framebuffer::new(size);
        for (n, pixel) in (0u32..).zip(frame.pixels_mut()) {
            let (x, y) = (n % size.width, n / size.width);
            *pixel = (x * 255 / size.width) << 16
                | (y * 255 / size.height) << 8
                | (((x + y) / 2) & 0xFF);
        }
        frame
    }

    #[test]
    fn a_photo_comes_back_nearly_as_it_was_and_in_its_place() {
        let frame = hills(Size::new(200, 150));
        let parts = [
            Rect::new(0, 0, 64, 64),
            Rect::new(130, 70, 5, 64),
            Rect::new(199, 149, 1, 1),
        ];
        let bytes = encode(&frame, &parts, 85);
        let pixels = decode(&bytes, parts.len()).unwrap();
        let mut shown = Framebuffer::new(frame.size());
        for (cell, part) in parts.into_iter().enumerate() {
            put(&pixels, parts.len(), cell, part, &mut shown);
            for y in part.y..part.bottom() {
                for (got, wanted) in shown.row(part, y).iter().zip(frame.row(part, y)) {
                    let channels = got.to_le_bytes().into_iter().zip(wanted.to_le_bytes());
                    let apart = channels.map(|(got, wanted)| got.abs_diff(wanted)).max();
                    assert!(apart.unwrap() < 12, "{got:x} for {wanted:x}");
                }
            }
        }
        assert_eq!(
            shown.pixel(64, 0),
            Some(0),
            "beside the parts nothing changes"
        );
    }

    #[test]
    fn many_parts_make_several_rows() {
        let frame = hills(Size::new(640, 640));
        let parts: Vec<_> = (0..100)
            .map(|n| Rect::new(n % 10 * 64, n / 10 * 64, 64, 64))
            .collect();
        let pixels = decode(&encode(&frame, &parts, 40), parts.len()).unwrap();
        let mut shown = Framebuffer::new(frame.size());
        for (cell, part) in parts.iter().enumerate() {
            put(&pixels, parts.len(), cell, *part, &mut shown);
        }
        let (got, wanted) = (
            shown.pixel(600, 600).unwrap(),
            frame.pixel(600, 600).unwrap(),
        );
        assert!((got >> 16).abs_diff(wanted >> 16) < 20);
    }

    #[test]
    fn only_what_the_encoder_makes_is_unpacked() {
        let frame = hills(Size::new(64, 64));
        let good = encode(&frame, &[Rect::new(0, 0, 64, 64)], 50);
        assert!(decode(&good, 1).is_some());
        assert!(decode(&good, 2).is_none(), "another size");
        assert!(decode(&good[..good.len() - 1], 1).is_none());
        assert!(decode(&[], 1).is_none());
        let mut scans = good.clone();
        let scan = good
            .windows(2)
            .position(|pair| pair == [0xFF, 0xDA])
            .unwrap();
        scans.truncate(good.len() - 2);
        scans.extend_from_slice(&good[scan..]);
        assert!(decode(&scans, 1).is_none(), "a second scan");
        let mut progressive = good;
        let frame_header = progressive.windows(2).position(|pair| pair == [0xFF, 0xC0]);
        progressive[frame_header.unwrap() + 1] = 0xC2;
        assert!(decode(&progressive, 1).is_none(), "progressive");
    }

    proptest::proptest! {
        /// A peer may send anything that keeps to the form of a picture.
        #[test]
        fn a_damaged_picture_does_no_harm(
            wounds in proptest::collection::vec((0..20_000_usize, proptest::num::u8::ANY), 1..12),
            length in proptest::option::of(0..20_000_usize),
        ) {
            let frame = hills(Size::new(128, 64));
            let parts = [Rect::new(0, 0, 64, 64), Rect::new(64, 0, 64, 64)];
            let mut bytes = encode(&frame, &parts, 75);
            let all = bytes.len();
            for (place, byte) in wounds {
                bytes[place % all] = byte;
            }
            if let Some(length) = length {
                bytes.truncate(length % all);
                bytes.extend([0xFF, 0xD9]);
            }
            if let Some(pixels) = decode(&bytes, parts.len()) {
                assert_eq!(pixels.len(), 128 * 64 * 4);
            }
        }
    }

    #[test]
    fn a_smaller_allowance_gives_a_lower_quality() {
        let pixels = 100_000;
        assert_eq!(quality(pixels, 50_000, 1000).0, 85);
        assert_eq!(quality(pixels, 9_000, 1000).0, 62);
        assert_eq!(quality(pixels, 9_000, 2000).0, 22);
        assert_eq!(quality(pixels, 0, 1000).0, 8);
    }
}
