//! `Invitation status`: every invitation, and what can be done with it.

use egui::{
    Align, CornerRadius, Key, Label, Layout, Rect, Response, RichText, Sense, Stroke, Ui,
    UiBuilder, Vec2, accesskit::Role,
};

use super::resend::Resend;
use crate::{
    engine::{Command, InvitationRow, NoviceView},
    invitation::{InvitationId, InvitationState},
    ui::{
        app::{Cx, Go},
        text::{
            self,
            when::{moment, short},
        },
        theme::{NEAR, palette},
        widgets::{
            Look, Note, back, bold, button, button_if, card, gap, group, heading, note, page,
            quiet, row, text as say, title,
        },
    },
};

/// How wide each column is, as a share of the table, and of a narrow one: there the row's name and `Details` tell the rest.
const COLUMNS: [(&str, f32, f32); 5] = [
    ("Sent to", 0.35, 0.41),
    ("How", 0.13, 0.0),
    ("Made", 0.18, 0.0),
    ("Expires", 0.18, 0.31),
    ("State", 0.16, 0.28),
];
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
            title(ui, "Invitation status");
            if let Some(trouble) = text::listen_trouble(&novice.listen) {
                note(ui, Note::Warning, trouble);
                gap(ui);
            }
            if novice.invitations.is_empty() {
                say(ui, "You have not invited anybody yet.");
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
            group(ui, "table", Role::Table, "Invitations", |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                header(ui);
                for invitation in &novice.invitations {
                    let chosen = self.chosen == Some(invitation.id);
                    let response = line(ui, cx, invitation, chosen);
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
            let details = button(ui, Look::Plain, "Details").clicked();
            if details {
                self.below = Below::Details;
            }
            let expire = button_if(ui, alive, Look::Plain, "Expire now").clicked();
            if expire {
                if chosen.state == InvitationState::InUse {
                    self.below = Below::ReallyExpire;
                } else {
                    cx.send(Command::Withdraw(chosen.id));
                    self.below = Below::Nothing;
                }
            }
            let open = chosen.state == InvitationState::Open;
            let resend = button_if(ui, open, Look::Plain, "Resend").clicked();
            if resend {
                self.below = Below::Resend(Box::new(Resend::of(chosen, cx)));
            }
            let delete = button(ui, Look::Plain, "Delete").clicked();
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
                "Your helper is here with this invitation. If it expires now, the session ends.",
                "End the session",
                || cx.send(Command::Withdraw(chosen.id)),
            ),
            Below::ReallyDelete => really(
                ui,
                match chosen.state {
                    InvitationState::InUse => {
                        "Your helper is here with this invitation. If you delete it, the session ends."
                    }
                    _ => {
                        "This invitation still waits. If you delete it, nobody can use it any longer."
                    }
                },
                "Delete it",
                || cx.send(Command::Delete(chosen.id)),
            ),
        };
        if done {
            self.below = Below::Nothing;
        }
    }
}

/// Asks; true when it was answered.
fn really(ui: &mut Ui, question: &str, yes: &str, act: impl FnOnce()) -> bool {
    note(ui, Note::Warning, question);
    row(ui, |ui| {
        let keep = button(ui, Look::Main, "Keep it").clicked();
        let go = button(ui, Look::Plain, yes).clicked();
        if go {
            act();
        }
        go || keep
    })
}

fn details(ui: &mut Ui, cx: &Cx<'_>, chosen: &InvitationRow) {
    card(ui, |ui| {
        heading(ui, "Details");
        say(ui, text::went_out(&chosen.sent));
        say(
            ui,
            format!(
                "Made {}, {} {}.",
                moment(cx.clock, chosen.made),
                if chosen.expires > cx.clock.utc() {
                    "holds until"
                } else {
                    "held until"
                },
                moment(cx.clock, chosen.expires)
            ),
        );
        say(
            ui,
            format!(
                "{}: {}",
                text::state(chosen.state),
                text::state_means(chosen.state)
            ),
        );
        say(
            ui,
            if chosen.has_password {
                "A password is needed with it."
            } else {
                "No password is needed with it."
            },
        );
        if !chosen.message.is_empty() {
            say(ui, format!("Your message: {}", chosen.message));
        }
        if !chosen.addresses.is_empty() {
            let addresses: Vec<_> = chosen.addresses.iter().map(ToString::to_string).collect();
            quiet(
                ui,
                format!("It says that this computer is at {}.", addresses.join(", ")),
            );
        }
    });
}

fn header(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(
        Vec2::new(ui.available_width(), ROW_HEIGHT * 0.8),
        Sense::hover(),
    );
    let builder = UiBuilder::new()
        .max_rect(rect)
        .id_salt("header")
        .accessibility_role(Role::Row)
        .accessibility_label("Columns");
    ui.scope_builder(builder, |ui| {
        for ((name, ..), cell) in COLUMNS.iter().zip(cells(rect)) {
            let Some(cell) = cell else { continue };
            let words = bold(ui, *name).size(15.0);
            cell_text(ui, cell, words, Role::ColumnHeader);
        }
    });
}

fn line(ui: &mut Ui, cx: &Cx<'_>, invitation: &InvitationRow, chosen: bool) -> Response {
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW_HEIGHT), Sense::click());
    let texts = [
        text::sent_to(&invitation.sent),
        text::how(&invitation.sent),
        short(cx.clock, invitation.made),
        short(cx.clock, invitation.expires),
        text::state(invitation.state).to_owned(),
    ];
    let name = format!(
        "{}, {}, made {}, expires {}, {}",
        texts[0], texts[1], texts[2], texts[3], texts[4]
    );
    paint_line(ui, rect, &response, chosen);
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
        for (words, cell) in texts.into_iter().zip(cells(rect)) {
            let Some(cell) = cell else { continue };
            cell_text(ui, cell, RichText::new(words), Role::Cell);
        }
    });
    if response.has_focus() && ui.input(|input| input.key_pressed(Key::Space)) {
        response.scroll_to_me(None);
    }
    response
}

fn paint_line(ui: &Ui, rect: Rect, response: &Response, chosen: bool) {
    let palette = palette(ui);
    let corners = CornerRadius::same(7);
    let fill = if chosen {
        ui.visuals().selection.bg_fill
    } else if response.hovered() {
        palette.plain
    } else {
        palette.card
    };
    ui.painter().rect_filled(rect, corners, fill);
    if response.has_focus() {
        let ring = Stroke::new(3.0, palette.ring);
        ui.painter()
            .rect_stroke(rect, corners, ring, egui::StrokeKind::Inside);
    }
}

/// Where each column's cell is in a row, if it is shown.
fn cells(rect: Rect) -> impl Iterator<Item = Option<Rect>> {
    let mut left = rect.left();
    COLUMNS.into_iter().map(move |(_, wide, narrow)| {
        let share = if rect.width() < NARROW { narrow } else { wide };
        let cell = Rect::from_min_size(
            egui::pos2(left, rect.top()),
            Vec2::new(rect.width() * share, rect.height()),
        );
        left = cell.right();
        (share > 0.0).then(|| cell.shrink2(Vec2::new(NEAR, 0.0)))
    })
}

fn cell_text(ui: &mut Ui, cell: Rect, words: RichText, role: Role) {
    let builder = UiBuilder::new()
        .max_rect(cell)
        .layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(builder, |ui| {
        let ink = palette(ui).text;
        let label = Label::new(words.color(ink)).truncate().selectable(false);
        let response = ui.add(label);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(role);
            if let Some(text) = node.value().map(str::to_owned) {
                node.set_label(text);
            }
        });
    });
}
