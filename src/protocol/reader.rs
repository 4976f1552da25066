//! Bytes in, messages and screen updates out. Fed in whatever slices the line gives.

use std::marker::PhantomData;

use super::{
    CHUNK_BYTES, MAX_HANDSHAKE_BYTES, MAX_MESSAGE_BYTES, WireError,
    checks::Message,
    frame::{HEADER_BYTES, Kind, parse_header},
};
use crate::screen::{MAX_UPDATE_BYTES, ScreenUpdate};

/// What came, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Frame<M> {
    /// A message, its fields within their limits.
    Message(M),
    /// All chunks of a screen update.
    Screen(ScreenUpdate),
}

/// What may come now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes of a message.
    pub message_bytes: usize,
    /// Whether a new screen update may begin.
    pub screen: bool,
}

impl Limits {
    /// Before consent.
    pub const HANDSHAKE: Self = Self {
        message_bytes: MAX_HANDSHAKE_BYTES,
        screen: false,
    };
    /// In a session, to the novice.
    pub const TO_NOVICE: Self = Self {
        message_bytes: MAX_MESSAGE_BYTES,
        screen: false,
    };
    /// In a session, to the expert.
    pub const TO_EXPERT: Self = Self {
        message_bytes: MAX_MESSAGE_BYTES,
        screen: true,
    };
}

/// Reads frames. Keeps at most one unfinished message and one unfinished update.
pub struct FrameReader<M> {
    limits: Limits,
    header: Vec<u8>,
    /// The frame whose body is being read, and how many bytes of it are still to come.
    open: Option<(Kind, usize)>,
    body: Vec<u8>,
    update: Option<Vec<u8>>,
    messages: PhantomData<fn() -> M>,
}

impl<M: Message> FrameReader<M> {
    /// Reads under these limits.
    pub fn new(limits: Limits) -> Self {
        Self {
            limits,
            header: Vec::with_capacity(HEADER_BYTES),
            open: None,
            body: Vec::new(),
            update: None,
            messages: PhantomData,
        }
    }

    /// Other limits, from the next header on.
    pub fn set_limits(&mut self, limits: Limits) {
        self.limits = limits;
    }

    /// Takes bytes off the front of `input` until something is whole; `None` when all of it is taken and nothing is.
    ///
    /// # Errors
    /// When the bytes are not allowed. The reader is of no more use then.
    pub fn read(&mut self, input: &mut &[u8]) -> Result<Option<Frame<M>>, WireError> {
        loop {
            let Some((kind, missing)) = self.open else {
                take(input, HEADER_BYTES - self.header.len(), &mut self.header);
                let Ok(header) = <[u8; HEADER_BYTES]>::try_from(&self.header[..]) else {
                    return Ok(None);
                };
                self.header.clear();
                self.open = Some(self.check_header(header)?);
                continue;
            };
            let into = match kind {
                Kind::Message => &mut self.body,
                Kind::Chunk | Kind::LastChunk => self.update.get_or_insert_default(),
            };
            let missing = missing - take(input, missing, into);
            if missing > 0 {
                self.open = Some((kind, missing));
                return Ok(None);
            }
            self.open = None;
            match kind {
                Kind::Message => return self.finish_message().map(Some),
                Kind::Chunk => {}
                Kind::LastChunk => {
                    let update = self.update.take().unwrap_or_default();
                    return Ok(Some(Frame::Screen(ScreenUpdate(update))));
                }
            }
        }
    }

    /// Whether a screen update has begun to come and is not whole yet.
    pub fn update_under_way(&self) -> bool {
        self.update.is_some()
    }

    /// How many bytes of unfinished frames it keeps.
    pub fn kept_bytes(&self) -> usize {
        self.header.len() + self.body.len() + self.update.as_ref().map_or(0, Vec::len)
    }

    fn check_header(&self, header: [u8; HEADER_BYTES]) -> Result<(Kind, usize), WireError> {
        let (kind, bytes) = parse_header(header)?;
        let limit = self.limits.message_bytes;
        match kind {
            Kind::Message if bytes > limit => Err(WireError::MessageTooLong { bytes, limit }),
            Kind::Message => Ok((kind, bytes)),
            _ if self.update.is_none() && !self.limits.screen => Err(WireError::UpdateNotDue),
            _ if bytes > CHUNK_BYTES => Err(WireError::ChunkTooLong(bytes)),
            Kind::Chunk if bytes == 0 => Err(WireError::ChunkEmpty),
            _ if self.update.as_ref().map_or(0, Vec::len) + bytes > MAX_UPDATE_BYTES => {
                Err(WireError::UpdateTooLong(MAX_UPDATE_BYTES))
            }
            _ => Ok((kind, bytes)),
        }
    }

    fn finish_message(&mut self) -> Result<Frame<M>, WireError> {
        let body = std::mem::take(&mut self.body);
        let (message, rest) =
            postcard::take_from_bytes::<M>(&body).map_err(|_| WireError::Malformed)?;
        if !rest.is_empty() {
            return Err(WireError::Trailing(rest.len()));
        }
        message.check()?;
        Ok(Frame::Message(message))
    }
}

/// Moves at most `count` bytes from the front of `input` to the end of `into`; says how many.
fn take(input: &mut &[u8], count: usize, into: &mut Vec<u8>) -> usize {
    let (taken, rest) = input.split_at(count.min(input.len()));
    into.extend_from_slice(taken);
    *input = rest;
    taken.len()
}
