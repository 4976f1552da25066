//! How each line of the log hangs on the one before, and how it shows which one was changed, moved or taken out.

use std::collections::VecDeque;

use sha2::{Digest, Sha256};

use super::{EMPTY, GENESIS, LogFault, LogLine, MAX_FAULTS};

/// How many lines before and after a wrong one are searched for its place.
const REACH: usize = 16;

/// A line, as far as its hash goes.
pub(super) struct Link {
    pub(super) number: u64,
    /// Since 1970.
    pub(super) at_micros: i64,
    pub(super) json: String,
    pub(super) hash: [u8; 32],
    /// The hash of the line before, where the line tells it, as in an exported file.
    pub(super) before: Option<[u8; 32]>,
}

/// Checks lines one after the other, in the order in which they stand. Keeps a few of them in memory, whatever comes.
pub(super) struct Chain {
    /// Some lines may have been left out on purpose.
    is_selection: bool,
    /// The lines around the one that is judged next, each with the hash that it should have.
    around: VecDeque<(Link, [u8; 32])>,
    judged: usize,
    /// The line before the first of them.
    begins_after: (u64, [u8; 32]),
    highest: u64,
    faults: Vec<LogFault>,
}

pub(super) fn hash_line(before: &[u8; 32], number: u64, at_micros: i64, json: &str) -> [u8; 32] {
    Sha256::new()
        .chain_update(b"hulp log line v1")
        .chain_update(before)
        .chain_update(number.to_le_bytes())
        .chain_update(at_micros.to_le_bytes())
        .chain_update(json)
        .finalize()
        .into()
}

impl Link {
    /// A line of the store's, which tells nothing of the one before.
    pub(super) fn of(line: LogLine) -> Self {
        Self {
            number: line.number,
            at_micros: line.at.timestamp_micros(),
            json: line.json,
            hash: line.hash,
            before: None,
        }
    }

    fn fits(&self, before: &[u8; 32], number: u64) -> bool {
        hash_line(before, number, self.at_micros, &self.json) == self.hash
    }
}

impl Chain {
    pub(super) fn new(is_selection: bool) -> Self {
        Self {
            is_selection,
            around: VecDeque::new(),
            judged: 0,
            begins_after: (EMPTY.number, EMPTY.hash),
            highest: 0,
            faults: Vec::new(),
        }
    }

    /// The next line.
    pub(super) fn push(&mut self, link: Link) {
        let before = self.around.back().map(|(before, _)| before.hash);
        let before = before.unwrap_or(self.begins_after.1);
        let should = hash_line(&before, link.number, link.at_micros, &link.json);
        self.around.push_back((link, should));
        if self.around.len() - self.judged > REACH {
            self.judge_next();
        }
    }

    /// What is wrong, besides the end.
    pub(super) fn finish(mut self) -> Vec<LogFault> {
        while self.judged < self.around.len() {
            self.judge_next();
        }
        self.faults
    }

    fn judge_next(&mut self) {
        self.judge(self.judged);
        self.judged += 1;
        let (link, _) = &self.around[self.judged - 1];
        self.highest = self.highest.max(link.number);
        if self.judged > REACH
            && let Some((gone, _)) = self.around.pop_front()
        {
            self.begins_after = (gone.number, gone.hash);
            self.judged -= 1;
        }
    }

    fn judge(&mut self, at: usize) {
        let (link, should) = &self.around[at];
        let (before_number, before_hash) = match at {
            0 => self.begins_after,
            at => (self.around[at - 1].0.number, self.around[at - 1].0.hash),
        };
        let number = link.number;
        let follows = number == before_number + 1;
        if follows && *should == link.hash && link.before.is_none_or(|told| told == before_hash) {
            return;
        }
        if self.faults.len() >= MAX_FAULTS {
            return; // the search is not for a log of which nothing is right
        }
        let is_genuine = self.known_hashes(at).any(|hash| link.fits(&hash, number));
        if is_genuine && number <= self.highest {
            self.faults.push(LogFault::Moved {
                number,
                was: number,
            });
            return;
        }
        let gap = before_number.max(self.highest) + 1..number;
        if !gap.is_empty() && !self.is_selection && !self.comes_later(at, gap.start) {
            self.faults.push(LogFault::Missing {
                first: gap.start,
                last: gap.end - 1,
            });
        }
        // Behind a gap, only a line that tells what stood before it can be judged.
        if is_genuine || (!gap.is_empty() && link.before.is_none()) {
            return;
        }
        let fault = match self.number_before_it_was_moved(at) {
            Some(was) => LogFault::Moved { number, was },
            None => LogFault::Changed { number },
        };
        self.faults.push(fault);
    }

    /// Hashes on which a line at this place may hang: what the lines around have, what the one before should have, and what the line
    /// itself tells, unless the one before is there and has another.
    fn known_hashes(&self, at: usize) -> impl Iterator<Item = [u8; 32]> {
        let (link, _) = &self.around[at];
        let near = at.saturating_sub(1);
        let told = link.before.filter(|told| {
            let (before, should) = &self.around[near];
            at == 0 || before.number + 1 != link.number || [before.hash, *should].contains(told)
        });
        let should = (at > 0).then(|| self.around[near].1);
        (self.around.iter().map(|(other, _)| other.hash))
            .chain([GENESIS, self.begins_after.1])
            .chain(should)
            .filter(move |hash| link.before.is_none_or(|told| told == *hash))
            .chain(told)
    }

    fn comes_later(&self, at: usize, number: u64) -> bool {
        let mut later = self.around.iter().skip(at + 1);
        later.any(|(link, _)| link.number == number)
    }

    /// Which number a line had that stands somewhere else now.
    fn number_before_it_was_moved(&self, at: usize) -> Option<u64> {
        let (link, _) = &self.around[at];
        let reach = REACH as u64;
        (link.number.saturating_sub(reach)..=link.number.saturating_add(reach))
            .find(|number| self.known_hashes(at).any(|hash| link.fits(&hash, *number)))
    }
}
