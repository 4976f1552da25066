//! A helper's computer that says what it likes, over a true connection.

#![allow(dead_code, reason = "each test takes what it needs")]

use std::{net::Ipv4Addr, path::Path, time::Instant};

use hulp::{
    invitation::{Fingerprint, InvitationId, TicketSecret},
    net::{Identity, Link, LinkReader, LinkWriter, Places, connect},
    protocol::{Frame, FrameReader, FrameWriter, Limits, ToExpert, ToNovice},
    session::{Expert, ExpertEvent, ExpertSetup, OfferSetup},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    runtime::{Builder, Runtime},
};

use super::people::read;

pub struct Peer {
    runtime: Runtime,
    identity: Identity,
    reader: LinkReader,
    writer: LinkWriter,
    hello: Vec<u8>,
    /// The rules as an honest helper has them, to understand what the novice's side says.
    pub rules: Expert,
}

impl Peer {
    /// Connects with an invitation and says hello, as an honest helper does.
    pub fn hello(file: &Path) -> Self {
        let mut peer = Self::silent(file);
        peer.write(&peer.hello.clone());
        peer
    }

    /// Connects with an invitation and says nothing.
    pub fn silent(file: &Path) -> Self {
        let invitation = read(file);
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let identity = Identity::generate().unwrap();
        let link = dial(&runtime, file, &identity);
        let setup = ExpertSetup {
            exporter: link.exporter(),
            name: "Mallory".into(),
            invitation: invitation.id,
            ticket: invitation.ticket,
            password_key: None,
        };
        let mut rules = Expert::new(Instant::now(), setup);
        let hello = rules.poll_transmit().unwrap();
        let (reader, writer) = link.split();
        Self {
            runtime,
            identity,
            reader,
            writer,
            hello,
            rules,
        }
    }

    /// Offers help with this key, as an honest helper does.
    pub fn offering(port: u16, novice_key: Fingerprint, identity: Identity) -> Option<Self> {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let places = Places::at(&[(Ipv4Addr::LOCALHOST, port).into()]);
        let link = runtime
            .block_on(connect(places, novice_key, &identity))
            .ok()?;
        let setup = OfferSetup {
            exporter: link.exporter(),
            name: "The Bank\u{202e}".into(),
            card: None,
        };
        let rules = Expert::offering(Instant::now(), setup);
        Some(Self::begin(runtime, identity, link, rules))
    }

    /// Says hello with a ticket that it has from wherever.
    pub fn with_ticket(
        port: u16,
        novice_key: Fingerprint,
        identity: Identity,
        invitation: InvitationId,
        ticket: TicketSecret,
    ) -> Self {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let places = Places::at(&[(Ipv4Addr::LOCALHOST, port).into()]);
        let link = runtime
            .block_on(connect(places, novice_key, &identity))
            .unwrap();
        let setup = ExpertSetup {
            exporter: link.exporter(),
            name: "Mallory".into(),
            invitation,
            ticket,
            password_key: None,
        };
        let rules = Expert::new(Instant::now(), setup);
        Self::begin(runtime, identity, link, rules)
    }

    /// Says what these rules say first.
    fn begin(runtime: Runtime, identity: Identity, link: Link, mut rules: Expert) -> Self {
        let hello = rules.poll_transmit().unwrap();
        let (reader, writer) = link.split();
        let mut peer = Self {
            runtime,
            identity,
            reader,
            writer,
            hello,
            rules,
        };
        peer.write(&peer.hello.clone());
        peer
    }

    /// Leaves its line for another, on which it says nothing yet; gives the keying material of the new one.
    pub fn dial_again(&mut self, file: &Path) -> [u8; 32] {
        let link = dial(&self.runtime, file, &self.identity);
        let exporter = link.exporter();
        (self.reader, self.writer) = link.split();
        exporter
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

    /// Hears that its offer was taken; what an honest helper says to that is left to [`Peer::say_honestly`].
    pub fn hears_that_it_may_come(&mut self) {
        let mut frames = FrameReader::new(Limits::TO_EXPERT);
        loop {
            let mut bytes = [0; 1024];
            let count = self.runtime.block_on(self.reader.read(&mut bytes));
            let mut bytes = &bytes[..count.unwrap()];
            assert!(!bytes.is_empty(), "dropped");
            self.rules.handle_bytes(Instant::now(), bytes);
            while let Some(frame) = frames.read(&mut bytes).unwrap() {
                if let Frame::Message(ToExpert::Invited { .. }) = frame {
                    return;
                }
            }
        }
    }

    /// The first message that comes on the line of now, whatever the rules make of it.
    pub fn first_word(&mut self) -> Option<ToExpert> {
        let mut frames = FrameReader::new(Limits::TO_EXPERT);
        loop {
            let mut bytes = [0; 1024];
            let count = self.runtime.block_on(self.reader.read(&mut bytes)).ok()?;
            if count == 0 {
                return None;
            }
            if let Ok(Some(Frame::Message(message))) = frames.read(&mut &bytes[..count]) {
                return Some(message);
            }
        }
    }

    /// Whether the novice's side closed the line; waits for it.
    pub fn finds_itself_dropped(mut self) -> bool {
        self.hear(|_| false).is_none()
    }
}

fn dial(runtime: &Runtime, file: &Path, identity: &Identity) -> Link {
    let invitation = read(file);
    let places = Places::at(&invitation.addresses);
    let link = connect(places, invitation.novice_key, identity);
    runtime.block_on(link).unwrap()
}
