//! What the tables of invitations and of the log's lines share: rows that can be chosen, and cells that a screen reader reads.

use egui::{
    Align, CornerRadius, Label, Layout, Rect, Response, RichText, Stroke, StrokeKind, TextStyle,
    TextWrapMode, Ui, UiBuilder, Vec2, WidgetText, accesskit::Role,
};

use super::{
    icon::Icon,
    theme::{NEAR, palette},
};

/// Between a picture and a cell's words, in points.
const ICON_GAP: f32 = 6.0;

/// A column: what it is called, and how wide it is, as a share of the table and of a narrow one; of no width there it is left out.
pub type Column = (fn() -> String, f32, f32);

/// Paints a row under its cells.
pub fn paint_row(ui: &Ui, rect: Rect, response: &Response, is_chosen: bool) {
    let palette = palette(ui);
    let corners = CornerRadius::same(7);
    let fill = if is_chosen {
        ui.visuals().selection.bg_fill
    } else if response.hovered() {
        palette.plain
    } else {
        palette.card
    };
    ui.painter().rect_filled(rect, corners, fill);
    if is_chosen {
        // as a chosen tab has it: the fill alone is too pale to be told by everybody
        let edge = Stroke::new(2.0, palette.main);
        (ui.painter()).rect_stroke(rect, corners, edge, StrokeKind::Inside);
    }
    if response.has_focus() {
        let ring = Stroke::new(3.0, palette.ring);
        (ui.painter()).rect_stroke(rect, corners, ring, StrokeKind::Inside);
    }
}

/// How wide each column must be for its name and these cells, in points; the words are so large. An empty cell stands for one whose end
/// may be left out.
pub fn needs<const N: usize>(
    ui: &Ui,
    columns: [Column; N],
    size: f32,
    rows: impl Iterator<Item = [String; N]>,
) -> [f32; N] {
    let width = |words: &str| match words {
        "" => 0.0,
        words => {
            let words = WidgetText::from(RichText::new(words).size(size));
            let extend = Some(TextWrapMode::Extend);
            let galley = words.into_galley(ui, extend, f32::INFINITY, TextStyle::Body);
            galley.size().x + 2.0 * NEAR
        }
    };
    let names = columns.map(|(name, ..)| name());
    rows.chain([names]).fold([0.0; N], |needs, cells| {
        std::array::from_fn(|at| needs[at].max(width(&cells[at])))
    })
}

/// Where each column's cell is in a row, if it is shown. The table is narrow below so many points. What a column needs beyond its share
/// it has from the widest one; where that keeps too little for its name, the first of the others is left out.
pub fn cells<const N: usize>(
    columns: [Column; N],
    needs: [f32; N],
    narrow_below: f32,
    rect: Rect,
) -> [Option<Rect>; N] {
    let is_narrow = rect.width() < narrow_below;
    let shares = columns.map(|(_, wide, narrow)| if is_narrow { narrow } else { wide });
    let widest = (0..N).max_by(|a, b| shares[*a].total_cmp(&shares[*b]));
    let mut widths = shares.map(|share| rect.width() * share);
    for at in (0..N).filter(|at| shares[*at] > 0.0 && Some(*at) != widest) {
        let missing = (needs[at] - widths[at]).max(0.0);
        widths[at] += missing;
        if let Some(widest) = widest {
            widths[widest] -= missing;
        }
    }
    if let Some(widest) = widest {
        while widths[widest] < needs[widest]
            && let Some(other) = (0..N).find(|at| *at != widest && widths[*at] > 0.0)
        {
            widths[widest] += std::mem::take(&mut widths[other]);
        }
    }
    let mut left = rect.left();
    widths.map(|width| {
        let place = egui::pos2(left, rect.top());
        let cell = Rect::from_min_size(place, Vec2::new(width, rect.height()));
        left = cell.right();
        (width > 0.0).then(|| cell.shrink2(Vec2::new(NEAR, 0.0)))
    })
}

/// How much wider a picture before a cell's words makes it, in points.
pub fn icon_room(ui: &Ui) -> f32 {
    Icon::width_before(ui, &TextStyle::Body) + ICON_GAP
}

/// Writes a cell, on one line.
pub fn cell_text(ui: &mut Ui, cell: Rect, icon: Option<Icon>, words: RichText, role: Role) {
    let builder = UiBuilder::new()
        .max_rect(cell)
        .layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(builder, |ui| {
        let ink = palette(ui).text;
        if let Some(icon) = icon {
            ui.spacing_mut().item_spacing.x = ICON_GAP;
            icon.before(ui, &TextStyle::Body, ink);
        }
        let label = Label::new(words.color(ink)).truncate().selectable(false);
        let response = ui.add(label);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(role);
            if let Some(text) = node.value().map(str::to_owned) {
                node.set_label(text);
            }
        });
    });
}
