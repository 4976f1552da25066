//! `Log`: what helpers did on this computer and what the novice answered, a page at a time.

mod details;
mod export;
mod filter;
mod lines;

use egui::Ui;

use self::{details::Details, export::Export, filter::Draft};
use crate::{
    engine::{Command, LogCheck, LogCommand, LogFilter, LogPageView, LogQuery},
    language::say,
    ui::{
        app::{Cx, Go},
        text,
        widgets::{
            Look, Note, back, button, button_if, card, gap, note, page, quiet, row, text as words,
            title,
        },
    },
};

/// The page, and what the user looks for on it.
#[derive(Default)]
pub struct Log {
    /// What is shown, or will be.
    shown: LogQuery,
    asked: bool,
    /// The pages before this one, the newest first.
    newer: Vec<Option<u64>>,
    draft: Draft,
    export: Option<Export>,
    chosen: Option<u64>,
    details: Details,
}

impl Log {
    /// With the lines from this one on, as those of one session.
    pub fn from_line(line: u64) -> Self {
        Self {
            shown: LogQuery {
                filter: LogFilter {
                    from_line: Some(line),
                    ..LogFilter::default()
                },
                before: None,
            },
            ..Self::default()
        }
    }

    /// Shows it.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<Go> {
        if !self.asked {
            self.asked = true;
            cx.send(Command::Log(LogCommand::Read(self.shown.clone())));
        }
        page(ui, "log", 960.0, |ui| {
            if back(ui) {
                return Some(Go::Back);
            }
            title(ui, say!("log-page-title"));
            quiet(ui, say!("log-page-what-it-is"));
            self.acts(ui, cx);
            gap(ui);
            let part = self.shown.filter.from_line.is_some();
            if let Some(filter) = card(ui, |ui| self.draft.show(ui, cx, part)) {
                self.ask(cx, filter);
            }
            gap(ui);
            let page = cx.view.log.page.as_ref();
            match page.filter(|page| page.asked == self.shown) {
                Some(page) => self.page(ui, cx, page),
                None => {
                    quiet(ui, say!("log-page-looking"));
                }
            }
            None
        })
    }

    fn acts(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let check = &cx.view.log.check;
        row(ui, |ui| {
            let free = *check != LogCheck::Working;
            if button_if(ui, free, Look::Plain, &say!("log-page-check")).clicked() {
                cx.send(Command::Log(LogCommand::Check));
            }
            if button(ui, Look::Plain, &say!("log-page-export")).clicked() {
                self.export = match self.export.take() {
                    Some(_) => None,
                    None => Some(Export::new(cx)),
                };
            }
        });
        match check {
            LogCheck::NotAsked => {}
            LogCheck::Working => {
                quiet(ui, say!("log-page-checking"));
            }
            LogCheck::Done(verdict) => {
                let kind = if verdict.is_whole() {
                    Note::Good
                } else {
                    Note::Fault
                };
                note(ui, kind, text::log::verdict(verdict));
            }
            LogCheck::Failed(why) => {
                note(ui, Note::Fault, say!("log-page-not-checked", why = why));
            }
        }
        if let Some(export) = &mut self.export {
            gap(ui);
            card(ui, |ui| export.show(ui, cx, &self.shown.filter));
        }
    }

    fn page(&mut self, ui: &mut Ui, cx: &Cx<'_>, page: &LogPageView) {
        let rows = match &page.rows {
            Ok(rows) => rows,
            Err(why) => {
                note(ui, Note::Fault, say!("log-page-not-read", why = why));
                return;
            }
        };
        if rows.is_empty() {
            words(
                ui,
                match self.shown.filter.is_all() {
                    true => say!("log-page-empty"),
                    false => say!("log-page-no-such-line"),
                },
            );
        } else {
            card(ui, |ui| {
                lines::table(ui, cx, rows, &mut self.chosen, &mut self.details);
            });
        }
        gap(ui);
        row(ui, |ui| {
            let is_newest = self.newer.is_empty();
            if button_if(ui, !is_newest, Look::Plain, &say!("log-page-newer")).clicked() {
                let before = self.newer.pop().flatten();
                self.turn_to(cx, before);
            }
            let last = rows.last().map(|row| row.number);
            if button_if(ui, page.has_older, Look::Plain, &say!("log-page-older")).clicked() {
                self.newer.push(self.shown.before);
                self.turn_to(cx, last);
            }
        });
    }

    fn ask(&mut self, cx: &Cx<'_>, filter: LogFilter) {
        self.shown.filter = filter;
        self.newer.clear();
        self.turn_to(cx, None);
    }

    fn turn_to(&mut self, cx: &Cx<'_>, before: Option<u64>) {
        self.shown.before = before;
        self.chosen = None;
        cx.send(Command::Log(LogCommand::Read(self.shown.clone())));
    }
}
