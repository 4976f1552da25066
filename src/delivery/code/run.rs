//! Carries a [`Dialogue`] over a line to a mailbox server.

use std::{pin::Pin, time::Duration};

use tokio::time::{Interval, MissedTickBehavior, Sleep, interval, sleep, timeout};
use zeroize::Zeroizing;

use super::{Code, CodeError, Dialogue, Output, line::Line, mailbox::Heard};

/// How often the server is asked for a sign of life; it also keeps the way to it open through routers.
const PING_EVERY: Duration = Duration::from_secs(30);
/// So many unanswered, and the line is gone.
const MAX_UNANSWERED: u32 = 3;
/// How long a server may take to say welcome.
const WELCOME_PATIENCE: Duration = Duration::from_secs(5);

/// Makes a code at the mailbox server, hands it to `made`, and gives `paper`, an invitation's XML, to the first who proves to know it. Ends when
/// that is done, when the code is used up, and when `leave` is.
///
/// # Errors
/// [`CodeError`].
pub async fn give(
    server: &str,
    paper: Zeroizing<String>,
    made: impl FnMut(Code),
    leave: impl Future<Output = ()>,
) -> Result<(), CodeError> {
    let dialogue = Dialogue::give(in_one_line(&paper))?;
    carry(server, dialogue, made, leave).await.map(|_| ())
}

/// Takes what somebody gives under this code. It is a text of the size of an invitation at most, and nothing else is known of it.
///
/// # Errors
/// [`CodeError`].
pub async fn take(
    server: &str,
    code: Code,
    leave: impl Future<Output = ()>,
) -> Result<Zeroizing<String>, CodeError> {
    let dialogue = Dialogue::take(code)?;
    carry(server, dialogue, |_| (), leave).await
}

/// Sees whether a mailbox server is there, and leaves it again; no mailbox is opened.
///
/// # Errors
/// [`CodeError`].
pub async fn greet(server: &str) -> Result<(), CodeError> {
    let mut line = Line::connect(server).await?;
    let welcome = async {
        loop {
            if let Some(text) = line.next().await? {
                return Heard::read(&text);
            }
        }
    };
    match timeout(WELCOME_PATIENCE, welcome).await {
        Ok(Ok(Heard::Welcome)) => Ok(()),
        Ok(Ok(Heard::Error(words))) => Err(CodeError::Refused(words)),
        Ok(Ok(_)) => Err(CodeError::Nonsense),
        Ok(Err(error)) => Err(error),
        Err(_) => Err(CodeError::Nonsense), // it speaks WebSocket, and says nothing
    }
}

async fn carry(
    server: &str,
    mut dialogue: Dialogue,
    mut made: impl FnMut(Code),
    leave: impl Future<Output = ()>,
) -> Result<Zeroizing<String>, CodeError> {
    let mut leave = std::pin::pin!(leave);
    let mut line = tokio::select! {
        line = Line::connect(server) => line?,
        () = &mut leave => return Err(CodeError::Left),
    };
    let mut alarm: Option<Pin<Box<Sleep>>> = None;
    let mut pings = pings();
    let (mut left, mut unanswered) = (false, 0);
    loop {
        while let Some(output) = dialogue.poll() {
            match output {
                Output::Say(text) => {
                    if let Err(error) = line.send(text).await {
                        dialogue.line_ended(error);
                    }
                }
                Output::Made(code) => made(code),
                Output::Patience(patience) => {
                    alarm = patience.map(|patience| Box::pin(sleep(patience)));
                }
                Output::Done(outcome) => return outcome,
            }
        }
        let run_out = async {
            match &mut alarm {
                Some(alarm) => alarm.await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            heard = line.next() => match heard {
                Ok(text) => {
                    unanswered = 0;
                    if let Some(text) = text {
                        dialogue.hear(&text);
                    }
                }
                Err(error) => dialogue.line_ended(error),
            },
            () = run_out => {
                alarm = None;
                dialogue.run_out();
            }
            () = &mut leave, if !left => {
                left = true;
                dialogue.leave();
            }
            _ = pings.tick() => {
                unanswered += 1;
                if unanswered > MAX_UNANSWERED {
                    dialogue.line_ended(CodeError::Lost);
                } else if let Err(error) = line.ping().await {
                    dialogue.line_ended(error);
                }
            }
        }
    }
}

/// The same XML in one line: `wormhole receive` shows line ends and backslashes as `\n` and `\\`, and what it shows should be
/// an invitation.
pub(super) fn in_one_line(xml: &str) -> Zeroizing<String> {
    let mut line = Zeroizing::new(String::with_capacity(2 * xml.len())); // not moved while it grows, so wiped whole
    let mut between_elements = true;
    for part in xml.split_inclusive('\n') {
        let text = part.trim_end_matches(['\n', '\r']);
        let starts_markup = text.trim_start().starts_with('<');
        let in_comment = line.rfind("<!--") > line.rfind("-->");
        if !line.is_empty() && !between_elements && !starts_markup {
            line.push_str(if in_comment { " " } else { "&#10;" });
        }
        let text = match starts_markup || in_comment {
            true => text.trim_start(),
            false => text,
        };
        text.split_inclusive('\\')
            .for_each(|piece| match piece.strip_suffix('\\') {
                Some(before) => {
                    line.push_str(before);
                    line.push_str("&#92;");
                }
                None => line.push_str(piece),
            });
        between_elements = text.ends_with('>');
    }
    line
}

fn pings() -> Interval {
    let mut pings = interval(PING_EVERY);
    pings.set_missed_tick_behavior(MissedTickBehavior::Delay); // not in a burst after the computer slept
    pings.reset();
    pings
}
