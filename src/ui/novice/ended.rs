//! How a session ended, for the novice to read.

use egui::Ui;

use crate::{
    engine::{Command, End, NoviceEnd},
    ui::{
        app::Cx,
        text::{self, when::how_long},
        widgets::{Look, button, card, gap, page, quiet, text as say, title},
    },
};

/// Shows it; true when it was read.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, ended: &NoviceEnd) -> bool {
    let name = text::name_or(&ended.helper_name, "Your helper");
    page(ui, "ended", 560.0, |ui| {
        title(ui, "The session has ended");
        card(ui, |ui| {
            say(ui, text::novice_end(ended.end, name));
            say(
                ui,
                format!(
                    "{name} saw your screen for {}{}.",
                    how_long(ended.seen_secs),
                    if ended.controlled_secs > 0 {
                        format!(
                            ", and could use your mouse and keyboard for {} of that",
                            how_long(ended.controlled_secs)
                        )
                    } else {
                        ", and never used your mouse or keyboard".to_owned()
                    }
                ),
            );
            quiet(
                ui,
                if ended.end == End::LineBroke {
                    "The invitation still holds: your helper can come back with it, and you will be asked again."
                } else {
                    "Nobody can see your screen now, and the invitation works no more."
                },
            );
        });
        gap(ui);
        let done = button(ui, Look::Main, "Done").clicked();
        if done {
            cx.send(Command::NoviceEndSeen);
        }
        done
    })
}
