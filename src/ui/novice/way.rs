//! The ways that an invitation travels, as one chooses among them.

use egui::Ui;

use crate::{invitation::SentHow, ui::widgets::choices};

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
            Some(SentHow::File(_)) | None => Way::File,
        }
    }

    /// A radio button for each.
    pub(super) fn choose(&mut self, ui: &mut Ui) {
        choices(ui, |ui| {
            for way in Self::ALL {
                ui.radio_value(self, way, way.name());
            }
        });
    }

    fn name(self) -> &'static str {
        match self {
            Way::Contact => "A contact",
            Way::Code => "A code",
            Way::Email => "E-mail",
            Way::File => "Save as a file",
        }
    }

    /// What the button says that makes an invitation for it.
    pub(super) fn act(self) -> &'static str {
        match self {
            Way::Contact => "Ask for help",
            Way::Code => "Make a code",
            Way::Email => "Send invitation",
            Way::File => "Save invitation",
        }
    }

    /// What a password is good for, when it travels so.
    pub(super) fn password_advice(self) -> &'static str {
        match self {
            Way::Contact => {
                "The invitation goes to this contact through your contact servers, which could read it. Hulp asks you when somebody comes with it."
            }
            Way::Code => {
                "A code that you read out by telephone is enough. With a password, your helper needs both."
            }
            Way::Email => {
                "Then the e-mail alone is not enough. Tell the password by telephone; it is never in the e-mail."
            }
            Way::File => "Then the file alone is not enough. Tell the password by telephone.",
        }
    }
}
