//! What a session says, on its way into the line: a little at a time, so that what is urgent passes what is not.

use std::{
    io,
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    time::timeout,
};

use crate::net::{LinkReader, LinkWriter};

/// So much is read from the line at once.
pub(super) const READ_BYTES: usize = 64 * 1024;
/// So much is taken from the session at once; the rest stays where an urgent message still passes it.
const GULP_BYTES: usize = 16 * 1024;
/// So long the last words may take to reach the other side.
const LAST_WORDS_TIME: Duration = Duration::from_secs(2);
/// So much more of the other side's is thrown away then, so that the system does not cut the line over unread bytes.
const MAX_UNREAD_BYTES: usize = 1024 * 1024;

/// The outgoing half of a link.
#[derive(Debug)]
pub(super) struct Pipe {
    writer: LinkWriter,
    bytes: Vec<u8>,
    written: usize,
    flushed: bool,
}

impl Pipe {
    pub(super) fn new(writer: LinkWriter) -> Self {
        Self {
            writer,
            bytes: Vec::new(),
            written: 0,
            flushed: true,
        }
    }

    /// Takes the next gulp from a session, if the last one is through.
    pub(super) fn fill(&mut self, mut next: impl FnMut() -> Option<Vec<u8>>) {
        if !self.is_through() {
            return;
        }
        self.bytes.clear();
        self.written = 0;
        while self.bytes.len() < GULP_BYTES {
            let Some(more) = next() else { break };
            self.bytes.extend_from_slice(&more);
        }
        self.flushed = self.bytes.is_empty();
    }

    /// Whether the kernel has all that was taken.
    pub(super) fn is_through(&self) -> bool {
        self.flushed
    }

    /// Writes on; to be called until [`Pipe::is_through`]. Dropping the future loses nothing.
    pub(super) async fn write(&mut self) -> io::Result<()> {
        while self.written < self.bytes.len() {
            self.written += self.writer.write(&self.bytes[self.written..]).await?;
        }
        self.writer.flush().await?;
        self.flushed = true;
        Ok(())
    }

    /// Writes all that the session still has to say, and closes the line in such a way that the other side reads it.
    pub(super) async fn close(
        mut self,
        mut reader: LinkReader,
        mut next: impl FnMut() -> Option<Vec<u8>>,
    ) {
        let last_words = async {
            loop {
                self.write().await?;
                self.fill(&mut next);
                if self.is_through() {
                    break;
                }
            }
            self.writer.shutdown().await?;
            let mut unread = [0; 4096];
            let mut left = MAX_UNREAD_BYTES;
            while left > 0 {
                match reader.read(&mut unread).await? {
                    0 => break,
                    read => left = left.saturating_sub(read),
                }
            }
            io::Result::Ok(())
        };
        if let Ok(Err(error)) = timeout(LAST_WORDS_TIME, last_words).await {
            tracing::debug!(%error, "the line closed under the last words");
        }
    }
}

/// Waits until `deadline`, or for ever.
pub(super) async fn until(deadline: Option<Instant>) {
    match deadline {
        Some(deadline) => tokio::time::sleep_until(deadline.into()).await,
        None => std::future::pending().await,
    }
}
