//! The table of lines; the chosen one opens below itself.

use egui::{Response, RichText, Sense, Ui, UiBuilder, Vec2, accesskit::Role};

use super::details::Details;
use crate::{
    engine::LogRow,
    language::say,
    ui::{
        app::Cx,
        table::{Column, cell_text, cells, needs, paint_row},
        text::when::short_to_the_second,
        widgets::{bold, group},
    },
};

/// How wide each column is, as a share of the table, and of a narrow one: there the sentence says who.
const COLUMNS: [Column; 3] = [
    (|| say!("log-page-when"), 0.19, 0.31),
    (|| say!("log-page-who"), 0.2, 0.0),
    (|| say!("log-page-what"), 0.61, 0.69),
];
/// A table is narrow below so many points, as in a session's window.
const NARROW: f32 = 620.0;
/// A row's height, in points.
const ROW_HEIGHT: f32 = 36.0;
/// How large its words are, in points.
const SIZE: f32 = 16.0;

/// Shows it.
pub(super) fn table(
    ui: &mut Ui,
    cx: &Cx<'_>,
    rows: &[LogRow],
    chosen: &mut Option<u64>,
    details: &mut Details,
) {
    group(ui, "table", Role::Table, &say!("log-page-lines"), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let times = rows.iter().map(|row| {
            let time = short_to_the_second(cx.clock, row.at);
            [time, String::new(), String::new()]
        });
        let needs = needs(ui, COLUMNS, SIZE, times);
        header(ui, needs);
        for row in rows {
            let is_chosen = *chosen == Some(row.number);
            if line(ui, cx, row, needs, is_chosen).clicked() {
                *chosen = (!is_chosen).then_some(row.number);
            }
            if *chosen == Some(row.number) {
                details.show(ui, cx, row);
            }
        }
    });
}

fn header(ui: &mut Ui, needs: [f32; 3]) {
    let size = Vec2::new(ui.available_width(), ROW_HEIGHT * 0.8);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let builder = UiBuilder::new()
        .max_rect(rect)
        .id_salt("header")
        .accessibility_role(Role::Row)
        .accessibility_label(say!("log-page-columns"));
    ui.scope_builder(builder, |ui| {
        for ((name, ..), cell) in COLUMNS.iter().zip(cells(COLUMNS, needs, NARROW, rect)) {
            let Some(cell) = cell else { continue };
            let words = bold(ui, name()).size(15.0);
            cell_text(ui, cell, None, words, Role::ColumnHeader);
        }
    });
}

fn line(ui: &mut Ui, cx: &Cx<'_>, row: &LogRow, needs: [f32; 3], is_chosen: bool) -> Response {
    let size = Vec2::new(ui.available_width(), ROW_HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let texts = [
        short_to_the_second(cx.clock, row.at),
        row.who.clone(),
        row.what.clone(),
    ];
    let name = say!(
        "log-page-row",
        time = texts[0],
        line = row.number,
        what = texts[2]
    );
    paint_row(ui, rect, &response, is_chosen);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Row);
        node.set_label(name);
        node.set_selected(is_chosen);
    });
    let builder = UiBuilder::new()
        .max_rect(rect)
        .id_salt(row.number)
        .accessibility_parent(response.id);
    ui.scope_builder(builder, |ui| {
        for (words, cell) in texts.into_iter().zip(cells(COLUMNS, needs, NARROW, rect)) {
            let Some(cell) = cell else { continue };
            cell_text(ui, cell, None, RichText::new(words).size(SIZE), Role::Cell);
        }
    });
    response
}
