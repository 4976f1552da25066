//! Gives a decoder bytes as if a peer had sent them: for the fuzzer, and for what it found before.

use hulp::screen::{Decoder, Framebuffer, ScreenUpdate, Size};

/// Several updates, each after two bytes that tell its length, the lower one first. None may panic, and one that is
/// refused must not show.
pub fn run(mut bytes: &[u8]) {
    let mut decoder = Decoder::new();
    let mut shown = Framebuffer::new(Size::default());
    while let Some(([low, high], rest)) = bytes.split_first_chunk() {
        let length = usize::from(u16::from_le_bytes([*low, *high])).min(rest.len());
        let (update, rest) = rest.split_at(length);
        bytes = rest;
        let before = shown.clone();
        if decoder
            .apply(&ScreenUpdate(update.to_vec()), &mut shown)
            .is_err()
        {
            assert!(shown == before, "an update that was refused shows");
        }
    }
}
