//! A helper's computer that says what it likes, over a true connection.

use std::{path::Path, time::Instant};

use hulp::{
    net::{Identity, LinkReader, LinkWriter, Places, connect},
    protocol::{FrameWriter, ToNovice},
    session::{Expert, ExpertEvent, ExpertSetup},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    runtime::{Builder, Runtime},
};

use super::people::read;

pub struct Peer {
    runtime: Runtime,
    reader: LinkReader,
    writer: LinkWriter,
    /// The rules as an honest helper has them, to understand what the novice's side says.
    pub rules: Expert,
}

impl Peer {
    /// Connects with an invitation and says hello, as an honest helper does.
    pub fn hello(file: &Path) -> Self {
        let invitation = read(file);
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let identity = Identity::generate().unwrap();
        let link = runtime
            .block_on(connect(
                Places::at(&invitation.addresses),
                invitation.novice_key,
                &identity,
            ))
            .unwrap();
        let setup = ExpertSetup {
            exporter: link.exporter(),
            name: "Mallory".into(),
            invitation: invitation.id,
            ticket: invitation.ticket,
            password_key: None,
        };
        let rules = Expert::new(Instant::now(), setup);
        let (reader, writer) = link.split();
        let mut peer = Self {
            runtime,
            reader,
            writer,
            rules,
        };
        peer.say_honestly();
        peer
    }

    /// What an honest helper has to say now.
    pub fn say_honestly(&mut self) {
        let mut bytes = Vec::new();
        while let Some(more) = self.rules.poll_transmit() {
            bytes.extend(more);
        }
        self.write(&bytes);
    }

    /// What only this one says.
    pub fn say(&mut self, message: ToNovice) {
        let mut writer = FrameWriter::default();
        writer.push(message).unwrap();
        while let Some(bytes) = writer.next_frame() {
            self.write(&bytes);
        }
    }

    pub fn write(&mut self, bytes: &[u8]) {
        let writer = &mut self.writer;
        self.runtime.block_on(async {
            // The other side may have closed the line by now; what it said is read below.
            let _ = writer.write_all(bytes).await;
            let _ = writer.flush().await;
        });
    }

    /// Listens until an event comes that is wanted, or the line is closed.
    pub fn hear(&mut self, mut wanted: impl FnMut(&ExpertEvent) -> bool) -> Option<ExpertEvent> {
        loop {
            while let Some(event) = self.rules.poll_event() {
                if matches!(event, ExpertEvent::Screen(_)) {
                    self.rules.shown(Instant::now());
                }
                if wanted(&event) {
                    return Some(event);
                }
            }
            self.say_honestly();
            let mut bytes = [0; 16 * 1024];
            let reader = &mut self.reader;
            match self.runtime.block_on(reader.read(&mut bytes)) {
                Ok(count @ 1..) => self.rules.handle_bytes(Instant::now(), &bytes[..count]),
                _ => return None,
            }
        }
    }

    /// Whether the novice's side closed the line; waits for it.
    pub fn finds_itself_dropped(mut self) -> bool {
        self.hear(|_| false).is_none()
    }
}
