//! The code on the page `Waiting for your helper`: large, to be read out by telephone.

use egui::{Align, Label, Layout, RichText, Ui};

use crate::{
    engine::{CodeError, CodeState, Command, Secret},
    invitation::InvitationId,
    language::say,
    ui::{
        app::Cx,
        icon::Icon,
        text,
        theme::{self, NEAR, palette},
        widgets::{Look, Note, button, card, gap, heading, note, quiet, text as paragraph},
    },
};

/// How large the code is, in points: to be read from a chair's distance.
const CODE_SIZE: f32 = 64.0;

/// Shows the code of this invitation.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, id: InvitationId, has_password: bool) {
    let state = (cx.view.novice.code.as_ref())
        .filter(|code| code.invitation == id)
        .map(|code| &code.state);
    match state {
        None => {
            card(ui, |ui| paragraph(ui, say!("waiting-code-none")));
            new_code(ui, cx, id, Look::Main);
        }
        Some(CodeState::Making { why }) => {
            used_up(ui, why.as_ref());
            card(ui, |ui| paragraph(ui, say!("waiting-code-making")));
        }
        Some(CodeState::Ready { code, why }) => {
            used_up(ui, why.as_ref());
            large(ui, code);
            gap(ui);
            advice(ui, code, has_password);
            new_code(ui, cx, id, Look::Plain);
        }
        Some(CodeState::Given) => {
            note(ui, Note::Good, say!("waiting-code-given"));
            quiet(ui, say!("waiting-code-stolen"));
            new_code(ui, cx, id, Look::Plain);
        }
        Some(CodeState::Failed(fault)) => {
            let said = text::code_fault(fault);
            note(ui, Note::Fault, said.what);
            paragraph(ui, said.next);
            new_code(ui, cx, id, Look::Main);
        }
    }
}

fn used_up(ui: &mut Ui, why: Option<&CodeError>) {
    if let Some(why) = why {
        note(ui, Note::Warning, text::code_used_up(why));
        gap(ui);
    }
}

fn large(ui: &mut Ui, code: &Secret) {
    card(ui, |ui| {
        ui.with_layout(Layout::top_down(Align::Center), |ui| {
            paragraph(ui, say!("waiting-code-read"));
            let digits = RichText::new(code.0.as_str())
                .family(theme::bold())
                .size(CODE_SIZE)
                .color(palette(ui).text);
            ui.add(Label::new(digits).wrap());
            if button(ui, Look::Plain, (Icon::Copy, &say!("waiting-code-copy"))).clicked() {
                ui.ctx().copy_text(code.0.to_string());
            }
        });
    });
}

fn advice(ui: &mut Ui, code: &Secret, has_password: bool) {
    heading(ui, say!("waiting-code-advice"));
    let digits = text::digit_by_digit(&code.0);
    paragraph(ui, say!("waiting-code-words", digits = digits));
    if has_password {
        paragraph(ui, say!("waiting-code-password"));
    }
    quiet(ui, say!("waiting-code-beware"));
}

fn new_code(ui: &mut Ui, cx: &Cx<'_>, id: InvitationId, look: Look) {
    ui.add_space(NEAR);
    if button(ui, look, &say!("waiting-code-new")).clicked() {
        cx.send(Command::MakeCode(id));
    }
}
