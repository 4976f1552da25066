//! TLS 1.3 between two installations that know each other by the fingerprint of their key, and by nothing else.
//!
//! There are no authorities, names or dates to check: the invitation carries the novice's fingerprint, and the novice is asked
//! about the expert's. What is always checked is the signature over the handshake, which proves that the other side has the
//! private key. No older TLS, no tickets, no resumption and no early data: every connection proves its key anew.

use std::sync::Arc;

use rcgen::{CertificateParams, DnType, KeyPair};
use rustls::{
    CertificateError, ClientConfig, DigitallySignedStruct, DistinguishedName, ServerConfig,
    SignatureScheme,
    client::{
        Resumption,
        danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
    },
    crypto::{CryptoProvider, ring, verify_tls13_signature},
    pki_types::{
        CertificateDer, PrivatePkcs8KeyDer, ServerName, UnixTime,
        pem::{self, PemObject},
    },
    server::{
        NoServerSessionStorage,
        danger::{ClientCertVerified, ClientCertVerifier},
    },
    version::TLS13,
};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::invitation::Fingerprint;

/// What both sides must agree to speak inside TLS (ALPN, RFC 7301).
pub(super) const ALPN: &[u8] = b"hulp/1";
/// The exporter's label for channel bindings (RFC 9266).
pub(super) const EXPORTER_LABEL: &[u8] = b"EXPORTER-Channel-Binding";
/// The name in every certificate. It says nothing about anyone; RFC 2606 keeps it from ever being a real host.
pub(super) const CERTIFICATE_NAME: &str = "hulp.invalid";

/// This installation's key and self-signed certificate.
pub struct Identity {
    certificate: CertificateDer<'static>,
    key: PrivatePkcs8KeyDer<'static>,
    pem: Zeroizing<String>,
}

/// A key that cannot be made or used.
#[derive(Debug, thiserror::Error)]
pub enum IdentityError {
    /// It could not be made.
    #[error("no key could be made: {0}")]
    Make(#[from] rcgen::Error),
    /// The kept text is no key with its certificate.
    #[error("the kept key cannot be read: {0}")]
    Read(#[from] pem::Error),
    /// Key and certificate do not go together, or cannot be used.
    #[error("the key cannot be used: {0}")]
    Use(#[from] rustls::Error),
}

impl Identity {
    /// A new key (ECDSA on P-256) with a certificate of its own.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub fn generate() -> Result<Self, IdentityError> {
        let key = KeyPair::generate()?;
        let mut params = CertificateParams::new(vec![CERTIFICATE_NAME.to_owned()])?;
        params.distinguished_name.push(DnType::CommonName, "Hulp");
        let certificate = params.self_signed(&key)?;
        let key = Zeroizing::new(key.serialize_pem());
        Self::from_pem(&Zeroizing::new(format!("{}{}", *key, certificate.pem())))
    }

    /// Reads what [`Identity::to_pem`] wrote.
    ///
    /// # Errors
    /// When the text holds no key and certificate that go together.
    pub fn from_pem(text: &str) -> Result<Self, IdentityError> {
        let identity = Self {
            certificate: CertificateDer::from_pem_slice(text.as_bytes())?,
            key: PrivatePkcs8KeyDer::from_pem_slice(text.as_bytes())?,
            pem: Zeroizing::new(text.to_owned()),
        };
        identity.server_config()?;
        Ok(identity)
    }

    /// The private key and the certificate as text (RFC 7468). Whoever has it can pass for this computer.
    pub fn to_pem(&self) -> Zeroizing<String> {
        self.pem.clone()
    }

    /// How other computers know this one.
    pub fn fingerprint(&self) -> Fingerprint {
        fingerprint(&self.certificate)
    }

    /// For the side that listens: any key may come, if it is proved.
    pub(super) fn server_config(&self) -> Result<Arc<ServerConfig>, rustls::Error> {
        let provider = Arc::new(ring::default_provider());
        let mut config = ServerConfig::builder_with_provider(provider.clone())
            .with_protocol_versions(&[&TLS13])?
            .with_client_cert_verifier(Arc::new(AnyProvedKey(provider)))
            .with_single_cert(vec![self.certificate.clone()], self.key.clone_key().into())?;
        config.alpn_protocols = vec![ALPN.to_vec()];
        config.session_storage = Arc::new(NoServerSessionStorage {});
        config.send_tls13_tickets = 0;
        config.max_early_data_size = 0;
        Ok(Arc::new(config))
    }

    /// For the side that connects: only the key with this fingerprint will do; any one that is proved, where there is none.
    pub(super) fn client_config(
        &self,
        pin: Option<Fingerprint>,
    ) -> Result<Arc<ClientConfig>, rustls::Error> {
        let provider = Arc::new(ring::default_provider());
        let mut config = ClientConfig::builder_with_provider(provider.clone())
            .with_protocol_versions(&[&TLS13])?
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(PinnedKey { pin, provider }))
            .with_client_auth_cert(vec![self.certificate.clone()], self.key.clone_key().into())?;
        config.alpn_protocols = vec![ALPN.to_vec()];
        config.resumption = Resumption::disabled();
        config.enable_early_data = false;
        config.enable_sni = false;
        Ok(Arc::new(config))
    }
}

impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Identity({})", self.fingerprint())
    }
}

/// SHA-256 of a certificate.
pub(super) fn fingerprint(certificate: &CertificateDer<'_>) -> Fingerprint {
    Fingerprint(Sha256::digest(certificate).into())
}

/// Accepts any certificate; who it belongs to is for the session to ask. The signature is checked.
#[derive(Debug)]
struct AnyProvedKey(Arc<CryptoProvider>);

impl ClientCertVerifier for AnyProvedKey {
    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        &[]
    }

    fn verify_client_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: UnixTime,
    ) -> Result<ClientCertVerified, rustls::Error> {
        Ok(ClientCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        Err(rustls::Error::General("only TLS 1.3".into()))
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.0.signature_verification_algorithms;
        verify_tls13_signature(message, certificate, signed, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}

/// Accepts the one certificate that the invitation names, or any of a computer that is met for the first time. The signature is
/// checked.
#[derive(Debug)]
struct PinnedKey {
    pin: Option<Fingerprint>,
    provider: Arc<CryptoProvider>,
}

impl ServerCertVerifier for PinnedKey {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        let shown = fingerprint(certificate);
        if (self.pin).is_none_or(|pin| shown.0.ct_eq(&pin.0).into()) {
            Ok(ServerCertVerified::assertion())
        } else {
            Err(CertificateError::ApplicationVerificationFailure.into())
        }
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        Err(rustls::Error::General("only TLS 1.3".into()))
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls13_signature(message, certificate, signed, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        let algorithms = &self.provider.signature_verification_algorithms;
        algorithms.supported_schemes()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_survives_being_kept() {
        let identity = Identity::generate().unwrap();
        let read = Identity::from_pem(&identity.to_pem()).unwrap();
        assert_eq!(read.fingerprint(), identity.fingerprint());
        assert_ne!(
            Identity::generate().unwrap().fingerprint(),
            identity.fingerprint()
        );
    }

    #[test]
    fn a_key_with_another_certificate_is_refused() {
        let (one, other) = (Identity::generate().unwrap(), Identity::generate().unwrap());
        let certificate = one.pem.find("-----BEGIN CERTIFICATE").unwrap();
        let key_end = other.pem.find("-----BEGIN CERTIFICATE").unwrap();
        let mixed = format!("{}{}", &other.pem[..key_end], &one.pem[certificate..]);
        assert!(Identity::from_pem(&mixed).is_err());
        assert!(Identity::from_pem("no key at all").is_err());
    }

    #[test]
    fn the_key_is_not_shown_in_logs() {
        let identity = Identity::generate().unwrap();
        let shown = format!("{identity:?}");
        assert!(shown.len() < 100, "{shown}");
    }
}
