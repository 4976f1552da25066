//! Parts of photos as they can be sent when the line is too slow for all of their bits: baseline JPEG (ITU-T T.81), the parts of an
//! update side by side in cells of a tile's size, on as many sheets as they need. What is shown so is sent again exactly once
//! there is room.
//!
//! A sheet is a picture of its own, so that several are made, and unpacked, at once; and small, so that the processor has its
//! pixels at hand. What sheets say alike, their tables, the stream takes care of.

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use rayon::prelude::*;
use zune_core::{bytestream::ZCursor, colorspace::ColorSpace, options::DecoderOptions};
use zune_jpeg::JpegDecoder;

use super::{Framebuffer, Rect, tiles::TILE};

/// Cells stand in rows of so many.
const ROW: usize = 16;
/// And on a sheet are so many at most.
const SHEET_CELLS: usize = 4 * ROW;
/// The bytes of such a sheet's pixels.
const SHEET_BYTES: usize = SHEET_CELLS * (TILE * TILE) as usize * 4;
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

/// The side lengths of a sheet with so many cells, in pixels.
fn sides(cells: usize) -> (usize, usize) {
    let tile = TILE as usize;
    (cells.min(ROW) * tile, cells.div_ceil(ROW) * tile)
}

/// The sheets with these parts of the frame, none of them larger than a tile, one behind the other, each after its length.
pub(super) fn encode(frame: &Framebuffer, parts: &[Rect], quality: u8) -> Vec<u8> {
    let sheets = parts.par_chunks(SHEET_CELLS);
    let sheets: Vec<_> = sheets
        .map(|parts| encode_sheet(frame, parts, quality))
        .collect();
    let mut bytes = Vec::with_capacity(sheets.iter().map(|sheet| sheet.len() + 4).sum());
    for sheet in sheets {
        bytes.extend((sheet.len() as u32).to_le_bytes());
        bytes.extend(sheet);
    }
    bytes
}

fn encode_sheet(frame: &Framebuffer, parts: &[Rect], quality: u8) -> Vec<u8> {
    let (width, height) = sides(parts.len());
    let tile = TILE as usize;
    let mut pixels = vec![0u32; width * height];
    // Line by line, as they lie in memory.
    for (beside, lines) in (parts.chunks(ROW)).zip(pixels.chunks_exact_mut(width * tile)) {
        for (row, line) in (0..).zip(lines.chunks_exact_mut(width)) {
            for (part, cell) in beside.iter().zip(line.chunks_exact_mut(tile)) {
                // Beyond its edges a part goes on as it ends: that takes the fewest bytes.
                let source = frame.row(*part, part.y + row.min(part.height - 1));
                let (own, beyond) = cell.split_at_mut(source.len());
                own.copy_from_slice(source);
                beyond.fill(source[source.len() - 1]);
            }
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
        .expect("the sides of a sheet fit, and a Vec takes any number of bytes");
    bytes
}

/// Unpacks the sheets with so many cells into `pixels`; false if they are not what [`encode`] makes.
pub(super) fn decode(mut bytes: &[u8], cells: usize, pixels: &mut Vec<u8>) -> bool {
    let mut sheets = Vec::new();
    for first in (0..cells).step_by(SHEET_CELLS) {
        let Some((length, rest)) = bytes.split_first_chunk() else {
            return false;
        };
        let length = u32::from_le_bytes(*length) as usize;
        let Some((sheet, rest)) = rest.split_at_checked(length) else {
            return false;
        };
        sheets.push((sheet, (cells - first).min(SHEET_CELLS)));
        bytes = rest;
    }
    if !bytes.is_empty() {
        return false;
    }
    pixels.resize(sheets.len() * SHEET_BYTES, 0);
    let places = pixels.par_chunks_exact_mut(SHEET_BYTES);
    (sheets.into_par_iter().zip(places))
        .all(|((sheet, cells), pixels)| decode_sheet(sheet, cells, pixels))
}

fn decode_sheet(bytes: &[u8], cells: usize, pixels: &mut [u8]) -> bool {
    let (width, height) = sides(cells);
    if !is_plain(bytes, (width, height)) {
        return false;
    }
    let options = DecoderOptions::default()
        .set_max_width(width)
        .set_max_height(height)
        .jpeg_set_out_colorspace(ColorSpace::RGBA);
    let pixels = &mut pixels[..width * height * 4];
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().is_ok()
        && decoder.output_buffer_size() == Some(pixels.len())
        && decoder.decode_into(pixels).is_ok()
}

/// Puts the cells from number `first` on where they belong, to these parts of the frame. `pixels` are those of sheets with so
/// many `cells` in all.
pub(super) fn put(
    pixels: &[u8],
    cells: usize,
    mut first: usize,
    mut parts: &[Rect],
    frame: &mut Framebuffer,
) {
    let tile = TILE as usize;
    while !parts.is_empty() {
        // Those side by side, line by line, as they lie in memory.
        let (beside, rest) = parts.split_at(parts.len().min(ROW - first % ROW));
        let (sheet, cell) = (first / SHEET_CELLS, first % SHEET_CELLS);
        let (width, _) = sides((cells - sheet * SHEET_CELLS).min(SHEET_CELLS));
        let corner = sheet * SHEET_BYTES + (cell / ROW * tile * width + cell % ROW * tile) * 4;
        for (row, line) in (0..TILE).zip(pixels[corner..].chunks(width * 4)) {
            for (part, cell) in beside.iter().zip(line.chunks(tile * 4)) {
                if row < part.height {
                    put_row(cell, frame.row_mut(*part, part.y + row));
                }
            }
        }
        (first, parts) = (first + beside.len(), rest);
    }
}

/// Puts a row of a cell, or the beginning of one.
fn put_row(cell: &[u8], row: &mut [u32]) {
    for (place, rgba) in row.iter_mut().zip(cell.as_chunks().0) {
        // By shifts, for the compiler makes many pixels at a time of these.
        let rgba = u32::from_le_bytes(*rgba);
        *place = (rgba & 0xFF) << 16 | rgba & 0xFF00 | rgba >> 16 & 0xFF;
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

    fn unpacked(bytes: &[u8], cells: usize) -> Option<Vec<u8>> {
        let mut pixels = Vec::new();
        decode(bytes, cells, &mut pixels).then_some(pixels)
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
        let pixels = unpacked(&bytes, parts.len()).unwrap();
        let mut shown = Framebuffer::new(frame.size());
        put(&pixels, parts.len(), 0, &parts, &mut shown);
        for part in parts {
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
    fn many_parts_make_several_rows_and_sheets() {
        let frame = hills(Size::new(640, 640));
        let parts: Vec<_> = (0..100)
            .map(|n| Rect::new(n % 10 * 64, n / 10 * 64, 64, 64))
            .collect();
        let pixels = unpacked(&encode(&frame, &parts, 40), parts.len()).unwrap();
        let mut shown = Framebuffer::new(frame.size());
        // In any number of goes.
        put(&pixels, parts.len(), 0, &parts[..70], &mut shown);
        put(&pixels, parts.len(), 70, &parts[70..], &mut shown);
        for Rect { x, y, .. } in parts {
            let red = |frame: &Framebuffer| frame.pixel(x + 32, y + 32).unwrap() >> 16;
            assert!(red(&shown).abs_diff(red(&frame)) < 20);
        }
    }

    /// The same sheet, this being its picture.
    fn sheet(picture: &[u8]) -> Vec<u8> {
        [&(picture.len() as u32).to_le_bytes(), picture].concat()
    }

    #[test]
    fn only_what_the_encoder_makes_is_unpacked() {
        let frame = hills(Size::new(64, 64));
        let good = encode(&frame, &[Rect::new(0, 0, 64, 64)], 50);
        assert!(unpacked(&good, 1).is_some());
        assert!(unpacked(&good, 2).is_none(), "another size");
        assert!(unpacked(&good[..good.len() - 1], 1).is_none());
        assert!(unpacked(&[&good[..], &[0]].concat(), 1).is_none());
        assert!(unpacked(&good, SHEET_CELLS + 1).is_none(), "a sheet more");
        assert!(unpacked(&[good.clone(), good.clone()].concat(), 1).is_none());
        assert!(unpacked(&[], 1).is_none());
        let picture = &good[4..];
        assert!(unpacked(&sheet(picture), 1).is_some());
        assert!(unpacked(&sheet(&picture[..picture.len() - 1]), 1).is_none());
        let mut scans = picture.to_vec();
        let scan = (picture.windows(2)).position(|pair| pair == [0xFF, 0xDA]);
        scans.truncate(picture.len() - 2);
        scans.extend_from_slice(&picture[scan.unwrap()..]);
        assert!(unpacked(&sheet(&scans), 1).is_none(), "a second scan");
        let mut progressive = picture.to_vec();
        let frame_header = (picture.windows(2)).position(|pair| pair == [0xFF, 0xC0]);
        progressive[frame_header.unwrap() + 1] = 0xC2;
        assert!(unpacked(&sheet(&progressive), 1).is_none(), "progressive");
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
            let mut picture = encode(&frame, &parts, 75).split_off(4);
            let all = picture.len();
            for (place, byte) in wounds {
                picture[place % all] = byte;
            }
            if let Some(length) = length {
                picture.truncate(length % all);
                picture.extend([0xFF, 0xD9]);
            }
            unpacked(&sheet(&picture), parts.len());
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
