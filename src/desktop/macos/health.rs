//! What is done when macOS ends a stream of the screen, which it does when displays sleep, come and go. Pure.

use std::time::{Duration, Instant};

/// How soon a stream that ended is begun again.
const AGAIN_AFTER: Duration = Duration::from_secs(1);
/// How long displays that woke up are given before they are looked at: until then streams end at once, or show nothing for ever.
const AFTER_SLEEP: Duration = Duration::from_secs(2);
/// A stream that ran so long is well again.
const IS_WELL: Duration = Duration::from_secs(10);
/// So long it is tried again and again.
const PATIENCE: Duration = Duration::from_secs(30);

/// `SCStreamErrorCode`: the user never let us, or no longer does.
const USER_DECLINED: isize = -3801;
/// The user ended the stream in the menu bar.
const USER_STOPPED: isize = -3817;

/// Why a stream ended, or did not begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// Nobody let us see the screen.
    NotAllowed,
    /// The user ended it, with macOS' own means: it stays so.
    ByUser,
    /// Something else, in macOS' words: it may go on.
    Broken(String),
}

impl Stop {
    /// For an error of ScreenCaptureKit's.
    pub(super) fn of(code: isize, words: String) -> Self {
        match code {
            USER_DECLINED => Self::NotAllowed,
            USER_STOPPED => Self::ByUser,
            _ => Self::Broken(words),
        }
    }
}

/// What to do about the stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// There is one.
    Watch,
    /// There is none for now.
    Wait,
    /// It is time to begin one.
    Begin,
    /// None lasted.
    GiveUp,
}

/// How the stream is.
#[derive(Debug)]
pub(super) struct Health {
    runs: bool,
    /// When the last one was begun.
    begun: Instant,
    /// When the next one may be begun.
    next: Instant,
    /// Since when none lasted.
    ill: Option<Instant>,
    asleep: bool,
}

impl Health {
    /// One was begun.
    pub(super) fn new(now: Instant) -> Self {
        Self {
            runs: true,
            begun: now,
            next: now,
            ill: None,
            asleep: false,
        }
    }

    /// It ended, or one that was to begin did not.
    pub(super) fn ended(&mut self, now: Instant) {
        if self.runs && now.duration_since(self.begun) >= IS_WELL {
            self.ill = None;
        }
        self.runs = false;
        self.next = now + AGAIN_AFTER;
        self.ill.get_or_insert(now);
    }

    /// What is to be done now; `asleep` while the displays are dark. After [`Step::Begin`] one was begun, unless it is said to have ended.
    pub(super) fn step(&mut self, asleep: bool, now: Instant) -> Step {
        if asleep {
            (self.asleep, self.ill) = (true, None);
            return if self.runs { Step::Watch } else { Step::Wait };
        }
        if std::mem::take(&mut self.asleep) {
            // Also where one still seems to run: it may bring nothing any more, and never say so.
            self.runs = false;
            self.next = now + AFTER_SLEEP;
        }
        if self.runs {
            return Step::Watch;
        }
        if self
            .ill
            .is_some_and(|ill| now.duration_since(ill) >= PATIENCE)
        {
            return Step::GiveUp;
        }
        if now < self.next {
            return Step::Wait;
        }
        (self.runs, self.begun) = (true, now);
        Step::Begin
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secs(secs: u64) -> Duration {
        Duration::from_secs(secs)
    }

    #[test]
    fn what_the_user_did_is_told_from_what_breaks() {
        let stop = |code| Stop::of(code, "words".into());
        assert_eq!(stop(-3801), Stop::NotAllowed);
        assert_eq!(stop(-3817), Stop::ByUser);
        for code in [-3821, -3815, -3805, 0] {
            assert_eq!(stop(code), Stop::Broken("words".into()), "{code}");
        }
    }

    #[test]
    fn a_stream_that_ended_begins_again_after_a_moment() {
        let start = Instant::now();
        let mut health = Health::new(start);
        assert_eq!(health.step(false, start + secs(5)), Step::Watch);
        health.ended(start + secs(5));
        assert_eq!(health.step(false, start + secs(5)), Step::Wait);
        assert_eq!(health.step(false, start + secs(6)), Step::Begin);
        assert_eq!(health.step(false, start + secs(6)), Step::Watch);
    }

    #[test]
    fn one_that_never_lasts_is_given_up_and_one_that_did_has_all_patience_again() {
        let start = Instant::now();
        let mut health = Health::new(start);
        let mut at = start;
        for _ in 1..PATIENCE.as_secs() {
            health.ended(at);
            at += AGAIN_AFTER;
            assert_eq!(health.step(false, at), Step::Begin);
        }
        health.ended(at);
        at += AGAIN_AFTER;
        assert_eq!(health.step(false, at), Step::GiveUp);

        let mut health = Health::new(start);
        for n in 0..10 {
            let at = start + secs(20) * n;
            health.ended(at);
            assert_eq!(health.step(false, at + secs(1)), Step::Begin, "{n}");
        }
    }

    #[test]
    fn nothing_is_begun_in_the_dark_and_always_anew_after_it() {
        let start = Instant::now();
        let mut health = Health::new(start);
        health.ended(start);
        // However long: nobody is tired of waiting.
        assert_eq!(health.step(true, start + secs(9000)), Step::Wait);
        let woken = start + secs(9001);
        assert_eq!(health.step(false, woken), Step::Wait);
        assert_eq!(health.step(false, woken + AFTER_SLEEP), Step::Begin);

        let mut health = Health::new(start);
        assert_eq!(health.step(true, start + secs(1)), Step::Watch);
        assert_eq!(health.step(false, start + secs(2)), Step::Wait, "frozen");
        assert_eq!(health.step(false, start + secs(4)), Step::Begin);
    }
}
