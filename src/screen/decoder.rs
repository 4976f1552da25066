//! Updates in, screens out. What it reads was sent by a peer, so nothing is believed before it is checked: an update
//! changes the picture only once all of it has been found good.

use super::{
    Damage, Framebuffer, MAX_UPDATE_BYTES, Rect, ScreenUpdate, Size, literals,
    op::{self, Header, Op},
    stream::{Decompressor, StreamError},
};

/// More unpacked bytes than this are not kept from one update to the next.
const KEPT_BYTES: usize = 8 << 20;

/// The fewest unpacked bytes of an operation, which bounds how many an update can hold.
const MIN_OP_BYTES: usize = 5;

/// The expert's side.
#[derive(Default)]
pub struct Decoder {
    /// Missing before the first update and after a bad one.
    stream: Option<Decompressor>,
    size: Size,
    plain: Vec<u8>,
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
    /// It changes more than there are pixels, or carries more than that takes.
    #[error("the update does more than a screen can need")]
    TooMuch,
    /// Its packed part cannot be unpacked.
    #[error("the update cannot be unpacked: {0}")]
    Packed(String),
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
        let stream = self.stream.take();
        let (size, fresh, stream, ops, literals_at) = self.open(&update.0, stream, frame.size())?;
        if fresh {
            frame.resize(size);
        }
        let mut damage = Damage::none();
        let mut literals = &self.plain[literals_at..];
        for op in &ops {
            match *op {
                Op::Fill { rect, colour } => {
                    for y in rect.y..rect.bottom() {
                        frame.row_mut(rect, y).fill(colour);
                    }
                }
                Op::Pixels { rect } => {
                    let (own, rest) = literals.split_at(op.literal_bytes());
                    literals::take(own, rect, frame);
                    literals = rest;
                }
            }
            damage.add(op.rect());
        }
        if fresh {
            damage = Damage::of(size.rect());
        }
        self.size = size;
        self.stream = Some(stream);
        self.plain.clear();
        self.plain.shrink_to(KEPT_BYTES);
        Ok(damage)
    }

    /// Unpacks and checks all of an update: its size, whether it begins anew, the stream, the operations, and where in
    /// `self.plain` their literals begin.
    fn open(
        &mut self,
        mut bytes: &[u8],
        stream: Option<Decompressor>,
        frame_size: Size,
    ) -> Result<(Size, bool, Decompressor, Vec<Op>, usize), DecodeError> {
        if bytes.len() > MAX_UPDATE_BYTES {
            return Err(DecodeError::TooLarge(bytes.len()));
        }
        let header: Header = op::read(&mut bytes)?;
        let (size, mut stream) = match (header.fresh, stream) {
            (Some(size), _) => (size, Decompressor::new()),
            (None, Some(stream)) if frame_size == self.size => (self.size, stream),
            (None, _) => return Err(DecodeError::OutOfOrder),
        };
        if !size.is_sane() {
            return Err(DecodeError::Size(size));
        }
        let plain_bytes = header.plain_bytes as usize;
        if plain_bytes > size.pixels() * 4 + 1024 {
            return Err(DecodeError::TooMuch);
        }
        stream.read(bytes, plain_bytes, &mut self.plain)?;

        let mut plain = self.plain.as_slice();
        let count: u32 = op::read(&mut plain)?;
        if count as usize > plain.len() / MIN_OP_BYTES {
            return Err(DecodeError::Malformed);
        }
        let mut ops = Vec::with_capacity(count as usize);
        let (mut changed, mut literal_bytes) = (0, 0);
        for _ in 0..count {
            let op: Op = op::read(&mut plain)?;
            op.check(size)?;
            changed += op.rect().pixels();
            if changed > size.pixels() {
                return Err(DecodeError::TooMuch);
            }
            literal_bytes += op.literal_bytes();
            ops.push(op);
        }
        if plain.len() != literal_bytes {
            return Err(DecodeError::Malformed);
        }
        let literals_at = self.plain.len() - literal_bytes;
        Ok((size, header.fresh.is_some(), stream, ops, literals_at))
    }
}
