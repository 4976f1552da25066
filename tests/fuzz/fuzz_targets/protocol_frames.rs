//! Whatever bytes come, both readers take them without a panic and keep a bounded number; what they read can be written, and reads
//! the same again.
#![no_main]

use hulp::protocol::{Frame, FrameReader, FrameWriter, Limits, Message, ToExpert, ToNovice};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    for limits in [Limits::HANDSHAKE, Limits::TO_NOVICE, Limits::TO_EXPERT] {
        read_all::<ToNovice>(limits, data);
        read_all::<ToExpert>(limits, data);
    }
});

fn read_all<M: Message + Clone + PartialEq + std::fmt::Debug>(limits: Limits, data: &[u8]) {
    let mut reader = FrameReader::<M>::new(limits);
    let mut rest = data;
    while let Ok(Some(frame)) = reader.read(&mut rest) {
        if let Frame::Message(message) = frame {
            write_and_read(message);
        }
    }
    assert!(reader.kept_bytes() <= data.len());
}

fn write_and_read<M: Message + Clone + PartialEq + std::fmt::Debug>(message: M) {
    let mut writer = FrameWriter::default();
    writer
        .push(message.clone())
        .expect("one message always fits");
    let bytes = writer.next_frame().expect("it waits");
    let again = FrameReader::new(Limits::TO_EXPERT).read(&mut &bytes[..]);
    assert_eq!(again, Ok(Some(Frame::Message(message))));
}
