//! One running Hulp of a user's owns the novice's side; whoever starts the program again hands over what they want to it.
//!
//! The owner listens at a socket in the store's folder, which nobody but its user may open. A caller says one line and gets one
//! line back, within a limit and a time; what cannot be read, or comes from another user, is let go of. Giving help
//! is never handed over: each invitation that is opened has a process of its own, so that one that breaks leaves the others.

mod line;
#[cfg(windows)]
#[path = "pipe.rs"]
mod place;
#[cfg(unix)]
#[path = "socket.rs"]
mod place;

use std::{
    io,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use tokio::{
    runtime::Builder,
    sync::oneshot,
    task::{JoinHandle, JoinSet},
    time::timeout,
};

use super::{
    EngineError, InviteFault,
    command::{InviteHow, InviteRequest},
    view::StartPage,
};
use crate::store::{Ownership, Store};

/// So long another Hulp may take to be ready, or to be gone. Two starts at the same moment, at a login with a busy disk, take that.
const READY_WITHIN: Duration = Duration::from_secs(12);
/// How often to look whether it is.
const LOOK_EVERY: Duration = Duration::from_millis(40);
/// So long the answer may take: making an invitation takes some seconds.
const ANSWER_PATIENCE: Duration = Duration::from_secs(30);
/// So long a caller may take to say what they want, and to take the answer.
const LINE_PATIENCE: Duration = Duration::from_secs(2);
/// Callers at once; more wait until one has its answer.
const MAX_CALLERS: usize = 4;

/// What a start of the program wants of the one that runs.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// That its window comes to the front; at this page, where one is named and nothing more important is shown.
    Show(Option<StartPage>),
    /// An invitation, as [`super::Command::Invite`]; without a name it is the settings' one. Only as a file.
    Invite(InviteRequest),
}

/// What the one that runs answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is done.
    Done,
    /// The invitation is saved there, or why it is not.
    Invited(Result<PathBuf, InviteFault>),
    /// It is at this other display, where the user has to go.
    AtAnotherDisplay(String),
    /// It does something like that already.
    Busy,
    /// It does not understand; it may be another version.
    NotUnderstood,
}

/// What a start of the program finds.
#[derive(Debug)]
pub enum Begun {
    /// Nobody owned the novice's side; now this process does.
    First(Ownership),
    /// Another does, and answered.
    HandedOver(Answer),
    /// Another does, and does not answer.
    NoAnswer,
}

/// Takes the novice's side, or hands the wish over to whoever has it. `display` is where this process would open its window.
///
/// # Errors
/// When the store cannot be used.
pub fn begin(folder: &Path, display: &str, wish: &Wish) -> Result<Begun, EngineError> {
    let store = Store::open(folder)?;
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let give_up = Instant::now() + READY_WITHIN;
    loop {
        if let Some(ownership) = store.own_novice_side()? {
            return Ok(Begun::First(ownership));
        }
        let asked = async {
            let asked = ask(store.folder(), display, wish);
            timeout(ANSWER_PATIENCE, asked).await
        };
        match runtime.block_on(asked) {
            Ok(Ok(answer)) => return Ok(Begun::HandedOver(answer)),
            // It has only just begun, or it was killed and its lock is free in a moment.
            Ok(Err(NotAsked::NobodyThere)) if Instant::now() < give_up => {
                std::thread::sleep(LOOK_EVERY);
            }
            Ok(Err(NotAsked::Broke(error))) => {
                tracing::warn!(%error, "another Hulp did not hear this one out");
                return Ok(Begun::NoAnswer);
            }
            Ok(Err(NotAsked::NobodyThere)) | Err(_) => return Ok(Begun::NoAnswer),
        }
    }
}

/// Takes the novice's side, if nobody has it.
///
/// # Errors
/// When the store cannot be used.
pub fn begin_quietly(folder: &Path) -> Result<Option<Ownership>, EngineError> {
    Ok(Store::open(folder)?.own_novice_side()?)
}

/// Why there is no answer.
#[derive(Debug)]
enum NotAsked {
    /// Nobody listens.
    NobodyThere,
    /// Somebody does, and the line broke.
    Broke(io::Error),
}

async fn ask(folder: &Path, display: &str, wish: &Wish) -> Result<Answer, NotAsked> {
    let called = timeout(LINE_PATIENCE, place::call(folder)).await;
    let mut stream = match called {
        Ok(Ok(stream)) => stream,
        Ok(Err(error)) => {
            tracing::debug!(%error, "no other Hulp answers");
            return Err(NotAsked::NobodyThere);
        }
        Err(late) => return Err(NotAsked::Broke(late.into())),
    };
    let talk = async {
        line::write(&mut stream, &line::request(display, wish)?).await?;
        line::read(&mut stream).await
    };
    let answer = talk.await.map_err(NotAsked::Broke)?;
    Ok(line::read_answer(&answer).unwrap_or(Answer::NotUnderstood))
}

/// Listens for other starts of the program, until it is dropped.
#[derive(Debug)]
pub(super) struct Serving {
    task: JoinHandle<()>,
    folder: PathBuf,
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.task.abort();
        // While the novice's side is still ours: the next one's must not be taken away.
        place::remove(&self.folder);
    }
}

/// Begins to listen; `wished` is told what is wanted, and where the answer goes. To be called by who owns the novice's side,
/// for what an owner left behind that was killed is removed.
pub(super) fn serve(
    folder: &Path,
    display: String,
    wished: impl Fn(Wish, oneshot::Sender<Answer>) + Clone + Send + 'static,
) -> io::Result<Serving> {
    let mut door = place::Door::open(folder)?;
    let task = tokio::spawn(async move {
        let mut callers = JoinSet::new();
        loop {
            tokio::select! {
                Some(_) = callers.join_next() => {}
                came = door.next(), if callers.len() < MAX_CALLERS => match came {
                    Ok(stream) => {
                        callers.spawn(answer(stream, display.clone(), wished.clone()));
                    }
                    Err(error) => {
                        tracing::warn!(%error, "another start of Hulp was not heard");
                        tokio::time::sleep(LOOK_EVERY).await;
                    }
                },
            }
        }
    });
    Ok(Serving {
        task,
        folder: folder.to_owned(),
    })
}

/// Hears one caller out.
async fn answer(
    mut stream: place::Stream,
    display: String,
    wished: impl Fn(Wish, oneshot::Sender<Answer>),
) {
    let Ok(Ok(said)) = timeout(LINE_PATIENCE, line::read(&mut stream)).await else {
        return;
    };
    let answer = match line::read_request(&said) {
        None => Answer::NotUnderstood,
        Some((theirs, _)) if theirs != display => Answer::AtAnotherDisplay(display),
        Some((_, wish)) => {
            let (reply, replied) = oneshot::channel();
            wished(wish, reply);
            let replied = timeout(ANSWER_PATIENCE, replied).await;
            replied.ok().and_then(Result::ok).unwrap_or(Answer::Busy)
        }
    };
    let _ = timeout(LINE_PATIENCE, async {
        line::write(&mut stream, &line::answer(&answer)?).await
    })
    .await; // who has gone meanwhile needs no answer
}
