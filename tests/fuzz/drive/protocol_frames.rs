//! Gives both readers bytes as if a peer had sent them: for the fuzzer, and for what it found before.

use std::fmt::Debug;

use hulp::protocol::{Frame, FrameReader, FrameWriter, Limits, Message, ToExpert, ToNovice};

/// None may panic or keep more than it was given; what is read can be written, and reads the same again.
pub fn run(bytes: &[u8]) {
    for limits in [Limits::HANDSHAKE, Limits::TO_NOVICE, Limits::TO_EXPERT] {
        read_all::<ToNovice>(limits, bytes);
        read_all::<ToExpert>(limits, bytes);
    }
}

fn read_all<M: Message + Clone + PartialEq + Debug>(limits: Limits, bytes: &[u8]) {
    let mut reader = FrameReader::<M>::new(limits);
    let mut rest = bytes;
    while let Ok(Some(frame)) = reader.read(&mut rest) {
        if let Frame::Message(message) = frame {
            write_and_read(message);
        }
    }
    assert!(reader.kept_bytes() <= bytes.len());
}

fn write_and_read<M: Message + Clone + PartialEq + Debug>(message: M) {
    let mut writer = FrameWriter::default();
    writer
        .push(message.clone())
        .expect("one message always fits");
    let bytes = writer.next_frame().expect("it waits");
    let again = FrameReader::new(Limits::TO_EXPERT).read(&mut &bytes[..]);
    assert_eq!(again, Ok(Some(Frame::Message(message))));
}
