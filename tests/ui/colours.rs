//! What is painted on every page, in both looks: each word stands out from what lies under it, and no colour says anything alone.

use std::collections::BTreeSet;

use egui::{
    Color32, Pos2, Rect, Rgba, Shape, TextureId, Theme, accesskit::Role, epaint::ClippedShape,
};
use egui_kittest::kittest::NodeT as _;

use crate::{
    pages::Window,
    pictures::{self, CONSOLE, PAGE},
};

/// What WCAG 2.2 AA asks of text (1.4.3), and what Hulp asks of text that cannot be used now.
const LEAST: f32 = 4.5;
const LEAST_DISABLED: f32 = 3.0;

/// So high that a whole page is to be seen.
const TALL: f32 = 3200.0;

/// The farthest that a picture stands before its words, in points.
const BESIDE: f32 = 48.0;

/// So much stronger than its weakest part is the strongest part of a colour that signals something.
const STRONG: u8 = 40;

/// The fill of a main button stands out so much from the page, and that of what is chosen does not.
const SHINES: f32 = 3.0;

/// A sign as it is painted.
struct Glyph<'a> {
    /// All that it is a part of.
    text: &'a str,
    middle: Pos2,
    colour: Color32,
}

/// What a window shows, in the order in which it is painted.
struct Painted {
    parts: Vec<(Rect, Shape)>,
    /// Where something is that cannot be used now.
    disabled: Vec<Rect>,
    /// Where the chat is, whose colours tell what the words above them say.
    chats: Vec<Rect>,
}

impl Painted {
    fn in_window(window: &Window) -> Self {
        let output = window.harness.output();
        let whole = window.harness.ctx.viewport_rect();
        let mut parts = vec![];
        for ClippedShape {
            clip_rect, shape, ..
        } in &output.shapes
        {
            flatten(shape, clip_rect.intersect(whole), &mut parts);
        }
        let (mut disabled, mut chats) = (vec![], vec![]);
        for node in window.harness.root().children_recursive() {
            let is = node.accesskit_node();
            if is.is_disabled() && is.raw_bounds().is_some() {
                disabled.push(node.rect());
            }
            if is.role() == Role::Log {
                let lines = node.children_recursive();
                let seen = lines.filter(|line| line.accesskit_node().raw_bounds().is_some());
                chats.extend(seen.map(|line| line.rect()));
            }
        }
        Self {
            parts,
            disabled,
            chats,
        }
    }

    /// Each sign that is seen, with how many parts lie under it.
    fn glyphs(&self) -> Vec<(usize, Glyph<'_>)> {
        let mut found = vec![];
        for (at, (clip, shape)) in self.parts.iter().enumerate() {
            let Shape::Text(text) = shape else { continue };
            for row in &text.galley.rows {
                let visuals = &row.visuals;
                let vertices = &visuals.mesh.vertices[visuals.glyph_vertex_range.clone()];
                for corners in vertices.chunks_exact(4) {
                    let first = corners[0].pos.to_vec2();
                    let middle = (first + corners[3].pos.to_vec2()) / 2.0;
                    let middle = text.pos + row.pos.to_vec2() + middle;
                    let own = match corners[0].color {
                        Color32::PLACEHOLDER => text.fallback_color,
                        colour => colour,
                    };
                    let colour = text.override_text_color.unwrap_or(own);
                    let colour = colour.gamma_multiply(text.opacity_factor);
                    if clip.contains(middle) {
                        let text = text.galley.text();
                        found.push((
                            at,
                            Glyph {
                                text,
                                middle,
                                colour,
                            },
                        ));
                    }
                }
            }
        }
        found
    }

    /// The colours that may lie here under the part of this number: a picture may have any.
    fn under(&self, number: usize, place: Pos2) -> Vec<Color32> {
        let mut colours = vec![Color32::BLACK];
        for (clip, shape) in &self.parts[..number] {
            let (is_here, fill, is_picture) = match shape {
                Shape::Rect(rect) => (
                    rect.rect.contains(place),
                    rect.fill,
                    rect.brush.is_some() && rect.fill != Color32::TRANSPARENT,
                ),
                Shape::Circle(circle) => (
                    circle.center.distance(place) <= circle.radius,
                    circle.fill,
                    false,
                ),
                Shape::Mesh(mesh) => (
                    mesh.texture_id != TextureId::default() && mesh.calc_bounds().contains(place),
                    Color32::WHITE,
                    true,
                ),
                _ => continue,
            };
            if !is_here || !clip.contains(place) {
                continue;
            }
            if is_picture {
                colours = vec![Color32::BLACK, Color32::WHITE];
            } else {
                for colour in &mut colours {
                    *colour = colour.blend(fill);
                }
            }
        }
        colours
    }

    fn is_disabled(&self, place: Pos2) -> bool {
        self.disabled.iter().any(|rect| rect.contains(place))
    }

    fn is_in_chat(&self, place: Pos2) -> bool {
        self.chats.iter().any(|rect| rect.contains(place))
    }
}

fn flatten(shape: &Shape, clip: Rect, parts: &mut Vec<(Rect, Shape)>) {
    match shape {
        Shape::Vec(shapes) => (shapes.iter()).for_each(|shape| flatten(shape, clip, parts)),
        shape => parts.push((clip, shape.clone())),
    }
}

/// Whether it is one of the pictures beside words.
fn is_icon(text: &str) -> bool {
    text.contains(|sign| matches!(sign, '\u{e000}'..='\u{f8ff}'))
}

/// Red, amber and green signal something; blue is Hulp's own colour, and the rest is grey.
fn signals(colour: Color32) -> bool {
    let [red, green, blue, _] = colour.to_array();
    let strongest = red.max(green).max(blue);
    strongest - red.min(green).min(blue) >= STRONG && strongest != blue
}

fn contrast(one: Color32, other: Color32) -> f32 {
    let luminance = |colour| {
        let [r, g, b, _] = Rgba::from(colour).to_array();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b): (f32, f32) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Does this with all of every page in both looks, and says of all of them what is wrong.
fn each(faults_of: impl Fn(&Painted) -> BTreeSet<String>) {
    let mut faults = vec![];
    for page in pictures::all() {
        for theme in [Theme::Light, Theme::Dark] {
            let mut window = page.open(PAGE, theme);
            let size = match page.size {
                CONSOLE => CONSOLE.into(), // it has no end to scroll to
                _ => egui::vec2(window.harness.ctx.viewport_rect().width(), TALL),
            };
            window.harness.set_size(size);
            window.settle();
            let found = faults_of(&Painted::in_window(&window));
            let name = page.name;
            faults.extend(
                found
                    .iter()
                    .map(|fault| format!("{name} {theme:?}: {fault}")),
            );
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_word_stands_out_from_what_lies_under_it() {
    each(|painted| {
        let mut faults = BTreeSet::new();
        for (number, glyph) in painted.glyphs() {
            let least = match painted.is_disabled(glyph.middle) {
                true => LEAST_DISABLED,
                false => LEAST,
            };
            for under in painted.under(number, glyph.middle) {
                let found = contrast(under.blend(glyph.colour), under);
                if found < least {
                    faults.insert(format!("{:?} has {found:.2} to 1", glyph.text));
                }
            }
        }
        faults
    });
}

/// A page is for one thing: two buttons that shine leave their user with a choice that the page should have made.
#[test]
fn no_page_has_two_main_buttons() {
    each(|painted| {
        let glyphs = painted.glyphs();
        let ground = painted.under(1, Pos2::new(1.0, 1.0))[0];
        let mut main = BTreeSet::new();
        for (clip, shape) in &painted.parts {
            let Shape::Rect(rect) = shape else { continue };
            let shines = rect.fill.b() > rect.fill.r().saturating_add(STRONG)
                && contrast(rect.fill, ground) >= SHINES;
            let place = rect.rect.intersect(*clip);
            let words = glyphs
                .iter()
                .find(|(_, glyph)| !is_icon(glyph.text) && place.contains(glyph.middle));
            if let Some((_, words)) = words.filter(|_| shines) {
                main.insert(format!("{:?} is a main button", words.text));
            }
        }
        match main.len() {
            0 | 1 => BTreeSet::new(),
            _ => main,
        }
    });
}

/// Who does not tell red from green sees a picture beside the words, and no spot of colour without either.
#[test]
fn no_colour_says_anything_alone() {
    each(|painted| {
        let glyphs = painted.glyphs();
        let mut faults = BTreeSet::new();
        for (number, glyph) in &glyphs {
            if !signals(glyph.colour) || is_icon(glyph.text) || painted.is_in_chat(glyph.middle) {
                continue;
            }
            let Shape::Text(text) = &painted.parts[*number].1 else {
                continue;
            };
            let words = text.visual_bounding_rect();
            let first_row = text.galley.rows[0].rect().translate(text.pos.to_vec2());
            let has_picture = glyphs.iter().any(|(_, other)| {
                let before = words.left() - other.middle.x;
                is_icon(other.text)
                    && other.colour == glyph.colour
                    && (0.0..BESIDE).contains(&before)
                    && first_row.y_range().contains(other.middle.y)
            });
            if !has_picture {
                faults.insert(format!("{:?} is told by its colour alone", glyph.text));
            }
        }
        for (clip, shape) in &painted.parts {
            let (place, fill) = match shape {
                Shape::Rect(rect) if rect.brush.is_none() => (rect.rect, rect.fill),
                Shape::Circle(circle) => (circle.visual_bounding_rect(), circle.fill),
                _ => continue,
            };
            let place = place.intersect(*clip);
            let has_words = || glyphs.iter().any(|(_, glyph)| place.contains(glyph.middle));
            if place.is_positive() && fill.a() == 255 && signals(fill) && !has_words() {
                faults.insert(format!("{fill:?} at {place} says something without words"));
            }
        }
        faults
    });
}
