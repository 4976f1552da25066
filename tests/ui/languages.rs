//! Every page in every language: nothing is cut off, nothing stands over something else, and nothing is said in English.

use std::collections::BTreeSet;

use egui::{Pos2, Rect, Shape, Theme, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use fluent_syntax::{
    ast::{Entry, PatternElement},
    parser,
};
use hulp::language::{Language, files};

use crate::{
    pages::Window,
    pictures::{self, PAGE, Page},
};

/// How far a letter may stand out, in points: the soft edge of what is painted.
const EDGE: f32 = 1.5;
/// So high that a whole page is to be seen.
const TALL: f32 = 3200.0;
/// The largest text, in percent.
const LARGEST: u16 = 200;
/// Words that are the same in all languages.
const SAME: [&str; 3] = ["Hulp", "STARTTLS", "TLS"];
/// Messages that are the same words as in English: a language, and a key.
const SAME_AS_ENGLISH: &str = include_str!("../data/same-as-english.txt");

/// The parts of every message of a language, by its key.
fn parts(language: Language) -> Vec<(&'static str, Vec<PatternElement<&'static str>>)> {
    let entries = files(language)
        .iter()
        .flat_map(|(_, text)| parser::parse(*text).unwrap().body);
    let messages = entries.filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name, message.value.unwrap().elements)),
        _ => None,
    });
    messages.collect()
}

/// A part's own words, if it is no name or number that comes from elsewhere.
fn own_words(part: PatternElement<&'static str>) -> Option<&'static str> {
    match part {
        PatternElement::TextElement { value } => Some(value),
        PatternElement::Placeable { .. } => None,
    }
}

/// The messages of a language that speak of nothing, by their keys.
fn messages(language: Language) -> Vec<(&'static str, String)> {
    let whole = |(key, parts): (_, Vec<_>)| {
        let words: Option<String> = parts.into_iter().map(own_words).collect();
        Some((key, words?))
    };
    parts(language).into_iter().filter_map(whole).collect()
}

/// What the messages of a language begin with, by their keys.
fn beginnings(language: Language) -> Vec<(&'static str, &'static str)> {
    let first = |(key, parts): (_, Vec<_>)| {
        let words = own_words(parts.into_iter().next()?)?;
        Some((key, words.trim_end()))
    };
    parts(language).into_iter().filter_map(first).collect()
}

/// The words that are written as in English in this language.
fn same_as_english(language: Language) -> Vec<&'static str> {
    let keys: BTreeSet<_> = (SAME_AS_ENGLISH.lines())
        .filter_map(|line| line.strip_prefix(language.code()))
        .map(str::trim)
        .collect();
    let same = parts(Language::English).into_iter();
    same.filter(|(key, _)| keys.contains(key))
        .flat_map(|(_, parts)| parts.into_iter().filter_map(own_words))
        .collect()
}

/// Clicks the control that is called so in English, whatever language holds here; or the first whose name has words in it that begin so.
pub fn click(window: &Window, english: &str) {
    let here = messages(Language::here());
    let names = (messages(Language::English).into_iter())
        .filter(|(_, words)| words == english)
        .filter_map(|(key, _)| here.iter().find(|(other, _)| *other == key));
    let mut names = names.map(|(_, words)| words.as_str()).chain([english]);
    if let Some(node) = names.find_map(|name| window.harness.query_by_label(name)) {
        return node.click_accesskit(); // in a small window it may be out of the mouse's sight
    }
    let here = beginnings(Language::here());
    let names = (beginnings(Language::English).into_iter())
        .filter(|(_, words)| words.starts_with(english))
        .filter_map(|(key, _)| here.iter().find(|(other, _)| *other == key));
    let mut names = names.map(|(_, words)| *words).chain([english]);
    let named = |name| window.harness.query_all_by_label_contains(name).next();
    let node = names.find_map(named);
    node.unwrap_or_else(|| panic!("nothing is called {english}"))
        .click_accesskit();
}

/// The words that a page may have in every language: what its user and others brought to it, and what is no translation's.
struct Brought(BTreeSet<String>);

impl Brought {
    fn to(page: &Page, window: &Window) -> Self {
        let view = format!("{:?}", (page.view)(window.instant));
        let quoted = view.split('"').skip(1).step_by(2);
        let addresses = view
            .split(['(', ')', ' '])
            .filter(|word| word.contains('@'));
        let same = same_as_english(Language::here());
        let proposed = "/home/anna/Invitation from .hulp";
        let texts = quoted.chain(addresses).chain(SAME).chain(same);
        let words = texts.chain([proposed]).flat_map(words_of);
        Self(words.map(str::to_owned).collect())
    }

    fn has(&self, text: &str) -> bool {
        words_of(text).all(|word| self.0.contains(word))
    }
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| word.chars().any(char::is_alphabetic))
}

/// A line of painted words.
struct Line {
    /// All that it is a part of.
    text: String,
    /// Where its letters are.
    ink: Rect,
    /// Beyond this nothing is painted.
    clip: Rect,
    /// Its end is left out.
    elided: bool,
}

fn lines(window: &Window) -> Vec<Line> {
    let mut found = vec![];
    for part in &window.harness.output().shapes {
        lines_of(&part.shape, part.clip_rect, &mut found);
    }
    found
}

fn lines_of(shape: &Shape, clip: Rect, found: &mut Vec<Line>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| lines_of(shape, clip, found)),
        Shape::Text(text) => {
            for row in &text.galley.rows {
                let ink = row.visuals.mesh_bounds;
                let ink = ink.translate(text.pos.to_vec2() + row.pos.to_vec2());
                if ink.is_positive() && ink.is_finite() {
                    found.push(Line {
                        text: text.galley.text().to_owned(),
                        ink,
                        clip,
                        elided: text.galley.elided,
                    });
                }
            }
        }
        _ => {}
    }
}

/// What is painted wrongly. Of a tall window all is seen; of another one a part may be reached by scrolling.
fn painted_wrongly(window: &Window, brought: &Brought, is_tall: bool) -> BTreeSet<String> {
    let size = window.harness.ctx.viewport_rect().size();
    let whole = Rect::from_min_size(Pos2::ZERO, size);
    let mut faults = BTreeSet::new();
    let lines = lines(window);
    for line in lines.iter().filter(|line| !brought.has(&line.text)) {
        let mut room = line.clip.intersect(whole);
        if !is_tall {
            room = room.with_min_y(f32::NEG_INFINITY);
            room = room.with_max_y(f32::INFINITY);
        }
        let what = if line.elided {
            "is not written out"
        } else if !room.expand(EDGE).contains_rect(line.ink) {
            "is cut off"
        } else {
            continue;
        };
        faults.insert(format!("{what}: {}", line.text));
    }
    let seen: Vec<_> = lines
        .iter()
        .filter(|line| line.clip.intersect(whole).intersects(line.ink))
        .collect();
    for (at, line) in seen.iter().enumerate() {
        for other in &seen[..at] {
            let both = line.ink.intersect(other.ink).intersect(line.clip);
            if both.intersect(other.clip).size().min_elem() > EDGE {
                faults.insert(format!("{} stands over {}", line.text, other.text));
            }
        }
    }
    faults
}

/// Which controls stand outside of the window or over each other.
fn misplaced(window: &Window, is_tall: bool) -> BTreeSet<String> {
    let size = window.harness.ctx.viewport_rect().size();
    let mut faults = BTreeSet::new();
    let controls: Vec<_> = (window.harness.root().children_recursive())
        .filter(|node| {
            matches!(
                node.accesskit_node().role(),
                Role::Button
                    | Role::CheckBox
                    | Role::RadioButton
                    | Role::Tab
                    | Role::ComboBox
                    | Role::TextInput
                    | Role::MultilineTextInput
            )
        })
        .map(|node| {
            (
                node.accesskit_node().label().unwrap_or_default(),
                node.rect(),
            )
        })
        .collect();
    for (at, (name, rect)) in controls.iter().enumerate() {
        let inside = rect.left() > -EDGE
            && rect.right() < size.x + EDGE
            && (!is_tall || rect.top() > -EDGE && rect.bottom() < size.y + EDGE);
        if !inside {
            faults.insert(format!("{name} stands outside of the window"));
        }
        for (other, place) in controls[..at].iter().filter(|_| is_tall) {
            if rect.intersect(*place).size().min_elem() > EDGE {
                faults.insert(format!("{name} stands over {other}"));
            }
        }
    }
    faults
}

/// All that a screen reader says of a page, without what is typed in its fields.
fn said(window: &Window) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for node in window.harness.root().children_recursive() {
        let node = node.accesskit_node();
        if matches!(
            node.role(),
            Role::TextInput | Role::MultilineTextInput | Role::TextRun
        ) {
            found.extend(node.label());
        } else {
            found.extend(node.label().into_iter().chain(node.value()));
        }
    }
    found
}

/// The page in the window as it usually is: what asks for another size gets it.
fn open(page: &Page) -> Window {
    page.open(PAGE, Theme::Light)
}

/// Makes the window so high that all of its page is to be seen.
fn make_tall(window: &mut Window) {
    let width = window.harness.ctx.viewport_rect().width();
    window.harness.set_size([width, TALL].into());
    window.settle();
}

/// The messages of a language that speak of nothing.
fn words(language: Language) -> BTreeSet<String> {
    let messages = messages(language).into_iter();
    messages.map(|(_, words)| words).collect()
}

/// What a window says in English that was `in_english` on the same page, and is not brought to it.
fn kept_in_english(
    window: &Window,
    in_english: &BTreeSet<String>,
    brought: &Brought,
) -> BTreeSet<String> {
    let (english, own) = (words(Language::English), words(Language::here()));
    let mut texts = said(window);
    texts.retain(|text| {
        !own.contains(text)
            && !brought.has(text)
            && (english.contains(text) || in_english.contains(text))
    });
    texts
        .into_iter()
        .map(|text| format!("in English: {text}"))
        .collect()
}

fn faults(language: Language) -> Vec<String> {
    let mut faults = vec![];
    for page in pictures::all() {
        let in_english = Language::English.while_speaking(|| said(&open(&page)));
        language.while_speaking(|| {
            let mut window = open(&page);
            let brought = Brought::to(&page, &window);
            let mut here = painted_wrongly(&window, &brought, false);
            here.extend(misplaced(&window, false));
            make_tall(&mut window);
            here.extend(painted_wrongly(&window, &brought, true));
            here.extend(misplaced(&window, true));
            if language != Language::English {
                here.extend(kept_in_english(&window, &in_english, &brought));
            }
            let large = page.open_enlarged(LARGEST);
            let at_large = (painted_wrongly(&large, &brought, false).into_iter())
                .chain(misplaced(&large, false))
                .map(|fault| format!("at {LARGEST} %: {fault}"));
            here.extend(at_large);
            let code = language.code();
            let name = page.name;
            faults.extend(
                here.into_iter()
                    .map(|fault| format!("{code} {name}: {fault}")),
            );
        });
    }
    faults
}

fn holds(language: Language) {
    let faults = faults(language);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn english_fits_on_every_page() {
    holds(Language::English);
}

#[test]
fn dutch_fits_on_every_page_and_stands_alone() {
    holds(Language::Dutch);
}

#[test]
fn german_fits_on_every_page_and_stands_alone() {
    holds(Language::German);
}

#[test]
fn french_fits_on_every_page_and_stands_alone() {
    holds(Language::French);
}

#[test]
fn spanish_fits_on_every_page_and_stands_alone() {
    holds(Language::Spanish);
}

#[test]
fn every_page_that_is_open_changes_its_language_at_once() {
    let mut faults = vec![];
    for page in pictures::all() {
        let mut window = Language::English.while_speaking(|| open(&page));
        let in_english = Language::English.while_speaking(|| said(&window));
        // The lines of the log are the engine's words, which it says anew.
        let instant = window.instant;
        Language::Spanish.while_speaking(|| {
            (window.engine).change(|view| {
                *view = (page.view)(instant);
                view.settings.language = Some(Language::Spanish);
            });
        });
        window.settle();
        Language::Spanish.while_speaking(|| {
            let brought = Brought::to(&page, &window);
            let kept = kept_in_english(&window, &in_english, &brought);
            faults.extend(
                kept.into_iter()
                    .map(|fault| format!("{}: {fault}", page.name)),
            );
        });
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
