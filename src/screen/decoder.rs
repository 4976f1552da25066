//! Updates in, screens out. What it reads was sent by a peer, so nothing is believed before it is checked: an update
//! changes the picture only once all of it has been found good.

use std::collections::HashSet;

use super::{
    Damage, Framebuffer, MAX_UPDATE_BYTES, Rect, ScreenUpdate, Size, literals,
    memory::Memory,
    motion::Distance,
    op::{self, Header, MAX_OVERLAP, MAX_TILE_OPS, Op},
    photo::PlanesReader,
    stream::{Decompressor, StreamError},
    tiles::{COLOUR, Grid},
};

/// More unpacked bytes than this are not kept from one update to the next.
const KEPT_BYTES: usize = 8 << 20;

/// The expert's side.
#[derive(Default)]
pub struct Decoder {
    /// Missing before the first update and after a bad one.
    course: Option<Course>,
    plain: Vec<u8>,
    photos: Vec<u8>,
    moved: Vec<u32>,
}

/// What a run of updates, each building on the one before, has led to.
struct Course {
    size: Size,
    turn: u8,
    stream: Decompressor,
    /// Begun with the first photo.
    photos: Option<Decompressor>,
    memory: Memory,
}

/// An update that was found good.
struct Opened {
    fresh: bool,
    ops: Vec<Op>,
    /// Where the pixels begin among the unpacked bytes.
    literals_at: usize,
}

/// An update that cannot be shown. The picture is as it was, and the decoder takes no more until an update begins anew.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DecodeError {
    /// It does not follow the format.
    #[error("the update is malformed")]
    Malformed,
    /// It has more than [`MAX_UPDATE_BYTES`].
    #[error("an update of {0} bytes is too large")]
    TooLarge(usize),
    /// It is for a screen of impossible size.
    #[error("a screen of {} x {} is not possible", .0.width, .0.height)]
    Size(Size),
    /// It builds on updates that did not come, or not to this picture.
    #[error("the update builds on one that is missing")]
    OutOfOrder,
    /// Part of it lies outside the screen.
    #[error("{rect:?} is not within {size:?}")]
    Outside {
        /// The part.
        rect: Rect,
        /// The screen.
        size: Size,
    },
    /// It names a former look of a tile that is not remembered.
    #[error("there is no look {way} of tile {tile}")]
    Memory {
        /// The tile's number.
        tile: u32,
        /// The look's.
        way: u8,
    },
    /// It changes more than there are pixels, or carries more than that takes.
    #[error("the update does more than a screen can need")]
    TooMuch,
    /// Its packed part cannot be unpacked.
    #[error("the update cannot be unpacked: {0}")]
    Packed(String),
}

impl From<postcard::Error> for DecodeError {
    fn from(_: postcard::Error) -> Self {
        Self::Malformed
    }
}

impl From<StreamError> for DecodeError {
    fn from(error: StreamError) -> Self {
        Self::Packed(error.to_string())
    }
}

impl Decoder {
    /// A decoder that has seen nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Brings `frame`, which must be as the last update left it, to what `update` says, and tells what changed in it. A
    /// screen of another size makes it another size.
    ///
    /// # Errors
    /// When the update is not what an encoder makes after those before it. `frame` is then unchanged.
    pub fn apply(
        &mut self,
        update: &ScreenUpdate,
        frame: &mut Framebuffer,
    ) -> Result<Damage, DecodeError> {
        // Taken out, and put back only when all went well.
        let course = self.course.take();
        let (mut course, opened) = self.open(&update.0, course, frame.size())?;
        if opened.fresh {
            frame.resize(course.size);
        }
        let mut damage = Damage::none();
        self.carry_out(&opened, &mut course, frame, &mut damage);
        if opened.fresh {
            damage = Damage::of(course.size.rect());
        }
        self.course = Some(course);
        for bytes in [&mut self.plain, &mut self.photos] {
            bytes.clear();
            bytes.shrink_to(KEPT_BYTES);
        }
        self.moved.clear();
        self.moved.shrink_to(KEPT_BYTES / 4);
        Ok(damage)
    }

    /// Unpacks and checks all of an update.
    fn open(
        &mut self,
        mut bytes: &[u8],
        course: Option<Course>,
        frame_size: Size,
    ) -> Result<(Course, Opened), DecodeError> {
        if bytes.len() > MAX_UPDATE_BYTES {
            return Err(DecodeError::TooLarge(bytes.len()));
        }
        let header: Header = op::read(&mut bytes)?;
        let mut course = match (header.fresh, course) {
            (Some(size), _) if size.is_sane() => Course::new(size, header.turn),
            (Some(size), _) => return Err(DecodeError::Size(size)),
            (None, Some(course)) if course.fits(frame_size, header.turn) => course,
            (None, _) => return Err(DecodeError::OutOfOrder),
        };
        course.turn = header.turn;
        let size = course.size;
        let plain_bytes = header.plain_bytes as usize;
        let tiles = Grid::new(size).len();
        let most = op::max_plain_bytes(size, tiles);
        if plain_bytes > most {
            return Err(DecodeError::TooMuch);
        }
        let photos_at = header.photos_at.map_or(bytes.len(), |at| at as usize);
        let (packed, photos) = bytes
            .split_at_checked(photos_at)
            .ok_or(DecodeError::Malformed)?;
        course.stream.read(packed, plain_bytes, &mut self.plain)?;

        let mut plain = self.plain.as_slice();
        let count: u32 = op::read(&mut plain)?;
        if count as usize > tiles as usize * MAX_TILE_OPS {
            return Err(DecodeError::TooMuch);
        }
        let mut check = Check {
            course: &course,
            changed: 0,
            literal_bytes: 0,
            photo_bytes: 0,
            saved: HashSet::new(),
        };
        let mut ops = Vec::new();
        for _ in 0..count {
            let op = op::read(&mut plain)?;
            check.op(&op)?;
            ops.push(op);
        }
        let Check {
            literal_bytes,
            photo_bytes,
            ..
        } = check;
        if plain.len() != literal_bytes || (photo_bytes > 0) != header.photos_at.is_some() {
            return Err(DecodeError::Malformed);
        }
        if plain_bytes + photo_bytes > most {
            return Err(DecodeError::TooMuch);
        }
        if photo_bytes > 0 {
            let stream = course.photos.get_or_insert_with(Decompressor::new);
            stream.read(photos, photo_bytes, &mut self.photos)?;
        }
        let opened = Opened {
            fresh: header.fresh.is_some(),
            ops,
            literals_at: self.plain.len() - literal_bytes,
        };
        Ok((course, opened))
    }

    /// Does what was found good.
    fn carry_out(
        &mut self,
        opened: &Opened,
        course: &mut Course,
        frame: &mut Framebuffer,
        damage: &mut Damage,
    ) {
        for op in &opened.ops {
            match *op {
                Op::Save { tile, way } => course.memory.save(tile, way, frame),
                Op::Move { to, x, y } => {
                    let (left, top) = (to.x.wrapping_add_signed(-x), to.y.wrapping_add_signed(-y));
                    let from = Rect::new(left, top, to.width, to.height);
                    for y in from.y..from.bottom() {
                        self.moved.extend_from_slice(frame.row(from, y));
                    }
                }
                _ => {}
            }
        }
        let mut moved = self.moved.as_slice();
        let mut literals = &self.plain[opened.literals_at..];
        let mut photos = PlanesReader::new(&self.photos);
        for op in &opened.ops {
            match *op {
                Op::Save { .. } => {}
                Op::Move { to, .. } => {
                    for y in to.y..to.bottom() {
                        let (row, rest) = moved.split_at(to.width as usize);
                        frame.row_mut(to, y).copy_from_slice(row);
                        moved = rest;
                    }
                    damage.add(to);
                }
                Op::Restore { tile, way, part } => {
                    let part = part.unwrap_or_else(|| Grid::new(course.size).rect(tile));
                    course.memory.restore(tile, way, part, frame);
                    damage.add(part);
                }
                Op::Fill { rect, colour } => {
                    for y in rect.y..rect.bottom() {
                        frame.row_mut(rect, y).fill(colour);
                    }
                    damage.add(rect);
                }
                Op::Photo { rect } => {
                    photos.take(rect, frame);
                    damage.add(rect);
                }
                Op::Pixels { rect } => {
                    let (own, rest) = literals.split_at(literals::bytes(rect));
                    literals::take(own, rect, frame);
                    literals = rest;
                    damage.add(rect);
                }
            }
        }
    }
}

impl Course {
    fn new(size: Size, turn: u8) -> Self {
        Self {
            size,
            turn,
            stream: Decompressor::new(),
            photos: None,
            memory: Memory::new(size),
        }
    }

    /// Whether an update of this turn follows, to a picture of this size.
    fn fits(&self, frame_size: Size, turn: u8) -> bool {
        frame_size == self.size && turn == self.turn.wrapping_add(1)
    }
}

/// Looks through the operations of an update before any is done.
struct Check<'a> {
    course: &'a Course,
    changed: usize,
    literal_bytes: usize,
    photo_bytes: usize,
    saved: HashSet<(u32, u8)>,
}

impl Check<'_> {
    fn op(&mut self, op: &Op) -> Result<(), DecodeError> {
        let memory = &self.course.memory;
        match *op {
            Op::Save { tile, way } => {
                if !memory.has_room(tile, way) {
                    return Err(DecodeError::Memory { tile, way });
                }
                self.saved.insert((tile, way));
                self.changes(Grid::new(self.course.size).rect(tile))
            }
            Op::Move { to, x, y } => {
                self.changes(to)?;
                let valid = Distance { x, y }.valid(to, self.course.size);
                if valid == Some(Rect::new(0, 0, to.width, to.height)) {
                    Ok(())
                } else {
                    Err(self.outside(to))
                }
            }
            Op::Restore { tile, way, part } => {
                if !memory.holds(tile, way) && !self.saved.contains(&(tile, way)) {
                    return Err(DecodeError::Memory { tile, way });
                }
                let whole = Grid::new(self.course.size).rect(tile);
                let part = part.unwrap_or(whole);
                self.changes(part)?;
                if whole.contains(part) {
                    Ok(())
                } else {
                    Err(self.outside(part))
                }
            }
            Op::Fill { rect, colour } => {
                if colour & !COLOUR != 0 {
                    return Err(DecodeError::Malformed);
                }
                self.changes(rect)
            }
            Op::Pixels { rect } => {
                self.changes(rect)?;
                self.literal_bytes += literals::bytes(rect);
                Ok(())
            }
            Op::Photo { rect } => {
                self.changes(rect)?;
                self.photo_bytes += literals::bytes(rect);
                Ok(())
            }
        }
    }

    /// Counts a rectangle that is changed.
    fn changes(&mut self, rect: Rect) -> Result<(), DecodeError> {
        let size = self.course.size;
        if rect.is_empty() || !size.rect().contains(rect) {
            return Err(self.outside(rect));
        }
        self.changed += rect.pixels();
        if self.changed > size.pixels() * MAX_OVERLAP {
            return Err(DecodeError::TooMuch);
        }
        Ok(())
    }

    fn outside(&self, rect: Rect) -> DecodeError {
        DecodeError::Outside {
            rect,
            size: self.course.size,
        }
    }
}
