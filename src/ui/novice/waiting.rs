//! `Waiting for your helper`.

use egui::Ui;

use super::{code, contact, mail::Mailing};
use crate::{
    engine::{CodeState, Command, InvitationRow, InviteView, ListenView, MailState},
    invitation::{InvitationId, InvitationState},
    language::say,
    ui::{
        app::{Cx, Go, Page},
        icon::Icon,
        text::{self, when::moment},
        theme::NEAR,
        widgets::{
            Look, Note, bold, button, card, field_label, gap, heading, note, numbered, page, quiet,
            quiet_small, row, text as paragraph, title,
        },
    },
};

/// What is typed for a second try at the e-mail.
#[derive(Default)]
pub struct Waiting {
    mailing: Option<Mailing>,
}

impl Waiting {
    /// Shows it: the invitation that was made last.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<Go> {
        let go = self.page(ui, cx);
        if go.is_some() {
            *self = Self::default();
        }
        go
    }

    fn page(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<Go> {
        page(ui, "waiting", 620.0, |ui| match &cx.view.novice.invite {
            InviteView::Nothing => {
                title(ui, say!("waiting-none"));
                home(ui, Look::Main)
            }
            InviteView::Working => {
                title(ui, say!("waiting-making"));
                None
            }
            InviteView::Failed(fault) => {
                title(ui, say!("waiting-not-made"));
                note(ui, Note::Fault, text::invite_fault(fault));
                gap(ui);
                home(ui, Look::Main)
            }
            InviteView::Saved { id, path, expires } => still_waiting(ui, cx, *id, |ui, row| {
                card(ui, |ui| {
                    paragraph(ui, say!("waiting-saved-as"));
                    let place = bold(ui, text::place(path));
                    paragraph(ui, place).on_hover_text(path.display().to_string());
                    let until = moment(cx.clock, *expires);
                    paragraph(ui, say!("waiting-invitation-holds-until", moment = until));
                });
                gap(ui);
                advice(ui, say!("waiting-give-file"), has_password(row));
            }),
            InviteView::Mailed { id, expires } => still_waiting(ui, cx, *id, |ui, row| {
                self.mail(ui, cx, *id);
                let until = moment(cx.clock, *expires);
                paragraph(ui, say!("waiting-invitation-holds-until", moment = until));
                gap(ui);
                advice(ui, say!("waiting-for-mail"), has_password(row));
            }),
            InviteView::Called { id, expires } => still_waiting(ui, cx, *id, |ui, _| {
                contact::outcome(ui, cx, *id);
                gap(ui);
                let until = moment(cx.clock, *expires);
                quiet(
                    ui,
                    say!(
                        "waiting-invitation-holds-until-yours-to-say",
                        moment = until
                    ),
                );
            }),
            InviteView::Coded { id, expires } => still_waiting(ui, cx, *id, |ui, row| {
                code::show(ui, cx, *id, has_password(row));
                gap(ui);
                let until = moment(cx.clock, *expires);
                quiet(ui, say!("waiting-invitation-holds-until", moment = until));
            }),
        })
    }

    /// How the e-mail went out, or what to do about it.
    fn mail(&mut self, ui: &mut Ui, cx: &Cx<'_>, id: InvitationId) {
        let mail = cx.view.novice.mail.as_ref().filter(|mail| mail.id == id);
        let Some(mail) = mail else { return };
        let mailing = self.mailing.get_or_insert_with(|| Mailing::to(&mail.to));
        mailing.outcome(ui, cx, id);
        let again = match mail.state {
            MailState::Failed(_) => say!("mailing-try-again"),
            MailState::Cancelled { .. } | MailState::NotSaved(_) => say!("mailing-send-again"),
            _ => return gap(ui),
        };
        gap(ui);
        card(ui, |ui| mailing.ask(ui, cx, id, &again));
        gap(ui);
    }
}

/// The page of an invitation, as long as it waits.
fn still_waiting(
    ui: &mut Ui,
    cx: &Cx<'_>,
    id: InvitationId,
    content: impl FnOnce(&mut Ui, Option<&InvitationRow>),
) -> Option<Go> {
    let row = cx.view.novice.invitations.iter().find(|row| row.id == id);
    match row.map_or(InvitationState::Open, |row| row.state) {
        InvitationState::Open | InvitationState::InUse => {
            title(ui, say!("waiting-title"));
            content(ui, row);
            if let Some(trouble) = text::listen_trouble(&cx.view.novice.listen) {
                note(ui, Note::Warning, trouble);
            }
            gap(ui);
            let go = buttons(ui, cx, id);
            ways(ui, cx);
            go
        }
        state => {
            title(ui, say!("waiting-no-longer"));
            paragraph(ui, text::state_means(state));
            gap(ui);
            home(ui, Look::Main)
        }
    }
}

fn has_password(row: Option<&InvitationRow>) -> bool {
    row.is_some_and(|row| row.has_password)
}

fn advice(ui: &mut Ui, first: String, has_password: bool) {
    heading(ui, say!("waiting-advice"));
    let call = match has_password {
        true => say!("waiting-call-with-password"),
        false => say!("waiting-call"),
    };
    numbered(ui, [first, call, say!("waiting-leave-open")]);
}

/// How a helper can reach this computer now.
fn ways(ui: &mut Ui, cx: &Cx<'_>) {
    if !matches!(cx.view.novice.listen, ListenView::On { .. }) {
        return;
    }
    let ways = &cx.view.novice.ways;
    gap(ui);
    if let Some(trouble) = text::reach::ways_trouble(ways) {
        note(ui, Note::Warning, trouble);
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = NEAR / 2.0;
        field_label(ui, &say!("waiting-ways"));
        for way in text::reach::ways(ways, cx.view.settings.map_port) {
            quiet_small(ui, way);
        }
    });
}

fn buttons(ui: &mut Ui, cx: &Cx<'_>, id: InvitationId) -> Option<Go> {
    let mut go = None;
    quiet(
        ui,
        match ends_a_code(cx, id) {
            false => say!("waiting-may-leave"),
            true => say!("waiting-leaving-ends-code"),
        },
    );
    ui.add_space(NEAR / 2.0);
    row(ui, |ui| {
        if button(ui, Look::Plain, (Icon::Home, &say!("waiting-home"))).clicked() {
            go = Some(Go::LeaveInvite);
        }
        if button(ui, Look::Plain, (Icon::Status, &say!("home-status"))).clicked() {
            go = Some(Go::To(Page::Status));
        }
        if button(ui, Look::Plain, (Icon::No, &say!("waiting-withdraw"))).clicked() {
            cx.send(Command::Withdraw(id));
        }
    });
    go
}

/// Whether a code waits that ends with the page.
fn ends_a_code(cx: &Cx<'_>, id: InvitationId) -> bool {
    cx.view.novice.code.as_ref().is_some_and(|code| {
        code.invitation == id
            && matches!(
                code.state,
                CodeState::Making { .. } | CodeState::Ready { .. }
            )
    })
}

fn home(ui: &mut Ui, look: Look) -> Option<Go> {
    button(ui, look, (Icon::Home, &say!("waiting-home")))
        .clicked()
        .then_some(Go::LeaveInvite)
}
