//! Hulp's own way to a mail server: SMTP, always inside TLS, step by step so that each refusal is told as what it is.
//!
//! Known of lettre 0.11: a server's line has no limit but the time of a step, [`STEP_PATIENCE`]; and what somebody on the line
//! puts in before STARTTLS may be read as an answer after it. That can feign a refusal or a success, but nothing is said to it:
//! name and password go out inside TLS alone. `TLS` from the first byte, which is proposed wherever it is known, has neither.

use std::time::Duration;

use lettre::{
    Message,
    address::Envelope,
    transport::smtp::{
        Error as SmtpError,
        authentication::{Credentials, DEFAULT_MECHANISMS},
        client::{
            AsyncSmtpConnection, Certificate, CertificateStore, TlsParameters, TlsParametersBuilder,
        },
        commands::{Data, Mail, Rcpt},
        extension::{ClientId, Extension, MailParameter},
    },
};
use tokio::time::timeout;
use zeroize::Zeroizing;

use super::{
    EmailError, Letter,
    message::{Paper, address, build},
    said::{certificate_fault, innermost, said, words},
};
use crate::invitation::{Invitation, clean_name};

/// How long a server may take for each step.
pub const STEP_PATIENCE: Duration = Duration::from_secs(30);
/// How long the goodbye may take; the message is sent by then.
const GOODBYE_PATIENCE: Duration = Duration::from_secs(2);

/// How the line to a mail server is made secure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// It begins in the clear and is made secure before anything is said.
    StartTls,
    /// It is secure from its first byte.
    Tls,
}

impl Security {
    /// The port that servers have for it.
    pub fn usual_port(self) -> u16 {
        match self {
            Security::StartTls => 587,
            Security::Tls => 465,
        }
    }
}

/// A step on the way of a message to the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Finding the server.
    Reaching,
    /// Making the line secure, and checking the server's certificate.
    Securing,
    /// User name and password.
    LoggingIn,
    /// The message itself.
    Sending,
}

/// Who sends, and where.
#[derive(Clone)]
pub struct Account {
    /// The sender's name; may be empty.
    pub name: String,
    /// The sender's address.
    pub address: String,
    /// The server's name.
    pub server: String,
    /// Its port.
    pub port: u16,
    /// How the line is made secure.
    pub security: Security,
    /// The user's name at the server; empty where it asks for none.
    pub user: String,
    /// The password. `lettre` has copies of it for as long as it logs in.
    pub password: Option<Zeroizing<String>>,
}

/// What only tests have a reason to change.
#[derive(Clone, Debug)]
pub struct Options {
    /// [`STEP_PATIENCE`].
    pub patience: Duration,
    /// Certificates (PEM) to trust in place of the system's.
    pub roots: Option<Vec<u8>>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            patience: STEP_PATIENCE,
            roots: None,
        }
    }
}

impl std::fmt::Debug for Account {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Account {{ {} at {}:{}, .. }}",
            self.address, self.server, self.port
        )
    }
}

/// Sends an invitation: `xml` is the file's text. `told` hears of each step as it begins.
///
/// # Errors
/// [`EmailError`]; after one at [`Step::Sending`] the message may have been sent all the same.
pub async fn send(
    account: &Account,
    options: &Options,
    to: &str,
    (letter, invitation, xml): (&Letter, &Invitation, &str),
    told: impl Fn(Step) + Send + Sync,
) -> Result<(), EmailError> {
    let paper = Paper {
        from: &invitation.from,
        id: invitation.id,
        xml: xml.as_bytes(),
    };
    post(account, options, to, (letter, Some(&paper)), told).await
}

/// Sends a test message to the sender's own address.
///
/// # Errors
/// [`EmailError`].
pub async fn send_test(
    account: &Account,
    options: &Options,
    told: impl Fn(Step) + Send + Sync,
) -> Result<(), EmailError> {
    post(
        account,
        options,
        &account.address,
        (&Letter::test(), None),
        told,
    )
    .await
}

/// Logs in, and sends nothing.
///
/// # Errors
/// [`EmailError`].
pub async fn try_server(account: &Account, options: &Options) -> Result<(), EmailError> {
    let server = account.server.trim();
    if server.is_empty() {
        return Err(EmailError::NoServer);
    }
    let line = Line {
        server,
        account,
        options,
        told: &|_| (),
    };
    let mut connection = line.open().await?;
    let outcome = line.log_in(&mut connection).await;
    let _ = timeout(GOODBYE_PATIENCE, connection.abort()).await; // gone either way
    outcome
}

async fn post(
    account: &Account,
    options: &Options,
    to: &str,
    (letter, paper): (&Letter, Option<&Paper<'_>>),
    told: impl Fn(Step) + Send + Sync,
) -> Result<(), EmailError> {
    let server = account.server.trim();
    if server.is_empty() {
        return Err(EmailError::NoServer);
    }
    let sender = address(&account.address)
        .map_err(|_| EmailError::NoSender(clean_name(&account.address)))?;
    let to = address(to)?;
    let message = build((&account.name, &sender), &to, letter, paper)?;
    let line = Line {
        server,
        account,
        options,
        told: &told,
    };
    let mut connection = line.open().await?;
    let sent = match line.log_in(&mut connection).await {
        Ok(()) => line.deliver(&mut connection, &message).await,
        Err(error) => Err(error),
    };
    // A server that is not told goodbye only waits a while; the message has been taken or refused.
    let _ = timeout(GOODBYE_PATIENCE, connection.abort()).await;
    sent
}

/// One try at one server.
struct Line<'a> {
    server: &'a str,
    account: &'a Account,
    options: &'a Options,
    told: &'a (dyn Fn(Step) + Sync),
}

impl Line<'_> {
    async fn open(&self) -> Result<AsyncSmtpConnection, EmailError> {
        let tls = self.tls().map_err(|error| self.tls_fault(&error))?;
        let hello = ClientId::default(); // no name: that of this computer is nobody's affair
        let address = (self.server, self.account.port);
        let at_once = (self.account.security == Security::Tls).then(|| tls.clone());
        (self.told)(Step::Reaching);
        let connecting = AsyncSmtpConnection::connect_tokio1(
            address,
            Some(self.options.patience),
            &hello,
            at_once,
            None,
        );
        let connected = self.in_time(Step::Reaching, connecting).await?;
        let mut connection = connected.map_err(|error| self.not_reached(&error))?;
        if self.account.security == Security::StartTls {
            (self.told)(Step::Securing);
            if !connection.can_starttls() {
                connection.abort().await;
                return Err(EmailError::NotSecure {
                    server: self.server.into(),
                });
            }
            let secured = self
                .in_time(Step::Securing, connection.starttls(tls, &hello))
                .await?;
            secured.map_err(|error| self.tls_fault(&error))?;
        }
        Ok(connection)
    }

    fn tls(&self) -> Result<TlsParameters, SmtpError> {
        let builder: TlsParametersBuilder = TlsParameters::builder(self.server.to_owned());
        match &self.options.roots {
            None => builder.build(),
            Some(pem) => builder
                .certificate_store(CertificateStore::None)
                .add_root_certificate(Certificate::from_pem(pem)?)
                .build(),
        }
    }

    async fn log_in(&self, connection: &mut AsyncSmtpConnection) -> Result<(), EmailError> {
        if self.account.user.trim().is_empty() {
            return Ok(());
        }
        (self.told)(Step::LoggingIn);
        let server = || self.server.to_owned();
        let password = self.account.password.as_deref();
        let password = password.ok_or_else(|| EmailError::NoPassword { server: server() })?;
        let info = connection.server_info();
        if info.get_auth_mechanism(DEFAULT_MECHANISMS).is_none() {
            return Err(EmailError::NoLogin { server: server() });
        }
        let credentials = Credentials::new(self.account.user.trim().to_owned(), password.clone());
        let login = connection.auth(DEFAULT_MECHANISMS, &credentials);
        match self.in_time(Step::LoggingIn, login).await? {
            Ok(_) => Ok(()),
            Err(error) if error.status().is_some() => Err(EmailError::LoginRefused {
                server: server(),
                said: said(&error),
            }),
            Err(error) => Err(self.broken(&error)),
        }
    }

    async fn deliver(
        &self,
        connection: &mut AsyncSmtpConnection,
        message: &Message,
    ) -> Result<(), EmailError> {
        (self.told)(Step::Sending);
        let delivery =
            self.envelope_and_message(connection, message.envelope(), message.formatted());
        self.in_time(Step::Sending, delivery).await?
    }

    async fn envelope_and_message(
        &self,
        connection: &mut AsyncSmtpConnection,
        envelope: &Envelope,
        message: Vec<u8>,
    ) -> Result<(), EmailError> {
        let server = || self.server.to_owned();
        let mut parameters = vec![];
        let mut addresses = envelope.to().iter().chain(envelope.from());
        if !addresses.all(|address| AsRef::<str>::as_ref(address).is_ascii()) {
            if !connection
                .server_info()
                .supports_feature(Extension::SmtpUtfEight)
            {
                return Err(EmailError::RecipientRefused {
                    server: server(),
                    address: envelope.to().iter().map(ToString::to_string).collect(),
                    said: "it takes only plain letters in addresses".into(),
                });
            }
            parameters.push(MailParameter::SmtpUtfEight);
        }
        let sender = envelope.from().cloned();
        let address = sender.as_ref().map(ToString::to_string).unwrap_or_default();
        let taken = connection.command(Mail::new(sender, parameters)).await;
        self.told_no(taken, |said| EmailError::SenderRefused {
            server: server(),
            address,
            said,
        })?;
        for to in envelope.to() {
            let taken = connection.command(Rcpt::new(to.clone(), vec![])).await;
            self.told_no(taken, |said| EmailError::RecipientRefused {
                server: server(),
                address: to.to_string(),
                said,
            })?;
        }
        let refused = |said| EmailError::MessageRefused {
            server: server(),
            said,
        };
        let taken = connection.command(Data).await;
        self.told_no(taken, refused)?;
        let taken = connection.message(&message).await;
        self.told_no(taken, refused)
    }

    /// A refusal of the server's is what `refused` says; everything else is a broken line.
    fn told_no<T>(
        &self,
        answer: Result<T, SmtpError>,
        refused: impl FnOnce(String) -> EmailError,
    ) -> Result<(), EmailError> {
        match answer {
            Ok(_) => Ok(()),
            Err(error) if error.status().is_some() => Err(refused(said(&error))),
            Err(error) => Err(self.broken(&error)),
        }
    }

    async fn in_time<T>(&self, step: Step, work: impl Future<Output = T>) -> Result<T, EmailError> {
        let patience = self.options.patience;
        timeout(patience, work)
            .await
            .map_err(|_| EmailError::TimedOut {
                server: self.server.into(),
                step,
            })
    }

    fn not_reached(&self, error: &SmtpError) -> EmailError {
        if certificate_fault(error).is_some() || error.is_tls() {
            return self.tls_fault(error);
        }
        if error.is_timeout() {
            return EmailError::TimedOut {
                server: self.server.into(),
                step: Step::Reaching,
            };
        }
        if self.account.security == Security::Tls && words(error).contains("corrupt message") {
            return self.tls_fault(error); // the server speaks in the clear at this port
        }
        EmailError::NotReached {
            server: self.server.into(),
            port: self.account.port,
            why: innermost(error),
        }
    }

    fn tls_fault(&self, error: &SmtpError) -> EmailError {
        let server = self.server.to_owned();
        match certificate_fault(error) {
            Some(fault) => EmailError::Certificate { server, fault },
            None => EmailError::Tls {
                server,
                why: innermost(error),
            },
        }
    }

    fn broken(&self, error: &SmtpError) -> EmailError {
        EmailError::Broken {
            server: self.server.into(),
            why: innermost(error),
        }
    }
}
