//! Screens in, updates out: finds what the expert does not have yet and says it in as few bytes as it can.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{
    Damage, Framebuffer, Rect, ScreenUpdate, Size,
    blur::Blur,
    cost::Cost,
    cover::cover,
    literals, lossy,
    motion::{Distance, MotionSearch},
    op::{self, Header, MAX_HEADER_BYTES, MAX_OVERLAP},
    plan::{Plan, Written},
    recall::{Found, Recall},
    stream::Compressor,
    tiles::{COLOUR, Changed, Grid, MANY_TILES, MIN_LIKENESS, TILE, runs},
    video::{Coded, MakeVideoCoder, VideoEncoder},
};

/// Fewer changed pixels than this are sent rather than looked for elsewhere on the screen.
const MIN_MOVED_PIXELS: u32 = 3000;
/// A first look for what moved goes to so many columns of tiles.
const GLANCE_COLUMNS: usize = 4;
/// Where most of the screen is new, the glance goes to one in so many columns: nothing wider is overlooked.
const SPARSE_COLUMNS: u32 = 8;
/// There is no second one when not one in so many pixels is left to be explained.
const WELL_EXPLAINED: u32 = 8;
/// Fewer needed pixels of a tile than this are sent rather than looked for among its former looks.
const MIN_RESTORED_PIXELS: u32 = 24;

/// The novice's side. Keeps a copy of what the expert has, so that damage may name more than what changed.
pub struct Encoder {
    sent: Framebuffer,
    grid: Grid,
    recall: Recall,
    blur: Blur,
    cost: Cost,
    motion: MotionSearch,
    stream: Compressor,
    /// Begun with the first photo.
    photos: Option<Compressor>,
    video: VideoEncoder,
    turn: u8,
    marks: Vec<bool>,
    look: Vec<u32>,
}

/// A changed tile on its way through the plan.
struct Pending {
    change: Changed,
    /// Some of the pixels that changed.
    samples: Vec<(u32, u32)>,
    /// The needed pixels at first.
    needed: u32,
    /// The pixels of the rectangles that cover it.
    covered: usize,
    /// The pixels of those that show a former look again.
    restored: usize,
    /// The ways that these looks are remembered in, as bits.
    ways: u32,
    /// What was moved there from where the other side has it only nearly.
    moved_blurred: Vec<Rect>,
    /// A video plays there: its next picture has it.
    is_filmed: bool,
}

/// How an update's lossy parts go.
struct Lossy {
    /// Those that go as photos, and in which quality.
    photos: Option<(Vec<Rect>, u8)>,
    /// The picture that has the others.
    video: Option<Coded>,
    /// So many bytes are left for what is to be repaired.
    left: usize,
}

impl Default for Encoder {
    fn default() -> Self {
        Self::new()
    }
}

impl Encoder {
    /// An encoder whose other side has nothing yet.
    pub fn new() -> Self {
        let nothing = Size::default();
        Self {
            sent: Framebuffer::new(nothing),
            grid: Grid::new(nothing),
            recall: Recall::new(nothing),
            blur: Blur::new(nothing),
            cost: Cost::default(),
            motion: MotionSearch::default(),
            stream: Compressor::new(),
            photos: None,
            video: VideoEncoder::default(),
            turn: 0,
            marks: Vec::new(),
            look: Vec::new(),
        }
    }

    /// Has what plays like a video packed as one, by the coders that `make` makes.
    #[must_use]
    pub fn with_video(mut self, make: MakeVideoCoder) -> Self {
        self.video = VideoEncoder::new(make);
        self
    }

    /// The update after which the other side shows `frame`, or nothing if it shows that already: to the last bit, but for what
    /// went lossy before ([`Encoder::encode_within`]) and only moved. All that differs from the frame before must lie within `damage`, which may name more; the first frame, and one of another size, are sent
    /// whole whatever it names. A frame of a size that no screen can have ([`Size::is_sane`]) gives nothing.
    pub fn encode(&mut self, frame: &Framebuffer, damage: &Damage) -> Option<ScreenUpdate> {
        self.encode_within(frame, damage, usize::MAX)
    }

    /// Whether the other side has all of the last frame to the last bit.
    pub fn is_exact(&self) -> bool {
        !self.blur.is_any()
    }

    /// The same, but an update should take about `allowance` bytes: where photos would take more they go lossy, and where there
    /// is room left, what went lossy before is sent again exactly. As long as [`Encoder::is_exact`] says no, a frame without
    /// any change is worth to be given too.
    pub fn encode_within(
        &mut self,
        frame: &Framebuffer,
        damage: &Damage,
        allowance: usize,
    ) -> Option<ScreenUpdate> {
        let size = frame.size();
        if !size.is_sane() {
            return None;
        }
        let fresh = (size != self.sent.size()).then_some(size);
        if fresh.is_some() {
            self.sent.resize(size);
            self.grid = Grid::new(size);
            self.recall = Recall::new(size);
            self.blur = Blur::new(size);
            self.stream = Compressor::new();
            self.photos = None;
            self.video.stop();
            self.grid.mark(&Damage::of(size.rect()), &mut self.marks);
        } else {
            self.grid.mark(damage, &mut self.marks);
        }
        let mut changed = self.grid.compare(&self.sent, frame, &self.marks);
        let is_still = changed.is_empty() && fresh.is_none();
        if is_still && !self.blur.is_any() {
            return None;
        }
        self.recall.advance();
        self.blur.advance();
        for change in &mut changed {
            self.blur.touch(change.tile, change.needed());
            if let Some(area) = self.blur.area(change.tile) {
                change.need_too(area); // what did not change in it is not exact either
            }
        }
        let mut pending: Vec<Pending> = changed.into_iter().map(Pending::from).collect();
        for pending in &mut pending {
            pending.is_filmed = self.is_filmed(&pending.change);
        }
        let mut plan = Plan::default();
        self.settle_whole(frame, &mut pending, &mut plan);
        self.follow_motion(frame, &mut pending, &mut plan);
        self.restore_parts(frame, &mut pending, &mut plan);
        for pending in &pending {
            self.leave(pending, &mut plan);
        }
        let changes: Vec<_> = pending.iter().map(|pending| &pending.change).collect();
        plan.send(&changes, frame);
        let lossy = self.keep_to(allowance, &pending, frame, &mut plan);
        if lossy.left > 0 || is_still {
            let all = is_still || allowance == usize::MAX;
            self.repair(lossy.left, all, frame, &mut plan);
        }
        let changed = runs(pending.iter().map(|pending| pending.change.rect));
        let (sent, recall) = (&mut self.sent, &mut self.recall);
        let keep_up = || {
            for (tile, way) in plan.saves() {
                recall.save(tile, way, sent);
            }
            for rect in changed {
                note(sent, rect, frame);
            }
        };
        let picture = match lossy.photos {
            Some((parts, quality)) => {
                let make = || lossy::encode(frame, &parts, quality);
                Some(rayon::join(make, keep_up).0)
            }
            None => {
                keep_up();
                None
            }
        };
        Some(self.write(plan, frame, fresh, picture, lossy.video))
    }

    /// Whether a video plays there, rather than text that came to where one was.
    fn is_filmed(&self, change: &Changed) -> bool {
        let is_inside = |area: Rect| area.contains(change.rect);
        let is_soft = |blurred: Rect| blurred.pixels() * 2 >= change.rect.pixels();
        self.video.area().is_some_and(is_inside)
            && self.blur.is_playing(change.tile)
            && self.blur.area(change.tile).is_some_and(is_soft)
    }

    /// Has photos sent lossy where the update would take too much, and where a video plays.
    fn keep_to(
        &mut self,
        allowance: usize,
        pending: &[Pending],
        frame: &Framebuffer,
        plan: &mut Plan,
    ) -> Lossy {
        for pending in pending {
            self.blur.clear(pending.change.tile);
            for part in &pending.moved_blurred {
                self.blur.add(pending.change.tile, *part);
            }
        }
        if allowance == usize::MAX {
            return Lossy {
                photos: None,
                video: None,
                left: allowance,
            };
        }
        let is_too_much = self.cost.of(plan.literal_pixels()) > allowance;
        let parts = plan.blur(|tile| is_too_much || self.blur.is_restless(tile));
        let room = allowance.saturating_sub(self.cost.of(plan.literal_pixels()));
        for (tile, part) in &parts {
            self.blur.add(*tile, *part);
        }
        let is_playing = |tile| self.blur.is_playing(tile);
        let playing: Vec<(Rect, usize)> = (parts.iter())
            .filter(|(tile, _)| is_playing(*tile))
            .map(|(tile, part)| (self.grid.rect(*tile), part.pixels()))
            .collect();
        let moving = pending.iter().map(|pending| pending.change.tile);
        let moving = moving.filter(|tile| is_playing(*tile)).count();
        let parts: Vec<Rect> = parts.into_iter().map(|(_, part)| part).collect();
        let best = self.cost.best(pixels(&parts));
        self.video.follow(&playing, moving, best, allowance);
        let video = self.film(&parts, room, frame);
        let is_filmed =
            |part: &Rect| (video.as_ref()).is_some_and(|video| video.header.shows(*part));
        let photos = parts.iter().filter(|part| !is_filmed(part));
        let photos: Vec<Rect> = photos.copied().collect();
        let mut left = room.saturating_sub(video.as_ref().map_or(0, |video| video.frame.len()));
        let photos = (!photos.is_empty()).then(|| {
            let (quality, bytes) = self.cost.quality(pixels(&photos), left);
            left = left.saturating_sub(bytes);
            (photos, quality)
        });
        if is_too_much && !parts.is_empty() {
            left = 0;
        }
        Lossy {
            photos,
            video,
            left,
        }
    }

    /// The video's picture for those of the parts that lie in its area; the share of `room` that is theirs is for it.
    fn film(&mut self, parts: &[Rect], room: usize, frame: &Framebuffer) -> Option<Coded> {
        let area = self.video.area()?;
        let filmed = parts.iter().filter(|part| area.contains(**part));
        let filmed: usize = filmed.map(|part| part.pixels()).sum();
        if filmed == 0 {
            return None;
        }
        self.video.encode(frame, room * filmed / pixels(parts))
    }

    /// Sends again exactly what went lossy, as far as there is room: at least a tile.
    fn repair(&mut self, room: usize, all: bool, frame: &Framebuffer, plan: &mut Plan) {
        let before = self.cost.of(plan.literal_pixels());
        for tile in self.blur.to_repair(all) {
            let Some(area) = self.blur.area(tile) else {
                continue;
            };
            let again = Changed::only(tile, self.grid.rect(tile), area);
            let mut again = [Pending::from(again)];
            self.settle_whole(frame, &mut again, plan);
            plan.send(&[&again[0].change], frame);
            self.blur.clear(tile);
            if self.cost.of(plan.literal_pixels()) - before >= room {
                return;
            }
        }
    }

    /// Tiles of one colour, and those that look as they did before.
    fn settle_whole(&self, frame: &Framebuffer, pending: &mut [Pending], plan: &mut Plan) {
        for pending in pending {
            let Changed { tile, rect, .. } = pending.change;
            if let Some(colour) = literals::single_colour(frame, rect) {
                plan.fill(rect, colour);
            } else if let Some(way) = self.recall.find(&pending.change, &pending.samples, frame) {
                plan.restore(tile, way, None);
                pending.restored(way, rect);
            } else {
                continue;
            }
            pending.change.need.fill(0);
        }
    }

    /// What is on the screen already, elsewhere. A look at a few columns of tiles finds what most of it did, as when a page
    /// scrolls; a second look goes to all that this does not explain. There is none when it explained next to nothing of a
    /// screen that is new for the most part: that is another picture.
    fn follow_motion(&mut self, frame: &Framebuffer, pending: &mut [Pending], plan: &mut Plan) {
        let mut enough = MIN_MOVED_PIXELS;
        let mut before: Option<u32> = None;
        for columns in [GLANCE_COLUMNS, usize::MAX] {
            let open = || pending.iter().filter(|pending| pending.is_open());
            let needed: u32 = open().map(|pending| pending.change.needed()).sum();
            if needed < enough {
                return;
            }
            enough = enough.max(needed / WELL_EXPLAINED);
            let is_all_new = needed as usize > frame.size().pixels() / 2;
            if let Some(before) = before
                && is_all_new
                && before.saturating_sub(needed) < before / WELL_EXPLAINED
            {
                return;
            }
            before = Some(needed);
            let watched = match columns {
                GLANCE_COLUMNS if is_all_new => every_so_many_columns(open()),
                columns => busiest_columns(open(), columns),
            };
            let mut distances = self.motion.distances(&self.sent, frame, &watched);
            // What no tile shows that voted for it was chance.
            let is_likely = |distance: &Distance| {
                let mut watched = watched.iter();
                watched.any(|change| self.likely(change, *distance, frame))
            };
            distances.retain(is_likely);
            for distance in distances {
                for pending in pending.iter_mut().filter(|pending| pending.is_open()) {
                    self.cover_moved(frame, distance, pending, plan);
                }
            }
        }
    }

    /// Takes of a tile what moved there by the distance.
    fn cover_moved(
        &self,
        frame: &Framebuffer,
        distance: Distance,
        pending: &mut Pending,
        plan: &mut Plan,
    ) {
        let rect = pending.change.rect;
        let Some(valid) = distance.valid(rect, frame.size()) else {
            return;
        };
        if !self.likely(&pending.change, distance, frame) {
            return;
        }
        let from = Rect::new(
            (rect.x + valid.x).wrapping_add_signed(-distance.x),
            rect.y.wrapping_add_signed(-distance.y),
            valid.width,
            rect.height,
        );
        let row = |row: u32| self.sent.row(from, from.y.wrapping_add(row));
        let mut rects = Vec::new();
        cover(frame, &mut pending.change, valid, row, &mut rects);
        for rect in rects {
            pending.covered += rect.pixels();
            let (x, y) = (rect.x, rect.y);
            let source = Rect {
                x: x.wrapping_add_signed(-distance.x),
                y: y.wrapping_add_signed(-distance.y),
                ..rect
            };
            if self.blur.is_in(source) {
                pending.moved_blurred.push(rect);
            }
            plan.move_to(rect, distance);
        }
    }

    /// Parts of tiles that look as they did before, such as what a window uncovers.
    fn restore_parts(&mut self, frame: &Framebuffer, pending: &mut [Pending], plan: &mut Plan) {
        let alike = |pending: &Pending| match pending.is_open() {
            true => self.recall.alike(&pending.change, frame),
            false => Vec::new(),
        };
        let alike: Vec<_> = if pending.len() < MANY_TILES {
            pending.iter().map(alike).collect()
        } else {
            pending.par_iter().map(alike).collect()
        };
        let mut rects = Vec::new();
        for (pending, ways) in pending.iter_mut().zip(alike) {
            let tile = pending.change.tile;
            let valid = Rect::new(0, 0, pending.change.rect.width, pending.change.rect.height);
            for way in ways {
                if pending.change.needed() < MIN_RESTORED_PIXELS || !pending.is_open() {
                    break;
                }
                self.recall.look(tile, way, &mut self.look);
                let row = |row: u32| {
                    let width = valid.width as usize;
                    &self.look[row as usize * width..][..width]
                };
                cover(frame, &mut pending.change, valid, row, &mut rects);
                for part in rects.drain(..) {
                    plan.restore(tile, way, Some(part));
                    pending.restored(way, part);
                }
            }
        }
    }

    /// Whether at least some of what a tile needs seems to have moved by the distance.
    fn likely(&self, change: &Changed, distance: Distance, frame: &Framebuffer) -> bool {
        let samples = change.samples();
        let same = |(x, y): &&(u32, u32)| {
            let (x, y) = (change.rect.x + x, change.rect.y + y);
            let from_x = x.checked_add_signed(-distance.x);
            let from_y = y.checked_add_signed(-distance.y);
            let (Some(from_x), Some(from_y)) = (from_x, from_y) else {
                return false;
            };
            self.sent.pixel(from_x, from_y).map(|pixel| pixel & COLOUR)
                == frame.pixel(x, y).map(|pixel| pixel & COLOUR)
        };
        samples.iter().filter(same).count() > samples.len() / MIN_LIKENESS
    }

    /// Remembers, where it is worth it, how a tile looked until now.
    fn leave(&mut self, pending: &Pending, plan: &mut Plan) {
        let change = &pending.change;
        if self.blur.area(change.tile).is_some() {
            return self.recall.pass(change.tile);
        }
        let found = Found {
            elsewhere: change.needed() * 2 < pending.needed,
            before: pending.restored * 4 > change.rect.pixels(),
            ways: pending.ways,
        };
        if let Some(way) = self
            .recall
            .leave(change, &pending.samples, &self.sent, found)
        {
            plan.save(change.tile, way);
        }
    }

    fn write(
        &mut self,
        plan: Plan,
        frame: &Framebuffer,
        fresh: Option<Size>,
        picture: Option<Vec<u8>>,
        video: Option<Coded>,
    ) -> ScreenUpdate {
        let (plain_pixels, photo_pixels) = plan.literal_pixels();
        let Written { plain, photos } = plan.write(frame);
        let mut packed = Vec::new();
        self.stream.append(&plain, &mut packed);
        self.cost.learn_plain(plain_pixels, packed.len());
        let is_streamed = photos.is_some() || picture.is_some() || video.is_some();
        let photos_at = is_streamed.then_some(packed.len());
        if is_streamed {
            let stream = self.photos.get_or_insert_with(Compressor::new);
            if let Some(planes) = photos {
                let before = packed.len();
                planes.pack(|colour| stream.append(colour, &mut packed));
                self.cost.learn_photo(photo_pixels, packed.len() - before);
            }
            if let Some(picture) = &picture {
                stream.append(picture, &mut packed);
                self.cost.learn_lossy(picture.len());
            }
            if let Some(video) = &video {
                stream.append(&video.frame, &mut packed);
            }
        }
        self.turn = self.turn.wrapping_add(1);
        let header = Header {
            turn: self.turn,
            fresh,
            plain_bytes: plain.len() as u32,
            photos_at: photos_at.map(|at| at as u32),
            lossy_bytes: picture.map_or(0, |picture| picture.len() as u32),
            video: video.map(|video| video.header),
            is_exact: self.is_exact(),
        };
        let mut bytes = Vec::with_capacity(packed.len() + MAX_HEADER_BYTES);
        op::write(&header, &mut bytes);
        bytes.append(&mut packed);
        ScreenUpdate(bytes)
    }
}

fn pixels(parts: &[Rect]) -> usize {
    parts.iter().map(|part| part.pixels()).sum()
}

/// The other side, of which `sent` is a copy, has this now.
fn note(sent: &mut Framebuffer, rect: Rect, frame: &Framebuffer) {
    for y in rect.y..rect.bottom() {
        sent.row_mut(rect, y).copy_from_slice(frame.row(rect, y));
    }
}

/// The tiles in those columns of the screen which need the most.
fn busiest_columns<'a>(
    open: impl Iterator<Item = &'a Pending>,
    columns: usize,
) -> Vec<&'a Changed> {
    let open: Vec<&Changed> = open.map(|pending| &pending.change).collect();
    let mut needs = BTreeMap::new();
    for change in &open {
        *needs.entry(change.rect.x).or_insert(0) += change.needed();
    }
    let mut busiest: Vec<(u32, u32)> = needs.into_iter().map(|(x, need)| (need, x)).collect();
    busiest.sort_unstable_by(|one, other| other.cmp(one));
    busiest.truncate(columns);
    let is_busy = |change: &&Changed| busiest.iter().any(|(_, x)| *x == change.rect.x);
    open.into_iter().filter(is_busy).collect()
}

/// The tiles in one of so many columns of the screen.
fn every_so_many_columns<'a>(open: impl Iterator<Item = &'a Pending>) -> Vec<&'a Changed> {
    open.map(|pending| &pending.change)
        .filter(|change| (change.rect.x / TILE).is_multiple_of(SPARSE_COLUMNS))
        .collect()
}

impl From<Changed> for Pending {
    fn from(change: Changed) -> Self {
        Self {
            samples: change.samples(),
            needed: change.needed(),
            change,
            covered: 0,
            restored: 0,
            ways: 0,
            moved_blurred: Vec::new(),
            is_filmed: false,
        }
    }
}

impl Pending {
    /// Counts a part that shows a former look again.
    fn restored(&mut self, way: u8, part: Rect) {
        self.covered += part.pixels();
        self.restored += part.pixels();
        self.ways |= 1 << way;
    }

    /// Whether anything is needed, and more rectangles may cover it. Each source adds at most the tile's own pixels, and
    /// so does what is sent in the end.
    fn is_open(&self) -> bool {
        let most = self.change.rect.pixels() * (MAX_OVERLAP - 2);
        !self.is_filmed && self.covered <= most && self.change.need.iter().any(|row| *row != 0)
    }
}
