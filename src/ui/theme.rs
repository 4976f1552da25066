//! How Hulp looks: calm, large, plain to read, light or dark as the system is.
//!
//! All colours of text against what lies under them meet WCAG 2.2 AA (4.5 to 1); a test holds that.

use std::sync::Arc;

use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Stroke,
    Style, TextStyle, Theme, ThemePreference, Ui, Vec2, Visuals,
    style::{ScrollAnimation, Selection, WidgetVisuals},
};

use super::icon;
use crate::engine::{SettingsView, WindowLook};

/// Space between things that belong together, in points.
pub const NEAR: f32 = 8.0;
/// Space between groups, in points.
pub const FAR: f32 = 20.0;
/// The widest that a column of text may be, in points: longer lines are hard to follow.
pub const COLUMN: f32 = 640.0;

/// The least height of what one clicks, in points: a finger or a trembling hand hits it (WCAG 2.5.5).
const TARGET: f32 = 44.0;

/// The sizes of the text that the user chooses from, in percent.
const SIZES: [u16; 6] = [100, 115, 130, 150, 175, 200];

/// How much is left of the colours of what cannot be used now: pale, and still to be read.
const DISABLED: f32 = 0.65;

/// The colours of one look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Behind everything.
    pub ground: Color32,
    /// Cards and fields.
    pub card: Color32,
    /// Lines around cards and fields.
    pub line: Color32,
    /// Text.
    pub text: Color32,
    /// Text that matters less.
    pub quiet: Color32,
    /// The main button, and what is chosen.
    pub main: Color32,
    /// The main button under the pointer.
    pub main_near: Color32,
    /// Text on the main button.
    pub on_main: Color32,
    /// A plain button.
    pub plain: Color32,
    /// A plain button under the pointer.
    pub plain_near: Color32,
    /// The button that stops something.
    pub stop: Color32,
    /// The same under the pointer.
    pub stop_near: Color32,
    /// Text on it.
    pub on_stop: Color32,
    /// Text that tells of a fault.
    pub fault: Color32,
    /// Behind a warning.
    pub warning: Color32,
    /// Text of a warning.
    pub on_warning: Color32,
    /// Behind good news.
    pub good: Color32,
    /// Text of good news.
    pub on_good: Color32,
    /// A tick.
    pub good_sign: Color32,
    /// Behind what is chosen of several, and behind marked text.
    pub chosen: Color32,
    /// The ring around what has the keyboard.
    pub ring: Color32,
}

const LIGHT: Palette = Palette {
    ground: Color32::from_rgb(0xf4, 0xf6, 0xf8),
    card: Color32::from_rgb(0xff, 0xff, 0xff),
    line: Color32::from_rgb(0xc3, 0xcb, 0xd5),
    text: Color32::from_rgb(0x17, 0x20, 0x2b),
    quiet: Color32::from_rgb(0x4b, 0x58, 0x68),
    main: Color32::from_rgb(0x0f, 0x5c, 0xa8),
    main_near: Color32::from_rgb(0x0b, 0x4a, 0x8a),
    on_main: Color32::from_rgb(0xff, 0xff, 0xff),
    plain: Color32::from_rgb(0xe5, 0xea, 0xf0),
    plain_near: Color32::from_rgb(0xd6, 0xde, 0xe8),
    stop: Color32::from_rgb(0xb4, 0x23, 0x1c),
    stop_near: Color32::from_rgb(0x94, 0x1a, 0x15),
    on_stop: Color32::from_rgb(0xff, 0xff, 0xff),
    fault: Color32::from_rgb(0xa6, 0x1b, 0x16),
    warning: Color32::from_rgb(0xff, 0xf1, 0xd0),
    on_warning: Color32::from_rgb(0x5a, 0x39, 0x00),
    good: Color32::from_rgb(0xdd, 0xf3, 0xe4),
    on_good: Color32::from_rgb(0x0f, 0x4d, 0x2b),
    good_sign: Color32::from_rgb(0x1a, 0x7a, 0x45),
    chosen: Color32::from_rgb(0xbc, 0xdb, 0xfa),
    ring: Color32::from_rgb(0x0f, 0x5c, 0xa8),
};

const DARK: Palette = Palette {
    ground: Color32::from_rgb(0x12, 0x17, 0x1d),
    card: Color32::from_rgb(0x1c, 0x23, 0x2b),
    line: Color32::from_rgb(0x44, 0x50, 0x5e),
    text: Color32::from_rgb(0xec, 0xf0, 0xf5),
    quiet: Color32::from_rgb(0xb3, 0xbe, 0xcb),
    main: Color32::from_rgb(0x8c, 0xc2, 0xff),
    main_near: Color32::from_rgb(0xb0, 0xd6, 0xff),
    on_main: Color32::from_rgb(0x06, 0x22, 0x40),
    plain: Color32::from_rgb(0x2d, 0x37, 0x43),
    plain_near: Color32::from_rgb(0x3a, 0x47, 0x56),
    stop: Color32::from_rgb(0xd2, 0x35, 0x2c),
    stop_near: Color32::from_rgb(0xb4, 0x27, 0x20),
    on_stop: Color32::from_rgb(0xff, 0xff, 0xff),
    fault: Color32::from_rgb(0xff, 0xa8, 0xa0),
    warning: Color32::from_rgb(0x40, 0x31, 0x0c),
    on_warning: Color32::from_rgb(0xff, 0xdf, 0x9b),
    good: Color32::from_rgb(0x12, 0x38, 0x25),
    on_good: Color32::from_rgb(0xa9, 0xeb, 0xc4),
    good_sign: Color32::from_rgb(0x7f, 0xd9, 0xa6),
    chosen: Color32::from_rgb(0x1f, 0x4f, 0x82),
    ring: Color32::from_rgb(0x8c, 0xc2, 0xff),
};

/// The colours that hold here.
pub fn palette(ui: &Ui) -> &'static Palette {
    of(ui.visuals().dark_mode)
}

fn of(dark: bool) -> &'static Palette {
    if dark { &DARK } else { &LIGHT }
}

/// The size of a page's heading.
pub fn title() -> TextStyle {
    TextStyle::Name("title".into())
}

/// The size of the one sentence that matters on a page.
pub fn large() -> TextStyle {
    TextStyle::Name("large".into())
}

/// The letters of headings, labels and main buttons.
pub fn bold() -> FontFamily {
    FontFamily::Name("bold".into())
}

/// Open Sans, which is easy to read; what it lacks comes from egui's own fonts, and then from the system's.
fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let regular = FontData::from_static(include_bytes!("../../assets/fonts/OpenSans-Regular.ttf"));
    let semibold =
        FontData::from_static(include_bytes!("../../assets/fonts/OpenSans-Semibold.ttf"));
    (fonts.font_data).insert("Open Sans".into(), Arc::new(regular));
    (fonts.font_data).insert("Open Sans Semibold".into(), Arc::new(semibold));
    let fallbacks = fonts.families.entry(FontFamily::Proportional).or_default();
    let mut in_bold = fallbacks.clone();
    in_bold.insert(0, "Open Sans Semibold".into());
    fallbacks.insert(0, "Open Sans".into());
    fonts.families.insert(bold(), in_bold);
    (fonts.font_data).insert("Lucide".into(), Arc::new(icon::font()));
    (fonts.families).insert(icon::family(), vec!["Lucide".into()]);
    fonts
}

/// Gives the window Hulp's look, in light and dark.
pub fn apply(ctx: &Context) {
    ctx.set_fonts(fonts());
    ctx.options_mut(|options| {
        options.fallback_theme = Theme::Light; // where the system does not tell
        options.zoom_with_keyboard = false; // the size is a setting, which the keys change
    });
    for theme in [Theme::Light, Theme::Dark] {
        ctx.style_mut_of(theme, |style| dress(style, of(theme == Theme::Dark)));
    }
}

/// Makes the window light or dark, and everything in it so large, as the user set it.
pub fn follow(ctx: &Context, settings: &SettingsView) {
    ctx.set_theme(match settings.look {
        WindowLook::System => ThemePreference::System,
        WindowLook::Light => ThemePreference::Light,
        WindowLook::Dark => ThemePreference::Dark,
    });
    ctx.set_zoom_factor(f32::from(settings.text_size) / 100.0);
}

/// The next larger text, or the next smaller one; none where there is no other.
pub fn next_size(now: u16, larger: bool) -> Option<u16> {
    let mut sizes = SIZES.into_iter();
    match larger {
        true => sizes.find(|size| *size > now),
        false => sizes.rfind(|size| *size < now),
    }
}

fn dress(style: &mut Style, palette: &Palette) {
    let font = |size| FontId::new(size, FontFamily::Proportional);
    style.text_styles = [
        (TextStyle::Small, font(15.0)),
        (TextStyle::Body, font(17.5)),
        (TextStyle::Button, font(18.0)),
        (TextStyle::Heading, FontId::new(20.0, bold())),
        (large(), FontId::new(22.0, bold())),
        (title(), FontId::new(29.0, bold())),
        (
            TextStyle::Monospace,
            FontId::new(17.0, FontFamily::Monospace),
        ),
    ]
    .into();

    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::new(NEAR + 2.0, NEAR);
    spacing.button_padding = Vec2::new(16.0, 9.0);
    spacing.interact_size = Vec2::splat(TARGET);
    spacing.icon_width = 24.0;
    spacing.icon_width_inner = 13.0;
    spacing.icon_spacing = 10.0;
    spacing.combo_width = 120.0;
    spacing.extra_text_line_spacing = 3.0;
    spacing.window_margin = Margin::same(16);
    spacing.menu_margin = Margin::same(8);
    spacing.scroll.floating = false;
    spacing.scroll.bar_width = 10.0;
    spacing.scroll.foreground_color = false;

    style.interaction.selectable_labels = true;
    style.animation_time = 0.0; // nothing moves by itself
    style.scroll_animation = ScrollAnimation::none();
    style.visuals = visuals(style.visuals.dark_mode, palette);
}

fn visuals(dark: bool, palette: &Palette) -> Visuals {
    let mut visuals = if dark {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    let corners = CornerRadius::same(9);
    let state = |fill: Color32, line: Stroke, text: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: line,
        corner_radius: corners,
        fg_stroke: Stroke::new(2.0, text),
        expansion: 0.0,
    };
    let line = Stroke::new(1.0, palette.line);
    visuals.widgets.noninteractive = state(palette.card, line, palette.text);
    visuals.widgets.inactive = state(
        palette.plain,
        Stroke::new(1.0, edge_of_fields(palette)),
        palette.text,
    );
    visuals.widgets.hovered = state(
        palette.plain_near,
        Stroke::new(1.0, palette.quiet),
        palette.text,
    );
    visuals.widgets.active = state(
        palette.plain_near,
        Stroke::new(3.0, palette.ring),
        palette.text,
    );
    visuals.widgets.open = visuals.widgets.hovered;
    visuals.selection = Selection {
        bg_fill: palette.chosen,
        stroke: Stroke::new(3.0, palette.ring),
    };
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(palette.quiet);
    visuals.hyperlink_color = palette.main;
    visuals.faint_bg_color = palette.plain;
    visuals.extreme_bg_color = palette.card;
    visuals.text_edit_bg_color = Some(palette.card);
    visuals.code_bg_color = palette.plain;
    visuals.error_fg_color = palette.fault;
    visuals.warn_fg_color = palette.on_warning;
    visuals.window_fill = palette.card;
    visuals.panel_fill = palette.ground;
    visuals.window_stroke = line;
    visuals.window_corner_radius = CornerRadius::same(12);
    visuals.menu_corner_radius = corners;
    visuals.text_cursor.blink = false;
    visuals.disabled_alpha = DISABLED;
    visuals
}

/// Fields and buttons have an edge that is seen at 3 to 1 (WCAG 1.4.11).
fn edge_of_fields(palette: &Palette) -> Color32 {
    palette.quiet.gamma_multiply(0.85)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(colour: Color32) -> f32 {
        let [r, g, b, _] = egui::Rgba::from(colour).to_array();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    fn contrast(one: Color32, other: Color32) -> f32 {
        let (a, b) = (luminance(one), luminance(other));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_text_stands_out_from_what_lies_under_it() {
        for palette in [LIGHT, DARK] {
            for (name, text, under) in [
                ("text on ground", palette.text, palette.ground),
                ("text on card", palette.text, palette.card),
                ("text on plain", palette.text, palette.plain),
                ("text on plain near", palette.text, palette.plain_near),
                ("quiet on ground", palette.quiet, palette.ground),
                ("quiet on card", palette.quiet, palette.card),
                ("main", palette.on_main, palette.main),
                ("main near", palette.on_main, palette.main_near),
                ("stop", palette.on_stop, palette.stop),
                ("stop near", palette.on_stop, palette.stop_near),
                ("fault on ground", palette.fault, palette.ground),
                ("fault on card", palette.fault, palette.card),
                ("warning", palette.on_warning, palette.warning),
                ("good", palette.on_good, palette.good),
                ("chosen", palette.text, palette.chosen),
                ("good sign", palette.good_sign, palette.card),
            ] {
                let found = contrast(text, under);
                assert!(found >= 4.5, "{name}: {found:.2} to 1");
            }
        }
    }

    #[test]
    fn what_is_no_text_is_seen() {
        for palette in [LIGHT, DARK] {
            for under in [palette.ground, palette.card] {
                let plain = over(palette.plain, under);
                let disabled = (
                    faded(palette.text, faded(plain, under)),
                    faded(plain, under),
                );
                for (name, line, beside) in [
                    ("the ring", palette.ring, under),
                    ("an edge", over(edge_of_fields(&palette), under), under),
                    ("an edge pointed at", palette.quiet, under),
                    ("the main button", palette.main, under),
                    ("the button that stops", palette.stop, under),
                    ("a disabled button's words", disabled.0, disabled.1),
                    ("a disabled label", faded(palette.text, under), under),
                ] {
                    let found = contrast(line, beside);
                    assert!(found >= 3.0, "{name}: {found:.2} to 1");
                }
            }
        }
    }

    /// A colour that lets some of what is under it through.
    fn over(colour: Color32, under: Color32) -> Color32 {
        under.blend(colour)
    }

    fn faded(colour: Color32, under: Color32) -> Color32 {
        over(colour.gamma_multiply(DISABLED), under)
    }
}
