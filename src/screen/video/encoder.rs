//! The novice's side of a video: finds where one plays, and has its pictures packed.

use fast_image_resize::Resizer;
use yuv::{BufferStoreMut, YuvConversionMode, YuvPlanarImageMut, bgra_to_yuv420};

use super::{
    MATRIX, MAX_PICTURE_PIXELS, MAX_SHRINK, MakeVideoCoder, RANGE, VideoCoder, VideoHeader,
    VideoPicture, resize, shrunk, tint_bytes,
};
use crate::screen::{Framebuffer, Rect, Size};

/// A smaller area is no video's: its parts go as photos.
const MIN_AREA_PIXELS: usize = 160 * 120;
/// At least one in so many pixels of an area must change at once, so that it counts as a video's picture.
const MIN_DENSITY: usize = 2;
/// So many pictures make a video,
const PICTURES: u32 = 3;
/// if they come within so many updates. Those between may show it moved by whole pixels, with little that is new.
const PATIENCE: u32 = 16;
/// Of the tiles that change all the time at least so many of [`OF_TILES`] are the video's: not so in a page that scrolls, where
/// photos come in along an edge.
const MOST_TILES: usize = 3;
/// See [`MOST_TILES`].
const OF_TILES: usize = 4;
/// A video is over when so many updates in a row changed less than one in [`SPARSE`] of its pixels.
const LINGER: u32 = 24;
/// See [`LINGER`].
const SPARSE: usize = 16;
/// With a line that carries so many pictures of photos at once, photos cost the processors less.
const FAST_LINE: usize = 4;

/// The videos of one screen: one at a time.
#[derive(Default)]
pub(in crate::screen) struct VideoEncoder {
    make: Option<MakeVideoCoder>,
    playing: Option<Playing>,
    candidate: Option<Candidate>,
    resizer: Resizer,
}

/// Where a video may begin.
#[derive(Clone, Copy)]
struct Candidate {
    area: Rect,
    /// So many pictures were seen there,
    pictures: u32,
    /// in so many updates.
    updates: u32,
}

struct Playing {
    area: Rect,
    shrink: u8,
    coder: Box<dyn VideoCoder>,
    picture: VideoPicture,
    begins: bool,
    /// For so many updates little has changed.
    still: u32,
}

/// A picture of a video, packed.
pub(in crate::screen) struct Coded {
    pub(in crate::screen) header: VideoHeader,
    pub(in crate::screen) frame: Vec<u8>,
}

impl VideoEncoder {
    /// With this to make coders.
    pub(in crate::screen) fn new(make: MakeVideoCoder) -> Self {
        Self {
            make: Some(make),
            ..Self::default()
        }
    }

    /// Whatever played is over, such as when the screen has another size.
    pub(in crate::screen) fn stop(&mut self) {
        (self.playing, self.candidate) = (None, None);
    }

    /// Looks where a video plays: `restless` are the tiles that change all the time, and how many of their pixels go lossy with
    /// the update that is being made; with those that go otherwise they are `moving`. As photos all that goes lossy would take
    /// `photo_bytes`, of the update's `allowance`.
    pub(in crate::screen) fn follow(
        &mut self,
        restless: &[(Rect, usize)],
        moving: usize,
        photo_bytes: usize,
        allowance: usize,
    ) {
        if self.make.is_none() {
            return;
        }
        if let Some(playing) = &mut self.playing {
            let inside = restless
                .iter()
                .filter(|(tile, _)| playing.area.contains(*tile));
            let (tiles, changed) = inside.fold((0, 0), |(tiles, all), (_, pixels)| {
                (tiles + 1, all + pixels)
            });
            let is_aside = tiles * 2 < moving;
            playing.still = if is_aside || changed * SPARSE < playing.area.pixels() {
                playing.still + 1
            } else {
                0
            };
            if playing.still > LINGER {
                self.playing = None;
            }
        }
        let is_worth = photo_bytes.saturating_mul(FAST_LINE) > allowance;
        let is_most = restless.len() * OF_TILES >= moving * MOST_TILES;
        let picture = dense_area(restless).filter(|_| is_worth && is_most);
        let is_covered = |area: &Rect| self.area().is_some_and(|playing| playing.contains(*area));
        let picture = picture.filter(|area| !is_covered(area));
        let known = self.candidate.filter(|known| known.updates < PATIENCE);
        self.candidate = match (known, picture) {
            (Some(known), Some(area)) if known.area.contains(area) => Some(Candidate {
                pictures: known.pictures + 1,
                updates: known.updates + 1,
                ..known
            }),
            (Some(known), None) => Some(Candidate {
                updates: known.updates + 1,
                ..known
            }),
            (known, Some(area)) => Some(Candidate {
                area: known.map_or(area, |known| known.area.union(area)),
                pictures: 1,
                updates: 1,
            }),
            (None, None) => None,
        };
        if let Some(found) = self.candidate.filter(|found| found.pictures >= PICTURES) {
            self.begin(found.area);
        }
    }

    /// Where a video plays.
    pub(in crate::screen) fn area(&self) -> Option<Rect> {
        self.playing.as_ref().map(|playing| playing.area)
    }

    /// The area as it is in `frame`, packed into about so many bytes.
    pub(in crate::screen) fn encode(&mut self, frame: &Framebuffer, bytes: usize) -> Option<Coded> {
        let playing = self.playing.as_mut()?;
        let packed = playing
            .take(frame, &mut self.resizer)
            .and_then(|()| playing.coder.encode(&playing.picture, bytes))
            .filter(|frame| !frame.is_empty());
        let Some(packed) = packed else {
            // It would not do better next time.
            self.stop();
            self.make = None;
            return None;
        };
        let header = VideoHeader {
            area: playing.area,
            shrink: playing.shrink,
            begins: std::mem::replace(&mut playing.begins, false),
            bytes: packed.len() as u32,
        };
        Some(Coded {
            header,
            frame: packed,
        })
    }

    fn begin(&mut self, area: Rect) {
        self.stop();
        let fits = |shrink: &u8| shrunk(area, (*shrink).into()).pixels() <= MAX_PICTURE_PIXELS;
        let Some(shrink) = (1..=MAX_SHRINK).find(fits) else {
            return;
        };
        let size = shrunk(area, shrink.into());
        let coder = self.make.as_mut().and_then(|make| make(size));
        let Some(coder) = coder else {
            self.make = None;
            return;
        };
        let planes = vec![0; size.pixels() + 2 * tint_bytes(size)];
        self.playing = Some(Playing {
            area,
            shrink,
            coder,
            picture: VideoPicture { size, planes },
            begins: true,
            still: 0,
        });
    }
}

impl Playing {
    /// Takes the next picture out of the frame.
    fn take(&mut self, frame: &Framebuffer, resizer: &mut Resizer) -> Option<()> {
        if self.shrink == 1 {
            let stride = frame.size().width;
            let start = self.area.y as usize * stride as usize + self.area.x as usize;
            return convert(&frame.pixels()[start..], stride, &mut self.picture);
        }
        let size = self.picture.size;
        let mut small = vec![0; size.pixels()];
        let source = (frame.size(), frame.pixels(), self.area);
        resize(resizer, source, (size, &mut small))?;
        convert(&small, size.width, &mut self.picture)
    }
}

/// The pixels, so many to a row, as a coder takes them.
fn convert(pixels: &[u32], stride: u32, picture: &mut VideoPicture) -> Option<()> {
    let Size { width, height } = picture.size;
    let (y_plane, tints) = picture.planes.split_at_mut(picture.size.pixels());
    let (u_plane, v_plane) = tints.split_at_mut(tint_bytes(picture.size));
    let mut image = YuvPlanarImageMut {
        y_plane: BufferStoreMut::Borrowed(y_plane),
        y_stride: width,
        u_plane: BufferStoreMut::Borrowed(u_plane),
        u_stride: width.div_ceil(2),
        v_plane: BufferStoreMut::Borrowed(v_plane),
        v_stride: width.div_ceil(2),
        width,
        height,
    };
    // As bytes on every processor that Hulp runs on: blue, green, red, nothing.
    let bytes = bytemuck::cast_slice(pixels);
    let mode = YuvConversionMode::Balanced;
    bgra_to_yuv420(&mut image, bytes, stride * 4, RANGE, MATRIX, mode).ok()
}

/// The area around the tiles, if enough of its pixels changed.
fn dense_area(tiles: &[(Rect, usize)]) -> Option<Rect> {
    let area = tiles.iter().map(|(tile, _)| *tile).reduce(Rect::union)?;
    let changed: usize = tiles.iter().map(|(_, pixels)| pixels).sum();
    (area.pixels() >= MIN_AREA_PIXELS && changed * MIN_DENSITY >= area.pixels()).then_some(area)
}
