//! The ways that an invitation travels, as one chooses among them.

use egui::Ui;

use crate::{
    engine::{InviteWay, PolicyView},
    invitation::SentHow,
    language::say,
    ui::{
        icon::Icon,
        text::policy::set_by_administrator,
        widgets::{quiet_small, tiles},
    },
};

/// A way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Way {
    Contact,
    Code,
    Email,
    #[default]
    File,
}

impl Way {
    const ALL: [Way; 4] = [Way::Contact, Way::Code, Way::Email, Way::File];

    /// The one that an invitation took last.
    pub(super) fn of(sent: &[SentHow]) -> Self {
        match sent.last() {
            Some(SentHow::Contact { .. }) => Way::Contact,
            Some(SentHow::Code) => Way::Code,
            Some(SentHow::Email { .. }) => Way::Email,
            Some(SentHow::File(_) | SentHow::Offer { .. }) | None => Way::File,
        }
    }

    /// A radio button for each; greyed for those that the administrator does not let be used.
    pub(super) fn choose(&mut self, ui: &mut Ui, policy: &PolicyView) {
        let may = |way: &Way| policy.ways.has(way.of_invitation());
        if !may(self)
            && let Some(first) = Self::ALL.into_iter().find(may)
        {
            *self = first;
        }
        let names = Self::ALL.map(Self::name);
        let ways: Vec<_> = (Self::ALL.iter().zip(&names))
            .map(|(way, name)| ((way.icon(), name).into(), may(way)))
            .collect();
        let chosen = Self::ALL.iter().position(|way| way == self);
        if let Some(clicked) = tiles(ui, &ways, chosen)
            && let Some(way) = Self::ALL.get(clicked)
        {
            *self = *way;
        }
        if policy.fixes_ways {
            quiet_small(ui, set_by_administrator());
        }
    }

    fn of_invitation(self) -> InviteWay {
        match self {
            Way::Contact => InviteWay::Contact,
            Way::Code => InviteWay::Code,
            Way::Email => InviteWay::Email,
            Way::File => InviteWay::File,
        }
    }

    /// The picture that stands for it.
    pub(super) fn icon(self) -> Icon {
        match self {
            Way::Contact => Icon::Contact,
            Way::Code => Icon::Telephone,
            Way::Email => Icon::Email,
            Way::File => Icon::Save,
        }
    }

    fn name(self) -> String {
        match self {
            Way::Contact => say!("invite-way-contact"),
            Way::Code => say!("invite-way-code"),
            Way::Email => say!("invite-way-email"),
            Way::File => say!("invite-way-file"),
        }
    }

    /// What the button says that makes an invitation for it.
    pub(super) fn act(self) -> String {
        match self {
            Way::Contact => say!("invite-act-contact"),
            Way::Code => say!("invite-act-code"),
            Way::Email => say!("invite-act-email"),
            Way::File => say!("invite-act-file"),
        }
    }

    /// What a password is good for, when it travels so.
    pub(super) fn password_advice(self) -> String {
        match self {
            Way::Contact => say!("invite-password-and-contact"),
            Way::Code => say!("invite-password-and-code"),
            Way::Email => say!("invite-password-and-email"),
            Way::File => say!("invite-password-and-file"),
        }
    }
}
