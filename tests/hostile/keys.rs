//! Computers that do not prove the key that they show, or show none. (TLS before 1.3 is not even compiled in.)

use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
};

use hulp::{
    engine::ListenView,
    net::{ConnectError, Identity, Places, connect},
    protocol::{Frame, FrameReader, FrameWriter, Limits, Refusal, ToExpert, ToNovice, VERSION},
    store::LogEvent,
};
use rustls::{
    ClientConfig, DigitallySignedStruct, ServerConfig, SignatureScheme,
    client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
    crypto::ring,
    pki_types::{CertificateDer, PrivatePkcs8KeyDer, ServerName, UnixTime, pem::PemObject},
    server::{ClientHello, ResolvesServerCert},
    sign::CertifiedKey,
    version::TLS13,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpSocket, TcpStream},
    runtime::{Builder, Runtime},
};
use tokio_rustls::{TlsAcceptor, TlsConnector, client::TlsStream};

use super::people::Person;

/// Shows somebody's certificate, which everybody can have, and signs with a key of its own.
#[derive(Debug)]
struct Impostor(Arc<CertifiedKey>);

impl ResolvesServerCert for Impostor {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.0.clone())
    }
}

/// Trusts anybody.
#[derive(Debug)]
struct Careless;

impl ServerCertVerifier for Careless {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        let provider = ring::default_provider();
        provider
            .signature_verification_algorithms
            .supported_schemes()
    }
}

fn certificate(identity: &Identity) -> CertificateDer<'static> {
    CertificateDer::from_pem_slice(identity.to_pem().as_bytes()).unwrap()
}

fn private_key(identity: &Identity) -> PrivatePkcs8KeyDer<'static> {
    PrivatePkcs8KeyDer::from_pem_slice(identity.to_pem().as_bytes()).unwrap()
}

#[test]
fn a_certificate_without_its_key_proves_nothing() {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let (victim, impostor) = (Identity::generate().unwrap(), Identity::generate().unwrap());
    let key = ring::sign::any_supported_type(&private_key(&impostor).into()).unwrap();
    let shown = CertifiedKey::new(vec![certificate(&victim)], key);
    let mut tls = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_protocol_versions(&[&TLS13])
        .unwrap()
        .with_no_client_auth()
        .with_cert_resolver(Arc::new(Impostor(Arc::new(shown))));
    tls.alpn_protocols = vec![b"hulp/1".to_vec()];
    let came = runtime.block_on(async {
        let socket = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let address = [socket.local_addr().unwrap()];
        let acceptor = TlsAcceptor::from(Arc::new(tls));
        let serve = async {
            let (stream, _) = socket.accept().await.unwrap();
            assert!(acceptor.accept(stream).await.is_err());
            std::future::pending::<()>().await;
        };
        let expert = Identity::generate().unwrap();
        tokio::select! {
            came = connect(Places::at(&address), victim.fingerprint(), &expert) => came,
            () = serve => unreachable!(),
        }
    });
    assert!(matches!(came, Err(ConnectError::WrongComputer)), "{came:?}");
}

/// Somebody who calls again and again from an address of their own, and tries no call twice.
pub struct Caller {
    runtime: Runtime,
    tls: Arc<ClientConfig>,
    from: SocketAddr,
}

impl Caller {
    pub fn new(own: &Identity, number: u8) -> Self {
        Self {
            runtime: Builder::new_current_thread().enable_all().build().unwrap(),
            tls: Arc::new(client(Some(b"hulp/1"), Some(own))),
            from: (Ipv4Addr::new(127, 0, 2, number), 0).into(),
        }
    }

    /// Proves its key, and says nothing more for as long as the connection is kept; `None` when there is no room.
    pub fn sits(&self, port: u16) -> Option<TlsStream<TcpStream>> {
        self.runtime.block_on(self.comes(port)).ok()
    }

    /// Whether a connection that sits there has not been closed.
    pub fn still_sits(&self, stream: &mut TlsStream<TcpStream>) -> bool {
        self.runtime.block_on(async {
            let wait = std::time::Duration::from_millis(10); // news of the end is here already, or it is not closed
            let read = tokio::time::timeout(wait, stream.read(&mut [0; 1])).await;
            read.is_err()
        })
    }

    async fn comes(&self, port: u16) -> io::Result<TlsStream<TcpStream>> {
        let socket = TcpSocket::new_v4()?;
        socket.bind(self.from)?;
        let stream = socket.connect((Ipv4Addr::LOCALHOST, port).into()).await?;
        let name = ServerName::try_from("hulp.invalid").unwrap();
        let tls = TlsConnector::from(self.tls.clone());
        tls.connect(name, stream).await
    }

    /// Offers help; whether it came so far as to be refused.
    pub fn offers(&self, port: u16) -> bool {
        let offer = async {
            let mut stream = self.comes(port).await?;
            let mut frames = FrameWriter::default();
            let offer = ToNovice::Offer {
                version: VERSION,
                name: "The Bank".into(),
                card: None,
            };
            frames.push(offer).map_err(io::Error::other)?;
            while let Some(bytes) = frames.next_frame() {
                stream.write_all(&bytes).await?;
            }
            stream.flush().await?;
            let mut answer = FrameReader::<ToExpert>::new(Limits::HANDSHAKE);
            loop {
                let mut bytes = [0; 1024];
                let count = stream.read(&mut bytes).await?;
                if count == 0 {
                    return io::Result::Ok(false);
                }
                match answer
                    .read(&mut &bytes[..count])
                    .map_err(io::Error::other)?
                {
                    Some(Frame::Message(ToExpert::Refused(Refusal::NotOnList))) => return Ok(true),
                    Some(other) => panic!("{other:?}"),
                    None => {}
                }
            }
        };
        self.runtime.block_on(offer).unwrap_or(false)
    }
}

/// A client that trusts anybody.
fn client(protocol: Option<&[u8]>, own: Option<&Identity>) -> ClientConfig {
    let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_protocol_versions(&[&TLS13])
        .unwrap()
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(Careless));
    let mut tls = match own {
        Some(own) => builder
            .with_client_auth_cert(vec![certificate(own)], private_key(own).into())
            .unwrap(),
        None => builder.with_no_client_auth(),
    };
    tls.alpn_protocols = protocol.iter().map(|name| name.to_vec()).collect();
    tls
}

/// Connects to a novice with a client of another kind; whether any byte came from inside TLS.
fn is_let_in(port: u16, protocol: Option<&[u8]>, own: Option<&Identity>) -> bool {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let tls = client(protocol, own);
    runtime.block_on(async {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))
            .await
            .unwrap();
        let name = ServerName::try_from("hulp.invalid").unwrap();
        match TlsConnector::from(Arc::new(tls))
            .connect(name, stream)
            .await
        {
            Ok(mut stream) => {
                // Half a second says enough: a Hulp that lets in waits 30 s for a hello.
                let wait = std::time::Duration::from_millis(500);
                let read = tokio::time::timeout(wait, stream.read(&mut [0; 1])).await;
                read.is_err()
            }
            Err(_) => false,
        }
    })
}

#[test]
fn only_our_protocol_and_a_key_get_so_far_as_to_be_heard() {
    let novice = Person::new();
    novice.invite(None);
    let ListenView::On { port } = novice.view().novice.listen else {
        panic!("it listens");
    };
    let own = Identity::generate().unwrap();
    let hulp: Option<&[u8]> = Some(b"hulp/1");
    assert!(is_let_in(port, hulp, Some(&own)), "an honest one");
    assert!(!is_let_in(port, None, Some(&own)), "no protocol");
    assert!(
        !is_let_in(port, Some(b"h2"), Some(&own)),
        "another protocol"
    );
    assert!(!is_let_in(port, hulp, None), "no key");
    novice.close();
    let log = novice.log();
    let bad = log
        .iter()
        .any(|event| matches!(event, LogEvent::BadConnection { .. }));
    assert!(bad, "{log:#?}");
}
