//! What the user looks for in the log.

use egui::{ComboBox, Layout, Ui, UiBuilder};

use crate::{
    engine::{LogFilter, LogKind},
    language::say,
    ui::{
        app::Cx,
        text,
        widgets::{Field, Look, button, button_if, field_label, row},
    },
};

/// The most characters of a field.
const LONGEST: usize = 200;
/// From here on all fields have room beside each other, in points.
const WIDE: f32 = 860.0;
const DAY: &str = "2026-11-26";

/// What the user looks for, as it is written.
#[derive(Default)]
pub(super) struct Draft {
    who: String,
    kind: Option<LogKind>,
    from: String,
    to: String,
    text: String,
    is_used: bool,
}

impl Draft {
    /// Shows it; returns what is looked for, when that changes. `is_part`: something is looked for already.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, is_part: bool) -> Option<LogFilter> {
        let [from, to] = [(&self.from, false), (&self.to, true)]
            .map(|(text, is_end)| cx.clock.parse_log_time(text, is_end));
        let words = say!("log-page-time-fault", day = DAY);
        let fault = |time: &Option<_>, text: &str| {
            (time.is_none() && !text.trim().is_empty()).then_some(words.as_str())
        };
        let faults = [fault(&from, &self.from), fault(&to, &self.to)];
        let is_wide = ui.available_width() >= WIDE;
        let beside = if is_wide { 5.0 } else { 2.0 };
        let gaps = (beside - 1.0) * ui.spacing().item_spacing.x;
        let width = ((ui.available_width() - gaps) / beside).floor();
        if is_wide {
            row(ui, |ui| {
                self.who_and_kind(ui, width);
                self.words(ui, width);
                self.times(ui, width, faults);
            });
        } else {
            row(ui, |ui| self.who_and_kind(ui, width));
            row(ui, |ui| self.times(ui, width, faults));
            self.words(ui, width);
        }
        row(ui, |ui| {
            let good = faults.iter().all(Option::is_none);
            if button_if(ui, good, Look::Plain, &say!("log-page-show-these")).clicked() {
                self.is_used = true;
                return Some(LogFilter {
                    who: self.who.trim().to_owned(),
                    kind: self.kind,
                    from,
                    to,
                    text: self.text.trim().to_owned(),
                    from_line: None,
                });
            }
            if (self.is_used || is_part)
                && button(ui, Look::Plain, &say!("log-page-show-all")).clicked()
            {
                *self = Self::default();
                return Some(LogFilter::default());
            }
            None
        })
    }

    fn who_and_kind(&mut self, ui: &mut Ui, width: f32) {
        field(&say!("log-page-person"), width).show(ui, &mut self.who);
        self.kinds(ui, width);
    }

    fn words(&mut self, ui: &mut Ui, width: f32) {
        field(&say!("log-page-words"), width).show(ui, &mut self.text);
    }

    fn times(&mut self, ui: &mut Ui, width: f32, faults: [Option<&str>; 2]) {
        field(&say!("log-page-from"), width)
            .fault(faults[0])
            .show(ui, &mut self.from);
        field(&say!("log-page-to"), width)
            .fault(faults[1])
            .show(ui, &mut self.to);
    }

    fn kinds(&mut self, ui: &mut Ui, width: f32) {
        let builder = UiBuilder::new()
            .id_salt("kinds")
            .layout(Layout::top_down(egui::Align::Min));
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            field_label(ui, &say!("log-page-kind"));
            let combo = ComboBox::from_id_salt("kind")
                .width(width)
                .height(420.0) // all of them in sight
                .selected_text(text::log::kind(self.kind))
                .show_ui(ui, |ui| {
                    let kinds = LogKind::ALL.map(|(kind, _)| Some(kind));
                    for kind in [None].into_iter().chain(kinds) {
                        ui.selectable_value(&mut self.kind, kind, text::log::kind(kind));
                    }
                });
            ui.ctx().accesskit_node_builder(combo.response.id, |node| {
                node.set_label(say!("log-page-kind-of-lines"));
            });
        });
    }
}

fn field(label: &str, width: f32) -> Field<'_> {
    Field::new(label).longest(LONGEST).width(width)
}
