//! Times in words.

use chrono::{DateTime, Datelike, NaiveDateTime, Timelike, Utc};

use crate::{language::say, ui::clock::Clock};

/// A moment, as one says it: `today at 14:30`, `tomorrow at 9:05`, `Friday 7 August at 18:00`.
pub fn moment(clock: &Clock, at: DateTime<Utc>) -> String {
    let (today, then) = (clock.local(clock.utc()), clock.local(at));
    let days = (then.date() - today.date()).num_days();
    let (hour, minute) = (then.hour(), format!("{:02}", then.minute()));
    match days {
        0 => say!("moment-today", hour = hour, minute = minute),
        1 => say!("moment-tomorrow", hour = hour, minute = minute),
        -1 => say!("moment-yesterday", hour = hour, minute = minute),
        _ => {
            let weekday = say!("weekday", weekday = then.weekday().number_from_monday());
            let month = say!("month", month = then.month());
            if then.year() == today.year() {
                say!(
                    "moment-this-year",
                    weekday = weekday,
                    day = then.day(),
                    month = month,
                    hour = hour,
                    minute = minute
                )
            } else {
                say!(
                    "moment-another-year",
                    weekday = weekday,
                    day = then.day(),
                    month = month,
                    year = then.year(),
                    hour = hour,
                    minute = minute
                )
            }
        }
    }
}

/// A moment in a table: `today 14:30`, `7 Aug 18:00`, `7 Aug 2031`.
pub fn short(clock: &Clock, at: DateTime<Utc>) -> String {
    let (today, then) = (clock.local(clock.utc()), clock.local(at));
    if then.year() == today.year() {
        this_year(today, then, &then.format("%-H:%M").to_string())
    } else {
        say!(
            "table-date",
            day = then.day(),
            month = short_month(then),
            year = then.year()
        )
    }
}

/// A moment in the log: `today 14:30:05`, `7 Aug 18:00:00`, `7 Aug 2031 18:00:00`.
pub fn short_to_the_second(clock: &Clock, at: DateTime<Utc>) -> String {
    let (today, then) = (clock.local(clock.utc()), clock.local(at));
    let time = then.format("%-H:%M:%S").to_string();
    if then.year() == today.year() {
        this_year(today, then, &time)
    } else {
        say!(
            "table-another-year",
            day = then.day(),
            month = short_month(then),
            year = then.year(),
            time = time
        )
    }
}

fn this_year(today: NaiveDateTime, then: NaiveDateTime, time: &str) -> String {
    if then.date() == today.date() {
        say!("table-today", time = time)
    } else {
        say!(
            "table-this-year",
            day = then.day(),
            month = short_month(then),
            time = time
        )
    }
}

fn short_month(then: NaiveDateTime) -> String {
    say!("month-short", month = then.month())
}

/// The time of day, which all of Hulp's languages write alike: `14:30`.
pub fn time_of_day(clock: &Clock, at: DateTime<Utc>) -> String {
    clock.local(at).format("%-H:%M").to_string()
}

/// How long: `40 seconds`, `5 minutes`, `1 hour and 10 minutes`, `3 days`.
pub fn how_long(secs: u64) -> String {
    let (minutes, hours, days) = (secs / 60, secs / 3600, secs / 86_400);
    if secs < 60 {
        say!("seconds", count = secs)
    } else if hours == 0 {
        say!("minutes", count = minutes)
    } else if days < 2 {
        let whole = say!("hours", count = hours);
        match minutes % 60 {
            0 => whole,
            rest => say!(
                "hours-and-minutes",
                hours = whole,
                minutes = say!("minutes", count = rest)
            ),
        }
    } else {
        say!("days", count = days)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::time::Instant;

    use super::*;
    use crate::language::Language;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn clock() -> Clock {
        Clock::standing(Instant::now(), at("2026-08-04T12:00:00Z"))
    }

    #[test]
    fn a_moment_is_said_as_people_say_it() {
        for (then, said) in [
            ("2026-08-04T14:05:00Z", "today at 14:05"),
            ("2026-08-05T00:00:00Z", "tomorrow at 0:00"),
            ("2026-08-03T23:59:00Z", "yesterday at 23:59"),
            ("2026-08-07T18:00:00Z", "Friday 7 August at 18:00"),
            ("2027-01-01T09:00:00Z", "Friday 1 January 2027 at 9:00"),
        ] {
            assert_eq!(moment(&clock(), at(then)), said);
        }
    }

    #[test]
    fn a_moment_is_said_in_each_language_as_its_speakers_say_it() {
        for (language, then, said) in [
            (Language::Dutch, "2026-08-04T14:05:00Z", "vandaag om 14:05"),
            (Language::Dutch, "2026-08-05T00:00:00Z", "morgen om 0:00"),
            (
                Language::Dutch,
                "2026-08-07T18:00:00Z",
                "vrijdag 7 augustus om 18:00",
            ),
            (
                Language::Dutch,
                "2027-03-01T09:05:00Z",
                "maandag 1 maart 2027 om 9:05",
            ),
            (
                Language::German,
                "2026-08-03T23:59:00Z",
                "gestern um 23:59 Uhr",
            ),
            (
                Language::German,
                "2026-08-07T18:00:00Z",
                "Freitag, 7. August, 18:00 Uhr",
            ),
            (
                Language::German,
                "2027-03-01T09:05:00Z",
                "Montag, 1. März 2027, 9:05 Uhr",
            ),
            (
                Language::French,
                "2027-03-01T09:05:00Z",
                "lundi 1er mars 2027 à 9:05",
            ),
            (
                Language::French,
                "2026-12-31T18:00:00Z",
                "jeudi 31 décembre à 18:00",
            ),
            (
                Language::Spanish,
                "2026-08-05T01:30:00Z",
                "mañana a la 1:30",
            ),
            (
                Language::Spanish,
                "2026-08-09T18:00:00Z",
                "el domingo 9 de agosto a las 18:00",
            ),
        ] {
            let moment = language.while_speaking(|| moment(&clock(), at(then)));
            assert_eq!(moment, said);
        }
    }

    #[test]
    fn a_moment_in_a_table_is_short() {
        let both = |language: Language, then: &str| {
            language.while_speaking(|| {
                let (clock, then) = (clock(), at(then));
                [short(&clock, then), short_to_the_second(&clock, then)]
            })
        };
        for (language, then, said) in [
            (
                Language::English,
                "2026-08-04T09:05:07Z",
                ["today 9:05", "today 9:05:07"],
            ),
            (
                Language::English,
                "2026-08-07T18:00:00Z",
                ["7 Aug 18:00", "7 Aug 18:00:00"],
            ),
            (
                Language::English,
                "2031-08-07T18:00:00Z",
                ["7 Aug 2031", "7 Aug 2031 18:00:00"],
            ),
            (
                Language::Dutch,
                "2026-03-07T18:00:00Z",
                ["7 mrt 18:00", "7 mrt 18:00:00"],
            ),
            (
                Language::German,
                "2031-08-07T18:00:00Z",
                ["7. Aug. 2031", "7. Aug. 2031 18:00:00"],
            ),
        ] {
            assert_eq!(both(language, then), said);
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

    #[test]
    fn a_length_has_the_plural_of_its_language() {
        for (secs, dutch, german) in [
            (1, "1 seconde", "1 Sekunde"),
            (40, "40 seconden", "40 Sekunden"),
            (3660, "1 uur en 1 minuut", "1 Stunde und 1 Minute"),
            (2 * 3600, "2 uur", "2 Stunden"),
            (30 * 86_400, "30 dagen", "30 Tage"),
        ] {
            assert_eq!(Language::Dutch.while_speaking(|| how_long(secs)), dutch);
            assert_eq!(Language::German.while_speaking(|| how_long(secs)), german);
        }
    }
}
