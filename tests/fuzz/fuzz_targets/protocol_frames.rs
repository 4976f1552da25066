//! Bytes for the readers of the wire.
#![no_main]

#[path = "../drive/protocol_frames.rs"]
mod drive;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| drive::run(bytes));
