//! Servers that lie, and clients that only take up room.

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use futures_util::{SinkExt, StreamExt};
use hulp::{
    delivery::code::{Code, CodeError, give, take},
    engine::CodeState,
};
use tokio::{
    io::AsyncWriteExt,
    net::{TcpListener, TcpStream},
    runtime::Runtime,
};
use tokio_tungstenite::{WebSocketStream, accept_async, connect_async, tungstenite::Message};
use zeroize::Zeroizing;

use crate::{ask_for_code, code_failed, person};

/// How soon a lie must have its end; what waits for an answer waits 15 seconds.
const SOON: Duration = Duration::from_secs(25);

/// Somebody who claims a number and says nothing, as long as this is kept.
pub fn squat(server: &str, number: &str) -> Runtime {
    let runtime = Runtime::new().unwrap();
    let socket = runtime.block_on(async {
        let (mut socket, _) = connect_async(server).await.unwrap();
        for said in [
            r#"{"type":"bind","appid":"lothar.com/wormhole/text-or-file-xfer","side":"squatter"}"#
                .to_owned(),
            format!(r#"{{"type":"claim","nameplate":"{number}"}}"#),
        ] {
            socket.send(Message::text(said)).await.unwrap();
        }
        while let Some(Ok(heard)) = socket.next().await {
            if heard.to_text().is_ok_and(|text| text.contains("claimed")) {
                break;
            }
        }
        socket
    });
    runtime.spawn(async move {
        let mut socket = socket;
        while socket.next().await.is_some() {}
    });
    runtime
}

type Socket = WebSocketStream<TcpStream>;

/// What a server says after it took a connection.
#[derive(Clone, Copy, Debug)]
enum Lie {
    NoJson,
    Refusal,
    HugeMessage,
    EndlessMessages,
    EndlessPings,
    Binary,
    Echo,
    NotAllocated,
    Hangup,
    Silence,
}

const LIES: [Lie; 10] = [
    Lie::NoJson,
    Lie::Refusal,
    Lie::HugeMessage,
    Lie::EndlessMessages,
    Lie::EndlessPings,
    Lie::Binary,
    Lie::Echo,
    Lie::NotAllocated,
    Lie::Hangup,
    Lie::Silence,
];

async fn tell(mut socket: Socket, lie: Lie) -> Option<()> {
    let text = |text: &str| Message::text(text.to_owned());
    let welcome = r#"{"type":"welcome","welcome":{}}"#;
    match lie {
        Lie::NoJson => socket.send(text("hello")).await.ok()?,
        Lie::Refusal => {
            let no = r#"{"type":"welcome","welcome":{"error":"go away"}}"#;
            socket.send(text(no)).await.ok()?;
        }
        Lie::HugeMessage => {
            // A header that promises 4 GiB, and then as much as is taken.
            let stream = socket.get_mut();
            let header = [0x81, 127, 0, 0, 0, 1, 0, 0, 0, 0];
            stream.write_all(&header).await.ok()?;
            loop {
                stream.write_all(&[b'x'; 64 * 1024]).await.ok()?;
            }
        }
        Lie::EndlessMessages => {
            socket.send(text(welcome)).await.ok()?;
            loop {
                socket.send(text(r#"{"type":"ack"}"#)).await.ok()?;
            }
        }
        Lie::EndlessPings => loop {
            socket.send(Message::Ping(vec![7; 100].into())).await.ok()?;
        },
        Lie::Binary => socket.send(Message::binary(vec![7; 9])).await.ok()?,
        Lie::Echo => {
            socket.send(text(welcome)).await.ok()?;
            while let Some(Ok(heard)) = socket.next().await {
                socket.send(heard).await.ok()?;
            }
        }
        Lie::NotAllocated => {
            socket.send(text(welcome)).await.ok()?;
            let odd = r#"{"type":"allocated","nameplate":"\u001b[2J"}"#;
            socket.send(text(odd)).await.ok()?;
        }
        Lie::Hangup => {
            socket.send(text(welcome)).await.ok()?;
            return None;
        }
        Lie::Silence => {}
    }
    while socket.next().await.is_some() {}
    Some(())
}

/// A server that tells this lie to everybody.
async fn liar(lie: Lie) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            if let Ok(socket) = accept_async(stream).await {
                tell(socket, lie).await;
            }
        }
    });
    address
}

#[test]
fn no_server_does_more_than_end_it() {
    Runtime::new().unwrap().block_on(async {
        for lie in LIES {
            let server = format!("ws://{}/v1", liar(lie).await);
            let begun = Instant::now();
            let code = Code::read("5-001-997").unwrap();
            let never = std::future::pending::<()>;
            let taken = take(&server, code, never());
            let taken = tokio::time::timeout(SOON, taken)
                .await
                .unwrap()
                .unwrap_err();
            let paper = Zeroizing::new("paper".to_owned());
            let given = give(
                &server,
                paper,
                |_| panic!("a code came of {lie:?}"),
                never(),
            );
            let given = tokio::time::timeout(SOON, given)
                .await
                .unwrap()
                .unwrap_err();
            println!("{lie:?}: {taken}; {given}; {:?}", begun.elapsed());
            for error in [taken, given] {
                let expected = match lie {
                    Lie::Refusal => CodeError::Refused("go away".into()),
                    Lie::Hangup | Lie::Silence => CodeError::Lost,
                    Lie::Echo => continue, // it is asked for what it says itself, and then silent
                    _ => CodeError::Nonsense,
                };
                assert_eq!(error, expected, "{lie:?}");
            }
        }
    });
}

#[test]
fn what_is_no_mailbox_server_is_said_to_be_none() {
    Runtime::new().unwrap().block_on(async {
        let never = std::future::pending::<()>;
        let take = |server: String| async move {
            let code = Code::read("5-001-997").unwrap();
            take(&server, code, never()).await.unwrap_err()
        };
        assert_eq!(take("http://127.0.0.1:1/".into()).await, CodeError::Address);
        let refused = take("ws://127.0.0.1:1/v1".into()).await;
        assert!(matches!(refused, CodeError::NotReached(_)), "{refused:?}");
        for answer in [
            "HTTP/1.1 404 Not Found\r\n\r\n",
            "SSH-2.0-OpenSSH_9.2\r\n\r\n",
        ] {
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let address = listener.local_addr().unwrap();
            tokio::spawn(async move {
                let (mut stream, _) = listener.accept().await.unwrap();
                let _ = stream.write_all(answer.as_bytes()).await;
                let _ = stream.shutdown().await;
                tokio::time::sleep(SOON).await;
            });
            assert_eq!(
                take(format!("ws://{address}/v1")).await,
                CodeError::Nonsense
            );
        }
    });
}

#[test]
fn the_window_hears_of_a_lying_server_in_one_sentence() {
    let runtime = Runtime::new().unwrap();
    let address = runtime.block_on(liar(Lie::NoJson));
    let novice = person(&format!("ws://{address}/v1"));
    ask_for_code(&novice);
    assert_eq!(code_failed(&novice), CodeError::Nonsense);
    let view = novice.view();
    assert!(matches!(
        view.novice.code.as_ref().unwrap().state,
        CodeState::Failed(_)
    ));
}
