//! The calls that are under way: whom this side called, and what rings here. Pure; time is counted in ticks.

use std::collections::{BTreeMap, VecDeque};

use tokio_xmpp::jid::{BareJid, Jid};

use super::{
    Address,
    call::{AskedFor, CallId, RingId},
};
use crate::invitation::Fingerprint;

/// How long a call rings, in seconds. Both sides count it.
pub const RING_SECS: u32 = 90;
/// The most calls that ring here at once.
pub const MAX_RINGS: usize = 4;
/// How often one caller may ring in ten minutes; what comes beyond does not ring. Strangers count as one caller.
pub const RINGS_PER_CALLER: usize = 6;
/// These ten minutes.
const RING_WINDOW_SECS: u32 = 600;
/// The most calls of this side's that ring at once.
const MAX_CALLS: usize = 16;

/// A call of this side's.
#[derive(Debug)]
pub(super) struct Outgoing {
    pub(super) to: Address,
    pub(super) name: String,
    pub(super) asked_for: AskedFor,
    secs_left: u32,
}

/// A call as it came.
pub(super) struct Proposed {
    pub(super) name: String,
    pub(super) asked_for: AskedFor,
    pub(super) key: Option<Fingerprint>,
}

/// A call that rings here.
#[derive(Debug)]
pub(super) struct Incoming {
    /// The caller's device.
    pub(super) from: Jid,
    pub(super) caller: Address,
    pub(super) name: String,
    pub(super) asked_for: AskedFor,
    /// The caller's computer's key, if they told it.
    pub(super) key: Option<Fingerprint>,
    /// Whether the window knows of it; see [`Calls::announce`].
    pub(super) announced: bool,
    secs_left: u32,
}

#[derive(Debug)]
pub(super) struct Calls {
    pub(super) outgoing: BTreeMap<CallId, Outgoing>,
    pub(super) incoming: BTreeMap<RingId, Incoming>,
    last_ring: RingId,
    /// When whom rang, oldest first.
    recent: VecDeque<(u64, Option<BareJid>)>,
    secs: u64,
}

impl Calls {
    /// None yet; what rings is numbered from here on.
    pub(super) fn after(last_ring: RingId) -> Self {
        Self {
            outgoing: BTreeMap::new(),
            incoming: BTreeMap::new(),
            last_ring,
            recent: VecDeque::new(),
            secs: 0,
        }
    }

    /// Begins a call; false when there are too many.
    pub(super) fn call(
        &mut self,
        id: CallId,
        to: Address,
        name: String,
        asked_for: AskedFor,
    ) -> bool {
        if self.outgoing.len() >= MAX_CALLS {
            return false;
        }
        self.outgoing.insert(
            id,
            Outgoing {
                to,
                name,
                asked_for,
                secs_left: RING_SECS,
            },
        );
        true
    }

    /// The call of this side's to `who` that has this name.
    pub(super) fn called(&self, who: &BareJid, name: &str) -> Option<CallId> {
        self.outgoing
            .iter()
            .find(|(_, call)| call.to.jid() == who && call.name == name)
            .map(|(&id, _)| id)
    }

    /// Lets a call ring, unless its caller rings too often or too much rings. `caller` is none for a stranger.
    pub(super) fn ring(
        &mut self,
        from: Jid,
        address: Address,
        caller: Option<BareJid>,
        call: Proposed,
    ) -> Option<RingId> {
        let Proposed {
            name,
            asked_for,
            key,
        } = call;
        let often = self.recent.iter().filter(|(_, who)| *who == caller).count();
        if often >= RINGS_PER_CALLER || self.incoming.len() >= MAX_RINGS {
            return None;
        }
        self.recent.push_back((self.secs, caller));
        let id = RingId(self.last_ring.0 + 1);
        self.last_ring = id;
        self.incoming.insert(
            id,
            Incoming {
                from,
                caller: address,
                name,
                asked_for,
                key,
                announced: false,
                secs_left: RING_SECS,
            },
        );
        Some(id)
    }

    /// What of `who` rings, with this name or, without one, with any.
    pub(super) fn ringing(&self, who: &BareJid, name: Option<&str>) -> Option<RingId> {
        self.incoming
            .iter()
            .find(|(_, ring)| ring.caller.jid() == who && name.is_none_or(|name| ring.name == name))
            .map(|(&id, _)| id)
    }

    /// What rings and is not told to the window yet. What was kept by the server while this device was away rings only when
    /// it was not taken back in the same breath, so this is asked a moment later.
    pub(super) fn announce(&mut self) -> Option<RingId> {
        let (&id, ring) = self.incoming.iter_mut().find(|(_, ring)| !ring.announced)?;
        ring.announced = true;
        Some(id)
    }

    /// Whether time matters just now.
    pub(super) fn count_time(&self) -> bool {
        !(self.outgoing.is_empty() && self.incoming.is_empty() && self.recent.is_empty())
    }

    /// A second went by. Gives the calls that rang long enough.
    pub(super) fn second(&mut self) -> (Vec<CallId>, Vec<RingId>) {
        self.secs += 1;
        while self
            .recent
            .front()
            .is_some_and(|(at, _)| self.secs - at >= u64::from(RING_WINDOW_SECS))
        {
            self.recent.pop_front();
        }
        let unanswered = run_out(&mut self.outgoing, |call| &mut call.secs_left);
        (
            unanswered,
            run_out(&mut self.incoming, |ring| &mut ring.secs_left),
        )
    }
}

fn run_out<K: Copy + Ord, V>(
    calls: &mut BTreeMap<K, V>,
    secs_left: impl Fn(&mut V) -> &mut u32,
) -> Vec<K> {
    let mut over = vec![];
    for (&id, call) in calls {
        let left = secs_left(call);
        *left = left.saturating_sub(1);
        if *left == 0 {
            over.push(id);
        }
    }
    over
}
