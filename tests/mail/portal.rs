//! A stand-in for the desktop's e-mail portal, on somebody's session bus.

use std::{
    collections::HashMap,
    fs::File,
    io::Read as _,
    os::fd::AsFd as _,
    sync::mpsc::{Receiver, Sender, channel},
    time::Duration,
};

use zbus::{
    blocking::{Connection, connection::Builder},
    interface,
    message::Header,
    names::BusName,
    object_server::SignalEmitter,
    zvariant::{OwnedObjectPath, OwnedValue, Value},
};

const PATIENCE: Duration = Duration::from_secs(20);

/// A portal that opens every message.
pub struct Portal {
    asked: Receiver<Asked>,
    _connection: Connection,
}

/// What it was asked.
#[derive(Debug)]
pub struct Asked {
    pub address: String,
    pub subject: String,
    pub body: String,
    pub attachment: Vec<u8>,
}

struct Email(Sender<Asked>);

#[interface(name = "org.freedesktop.portal.Email")]
impl Email {
    #[zbus(property, name = "version")]
    fn version(&self) -> u32 {
        4
    }

    async fn compose_email(
        &self,
        #[zbus(header)] header: Header<'_>,
        #[zbus(signal_emitter)] emitter: SignalEmitter<'_>,
        _parent: String,
        mut options: HashMap<String, OwnedValue>,
    ) -> OwnedObjectPath {
        let mut text = |name: &str| -> String {
            let value = options.remove(name);
            value.map_or_else(String::new, |value| value.try_into().unwrap())
        };
        let (address, subject, body) = (text("address"), text("subject"), text("body"));
        let token = text("handle_token");
        let Value::Array(files) = Value::from(options.remove("attachment_fds").unwrap()) else {
            panic!("no list of files");
        };
        let [Value::Fd(file)] = files.inner() else {
            panic!("{files:?}");
        };
        let mut attachment = vec![];
        let mut file = File::from(file.as_fd().try_clone_to_owned().unwrap());
        file.read_to_end(&mut attachment).unwrap();
        let asked = Asked {
            address,
            subject,
            body,
            attachment,
        };
        self.0.send(asked).unwrap();
        let sender = header
            .sender()
            .unwrap()
            .trim_start_matches(':')
            .replace('.', "_");
        let path = format!("/org/freedesktop/portal/desktop/request/{sender}/{token}");
        let path = OwnedObjectPath::try_from(path).unwrap();
        let answer = (0_u32, HashMap::<String, Value<'_>>::new());
        let connection = emitter.connection();
        let nobody: Option<BusName<'_>> = None;
        let request = "org.freedesktop.portal.Request";
        let answered = connection.emit_signal(nobody, &path, request, "Response", &answer);
        answered.await.unwrap();
        path
    }
}

impl Portal {
    /// Starts it on the bus at this address.
    pub fn start(bus: &str) -> Self {
        let (to, asked) = channel();
        let connection = Builder::address(bus)
            .and_then(|builder| builder.serve_at("/org/freedesktop/portal/desktop", Email(to)))
            .and_then(|builder| builder.name("org.freedesktop.portal.Desktop"))
            .and_then(Builder::build);
        Self {
            asked,
            _connection: connection.unwrap(),
        }
    }

    /// What it was asked, once it was.
    pub fn asked(&self) -> Asked {
        self.asked.recv_timeout(PATIENCE).unwrap()
    }
}
