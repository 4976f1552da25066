//! The helpers who may offer help: who they are, and how they come on the list.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use egui::{Ui, accesskit::Role};

use crate::{
    engine::{Command, FixedSetting, HelpersChange, HelpersCommand, HelpersPaper},
    invitation::{ListedHelper, ListedOrganisation, key_words},
    language::say,
    ui::{
        app::Cx,
        browse::{Browse, For},
        text,
        text::when::moment,
        theme::NEAR,
        widgets::{
            self, Field, Look, Note, button, button_if, card, gap, group, heading, note, quiet,
            quiet_small, row, setting,
        },
    },
};

/// What is being added.
#[derive(Default)]
pub(super) struct HelpersDraft {
    path: String,
    may_control: bool,
    browse: Browse,
}

impl HelpersDraft {
    /// Shows the list, and how to change it: at once, not with `Save settings`.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let name = say!("settings-helpers");
        group(ui, "helpers", Role::Group, &name, |ui| {
            heading(ui, &name);
            let list = &cx.view.novice.helpers.list;
            if list.helpers.is_empty() && list.organisations.is_empty() {
                quiet(ui, say!("settings-helpers-none"));
            } else {
                quiet(ui, say!("settings-helpers-when"));
            }
            let [no_helpers, no_organisations] =
                [FixedSetting::Helpers, FixedSetting::Organisations]
                    .map(|setting| cx.view.settings.fixes(setting));
            setting(ui, no_helpers, |ui| {
                for listed in &list.helpers {
                    helper(ui, cx, listed);
                }
            });
            setting(ui, no_organisations, |ui| {
                for listed in &list.organisations {
                    let key = &listed.organisation.key;
                    let taken_back = list.taken_back.get(key).map_or(0, |taken| taken.keys.len());
                    organisation(ui, cx, listed, taken_back);
                }
            });
            if !(no_helpers && no_organisations) {
                self.add(ui, cx);
            }
            gap(ui);
            let words = &cx.view.novice.helpers.own_words;
            if !words.is_empty() {
                quiet(ui, say!("settings-helpers-own-words", words = words));
            }
        });
    }

    fn add(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        card(ui, |ui| {
            Field::new(&say!("settings-helpers-card"))
                .hint(&say!("settings-helpers-card-hint"))
                .show(ui, &mut self.path);
            ui.add_space(4.0);
            row(ui, |ui| {
                if let Some(chosen) = self.browse.show(ui, Look::Plain, For::Opening, &self.path) {
                    self.path = chosen.display().to_string();
                }
                let path = self.path.trim();
                if button_if(
                    ui,
                    !path.is_empty(),
                    Look::Plain,
                    &say!("settings-helpers-read"),
                )
                .clicked()
                {
                    self.may_control = false;
                    cx.send(Command::Helpers(HelpersCommand::Read(PathBuf::from(path))));
                }
            });
            match &cx.view.novice.helpers.change {
                Some(HelpersChange::Read(paper)) => self.ask(ui, cx, paper),
                Some(change) => {
                    let kind = match change {
                        HelpersChange::Failed(_) => Note::Fault,
                        _ => Note::Good,
                    };
                    note(ui, kind, text::offer::change(change));
                }
                None => {}
            }
        });
    }

    /// What was read, before anything is changed.
    fn ask(&mut self, ui: &mut Ui, cx: &Cx<'_>, paper: &HelpersPaper) {
        ui.add_space(NEAR);
        widgets::text(ui, text::offer::paper(paper));
        match paper {
            HelpersPaper::Card(of) => {
                quiet_small(ui, until(cx, of.valid_from, of.valid_until));
                words_of(ui, &key_words(&of.key));
            }
            HelpersPaper::Organisation(of) => words_of(ui, &of.words()),
            HelpersPaper::TakenBack { .. } => {}
        }
        if !matches!(paper, HelpersPaper::TakenBack { .. }) {
            note(ui, Note::Warning, say!("settings-helpers-add-warning"));
            let only_sight = cx.view.settings.fixes(FixedSetting::OffersControl);
            setting(ui, only_sight, |ui| {
                ui.checkbox(&mut self.may_control, say!("settings-helpers-may-ask"));
            });
        }
        row(ui, |ui| {
            if button(ui, Look::Main, &say!("settings-helpers-add")).clicked() {
                let may_control = self.may_control;
                cx.send(Command::Helpers(HelpersCommand::Add { may_control }));
            }
            if button(ui, Look::Plain, &say!("settings-helpers-cancel")).clicked() {
                cx.send(Command::Helpers(HelpersCommand::Seen));
            }
        });
    }
}

fn words_of(ui: &mut Ui, words: &str) {
    quiet_small(ui, say!("settings-helpers-its-words", words = words));
}

fn helper(ui: &mut Ui, cx: &Cx<'_>, listed: &ListedHelper) {
    let ListedHelper { card: of, .. } = listed;
    card(ui, |ui| {
        widgets::text(
            ui,
            match of.organisation.as_str() {
                "" => of.name.clone(),
                organisation => format!("{} ({organisation})", of.name),
            },
        );
        quiet_small(
            ui,
            format!(
                "{} {}",
                may(listed.may_control),
                until(cx, of.valid_from, of.valid_until)
            ),
        );
        words_of(ui, &key_words(&of.key));
        ui.add_space(NEAR);
        let remove = say!("settings-helpers-remove", name = of.name);
        if button(ui, Look::Plain, &remove).clicked() {
            cx.send(Command::Helpers(HelpersCommand::RemoveHelper(of.key)));
        }
    });
    gap(ui);
}

fn organisation(ui: &mut Ui, cx: &Cx<'_>, listed: &ListedOrganisation, taken_back: usize) {
    let of = &listed.organisation;
    card(ui, |ui| {
        widgets::text(
            ui,
            match of.name.as_str() {
                "" => say!("settings-helpers-signed-with-key", words = of.words()),
                name => say!("settings-helpers-signed-by", name = name),
            },
        );
        let may = may(listed.may_control);
        quiet_small(
            ui,
            match taken_back {
                0 => may,
                count => format!(
                    "{may} {}",
                    say!("settings-helpers-taken-back", count = count)
                ),
            },
        );
        words_of(ui, &of.words());
        ui.add_space(NEAR);
        let remove = match of.name.as_str() {
            "" => say!("settings-helpers-remove", name = of.words()),
            name => say!("settings-helpers-remove", name = name),
        };
        if button(ui, Look::Plain, &remove).clicked() {
            let key = of.key;
            cx.send(Command::Helpers(HelpersCommand::RemoveOrganisation(key)));
        }
    });
    gap(ui);
}

fn may(control: bool) -> String {
    if control {
        say!("settings-helpers-may-control")
    } else {
        say!("settings-helpers-may-see")
    }
}

fn until(cx: &Cx<'_>, from: DateTime<Utc>, until: DateTime<Utc>) -> String {
    let now = cx.clock.utc();
    if now < from {
        say!("settings-helpers-card-from", time = moment(cx.clock, from))
    } else if now < until {
        say!(
            "settings-helpers-card-until",
            time = moment(cx.clock, until)
        )
    } else {
        say!("settings-helpers-card-expired")
    }
}
