//! Invitations by e-mail: through the user's own program; where there is none through the mail server that is set up; and
//! last as a file with the text to paste.

use std::{path::PathBuf, sync::Arc};

use chrono::Local;
use tokio::{sync::mpsc::UnboundedSender, task::spawn_blocking};
use zeroize::Zeroizing;

use super::super::{
    command::{MailTo, Secret},
    shared::Shared,
    view::{InviteFault, MailState, MailTest, MailView},
};
use super::{NoviceSide, invitations::Done};
use crate::{
    delivery::{
        self,
        email::{self, Account, EmailError, Letter, Security, Step, check_address},
    },
    desktop::{Mail, MailError},
    invitation::{Invitation, InvitationId, InvitationRecord, SentHow},
    store::{
        EmailSecurity, EmailSettings, EmailWay, InviteWay, LogEvent, LogText, MailedWay,
        PasswordFor, PasswordKept,
    },
};

/// One e-mail with an invitation.
pub(super) struct Job {
    /// The last one alone is shown.
    number: u64,
    id: InvitationId,
    to: String,
    /// Where the file is, or would be, saved.
    file: PathBuf,
    invitation: Invitation,
    xml: Zeroizing<String>,
    letter: Letter,
}

impl std::fmt::Debug for Job {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Job {{ number: {}, id: {}, .. }}", self.number, self.id) // the file holds a secret
    }
}

/// What became of a step, on another thread.
#[derive(Debug)]
pub(super) enum MailNews {
    /// The e-mail program was asked.
    Asked(Arc<Job>, Result<(), NotOpened>),
    /// A step towards the server has begun.
    Step(Arc<Job>, Step),
    /// The server was tried.
    Tried(Arc<Job>, String, Result<(), EmailError>),
    /// The file is saved for the user.
    Saved(Arc<Job>, Result<(), String>),
    /// A test message is that far.
    Test(u64, MailTest),
    /// A password was kept.
    Password(PasswordKept),
}

/// Why the e-mail program has no message.
#[derive(Debug)]
pub(super) enum NotOpened {
    /// The file could not be saved; the system's own words.
    File(String),
    /// The program.
    Program(MailError),
}

impl NoviceSide {
    /// Whether an e-mail can go there; the address comes back as it goes on an envelope.
    pub(super) fn check_mail(&self, mail: MailTo) -> Result<MailTo, InviteFault> {
        let to = mail.to.trim();
        if to.is_empty() && self.settings.email.way == EmailWay::Program {
            return Ok(MailTo {
                to: String::new(),
                ..mail
            });
        }
        let to = check_address(to).map_err(|_| InviteFault::To)?;
        Ok(MailTo { to, ..mail })
    }

    /// Sends a new or open invitation on its way.
    pub(super) fn mail(&mut self, record: InvitationRecord, to: MailTo) {
        let job = self.job(record.invitation.clone(), to);
        match self.settings.email.way {
            EmailWay::Program => self.ask_program(job),
            EmailWay::Server => self.try_server(job),
        }
    }

    /// `Resend`, and a second try.
    pub(super) fn mail_again(&mut self, id: InvitationId, to: MailTo) {
        let shown = to.to.clone();
        match self.record_to_mail(id, to) {
            Ok((record, to)) => self.mail(record, to),
            Err(state) => self.show_mail(id, shown, String::new(), state),
        }
    }

    /// Saves the file for an e-mail that the user writes.
    pub(super) fn mail_by_hand(&mut self, id: InvitationId, to: MailTo) {
        let record = match self.open_record_for(id, InviteWay::Email) {
            Ok(record) => record,
            Err(why) => {
                let state = MailState::NotSaved(why.into());
                return self.show_mail(id, to.to, String::new(), state);
            }
        };
        let job = self.job(record.invitation.clone(), to);
        let news = self.done.to.clone();
        spawn_blocking(move || {
            let saved = save(&job);
            tell(&news, MailNews::Saved(job, saved));
        });
    }

    fn record_to_mail(
        &mut self,
        id: InvitationId,
        to: MailTo,
    ) -> Result<(InvitationRecord, MailTo), MailState> {
        let typed = to.to.clone();
        let to = self
            .check_mail(to)
            .map_err(|_| MailState::Failed(EmailError::NoAddress(typed)))?;
        let record = self.open_record_for(id, InviteWay::Email);
        let record = record.map_err(|why| MailState::NotSaved(why.into()))?;
        let sent = SentHow::Email { to: to.to.clone() };
        self.check("sent", self.shared.store.add_sent(id, &sent));
        Ok((record, to))
    }

    fn job(&mut self, invitation: Invitation, to: MailTo) -> Arc<Job> {
        let expires = invitation.expires.with_timezone(&Local).fixed_offset();
        let number = self.next_number();
        self.last_mail = number;
        Arc::new(Job {
            number,
            id: invitation.id,
            file: email::attachment_place(&to.near, invitation.id),
            to: to.to,
            xml: invitation.to_xml(),
            letter: Letter::with(&invitation, expires),
            invitation,
        })
    }

    fn ask_program(&mut self, job: Arc<Job>) {
        self.show_job(&job, MailState::Opening);
        let (desktop, news) = (self.shared.desktop.clone(), self.done.to.clone());
        let asked = job.clone();
        let ask = move || {
            let mail = Mail {
                to: asked.to.clone(),
                subject: asked.letter.subject.clone(),
                body: asked.letter.body.clone(),
                attachment: asked.file.clone(),
            };
            let opened = save(&asked)
                .map_err(NotOpened::File)
                .and_then(|()| desktop.compose_mail(&mail).map_err(NotOpened::Program));
            tell(&news, MailNews::Asked(asked, opened));
        };
        // A thread of its own: some programs hold it until the user has sent the message.
        if let Err(error) = self.shared.threads.spawn("hulp-mail", ask) {
            let error = MailError::Failed(error.to_string());
            self.hear_of_mail(MailNews::Asked(job, Err(NotOpened::Program(error))));
        }
    }

    fn try_server(&mut self, job: Arc<Job>) {
        self.show_job(&job, MailState::Sending(Step::Reaching));
        let (shared, news) = (self.shared.clone(), self.done.to.clone());
        let account = mail_account(&self.settings.name, &self.settings.email);
        tokio::spawn(async move {
            let account = with_mail_password(&shared, account, None).await;
            let told = |step| tell(&news, MailNews::Step(job.clone(), step));
            let paper = (&job.letter, &job.invitation, job.xml.as_str());
            let tried = email::send(&account, &shared.smtp, &job.to, paper, told).await;
            tell(&news, MailNews::Tried(job.clone(), account.server, tried));
        });
    }

    /// `Send a test message`.
    pub(super) fn test_mail(&mut self, settings: EmailSettings, password: Option<Secret>) {
        let number = self.next_number();
        self.last_mail_test = number;
        self.change_view(|view| view.mail_test = MailTest::Sending(Step::Reaching));
        let (shared, news) = (self.shared.clone(), self.done.to.clone());
        let account = mail_account(&self.settings.name, &settings);
        tokio::spawn(async move {
            let account = with_mail_password(&shared, account, password).await;
            let told = |step| tell(&news, MailNews::Test(number, MailTest::Sending(step)));
            let tried = email::send_test(&account, &shared.smtp, told).await;
            let outcome = match tried {
                Ok(()) => MailTest::Sent {
                    to: account.address,
                },
                Err(error) => MailTest::Failed(error),
            };
            tell(&news, MailNews::Test(number, outcome));
        });
    }

    /// Keeps the mail server's password where the system keeps passwords.
    pub(super) fn keep_mail_password(&mut self, settings: EmailSettings, password: Secret) {
        let (shared, news) = (self.shared.clone(), self.done.to.clone());
        spawn_blocking(move || {
            let passwords = &shared.passwords;
            let kept = passwords.keep(
                PasswordFor::Email,
                &settings.user,
                &settings.server,
                &password.0,
            );
            tell(&news, MailNews::Password(kept));
        });
    }

    /// Takes in what became of a step.
    pub(super) fn hear_of_mail(&mut self, news: MailNews) {
        match news {
            MailNews::Asked(job, Ok(())) => {
                self.log_mailed(&job, MailedWay::Program);
                let file = job.file.clone();
                self.show_job(&job, MailState::Ready { file });
            }
            MailNews::Asked(job, Err(NotOpened::File(why))) => {
                self.show_job(&job, MailState::NotSaved(why));
            }
            MailNews::Asked(job, Err(NotOpened::Program(MailError::Cancelled))) => {
                let file = job.file.clone();
                self.show_job(&job, MailState::Cancelled { file });
            }
            MailNews::Asked(job, Err(NotOpened::Program(error))) => {
                self.without_program(job, error)
            }
            MailNews::Step(job, step) => self.show_job(&job, MailState::Sending(step)),
            MailNews::Tried(job, server, Ok(())) => {
                self.log_mailed(&job, MailedWay::Server);
                self.show_job(&job, MailState::Sent { server });
            }
            MailNews::Tried(job, _, Err(error)) => {
                tracing::info!(%error, "an e-mail was not sent");
                self.show_job(&job, MailState::Failed(error));
            }
            MailNews::Saved(job, Ok(())) => {
                let file = job.file.clone();
                self.show_job(&job, MailState::ByHand { file, why: None });
            }
            MailNews::Saved(job, Err(why)) => self.show_job(&job, MailState::NotSaved(why)),
            MailNews::Test(number, outcome) if number == self.last_mail_test => {
                self.change_view(|view| view.mail_test = outcome);
            }
            MailNews::Test(..) => {}
            MailNews::Password(kept) => {
                self.change_view(|view| view.mail_password = Some(kept));
            }
        }
    }

    /// No program, or one that failed: the server if one is set up, else the file that is saved already.
    fn without_program(&mut self, job: Arc<Job>, error: MailError) {
        tracing::info!(%error, "no e-mail program");
        if !self.settings.email.server.is_empty() && !job.to.is_empty() {
            return self.try_server(job);
        }
        let why = match error {
            MailError::Failed(why) => Some(why),
            MailError::NoProgram | MailError::Cancelled => None,
        };
        let file = job.file.clone();
        self.show_job(&job, MailState::ByHand { file, why });
    }

    fn show_job(&self, job: &Job, state: MailState) {
        if job.number == self.last_mail {
            self.show_mail(job.id, job.to.clone(), job.letter.to_paste(), state);
        }
    }

    fn show_mail(&self, id: InvitationId, to: String, text: String, state: MailState) {
        self.change_view(|view| {
            view.mail = Some(MailView {
                id,
                to,
                text,
                state,
            });
        });
    }

    fn log_mailed(&self, job: &Job, way: MailedWay) {
        self.log(&LogEvent::InvitationMailed {
            invitation: job.id.into(),
            to: LogText::from(job.to.as_str()),
            way,
        });
    }
}

fn save(job: &Job) -> Result<(), String> {
    delivery::save_for_mail(&job.file, &job.xml)
        .map(drop)
        .map_err(|error| error.to_string())
}

/// The account of these settings, without its password.
pub(in crate::engine) fn mail_account(name: &str, settings: &EmailSettings) -> Account {
    Account {
        name: name.to_owned(),
        address: settings.address.clone(),
        server: settings.server.clone(),
        port: settings.port,
        security: match settings.security {
            EmailSecurity::StartTls => Security::StartTls,
            EmailSecurity::Tls => Security::Tls,
        },
        user: settings.user.clone(),
        password: None,
    }
}

/// With the password that was typed, or else the one that is known for this user and server.
pub(in crate::engine) async fn with_mail_password(
    shared: &Arc<Shared>,
    account: Account,
    typed: Option<Secret>,
) -> Account {
    let password = match typed {
        Some(Secret(password)) => Some(password),
        None => {
            let what = PasswordFor::Email;
            shared
                .find_password(what, &account.user, &account.server)
                .await
        }
    };
    Account {
        password,
        ..account
    }
}

/// Nobody hears it while Hulp closes.
fn tell(news: &UnboundedSender<Done>, what: MailNews) {
    let _ = news.send(Done::Mail(what));
}
