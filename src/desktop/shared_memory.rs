//! Memory that pictures go through to the display server or from it, without a copy through a socket: of an X server by MIT-SHM 1.2.
#![allow(unsafe_code)]

use std::{io, ops::Range, os::fd::OwnedFd, ptr::NonNull};

use rustix::{
    fs::{MemfdFlags, SealFlags, fcntl_add_seals, ftruncate, memfd_create},
    mm::{MapFlags, ProtFlags, mmap, munmap},
};
use x11rb::{
    connection::{Connection, RequestConnection},
    protocol::shm::{self, ConnectionExt as _},
    rust_connection::RustConnection,
};

/// A piece of memory that an X server has, too.
pub(super) struct SharedMemory {
    segment: shm::Seg,
    memory: Mapping,
}

/// A piece of memory that can be given to another process.
pub(super) struct Mapping {
    start: NonNull<u8>,
    length: usize,
    writer: Writer,
}

/// Who writes there; the other one only reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writer {
    /// The display server.
    Server,
    /// This program.
    Us,
}

// SAFETY: it owns its memory, and nothing in it is bound to a thread.
unsafe impl Send for Mapping {}

impl SharedMemory {
    /// Makes `length` bytes and gives them to the server; nothing where the server is far away or too old for that.
    pub(super) fn share(conn: &RustConnection, length: usize, writer: Writer) -> Option<Self> {
        conn.extension_information(shm::X11_EXTENSION_NAME).ok()??;
        let version = conn.shm_query_version().ok()?.reply().ok()?;
        if (version.major_version, version.minor_version) < (1, 2) {
            return None;
        }
        let made = Mapping::new(length, writer);
        let (fd, memory) = made
            .inspect_err(|error| tracing::warn!(%error, "no memory to share with the X server"))
            .ok()?;
        let segment = conn.generate_id().ok()?;
        let only_reads = writer == Writer::Us;
        let attached = conn.shm_attach_fd(segment, fd, only_reads).ok()?.check();
        attached
            .inspect_err(|error| tracing::info!(%error, "the X server shares no memory"))
            .ok()?;
        Some(Self { segment, memory })
    }

    /// What the server calls it.
    pub(super) fn segment(&self) -> shm::Seg {
        self.segment
    }

    /// Its length in bytes.
    pub(super) fn length(&self) -> usize {
        self.memory.length
    }

    /// See [`Mapping::words`].
    pub(super) fn words(&self, range: Range<usize>) -> &[u32] {
        self.memory.words(range)
    }

    /// See [`Mapping::words_mut`].
    pub(super) fn words_mut(&mut self, range: Range<usize>) -> &mut [u32] {
        self.memory.words_mut(range)
    }

    /// Tells the server to forget it.
    pub(super) fn forget(self, conn: &RustConnection) {
        // A server that is gone has forgotten already.
        let _ = conn.shm_detach(self.segment);
    }
}

impl Mapping {
    /// Makes `length` bytes of zero, and what another process gets them by.
    pub(super) fn new(length: usize, writer: Writer) -> io::Result<(OwnedFd, Self)> {
        let flags = MemfdFlags::CLOEXEC | MemfdFlags::ALLOW_SEALING;
        let fd = memfd_create("hulp-screen", flags)?;
        ftruncate(&fd, length as u64)?;
        fcntl_add_seals(&fd, SealFlags::SHRINK | SealFlags::GROW | SealFlags::SEAL)?;
        let access = match writer {
            Writer::Server => ProtFlags::READ,
            Writer::Us => ProtFlags::READ | ProtFlags::WRITE,
        };
        // SAFETY: a new mapping at a place of the system's choice touches nothing that exists.
        let start = unsafe {
            mmap(
                std::ptr::null_mut(),
                length,
                access,
                MapFlags::SHARED,
                &fd,
                0,
            )?
        };
        let start = NonNull::new(start.cast()).ok_or(io::ErrorKind::OutOfMemory)?;
        let memory = Self {
            start,
            length,
            writer,
        };
        Ok((fd, memory))
    }

    /// Its length in bytes.
    pub(super) fn length(&self) -> usize {
        self.length
    }

    /// The words that the server wrote there, `range` in words of four bytes. To be called only when it has answered every
    /// request that writes there.
    pub(super) fn words(&self, range: Range<usize>) -> &[u32] {
        assert!(range.start <= range.end && range.end <= self.length / 4);
        let start = self.start.cast::<u32>();
        // SAFETY: the range lies within the mapping, which begins at a page and lives as long as `self`; the seals keep it from
        // shrinking; any bits are a word; and the server writes there only while it answers a request, which the caller has
        // waited for.
        unsafe { std::slice::from_raw_parts(start.as_ptr().add(range.start), range.len()) }
    }

    /// The same words, to be written. To be called only when the server has done every request that reads there.
    pub(super) fn words_mut(&mut self, range: Range<usize>) -> &mut [u32] {
        assert_eq!(self.writer, Writer::Us);
        assert!(range.start <= range.end && range.end <= self.length / 4);
        let start = self.start.cast::<u32>();
        // SAFETY: as in `words`; the mapping may be written, and the server, which only reads, has done what was asked of it.
        unsafe { std::slice::from_raw_parts_mut(start.as_ptr().add(range.start), range.len()) }
    }
}

impl Drop for Mapping {
    fn drop(&mut self) {
        // SAFETY: it was mapped with this length, and no slice of it outlives `self`.
        let unmapped = unsafe { munmap(self.start.as_ptr().cast(), self.length) };
        debug_assert!(unmapped.is_ok());
    }
}
