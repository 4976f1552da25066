//! `Waiting for your helper`.

use egui::Ui;

use super::{code, contact, mail::Mailing};
use crate::{
    engine::{CodeState, Command, InvitationRow, InviteView, ListenView, MailState},
    invitation::{InvitationId, InvitationState},
    ui::{
        app::{Cx, Go, Page},
        text::{self, when::moment},
        theme::NEAR,
        widgets::{
            Look, Note, bold, button, card, gap, heading, note, page, quiet, row, text as say,
            title,
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
                title(ui, "No invitation waits");
                home(ui, Look::Main)
            }
            InviteView::Working => {
                title(ui, "Making the invitation…");
                None
            }
            InviteView::Failed(fault) => {
                title(ui, "No invitation was made");
                note(ui, Note::Fault, text::invite_fault(fault));
                gap(ui);
                home(ui, Look::Main)
            }
            InviteView::Saved { id, path, expires } => still_waiting(ui, cx, *id, |ui, row| {
                card(ui, |ui| {
                    say(ui, "The invitation is saved as");
                    let path = bold(ui, path.display().to_string());
                    say(ui, path);
                    say(
                        ui,
                        format!("It holds until {}.", moment(cx.clock, *expires)),
                    );
                });
                gap(ui);
                advice(ui, GIVE_FILE, has_password(row));
            }),
            InviteView::Mailed { id, expires } => still_waiting(ui, cx, *id, |ui, row| {
                self.mail(ui, cx, *id);
                say(
                    ui,
                    format!("It holds until {}.", moment(cx.clock, *expires)),
                );
                gap(ui);
                advice(ui, WAIT_FOR_MAIL, has_password(row));
            }),
            InviteView::Called { id, expires } => still_waiting(ui, cx, *id, |ui, _| {
                contact::outcome(ui, cx, *id);
                gap(ui);
                quiet(
                    ui,
                    format!(
                        "The invitation holds until {}. Nobody sees anything before you say yes.",
                        moment(cx.clock, *expires)
                    ),
                );
            }),
            InviteView::Coded { id, expires } => still_waiting(ui, cx, *id, |ui, row| {
                code::show(ui, cx, *id, has_password(row));
                gap(ui);
                quiet(
                    ui,
                    format!("The invitation holds until {}.", moment(cx.clock, *expires)),
                );
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
            MailState::Failed(_) => "Try again",
            MailState::Cancelled { .. } | MailState::NotSaved(_) => "Send again",
            _ => return gap(ui),
        };
        gap(ui);
        card(ui, |ui| mailing.ask(ui, cx, id, again));
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
            title(ui, "Waiting for your helper");
            content(ui, row);
            if let Some(trouble) = text::listen_trouble(&cx.view.novice.listen) {
                note(ui, Note::Warning, trouble);
            }
            ways(ui, cx);
            gap(ui);
            buttons(ui, cx, id)
        }
        state => {
            title(ui, "This invitation waits no longer");
            say(ui, text::state_means(state));
            gap(ui);
            home(ui, Look::Main)
        }
    }
}

fn has_password(row: Option<&InvitationRow>) -> bool {
    row.is_some_and(|row| row.has_password)
}

/// The first advice for a file.
const GIVE_FILE: &str =
    "1.  Give this file to your helper: by e-mail, on a stick, or in a folder that you share.";
/// The first advice for an e-mail.
const WAIT_FOR_MAIL: &str =
    "1.  Your helper opens the file that is attached to your e-mail, with Hulp.";

fn advice(ui: &mut Ui, first: &str, has_password: bool) {
    heading(ui, "What to do now");
    say(ui, first);
    say(
        ui,
        if has_password {
            "2.  Call them, and tell them the password by telephone. Do not send it along with the file."
        } else {
            "2.  Call them. Whoever has this file can ask to see your screen, so give it to nobody else."
        },
    );
    say(
        ui,
        "3.  Leave Hulp open. When they come, Hulp asks you first: nobody sees anything before you say yes.",
    );
}

/// How a helper can reach this computer now.
fn ways(ui: &mut Ui, cx: &Cx<'_>) {
    if !matches!(cx.view.novice.listen, ListenView::On { .. }) {
        return;
    }
    let ways = &cx.view.novice.ways;
    gap(ui);
    heading(ui, "How your helper can reach this computer");
    for way in text::reach::ways(ways, cx.view.settings.map_port) {
        say(ui, way);
    }
    if let Some(trouble) = text::reach::ways_trouble(ways) {
        note(ui, Note::Warning, trouble);
    }
}

fn buttons(ui: &mut Ui, cx: &Cx<'_>, id: InvitationId) -> Option<Go> {
    let mut go = None;
    row(ui, |ui| {
        if button(ui, Look::Plain, "Withdraw invitation").clicked() {
            cx.send(Command::Withdraw(id));
        }
        if button(ui, Look::Plain, "Home").clicked() {
            go = Some(Go::LeaveInvite);
        }
        if button(ui, Look::Plain, "Invitation status").clicked() {
            go = Some(Go::To(Page::Status));
        }
    });
    ui.add_space(NEAR);
    quiet(
        ui,
        match ends_a_code(cx, id) {
            false => {
                "You can leave this page: the invitation goes on waiting as long as Hulp is open."
            }
            true => {
                "When you leave this page, the code ends. The invitation goes on waiting as long as Hulp is open: \
                 under Invitation status, Resend makes a new code."
            }
        },
    );
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
    button(ui, look, "Home")
        .clicked()
        .then_some(Go::LeaveInvite)
}
