//! What Hulp says, in its user's language.
//!
//! The texts are in `assets/languages`, in [Fluent](https://projectfluent.org): for each [`Language`] the same messages, in several
//! files that are part of the program. Whoever says something to the user names a message, and gives it what it speaks of:
//!
//! ```
//! use hulp::language::say;
//! assert_eq!(say!("minutes", count = 5), "5 minutes");
//! ```
//!
//! `tests/languages.rs` holds the messages and their uses together: none is missing, unused, without a translation, or given other
//! things than it speaks of. What a program writes for another program, for an administrator's scripts or into a log file stays
//! English; so do the system's own reasons, which are quoted as they come.

mod catalogue;

use std::{
    cell::Cell,
    sync::{
        OnceLock,
        atomic::{AtomicU8, Ordering},
    },
};

pub use catalogue::{Argument, Who, files, message};
use serde::{Deserialize, Serialize};

/// Says a message of the catalogue in the language that holds here: `say!("key")`, `say!("key", name = value)`. A value is a text
/// or a whole number; numbers choose the plural. Where a name may be missing it is given as `Who(name)`.
#[doc(hidden)]
#[macro_export]
macro_rules! say_in_the_users_language {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::language::message(
            $key,
            &[$((stringify!($name), $crate::language::Argument::from(&$value))),*],
        )
    };
}
pub use say_in_the_users_language as say;

/// A language that Hulp speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Dutch.
    #[serde(rename = "nl")]
    Dutch,
    /// German.
    #[serde(rename = "de")]
    German,
    /// French.
    #[serde(rename = "fr")]
    French,
    /// Spanish.
    #[serde(rename = "es")]
    Spanish,
}

/// The language that holds in this process, as a place in [`Language::ALL`]; `NONE_YET` until one is chosen or needed.
static HERE: AtomicU8 = AtomicU8::new(NONE_YET);
const NONE_YET: u8 = u8::MAX;

/// Finds the language out, should something be said before one is chosen.
static FIND: OnceLock<fn() -> Language> = OnceLock::new();

thread_local! {
    /// A language that holds on this thread alone.
    static ON_THIS_THREAD: Cell<Option<Language>> = const { Cell::new(None) };
}

impl Language {
    /// All of them, English first.
    pub const ALL: [Self; 5] = [
        Self::English,
        Self::Dutch,
        Self::German,
        Self::French,
        Self::Spanish,
    ];

    /// Its code (ISO 639-1).
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Dutch => "nl",
            Self::German => "de",
            Self::French => "fr",
            Self::Spanish => "es",
        }
    }

    /// What those who speak it call it.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Dutch => "Nederlands",
            Self::German => "Deutsch",
            Self::French => "Français",
            Self::Spanish => "Español",
        }
    }

    /// The first of `wanted` that Hulp speaks, or English. Each is a locale as systems name them: `nl-BE`, `de_AT.UTF-8`, `fr`.
    pub fn first_spoken(wanted: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        let spoken = |locale: &str| {
            let code = locale.split(['-', '_', '.', '@']).next().unwrap_or(locale);
            if ["C", "POSIX"].contains(&code) {
                return Some(Self::English); // what scripts ask for, whatever comes after it
            }
            Self::ALL
                .into_iter()
                .find(|language| language.code().eq_ignore_ascii_case(code))
        };
        wanted
            .into_iter()
            .find_map(|locale| spoken(locale.as_ref()))
            .unwrap_or_default()
    }

    /// The language that the system's user chose.
    pub fn of_system() -> Self {
        Self::first_spoken(sys_locale::get_locales())
    }

    /// The language that holds here and now.
    pub fn here() -> Self {
        ON_THIS_THREAD.get().unwrap_or_else(|| {
            if HERE.load(Ordering::Relaxed) == NONE_YET {
                let found = FIND.get().map_or_else(Self::default, |find| find());
                // Unless somebody has chosen meanwhile.
                let _ = HERE.compare_exchange(
                    NONE_YET,
                    found.place(),
                    Ordering::Relaxed,
                    Ordering::Relaxed,
                );
            }
            let place = usize::from(HERE.load(Ordering::Relaxed));
            Self::ALL.get(place).copied().unwrap_or_default()
        })
    }

    /// Has `find` asked for the language of the whole process when something is said before one is chosen, and not otherwise; without
    /// it that is English.
    pub fn find_when_needed(find: fn() -> Self) {
        let _ = FIND.set(find); // once
    }

    /// Has the whole process speak this language from now on.
    pub fn speak(self) {
        HERE.store(self.place(), Ordering::Relaxed);
    }

    fn place(self) -> u8 {
        let place = Self::ALL.iter().position(|language| *language == self);
        let place = place.and_then(|place| u8::try_from(place).ok());
        place.unwrap_or_default()
    }

    /// Does `work` in this language, on this thread alone: a window paints in the language of what it shows, and tests run side by side
    /// in one process.
    pub fn while_speaking<T>(self, work: impl FnOnce() -> T) -> T {
        /// Puts back what held before, also after a panic.
        struct Before(Option<Language>);
        impl Drop for Before {
            fn drop(&mut self) {
                ON_THIS_THREAD.set(self.0);
            }
        }
        let _before = Before(ON_THIS_THREAD.replace(Some(self)));
        work()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_systems_language_is_spoken_where_hulp_can() {
        for (wanted, spoken) in [
            (vec!["nl-BE", "fr"], Language::Dutch),
            (vec!["de_AT.UTF-8"], Language::German),
            (vec!["ja-JP", "ES"], Language::Spanish),
            (vec!["C"], Language::English),
            (vec!["C.UTF-8", "nl_NL.UTF-8"], Language::English),
            (vec!["enough"], Language::English),
            (vec![], Language::English),
        ] {
            assert_eq!(Language::first_spoken(&wanted), spoken, "{wanted:?}");
        }
    }

    #[test]
    fn each_language_has_its_plurals_and_its_words() {
        let said = |language: Language, count: u64| {
            language.while_speaking(|| say!("minutes", count = count))
        };
        assert_eq!(said(Language::English, 1), "1 minute");
        assert_eq!(said(Language::Dutch, 5), "5 minuten");
        assert_eq!(said(Language::French, 0), "0 minute");
        assert_eq!(Language::here(), Language::English, "as it was before");
    }

    #[test]
    fn what_others_are_called_is_quoted_and_never_read() {
        let name = "{ $secret } {minutes} \u{2068}Anna";
        assert_eq!(
            say!("seen-only", who = Who(name)),
            format!("{name} can see your screen.")
        );
    }

    #[test]
    fn whoever_has_no_name_is_spoken_of_in_each_languages_own_way() {
        let said = |language: Language, name: &str| {
            language.while_speaking(|| say!("session-held-back", who = Who(name)))
        };
        assert_eq!(
            said(Language::English, " "),
            "You are using the mouse: your helper's input is held back."
        );
        assert_eq!(
            said(Language::German, ""),
            "Sie benutzen die Maus: Eingaben Ihres Helfers werden zurückgehalten."
        );
        for name in ["0", "zero", "other", "named"] {
            let named =
                format!("Sie benutzen die Maus: Eingaben von {name} werden zurückgehalten.");
            assert_eq!(said(Language::German, name), named, "a name like any other");
        }
    }
}
