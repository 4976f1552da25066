//! Proving the password to a contact server, which proves in turn that it knows it (SASL, RFC 4422; SCRAM, RFC 5802).
//!
//! The library's own way of it takes a server's success without the server's proof, and computes for as long as a server asks.

use futures_util::StreamExt;
use sasl::{
    client::{
        Mechanism,
        mechanisms::{Plain, Scram},
    },
    common::{
        ChannelBinding, Credentials,
        scram::{Sha1, Sha256},
    },
};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    task::spawn_blocking,
};
use tokio_xmpp::{
    parsers::{
        sasl::{Auth, DefinedCondition, Nonza, Response},
        sasl_cb,
        stream_features::StreamFeatures,
    },
    xmlstream::{
        FallibleStreamElement, InitiatingStream, ReadError, XmppStream, XmppStreamElement,
    },
};

use super::{super::words::plain, Account, ContactError, bounds::Bounded, line::say};

/// The most rounds of hashing that a server may ask for: a second's work or so, and far more than servers use.
const MAX_ROUNDS: u32 = 1_000_000;

type Way = Box<dyn Mechanism + Send + Sync>;

/// Proves the account's password in the strongest way that both sides know. What follows is a new stream.
///
/// # Errors
/// [`ContactError::Unproved`] when the server takes the proof and has none itself.
pub(super) async fn prove<S: AsyncRead + AsyncWrite + Unpin>(
    mut stream: XmppStream<Bounded<S>>,
    account: &Account,
    offered: &StreamFeatures,
    binding: Option<ChannelBinding>,
) -> Result<InitiatingStream<Bounded<S>>, ContactError> {
    let mut way = way(account, offered, binding)?;
    let auth = Nonza::Auth(Auth {
        mechanism: (way.name().parse()).map_err(|_| ContactError::NoWayIn)?,
        data: way.initial(),
    });
    say(&mut stream, &XmppStreamElement::Sasl(auth)).await?;
    loop {
        let heard = match stream.next().await {
            Some(Ok(FallibleStreamElement::Ok(XmppStreamElement::Sasl(heard)))) => heard,
            Some(Err(ReadError::SoftTimeout)) => continue, // all of it has its time
            Some(Err(ReadError::HardError(error)))
                if error.kind() != std::io::ErrorKind::InvalidData =>
            {
                return Err(ContactError::Lost);
            }
            Some(Err(ReadError::StreamFooterReceived)) | None => return Err(ContactError::Lost),
            Some(_) => return Err(ContactError::Nonsense),
        };
        match heard {
            Nonza::Challenge(challenge) => {
                let data;
                (way, data) = answer(way, challenge.data).await?;
                let response = Nonza::Response(Response { data });
                say(&mut stream, &XmppStreamElement::Sasl(response)).await?;
            }
            Nonza::Success(success) => {
                way.success(&success.data)
                    .map_err(|_| ContactError::Unproved)?;
                return Ok(stream.initiate_reset());
            }
            Nonza::Failure(failure) => return Err(refusal(&failure.defined_condition)),
            Nonza::Auth(_) | Nonza::Response(_) | Nonza::Abort(_) => {
                return Err(ContactError::Nonsense);
            }
        }
    }
}

fn way(
    account: &Account,
    offered: &StreamFeatures,
    binding: Option<ChannelBinding>,
) -> Result<Way, ContactError> {
    let credentials = Credentials::default()
        .with_username(account.address.user())
        .with_password(account.password.as_str())
        .with_channel_binding(agreed(offered, binding));
    let no_randomness = |_| ContactError::NoRandomness;
    let ways: [Way; 3] = [
        Box::new(Scram::<Sha256>::from_credentials(credentials.clone()).map_err(no_randomness)?),
        Box::new(Scram::<Sha1>::from_credentials(credentials.clone()).map_err(no_randomness)?),
        Box::new(Plain::from_credentials(credentials).map_err(no_randomness)?),
    ];
    ways.into_iter()
        .find(|way| offered.sasl_mechanisms.contains(way.name()))
        .ok_or(ContactError::NoWayIn)
}

/// The proof is tied to the connection where the server can do that too. Without the server's list of ways the client would
/// look for a tied proof alone, find none, and send the password itself.
fn agreed(offered: &StreamFeatures, binding: Option<ChannelBinding>) -> ChannelBinding {
    let tied = offered
        .sasl_mechanisms
        .iter()
        .any(|way| matches!(way.as_str(), "SCRAM-SHA-1-PLUS" | "SCRAM-SHA-256-PLUS"));
    let exporter = offered
        .sasl_cb
        .as_ref()
        .is_some_and(|kinds| kinds.types.contains(&sasl_cb::Type::TlsExporter));
    match binding {
        Some(binding) if tied && exporter => binding,
        _ => ChannelBinding::None,
    }
}

/// Beside: hashing takes its time, and nobody else should have to wait for it.
async fn answer(mut way: Way, challenge: Vec<u8>) -> Result<(Way, Vec<u8>), ContactError> {
    if !is_affordable(&challenge) {
        return Err(ContactError::Nonsense);
    }
    spawn_blocking(move || way.response(&challenge).map(|data| (way, data)))
        .await
        .map_err(|_| ContactError::Lost)?
        .map_err(|_| ContactError::Nonsense)
}

/// Whether a challenge asks for no more rounds than are good.
fn is_affordable(challenge: &[u8]) -> bool {
    str::from_utf8(challenge).is_ok_and(|challenge| {
        let mut rounds = challenge
            .split(',')
            .filter_map(|part| part.strip_prefix("i="));
        rounds.all(|rounds| {
            rounds
                .parse::<u32>()
                .is_ok_and(|rounds| rounds <= MAX_ROUNDS)
        })
    })
}

fn refusal(condition: &DefinedCondition) -> ContactError {
    match condition {
        DefinedCondition::NotAuthorized | DefinedCondition::MalformedRequest => {
            ContactError::WrongPassword
        }
        DefinedCondition::TemporaryAuthFailure => {
            ContactError::Refused("it cannot check passwords just now".to_owned())
        }
        condition => ContactError::Refused(plain(&format!("{condition:?}"))),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use base64::{Engine as _, prelude::BASE64_STANDARD};
    use tokio::io::{AsyncWriteExt as _, duplex};

    use super::{
        super::{
            RingId, Trust,
            line::{begin_stream, features},
        },
        *,
    };
    use crate::invitation::Fingerprint;

    fn account() -> Account {
        Account {
            address: "anna@example.org".parse().unwrap(),
            password: zeroize::Zeroizing::new("geheim".to_owned()),
            server: None,
            trust: Trust::System,
            key: Fingerprint([7; 32]),
            rings_after: RingId(0),
            strangers_may_ring: false,
        }
    }

    /// What comes of a server that says this, whatever it is told.
    async fn told(challenge: &str, success: &str) -> Option<ContactError> {
        let (ours, mut theirs) = duplex(65536);
        let [challenge, success] = [challenge, success].map(|text| BASE64_STANDARD.encode(text));
        let all = format!(
            "<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' \
             from='example.org' id='x' version='1.0'><stream:features>\
             <mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>SCRAM-SHA-1</mechanism></mechanisms>\
             </stream:features><challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{challenge}</challenge>\
             <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{success}</success>"
        );
        theirs.write_all(all.as_bytes()).await.unwrap();
        let begun = begin_stream("example.org", ours).await.unwrap();
        let (offered, stream) = features(begun).await.unwrap();
        prove(stream, &account(), &offered, None).await.err()
    }

    #[tokio::test]
    async fn a_server_that_does_not_know_the_password_is_left() {
        for success in ["", "v=AAAA", "v=rmF9pqV8S7suAoZWja4dJRkFsKQ="] {
            let error = told("r=abc,s=QSXCR+Q6sek8bf92,i=4096", success).await;
            assert_eq!(error, Some(ContactError::Unproved), "{success}");
        }
    }

    #[tokio::test]
    async fn no_server_has_us_hash_without_end() {
        for rounds in ["1000001", "4294967295", "99999999999", "", "4294967295,i=1"] {
            let error = told(&format!("r=abc,s=QSXCR+Q6sek8bf92,i={rounds}"), "").await;
            assert_eq!(error, Some(ContactError::Nonsense), "{rounds}");
        }
    }
}
