//! The line to a mailbox server: a WebSocket, bounded in everything that comes over it.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use tokio::{net::TcpStream, time::timeout};
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async_with_config,
    tungstenite::{
        Bytes, Error, Message, error::ProtocolError::ResetWithoutClosingHandshake, http::Uri,
        protocol::WebSocketConfig,
    },
};

use super::{super::words::unreached, CodeError, MAX_MESSAGE_BYTES};
use crate::invitation::clean_name;

/// How long connecting may take, with TLS.
const CONNECT_PATIENCE: Duration = Duration::from_secs(15);
/// How long the server may take to take a message in.
const SEND_PATIENCE: Duration = Duration::from_secs(15);
/// The most frames of any kind on one line: as many as a server that pings twice a minute sends in a month.
const MAX_FRAMES: u32 = 100_000;
/// What is read at a time.
const READ_BUFFER_BYTES: usize = 16 * 1024;

/// Whether this can be the address of a mailbox server: `ws://` or `wss://`, a host, and a path.
pub fn is_mailbox_address(text: &str) -> bool {
    text.parse::<Uri>().is_ok_and(|address| {
        matches!(address.scheme_str(), Some("ws" | "wss"))
            && address.host().is_some_and(|host| !host.is_empty())
            && !address
                .authority()
                .is_some_and(|whole| whole.as_str().contains('@'))
    })
}

/// A line to a mailbox server.
pub(super) struct Line {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    frames: u32,
}

impl Line {
    pub(super) async fn connect(address: &str) -> Result<Self, CodeError> {
        if !is_mailbox_address(address) {
            return Err(CodeError::Address);
        }
        let config = WebSocketConfig::default()
            .max_message_size(Some(MAX_MESSAGE_BYTES))
            .max_frame_size(Some(MAX_MESSAGE_BYTES))
            .read_buffer_size(READ_BUFFER_BYTES)
            .write_buffer_size(0)
            .max_write_buffer_size(2 * MAX_MESSAGE_BYTES);
        let connecting = connect_async_with_config(address, Some(config), true);
        match timeout(CONNECT_PATIENCE, connecting).await {
            Ok(Ok((socket, _))) => Ok(Self { socket, frames: 0 }),
            Ok(Err(error)) => Err(not_reached(&error)),
            Err(_) => Err(CodeError::NotReached("it does not answer".to_owned())),
        }
    }

    pub(super) async fn send(&mut self, text: String) -> Result<(), CodeError> {
        self.put(Message::text(text)).await
    }

    /// Asks for a sign of life.
    pub(super) async fn ping(&mut self) -> Result<(), CodeError> {
        self.put(Message::Ping(Bytes::new())).await
    }

    async fn put(&mut self, message: Message) -> Result<(), CodeError> {
        match timeout(SEND_PATIENCE, self.socket.send(message)).await {
            Ok(Ok(())) => Ok(()),
            _ => Err(CodeError::Lost),
        }
    }

    /// The next sign of life, and with it a message where it is one. Nothing is lost when this is dropped in between.
    pub(super) async fn next(&mut self) -> Result<Option<String>, CodeError> {
        self.frames += 1;
        if self.frames > MAX_FRAMES {
            return Err(CodeError::Nonsense);
        }
        match self.socket.next().await {
            Some(Ok(Message::Text(text))) => Ok(Some(text.as_str().to_owned())),
            Some(Ok(Message::Ping(_) | Message::Pong(_))) => Ok(None),
            Some(Ok(Message::Binary(_) | Message::Frame(_))) => Err(CodeError::Nonsense),
            Some(Ok(Message::Close(_)) | Err(Error::Protocol(ResetWithoutClosingHandshake))) => {
                Err(CodeError::Lost)
            }
            Some(Err(Error::Capacity(_) | Error::Protocol(_) | Error::Utf8(_))) => {
                Err(CodeError::Nonsense)
            }
            Some(Err(_)) | None => Err(CodeError::Lost),
        }
    }
}

fn not_reached(error: &Error) -> CodeError {
    match error {
        Error::Url(_) | Error::HttpFormat(_) => CodeError::Address,
        Error::Io(error) => CodeError::NotReached(unreached(error)),
        Error::Http(_) | Error::Protocol(_) | Error::Capacity(_) | Error::Utf8(_) => {
            CodeError::Nonsense
        }
        other => CodeError::NotReached(clean_name(&other.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_what_is_none() {
        for good in [
            "ws://relay.magic-wormhole.io:4000/v1",
            "wss://mailbox.example/v1",
            "ws://127.0.0.1:4000/v1",
            "ws://[::1]:4000/v1",
        ] {
            assert!(is_mailbox_address(good), "{good}");
        }
        for bad in [
            "",
            "relay.example",
            "http://relay.example/v1",
            "ws://",
            "ws:///v1",
            "ws://a b/v1",
            "ws://me:secret@relay.example/v1",
        ] {
            assert!(!is_mailbox_address(bad), "{bad}");
        }
    }
}
