//! Asking one of the desktop's own programs a question.

use std::{
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(5);
/// How often to look whether a program has ended.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// What the program writes, without space around it; nothing where there is no such program, or it does not answer.
pub(super) fn ask(program: &str, arguments: &[&str]) -> Option<String> {
    let mut asked = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    if ended_within(&mut asked, PATIENCE).is_none() {
        // It was ours and is of no use any more; that it may have ended meanwhile is as well.
        let _ = asked.kill();
        let _ = asked.wait();
        return None;
    }
    let answer = asked.wait_with_output().ok()?;
    Some(String::from_utf8_lossy(answer.stdout.trim_ascii()).into_owned())
}

/// Whether it ended well; nothing if it has not ended yet.
pub(super) fn ended_within(child: &mut Child, patience: Duration) -> Option<bool> {
    let give_up = Instant::now() + patience;
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status.success()),
            Err(_) => return Some(false),
            Ok(None) if Instant::now() >= give_up => return None,
            Ok(None) => thread::sleep(LOOK_EVERY), // std has no wait with a time limit
        }
    }
}
