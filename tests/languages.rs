//! The messages of all languages and their uses in the sources hold together.
#![allow(clippy::unwrap_used)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use fluent_syntax::{
    ast::{
        CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Variant,
        VariantKey,
    },
    parser,
};
use hulp::language::{Language, files};

/// Messages that are the same words in these languages as in English, by key; each was looked at.
const SAME_AS_ENGLISH: &str = include_str!("data/same-as-english.txt");

/// A name that may be missing: for that a message has words of its own, under `[0]`.
const WHO: &str = "who";

type Words = Pattern<&'static str>;

/// The messages of a language by their keys. A key that comes twice, and whatever is no message, is a fault.
fn messages(language: Language) -> BTreeMap<String, Words> {
    let mut found = BTreeMap::new();
    for (file, text) in files(language) {
        let resource =
            parser::parse(*text).unwrap_or_else(|(_, faults)| panic!("{file}: {faults:?}"));
        for entry in resource.body {
            let message = match entry {
                Entry::Message(message) => message,
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
                other => panic!("{file}: {other:?} is no message"),
            };
            let key = message.id.name.to_owned();
            assert!(
                message.attributes.is_empty(),
                "{file}: {key} has attributes"
            );
            let words = message
                .value
                .unwrap_or_else(|| panic!("{file}: {key} is empty"));
            assert!(
                found.insert(key.clone(), words).is_none(),
                "{file}: {key} comes twice"
            );
        }
    }
    found
}

/// The things that a message speaks of.
fn speaks_of(words: &Words) -> BTreeSet<&'static str> {
    let mut found = BTreeSet::new();
    for element in &words.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable { expression } => match expression {
                Expression::Inline(inline) => found.extend(named(inline)),
                Expression::Select { selector, variants } => {
                    found.extend(named(selector));
                    found.extend(variants.iter().flat_map(|of| speaks_of(&of.value)));
                }
            },
        }
    }
    found
}

fn named(inline: &InlineExpression<&'static str>) -> Vec<&'static str> {
    match inline {
        InlineExpression::VariableReference { id } => vec![id.name],
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => vec![],
        InlineExpression::FunctionReference {
            arguments: CallArguments { positional, .. },
            ..
        } => positional.iter().flat_map(named).collect(),
        other => panic!("{other:?} is not used here, to keep translating simple"),
    }
}

/// All that a message may come to, with `{}` in place of what it speaks of.
fn says(words: &Words) -> Vec<String> {
    let mut found = vec![String::new()];
    for element in &words.elements {
        let parts = match element {
            PatternElement::TextElement { value } => vec![(*value).to_owned()],
            PatternElement::Placeable { expression } => match expression {
                Expression::Inline(InlineExpression::StringLiteral { value }) => {
                    vec![(*value).to_owned()]
                }
                Expression::Inline(_) => vec!["{}".to_owned()],
                Expression::Select { variants, .. } => {
                    variants.iter().flat_map(|of| says(&of.value)).collect()
                }
            },
        };
        found = (found.iter())
            .flat_map(|before| parts.iter().map(move |part| format!("{before}{part}")))
            .collect();
    }
    found
}

/// What a message says instead where [`WHO`] has no name.
fn of_nobody(words: &Words) -> Vec<&Words> {
    let mut found = vec![];
    for element in &words.elements {
        if let PatternElement::Placeable {
            expression: Expression::Select { selector, variants },
        } = element
        {
            let is_who = named(selector) == [WHO];
            for Variant { key, value, .. } in variants {
                match key {
                    VariantKey::NumberLiteral { value: "0" } if is_who => found.push(value),
                    _ => found.extend(of_nobody(value)),
                }
            }
        }
    }
    found
}

/// Whether a message speaks well of whoever has no name, where that may be.
fn can_do_without_name(words: &Words) -> bool {
    let of_nobody = of_nobody(words);
    let speaks_of_who = |words: &Words| speaks_of(words).contains(WHO);
    of_nobody.is_empty() != speaks_of_who(words) && !of_nobody.into_iter().any(speaks_of_who)
}

/// What the sources say: each key with the sets of things that it is given.
fn uses() -> BTreeMap<String, BTreeSet<BTreeSet<String>>> {
    let mut found: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for (path, text) in sources(Path::new("src")) {
        // The folder of the languages tells how it is done; its words are no uses.
        if path.starts_with("src/language") {
            continue;
        }
        for (at, _) in text.match_indices("say!(") {
            let inside = inside_brackets(&text[at + "say!(".len()..]);
            let parts = top_level_parts(inside);
            let key = parts[0].trim();
            let key = key
                .strip_prefix('"')
                .and_then(|key| key.strip_suffix('"'))
                .unwrap_or_else(|| panic!("{path}: say!({key} names no message"));
            let given = parts[1..]
                .iter()
                .filter(|part| !part.trim().is_empty())
                .map(|part| {
                    let (name, value) = part.split_once('=').unwrap();
                    let (name, value) = (name.trim(), value.trim());
                    let is_who = value == WHO || value.starts_with("Who(");
                    assert_eq!(name == WHO, is_who, "{path}: {key} is given {part}");
                    name.to_owned()
                })
                .collect();
            found.entry(key.to_owned()).or_default().insert(given);
        }
    }
    found
}

fn sources(folder: &Path) -> Vec<(String, String)> {
    let mut found = vec![];
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            found.push((
                path.to_str().unwrap().to_owned(),
                fs::read_to_string(&path).unwrap(),
            ));
        }
    }
    found
}

/// What stands between a bracket that was just opened and the one that closes it.
fn inside_brackets(text: &str) -> &str {
    let mut depth = 1;
    for (at, sign, quoted) in signs(text) {
        match sign {
            _ if quoted => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &text[..at];
        }
    }
    panic!("a bracket is not closed: {text:.60}");
}

fn top_level_parts(text: &str) -> Vec<&str> {
    let (mut depth, mut begin, mut parts) = (0, 0, vec![]);
    for (at, sign, quoted) in signs(text) {
        match sign {
            _ if quoted => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&text[begin..at]);
                begin = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[begin..]);
    parts
}

/// Each sign with its place, and whether it stands in a text.
fn signs(text: &str) -> impl Iterator<Item = (usize, char, bool)> {
    let (mut quoted, mut escaped) = (false, false);
    text.char_indices().map(move |(at, sign)| {
        let was = quoted;
        if escaped {
            escaped = false;
        } else if quoted && sign == '\\' {
            escaped = true;
        } else if sign == '"' {
            quoted = !quoted;
        }
        (at, sign, was || quoted)
    })
}

#[test]
fn every_message_that_is_said_is_there_and_every_one_there_is_said() {
    let english = messages(Language::English);
    let uses = uses();
    let mut faults = vec![];
    for (key, given) in &uses {
        let Some(words) = english.get(key) else {
            faults.push(format!("{key} is said, and is no message"));
            continue;
        };
        let spoken_of = speaks_of(words);
        for given in given {
            if !given.iter().eq(&spoken_of) {
                faults.push(format!(
                    "{key} is given {given:?} and speaks of {spoken_of:?}"
                ));
            }
        }
    }
    for key in english.keys().filter(|key| !uses.contains_key(*key)) {
        faults.push(format!("{key} is never said"));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_language_has_every_message_in_words_of_its_own() {
    let english = messages(Language::English);
    let same: BTreeSet<_> = SAME_AS_ENGLISH
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(str::trim)
        .collect();
    let mut used = BTreeSet::new();
    let mut faults = vec![];
    for language in Language::ALL {
        let translated = messages(language);
        let code = language.code();
        for (key, words) in &english {
            let Some(other) = translated.get(key) else {
                faults.push(format!("{code}: {key} is missing"));
                continue;
            };
            let (spoken_of, wanted) = (speaks_of(other), speaks_of(words));
            if spoken_of != wanted {
                faults.push(format!(
                    "{code}: {key} speaks of {spoken_of:?}, in English of {wanted:?}"
                ));
            }
            if !can_do_without_name(other) {
                faults.push(format!("{code}: {key} has no words for who has no name"));
            }
            if language == Language::English {
                continue;
            }
            let in_english = says(words);
            let kept = says(other)
                .into_iter()
                .find(|text| text.chars().any(char::is_alphabetic) && in_english.contains(text));
            if let Some(text) = kept {
                let listed = format!("{code} {key}");
                if !same.contains(listed.as_str()) {
                    faults.push(format!("{code}: {key} is not translated: {text}"));
                }
                used.insert(listed);
            }
        }
        for key in translated.keys().filter(|key| !english.contains_key(*key)) {
            faults.push(format!("{code}: {key} is nowhere in English"));
        }
    }
    let listed_in_vain = same.iter().filter(|line| !used.contains(**line));
    faults.extend(listed_in_vain.map(|line| format!("same-as-english.txt: {line} is not")));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
