//! Whose presses those are that come to Hulp's own windows: the novice's, or may they be the expert's? What is asked and told comes in
//! with its time, so nothing here waits.

use std::time::{Duration, Instant};

/// How long a press of the expert's may be on its way until it is in the window that it goes to, on a slow and busy computer. The
/// novice, who shares the pointer and the keyboard, hardly gets from the expert's window to ours in that time.
pub(super) const ON_ITS_WAY: Duration = Duration::from_millis(500);
/// So long our windows heed nothing that is pressed in them after one of the expert's presses got there.
const HEEDLESS: Duration = Duration::from_secs(2);

/// What is known of the expert's presses.
#[derive(Debug)]
pub(super) struct Doubt {
    /// All that was told before this time is known.
    heard_until: Instant,
    press: LastPress,
    /// When such a press got into one of our windows.
    reached: Option<Instant>,
}

/// The last press of the expert's that was let through.
#[derive(Clone, Copy, Debug)]
enum LastPress {
    None,
    /// It is being sent.
    UnderWay,
    /// It was sent then.
    Sent(Instant),
}

impl Doubt {
    /// None, as long as nobody presses anything.
    pub(super) fn none(now: Instant) -> Self {
        Self {
            heard_until: now,
            press: LastPress::None,
            reached: None,
        }
    }

    /// An expert's hands begin, and what the last ones did is past.
    pub(super) fn begin(&mut self) {
        (self.press, self.reached) = (LastPress::None, None);
    }

    /// The last hands are gone, with all that was on its way. What they reached stays unheeded for its while.
    pub(super) fn end(&mut self) {
        self.press = LastPress::None;
    }

    /// A press was let through, and is being sent.
    pub(super) fn lets_through(&mut self) {
        self.press = LastPress::UnderWay;
    }

    /// It is sent.
    pub(super) fn is_sent(&mut self, now: Instant) {
        self.press = LastPress::Sent(now);
    }

    /// How long the last press may still be on its way.
    pub(super) fn left(&self, now: Instant) -> Duration {
        match self.press {
            LastPress::Sent(at) => ON_ITS_WAY.saturating_sub(now.saturating_duration_since(at)),
            LastPress::None | LastPress::UnderWay => Duration::ZERO,
        }
    }

    /// All is known that was told until `asked`, when it was last asked: whether something came to our windows since the time before.
    /// Which came first nobody tells, so when in doubt it is the expert's; then says so.
    pub(super) fn hears(&mut self, asked: Instant, is_pressed: bool, now: Instant) -> bool {
        let since = std::mem::replace(&mut self.heard_until, asked);
        let may_be_the_experts = match self.press {
            LastPress::None => false,
            LastPress::UnderWay => true,
            LastPress::Sent(at) => since < at + ON_ITS_WAY,
        };
        let reached = is_pressed && may_be_the_experts;
        if reached {
            self.reached = Some(now);
        }
        reached
    }

    /// A press of the expert's got into our windows since their hands began.
    pub(super) fn is_over(&self) -> bool {
        self.reached.is_some()
    }

    /// Whether what is pressed in our windows now is the novice's own.
    pub(super) fn heeds(&self, now: Instant) -> bool {
        (self.reached).is_none_or(|at| now.saturating_duration_since(at) >= HEEDLESS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOMENT: Duration = Duration::from_millis(1);

    /// One who listens all the time hears of a press so long after the expert's was sent; says whether that is heeded.
    fn heeded(after: Duration) -> bool {
        let sent = Instant::now();
        let mut doubt = Doubt::none(sent);
        doubt.begin();
        doubt.lets_through();
        doubt.is_sent(sent);
        let pressed = sent + after;
        doubt.hears(pressed - MOMENT, false, pressed - MOMENT);
        doubt.hears(pressed, true, pressed);
        doubt.heeds(pressed)
    }

    #[test]
    fn a_press_that_may_be_the_experts_is_not_heeded_and_a_later_one_is() {
        assert!(!heeded(2 * MOMENT));
        assert!(!heeded(ON_ITS_WAY));
        assert!(heeded(ON_ITS_WAY + 2 * MOMENT));
    }

    #[test]
    fn while_a_press_is_being_sent_nothing_is_heeded_however_long_that_takes() {
        let start = Instant::now();
        let mut doubt = Doubt::none(start);
        doubt.lets_through();
        let much_later = start + 100 * ON_ITS_WAY;
        assert!(doubt.hears(much_later, true, much_later));
        assert!(!doubt.heeds(much_later));
    }

    #[test]
    fn who_did_not_listen_for_long_takes_what_came_meanwhile_for_the_experts() {
        let start = Instant::now();
        let mut doubt = Doubt::none(start);
        doubt.is_sent(start + MOMENT);
        let much_later = start + 100 * ON_ITS_WAY;
        assert!(doubt.hears(much_later, true, much_later));
        // And from then on knows better.
        let mut doubt = Doubt::none(start);
        doubt.is_sent(start + MOMENT);
        assert!(!doubt.hears(much_later, false, much_later));
        assert!(!doubt.hears(much_later + MOMENT, true, much_later + MOMENT));
        assert!(doubt.heeds(much_later + MOMENT));
    }

    #[test]
    fn the_novice_is_heeded_where_no_expert_presses_and_again_after_a_while() {
        let start = Instant::now();
        let mut doubt = Doubt::none(start);
        assert!(!doubt.hears(start, true, start));
        assert!(doubt.heeds(start) && !doubt.is_over());

        doubt.lets_through();
        assert!(doubt.hears(start, true, start));
        doubt.is_sent(start);
        assert!(!doubt.heeds(start + HEEDLESS - MOMENT));
        assert!(doubt.heeds(start + HEEDLESS));
        // The hands that did so press nothing more, and others begin anew.
        assert!(doubt.is_over());
        doubt.begin();
        assert!(!doubt.is_over());
    }

    #[test]
    fn hands_stay_until_their_last_press_must_have_arrived() {
        let sent = Instant::now();
        let mut doubt = Doubt::none(sent);
        assert_eq!(doubt.left(sent), Duration::ZERO);
        doubt.is_sent(sent);
        assert_eq!(doubt.left(sent + MOMENT), ON_ITS_WAY - MOMENT);
        assert_eq!(doubt.left(sent + 2 * ON_ITS_WAY), Duration::ZERO);
    }
}
