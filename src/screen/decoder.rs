//! Updates in, screens out. What it reads was sent by a peer, so nothing is believed before it is checked: an update
//! changes the picture only once all of it has been found good.

use super::{
    Damage, Framebuffer, MAX_UPDATE_BYTES, Rect, ScreenUpdate, Size,
    check::Check,
    literals, lossy,
    memory::Memory,
    op::{self, Header, MAX_TILE_OPS, Op},
    photo::PlanesReader,
    stream::{Decompressor, StreamError},
    tiles::Grid,
    video::{VideoDecoder, VideoHeader},
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
    /// The lossy sheets, unpacked; between updates whatever they last held.
    lossy: Vec<u8>,
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
    video: Option<VideoDecoder>,
    is_exact: bool,
}

/// An update that was found good.
struct Opened {
    fresh: bool,
    ops: Vec<Op>,
    /// Where the pixels begin among the unpacked bytes.
    literals_at: usize,
    /// Behind those of photos come the lossy sheets, and then a picture of the video.
    photo_bytes: usize,
    lossy_cells: usize,
    lossy_bytes: usize,
    video: Option<VideoHeader>,
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
        self.prepare(&opened, &mut course, frame)?;
        let mut damage = Damage::none();
        self.carry_out(&opened, &course, frame, &mut damage);
        if opened.fresh {
            damage = Damage::of(course.size.rect());
        }
        self.course = Some(course);
        for bytes in [&mut self.plain, &mut self.photos] {
            bytes.clear();
            bytes.shrink_to(KEPT_BYTES);
        }
        self.lossy.truncate(KEPT_BYTES);
        self.lossy.shrink_to(KEPT_BYTES);
        self.moved.clear();
        self.moved.shrink_to(KEPT_BYTES / 4);
        Ok(damage)
    }

    /// Whether the picture, as the last update left it, is the novice's screen to the last bit; the novice's side says so.
    pub fn is_exact(&self) -> bool {
        (self.course.as_ref()).is_some_and(|course| course.is_exact)
    }

    /// Unpacks and checks all of an update but what is lossy.
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
        course.is_exact = header.is_exact;
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
        if let Some(video) = &header.video {
            course.follow(video)?;
        }
        let mut check = Check::new(size, &course.memory, header.video);
        let mut ops = Vec::new();
        for _ in 0..count {
            let op = op::read(&mut plain)?;
            check.op(&op)?;
            ops.push(op);
        }
        let (literal_bytes, photo_bytes) = (check.literal_bytes(), check.photo_bytes());
        let (lossy_bytes, lossy_cells) = (header.lossy_bytes as usize, check.lossy_cells());
        let video_bytes = header.video.map_or(0, |video| video.bytes as usize);
        let streamed = photo_bytes.saturating_add(lossy_bytes);
        let streamed = streamed.saturating_add(video_bytes);
        if plain.len() != literal_bytes
            || (streamed > 0) != header.photos_at.is_some()
            || (lossy_cells > 0) != (lossy_bytes > 0)
        {
            return Err(DecodeError::Malformed);
        }
        if plain_bytes.saturating_add(streamed) > most {
            return Err(DecodeError::TooMuch);
        }
        self.photos.clear();
        if streamed > 0 {
            let stream = course.photos.get_or_insert_with(Decompressor::new);
            stream.read(photos, streamed, &mut self.photos)?;
        }
        let opened = Opened {
            fresh: header.fresh.is_some(),
            ops,
            literals_at: self.plain.len() - literal_bytes,
            photo_bytes,
            lossy_cells,
            lossy_bytes,
            video: header.video,
        };
        Ok((course, opened))
    }

    /// Takes what is needed of the old picture, and meanwhile unpacks what is lossy, the last that can be found bad.
    fn prepare(
        &mut self,
        opened: &Opened,
        course: &mut Course,
        frame: &mut Framebuffer,
    ) -> Result<(), DecodeError> {
        let (sheets, film) = self.photos[opened.photo_bytes..].split_at(opened.lossy_bytes);
        let (lossy, moved) = (&mut self.lossy, &mut self.moved);
        let Course { video, memory, .. } = course;
        let mut video = video.as_mut().filter(|_| opened.video.is_some());
        let is_lossy = opened.lossy_cells > 0 || video.is_some();
        let mut unpack = || {
            let filmed = video
                .as_mut()
                .is_none_or(|video| video.decode(film).is_some());
            let is_good = filmed && lossy::decode(sheets, opened.lossy_cells, lossy);
            is_good.then_some(()).ok_or(DecodeError::Malformed)
        };
        if opened.fresh {
            // Its old picture is black, which shows: only when all is found good.
            unpack()?;
            frame.resize(course.size);
            opened.take_old(memory, frame, moved);
        } else if is_lossy {
            let take_old = || opened.take_old(memory, frame, moved);
            rayon::join(unpack, take_old).0?;
        } else {
            opened.take_old(memory, frame, moved);
        }
        Ok(())
    }

    /// Does what was found good, when what it needs of the old picture is taken.
    fn carry_out(
        &self,
        opened: &Opened,
        course: &Course,
        frame: &mut Framebuffer,
        damage: &mut Damage,
    ) {
        let mut moved = self.moved.as_slice();
        let mut literals = &self.plain[opened.literals_at..];
        let mut photos = PlanesReader::new(&self.photos[..opened.photo_bytes]);
        let mut cells_put = 0;
        let lossy = |op: &Op| match *op {
            Op::Lossy { rect } if !opened.shows(rect) => Some(rect),
            _ => None,
        };
        let is_lossy = |op: &Op| lossy(op).is_some();
        let ops = opened
            .ops
            .chunk_by(|one, other| is_lossy(one) && is_lossy(other));
        for ops in ops {
            let parts: Vec<Rect> = ops.iter().filter_map(lossy).collect();
            lossy::put(&self.lossy, opened.lossy_cells, cells_put, &parts, frame);
            cells_put += parts.len();
            parts.iter().for_each(|part| damage.add(*part));
            let [op] = ops else { continue };
            match *op {
                Op::Lossy { rect } if opened.shows(rect) => {
                    if let Some(video) = &course.video {
                        video.put(rect, frame);
                    }
                    damage.add(rect);
                }
                Op::Save { .. } | Op::Lossy { .. } => {}
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

impl Opened {
    /// Whether the video has this part.
    fn shows(&self, part: Rect) -> bool {
        self.video.is_some_and(|video| video.shows(part))
    }

    /// Takes what is remembered and what moves from the old picture.
    fn take_old(&self, memory: &mut Memory, frame: &Framebuffer, moved: &mut Vec<u32>) {
        moved.clear();
        for op in &self.ops {
            match *op {
                Op::Save { tile, way } => memory.save(tile, way, frame),
                Op::Move { to, x, y } => {
                    let (left, top) = (to.x.wrapping_add_signed(-x), to.y.wrapping_add_signed(-y));
                    let from = Rect::new(left, top, to.width, to.height);
                    for y in from.y..from.bottom() {
                        moved.extend_from_slice(frame.row(from, y));
                    }
                }
                _ => {}
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
            video: None,
            is_exact: true,
        }
    }

    /// Makes ready for the next picture of a video, which may be another one.
    fn follow(&mut self, header: &VideoHeader) -> Result<(), DecodeError> {
        if !self.size.rect().contains(header.area) {
            return Err(DecodeError::Outside {
                rect: header.area,
                size: self.size,
            });
        }
        if header.begins {
            self.video = Some(VideoDecoder::new(header).ok_or(DecodeError::TooMuch)?);
        }
        let is_known = (self.video.as_ref()).is_some_and(|video| video.fits(header));
        is_known.then_some(()).ok_or(DecodeError::OutOfOrder)
    }

    /// Whether an update of this turn follows, to a picture of this size.
    fn fits(&self, frame_size: Size, turn: u8) -> bool {
        frame_size == self.size && turn == self.turn.wrapping_add(1)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{
        super::{op::MAX_OVERLAP, stream::Compressor},
        *,
    };

    const SIZE: Size = Size::new(200, 100);

    /// What a peer can send that keeps to the form.
    struct Sent {
        fresh: Option<Size>,
        ops: Vec<Op>,
        literals: Vec<u8>,
        photos: Option<Vec<u8>>,
        lossy_bytes: u32,
        video: Option<VideoHeader>,
        /// Promised instead of the real number of unpacked bytes.
        plain_bytes: Option<u32>,
    }

    impl Default for Sent {
        fn default() -> Self {
            Self {
                fresh: Some(SIZE),
                ops: Vec::new(),
                literals: Vec::new(),
                photos: None,
                lossy_bytes: 0,
                video: None,
                plain_bytes: None,
            }
        }
    }

    impl Sent {
        fn ops(ops: &[Op]) -> Self {
            Self {
                ops: ops.to_vec(),
                ..Self::default()
            }
        }

        fn update(&self) -> ScreenUpdate {
            let mut plain = Vec::new();
            op::write(&(self.ops.len() as u32), &mut plain);
            self.ops.iter().for_each(|op| op::write(op, &mut plain));
            plain.extend(&self.literals);
            let mut packed = Vec::new();
            Compressor::new().append(&plain, &mut packed);
            let photos_at = self.photos.as_ref().map(|_| packed.len() as u32);
            if let Some(photos) = &self.photos {
                Compressor::new().append(photos, &mut packed);
            }
            let header = Header {
                turn: 0,
                fresh: self.fresh,
                plain_bytes: self.plain_bytes.unwrap_or(plain.len() as u32),
                photos_at,
                lossy_bytes: self.lossy_bytes,
                video: self.video,
                is_exact: true,
            };
            let mut bytes = Vec::new();
            op::write(&header, &mut bytes);
            bytes.append(&mut packed);
            ScreenUpdate(bytes)
        }

        fn refusal(&self) -> DecodeError {
            let mut shown = Framebuffer::new(Size::new(7, 7));
            let refusal = Decoder::new()
                .apply(&self.update(), &mut shown)
                .unwrap_err();
            assert!(shown == Framebuffer::new(Size::new(7, 7)), "it shows");
            refusal
        }
    }

    fn fill(rect: Rect) -> Op {
        Op::Fill { rect, colour: 1 }
    }

    #[test]
    fn what_keeps_to_the_rules_is_shown() {
        let rect = Rect::new(150, 60, 50, 40);
        let sent = Sent {
            ops: vec![
                fill(rect),
                Op::Pixels {
                    rect: Rect::new(1, 1, 1, 1),
                },
            ],
            literals: vec![7, 8, 9],
            ..Sent::default()
        };
        let mut shown = Framebuffer::new(Size::default());
        Decoder::new().apply(&sent.update(), &mut shown).unwrap();
        assert_eq!(shown.pixel(199, 99), Some(1));
        assert_eq!(shown.pixel(1, 1), Some(0x09_0807));
    }

    #[test]
    fn nothing_is_done_outside_the_screen() {
        let outside = [
            Rect::new(150, 60, 51, 40),
            Rect::new(150, 60, 50, 41),
            Rect::new(u32::MAX, 0, 2, 2),
            Rect::new(0, 0, u32::MAX, u32::MAX),
            Rect::new(3, 3, 0, 5),
        ];
        for rect in outside {
            let ops = [
                fill(rect),
                Op::Pixels { rect },
                Op::Photo { rect },
                Op::Lossy { rect },
                Op::Move {
                    to: rect,
                    x: 0,
                    y: 0,
                },
            ];
            for op in ops {
                let refusal = Sent::ops(&[op]).refusal();
                assert!(
                    matches!(refusal, DecodeError::Outside { .. }),
                    "{op:?}: {refusal}"
                );
            }
        }
        let to = Rect::new(10, 10, 20, 20);
        for (x, y) in [
            (11, 0),
            (0, 11),
            (-171, 0),
            (0, -71),
            (i32::MIN, 0),
            (0, i32::MAX),
        ] {
            let refusal = Sent::ops(&[Op::Move { to, x, y }]).refusal();
            assert!(
                matches!(refusal, DecodeError::Outside { .. }),
                "{x} {y}: {refusal}"
            );
        }
    }

    #[test]
    fn only_what_was_remembered_is_restored() {
        let save = |tile, way| Op::Save { tile, way };
        let restore = |tile, part| Op::Restore { tile, way: 0, part };
        for ops in [
            vec![restore(0, None)],
            vec![save(1, 0), restore(0, None)],
            vec![save(8, 0)],
            vec![save(0, 255)],
        ] {
            let refusal = Sent::ops(&ops).refusal();
            assert!(
                matches!(refusal, DecodeError::Memory { .. }),
                "{ops:?}: {refusal}"
            );
        }
        let beyond = Some(Rect::new(60, 0, 5, 5));
        let refusal = Sent::ops(&[save(0, 0), restore(0, beyond)]).refusal();
        assert!(matches!(refusal, DecodeError::Outside { .. }), "{refusal}");
    }

    #[test]
    fn an_update_does_not_do_more_than_a_screen_can_need() {
        let again = |op: Op, times| Sent::ops(&vec![op; times]).refusal();
        for refusal in [
            again(fill(SIZE.rect()), MAX_OVERLAP + 1),
            again(Op::Save { tile: 0, way: 0 }, 2),
            again(fill(Rect::new(0, 0, 1, 1)), 8 * MAX_TILE_OPS + 1),
        ] {
            assert!(matches!(refusal, DecodeError::TooMuch), "{refusal}");
        }
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let bytes = 16 << 20;
        let mut bomb = Sent {
            literals: vec![0; bytes],
            ..Sent::default()
        };
        assert!(bomb.update().0.len() < bytes / 1000, "no bomb");
        assert!(matches!(bomb.refusal(), DecodeError::TooMuch));

        // One that says it is small is not unpacked further than it says.
        bomb.plain_bytes = Some(1000);
        let mut decoder = Decoder::new();
        let mut shown = Framebuffer::new(Size::default());
        let refusal = decoder.apply(&bomb.update(), &mut shown).unwrap_err();
        assert!(matches!(refusal, DecodeError::Packed(_)), "{refusal}");
        assert!(decoder.plain.capacity() < 1 << 20);
    }

    #[test]
    fn a_stream_with_a_larger_window_is_refused() {
        use zstd::stream::raw::{CParameter, Encoder, InBuffer, Operation, OutBuffer};
        let mut encoder = Encoder::new(1).unwrap();
        encoder.set_parameter(CParameter::WindowLog(27)).unwrap();
        let mut packed = vec![0; 1000];
        let mut output = OutBuffer::around(&mut packed[..]);
        encoder
            .run(&mut InBuffer::around(&[0]), &mut output)
            .unwrap();
        encoder.flush(&mut output).unwrap();
        let length = output.pos();
        let header = Header {
            turn: 0,
            fresh: Some(SIZE),
            plain_bytes: 1,
            photos_at: None,
            lossy_bytes: 0,
            video: None,
            is_exact: true,
        };
        let mut bytes = Vec::new();
        op::write(&header, &mut bytes);
        bytes.extend(&packed[..length]);
        let mut shown = Framebuffer::new(Size::default());
        let refusal = Decoder::new()
            .apply(&ScreenUpdate(bytes), &mut shown)
            .unwrap_err();
        assert!(matches!(refusal, DecodeError::Packed(_)), "{refusal}");
    }

    #[test]
    fn pixels_are_neither_missing_nor_left_over() {
        let rect = Rect::new(0, 0, 2, 2);
        let sent = |ops: &[Op], literals: usize, photos: Option<usize>| Sent {
            ops: ops.to_vec(),
            literals: vec![0; literals],
            photos: photos.map(|bytes| vec![0; bytes]),
            ..Sent::default()
        };
        for wrong in [
            sent(&[Op::Pixels { rect }], 11, None),
            sent(&[Op::Pixels { rect }], 13, None),
            sent(&[Op::Photo { rect }], 12, None),
            sent(&[Op::Pixels { rect }], 12, Some(12)),
        ] {
            assert!(matches!(wrong.refusal(), DecodeError::Malformed));
        }
        for bytes in [11, 13] {
            let wrong = sent(&[Op::Photo { rect }], 0, Some(bytes));
            assert!(matches!(wrong.refusal(), DecodeError::Packed(_)));
        }
    }

    #[test]
    fn a_lossy_picture_is_what_was_promised_or_nothing_is_shown() {
        let rect = Rect::new(0, 0, 64, 64);
        let picture = lossy::encode(&Framebuffer::new(SIZE), &[rect], 50);
        let sent = |ops: Vec<Op>, picture: &[u8]| Sent {
            ops,
            photos: Some(picture.to_vec()),
            lossy_bytes: picture.len() as u32,
            ..Sent::default()
        };
        let mut shown = Framebuffer::new(Size::default());
        let good = sent(vec![Op::Lossy { rect }], &picture);
        Decoder::new().apply(&good.update(), &mut shown).unwrap();

        let noise: Vec<u8> = (0..picture.len()).map(|n| (n * 89 % 256) as u8).collect();
        for wrong in [
            sent(vec![], &picture),
            sent(vec![Op::Lossy { rect }; 2], &picture),
            sent(vec![Op::Lossy { rect }], &noise),
            sent(vec![Op::Photo { rect }], &picture),
        ] {
            let refusal = wrong.refusal();
            let expected = matches!(refusal, DecodeError::Malformed | DecodeError::Packed(_));
            assert!(expected, "{refusal}");
        }
        // Each costs a cell, however small it is.
        let small = Op::Lossy {
            rect: Rect::new(5, 5, 1, 1),
        };
        let refusal = sent(vec![small; 25], &picture).refusal();
        assert!(matches!(refusal, DecodeError::TooMuch), "{refusal}");
        let large = Op::Lossy {
            rect: Rect::new(0, 0, 65, 64),
        };
        let refusal = sent(vec![large], &picture).refusal();
        assert!(matches!(refusal, DecodeError::TooMuch), "{refusal}");
    }

    #[test]
    fn a_video_lies_within_the_screen_and_begins_before_it_goes_on() {
        let sent = |area: Rect, shrink: u8, begins: bool| Sent {
            photos: Some(vec![0; 7]),
            video: Some(VideoHeader {
                area,
                shrink,
                begins,
                bytes: 7,
            }),
            ..Sent::default()
        };
        let inside = Rect::new(20, 30, 100, 50);
        let refusal = sent(Rect::new(20, 30, 181, 50), 1, true).refusal();
        assert!(matches!(refusal, DecodeError::Outside { .. }), "{refusal}");
        let refusal = sent(inside, 0, true).refusal();
        assert!(matches!(refusal, DecodeError::TooMuch), "{refusal}");
        let refusal = sent(inside, 1, false).refusal();
        assert!(matches!(refusal, DecodeError::OutOfOrder), "{refusal}");
        let refusal = sent(inside, 1, true).refusal();
        assert!(matches!(refusal, DecodeError::Malformed), "{refusal}");
        let mut large = sent(inside, 1, true);
        large.ops = vec![Op::Lossy {
            rect: Rect::new(20, 30, 65, 50),
        }];
        assert!(matches!(large.refusal(), DecodeError::TooMuch));
        let mut promised = sent(inside, 1, true);
        promised.photos = None;
        assert!(matches!(promised.refusal(), DecodeError::Malformed));
    }

    #[test]
    fn a_screen_that_cannot_be_is_refused() {
        for size in [
            Size::new(0, 5),
            Size::new(5, 0),
            Size::new(16_385, 1),
            Size::new(16_384, 16_384),
            Size::new(u32::MAX, u32::MAX),
        ] {
            let sent = Sent {
                fresh: Some(size),
                ..Sent::default()
            };
            assert!(matches!(sent.refusal(), DecodeError::Size(_)));
        }
    }
}
