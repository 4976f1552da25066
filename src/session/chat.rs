//! Words: how long, and how many.

use std::time::{Duration, Instant};

use super::{Breach, ChatError};
use crate::protocol::{ChatText, MAX_CHAT_BYTES};

/// Messages that may be sent at once.
const BURST: u32 = 10;
/// And then one in each such time.
const EVERY: Duration = Duration::from_secs(1);
/// What a receiver puts up with: the sender's burst, and what was said while the connection was broken, until that was noticed
/// and then for [`super::RESUME_TIME`].
const BURST_RECEIVED: u32 = 100;

/// Both directions of the chat of one session.
pub(super) struct Chat {
    sending: Allowance,
    receiving: Allowance,
}

impl Chat {
    pub(super) fn new(now: Instant) -> Self {
        Self {
            sending: Allowance::new(BURST, now),
            receiving: Allowance::new(BURST_RECEIVED, now),
        }
    }

    /// The message that these words make.
    pub(super) fn send(&mut self, now: Instant, text: &str) -> Result<ChatText, ChatError> {
        if text.is_empty() {
            return Err(ChatError::Empty);
        }
        if text.len() > MAX_CHAT_BYTES {
            return Err(ChatError::TooLong(text.len()));
        }
        if !self.sending.take(now) {
            return Err(ChatError::TooFast);
        }
        Ok(ChatText(text.to_owned()))
    }

    /// The words that came; their length was checked in reading.
    pub(super) fn receive(&mut self, now: Instant, text: ChatText) -> Result<String, Breach> {
        if !self.receiving.take(now) {
            return Err(Breach::ChatFlood);
        }
        Ok(text.0)
    }
}

/// So many at once, and one more in each [`EVERY`].
struct Allowance {
    most: u32,
    left: u32,
    counted_from: Instant,
}

impl Allowance {
    fn new(most: u32, now: Instant) -> Self {
        Self {
            most,
            left: most,
            counted_from: now,
        }
    }

    fn take(&mut self, now: Instant) -> bool {
        while self.left < self.most && now >= self.counted_from + EVERY {
            self.left += 1;
            self.counted_from += EVERY;
        }
        if self.left == self.most {
            self.counted_from = now;
        }
        let allowed = self.left > 0;
        self.left = self.left.saturating_sub(1);
        allowed
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{RESUME_TIME, alive::SILENCE},
        *,
    };

    #[test]
    fn who_writes_like_a_person_is_never_held_up_and_a_flood_ends() {
        let start = Instant::now();
        let mut chat = Chat::new(start);
        for second in 0..1000 {
            let now = start + Duration::from_secs(second);
            assert!(chat.send(now, "hello").is_ok());
        }
        let now = start + Duration::from_secs(1000);
        let sent = (0..100).filter(|_| chat.send(now, "x").is_ok()).count();
        assert_eq!(sent, 10);
        assert_eq!(chat.send(now, "x"), Err(ChatError::TooFast));
        let text = || ChatText("x".into());
        let taken = (0..100).filter(|_| chat.receive(now, text()).is_ok());
        assert_eq!(taken.count(), 100);
    }

    #[test]
    fn all_that_a_sender_may_send_during_a_break_may_come_at_once() {
        let start = Instant::now();
        let (mut sender, mut receiver) = (Chat::new(start), Chat::new(start));
        let late = start + SILENCE + RESUME_TIME;
        for tenth in 0..10 * (late - start).as_secs() {
            let now = start + Duration::from_millis(100 * tenth);
            if let Ok(text) = sender.send(now, "x") {
                assert!(receiver.receive(late, text).is_ok());
            }
        }
    }
}
