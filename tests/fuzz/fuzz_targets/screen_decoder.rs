//! Whatever a peer sends as updates of the screen.
#![no_main]

#[path = "../drive/screen_decoder.rs"]
mod drive;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| drive::run(bytes));
