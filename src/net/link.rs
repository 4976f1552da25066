//! A connection on which both sides have proved their keys.

use std::{io, net::SocketAddr};

use rustls::ConnectionCommon;
use tokio::io::{ReadHalf, WriteHalf};
use tokio_rustls::TlsStream;

use super::{
    Route,
    carrier::Carrier,
    tls::{ALPN, EXPORTER_LABEL, fingerprint},
};
use crate::invitation::Fingerprint;

/// What is read from a [`Link`].
pub type LinkReader = ReadHalf<TlsStream<Carrier>>;
/// What is written to a [`Link`]; to be flushed, for TLS keeps bytes back otherwise.
pub type LinkWriter = WriteHalf<TlsStream<Carrier>>;

/// The most bytes that TLS takes over before the kernel took those before; small, so that urgent messages pass pictures.
pub(super) const MAX_TLS_BUFFER_BYTES: usize = 32 * 1024;

/// The other side speaks TLS, but not our protocol inside it.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("it is TLS, but not Hulp's")]
pub(super) struct NotOurProtocol;

/// A connection on which both sides have proved their keys.
#[derive(Debug)]
pub struct Link {
    stream: TlsStream<Carrier>,
    exporter: [u8; 32],
    peer_key: Fingerprint,
    peer_address: SocketAddr,
    route: Route,
}

impl Link {
    /// Takes over a finished TLS handshake.
    ///
    /// # Errors
    /// When the other side speaks something else inside TLS, or showed no certificate.
    pub(super) fn new(
        stream: impl Into<TlsStream<Carrier>>,
        peer_address: SocketAddr,
        route: Route,
    ) -> io::Result<Self> {
        let stream = stream.into();
        let (_, tls) = stream.get_ref();
        if tls.alpn_protocol() != Some(ALPN) {
            return Err(io::Error::other(NotOurProtocol));
        }
        let peer_key = tls
            .peer_certificates()
            .and_then(<[_]>::first)
            .map(fingerprint)
            .ok_or_else(|| io::Error::other(NotOurProtocol))?;
        let exporter = match &stream {
            TlsStream::Client(tls) => export(tls.get_ref().1),
            TlsStream::Server(tls) => export(tls.get_ref().1),
        }
        .map_err(io::Error::other)?;
        Ok(Self {
            stream,
            exporter,
            peer_key,
            peer_address,
            route,
        })
    }

    /// Keying material that only this connection has, the same on both sides (RFC 9266).
    pub fn exporter(&self) -> [u8; 32] {
        self.exporter
    }

    /// The key that the other side proved.
    pub fn peer_key(&self) -> Fingerprint {
        self.peer_key
    }

    /// Where the other side is, as far as that is known: who comes through a relay has an address of RFC 7343 (ORCHID), made of
    /// their endpoint's key, and port 0.
    pub fn peer_address(&self) -> SocketAddr {
        self.peer_address
    }

    /// Which way it goes; that may change while it stands.
    pub fn route(&self) -> Route {
        self.route.clone()
    }

    /// Its two directions.
    pub fn split(self) -> (LinkReader, LinkWriter) {
        tokio::io::split(self.stream)
    }
}

fn export<Data>(tls: &ConnectionCommon<Data>) -> Result<[u8; 32], rustls::Error> {
    tls.export_keying_material([0; 32], EXPORTER_LABEL, None)
}
