//! `Invite someone to help`.

use std::time::Duration;

use egui::{ComboBox, Label, RichText, Ui};
use zeroize::Zeroizing;

use super::{contact::Chosen, mail::to_field, way::Way};
use crate::{
    engine::{
        Command, FixedSetting, InviteFault, InviteHow, InviteRequest, InviteView, MAX_NAME_BYTES,
        MailTo, Secret,
    },
    invitation::{
        Grade, MAX_MESSAGE_BYTES, MIN_PASSWORD_CHARS, check_password, easy_password, strength,
    },
    language::say,
    ui::{
        app::{Cx, Go},
        browse::{Browse, For},
        text,
        theme::{NEAR, palette},
        widgets::{
            Field, Look, Note, back, button, button_if, card, explained, fault_below, field_label,
            gap, note, page_with_foot, quiet_small, row, title,
        },
    },
};

/// The longest password, in characters: beyond that it is a mistake.
const LONGEST_PASSWORD: usize = 256;

/// The unit of `Expires after`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Minutes,
    Hours,
    Days,
}

impl Unit {
    const ALL: [Unit; 3] = [Unit::Minutes, Unit::Hours, Unit::Days];

    fn name(self) -> String {
        match self {
            Unit::Minutes => say!("invite-unit-minutes"),
            Unit::Hours => say!("invite-unit-hours"),
            Unit::Days => say!("invite-unit-days"),
        }
    }

    fn secs(self) -> u64 {
        match self {
            Unit::Minutes => 60,
            Unit::Hours => 60 * 60,
            Unit::Days => 24 * 60 * 60,
        }
    }
}

/// What is being filled in.
pub struct Invite {
    way: Way,
    name: Option<String>,
    message: String,
    count: String,
    unit: Unit,
    with_password: bool,
    password: Zeroizing<String>,
    repeated: Zeroizing<String>,
    shown: bool,
    save_to: Option<String>,
    browse: Browse,
    to: String,
    contact: Chosen,
    tried: bool,
    no_randomness: bool,
}

impl Default for Invite {
    fn default() -> Self {
        Self {
            way: Way::default(),
            name: None,
            message: String::new(),
            count: "6".into(),
            unit: Unit::Hours,
            with_password: false,
            password: Zeroizing::default(),
            repeated: Zeroizing::default(),
            shown: false,
            save_to: None,
            browse: Browse::default(),
            to: String::new(),
            contact: Chosen::default(),
            tried: false,
            no_randomness: false,
        }
    }
}

/// What is wrong, by field.
#[derive(Debug, Default, PartialEq, Eq)]
struct Faults {
    name: Option<String>,
    message: Option<String>,
    lifetime: Option<String>,
    password: Option<String>,
    repeated: Option<String>,
    save_to: Option<String>,
    to: Option<String>,
    contact: Option<String>,
    whole: Option<String>,
}

impl Invite {
    /// Shows it.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<Go> {
        let faults = self.faults(cx);
        let working = cx.view.novice.invite == InviteView::Working;
        page_with_foot(
            ui,
            ("invite", 620.0),
            self,
            |ui, page| {
                if back(ui) {
                    return Some(Go::LeaveInvite);
                }
                title(ui, say!("home-invite"));
                if let Some(fault) = &faults.whole {
                    note(ui, Note::Fault, fault.as_str());
                    gap(ui);
                }
                page.way(ui, cx, &faults);
                gap(ui);
                page.about(ui, cx, &faults);
                gap(ui);
                page.safety(ui, &faults);
                None
            },
            |ui, page| {
                let can = !working && !is_closed(cx);
                let (icon, act) = (page.way.icon(), page.act(cx));
                if button_if(ui, can, Look::Main, (icon, &act)).clicked() {
                    page.make(cx);
                }
            },
        )
    }

    /// What the button says.
    fn act(&self, cx: &Cx<'_>) -> String {
        match (self.way, self.contact.person(cx)) {
            (Way::Contact, Some(person)) => say!("invite-act-contact-named", name = person.name),
            _ => self.way.act(),
        }
    }

    fn way(&mut self, ui: &mut Ui, cx: &Cx<'_>, faults: &Faults) {
        card(ui, |ui| {
            field_label(ui, &say!("invite-how"));
            self.way.choose(ui, &cx.view.policy);
            ui.add_space(NEAR);
            match self.way {
                Way::Contact => self.contact.choose(ui, cx, faults.contact.as_deref()),
                Way::Code => {
                    quiet_small(ui, say!("invite-code-means"));
                }
                Way::Email => to_field(ui, cx, &mut self.to, faults.to.as_deref()),
                Way::File => self.file(ui, cx, faults),
            }
        });
    }

    fn about(&mut self, ui: &mut Ui, cx: &Cx<'_>, faults: &Faults) {
        card(ui, |ui| {
            let name = self
                .name
                .get_or_insert_with(|| cx.view.settings.name.clone());
            Field::new(&say!("invite-your-name"))
                .fault(faults.name.as_deref())
                .longest(MAX_NAME_BYTES)
                .show(ui, name);
            ui.add_space(NEAR);
            Field::new(&say!("invite-message"))
                .hint(&say!("invite-message-hint"))
                .fault(faults.message.as_deref())
                .rows(2)
                .longest(MAX_MESSAGE_BYTES)
                .show(ui, &mut self.message);
            ui.add_space(NEAR);
            self.lifetime(ui, faults);
        });
    }

    fn lifetime(&mut self, ui: &mut Ui, faults: &Faults) {
        let label = field_label(ui, &say!("invite-expires-after"));
        let response = row(ui, |ui| {
            let edit = egui::TextEdit::singleline(&mut self.count)
                .id_salt("expires after")
                .char_limit(6)
                .margin(egui::Margin::symmetric(12, 9))
                .desired_width(72.0);
            let response = ui.add(edit).labelled_by(label.id);
            let unit = ComboBox::from_id_salt("unit")
                .selected_text(self.unit.name())
                .show_ui(ui, |ui| {
                    for unit in Unit::ALL {
                        ui.selectable_value(&mut self.unit, unit, unit.name());
                    }
                });
            ui.ctx().accesskit_node_builder(unit.response.id, |node| {
                node.set_label(say!("invite-expires-after-unit"));
            });
            response
        });
        if let Some(fault) = &faults.lifetime {
            fault_below(ui, &response, fault);
        }
    }

    fn safety(&mut self, ui: &mut Ui, faults: &Faults) {
        card(ui, |ui| {
            let advice = self.way.password_advice();
            if self.way == Way::Contact {
                quiet_small(ui, advice);
            } else {
                explained(ui, advice, |ui| {
                    ui.checkbox(&mut self.with_password, say!("invite-require-password"))
                });
            }
            if !self.needs_password() {
                return;
            }
            ui.add_space(NEAR);
            Field::new(&say!("invite-password"))
                .fault(faults.password.as_deref())
                .hidden(!self.shown)
                .longest(LONGEST_PASSWORD)
                .show(ui, &mut *self.password);
            strength_hint(ui, &self.password);
            Field::new(&say!("invite-password-repeat"))
                .fault(faults.repeated.as_deref())
                .hidden(!self.shown)
                .longest(LONGEST_PASSWORD)
                .show(ui, &mut *self.repeated);
            row(ui, |ui| {
                if button(ui, Look::Plain, &say!("invite-password-make")).clicked() {
                    self.make_password();
                }
                ui.checkbox(&mut self.shown, say!("invite-password-show"));
            });
            quiet_small(ui, say!("invite-password-write-down"));
        });
    }

    fn needs_password(&self) -> bool {
        self.with_password && self.way != Way::Contact
    }

    fn make_password(&mut self) {
        match easy_password() {
            Ok(password) => {
                self.repeated = password.clone();
                self.password = password;
                self.shown = true;
                self.no_randomness = false;
            }
            Err(_) => self.no_randomness = true,
        }
    }

    fn file(&mut self, ui: &mut Ui, cx: &Cx<'_>, faults: &Faults) {
        let name = self.name.as_deref().unwrap_or_default();
        let proposed = (cx.suggested_path)(name);
        let mut path = self
            .save_to
            .clone()
            .unwrap_or_else(|| proposed.display().to_string());
        let before = path.clone();
        Field::new(&say!("invite-save-to"))
            .fault(faults.save_to.as_deref())
            .show(ui, &mut path);
        if path != before {
            self.save_to = Some(path.clone());
        }
        if let Some(chosen) = self.browse.show(ui, Look::Plain, For::Saving, &path) {
            self.save_to = Some(chosen.display().to_string());
        }
    }

    /// What the engine found wrong, and after a try what is plainly wrong before it is asked.
    fn faults(&self, cx: &Cx<'_>) -> Faults {
        let mut faults = if self.tried {
            self.faults_of_form(cx)
        } else {
            Faults::default()
        };
        if self.no_randomness {
            faults.password = Some(say!("invite-password-not-made"));
        }
        if is_closed(cx) {
            faults.whole = Some(text::invite_fault(&InviteFault::PolicyForbids));
        }
        let InviteView::Failed(fault) = &cx.view.novice.invite else {
            return faults;
        };
        let place = match fault {
            InviteFault::Name => &mut faults.name,
            InviteFault::Message => &mut faults.message,
            InviteFault::Lifetime { .. } => &mut faults.lifetime,
            InviteFault::PasswordTooShort(_) => &mut faults.password,
            InviteFault::PasswordInWords => &mut faults.password,
            InviteFault::To => &mut faults.to,
            InviteFault::File(_) => &mut faults.save_to,
            InviteFault::NotAllowed
            | InviteFault::PolicyForbids
            | InviteFault::WayForbidden
            | InviteFault::Listen(_)
            | InviteFault::Store(_)
            | InviteFault::OwnedByAnother => &mut faults.whole,
        };
        *place = Some(text::invite_fault(fault));
        faults
    }

    fn faults_of_form(&self, cx: &Cx<'_>) -> Faults {
        let longest_secs = cx.view.settings.longest_lifetime_secs;
        let mut faults = Faults::default();
        if self.name.as_ref().is_none_or(|name| name.trim().is_empty()) {
            faults.name = Some(text::invite_fault(&InviteFault::Name));
        }
        if self.lifetime_secs().is_none_or(|secs| secs > longest_secs) {
            faults.lifetime = Some(text::invite_fault(&InviteFault::Lifetime { longest_secs }));
        }
        if self.needs_password() {
            if check_password(&self.password).is_err() {
                let short = InviteFault::PasswordTooShort(MIN_PASSWORD_CHARS);
                faults.password = Some(text::invite_fault(&short));
            } else if *self.password != *self.repeated {
                faults.repeated = Some(say!("invite-passwords-differ"));
            }
        }
        if self.way == Way::Contact && self.contact.person(cx).is_none() {
            faults.contact = Some(say!("invite-choose-contact"));
        }
        if self.way == Way::File
            && (self.save_to.as_ref()).is_some_and(|path| path.trim().is_empty())
        {
            faults.save_to = Some(say!("invite-choose-place"));
        }
        faults
    }

    fn lifetime_secs(&self) -> Option<u64> {
        let count: u64 = self.count.trim().parse().ok().filter(|count| *count > 0)?;
        count.checked_mul(self.unit.secs())
    }

    fn make(&mut self, cx: &Cx<'_>) {
        self.tried = true;
        let faults = self.faults_of_form(cx);
        let (Some(lifetime_secs), true) = (self.lifetime_secs(), faults == Faults::default())
        else {
            cx.send(Command::InviteSeen);
            return;
        };
        let name = self.name.clone().unwrap_or_default().trim().to_owned();
        let suggested = || (cx.suggested_path)(&name);
        let how = match self.way {
            Way::File => InviteHow::File(
                (self.save_to.as_ref()).map_or_else(suggested, |path| path.trim().into()),
            ),
            Way::Email => InviteHow::Email(MailTo {
                to: self.to.trim().to_owned(),
                near: suggested(),
            }),
            Way::Code => InviteHow::Code,
            Way::Contact => {
                let Some(person) = self.contact.person(cx) else {
                    return;
                };
                InviteHow::Contact(person.address.clone())
            }
        };
        cx.send(Command::Invite(InviteRequest {
            name,
            message: self.message.trim().to_owned(),
            lifetime: Duration::from_secs(lifetime_secs),
            password: self.needs_password().then(|| Secret(self.password.clone())),
            how,
        }));
    }
}

/// Whether the administrator lets nobody be invited.
fn is_closed(cx: &Cx<'_>) -> bool {
    let settings = &cx.view.settings;
    settings.fixes(FixedSetting::AllowInvitations) && !settings.allow_invitations
}

fn strength_hint(ui: &mut Ui, password: &str) {
    if password.is_empty() {
        return;
    }
    let palette = palette(ui);
    let strength = strength(password);
    let ink = match strength.grade {
        Grade::Weak => palette.fault,
        Grade::Fair => palette.quiet,
        Grade::Good | Grade::Strong => palette.on_good,
    };
    let words = text::strength(strength);
    ui.add(Label::new(RichText::new(words).color(ink)).wrap());
}
