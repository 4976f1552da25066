//! The operations of an update while it is made, and how they are written.

use rayon::prelude::*;

use super::{
    Framebuffer, Rect, literals,
    motion::Distance,
    op::{self, Op},
    photo::{self, Planes},
    tiles::{Changed, MANY_TILES, TILE},
};

/// A new rectangle costs about as much as so many more pixels in one.
const RECT_PIXELS: usize = 40;

/// What is smaller than this is sent exactly whatever it shows.
pub(super) const MIN_LOSSY_PIXELS: usize = 512;

/// What a piece of a tile shows.
enum Kind {
    /// One colour.
    Area(u32),
    Photo,
    /// No photo, but it may go lossy.
    Soft,
    Text,
}

/// Operations by kind.
#[derive(Default)]
pub(super) struct Plan {
    saves: Vec<(u32, u8)>,
    moves: Vec<(Distance, Rect)>,
    restores: Vec<Op>,
    fills: Vec<(u32, Rect)>,
    pixels: Vec<Rect>,
    /// Of these, by their place, those that may go lossy, and their tiles.
    soft: Vec<(u32, usize)>,
    /// With the tiles that they are in.
    photos: Vec<(u32, Rect)>,
    /// One for a tile at the most.
    lossy: Vec<Rect>,
}

/// A plan as bytes, before they are packed.
pub(super) struct Written {
    /// For the main stream.
    pub(super) plain: Vec<u8>,
    /// For the photos' stream.
    pub(super) photos: Option<Planes>,
}

impl Plan {
    /// The tile's look until now is remembered.
    pub(super) fn save(&mut self, tile: u32, way: u8) {
        self.saves.push((tile, way));
    }

    /// What is remembered: tiles and ways.
    pub(super) fn saves(&self) -> impl Iterator<Item = (u32, u8)> {
        self.saves.iter().copied()
    }

    /// What was by `distance` to the left and above is now in `rect`.
    pub(super) fn move_to(&mut self, rect: Rect, distance: Distance) {
        self.moves.push((distance, rect));
    }

    /// The tile, or a part of it, takes a look that was remembered.
    pub(super) fn restore(&mut self, tile: u32, way: u8, part: Option<Rect>) {
        self.restores.push(Op::Restore { tile, way, part });
    }

    /// All of `rect` is of one colour.
    pub(super) fn fill(&mut self, rect: Rect, colour: u32) {
        self.fills.push((colour, rect));
    }

    /// Sends what is still needed of these tiles.
    pub(super) fn send(&mut self, changes: &[&Changed], frame: &Framebuffer) {
        let look = |change: &&Changed| -> Vec<(Rect, Kind)> {
            let pieces = pieces(change).into_iter();
            pieces.map(|rect| (rect, kind(frame, rect))).collect()
        };
        let looks: Vec<_> = if changes.len() < MANY_TILES {
            changes.iter().map(look).collect()
        } else {
            changes.par_iter().map(look).collect()
        };
        for (change, pieces) in changes.iter().zip(looks) {
            for (rect, kind) in pieces {
                match kind {
                    Kind::Area(colour) => self.fill(rect, colour),
                    Kind::Photo => self.photos.push((change.tile, rect)),
                    Kind::Soft => {
                        self.soft.push((change.tile, self.pixels.len()));
                        self.pixels.push(rect);
                    }
                    Kind::Text => self.pixels.push(rect),
                }
            }
        }
    }

    /// How many pixels are written as they are, and how many as those of photos.
    pub(super) fn literal_pixels(&self) -> (usize, usize) {
        let plain = self.pixels.iter().map(|rect| rect.pixels()).sum();
        (
            plain,
            self.photos.iter().map(|(_, rect)| rect.pixels()).sum(),
        )
    }

    /// Sends the photos and soft shades of these tiles lossy; tells which parts of which tiles that are, in the order in which
    /// they are written. To be called once.
    pub(super) fn blur(&mut self, which: impl Fn(u32) -> bool) -> Vec<(u32, Rect)> {
        let (mut blurred, exact): (Vec<_>, Vec<_>) =
            (self.photos.drain(..)).partition(|(tile, part)| is_large(*part) && which(*tile));
        self.photos = exact;
        // From the back, so that the places of the others stay.
        for (tile, place) in self.soft.drain(..).rev() {
            if which(tile) {
                blurred.push((tile, self.pixels.swap_remove(place)));
            }
        }
        blurred.sort_unstable_by_key(|(tile, part)| (*tile, part.y, part.x));
        let mut tiles: Vec<(u32, Rect)> = Vec::new();
        for (tile, rect) in blurred {
            match tiles.last_mut() {
                Some((last, whole)) if *last == tile => *whole = whole.union(rect),
                _ => tiles.push((tile, rect)),
            }
        }
        self.lossy.extend(tiles.iter().map(|(_, rect)| *rect));
        tiles
    }

    /// Writes it, with the pixels from `frame`.
    pub(super) fn write(self, frame: &Framebuffer) -> Written {
        let saves = self.saves.into_iter();
        let mut ops: Vec<Op> = saves.map(|(tile, way)| Op::Save { tile, way }).collect();
        let moves = merge(self.moves).into_iter();
        ops.extend(moves.map(|(Distance { x, y }, to)| Op::Move { to, x, y }));
        // First of what is put down, for it may reach over what the others have exactly.
        ops.extend(self.lossy.iter().map(|rect| Op::Lossy { rect: *rect }));
        ops.extend(self.restores);
        let fills = merge(self.fills).into_iter();
        ops.extend(fills.map(|(colour, rect)| Op::Fill { rect, colour }));
        ops.extend(self.pixels.iter().map(|rect| Op::Pixels { rect: *rect }));
        ops.extend(
            self.photos
                .iter()
                .map(|(_, rect)| Op::Photo { rect: *rect }),
        );

        let mut plain = Vec::new();
        op::write(&(ops.len() as u32), &mut plain);
        ops.iter().for_each(|op| op::write(op, &mut plain));
        for rect in self.pixels {
            literals::put(frame, rect, &mut plain);
        }
        let photos = (!self.photos.is_empty()).then(|| {
            let mut planes = Planes::default();
            for (_, rect) in self.photos {
                planes.put(frame, rect);
            }
            planes
        });
        Written { plain, photos }
    }
}

fn kind(frame: &Framebuffer, rect: Rect) -> Kind {
    match literals::single_colour(frame, rect) {
        Some(colour) => Kind::Area(colour),
        None if photo::is_photo(frame, rect) => Kind::Photo,
        None if is_large(rect) && photo::is_soft(frame, rect) => Kind::Soft,
        None => Kind::Text,
    }
}

/// Whether a part has enough pixels to go lossy: a letter that was just typed is sharp at once.
fn is_large(part: Rect) -> bool {
    part.pixels() >= MIN_LOSSY_PIXELS
}

/// Rectangles, one below the other, around all that is needed of a tile; a few where that leaves much out.
fn pieces(change: &Changed) -> Vec<Rect> {
    let mut pieces: Vec<Rect> = Vec::new();
    for (row, need) in (change.rect.y..).zip(*change.need) {
        if need == 0 {
            continue;
        }
        let from = need.trailing_zeros();
        let line = Rect::new(
            change.rect.x + from,
            row,
            TILE - need.leading_zeros() - from,
            1,
        );
        match pieces.last_mut() {
            Some(last) if worth_joining(*last, line) => *last = last.union(line),
            _ => pieces.push(line),
        }
    }
    pieces
}

fn worth_joining(above: Rect, below: Rect) -> bool {
    let apart = above.pixels() + below.pixels() + RECT_PIXELS;
    above.union(below).pixels() <= apart
}

/// Joins rectangles of one kind that together are a rectangle: first those side by side, then those one above the other.
fn merge<K: Copy + Ord>(mut rects: Vec<(K, Rect)>) -> Vec<(K, Rect)> {
    let join = |rects: Vec<(K, Rect)>, fits: fn(Rect, Rect) -> bool| {
        let mut joined: Vec<(K, Rect)> = Vec::with_capacity(rects.len());
        for (kind, rect) in rects {
            match joined.last_mut() {
                Some((last_kind, last)) if *last_kind == kind && fits(*last, rect) => {
                    *last = last.union(rect);
                }
                _ => joined.push((kind, rect)),
            }
        }
        joined
    };
    rects.sort_unstable_by_key(|(kind, rect)| (*kind, rect.y, rect.height, rect.x));
    let mut rows = join(rects, |left, right| {
        left.right() == right.x && left.y == right.y && left.height == right.height
    });
    rows.sort_unstable_by_key(|(kind, rect)| (*kind, rect.x, rect.width, rect.y));
    join(rows, |above, below| {
        above.bottom() == below.y && above.x == below.x && above.width == below.width
    })
}
