//! The expert's side of a video. The frames were made by a peer, so nothing is believed.

use std::panic::{AssertUnwindSafe, catch_unwind};

use fast_image_resize::Resizer;
use oxideav_vp8::{Vp8DecoderState, Vp8FrameHeader};
use yuv::{YuvPlanarImage, yuv420_to_bgra};

use super::{MATRIX, RANGE, VideoHeader, resize, tint_bytes};
use crate::screen::{Framebuffer, Rect, Size, tiles::COLOUR};

/// One video, from its first picture on.
pub(in crate::screen) struct VideoDecoder {
    area: Rect,
    shrink: u8,
    picture: Size,
    state: Vp8DecoderState,
    resizer: Resizer,
    /// The picture as it came, if the area is larger.
    small: Vec<u32>,
    /// The area as the last picture shows it.
    pixels: Vec<u32>,
}

impl VideoDecoder {
    /// A decoder for the video that begins so; nothing if its pictures cannot be. The area lies within the screen.
    pub(in crate::screen) fn new(header: &VideoHeader) -> Option<Self> {
        let picture = header.picture()?;
        Some(Self {
            area: header.area,
            shrink: header.shrink,
            picture,
            state: Vp8DecoderState::new().with_max_pixels_per_frame(picture.pixels() as u64),
            resizer: Resizer::new(),
            small: Vec::new(),
            pixels: vec![0; header.area.pixels()],
        })
    }

    /// Whether the header goes on with this video.
    pub(in crate::screen) fn fits(&self, header: &VideoHeader) -> bool {
        (self.area, self.shrink) == (header.area, header.shrink)
    }

    /// Unpacks the next picture; nothing if it is not one of this video's. The decoder is not to be used any more then.
    pub(in crate::screen) fn decode(&mut self, frame: &[u8]) -> Option<()> {
        let Size { width, height } = self.picture;
        let header = Vp8FrameHeader::parse(frame).ok()?;
        let differs = |its: Option<u16>, ours: u32| its.is_some_and(|its| u32::from(its) != ours);
        if differs(header.width, width) || differs(header.height, height) {
            return None;
        }
        // The library promises not to panic, and is young. What it left behind is thrown away with this decoder.
        let unpacked = catch_unwind(AssertUnwindSafe(|| self.state.decode_frame(frame)));
        let unpacked = unpacked.ok()?.ok()?;
        let tints = tint_bytes(self.picture);
        if (unpacked.y.len(), unpacked.u.len(), unpacked.v.len())
            != (self.picture.pixels(), tints, tints)
        {
            return None;
        }
        let image = YuvPlanarImage {
            y_plane: &unpacked.y,
            y_stride: width,
            u_plane: &unpacked.u,
            u_stride: width.div_ceil(2),
            v_plane: &unpacked.v,
            v_stride: width.div_ceil(2),
            width,
            height,
        };
        if self.shrink == 1 {
            return convert(&image, &mut self.pixels);
        }
        self.small.resize(self.picture.pixels(), 0);
        convert(&image, &mut self.small)?;
        let area = Size::new(self.area.width, self.area.height);
        let source = (self.picture, self.small.as_slice(), self.picture.rect());
        resize(&mut self.resizer, source, (area, &mut self.pixels))
    }

    /// Puts the part of the last picture, which lies within the area, where it belongs.
    pub(in crate::screen) fn put(&self, part: Rect, frame: &mut Framebuffer) {
        let width = self.area.width as usize;
        for y in part.y..part.bottom() {
            let start = (y - self.area.y) as usize * width + (part.x - self.area.x) as usize;
            let row = frame.row_mut(part, y);
            for (place, pixel) in row.iter_mut().zip(&self.pixels[start..]) {
                *place = pixel & COLOUR;
            }
        }
    }
}

/// The picture as pixels.
fn convert(image: &YuvPlanarImage<u8>, pixels: &mut [u32]) -> Option<()> {
    // As bytes on every processor that Hulp runs on: blue, green, red, nothing.
    let bytes = bytemuck::cast_slice_mut(pixels);
    yuv420_to_bgra(image, bytes, image.width * 4, RANGE, MATRIX).ok()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use oxideav_vp8::{I420Frame, KeyframeParams, Vp8InterStreamEncoder};
    use proptest::prelude::*;

    use super::*;

    const AREA: Rect = Rect::new(64, 128, 96, 64);

    fn header(area: Rect, shrink: u8) -> VideoHeader {
        VideoHeader {
            area,
            shrink,
            begins: true,
            bytes: 0,
        }
    }

    /// Frames of a gradient that moves.
    fn frames(size: Size, count: u8) -> Vec<Vec<u8>> {
        let params = KeyframeParams::default();
        let mut encoder = Vp8InterStreamEncoder::new(params, 1000).unwrap();
        let frame = |n: u8| {
            let luma: Vec<u8> = (0..size.pixels())
                .map(|at| (at % size.width as usize) as u8 + n * 3)
                .collect();
            let tint = vec![128; tint_bytes(size)];
            let frame = I420Frame::packed(size.width, size.height, &luma, &tint, &tint);
            encoder.encode_frame(&frame).unwrap().bytes
        };
        (0..count).map(frame).collect()
    }

    #[test]
    fn a_part_of_a_picture_comes_back_in_its_place() {
        for (shrink, size) in [(1, Size::new(96, 64)), (2, Size::new(48, 32))] {
            let mut decoder = VideoDecoder::new(&header(AREA, shrink)).unwrap();
            for frame in frames(size, 3) {
                decoder.decode(&frame).unwrap();
            }
            let mut shown = Framebuffer::new(Size::new(300, 200));
            let part = Rect::new(80, 140, 40, 30);
            decoder.put(part, &mut shown);
            assert_eq!(shown.pixel(79, 140), Some(0), "beside it nothing changes");
            // Limited range: 16 is black, 235 white.
            let column = (part.x + 20 - AREA.x) / u32::from(shrink) + 6;
            let grey = (column.saturating_sub(16) * 255 / 219) as u8;
            let [blue, ..] = shown.pixel(100, 150).unwrap().to_le_bytes();
            assert!(blue.abs_diff(grey) < 8, "{blue} for {grey}");
        }
    }

    #[test]
    fn videos_that_cannot_be_are_refused() {
        for (area, shrink) in [
            (AREA, 0),
            (AREA, 5),
            (Rect::new(0, 0, 0, 10), 1),
            (Rect::new(0, 0, 1920, 1080), 1),
            (Rect::new(0, 0, 16_000, 2400), 2),
        ] {
            let refused = VideoDecoder::new(&header(area, shrink)).is_none();
            assert!(refused, "{area:?} / {shrink}");
        }
        assert!(VideoDecoder::new(&header(Rect::new(0, 0, 1920, 1080), 2)).is_some());
    }

    #[test]
    fn frames_of_another_size_or_without_a_beginning_are_refused() {
        let good = frames(Size::new(96, 64), 2);
        let other = frames(Size::new(64, 96), 1);
        for wrong in [&good[1], &other[0], &Vec::new()] {
            let mut decoder = VideoDecoder::new(&header(AREA, 1)).unwrap();
            assert!(decoder.decode(wrong).is_none());
        }
        let mut decoder = VideoDecoder::new(&header(AREA, 1)).unwrap();
        assert!(decoder.decode(&good[0]).is_some());
        assert!(decoder.decode(&other[0]).is_none(), "it grew on the way");
    }

    proptest! {
        /// A peer may send anything that keeps to the form of a frame.
        #[test]
        fn damaged_frames_do_no_harm(
            wounds in prop::collection::vec((0..4_usize, 0..3000_usize, any::<u8>()), 1..16),
            length in prop::option::of((0..4_usize, 0..3000_usize)),
        ) {
            static GOOD: std::sync::OnceLock<Vec<Vec<u8>>> = std::sync::OnceLock::new();
            let mut frames = GOOD.get_or_init(|| frames(Size::new(96, 64), 4)).clone();
            for (frame, place, byte) in wounds {
                let all = frames[frame].len();
                frames[frame][place % all] = byte;
            }
            if let Some((frame, length)) = length {
                let all = frames[frame].len();
                frames[frame].truncate(length % all);
            }
            let mut decoder = VideoDecoder::new(&header(AREA, 1)).unwrap();
            for frame in frames {
                if decoder.decode(&frame).is_none() {
                    break;
                }
            }
        }
    }
}
