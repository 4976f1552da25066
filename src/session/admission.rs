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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use chrono::{DateTime, TimeDelta, Utc};

    use super::*;
    use crate::invitation::{Fingerprint, Invitation, InvitationId, SentHow, ticket_proof};

    const EXPORTER: [u8; 32] = [7; 32];
    const TICKET: TicketSecret = TicketSecret([3; 32]);

    fn claim(version: u16, ticket: &TicketSecret) -> Claim {
        Claim {
            version: (version, 0),
            ticket_proof: ticket_proof(ticket, &EXPORTER),
        }
    }

    /// An open invitation that runs out `left` from now.
    fn lookup(left: TimeDelta) -> Lookup {
        let now_utc = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(20_000);
        Lookup {
            record: Some(InvitationRecord {
                invitation: Invitation {
                    id: InvitationId([1; 16]),
                    from: String::new(),
                    message: String::new(),
                    made: now_utc - TimeDelta::days(1),
                    expires: now_utc + left,
                    addresses: vec![],
                    meeting: None,
                    novice_key: Fingerprint([2; 32]),
                    ticket: TICKET,
                    password: None,
                },
                state: InvitationState::Open,
                sent: vec![SentHow::File("x".into())],
                verifier: None,
                endpoint_key: None,
                attempts_left: 5,
                declined: 0,
            }),
            now_utc,
            busy: false,
            allowed: true,
        }
    }

    fn verdict(claim: &Claim, lookup: &Lookup) -> Result<(), Refusal> {
        check_claim(claim, &EXPORTER, lookup).map(|_| ())
    }

    #[test]
    fn an_invitation_ends_at_its_very_second() {
        let open = lookup(TimeDelta::nanoseconds(1));
        assert_eq!(verdict(&claim(VERSION.0, &TICKET), &open), Ok(()));
        let over = lookup(TimeDelta::zero());
        assert_eq!(
            verdict(&claim(VERSION.0, &TICKET), &over),
            Err(Refusal::Expired(over.now_utc))
        );
    }

    #[test]
    fn an_all_zero_ticket_opens_nothing_that_is_not_there() {
        let zero = TicketSecret([0; 32]);
        let nothing = Lookup {
            record: None,
            ..lookup(TimeDelta::days(1))
        };
        assert_eq!(
            verdict(&claim(VERSION.0, &zero), &nothing),
            Err(Refusal::Unknown)
        );
    }

    #[test]
    fn when_more_than_one_thing_is_wrong_the_first_of_the_order_is_said() {
        let mut lookup = lookup(TimeDelta::zero());
        lookup.busy = true;
        lookup.allowed = false;
        lookup.record.as_mut().unwrap().state = InvitationState::Withdrawn;
        let thief = TicketSecret([9; 32]);
        assert_eq!(
            verdict(&claim(VERSION.0 + 1, &thief), &lookup),
            Err(Refusal::Unknown)
        );
        let version = Refusal::Version {
            novice: VERSION.0,
            expert: VERSION.0 + 1,
        };
        assert_eq!(
            verdict(&claim(VERSION.0 + 1, &TICKET), &lookup),
            Err(version)
        );
        let ours = claim(VERSION.0, &TICKET);
        assert_eq!(verdict(&ours, &lookup), Err(Refusal::PolicyForbids));
        lookup.allowed = true;
        let now = lookup.now_utc;
        assert_eq!(verdict(&ours, &lookup), Err(Refusal::Expired(now)));
        lookup.record.as_mut().unwrap().invitation.expires += TimeDelta::hours(1);
        assert_eq!(verdict(&ours, &lookup), Err(Refusal::Withdrawn));
        lookup.record.as_mut().unwrap().state = InvitationState::Open;
        assert_eq!(verdict(&ours, &lookup), Err(Refusal::Busy));
    }
}
