//! What two starts of the program say to each other: JSON, a line each way.

use std::{io, path::PathBuf, time::Duration};

use serde::{Deserialize, Serialize};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use zeroize::Zeroizing;

use super::{Answer, InviteFault, InviteHow, InviteRequest, StartPage, Wish};
use crate::engine::Secret;

/// Which language it is.
const VERSION: u32 = 1;
/// The most bytes of a line: a message to a helper has some thousand.
const MAX_LINE_BYTES: u64 = 64 * 1024;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Request {
    hulp: u32,
    display: String,
    wish: Wanted,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Wanted {
    Show(Option<StartPage>),
    Invite {
        name: String,
        message: String,
        lifetime_secs: u64,
        password: Option<String>,
        path: PathBuf,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Answered {
    Done,
    Saved(PathBuf),
    NotInvited(InviteFault),
    AtAnotherDisplay(String),
    Busy,
    NotUnderstood,
}

/// Reads one line, without its end. More than a line may have is no line.
pub(super) async fn read(stream: &mut (impl AsyncRead + Unpin)) -> io::Result<Zeroizing<Vec<u8>>> {
    let mut line = Zeroizing::new(Vec::with_capacity(MAX_LINE_BYTES as usize)); // not moved while it grows
    let mut limited = stream.take(MAX_LINE_BYTES);
    while line.last() != Some(&b'\n') {
        if limited.read_buf(&mut *line).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
    line.pop();
    Ok(line)
}

/// Writes one line.
pub(super) async fn write(stream: &mut (impl AsyncWrite + Unpin), line: &[u8]) -> io::Result<()> {
    stream.write_all(line).await?;
    stream.write_all(b"\n").await?;
    stream.flush().await
}

/// A wish as a line. An invitation that does not go out as a file cannot be wished for.
pub(super) fn request(display: &str, wish: &Wish) -> io::Result<Zeroizing<Vec<u8>>> {
    let wish = match wish {
        Wish::Show(page) => Wanted::Show(*page),
        Wish::Invite(request) => {
            let InviteHow::File(path) = &request.how else {
                return Err(io::ErrorKind::Unsupported.into());
            };
            Wanted::Invite {
                name: request.name.clone(),
                message: request.message.clone(),
                lifetime_secs: request.lifetime.as_secs(),
                password: request.password.as_ref().map(|secret| secret.0.to_string()),
                path: path.clone(),
            }
        }
    };
    let mut request = Request {
        hulp: VERSION,
        display: display.to_owned(),
        wish,
    };
    let line = serde_json::to_vec(&request).map(Zeroizing::new);
    if let Wanted::Invite { password, .. } = &mut request.wish {
        drop(password.take().map(Zeroizing::new)); // wiped
    }
    Ok(line?)
}

/// The caller's display, and what they want.
pub(super) fn read_request(line: &[u8]) -> Option<(String, Wish)> {
    let request: Request = serde_json::from_slice(line).ok()?;
    if request.hulp != VERSION {
        return None;
    }
    let wish = match request.wish {
        Wanted::Show(page) => Wish::Show(page),
        Wanted::Invite {
            name,
            message,
            lifetime_secs,
            password,
            path,
        } => Wish::Invite(InviteRequest {
            name,
            message,
            lifetime: Duration::from_secs(lifetime_secs),
            password: password.map(|password| Secret(Zeroizing::new(password))),
            how: InviteHow::File(path),
        }),
    };
    Some((request.display, wish))
}

/// An answer as a line.
pub(super) fn answer(answer: &Answer) -> io::Result<Vec<u8>> {
    let answered = match answer.clone() {
        Answer::Done => Answered::Done,
        Answer::Invited(Ok(path)) => Answered::Saved(path),
        Answer::Invited(Err(fault)) => Answered::NotInvited(fault),
        Answer::AtAnotherDisplay(display) => Answered::AtAnotherDisplay(display),
        Answer::Busy => Answered::Busy,
        Answer::NotUnderstood => Answered::NotUnderstood,
    };
    Ok(serde_json::to_vec(&answered)?)
}

/// The answer in a line.
pub(super) fn read_answer(line: &[u8]) -> Option<Answer> {
    Some(match serde_json::from_slice(line).ok()? {
        Answered::Done => Answer::Done,
        Answered::Saved(path) => Answer::Invited(Ok(path)),
        Answered::NotInvited(fault) => Answer::Invited(Err(fault)),
        Answered::AtAnotherDisplay(display) => Answer::AtAnotherDisplay(display),
        Answered::Busy => Answer::Busy,
        Answered::NotUnderstood => Answer::NotUnderstood,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn invite() -> Wish {
        Wish::Invite(InviteRequest {
            name: "Zoë".into(),
            message: "de letters\nzijn weg".into(),
            lifetime: Duration::from_secs(3600),
            password: Some(Secret(Zeroizing::new("geheim é".into()))),
            how: InviteHow::File("/tmp/x.hulp".into()),
        })
    }

    #[test]
    fn what_is_said_is_understood() {
        for wish in [
            Wish::Show(None),
            Wish::Show(Some(StartPage::Status)),
            invite(),
        ] {
            let line = request(":1", &wish).unwrap();
            assert!(!line.contains(&b'\n'), "one line");
            assert_eq!(read_request(&line), Some((":1".to_owned(), wish)));
        }
        for said in [
            Answer::Done,
            Answer::Invited(Ok("/tmp/x.hulp".into())),
            Answer::Invited(Err(InviteFault::Name)),
            Answer::AtAnotherDisplay(":0".into()),
            Answer::Busy,
            Answer::NotUnderstood,
        ] {
            assert_eq!(read_answer(&answer(&said).unwrap()), Some(said));
        }
    }

    #[test]
    fn what_makes_no_sense_is_nothing() {
        for line in [
            "",
            "{}",
            "show",
            r#"{"hulp":2,"display":"","wish":{"show":null}}"#,
            r#"{"hulp":1,"display":"","wish":{"show":"moon"}}"#,
            r#"{"hulp":1,"display":"","wish":{"show":null},"more":1}"#,
            r#"{"hulp":1,"display":"","wish":{"invite":{"name":"x"}}}"#,
        ] {
            assert_eq!(read_request(line.as_bytes()), None, "{line}");
            assert_eq!(read_answer(line.as_bytes()), None, "{line}");
        }
    }

    #[tokio::test]
    async fn a_line_without_an_end_is_given_up() {
        let endless = vec![b'x'; 2 * MAX_LINE_BYTES as usize];
        assert!(read(&mut &endless[..]).await.is_err());
        assert!(read(&mut &b"cut off"[..]).await.is_err());
        assert_eq!(*read(&mut &b"whole\n"[..]).await.unwrap(), b"whole");
    }
}
