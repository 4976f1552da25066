//! Computers of the same network that take offers of help: this one says that it does (mDNS, RFC 6762 and 6763), and others are heard.
//!
//! What is heard proves nothing, for everybody on the network can say it: names are only shown, and an address is only a place to
//! call, where the computer proves its key like any other. Nor can anybody fill this computer's memory by saying much: an answer
//! counts when it is whole, and what is kept of it is a short list that is soon forgotten ([`found`]).
//!
//! It is a small part of mDNS, for Hulps among each other. Libraries for the whole of it keep what the whole network says, without
//! an end. Names are not claimed here either: several computers may have the same, and nobody can take one away by claiming it.

mod found;
mod message;
mod neighbourhood;

use std::{
    io,
    net::SocketAddr,
    time::{Duration, Instant},
};

use tokio::{
    sync::oneshot,
    task::JoinHandle,
    time::{sleep_until, timeout},
};

use crate::invitation::clean_name;
use found::Found;
pub use found::MAX_NEARBY;
use message::Own;
use neighbourhood::Neighbourhood;

/// The most bytes of a name that is said: a label of DNS.
const MAX_LABEL_BYTES: usize = 63;
/// News within this time comes as one.
const NEWS_PAUSE: Duration = Duration::from_millis(300);
/// So long a goodbye may take.
const GOODBYE_TIME: Duration = Duration::from_secs(1);
/// How often it is looked whether the computer came to another network.
const LOOK_AROUND_EVERY: Duration = Duration::from_secs(5);
/// The first pause between two questions; each is twice the one before.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
/// The longest: whoever is there is asked several times before being forgotten ([`found::REMEMBERED`]). RFC 6762 lets pauses grow
/// to an hour, for programs that listen for days; here somebody looks at a page.
const LONGEST_PAUSE: Duration = Duration::from_secs(15);
/// So often a computer says unasked that it is there; one such message may be lost.
const UNASKED: u32 = 2;
/// Nothing is said sooner after the last time, whoever asks how often.
const QUIET: Duration = Duration::from_secs(1);
/// An answer waits for a moment of chance in this range, so that not all computers answer at once.
const ANSWER_WAIT_MILLIS: std::ops::Range<u64> = 20..120;
/// How long others may believe what this computer says of itself.
const LASTS: Duration = Duration::from_secs(120);

/// The network cannot be listened at, or spoken to.
#[derive(Debug, thiserror::Error)]
#[error("computers nearby cannot be found: {0}")]
pub struct NearbyError(#[from] io::Error);

impl NearbyError {
    /// Why, in the system's words.
    pub fn reason(&self) -> String {
        self.0.to_string()
    }
}

/// While this lives, others on the network see that this computer takes offers. Dropped, it says goodbye behind the scenes.
#[derive(Debug)]
pub struct Announcement {
    port: u16,
    /// Once this is gone, goodbye is said.
    stay: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

/// A computer nearby, as it says itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearbyComputer {
    /// Clean, and not empty.
    pub name: String,
    /// Where it can be called.
    pub address: SocketAddr,
}

/// Hears who is nearby, until it is dropped.
#[derive(Debug)]
pub struct NearbySearch {
    neighbourhood: Neighbourhood,
    found: Found,
    ask_at: Instant,
    pause: Duration,
    look_at: Instant,
    /// When to tell what changed.
    news_at: Option<Instant>,
}

impl Announcement {
    /// Says that this computer takes offers at this port, by the name that it has on the network.
    ///
    /// # Errors
    /// When the system lets nobody speak to the network.
    pub fn start(port: u16) -> Result<Self, NearbyError> {
        let neighbourhood = Neighbourhood::enter()?;
        let label = label(&gethostname::gethostname().to_string_lossy());
        let own = Own::new(label, port, u32::from_be_bytes(chance()));
        let (stay, is_over) = oneshot::channel();
        let task = tokio::spawn(announce(neighbourhood, own, is_over));
        Ok(Self { port, stay, task })
    }

    /// At which port.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Says goodbye; takes a second at most.
    pub async fn end(self) {
        drop(self.stay);
        let _ = timeout(GOODBYE_TIME, self.task).await; // whoever missed it forgets us by and by
    }
}

/// Says that this computer is there: at first, when it comes to another network, and to whoever asks.
async fn announce(mut neighbourhood: Neighbourhood, own: Own, mut is_over: oneshot::Receiver<()>) {
    let mut look_at = Instant::now() + LOOK_AROUND_EVERY;
    let mut unasked = UNASKED;
    let mut say_at = Some(Instant::now());
    let mut said_at: Option<Instant> = None;
    loop {
        let due = say_at.map_or(look_at, |at| at.min(look_at));
        tokio::select! {
            _ = &mut is_over => break,
            heard = neighbourhood.hear() => {
                let question = heard.and_then(|(bytes, _)| message::read(bytes));
                if say_at.is_none() && question.is_some_and(|question| own.is_asked_for(&question)) {
                    let soon = Instant::now() + answer_wait();
                    say_at = Some(said_at.map_or(soon, |at| soon.max(at + QUIET)));
                }
            }
            () = sleep_until(due.into()) => {}
        }
        let now = Instant::now();
        if look_at <= now {
            look_at = now + LOOK_AROUND_EVERY;
            if neighbourhood.look_around() {
                (unasked, say_at) = (UNASKED, Some(now));
            }
        }
        if say_at.is_some_and(|at| at <= now) {
            neighbourhood
                .say(|addresses| own.answer(addresses, LASTS))
                .await;
            said_at = Some(now);
            unasked = unasked.saturating_sub(1);
            say_at = (unasked > 0).then(|| now + QUIET);
        }
    }
    neighbourhood
        .say(|addresses| own.answer(addresses, Duration::ZERO))
        .await;
}

impl NearbySearch {
    /// Begins to listen, and asks who is there.
    ///
    /// # Errors
    /// When the system lets nobody listen to the network.
    pub fn start() -> Result<Self, NearbyError> {
        let now = Instant::now();
        Ok(Self {
            neighbourhood: Neighbourhood::enter()?,
            found: Found::default(),
            ask_at: now,
            pause: FIRST_PAUSE,
            look_at: now + LOOK_AROUND_EVERY,
            news_at: None,
        })
    }

    /// Waits for news, and gives all who are there now, by name. Dropping the future loses no news.
    pub async fn next(&mut self) -> Vec<NearbyComputer> {
        loop {
            let mut is_news = false;
            let due = self.due();
            tokio::select! {
                heard = self.neighbourhood.hear() => {
                    if let Some((bytes, from)) = heard && let Some(answer) = message::read(bytes) {
                        let now = Instant::now();
                        for said in message::computers(&answer, from) {
                            is_news |= self.found.hear(said, now);
                        }
                    }
                }
                () = sleep_until(due.into()) => {}
            }
            let now = Instant::now();
            is_news |= self.found.forget(now);
            if is_news {
                self.news_at.get_or_insert(now + NEWS_PAUSE);
            }
            self.ask_and_look(now).await;
            if self.news_at.is_some_and(|at| at <= now) {
                self.news_at = None;
                return self.found.list();
            }
        }
    }

    /// When something is to be done, though nothing is heard.
    fn due(&self) -> Instant {
        let sooner = [self.found.next_to_forget(), self.news_at];
        let always = self.ask_at.min(self.look_at);
        sooner.into_iter().flatten().fold(always, Instant::min)
    }

    /// Looks around and asks, when it is time to.
    async fn ask_and_look(&mut self, now: Instant) {
        if self.look_at <= now {
            self.look_at = now + LOOK_AROUND_EVERY;
            if self.neighbourhood.look_around() {
                (self.ask_at, self.pause) = (now, FIRST_PAUSE);
            }
        }
        if self.ask_at <= now {
            self.ask_at = now + self.pause;
            self.pause = (self.pause * 2).min(LONGEST_PAUSE);
            self.neighbourhood.say(|_| message::question()).await;
        }
    }
}

/// A name as one label of DNS: its first part, where it has several.
fn label(name: &str) -> String {
    let name = clean_name(name.split('.').next().unwrap_or_default());
    let name = &name[..name.floor_char_boundary(MAX_LABEL_BYTES)];
    match name.trim() {
        "" => "Hulp".to_owned(),
        name => name.to_owned(),
    }
}

fn answer_wait() -> Duration {
    let range = ANSWER_WAIT_MILLIS;
    let chance = u64::from(u16::from_be_bytes(chance()));
    Duration::from_millis(range.start + chance % (range.end - range.start))
}

/// Bytes that others guess badly. Nothing secret hangs on them: without, two computers only get in each other's way.
fn chance<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    if let Err(error) = getrandom::fill(&mut bytes) {
        tracing::debug!(%error, "no randomness");
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ones_own_name_becomes_a_label() {
        assert_eq!(label("pc-of-anna.example.org"), "pc-of-anna");
        assert_eq!(label(""), "Hulp");
        assert_eq!(label("\u{202e}"), "Hulp");
        assert_eq!(label(&"é".repeat(99)).len(), 62);
    }
}
