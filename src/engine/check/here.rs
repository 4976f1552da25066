//! What this computer does by itself: a double click, the disk, the clock.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use super::{Trial, blocking};
use crate::{
    desktop::Opener,
    engine::view::{CheckFact, CheckFault, CheckGap, CheckState},
};

/// How long the desktop may take to say what opens a file: two questions.
pub(super) const FILES: Duration = Duration::from_secs(15);
/// How long the disk may take.
pub(super) const DISK: Duration = Duration::from_secs(15);
/// How long reading the newest line of the log may take.
pub(super) const CLOCK: Duration = Duration::from_secs(15);

/// With less than this free, the log may soon not be written any more.
const LEAST_FREE_BYTES: u64 = 50 * 1024 * 1024;
/// Clocks are set back by some seconds now and then.
const CLOCK_TREMBLES: TimeDelta = TimeDelta::minutes(2);
/// No clock that is right says an earlier time than this, in seconds since 1970: this version was not written yet.
const NOT_BEFORE_SECS: i64 = 1_790_000_000;

/// How an invitation's file ends; the rest of its name is nobody's business.
const FILE_NAME: &str = "invitation.hulp";

impl Trial {
    /// Whoever looks at the page sees it drawn; a program without a window tried one before.
    pub(super) fn drawing(&self) -> CheckState {
        match self.shared.publisher.peek().drawing.clone() {
            Some(drawing) => CheckState::Works(CheckFact::Drawn(drawing)),
            None => CheckState::Fails(CheckFault::NotDrawn),
        }
    }

    pub(super) async fn files(&self) -> CheckState {
        let desktop = self.shared.desktop.clone();
        blocking(move || {
            // A file of its own: what there is to know is known by the file's name. One without a byte is plain text to GLib,
            // whatever its name.
            let opener = tempfile::tempdir().and_then(|folder| {
                let file = folder.path().join(FILE_NAME);
                std::fs::write(&file, "\n")?;
                Ok(desktop.opener_of(&file))
            });
            match opener.unwrap_or(Opener::Unknown) {
                Opener::Hulp => CheckState::Works(CheckFact::OpensHulp),
                Opener::Another(name) => CheckState::NotSetUp(CheckGap::OpensAnother(Some(name))),
                Opener::Nobody => CheckState::NotSetUp(CheckGap::OpensAnother(None)),
                Opener::Unknown => CheckState::NotSetUp(CheckGap::NotTold),
            }
        })
        .await
    }

    pub(super) async fn disk(&self) -> CheckState {
        let shared = self.shared.clone();
        blocking(move || match shared.store.try_disk() {
            Ok(Some(free)) if free < LEAST_FREE_BYTES => {
                CheckState::Fails(CheckFault::DiskFull(free))
            }
            Ok(free) => CheckState::Works(CheckFact::Written(free)),
            Err(error) => CheckState::Fails(CheckFault::Disk(error.to_string())),
        })
        .await
    }

    pub(super) async fn clock(&self) -> CheckState {
        let shared = self.shared.clone();
        blocking(move || {
            let logged = shared.store.newest_log_time();
            let logged = logged.inspect_err(|error| tracing::error!(%error, "the store failed"));
            match behind(Utc::now(), logged.ok().flatten()) {
                Some(past) => CheckState::Fails(CheckFault::ClockBehind(past)),
                None => CheckState::Works(CheckFact::ClockFits),
            }
        })
        .await
    }
}

/// The latest time that is surely past, where `now` is before it.
fn behind(now: DateTime<Utc>, logged: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
    let written = DateTime::from_timestamp_secs(NOT_BEFORE_SECS);
    let past = logged.max(written)?;
    (now + CLOCK_TREMBLES < past).then_some(past)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_is_behind_when_it_says_what_is_past() {
        let at = |secs| DateTime::from_timestamp_secs(NOT_BEFORE_SECS + secs).unwrap();
        assert_eq!(behind(at(1000), None), None);
        assert_eq!(behind(at(1000), Some(at(1060))), None, "it trembles");
        assert_eq!(behind(at(1000), Some(at(5000))), Some(at(5000)));
        assert_eq!(behind(at(-1_000_000), None), Some(at(0)));
    }
}
