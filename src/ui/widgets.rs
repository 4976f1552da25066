//! The pieces that every page is built from: headings, cards, buttons, fields and notes, each with its role and name for
//! screen readers.

mod button;

use egui::{
    Align, Color32, CornerRadius, Frame, Label, Layout, Margin, Response, RichText, ScrollArea,
    Stroke, TextEdit, TextStyle, Ui, UiBuilder, Vec2, WidgetText,
    accesskit::{Live, Role},
};

pub use self::button::{
    Face, Look, button, button_if, button_width, pairs, ring, tab, text_width, tiles, wide_button,
};
use super::{
    icon::Icon,
    text::policy::set_by_administrator,
    theme::{self, COLUMN, FAR, NEAR, palette},
};
use crate::language::say;

/// A page: a column in the middle that scrolls when it must.
pub fn page<R>(ui: &mut Ui, id: &str, width: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    ScrollArea::vertical()
        .id_salt(id)
        .auto_shrink(false)
        .show(ui, |ui| {
            let margin = margin(ui);
            column(ui, width, |ui| {
                ui.add_space(margin);
                let result = content(ui);
                ui.add_space(margin);
                keep_focus_in_sight(ui);
                result
            })
        })
        .inner
}

/// A page whose buttons stay at its foot, in sight however long it is; `state` goes through both.
pub fn page_with_foot<S, R>(
    ui: &mut Ui,
    (id, width): (&str, f32),
    state: &mut S,
    content: impl FnOnce(&mut Ui, &mut S) -> R,
    foot: impl FnOnce(&mut Ui, &mut S),
) -> R {
    // known from the last time it was painted
    let height_id = ui.unique_id().with((id, "foot"));
    let height = ui.data(|data| data.get_temp(height_id)).unwrap_or(80.0);
    let scrolled = ScrollArea::vertical()
        .id_salt(id)
        .auto_shrink(false)
        .max_height((ui.available_height() - height).max(60.0))
        .show(ui, |ui| {
            let margin = margin(ui);
            column(ui, width, |ui| {
                ui.add_space(margin);
                let result = content(ui, state);
                ui.add_space(NEAR);
                keep_focus_in_sight(ui);
                result
            })
        });
    let top = ui.cursor().top();
    let line = egui::Rangef::new(ui.min_rect().left(), ui.max_rect().right());
    ui.painter()
        .hline(line, top, Stroke::new(1.0, palette(ui).line));
    ui.scope(|ui| {
        ui.set_max_width(scrolled.inner_rect.width()); // beside the scroll bar, as what is above
        column(ui, width, |ui| {
            ui.add_space(NEAR + 2.0);
            foot(ui, state);
            ui.add_space(NEAR + 2.0);
        });
    });
    let found = ui.min_rect().bottom() - top;
    if (found - height).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(height_id, found));
        ui.request_discard("the foot's height");
    }
    scrolled.inner
}

/// Scrolls to what the keyboard has come to, where that is hidden: Tab goes on below what the window shows.
fn keep_focus_in_sight(ui: &Ui) {
    let at = egui::Id::unique("had the keyboard");
    let focused = ui.memory(|memory| memory.focused());
    let before: Option<egui::Id> = ui.data_mut(|data| {
        let before = data.get_temp(at).flatten();
        data.insert_temp(at, focused);
        before
    });
    let moved = focused.filter(|focused| before != Some(*focused));
    let Some(control) = moved.and_then(|moved| ui.ctx().read_response(moved)) else {
        return;
    };
    if !control.interact_rect.contains_rect(control.rect) {
        ui.scroll_to_rect(control.rect.expand(NEAR), None);
    }
}

fn margin(ui: &Ui) -> f32 {
    if ui.available_width() < COLUMN {
        14.0
    } else {
        22.0
    }
}

fn column<R>(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    let width = (ui.available_width() - 2.0 * margin(ui)).min(width);
    let left = (ui.available_width() - width) / 2.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(left);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.x = NEAR + 2.0;
            ui.set_width(width);
            content(ui)
        })
        .inner
    })
    .inner
}

/// A page's heading.
pub fn title(ui: &mut Ui, text: impl Into<String>) -> Response {
    let response = ui.add(
        Label::new(
            RichText::new(text)
                .text_style(theme::title())
                .color(palette(ui).text),
        )
        .wrap()
        .selectable(false),
    );
    as_heading(ui, &response, 1);
    ui.add_space(NEAR);
    response
}

/// A heading within a page.
pub fn heading(ui: &mut Ui, text: impl Into<String>) -> Response {
    let response = ui.add(
        Label::new(RichText::new(text).heading().color(palette(ui).text))
            .wrap()
            .selectable(false),
    );
    as_heading(ui, &response, 2);
    response
}

fn as_heading(ui: &Ui, response: &Response, level: usize) {
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_level(level);
        if let Some(text) = node.value().map(str::to_owned) {
            node.set_label(text);
        }
    });
}

/// Words that stand out.
pub fn bold(ui: &Ui, text: impl Into<String>) -> RichText {
    RichText::new(text)
        .family(theme::bold())
        .color(palette(ui).text)
}

/// A paragraph.
pub fn text(ui: &mut Ui, text: impl Into<WidgetText>) -> Response {
    ui.add(Label::new(text).wrap())
}

/// A paragraph that matters less.
pub fn quiet(ui: &mut Ui, text: impl Into<String>) -> Response {
    let text = RichText::new(text).color(palette(ui).quiet);
    ui.add(Label::new(text).wrap())
}

/// A box with rounded corners around things that belong together.
pub fn card<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let palette = palette(ui);
    Frame::new()
        .fill(palette.card)
        .stroke(Stroke::new(1.0, palette.line))
        .corner_radius(CornerRadius::same(14))
        .inner_margin(Margin::same(16))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            content(ui)
        })
        .inner
}

/// Things that have an order, or that there are just so many of, each behind its number; its further lines begin below its first word.
pub fn numbered<const N: usize>(ui: &mut Ui, items: [String; N]) {
    let list = UiBuilder::new().accessibility_role(Role::List);
    ui.scope_builder(list, |ui| {
        for (number, words) in (1..).zip(items) {
            let item = UiBuilder::new()
                .id_salt(number)
                .layout(Layout::left_to_right(Align::Min))
                .accessibility_role(Role::ListItem);
            ui.scope_builder(item, |ui| {
                ui.add(Label::new(format!("{number}.")).selectable(false));
                text(ui, words);
            });
        }
    });
}

/// What kind of news a [`note`] brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// Good to know.
    Plain,
    /// It went well.
    Good,
    /// Take care.
    Warning,
    /// It went wrong.
    Fault,
}

/// Words of this size with a picture before their first line.
pub fn marked(
    ui: &mut Ui,
    icon: Icon,
    words: impl Into<String>,
    size: TextStyle,
    ink: Color32,
) -> Response {
    ui.horizontal_top(|ui| {
        icon.before(ui, &size, ink);
        let words = RichText::new(words).text_style(size).color(ink);
        ui.add(Label::new(words).wrap())
    })
    .inner
}

/// A coloured box with news; screen readers speak it when it appears or changes.
pub fn note(ui: &mut Ui, kind: Note, text: impl Into<String>) -> Response {
    let palette = palette(ui);
    let (icon, fill, ink) = match kind {
        Note::Plain => (Icon::Plain, palette.plain, palette.text),
        Note::Good => (Icon::Good, palette.good, palette.on_good),
        Note::Warning => (Icon::Warning, palette.warning, palette.on_warning),
        Note::Fault => (Icon::Fault, palette.card, palette.fault),
    };
    Frame::new()
        .fill(fill)
        .stroke(Stroke::new(1.0, ink.gamma_multiply(0.6)))
        .corner_radius(CornerRadius::same(10))
        .inner_margin(Margin::symmetric(14, 10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            let text = text.into();
            let response = marked(ui, icon, text.as_str(), TextStyle::Body, ink);
            if kind == Note::Fault {
                come_into_view(ui, &response, &text);
            }
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_live(if kind == Note::Fault {
                    Live::Assertive
                } else {
                    Live::Polite
                });
            });
            response
        })
        .inner
}

/// Scrolls to what says these words, once, where it did not say them before: what comes of a click at the foot of a page must not
/// stay out of sight. Of several pieces of news the first is shown.
pub fn come_into_view(ui: &Ui, news: &Response, words: &str) {
    let pass = ui.ctx().cumulative_pass_nr();
    let (said, shown) = (news.id.with(words), egui::Id::unique("news in view"));
    let begins = ui.data_mut(|data| {
        let before: Option<u64> = data.get_temp(said);
        data.insert_temp(said, pass);
        let begins =
            before.is_none_or(|before| before + 1 < pass) && data.get_temp(shown) != Some(pass);
        if begins {
            data.insert_temp(shown, pass);
        }
        begins
    });
    if begins {
        // Something below it, since the foot of a page may grow with the news.
        let room = Vec2::new(0.0, 2.0 * FAR);
        ui.scroll_to_rect(news.rect.expand2(room), None);
    }
}

/// Words for screen readers alone: spoken when they change, not shown.
pub fn announce(ui: &mut Ui, id: &str, words: &str) {
    let id = ui.scope_id().with(id);
    let rect = egui::Rect::from_min_size(ui.cursor().min, Vec2::ZERO);
    ui.interact(rect, id, egui::Sense::hover());
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::Status);
        node.set_live(Live::Polite);
        node.set_label(words);
    });
}

/// Has screen readers speak these words when they change.
pub fn spoken(ui: &Ui, words: &Response) {
    ui.ctx()
        .accesskit_node_builder(words.id, |node| node.set_live(Live::Polite));
}

/// `Back`, at a page's top.
pub fn back(ui: &mut Ui) -> bool {
    let clicked = button(ui, Look::Plain, (Icon::Back, &say!("back"))).clicked();
    ui.add_space(NEAR / 2.0);
    clicked
}

/// A field of text with its label above and its fault below.
pub struct Field<'a> {
    label: &'a str,
    hint: &'a str,
    fault: Option<&'a str>,
    rows: usize,
    hidden: bool,
    longest: usize,
    width: f32,
}

impl<'a> Field<'a> {
    /// A field of one line.
    pub fn new(label: &'a str) -> Self {
        Self {
            label,
            hint: "",
            fault: None,
            rows: 1,
            hidden: false,
            longest: 4096,
            width: f32::INFINITY,
        }
    }

    /// What to write, in other words, below the label.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// What is wrong with it.
    pub fn fault(mut self, fault: Option<&'a str>) -> Self {
        self.fault = fault;
        self
    }

    /// As many lines.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// Shows dots in place of the signs.
    pub fn hidden(mut self, hidden: bool) -> Self {
        self.hidden = hidden;
        self
    }

    /// The most characters that it takes.
    pub fn longest(mut self, chars: usize) -> Self {
        self.longest = chars;
        self
    }

    /// How wide it is, in points.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Shows it.
    pub fn show(self, ui: &mut Ui, value: &mut dyn egui::TextBuffer) -> Response {
        let builder = UiBuilder::new()
            .id_salt(self.label)
            .layout(Layout::top_down(Align::Min));
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let label = field_label(ui, self.label);
            if !self.hint.is_empty() {
                quiet_small(ui, self.hint);
            }
            let response = self.edit(ui, value).labelled_by(label.id);
            if let Some(fault) = self.fault {
                fault_below(ui, &response, fault);
            }
            response
        })
        .inner
    }

    fn edit(&self, ui: &mut Ui, value: &mut dyn egui::TextBuffer) -> Response {
        let edit = if self.rows > 1 {
            TextEdit::multiline(value).desired_rows(self.rows)
        } else {
            TextEdit::singleline(value)
        };
        let edit = edit
            .id_salt(self.label)
            .password(self.hidden)
            .char_limit(self.longest)
            .margin(Margin::symmetric(12, 9))
            .desired_width(self.width.min(ui.available_width()));
        if self.fault.is_some() {
            let fault = palette(ui).fault;
            ui.scope(|ui| {
                ui.visuals_mut().widgets.inactive.bg_stroke = Stroke::new(2.0, fault);
                ui.add(edit)
            })
            .inner
        } else {
            ui.add(edit)
        }
    }
}

/// A setting; greyed, and said to be so, where the administrator set it.
pub fn setting<R>(ui: &mut Ui, is_fixed: bool, content: impl FnOnce(&mut Ui) -> R) -> R {
    if !is_fixed {
        return content(ui);
    }
    let result = ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0; // nearer to what they belong to than to what follows
        let result = ui.add_enabled_ui(false, content).inner;
        quiet_small(ui, set_by_administrator());
        result
    });
    ui.add_space(NEAR);
    result.inner
}

/// The label above a field.
pub fn field_label(ui: &mut Ui, text: &str) -> Response {
    ui.add(Label::new(bold(ui, text)).selectable(false))
}

/// Small print.
pub fn quiet_small(ui: &mut Ui, text: impl Into<String>) -> Response {
    let text = RichText::new(text).small().color(palette(ui).quiet);
    ui.add(Label::new(text).wrap())
}

/// Says below a field what is wrong with it, also to screen readers.
pub fn fault_below(ui: &mut Ui, field: &Response, fault: &str) {
    let ink = palette(ui).fault;
    let words = marked(ui, Icon::Fault, fault, TextStyle::Body, ink);
    come_into_view(ui, &field.union(words.clone()), fault);
    ui.ctx().accesskit_node_builder(words.id, |node| {
        node.set_live(Live::Assertive);
    });
    ui.ctx().accesskit_node_builder(field.id, |node| {
        node.set_invalid(egui::accesskit::Invalid::True);
        node.push_described_by(words.id.accesskit_id());
    });
}

/// Things side by side, over several lines where there is no room.
pub fn row<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.horizontal_wrapped(content).inner
}

/// Radio buttons side by side, or below each other where there is no room: the words of each stand nearer to its own circle
/// than to the next one.
pub fn choices<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    row(ui, |ui| {
        ui.spacing_mut().item_spacing.x = FAR + NEAR / 2.0;
        content(ui)
    })
}

/// A group that screen readers know by this role and name.
pub fn group<R>(
    ui: &mut Ui,
    id: &str,
    role: Role,
    name: &str,
    content: impl FnOnce(&mut Ui) -> R,
) -> R {
    let builder = UiBuilder::new()
        .id_salt(id)
        .accessibility_role(role)
        .accessibility_label(name);
    ui.scope_builder(builder, content).inner
}

/// A box to tick or a circle, with what it means below its words and not nearer to the next one.
pub fn explained(
    ui: &mut Ui,
    meaning: impl Into<String>,
    content: impl FnOnce(&mut Ui) -> Response,
) -> Response {
    let response = ui
        .scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let response = content(ui);
            let indent = ui.spacing().icon_width + ui.spacing().icon_spacing;
            let meaning = ui
                .horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 0.0;
                    ui.add_space(indent);
                    quiet_small(ui, meaning)
                })
                .inner;
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.push_described_by(meaning.id.accesskit_id());
            });
            response
        })
        .inner;
    ui.add_space(NEAR / 2.0);
    response
}

/// Space between groups.
pub fn gap(ui: &mut Ui) {
    ui.add_space(FAR - NEAR);
}
