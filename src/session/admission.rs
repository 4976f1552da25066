//! Who may come in: the novice's own record decides, question by question in a fixed order.

use super::{Lookup, Refusal};
use crate::{
    invitation::{InvitationRecord, InvitationState, TicketSecret, verify_ticket_proof},
    protocol::VERSION,
};

/// What a helper said of itself.
#[derive(Clone)]
pub(super) struct Claim {
    pub(super) version: (u16, u16),
    pub(super) ticket_proof: [u8; 32],
}

/// Whether the holder of this claim may go on. An invitation that is not there and a ticket that is not its own get the same
/// answer after the same work, so that nobody learns which invitations exist; only who holds the ticket is told more.
pub(super) fn check_claim<'a>(
    claim: &Claim,
    exporter: &[u8; 32],
    lookup: &'a Lookup,
) -> Result<&'a InvitationRecord, Refusal> {
    let nobodys = TicketSecret([0; 32]);
    let known = lookup.record.as_ref();
    let ticket = known.map_or(&nobodys, |record| &record.invitation.ticket);
    let proved = verify_ticket_proof(ticket, exporter, &claim.ticket_proof);
    let (Some(record), true) = (known, proved) else {
        return Err(Refusal::Unknown);
    };
    if claim.version.0 != VERSION.0 {
        return Err(Refusal::Version {
            novice: VERSION.0,
            expert: claim.version.0,
        });
    }
    check_record(record, lookup).map(|()| record)
}

/// Whether an invitation still lets anybody in.
pub(super) fn check_record(record: &InvitationRecord, lookup: &Lookup) -> Result<(), Refusal> {
    let expires = record.invitation.expires;
    if !lookup.allowed {
        return Err(Refusal::PolicyForbids);
    }
    if lookup.now_utc >= expires {
        return Err(Refusal::Expired(expires));
    }
    match record.state {
        InvitationState::Open if lookup.busy => Err(Refusal::Busy),
        InvitationState::Open => Ok(()),
        InvitationState::Expired => Err(Refusal::Expired(expires)),
        InvitationState::Withdrawn => Err(Refusal::Withdrawn),
        InvitationState::Voided => Err(Refusal::Voided),
        InvitationState::Used => Err(Refusal::AlreadyUsed),
        InvitationState::InUse => Err(Refusal::AlreadyInUse),
    }
}
