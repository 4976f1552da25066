//! The messages that outlive a connection: kept until the other side has them, counted so that none comes twice.

use std::collections::VecDeque;

use super::Breach;
use crate::protocol::{MAX_KEPT_BYTES, Message, QueueFull};

/// The kept messages of one session, both ways.
pub(super) struct Kept<Out> {
    /// What the other side may not have yet.
    waiting: VecDeque<Out>,
    weight: usize,
    /// So many before these it has.
    settled: u64,
    /// So many came from it.
    received: u64,
    /// So many of them it knows of.
    told: u64,
}

impl<Out> Default for Kept<Out> {
    fn default() -> Self {
        Self {
            waiting: VecDeque::new(),
            weight: 0,
            settled: 0,
            received: 0,
            told: 0,
        }
    }
}

impl<Out: Message + Clone> Kept<Out> {
    /// Keeps a message, if it is of the kind that is kept.
    ///
    /// # Errors
    /// When too much waits: the other side never says what it has.
    pub(super) fn keep(&mut self, message: &Out) -> Result<(), QueueFull> {
        if message.is_kept() {
            self.weight += message.weight();
            self.waiting.push_back(message.clone());
        }
        if self.weight > MAX_KEPT_BYTES {
            return Err(QueueFull);
        }
        Ok(())
    }

    /// The other side has so many, in all.
    pub(super) fn settle(&mut self, said: &'static str, count: u64) -> Result<(), Breach> {
        let news = count.checked_sub(self.settled);
        let news = news.filter(|news| *news <= self.waiting.len() as u64);
        let Some(news) = news else {
            return Err(Breach::WrongTally { said, count });
        };
        for message in self.waiting.drain(..news as usize) {
            self.weight -= message.weight();
        }
        self.settled = count;
        Ok(())
    }

    /// What the other side may not have yet, in order.
    pub(super) fn waiting(&self) -> impl Iterator<Item = &Out> {
        self.waiting.iter()
    }

    /// A message came; counted when it is of the kind that is kept.
    pub(super) fn count(&mut self, message: &impl Message) {
        self.received += u64::from(message.is_kept());
    }

    /// How many came, to be told: because there are more, or for another reason.
    pub(super) fn tell(&mut self) -> u64 {
        self.told = self.received;
        self.received
    }

    /// Whether more came than the other side knows of.
    pub(super) fn has_news(&self) -> bool {
        self.told < self.received
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::protocol::{ChatText, ToNovice};

    fn chat(text: &str) -> ToNovice {
        ToNovice::Chat(ChatText(text.into()))
    }

    #[test]
    fn what_was_confirmed_is_forgotten_and_the_rest_stays_in_order() {
        let mut kept = Kept::default();
        for message in [chat("a"), ToNovice::Ping(1), chat("b"), chat("c")] {
            kept.keep(&message).unwrap();
        }
        kept.settle("Got", 1).unwrap();
        kept.settle("Got", 1).unwrap();
        let waiting: Vec<_> = kept.waiting().cloned().collect();
        assert_eq!(waiting, [chat("b"), chat("c")]);
        assert!(kept.settle("Got", 0).is_err(), "fewer than before");
        assert!(kept.settle("Got", 4).is_err(), "more than there were");
        kept.settle("Got", 3).unwrap();
        assert_eq!((kept.waiting().count(), kept.weight), (0, 0));
    }

    #[test]
    fn who_never_confirms_does_not_fill_the_memory() {
        let mut kept = Kept::default();
        let long = chat(&"x".repeat(4000));
        let held = (0..10_000).take_while(|_| kept.keep(&long).is_ok());
        assert!((100..150).contains(&held.count()));
    }

    #[test]
    fn only_what_is_kept_is_counted() {
        let mut kept = Kept::<ToNovice>::default();
        kept.count(&ToNovice::Pong(1));
        assert!(!kept.has_news());
        kept.count(&chat("a"));
        assert!(kept.has_news());
        assert_eq!(kept.tell(), 1);
        assert!(!kept.has_news());
    }
}
