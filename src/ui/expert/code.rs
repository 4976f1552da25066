//! `Enter a code`: the invitation that somebody reads the code of.

use egui::Ui;
use zeroize::Zeroizing;

use crate::{
    engine::{CodeError, Command, FetchFault, Secret},
    language::say,
    ui::{
        app::{Cx, Go},
        icon::Icon,
        text,
        widgets::{
            Field, Look, Note, back, button, button_if, card, gap, note, page, quiet,
            text as words, title,
        },
    },
};

/// The longest code, in characters: `wormhole send` makes them of words.
const LONGEST_CODE: usize = 100;

/// What is being filled in.
#[derive(Default)]
pub struct EnterCode {
    code: Zeroizing<String>,
    was_shown: bool,
    /// What it said last.
    failed: Option<FetchFault>,
}

impl EnterCode {
    /// Shows it; with why the code that was tried last brought nothing.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, failed: Option<&FetchFault>) -> Option<Go> {
        page(ui, "code", 620.0, |ui| {
            if back(ui) {
                return Some(Go::CloseInvitation);
            }
            title(ui, say!("enter-code-title"));
            let begins =
                !std::mem::replace(&mut self.was_shown, true) || self.failed.as_ref() != failed;
            self.failed = failed.cloned();
            if begins && failed.is_some_and(is_used_up) {
                self.code = Zeroizing::default();
            }
            if let Some(fault) = failed {
                let said = text::fetch_fault(cx.clock, fault);
                note(ui, Note::Fault, said.what);
                words(ui, said.next);
                gap(ui);
            }
            card(ui, |ui| {
                let field = Field::new(&say!("enter-code-code"))
                    .hint(&say!("enter-code-hint"))
                    .longest(LONGEST_CODE)
                    .show(ui, &mut *self.code);
                if begins {
                    field.request_focus(); // there is nothing else to fill in
                }
                let entered =
                    field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
                ui.add_space(4.0);
                let typed = !self.code.trim().is_empty();
                let clicked = button_if(ui, typed, Look::Main, &say!("enter-code-get")).clicked();
                if clicked || (entered && typed) {
                    cx.send(Command::TakeByCode(Secret(self.code.clone())));
                }
            });
            None
        })
    }

    /// While the invitation is being got.
    pub fn fetching(&mut self, ui: &mut Ui) -> Option<Go> {
        self.was_shown = false; // what comes of it is a new page
        page(ui, "fetching", 560.0, |ui| {
            title(ui, say!("enter-code-getting"));
            quiet(ui, say!("enter-code-getting-hint"));
            gap(ui);
            button(ui, Look::Plain, (Icon::No, &say!("expert-cancel")))
                .clicked()
                .then_some(Go::CloseInvitation)
        })
    }
}

/// Whether the code that was tried is good for nothing any more, so that another one is to be typed.
fn is_used_up(fault: &FetchFault) -> bool {
    matches!(
        fault,
        FetchFault::Paper(_)
            | FetchFault::Code(
                CodeError::WrongCode
                    | CodeError::Crowded
                    | CodeError::Silent
                    | CodeError::NotAnInvitation
            )
    )
}
