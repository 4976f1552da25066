//! The pieces that every page is built from: headings, cards, buttons, fields and notes, each with its role and name for
//! screen readers.

use egui::{
    Align, Button, CornerRadius, Frame, Label, Layout, Margin, Response, RichText, ScrollArea,
    Stroke, TextEdit, TextWrapMode, Ui, UiBuilder, Vec2, WidgetText,
    accesskit::{Live, Role},
};

use super::theme::{self, COLUMN, FAR, NEAR, palette};

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

/// A coloured box with news; screen readers speak it when it appears or changes.
pub fn note(ui: &mut Ui, kind: Note, text: impl Into<String>) -> Response {
    let palette = palette(ui);
    let (fill, ink, line) = match kind {
        Note::Plain => (palette.plain, palette.text, palette.line),
        Note::Good => (palette.good, palette.on_good, palette.on_good),
        Note::Warning => (palette.warning, palette.on_warning, palette.on_warning),
        Note::Fault => (palette.card, palette.fault, palette.fault),
    };
    Frame::new()
        .fill(fill)
        .stroke(Stroke::new(1.0, line.gamma_multiply(0.6)))
        .corner_radius(CornerRadius::same(10))
        .inner_margin(Margin::symmetric(14, 10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            let text = text.into();
            let response = ui.add(Label::new(RichText::new(&text).color(ink)).wrap());
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
}

/// A button with its words as its name.
pub fn button(ui: &mut Ui, look: Look, text: &str) -> Response {
    push(ui, true, look, text, Vec2::ZERO)
}

/// A button that can be used only when `enabled`.
pub fn button_if(ui: &mut Ui, enabled: bool, look: Look, text: &str) -> Response {
    push(ui, enabled, look, text, Vec2::ZERO)
}

fn push(ui: &mut Ui, enabled: bool, look: Look, text: &str, min_size: Vec2) -> Response {
    let style = ui.style().clone();
    dress(ui, look);
    let strong = matches!(look, Look::Main | Look::Stop);
    let words = RichText::new(text);
    let words = if strong {
        words.family(theme::bold()).size(18.0)
    } else {
        words
    };
    let button = Button::new(words)
        .min_size(min_size)
        .wrap_mode(TextWrapMode::Extend);
    let response = ui.add_enabled(enabled, button);
    ui.set_style(style);
    response
}

fn dress(ui: &mut Ui, look: Look) {
    let palette = palette(ui);
    let (fill, near, ink) = match look {
        Look::Main => (palette.main, palette.main_near, palette.on_main),
        Look::Plain => (palette.plain, palette.plain_near, palette.text),
        Look::Stop => (palette.stop, palette.stop_near, palette.on_stop),
        Look::Chosen => {
            let chosen = ui.visuals().selection.bg_fill;
            (chosen, chosen, palette.text)
        }
    };
    let widgets = &mut ui.visuals_mut().widgets;
    for (state, fill) in [
        (&mut widgets.inactive, fill),
        (&mut widgets.hovered, near),
        (&mut widgets.active, near),
    ] {
        state.weak_bg_fill = fill;
        state.fg_stroke.color = ink;
    }
    if matches!(look, Look::Main | Look::Stop) {
        widgets.inactive.bg_stroke = Stroke::NONE;
        widgets.hovered.bg_stroke = Stroke::NONE;
        // the ring must differ from the button's own colour
        widgets.active.bg_stroke = Stroke::new(3.0, palette.text);
    }
}

/// A tab of a page; the chosen one stands out.
pub fn tab(ui: &mut Ui, chosen: bool, text: &str) -> Response {
    let look = if chosen { Look::Chosen } else { Look::Plain };
    let response = push(ui, true, look, text, Vec2::ZERO);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Tab);
        node.set_selected(chosen);
    });
    response
}

/// A button over the whole width.
pub fn wide_button(ui: &mut Ui, look: Look, text: &str) -> Response {
    let size = Vec2::new(ui.available_width(), 52.0);
    ui.allocate_ui_with_layout(size, Layout::top_down_justified(Align::Center), |ui| {
        push(ui, true, look, text, size)
    })
    .inner
}

/// `Back`, at a page's top.
pub fn back(ui: &mut Ui) -> bool {
    let clicked = ui
        .scope(|ui| {
            ui.spacing_mut().button_padding = Vec2::new(14.0, 5.0);
            ui.spacing_mut().interact_size.y = 34.0;
            button(ui, Look::Plain, "Back").clicked()
        })
        .inner;
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
    let words = ui.add(Label::new(RichText::new(fault).color(ink)).wrap());
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

/// Space between groups.
pub fn gap(ui: &mut Ui) {
    ui.add_space(FAR - NEAR);
}
