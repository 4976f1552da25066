//! TLS with contact servers: they are known by certificates for their domain, as everywhere on the internet.

use std::{io, sync::Arc};

use rustls::{
    CertificateError, ClientConfig, ProtocolVersion, RootCertStore,
    crypto::ring,
    pki_types::{CertificateDer, ServerName, pem::PemObject},
};
use sasl::common::ChannelBinding;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio_rustls::{TlsConnector, client::TlsStream};

use super::{super::words::unreached, ContactError, Trust};
use crate::invitation::clean_name;

/// What the two agree to speak where TLS comes first (ALPN, XEP-0368).
const ALPN: &[u8] = b"xmpp-client";
/// The exporter's label for channel bindings (RFC 9266).
const EXPORTER_LABEL: &[u8] = b"EXPORTER-Channel-Binding";

/// Begins TLS with the server of `domain`, whatever the host is called that answers for it (RFC 6120 section 13.7.2).
pub(super) async fn begin<S: AsyncRead + AsyncWrite + Unpin>(
    domain: &str,
    trust: &Trust,
    direct: bool,
    stream: S,
) -> Result<TlsStream<S>, ContactError> {
    let name = ServerName::try_from(domain.to_owned()).map_err(|_| ContactError::NotAnAddress)?;
    let connector = TlsConnector::from(Arc::new(config(trust, direct)?));
    connector
        .connect(name, stream)
        .await
        .map_err(|error| why(&error))
}

/// What ties a proof of the password to this very connection, if the connection has it (TLS 1.3).
pub(super) fn binding<S>(stream: &TlsStream<S>) -> Option<ChannelBinding> {
    let session = stream.get_ref().1;
    (session.protocol_version() == Some(ProtocolVersion::TLSv1_3))
        .then(|| session.export_keying_material(vec![0; 32], EXPORTER_LABEL, None))?
        .ok()
        .map(ChannelBinding::TlsExporter)
}

fn config(trust: &Trust, direct: bool) -> Result<ClientConfig, ContactError> {
    let mut roots = RootCertStore::empty();
    match trust {
        Trust::System => {
            roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        }
        Trust::Only(authority) => {
            roots.add_parsable_certificates(
                CertificateDer::pem_slice_iter(authority.as_bytes()).filter_map(Result::ok),
            );
        }
    }
    let provider = Arc::new(ring::default_provider());
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| ContactError::NotReached(error.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    if direct {
        config.alpn_protocols = vec![ALPN.to_vec()];
    }
    Ok(config)
}

fn why(error: &io::Error) -> ContactError {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
    match inner {
        Some(rustls::Error::InvalidCertificate(why)) => ContactError::Untrusted(match why {
            CertificateError::UnknownIssuer => {
                "nobody whom this computer trusts vouches for it".to_owned()
            }
            CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
                "it has expired".to_owned()
            }
            CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
                "it is not valid yet; is this computer's clock right?".to_owned()
            }
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                "it is another server's".to_owned()
            }
            other => clean_name(&other.to_string()),
        }),
        _ => ContactError::NotReached(unreached(error)),
    }
}
