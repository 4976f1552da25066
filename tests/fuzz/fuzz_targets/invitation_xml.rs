//! Whatever file is opened as an invitation: an answer, no panic, and what was read can be written and read again.

#![no_main]

use hulp::invitation::{MAX_ADDRESSES, MAX_HINTS, open_paper};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(paper) = open_paper(bytes) {
        assert!(paper.addresses.len() <= MAX_ADDRESSES);
        let hints = paper.meeting.as_ref().map_or(0, |meeting| meeting.hints.len());
        assert!(hints <= MAX_HINTS);
        assert_eq!(open_paper(paper.to_xml().as_bytes()), Ok(paper));
    }
});
