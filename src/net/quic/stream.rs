//! The one stream of a QUIC connection, with all that must live as long.

use std::{io, time::Duration};

use iroh::{
    Endpoint,
    endpoint::{Connection, RecvStream, SendStream, WeakConnectionHandle},
};
use tokio::{runtime::Handle, time::timeout};

use super::{DONE, door::Connected};

/// So long the last bytes may take to arrive after everything else is over.
const LAST_BYTES_TIME: Duration = Duration::from_secs(2);

/// The one stream of a QUIC connection. Dropped, it lets what was written arrive, and closes the connection.
#[derive(Debug)]
pub struct QuicStream(Option<Parts>);

#[derive(Debug)]
struct Parts {
    reader: RecvStream,
    writer: SendStream,
    connection: Connection,
    /// The endpoint, where it is there for this connection alone.
    endpoint: Option<OwnEndpoint>,
    /// Where it is there for others too: that somebody is connected to it.
    _connected: Option<Connected>,
}

/// An endpoint that is closed when nobody has it any more.
#[derive(Debug)]
pub(super) struct OwnEndpoint(pub(super) Endpoint);

impl Drop for OwnEndpoint {
    fn drop(&mut self) {
        let endpoint = self.0.clone();
        if let Ok(runtime) = Handle::try_current() {
            runtime.spawn(async move { endpoint.close().await });
        }
    }
}

impl QuicStream {
    /// For whoever opens it. The other side learns of it with the first bytes that are written.
    pub(super) async fn open(connection: Connection, endpoint: OwnEndpoint) -> io::Result<Self> {
        let (writer, reader) = connection.open_bi().await?;
        Ok(Self(Some(Parts {
            reader,
            writer,
            connection,
            endpoint: Some(endpoint),
            _connected: None,
        })))
    }

    /// For whoever is called.
    pub(super) async fn accept(connection: Connection, connected: Connected) -> io::Result<Self> {
        let (writer, reader) = connection.accept_bi().await?;
        Ok(Self(Some(Parts {
            reader,
            writer,
            connection,
            endpoint: None,
            _connected: Some(connected),
        })))
    }

    pub(in crate::net) fn reader(&mut self) -> &mut RecvStream {
        &mut self.parts().reader
    }

    pub(in crate::net) fn writer(&mut self) -> &mut SendStream {
        &mut self.parts().writer
    }

    pub(in crate::net) fn connection(&mut self) -> WeakConnectionHandle {
        self.parts().connection.weak_handle()
    }

    fn parts(&mut self) -> &mut Parts {
        self.0.as_mut().expect("they are taken by drop alone")
    }
}

impl Drop for QuicStream {
    fn drop(&mut self) {
        let (Some(parts), Ok(runtime)) = (self.0.take(), Handle::try_current()) else {
            return; // without a runtime nothing arrives any more
        };
        runtime.spawn(async move {
            // Closing throws away what was not acknowledged yet. What was not finished is not waited for: it was broken off.
            let Parts {
                mut writer,
                connection,
                endpoint,
                ..
            } = parts;
            let _ = writer.finish();
            let _ = timeout(LAST_BYTES_TIME, writer.stopped()).await;
            connection.close(DONE, b"");
            drop(endpoint);
        });
    }
}
