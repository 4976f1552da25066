//! How often a button was pressed in a row: macOS does not count it for events that a program makes. Pure.

use std::time::{Duration, Instant};

use crate::{input::PointerButton, screen::Point};

/// How far the pointer may move between two clicks of a double click, in pixels.
const TREMBLES: u32 = 8;

/// Counts clicks.
#[derive(Debug, Default)]
pub(super) struct Clicks {
    last: Option<(PointerButton, Point, Instant)>,
    count: i64,
}

impl Clicks {
    /// A button goes down, and this is its how manieth click in a row; `patience` is how long a double click may take.
    pub(super) fn press(
        &mut self,
        button: PointerButton,
        at: Point,
        now: Instant,
        patience: Duration,
    ) -> i64 {
        let goes_on = self.last.is_some_and(|(last, place, time)| {
            last == button
                && now.duration_since(time) <= patience
                && place.x.abs_diff(at.x) <= TREMBLES
                && place.y.abs_diff(at.y) <= TREMBLES
        });
        self.count = if goes_on { self.count + 1 } else { 1 };
        self.last = Some((button, at, now));
        self.count
    }

    /// The count of the last press, which its release bears too.
    pub(super) fn count(&self) -> i64 {
        self.count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATIENCE: Duration = Duration::from_millis(500);

    #[test]
    fn quick_clicks_at_one_place_are_counted() {
        let mut clicks = Clicks::default();
        let start = Instant::now();
        let mut press = |button, x, millis| {
            let now = start + Duration::from_millis(millis);
            clicks.press(button, Point::new(x, 0), now, PATIENCE)
        };
        use PointerButton::{Left, Right};
        assert_eq!(press(Left, 10, 0), 1);
        assert_eq!(press(Left, 12, 400), 2);
        assert_eq!(press(Left, 12, 800), 3);
        assert_eq!(press(Left, 12, 1301), 1, "too late");
        assert_eq!(press(Left, 40, 1400), 1, "too far");
        assert_eq!(press(Right, 40, 1500), 1, "another button");
        assert_eq!(press(Right, 40, 1600), 2);
        assert_eq!(clicks.count(), 2);
    }
}
