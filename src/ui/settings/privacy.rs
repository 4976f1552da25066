//! Settings: privacy and the log.

use egui::{Ui, accesskit::Role};

use super::Draft;
use crate::{
    engine::{Command, FixedSetting, LogCommand, PICTURES_ROOM_BYTES, PicturesRemoval},
    language::say,
    ui::{
        app::{Cx, Go, Page},
        icon::Icon,
        theme::NEAR,
        widgets::{
            Look, Note, button, card, explained, group, note, quiet_small, row, setting, text,
        },
    },
};

/// Shows them.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) -> Option<Go> {
    group(
        ui,
        "privacy",
        Role::TabPanel,
        &say!("settings-privacy"),
        |ui| {
            card(ui, |ui| {
                setting(ui, draft.kept.fixes(FixedSetting::KeepPictures), |ui| {
                    let megabytes = PICTURES_ROOM_BYTES / (1024 * 1024);
                    let hint = say!("settings-privacy-keep-pictures-hint", megabytes = megabytes);
                    explained(ui, hint, |ui| {
                        let words = say!("settings-privacy-keep-pictures");
                        ui.checkbox(&mut draft.kept.keep_pictures, words)
                    });
                });
                ui.add_space(NEAR);
                removal(ui, cx, &mut draft.removal);
                ui.add_space(NEAR);
                let open = say!("settings-privacy-open-log");
                let open = button(ui, Look::Plain, (Icon::Log, &open)).clicked();
                open.then_some(Go::To(Page::Log))
            })
        },
    )
}

/// How far the user is with removing all pictures.
#[derive(Clone, Copy, Debug, Default)]
pub(super) enum Removal {
    #[default]
    NotAsked,
    /// Asked whether they mean it.
    Sure,
    Asked,
}

fn removal(ui: &mut Ui, cx: &Cx<'_>, removal: &mut Removal) {
    match removal {
        Removal::NotAsked => {
            let remove = say!("settings-privacy-remove-all");
            if button(ui, Look::Plain, &remove).clicked() {
                *removal = Removal::Sure;
            }
        }
        Removal::Sure => {
            text(ui, say!("settings-privacy-remove-sure"));
            row(ui, |ui| {
                if button(ui, Look::Plain, &say!("settings-privacy-remove")).clicked() {
                    cx.send(Command::Log(LogCommand::RemovePictures));
                    *removal = Removal::Asked;
                }
                if button(ui, Look::Plain, &say!("settings-privacy-keep")).clicked() {
                    *removal = Removal::NotAsked;
                }
            });
        }
        Removal::Asked => match &cx.view.log.removal {
            None => {
                quiet_small(ui, say!("settings-privacy-removing"));
            }
            Some(PicturesRemoval::Done(0)) => {
                note(ui, Note::Good, say!("settings-privacy-removed-none"));
            }
            Some(PicturesRemoval::Done(count)) => {
                note(
                    ui,
                    Note::Good,
                    say!("settings-privacy-removed", count = *count),
                );
            }
            Some(PicturesRemoval::Failed(why)) => {
                note(
                    ui,
                    Note::Fault,
                    say!("settings-privacy-not-removed", why = why),
                );
            }
        },
    }
}
