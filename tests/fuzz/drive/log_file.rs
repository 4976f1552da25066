//! Has bytes checked as if they were an exported log: for the fuzzer, and for the tests.

use hulp::store::verify_log_file;

/// A verdict or an error, and no more faults than are told.
pub fn run(bytes: &[u8]) {
    if let Ok(verdict) = verify_log_file(bytes) {
        assert!(verdict.faults.len() <= 32);
    }
}
