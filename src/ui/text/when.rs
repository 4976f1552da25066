//! Times in words.

use chrono::{DateTime, Datelike, Utc};

use crate::ui::clock::Clock;

/// A moment, as one says it: `today at 14:30`, `tomorrow at 9:05`, `Friday 7 August at 18:00`.
pub fn moment(clock: &Clock, at: DateTime<Utc>) -> String {
    let (today, then) = (clock.local(clock.utc()), clock.local(at));
    let days = (then.date() - today.date()).num_days();
    let time = then.format("%-H:%M");
    match days {
        0 => format!("today at {time}"),
        1 => format!("tomorrow at {time}"),
        -1 => format!("yesterday at {time}"),
        _ if then.year() == today.year() => format!("{} at {time}", then.format("%A %-d %B")),
        _ => format!("{} at {time}", then.format("%A %-d %B %Y")),
    }
}

/// A moment in a table: `today 14:30`, `7 Aug 18:00`, `7 Aug 2031`.
pub fn short(clock: &Clock, at: DateTime<Utc>) -> String {
    let (today, then) = (clock.local(clock.utc()), clock.local(at));
    let time = then.format("%-H:%M");
    if then.date() == today.date() {
        format!("today {time}")
    } else if then.year() == today.year() {
        format!("{} {time}", then.format("%-d %b"))
    } else {
        then.format("%-d %b %Y").to_string()
    }
}

/// The time of day: `14:30`.
pub fn time_of_day(clock: &Clock, at: DateTime<Utc>) -> String {
    clock.local(at).format("%-H:%M").to_string()
}

/// How long: `40 seconds`, `5 minutes`, `1 hour and 10 minutes`, `3 days`.
pub fn how_long(secs: u64) -> String {
    let (minutes, hours, days) = (secs / 60, secs / 3600, secs / 86_400);
    if secs < 60 {
        counted(secs, "second")
    } else if hours == 0 {
        counted(minutes, "minute")
    } else if days < 2 {
        match minutes % 60 {
            0 => counted(hours, "hour"),
            rest => format!("{} and {}", counted(hours, "hour"), counted(rest, "minute")),
        }
    } else {
        counted(days, "day")
    }
}

/// `1 day`, `2 days`.
pub fn counted(count: u64, one: &str) -> String {
    if count == 1 {
        format!("1 {one}")
    } else {
        format!("{count} {one}s")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::time::Instant;

    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_moment_is_said_as_people_say_it() {
        let clock = Clock::standing(Instant::now(), at("2026-08-04T12:00:00Z"));
        for (then, said) in [
            ("2026-08-04T14:05:00Z", "today at 14:05"),
            ("2026-08-05T00:00:00Z", "tomorrow at 0:00"),
            ("2026-08-03T23:59:00Z", "yesterday at 23:59"),
            ("2026-08-07T18:00:00Z", "Friday 7 August at 18:00"),
            ("2027-01-01T09:00:00Z", "Friday 1 January 2027 at 9:00"),
        ] {
            assert_eq!(moment(&clock, at(then)), said);
        }
    }

    #[test]
    fn a_length_is_said_in_the_unit_that_fits() {
        for (secs, said) in [
            (0, "0 seconds"),
            (1, "1 second"),
            (59, "59 seconds"),
            (60, "1 minute"),
            (3600, "1 hour"),
            (6 * 3600, "6 hours"),
            (4200, "1 hour and 10 minutes"),
            (30 * 86_400, "30 days"),
        ] {
            assert_eq!(how_long(secs), said);
        }
    }
}
