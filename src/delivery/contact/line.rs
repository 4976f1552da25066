//! The line to a contact server: reached, encrypted, signed in, and bounded in everything that comes over it.

use std::{borrow::Cow, time::Duration};

use futures_util::{SinkExt, StreamExt};
use sasl::common::ChannelBinding;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    time::timeout,
};
use tokio_rustls::client::TlsStream;
use tokio_xmpp::{
    Stanza,
    jid::FullJid,
    parsers::{
        bind::{BindQuery, BindResponse},
        iq::Iq,
        ns, starttls,
        stream_features::StreamFeatures,
    },
    xmlstream::{
        FallibleStreamElement, PendingFeaturesRecv, ReadError, RecvFeaturesError, StreamHeader,
        Timeouts, XmppStream, XmppStreamElement, initiate_stream,
    },
};

use super::{
    super::words::{plain, unreached},
    Account, ContactError,
    bounds::Bounded,
    place::{Place, places},
    proof::prove,
    tls,
};

/// How long it may take to reach one place.
const CONNECT_PATIENCE: Duration = Duration::from_secs(10);
/// How long encrypting and signing in may take.
const SIGN_IN_PATIENCE: Duration = Duration::from_secs(20);
/// How long the server may take to take a stanza in.
const SEND_PATIENCE: Duration = Duration::from_secs(15);
/// After so much silence the server is asked for a sign of life; that also keeps the way to it open through routers.
const SILENCE: Duration = Duration::from_secs(50);
/// So long it may then take, and the line is gone.
const ANSWER_PATIENCE: Duration = Duration::from_secs(15);

type Plain = Bounded<TcpStream>;
type Encrypted = Bounded<TlsStream<TcpStream>>;

/// A line to a contact server, signed in.
pub(super) struct Line {
    stream: XmppStream<Encrypted>,
}

/// What comes over a line.
pub(super) enum Heard {
    Stanza(Box<Stanza>),
    /// A stanza that does not mean anything here.
    Other,
    /// The server was silent for a while and should be asked for a sign of life.
    Silence,
}

impl Line {
    /// Reaches the account's server and signs in as this device.
    pub(super) async fn open(
        account: &Account,
        device: &str,
    ) -> Result<(Self, FullJid), ContactError> {
        let mut fault = None;
        for place in places(account.address.domain(), account.server.as_deref()).await? {
            let tried = async {
                let (stream, binding) = encrypted(&place, account).await?;
                sign_in(account, device, stream, binding).await
            };
            match timeout(SIGN_IN_PATIENCE, tried).await {
                Ok(Ok(line)) => return Ok(line),
                // A place that answers and refuses is the right one; the others are no better.
                Ok(Err(error)) if !is_another_place_worth_it(&error) => return Err(error),
                Ok(Err(error)) => fault = Some(telling(fault, error)),
                Err(_) => fault = Some(telling(fault, silent())),
            }
        }
        Err(fault.unwrap_or(ContactError::Lost))
    }

    pub(super) async fn send(&mut self, stanza: Stanza) -> Result<(), ContactError> {
        say(&mut self.stream, &XmppStreamElement::Stanza(stanza)).await
    }

    /// The next that comes. Nothing is lost when this is dropped in between.
    pub(super) async fn next(&mut self) -> Result<Heard, ContactError> {
        match self.stream.next().await {
            Some(Ok(FallibleStreamElement::Ok(XmppStreamElement::Stanza(stanza)))) => {
                Ok(Heard::Stanza(Box::new(stanza)))
            }
            Some(Ok(FallibleStreamElement::Ok(XmppStreamElement::StreamError(error)))) => {
                Err(ContactError::Refused(plain(&error.0.condition.to_string())))
            }
            Some(Ok(_) | Err(ReadError::ParseError(_))) => Ok(Heard::Other),
            Some(Err(ReadError::SoftTimeout)) => Ok(Heard::Silence),
            Some(Err(ReadError::HardError(error)))
                if error.kind() == std::io::ErrorKind::InvalidData =>
            {
                Err(ContactError::Nonsense)
            }
            Some(Err(ReadError::HardError(_) | ReadError::StreamFooterReceived)) | None => {
                Err(ContactError::Lost)
            }
        }
    }

    /// Says goodbye, so that others see at once that this device is gone.
    pub(super) async fn close(mut self) {
        let _ = timeout(SEND_PATIENCE, self.stream.shutdown()).await; // gone either way
    }
}

/// An encrypted stream to one place, and what ties a proof to it.
async fn encrypted(
    place: &Place,
    account: &Account,
) -> Result<(PendingFeaturesRecv<Encrypted>, Option<ChannelBinding>), ContactError> {
    let connecting = TcpStream::connect((place.host.as_str(), place.port));
    let tcp = match timeout(CONNECT_PATIENCE, connecting).await {
        Ok(Ok(tcp)) => tcp,
        Ok(Err(error)) => return Err(ContactError::NotReached(unreached(&error))),
        Err(_) => return Err(silent()),
    };
    let _ = tcp.set_nodelay(true); // slower without, and no worse
    let domain = account.address.domain();
    let tcp = match place.direct {
        true => tcp,
        false => request_tls(domain, tcp).await?,
    };
    let tls = tls::begin(domain, &account.trust, place.direct, tcp).await?;
    let binding = tls::binding(&tls);
    Ok((begin_stream(domain, tls).await?, binding))
}

/// STARTTLS (RFC 6120 section 5). What came unencrypted behind the server's answer is not read.
async fn request_tls(domain: &str, tcp: TcpStream) -> Result<TcpStream, ContactError> {
    let begun = begin_stream(domain, tcp).await?;
    let (features, mut stream): (_, XmppStream<Plain>) = features(begun).await?;
    if !features.can_starttls() {
        return Err(ContactError::NoEncryption);
    }
    let request = starttls::Nonza::Request(starttls::Request);
    say(&mut stream, &XmppStreamElement::Starttls(request)).await?;
    match stream.next().await {
        Some(Ok(FallibleStreamElement::Ok(XmppStreamElement::Starttls(
            starttls::Nonza::Proceed(_),
        )))) => stream
            .into_inner()
            .into_inner()
            .ok_or(ContactError::Nonsense),
        Some(Ok(_)) => Err(ContactError::NoEncryption),
        _ => Err(ContactError::Lost),
    }
}

/// Proves the password and takes the device's name (RFC 6120 sections 6 and 7).
async fn sign_in(
    account: &Account,
    device: &str,
    begun: PendingFeaturesRecv<Encrypted>,
    binding: Option<ChannelBinding>,
) -> Result<(Line, FullJid), ContactError> {
    let (offered, stream) = features(begun).await?;
    let anew = stream.get_stream().anew();
    let signed_in = prove(stream, account, &offered, binding).await?;
    anew.say();
    let begun = signed_in
        .send_header(header(account.address.domain()))
        .await;
    let (_, mut stream): (_, XmppStream<Encrypted>) =
        features(begun.map_err(|_| ContactError::Lost)?).await?;
    let bind = Iq::Set {
        from: None,
        to: None,
        id: "bind".to_owned(),
        payload: BindQuery::new(Some(device.to_owned())).into(),
    };
    say(&mut stream, &XmppStreamElement::Stanza(bind.into())).await?;
    let mut line = Line { stream };
    let Heard::Stanza(answer) = line.next().await? else {
        return Err(ContactError::Nonsense);
    };
    let me = match *answer {
        Stanza::Iq(Iq::Result {
            payload: Some(payload),
            ..
        }) => BindResponse::try_from(payload).map_err(|_| ContactError::Nonsense)?,
        Stanza::Iq(Iq::Error { error, .. }) => {
            let words = format!("{:?}", error.defined_condition);
            return Err(ContactError::Refused(plain(&words)));
        }
        _ => return Err(ContactError::Nonsense),
    };
    let me = FullJid::from(me);
    match me.to_bare() == *account.address.jid() {
        true => Ok((line, me)),
        false => Err(ContactError::Nonsense),
    }
}

pub(super) async fn begin_stream<S: AsyncRead + AsyncWrite + Unpin>(
    domain: &str,
    stream: S,
) -> Result<PendingFeaturesRecv<Bounded<S>>, ContactError> {
    let patience = Timeouts {
        read_timeout: SILENCE,
        response_timeout: ANSWER_PATIENCE,
    };
    initiate_stream(
        Bounded::new(stream),
        ns::JABBER_CLIENT,
        header(domain),
        patience,
    )
    .await
    .map_err(|error| match error.kind() {
        std::io::ErrorKind::InvalidData => ContactError::Nonsense,
        _ => ContactError::Lost,
    })
}

pub(super) async fn features<S: AsyncRead + AsyncWrite + Unpin>(
    begun: PendingFeaturesRecv<Bounded<S>>,
) -> Result<(StreamFeatures, XmppStream<Bounded<S>>), ContactError> {
    begun.recv_features().await.map_err(|error| match error {
        RecvFeaturesError::StreamError(error) => {
            ContactError::Refused(plain(&error.0.condition.to_string()))
        }
        RecvFeaturesError::Io(error) if error.kind() == std::io::ErrorKind::InvalidData => {
            ContactError::Nonsense
        }
        RecvFeaturesError::Io(_) => ContactError::Lost,
    })
}

pub(super) async fn say<S: AsyncRead + AsyncWrite + Unpin>(
    stream: &mut XmppStream<Bounded<S>>,
    element: &XmppStreamElement,
) -> Result<(), ContactError> {
    match timeout(SEND_PATIENCE, stream.send(element)).await {
        Ok(Ok(())) => Ok(()),
        _ => Err(ContactError::Lost),
    }
}

fn header(domain: &str) -> StreamHeader<'_> {
    StreamHeader {
        to: Some(Cow::Borrowed(domain)),
        from: None,
        id: None,
    }
}

/// Whether another place may do better: this one was not reached, or is no contact server of that kind.
fn is_another_place_worth_it(error: &ContactError) -> bool {
    matches!(
        error,
        ContactError::NotReached(_)
            | ContactError::Lost
            | ContactError::Nonsense
            | ContactError::NoEncryption
    )
}

/// Of two faults the one that tells more.
fn telling(before: Option<ContactError>, now: ContactError) -> ContactError {
    match (before, now) {
        (Some(before), ContactError::NotReached(_)) => before,
        (Some(before @ ContactError::Nonsense), ContactError::Lost) => before,
        (_, now) => now,
    }
}

fn silent() -> ContactError {
    ContactError::NotReached("it does not answer".to_owned())
}
