//! An invitation's e-mail: where it goes, how far it is, and the file with the text to paste where it must be sent by hand.

use std::path::Path;

use egui::{TextEdit, Ui};

use crate::{
    engine::{Command, EmailWay, MailState, MailTo, MailView},
    invitation::InvitationId,
    language::say,
    ui::{
        app::Cx,
        text::{self, mail as say_mail, name_or},
        theme::NEAR,
        widgets::{
            Field, Look, Note, bold, button, button_if, card, gap, group, heading, note,
            quiet_small, ring, text as paragraph,
        },
    },
};

/// The longest address, in characters.
pub const MAX_ADDRESS: usize = 254;

/// An address that is being typed.
#[derive(Debug, Default)]
pub struct Mailing {
    to: String,
}

impl Mailing {
    /// Beginning with this address.
    pub fn to(address: &str) -> Self {
        Self {
            to: address.to_owned(),
        }
    }

    /// `To`, and the button that sends an invitation there.
    pub fn ask(&mut self, ui: &mut Ui, cx: &Cx<'_>, id: InvitationId, send: &str) {
        to_field(ui, cx, &mut self.to, None);
        ui.add_space(NEAR / 2.0);
        let busy = (cx.view.novice.mail.as_ref()).is_some_and(is_under_way);
        if button_if(ui, !busy, Look::Main, send).clicked() {
            let to = self.where_to(cx);
            cx.send(Command::MailAgain { id, to });
        }
    }

    /// How far the e-mail with this invitation is.
    pub fn outcome(&mut self, ui: &mut Ui, cx: &Cx<'_>, id: InvitationId) {
        let mail = cx.view.novice.mail.as_ref().filter(|mail| mail.id == id);
        let Some(mail) = mail else { return };
        match &mail.state {
            MailState::Opening => {
                note(ui, Note::Plain, say!("mailing-opening"));
            }
            MailState::Sending(step) => {
                note(ui, Note::Plain, say_mail::step(*step));
            }
            MailState::Ready { file } => {
                note(ui, Note::Good, say_mail::ready(&mail.to));
                gap(ui);
                let what = say!("mailing-attachment-missing");
                by_hand(ui, mail, file, what);
            }
            MailState::Cancelled { file } => {
                note(ui, Note::Warning, say_mail::cancelled(&mail.to));
                gap(ui);
                let what = say!("mailing-here-is-file");
                by_hand(ui, mail, file, what);
            }
            MailState::Sent { .. } => {
                let sent = match mail.to.trim() {
                    "" => say!("mailing-sent-unnamed"),
                    to => say!("mailing-sent", to = to),
                };
                note(ui, Note::Good, sent);
            }
            MailState::ByHand { file, why } => {
                note(ui, Note::Warning, say_mail::by_hand(why.as_deref()));
                gap(ui);
                let what = say!("mailing-attach-file");
                by_hand(ui, mail, file, what);
                quiet_small(ui, say!("mailing-server-possible"));
            }
            MailState::NotSaved(why) => {
                note(ui, Note::Fault, say!("mailing-not-saved", why = why));
            }
            MailState::Failed(error) => {
                note(ui, Note::Fault, say_mail::fault(error));
                if button(ui, Look::Plain, &say!("mailing-by-hand")).clicked() {
                    let to = self.where_to(cx);
                    cx.send(Command::MailByHand { id, to });
                }
            }
        }
    }

    fn where_to(&self, cx: &Cx<'_>) -> MailTo {
        MailTo {
            to: self.to.trim().to_owned(),
            near: (cx.suggested_path)(&cx.view.settings.name),
        }
    }
}

/// The field `To`, which says what will happen with the message.
pub fn to_field(ui: &mut Ui, cx: &Cx<'_>, to: &mut String, fault: Option<&str>) {
    let email = &cx.view.settings.email;
    let hint = match email.way {
        EmailWay::Program => say!("mailing-by-program"),
        EmailWay::Server => {
            let yours = say!("mailing-your-server");
            say!("mailing-by-server", server = name_or(&email.server, &yours))
        }
    };
    Field::new(&say!("mailing-to"))
        .hint(&hint)
        .fault(fault)
        .longest(MAX_ADDRESS)
        .show(ui, to);
}

fn is_under_way(mail: &MailView) -> bool {
    matches!(mail.state, MailState::Opening | MailState::Sending(_))
}

fn by_hand(ui: &mut Ui, mail: &MailView, file: &Path, what: String) {
    card(ui, |ui| {
        heading(ui, what);
        let place = bold(ui, text::place(file));
        paragraph(ui, place).on_hover_text(file.display().to_string());
        ui.add_space(NEAR);
        let label = paragraph(ui, say!("mailing-text"));
        group(
            ui,
            "paste",
            egui::accesskit::Role::Group,
            &say!("mailing-text-name"),
            |ui| {
                let mut text = mail.text.as_str(); // a borrowed text cannot be changed
                let text = ui.add(
                    TextEdit::multiline(&mut text)
                        .id_salt("text to paste")
                        .desired_rows(4)
                        .desired_width(f32::INFINITY),
                );
                ring(ui, &text); // egui shows none around what cannot be changed
                text.labelled_by(label.id);
            },
        );
        if button(ui, Look::Plain, &say!("mailing-text-copy")).clicked() {
            ui.copy_text(mail.text.clone());
        }
    });
}
