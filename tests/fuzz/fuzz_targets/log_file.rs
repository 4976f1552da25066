//! Whatever file is checked as an exported log.

#![no_main]

#[path = "../drive/log_file.rs"]
mod drive;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| drive::run(bytes));
