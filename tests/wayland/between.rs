//! Somebody between Hulp and a compositor, who passes on what they say to each other, counts what Hulp asks for, and has the compositor
//! say something else when told to: refuse, stop, or lie of the buffers that pictures are put in. No compositor does so on request.

use std::{
    collections::{HashMap, HashSet},
    io::{IoSlice, IoSliceMut},
    mem::MaybeUninit,
    net::Shutdown,
    os::{
        fd::{AsFd, OwnedFd},
        unix::net::{UnixListener, UnixStream},
    },
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use hulp::screen::Rect;
use rustix::net::{
    RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, SendAncillaryBuffer,
    SendAncillaryMessage, SendFlags, recvmsg, sendmsg,
};
use tempfile::TempDir;

/// The bytes of a message's head: whom it is for; what it is, and how long.
const HEAD: usize = 8;
/// The most files that come at once: libwayland sends no more.
const MAX_FILES: usize = 28;

/// `wl_display`, which each connection begins with, and its request for the registry.
const DISPLAY: u32 = 1;
const GET_REGISTRY: u16 = 1;
const BIND: u16 = 0;
/// `ext_image_copy_capture_manager_v1.create_session` and `zwlr_screencopy_manager_v1.capture_output`.
const SEE: u16 = 0;
/// Requests of `ext_image_copy_capture_session_v1`, and what it tells.
const DESTROY: u16 = 1;
const BUFFER_SIZE: u16 = 0;
const SHM_FORMAT: u16 = 1;
const STOPPED: u16 = 5;
const CREATE_FRAME: u16 = 0;
/// Requests of `ext_image_copy_capture_frame_v1`, the first of which `wl_buffer` has too, and what it tells.
const LET_GO: u16 = 0;
const ATTACH: u16 = 1;
const DAMAGE_BUFFER: u16 = 2;
const CAPTURE: u16 = 3;
const DAMAGE: u16 = 1;
const READY: u16 = 3;

/// What becomes of what the compositor tells of sessions (ext-image-copy-capture-v1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whim {
    /// It is passed on.
    Honest,
    /// Each that is asked for is stopped, and that is all.
    Refuses,
    /// None takes a buffer that is in memory.
    LacksMemory,
    /// Their pictures are as large as this.
    Claims(u32, u32),
    /// The size of their pictures comes last: the order is the compositor's to choose.
    SizeComesLast,
}

/// What Hulp asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Sessions.
    pub sessions: u32,
    /// Pictures by wlr-screencopy.
    pub screencopies: u32,
    /// Pictures of sessions in a buffer of which it did not tell all that changed since it was used last. A compositor may copy no more
    /// than is told and what is new.
    pub in_half_told_buffers: u32,
}

/// Where it listens, and what is said there.
pub struct Between {
    folder: TempDir,
    talk: Arc<Mutex<Talk>>,
}

/// All that is known of one talk; there is one at a time.
struct Talk {
    whim: Whim,
    asked: Asked,
    to_hulp: Option<UnixStream>,
    registry: u32,
    sessions_from: HashSet<u32>,
    screencopies_from: HashSet<u32>,
    sessions: HashSet<u32>,
    /// What was told of a session's size, until the rest has been.
    size: Vec<u8>,
    /// The pictures of sessions, by their number.
    frames: HashMap<u32, Frame>,
    /// What changed since a buffer was used last, by the buffer's number.
    stale: HashMap<u32, Vec<Rect>>,
}

/// A picture that is asked for.
#[derive(Default)]
struct Frame {
    buffer: u32,
    /// What Hulp tells of the buffer.
    told: Vec<Rect>,
    /// What the compositor tells that is new.
    news: Vec<Rect>,
}

impl Between {
    /// Comes between Hulp and the compositor that listens there.
    pub fn at(compositor: &Path, whim: Whim) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let listener = UnixListener::bind(folder.path().join("wayland")).expect("a socket");
        let talk = Arc::new(Mutex::new(Talk::new(whim)));
        let (compositor, shared) = (compositor.to_owned(), talk.clone());
        std::thread::spawn(move || {
            while let Ok((hulp, _)) = listener.accept() {
                let compositor = UnixStream::connect(&compositor).expect("the compositor");
                shared.lock().unwrap().begin(&hulp);
                pass_on(hulp, compositor, &shared);
            }
        });
        Self { folder, talk }
    }

    /// Where Hulp finds it.
    pub fn socket(&self) -> PathBuf {
        self.folder.path().join("wayland")
    }

    /// What Hulp has asked for so far.
    pub fn asked(&self) -> Asked {
        self.talk.lock().unwrap().asked
    }

    /// Stops the sessions that there are, as a user may where the desktop lets them.
    pub fn stop_sessions(&self) {
        let talk = self.talk.lock().unwrap();
        for session in &talk.sessions {
            talk.tell_hulp(&message(*session, STOPPED, &[]), &mut Vec::new());
        }
    }
}

impl Talk {
    fn new(whim: Whim) -> Self {
        Self {
            whim,
            asked: Asked::default(),
            to_hulp: None,
            registry: 0,
            sessions_from: HashSet::new(),
            screencopies_from: HashSet::new(),
            sessions: HashSet::new(),
            size: Vec::new(),
            frames: HashMap::new(),
            stale: HashMap::new(),
        }
    }

    fn begin(&mut self, hulp: &UnixStream) {
        let asked = self.asked;
        *self = Self::new(self.whim);
        self.asked = asked;
        self.to_hulp = hulp.try_clone().ok();
    }

    /// Hulp asks for something.
    fn asks(&mut self, message: &[u8]) {
        let (object, kind, words) = read(message);
        if object == DISPLAY && kind == GET_REGISTRY {
            self.registry = words[0];
        } else if object == self.registry && kind == BIND {
            let id = *words.last().unwrap();
            let is = |name: &str| {
                message
                    .windows(name.len())
                    .any(|part| part == name.as_bytes())
            };
            if is("ext_image_copy_capture_manager_v1") {
                self.sessions_from.insert(id);
            } else if is("zwlr_screencopy_manager_v1") {
                self.screencopies_from.insert(id);
            }
        } else if self.screencopies_from.contains(&object) && kind == SEE {
            self.asked.screencopies += 1;
        } else if self.sessions_from.contains(&object) && kind == SEE {
            let session = words[0];
            self.asked.sessions += 1;
            self.sessions.insert(session);
            if self.whim == Whim::Refuses {
                self.tell_hulp(&self::message(session, STOPPED, &[]), &mut Vec::new());
            }
        } else if self.sessions.contains(&object) && kind == CREATE_FRAME {
            self.frames.insert(words[0], Frame::default());
        } else if self.sessions.contains(&object) && kind == DESTROY {
            self.sessions.remove(&object);
        } else if kind == LET_GO {
            // Its number is soon another's.
            self.frames.remove(&object);
            self.stale.remove(&object);
        } else if let Some(frame) = self.frames.get_mut(&object) {
            match kind {
                ATTACH => frame.buffer = words[0],
                DAMAGE_BUFFER => frame.told.push(rect(&words)),
                CAPTURE => {
                    let stale = self.stale.entry(frame.buffer).or_default();
                    let is_told = |part: &Rect| frame.told.iter().any(|all| all.contains(*part));
                    self.asked.in_half_told_buffers += u32::from(!stale.iter().all(is_told));
                }
                _ => {}
            }
        }
    }

    /// The compositor tells something of a picture.
    fn told_of_frame(&mut self, frame: u32, kind: u16, words: &[u32]) {
        let Some(frame) = self.frames.get_mut(&frame) else {
            return;
        };
        match kind {
            DAMAGE => frame.news.push(rect(words)),
            READY => {
                for (buffer, stale) in &mut self.stale {
                    match *buffer == frame.buffer {
                        true => stale.clear(),
                        false => stale.extend(&frame.news),
                    }
                }
            }
            _ => {}
        }
    }

    /// What Hulp is to be told in place of this.
    fn told(&mut self, message: &[u8]) -> Vec<u8> {
        let (object, kind, words) = read(message);
        self.told_of_frame(object, kind, &words);
        if !self.sessions.contains(&object) {
            return message.to_vec();
        }
        match (self.whim, kind) {
            (Whim::Refuses, _) | (Whim::LacksMemory, SHM_FORMAT) => vec![],
            (Whim::Claims(width, height), BUFFER_SIZE) => {
                self::message(object, kind, &[width, height])
            }
            (Whim::SizeComesLast, BUFFER_SIZE) => {
                self.size = message.to_vec();
                vec![]
            }
            (Whim::SizeComesLast, kind) if kind != SHM_FORMAT => {
                [std::mem::take(&mut self.size), message.to_vec()].concat()
            }
            _ => message.to_vec(),
        }
    }

    fn tell_hulp(&self, bytes: &[u8], files: &mut Vec<OwnedFd>) {
        if let Some(hulp) = &self.to_hulp {
            send(hulp, bytes, files);
        }
    }
}

/// Passes on both ways, until one of them goes.
fn pass_on(hulp: UnixStream, compositor: UnixStream, talk: &Arc<Mutex<Talk>>) {
    let ends = [&hulp, &compositor].map(|end| end.try_clone().expect("the same socket"));
    let [from_hulp, to_compositor] = ends;
    let asking = talk.clone();
    std::thread::spawn(move || {
        each(&from_hulp, |messages, files| {
            // Known before the compositor can answer it.
            let mut talk = asking.lock().unwrap();
            messages.iter().for_each(|message| talk.asks(message));
            drop(talk);
            send(&to_compositor, &messages.concat(), files);
        });
        let _ = to_compositor.shutdown(Shutdown::Both); // or it went first
    });
    let telling = talk.clone();
    std::thread::spawn(move || {
        each(&compositor, |messages, files| {
            let mut talk = telling.lock().unwrap();
            let told: Vec<_> = messages.iter().map(|message| talk.told(message)).collect();
            talk.tell_hulp(&told.concat(), files);
        });
        let _ = hulp.shutdown(Shutdown::Both); // or it went first
    });
}

/// Gives on whole messages, as they come, with the files that came along.
fn each(from: &UnixStream, mut pass: impl FnMut(&[Vec<u8>], &mut Vec<OwnedFd>)) {
    let (mut bytes, mut files) = (Vec::new(), Vec::new());
    while receive(from, &mut bytes, &mut files) {
        let mut messages = Vec::new();
        while let Some(length) = whole(&bytes) {
            messages.push(bytes.drain(..length).collect());
        }
        if !messages.is_empty() {
            pass(&messages, &mut files);
        }
    }
}

/// How long the first message there is, if all of it is there.
fn whole(bytes: &[u8]) -> Option<usize> {
    let length = usize::from(u16::from_ne_bytes([*bytes.get(6)?, *bytes.get(7)?]));
    (length >= HEAD && bytes.len() >= length).then_some(length)
}

/// Whom a message is for, what it is, and the words of the rest.
fn read(message: &[u8]) -> (u32, u16, Vec<u32>) {
    let mut words = message
        .chunks_exact(4)
        .map(|word| u32::from_ne_bytes(word.try_into().unwrap()));
    let (object, kind) = (words.next().unwrap(), words.next().unwrap());
    (object, kind as u16, words.collect())
}

fn rect(words: &[u32]) -> Rect {
    Rect::new(words[0], words[1], words[2], words[3])
}

fn message(object: u32, kind: u16, words: &[u32]) -> Vec<u8> {
    let length = (HEAD + 4 * words.len()) as u32;
    let head = [object, length << 16 | u32::from(kind)];
    let all = head.iter().chain(words);
    all.flat_map(|word| word.to_ne_bytes()).collect()
}

/// Takes what comes; says whether there will be more.
fn receive(from: &UnixStream, bytes: &mut Vec<u8>, files: &mut Vec<OwnedFd>) -> bool {
    let mut some = [0; 4096];
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(MAX_FILES))];
    let mut along = RecvAncillaryBuffer::new(&mut space);
    let mut parts = [IoSliceMut::new(&mut some)];
    let Ok(came) = recvmsg(from, &mut parts, &mut along, RecvFlags::CMSG_CLOEXEC) else {
        return false;
    };
    for message in along.drain() {
        if let RecvAncillaryMessage::ScmRights(more) = message {
            files.extend(more);
        }
    }
    bytes.extend_from_slice(&some[..came.bytes]);
    came.bytes > 0
}

/// Sends all of it; to one who is gone, nothing.
fn send(to: &UnixStream, mut bytes: &[u8], files: &mut Vec<OwnedFd>) {
    while !bytes.is_empty() {
        let borrowed: Vec<_> = files.iter().map(AsFd::as_fd).collect();
        let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(MAX_FILES))];
        let mut along = SendAncillaryBuffer::new(&mut space);
        if !borrowed.is_empty() {
            let fits = along.push(SendAncillaryMessage::ScmRights(&borrowed));
            assert!(fits, "too many files at once");
        }
        let Ok(sent) = sendmsg(to, &[IoSlice::new(bytes)], &mut along, SendFlags::NOSIGNAL) else {
            return;
        };
        files.clear();
        bytes = &bytes[sent..];
    }
}
