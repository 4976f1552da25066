//! An invitation, the novice's record of it, and both sides' setups.

use std::net::{Ipv4Addr, SocketAddr};

use chrono::{DateTime, TimeZone, Utc};
use hulp::{
    invitation::{
        Fingerprint, Invitation, InvitationId, InvitationRecord, InvitationState, PasswordSalt,
        PasswordVerifier, SentHow, TicketSecret,
    },
    session::{ExpertSetup, NoviceSetup},
};
use zeroize::Zeroizing;

/// What both sides export from the one TLS connection.
pub const EXPORTER: [u8; 32] = [7; 32];
/// The stretched password of an invitation that has one.
pub const PASSWORD_KEY: [u8; 32] = [5; 32];

/// The novice's clock when a test begins.
pub fn today() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 23, 12, 0, 0).unwrap()
}

pub fn record(with_password: bool) -> InvitationRecord {
    let salt = PasswordSalt {
        salt: [4; 16],
        memory_kib: 64 * 1024,
        passes: 3,
    };
    InvitationRecord {
        invitation: Invitation {
            id: InvitationId([1; 16]),
            from: "Nora".into(),
            message: String::new(),
            made: today(),
            expires: today() + chrono::Duration::hours(6),
            addresses: vec![SocketAddr::from((Ipv4Addr::LOCALHOST, 4857))],
            novice_key: Fingerprint([2; 32]),
            ticket: TicketSecret([3; 32]),
            password: with_password.then_some(salt),
        },
        state: InvitationState::Open,
        sent: vec![SentHow::File("Invitation.hulp".into())],
        verifier: with_password.then_some(PasswordVerifier {
            salt,
            key: PASSWORD_KEY,
        }),
        attempts_left: 5,
        declined: 0,
    }
}

pub fn novice_setup() -> NoviceSetup {
    NoviceSetup {
        exporter: EXPORTER,
        helper_key: Fingerprint([6; 32]),
        name: "Nora".into(),
        control_allowed: true,
    }
}

pub fn expert_setup(record: &InvitationRecord) -> ExpertSetup {
    ExpertSetup {
        exporter: EXPORTER,
        name: "Emil".into(),
        invitation: record.invitation.id,
        ticket: record.invitation.ticket.clone(),
        password_key: record
            .verifier
            .as_ref()
            .map(|_| Zeroizing::new(PASSWORD_KEY)),
    }
}
