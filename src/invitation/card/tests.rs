//! Cards, organisations and lists, good and bad.
#![allow(clippy::unwrap_used)]

use chrono::{TimeDelta, TimeZone};
use proptest::prelude::*;

use super::*;

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 26, 10, 0, 0).unwrap()
}

fn card() -> HelperCard {
    let until = now() + TimeDelta::days(365);
    HelperCard::new("Jan Bakker", "", Fingerprint([7; 32]), now(), until).unwrap()
}

fn signed() -> (OrganisationSecret, HelperCard) {
    let secret = OrganisationSecret::generate("Helpdesk of Zuid").unwrap();
    let card = secret.sign_card(card());
    (secret, card)
}

#[test]
fn a_card_comes_back_as_it_was_written() {
    assert_eq!(HelperCard::read(card().to_text().as_bytes()), Ok(card()));
    let (secret, card) = signed();
    let read = HelperCard::read(card.to_text().as_bytes()).unwrap();
    assert_eq!(read, card);
    assert_eq!(read.signed_by(), Some(secret.organisation().key));
    assert_eq!(read.organisation, "Helpdesk of Zuid");
    let longest = "漢".repeat(42);
    let longest = HelperCard::new(&longest, "", card.key, card.valid_from, card.valid_until);
    let longest = OrganisationSecret::generate(&"\"".repeat(128))
        .unwrap()
        .sign_card(longest.unwrap());
    assert_eq!(HelperCard::read(longest.to_text().as_bytes()), Ok(longest));
}

#[test]
fn a_card_holds_for_its_time_alone() {
    let card = card();
    let second = TimeDelta::seconds(1);
    assert_eq!(
        card.check_time(now() - second),
        Err(CardError::NotYet(card.valid_from))
    );
    assert_eq!(card.check_time(now()), Ok(()));
    assert_eq!(card.check_time(card.valid_until - second), Ok(()));
    assert_eq!(
        card.check_time(card.valid_until),
        Err(CardError::Expired(card.valid_until))
    );
    let at = |from, until| HelperCard::new("Jan", "", card.key, from, until);
    assert_eq!(at(now(), now()), Err(CardError::Dates));
    assert_eq!(at(now(), now() - second), Err(CardError::Dates));
    assert_eq!(
        at(now(), now() + TimeDelta::days(20 * 366)),
        Err(CardError::Dates)
    );
}

#[test]
fn whatever_is_changed_in_a_signed_card_is_noticed() {
    let (_, card) = signed();
    let text = card.to_text();
    let changed = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        HelperCard::read(text.replacen(from, to, 1).as_bytes())
    };
    assert_eq!(changed("Jan", "Jen"), Err(CardError::Signature));
    assert_eq!(changed("Zuid", "Noord"), Err(CardError::Signature));
    assert_eq!(changed("2027-", "2028-"), Err(CardError::Signature));
    assert_eq!(changed("2026-", "2025-"), Err(CardError::Signature));
    let mut other = card.clone();
    other.key = Fingerprint([8; 32]);
    assert_eq!(
        HelperCard::read(other.to_text().as_bytes()),
        Err(CardError::Signature)
    );
    let (other_secret, other_card) = signed();
    let mut mixed = card.clone();
    mixed.signed = Some(Signature {
        by: other_secret.organisation().key,
        ..card.signed.unwrap()
    });
    assert_eq!(
        HelperCard::read(mixed.to_text().as_bytes()),
        Err(CardError::Signature)
    );
    assert!(HelperCard::read(other_card.to_text().as_bytes()).is_ok());
}

#[test]
fn words_that_do_not_fit_the_key_are_noticed() {
    let text = card().to_text();
    let words = key_words(&card().key);
    assert_eq!(words.split(' ').count(), 6);
    let other = key_words(&Fingerprint([8; 32]));
    assert_eq!(
        HelperCard::read(text.replace(&words, &other).as_bytes()),
        Err(CardError::Words)
    );
}

#[test]
fn files_of_every_wrong_kind_are_refused() {
    let (secret, card) = signed();
    let text = card.to_text();
    let big = format!("{text}#{}", "x".repeat(MAX_CARD_BYTES));
    assert_eq!(HelperCard::read(big.as_bytes()), Err(CardError::TooLarge));
    let newer = text.replace("hulp-card = 1", "hulp-card = 9");
    assert_eq!(
        HelperCard::read(newer.as_bytes()),
        Err(CardError::NewerVersion(9))
    );
    let lines = |skip: &str| -> String {
        let kept = text.lines().filter(|line| !line.starts_with(skip));
        kept.collect::<Vec<_>>().join("\n")
    };
    for bad in [
        String::new(),
        "hulp-card".to_owned(),
        secret.to_text().to_string(),
        secret.organisation().to_text(),
        text.replace("hulp-card = 1", "hulp-card = 0"),
        text.replace("hulp-card = 1", "hulp-card = \"1\""),
        text.replace("sha256:", "sha512:"),
        text.replace("ed25519:", "rsa:"),
        format!("{text}\nmay-control = true\n"),
        format!("{text}\nname = \"Eva\"\n"),
        lines("signature"),
        lines("organisation-key"),
        lines("key"),
        lines("name"),
        text.replace("Jan", "J\\u202Ean"),
        text.replace("Jan Bakker", ""),
        text.replace("00Z", "00.5Z"),
        text.replace("2027", "9027"),
        format!("a = {}", "[".repeat(1500)),
        format!("{} = 1", "a.".repeat(900)),
    ] {
        assert!(HelperCard::read(bad.as_bytes()).is_err(), "{bad}");
    }
    assert!(HelperCard::read(&[0xff, 0xfe]).is_err());
}

#[test]
fn an_organisation_is_kept_in_two_files() {
    let (secret, _) = signed();
    let read = OrganisationSecret::read(secret.to_text().as_bytes()).unwrap();
    let organisation = read.organisation();
    assert_eq!(organisation, secret.organisation());
    assert_eq!(
        Organisation::read(organisation.to_text().as_bytes()),
        Ok(organisation)
    );
    let shown = format!("{secret:?}");
    let hidden = secret.to_text();
    let hidden = hidden.lines().last().unwrap().split('"').nth(1).unwrap();
    assert!(!shown.contains(hidden) && shown.len() < 60, "{shown}");
}

#[test]
fn a_list_only_grows_and_an_older_one_does_not_come_back() {
    let (secret, card) = signed();
    let first = secret.revoke(None, card.key).unwrap();
    let second = (secret.revoke(Some(first.clone()), Fingerprint([9; 32]))).unwrap();
    assert_eq!((first.number, second.number), (1, 2));
    assert!(second.keys.is_superset(&first.keys));
    assert_eq!(
        Revoked::read(second.to_text().as_bytes()),
        Ok(second.clone())
    );
    let known = second.added_to(TakenBack::default()).unwrap();
    let old = |came| Err(CardError::OlderList { known: 2, came });
    assert_eq!(first.added_to(known.clone()), old(1));
    assert_eq!(second.added_to(known.clone()), old(2));
    // Two who look after an organisation each made a list after the first: neither brings the other's back.
    let twin = (secret.revoke(Some(first.clone()), Fingerprint([8; 32]))).unwrap();
    let all = twin.added_to(known).unwrap();
    let after = (secret.revoke(Some(twin), Fingerprint([7; 32]))).unwrap();
    let all = after.added_to(all).unwrap();
    let keys = [[7; 32], [8; 32], [9; 32]].map(Fingerprint);
    assert!(all.number == 3 && keys.iter().all(|key| all.keys.contains(key)));
    let (other, _) = signed();
    assert_eq!(
        other.revoke(Some(first.clone()), card.key),
        Err(CardError::OtherOrganisation)
    );
    // Signed by the wrong key, or with a key or the number changed.
    let text = second.to_text();
    let number = text.replace("number = 2", "number = 3");
    assert_eq!(Revoked::read(number.as_bytes()), Err(CardError::Signature));
    let mut fewer = second.clone();
    fewer.keys.pop_first();
    assert_eq!(
        Revoked::read(fewer.to_text().as_bytes()),
        Err(CardError::Signature)
    );
    let mut claimed = second;
    claimed.organisation = other.organisation().key;
    assert_eq!(
        Revoked::read(claimed.to_text().as_bytes()),
        Err(CardError::Signature)
    );
}

#[test]
fn a_full_list_can_be_read_and_takes_no_more() {
    let (secret, _) = signed();
    let keys = (0..MAX_REVOKED).map(|n| {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&n.to_be_bytes());
        Fingerprint(key)
    });
    let mut list = secret.revoke(None, Fingerprint([0; 32])).unwrap();
    list.keys = keys.collect();
    list.signature = secret.sign(&list.signed_bytes());
    assert_eq!(Revoked::read(list.to_text().as_bytes()), Ok(list.clone()));
    assert_eq!(
        secret.revoke(Some(list), Fingerprint([255; 32])),
        Err(CardError::ListFull)
    );
}

proptest! {
    #[test]
    fn no_bytes_make_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = HelperCard::read(&bytes);
        let _ = Organisation::read(&bytes);
        let _ = OrganisationSecret::read(&bytes);
        let _ = Revoked::read(&bytes);
    }

    #[test]
    fn one_changed_byte_never_makes_another_card(at in 0usize..1000, with in any::<u8>()) {
        let (_, card) = signed();
        let mut bytes = card.to_text().into_bytes();
        let at = at % bytes.len();
        bytes[at] = with;
        if let Ok(read) = HelperCard::read(&bytes) {
            prop_assert_eq!(read, card);
        }
    }

    #[test]
    fn every_name_comes_back_or_is_refused(name in ".{0,60}", organisation in ".{0,60}") {
        let until = now() + TimeDelta::days(1);
        if let Ok(card) = HelperCard::new(&name, &organisation, Fingerprint([1; 32]), now(), until) {
            let text = card.to_text();
            prop_assert!(text.len() <= MAX_CARD_BYTES);
            prop_assert_eq!(HelperCard::read(text.as_bytes()), Ok(card));
        }
    }
}

fn listed(secret: &OrganisationSecret) -> HelperList {
    HelperList {
        organisations: vec![ListedOrganisation {
            organisation: secret.organisation(),
            may_control: false,
        }],
        ..HelperList::default()
    }
}

#[test]
fn who_is_named_may_offer_help_while_the_card_holds() {
    let card = card();
    let list = HelperList {
        helpers: vec![ListedHelper {
            card: card.clone(),
            may_control: true,
        }],
        ..HelperList::default()
    };
    let found = list.find(&card.key, None, now()).unwrap();
    assert_eq!(
        (found.name.as_str(), found.may_control),
        ("Jan Bakker", true)
    );
    let at = |time| list.find(&card.key, None, time);
    assert_eq!(at(now() - TimeDelta::seconds(1)), Err(NotListed::NotYet));
    assert_eq!(at(card.valid_until), Err(NotListed::Expired));
    // The key counts, and not what somebody else shows: a copied card serves nobody.
    let other = Fingerprint([8; 32]);
    assert_eq!(list.find(&other, None, now()), Err(NotListed::Unknown));
    assert_eq!(
        list.find(&other, Some(&card), now()),
        Err(NotListed::CardOfAnother)
    );
}

#[test]
fn whoever_an_organisation_signed_for_may_offer_help_until_it_is_taken_back() {
    let (secret, card) = signed();
    let mut list = listed(&secret);
    let found = list.find(&card.key, Some(&card), now()).unwrap();
    assert_eq!(found.organisation, "Helpdesk of Zuid");
    assert!(!found.may_control);
    assert_eq!(list.find(&card.key, None, now()), Err(NotListed::Unknown));
    let copied = list.find(&Fingerprint([8; 32]), Some(&card), now());
    assert_eq!(copied, Err(NotListed::CardOfAnother));
    let (_, of_another) = signed();
    assert_eq!(
        list.find(&card.key, Some(&of_another), now()),
        Err(NotListed::Unknown)
    );
    let plain = HelperCard {
        signed: None,
        ..card.clone()
    };
    assert_eq!(
        list.find(&card.key, Some(&plain), now()),
        Err(NotListed::Unknown)
    );
    assert_eq!(
        list.find(&card.key, Some(&card), card.valid_until),
        Err(NotListed::Expired)
    );
    let taken_back = secret.revoke(None, card.key).unwrap();
    let taken_back = taken_back.added_to(TakenBack::default()).unwrap();
    list.taken_back.insert(secret.key(), taken_back);
    let revoked = list.find(&card.key, Some(&card), now());
    assert_eq!(revoked, Err(NotListed::Revoked));
    // Also where the signed card was put on the list by hand.
    list.helpers.push(ListedHelper {
        card: card.clone(),
        may_control: true,
    });
    assert_eq!(list.find(&card.key, None, now()), Err(NotListed::Revoked));
    // With the organisation off the list it is no other card, and its unsigned twin is that computer's too.
    list.organisations.clear();
    assert_eq!(list.find(&card.key, None, now()), Err(NotListed::Revoked));
    list.helpers[0].card = plain;
    assert_eq!(list.find(&card.key, None, now()), Err(NotListed::Revoked));
}

#[test]
fn no_signed_card_counts_while_nobody_knows_which_were_taken_back() {
    let (secret, card) = signed();
    let plain = HelperCard {
        signed: None,
        ..card.clone()
    };
    let mut list = listed(&secret);
    list.no_signed_cards = true;
    let closed = Err(NotListed::Revoked);
    assert_eq!(list.find(&card.key, Some(&card), now()), closed);
    let named = |card: &HelperCard| ListedHelper {
        card: card.clone(),
        may_control: true,
    };
    list.helpers = vec![named(&card)];
    assert_eq!(list.find(&card.key, None, now()), closed);
    list.helpers = vec![named(&plain)];
    assert!(list.find(&card.key, None, now()).is_ok());
}
