//! The log's check, its kinds of lines, and what a session came to.

use super::when::how_long;
use crate::{
    engine::{LogKind, LogVerdict, NoviceEnd, describe_fault},
    language::{Who, say},
};

/// A kind of lines; nothing for all of them.
pub fn kind(kind: Option<LogKind>) -> String {
    match kind {
        None => say!("log-kind-everything"),
        Some(LogKind::Invitations) => say!("log-kind-invitations"),
        Some(LogKind::Visits) => say!("log-kind-visits"),
        Some(LogKind::Sessions) => say!("log-kind-sessions"),
        Some(LogKind::Control) => say!("log-kind-control"),
        Some(LogKind::Refusals) => say!("log-kind-refusals"),
        Some(LogKind::Contacts) => say!("log-kind-contacts"),
        Some(LogKind::Settings) => say!("log-kind-settings"),
        Some(LogKind::Computer) => say!("log-kind-computer"),
    }
}

/// Whether the log is as it was written, and what is wrong with it.
pub fn verdict(verdict: &LogVerdict) -> String {
    if verdict.is_whole() {
        return match verdict.lines {
            0 => say!("log-empty"),
            lines => say!("log-whole", lines = lines),
        };
    }
    let faults: Vec<_> = verdict.faults.iter().map(describe_fault).collect();
    say!("log-not-whole", faults = faults.join("; "))
}

/// What a helper saw and used.
pub fn seen_and_used(ended: &NoviceEnd) -> String {
    let who = Who(&ended.helper_name);
    let seen = how_long(ended.seen_secs);
    match ended.controlled_secs {
        0 => say!("ended-saw", who = who, seen = seen),
        secs => {
            let used = how_long(secs);
            say!("ended-saw-and-used", who = who, seen = seen, used = used)
        }
    }
}

/// What else happened, a sentence each.
pub fn what_else(ended: &NoviceEnd) -> Vec<String> {
    let times = |count: u32| match count {
        1 => say!("once"),
        2 => say!("twice"),
        count => say!("many-times", count = count),
    };
    let messages = |count: u32| say!("messages-counted", count = count);
    let mut said = Vec::new();
    if ended.control_refused > 0 {
        let often = times(ended.control_refused);
        said.push(say!("ended-control-refused", often = often));
    }
    if ended.pauses > 0 {
        said.push(say!("ended-paused", often = times(ended.pauses)));
    }
    if ended.breaks > 0 {
        said.push(say!("ended-broke", often = times(ended.breaks)));
    }
    if ended.novice_messages + ended.helper_messages > 0 {
        said.push(say!(
            "ended-wrote",
            yours = messages(ended.novice_messages),
            who = Who(&ended.helper_name),
            theirs = messages(ended.helper_messages)
        ));
    }
    said
}
