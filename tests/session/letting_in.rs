//! Who is let in: every refusal, passwords, and the novice's answer.

use std::time::{Duration, Instant};

use hulp::{
    invitation::{InvitationRecord, InvitationState, TicketSecret},
    session::{
        CONSENT_PATIENCE, End, ExpertEvent, ExpertSetup, NoviceEvent, Refusal, WRONG_PASSWORD_PAUSE,
    },
};
use zeroize::Zeroizing;

use crate::{
    link::Weather,
    pair::{Answer, Pair},
    people::{EXPORTER, PASSWORD_KEY, expert_setup, novice_setup, record, today},
};

/// The novice's side refused for this reason, said so to the expert, and both hung up.
fn assert_refused(pair: &Pair, expected: &Refusal) {
    assert_eq!(pair.novice_refused(), Some(expected));
    assert_eq!(pair.expert_refused(), Some(expected));
    let refusals = |e: &&NoviceEvent| matches!(e, NoviceEvent::Refused { .. });
    assert_eq!(pair.novice_events.iter().filter(refusals).count(), 1);
    assert!(pair.novice.is_closed() && pair.expert.is_closed());
    assert!(!pair.novice_saw(|e| matches!(e, NoviceEvent::Started { .. })));
    assert!(!pair.expert_saw(|e| matches!(e, ExpertEvent::Started { .. })));
}

/// One connection, on which everything is right but for what `change` changes.
fn try_with(with_password: bool, change: impl FnOnce(&mut Pair)) -> Pair {
    let mut pair = Pair::new(Weather::FINE, with_password);
    change(&mut pair);
    pair.run(Duration::from_secs(2));
    pair
}

#[test]
fn the_record_decides_and_each_refusal_is_its_own() {
    let expires = record(false).invitation.expires;
    let states = [
        (InvitationState::Expired, Refusal::Expired(expires)),
        (InvitationState::Withdrawn, Refusal::Withdrawn),
        (InvitationState::Voided, Refusal::Voided),
        (InvitationState::Used, Refusal::AlreadyUsed),
        (InvitationState::InUse, Refusal::AlreadyInUse),
    ];
    for with_password in [false, true] {
        for (state, refusal) in &states {
            let pair = try_with(with_password, |pair| {
                pair.record.as_mut().unwrap().state = *state;
            });
            assert_refused(&pair, refusal);
            assert!(!pair.novice_saw(|e| matches!(e, NoviceEvent::Proved { .. })));
        }
        assert_refused(
            &try_with(with_password, |pair| pair.allowed = false),
            &Refusal::PolicyForbids,
        );
        assert_refused(
            &try_with(with_password, |pair| pair.busy = true),
            &Refusal::Busy,
        );
        assert_refused(
            &try_with(with_password, |pair| pair.record = None),
            &Refusal::Unknown,
        );
        let mut old = record(with_password);
        old.invitation.expires = today();
        let expired = Refusal::Expired(today());
        assert_refused(
            &try_with(with_password, |pair| pair.record = Some(old)),
            &expired,
        );
    }
}

#[test]
fn who_lacks_the_ticket_learns_nothing_of_the_invitation() {
    let attempt = |record: Option<InvitationRecord>| {
        let setup = ExpertSetup {
            ticket: TicketSecret([99; 32]),
            ..expert_setup(&crate::people::record(true))
        };
        let mut pair = Pair::with(Weather::FINE, record, novice_setup(), setup);
        pair.run(Duration::from_secs(2));
        assert_refused(&pair, &Refusal::Unknown);
        pair.to_expert.carried_bytes
    };
    let mut withdrawn = record(true);
    withdrawn.state = InvitationState::Withdrawn;
    let bytes = attempt(None);
    assert_eq!(attempt(Some(record(true))), bytes);
    assert_eq!(attempt(Some(record(false))), bytes);
    assert_eq!(attempt(Some(withdrawn)), bytes);
}

#[test]
fn a_ticket_proof_of_another_connection_is_worth_nothing() {
    let record = record(false);
    let setup = ExpertSetup {
        exporter: [8; 32],
        ..expert_setup(&record)
    };
    let mut pair = Pair::with(Weather::FINE, Some(record), novice_setup(), setup);
    pair.run(Duration::from_secs(2));
    assert_refused(&pair, &Refusal::Unknown);
}

/// One try with this password on an invitation that keeps its record between tries.
fn try_password(record: &mut Option<InvitationRecord>, password: [u8; 32]) -> Pair {
    let setup = ExpertSetup {
        password_key: Some(Zeroizing::new(password)),
        ..expert_setup(record.as_ref().unwrap())
    };
    let mut pair = Pair::with(Weather::FINE, record.take(), novice_setup(), setup);
    pair.run(Duration::from_secs(5));
    *record = pair.record.take();
    pair
}

#[test]
fn five_wrong_passwords_void_the_invitation() {
    let mut record = Some(record(true));
    for attempts_left in [4, 3, 2, 1] {
        let pair = try_password(&mut record, [66; 32]);
        assert_refused(&pair, &Refusal::WrongPassword { attempts_left });
    }
    assert_refused(&try_password(&mut record, [66; 32]), &Refusal::Voided);
    assert_refused(&try_password(&mut record, PASSWORD_KEY), &Refusal::Voided);
}

#[test]
fn the_right_password_on_the_last_attempt_opens() {
    let mut last = record(true);
    last.attempts_left = 1;
    let pair = try_password(&mut Some(last), PASSWORD_KEY);
    assert!(pair.novice_saw(|e| matches!(e, NoviceEvent::Proved { .. })));
    assert!(pair.expert_saw(|e| matches!(e, ExpertEvent::Started { .. })));
}

#[test]
fn a_wrong_password_is_logged_at_once_and_answered_after_a_pause() {
    let record = record(true);
    let setup = ExpertSetup {
        password_key: Some(Zeroizing::new([66; 32])),
        ..expert_setup(&record)
    };
    let mut pair = Pair::with(Weather::FINE, Some(record), novice_setup(), setup);
    pair.run_to(Duration::from_secs(1), |pair| {
        pair.novice_refused().is_some()
    });
    let refused = pair.now;
    assert!(!pair.novice.is_closed());
    pair.run_to(Duration::from_secs(5), |pair| {
        pair.expert_refused().is_some()
    });
    assert!(pair.now - refused >= WRONG_PASSWORD_PAUSE);
    assert_refused(&pair, &Refusal::WrongPassword { attempts_left: 4 });
}

#[test]
fn hanging_up_during_the_pause_saves_no_attempt() {
    let mut record = Some(record(true));
    let setup = ExpertSetup {
        password_key: Some(Zeroizing::new([66; 32])),
        ..expert_setup(record.as_ref().unwrap())
    };
    let mut pair = Pair::with(Weather::FINE, record.take(), novice_setup(), setup);
    pair.run_to(Duration::from_secs(1), |pair| {
        pair.novice_refused().is_some()
    });
    pair.expert.end(pair.now, End::ExpertLeft);
    pair.run(Duration::from_secs(3));
    assert_eq!(pair.record.unwrap().attempts_left, 4);
    assert_eq!(
        pair.novice_events
            .iter()
            .filter(|e| matches!(e, NoviceEvent::Refused { .. } | NoviceEvent::Gone { .. }))
            .count(),
        1
    );
}

#[test]
fn an_invitation_that_closes_while_the_password_is_typed_stays_closed() {
    for (state, refusal) in [
        (InvitationState::Withdrawn, Refusal::Withdrawn),
        (InvitationState::InUse, Refusal::AlreadyInUse),
    ] {
        let mut pair = Pair::new(Weather::FINE, true);
        pair.run_to(Duration::from_secs(1), |pair| {
            pair.novice_saw(|e| matches!(e, NoviceEvent::LookUp { .. }))
        });
        pair.record.as_mut().unwrap().state = state;
        pair.run(Duration::from_secs(2));
        assert_refused(&pair, &refusal);
    }
}

#[test]
fn an_expert_without_the_password_is_told_that_one_is_needed() {
    let record = record(true);
    let setup = ExpertSetup {
        password_key: None,
        ..expert_setup(&record)
    };
    let mut pair = Pair::with(Weather::FINE, Some(record), novice_setup(), setup);
    pair.run(Duration::from_secs(2));
    assert!(pair.expert_saw(|e| matches!(e, ExpertEvent::PasswordMissing)));
    assert!(pair.novice_is_gone());
    assert_eq!(pair.record.unwrap().attempts_left, 5);
}

#[test]
fn a_computer_that_does_not_ask_for_the_password_is_not_the_novices() {
    let forged = record(false);
    let setup = ExpertSetup {
        password_key: Some(Zeroizing::new(PASSWORD_KEY)),
        ..expert_setup(&forged)
    };
    let mut pair = Pair::with(Weather::FINE, Some(forged), novice_setup(), setup);
    pair.run(Duration::from_secs(2));
    assert!(pair.expert_saw(|e| matches!(e, ExpertEvent::NoviceNotProved)));
    assert!(!pair.expert_saw(|e| matches!(e, ExpertEvent::Started { .. })));
}

#[test]
fn the_novice_says_no() {
    assert_refused(
        &try_with(true, |pair| pair.answer = Answer::No),
        &Refusal::Declined,
    );
}

#[test]
fn no_answer_is_no_after_a_minute_that_both_see_run() {
    let mut pair = Pair::new(Weather::FINE, true);
    pair.answer = Answer::Nothing;
    pair.run(Duration::from_secs(1));
    let asked: Vec<Instant> = pair
        .novice_events
        .iter()
        .filter_map(|e| match e {
            NoviceEvent::AskConsent { deadline, .. } => Some(*deadline),
            _ => None,
        })
        .collect();
    let waits = pair.expert_events.iter().find_map(|e| match e {
        ExpertEvent::Waiting { deadline, .. } => Some(*deadline),
        _ => None,
    });
    assert!(asked[0] <= pair.start + CONSENT_PATIENCE + Duration::from_secs(1));
    assert!(waits.unwrap() - asked[0] < Duration::from_millis(100));

    pair.run(asked[0] - pair.now - Duration::from_millis(1));
    assert_eq!(pair.novice_refused(), None);
    pair.run(Duration::from_millis(100));
    assert_refused(&pair, &Refusal::NoAnswer);
    pair.novice.accept(pair.now);
    assert!(pair.novice.is_closed(), "a late yes opens nothing");
}

#[test]
fn a_yes_at_the_last_moment_opens_and_a_moment_later_does_not() {
    for (late, opens) in [(Duration::ZERO, false), (Duration::from_millis(1), true)] {
        let mut pair = Pair::new(Weather::FINE, false);
        pair.answer = Answer::Nothing;
        pair.run(Duration::from_secs(59));
        let deadline = pair
            .novice
            .poll_timeout()
            .map(|_| asked_until(&pair))
            .unwrap();
        pair.novice.accept(deadline - late);
        assert_eq!(!pair.novice.is_closed(), opens);
    }
}

fn asked_until(pair: &Pair) -> Instant {
    let asked = pair.novice_events.iter().find_map(|e| match e {
        NoviceEvent::AskConsent { deadline, .. } => Some(*deadline),
        _ => None,
    });
    asked.unwrap()
}

#[test]
fn expire_now_refuses_at_any_moment_of_the_handshake() {
    for millis in 0..40 {
        let mut pair = Pair::new(Weather::FINE, true);
        pair.answer = Answer::Nothing;
        pair.run(Duration::from_millis(millis));
        pair.novice.withdraw(pair.now);
        assert!(pair.novice.is_closed());
        pair.run(Duration::from_secs(1));
        assert_refused(&pair, &Refusal::Withdrawn);
    }
    let mut pair = Pair::in_session();
    pair.novice.withdraw(pair.now);
    pair.settle();
    assert_eq!(pair.novice_end(), Some(End::Withdrawn));
    assert_eq!(pair.expert_end(), Some(End::Withdrawn));
    assert_eq!(pair.novice_refused(), None);
}

#[test]
fn the_engine_can_refuse_for_reasons_of_its_own_but_not_end_a_session_so() {
    let mut pair = Pair::new(Weather::FINE, false);
    pair.answer = Answer::Nothing;
    pair.run(Duration::from_secs(1));
    pair.novice.refuse(pair.now, Refusal::CannotShare);
    pair.settle();
    assert_refused(&pair, &Refusal::CannotShare);

    let mut pair = Pair::in_session();
    pair.novice.refuse(pair.now, Refusal::CannotShare);
    pair.settle();
    assert!(!pair.novice.is_closed());
    pair.assert_no_breach();
}

#[test]
fn a_novice_who_closes_hulp_while_asked_leaves_the_invitation_open() {
    let mut pair = Pair::new(Weather::FINE, false);
    pair.answer = Answer::Nothing;
    pair.run(Duration::from_secs(1));
    pair.novice.end(pair.now, End::NoviceClosed);
    pair.settle();
    assert!(pair.novice_is_gone());
    assert_eq!(pair.expert_end(), Some(End::NoviceClosed));
}

#[test]
fn an_expert_who_leaves_while_the_novice_is_asked_takes_the_question_along() {
    let mut pair = Pair::new(Weather::FINE, false);
    pair.answer = Answer::Nothing;
    pair.run(Duration::from_secs(1));
    pair.expert.end(pair.now, End::ExpertLeft);
    pair.settle();
    assert!(pair.novice_is_gone());
    assert_eq!(pair.novice_refused(), None);
}

#[test]
fn names_cannot_forge_the_question() {
    let record = record(false);
    let setup = ExpertSetup {
        exporter: EXPORTER,
        name: format!("Bob\n\u{202e}(verified)\u{0}{}", "é".repeat(100)),
        ..expert_setup(&record)
    };
    let mut pair = Pair::with(Weather::FINE, Some(record), novice_setup(), setup);
    pair.run(Duration::from_secs(1));
    let shown = pair.novice_events.iter().find_map(|e| match e {
        NoviceEvent::AskConsent { helper_name, .. } => Some(helper_name.clone()),
        _ => None,
    });
    let shown = shown.unwrap();
    assert!(shown.starts_with("Bob (verified)é"));
    assert!(shown.len() <= 128 && !shown.contains(['\n', '\u{202e}', '\u{0}']));
}
