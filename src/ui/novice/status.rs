//! `Invitation status`: every invitation, and what can be done with it.

use egui::{Key, Response, RichText, Sense, TextStyle, Ui, UiBuilder, Vec2, accesskit::Role};

use super::resend::Resend;
use crate::{
    engine::{Command, InvitationRow, NoviceView},
    invitation::{InvitationId, InvitationState},
    language::say,
    ui::{
        app::{Cx, Go},
        icon::Icon,
        table::{Column, cell_text, cells, icon_room, needs, paint_row},
        text::{
            self,
            when::{moment, short},
        },
        widgets::{
            Look, Note, back, bold, button, button_if, card, gap, group, heading, note, page,
            quiet, row, text as paragraph, title,
        },
    },
};

/// How wide each column is, as a share of the table, and of a narrow one: there the row's name and `Details` tell the rest.
const COLUMNS: [Column; 5] = [
    (|| say!("status-sent-to"), 0.35, 0.41),
    (|| say!("status-how"), 0.13, 0.0),
    (|| say!("status-made"), 0.18, 0.0),
    (|| say!("status-expires"), 0.18, 0.31),
    (|| say!("status-state"), 0.16, 0.28),
];
/// Which of them says where an invitation stands, with a picture before the word.
const STATE: usize = 4;
/// A table is narrow below so many points, as in a session's window.
const NARROW: f32 = 520.0;
/// A row's height, in points.
const ROW_HEIGHT: f32 = 40.0;

/// What was chosen, and what is open below the table.
#[derive(Default)]
pub struct Status {
    chosen: Option<InvitationId>,
    below: Below,
}

/// What is open below the table.
#[derive(Default)]
enum Below {
    #[default]
    Nothing,
    Details,
    Resend(Box<Resend>),
    /// Ending this one ends a session.
    ReallyExpire,
    /// Deleting this one ends a session, or lets an open one expire.
    ReallyDelete,
}

impl Status {
    /// Shows it.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<Go> {
        let novice = &cx.view.novice;
        page(ui, "status", 820.0, |ui| {
            if back(ui) {
                *self = Self::default();
                return Some(Go::Back);
            }
            title(ui, say!("home-status"));
            if let Some(trouble) = text::listen_trouble(&novice.listen) {
                note(ui, Note::Warning, trouble);
                gap(ui);
            }
            if novice.invitations.is_empty() {
                paragraph(ui, say!("status-none"));
                return None;
            }
            self.table(ui, cx, novice);
            gap(ui);
            if let Some(chosen) = self.chosen_row(novice) {
                let opened = self.buttons(ui, cx, chosen);
                gap(ui);
                let below = ui.scope(|ui| self.below(ui, cx, chosen)).response;
                if opened {
                    below.scroll_to_me(None); // the list may be long
                }
            }
            None
        })
    }

    fn chosen_row<'a>(&mut self, novice: &'a NoviceView) -> Option<&'a InvitationRow> {
        let chosen = self.chosen;
        let row = (novice.invitations.iter())
            .find(|row| Some(row.id) == chosen)
            .or(novice.invitations.first())?;
        if self.chosen != Some(row.id) {
            self.choose(row.id);
        }
        Some(row)
    }

    fn choose(&mut self, id: InvitationId) {
        self.chosen = Some(id);
        self.below = Below::Nothing;
    }

    fn table(&mut self, ui: &mut Ui, cx: &Cx<'_>, novice: &NoviceView) {
        self.chosen_row(novice);
        card(ui, |ui| {
            group(ui, "table", Role::Table, &say!("status-table"), |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                let size = TextStyle::Body.resolve(ui.style()).size;
                let rows = novice.invitations.iter().map(|row| {
                    let [_, how, made, expires, state] = cells_of(cx, row);
                    [String::new(), how, made, expires, state]
                });
                let mut needs = needs(ui, COLUMNS, size, rows);
                needs[STATE] += icon_room(ui);
                header(ui, needs);
                for invitation in &novice.invitations {
                    let chosen = self.chosen == Some(invitation.id);
                    let response = line(ui, cx, invitation, needs, chosen);
                    if response.clicked() {
                        self.choose(invitation.id);
                    }
                }
            });
        });
    }

    /// Whether one of them opened something below.
    fn buttons(&mut self, ui: &mut Ui, cx: &Cx<'_>, chosen: &InvitationRow) -> bool {
        let alive = matches!(chosen.state, InvitationState::Open | InvitationState::InUse);
        row(ui, |ui| {
            let details = button(ui, Look::Plain, &say!("status-details")).clicked();
            if details {
                self.below = Below::Details;
            }
            let expire = button_if(ui, alive, Look::Plain, &say!("status-expire")).clicked();
            if expire {
                if chosen.state == InvitationState::InUse {
                    self.below = Below::ReallyExpire;
                } else {
                    cx.send(Command::Withdraw(chosen.id));
                    self.below = Below::Nothing;
                }
            }
            let open = chosen.state == InvitationState::Open;
            let resend = button_if(ui, open, Look::Plain, &say!("status-resend")).clicked();
            if resend {
                self.below = Below::Resend(Box::new(Resend::of(chosen, cx)));
            }
            let delete = button(ui, Look::Plain, &say!("status-delete")).clicked();
            if delete {
                if alive {
                    self.below = Below::ReallyDelete;
                } else {
                    cx.send(Command::Delete(chosen.id));
                }
            }
            details || expire || resend || delete
        })
    }

    fn below(&mut self, ui: &mut Ui, cx: &Cx<'_>, chosen: &InvitationRow) {
        let done = match &mut self.below {
            Below::Nothing => false,
            Below::Details => {
                details(ui, cx, chosen);
                false
            }
            Below::Resend(resend) => {
                resend.show(ui, cx, chosen);
                false
            }
            Below::ReallyExpire => really(
                ui,
                say!("status-expiring-ends-session"),
                say!("status-end-session"),
                || cx.send(Command::Withdraw(chosen.id)),
            ),
            Below::ReallyDelete => really(
                ui,
                match chosen.state {
                    InvitationState::InUse => say!("status-deleting-ends-session"),
                    _ => say!("status-deleting-open"),
                },
                say!("status-really-delete"),
                || cx.send(Command::Delete(chosen.id)),
            ),
        };
        if done {
            self.below = Below::Nothing;
        }
    }
}

/// Asks; true when it was answered.
fn really(ui: &mut Ui, question: String, yes: String, act: impl FnOnce()) -> bool {
    note(ui, Note::Warning, question);
    row(ui, |ui| {
        let keep = button(ui, Look::Main, &say!("status-keep")).clicked();
        let go = button(ui, Look::Plain, &yes).clicked();
        if go {
            act();
        }
        go || keep
    })
}

fn details(ui: &mut Ui, cx: &Cx<'_>, chosen: &InvitationRow) {
    card(ui, |ui| {
        heading(ui, say!("status-details"));
        let went_out = paragraph(ui, text::went_out(&chosen.sent));
        if let Some(places) = text::places(&chosen.sent) {
            went_out.on_hover_text(places);
        }
        let made = moment(cx.clock, chosen.made);
        let expires = moment(cx.clock, chosen.expires);
        paragraph(
            ui,
            if chosen.expires > cx.clock.utc() {
                say!("status-made-holds-until", made = made, expires = expires)
            } else {
                say!("status-made-held-until", made = made, expires = expires)
            },
        );
        let state = text::state(chosen.state);
        let meaning = text::state_means(chosen.state);
        paragraph(
            ui,
            say!("status-state-and-meaning", state = state, meaning = meaning),
        );
        paragraph(
            ui,
            if chosen.has_password {
                say!("status-with-password")
            } else {
                say!("status-without-password")
            },
        );
        if !chosen.message.is_empty() {
            paragraph(ui, say!("status-your-message", message = chosen.message));
        }
        if !chosen.addresses.is_empty() {
            let addresses: Vec<_> = chosen.addresses.iter().map(ToString::to_string).collect();
            let addresses = addresses.join(", ");
            quiet(ui, say!("status-addresses", addresses = addresses));
        }
    });
}

fn header(ui: &mut Ui, needs: [f32; 5]) {
    let (rect, _) = ui.allocate_exact_size(
        Vec2::new(ui.available_width(), ROW_HEIGHT * 0.8),
        Sense::hover(),
    );
    let builder = UiBuilder::new()
        .max_rect(rect)
        .id_salt("header")
        .accessibility_role(Role::Row)
        .accessibility_label(say!("status-columns"));
    ui.scope_builder(builder, |ui| {
        for ((name, ..), cell) in COLUMNS.iter().zip(cells(COLUMNS, needs, NARROW, rect)) {
            let Some(cell) = cell else { continue };
            let words = bold(ui, name()).size(15.0);
            cell_text(ui, cell, None, words, Role::ColumnHeader);
        }
    });
}

fn state_icon(state: InvitationState) -> Icon {
    match state {
        InvitationState::Open => Icon::Waiting,
        InvitationState::InUse => Icon::Seen,
        InvitationState::Used => Icon::Good,
        InvitationState::Expired => Icon::Absent,
        InvitationState::Withdrawn => Icon::No,
        InvitationState::Voided => Icon::Warning,
    }
}

fn cells_of(cx: &Cx<'_>, invitation: &InvitationRow) -> [String; 5] {
    [
        text::sent_to(&invitation.sent),
        text::how(&invitation.sent),
        short(cx.clock, invitation.made),
        short(cx.clock, invitation.expires),
        text::state(invitation.state),
    ]
}

fn line(
    ui: &mut Ui,
    cx: &Cx<'_>,
    invitation: &InvitationRow,
    needs: [f32; 5],
    chosen: bool,
) -> Response {
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW_HEIGHT), Sense::click());
    let texts = cells_of(cx, invitation);
    let [to, how, made, expires, state] = &texts;
    let name = say!(
        "status-line",
        to = to,
        how = how,
        made = made,
        expires = expires,
        state = state,
    );
    paint_row(ui, rect, &response, chosen);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Row);
        node.set_label(name);
        node.set_selected(chosen);
    });
    let builder = UiBuilder::new()
        .max_rect(rect)
        .id_salt(invitation.id)
        .accessibility_parent(response.id);
    ui.scope_builder(builder, |ui| {
        let cells = cells(COLUMNS, needs, NARROW, rect);
        for (at, (words, cell)) in texts.into_iter().zip(cells).enumerate() {
            let Some(cell) = cell else { continue };
            let icon = (at == STATE).then(|| state_icon(invitation.state));
            cell_text(ui, cell, icon, RichText::new(words), Role::Cell);
        }
    });
    if response.has_focus() && ui.input(|input| input.key_pressed(Key::Space)) {
        response.scroll_to_me(None);
    }
    response
}
