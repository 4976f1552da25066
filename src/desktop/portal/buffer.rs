//! One buffer of PipeWire's: the only place that looks into memory which another program filled.
#![allow(unsafe_code)]

use std::{ptr::NonNull, slice};

use pipewire::{
    spa::sys::{SPA_CHUNK_FLAG_CORRUPTED, SPA_DATA_MemFd, SPA_DATA_MemPtr, spa_buffer, spa_data},
    stream::Stream,
    sys::pw_buffer,
};

/// The most kinds of notes that a buffer may have; PipeWire knows ten.
const MAX_NOTES: usize = 32;

/// A buffer that is ours until this is dropped.
pub(super) struct Buffer<'s> {
    stream: &'s Stream,
    raw: NonNull<pw_buffer>,
}

/// Pixels as they lie in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Plane<'b> {
    /// All of the memory, not only what belongs to the picture.
    pub(super) bytes: &'b [u8],
    /// Where the first row begins, in bytes.
    pub(super) offset: usize,
    /// From one row to the next, in bytes.
    pub(super) stride: usize,
}

impl<'s> Buffer<'s> {
    /// The next that was filled, if there is one.
    pub(super) fn next(stream: &'s Stream) -> Option<Self> {
        // SAFETY: it is called from the stream's own callback, on its thread; what it gives is returned in `drop`.
        let raw = NonNull::new(unsafe { stream.dequeue_raw_buffer() })?;
        Some(Self { stream, raw })
    }

    /// The pixels. Nothing where the buffer has none: it then brings news of the pointer alone.
    pub(super) fn plane(&self) -> Option<Plane<'_>> {
        let data = self.data()?;
        if ![SPA_DATA_MemPtr, SPA_DATA_MemFd].contains(&data.type_) || data.data.is_null() {
            return None;
        }
        // SAFETY: PipeWire gives each of its blocks a chunk, which lives as long as the buffer.
        let chunk = unsafe { data.chunk.as_ref() }?;
        if chunk.size == 0 || chunk.flags & SPA_CHUNK_FLAG_CORRUPTED as i32 != 0 {
            return None;
        }
        // SAFETY: PipeWire mapped `maxsize` bytes there, for reading at least, and does not unmap them while the buffer is ours;
        // any bits are bytes. The other program does not write there before it has the buffer back; one that did would spoil
        // its own picture, for each byte is read once.
        let bytes = unsafe { slice::from_raw_parts(data.data.cast::<u8>(), data.maxsize as usize) };
        Some(Plane {
            bytes,
            offset: chunk.offset as usize,
            stride: usize::try_from(chunk.stride).ok()?,
        })
    }

    /// What is noted beside the pixels, of this kind (`SPA_META_…`).
    pub(super) fn note(&self, kind: u32) -> Option<&[u8]> {
        let buffer = self.spa();
        if buffer.metas.is_null() {
            return None;
        }
        let count = (buffer.n_metas as usize).min(MAX_NOTES);
        // SAFETY: PipeWire has `n_metas` of them there as long as the buffer lives.
        let notes = unsafe { slice::from_raw_parts(buffer.metas, count) };
        let note = notes.iter().find(|note| note.type_ == kind)?;
        if note.data.is_null() {
            return None;
        }
        // SAFETY: `size` bytes are mapped there as long as the buffer lives; see `plane` about who writes.
        Some(unsafe { slice::from_raw_parts(note.data.cast::<u8>(), note.size as usize) })
    }

    fn data(&self) -> Option<&spa_data> {
        let buffer = self.spa();
        if buffer.n_datas == 0 {
            return None;
        }
        // SAFETY: PipeWire has `n_datas` of them there as long as the buffer lives.
        unsafe { buffer.datas.as_ref() }
    }

    fn spa(&self) -> &spa_buffer {
        // SAFETY: a buffer that was taken off the queue has its `spa_buffer` until it is put back.
        unsafe { &*self.raw.as_ref().buffer }
    }
}

impl Drop for Buffer<'_> {
    fn drop(&mut self) {
        // SAFETY: it is of this stream, and nothing that borrows from it is left.
        unsafe { self.stream.queue_raw_buffer(self.raw.as_ptr()) };
    }
}
