//! The messages of each language, read once when the first is said.

use std::{borrow::Cow, sync::OnceLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use super::Language;

/// The files of a language, by the names that they have in `assets/languages` after its code.
macro_rules! files_of {
    ($code:literal) => {
        files_of!($code: "words", "sentences", "novice", "expert", "log", "terminal")
    };
    ($code:literal: $($name:literal),*) => {
        &[$((
            concat!($code, "-", $name, ".ftl"),
            include_str!(concat!("../../assets/languages/", $code, "-", $name, ".ftl")),
        )),*]
    };
}

/// The files of a language: names and texts.
pub fn files(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::English => files_of!("en"),
        Language::Dutch => files_of!("nl"),
        Language::German => files_of!("de"),
        Language::French => files_of!("fr"),
        Language::Spanish => files_of!("es"),
    }
}

/// What a message speaks of: a text, or a number.
pub struct Argument<'a>(FluentValue<'a>);

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self(FluentValue::String(Cow::Borrowed(text)))
    }
}

/// Somebody's name, which may be missing: then it is the number of names that are there, and the message has words of its own for
/// `[0]`. No text is ever taken for that number, whatever somebody calls themselves.
#[derive(Clone, Copy, Debug)]
pub struct Who<'a>(pub &'a str);

impl<'a> From<&Who<'a>> for Argument<'a> {
    fn from(Who(name): &Who<'a>) -> Self {
        match name.trim() {
            "" => Self(FluentValue::from(0)),
            name => Self::from(name),
        }
    }
}

/// Texts by reference, as [`super::say`] gives them.
macro_rules! texts {
    ($($kind:ty)*) => {$(
        impl<'a> From<&'a $kind> for Argument<'a> {
            fn from(text: &'a $kind) -> Self {
                let text: &'a str = text.as_ref();
                Self::from(text)
            }
        }
    )*};
}
texts!(&str &&str String &String Cow<'_, str> Box<str>);

/// Numbers by reference, as [`super::say`] gives them.
macro_rules! numbers {
    ($($kind:ty)*) => {$(
        impl From<&$kind> for Argument<'_> {
            fn from(number: &$kind) -> Self {
                Self(FluentValue::from(*number))
            }
        }
    )*};
}
numbers!(u8 u16 u32 u64 usize i32 i64);

/// A message of the catalogue in the language that holds here, about these named things. What a language lacks is said in English; a key
/// that English lacks too is said as it is.
pub fn message(key: &'static str, about: &[(&'static str, Argument<'_>)]) -> String {
    let about: FluentArgs<'_> = about
        .iter()
        .map(|(name, value)| (*name, value.0.clone()))
        .collect();
    said(Language::here(), key, &about)
        .or_else(|| said(Language::English, key, &about))
        .unwrap_or_else(|| {
            tracing::error!(key, "a message is missing in the catalogue");
            key.to_owned()
        })
}

fn said(language: Language, key: &str, about: &FluentArgs<'_>) -> Option<String> {
    let bundle = bundle(language);
    let pattern = bundle.get_message(key)?.value()?;
    let mut faults = vec![];
    let text = bundle.format_pattern(pattern, Some(about), &mut faults);
    faults.is_empty().then(|| text.into_owned())
}

fn bundle(language: Language) -> &'static FluentBundle<FluentResource> {
    static BUNDLES: [OnceLock<FluentBundle<FluentResource>>; Language::ALL.len()] =
        [const { OnceLock::new() }; Language::ALL.len()];
    BUNDLES[language as usize].get_or_init(|| read(language))
}

fn read(language: Language) -> FluentBundle<FluentResource> {
    let rules: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![rules]);
    // No marks of direction around what is put in: all of these languages are written from left to right.
    bundle.set_use_isolating(false);
    for (name, text) in files(language) {
        // What can be read of a damaged file is used all the same; the tests hold that none is.
        let resource =
            FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(some, faults)| {
                tracing::error!(name, ?faults, "a file of messages is damaged");
                some
            });
        bundle.add_resource_overriding(resource);
    }
    bundle
}
