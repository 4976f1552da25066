//! The log as the user reads it: pages, the check, exports and pictures. A task of its own, for a long log takes its time and no
//! session may wait for it.

use std::{path::Path, sync::Arc};

use chrono::{Local, Utc};
use tokio::{sync::mpsc::UnboundedReceiver, task::spawn_blocking};

use super::{
    LogCommand,
    picture::decode_png,
    shared::Shared,
    view::{
        LogCheck, LogExport, LogPageView, LogPicture, LogQuery, LogRow, LogView, PicturesRemoval,
    },
};
use crate::{
    delivery,
    invitation::clean_name,
    store::{LogEntry, LogEvent, LogFilter, LogForm, describe},
};

/// The most lines of a page.
pub const LOG_PAGE_LINES: usize = 25;

/// Does what is asked about the log, one thing after the other.
pub(super) async fn run(shared: Arc<Shared>, mut orders: UnboundedReceiver<LogCommand>) {
    while let Some(order) = orders.recv().await {
        let shared = shared.clone();
        if spawn_blocking(move || obey(&shared, order)).await.is_err() {
            tracing::error!("reading the log broke off");
        }
    }
}

fn obey(shared: &Shared, order: LogCommand) {
    let change =
        |change: &dyn Fn(&mut LogView)| shared.publisher.change(|view| change(&mut view.log));
    match order {
        LogCommand::Read(asked) => {
            let page = read(shared, asked);
            change(&|log| log.page = Some(page.clone()));
        }
        LogCommand::Check => {
            change(&|log| log.check = LogCheck::Working);
            let check = match shared.store.verify_log() {
                Ok(verdict) => LogCheck::Done(verdict),
                Err(error) => LogCheck::Failed(error.to_string()),
            };
            change(&|log| log.check = check.clone());
        }
        LogCommand::Export { filter, form, path } => {
            change(&|log| log.export = LogExport::Working);
            let export = export(shared, &filter, form, &path);
            change(&|log| log.export = export.clone());
        }
        LogCommand::ShowPicture(name) => {
            let kept = shared.store.picture(&name);
            let png = kept.inspect_err(|error| tracing::error!(%error, "a picture was not read"));
            let picture = png
                .ok()
                .flatten()
                .and_then(|png| decode_png(&png))
                .map(Arc::new);
            let shown = LogPicture { name, picture };
            change(&|log| log.picture = Some(shown.clone()));
        }
        LogCommand::RemovePictures => {
            change(&|log| log.removal = None);
            let removal = match shared.store.remove_pictures(Utc::now()) {
                Ok(pictures) => PicturesRemoval::Done(pictures),
                Err(error) => PicturesRemoval::Failed(error.to_string()),
            };
            change(&|log| log.removal = Some(removal.clone()));
        }
        LogCommand::Leave => change(&|log| *log = LogView::default()),
    }
}

fn read(shared: &Shared, asked: LogQuery) -> LogPageView {
    let page = (shared.store).log_page(&asked.filter, asked.before, LOG_PAGE_LINES);
    match page {
        Ok(page) => LogPageView {
            asked,
            rows: Ok(page.entries.into_iter().map(row).collect()),
            has_older: page.has_older,
        },
        Err(error) => LogPageView {
            asked,
            rows: Err(error.to_string()),
            has_older: false,
        },
    }
}

fn row(entry: LogEntry) -> LogRow {
    let LogEntry { line, who } = entry;
    let what = describe(&line);
    let picture = match line.event {
        Some(LogEvent::PictureKept { picture, .. }) => Some(picture),
        _ => None,
    };
    let (who, key) = who.map_or_else(Default::default, |who| {
        let key = who.key.map(|key| key.as_str().to_owned());
        (who.name.as_str().to_owned(), key)
    });
    LogRow {
        number: line.number,
        at: line.at,
        who,
        key,
        what,
        written: clean_name(&line.json),
        hash: line.hash.iter().map(|byte| format!("{byte:02x}")).collect(),
        picture,
    }
}

fn export(shared: &Shared, filter: &LogFilter, form: LogForm, path: &Path) -> LogExport {
    let path = match delivery::full_path(path) {
        Ok(path) => path,
        Err(error) => return LogExport::Failed(error.to_string()),
    };
    match (shared.store).export_log_to_file(filter, form, &Local, &path) {
        Ok(_) => LogExport::Saved(path),
        Err(error) => LogExport::Failed(error.to_string()),
    }
}
