//! A picture of the screen as a PNG file, and back.

use std::io::Cursor;

use png::{BitDepth, ColorType, Compression, Decoder, EncodingError, Limits, Transformations};

use crate::screen::{Framebuffer, Size};

/// All pictures of the log together take at most so many bytes of the disk; then the oldest go.
pub const PICTURES_ROOM_BYTES: u64 = 512 * 1024 * 1024;
/// The most memory that a picture may take while it is unpacked: somebody may have put another file in its place.
const MAX_UNPACKING_BYTES: usize = 256 * 1024 * 1024;

/// Packs a picture, quickly rather than small.
///
/// # Errors
/// For a picture without a pixel.
pub(super) fn encode_png(frame: &Framebuffer) -> Result<Vec<u8>, EncodingError> {
    let Size { width, height } = frame.size();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Fast);
    let mut writer = encoder.write_header()?;
    let colours = (frame.pixels().iter()).flat_map(|pixel| {
        let [_, red, green, blue] = pixel.to_be_bytes();
        [red, green, blue]
    });
    writer.write_image_data(&colours.collect::<Vec<_>>())?;
    writer.finish()?;
    Ok(file)
}

/// Unpacks a picture that [`encode_png`] packed; nothing for anything else.
pub(super) fn decode_png(file: &[u8]) -> Option<Framebuffer> {
    let limits = Limits {
        bytes: MAX_UNPACKING_BYTES,
    };
    let mut decoder = Decoder::new_with_limits(Cursor::new(file), limits);
    decoder.set_transformations(Transformations::IDENTITY);
    let mut reader = decoder.read_info().ok()?;
    let size = Size::new(reader.info().width, reader.info().height);
    if !size.is_sane() || reader.output_color_type() != (ColorType::Rgb, BitDepth::Eight) {
        return None;
    }
    let mut colours = vec![0; size.pixels() * 3];
    reader.next_frame(&mut colours).ok()?;
    let mut frame = Framebuffer::new(size);
    let (pixels, _) = colours.as_chunks::<3>();
    for (pixel, [red, green, blue]) in frame.pixels_mut().iter_mut().zip(pixels) {
        *pixel = u32::from_be_bytes([0, *red, *green, *blue]);
    }
    Some(frame)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_picture_comes_back_pixel_for_pixel_and_nothing_else_does() {
        let mut frame = Framebuffer::new(Size::new(37, 5));
        for (at, pixel) in (0..).zip(frame.pixels_mut()) {
            *pixel = (at * 0x0001_0307) & 0x00ff_ffff;
        }
        let file = encode_png(&frame).unwrap();
        assert_eq!(decode_png(&file).as_ref(), Some(&frame));
        for cut in 0..file.len() {
            // Without its end mark it may still be whole, and never is it another one.
            assert!(decode_png(&file[..cut]).is_none_or(|cut| cut == frame));
        }
        assert_eq!(decode_png(b"GIF89a"), None);
        assert!(encode_png(&Framebuffer::new(Size::default())).is_err());
    }
}
