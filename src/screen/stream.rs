//! The two long-lived zstd streams that every update is a piece of: what was streamed before is what later pixels are found in
//! again, as long as the window reaches back.
//!
//! The main one carries operations, text, lines and areas. Photos go through one of their own: little of them is ever found
//! again, and they would soon push out of the main one what is, and spoil its statistics.

use zstd::stream::raw::{CParameter, DParameter, Decoder, Encoder, InBuffer, Operation, OutBuffer};

/// How far back both sides remember a stream, as a power of two: 8 MiB. It is also what a peer can make a decoder
/// allocate, so a stream that asks for more is refused.
const WINDOW_LOG: u32 = 23;

/// The fastest level that still looks for repetitions.
const LEVEL: i32 = 1;

/// Grow the output by this much at a time, so that memory follows what really arrives and not what is promised.
const STEP_BYTES: usize = 256 * 1024;

/// The novice's end of the stream.
pub(super) struct Compressor(Encoder<'static>);

/// The expert's end of the stream.
pub(super) struct Decompressor(Decoder<'static>);

/// A piece of the stream that is not what it should be.
#[derive(Debug, thiserror::Error)]
pub(super) enum StreamError {
    #[error("{0}")]
    Zstd(#[from] std::io::Error),
    #[error("it holds other than the promised number of bytes")]
    Length,
    #[error("it ends")]
    Ended,
}

impl Compressor {
    pub(super) fn new() -> Self {
        let open = || {
            let mut encoder = Encoder::new(LEVEL)?;
            for parameter in [
                CParameter::WindowLog(WINDOW_LOG),
                CParameter::EnableLongDistanceMatching(true),
                CParameter::ContentSizeFlag(false),
            ] {
                encoder.set_parameter(parameter)?;
            }
            std::io::Result::Ok(encoder)
        };
        Self(open().expect("zstd has these parameters"))
    }

    /// Appends `plain` to the stream and what that takes on the wire to `out`, complete to the last byte.
    pub(super) fn append(&mut self, plain: &[u8], out: &mut Vec<u8>) {
        let mut input = InBuffer::around(plain);
        let mut pending = 1;
        while pending > 0 {
            let mut output = room(out);
            let step = if input.pos() < plain.len() {
                self.0.run(&mut input, &mut output).map(|_| 1)
            } else {
                self.0.flush(&mut output)
            };
            pending = step.expect("packing fails only without memory");
        }
    }
}

impl Decompressor {
    pub(super) fn new() -> Self {
        let open = || {
            let mut decoder = Decoder::new()?;
            decoder.set_parameter(DParameter::WindowLogMax(WINDOW_LOG))?;
            std::io::Result::Ok(decoder)
        };
        Self(open().expect("zstd has this parameter"))
    }

    /// Reads `packed`, which must hold exactly `plain_bytes`, into the emptied `out`.
    pub(super) fn read(
        &mut self,
        packed: &[u8],
        plain_bytes: usize,
        out: &mut Vec<u8>,
    ) -> Result<(), StreamError> {
        out.clear();
        let mut input = InBuffer::around(packed);
        loop {
            // One byte more than promised: a stream that fills it is lying.
            let wanted = (plain_bytes + 1 - out.len()).min(STEP_BYTES);
            out.reserve(wanted);
            let start = out.len();
            let mut output = OutBuffer::around_pos(out, start);
            let hint = self.0.run(&mut input, &mut output)?;
            let full = output.pos() == output.capacity();
            if hint == 0 {
                return Err(StreamError::Ended);
            }
            if out.len() > plain_bytes {
                return Err(StreamError::Length);
            }
            if input.pos() == packed.len() && !full {
                break;
            }
        }
        if out.len() == plain_bytes {
            Ok(())
        } else {
            Err(StreamError::Length)
        }
    }
}

/// The end of `out`, with room to write on.
fn room(out: &mut Vec<u8>) -> OutBuffer<'_, Vec<u8>> {
    out.reserve(4096);
    let end = out.len();
    OutBuffer::around_pos(out, end)
}
