//! Settings > `E-mail`: which way invitations go out, and the mail server for who has no e-mail program.

use egui::{ComboBox, Ui, accesskit::Role};

use crate::{
    engine::{
        Command, EmailSecurity, EmailSettings, EmailWay, MailTest, Secret, SettingsView,
        guess_server,
    },
    language::say,
    ui::{
        app::Cx,
        novice::mail::MAX_ADDRESS,
        text::mail as say_mail,
        theme::NEAR,
        widgets::{
            Field, Look, Note, button_if, card, come_into_view, explained, field_label, gap, group,
            note, row,
        },
    },
};

/// The longest name of a server, in characters (RFC 1035).
const MAX_SERVER: usize = 253;
/// The longest user name and password.
const MAX_LOGIN: usize = 256;

/// What is being changed, beside the settings themselves.
#[derive(Clone, Debug)]
pub struct EmailDraft {
    port: String,
    password: Secret,
    /// What was guessed from the address, and may be guessed anew as long as it was not touched.
    guessed: Option<EmailSettings>,
    tested: bool,
    password_sent: bool,
}

impl EmailDraft {
    /// Of the settings as they are kept.
    pub fn of(kept: &EmailSettings) -> Self {
        Self {
            port: kept.port.to_string(),
            password: Secret::default(),
            guessed: None,
            tested: false,
            password_sent: false,
        }
    }

    fn port(&self) -> Result<u16, String> {
        let port = self.port.trim().parse().ok();
        port.filter(|port| *port > 0)
            .ok_or_else(|| say!("settings-email-port-fault"))
    }

    /// The settings, if they will do.
    pub fn result(&self, email: &EmailSettings) -> Option<EmailSettings> {
        let settings = self.trimmed(email)?;
        let complete = !settings.server.is_empty() && settings.address.contains('@');
        (email.way == EmailWay::Program || complete).then_some(settings)
    }

    fn trimmed(&self, email: &EmailSettings) -> Option<EmailSettings> {
        let trimmed = |text: &str| text.trim().to_owned();
        Some(EmailSettings {
            way: email.way,
            address: trimmed(&email.address),
            server: trimmed(&email.server),
            port: self.port().ok()?,
            security: email.security,
            user: trimmed(&email.user),
        })
    }

    /// Keeps a password that was typed, for these settings.
    pub fn keep_password(&mut self, cx: &Cx<'_>, settings: &SettingsView) {
        if !self.password.0.is_empty() {
            cx.send(Command::KeepMailPassword {
                email: settings.email.clone(),
                password: std::mem::take(&mut self.password),
            });
            self.password_sent = true;
        }
    }

    /// Shows the tab.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, email: &mut EmailSettings) {
        group(ui, "email", Role::TabPanel, &say!("settings-email"), |ui| {
            card(ui, |ui| {
                explained(ui, say!("settings-email-way-program-hint"), |ui| {
                    let words = say!("settings-email-way-program");
                    ui.radio_value(&mut email.way, EmailWay::Program, words)
                });
                explained(ui, say!("settings-email-way-server-hint"), |ui| {
                    let words = say!("settings-email-way-server");
                    ui.radio_value(&mut email.way, EmailWay::Server, words)
                });
            });
            gap(ui);
            card(ui, |ui| {
                self.account(ui, email);
                ui.add_space(NEAR);
                self.test(ui, cx, email);
            });
        });
    }

    fn account(&mut self, ui: &mut Ui, email: &mut EmailSettings) {
        let is_missing = |text: &str| email.way == EmailWay::Server && text.trim().is_empty();
        let no_address = is_missing(&email.address).then(|| say!("settings-email-address-fault"));
        let no_server = is_missing(&email.server).then(|| say!("settings-email-server-fault"));
        let address = Field::new(&say!("settings-email-address"))
            .hint(&say!("settings-email-address-hint"))
            .fault(no_address.as_deref())
            .longest(MAX_ADDRESS)
            .show(ui, &mut email.address);
        if address.changed() {
            self.guess(email);
        }
        Field::new(&say!("settings-email-server"))
            .hint(&say!("settings-email-server-hint"))
            .fault(no_server.as_deref())
            .longest(MAX_SERVER)
            .show(ui, &mut email.server);
        let fault = self.port().err();
        Field::new(&say!("settings-port"))
            .fault(fault.as_deref())
            .longest(5)
            .width(120.0)
            .show(ui, &mut self.port);
        security(ui, &mut email.security);
        Field::new(&say!("settings-email-user"))
            .hint(&say!("settings-email-user-hint"))
            .longest(MAX_LOGIN)
            .show(ui, &mut email.user);
        Field::new(&say!("settings-password"))
            .hint(&say!("settings-password-hint-kept"))
            .hidden(true)
            .longest(MAX_LOGIN)
            .show(ui, &mut *self.password.0);
    }

    /// Fills in what follows from the address, unless the user wrote something else there.
    fn guess(&mut self, email: &mut EmailSettings) {
        let untouched = match &self.guessed {
            None => email.server.is_empty() && email.user.is_empty(),
            Some(guess) => {
                email.server == guess.server
                    && email.user == guess.user
                    && self.port == guess.port.to_string()
            }
        };
        if let (true, Some(guess)) = (untouched, guess_server(&email.address)) {
            email.server.clone_from(&guess.server);
            email.user.clone_from(&guess.user);
            email.security = guess.security;
            self.port = guess.port.to_string();
            self.guessed = Some(guess);
        }
    }

    fn test(&mut self, ui: &mut Ui, cx: &Cx<'_>, email: &EmailSettings) {
        let novice = &cx.view.novice;
        let sending = matches!(novice.mail_test, MailTest::Sending(_));
        let settings = self.trimmed(email).filter(|email| !email.server.is_empty());
        let can = settings.is_some() && !sending;
        if button_if(ui, can, Look::Plain, &say!("settings-email-test")).clicked()
            && let Some(email) = settings
        {
            let typed = !self.password.0.is_empty();
            cx.send(Command::TestMail {
                email,
                password: typed.then(|| self.password.clone()),
            });
            self.tested = true;
        }
        if self.tested {
            match &novice.mail_test {
                MailTest::Nothing => {}
                MailTest::Sending(step) => {
                    let words = say_mail::step(*step);
                    let said = note(ui, Note::Plain, words.as_str());
                    come_into_view(ui, &said, &words);
                }
                MailTest::Sent { to } => {
                    let words = say!("settings-email-test-sent", to = to);
                    let said = note(ui, Note::Good, words.as_str());
                    come_into_view(ui, &said, &words);
                }
                MailTest::Failed(error) => {
                    note(ui, Note::Fault, say_mail::fault(error));
                }
            }
        }
        if let (true, Some(kept)) = (self.password_sent, novice.mail_password) {
            note(ui, Note::Plain, say_mail::password_kept(kept));
        }
    }
}

fn security(ui: &mut Ui, security: &mut EmailSecurity) {
    let label = say!("settings-email-security");
    field_label(ui, &label);
    row(ui, |ui| {
        let combo = ComboBox::from_id_salt("security")
            .selected_text(security_name(*security))
            .show_ui(ui, |ui| {
                for one in [EmailSecurity::StartTls, EmailSecurity::Tls] {
                    ui.selectable_value(security, one, security_name(one));
                }
            });
        ui.ctx()
            .accesskit_node_builder(combo.response.id, |node| node.set_label(label));
    });
}

fn security_name(security: EmailSecurity) -> &'static str {
    match security {
        EmailSecurity::StartTls => "STARTTLS",
        EmailSecurity::Tls => "TLS",
    }
}
