//! Both directions of a link, as a session's task has them; and none, while a session waits for another.

use std::{future::pending, io};

use tokio::io::AsyncReadExt;

use super::pipe::Pipe;
use crate::net::{Link, LinkReader};

/// A link in use.
#[derive(Debug)]
pub(super) struct Wire {
    reader: LinkReader,
    pipe: Pipe,
}

/// What a wire did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Carried {
    /// All that it was filled with is on its way.
    Wrote,
    /// So many bytes came.
    Came(usize),
}

impl Wire {
    pub(super) fn new(link: Link) -> Self {
        let (reader, writer) = link.split();
        Self {
            reader,
            pipe: Pipe::new(writer),
        }
    }

    /// Takes the next gulp from a session, if the last one is through.
    pub(super) fn fill(&mut self, next: impl FnMut() -> Option<Vec<u8>>) {
        self.pipe.fill(next);
    }

    /// Writes all that the session still has to say, and closes the line in such a way that the other side reads it.
    pub(super) async fn close(self, next: impl FnMut() -> Option<Vec<u8>>) {
        self.pipe.close(self.reader, next).await;
    }

    async fn carry(&mut self, into: &mut [u8], may_read: bool) -> io::Result<Carried> {
        let Self { reader, pipe } = self;
        let is_through = pipe.is_through();
        tokio::select! {
            biased;
            written = pipe.write(), if !is_through => written.map(|()| Carried::Wrote),
            came = reader.read(into), if may_read => match came? {
                0 => Err(io::ErrorKind::UnexpectedEof.into()),
                count => Ok(Carried::Came(count)),
            },
            else => pending().await,
        }
    }
}

/// Ends when the wire did something: wrote, or read into `into`. Never, while there is none. Dropping the future loses nothing.
pub(super) async fn carry(
    wire: Option<&mut Wire>,
    into: &mut [u8],
    may_read: bool,
) -> io::Result<Carried> {
    match wire {
        Some(wire) => wire.carry(into, may_read).await,
        None => pending().await,
    }
}
