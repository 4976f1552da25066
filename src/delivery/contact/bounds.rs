//! Bounds on what a server sends, before it is read as XML: how much one stanza holds, and how deep it goes.
//!
//! The parser below takes stanzas of any size and depth, and a tree that is very deep takes the stack with it when it is
//! dropped. So the bytes are watched as they pass: enough of XML to see elements begin and end, and no more.

use std::{
    io,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll},
};

use tokio::io::{AsyncBufRead, AsyncRead, AsyncWrite, BufReader, ReadBuf};

/// The most bytes of one stanza: a list of a few thousand people.
pub const MAX_STANZA_BYTES: usize = 1024 * 1024;
/// How deep elements may lie in each other; the deepest that means anything here has eight.
pub const MAX_DEPTH: usize = 32;

/// A stream that ends with an error when its bounds are passed.
pub(super) struct Bounded<S> {
    inner: BufReader<S>,
    gauge: Gauge,
    anew: Arc<AtomicBool>,
}

/// Tells a [`Bounded`] that the XML begins anew, as it does after signing in.
#[derive(Clone)]
pub(super) struct Anew(Arc<AtomicBool>);

impl Anew {
    pub(super) fn say(&self) {
        self.0.store(true, Ordering::Release);
    }
}

impl<S: AsyncRead> Bounded<S> {
    pub(super) fn new(stream: S) -> Self {
        Self {
            inner: BufReader::new(stream),
            gauge: Gauge::default(),
            anew: Arc::default(),
        }
    }

    pub(super) fn anew(&self) -> Anew {
        Anew(self.anew.clone())
    }

    /// The stream itself, if nothing that was read of it is left over.
    pub(super) fn into_inner(self) -> Option<S> {
        self.inner
            .buffer()
            .is_empty()
            .then(|| self.inner.into_inner())
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Bounded<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let count = {
            let bytes = std::task::ready!(self.as_mut().poll_fill_buf(cx))?;
            let count = bytes.len().min(into.remaining());
            into.put_slice(&bytes[..count]);
            count
        };
        self.consume(count);
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncRead + Unpin> AsyncBufRead for Bounded<S> {
    fn poll_fill_buf(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<&[u8]>> {
        let this = self.get_mut();
        if this.gauge.passed {
            return Poll::Ready(Err(io::ErrorKind::InvalidData.into()));
        }
        Pin::new(&mut this.inner).poll_fill_buf(cx)
    }

    fn consume(self: Pin<&mut Self>, count: usize) {
        let this = self.get_mut();
        if this.anew.swap(false, Ordering::AcqRel) {
            this.gauge = Gauge::default();
        }
        let read = this.inner.buffer();
        this.gauge.see(&read[..count.min(read.len())]);
        Pin::new(&mut this.inner).consume(count);
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for Bounded<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.inner).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(cx)
    }
}

/// What was seen so far.
#[derive(Default)]
struct Gauge {
    at: At,
    depth: usize,
    bytes: usize,
    passed: bool,
}

/// Where in the XML.
#[derive(Clone, Copy, Default)]
enum At {
    #[default]
    Text,
    /// Right behind `<`.
    Open,
    /// In a tag; whether it is a closing one, and whether the last sign was `/`.
    Tag { closing: bool, slash: bool },
    /// In an attribute's value, until this sign.
    Quoted(u8),
    /// In `<? … ?>`.
    Declaration,
}

impl Gauge {
    fn see(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.bytes += 1;
            self.at = self.next(byte);
            let between_stanzas = self.depth <= 1 && matches!(self.at, At::Text);
            if between_stanzas {
                self.bytes = 0;
            }
            self.passed |= self.bytes > MAX_STANZA_BYTES || self.depth > MAX_DEPTH;
        }
    }

    fn next(&mut self, byte: u8) -> At {
        const TAG: At = At::Tag {
            closing: false,
            slash: false,
        };
        match (self.at, byte) {
            (At::Text, b'<') => At::Open,
            (At::Text, _) => At::Text,
            (At::Open, b'?') => At::Declaration,
            (At::Open, b'!') => {
                self.passed = true; // comments and document types have no place in a stream, and nobody sends CDATA
                At::Text
            }
            (At::Open, b'/') => {
                self.depth = self.depth.saturating_sub(1);
                At::Tag {
                    closing: true,
                    slash: false,
                }
            }
            (At::Open, _) => {
                self.depth += 1;
                TAG
            }
            (At::Tag { .. }, b'"' | b'\'') => At::Quoted(byte),
            (At::Tag { closing, slash }, b'>') => {
                if slash && !closing {
                    self.depth = self.depth.saturating_sub(1);
                }
                At::Text
            }
            (At::Tag { closing, .. }, _) => At::Tag {
                closing,
                slash: byte == b'/',
            },
            (At::Quoted(end), _) if byte == end => TAG,
            (At::Quoted(end), _) => At::Quoted(end),
            (At::Declaration, b'>') => At::Text,
            (At::Declaration, _) => At::Declaration,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STREAM: &str = "<?xml version='1.0'?><stream:stream to=\"a>b\" xmlns='jabber:client'>";

    fn after(text: &str) -> Gauge {
        let mut gauge = Gauge::default();
        gauge.see(STREAM.as_bytes());
        gauge.see(text.as_bytes());
        gauge
    }

    #[test]
    fn ordinary_stanzas_pass_for_ever() {
        let stanza = "<message from='a@b'><body xml:lang=\"/>\">1 &lt; 2</body><x/></message> \n";
        let gauge = after(&stanza.repeat(30_000));
        assert!(!gauge.passed);
        assert_eq!(gauge.depth, 1);
    }

    #[test]
    fn a_stanza_has_an_end() {
        let gauge = after(&format!("<message><body>{}", "a".repeat(MAX_STANZA_BYTES)));
        assert!(gauge.passed);
        let many = "<x/>".repeat(MAX_STANZA_BYTES / 4);
        assert!(after(&format!("<message>{many}")).passed);
        let attribute = "a".repeat(MAX_STANZA_BYTES);
        assert!(after(&format!("<message to='{attribute}")).passed);
    }

    #[test]
    fn depth_has_an_end_and_cannot_be_hidden() {
        assert!(after(&"<a>".repeat(MAX_DEPTH)).passed);
        assert!(after(&"<a b='/>'>".repeat(MAX_DEPTH)).passed);
        assert!(after(&"<a b=\"'/>\">".repeat(MAX_DEPTH)).passed);
        assert!(after(&"<a><![CDATA[</]]>".repeat(2)).passed);
        assert!(!after(&"<a>".repeat(MAX_DEPTH - 1)).passed);
    }
}
