//! The e-mail portal of free desktops (`org.freedesktop.portal.Email`): it reaches programs in sandboxes too, since it
//! is given the open file and not its path.

use std::{
    collections::HashMap,
    os::fd::OwnedFd,
    sync::mpsc::{RecvTimeoutError, channel},
    thread,
    time::Duration,
};

use rustix::fs::{Mode, OFlags};
use zbus::{
    blocking::{Connection, Proxy, connection::Builder},
    zvariant::{Fd, OwnedObjectPath, OwnedValue, Value},
};

use super::{Mail, MailError};

const BUS_NAME: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";
const INTERFACE: &str = "org.freedesktop.portal.Email";
const REQUEST: &str = "org.freedesktop.portal.Request";

/// How long the portal may take for an answer that needs no user.
const ANSWER_PATIENCE: Duration = Duration::from_secs(5);
/// How long it may take until the message is open: it may ask the user which program to take. After that it is taken for
/// open, and the window offers the file.
const OPEN_PATIENCE: Duration = Duration::from_secs(60);
/// The portal's answer for what the user did not want.
const CANCELLED: u32 = 1;

/// Opens a message, or says that the portal cannot.
pub(super) fn compose(mail: &Mail) -> Result<(), MailError> {
    let connection = connect()?;
    let portal = portal_on(&connection)?;
    let (answers, answer) = channel();
    let token = "hulp_mail";
    let request = request_path(&connection, token)?;
    let listened = connection.clone();
    let mut signals = Proxy::new(&listened, BUS_NAME, request, REQUEST)
        .and_then(|request| request.receive_signal("Response"))
        .map_err(failed)?;
    // Ends with the answer, or with the connection.
    thread::Builder::new()
        .name("mail portal".into())
        .spawn(move || {
            if let Some(signal) = signals.next() {
                let answer: Result<(u32, HashMap<String, OwnedValue>), _> =
                    signal.body().deserialize();
                let _ = answers.send(answer.map(|(code, _)| code)); // nobody waits any more
            }
        })
        .map_err(|error| MailError::Failed(error.to_string()))?;
    let asked = ask(&portal, mail, token).map(|()| answer.recv_timeout(OPEN_PATIENCE));
    if !matches!(asked, Ok(Err(RecvTimeoutError::Timeout))) {
        // Not while the user still chooses a program: the portal's own window would close with it.
        connection.close().ok(); // a bus that is gone is closed too
    }
    match asked? {
        Ok(Ok(0)) | Err(RecvTimeoutError::Timeout) => Ok(()),
        Ok(Ok(CANCELLED)) => Err(MailError::Cancelled),
        Ok(_) | Err(RecvTimeoutError::Disconnected) => {
            Err(MailError::Failed("the portal found no program".into()))
        }
    }
}

/// Whether there is a portal for e-mail.
pub(super) fn is_there() -> bool {
    connect().is_ok_and(|connection| portal_on(&connection).is_ok())
}

fn connect() -> Result<Connection, MailError> {
    Builder::session()
        .map(|builder| builder.method_timeout(ANSWER_PATIENCE))
        .and_then(Builder::build)
        .map_err(|_| MailError::NoProgram)
}

fn portal_on(connection: &Connection) -> Result<Proxy<'static>, MailError> {
    let portal = Proxy::new(connection, BUS_NAME, PATH, INTERFACE).map_err(failed)?;
    // A portal without e-mail has not this property.
    portal
        .get_property::<u32>("version")
        .map_err(|_| MailError::NoProgram)?;
    Ok(portal)
}

fn ask(portal: &Proxy<'_>, mail: &Mail, token: &str) -> Result<(), MailError> {
    let file = open(mail)?;
    let mut options: HashMap<&str, Value<'_>> = HashMap::from([
        ("handle_token", token.into()),
        ("subject", mail.subject.as_str().into()),
        ("body", mail.body.as_str().into()),
        ("attachment_fds", vec![Fd::from(&file)].into()),
    ]);
    if !mail.to.is_empty() {
        options.insert("address", mail.to.as_str().into());
    }
    let parent = ""; // no window: the program's own comes to the front by itself
    portal
        .call::<_, _, OwnedObjectPath>("ComposeEmail", &(parent, options))
        .map(drop)
        .map_err(failed)
}

fn open(mail: &Mail) -> Result<OwnedFd, MailError> {
    let flags = OFlags::RDONLY | OFlags::CLOEXEC;
    rustix::fs::open(&mail.attachment, flags, Mode::empty())
        .map_err(|error| MailError::Failed(error.to_string()))
}

/// Where the portal will answer. It is listened to before it is asked, so that no answer is missed.
fn request_path(connection: &Connection, token: &str) -> Result<OwnedObjectPath, MailError> {
    let name = connection
        .unique_name()
        .ok_or_else(|| MailError::Failed("no name on the bus".into()))?;
    let sender = name.trim_start_matches(':').replace('.', "_");
    OwnedObjectPath::try_from(format!("{PATH}/request/{sender}/{token}"))
        .map_err(|error| MailError::Failed(error.to_string()))
}

fn failed(error: zbus::Error) -> MailError {
    MailError::Failed(error.to_string())
}
