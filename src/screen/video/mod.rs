//! Where a video plays: its pictures as a stream of VP8 (RFC 6386), each as what changed since the one before. It takes a third
//! of what the same tiles take as photos of their own (`lossy`), and is royalty-free.
//!
//! Packing is done by a library of the system that the house hands in ([`VideoCoder`]); where there is none, videos go as photos.
//! Unpacking, which has to do with bytes that a peer made, is pure safe Rust.

mod decoder;
mod encoder;

pub(super) use decoder::VideoDecoder;
pub(super) use encoder::{Coded, VideoEncoder};

use fast_image_resize::{
    FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer,
    images::{Image, ImageRef},
};
use serde::{Deserialize, Serialize};
use yuv::{YuvRange, YuvStandardMatrix};

use super::{Rect, Size};

/// No larger pictures are packed: a larger area is made smaller first, and larger again on the other side.
const MAX_PICTURE_PIXELS: usize = 1280 * 720;
/// The most that an area's sides are divided by.
const MAX_SHRINK: u8 = 4;
/// How colours become brightness and tints: what VP8 says it is (RFC 6386, section 9.2).
const MATRIX: YuvStandardMatrix = YuvStandardMatrix::Bt601;
const RANGE: YuvRange = YuvRange::Limited;

/// Packs the pictures of one video, one after the other.
pub trait VideoCoder: Send {
    /// The next picture as one frame of VP8, the first one without any before it; it should take about so many bytes, and
    /// less where that shows as well. Nothing if it cannot be packed; the coder is not used any more then.
    fn encode(&mut self, picture: &VideoPicture, bytes: usize) -> Option<Vec<u8>>;
}

/// Makes a [`VideoCoder`] for pictures of this size, if the system can.
pub type MakeVideoCoder = Box<dyn FnMut(Size) -> Option<Box<dyn VideoCoder>> + Send>;

/// A picture as video coders take it: I420, ITU-R BT.601 in limited range.
#[derive(Debug)]
pub struct VideoPicture {
    size: Size,
    /// One behind the other.
    planes: Vec<u8>,
}

impl VideoPicture {
    /// Its size.
    pub fn size(&self) -> Size {
        self.size
    }

    /// Its planes, rows without gaps: brightness, then the blue and the red difference at half the size, rounded up.
    pub fn each_plane(&self) -> [&[u8]; 3] {
        let (luma, tints) = self.planes.split_at(self.size.pixels());
        let (blue, red) = tints.split_at(tint_bytes(self.size));
        [luma, blue, red]
    }
}

/// What an update says of its video, in the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct VideoHeader {
    /// Where it plays.
    pub(super) area: Rect,
    /// Its pictures have the area's sides divided by this, rounded up.
    pub(super) shrink: u8,
    /// A new video: this picture builds on none.
    pub(super) begins: bool,
    /// The bytes of its frame.
    pub(super) bytes: u32,
}

impl VideoHeader {
    /// Whether the lossy part is taken from the video's picture: one rule for both sides.
    pub(super) fn shows(&self, part: Rect) -> bool {
        self.area.contains(part)
    }

    /// The size of its pictures, if they can be.
    fn picture(&self) -> Option<Size> {
        let shrink = u32::from(self.shrink);
        if !(1..=MAX_SHRINK).contains(&self.shrink) || self.area.is_empty() {
            return None;
        }
        let size = shrunk(self.area, shrink);
        (size.pixels() <= MAX_PICTURE_PIXELS).then_some(size)
    }
}

/// The size of an area with its sides divided by this.
fn shrunk(area: Rect, by: u32) -> Size {
    Size::new(area.width.div_ceil(by), area.height.div_ceil(by))
}

/// The bytes of a plane of tints.
fn tint_bytes(size: Size) -> usize {
    size.width.div_ceil(2) as usize * size.height.div_ceil(2) as usize
}

/// Brings a part of a picture to another size; nothing if these cannot be.
fn resize(
    resizer: &mut Resizer,
    (from, source, part): (Size, &[u32], Rect),
    (to, target): (Size, &mut [u32]),
) -> Option<()> {
    let source = bytemuck::cast_slice(source);
    let source = ImageRef::new(from.width, from.height, source, PixelType::U8x4).ok()?;
    let target = bytemuck::cast_slice_mut(target);
    let mut target = Image::from_slice_u8(to.width, to.height, target, PixelType::U8x4).ok()?;
    let options = ResizeOptions::new()
        .resize_alg(ResizeAlg::Convolution(FilterType::Bilinear))
        .use_alpha(false)
        .crop(
            part.x.into(),
            part.y.into(),
            part.width.into(),
            part.height.into(),
        );
    resizer.resize(&source, &mut target, &options).ok()
}
