//! Whoever is asked about or here: at most one helper at a time.

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use super::guest::GuestId;
use crate::{
    desktop::Edge,
    invitation::{Fingerprint, InvitationId},
    session::SessionSecret,
    store::Helper,
};

/// A helper who proved ticket and password.
#[derive(Debug)]
pub(super) struct Present {
    pub(super) guest: GuestId,
    pub(super) invitation: InvitationId,
    pub(super) helper: Helper,
    pub(super) helper_name: String,
    pub(super) helper_key: Fingerprint,
    /// The invitation came of their offer, and is for this connection alone.
    pub(super) by_offer: bool,
    pub(super) phrase: String,
    /// The log's first line about this visit.
    pub(super) first_line: Option<u64>,
    pub(super) stage: Stage,
}

/// How far it came.
#[derive(Debug)]
pub(super) enum Stage {
    /// Proved; the question comes at once.
    Proved,
    /// The novice is asked.
    Asked { question: u64 },
    /// The novice said yes; the screen is being opened.
    LetIn,
    /// The session.
    Here(Box<Here>),
}

/// A session.
#[derive(Debug)]
pub(super) struct Here {
    /// By which the helper's computer may come back.
    pub(super) secret: SessionSecret,
    pub(super) paused: bool,
    /// The connection broke then, and there is no other yet.
    pub(super) cut_since: Option<Instant>,
    /// The addresses that the helper's side knows, from the invitation or from us.
    pub(super) told_addresses: Vec<SocketAddr>,
    pub(super) seen: Stopwatch,
    pub(super) controlled: Stopwatch,
    /// The period of control that runs, or stands still while the connection is broken.
    pub(super) control_since: Option<Instant>,
    /// The question for control that is open.
    pub(super) control_question: Option<u64>,
    /// So often the helper asked for control and did not get it.
    pub(super) control_refused: u32,
    pub(super) pauses: u32,
    /// So often the connection broke.
    pub(super) breaks: u32,
    pub(super) novice_messages: u32,
    pub(super) helper_messages: u32,
}

/// Adds up the times in which something was so.
#[derive(Debug, Default)]
pub(super) struct Stopwatch {
    before: Duration,
    since: Option<Instant>,
}

impl Present {
    /// The session, if it began.
    pub(super) fn here(&mut self) -> Option<&mut Here> {
        match &mut self.stage {
            Stage::Here(here) => Some(here),
            _ => None,
        }
    }

    /// The edge around the screen that tells the truth.
    pub(super) fn edge(&self) -> Edge {
        match &self.stage {
            Stage::Here(here) if !here.seen.runs() => Edge::Paused,
            Stage::Here(here) if here.controlled.runs() => Edge::Controlled,
            Stage::Here(_) => Edge::Seen,
            _ => Edge::Off,
        }
    }
}

impl Here {
    /// A session that begins now.
    pub(super) fn new(
        now: Instant,
        secret: SessionSecret,
        told_addresses: Vec<SocketAddr>,
    ) -> Self {
        let mut here = Self {
            secret,
            paused: false,
            cut_since: None,
            told_addresses,
            seen: Stopwatch::default(),
            controlled: Stopwatch::default(),
            control_since: None,
            control_question: None,
            control_refused: 0,
            pauses: 0,
            breaks: 0,
            novice_messages: 0,
            helper_messages: 0,
        };
        here.set_watches(now);
        here
    }

    /// Lets the watches run exactly while the screen is seen, and control can be used.
    pub(super) fn set_watches(&mut self, now: Instant) {
        let is_cut = self.cut_since.is_some();
        self.seen.set(now, !is_cut && !self.paused);
        self.controlled
            .set(now, !is_cut && self.control_since.is_some());
    }
}

impl Stopwatch {
    pub(super) fn set(&mut self, now: Instant, runs: bool) {
        if runs != self.runs() {
            self.before = self.total(now);
            self.since = runs.then_some(now);
        }
    }

    pub(super) fn runs(&self) -> bool {
        self.since.is_some()
    }

    pub(super) fn total(&self, now: Instant) -> Duration {
        let since = self.since.map(|since| now.saturating_duration_since(since));
        self.before + since.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stopwatch_leaves_pauses_out() {
        let (mut watch, start) = (Stopwatch::default(), Instant::now());
        let at = |secs| start + Duration::from_secs(secs);
        watch.set(at(0), true);
        watch.set(at(10), true);
        watch.set(at(20), false);
        watch.set(at(50), true);
        assert_eq!(watch.total(at(55)), Duration::from_secs(25));
    }
}
