//! Buttons: each with its words as its name, and mostly a picture beside them.

use egui::{
    Align, Atom, Button, CornerRadius, IntoAtoms as _, Layout, Rect, Response, RichText, Stroke,
    StrokeKind, TextStyle, TextWrapMode, Ui, Vec2, WidgetText, accesskit::Role, vec2,
};

use crate::ui::{
    icon::{self, Icon},
    theme::{self, palette},
};

/// How high a button is that a page is for, in points.
const WIDE_HEIGHT: f32 = 52.0;
/// The letters of a tab, in points: six of them stand beside each other.
const TAB_LETTERS: f32 = 16.5;
/// And the room on either side of them.
const TAB_PADDING: f32 = 10.0;

/// How a button looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The one that a page is for; one a page.
    Main,
    /// Any other.
    Plain,
    /// The one that stops something.
    Stop,
    /// The chosen one of several.
    Chosen,
    /// One of several that is not chosen, without an edge of its own.
    Bare,
}

/// What stands on a button: its words, which are its name, and a picture.
#[derive(Clone, Copy, Debug)]
pub struct Face<'a> {
    icon: Option<Icon>,
    words: &'a str,
}

impl<'a> From<&'a str> for Face<'a> {
    fn from(words: &'a str) -> Self {
        Self { icon: None, words }
    }
}

impl<'a> From<&'a String> for Face<'a> {
    fn from(words: &'a String) -> Self {
        words.as_str().into()
    }
}

impl<'a> From<(Icon, &'a String)> for Face<'a> {
    fn from((icon, words): (Icon, &'a String)) -> Self {
        Self {
            icon: Some(icon),
            words,
        }
    }
}

/// A button.
pub fn button<'a>(ui: &mut Ui, look: Look, face: impl Into<Face<'a>>) -> Response {
    push(ui, true, look, face.into(), Vec2::ZERO)
}

/// A button that can be used only when `enabled`.
pub fn button_if<'a>(
    ui: &mut Ui,
    enabled: bool,
    look: Look,
    face: impl Into<Face<'a>>,
) -> Response {
    push(ui, enabled, look, face.into(), Vec2::ZERO)
}

/// A button over the whole width.
pub fn wide_button<'a>(ui: &mut Ui, look: Look, face: impl Into<Face<'a>>) -> Response {
    let size = vec2(ui.available_width(), WIDE_HEIGHT);
    ui.allocate_ui_with_layout(size, Layout::top_down_justified(Align::Center), |ui| {
        push(ui, true, look, face.into(), size)
    })
    .inner
}

/// Buttons that matter alike, two beside each other: of one width where their words have room so, else each as wide as it must be, else
/// below each other. Returns which one was clicked.
pub fn pairs(ui: &mut Ui, buttons: &[(Look, Face<'_>)]) -> Option<usize> {
    in_pairs(
        ui,
        buttons,
        |(_, face)| *face,
        0.0,
        |ui, _, (look, face), width| {
            let least = vec2(width, ui.spacing().interact_size.y);
            push(ui, true, *look, *face, least)
        },
    )
}

/// Adds things with faces, which need so much beside them; returns which one was clicked.
fn in_pairs<'a, T>(
    ui: &mut Ui,
    things: &[T],
    face: impl Fn(&T) -> Face<'a>,
    beside: f32,
    mut add: impl FnMut(&mut Ui, usize, &T, f32) -> Response,
) -> Option<usize> {
    let mut clicked = None;
    let mut at = 0;
    for pair in things.chunks(2) {
        let needs: Vec<_> = (pair.iter())
            .map(|thing| button_width(ui, face(thing)) + beside)
            .collect();
        let (in_a_line, widths) = widths(ui, &needs);
        for (line, widths) in pair.chunks(in_a_line).zip(widths.chunks(in_a_line)) {
            ui.horizontal(|ui| {
                for (thing, width) in line.iter().zip(widths) {
                    if add(ui, at, thing, *width).clicked() {
                        clicked = Some(at);
                    }
                    at += 1;
                }
            });
        }
    }
    clicked
}

/// How many of two things stand in a line, and how wide each of them is then.
fn widths(ui: &Ui, needs: &[f32]) -> (usize, [f32; 2]) {
    let whole = ui.available_width();
    let both = whole - ui.spacing().item_spacing.x;
    let half = (both / 2.0).floor();
    match needs {
        [left, right] if left.max(*right) <= half => (2, [half; 2]),
        [left, right] if left + right <= both => {
            let spare = (both - left - right) / 2.0;
            (2, [left + spare, right + spare])
        }
        _ => (1, [whole; 2]),
    }
}

/// How wide a button is, in points.
pub fn button_width<'a>(ui: &Ui, face: impl Into<Face<'a>>) -> f32 {
    let face = face.into();
    let words = RichText::new(face.words).family(theme::bold());
    let words = text_width(ui, words, TextStyle::Button);
    let spacing = ui.spacing();
    let icon = match face.icon {
        Some(_) => icon::width_on_button() + spacing.icon_spacing,
        None => 0.0,
    };
    words + icon + 2.0 * spacing.button_padding.x
}

/// How wide words are on one line, in points.
pub fn text_width(ui: &Ui, words: impl Into<WidgetText>, size: TextStyle) -> f32 {
    let extend = Some(TextWrapMode::Extend);
    let galley = words.into().into_galley(ui, extend, f32::INFINITY, size);
    galley.size().x.ceil()
}

/// A tab of a page; the chosen one stands out.
pub fn tab(ui: &mut Ui, chosen: bool, text: &str) -> Response {
    let look = if chosen { Look::Chosen } else { Look::Bare };
    let words = RichText::new(text).size(TAB_LETTERS);
    let button = Button::new(words).wrap_mode(TextWrapMode::Extend);
    let response = dressed(ui, look, |ui| {
        ui.spacing_mut().button_padding.x = TAB_PADDING;
        ui.add(button)
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Tab);
        node.set_selected(chosen);
    });
    response
}

/// Things to choose one of, as large as they matter, in pairs where there is room; whether each can be chosen. Each is a radio button by
/// its role, and shows its circle. Returns which one was clicked.
pub fn tiles(ui: &mut Ui, tiles: &[(Face<'_>, bool)], chosen: Option<usize>) -> Option<usize> {
    let circle = ui.spacing().icon_width + ui.spacing().icon_spacing;
    in_pairs(
        ui,
        tiles,
        |(face, _)| *face,
        circle,
        |ui, at, (face, enabled), width| tile(ui, *enabled, chosen == Some(at), *face, width),
    )
}

fn tile(ui: &mut Ui, enabled: bool, chosen: bool, face: Face<'_>, width: f32) -> Response {
    let look = if chosen { Look::Chosen } else { Look::Plain };
    let circle = Atom::paint(Vec2::splat(ui.spacing().icon_width), move |ui, args| {
        paint_circle(ui, args.rect, chosen);
    });
    let mut atoms = circle.into_atoms();
    face.add_to(&mut atoms, RichText::new(face.words));
    atoms.push_right(Atom::grow());
    let button = Button::new(atoms).min_size(vec2(width, WIDE_HEIGHT));
    let response = dressed(ui, look, |ui| ui.add_enabled(enabled, button));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::RadioButton);
        node.set_toggled(chosen.into());
    });
    response
}

/// A radio button's circle, as egui paints it.
fn paint_circle(ui: &Ui, place: Rect, chosen: bool) {
    let palette = palette(ui);
    let edge = ui.visuals().widgets.inactive.bg_stroke;
    let (middle, radius) = (place.center(), place.width() / 2.0);
    ui.painter().circle(middle, radius, palette.card, edge);
    if chosen {
        ui.painter()
            .circle_filled(middle, radius / 2.0, palette.main);
    }
}

impl Face<'_> {
    fn add_to(self, atoms: &mut egui::Atoms<'_>, words: RichText) {
        if let Some(icon) = self.icon {
            atoms.push_right(icon.on_button());
        }
        atoms.push_right(words);
    }
}

fn push(ui: &mut Ui, enabled: bool, look: Look, face: Face<'_>, min_size: Vec2) -> Response {
    // A pale main button has no words that can be read.
    let look = if enabled && ui.is_enabled() {
        look
    } else {
        Look::Plain
    };
    let words = RichText::new(face.words);
    let words = match look {
        Look::Main | Look::Stop => words.family(theme::bold()).size(18.0),
        _ => words,
    };
    let wrap_mode = match button_width(ui, face) > ui.max_rect().width() {
        false => TextWrapMode::Extend,
        true => {
            // Large text in a small window: it has lines of its own, and all of each.
            if ui.layout().main_wrap && ui.cursor().left() > ui.max_rect().left() {
                ui.end_row();
            }
            TextWrapMode::Wrap
        }
    };
    let mut atoms = egui::Atoms::default();
    face.add_to(&mut atoms, words);
    let button = Button::new(atoms).min_size(min_size).wrap_mode(wrap_mode);
    dressed(ui, look, |ui| ui.add_enabled(enabled, button))
}

/// Adds a button in its colours, with the ring around it while it has the keyboard.
fn dressed(ui: &mut Ui, look: Look, add: impl FnOnce(&mut Ui) -> Response) -> Response {
    let style = ui.style().clone();
    dress(ui, look);
    let response = add(ui);
    ring(ui, &response);
    ui.set_style(style);
    response
}

/// The ring around what has the keyboard: around it, where it differs from what is under it, whatever its own colour.
pub fn ring(ui: &Ui, control: &Response) {
    if control.has_focus() {
        let ring = Stroke::new(3.0, palette(ui).ring);
        let around = control.rect.expand(2.0);
        (ui.painter()).rect_stroke(around, CornerRadius::same(11), ring, StrokeKind::Outside);
    }
}

fn dress(ui: &mut Ui, look: Look) {
    let palette = palette(ui);
    let (fill, near, ink) = match look {
        Look::Main => (palette.main, palette.main_near, palette.on_main),
        Look::Plain => (palette.plain, palette.plain_near, palette.text),
        Look::Stop => (palette.stop, palette.stop_near, palette.on_stop),
        Look::Chosen => (palette.chosen, palette.chosen, palette.text),
        Look::Bare => (palette.ground, palette.plain_near, palette.text),
    };
    let widgets = &mut ui.visuals_mut().widgets;
    for (state, fill) in [
        (&mut widgets.inactive, fill),
        (&mut widgets.hovered, near),
        (&mut widgets.active, near),
    ] {
        state.weak_bg_fill = fill;
        state.fg_stroke.color = ink;
        match look {
            Look::Main | Look::Stop | Look::Bare => state.bg_stroke = Stroke::NONE,
            Look::Chosen => state.bg_stroke = Stroke::new(2.0, palette.main),
            Look::Plain => {}
        }
    }
    if look == Look::Plain {
        widgets.active.bg_stroke = widgets.hovered.bg_stroke;
    }
}
